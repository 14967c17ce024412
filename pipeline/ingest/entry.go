package ingest

import (
	"regexp"
	"strings"

	"citevet/pipeline/article"
)

// findEntries makes entries of what stands in a reference list, under a heading
// or without one, with or without numbers. An entry's span includes its label.
func (d *draft) findEntries() {
	parts := d.parts
	d.parts = make([]part, 0, len(parts))
	for i := 0; i < len(parts); {
		p := parts[i]
		if p.Kind == article.Heading && p.opens == referenceSection {
			d.parts = append(d.parts, p)
			end := i + 1
			for end < len(parts) && !(parts[end].Kind == article.Heading && parts[end].Level <= p.Level) {
				end++
			}
			d.listed(parts[i+1 : end])
			i = end
			continue
		}
		if taken := d.headless(parts[i:]); taken > 0 {
			i += taken
			continue
		}
		if entries := d.closing(parts[i:]); entries != nil {
			for _, e := range entries {
				d.addEntry(e)
			}
			i += len(entries)
			continue
		}
		d.parts = append(d.parts, p)
		i++
	}
}

// canHold reports whether a part can be an entry or several.
func (p part) canHold() bool {
	return !p.marked && (p.Kind == article.Paragraph || p.Kind == article.ListItem || p.Kind == article.Quote)
}

// listed appends the parts of a section that a reference list's name heads.
func (d *draft) listed(parts []part) {
	form := d.usualForm(parts)
	open := false     // whether the last part is an entry that may go on
	pointers := false // whether what follows is no entry unless its label says so
	for i, p := range parts {
		words := d.words(p.Span)
		whole := article.Span{Start: p.lead, End: p.Span.End}
		entries := d.entriesOf(whole, form)
		if entries == nil && d.isDefinition(whole) {
			entries = d.entriesOf(whole, bracketed)
		}
		pointers = pointers || p.canHold() && (isFurnitureCue(words) || sectionOf(words) == furnitureSection)
		if !p.canHold() || isChatter(words) || pointers && entries == nil {
			d.parts = append(d.parts, p)
			open = false
			continue
		}
		switch {
		case entries != nil:
			pointers = false
			for _, e := range entries {
				d.addEntry(e)
			}
			open = true
		case open && form != noLabel && d.touches(whole) && columns(words) <= wrapWidth && !inCapitals(words):
			d.parts[len(d.parts)-1].Span.End = whole.End
		case p.Kind == article.ListItem, form == noLabel && (looksCited(words) || open && d.amongEntries(words, parts[i+1:])),
			holdsAddress(words) && !holdsMarker(words) && columns(words) < maxEntry:
			d.addUnlabelled(p, whole)
			open = true
		default:
			d.parts = append(d.parts, p)
			open = false
		}
	}
}

// amongEntries reports whether words that look like no entry stand among some
// and have the stops of one: "Ministry of Energy, Letter to operators".
func (d *draft) amongEntries(words string, following []part) bool {
	if columns(words) > 2*wrapWidth || holdsMarker(words) || endsColon(words) || !strings.ContainsAny(words, ",.") {
		return false
	}
	return len(following) == 0 || following[0].canHold() && looksCited(d.words(following[0].Span))
}

// isDefinition reports whether s begins as "[1]: …" or "[^note]: …", which is an
// entry in a list of any other form.
func (d *draft) isDefinition(s article.Span) bool {
	l := d.labelAt(s)
	return l.form == footnote || l.form == bracketed && strings.Contains(d.words(s)[:l.size], ":")
}

// maxEntry is how many columns an entry has at most where nothing but its
// address speaks for it.
const maxEntry = 600

// usualForm returns the form of the labels that the parts of a list begin with.
// One in square brackets is sure; of the others, which wrapped lines begin with
// too, a third of the parts must have it. A bullet is none.
func (d *draft) usualForm(parts []part) labelForm {
	var counts [bullet + 1]int
	total := 0
	for _, p := range parts {
		if !p.canHold() {
			continue
		}
		total++
		counts[d.labelAt(article.Span{Start: p.lead, End: p.Span.End}).form]++
	}
	counts[bracketed] += counts[footnote] // they mix
	best := noLabel
	for form := bracketed; form < bullet; form++ {
		if counts[form] > 0 && (best == noLabel || counts[form] > counts[best]) {
			best = form
		}
	}
	if best == bracketed || best == footnote || counts[best]*3 >= total {
		return best
	}
	return noLabel
}

// labelAt returns the label of an entry that s begins with, past a bullet.
func (d *draft) labelAt(s article.Span) label {
	l := readLabel(d.words(s))
	if l.form == bullet {
		if inner := readLabel(d.words(s)[l.size:]); inner.form == bracketed || inner.form == footnote {
			return inner
		}
	}
	return l
}

