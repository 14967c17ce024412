package source

import (
	_ "embed"
	"slices"
	"strings"

	"citevet/pipeline/check"
)

//go:embed search-page-cited.md
var searchPageCitedPage string

var searchPageCited = check.NewRule(check.Meta{
	Name:     "search-page-cited",
	Family:   "source",
	Summary:  "a claim rests on the results of a search instead of one of them",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     searchPageCitedPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	s := supportOf(a)
	var found []address
	for _, x := range addressesOf(a) {
		if !searches(&x) || kept(&a.References[x.reference]) {
			continue
		}
		for _, c := range s.claimsOf[x.reference] {
			if !s.countsResults(c) {
				found = append(found, x)
				break
			}
		}
	}
	if len(found) == 0 {
		return
	}
	p.Report(together(check.Finding{
		Message: counted(a, found, "leads to the results of a search, which differ by reader and day", "lead to the results of a search, which differ by reader and day"),
		Help:    "cite the result that was read",
		Label:   "a search",
	}, found))
})

// searches reports whether an address asks a search engine, or a site's own
// search, for words. A page of a book that a search was led into is a page.
func searches(x *address) bool {
	query := x.url.Query()
	asked := func(names ...string) bool {
		for _, n := range names {
			if strings.TrimSpace(query.Get(n)) != "" {
				return true
			}
		}
		return false
	}
	switch name := x.label(); {
	case name == "google" && x.host == "scholar."+x.domain:
		return x.last() == "scholar" && asked("q") && !asked("cluster", "cites")
	case name == "google", name == "bing":
		return x.last() == "search" && asked("q")
	case name == "duckduckgo":
		return len(x.segments) == 0 && asked("q")
	case name == "baidu":
		return x.last() == "s" && asked("wd", "word")
	case name == "yandex":
		return x.last() == "search" && asked("text")
	case name == "youtube":
		return x.last() == "results" && asked("search_query")
	}
	return searchPages[x.last()] && asked("q", "query", "search", "searchterm", "search_query", "keyword", "keywords", "text", "term", "terms", "s", "p", "k", "querytext")
}

// searchPages are the last parts of paths under which sites search themselves.
var searchPages = set("search search_results searchresults search-results suche recherche buscar busqueda ricerca zoeken sok")

// countsResults reports whether a claim is about a search itself.
func (s *support) countsResults(claim int) bool {
	words, _ := s.around(claim)
	return slices.ContainsFunc(words, func(w string) bool { return searching[w] })
}

var searching = set("search searches searched searching results query queries hits database catalogue catalog")
