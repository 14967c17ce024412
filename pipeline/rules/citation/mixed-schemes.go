package citation

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed mixed-schemes.md
var mixedSchemesPage string

// fewestOfScheme is how many markers of a second kind make a scheme: one or two
// can be a quotation of somebody else's text.
const fewestOfScheme = 3

var mixedSchemes = check.NewRule(check.Meta{
	Name:     "mixed-schemes",
	Family:   "citation",
	Summary:  "the article cites in two schemes at once",
	Since:    "0.1",
	Severity: check.Info,
	Page:     mixedSchemesPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	used := schemesOf(a)
	if len(used) < 2 {
		return
	}
	var names []string
	for _, u := range used {
		names = append(names, fmt.Sprintf("%s (%d)", u.name, u.count))
	}
	second := a.Citations[used[1].first]
	p.Report(check.Finding{
		Span:    second.Marker,
		Message: "the article cites in " + strings.Join(names, " and "),
		Help:    "keep one scheme; the other rules about markers wait until then",
		Label:   "the second scheme begins here",
		Related: []check.Related{{Span: a.Citations[used[0].first].Marker, Label: "the first one here"}},
	})
})

// scheme is one way of citing that an article uses.
type scheme struct {
	name         string
	count, first int // citations, and the index of the first of them
}

// schemesOf lists the schemes that an article really uses, in order of use.
// Where they are two, a marker's label no longer says which list it belongs to.
func schemesOf(a *article.Article) []scheme {
	var used []scheme
	for i, c := range a.Citations {
		name := schemeNames[c.Scheme]
		n := slices.IndexFunc(used, func(s scheme) bool { return s.name == name })
		if n < 0 {
			n = len(used)
			used = append(used, scheme{name: name, first: i})
		}
		used[n].count++
	}
	return slices.DeleteFunc(used, func(s scheme) bool { return s.count < fewestOfScheme })
}

// schemeNames are the words for the ways of writing a marker.
var schemeNames = map[string]string{
	"number": "numbers", "superscript": "raised numbers", "footnote": "footnotes", "author-year": "authors and years",
}

// mixed reports whether the article cites in two schemes, so that the family's
// other rules abstain.
func mixed(a *article.Article) bool { return len(schemesOf(a)) > 1 }
