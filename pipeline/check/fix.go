package check

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"citevet/pipeline/article"
)

// Mended returns text with the edits made. The edits are in order and apart, as
// in [Fix.Edits].
func Mended(text string, edits []Edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.Span.Start])
		b.WriteString(e.Text)
		at = e.Span.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// SafeFixes returns, for each finding that has one, its first safe fix, those
// left out that overlap an earlier finding's.
func (r *Result) SafeFixes() []Fix {
	var fixes []Fix
	var taken []Edit
	for _, f := range r.Findings {
		i := slices.IndexFunc(f.Fixes, func(x Fix) bool { return x.Safe && len(x.Edits) > 0 })
		if i < 0 || slices.ContainsFunc(f.Fixes[i].Edits, func(e Edit) bool { return overlaps(taken, e) }) {
			continue
		}
		fixes = append(fixes, f.Fixes[i])
		taken = append(taken, f.Fixes[i].Edits...)
	}
	return fixes
}

// overlaps reports whether e touches a byte or a place that another edit touches.
func overlaps(taken []Edit, e Edit) bool {
	return slices.ContainsFunc(taken, func(t Edit) bool {
		return t.Span.Start <= e.Span.End && e.Span.Start <= t.Span.End
	})
}

// MendSource returns the article's file with the fixes made, and how many were.
// A fix is left out where its words stand otherwise in the file than they are
// read, as an entity of Markdown does.
func MendSource(d *article.Document, fixes []Fix) (source []byte, made int) {
	var edits []Edit
	for _, f := range fixes {
		if moved, ok := inSource(d, f.Edits); ok {
			edits = append(edits, moved...)
			made++
		}
	}
	slices.SortFunc(edits, func(a, b Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return []byte(Mended(string(d.Source), edits)), made
}

// inSource returns the edits with their places in the file.
func inSource(d *article.Document, edits []Edit) ([]Edit, bool) {
	moved := make([]Edit, len(edits))
	for i, e := range edits {
		start, end := d.SourceSpan(e.Span)
		if !bytes.Equal(d.Source[start:end], []byte(d.Text[e.Span.Start:e.Span.End])) {
			return nil, false
		}
		moved[i] = Edit{article.Span{Start: start, End: end}, e.Text}
	}
	return moved, true
}
