package checktest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// begin reads the line that begins an article of an example over several.
func (e *example) begin(head string) error {
	words := strings.Fields(head)
	if len(words) == 0 {
		return fmt.Errorf("an article has no name")
	}
	p := part{name: words[0]}
	for _, w := range words[1:] {
		value, ok := strings.CutPrefix(w, "dated=")
		dated, read := when.Parse(value, when.Interval{})
		if !ok || !read {
			return fmt.Errorf("%q behind an article's name is not dated=DATE", w)
		}
		p.dated = dated
	}
	e.parts = append(e.parts, p)
	return nil
}

// articles takes an example over several articles apart. The lines of each count
// from its own first one.
func (e example) articles() []example {
	var list []example
	next := -1
	var kept []string
	flush := func() {
		if next >= 0 {
			list[next].source = strings.Join(kept, "\n") + "\n"
		}
		kept = nil
	}
	for _, l := range strings.Split(strings.TrimSuffix(e.source, "\n"), "\n") {
		if strings.HasPrefix(l, "=== ") {
			flush()
			next++
			one := e
			one.name, one.dated, one.want = e.parts[next].name, e.parts[next].dated, nil
			list = append(list, one)
			continue
		}
		kept = append(kept, l)
	}
	flush()
	return list
}

// runAcross runs a rule across articles over an example of several.
func (e example) runAcross(t *testing.T, rule *check.Rule) {
	t.Helper()
	where := fmt.Sprintf("%s.md:%d", rule.Name, e.line)
	if e.fine == (len(e.want) > 0) {
		t.Fatalf("%s: a Flagged example needs expectations, a Fine one has none", where)
	}
	var traces []check.Trace
	for _, part := range e.articles() {
		a, err := part.article()
		if err != nil {
			t.Fatalf("%s: %s: %v", where, part.name, err)
		}
		r := check.Run([]*check.Rule{rule}, &a, almanac.Default(), e.asOf)
		for _, f := range r.Faults {
			t.Errorf("%s: %s panicked: %s", where, f.Rule, f.Message)
		}
		trace := r.Trace()
		trace.Name = part.name
		traces = append(traces, trace)
	}
	found, faults := check.Across([]*check.Rule{rule}, traces, e.asOf)
	for _, f := range faults {
		t.Errorf("%s: %s panicked: %s", where, f.Rule, f.Message)
	}
	missing := slices.Clone(e.want)
	for _, f := range found {
		i := slices.IndexFunc(missing, func(w expectation) bool { return w.matchesAcross(f) })
		if i < 0 {
			t.Errorf("%s: unexpected %s on %q: %s", where, f.Severity, f.Places[0].Words, f.Message)
			continue
		}
		missing = slices.Delete(missing, i, i+1)
	}
	for _, w := range missing {
		t.Errorf("%s: not found: %s", where, w)
	}
}

func (w expectation) matchesAcross(f check.BatchFinding) bool {
	return slices.ContainsFunc(f.Places, func(p check.Place) bool { return p.Words == strings.Join(strings.Fields(w.words), " ") }) &&
		(w.severity == 0 || w.severity == f.Severity) && w.message.MatchString(f.Message)
}
