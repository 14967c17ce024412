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
	Summary: "news and features: sources must be fresh and independent, and what only formats a list is left alone",
	Settings: append([]check.Setting{
		{Rule: "stale-present", Options: map[string]any{"months": 12}},
		{Rule: "press-release", Severity: "warning"},
		{Rule: "user-generated", Severity: "warning"},
	}, off("inconsistent-fields", "access-without-day")...),
}, {
	Name:    "encyclopedia",
	Summary: "articles that many hands keep: one reference serves many statements, and what people post is no source",
	Settings: append([]check.Setting{
		{Rule: "stale-present", Options: map[string]any{"months": 36}},
		{Rule: "user-generated", Severity: "warning"},
	}, off("repeated-bundle", "self-citation")...),
}, {
	Name:    "preprint",
	Summary: "papers and preprints: printed works need no address, and results of one's own no citation",
	Settings: append([]check.Setting{
		{Rule: "first-use-out-of-order", Severity: "info"},
		{Rule: "stale-present", Severity: "info"},
		{Rule: "user-generated", Severity: "warning"},
	}, off("missing-url", "no-access-date", "access-without-day", "self-citation", "uncited-claim", "uncited-number")...),
}, {
	Name:    "docs",
	Summary: "documentation: pages without dates and authors are normal, addresses must be sound",
	Settings: off("missing-year", "missing-publisher", "no-access-date", "access-without-day", "inconsistent-fields", "bare-url", "home-page-cited",
		"single-outlet", "user-generated", "press-release", "self-citation", "stale-present",
		"uncited-claim", "uncited-number", "uncited-quote", "repeated-bundle"),
}}

// off returns settings that turn rules off.
func off(names ...string) []check.Setting {
	var settings []check.Setting
	for _, n := range names {
		settings = append(settings, check.Setting{Rule: n, Severity: "off"})
	}
	return settings
}
