// Package checktest runs a rule's page as its test.
//
// A page is Markdown: the rule's name as its heading, one sentence that says
// what is flagged, then the sections "Why it matters", "How it decides",
// "Flagged", "Fine", "Options" (where there are some) and "Measured". Under
// Flagged and Fine stand examples, each under a third-level heading of its own
// and in a fence whose info string says how to read it:
//
//	### A marker without an entry
//
//	```text as-of=2025-09-01 dated=2025-06-01
//	Exports doubled [7].
//	//~ error "[7]": no entry
//	[1] A. Roe (2021). Exports. Trade Press.
//	```
//
// A //~ line is not part of the article. It expects, on the line above it, a
// finding whose span has the quoted words and whose message matches the regular
// expression; the severity may be left out. A //= line below it is the line as
// the finding's first fix leaves it. In the example of a rule across articles,
// each article stands under a line "=== NAME dated=DATE" and the words are those
// of any of the finding's places. Only the rule under test runs. In
// Flagged each finding must be expected and each expectation found; in Fine
// there must be none.
package checktest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/extract"
	"citevet/pipeline/ingest"
)

// Run validates the rules and runs the page of each as a subtest.
func Run(t *testing.T, rules []*check.Rule) {
	t.Helper()
	if err := check.Validate(rules); err != nil {
		t.Fatal(err)
	}
	for _, r := range rules {
		t.Run(r.Name, func(t *testing.T) { Page(t, r) })
	}
}

// Page runs one rule's page. others are rules that run beside it, for a rule that
// speaks of what others find; what they find is not looked at.
func Page(t *testing.T, rule *check.Rule, others ...*check.Rule) {
	t.Helper()
	p, err := parsePage(rule.Page)
	if err != nil {
		t.Fatalf("%s.md: %v", rule.Name, err)
	}
	want := sections
	if len(rule.OptionNames()) == 0 {
		want = slices.DeleteFunc(slices.Clone(sections), func(s string) bool { return s == "Options" })
	}
	if !slices.Equal(p.sections, want) {
		t.Errorf("%s.md has the sections %q, want %q", rule.Name, p.sections, want)
	}
	for _, o := range rule.OptionNames() {
		if !strings.Contains(rule.Page, "`"+o+"`") {
			t.Errorf("%s.md does not explain the option %s", rule.Name, o)
		}
	}
	for _, fine := range []bool{false, true} {
		if !slices.ContainsFunc(p.examples, func(e example) bool { return e.fine == fine }) {
			t.Errorf("%s.md has no example under %s", rule.Name, map[bool]string{false: "Flagged", true: "Fine"}[fine])
		}
	}
	for _, e := range p.examples {
		t.Run(e.name, func(t *testing.T) {
			if rule.IsAcross() {
				e.runAcross(t, rule)
				return
			}
			e.run(t, rule, others)
		})
	}
}

func (e example) run(t *testing.T, rule *check.Rule, others []*check.Rule) {
	where := fmt.Sprintf("%s.md:%d", rule.Name, e.line)
	if e.fine == (len(e.want) > 0) {
		t.Fatalf("%s: a Flagged example needs expectations, a Fine one has none", where)
	}
	a, err := e.article()
	if err != nil {
		t.Fatalf("%s: %v", where, err)
	}
	r := check.Run(append([]*check.Rule{rule}, others...), &a, almanac.Default(), e.asOf)
	for _, f := range r.Faults {
		t.Errorf("%s: %s panicked: %s", where, f.Rule, f.Message)
	}
	for _, wrong := range check.Audit(&r) {
		t.Errorf("%s: the proof does not hold: %s", where, wrong)
	}
	missing := slices.Clone(e.want)
	for _, f := range r.Findings {
		if f.Rule != rule.Name {
			continue
		}
		i := slices.IndexFunc(missing, func(w expectation) bool { return w.matches(&a, f) })
		if i < 0 {
			t.Errorf("%s: unexpected %s at line %d on %q: %s", where, f.Severity, a.Locate(f.Span.Start).Line, words(&a, f.Span), f.Message)
			continue
		}
		if w := missing[i]; w.mended != "" {
			w.mend(t, where, &a, f)
		}
		missing = slices.Delete(missing, i, i+1)
	}
	for _, w := range missing {
		t.Errorf("%s: not found: %s", where, w)
	}
}

func (e example) article() (article.Article, error) {
	format := ingest.FormatText
	if e.format == "markdown" {
		format = ingest.FormatMarkdown
	}
	doc, err := ingest.Parse("example", []byte(e.source), format)
	if err != nil {
		return article.Article{}, err
	}
	return extract.Extract(doc, extract.Options{AsOf: e.asOf, Dated: e.dated, How: "configured", Almanac: almanac.Default()}), nil
}

func (w expectation) matches(a *article.Article, f check.Finding) bool {
	return a.Locate(f.Span.Start).Line == w.line &&
		words(a, f.Span) == strings.Join(strings.Fields(w.words), " ") &&
		(w.severity == 0 || w.severity == f.Severity) &&
		w.message.MatchString(f.Message)
}

// mend compares the line that the finding's first fix leaves with the one wanted.
func (w expectation) mend(t *testing.T, where string, a *article.Article, f check.Finding) {
	t.Helper()
	if len(f.Fixes) == 0 {
		t.Errorf("%s: %q has no fix", where, words(a, f.Span))
		return
	}
	mended := strings.Split(check.Mended(a.Text, f.Fixes[0].Edits), "\n")
	if !slices.Contains(mended, w.mended) {
		t.Errorf("%s: no line is %q after the fix, in\n%s", where, w.mended, strings.Join(mended, "\n"))
	}
}

// words returns the text at a span with each run of white space one blank.
func words(a *article.Article, s article.Span) string {
	return strings.Join(strings.Fields(a.Text[s.Start:s.End]), " ")
}
