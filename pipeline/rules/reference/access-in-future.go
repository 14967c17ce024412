package reference

import (
	_ "embed"
	"fmt"

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
		found = append(found, check.Finding{
			Span:       r.Accessed.Span,
			Message:    fmt.Sprintf("the access date lies after %s, the day of the run", p.AsOf),
			Help:       "correct the access date",
			Label:      fmt.Sprintf("read %s", r.Accessed.When),
			Proof:      []article.Premise{premise("accessed", r.Accessed)},
			Line:       fmt.Sprintf("%s < read %s", p.AsOf, read),
			References: []int{i},
		})
	}
	reportFuture(p, "access dates", found, dates)
})
