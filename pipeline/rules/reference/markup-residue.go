package reference

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed markup-residue.md
var markupResiduePage string

var markupResidue = check.NewRule(check.Meta{
	Name:     "markup-residue",
	Family:   "reference",
	Summary:  "markup or misread characters are left over in an entry",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     markupResiduePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []check.Finding
	for i := range a.References {
		r := &a.References[i]
		left, ok := residueIn(textOf(a, r))
		if !ok {
			continue
		}
		at := article.Span{Start: r.Span.Start + left.at.Start, End: r.Span.Start + left.at.End}
		f := check.Finding{
			Span:       at,
			Message:    fmt.Sprintf("“%s” is %s", strings.Join(strings.Fields(a.Words(at)), " "), left.what),
			Help:       "write what it stands for, as a reader is to see it",
			Label:      "left over",
			References: []int{i},
		}
		if left.means != "" {
			f.Fixes = []check.Fix{{Message: "write the characters that are meant", Edits: []check.Edit{{Span: at, Text: left.means}}, Safe: left.safe}}
		}
		found = append(found, f)
	}
	reportTogether(p, found, fmt.Sprintf("markup or misread characters are left over in %d entries", len(found)))
})