// entriesOf divides s at the lines that begin with a label of the form; nil
// where the first line has none. A number without square brackets must follow on
// the one before, since wrapped lines begin with numbers too.
func (d *draft) entriesOf(s article.Span, form labelForm) []article.Span {
	if form == noLabel {
		return nil
	}
	lines := d.lines(s)
	if len(lines) == 0 || !sameForm(d.labelAt(lines[0]).form, form) {
		return nil
	}
	var entries []article.Span
	last := 0
	for i, line := range lines {
		l := d.labelAt(line)
		if sameForm(l.form, form) && (i == 0 || l.form <= footnote || l.value == last+1) {
			entries = append(entries, d.afterBullet(line))
			last = l.value
			continue
		}
		entries[len(entries)-1].End = line.End
	}
	return entries
}

// sameForm reports whether labels of two forms can number one list.
func sameForm(a, b labelForm) bool {
	return a == b || a == bracketed && b == footnote || a == footnote && b == bracketed
}

func (d *draft) afterBullet(s article.Span) article.Span {
	if l := readLabel(d.words(s)); l.form == bullet {
		s.Start += l.size
	}
	return s
}

// addUnlabelled appends the entries of a part without labels: one, unless each
// of its lines looks like one. Lines of plain text were joined for a reason.
func (d *draft) addUnlabelled(p part, whole article.Span) {
	lines := d.lines(p.Span)
	several := len(lines) > 1 && d.Format == FormatMarkdown.String()
	named := several // by author and year in brackets, as no wrapped line would be
	for _, line := range lines {
		words := d.words(line)
		several = several && holdsYear(words, true) && endsSentence(words) && !beginsSmall(words)
		named = named && authorYear.MatchString(head(words))
	}
	if !several && !named {
		if readLabel(d.words(whole)).form == bullet {
			whole = p.Span
		}
		d.addEntry(whole)
		return
	}
	for _, line := range lines {
		d.addEntry(line)
	}
}

// authorYear is the beginning of an entry by author and year in brackets.
var authorYear = regexp.MustCompile(`^[\p{Lu}\p{Pd}*_"“][^()]{0,160}\((?:c\. ?)?(?:\d{4}\b|n\.d\.|in press|forthcoming|im Druck|sous presse)`)

func (d *draft) addEntry(s article.Span) {
	d.parts = append(d.parts, part{Block: article.Block{Kind: article.Entry, Span: s}, lead: s.Start})
}

// touches reports whether s begins on the line after the last part's end.
func (d *draft) touches(s article.Span) bool {
	last := d.parts[len(d.parts)-1].Span.End
	return strings.Count(d.Text[last:s.Start], "\n") == 1
}

// headless reads a reference list without a heading off the beginning of parts:
// lines that begin with "[1]", "[2]" … and look like entries. It appends them
// and returns how many parts it has dealt with, 0 where none begins so.
func (d *draft) headless(parts []part) int {
	if !parts[0].canHold() {
		return 0
	}
	form := d.firstForm(parts[0])
	if form != bracketed && form != footnote {
		return 0
	}
	var entries, lead []article.Span
	taken := 0
	for ; taken < len(parts) && parts[taken].canHold(); taken++ {
		p := parts[taken]
		whole := article.Span{Start: p.lead, End: p.Span.End}
		if taken == 0 {
			lead, whole = d.beforeLabel(whole, form)
		}
		found := d.entriesOf(whole, form)
		if found == nil {
			if len(entries) == 0 || strings.Count(d.Text[entries[len(entries)-1].End:whole.Start], "\n") != 1 || !d.goesOn(entries[len(entries)-1], whole) {
				break
			}
			entries[len(entries)-1].End = whole.End
			continue
		}
		entries = append(entries, found...)
	}
	if !d.isList(entries, form) || len(lead) > 0 && !endsSentence(d.words(lead[0])) && !endsColon(d.words(lead[0])) {
		d.parts = append(d.parts, parts[:taken]...) // as they are, and not looked at again
		return taken
	}
	for _, s := range lead {
		rest := parts[0]
		rest.Span = s
		d.parts = append(d.parts, rest)
	}
	for _, e := range entries {
		d.addEntry(e)
	}
	return taken
}

// closing returns the entries of a list without a heading that is numbered "1." or
// "(1)" and closes the article. Since steps and findings are numbered so too,
// each must look cited, half of them must have an address, and nothing but
// furniture may follow.
func (d *draft) closing(parts []part) []article.Span {
	var entries []article.Span
	var form labelForm
	addresses := 0
	for i, p := range parts {
		whole := article.Span{Start: p.lead, End: p.Span.End}
		words := d.words(whole)
		l := readLabel(words)
		if i == 0 {
			form = l.form
		}
		if !p.canHold() || form < dotted || form == bullet || l.form != form || l.value != i+1 {
			break
		}
		if !looksCited(words) || holdsMarker(words[l.size:]) || len(words) > maxEntry {
			return nil
		}
		if holdsAddress(words) {
			addresses++
		}
		entries = append(entries, whole)
	}
	if len(entries) < 3 || 2*addresses < len(entries) {
		return nil
	}
	for _, p := range parts[len(entries):] {
		if words := d.words(p.Span); p.Kind == article.Heading || p.canHold() && !isChatter(words) && !isFurnitureCue(words) {
			return nil
		}
	}
	return entries
}

