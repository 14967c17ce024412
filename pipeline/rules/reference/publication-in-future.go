package reference

import (
	_ "embed"

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
		f := laterThanRun(p, i, r.Published, out, "publication", "published", "correct the date; a work that is not out yet is forthcoming")
		f.Proof = []article.Premise{premise("published", r.Published)}
		found = append(found, f)
	}
	reportFuture(p, "publication dates", found, dates)
})
