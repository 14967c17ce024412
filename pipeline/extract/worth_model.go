package extract

import (
	"math"
	"slices"

	"citevet/pipeline/article"
)

// WorthModel weighs how much a claim is worth checking: a logistic model, whose
// sums are log-odds.
type WorthModel struct {
	base    float64            // of a claim that nothing speaks for or against
	weights map[string]float64 // by the name of the feature
}

// JudgedWorth is a stretch of an article, mostly a sentence, that people found
// worth checking or not.
type JudgedWorth struct {
	Document string // what it is a part of; models are trained on whole documents
	Worthy   bool
	claims   [][]worthFeature
}

// JudgeWorth returns the stretch at span with what people said of it.
func JudgeWorth(a *article.Article, span article.Span, document string, worthy bool) JudgedWorth {
	j := JudgedWorth{Document: document, Worthy: worthy}
	w := newWeigher(a)
	for i := range a.Claims {
		if a.Claims[i].Span.Overlaps(span) {
			j.claims = append(j.claims, w.features(&a.Claims[i]))
		}
	}
	return j
}

// Worth is the check-worthiness, 0 to 1, of the claim most worth checking; 0
// where nothing is claimed.
func (m *WorthModel) Worth(j *JudgedWorth) float64 {
	worth := 0.0
	for _, features := range j.claims {
		worth = max(worth, chance(m.sum(features)))
	}
	return worth
}

func (m *WorthModel) sum(features []worthFeature) float64 {
	sum := m.base
	for _, f := range features {
		sum += m.weights[f.name] * f.value
	}
	return sum
}

// worthPrior is what the reasons of the check-worthiness literature add before
// any data speaks, in log-odds: answers to experts' questions have few figures and
// dates, and would leave what counts in news to chance.
var worthPrior = map[string]float64{
	"statistic": 1.2, "attribution": 0.6, "causal": 0.4, "comparison": 0.4, "event": 0.6, "dated": 0.6, "name": 0.6, "names": 0.8,
	"not as fact": -0.6, "length": 0.3, "speaks to the reader": -0.4, "about the text": -1, "instruction": -0.6,
}

// TrainWorth fits the weights by gradient ascent on the likelihood of each
// stretch's best claim. Both answers count the same in sum, so that an average
// claim scores a half; a penalty keeps rare reasons near what was held of them
// before. The same list gives the same model.
func TrainWorth(list []JudgedWorth) *WorthModel {
	const rounds, rate, momentum, penalty = 200, 0.5, 0.9, 0.025
	t := newWorthTrainer(list)
	moved, movedBase := make([]float64, len(t.weights)), 0.0
	for range rounds {
		slope, base := t.slope()
		movedBase = momentum*movedBase + rate*base
		t.base += movedBase
		for k := range slope {
			moved[k] = momentum*moved[k] + rate*(slope[k]-penalty*(t.weights[k]-t.prior[k]))
			t.weights[k] += moved[k]
		}
	}
	m := &WorthModel{base: t.base, weights: map[string]float64{}}
	for k, name := range t.names {
		m.weights[name] = t.weights[k]
	}
	return m
}

// worthTrainer has the features numbered in the order of their names.
type worthTrainer struct {
	names          []string
	weights, prior []float64
	base           float64
	examples       []numberedWorth
}

type numberedWorth struct {
	pull   float64 // what the example counts, below 0 for what is not worthy
	claims [][]numberedFeature
}

type numberedFeature struct {
	name  int
	value float64
}

func newWorthTrainer(list []JudgedWorth) *worthTrainer {
	t := &worthTrainer{}
	yes := 0
	number := map[string]int{}
	for _, j := range list {
		if j.Worthy {
			yes++
		}
		for _, features := range j.claims {
			for _, f := range features {
				if _, ok := number[f.name]; !ok {
					number[f.name] = 0
					t.names = append(t.names, f.name)
				}
			}
		}
	}
	slices.Sort(t.names)
	for k, name := range t.names {
		number[name] = k
		t.prior = append(t.prior, worthPrior[name])
	}
	t.weights = slices.Clone(t.prior)
	for _, j := range list {
		x := numberedWorth{pull: -0.5 / float64(len(list)-yes)}
		if j.Worthy {
			x.pull = 0.5 / float64(yes)
		}
		for _, features := range j.claims {
			var numbered []numberedFeature
			for _, f := range features {
				numbered = append(numbered, numberedFeature{number[f.name], f.value})
			}
			x.claims = append(x.claims, numbered)
		}
		t.examples = append(t.examples, x)
	}
	return t
}

// slope returns the slope of the likelihood in every weight and in the base.
func (t *worthTrainer) slope() (slope []float64, base float64) {
	slope = make([]float64, len(t.weights))
	for i := range t.examples {
		x := &t.examples[i]
		best, sum := t.best(x)
		if best < 0 {
			continue
		}
		pull := x.pull * chance(sum)
		if x.pull > 0 {
			pull = x.pull * (1 - chance(sum))
		}
		base += pull
		for _, f := range x.claims[best] {
			slope[f.name] += pull * f.value
		}
	}
	return slope, base
}

// best returns the claim that is most worth checking; -1 where there is none.
func (t *worthTrainer) best(x *numberedWorth) (index int, most float64) {
	index, most = -1, math.Inf(-1)
	for i, claim := range x.claims {
		sum := t.base
		for _, f := range claim {
			sum += t.weights[f.name] * f.value
		}
		if sum > most {
			index, most = i, sum
		}
	}
	return index, most
}
