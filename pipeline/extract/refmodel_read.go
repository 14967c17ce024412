package extract

import (
	"regexp"
	"strings"
	"unicode"

	"citevet/pipeline/article"
)

// ReadReference reads one entry of a reference list by itself. It never fails:
// what cannot be told stays absent.
func ReadReference(entry string) article.Reference {
	doc := &article.Document{Text: entry, Blocks: []article.Block{{Kind: article.Entry, Span: article.Span{End: len(entry)}, Section: -1, ColumnHead: -1, RowHead: -1}}}
	return findReferences(doc)[0]
}

// References reads every reference entry of doc, in order. It never fails.
func References(doc *article.Document) []article.Reference { return findReferences(doc) }

// refSegment is a run of tokens that the model gives one label.
type refSegment struct {
	label  string
	at     span
	margin int32 // by which the least sure of its tokens won
}

// leastRefMargin is how sure the model has to be of every token of a field, in
// the units of its weights.
const leastRefMargin = 500

// consultModel has the reference model read the entry where the marks that the
// readers before it go by are missing, and takes from it what it is sure of. What
// is regular stays as it was read: addresses, identifiers, dates behind their
// cues, titles in quotation marks.
func (e *refEntry) consultModel() {
	if e.readCase() || !e.modelMayRead() {
		return
	}
	segments := e.modelSegments()
	if !e.modelConvinces(segments) {
		return
	}
	e.modelled = true
	e.takeLabel(segments)
	e.takeTitle(segments)
	e.takeHolders(segments)
	e.siteBeforeAddress()
	e.takePeople(segments)
	e.takeNumbers(segments)
	e.takeDate(segments)
}

// modelMayRead reports whether the entry is of the kind that the model has
// learnt: a scholarly one, rather than a page on the web, a note or an author and
// a year that point elsewhere.
func (e *refEntry) modelMayRead() bool {
	switch {
	case len(e.anchors) > 0, e.startsWithAddress(), !e.ref.Archived.IsZero(), !e.ref.ArchiveURL.IsZero(), len(e.text) > 4<<10:
		return false
	case !e.quoted.isZero():
		return e.ref.URL.IsZero() && e.ref.Accessed.IsZero() && e.ref.ISBN.IsZero()
	case !e.ref.URL.IsZero():
		return e.dateLeads() && !e.titleAtAddress() && !strings.Contains(strings.ToLower(e.text), "online")
	}
	return e.ref.Accessed.IsZero() || e.dateLeads()
}

// modelSegments labels the entry behind its own label. What is settled for certain
// the model has to accept: it decides what stands between.
func (e *refEntry) modelSegments() []refSegment {
	tokens := refTokens(e.text, e.body)
	if len(tokens) == 0 || len(tokens) == maxRefTokens {
		return nil
	}
	s := trainedReferences().score(featuresOf(tokens))
	for i, t := range tokens {
		e.settle(&s.nodes[i], &t)
	}
	labels := s.best()
	margins := s.margins(labels)
	var segments []refSegment
	for i, t := range tokens {
		n := len(segments)
		if i > 0 && labels[i] == labels[i-1] {
			segments[n-1].at.to = t.at.to
			segments[n-1].margin = min(segments[n-1].margin, margins[i])
			continue
		}
		segments = append(segments, refSegment{refLabels[labels[i]], t.at, margins[i]})
	}
	return segments
}

// titleAtAddress reports whether the title runs straight into the address, which
// shows where it ends better than any model.
func (e *refEntry) titleAtAddress() bool {
	end := e.ref.Title.Span.End - e.base
	return end > 0 && end <= e.address.from && strings.Trim(e.text[end:e.address.from], " \n<(") == ""
}

// ruledOut is the score of a label that a token cannot have: low enough to lose
// against any sum of weights, and high enough that sums of it do not overflow.
const ruledOut = -1 << 20

// settle rules out what cannot be the label of the token at t: an address is one,
// a date with its month is a date, and the title is what quotation marks enclose.
func (e *refEntry) settle(node *[refLabelCount]int32, t *refToken) {
	at := e.place(t.at)
	only := ""
	switch {
	case at.Overlaps(e.ref.URL.Span):
		only = "url"
	case at.Overlaps(e.ref.DOI.Span):
		only = "doi"
	case at.Overlaps(e.ref.ISBN.Span):
		only = "isbn"
	case at.Overlaps(e.ref.Accessed.Span):
		only = "note"
	case e.ref.Published.Span.Overlaps(at) && (tellsMonth(e.ref.Published) || t.yearOfVolume()):
		only = "date"
	case e.quoted.from < t.at.to && t.at.from < e.quoted.to:
		only = "title"
	}
	for i, label := range refLabels {
		if only != "" && label != only || only == "" && label == "title" && !e.quoted.isZero() {
			node[i] += ruledOut
		}
	}
}

