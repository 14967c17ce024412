// Package rules lists every rule there is. The list is the registry: a rule
// that stands in no family's list does not exist.
package rules

import (
	"slices"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/rules/batch"
	"citevet/pipeline/rules/citation"
	"citevet/pipeline/rules/consistency"
	"citevet/pipeline/rules/reference"
	"citevet/pipeline/rules/source"
	"citevet/pipeline/rules/temporal"
	"citevet/pipeline/rules/upkeep"
)

//go:generate go run ./internal/catalogue

// All returns every rule, family by family, in the order of the catalogue.
func All() []*check.Rule {
	return slices.Concat(
		temporal.Rules,
		citation.Rules,
		reference.Rules,
		source.Rules,
		consistency.Rules,
		batch.Rules(events),
		upkeep.Rules,
	)
}

// events reads dated events for the rules across articles as the rules within one
// do.
func events(a *article.Article) []batch.Event {
	var all []batch.Event
	for _, d := range consistency.Events(a) {
		all = append(all, batch.Event(d))
	}
	return all
}
