package reference

import (
	_ "embed"
	"fmt"
	"slices"
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
	groups := map[string][][]int{} // by address, then by work
	var order []string
	for i := range a.References {
		r := &a.References[i]
		key := check.URLKey(r.URL.Text)
		if key == "" || !own(r, r.URL) || p.Sources[i].KeptUp != "" {
			continue
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		n := slices.IndexFunc(groups[key], func(g []int) bool { return sameWork(a, g[0], i) })
		if n < 0 {
			groups[key] = append(groups[key], []int{i})
			continue
		}
		groups[key][n] = append(groups[key][n], i)
	}
	for _, key := range order {
		for _, g := range groups[key] {
			if len(g) > 1 {
				p.Report(duplicates(a, key, g))
			}
		}
	}
})

// duplicates reports the entries of one work once, at the second of them.
func duplicates(a *article.Article, key string, entries []int) check.Finding {
	first := a.References[entries[0]]
	f := check.Finding{
		Span:       a.References[entries[1]].URL.Span,
		Message:    fmt.Sprintf("%s leads to the same address as %s", numbered(a, entries[1]), numbered(a, entries[0])),
		Help:       "keep one of the entries and let every marker point to it",
		Label:      "the same address",
		Related:    []check.Related{{Span: first.URL.Span, Label: "first given here"}},
		References: entries,
		Line:       fmt.Sprintf("%d entries, one address: %s", len(entries), key),
	}
	if more := len(entries) - 2; more > 0 {
		f.Message += fmt.Sprintf(", and so do %d more", more)
	}
	for _, i := range entries[2:] {
		f.Related = append(f.Related, check.Related{Span: a.References[i].URL.Span, Label: "and here"})
	}
	return f
}

// sameWork reports whether nothing in two entries with one address tells their
// works, or the parts of the work they mean, apart.
func sameWork(a *article.Article, i, j int) bool {
	r, s := &a.References[i], &a.References[j]
	if t, u := check.TitleKey(r.Title.Text), check.TitleKey(s.Title.Text); t != u {
		return false
	}
	if r.Pages.Text != s.Pages.Text || r.ArchiveURL.Text != s.ArchiveURL.Text || r.Volume.Text != s.Volume.Text || r.Issue.Text != s.Issue.Text {
		return false
	}
	if r.Published.When != s.Published.When || r.Archived.When != s.Archived.When {
		return false
	}
	return slices.Equal(locators(a, r), locators(a, s))
}

// locators lists the numbers of an entry outside its label, dates and addresses:
// pages, chapters, sections, episodes and their like. Two entries that lead to
// different parts of a work differ in one of them.
func locators(a *article.Article, r *article.Reference) []string {
	spans := []article.Span{r.Label.Span, r.Published.Span, r.Accessed.Span, r.Archived.Span, r.Updated.Span, r.URL.Span, r.ArchiveURL.Span}
	return strings.FieldsFunc(without(a, r.Span, spans), func(c rune) bool { return !unicode.IsDigit(c) })
}
