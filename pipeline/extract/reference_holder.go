package extract

import (
	"regexp"
	"strings"
	"unicode"

	"citevet/pipeline/article"
)

// readHolders reads container and publisher behind the title, which ends at from.
// A journal runs up to its volume; a book's publisher stands behind its place or
// alone; on the web the first name is the site's, the second its publisher's.
func (e *refEntry) readHolders(from int) {
	from = e.skipEditors(from)
	if e.readJournal(from) {
		return
	}
	names := e.holderNames(from)
	book := e.ref.URL.IsZero() && e.ref.Pages.IsZero() && e.ref.DOI.IsZero() && e.quoted.isZero()
	for _, n := range names {
		f := e.holder(n.at)
		switch {
		case f.IsZero() || f.Text == e.ref.Container.Text:
		case n.publisher, book && !n.within && !isMeeting(f.Text):
			if e.ref.Publisher.IsZero() {
				e.ref.Publisher = f
			}
		case e.ref.Container.IsZero() && e.ref.Publisher.IsZero():
			e.ref.Container = f
		case n.sentence && e.ref.Publisher.IsZero():
			e.ref.Publisher = f
		}
	}
}

// skipEditors passes over "In A. Roe & B. Doe (Eds.)," before a container.
func (e *refEntry) skipEditors(from int) int {
	s := e.trim(span{from, min(len(e.rest), from+maxEditors)}, ".,;:")
	text := e.text[s.from:s.to]
	for _, lead := range []string{"In: ", "In ", "in ", "in: ", "Dans ", "En "} {
		text = strings.TrimPrefix(text, lead)
	}
	start := s.to - len(text)
	low := strings.ToLower(text)
	if len(low) != len(text) {
		return from
	}
	for _, mark := range []string{"(eds.)", "(ed.)", "(eds)", "(ed)", "(hrsg.)", "(hg.)", "(org.)", "(dir.)", ", editors", ", editor", ", eds.", ", ed."} {
		if i := strings.Index(low, mark); i > 0 && namesLike(text[:i]) {
			return start + i + len(mark)
		}
	}
	return from
}

// maxEditors bounds, in bytes, the editors before a container.
const maxEditors = 300

// readJournal reads the name that runs from the title up to a volume or issue.
// Abbreviated names keep their full stops ("Proc. Natl. Acad. Sci.").
func (e *refEntry) readJournal(from int) bool {
	if e.ref.Volume.IsZero() && e.ref.Issue.IsZero() || !e.ref.ISBN.IsZero() {
		return false
	}
	s := span{from, min(e.numbers, len(e.rest))}
	for s.from < s.to && (e.rest[s.from] == taken || strings.IndexByte(" .,;:?!)\"\n]", e.rest[s.from]) >= 0) {
		s.from++
	}
	if i := strings.IndexByte(string(e.rest[s.from:max(s.from, s.to)]), taken); i >= 0 {
		s.to = s.from + i
	}
	if s.from >= s.to || s.to-s.from > 160 {
		return false
	}
	words := string(e.rest[s.from:s.to])
	if i := lastLongStop(words); i >= 0 {
		s.from += i
		if strings.TrimSpace(words[:i]) != "" && len(strings.Fields(words[i:])) == 0 {
			return false
		}
	}
	f := e.holder(s)
	if f.IsZero() || !strings.ContainsFunc(f.Text, unicode.IsLetter) {
		return false
	}
	e.ref.Container = f
	return true
}

// lastLongStop returns where the text behind the last full stop begins that
// follows a whole word rather than an abbreviation; -1 where there is none. The
// stop that ends words is not counted.
func lastLongStop(words string) int {
	words = strings.TrimRight(words, " .,")
	for i := len(words) - 2; i > 0; i-- {
		if words[i] != '.' || words[i+1] != ' ' {
			continue
		}
		from := strings.LastIndexByte(words[:i], ' ') + 1
		if i-from > 6 {
			return i + 2
		}
	}
	return -1
}

// holderName is a name behind the title.
type holderName struct {
	at        span
	publisher bool // one of its words, or the place before it, says so
	sentence  bool // it begins a sentence, rather than standing behind a comma
	within    bool // "In" stands before it
}

