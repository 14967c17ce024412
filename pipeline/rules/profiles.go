package rules

import "citevet/pipeline/check"

// Profile is a named set of settings for one kind of publication. A
// configuration begins from it and changes what it likes.
type Profile struct {
	Name     string
	Summary  string // one line, lower case, no full stop
	Settings []check.Setting
}

// Profiles lists the profiles there are. A rule that a profile does not name
// stays as it is by default.
var Profiles = []Profile{{
	Name:    "newsroom",
	Summary: "news and features: sources must be fresh, and what only formats a list is left alone",
	Settings: []check.Setting{
		{Rule: "stale-present", Options: map[string]any{"months": 12}},
		{Rule: "numbering-gap", Severity: "info"},
	},
}, {
	Name:    "encyclopedia",
	Summary: "articles that many hands keep: one reference serves many statements, and leads repeat what the body cites",
	Settings: []check.Setting{
		{Rule: "stale-present", Options: map[string]any{"months": 36}},
		{Rule: "repeated-bundle", Severity: "off"},
		{Rule: "uncited-claim", Severity: "off"},
	},
}, {
	Name:    "preprint",
	Summary: "papers and preprints: printed works need no address, and results of one's own no citation",
	Settings: []check.Setting{
		{Rule: "missing-url", Severity: "warning"},
		{Rule: "uncited-claim", Severity: "off"},
		{Rule: "stale-present", Severity: "info"},
	},
}, {
	Name:    "docs",
	Summary: "documentation: pages without dates are normal, addresses must be sound",
	Settings: []check.Setting{
		{Rule: "missing-year", Severity: "off"},
		{Rule: "uncited-claim", Severity: "off"},
		{Rule: "repeated-bundle", Severity: "off"},
	},
}}
