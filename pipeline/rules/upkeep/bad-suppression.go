package upkeep

import (
	_ "embed"

	"citevet/pipeline/check"
)

//go:embed bad-suppression.md
var badSuppressionPage string

var badSuppression = check.NewRule(check.Meta{
	Name:     "bad-suppression",
	Family:   "upkeep",
	Summary:  "a comment that should take findings back cannot be heeded",
	Since:    "0.1",
	Severity: check.Warning,
	Last:     true,
	Page:     badSuppressionPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	for _, s := range p.Suppressions {
		if s.Flaw == "" {
			continue
		}
		p.Report(check.Finding{
			Span:    place(p.Article.Text, s),
			Message: "the comment above is not heeded: " + s.Flaw,
			Help:    "write it like <!-- citevet-disable-next-line RULE: reason -->",
			Label:   "below <!-- " + s.Words + " -->",
		})
	}
})
