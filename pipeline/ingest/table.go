package ingest

import (
	"strings"

	"citevet/pipeline/article"
)

// findTables reads the tables drawn with pipes that no markup has claimed: rows
// on lines of their own, and a whole table that lost its line ends on the way.
func (d *draft) findTables() {
	parts := d.parts
	d.parts = make([]part, 0, len(parts))
	table := 1
	for _, p := range parts {
		table = max(table, p.Table+1)
	}
	for _, p := range parts {
		if p.marked || p.Kind != article.Paragraph || strings.Count(d.words(p.Span), "|") < 2 {
			d.parts = append(d.parts, p)
			continue
		}
		table += d.tableParts(p, table)
	}
	d.numberTables()
}

// tableParts appends what p holds: its tables, numbered from number, and the
// lines between them. It returns how many tables there were.
func (d *draft) tableParts(p part, number int) int {
	lines := d.lines(p.Span)
	tables, kept := 0, 0
	keep := func(end int) {
		if kept < end {
			rest := p
			rest.Span = article.Span{Start: lines[kept].Start, End: lines[end-1].End}
			if kept > 0 {
				rest.lead = rest.Span.Start
			}
			d.parts = append(d.parts, rest)
		}
	}
	for i := 0; i < len(lines); {
		if grid, lead, trail := d.flattened(lines[i]); grid != nil {
			keep(i)
			d.addParagraph(lead)
			d.addTable(grid, number+tables)
			d.addParagraph(trail)
			tables++
			i++
			kept = i
			continue
		}
		if grid, rows := d.drawn(lines[i:]); grid != nil {
			keep(i)
			d.addTable(grid, number+tables)
			tables++
			i += rows
			kept = i
			continue
		}
		i++
	}
	keep(len(lines))
	return tables
}

func (d *draft) addParagraph(s article.Span) {
	if s = d.trim(s); s.Len() > 0 {
		d.parts = append(d.parts, part{Block: article.Block{Kind: article.Paragraph, Span: s}, lead: s.Start})
	}
}

// addTable appends the cells of a grid, whose first row is the head.
func (d *draft) addTable(grid [][]article.Span, number int) {
	for row, cells := range grid {
		for column, cell := range cells {
			if cell.Len() == 0 {
				continue
			}
			p := part{Block: article.Block{Kind: article.Cell, Span: cell, Table: number, Row: row, Column: column}, lead: cell.Start, marked: true}
			if row == 0 {
				p.Kind = article.TableHead
			}
			d.parts = append(d.parts, p)
		}
	}
}

// drawn reads a table of one row a line off the beginning of lines: a head, a
// line of dashes, and rows; or, without dashes, rows of equally many cells. It
// returns nil where there is none, else how many lines it took.
func (d *draft) drawn(lines []article.Span) (grid [][]article.Span, taken int) {
	dashed := len(lines) > 1 && d.isDashes(d.cells(lines[1]))
	width := 0
	for taken < len(lines) && isTableRow(d.words(lines[taken])) {
		cells := d.cells(lines[taken])
		if taken == 0 {
			width = len(cells)
		} else if !dashed && len(cells) != width {
			return nil, 0
		}
		if taken != 1 || !dashed {
			grid = append(grid, cells)
		}
		taken++
	}
	if taken < 2 || width < 2 && !dashed {
		return nil, 0
	}
	if !dashed && taken < 3 && !strings.HasPrefix(d.words(lines[0]), "|") {
		return nil, 0 // two lines of a menu
	}
	return grid, taken
}

