package citation

import (
	_ "embed"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed dangling-marker.md
var danglingMarkerPage string

var danglingMarker = check.NewRule(check.Meta{
	Name:     "dangling-marker",
	Family:   "citation",
	Summary:  "a marker leads to no entry of the reference list",
	Since:    "0.1",
	Severity: check.Error,
	Decision: true,
	Page:     danglingMarkerPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	if len(a.References) == 0 || mixed(a) {
		return
	}
	glueing := slices.ContainsFunc(a.Citations, func(c article.Citation) bool { return c.Reference >= 0 && glued(a, c) })
	var order []string
	dangling := map[string][]int{}
	for i, c := range a.Citations {
		if c.Reference >= 0 || c.Flaw != "" || glued(a, c) && !glueing {
			continue
		}
		if dangling[c.Label] == nil {
			order = append(order, c.Label)
		}
		dangling[c.Label] = append(dangling[c.Label], i)
	}
	byCitation, listed := claimsByCitation(a), runs(labels(a))
	for _, label := range order {
		p.Report(danglingFinding(p, dangling[label], claimsCiting(byCitation, dangling[label]), listed))
	}
})

// glued reports whether a marker stands at a word without a space, as an index
// does ("crates[7]"). In an article whose working markers never do, it is one.
func glued(a *article.Article, c article.Citation) bool {
	r, _ := utf8.DecodeLastRuneInString(a.Text[:c.Marker.Start])
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// danglingFinding reports a missing label once, at its first marker. Listed are
// the numbers that the list has.
func danglingFinding(p *check.Pass, citations, claims []int, listed string) check.Finding {
	a := p.Article
	label := a.Citations[citations[0]].Label
	f := check.Finding{
		Span:      a.Citations[citations[0]].Marker,
		Message:   fmt.Sprintf("no entry of the reference list carries the label %s", label),
		Help:      "add the entry, or correct the marker",
		Label:     "no such entry",
		Claims:    claims,
		Supported: true,
	}
	if listed != "" {
		f.Line = fmt.Sprintf("%s is not among %s", label, listed)
	}
	for _, n := range citations[1:] {
		f.Related = append(f.Related, check.Related{Span: a.Citations[n].Marker, Label: "here too"})
	}
	for _, c := range claims {
		if !slices.ContainsFunc(a.Claims[c].Citations, func(n int) bool { return carries(a, p.Verdicts[c], n) }) {
			f.Supported = false
		}
	}
	return f
}

// carries reports whether a citation leads to an entry whose dates let it carry the claim.
func carries(a *article.Article, v check.Verdict, citation int) bool {
	ref := a.Citations[citation].Reference
	return ref >= 0 && !slices.ContainsFunc(v.Pairs, func(p check.Pair) bool {
		return p.Reference == ref && p.Verdict == check.Impossible
	})
}
