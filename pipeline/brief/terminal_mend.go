package brief

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// shownMends is how many of the places that a mend changes are shown.
const shownMends = 3

// change is a run of the file that a mend replaces; what is unlike lies in one
// neighbourhood.
type change struct {
	edits []check.Edit // with their places in the file
}

func (c change) start() int { return c.edits[0].Span.Start }
func (c change) end() int   { return c.edits[len(c.edits)-1].Span.End }

// safeFix returns the fix of a finding that may be made unseen, nil where it has none.
func safeFix(f check.Finding) *check.Fix {
	i := slices.IndexFunc(f.Fixes, func(x check.Fix) bool { return x.Safe && len(x.Edits) > 0 })
	if i < 0 {
		return nil
	}
	return &f.Fixes[i]
}

// mends shows what the safe fixes of findings of one cause would change.
func (t terminal) mends(gutter int, a *article.Article, findings []check.Finding) {
	first := safeFix(findings[0])
	if first == nil {
		return
	}
	changes := changesOf(a, findings)
	if len(changes) == 0 {
		return
	}
	if helpOf(findings[0]) != first.Message {
		t.note(gutter, "mend", first.Message)
	}
	margin := strings.Repeat(" ", gutter+2)
	for _, c := range changes[:min(len(changes), shownMends)] {
		before, after := c.rows(a.Source, t.width-gutter-4)
		for _, row := range before {
			fmt.Fprintf(t, "%s%s\n", margin, t.styled(gone, "- "+row))
		}
		for _, row := range after {
			fmt.Fprintf(t, "%s%s\n", margin, t.styled(come, "+ "+row))
		}
	}
	if n := len(changes) - shownMends; n > 0 {
		fmt.Fprintf(t, "%s… and %s\n", margin, plural(n, "more place"))
	}
}

// changesOf returns what the findings' safe fixes change, in the order of the
// file. A fix whose words stand otherwise in the file than they are read is left out.
func changesOf(a *article.Article, findings []check.Finding) []change {
	var edits []check.Edit
	for _, f := range findings {
		if fix := safeFix(f); fix != nil {
			edits = append(edits, inFile(a, fix.Edits)...)
		}
	}
	slices.SortStableFunc(edits, func(x, y check.Edit) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	var changes []change
	for _, e := range edits {
		n := len(changes) - 1
		switch {
		case n >= 0 && e.Span.Start < changes[n].end(): // two findings mend one place
		case n >= 0 && e.Span.Start-changes[n].end() < neighbourhood/4 && !bytes.ContainsAny(a.Source[changes[n].end():e.Span.Start], "\r\n"):
			changes[n].edits = append(changes[n].edits, e)
		default:
			changes = append(changes, change{[]check.Edit{e}})
		}
	}
	return changes
}

// inFile returns edits with their places in the file, none where one cannot be made.
func inFile(a *article.Article, edits []check.Edit) []check.Edit {
	var out []check.Edit
	for _, e := range edits {
		start, end := a.SourceSpan(e.Span)
		if string(a.Source[start:end]) != a.Words(e.Span) {
			return nil
		}
		out = append(out, check.Edit{Span: article.Span{Start: start, End: end}, Text: e.Text})
	}
	return out
}

// rows returns the lines that a change concerns, as they are and as they would
// be, cut to width; both begin at the same word.
func (c change) rows(source []byte, width int) (before, after []string) {
	from, to := c.start(), c.end()
	old := string(source[from:to])
	moved := make([]check.Edit, len(c.edits))
	for i, e := range c.edits {
		moved[i] = check.Edit{Span: article.Span{Start: e.Span.Start - from, End: e.Span.End - from}, Text: e.Text}
	}
	replaced := check.Mended(old, moved)
	low := max(bytes.LastIndexAny(source[:from], "\r\n")+1, from-neighbourhood)
	high := min(len(source), to+neighbourhood)
	if i := bytes.IndexAny(source[to:high], "\r\n"); i >= 0 {
		high = to + i
	}
	wide := max(firstWidth(old, width), firstWidth(replaced, width))
	lead, cut := lastCells(cellsOf(source[low:from], low), max((width-wide)/2, width/4))
	if cut || low > 0 && source[low-1] != '\n' && source[low-1] != '\r' {
		lead = "…" + lead
	}
	follow := string(source[to:high])
	if len(old)+len(replaced) > 8*neighbourhood { // no terminal shows the end of it
		old, _ = headOf(old, 4*neighbourhood)
		replaced, _ = headOf(replaced, 4*neighbourhood)
		follow = ""
	}
	before, after = changedRows(lead, old, follow, width), changedRows(lead, replaced, follow, width)
	for len(before) > 1 && len(after) > 0 && before[0] == after[0] {
		before, after = before[1:], after[1:]
	}
	return before, after
}

// changedRows writes the words of a change between what stands around it, a row
// a line of the file; empty lines are left out.
func changedRows(lead, words, follow string, width int) []string {
	var rows []string
	lines := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(spelled(words)) + follow
	for i, line := range strings.Split(lines, "\n") {
		if len(rows) == shownMends {
			return append(rows, "…")
		}
		line = joined(cellsOf([]byte(line), 0))
		if i == 0 {
			line = lead + line
		}
		if row := strings.TrimRight(clipped(line, width), " "); row != "" {
			rows = append(rows, row)
		}
	}
	return rows
}

// spelled returns words with the characters written out that take no room and
// show nothing, so that a reader sees them go.
func spelled(words string) string { return numbered(words, unseen) }

func unseen(r rune) bool { return unicode.Is(unicode.Cf, r) || r == '\u00a0' || r == '\u202f' }

// firstWidth returns the room that the first line of words needs, as far as it
// matters in a terminal of a width.
func firstWidth(words string, width int) int {
	line, _, _ := strings.Cut(words, "\n")
	line, _ = headOf(line, 16*width)
	return widthOf(cellsOf([]byte(spelled(line)), 0))
}

func widthOf(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}

// lastCells returns the end of a line, in less than width cells, and whether
// something stands before it.
func lastCells(cells []cell, width int) (words string, cut bool) {
	from, used := len(cells), 0
	for from > 0 && used+cells[from-1].width < width {
		from--
		used += cells[from].width
	}
	return joined(cells[from:]), from > 0
}

func joined(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
	}
	return b.String()
}