// flattened reads a table whose rows all stand on one line, "| A | B | |---|---|
// | a | b | | c | d |". The run of dashes tells how many columns there are; from
// there on every row is as many cells and the blank that its line end left. What
// stands before the head and after the last row is returned as lead and trail.
func (d *draft) flattened(line article.Span) (grid [][]article.Span, lead, trail article.Span) {
	pieces := d.split(line)
	first := 0
	for first < len(pieces) && !d.isDash(pieces[first]) {
		first++
	}
	width := 0
	for first+width < len(pieces) && d.isDash(pieces[first+width]) {
		width++
	}
	head := first - 1 - width
	if width < 2 || head < 0 || pieces[first-1].Len() > 0 || first+width >= len(pieces)-1 {
		return nil, lead, trail
	}
	grid = append(grid, pieces[head:head+width])
	at := first + width
	for at+width < len(pieces) && pieces[at].Len() == 0 {
		grid = append(grid, pieces[at+1:at+1+width])
		at += width + 1
	}
	if len(grid) < 2 {
		return nil, lead, trail
	}
	if head > 0 {
		lead = article.Span{Start: line.Start, End: pieces[head-1].End}
	}
	trail = article.Span{Start: line.End, End: line.End}
	if at < len(pieces) { // else the last row lacks its closing pipe
		trail.Start = pieces[at].Start
	}
	return grid, lead, trail
}

// cells returns the cells of one row, without the pipes at its ends.
func (d *draft) cells(row article.Span) []article.Span {
	cells := d.split(row)
	if len(cells) > 0 && cells[0].Len() == 0 {
		cells = cells[1:]
	}
	if len(cells) > 0 && cells[len(cells)-1].Len() == 0 {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// split returns what stands between the pipes of s, blanks trimmed. A pipe
// behind a backslash divides nothing.
func (d *draft) split(s article.Span) []article.Span {
	var pieces []article.Span
	start := s.Start
	for i := s.Start; i < s.End; i++ {
		if d.Text[i] == '|' && (i == s.Start || d.Text[i-1] != '\\') {
			pieces = append(pieces, d.trim(article.Span{Start: start, End: i}))
			start = i + 1
		}
	}
	return append(pieces, d.trim(article.Span{Start: start, End: s.End}))
}

// isDash reports whether a cell belongs to the line under a table's head.
func (d *draft) isDash(cell article.Span) bool {
	words := d.words(cell)
	return strings.Contains(words, "-") && strings.Trim(words, "-:") == ""
}

func (d *draft) isDashes(cells []article.Span) bool {
	for _, c := range cells {
		if !d.isDash(c) {
			return false
		}
	}
	return len(cells) > 0
}

// isTableRow reports whether a line is drawn as a row, with a pipe before its
// first cell or with two at least between its cells.
func isTableRow(words string) bool {
	if strings.HasPrefix(words, "|") {
		return strings.Count(words, "|") >= 2
	}
	return strings.Count(words, " | ") >= 2 && readLabel(words).form == noLabel && !holdsAddress(words)
}

// maxHead is how many words a row's head has at most; a longer first cell is
// one that states something.
const maxHead = 12

// numberTables numbers the tables as they stand and makes the first cell of
// each row its head, unless it makes a statement itself.
func (d *draft) numberTables() {
	table, last := 0, 0
	widths := map[int]int{}
	for i := range d.parts {
		p := &d.parts[i]
		if p.Table == 0 {
			continue
		}
		if p.Table != last {
			table, last = table+1, p.Table
		}
		p.Table = table
		widths[table] = max(widths[table], p.Column+1)
	}
	for i := range d.parts {
		p := &d.parts[i]
		if p.Kind != article.Cell || p.Column != 0 || widths[p.Table] < 2 {
			continue
		}
		if words := d.words(p.Span); len(strings.Fields(words)) <= maxHead && !holdsMarker(words) {
			p.Kind = article.TableHead
		}
	}
}

// holdsMarker reports whether words hold a citation marker.
func holdsMarker(words string) bool {
	for {
		at := strings.IndexByte(words, '[')
		if at < 0 {
			return false
		}
		words = words[at:]
		if markerSize(words[:min(len(words), maxMarker)]) > 0 {
			return true
		}
		words = words[1:]
	}
}
