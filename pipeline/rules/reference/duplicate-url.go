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
	first := map[string][]int{}
	for i := range a.References {
		r := &a.References[i]
		key := check.URLKey(r.URL.Text)
		if key == "" || !own(r, r.URL) || p.Sources[i].KeptUp != "" {
			continue
		}
		same := slices.IndexFunc(first[key], func(j int) bool { return sameWork(a, j, i) })
		if same < 0 {
			first[key] = append(first[key], i)
			continue
		}
		j := first[key][same]
		p.Report(check.Finding{
			Span:       r.URL.Span,
			Message:    fmt.Sprintf("%s leads to the same address as %s", numbered(a, i), numbered(a, j)),
			Help:       "keep one of the entries and let every marker point to it",
			Label:      "the same address",
			Related:    []check.Related{{Span: a.References[j].URL.Span, Label: "first given here"}},
			References: []int{j, i},
			Line:       fmt.Sprintf("%s = %s", key, check.URLKey(a.References[j].URL.Text)),
		})
	}
})

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