// holderNames returns the names behind the title: the first of each sentence, and
// those behind commas that are publishers.
func (e *refEntry) holderNames(from int) []holderName {
	var names []holderName
	pieces := e.pieces(from)
	for i, p := range pieces {
		if publisher, ok := e.placeAndPublisher(p, i == len(pieces)-1); ok {
			names = append(names, holderName{at: e.upToPlace(publisher), publisher: true, sentence: true})
			continue
		}
		within := strings.HasPrefix(e.text[p.from:p.to], "In ") || strings.HasPrefix(e.text[p.from:p.to], "In: ")
		items := e.items(p)
		if !e.quoted.isZero() {
			items = e.mergeNames(items)
		}
		for k, item := range items {
			words := e.text[item.from:item.to]
			switch {
			case isGenre(words) || !strings.ContainsFunc(words, unicode.IsLetter):
			case isPublisher(words):
				names = append(names, holderName{at: item, publisher: k > 0 || !within && len(names) > 0, sentence: k == 0, within: within && k == 0})
			case k == 0 && !e.isPlace(p, item):
				names = append(names, holderName{at: item, sentence: true, within: within})
			}
		}
	}
	return names
}

// mergeNames joins the items that a container's own commas part, up to the first
// that is a publisher's name or no name at all.
func (e *refEntry) mergeNames(items []span) []span {
	n := 1
	for n < len(items) {
		words := e.text[items[n].from:items[n].to]
		if isPublisher(words) || isGenre(words) || !strings.ContainsFunc(words, unicode.IsLetter) || len(words) == 2 {
			break
		}
		n++
	}
	if n == 1 || isPublisher(e.text[items[0].from:items[0].to]) {
		return items
	}
	return append([]span{{items[0].from, items[n-1].to}}, items[n:]...)
}

// isPlace reports whether item is the place at the head of a sentence: a state's
// or country's name follows it behind a comma and ends the sentence.
func (e *refEntry) isPlace(sentence, item span) bool {
	behind := strings.Trim(e.text[item.to:sentence.to], " ,.")
	if behind == "" || len(strings.Fields(e.text[item.from:item.to])) > 3 {
		return false
	}
	return len(behind) == 2 && behind == strings.ToUpper(behind) || placeNames[strings.ToLower(strings.ReplaceAll(behind, ".", ""))]
}

// placeNames are countries and states as they close a place of publication.
var placeNames = indexWords(`usa uk england scotland wales ireland france germany italy spain portugal netherlands belgium switzerland austria sweden norway denmark finland poland hungary greece turkey russia ukraine canada australia japan china india brazil mexico israel egypt singapore california massachusetts mass calif conn illinois texas florida ontario quebec`)

// isMeeting reports whether words name a meeting or periodical rather than a
// publisher.
func isMeeting(words string) bool {
	for _, w := range strings.Fields(words) {
		switch strings.ToLower(strings.Trim(w, ".,:()")) {
		case "proceedings", "proc", "conference", "conf", "symposium", "workshop", "congress", "meeting", "journal", "review", "magazine", "newspaper", "times", "post", "gazette", "tribune", "herald", "guardian", "telegraph", "daily", "weekly", "letters", "transactions", "annals", "bulletin", "news", "report", "encyclopedia", "handbook", "revue", "zeitschrift", "lecture":
			return true
		}
	}
	return false
}

// items cuts a sentence at the commas behind which a capital or a digit stands.
func (e *refEntry) items(s span) []span {
	var items []span
	depth, from := 0, s.from
	for i := s.from; i < s.to; i++ {
		switch e.rest[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			next := strings.TrimLeft(e.text[i+1:s.to], " ")
			if depth > 0 || next == "" || unicode.IsLower(firstRuneOf(next)) || isSuffix(strings.TrimRight(strings.Split(next, " ")[0], ",.")) || hasFold(next, "Inc") || hasFold(next, "Ltd") || hasFold(next, "& ") {
				break
			}
			items = append(items, span{from, i})
			from = i + 1
		}
	}
	items = append(items, span{from, s.to})
	for k, it := range items {
		items[k] = e.trim(it, ",;:")
	}
	return items
}

// upToPlace cuts the place that stands behind a publisher: "Roe Press, London".
func (e *refEntry) upToPlace(s span) span {
	if items := e.items(s); len(items) > 1 {
		return items[0]
	}
	return s
}

// isGenre reports whether words name a kind of work rather than its holder.
func isGenre(words string) bool {
	low := strings.ToLower(words)
	for _, genre := range []string{"technical report", "tech. rep", "tech report", "phd thesis", "ph.d", "phd", "master", "m.s. thesis", "dissertation", "doctoral", "thesis", "unpublished", "working paper", "preprint", "arxiv", "edited by", "translated by", "ed. by", "trans.", "tr.", "eds.", "ed.", "2nd ed", "3rd ed", "rev. ed", "with a", "reprint", "special issue", "quoted in", "see also", "cited by", "accessed", "retrieved", "from ", "by ", "paper presented", "poster", "motion picture"} {
		if strings.HasPrefix(low, genre) {
			return true
		}
	}
	return strings.HasSuffix(low, " ed") || strings.HasSuffix(low, " ed.") || strings.HasSuffix(low, "edition") || strings.HasSuffix(low, " vols") || strings.HasSuffix(low, " editor") || strings.HasSuffix(low, " editors")
}

