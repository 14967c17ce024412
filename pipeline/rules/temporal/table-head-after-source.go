package temporal

import (
	_ "embed"

	"citevet/pipeline/check"
)

//go:embed table-head-after-source.md
var tableHeadAfterSourcePage string

var tableHeadAfterSource = check.NewRule(check.Meta{
	Name:     "table-head-after-source",
	Family:   "temporal",
	Summary:  "a table's head dates the cell after all its sources",
	Since:    "0.1",
	Severity: check.Error,
	Decision: true,
	Page:     tableHeadAfterSourcePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	reportFailed(p, "table-head-after-source", "is from before the time that the table's head gives", newerSource)
})
