package brief

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// Concise writes findings as compilers write theirs, which editors find places
// by: one line each, in the order of the article, then those across articles and
// the line with the counts. The error is that of w.
func Concise(w io.Writer, results []check.Result, run Run, o TerminalOptions) error {
	out := bufio.NewWriter(w)
	t := o.on(out)
	for _, r := range results {
		t.conciseArticle(r)
	}
	for _, f := range run.Across {
		at := ""
		if len(f.Places) > 0 {
			at = t.concisePlace(f.Places[0].Name, f.Places[0].Start)
		}
		t.conciseLine(at, f.Severity, f.Rule, f.Message)
	}
	t.last(results, run, o)
	return out.Flush()
}

func (t terminal) conciseArticle(r check.Result) {
	a := r.Article
	index := article.NewIndex(&a.Document)
	findings := slices.Clone(r.Findings) // in the results the gravest come first
	slices.SortStableFunc(findings, func(x, y check.Finding) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	for _, f := range findings {
		t.conciseLine(t.concisePlace(a.Name, index.Locate(f.Span.Start)), f.Severity, f.Rule, f.Message)
	}
	for _, p := range a.Problems {
		at := t.concisePlace(a.Name, article.Position{Line: 1, Column: 1})
		if !p.Span.IsZero() {
			at = t.concisePlace(a.Name, index.Locate(p.Span.Start))
		}
		fmt.Fprintf(t, "%s: %s: %s\n", at, t.styled(yellow, "problem"), onOneLine(p.Message))
	}
	for _, f := range r.Faults {
		at := t.concisePlace(a.Name, article.Position{Line: 1, Column: 1})
		fmt.Fprintf(t, "%s: %s: the rule %s failed on this article and said nothing: %s\n", at, t.styled(red, "internal fault"), f.Rule, onOneLine(f.Message))
	}
}

func (t terminal) conciseLine(at string, s check.Severity, rule, message string) {
	head := s.String() + "[" + t.linked(t.links.page(rule), rule) + "]"
	fmt.Fprintf(t, "%s: %s %s\n", at, t.styled(severityStyle(s), head), onOneLine(message))
}

// concisePlace begins a line, and a name that begins with two colons would make
// that line a command to GitHub Actions.
func (t terminal) concisePlace(name string, p article.Position) string {
	at := position(name, p)
	if trimmed := strings.TrimLeft(at, " "); strings.HasPrefix(trimmed, "::") {
		at = strings.Replace(at, ":", "[U+003A]", 1)
	}
	return t.linked(t.links.file(name, p.Line), at)
}

// onOneLine returns words as one line without anything that acts.
func onOneLine(s string) string { return safe(strings.Join(strings.Fields(s), " ")) }
