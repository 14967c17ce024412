package consistency

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed number-conflict.md
var numberConflictPage string

var numberConflict = check.NewRule(check.Meta{
	Name:     "number-conflict",
	Family:   "consistency",
	Summary:  "one quantity has two values",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     numberConflictPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	r := read(p.Article)
	var order []measured
	told := map[measured][]measure{}
	for _, m := range r.measures() {
		if told[m.key] == nil {
			order = append(order, m.key)
		}
		told[m.key] = append(told[m.key], m)
	}
	reported := map[article.Span]bool{}
	for _, k := range order {
		reportNumbers(p, told[k], reported)
	}
	for _, f := range r.echoes(reported) {
		p.Report(f)
	}
})

// reportNumbers reports the first value that cannot be the one told first, and
// notes the numbers.
func reportNumbers(p *check.Pass, told []measure, reported map[article.Span]bool) {
	first := told[0]
	for _, m := range told[1:] {
		if !excludes(first, m) {
			continue
		}
		here, there := oneLine(words(p.Article, m.span)), oneLine(words(p.Article, first.span))
		f := check.Finding{
			Span:    m.span,
			Message: fmt.Sprintf("%s is %s here and %s elsewhere", m.called(), here, there),
			Help:    "see which number the sources give, or say what sets the two apart",
			Label:   here,
			Line:    fmt.Sprintf("%s ≠ %s", here, there),
			Related: []check.Related{{Span: first.span, Label: there}},
		}
		if (m.sentence < 0) == (first.sentence < 0) { // a cell's unit may stand in its head
			f.Fixes = []check.Fix{
				{Message: fmt.Sprintf("write %s in place of %s", there, here), Edits: []check.Edit{{Span: m.span, Text: there}}},
				{Message: fmt.Sprintf("write %s in place of %s", here, there), Edits: []check.Edit{{Span: first.span, Text: here}}},
			}
		}
		for _, told := range []measure{first, m} {
			if told.sentence >= 0 {
				reported[p.Article.Tokens[told.quantity.first].Span] = true
			}
		}
		p.Report(f)
		return
	}
}

// called names the quantity: "the height of X", "the number of people for the flood".
func (m *measure) called() string {
	switch {
	case strings.HasPrefix(m.what, "number of "), m.what == "amount":
		return fmt.Sprintf("the %s for %s", m.what, m.name)
	case m.what == "employees":
		return fmt.Sprintf("the number of employees of %s", m.name)
	}
	return fmt.Sprintf("the %s of %s", m.what, m.name)
}

// excludes reports whether two values of one quantity share nothing, however
// each was rounded, and stand in statements apart.
func excludes(a, b measure) bool {
	if a.sentence == b.sentence || a.key.thing == "we" && a.cited && b.cited {
		return false
	}
	return a.high <= b.low || b.high <= a.low
}
