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
	for i, c := range a.Citations {
		if c.Flaw == "" || i > 0 && a.Citations[i-1].Marker == c.Marker && a.Citations[i-1].Flaw == c.Flaw {
			continue
		}
		p.Report(check.Finding{
			Span:    c.Marker,
			Message: c.Flaw,
			Help:    "turn the range round, or separate the two numbers with a comma",
			Label:   "runs backwards",
			Claims:  byCitation[i],
			Fixes:   turned(a.Text, c.Span),
		})
	}
})

// turned returns the range at a span with its ends exchanged.
func turned(text string, span article.Span) []check.Fix {
	words := text[span.Start:span.End]
	from := strings.IndexFunc(words, notDigit)
	to := strings.LastIndexFunc(words, notDigit)
	if from <= 0 {
		return nil
	}
	_, size := utf8.DecodeRuneInString(words[to:])
	if to+size == len(words) {
		return nil
	}
	return []check.Fix{{Message: "turn the range round", Edits: []check.Edit{{Span: span, Text: words[to+size:] + words[from:to+size] + words[:from]}}}}
}

func notDigit(r rune) bool { return r < '0' || r > '9' }