// goesOn reports whether s, the line after an entry, is the entry's own: its
// address, or words without which it would not end.
func (d *draft) goesOn(entry, s article.Span) bool {
	words := d.words(s)
	if isCue(words) || isFurnitureCue(words) || columns(words) > wrapWidth {
		return false
	}
	return beginsAddress(words) || !endsSentence(d.words(entry)) && columns(d.words(entry)) <= 3*wrapWidth
}

// firstForm returns the form of the first entry label that a line of p has.
func (d *draft) firstForm(p part) labelForm {
	for _, s := range d.lines(article.Span{Start: p.lead, End: p.Span.End}) {
		if l := d.labelAt(s); l.form == bracketed || l.form == footnote {
			return l.form
		}
	}
	return noLabel
}

// beforeLabel divides s into the lines before the first label and the rest.
func (d *draft) beforeLabel(s article.Span, form labelForm) (lead []article.Span, rest article.Span) {
	for _, line := range d.lines(s) {
		if sameForm(d.labelAt(line).form, form) {
			rest = article.Span{Start: line.Start, End: s.End}
			if line.Start > s.Start {
				lead = append(lead, d.trim(article.Span{Start: s.Start, End: line.Start}))
			}
			return lead, rest
		}
	}
	return nil, s
}

// isList reports whether entries without a heading are a reference list: half of
// them look like entries, few go on in a small letter as a sentence does behind
// its marker, and their numbers rise, or come once each in any order where all
// look like entries; one alone must be sure.
func (d *draft) isList(entries []article.Span, form labelForm) bool {
	if form == footnote {
		return len(entries) > 0
	}
	look, rising, small, last := 0, 0, 0, 0
	values := map[int]bool{}
	for _, e := range entries {
		words, l := d.words(e), d.labelAt(e)
		if looksLikeEntry(words) {
			look++
		}
		if beginsSmall(words[l.size:]) && !beginsAddress(words[l.size:]) {
			small++
		}
		if l.value > last {
			rising++
		}
		last = l.value
		values[l.value] = true
	}
	switch len(entries) {
	case 0:
		return false
	case 1:
		words := d.words(entries[0])
		return holdsAddress(words) || strings.Contains(words, "]: ")
	}
	ordered := rising*4 >= len(entries)*3 || look == len(entries) && len(values) == len(entries)
	return ordered && look*2 >= len(entries) && small*4 <= len(entries)
}

func beginsAddress(words string) bool {
	return strings.HasPrefix(words, "http") || strings.HasPrefix(words, "www.") || strings.HasPrefix(words, "doi")
}

// looksLikeEntry reports whether words have what references have and few
// sentences do: an address, an identifier, a year, or a word of retrieval.
func looksLikeEntry(words string) bool {
	return holdsYear(words, false) || holdsIdentifier(words)
}

// looksCited is looksLikeEntry for words that no label sets apart: their year
// must be set off as an entry's is, "(2019)" or "Leeds, 2019.".
func looksCited(words string) bool {
	return holdsYear(words, true) || holdsIdentifier(words)
}

func holdsIdentifier(words string) bool {
	if holdsAddress(words) {
		return true
	}
	lower := strings.ToLower(words)
	for _, cue := range []string{"n.d.", "isbn", "issn", "doi:", "pp. ", "vol. ", "[online]", "accessed", "retrieved", "ibid", "op. cit", "s. a.", "et al."} {
		if strings.Contains(lower, cue) {
			return true
		}
	}
	return false
}

// holdsYear reports whether words hold a number from 1500 to 2099; if setOff, one
// behind a bracket, a comma or a point, or before a bracket or at the end.
func holdsYear(words string, setOff bool) bool {
	digits := 0
	for i := 0; i <= len(words); i++ {
		if i < len(words) && words[i] >= '0' && words[i] <= '9' {
			digits++
			continue
		}
		if digits == 4 && words[i-4:i] >= "1500" && words[i-4:i] <= "2099" && (!setOff || isSetOff(words[:i-4], words[i:])) {
			return true
		}
		digits = 0
	}
	return false
}

func isSetOff(before, after string) bool {
	before = strings.TrimRight(before, " ")
	return before == "" || strings.ContainsAny(before[len(before)-1:], "([,.;:") ||
		strings.Trim(after, " .") == "" || strings.ContainsAny(after[:1], ")]")
}