// modelConvinces reports whether the segments make a whole reference: one title,
// and somebody or something that wrote, holds or published it.
func (e *refEntry) modelConvinces(segments []refSegment) bool {
	titles, others := 0, 0
	for _, s := range segments {
		switch s.label {
		case "title":
			words := e.text[s.at.from:s.at.to]
			before, year, _ := cutYear(words)
			if year != "" && namesLike(before) || len(strings.Fields(words)) < 2 && s.margin < 4*leastRefMargin {
				return false // "Roe 1998, Doe 1995, p. 3"
			}
			titles++
		case "author", "editor", "journal", "container-title", "publisher", "date":
			others++
		}
	}
	return titles >= 1 && others >= 2
}

// first returns the first segment with one of the labels, if it is sure.
func first(segments []refSegment, labels ...string) (refSegment, bool) {
	for _, s := range segments {
		for _, label := range labels {
			if s.label == label {
				return s, s.margin >= leastRefMargin
			}
		}
	}
	return refSegment{}, false
}

// has reports whether the model found any of the labels, however sure.
func has(segments []refSegment, label string) bool {
	for _, s := range segments {
		if s.label == label {
			return true
		}
	}
	return false
}

// words returns the field in s without the marks around it and without what
// leads, such as "In:".
func (e *refEntry) words(s span, leads ...string) article.Field {
	const marks = " \t\n,;:.\"“”„«»‘’'`*_|–—/"
	text := e.text
	trim := func() {
		for s.from < s.to {
			if i := strings.IndexFunc(text[s.from:s.to], func(r rune) bool { return !strings.ContainsRune(marks, r) && !unicode.IsSpace(r) }); i > 0 {
				s.from += i
			} else if i < 0 {
				s.from = s.to
			}
			if n := len(strings.TrimRightFunc(text[s.from:s.to], func(r rune) bool { return strings.ContainsRune(marks, r) || unicode.IsSpace(r) })); s.from+n < s.to {
				s.to = s.from + n
				continue
			}
			if tag := markupAtEnd(text[s.from:s.to]); tag > 0 {
				s.to -= tag
				continue
			}
			if tag := markupAtStart(text[s.from:s.to]); tag > 0 {
				s.from += tag
				continue
			}
			break
		}
	}
	trim()
	for _, lead := range leads {
		if n := len(lead); s.to-s.from > n && strings.EqualFold(text[s.from:s.from+n], lead) {
			s.from += n
			trim()
			break
		}
	}
	s = unbracketed(text, s)
	trim()
	if s.from >= s.to || !strings.ContainsFunc(text[s.from:s.to], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return article.Field{}
	}
	return article.Field{Text: text[s.from:s.to], Span: e.place(s)}
}

// markup tags that some lists carry along.
func markupAtEnd(text string) int {
	for _, tag := range []string{"</italic>", "<italic>", "</i>", "<i>", "</em>", "<em>"} {
		if strings.HasSuffix(text, tag) {
			return len(tag)
		}
	}
	return 0
}

func markupAtStart(text string) int {
	for _, tag := range []string{"</italic>", "<italic>", "</i>", "<i>", "</em>", "<em>"} {
		if strings.HasPrefix(text, tag) {
			return len(tag)
		}
	}
	return 0
}

// unbracketed drops a bracket at either end of s that has no other in s, and the
// pair that encloses all of s.
func unbracketed(text string, s span) span {
	for s.from < s.to {
		words := text[s.from:s.to]
		opens := strings.Count(words, "(") + strings.Count(words, "[")
		closes := strings.Count(words, ")") + strings.Count(words, "]")
		head, tail := strings.IndexByte("([", words[0]) >= 0, strings.IndexByte(")]", words[len(words)-1]) >= 0
		switch {
		case head && tail && opens == 1 && closes == 1:
			return span{s.from + 1, s.to - 1}
		case head && opens > closes:
			s.from++
		case tail && closes > opens:
			s.to--
		default:
			return s
		}
	}
	return s
}

// takeLabel takes a number that stands before the entry without a mark of its own.
func (e *refEntry) takeLabel(segments []refSegment) {
	if s := segments[0]; s.label == "citation-number" && e.ref.Label.IsZero() && s.margin >= leastRefMargin {
		if f := e.words(s.at); len(f.Text) <= 4 && f.Text == plainDigits(f.Text) && strings.Trim(f.Text, "0123456789") == "" {
			e.ref.Label = f
		}
	}
}

