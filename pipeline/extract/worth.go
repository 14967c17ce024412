package extract

import (
	"math"
	"slices"

	"citevet/pipeline/article"
)

//go:generate go test . -run=^TestWorthIsFresh$ -update

// compiledWorth is the model that weighs every claim.
var compiledWorth = WorthModel{worthBase, worthWeights}

// weigh gives a claim its check-worthiness, 0 to 1, with the reasons in the
// order of their names. A half is a claim as worth checking as the average.
func (w *weigher) weigh(claim *article.Claim) {
	features := w.features(claim)
	claim.Reasons = nil
	for _, f := range features {
		if r := f.reason(); r != "" {
			claim.Reasons = append(claim.Reasons, r)
		}
	}
	slices.Sort(claim.Reasons)
	claim.Worth = math.Round(100*chance(compiledWorth.sum(features))) / 100
}

// chance turns log-odds into a probability.
func chance(sum float64) float64 { return 1 / (1 + math.Exp(-sum)) }
