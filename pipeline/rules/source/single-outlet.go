package source

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed single-outlet.md
var singleOutletPage string

var singleOutlet = check.NewRule(check.Meta{
	Name:     "single-outlet",
	Family:   "source",
	Summary:  "every citation leads to one outlet",
	Since:    "0.1",
	Severity: check.Info,
	Page:     singleOutletPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	cited := map[int]bool{}
	for _, c := range a.Citations {
		if c.Reference >= 0 {
			cited[c.Reference] = true
		}
	}
	if len(cited) < fewestOfOne || len(a.Citations) < fewestOfOne {
		return
	}
	var found []address
	for _, x := range addressesOf(a) {
		if !cited[x.reference] {
			continue
		}
		if neutral(p.Almanac, x.raw) || len(found) > 0 && x.domain != found[0].domain {
			return
		}
		found = append(found, x)
	}
	if len(found) < len(cited) || aboutSite(a, &found[0]) || onePage(found) {
		return
	}
	p.Report(together(check.Finding{
		Message: fmt.Sprintf("all %d sources that are cited stand at %s", len(found), found[0].domain),
		Help:    "see whether someone else says the same",
		Label:   found[0].domain,
		Line:    fmt.Sprintf("%d entries cited, 1 outlet", len(found)),
	}, found))
})

// fewestOfOne is how many citations, and entries, show a habit.
const fewestOfOne = 5

// onePage reports whether all lead to one page, which is told of addresses given
// twice, not of outlets.
func onePage(found []address) bool {
	return !slices.ContainsFunc(found, func(x address) bool {
		return x.host != found[0].host || !slices.Equal(x.segments, found[0].segments) || x.url.RawQuery != found[0].url.RawQuery
	})
}

// aboutSite reports whether an article is about whoever keeps a site: its title
// names it.
func aboutSite(a *article.Article, x *address) bool {
	name := strings.ReplaceAll(x.label(), "-", "")
	words := wordsIn(clipped(a.Title))
	if slices.Contains(words, name) {
		return true
	}
	few := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return functionWords[w] })
	return len(name) > 4 && (strings.Contains(strings.Join(words, ""), name) || strings.Contains(strings.Join(few, ""), name))
}
