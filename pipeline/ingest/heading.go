package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// sectionNames are the headings that tell what follows, in lower case. The
// names of reference lists are those of English and of the languages of Europe
// and Asia that articles are most written in.
var sectionNames = map[string]section{
	"references": referenceSection, "reference list": referenceSection, "list of references": referenceSection,
	"sources": referenceSection, "sources cited": referenceSection, "source list": referenceSection, "list of sources": referenceSection,
	"references and sources": referenceSection, "sources and references": referenceSection,
	"bibliography": referenceSection, "selected bibliography": referenceSection, "works cited": referenceSection, "literature cited": referenceSection,
	"citations": referenceSection, "cited sources": referenceSection, "general references": referenceSection,
	"notes": referenceSection, "footnotes": referenceSection, "endnotes": referenceSection,
	"notes and references": referenceSection, "references and notes": referenceSection,
	"literature": referenceSection, "works consulted": referenceSection, "references cited": referenceSection, "notes and sources": referenceSection,
	"sources and notes": referenceSection, "sources used": referenceSection, "lähteet": referenceSection, "källor": referenceSection, "kilder": referenceSection,
	"источники": referenceSection, "список источников": referenceSection, "литература": referenceSection, "список литературы": referenceSection,
	"примечания": referenceSection, "сноски": referenceSection, "джерела": referenceSection, "література": referenceSection, "примітки": referenceSection,
	"дереккөздер": referenceSection, "әдебиеттер": referenceSection,
	"quellen": referenceSection, "quellenverzeichnis": referenceSection, "einzelnachweise": referenceSection, "literatur": referenceSection,
	"literaturverzeichnis": referenceSection, "références": referenceSection, "bibliographie": referenceSection, "notes et références": referenceSection,
	"referencias": referenceSection, "fuentes": referenceSection, "bibliografía": referenceSection, "referências": referenceSection, "fontes": referenceSection,
	"bibliografia": referenceSection, "riferimenti": referenceSection, "fonti": referenceSection, "note": referenceSection,
	"bronnen": referenceSection, "referenties": referenceSection, "źródła": referenceSection, "przypisy": referenceSection,
	"kaynakça": referenceSection, "kaynaklar": referenceSection, "参考文献": referenceSection, "参考资料": referenceSection, "來源": referenceSection,
	"来源": referenceSection, "引用文献": referenceSection, "出典": referenceSection, "脚注": referenceSection, "참고문헌": referenceSection, "المراجع": referenceSection, "المصادر": referenceSection,

	"read also": furnitureSection, "also read": furnitureSection, "read more": furnitureSection, "read next": furnitureSection,
	"see also": furnitureSection, "related": furnitureSection, "related articles": furnitureSection, "related stories": furnitureSection,
	"related news": furnitureSection, "related topics": furnitureSection, "related content": furnitureSection, "related posts": furnitureSection,
	"more on this story": furnitureSection, "more on this topic": furnitureSection, "more stories": furnitureSection, "more from us": furnitureSection,
	"most read": furnitureSection, "most popular": furnitureSection, "recommended": furnitureSection, "recommended reading": furnitureSection,
	"you may also like": furnitureSection, "you might also like": furnitureSection, "don't miss": furnitureSection, "trending": furnitureSection,
	"further reading": furnitureSection, "external links": furnitureSection,
	"читайте также": furnitureSection, "читать также": furnitureSection, "см. также": furnitureSection, "ссылки": furnitureSection, "смотрите также": furnitureSection,
	"siehe auch": furnitureSection, "weblinks": furnitureSection, "lesen sie auch": furnitureSection, "voir aussi": furnitureSection, "à lire aussi": furnitureSection,
	"lire aussi": furnitureSection, "véase también": furnitureSection, "lea también": furnitureSection, "enlaces externos": furnitureSection, "leggi anche": furnitureSection,
}

// maxName is the length in bytes of the longest name above, and some room for
// the number and the marks around it.
const maxName = 80

// sectionOf returns what kind of section words announce when they are all of a
// line: "7. References:", "**Sources**", "READ ALSO:".
func sectionOf(words string) section {
	if len(words) > maxName {
		return plainSection
	}
	words = strings.TrimLeft(words, "#*_ ")
	words = strings.TrimLeft(words, "0123456789.) ")
	words = strings.TrimRight(words, "*_ :：.")
	words = strings.ReplaceAll(strings.ToLower(words), "’", "'")
	return sectionNames[words]
}

// findHeadings makes headings of lines that no markup says are ones: the names
// of known sections in every format; in plain text also the title, lines in
// capitals, and short lines that stand alone.
func (d *draft) findHeadings(format Format) {
	d.splitCues()
	inReferences, inPointers := false, false
	drawn := 0 // the level of the last heading that markup gave
	for i := range d.parts {
		p := &d.parts[i]
		opens := sectionOf(d.words(p.Span))
		if opens == referenceSection && d.tellsOfLiterature(i) {
			opens = plainSection
		}
		inPointers = inPointers && d.gap(i) == 1
		switch {
		case p.Kind == article.Heading:
			p.opens, drawn = opens, p.Level
		case p.marked || !d.isSingle(i):
		case opens == referenceSection:
			d.makeHeading(i, d.levelAt(i))
			p.opens = opens
		case opens == furnitureSection:
			inPointers = true
		case p.strong && d.isStrongHeading(i):
			d.makeHeading(i, min(drawn+1, 6))
		case format != FormatText || inPointers:
		case inReferences && !(inCapitals(d.words(p.Span)) && !holdsYear(d.words(p.Span), false)):
		case i == 0 && d.isTitle(i):
			d.makeHeading(i, 1)
		case d.isHeadingLine(i):
			d.makeHeading(i, 2)
		}
		if p.Kind == article.Heading {
			inReferences, inPointers = p.opens == referenceSection, false
		}
	}
}

