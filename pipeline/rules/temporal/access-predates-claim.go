package temporal

import (
	_ "embed"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed access-predates-claim.md
var accessPredatesClaimPage string

var accessPredatesClaim = check.NewRule(check.Meta{
	Name:     "access-predates-claim",
	Family:   "temporal",
	Summary:  "every cited source was last read before what the claim tells",
	Since:    "0.1",
	Severity: check.Error,
	Decision: true,
	Page:     accessPredatesClaimPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	reportFailed(p, "access-predates-claim", "was read before the time the claim speaks of", func(c *article.Claim) string { return readAgain(p, c) })
})
