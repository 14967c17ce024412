package citation

import (
	_ "embed"

	"citevet/pipeline/check"
)

//go:embed inverted-range.md
var invertedRangePage string

var invertedRange = check.NewRule(check.Meta{
	Name:     "inverted-range",
	Family:   "citation",
	Summary:  "a range of markers runs backwards",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     invertedRangePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	if mixed(a) {
		return
	}
	byCitation := claimsByCitation(a)
	for i, c := range a.Citations {
		if c.Flaw == "" || i > 0 && a.Citations[i-1].Marker == c.Marker && a.Citations[i-1].Flaw == c.Flaw {
			continue
		}
		p.Report(check.Finding{
			Span:    c.Marker,
			Message: c.Flaw,
			Help:    "turn the range round, or separate the two numbers with a comma",
			Label:   "runs backwards",
			Claims:  byCitation[i],
		})
	}
})
