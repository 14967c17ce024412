package temporal

import (
	_ "embed"

	"citevet/pipeline/check"
)

//go:embed tenure-after-source.md
var tenureAfterSourcePage string

var tenureAfterSource = check.NewRule(check.Meta{
	Name:     "tenure-after-source",
	Family:   "temporal",
	Summary:  "the claim rests on an office or administration that began after its sources",
	Since:    "0.1",
	Severity: check.Error,
	Decision: true,
	Page:     tenureAfterSourcePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	reportFailed(p, "tenure-after-source", "is from before the office that the claim speaks of", newerSource)
})
