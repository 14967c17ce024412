package reference

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed duplicate-url.md
var duplicateURLPage string

var duplicateURL = check.NewRule(check.Meta{
	Name:     "duplicate-url",
	Family:   "reference",
	Summary:  "two entries lead to the same address and name the same work",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     duplicateURLPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	groups := map[string][]int{}
	var order []string
	for i := range a.References {
		r := &a.References[i]
		address := check.URLKey(r.URL.Text)
		if address == "" || !check.Own(r, r.URL) || p.Sources[i].KeptUp != "" {
			continue
		}
		key := address + "\x00" + workKey(a, r)
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], i)
	}
	for _, key := range order {
		if entries := groups[key]; len(entries) > 1 {
			p.Report(duplicates(a, entries))
		}
	}
})

// duplicates reports the entries of one work once, at the second of them.
func duplicates(a *article.Article, entries []int) check.Finding {
	first := a.References[entries[0]]
	f := check.Finding{
		Span:       a.References[entries[1]].URL.Span,
		Message:    fmt.Sprintf("%s leads to the same address as %s", check.EntryName(a, entries[1]), check.EntryName(a, entries[0])),
		Help:       "keep one of the entries and let every marker point to it",
		Label:      "the same address",
		Related:    []check.Related{{Span: first.URL.Span, Label: "first given here"}},
		References: entries,
		Fixes:      mergeFix(a, entries),
		Line:       fmt.Sprintf("%d entries, one address: %s", len(entries), check.URLKey(first.URL.Text)),
	}
	for _, i := range entries[2:] {
		f.Related = append(f.Related, check.Related{Span: a.References[i].URL.Span, Label: "and here"})
	}
	f.Message += andMore(len(entries) - 2)
	return f
}

// workKey holds what tells the works apart, or the parts of a work, that entries
// with one address mean: equal keys are one work.
func workKey(a *article.Article, r *article.Reference) string {
	return strings.Join(append(locators(a, r),
		check.TitleKey(r.Title.Text), r.Pages.Text, r.Volume.Text, r.Issue.Text, r.ArchiveURL.Text,
		r.Published.When.String(), r.Archived.When.String()), "\x00")
}

// locators lists the numbers of an entry outside its label, dates and addresses:
// pages, chapters, sections, episodes and their like. Two entries that lead to
// different parts of a work differ in one of them.
func locators(a *article.Article, r *article.Reference) []string {
	spans := []article.Span{r.Label.Span, r.Published.Span, r.Accessed.Span, r.Archived.Span, r.Updated.Span, r.URL.Span, r.ArchiveURL.Span}
	return strings.FieldsFunc(without(a, r.Span, spans), func(c rune) bool { return !unicode.IsDigit(c) })
}
