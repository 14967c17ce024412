package pipeline_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"citevet/pipeline"
	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/ingest"
	"citevet/pipeline/rules"
	"citevet/pipeline/when"
)

// wanted is a NAME.want.yaml: what an article of the corpus has to yield, and
// what it must not.
type wanted struct {
	AsOf   string `yaml:"as_of"` // the day of the run
	Must   []must
	Silent []silent
	Claims []judged
}

// must is a finding that has to be there.
type must struct {
	Why        string
	Rule       oneOf    // the rule, or the rules of which one has to speak
	Severity   string   // exactly; any where empty
	Decision   bool     // it has to be a decision
	Words      string   // it stands at, or is about a claim at, these words
	References []string // labels it has to name, beside others
}

// silent is a finding that may not be there.
type silent struct {
	Why        string
	Rule       oneOf    // any rule where empty
	Severity   string   // from this on; any where empty
	Words      string   // anywhere where empty
	References []string // any entry where empty
}

// judged is how the claims at some words are to be judged.
type judged struct {
	Words   string
	Verdict oneOf
}

// oneOf is a word, or a list of words of which one fits.
type oneOf []string

func (o *oneOf) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*o = oneOf{n.Value}
		return nil
	}
	return n.Decode((*[]string)(o))
}

func (o oneOf) fits(word string) bool { return len(o) == 0 || slices.Contains(o, word) }

func TestCorpusYieldsWhatItMustAndNoMore(t *testing.T) {
	names, err := filepath.Glob("../corpus/*.want.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no wants: %v", err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			want := readWanted(t, name)
			r := judge(t, articleBeside(t, name), want.AsOf)
			for _, m := range want.Must {
				if !slices.ContainsFunc(r.Findings, func(f check.Finding) bool { return m.met(t, r, f) }) {
					t.Errorf("not found: %v %s at %q (%s)", m.Rule, m.Severity, m.Words, m.Why)
				}
			}
			for _, s := range want.Silent {
				for _, f := range r.Findings {
					if s.broken(t, r, f) {
						t.Errorf("not to be said: %s %s at %q: %s (%s)", f.Severity, f.Rule, r.Article.Words(f.Span), f.Message, s.Why)
					}
				}
			}
			for _, j := range want.Claims {
				j.check(t, r)
			}
			if t.Failed() {
				t.Log("all findings:\n" + listing(r))
			}
		})
	}
}

func readWanted(t *testing.T, name string) wanted {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var w wanted
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&w); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	known := map[string]bool{}
	for _, rule := range rules.All() {
		known[rule.Name] = true
	}
	for _, m := range w.Must {
		for _, rule := range m.Rule {
			if !known[rule] {
				t.Errorf("%s: there is no rule %q", name, rule)
			}
		}
	}
	for _, s := range w.Silent {
		for _, rule := range s.Rule {
			if !known[rule] {
				t.Errorf("%s: there is no rule %q", name, rule)
			}
		}
	}
	return w
}

// articleBeside returns the article that a want stands beside.
func articleBeside(t *testing.T, want string) article.Document {
	t.Helper()
	stem := strings.TrimSuffix(want, ".want.yaml")
	for _, ending := range []string{".txt", ".md"} {
		if doc, err := ingest.File(stem + ending); err == nil {
			return doc
		}
	}
	t.Fatalf("%s stands beside no article", want)
	return article.Document{}
}

// judge runs all rules in their default configuration.
func judge(t *testing.T, doc article.Document, asOf string) check.Result {
	t.Helper()
	day, ok := when.Parse(asOf, when.Interval{})
	if !ok || !day.IsDay() {
		t.Fatalf("as_of is %q, not a day", asOf)
	}
	all, err := check.Configure(rules.All(), nil)
	if err != nil {
		t.Fatal(err)
	}
	analyze := pipeline.Analyze(pipeline.Options{Almanac: almanac.Default(), Rules: all, AsOf: day.From})
	r, err := analyze(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Faults {
		t.Errorf("the %s rule failed: %s", f.Rule, f.Message)
	}
	return r
}

// at returns where words stand, which has to be once.
func at(t *testing.T, r check.Result, words string) article.Span {
	t.Helper()
	text := r.Article.Text
	start := strings.Index(text, words)
	if start < 0 || strings.LastIndex(text, words) != start {
		t.Fatalf("%q stands %d times in %s, not once", words, strings.Count(text, words), r.Article.Name)
	}
	return article.Span{Start: start, End: start + len(words)}
}

// places returns what a finding is about: itself, its other places, its claims.
func places(r check.Result, f check.Finding) []article.Span {
	spans := []article.Span{f.Span}
	for _, related := range f.Related {
		spans = append(spans, related.Span)
	}
	for _, claim := range f.Claims {
		spans = append(spans, r.Article.Claims[claim].Span)
	}
	return spans
}

func labels(r check.Result, f check.Finding) []string {
	var out []string
	for _, reference := range f.References {
		out = append(out, r.Article.References[reference].Label.Text)
	}
	return out
}

func (m must) met(t *testing.T, r check.Result, f check.Finding) bool {
	t.Helper()
	if !m.Rule.fits(f.Rule) || m.Decision && !f.Decision || m.Severity != "" && f.Severity.String() != m.Severity {
		return false
	}
	if m.Words != "" && !slices.ContainsFunc(places(r, f), at(t, r, m.Words).Overlaps) {
		return false
	}
	named := labels(r, f)
	return !slices.ContainsFunc(m.References, func(label string) bool { return !slices.Contains(named, label) })
}

func (s silent) broken(t *testing.T, r check.Result, f check.Finding) bool {
	t.Helper()
	least, _ := check.ParseSeverity(s.Severity)
	if !s.Rule.fits(f.Rule) || f.Severity < least {
		return false
	}
	if s.Words != "" && !at(t, r, s.Words).Overlaps(f.Span) {
		return false
	}
	named := labels(r, f)
	return len(s.References) == 0 || slices.ContainsFunc(s.References, func(label string) bool { return slices.Contains(named, label) })
}

// check compares the verdicts on the claims at the words: one of them has to fit,
// since a sentence may hold clauses beside the one that is meant.
func (j judged) check(t *testing.T, r check.Result) {
	t.Helper()
	var got []string
	for i, claim := range r.Article.Claims {
		if claim.Span.Overlaps(at(t, r, j.Words)) {
			got = append(got, string(r.Verdicts[i].Word))
		}
	}
	if !slices.ContainsFunc(got, j.Verdict.fits) {
		t.Errorf("the claims at %q are judged %q, want %q", j.Words, got, j.Verdict)
	}
}

// listing writes the findings of a result, one a line.
func listing(r check.Result) string {
	var b strings.Builder
	for _, f := range r.Findings {
		b.WriteString(strings.Join([]string{" ", f.Severity.String(), f.Rule, f.Message, strings.Join(labels(r, f), " "), f.Line, r.Article.Words(f.Span)}, " | "))
		b.WriteByte('\n')
	}
	return b.String()
}