// tellsOfLiterature reports whether part i, "Literature", heads not a list of it
// but what a country's or a language's writers wrote.
func (d *draft) tellsOfLiterature(i int) bool {
	if !strings.Contains(strings.ToLower(d.words(d.parts[i].Span)), "literature") || i+1 >= len(d.parts) {
		return false
	}
	first, _, _ := strings.Cut(d.words(d.parts[i+1].Span), "\n")
	return holdsMarker(first) && readLabel(first).form == noLabel || !looksCited(first)
}

// isStrongHeading reports whether part i, all of it stressed, heads what follows
// rather than stressing a sentence.
func (d *draft) isStrongHeading(i int) bool {
	words := d.words(d.parts[i].Span)
	return i+1 < len(d.parts) && len(strings.Fields(words)) <= 20 && !strings.Contains(words, "\n") &&
		!endsSentence(words) && !strings.HasSuffix(words, ",") && !holdsMarker(words) && !isDateLine(words) && !isByline(words)
}

// makeHeading makes a heading of part i, its number included.
func (d *draft) makeHeading(i, level int) {
	p := &d.parts[i]
	p.Kind, p.Level = article.Heading, level
	p.Span.Start = p.lead
}

// isSingle reports whether part i is a paragraph, or the only item of its list,
// which is how a numbered heading looks: "2. Methods".
func (d *draft) isSingle(i int) bool {
	form := func(i int) labelForm {
		if i < 0 || i >= len(d.parts) || d.parts[i].Kind != article.ListItem {
			return noLabel
		}
		return readLabel(d.Text[d.parts[i].lead:d.parts[i].Span.End]).form
	}
	switch d.parts[i].Kind {
	case article.Paragraph:
		return true
	case article.ListItem:
		own := form(i)
		return own == dotted && form(i-1) != own && form(i+1) != own
	}
	return false
}

// splitCues gives the name of a section a part of its own where a list follows
// it on the next line of the same paragraph.
func (d *draft) splitCues() {
	parts := d.parts
	d.parts = make([]part, 0, len(parts))
	for _, p := range parts {
		words := d.words(p.Span)
		end := strings.IndexByte(words, '\n')
		if p.Kind != article.Paragraph || p.marked || end < 0 || !isCue(words[:end]) {
			d.parts = append(d.parts, p)
			continue
		}
		name := p
		name.Span.End = p.Span.Start + end
		p.Span = d.trim(article.Span{Start: name.Span.End, End: p.Span.End})
		p.lead = p.Span.Start
		d.parts = append(d.parts, name, p)
	}
}

// levelAt returns the level of a heading that markup gives none: beside the
// last one above, but never the title's.
func (d *draft) levelAt(i int) int {
	for i--; i >= 0; i-- {
		if p := d.parts[i]; p.Kind == article.Heading {
			return max(p.Level, 2)
		}
	}
	return 2
}

// gap returns how many line ends stand between the part before i and part i,
// two at least where there is none before.
func (d *draft) gap(i int) int {
	if i <= 0 || i >= len(d.parts) {
		return 2
	}
	return strings.Count(d.Text[d.parts[i-1].Span.End:d.parts[i].lead], "\n")
}

// isTitle reports whether the first part is a title: short, no sentence, and
// with text below it.
func (d *draft) isTitle(i int) bool {
	words := d.words(d.parts[i].Span)
	if columns(words) > 200 || strings.Count(words, "\n") > 1 || len(strings.Fields(words)) > 30 {
		return false
	}
	if strings.HasSuffix(words, ".") || endsColon(words) || strings.HasSuffix(words, ",") || holdsMarker(words) || holdsAddress(words) {
		return false
	}
	return i+1 < len(d.parts) && !isByline(words) && !isDateLine(words)
}

// isHeadingLine reports whether part i, one line of plain text, is a heading:
// it ends without a stop, and either stands alone, or is in capitals, or comes
// between paragraphs of long lines.
func (d *draft) isHeadingLine(i int) bool {
	words := d.words(d.parts[i].Span)
	fields := len(strings.Fields(words))
	if fields > 12 || columns(words) > 80 || strings.Contains(words, "\n") || i+1 >= len(d.parts) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	if unicode.IsLower(first) || strings.ContainsRune(".,;!…。)\"”", last) {
		return false
	}
	if holdsMarker(words) || holdsAddress(words) || strings.Contains(words, "|") || isByline(words) || isDateLine(words) ||
		isFurnitureCue(words) || isChatter(words) {
		return false
	}
	next := d.parts[i+1]
	if inCapitals(words) {
		return true
	}
	if next.Kind != article.Paragraph && next.Kind != article.ListItem || endsColon(words) {
		return false
	}
	following := columns(d.words(next.Span))
	if d.gap(i) > 1 && d.gap(i+1) > 1 {
		return following > columns(words)
	}
	return following > wrapWidth && following > 2*columns(words) && endsSentence(d.words(next.Span))
}

// inCapitals reports whether all letters of words are capitals, four at least.
func inCapitals(words string) bool {
	letters := 0
	for _, r := range words {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 4
}

// holdsAddress reports whether words hold a web address.
func holdsAddress(words string) bool {
	return strings.Contains(words, "://") || strings.Contains(words, "www.") || strings.Contains(words, "doi.org/")
}