// takeTitle takes the title, unless quotation marks have told it.
func (e *refEntry) takeTitle(segments []refSegment) {
	if !e.quoted.isZero() {
		return
	}
	s, sure := first(segments, "title")
	if !sure {
		if !e.sameWords(e.ref.Title, s.at) {
			e.ref.Title = article.Field{}
		}
		return
	}
	e.ref.Title = e.words(s.at)
}

// sameWords reports whether a field and a segment hold the same letters.
func (e *refEntry) sameWords(f article.Field, s span) bool {
	return foldLetters(f.Text) == foldLetters(e.text[s.from:s.to])
}

// takeHolders takes what holds and publishes the work, and where.
func (e *refEntry) takeHolders(segments []refSegment) {
	take := func(into *article.Field, labels []string, leads ...string) {
		*into = article.Field{}
		if s, sure := first(segments, labels...); sure {
			*into = e.words(s.at, leads...)
		}
	}
	take(&e.ref.Container, []string{"journal", "container-title"}, "in:", "in ", "dans ", "en:", "//")
	if e.ref.Container.IsZero() && !has(segments, "journal") && !has(segments, "container-title") {
		take(&e.ref.Container, []string{"collection-title"})
	}
	take(&e.ref.Publisher, []string{"publisher"})
	take(&e.ref.Place, []string{"location"})
	take(&e.ref.Edition, []string{"edition"})
	e.takeNote(segments)
	take(&e.ref.Genre, []string{"genre"})
	e.journal = has(segments, "journal")
}

// siteBeforeAddress makes the only holder of a page on the web its container,
// whatever the model took it for: lists for print have taught it publishers and
// places there.
func (e *refEntry) siteBeforeAddress() {
	r := &e.ref
	if r.URL.IsZero() || !r.Container.IsZero() {
		return
	}
	switch {
	case r.Place.IsZero():
		r.Container, r.Publisher = r.Publisher, article.Field{}
	case r.Publisher.IsZero() && !isCity(r.Place.Text) && !strings.Contains(r.Place.Text, ","):
		r.Container, r.Place = r.Place, article.Field{}
	}
}

// takeNote takes what the entry says beside its fields, unless it leads to an
// address or tells when the address was read.
func (e *refEntry) takeNote(segments []refSegment) {
	s, sure := first(segments, "note")
	at := e.place(s.at)
	if !sure || at.Overlaps(e.ref.Accessed.Span) || at.Overlaps(e.ref.ArXiv.Span) || at.Overlaps(e.ref.PMID.Span) {
		return
	}
	for _, word := range strings.Fields(strings.ToLower(e.text[s.at.from:s.at.to])) {
		if cues[strings.Trim(word, ".,:;()[]")] != nil {
			return
		}
	}
	e.ref.Note = e.words(s.at)
}

// takePeople takes authors and editors.
func (e *refEntry) takePeople(segments []refSegment) {
	if s, sure := first(segments, "author"); sure {
		e.setAuthorsAt(s.at)
	} else {
		e.ref.Authors, e.ref.AuthorsAt = nil, article.Span{}
	}
	if s, sure := first(segments, "editor"); sure {
		if f := e.words(s.at, "in:", "in ", "edited by ", "ed. by ", "ed. ", "eds. ", "hrsg. ", "dans ", "//"); !f.IsZero() && !editorMarks[strings.ToLower(strings.Trim(f.Text, " .,()[]"))] {
			e.ref.Editors = parseNames(f.Text)
		}
	}
}

// editorMarks are words that name editors and are none.
var editorMarks = map[string]bool{"ed": true, "eds": true, "editor": true, "editors": true, "edited": true, "hrsg": true, "hg": true}

// setAuthorsAt reads the names in s, with the full stop of a last initial.
func (e *refEntry) setAuthorsAt(s span) {
	f := e.words(s)
	if f.IsZero() {
		return
	}
	words := f.Text
	if end := f.Span.End - e.base; end < s.to && e.text[end] == '.' && isInitials(lastWord(words)) {
		words += "."
		f.Span.End++
	}
	if names := parseNames(words); len(names) > 0 {
		e.ref.Authors, e.ref.AuthorsAt = names, f.Span
	}
}

