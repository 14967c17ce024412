package brief

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"citevet/pipeline/article"
)

// excerpt is one line of a file with the places on it that are to be seen. A
// line of prose can be as long as a chapter, so only the neighbourhood of the
// places is ever looked at.
type excerpt struct {
	line   int
	source []byte // the whole file
	start  int    // of the line
	end    int
	marks  []underline
}

// underline is a place on a line, with the words that stand below it.
type underline struct {
	start, end int // bytes of the file
	words      string
	primary    bool
}

// sourceLines remembers where the lines asked for begin and end: many findings
// can stand on one line, and the line can be all of the file.
type sourceLines struct {
	source []byte
	known  map[int]extent
}

// excerpt returns the line that a position stands on.
func (l sourceLines) excerpt(p article.Position) excerpt {
	bounds, ok := l.known[p.Line]
	if !ok {
		at := min(p.Offset, len(l.source))
		bounds = extent{bytes.LastIndexAny(l.source[:at], "\n\r") + 1, len(l.source)}
		if i := bytes.IndexAny(l.source[at:], "\n\r"); i >= 0 {
			bounds.to = at + i
		}
		l.known[p.Line] = bounds
	}
	return excerpt{line: p.Line, source: l.source, start: bounds.from, end: bounds.to}
}

// mark adds a place, unless the line has all it can show, and reports whether it
// did. What of it lies on later lines is left out. Places that touch and say the
// same are one.
func (e *excerpt) mark(start, end int, words string, primary bool) bool {
	start, end = min(start, e.end), min(end, e.end)
	for i, m := range e.marks {
		if m.primary == primary && m.words == words && m.start <= end && start <= m.end {
			e.marks[i].start, e.marks[i].end = min(m.start, start), max(m.end, end)
			return true
		}
		if m.start == start && m.end == end {
			e.marks[i].primary = m.primary || primary
			if m.words == "" {
				e.marks[i].words = words
			}
			return true
		}
	}
	if len(e.marks) == shownMarks {
		return false
	}
	e.marks = append(e.marks, underline{start, end, words, primary})
	return true
}

// cell is what a reader takes for one character, with the room it needs.
type cell struct {
	text       string
	width      int
	start, end int  // bytes of the file
	gap        bool // something was left out before it
}

// neighbourhood is how many bytes around a place can be shown.
const neighbourhood = 800

// cells divides the neighbourhoods of the marks into cells.
func (e *excerpt) cells() []cell {
	slices.SortStableFunc(e.marks, func(x, y underline) int { return cmp.Or(cmp.Compare(x.start, y.start), cmp.Compare(x.end, y.end)) })
	var cells []cell
	from := e.start
	for _, m := range e.marks {
		low := max(from, m.start-neighbourhood)
		high := min(e.end, max(m.start+neighbourhood, min(m.end, m.start+2*neighbourhood)+neighbourhood/4))
		for low > from && !utf8.RuneStart(e.source[low]) {
			low--
		}
		for high < e.end && high > low && !utf8.RuneStart(e.source[high]) {
			high++
		}
		if high <= low {
			continue
		}
		gap := low > from
		for _, c := range cellsOf(e.source[low:high], low) {
			c.gap = gap
			gap = false
			cells = append(cells, c)
		}
		from = high
	}
	return cells
}

const tabWidth = 4

// cellsOf divides bytes of a file into cells, with what a terminal would obey
// or not show at all written out.
func cellsOf(text []byte, offset int) []cell {
	var cells []cell
	state := -1
	for len(text) > 0 {
		var cluster []byte
		var width int
		commands := commandsLog(text)
		cluster, text, width, state = uniseg.FirstGraphemeCluster(text, state)
		c := cell{string(cluster), width, offset, offset + len(cluster), false}
		offset = c.end
		switch {
		case commands:
			c.text = "[U+0023]" + c.text[1:]
			c.width += len("[U+0023]") - 1
		case c.text == "\t":
			c.text, c.width = strings.Repeat(" ", tabWidth), tabWidth
		case !utf8.ValidString(c.text):
			c.text = fmt.Sprintf("\\x%X", cluster)
			c.width = len(c.text)
		case strings.IndexFunc(c.text, hidden) >= 0:
			c.text = visible(c.text)
			c.width = uniseg.StringWidth(c.text)
		case c.width == 0:
			c.text = "\u25CC" + c.text // a mark without its letter gets a dotted circle
			c.width = uniseg.StringWidth(c.text)
		}
		cells = append(cells, c)
	}
	return cells
}

