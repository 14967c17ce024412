package reference

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/check"
)

//go:embed duplicate-number.md
var duplicateNumberPage string

var duplicateNumber = check.NewRule(check.Meta{
	Name:     "duplicate-number",
	Family:   "reference",
	Summary:  "two entries of one list carry the same number",
	Since:    "0.1",
	Severity: check.Error,
	Page:     duplicateNumberPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	first := map[string]int{}
	section := -2
	for i, r := range a.References {
		if r.Label.IsZero() {
			continue
		}
		at := a.Blocks[r.Block].Section
		if at != section || r.Label.Text == "1" && i > 0 && a.References[i-1].Label.Text != "1" {
			clear(first) // another list, or the same heading with a list that begins anew
			section = at
		}
		j, twice := first[r.Label.Text]
		if !twice {
			first[r.Label.Text] = i
			continue
		}
		p.Report(check.Finding{
			Span:       r.Label.Span,
			Message:    fmt.Sprintf("two entries carry the number %s", r.Label.Text),
			Help:       "number the list anew and correct the markers that mean this entry",
			Label:      "carried before",
			Related:    []check.Related{{Span: a.References[j].Label.Span, Label: "first carried here"}},
			References: []int{j, i},
		})
	}
})
