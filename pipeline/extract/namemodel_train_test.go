package extract

import (
	"bytes"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
)

// markedText is a text in which people marked the names.
type markedText struct {
	name  string
	doc   article.Document
	names []markedName
}

type markedName struct {
	span article.Span
	kind string
}

// markedTexts reads the texts with marked names.
func markedTexts(t testing.TB) []markedText {
	t.Helper()
	var all []markedText
	var m *markedText
	at := 0
	for line := range strings.Lines(trainingText(t, "model/training/names.tsv.gz")) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		switch fields[0] {
		case "document":
			all = append(all, markedText{name: fields[1]})
			m = &all[len(all)-1]
		case string(article.Paragraph), string(article.Heading):
			at = len(m.doc.Text)
			m.doc.Text += fields[1]
			m.doc.Blocks = append(m.doc.Blocks, article.Block{
				Kind: article.BlockKind(fields[0]), Section: -1, Span: article.Span{Start: at, End: len(m.doc.Text)},
			})
			m.doc.Text += "\n\n"
		default:
			from, err1 := strconv.Atoi(fields[1])
			to, err2 := strconv.Atoi(fields[2])
			if err1 != nil || err2 != nil {
				t.Fatalf("%q", line)
			}
			m.names = append(m.names, markedName{article.Span{Start: at + from, End: at + to}, fields[0]})
		}
	}
	return all
}

// nameExample is a name as the rules cut it out of a text, with its features and
// the index of its class.
type nameExample struct {
	features []hash
	votes    votes // of the rules
	class    int
}

// examples returns the names of a text as the rules find them, each with what
// the marked one that it shares most with says it is.
func (m *markedText) examples() []nameExample {
	sents := splitSentences(&m.doc)
	tokens := tagTokens(&m.doc, sents)
	n := newNamer(&m.doc, almanac.Default())
	sentences := n.survey(sents, tokens)
	var all []nameExample
	for i := range sentences {
		if sentences[i].headline {
			continue
		}
		ps := sentences[i].pieces
		for _, c := range n.chunks(ps) {
			a := n.takeApart(ps, c.From, c.To)
			if a.name >= a.to {
				continue
			}
			v := n.judgeRules(ps, a.name, a.to)
			all = append(all, nameExample{
				features: n.nameFeatures(ps, a.name, a.to, &v),
				votes:    v,
				class:    m.classOf(ps, a.name, a.to),
			})
		}
	}
	return all
}

// classOf returns the class of the name [from, to).
func (m *markedText) classOf(ps []piece, from, to int) int {
	whole := article.Span{Start: ps[from].span.Start, End: ps[to-1].span.End}
	none := len(nameClasses) - 1
	class, most, shortest := none, 0, 0
	for _, name := range m.names {
		if !name.span.Contains(ps[to-1].span) {
			continue
		}
		shared := min(name.span.End, whole.End) - max(name.span.Start, whole.Start)
		if shared < most || shared == most && name.span.Len() >= shortest {
			continue
		}
		most, shortest = shared, name.span.Len()
		switch name.kind {
		case "person":
			class = 0
		case "place":
			class = 1
		case "organization", "group":
			class = 2
		default:
			class = none
		}
	}
	if class == 0 && to-from == 1 && (ps[from].tag == "NNPS" || demonymic(ps[from])) {
		return none // a people, whose members GUM calls persons
	}
	return class
}

const (
	nameRounds     = 8
	nameKept       = 64 // weights are kept in 64ths
	leastNameScore = 8  // 64ths; smaller weights are left out
	nameMargin     = 2  // by which the marked class is to win
)

// nameTrainer learns with whole numbers, so that every machine learns the same.
type nameTrainer struct {
	index   map[hash]int
	hashes  []hash
	weights [][len(nameClasses)]int32
	sums    [][len(nameClasses)]int64
	step    int64
}