// extent is a run of cells or bytes, to excluded.
type extent struct{ from, to int }

// render returns the line as it fits into width cells, and under it the marks
// and their words.
func (e *excerpt) render(width int, t terminal, primary ansi) []string {
	cells := e.cells()
	if len(cells) == 0 {
		return []string{""}
	}
	shown := []extent{{0, len(cells)}}
	if cells[0].start > e.start || cells[len(cells)-1].end < e.end || slices.ContainsFunc(cells, func(c cell) bool { return c.gap }) || widthOf(cells) > width {
		shown = windows(cells, e.places(cells, width), width)
	}
	var line strings.Builder
	columns := make([]int, len(cells)) // where each shown cell stands
	for i := range columns {
		columns[i] = -1
	}
	at := 0
	for n, s := range shown {
		if n > 0 || s.from > 0 || e.start < cells[0].start {
			line.WriteString("…")
			at++
		}
		for i := s.from; i < s.to; i++ {
			columns[i] = at
			line.WriteString(cells[i].text)
			at += cells[i].width
		}
	}
	if last := shown[len(shown)-1]; last.to < len(cells) || cells[len(cells)-1].end < e.end {
		line.WriteString("…")
	}
	return append([]string{strings.TrimRight(line.String(), " ")}, e.below(cells, columns, width, t, primary)...)
}

// places returns the cells of each mark, at least one, and no more than its
// share of the width.
func (e *excerpt) places(cells []cell, width int) []extent {
	share := max(4, (width-2)/len(e.marks)-3)
	var places []extent
	for _, m := range e.marks {
		from := cellAt(cells, m.start)
		to, used := from, 0
		for to < len(cells) && (cells[to].start < m.end || to == from) && used+cells[to].width <= share {
			used += cells[to].width
			to++
		}
		places = append(places, extent{from, max(to, min(from+1, len(cells)))})
	}
	return places
}

// cellAt returns the cell that holds a byte of the file, or the last one.
func cellAt(cells []cell, offset int) int {
	i, _ := slices.BinarySearchFunc(cells, offset, func(c cell, offset int) int {
		switch {
		case c.end <= offset:
			return -1
		case c.start > offset:
			return 1
		}
		return 0
	})
	return min(i, len(cells)-1)
}

// windows grows the places, cell by cell on both sides, until the width is used
// up; what then touches is one.
func windows(cells []cell, places []extent, width int) []extent {
	shown := mergeExtents(cells, places)
	used := func() int {
		n := 0
		for _, s := range shown {
			n += 2
			for i := s.from; i < s.to; i++ {
				n += cells[i].width
			}
		}
		return n
	}
	room := width - used()
	for room > 0 {
		grown := false
		for i := range shown {
			s := &shown[i]
			if s.from > 0 && !cells[s.from].gap && (i == 0 || shown[i-1].to < s.from) && cells[s.from-1].width <= room {
				s.from--
				room -= cells[s.from].width
				grown = true
			}
			if s.to < len(cells) && !cells[s.to].gap && (i == len(shown)-1 || s.to < shown[i+1].from) && cells[s.to].width <= room {
				room -= cells[s.to].width
				s.to++
				grown = true
			}
		}
		if merged := mergeExtents(cells, shown); len(merged) < len(shown) {
			room += 2 * (len(shown) - len(merged))
			shown = merged
			continue
		}
		if !grown {
			break
		}
	}
	return shown
}

// mergeExtents joins extents that touch or overlap. Extents are in order.
func mergeExtents(cells []cell, in []extent) []extent {
	var out []extent
	for _, e := range in {
		if n := len(out); n > 0 && e.from <= out[n-1].to && !(e.from == out[n-1].to && e.from < len(cells) && cells[e.from].gap) {
			out[n-1].to = max(out[n-1].to, e.to)
			continue
		}
		out = append(out, e)
	}
	return out
}
