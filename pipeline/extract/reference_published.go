package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// foundDate is a date and where it stands with its brackets.
type foundDate struct {
	date article.DateField
	at   span
	open bool // a mark stands before it
}

// readPublished reads the publication date. In order: a date in brackets of its
// own, a date between full stops or commas, the date that closes the brackets of
// "(New York: Roe & Sons, 1994)". What stands inside a quoted title is none.
func (e *refEntry) readPublished() {
	if !e.ref.Published.IsZero() {
		return // "published 3 May 2020"
	}
	found, undated := e.bracketedDate()
	bare := e.bareDates()
	if found.at.isZero() && !undated {
		found = e.chooseBare(bare)
	}
	if found.at.isZero() && !undated && len(bare) <= 1 {
		found = e.outletsDate()
	}
	if found.at.isZero() && !undated {
		found = e.bareFlaw()
	}
	if found.at.isZero() {
		return
	}
	e.date = found.at
	e.take(found.at)
	if undated {
		return
	}
	e.ref.Published = found.date
	defer e.joinEditions(bare)
	for _, b := range bare {
		if b.at != found.at && e.rest[b.at.from] != taken && finer(b.date, found.date) {
			e.ref.Published = b.date
			e.take(b.at)
			return
		}
	}
	if e.bracketed() && !e.leads(found.at.from) {
		e.doubtBracket(bare)
	}
}

// doubtBracket makes a later date an alternative to a year in brackets that no
// author stands before: "The great fire (1871). Basin History, 2019."
func (e *refEntry) doubtBracket(bare []foundDate) {
	for _, b := range bare {
		if e.rest[b.at.from] != taken && e.ref.Published.When.Before(b.date.When) {
			joinReadings(&e.ref.Published, b.date)
		}
	}
}

// joinEditions makes dates that a semicolon parts from the one chosen alternatives
// to it: "Act of 9 June 2017; judgment of 14 May 2020" is two works, and of "Working
// paper, 2020; revised in Review 24 (2023)" either may be meant.
func (e *refEntry) joinEditions(bare []foundDate) {
	for _, b := range bare {
		from, to := min(e.date.to, b.at.to), max(e.date.from, b.at.from)
		if e.rest[b.at.from] != taken && from < to && strings.Contains(e.text[from:to], "; ") && len(b.date.Readings) == 1 {
			joinReadings(&e.ref.Published, b.date)
		}
	}
}

// finer reports whether a tells the day or month of the year that b gives.
func finer(a, b article.DateField) bool {
	return a.Flaw == "" && b.Flaw == "" && len(a.Readings) == 1 && len(b.Readings) == 1 && a.When != b.When && b.When.Contains(a.When)
}

// bracketedDate returns the first date in brackets of its own. "(n.d.)" is
// found as undated.
func (e *refEntry) bracketedDate() (found foundDate, undated bool) {
	for i := e.body; i < len(e.rest); i++ {
		if e.rest[i] != '(' || i >= e.quoted.from && i < e.quoted.to {
			continue
		}
		n := strings.IndexAny(string(e.rest[i+1:min(len(e.rest), i+maxDateLen)]), "()\x00")
		if n < 1 || e.rest[i+1+n] != ')' {
			continue
		}
		at := span{i, i + n + 2}
		words := strings.TrimSpace(e.text[i+1 : i+1+n])
		if isUndated(words) {
			return foundDate{at: at}, true
		}
		if e.issueAt(i, at.to) {
			continue
		}
		date := e.bracketDate(words, i+1)
		if date.IsZero() {
			if date = e.flawedBracket(words, i); !date.IsZero() {
				return foundDate{date, at, true}, false
			}
		}
		if date.IsZero() && hasYear(words) && e.leads(i) {
			date = e.yearWithin(i+1, i+1+n)
		}
		if date.IsZero() || date.When.From.Year != date.When.To.Year && !e.leads(i) {
			continue // "The war at sea (1914–1918)" is a title
		}
		return foundDate{date, at, true}, false
	}
	return foundDate{}, false
}

