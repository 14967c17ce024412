package check

import (
	"strings"
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/when"

	"github.com/google/go-cmp/cmp"
)

// ruleFor returns a valid rule that runs f.
func ruleFor(name string, s Severity, f func(*Pass)) *Rule {
	return NewRule(Meta{Name: name, Family: "trial", Summary: "tries", Since: "0.1", Severity: s, Page: "# " + name + "\n"},
		struct{}{}, func(p *Pass, _ struct{}) { f(p) })
}

// at returns a rule that reports once, at a span.
func at(name string, s Severity, start, end int) *Rule {
	return ruleFor(name, s, func(p *Pass) { p.Report(Finding{Span: article.Span{Start: start, End: end}, Message: name}) })
}

func judged(rules []*Rule, text string) Result {
	a := &article.Article{Document: article.Document{Text: text, Source: []byte(text)}}
	return Run(rules, a, &almanac.Almanac{}, when.Date{Year: 2025, Month: 9, Day: 1})
}

func names(fs []Finding) []string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Rule)
	}
	return out
}

func TestAPanickingRuleSilencesNoOther(t *testing.T) {
	broken := ruleFor("broken", Error, func(p *Pass) {
		p.Report(Finding{Message: "half a thought"})
		panic("index out of range")
	})
	r := judged([]*Rule{at("before", Info, 0, 1), broken, at("after", Info, 2, 3)}, "text")
	if diff := cmp.Diff([]string{"before", "after"}, names(r.Findings)); diff != "" {
		t.Errorf("findings: %s", diff)
	}
	if diff := cmp.Diff([]Fault{{Rule: "broken", Message: "index out of range"}}, r.Faults); diff != "" {
		t.Errorf("faults: %s", diff)
	}
}

func TestFindingsComeByConsequenceThenPositionThenRule(t *testing.T) {
	decision := at("decision", Error, 9, 10)
	decision.Decision = true
	r := judged([]*Rule{
		at("late-warning", Warning, 5, 6), at("info", Info, 0, 1), at("b-warning", Warning, 2, 3), at("a-warning", Warning, 2, 3),
		at("error", Error, 1, 2), decision,
	}, "0123456789")
	want := []string{"decision", "error", "a-warning", "b-warning", "late-warning", "info"}
	if diff := cmp.Diff(want, names(r.Findings)); diff != "" {
		t.Error(diff)
	}
}

func TestDecisions(t *testing.T) {
	tests := map[string]struct {
		decision  bool
		reported  Severity
		supported bool
		set       Severity
		severity  Severity
		want      bool
	}{
		"an error of a decision rule decides":          {decision: true, severity: Error, want: true},
		"its warning does not":                         {decision: true, reported: Warning, severity: Warning},
		"its error on a claim with another source not": {decision: true, supported: true, severity: Error},
		"another rule's error does not":                {severity: Error},
		"set down to a warning it does not":            {decision: true, set: Warning, severity: Warning},
		"a weaker finding is never raised":             {decision: true, reported: Warning, set: Error, severity: Warning},
		"a weaker finding sinks with the setting":      {decision: true, reported: Warning, set: Info, severity: Info},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			rule := ruleFor("rule", Error, func(p *Pass) { p.Report(Finding{Severity: tt.reported, Supported: tt.supported}) })
			rule.Decision, rule.severity = tt.decision, tt.set
			f := judged([]*Rule{rule}, "text").Findings[0]
			if f.Decision != tt.want || f.Severity != tt.severity {
				t.Errorf("got %s, decision %t; want %s, decision %t", f.Severity, f.Decision, tt.severity, tt.want)
			}
		})
	}
}

// fingerprintsOf reports each of the words where it stands in the text.
func fingerprintsOf(text string, words ...string) []string {
	rule := ruleFor("rule", Error, func(p *Pass) {
		from := 0
		for _, w := range words {
			i := from + strings.Index(p.Article.Text[from:], w)
			p.Report(Finding{Span: article.Span{Start: i, End: i + len(w)}})
			from = i + len(w)
		}
	})
	var out []string
	for _, f := range judged([]*Rule{rule}, text).Findings {
		out = append(out, f.Fingerprint)
	}
	return out
}

func TestFingerprintsSurvive(t *testing.T) {
	before := fingerprintsOf("Exports have doubled since.", "have doubled")
	for name, text := range map[string]string{
		"lines inserted above": "A new line.\n\nAnd another.\n\nExports have doubled since.",
		"other wrapping":       "Exports have\n  doubled since.",
	} {
		words := "have doubled"
		if !strings.Contains(text, words) {
			words = "have\n  doubled"
		}
		if after := fingerprintsOf(text, words); !cmp.Equal(before, after) {
			t.Errorf("%s: %s became %s", name, before, after)
		}
	}
}

func TestFingerprintsTellApart(t *testing.T) {
	same := fingerprintsOf("Exports doubled. Exports doubled.", "doubled", "doubled")
	if same[0] == same[1] {
		t.Error("two findings on equal words have one fingerprint")
	}
	other := fingerprintsOf("Exports doubled, imports tripled.", "doubled", "tripled")
	if other[0] == other[1] {
		t.Error("findings on different words have one fingerprint")
	}
}

func TestFingerprintFollowsTheSourceNotItsNumber(t *testing.T) {
	of := func(label, url string) string {
		text := "[" + label + "] Roe."
		a := &article.Article{Document: article.Document{Text: text}, References: []article.Reference{{
			Span: article.Span{Start: 0, End: len(text)}, Label: article.Field{Text: label}, URL: article.Field{Text: url}}}}
		fs := []Finding{{Rule: "rule", Span: article.Span{Start: 0, End: len(text)}, References: []int{0}}}
		fingerprint(a, fs)
		return fs[0].Fingerprint
	}
	if of("1", "https://tradepress.com/parts") != of("4", "http://www.tradepress.com/parts/") {
		t.Error("another number, another fingerprint")
	}
	if of("1", "https://tradepress.com/parts") == of("1", "https://tradepress.com/crates") {
		t.Error("another source, the same fingerprint")
	}
}

func TestRunIsDeterministic(t *testing.T) {
	rules := []*Rule{at("a", Warning, 0, 1), at("b", Warning, 0, 1)}
	if diff := cmp.Diff(judged(rules, "text").Findings, judged(rules, "text").Findings); diff != "" {
		t.Error(diff)
	}
}

func TestRulesSpeakWhereTheTimeEngineFails(t *testing.T) {
	a := &article.Article{
		Document: article.Document{Text: "text"},
		Claims:   []article.Claim{{Citations: []int{7}}}, // there is no eighth citation
	}
	rule := ruleFor("rule", Warning, func(p *Pass) {
		if p.Verdicts[0].Word == DateUnknown {
			p.Report(Finding{Message: "asked and answered"})
		}
	})
	r := Run([]*Rule{rule}, a, &almanac.Almanac{}, when.Date{Year: 2025, Month: 9, Day: 1})
	if len(r.Faults) != 1 || r.Faults[0].Rule != TimeEngine {
		t.Errorf("faults: %+v", r.Faults)
	}
	if len(r.Findings) != 1 {
		t.Errorf("findings: %+v", r.Findings)
	}
}
