package temporal

import (
	_ "embed"

	"citevet/pipeline/check"
)

//go:embed source-predates-claim.md
var sourcePredatesClaimPage string

var sourcePredatesClaim = check.NewRule(check.Meta{
	Name:     "source-predates-claim",
	Family:   "temporal",
	Summary:  "every cited source was published before what the claim tells",
	Since:    "0.1",
	Severity: check.Error,
	Decision: true,
	Page:     sourcePredatesClaimPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	reportFailed(p, "source-predates-claim", "is older than the time the claim speaks of", newerSource)
})