// issueAt reports whether brackets behind a number hold an issue rather than a
// year: "5 (1287)." An issue that is a year ("22 (1999): 30") passes for the date,
// since pages follow.
func (e *refEntry) issueAt(open, end int) bool {
	before := strings.TrimRight(string(e.rest[max(e.body, open-3):open]), " ")
	if before == "" || before[len(before)-1] < '0' || before[len(before)-1] > '9' {
		return false
	}
	return end >= len(e.rest) || e.rest[end] != ':' && e.rest[end] != ','
}

// leads reports whether nothing or a list of authors stands before i.
func (e *refEntry) leads(i int) bool {
	head := e.trim(span{e.body, i}, ".,:;")
	return head.from >= head.to || e.afterAuthors(i) || e.quoted.from > i
}

// yearWithin reads the one year among words that are no date as a whole
// ("Census year 2000").
func (e *refEntry) yearWithin(from, to int) article.DateField {
	year := yearWords(e.text[from:to])
	if year == "" || hasYear(strings.Replace(e.text[from:to], year, "", 1)) {
		return article.DateField{}
	}
	at := from + strings.Index(e.text[from:to], year)
	date := readDate(year)
	if !date.IsZero() {
		date.Text, date.Span = year, e.place(span{at, at + len(year)})
	}
	return date
}

// bracketDate reads the words of a pair of brackets as a date.
func (e *refEntry) bracketDate(words string, from int) article.DateField {
	if !hasYear(words) {
		return article.DateField{}
	}
	from += strings.Index(e.text[from:], words)
	date := readDate(oneLine(words))
	if date.IsZero() {
		if i := strings.IndexAny(words, ",;"); i > 0 && isYearDigits(words[:i]) {
			date, words = readDate(words[:i]), words[:i] // "(2021, updated version)"
		}
	}
	if date.IsZero() {
		return date
	}
	date.Text, date.Span = words, e.place(span{from, from + len(words)})
	return date
}

// outletsDate finds the date that closes a pair of brackets behind the outlet's
// name: "(Basin Post, 12 March 2025)".
func (e *refEntry) outletsDate() foundDate {
	for i := e.body; i < len(e.rest); i++ {
		if e.rest[i] != '(' || i >= e.quoted.from && i < e.quoted.to {
			continue
		}
		n := strings.IndexAny(string(e.rest[i+1:min(len(e.rest), i+maxOutlet)]), "()\x00")
		if n < 1 || e.rest[i+1+n] != ')' {
			continue
		}
		outlet, words, ok := strings.Cut(e.text[i+1:i+1+n], ", ")
		if !ok || !startsCapital(outlet) || strings.ContainsAny(outlet, "0123456789:") || !hasYear(words) {
			continue
		}
		if date := readDate(oneLine(words)); !date.IsZero() && tellsMonth(date) {
			at := i + 1 + len(outlet) + len(", ")
			date.Text, date.Span = words, e.place(span{at, at + len(words)})
			return foundDate{date, span{i, i + n + 2}, true}
		}
	}
	return foundDate{}
}

// maxOutlet bounds, in bytes, brackets that hold an outlet and a date.
const maxOutlet = 80

// hasYear reports whether text holds four digits in a row that are a year.
func hasYear(text string) bool {
	for i := 0; i+4 <= len(text); i++ {
		if isYearDigits(text[i:i+4]) && (i == 0 || !isWordByte(text[i-1])) {
			return true
		}
	}
	return false
}

func isUndated(words string) bool {
	switch strings.ToLower(strings.TrimRight(words, ".")) {
	case "n.d", "nd", "no date", "n. d", "s.d", "o.j", "s.a", "undated", "б. г", "б.г", "无日期", "in press", "forthcoming":
		return true
	}
	return false
}

// bareDates returns the dates that stand alone between marks outside the title,
// in order.
func (e *refEntry) bareDates() []foundDate {
	var found []foundDate
	for i := e.body; i+4 <= len(e.rest); i++ {
		if c := e.rest[i]; c != '1' && c != '2' || i > 0 && isWordByte(e.rest[i-1]) || i >= e.quoted.from && i < e.quoted.to {
			continue
		}
		end := i + 4
		if !isYearDigits(string(e.rest[i:end])) || e.wordGoesOn(end) {
			continue
		}
		if f, ok := e.bareDate(i, end); ok {
			found = append(found, f)
			i = max(i, f.at.to-1)
		}
	}
	return found
}

