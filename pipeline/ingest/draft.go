package ingest

import (
	"strings"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// draft is a document in the making.
type draft struct {
	article.Document
	parts []part
}

// part is a block in the making. What a part heads and stands under is linked
// when all parts are known.
type part struct {
	article.Block
	// lead is where the part's list marker begins, Span.Start where it has
	// none: a list item is its words, an entry includes its label.
	lead int
	// marked says that markup gave the kind, so that nothing is guessed of it.
	marked bool
	// strong says that markup stresses all of it, as people do for a heading.
	strong bool
	// section is the kind of section a heading opens, if it is a known one.
	opens section
}

// section is what a heading's words say of what follows.
type section int

const (
	plainSection section = iota
	referenceSection
	furnitureSection
)

func (d *draft) words(s article.Span) string { return d.Text[s.Start:s.End] }

// lines returns the spans of the lines within s, without what surrounds them
// of spaces, blank ones left out.
func (d *draft) lines(s article.Span) []article.Span {
	var lines []article.Span
	for start := s.Start; start < s.End; {
		end := s.End
		if n := strings.IndexByte(d.Text[start:s.End], '\n'); n >= 0 {
			end = start + n
		}
		if line := d.trim(article.Span{Start: start, End: end}); line.Len() > 0 {
			lines = append(lines, line)
		}
		start = end + 1
	}
	return lines
}

// trim returns s without white space at either side.
func (d *draft) trim(s article.Span) article.Span {
	words := d.words(s)
	left := strings.TrimLeft(words, blanks)
	s.Start += len(words) - len(left)
	s.End = s.Start + len(strings.TrimRight(left, blanks))
	return s
}

// blanks are the characters that surround words without being part of them: the
// ASCII white space, no-break and ideographic space, the zero-width marks.
const blanks = " \t\n\v\f\u0085\u00a0\u2028\u2029\u3000\u200b\u200e\u200f\ufeff"

// columns returns the width of words in code points.
func columns(words string) int { return utf8.RuneCountInString(words) }

// structure recognises what markup does not say and turns parts into blocks.
func (d *draft) structure(format Format) {
	d.findTables()
	d.findHeadings(format)
	d.findEntries()
	d.findFurniture()
	d.findDate()
	d.link()
}

// link numbers sections and table heads and hands the parts over as blocks.
func (d *draft) link() {
	parts := d.parts
	d.parts = nil
	for _, p := range parts {
		if p.Span = d.trim(p.Span); p.Span.Len() > 0 {
			d.parts = append(d.parts, p)
		}
	}
	d.Blocks = make([]article.Block, len(d.parts))
	for i, p := range d.parts {
		p.ColumnHead, p.RowHead = -1, -1
		d.Blocks[i] = p.Block
	}
	d.parts = nil
	d.linkSections()
	d.linkTables()
}

// linkSections gives each block the nearest heading above it, and each heading
// the nearest above that is higher.
func (d *draft) linkSections() {
	var open [7]int // by level: the heading that is in force, -1 for none
	for i := range open {
		open[i] = -1
	}
	deepest := func(level int) int {
		for ; level > 0; level-- {
			if open[level] >= 0 {
				return open[level]
			}
		}
		return -1
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != article.Heading {
			b.Section = deepest(6)
			continue
		}
		b.Section = deepest(b.Level - 1)
		open[b.Level] = i
		for below := b.Level + 1; below <= 6; below++ {
			open[below] = -1
		}
	}
}

// linkTables gives each cell the blocks that head its column and its row.
func (d *draft) linkTables() {
	var heads map[int]int // by column
	table, row, rowHead := 0, 0, -1
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Table == 0 {
			continue
		}
		if b.Table != table {
			table, row, rowHead, heads = b.Table, 0, -1, map[int]int{}
		}
		if b.Row != row {
			row, rowHead = b.Row, -1
		}
		if b.Row == 0 {
			heads[b.Column] = i
			continue
		}
		if head, ok := heads[b.Column]; ok {
			b.ColumnHead = head
		}
		if b.Column == 0 {
			rowHead = i
			continue
		}
		b.RowHead = rowHead
	}
}

// problem tells the user of something that could not be read.
func (d *draft) problem(message string, at article.Span) {
	d.Problems = append(d.Problems, article.Problem{Message: message, Span: at})
}
