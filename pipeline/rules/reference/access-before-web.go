package reference

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed access-before-web.md
var accessBeforeWebPage string

var accessBeforeWeb = check.NewRule(check.Meta{
	Name:     "access-before-web",
	Family:   "reference",
	Summary:  "the access or archive date is older than the site, the archive or the web",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     accessBeforeWebPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	for i := range p.Article.References {
		r := &p.Article.References[i]
		site, known := platformAt(r.URL.Text)
		if !known {
			site = platform{"the web", since(webBegan, 1), false}
		}
		if !r.URL.IsZero() {
			reportTooEarly(p, i, r.Accessed, "read", site)
		}
		reportTooEarly(p, i, r.Archived, "archived", platform{"archives of the web", firstCopies, false})
	}
})

// reportTooEarly reports a date of entry i that is surely over before what it was
// read on began.
func reportTooEarly(p *check.Pass, i int, d article.DateField, verb string, on platform) {
	r := &p.Article.References[i]
	if !check.Own(r, d.Field) || !d.When.Before(when.Day(on.launched)) || precedesWork(r, d) {
		return
	}
	p.Report(check.Finding{
		Span:       d.Span,
		Message:    fmt.Sprintf("the source was %s before %s began", verb, on.name),
		Help:       "correct the date; if it is the day of a printed work, say so",
		Label:      fmt.Sprintf("%s %s", verb, d.When),
		Proof:      []article.Premise{premise(verb, d)},
		Line:       fmt.Sprintf("%s %s < %s", verb, d.When.To, on.launched),
		References: []int{i},
	})
}

// precedesWork reports whether a date lies before the work was published, which
// the rules on that tell at once.
func precedesWork(r *article.Reference, d article.DateField) bool {
	out := earliest(r.Published)
	return !out.IsZero() && check.Own(r, r.Published.Field) && d.When.To.AddDays(aheadOf(r)).Before(out)
}
