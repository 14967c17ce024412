package source

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed url-date-after-access.md
var urlDateAfterAccessPage string

var urlDateAfterAccess = check.NewRule(check.Meta{
	Name:     "url-date-after-access",
	Family:   "source",
	Summary:  "the address dates the page after the day it was read",
	Since:    "0.1",
	Severity: check.Error,
	Page:     urlDateAfterAccessPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.References {
		r := &a.References[i]
		read := r.Accessed.When.To
		path, ok := pathDate(r)
		if !ok || read.IsZero() || !check.Own(r, r.Accessed.Field) || !read.AddDays(check.SlackDays).Before(path.From) || foretold(r, path) {
			continue
		}
		if out := r.Published.When.From; read.AddDays(check.SlackDays).Before(out) {
			continue // the entry itself says so, and access-before-publication tells it
		}
		p.Report(check.Finding{
			Span:    r.Accessed.Span,
			Message: fmt.Sprintf("the source was read before the date in its address, %s", r.URLDate.Text),
			Help:    "correct the access date or the address",
			Label:   fmt.Sprintf("read %s", r.Accessed.When),
			Related: []check.Related{{Span: urlSpan(r), Label: "in the address " + r.URLDate.When.String()}},
			Proof: []article.Premise{
				{What: "accessed", How: "stated", Words: r.Accessed.Text, Span: r.Accessed.Span, When: r.Accessed.When},
				{What: "published", How: "URL path", Words: r.URLDate.Text, Span: urlSpan(r), When: r.URLDate.When},
			},
			Line:       fmt.Sprintf("read %s < in the address %s", read, path.From),
			References: []int{i},
		})
	}
})
