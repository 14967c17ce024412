package reference

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed bare-url.md
var bareURLPage string

var bareURL = check.NewRule(check.Meta{
	Name:     "bare-url",
	Family:   "reference",
	Summary:  "an entry is an address and nothing else",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     bareURLPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []check.Finding
	for i := range a.References {
		if !isBare(a, i) || belongsToLineAbove(a, i) {
			continue
		}
		found = append(found, check.Finding{
			Span:       a.References[i].URL.Span,
			Message:    "the entry is an address and nothing else",
			Help:       "add author, title and date, so that the work can be found when the address stops working",
			Label:      "nothing but an address",
			References: []int{i},
		})
	}
	together := fmt.Sprintf("%d of the list's %d entries are an address and nothing else", len(found), len(a.References))
	if len(found) == len(a.References) {
		together = fmt.Sprintf("all %d entries of the list are an address and nothing else", len(found))
	}
	reportTogether(p, found, together)
})

// isBare reports whether nothing is left of an entry beside its number, its
// address and the date it was read on. A DOI or another lasting identifier names
// its work, and so do the words of a link.
func isBare(a *article.Article, i int) bool {
	r := &a.References[i]
	if !check.Own(r, r.URL) || !strings.HasPrefix(r.URL.Text, "http") || !r.DOI.IsZero() || !r.ArXiv.IsZero() || !r.PMID.IsZero() || lasting(r.URL.Text) {
		return false
	}
	for _, f := range []article.Field{r.Title, r.Container, r.Publisher, r.Published.Field} {
		if check.Own(r, f) {
			return false
		}
	}
	return r.AuthorsAt.Len() <= 0 && !hasWords(remainder(a, r))
}

// belongsToLineAbove reports whether an unnumbered address is the second line of
// an entry whose words stand above it and were read as an entry of their own. An
// article in a journal, with a blank line below it, is whole without one.
func belongsToLineAbove(a *article.Article, i int) bool {
	if !a.References[i].Label.IsZero() || i == 0 || !sameList(a, i-1, i) || !a.References[i-1].URL.IsZero() {
		return false
	}
	above := &a.References[i-1]
	return above.Volume.IsZero() || above.Pages.IsZero() || !strings.Contains(a.Text[above.Span.End:a.References[i].Span.Start], "\n\n")
}
