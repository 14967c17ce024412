package article

import (
	"bytes"
	"sort"
)

// Position is a place in the file as read.
type Position struct {
	Offset int // byte of Document.Source, from 0
	Line   int // from 1; "\n", "\r\n" and a lone "\r" each end a line
	Column int // from 1, in code points; a byte order mark takes no column
	UTF16  int // the column from 1 in UTF-16 code units, as editors count
}

// SourceSpan returns the bytes of Source, end excluded, that s was read from.
// Where s begins or ends inside a run that was rewritten (a decoded entity), the
// whole run counts. An empty span has an empty place. s must lie within Text.
func (d *Document) SourceSpan(s Span) (start, end int) {
	start = d.sourceStart(s.Start)
	if s.Len() <= 0 {
		return start, start
	}
	p := d.Origin[d.pieceAt(s.End-1)]
	if p.Len == p.SourceLen {
		return start, p.Source + s.End - p.Text
	}
	return start, p.Source + p.SourceLen
}

// sourceStart returns where the byte of Text at offset stands in Source; the
// end of Text stands at the end of the last piece.
func (d *Document) sourceStart(offset int) int {
	if len(d.Origin) == 0 {
		return 0
	}
	p := d.Origin[d.pieceAt(offset)]
	switch {
	case offset >= p.Text+p.Len:
		return p.Source + p.SourceLen
	case p.Len == p.SourceLen:
		return p.Source + offset - p.Text
	}
	return p.Source
}

// pieceAt returns the index of the piece that holds the byte of Text at offset,
// the last one for an offset beyond all.
func (d *Document) pieceAt(offset int) int {
	after := sort.Search(len(d.Origin), func(i int) bool { return d.Origin[i].Text > offset })
	return max(after-1, 0)
}

// Words returns the text of s.
func (d *Document) Words(s Span) string { return d.Text[s.Start:s.End] }

// Locate returns the place in the file of the byte of Text at offset, which may
// be the end of Text. It reads Source from the start; ask an [Index] for many.
func (d *Document) Locate(offset int) Position { return NewIndex(d).Locate(offset) }

// Index answers where things stand in one document's file, in time that does
// not grow with the file. The document must not change while it is in use.
type Index struct {
	doc   *Document
	lines []int // where each line begins in Source
	marks []mark
}

// mark is how many code points and UTF-16 units stand before a byte of Source.
// One is kept every markEvery bytes, so that a column in a line of any length
// costs one short scan.
type mark struct{ points, units int }

const markEvery = 1024

// NewIndex reads d's source once.
func NewIndex(d *Document) *Index {
	x := &Index{doc: d, lines: []int{0}}
	if bytes.HasPrefix(d.Source, []byte("\xef\xbb\xbf")) {
		x.lines[0] = 3
	}
	var m mark
	for i, b := range d.Source {
		if i%markEvery == 0 {
			x.marks = append(x.marks, m)
		}
		m = m.add(b)
		next := i + 1
		if b == '\n' || b == '\r' && (next == len(d.Source) || d.Source[next] != '\n') {
			x.lines = append(x.lines, next)
		}
	}
	return x
}

// add counts one byte of UTF-8: every byte but a continuation begins a code
// point, and those of four bytes take two units of UTF-16.
func (m mark) add(b byte) mark {
	if b&0xC0 != 0x80 {
		m.points++
		m.units++
	}
	if b >= 0xF0 {
		m.units++
	}
	return m
}

func (x *Index) countTo(offset int) mark {
	if len(x.marks) == 0 {
		return mark{}
	}
	nearest := min(offset/markEvery, len(x.marks)-1)
	m := x.marks[nearest]
	for _, b := range x.doc.Source[nearest*markEvery : offset] {
		m = m.add(b)
	}
	return m
}

// Locate returns the place in the file of the byte of Text at offset, which may
// be the end of Text.
func (x *Index) Locate(offset int) Position { return x.At(x.doc.sourceStart(offset)) }

// Range returns the places where the bytes of s begin and end in the file.
func (x *Index) Range(s Span) (start, end Position) {
	from, to := x.doc.SourceSpan(s)
	return x.At(from), x.At(to)
}

// At returns the place of a byte of Source, which may be its end.
func (x *Index) At(offset int) Position {
	line := sort.SearchInts(x.lines, offset+1)
	begin := 0
	if line > 0 {
		begin = x.lines[line-1]
	}
	here, there := x.countTo(offset), x.countTo(begin)
	return Position{
		Offset: offset,
		Line:   max(line, 1),
		Column: here.points - there.points + 1,
		UTF16:  here.units - there.units + 1,
	}
}

// Lines returns how many lines the file has.
func (x *Index) Lines() int { return len(x.lines) }
