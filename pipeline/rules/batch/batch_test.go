package batch

import (
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/check/checktest"
)

// Where the events are read from is not this family's; the page of the rule that
// compares them is run beside all the others.
func TestRules(t *testing.T) {
	var own []*check.Rule
	for _, r := range Rules(func(*article.Article) []Event { return nil }) {
		if r.Name != "event-dated-differently" {
			own = append(own, r)
		}
	}
	checktest.Run(t, own)
}
