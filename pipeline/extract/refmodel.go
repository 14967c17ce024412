package extract

import (
	_ "embed"
	"math"
	"sync"
)

//go:generate go test . -run=^TestReferenceModelIsFresh$ -update

// compiledReferences is a linear model of the order of fields in references, a
// structured perceptron (Collins, "Discriminative Training Methods for Hidden
// Markov Models", 2002) whose weights are averaged. It is trained on marked
// references of AnyStyle (BSD 2-Clause; see model/training).
//
//go:embed model/references.bin
var compiledReferences []byte

// refLabels are what a token of an entry can belong to, in the order of the
// model's classes.
var refLabels = []string{
	"author", "citation-number", "collection-title", "container-title", "date", "doi", "edition", "editor", "genre", "isbn", "journal",
	"location", "note", "pages", "publisher", "title", "translator", "url", "volume",
}

const refLabelCount = 19

// refModel is the model laid out for reading: weights of labels by feature, and
// of pairs of labels by the kind of the edge between two tokens.
type refModel struct {
	model
	edges []int32 // [edge][label before][label]
}

var trainedReferences = sync.OnceValue(func() *refModel {
	m, data := &refModel{}, compiledReferences
	m.slots, data = cutWords(data)
	m.weights, data = cutWords(data)
	words, _ := cutWords(data)
	m.edges = make([]int32, len(words))
	for i, w := range words {
		m.edges[i] = int32(w)
	}
	return m
})

// refScores are the scores of one entry: of each label at each token, and of each
// pair of labels at the edge before each token.
type refScores struct {
	nodes [][refLabelCount]int32
	edges [][2]int
	table []int32
}

// score scores the features of an entry.
func (m *refModel) score(f refFeatures) refScores {
	s := refScores{nodes: make([][refLabelCount]int32, len(f.tokens)), edges: f.edges, table: m.edges}
	for i, hashes := range f.tokens {
		for _, h := range hashes {
			weights, _ := m.find(h)
			for _, w := range weights {
				s.nodes[i][w>>24] += int32(w<<8) >> 8
			}
		}
	}
	return s
}

// edge returns the score of label b behind label a at token i.
func (s *refScores) edge(i, a, b int) int32 {
	const pairs = refLabelCount * refLabelCount
	at := a*refLabelCount + b
	return s.table[s.edges[i][0]*pairs+at] + s.table[s.edges[i][1]*pairs+at]
}

// best returns the labels with the highest sum (Viterbi's algorithm). It takes
// time linear in the number of tokens.
func (s *refScores) best() []int {
	n := len(s.nodes)
	if n == 0 {
		return nil
	}
	from := make([][refLabelCount]int8, n)
	sums := s.nodes[0]
	for i := 1; i < n; i++ {
		var next [refLabelCount]int32
		for b := range refLabelCount {
			top, at := int32(math.MinInt32), 0
			for a := range refLabelCount {
				if v := sums[a] + s.edge(i, a, b); v > top {
					top, at = v, a
				}
			}
			next[b], from[i][b] = top+s.nodes[i][b], int8(at)
		}
		sums = next
	}
	labels := make([]int, n)
	for b := range refLabelCount {
		if sums[b] > sums[labels[n-1]] {
			labels[n-1] = b
		}
	}
	for i := n - 1; i > 0; i-- {
		labels[i-1] = int(from[i][labels[i]])
	}
	return labels
}

// margins returns by how much the best labels beat the best reading that gives
// token i another label than they do, for each i: the difference of max-marginals.
func (s *refScores) margins(labels []int) []int32 {
	n := len(s.nodes)
	forward := make([][refLabelCount]int32, n)
	forward[0] = s.nodes[0]
	for i := 1; i < n; i++ {
		for b := range refLabelCount {
			top := int32(math.MinInt32)
			for a := range refLabelCount {
				top = max(top, forward[i-1][a]+s.edge(i, a, b))
			}
			forward[i][b] = top + s.nodes[i][b]
		}
	}
	margins := make([]int32, n)
	var behind [refLabelCount]int32
	for i := n - 1; i >= 0; i-- {
		if i+1 < n {
			var next [refLabelCount]int32
			for a := range refLabelCount {
				top := int32(math.MinInt32)
				for b := range refLabelCount {
					top = max(top, s.edge(i+1, a, b)+s.nodes[i+1][b]+behind[b])
				}
				next[a] = top
			}
			behind = next
		}
		other := int32(math.MinInt32)
		for b := range refLabelCount {
			if b != labels[i] {
				other = max(other, forward[i][b]+behind[b])
			}
		}
		margins[i] = forward[i][labels[i]] + behind[labels[i]] - other
	}
	return margins
}
