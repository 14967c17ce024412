package measure

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode/utf8"
)

// Table is the scores of one set.
type Table struct {
	Title string
	Note  string // what was compared, and how
	Head  []string
	Rows  [][]string
}

// row adds a row; cells that are no strings are printed as they are by fmt.
func (t *Table) row(cells ...any) {
	var row []string
	for _, c := range cells {
		if f, ok := c.(float64); ok {
			c = figure(f)
		}
		row = append(row, fmt.Sprint(c))
	}
	t.Rows = append(t.Rows, row)
}

// Write prints the report as Markdown.
func (r Report) Write(w io.Writer) error {
	var b strings.Builder
	for i, t := range r.Tables {
		if i > 0 {
			b.WriteByte('\n')
		}
		t.write(&b)
	}
	for i, s := range r.Skipped {
		if i == 0 {
			b.WriteString("\nNot scored:\n\n")
		}
		fmt.Fprintf(&b, "- %s\n", s)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t *Table) write(b *strings.Builder) {
	fmt.Fprintf(b, "### %s\n\n", t.Title)
	if t.Note != "" {
		fmt.Fprintf(b, "%s\n\n", t.Note)
	}
	widths := make([]int, len(t.Head))
	for _, row := range append([][]string{t.Head}, t.Rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	writeRow(b, t.Head, widths)
	for i, width := range widths {
		switch {
		case i == 0:
			b.WriteString("| " + strings.Repeat("-", width) + " ")
		default: // figures stand to the right
			b.WriteString("| " + strings.Repeat("-", width-1) + ": ")
		}
	}
	b.WriteString("|\n")
	for _, row := range t.Rows {
		writeRow(b, row, widths)
	}
}

func writeRow(b *strings.Builder, row []string, widths []int) {
	for i, cell := range row {
		space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
		if i == 0 {
			b.WriteString("| " + cell + space + " ")
		} else {
			b.WriteString("| " + space + cell + " ")
		}
	}
	b.WriteString("|\n")
}

// Sets returns the sets that have misses, in order.
func (r Report) Sets() []string {
	var names []string
	for name := range r.Misses {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// Sheet returns the misses of one set side by side, one a line: where, gold,
// read and context, parted by tabs.
func (r Report) Sheet(set string) []byte {
	var b strings.Builder
	b.WriteString("where\tgold\tread\tcontext\n")
	for _, m := range r.Misses[set] {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", folded(m.Where), folded(m.Gold), folded(m.Read), folded(m.Context))
	}
	return []byte(b.String())
}
