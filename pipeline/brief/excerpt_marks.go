package brief

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rivo/uniseg"
)

// below returns the row of carets and the rows of words under them.
func (e *excerpt) below(cells []cell, columns []int, width int, t terminal, primary ansi) []string {
	var carets canvas
	var rows []canvas
	places := e.underlined(cells, columns)
	for i, m := range e.marks {
		at := places[i]
		if at.to == 0 {
			continue
		}
		sign, style := "-", blue
		if m.primary {
			sign, style = "^", primary
		}
		carets.put(at.from, strings.Repeat(sign, at.to-at.from), style)
		if m.words == "" {
			continue
		}
		words := clipped(m.words, width)
		room := uniseg.StringWidth(words)
		left := max(0, min(at.from, width-room))
		if left < at.from && room+1 < at.from && underAnother(places, i, extent{left, left + room}) {
			words, left, room = words+" "+sign, at.from-room-1, room+2
		}
		row := slices.IndexFunc(rows, func(c canvas) bool { return c.free(left, left+room) })
		if row < 0 {
			rows = append(rows, canvas{})
			row = len(rows) - 1
		}
		rows[row].put(left, words, style)
	}
	out := []string{carets.render(t)}
	for _, r := range rows {
		out = append(out, r.render(t))
	}
	return out
}

// underlined returns the columns of the marks, none for one that is not shown.
func (e *excerpt) underlined(cells []cell, columns []int) []extent {
	places := make([]extent, len(e.marks))
	for n, m := range e.marks {
		from := cellAt(cells, m.start)
		column := columns[from]
		if column < 0 {
			continue
		}
		to := column + 1
		for i := from; i < len(cells) && cells[i].start < m.end && columns[i] >= 0; i++ {
			to = max(to, columns[i]+cells[i].width)
		}
		places[n] = extent{column, to}
	}
	return places
}

// underAnother reports whether words that had to be moved to the left stand below
// another mark than theirs, the n-th: then a sign at their end says which it is.
func underAnother(places []extent, n int, words extent) bool {
	for i, p := range places {
		if i != n && p.from < words.to && words.from < p.to {
			return true
		}
	}
	return false
}

// clipped returns words cut to at most width cells.
func clipped(words string, width int) string {
	if uniseg.StringWidth(words) <= width {
		return words
	}
	var b strings.Builder
	used := 0
	for _, c := range cellsOf([]byte(words), 0) {
		if used += c.width; used > width-1 {
			break
		}
		b.WriteString(c.text)
	}
	return b.String() + "…"
}

// canvas is one row of text put at columns, in any order.
type canvas struct{ pieces []canvasPiece }

type canvasPiece struct {
	column, width int
	text          string
	style         ansi
}

// put writes text at a column; where something stands already, what comes later
// is cut at its left by as much.
func (c *canvas) put(column int, text string, style ansi) {
	c.pieces = append(c.pieces, canvasPiece{column, uniseg.StringWidth(text), text, style})
	slices.SortStableFunc(c.pieces, func(x, y canvasPiece) int { return cmp.Compare(x.column, y.column) })
}

// free reports whether a run of columns, with one to spare on each side, is empty.
func (c *canvas) free(from, to int) bool {
	for _, p := range c.pieces {
		if from <= p.column+p.width && p.column <= to {
			return false
		}
	}
	return true
}

func (c *canvas) render(t terminal) string {
	var b strings.Builder
	at := 0
	for _, p := range c.pieces {
		text := p.text
		if over := at - p.column; over > 0 {
			if over >= len(text) {
				continue
			}
			text = text[over:]
		} else {
			b.WriteString(strings.Repeat(" ", -over))
		}
		b.WriteString(t.styled(p.style, text))
		at = max(at, p.column) + uniseg.StringWidth(text)
	}
	return b.String()
}
