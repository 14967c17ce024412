// Package consistency holds the rules that compare an article with itself.
package consistency

import "citevet/pipeline/check"

// Rules are the family's rules in the order of the catalogue.
var Rules = []*check.Rule{
	roleConflict,
	numberConflict,
	dateConflict,
	statusConflict,
	headlineMismatch,
	quoteAltered,
	nameVariants,
}
