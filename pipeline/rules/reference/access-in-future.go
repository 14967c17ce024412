package reference

import (
	_ "embed"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed access-in-future.md
var accessInFuturePage string

var accessInFuture = check.NewRule(check.Meta{
	Name:     "access-in-future",
	Family:   "reference",
	Summary:  "the access date lies after the day of the run",
	Since:    "0.1",
	Severity: check.Error,
	Page:     accessInFuturePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []check.Finding
	dates := 0
	for i := range a.References {
		r := &a.References[i]
		read := earliest(r.Accessed)
		if !read.IsZero() {
			dates++
		}
		if read.IsZero() || !check.Own(r, r.Accessed.Field) || !p.AsOf.AddDays(check.SlackDays).Before(read) {
			continue
		}
		f := laterThanRun(p, i, r.Accessed, read, "access", "read", "correct the access date")
		f.Proof = []article.Premise{premise("accessed", r.Accessed)}
		found = append(found, f)
	}
	reportFuture(p, "access dates", found, dates)
})
