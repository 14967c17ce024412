package extract

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// markedEntry is an entry whose fields people have marked.
type markedEntry struct {
	labels []string
	fields []string
}

func (m markedEntry) text() string { return strings.Join(m.fields, " ") }

// markedEntries reads the marked references, those held apart or the others.
func markedEntries(t testing.TB, apart bool) []markedEntry {
	t.Helper()
	var entries []markedEntry
	for line := range strings.Lines(trainingText(t, "model/training/anystyle.tsv.gz")) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		var m markedEntry
		for i := 0; i+1 < len(parts); i += 2 {
			m.labels = append(m.labels, parts[i])
			m.fields = append(m.fields, parts[i+1])
		}
		if HeldApart(m.text()) == apart {
			entries = append(entries, m)
		}
	}
	return entries
}

// labelOf returns the model's class for the name of a field, the rare ones folded.
func labelOf(name string) int {
	switch name {
	case "director", "producer", "medium", "source":
		name = "note"
	}
	return slices.Index(refLabels, name)
}

// labelled returns the tokens of a marked entry and the label of each.
func (m markedEntry) labelled() ([]refToken, []int) {
	var ends, labels []int
	end := 0
	for _, f := range m.fields {
		end += len(f) + len(" ")
		ends = append(ends, end)
	}
	tokens := refTokens(m.text(), 0)
	k := 0
	for _, t := range tokens {
		for t.at.from >= ends[k] {
			k++
		}
		label := labelOf(m.labels[k])
		if t.yearOfVolume() {
			label = labelOf("date") // some entries have "2002;57(7)" for a volume
		}
		labels = append(labels, label)
	}
	return tokens, labels
}

// trainer learns with whole numbers, so that every machine learns the same.
type trainer struct {
	index   map[hash]int
	hashes  []hash
	nodes   []int32 // [feature][label]
	edges   []int32 // [edge][label][label]
	nodeSum []int64 // of updates times their step, for the average
	edgeSum []int64
	step    int64

	nodeTotal, edgeTotal []int32 // averages summed over runs, in 64ths
}

// trainingEntry is an entry with the numbers of its features.
type trainingEntry struct {
	features [][]int32
	edges    [][2]int
	gold     []int
}

const (
	trainingRuns   = 3   // orders of the entries, whose weights are summed
	trainingRounds = 10  // over all entries in each run
	trainingMargin = 200 // by which the marked reading is to win for each token that differs
	keptScale      = 64  // weights are kept in 64ths
)

// prepare numbers the features that occur at least twice.
func (tr *trainer) prepare(entries []markedEntry) []trainingEntry {
	type told struct {
		f    refFeatures
		gold []int
	}
	var all []told
	count := map[hash]int{}
	for _, e := range entries {
		tokens, gold := e.labelled()
		f := featuresOf(tokens)
		for _, hs := range f.tokens {
			for _, h := range hs {
				count[h]++
			}
		}
		all = append(all, told{f, gold})
	}
	tr.index = map[hash]int{}
	var out []trainingEntry
	for _, a := range all {
		e := trainingEntry{edges: a.f.edges, gold: a.gold, features: make([][]int32, len(a.f.tokens))}
		for i, hs := range a.f.tokens {
			for _, h := range hs {
				if count[h] < 2 {
					continue
				}
				n, ok := tr.index[h]
				if !ok {
					n = len(tr.hashes)
					tr.index[h] = n
					tr.hashes = append(tr.hashes, h)
				}
				e.features[i] = append(e.features[i], int32(n))
			}
		}
		out = append(out, e)
	}
	tr.nodeTotal = make([]int32, len(tr.hashes)*refLabelCount)
	tr.edgeTotal = make([]int32, refEdges*refLabelCount*refLabelCount)
	return out
}

// begin forgets all weights.
func (tr *trainer) begin() {
	tr.nodes, tr.nodeSum = make([]int32, len(tr.nodeTotal)), make([]int64, len(tr.nodeTotal))
	tr.edges, tr.edgeSum = make([]int32, len(tr.edgeTotal)), make([]int64, len(tr.edgeTotal))
	tr.step = 0
}

// end adds the averages of the run to those of the others.
func (tr *trainer) end() {
	for i := range tr.nodes {
		tr.nodeTotal[i] += tr.average(tr.nodes[i], tr.nodeSum[i])
	}
	for i := range tr.edges {
		tr.edgeTotal[i] += tr.average(tr.edges[i], tr.edgeSum[i])
	}
}

