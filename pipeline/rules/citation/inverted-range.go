package citation

import (
	_ "embed"
	"fmt"
	"regexp"
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
	Summary:  "a range of markers, or of an entry's pages, runs backwards",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     invertedRangePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.References {
		if r := &a.References[i]; check.Own(r, r.Pages) {
			reportPages(p, r.Pages, i)
		}
	}
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

// pageRange matches the pages of an entry that are one range: "145–139", "S12-S8".
var pageRange = regexp.MustCompile(`^(?:pp?\.? ?)?(\pL?)(\d{2,5}) ?[-–—‑−] ?(\pL?)(\d{2,5})$`)

// reportPages reports the pages of an entry where the last comes before the first.
// A last page in fewer figures is short for one that comes after: "1145–9".
func reportPages(p *check.Pass, pages article.Field, reference int) {
	m := pageRange.FindStringSubmatch(pages.Text)
	if m == nil || m[1] != m[3] || len(m[2]) != len(m[4]) || m[2] <= m[4] || isYear(m[2]) && isYear(m[4]) {
		return
	}
	p.Report(check.Finding{
		Span:       pages.Span,
		Message:    fmt.Sprintf("the pages %s–%s run backwards", m[2], m[4]),
		Help:       "correct the pages from the work",
		Label:      "run backwards",
		Line:       fmt.Sprintf("%s < %s", m[4], m[2]),
		References: []int{reference},
	})
}

// isYear reports whether four figures may be a year of these centuries.
func isYear(digits string) bool {
	return len(digits) == 4 && (strings.HasPrefix(digits, "19") || strings.HasPrefix(digits, "20"))
}

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