// wordGoesOn reports whether the word that the year before i belongs to goes on
// with more than the letter that tells works of one year apart.
func (e *refEntry) wordGoesOn(i int) bool {
	if i >= len(e.rest) || !isWordByte(e.rest[i]) {
		return false
	}
	return e.rest[i] < 'a' || e.rest[i] > 'h' || i+1 < len(e.rest) && isWordByte(e.rest[i+1])
}

// bareDate reads the date whose year stands at i, if marks or the entry's ends
// set it off on both sides.
func (e *refEntry) bareDate(i, end int) (foundDate, bool) {
	var date article.DateField
	var at span
	if date, at = e.dateFrom(i, len(e.rest)); at.to <= end { // not "2007 Mar 3", "2020-05-03"
		if end < len(e.rest) && 'a' <= e.rest[end] && e.rest[end] <= 'f' && (end+1 == len(e.rest) || !isWordByte(e.rest[end+1])) {
			end++
		}
		date, at = e.dateBefore(e.body, end)
	}
	if at.isZero() || !e.closedBehind(at.to) && !e.afterAuthors(at.from) || e.numberedBefore(at.from) || date.When.From.Year != date.When.To.Year {
		return foundDate{}, false
	}
	if at.from > 0 && e.rest[at.from-1] == '[' {
		return foundDate{}, false
	}
	if year := date.When.From.Year; date.Flaw == "" && year < firstPrint {
		return foundDate{}, false
	}
	open := e.openBefore(at.from) || e.yearOfJournal(at)
	if !open && !(date.Flaw == "" && tellsMonth(date)) { // "Washington Post November 5, 2014," needs no comma
		return foundDate{}, false
	}
	return foundDate{date, at, open}, true
}

// yearOfJournal reports whether the year at s stands between a journal and its
// volume ("Lancet 2013; 382"), or behind the place that ends an entry without an
// address ("Boston MA 1998.").
func (e *refEntry) yearOfJournal(s span) bool {
	rest := strings.TrimLeft(string(e.rest[s.to:min(len(e.rest), s.to+8)]), " ")
	if strings.HasPrefix(rest, ";") || len(rest) > 2 && rest[0] == ',' && rest[1] == ' ' && '0' <= rest[2] && rest[2] <= '9' && !e.quoted.isZero() {
		return true
	}
	return e.ref.URL.IsZero() && strings.Trim(string(e.rest[s.to:]), " .)\n\x00") == ""
}

// firstPrint is the first year that a bare number of four digits may be the year
// of: smaller ones are pages and verses.
const firstPrint = 1500

// numberedBefore reports whether what stands before i makes the number at i a
// page, an issue or a part: "p.", "vol. 3:", "no.".
func (e *refEntry) numberedBefore(i int) bool {
	before := strings.TrimRight(string(e.rest[max(e.body, i-12):i]), " \n\x00")
	if strings.HasSuffix(before, ":") {
		return true
	}
	before = strings.TrimRight(before, ".")
	n := len(before)
	for n > 0 && isWordByte(before[n-1]) {
		n--
	}
	if before[n:] == "p" {
		return true
	}
	switch strings.ToLower(before[n:]) {
	case "pp", "pg", "pgs", "page", "pages", "no", "nr", "vol", "volume", "issue", "number", "art", "ch", "chapter", "section", "sec", "fig", "table", "pub", "report", "item", "poz", "pos":
		return true
	}
	return false
}

// openBefore reports whether a mark or the entry's beginning stands before i.
func (e *refEntry) openBefore(i int) bool {
	j := i
	for j > e.body && (e.rest[j-1] == ' ' || e.rest[j-1] == '\n') {
		j--
	}
	return j == e.body || e.rest[j-1] == taken || strings.IndexByte(".,;:()]|\"", e.rest[j-1]) >= 0 ||
		strings.HasSuffix(string(e.rest[max(0, j-3):j]), "”") || strings.HasSuffix(string(e.rest[max(0, j-2):j]), "»") || strings.HasSuffix(string(e.rest[max(0, j-2):j]), "·")
}

