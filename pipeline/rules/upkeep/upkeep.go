// Package upkeep holds the rules about the comments with which an article's
// writers answer findings: they must say why, and go when nothing needs them.
package upkeep

import "citevet/pipeline/check"

// Rules are the family's rules in the order of the catalogue.
var Rules = []*check.Rule{
	badSuppression,
	unusedSuppression,
}
