package extract

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"go/format"
	"math"
	"os"
	"sort"
	"strings"
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

var expertQA = flag.String("expertqa", "", "train check-worthiness on ExpertQA's domain_val.jsonl")

// judgedSentence is a sentence that people found worth checking or not: the
// reasons of each of its claims.
type judgedSentence struct {
	document string
	claims   [][]string
	worthy   bool
}

// TestTrainWorth trains the weights of check-worthiness and, with -update, writes
// them:
//
//	go test ./pipeline/extract -run '^TestTrainWorth$' -update -expertqa DIR/domain_val.jsonl
//
// The data is ExpertQA (Malaviya et al., 2024, https://github.com/chaitanyamalaviya/ExpertQA,
// MIT), whose annotators judged each sentence of an answer. Four fifths of the
// questions train; see [HeldApart]. The same file gives the same weights.
func TestTrainWorth(t *testing.T) {
	if *expertQA == "" {
		t.Skip("needs -expertqa")
	}
	all := judgedSentences(t, *expertQA)
	var training, apart []judgedSentence
	for _, s := range all {
		if HeldApart(s.document) {
			apart = append(apart, s)
		} else {
			training = append(training, s)
		}
	}
	m := trainWorth(training)
	t.Logf("%d sentences train, %d are held apart", len(training), len(apart))
	t.Logf("area under the curve: %.3f in ten-fold cross-validation, %.3f held apart, %.3f in training",
		crossValidated(training), areaUnder(m, apart), areaUnder(m, training))
	for _, name := range m.names() {
		t.Logf("%-22s %6.2f", name, m.weights[name])
	}
	if *update {
		if err := os.WriteFile("worth_weights.go", m.source(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// judgedSentences reads every answer as an article with its list of sources.
func judgedSentences(t *testing.T, name string) []judgedSentence {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var all []judgedSentence
	in := bufio.NewScanner(bytes.NewReader(data))
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var x struct {
			Question, Answer string
			Attribution      []string
			Claims           []struct {
				Text       string `json:"claim_string"`
				Worthiness string
			}
		}
		if err := json.Unmarshal(in.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		a := answerArticle(x.Answer, x.Attribution)
		from := 0
		for _, c := range x.Claims {
			text := strings.TrimSpace(c.Text)
			at := strings.Index(a.Text[from:], text)
			if at < 0 || text == "" {
				continue
			}
			span := article.Span{Start: from + at, End: from + at + len(text)}
			from = span.End
			if c.Worthiness == "Yes" || c.Worthiness == "No" {
				all = append(all, judgedSentence{x.Question, reasonsWithin(&a, span), c.Worthiness == "Yes"})
			}
		}
	}
	return all
}

// answerArticle reads paragraphs and entries, one a line.
func answerArticle(answer string, entries []string) article.Article {
	doc := article.Document{Text: answer + "\n" + strings.Join(entries, "\n")}
	at := 0
	for line := range strings.Lines(doc.Text) {
		kind := article.Paragraph
		if at > len(answer) {
			kind = article.Entry
		}
		if trimmed := strings.TrimRight(line, "\n"); trimmed != "" {
			span := article.Span{Start: at, End: at + len(trimmed)}
			doc.Blocks = append(doc.Blocks, article.Block{Kind: kind, Span: span, Section: -1, ColumnHead: -1, RowHead: -1})
		}
		at += len(line)
	}
	return Extract(doc, Options{AsOf: when.Date{Year: 2023, Month: 12, Day: 31}, Almanac: almanac.Default()})
}

func reasonsWithin(a *article.Article, span article.Span) [][]string {
	var all [][]string
	for _, c := range a.Claims {
		if c.Span.Overlaps(span) {
			all = append(all, c.Reasons)
		}
	}
	return all
}

// worthModel is a logistic model over reasons.
type worthModel struct {
	base    float64
	weights map[string]float64
}

func (m *worthModel) names() []string {
	names := make([]string, 0, len(m.weights))
	for name := range m.weights {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func (m *worthModel) sum(reasons []string) float64 {
	sum := m.base
	for _, r := range reasons {
		sum += m.weights[r]
	}
	return sum
}

// best returns the claim of a sentence that is most worth checking, as it is
// scored; -1 where it has none.
func (m *worthModel) best(s *judgedSentence) (index int, sum float64) {
	index, sum = -1, -4
	for i, reasons := range s.claims {
		if here := m.sum(reasons); index < 0 || here > sum {
			index, sum = i, here
		}
	}
	return index, sum
}

// worthPrior is what the reasons of the check-worthiness literature add before
// any data speaks, in log-odds: answers to experts' questions have few figures and
// dates, and would leave what counts in news to chance.
var worthPrior = map[string]float64{
	"statistic": 1.2, "attribution": 0.6, "causal": 0.4, "comparison": 0.4, "event": 0.6, "dated": 0.6, "name": 0.6, "names": 0.8,
	"not as fact": -0.6, "short": -0.6, "speaks to the reader": -0.4,
}

// trainWorth fits the weights by gradient ascent on the likelihood of each
// sentence's best claim. Both answers count the same in sum, so that an average
// claim scores a half; a penalty keeps rare reasons near
// what was held of them before.
func trainWorth(list []judgedSentence) *worthModel {
	const rounds, rate, penalty = 400, 0.3, 0.012
	m := &worthModel{weights: map[string]float64{}}
	yes := 0
	for _, s := range list {
		if s.worthy {
			yes++
		}
		for _, reasons := range s.claims {
			for _, r := range reasons {
				m.weights[r] = worthPrior[r]
			}
		}
	}
	weightYes, weightNo := 0.5/float64(yes), 0.5/float64(len(list)-yes)
	names := m.names()
	for range rounds {
		slope, base := map[string]float64{}, 0.0
		for i := range list {
			best, sum := m.best(&list[i])
			if best < 0 {
				continue
			}
			pull := -weightNo / (1 + math.Exp(-sum))
			if list[i].worthy {
				pull = weightYes * (1 - 1/(1+math.Exp(-sum)))
			}
			base += pull
			for _, r := range list[i].claims[best] {
				slope[r] += pull
			}
		}
		m.base += rate * 10 * base
		for _, name := range names {
			m.weights[name] += rate * 10 * (slope[name] - penalty*(m.weights[name]-worthPrior[name]))
		}
	}
	return m
}

// crossValidated returns the area under the curve over ten folds cut by question.
func crossValidated(list []judgedSentence) float64 {
	const folds = 10
	fold := func(s *judgedSentence) int {
		sum := sha256.Sum256([]byte("fold " + s.document))
		return int(sum[0]) % folds
	}
	total := 0.0
	for f := range folds {
		var training, apart []judgedSentence
		for i := range list {
			if fold(&list[i]) == f {
				apart = append(apart, list[i])
			} else {
				training = append(training, list[i])
			}
		}
		total += areaUnder(trainWorth(training), apart)
	}
	return total / folds
}

// areaUnder returns how often a worthy sentence scores above one that is not.
func areaUnder(m *worthModel, list []judgedSentence) float64 {
	wins, pairs := 0.0, 0.0
	for i := range list {
		for k := range list {
			if !list[i].worthy || list[k].worthy {
				continue
			}
			pairs++
			_, yes := m.best(&list[i])
			_, no := m.best(&list[k])
			switch {
			case yes > no:
				wins++
			case yes == no:
				wins += 0.5
			}
		}
	}
	return wins / pairs
}

// source returns the weights as a file of this package.
func (m *worthModel) source() []byte {
	var b strings.Builder
	b.WriteString("// Code generated by TestTrainWorth from four fifths of ExpertQA (MIT); DO NOT EDIT.\n\npackage extract\n\n")
	fmt.Fprintf(&b, "// worthBase is the sum, in log-odds, of a claim that no reason speaks for or against.\nconst worthBase = %.2f\n\n", m.base)
	b.WriteString("// worthWeights is what each reason adds to the sum.\nvar worthWeights = map[string]float64{\n")
	for _, name := range m.names() {
		fmt.Fprintf(&b, "\t%q: %.2f,\n", name, m.weights[name])
	}
	b.WriteString("}\n")
	formatted, err := format.Source([]byte(b.String()))
	if err != nil {
		panic(err)
	}
	return formatted
}