// closedBehind reports whether a mark, a dash before something settled, or the
// entry's end stands at i.
func (e *refEntry) closedBehind(i int) bool {
	for i < len(e.rest) && (e.rest[i] == ' ' || e.rest[i] == '\n') {
		i++
	}
	if dash := strings.TrimLeft(string(e.rest[i:min(len(e.rest), i+8)]), "-–— "); strings.HasPrefix(dash, "\x00") {
		return true
	}
	if i >= len(e.rest) || e.rest[i] == '.' && i+1 < len(e.rest) && isWordByte(e.rest[i+1]) {
		return i >= len(e.rest)
	}
	return strings.IndexByte(".,;:)]|\x00", e.rest[i]) >= 0 || strings.HasPrefix(e.text[i:], "·")
}

// chooseBare picks the publication date among dates that stand alone: one told to
// the day or month before bare years, the first behind the authors, else the last.
func (e *refEntry) chooseBare(found []foundDate) foundDate {
	if len(found) == 0 {
		return foundDate{}
	}
	title := e.leadingTitle()
	for _, f := range found {
		if tellsMonth(f.date) && !e.titlesDate(f, title) {
			return f
		}
	}
	if e.afterAuthors(found[0].at.from) {
		return found[0]
	}
	last := found[len(found)-1]
	if last.at.from < title.to {
		return foundDate{} // "Market Report, 2030" is a title
	}
	return last
}

// tellsMonth reports whether date is told to the month or closer.
func tellsMonth(date article.DateField) bool {
	return date.When.From.Year == date.When.To.Year && date.When.From.Month == date.When.To.Month
}

// leadingTitle returns the bounds of a title without quotation marks that begins
// the entry, or follows the address that does; empty where authors lead.
func (e *refEntry) leadingTitle() span {
	first := span{e.body, e.titleEnd(e.body, len(e.rest))}
	if len(e.anchors) > 0 {
		return e.anchors[0]
	}
	if !e.quoted.isZero() || e.afterAuthors(first.to) {
		return span{}
	}
	if _, ok := e.namesBeforeTitle(first); ok {
		return span{}
	}
	if e.startsWithAddress() {
		first.to = len(e.rest)
	}
	return first
}

// titlesDate reports whether a full date may belong to the title that leads the
// entry ("Floods of 3 May 2024"): it does unless a dash, or a name between marks,
// parts the two.
func (e *refEntry) titlesDate(f foundDate, title span) bool {
	if f.at.from >= title.to || f.at.from < title.from || e.dashBefore(f.at.from) {
		return false
	}
	if !f.open {
		return true
	}
	before := e.text[max(title.from, f.at.from-titleReach):f.at.from]
	if strings.HasPrefix(e.text[f.at.to:], ": ") && strings.Contains(before, ", ") {
		return false // "Basin Post, 3 May 2024: Floods"
	}
	marks := 0
	for _, mark := range []string{", ", ". ", " — ", " – ", " | ", " · "} {
		marks += strings.Count(before, mark)
	}
	if !e.ref.Accessed.IsZero() && f.at.to < e.address.from && e.closedBehind(f.at.to) && strings.Trim(e.text[f.at.to:e.address.from], " ,.<(") == "" {
		marks += strings.Count(before, ": ") // "Basin Post: Floods, 12.03.2024, https://…"
	}
	return marks < 2 || e.startsWithAddress() && !(f.date.When.IsDay() && e.closes(f.at.to))
}

// titleReach is how many bytes before a date are looked at for the marks that part
// it from a title.
const titleReach = 400

// closes reports whether nothing but what is settled, and marks, follows i.
func (e *refEntry) closes(i int) bool {
	for i < len(e.rest) {
		r, n := utf8.DecodeRune(e.rest[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return false
		}
		i += n
	}
	return true
}

// afterAuthors reports whether all that stands before i is a list of authors.
func (e *refEntry) afterAuthors(i int) bool {
	head := e.trim(span{e.body, i}, ".,:;")
	if head.from >= head.to {
		return e.sameAuthor
	}
	return head.to-head.from <= maxNamesHead && namesLike(e.text[head.from:head.to])
}
