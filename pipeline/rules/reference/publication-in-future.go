package reference

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed publication-in-future.md
var publicationInFuturePage string

var publicationInFuture = check.NewRule(check.Meta{
	Name:     "publication-in-future",
	Family:   "reference",
	Summary:  "the publication date lies after the day of the run",
	Since:    "0.1",
	Severity: check.Error,
	Page:     publicationInFuturePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []check.Finding
	dates := 0
	for i := range a.References {
		r := &a.References[i]
		out := earliest(r.Published)
		if !out.IsZero() {
			dates++
		}
		if out.IsZero() || !check.Own(r, r.Published.Field) {
			continue
		}
		slack := printAheadDays
		if check.Own(r, r.URL) && !check.Printed(r) {
			slack = check.SlackDays
		}
		if !p.AsOf.AddDays(slack).Before(out) {
			continue
		}
		found = append(found, check.Finding{
			Span:       r.Published.Span,
			Message:    fmt.Sprintf("the publication date lies after %s, the day of the run", p.AsOf),
			Help:       "correct the date; a work that is not out yet is forthcoming",
			Label:      fmt.Sprintf("published %s", r.Published.When),
			Proof:      []article.Premise{premise("published", r.Published)},
			Line:       fmt.Sprintf("%s < published %s", p.AsOf, out),
			References: []int{i},
		})
	}
	reportFuture(p, "publication dates", found, dates)
})
