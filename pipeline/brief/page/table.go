package page

import "slices"

// Column is one column of a table; widths are in points and hold no gutter.
type Column struct {
	Title string
	Width float64
	Align Align
}

// Table is rows under a head that is repeated on every page. Rows are not
// divided unless one is taller than a page.
type Table struct {
	Columns []Column
	Gutter  float64
	Head    Style
	Padding float64 // above and below the text of a row
	Rule    Pen     // below every row, where it has a width
	HeadPen Pen     // above and below the head
	Named   bool    // the first cell of each row names it

	doc  *Document
	top  Box // the head
	rows []Box
}

// NewTable returns t, ready for rows.
func (d *Document) NewTable(t Table) *Table {
	t.doc = d
	t.top = t.head()
	return &t
}

// Width returns the width of all columns and gutters.
func (t *Table) Width() float64 {
	width := t.Gutter * float64(len(t.Columns)-1)
	for _, c := range t.Columns {
		width += c.Width
	}
	return width
}

// Row adds a row of one cell a column, each set to its column's width.
func (t *Table) Row(cells ...Box) {
	tallest := 0.0
	for _, cell := range cells {
		tallest = max(tallest, cell.Height())
	}
	fits := tallest+2*t.Padding < t.doc.bodyHeight()-t.top.Height()
	if fits {
		// Who reads the page without its tags gets cell after cell, not line after line.
		cells = slices.Clone(cells)
		for i := range cells {
			cells[i] = cells[i].Whole()
		}
	}
	row := Stack(Space(t.Padding), t.beside(cells, func(i int) *part {
		if i == 0 && t.Named {
			return &part{role: headRole, scope: "Row"}
		}
		return &part{role: cellRole}
	}), Space(t.Padding)).As(rowRole)
	if fits {
		row = row.Whole()
	}
	if t.Rule.Width > 0 {
		last := &row.strips[len(row.strips)-1]
		last.marks = append(last.marks, inked{mark: stroke{0, last.height, t.Width(), last.height, t.Rule}})
	}
	t.rows = append(t.rows, row)
}

func (t *Table) beside(cells []Box, of func(column int) *part) Box {
	x := 0.0
	placed := make([]Placed, len(cells))
	for i, cell := range cells {
		placed[i] = Placed{x, cell.within(of(i))}
		x += t.Columns[i].Width + t.Gutter
	}
	return Beside(placed...)
}

func (t *Table) head() Box {
	cells := make([]Box, len(t.Columns))
	for i, c := range t.Columns {
		cells[i] = t.doc.Text(c.Width, c.Align, Span{Text: c.Title, Style: t.Head})
	}
	head := Stack(Space(t.Padding), t.beside(cells, func(int) *part { return &part{role: headRole, scope: "Column"} }), Space(t.Padding)).Whole().As(rowRole)
	s := &head.strips[0]
	s.marks = append(s.marks, inked{mark: stroke{0, 0, t.Width(), 0, t.HeadPen}}, inked{mark: stroke{0, s.height, t.Width(), s.height, t.HeadPen}})
	return head
}

// AddTable places t at x points from the left margin.
func (d *Document) AddTable(x, before float64, t *Table) {
	whole := &part{role: tableRole}
	head := t.top.Indent(x).within(whole)
	d.Add(head, Before(before), KeepWithNext)
	for _, row := range t.rows {
		d.Add(row.Indent(x).within(whole), under(head))
	}
}
