package temporal

import (
	_ "embed"
	"slices"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed impossible-date.md
var impossibleDatePage string

var impossibleDate = check.NewRule(check.Meta{
	Name:     "impossible-date",
	Family:   "temporal",
	Summary:  "the calendar does not have the date that is written",
	Since:    "0.1",
	Severity: check.Error,
	Page:     impossibleDatePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for _, t := range a.Times {
		if t.Flaw != "" {
			reportFlaw(p, t.Core(), t.Flaw, nil)
		}
	}
	for i := range a.References {
		r := &a.References[i]
		for _, d := range []article.DateField{r.Published, r.Accessed, r.Archived, r.Updated} {
			if d.Flaw != "" {
				reportFlaw(p, d.Span, d.Flaw, []int{i})
			}
		}
	}
})

func reportFlaw(p *check.Pass, span article.Span, flaw string, references []int) {
	p.Report(check.Finding{
		Span:       span,
		Message:    "the calendar does not have this date: " + flaw,
		Help:       "correct the date from its source",
		Label:      flaw,
		Line:       flaw,
		References: references,
		Claims:     claimsOver(p.Article, span),
	})
}

// claimsOver returns the claims that a place lies in. Claims are in order and
// apart.
func claimsOver(a *article.Article, span article.Span) []int {
	var claims []int
	first, _ := slices.BinarySearchFunc(a.Claims, span.End, func(c article.Claim, end int) int { return c.Span.End - end })
	for i := first; i < len(a.Claims) && a.Claims[i].Span.Start <= span.Start; i++ {
		claims = append(claims, i)
	}
	return claims
}
