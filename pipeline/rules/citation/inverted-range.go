package citation

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed inverted-range.md
var invertedRangePage string

var invertedRange = check.NewRule(check.Meta{
	Name:     "inverted-range",
	Family:   "citation",
	Summary:  "a range of markers runs backwards",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     invertedRangePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	if mixed(a) {
		return
	}
	byCitation := claimsByCitation(a)
	var order []string
	places := map[string][]int{} // the first citation of each such range, by what is wrong with it
	for i, c := range a.Citations {
		if c.Flaw == "" || i > 0 && a.Citations[i-1].Span == c.Span {
			continue
		}
		if places[c.Flaw] == nil {
			order = append(order, c.Flaw)
		}
		places[c.Flaw] = append(places[c.Flaw], i)
	}
	for _, flaw := range order {
		p.Report(invertedFinding(a, flaw, places[flaw], claimsCiting(byCitation, places[flaw])))
	}
})

// invertedFinding reports one range wherever it stands.
func invertedFinding(a *article.Article, flaw string, citations, claims []int) check.Finding {
	f := check.Finding{
		Span:    a.Citations[citations[0]].Marker,
		Message: flaw,
		Help:    "turn the range round, or separate the two numbers with a comma",
		Label:   "runs backwards",
		Claims:  claims,
	}
	fix := check.Fix{Message: "turn the range round"}
	for n, i := range citations {
		if n > 0 {
			f.Related = append(f.Related, check.Related{Span: a.Citations[i].Marker, Label: "here too"})
		}
		if edit, ok := turned(a.Text, a.Citations[i].Span); ok {
			fix.Edits = append(fix.Edits, edit)
		}
	}
	if len(fix.Edits) == len(citations) {
		f.Fixes = []check.Fix{fix}
	}
	return f
}

// turned returns the range at a span with its ends exchanged. ok is false where it
// is none.
func turned(text string, span article.Span) (edit check.Edit, ok bool) {
	words := text[span.Start:span.End]
	from := strings.IndexFunc(words, notDigit)
	to := strings.LastIndexFunc(words, notDigit)
	if from <= 0 {
		return check.Edit{}, false
	}
	_, size := utf8.DecodeRuneInString(words[to:])
	if to+size == len(words) {
		return check.Edit{}, false
	}
	return check.Edit{Span: span, Text: words[to+size:] + words[from:to+size] + words[:from]}, true
}

func notDigit(r rune) bool { return r < '0' || r > '9' }
