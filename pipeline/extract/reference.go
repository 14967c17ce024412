package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// findReferences reads every reference entry of doc, in order. Entries that name
// their work by author and year alone ("Roe 2010, pp. 3–4") take their fields
// from the full entry they point to, where there is exactly one.
func findReferences(doc *article.Document) []article.Reference {
	var refs []article.Reference
	for i, b := range doc.Blocks {
		if b.Kind != article.Entry {
			continue
		}
		ref := parseReference(doc, b.Span)
		ref.Block = i
		refs = append(refs, ref)
	}
	resolveShort(doc, refs)
	return refs
}

// taken stands in refEntry.rest for each byte whose meaning is settled.
const taken = 0

// refEntry is one entry while it is read. Readers go from the surest marks (URLs,
// identifiers, dates behind their cue words) to the least sure (title,
// container), and each blanks what it understood, so that a later one can
// neither read it twice nor run across it.
type refEntry struct {
	doc  *article.Document
	base int    // offset of the entry in doc.Text
	text string // the entry's text
	rest []byte // as long as text; taken bytes are settled
	ref  article.Reference

	sameAuthor bool // dashes stand for the author of the entry above

	body    int    // where the label ends
	quoted  span   // the quotation that is the title, quotes included
	date    span   // the publication date with its brackets
	numbers int    // where volume, issue and pages begin, len(text) where none do
	anchors []span // texts of links that may be titles, in order
	address span   // the first address, or the text of the link it hides behind

	modelled bool // the reference model has read it
	journal  bool // and took the container for a journal's name
}

// span is a run of bytes of refEntry.text.
type span struct{ from, to int }

func (s span) isZero() bool { return s.to == 0 }

// MaxEntry bounds, in bytes, how much of an entry is read: longer ones are not
// entries but lists or articles that were not split.
const MaxEntry = 16 << 10

// parseReference reads one entry. What cannot be told with confidence is left
// absent: a field that is missing hides a finding, a wrong one accuses.
func parseReference(doc *article.Document, at article.Span) article.Reference {
	text := doc.Text[at.Start:at.End]
	if len(text) > MaxEntry {
		text = text[:runeStart(text, MaxEntry)]
	}
	e := &refEntry{doc: doc, base: at.Start, text: text, rest: []byte(text), numbers: len(text)}
	e.ref.Span = at
	e.readLabel()
	e.read(maxWorks)
	return e.ref
}

// read reads the fields behind the label. works bounds how many works one entry
// may join.
func (e *refEntry) read(works int) {
	e.skipSameAuthor()
	e.readURLs()
	e.readIdentifiers()
	e.findQuotedTitle()
	if at := e.secondWork(); at > 0 && works > 1 {
		later := &refEntry{doc: e.doc, base: e.base + at, text: e.text[at:], rest: []byte(e.text[at:]), numbers: len(e.text) - at}
		later.read(works - 1)
		e.cut(at)
		defer joinDates(&e.ref, &later.ref)
	}
	e.readCuedDates()
	e.readPublished()
	e.readNumbers()
	e.readNames()
	e.consultModel()
	e.readEditors()
	e.readEdition()
	e.dropToldDate()
	e.cutIssueDay()
	e.readType()
}

// take settles the bytes of s.
func (e *refEntry) take(s span) {
	for i := s.from; i < s.to; i++ {
		e.rest[i] = taken
	}
}

// field returns the words of s without the white space and taken bytes around
// them.
func (e *refEntry) field(s span) article.Field {
	s = e.trim(s, "")
	if s.from >= s.to {
		return article.Field{}
	}
	return article.Field{Text: e.text[s.from:s.to], Span: e.place(s)}
}

func (e *refEntry) place(s span) article.Span {
	return article.Span{Start: e.base + s.from, End: e.base + s.to}
}

// trim shrinks s past white space, taken bytes and the given marks.
func (e *refEntry) trim(s span, marks string) span {
	drop := func(r rune) bool {
		return r == taken || unicode.IsSpace(r) || strings.ContainsRune(marks, r)
	}
	for s.from < s.to {
		r, n := utf8.DecodeRune(e.rest[s.from:s.to])
		if !drop(r) {
			break
		}
		s.from += n
	}
	for s.from < s.to {
		r, n := utf8.DecodeLastRune(e.rest[s.from:s.to])
		if !drop(r) {
			break
		}
		s.to -= n
	}
	return s
}

