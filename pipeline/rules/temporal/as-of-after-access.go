package temporal

import (
	_ "embed"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed as-of-after-access.md
var asOfAfterAccessPage string

var asOfAfterAccess = check.NewRule(check.Meta{
	Name:     "as-of-after-access",
	Family:   "temporal",
	Summary:  "the claim speaks as of a time after all its sources were read",
	Since:    "0.1",
	Severity: check.Error,
	Decision: true,
	Page:     asOfAfterAccessPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	reportFailed(p, "as-of-after-access", "was read before the time the claim speaks of", func(c *article.Claim) string { return readAgain(p, c) })
})
