package brief

import (
	"cmp"
	"sort"
	"strings"

	"citevet/pipeline/article"
)

// premisesWords writes the dates of sources, each with the labels of all that
// have it, and apart from them what was read from the text. What the article
// states outright has the words in stated behind it.
func premisesWords(a *article.Article, premises []article.Premise, stated string) (ofSources, ofText []string) {
	labels := map[string][]string{} // by the words they share
	var kinds []string
	words := map[string][]string{} // by kind
	for _, p := range premises {
		ref := entryAround(a, p.Span)
		if ref < 0 {
			ofText = append(ofText, premiseWords(p, stated))
			continue
		}
		kind := p.What + p.How
		if words[kind] == nil {
			kinds = append(kinds, kind)
		}
		said := p.What + " " + cmp.Or(timeWords(p.When), "“"+quoted(p.Words, 60)+"”") + howWords(p, stated)
		if labels[said] == nil {
			words[kind] = append(words[kind], said)
		}
		labels[said] = append(labels[said], label(a, ref))
	}
	for _, kind := range kinds {
		for _, said := range words[kind] {
			ofSources = append(ofSources, strings.Join(distinct(labels[said]), " ")+" "+said)
		}
	}
	return ofSources, distinct(ofText)
}

// entryAround returns the entry that a span stands in, -1 where it stands in none.
// Entries and markers are in order and do not overlap, and a finding may name
// each of very many, so neither is looked for from the beginning.
func entryAround(a *article.Article, s article.Span) int {
	if s.IsZero() {
		return -1
	}
	i := sort.Search(len(a.References), func(i int) bool { return a.References[i].Span.Start > s.Start }) - 1
	if i < 0 || !a.References[i].Span.Contains(s) {
		return -1
	}
	return i
}

// markerWithin reports whether a span has part of a marker.
func markerWithin(a *article.Article, s article.Span) bool {
	i := sort.Search(len(a.Citations), func(i int) bool { return a.Citations[i].Marker.Start >= s.End }) - 1
	return i >= 0 && a.Citations[i].Marker.Overlaps(s)
}

// howWords says how a date was found.
func howWords(p article.Premise, stated string) string {
	switch {
	case p.Almanac != "":
		return " (almanac row " + p.Almanac + ")"
	case p.How == "" || p.How == "stated":
		return stated
	}
	return " (" + p.How + ")"
}

// premiseWords writes a dated fact with where it was read: "speaks of “mid-2025”,
// May to August 2025".
func premiseWords(p article.Premise, stated string) string {
	words := p.What
	if p.Words != "" {
		words += " “" + quoted(p.Words, 80) + "”"
	}
	if t := timeWords(p.When); t != "" && t != p.Words {
		words += ", " + t
	}
	words += howWords(p, stated)
	if p.Dropped {
		words = "left out: " + words
	}
	if p.Doubt != "" {
		words += ", " + p.Doubt
	}
	return words
}
