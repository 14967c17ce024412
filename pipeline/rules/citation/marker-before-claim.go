package citation

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed marker-before-claim.md
var markerBeforeClaimPage string

var markerBeforeClaim = check.NewRule(check.Meta{
	Name:     "marker-before-claim",
	Family:   "citation",
	Summary:  "a marker stands before the words it is for",
	Since:    "0.1",
	Severity: check.Info,
	Page:     markerBeforeClaimPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	if mixed(a) {
		return
	}
	places := append(openingMarkers(a), stray(a)...)
	if len(places) == 0 {
		return
	}
	slices.SortFunc(places, func(x, y article.Span) int { return cmp.Compare(x.Start, y.Start) })
	f := check.Finding{
		Span:    places[0],
		Message: "the marker stands before the words it is for, or behind the paragraph above",
		Help:    "put the marker at the end of what it carries",
		Label:   "nothing before it",
	}
	if n := len(places); n > 1 {
		f.Message = fmt.Sprintf("%d markers stand before the words they are for, or behind the paragraph above", n)
	}
	for _, at := range places[1:] {
		f.Related = append(f.Related, check.Related{Span: at, Label: "here too"})
	}
	p.Report(f)
})

// openingMarkers returns the runs of markers that open a paragraph or an item.
func openingMarkers(a *article.Article) []article.Span {
	var places []article.Span
	for i := 0; i < len(a.Citations); {
		first, span := a.Citations[i], a.Citations[i].Marker
		for ; i < len(a.Citations) && a.Citations[i].Cluster == first.Cluster; i++ {
			span = span.Hull(a.Citations[i].Marker)
		}
		if opens(a, first, span) {
			places = append(places, span)
		}
	}
	return places
}

// stray returns the markers that were taken for the number of a list item, though
// the list has no other item and the number is an entry's.
func stray(a *article.Article) []article.Span {
	labels := map[string]bool{}
	for _, r := range a.References {
		labels[r.Label.Text] = true
	}
	var places []article.Span
	for i, b := range a.Blocks {
		if b.Kind != article.ListItem || item(a, i-1) || item(a, i+1) {
			continue
		}
		from := 0
		if i > 0 {
			from = a.Blocks[i-1].Span.End
		}
		label := strings.TrimSpace(a.Text[from:b.Span.Start])
		if inner, ok := strings.CutPrefix(label, "["); ok && strings.HasSuffix(inner, "]") && labels[strings.TrimSuffix(inner, "]")] && states(a, b.Span.Start, b.Span.End) {
			at := from + strings.Index(a.Text[from:b.Span.Start], label)
			places = append(places, article.Span{Start: at, End: at + len(label)})
		}
	}
	return places
}

// item reports whether block i is a list item.
func item(a *article.Article, i int) bool {
	return i >= 0 && i < len(a.Blocks) && a.Blocks[i].Kind == article.ListItem
}

// opens reports whether a cluster of markers begins a paragraph or a list item
// that goes on with a sentence, and is no part of that sentence.
func opens(a *article.Article, c article.Citation, cluster article.Span) bool {
	b := a.Blocks[c.Block]
	if b.Kind != article.Paragraph && b.Kind != article.ListItem || c.Scheme == "author-year" || cluster.Start < b.Span.Start ||
		strings.TrimSpace(a.Text[b.Span.Start:cluster.Start]) != "" {
		return false
	}
	return states(a, cluster.End, b.Span.End)
}

// states reports whether a sentence begins at one place of the text and goes on for
// some words before the other.
func states(a *article.Article, from, to int) bool {
	at, _ := slices.BinarySearchFunc(a.Tokens, from, func(t article.Token, from int) int { return t.Span.Start - from })
	words := 0
	for i := at; i < len(a.Tokens) && a.Tokens[i].Span.End <= to && words < fewestSaid; i++ {
		if words == 0 && !begins(a, a.Tokens[i]) {
			return false
		}
		words++
	}
	return words == fewestSaid
}

// fewestSaid is how many words behind a marker are a statement rather than the
// beginning of an entry or a label.
const fewestSaid = 6

// begins reports whether a token can be the first of a sentence to which the marker
// before it does not belong: "[3] shows that" and "[3] and [4] differ" use the
// marker as a noun.
func begins(a *article.Article, t article.Token) bool {
	word := a.Words(t.Span)
	return capital(word) || strings.IndexAny(word, `0123456789"“‘$€£`) == 0
}