// publisherWords stand in publishers' names.
var publisherWords = indexWords(`press publishers publisher publishing publications verlag books wiley springer springer-verlag elsevier routledge kluwer mcgraw-hill prentice prentice-hall sage palgrave macmillan pearson penguin harpercollins blackwell wiley-blackwell addison-wesley kaufmann brill gruyter benjamins norton knopf vintage doubleday simon schuster scribner houghton mifflin random éditions editions editorial edizioni ediciones editora presses puf gallimard seuil flammarion hachette larousse l'harmattan harmattan vrin cnrs ltd inc gmbh company sons university dept department institute laboratory издательство наука birkhäuser teubner mit-press erlbaum academic`)

// isPublisher reports whether a publisher's word stands in words.
func isPublisher(words string) bool {
	if len(words) > 90 || strings.HasPrefix(words, "Proceedings") || strings.HasPrefix(words, "Journal") || strings.HasPrefix(words, "Proc.") || strings.HasPrefix(words, "In ") {
		return false
	}
	for _, w := range strings.Fields(words) {
		if publisherWords[strings.ToLower(strings.Trim(w, ".,;:()"))] {
			return true
		}
	}
	return false
}

// holder is the field of a container or publisher without the words before it.
func (e *refEntry) holder(s span) article.Field {
	for _, lead := range []string{"In: ", "In ", "in: ", "in ", "via ", "Dans ", "dans "} {
		if strings.HasPrefix(e.text[s.from:s.to], lead) {
			s.from += len(lead)
			break
		}
	}
	f := e.field(e.trim(s, ",;:.*_()[]-–—|"))
	if i := strings.IndexByte(f.Text, '('); i > 0 && strings.IndexByte(f.Text[i:], ')') < 0 {
		f = e.field(e.trim(span{f.Span.Start - e.base, f.Span.Start - e.base + i}, ",;: ")) // its brackets were settled
	}
	if isRemark(f.Text) || len(f.Text) > 200 {
		return article.Field{}
	}
	return f
}

// placeAndPublisher reads "Place: Publisher", which closes the entry or shows a
// publisher's word; any other colon parts a title.
func (e *refEntry) placeAndPublisher(s span, last bool) (span, bool) {
	place, publisher, ok := strings.Cut(e.text[s.from:s.to], ": ")
	if !ok || strings.HasPrefix(place, "In") || !startsCapital(place) || len(strings.Fields(place)) > 5 {
		return span{}, false
	}
	if n := len(strings.Fields(publisher)); !isPublisher(publisher) && (!e.quoted.isZero() || n > 6 || !last && n > 4) {
		return span{}, false
	}
	return span{s.from + len(place) + len(": "), s.to}, true
}

func startsCapital(words string) bool {
	return unicode.IsUpper(firstRuneOf(strings.TrimLeft(words, " (")))
}

// pieces cuts what stands from i into sentences and runs between settled things,
// without remarks.
func (e *refEntry) pieces(i int) []span {
	var pieces []span
	for i < len(e.rest) && len(pieces) < 6 {
		for i < len(e.rest) && (e.rest[i] == taken || strings.IndexByte(" .,;:\n)?!|*_", e.rest[i]) >= 0) {
			i++
		}
		if i < len(e.rest) && e.rest[i] == '[' && e.mediumAt(i) {
			i += strings.IndexByte(string(e.rest[i:]), ']') + 1
			continue
		}
		end := e.titleEnd(i, len(e.rest))
		if s := e.trim(span{i, end}, ",;:*_-–—()[]|"); s.to-s.from > 1 && !isRemark(e.text[s.from:s.to]) && strings.ContainsFunc(e.text[s.from:s.to], unicode.IsLetter) {
			pieces = append(pieces, s)
		}
		i = max(end, i+1)
	}
	return pieces
}

// reIssueDay is the day of an issue behind a newspaper's name, whose year stands
// elsewhere: "Coast Daily, 3 May".
var reIssueDay = regexp.MustCompile(`,? (?:\d{1,2}\.? \pL{3,9}\.?|\pL{3,9}\.? \d{1,2})$`)

// cutIssueDay takes the day of an issue from the end of the container's name.
func (e *refEntry) cutIssueDay() {
	c := &e.ref.Container
	at := reIssueDay.FindStringIndex(c.Text)
	if at == nil || at[0] == 0 || c.Text[at[0]] != ',' || readDate(strings.Trim(c.Text[at[0]:], ", ")+" 2000").IsZero() {
		return
	}
	c.Span.End -= len(c.Text) - at[0]
	c.Text = c.Text[:at[0]]
	if e.ref.Volume.IsZero() {
		e.ref.Type = "article-newspaper"
	}
}
