package source

import (
	_ "embed"
	"slices"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed opinion-as-fact.md
var opinionAsFactPage string

var opinionAsFact = check.NewRule(check.Meta{
	Name:     "opinion-as-fact",
	Family:   "source",
	Summary:  "a plain fact rests on an opinion piece alone",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     opinionAsFactPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	s := supportOf(a)
	opinions := make([]bool, len(a.References))
	all := addressesOf(a)
	for _, x := range all {
		opinions[x.reference] = opinionPiece(p, &x)
	}
	resting := s.resting(opinions)
	for _, x := range all {
		var plain []int
		for _, c := range resting[x.reference] {
			if a.Claims[c].Worth >= factualWorth && s.states(c) && !s.mentions(c, &x) && !s.inTitle(c, x.reference) {
				plain = append(plain, c)
			}
		}
		if len(plain) == 0 {
			continue
		}
		f := check.Finding{
			Span:       a.Claims[plain[0]].Span,
			Message:    "what is told as a fact rests on an opinion piece alone, " + check.EntryName(a, x.reference),
			Help:       "say whose view it is, or cite a report",
			Label:      "told as a fact",
			Related:    []check.Related{{Span: x.span, Label: "an opinion piece by its address"}},
			Claims:     plain,
			References: []int{x.reference},
		}
		for _, c := range plain[1:] {
			f.Related = append(f.Related, check.Related{Span: a.Claims[c].Span, Label: "and this"})
		}
		p.Report(f)
	}
})

// factualWorth is the check-worthiness from which a claim is taken to tell a fact.
const factualWorth = 0.5

// opinionSegments are parts of paths under which papers keep opinion.
var opinionSegments = set("opinion opinions commentisfree editorials op-ed op-eds oped opeds opinion-editorial letters-to-the-editor")

// papersSegments are such parts of paths where the site is a known outlet's;
// elsewhere "editorial" is what a system of pages calls its articles, and
// "comment" leads to what readers wrote below them.
var papersSegments = set("editorial comment voices columnists")

// opinionPiece reports whether an address lies among a paper's opinion pages. A
// court's, an agency's and a scientific body's opinions are no such thing.
func opinionPiece(p *check.Pass, x *address) bool {
	if institution(x.domain) || x.under(courts) || p.Almanac.SharedDomain(x.host) || check.Printed(&p.Article.References[x.reference]) {
		return false
	}
	if x.host == "opinion."+x.domain || x.host == "opinionator.blogs.nytimes.com" {
		return true
	}
	for _, s := range x.segments[:max(0, len(x.segments)-1)] {
		if opinionSegments[s] || papersSegments[s] && len(p.Almanac.OutletAt(x.host)) > 0 {
			return true
		}
	}
	return false
}

// courts keep the opinions of courts.
var courts = set(`courtlistener.com justia.com findlaw.com casetext.com casemine.com leagle.com law.com europa.eu
	oyez.org scotusblog.com openjurist.org`)

// inTitle reports whether a claim is about a person who is named in the title of
// an entry, as speakers are: "Jane Roe: the harbour is too small".
func (s *support) inTitle(claim, entry int) bool {
	title := wordsIn(clipped(s.a.References[entry].Title.Text))
	entities := s.a.Claims[claim].Entities
	for _, e := range entities[:min(len(entities), 20)] {
		n := s.a.Entities[e]
		if name := wordsIn(n.Name); n.Kind == article.Person && len(name) > 0 && slices.Contains(title, name[len(name)-1]) {
			return true
		}
	}
	return false
}
