package source

import (
	_ "embed"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed home-page-cited.md
var homePageCitedPage string

var homePageCited = check.NewRule(check.Meta{
	Name:     "home-page-cited",
	Family:   "source",
	Summary:  "a claim rests on a site's front page instead of the page that says so",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     homePageCitedPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	s := supportOf(a)
	var found []address
	for _, x := range addressesOf(a) {
		r := &a.References[x.reference]
		if !x.bare() || check.Printed(r) || kept(r) || hostFault(x.host) != "" || namesSite(a, r, &x) || aboutSite(a, &x) || leadsDeeper(a, r) {
			continue
		}
		for _, c := range s.claimsOf[x.reference] {
			if !s.mentions(c, &x) {
				found = append(found, x)
				break
			}
		}
	}
	if len(found) == 0 {
		return
	}
	p.Report(together(check.Finding{
		Message: counted(a, found, "leads to a site's front page, not to the page it is cited for", "lead to sites' front pages, not to the pages they are cited for"),
		Help:    "cite the page that says it",
		Label:   "a front page",
	}, found))
})

// leadsDeeper reports whether an entry has another address, which does lead to a
// page: the front page then stands where the name of the work is expected.
func leadsDeeper(a *article.Article, r *article.Reference) bool {
	for word := range strings.FieldsSeq(a.Text[r.Span.Start:r.Span.End]) {
		if at := strings.Index(word, "http"); at >= 0 {
			if x, ok := takeApart(strings.TrimRight(word[at:], ".,;)")); ok && !x.bare() {
				return true
			}
		}
	}
	return false
}

// namesSite reports whether an entry means the site itself: its title is the
// site's name, or says that it is a front page, or is too short to be a page's.
func namesSite(a *article.Article, r *article.Reference, x *address) bool {
	words := wordsIn(r.Title.Text)
	low := " " + strings.Join(words, " ") + " "
	for _, w := range []string{" home ", " homepage ", " website ", " web site ", " official ", " welcome ", " about ", " portal ", " database "} {
		if strings.Contains(low, w) {
			return true
		}
	}
	if len(words) == 0 {
		return !addressAlone(a, r)
	}
	if len(words) <= 8 && slices.ContainsFunc(words, func(w string) bool { return bodies[w] }) {
		return true
	}
	return len(words) < 3 || x.titledAs(r.Title.Text) || check.TitleKey(r.Title.Text) == check.TitleKey(r.Container.Text) ||
		check.TitleKey(r.Title.Text) == check.TitleKey(r.Publisher.Text)
}

// bodies are words of the names of those who keep a site.
var bodies = set(`academy agency airport alliance archive archives association authority bank board bureau center centre church club
	college commission committee company corporation council department diocese directorate federation festival foundation
	fund group hospital inc institute institution laboratory league library limited ltd ministry museum network office
	orchestra organisation organization party partnership project school service services society stadium theater theatre trust union university`)

// addressAlone reports whether an entry is its address and little else.
func addressAlone(a *article.Article, r *article.Reference) bool {
	rest := strings.ReplaceAll(a.Text[r.Span.Start:r.Span.End], r.URL.Text, " ")
	return len(wordsIn(rest)) <= 6
}