func trainNames(examples []nameExample) []byte {
	tr := &nameTrainer{index: map[hash]int{}}
	count := map[hash]int{}
	for _, e := range examples {
		for _, h := range e.features {
			count[h]++
		}
	}
	numbered := make([][]int32, len(examples))
	for i, e := range examples {
		for _, h := range e.features {
			if count[h] < 2 {
				continue
			}
			k, ok := tr.index[h]
			if !ok {
				k = len(tr.hashes)
				tr.index[h] = k
				tr.hashes = append(tr.hashes, h)
			}
			numbered[i] = append(numbered[i], int32(k))
		}
	}
	tr.weights = make([][len(nameClasses)]int32, len(tr.hashes))
	tr.sums = make([][len(nameClasses)]int64, len(tr.hashes))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	state := uint64(1)
	for range nameRounds {
		for i := len(order) - 1; i > 0; i-- { // Fisher-Yates over Knuth's MMIX generator
			state = state*6364136223846793005 + 1442695040888963407
			j := int(state >> 33 % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, k := range order {
			tr.learn(numbered[k], examples[k].class)
		}
	}
	return tr.layOut()
}

func (tr *nameTrainer) learn(features []int32, class int) {
	tr.step++
	var s [len(nameClasses)]int32
	for c := range s {
		if c != class {
			s[c] = nameMargin
		}
	}
	for _, f := range features {
		for c, w := range tr.weights[f] {
			s[c] += w
		}
	}
	got := class
	for c := range s {
		if s[c] > s[got] {
			got = c
		}
	}
	if got == class {
		return
	}
	for _, f := range features {
		tr.weights[f][class]++
		tr.sums[f][class] += tr.step
		tr.weights[f][got]--
		tr.sums[f][got] -= tr.step
	}
}

// layOut writes the averaged weights: slots and weights, each after its length,
// as model reads them.
func (tr *nameTrainer) layOut() []byte {
	var rows []modelRow
	for f, h := range tr.hashes {
		var ws []uint32
		for c := range nameClasses {
			w := int32((int64(tr.weights[f][c])*(tr.step+1) - tr.sums[f][c]) * nameKept / (tr.step + 1))
			if w >= leastNameScore || w <= -leastNameScore {
				ws = append(ws, uint32(c)<<24|uint32(w)&0xffffff)
			}
		}
		if len(ws) > 0 {
			rows = append(rows, modelRow{h, ws})
		}
	}
	slots, weights := layTable(rows)
	return appendLists(nil, slots, weights)
}

// TestNameModelIsFresh holds model/names.bin to be what training on the texts
// that are not held apart comes to.
func TestNameModelIsFresh(t *testing.T) {
	if testing.Short() {
		t.Skip("training takes two seconds")
	}
	var examples []nameExample
	for _, m := range markedTexts(t) {
		if !HeldApart(m.name) {
			examples = append(examples, m.examples()...)
		}
	}
	trained := trainNames(examples)
	t.Logf("%d names, %d bytes", len(examples), len(trained))
	if *update {
		if err := os.WriteFile("model/names.bin", trained, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(trained, compiledNames) {
		t.Error("model/names.bin is stale: run go generate")
	}
}

// TestNameModelHoldsItsFloor scores the kinds of the names that the rules cut out
// of the texts held apart, with the model and without.
func TestNameModelHoldsItsFloor(t *testing.T) {
	var rules, both, all int
	for _, m := range markedTexts(t) {
		if !HeldApart(m.name) {
			continue
		}
		for _, e := range m.examples() {
			with := e.votes
			judgeFeatures(e.features, &with)
			all++
			if classOfVotes(&e.votes) == e.class {
				rules++
			}
			if classOfVotes(&with) == e.class {
				both++
			}
		}
	}
	t.Logf("%d names: the rules %.3f, with the model %.3f", all, float64(rules)/float64(all), float64(both)/float64(all))
	if both*1000 < all*700 || both <= rules {
		t.Errorf("of %d names %d are right with the model, %d without", all, both, rules)
	}
}

// classOfVotes returns the class that most votes are for.
func classOfVotes(v *votes) int {
	kind, _ := v.best()
	if class := slices.Index(nameClasses[:], kind); class >= 0 {
		return class
	}
	return len(nameClasses) - 1
}