// runeStart returns the last rune boundary of text at or before i.
func runeStart(text string, i int) int {
	for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

// readLabel reads what numbers the entry: "[12]", "12.", "(12)", "[^note]:".
func (e *refEntry) readLabel() {
	i := bulletEnd(e.text, 0)
	e.take(span{0, i})
	e.body = i
	label, end := labelAt(e.text, i)
	if label.isZero() {
		return
	}
	e.ref.Label = article.Field{Text: plainDigits(e.text[label.from:label.to]), Span: e.place(label)}
	end = bulletEnd(e.text, end)
	e.take(span{0, end})
	e.body = end
}

// skipSameAuthor passes over the dashes that stand for the entry above's author.
func (e *refEntry) skipSameAuthor() {
	rest := e.text[e.body:]
	trimmed := strings.TrimLeft(rest, "—–-_ ")
	n := len(rest) - len(trimmed)
	if n < len("——") || !strings.HasPrefix(trimmed, ".") && !strings.HasPrefix(trimmed, ",") {
		return
	}
	e.take(span{e.body, e.body + n + 1})
	e.body += n + 1
	e.sameAuthor = true
}

// bulletEnd returns where white space and a list's bullets end that begin at i.
func bulletEnd(text string, i int) int {
	for i < len(text) {
		switch {
		case strings.IndexByte(" \t\n*-+", text[i]) >= 0:
			i++
		case strings.HasPrefix(text[i:], "•"), strings.HasPrefix(text[i:], "–"), strings.HasPrefix(text[i:], "—") && !strings.HasPrefix(text[i:], "——"):
			i += len("•")
		default:
			return i
		}
	}
	return i
}

// labelAt returns the label that an entry carries at i, and where the entry
// goes on behind it. A four-digit number with a full stop is a year, not a label.
func labelAt(text string, i int) (label span, end int) {
	for i < len(text) && text[i] == ' ' {
		i++
	}
	if i >= len(text) {
		return span{}, i
	}
	switch c := text[i]; {
	case c == '[':
		n := labelLen(text[i+1:])
		j := i + 1 + n
		if n == 0 || j >= len(text) || text[j] != ']' {
			return span{}, i
		}
		end = j + 1
		if end < len(text) && text[end] == ':' {
			end++
		}
		return span{i + 1, j}, end
	case c == '(' || '0' <= c && c <= '9' || c == '^':
		j := i
		if c == '(' || c == '^' {
			j++
		}
		first := j
		for j < len(text) && '0' <= text[j] && text[j] <= '9' {
			j++
		}
		if j == first || j-first > 3 {
			return span{}, i
		}
		start := first
		if c == '^' {
			start--
		}
		return closeLabel(text, c, start, j)
	}
	return superscriptLabel(text, i)
}

// closeLabel checks the mark and the white space behind a bare number.
func closeLabel(text string, open byte, from, to int) (span, int) {
	end := to
	if end < len(text) {
		switch text[end] {
		case ')', ']':
			end++
		case '.', ':':
			if open == '(' {
				return span{}, from
			}
			end++
		case ' ', '\t':
			if open != '^' {
				return span{}, from
			}
		default:
			return span{}, from
		}
	}
	if end < len(text) && text[end] != ' ' && text[end] != '\t' && text[end] != '\n' {
		return span{}, from
	}
	return span{from, to}, end
}

// labelLen returns the length of the label that text begins with: up to 24
// letters, digits and "^ - _ : . +" without space, at least one of them a digit
// or the first a "^". "[online]" is no label.
func labelLen(text string) int {
	digit := false
	for i, r := range text {
		switch {
		case unicode.IsDigit(r), i == 0 && r == '^':
			digit = true
		case unicode.IsLetter(r), i > 0 && strings.ContainsRune("-_:.+", r):
		default:
			if digit {
				return i
			}
			return 0
		}
		if i > 24 {
			return 0
		}
	}
	return 0
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// superscriptLabel reads a label of superscript digits.
func superscriptLabel(text string, i int) (span, int) {
	j := i
	for j < len(text) {
		r, n := utf8.DecodeRuneInString(text[j:])
		if !strings.ContainsRune(superscripts, r) {
			break
		}
		j += n
	}
	if j == i {
		return span{}, i
	}
	return span{i, j}, j
}

// plainDigits returns digits with superscript ones made plain.
func plainDigits(digits string) string {
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune(superscripts, r); i >= 0 {
			return rune('0' + len([]rune(superscripts[:i])))
		}
		return r
	}, digits)
}