// Numbers of a volume, as the model's segments hold them together.
var (
	reVolumePart = regexp.MustCompile(`(?i)(\pL*)[.°º]? ?(?:<[^>]*>)?([0-9]+(?:[-–—/][0-9]+)*[a-z]?\b|\b[IVXLC]{1,7}\b)`)
	rePagesPart  = regexp.MustCompile(`[A-Za-z]{0,2}[0-9][0-9A-Za-z.]*(?: ?[-–—‑−] ?[A-Za-z]{0,2}[0-9][0-9A-Za-z.]*)?(?:, ?[0-9]+ ?[-–—‑−] ?[0-9]+|, [0-9]+)*|\b[ivxlc]+ ?[-–—] ?[ivxlc]+\b`)
	issueWords   = indexWords(`no nos nr num number issue iss n nº h heft hft č num núm número numéro fasc fascicule suppl supplement part pt № вып`)
	volumeWords  = indexWords(`vol vols volume v bd band jg jahrgang t tome tomo т том sv roč`)
)

// takeNumbers takes volume, issue and pages.
func (e *refEntry) takeNumbers(segments []refSegment) {
	var volume, issue article.Field
	sure := true
	for _, s := range segments {
		if s.label != "volume" {
			continue
		}
		sure = sure && s.margin >= leastRefMargin
		v, i := e.volumeParts(s.at)
		if volume.IsZero() {
			volume = v
		}
		if issue.IsZero() {
			issue = i
		}
	}
	e.ref.Volume, e.ref.Issue = article.Field{}, article.Field{}
	if sure {
		e.ref.Volume, e.ref.Issue = volume, issue
	}
	e.ref.Pages = article.Field{}
	if s, sure := first(segments, "pages"); sure {
		e.ref.Pages = e.pagesIn(s.at)
	}
}

// pagesIn reads the pages of a segment; "634 p.", a work's extent, keeps its unit.
func (e *refEntry) pagesIn(s span) article.Field {
	m := rePagesPart.FindStringIndex(e.text[s.from:s.to])
	if m == nil {
		return article.Field{}
	}
	at := span{s.from + m[0], s.from + m[1]}
	if rest := strings.ToLower(strings.Trim(e.text[at.to:s.to], " .,;:)")); rest == "p" || rest == "s" || rest == "pp" || rest == "pages" || rest == "с" || rest == "seiten" {
		at.to += strings.Index(strings.ToLower(e.text[at.to:s.to]), rest) + len(rest)
	}
	at.to = at.from + len(strings.TrimRight(e.text[at.from:at.to], "."))
	return article.Field{Text: e.text[at.from:at.to], Span: e.place(at)}
}

// volumeParts parts "vol. 24, no. 4–5", "71(3)", "43, 11" and "n° 280".
func (e *refEntry) volumeParts(s span) (volume, issue article.Field) {
	text := e.text[s.from:s.to]
	for _, m := range reVolumePart.FindAllStringSubmatchIndex(text, 4) {
		f := article.Field{Text: text[m[4]:m[5]], Span: e.place(span{s.from + m[4], s.from + m[5]})}
		cue := strings.ToLower(text[m[2]:m[3]])
		if m[3] == m[4] && len(cue) == 1 && !issueWords[cue] && !volumeWords[cue] {
			f = article.Field{Text: text[m[2]:m[5]], Span: e.place(span{s.from + m[2], s.from + m[5]})} // "B200"
		}
		switch {
		case issueWords[cue] && issue.IsZero(), !volumeWords[cue] && !volume.IsZero() && issue.IsZero():
			issue = f
		case volume.IsZero():
			volume = f
		}
	}
	return volume, issue
}

// takeDate takes the date that the model found where the readers before it found
// none, or one that the model knows for a part of something else.
func (e *refEntry) takeDate(segments []refSegment) {
	at := e.ref.Published.Span
	if len(e.ref.Published.Readings) > 1 {
		return // several dates stand for it already
	}
	if !at.IsZero() {
		for _, s := range segments {
			if s.label == "date" && e.place(s.at).Overlaps(at) {
				return
			}
		}
	}
	for _, s := range segments {
		if s.label != "date" || s.margin < leastRefMargin {
			continue
		}
		f := e.words(s.at)
		date := readDate(strings.Trim(f.Text, " ()[].,;:"))
		if date.IsZero() {
			if i := firstYear(f.Text); i >= 0 {
				date = readDate(f.Text[i : i+4])
				f.Span.Start += i
				f.Span.End = f.Span.Start + 4
			}
		}
		if !date.IsZero() {
			date.Span = f.Span
			e.ref.Published = date
			return
		}
	}
}

// firstYear returns where the first year of text begins, -1 where there is none.
func firstYear(text string) int {
	for i := 0; i+4 <= len(text); i++ {
		if isYearDigits(text[i:i+4]) && (i == 0 || !isDigitByte(text[i-1])) && (i+4 == len(text) || !isDigitByte(text[i+4])) {
			return i
		}
	}
	return -1
}
