package source

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed same-title-two-outlets.md
var sameTitleTwoOutletsPage string

// tellingWords is how many words a title needs before two works would hardly
// bear it by chance.
const tellingWords = 5

var sameTitleTwoOutlets = check.NewRule(check.Meta{
	Name:     "same-title-two-outlets",
	Family:   "source",
	Summary:  "one title stands under two outlets, as syndicated texts do",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     sameTitleTwoOutletsPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	first := map[string]int{}
	for i := range a.References {
		r := &a.References[i]
		key := check.TitleKey(r.Title.Text)
		if !check.Own(r, r.Title) || len(strings.Fields(key)) < tellingWords || outletOf(r) == "" || check.Printed(r) {
			continue
		}
		j, seen := first[key]
		if !seen {
			first[key] = i
			continue
		}
		s := &a.References[j]
		if !unlikeOutlets(p.Almanac, r, s) || namesAgency(a, r) && namesAgency(a, s) {
			continue
		}
		p.Report(check.Finding{
			Span:       r.Title.Span,
			Message:    fmt.Sprintf("%s and %s carry one title under two outlets, %s and %s", check.EntryName(a, j), check.EntryName(a, i), outletOf(s), outletOf(r)),
			Help:       "if it is one text, count it as one source",
			Label:      "the same title",
			Related:    []check.Related{{Span: s.Title.Span, Label: "first given here"}},
			Line:       fmt.Sprintf("“%s” = “%s”", s.Title.Text, r.Title.Text),
			References: []int{j, i},
		})
	}
})

// outletOf returns the outlet that an entry names: its container, else a
// publisher, else an author that is no person.
func outletOf(r *article.Reference) string {
	for _, f := range []article.Field{r.Container, r.Publisher} {
		if check.Own(r, f) {
			return f.Text
		}
	}
	for _, n := range r.Authors {
		if n.Literal != "" {
			return n.Literal
		}
	}
	return ""
}

// fromAgency finds the words by which an entry says that its outlet runs an
// agency's text: "(Source: Lusa Agency)", "Associated Press via The Post".
var fromAgency = regexp.MustCompile(`(?i)\b(?:source|agency|agence|agencia|agência|associated press|reuters|afp|dpa|syndicated|wire)\b`)

// namesAgency reports whether an entry says itself that the text is an agency's.
func namesAgency(a *article.Article, r *article.Reference) bool {
	rest := strings.Replace(a.Text[r.Span.Start:r.Span.End], r.Title.Text, " ", 1)
	return fromAgency.MatchString(strings.Replace(rest, r.URL.Text, " ", 1))
}

// unlikeOutlets reports whether two entries surely name different outlets: other
// names, none within the other, and addresses under other domains.
func unlikeOutlets(alm *almanac.Almanac, r, s *article.Reference) bool {
	a, b := check.TitleKey(outletOf(r)), check.TitleKey(outletOf(s))
	if strings.Contains(a, b) || strings.Contains(b, a) {
		return false
	}
	at, bt := host(r.URL.Text), host(s.URL.Text)
	if at == "" || bt == "" || almanac.Registrable(at) == almanac.Registrable(bt) {
		return false
	}
	if neutral(alm, r.URL.Text) || neutral(alm, s.URL.Text) {
		return false
	}
	for _, x := range alm.Outlet(outletOf(r)) {
		for _, y := range alm.Outlet(outletOf(s)) {
			if x.ID == y.ID || related(x, y) {
				return false
			}
		}
	}
	return true
}
