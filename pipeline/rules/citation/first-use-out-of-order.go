package citation

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed first-use-out-of-order.md
var firstUseOutOfOrderPage string

var firstUseOutOfOrder = check.NewRule(check.Meta{
	Name:     "first-use-out-of-order",
	Family:   "citation",
	Summary:  "entries are not numbered in the order in which they are first cited",
	Since:    "0.1",
	Severity: check.Info,
	Off:      true,
	Page:     firstUseOutOfOrderPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	if mixed(a) || alphabetical(a) {
		return
	}
	uses := firstUses(a)
	i := 1
	for i < len(uses) && uses[i-1].number < uses[i].number {
		i++
	}
	if i >= len(uses) {
		return
	}
	early, late := uses[i-1], uses[i]
	p.Report(check.Finding{
		Span:       a.Citations[early.citation].Marker,
		Message:    fmt.Sprintf("entry %d is cited before entry %d", early.number, late.number),
		Help:       "number the entries in the order of their first markers",
		Label:      fmt.Sprintf("%d first cited here", early.number),
		Line:       "first uses: " + listed(uses),
		Related:    []check.Related{{Span: a.Citations[late.citation].Marker, Label: fmt.Sprintf("%d first cited here", late.number)}},
		References: []int{a.Citations[early.citation].Reference, a.Citations[late.citation].Reference},
		Fixes:      orderedAnew(a, uses),
	})
})

// firstUse is a number with the citation that is the first to give it.
type firstUse struct{ number, citation int }

// firstUses returns the numbers in the order of their first citations, those of
// one cluster in the order of numbers.
func firstUses(a *article.Article) []firstUse {
	var uses []firstUse
	seen := map[int]bool{}
	for i := 0; i < len(a.Citations); {
		cluster, from := a.Citations[i].Cluster, len(uses)
		for ; i < len(a.Citations) && a.Citations[i].Cluster == cluster; i++ {
			if n, ok := number(a.Citations[i].Label); ok && a.Citations[i].Reference >= 0 && !seen[n] {
				seen[n] = true
				uses = append(uses, firstUse{n, i})
			}
		}
		slices.SortFunc(uses[from:], func(x, y firstUse) int { return cmp.Compare(x.number, y.number) })
	}
	return uses
}

// mostListed is how many first uses a finding names.
const mostListed = 12

func listed(uses []firstUse) string {
	var parts []string
	for _, u := range uses[:min(len(uses), mostListed)] {
		parts = append(parts, strconv.Itoa(u.number))
	}
	if len(uses) > mostListed {
		parts = append(parts, "…")
	}
	return strings.Join(parts, ", ")
}

// alphabetical reports whether the entries stand in the order of the alphabet,
// whose numbers the text cannot follow.
func alphabetical(a *article.Article) bool {
	last, entries, falls := "", 0, 0
	for _, r := range a.References {
		if r.Label.IsZero() {
			continue
		}
		body := strings.ToLower(strings.TrimLeft(a.Text[r.Label.Span.End:max(r.Label.Span.End, r.Span.End)], "].): \t\""))
		if body < last {
			falls++
		}
		last = body
		entries++
	}
	return entries >= fewestAlphabetical && falls*10 <= entries
}

// fewestAlphabetical is how many entries in alphabetical order are no chance.
const fewestAlphabetical = 5

// orderedAnew numbers the entries by first use and gives each the place of its
// new number; entries that are never cited come last.
func orderedAnew(a *article.Article, uses []firstUse) []check.Fix {
	n, ok := numberingOf(a)
	if !ok || !slices.IsSorted(n.order) {
		return nil
	}
	to, from := map[int]int{}, map[int]int{}
	place := func(old int) {
		if _, placed := to[old]; !placed {
			now := n.order[len(to)]
			to[old], from[now] = now, old
		}
	}
	for _, u := range uses {
		place(u.number)
	}
	for _, old := range n.order {
		place(old)
	}
	edits := n.markers(to)
	for _, at := range n.order {
		if from[at] == at {
			continue
		}
		out, in := n.body(at), n.body(from[at])
		if !verbatim(a, out) || !verbatim(a, in) {
			return nil
		}
		edits = append(edits, check.Edit{Span: out, Text: a.Words(in)})
	}
	slices.SortFunc(edits, func(x, y check.Edit) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	return []check.Fix{{Message: "number the entries by first use", Edits: edits, Safe: !spokenOf(a)}}
}