// learn reads an entry with a handicap for the marked labels, and moves the
// weights where another reading wins.
func (tr *trainer) learn(e *trainingEntry) {
	tr.step++
	s := refScores{nodes: make([][refLabelCount]int32, len(e.gold)), edges: e.edges, table: tr.edges}
	for i, fs := range e.features {
		node := &s.nodes[i]
		for b := range node {
			if b != e.gold[i] {
				node[b] = trainingMargin
			}
		}
		for _, f := range fs {
			row := tr.nodes[int(f)*refLabelCount:][:refLabelCount]
			for b, w := range row {
				node[b] += w
			}
		}
	}
	got := s.best()
	for i, g := range e.gold {
		if got[i] != g {
			for _, f := range e.features[i] {
				tr.moveNode(int(f), g, 1)
				tr.moveNode(int(f), got[i], -1)
			}
		}
		if i > 0 && (got[i] != g || got[i-1] != e.gold[i-1]) {
			for _, edge := range e.edges[i] {
				tr.moveEdge(edge, e.gold[i-1], g, 1)
				tr.moveEdge(edge, got[i-1], got[i], -1)
			}
		}
	}
}

func (tr *trainer) moveNode(f, label int, by int32) {
	at := f*refLabelCount + label
	tr.nodes[at] += by
	tr.nodeSum[at] += int64(by) * tr.step
}

func (tr *trainer) moveEdge(edge, a, b int, by int32) {
	at := (edge*refLabelCount+a)*refLabelCount + b
	tr.edges[at] += by
	tr.edgeSum[at] += int64(by) * tr.step
}

// average returns a weight averaged over all steps, in 64ths.
func (tr *trainer) average(weight int32, sum int64) int32 {
	return int32((int64(weight)*(tr.step+1) - sum) * keptScale / (tr.step + 1))
}

func trainReferences(entries []markedEntry, log func(string, ...any)) []byte {
	tr := &trainer{}
	prepared := tr.prepare(entries)
	log("%d entries, %d features", len(prepared), len(tr.hashes))
	order := make([]int, len(prepared))
	for i := range order {
		order[i] = i
	}
	state := uint64(1)
	for range trainingRuns {
		tr.begin()
		for range trainingRounds {
			for i := len(order) - 1; i > 0; i-- { // Fisher-Yates over Knuth's MMIX generator
				state = state*6364136223846793005 + 1442695040888963407
				j := int(state >> 33 % uint64(i+1))
				order[i], order[j] = order[j], order[i]
			}
			for _, k := range order {
				tr.learn(&prepared[k])
			}
		}
		tr.end()
	}
	return tr.layOut(log)
}

const leastWeight = 64 // 64ths; smaller weights are left out

func (tr *trainer) layOut(log func(string, ...any)) []byte {
	var rows []modelRow
	for f, h := range tr.hashes {
		var ws []uint32
		for b := range refLabelCount {
			at := f*refLabelCount + b
			if w := tr.nodeTotal[at] / trainingRuns; w >= leastWeight || w <= -leastWeight {
				ws = append(ws, uint32(b)<<24|uint32(w)&0xffffff)
			}
		}
		if len(ws) > 0 {
			rows = append(rows, modelRow{h, ws})
		}
	}
	slots, weights := layTable(rows)
	edges := make([]uint32, len(tr.edgeTotal))
	for i := range edges {
		edges[i] = uint32(tr.edgeTotal[i] / trainingRuns)
	}
	log("%d features kept, %d weights", len(rows), len(weights))
	return appendLists(nil, slots, weights, edges)
}

// TestReferenceModelIsFresh trains model/references.bin where it is asked to;
// CI asks, by go generate, and compares.
func TestReferenceModelIsFresh(t *testing.T) {
	if !*update {
		t.Skip("training takes a quarter of a minute; go generate does it")
	}
	data := trainReferences(markedEntries(t, false), t.Logf)
	if err := os.WriteFile("model/references.bin", data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestReferenceModelHoldsItsFloor scores the labels of tokens in the entries that
// no training has seen.
func TestReferenceModelHoldsItsFloor(t *testing.T) {
	apart := markedEntries(t, true)
	tokens, right, whole := 0, 0, 0
	for _, e := range apart {
		read, want := e.labelled()
		s := trainedReferences().score(featuresOf(read))
		wrong := 0
		for i, got := range s.best() {
			if got != want[i] {
				wrong++
			}
		}
		tokens += len(want)
		right += len(want) - wrong
		if wrong == 0 {
			whole++
		}
	}
	inTokens, inEntries := float64(right)/float64(tokens), float64(whole)/float64(len(apart))
	t.Logf("labels right: %.4f of %d tokens, all of %.4f of %d entries", inTokens, tokens, inEntries, len(apart))
	if inTokens < 0.96 || inEntries < 0.75 {
		t.Error("the model reads worse than it did: want 0.96 of tokens and 0.75 of entries")
	}
}
