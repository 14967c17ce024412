package check

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// NewBatchRule returns a rule across articles, which works in two steps: leave
// takes from each article what the rule needs of it, and reduce, when the last
// article is read, compares what all of them left, in their order. O is as for
// [NewRule].
func NewBatchRule[O, D any](m Meta, defaults O, leave func(*Pass, O) []D, reduce func(*Batch, []Left[D], O)) *Rule {
	return &Rule{
		Meta: m, defaults: defaults,
		leave: func(p *Pass, o any) []any {
			var all []any
			for _, d := range leave(p, o.(O)) {
				all = append(all, d)
			}
			return all
		},
		reduce: func(b *Batch, left []Left[any], o any) {
			typed := make([]Left[D], len(left))
			for i, l := range left {
				typed[i] = Left[D]{l.Article, l.Data.(D)}
			}
			reduce(b, typed, o.(O))
		},
	}
}

// IsAcross reports whether the rule compares articles, and says nothing of one alone.
func (r *Rule) IsAcross() bool { return r.reduce != nil }

// Left is one thing that an article left for a rule across articles.
type Left[D any] struct {
	Article int // its place in the batch
	Data    D
}

// Trace is all that an article leaves behind, by the names of the rules.
type Trace struct {
	Name string // the article's
	Left map[string][]any
}

// Batch is where a rule across articles reports.
type Batch struct {
	AsOf     when.Date
	Articles []string // their names, in order

	rule     *Rule
	findings []BatchFinding
}

// Place is a place in an article of a batch.
type Place struct {
	Article    int    // its place in the batch, set when all articles are read
	Name       string // the article's, set by [Across]
	Span       article.Span
	Start, End article.Position // in the article's file
	Words      string
	Label      string
}

// Place returns where a span of the article stands, for a rule across articles.
func (p *Pass) Place(s article.Span, label string) Place {
	if p.index == nil {
		p.index = article.NewIndex(&p.Article.Document)
	}
	start, end := p.index.Range(s)
	return Place{Span: s, Start: start, End: end, Words: strings.Join(strings.Fields(p.Article.Words(s)), " "), Label: label}
}

// BatchFinding is what a rule has to say of several articles.
type BatchFinding struct {
	Rule        string
	Severity    Severity
	Message     string // as in [Finding]
	Help        string
	Line        string
	Places      []Place // the first is where it is shown, each with its Article
	Fingerprint string  // set by [Across]
}

// Report adds a finding of the running rule. A zero Severity takes the rule's own.
func (b *Batch) Report(f BatchFinding) {
	f.Rule = b.rule.Name
	if f.Severity == 0 {
		f.Severity = b.rule.Severity
	}
	b.findings = append(b.findings, f)
}

// Trace returns what an article leaves behind for [Across].
func (r *Result) Trace() Trace { return Trace{r.Article.Name, r.left} }

// Across runs the rules across articles over what the articles left, in the
// order of the batch. A rule that panics is a fault, and the others still speak.
func Across(rules []*Rule, traces []Trace, asOf when.Date) ([]BatchFinding, []Fault) {
	names := make([]string, len(traces))
	for i, t := range traces {
		names[i] = t.Name
	}
	var found []BatchFinding
	var faults []Fault
	for _, rule := range rules {
		if rule.reduce == nil {
			continue
		}
		var left []Left[any]
		for i, t := range traces {
			for _, d := range t.Left[rule.Name] {
				left = append(left, Left[any]{i, d})
			}
		}
		b := &Batch{AsOf: asOf, Articles: names, rule: rule}
		if fault := guard(rule.Name, func() { rule.reduce(b, left, rule.effective()) }); fault != nil {
			faults = append(faults, *fault)
			continue
		}
		for _, f := range b.findings {
			f.Severity = rule.settle(Finding{Severity: f.Severity}).Severity
			for i, p := range f.Places {
				f.Places[i].Name = names[p.Article]
			}
			found = append(found, f)
		}
	}
	slices.SortStableFunc(found, func(a, b BatchFinding) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Places[0].Article, b.Places[0].Article),
			cmp.Compare(a.Places[0].Span.Start, b.Places[0].Span.Start), cmp.Compare(a.Rule, b.Rule))
	})
	fingerprintAcross(found)
	return found, faults
}

// fingerprintAcross names findings by their rule and the words at their places.
func fingerprintAcross(found []BatchFinding) {
	seen := map[string]int{}
	for i := range found {
		words := make([]string, len(found[i].Places))
		for k, p := range found[i].Places {
			words[k] = p.Words
		}
		slices.Sort(words)
		key := found[i].Rule + "\x00" + strings.Join(words, "\x00")
		seen[key]++
		sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(seen[key])))
		found[i].Fingerprint = hex.EncodeToString(sum[:16])
	}
}

// Names returns the articles of a finding's places, each once, in their order.
func (f *BatchFinding) Names() []string {
	var list []string
	for _, p := range f.Places {
		if !slices.Contains(list, p.Name) {
			list = append(list, p.Name)
		}
	}
	return list
}
