package brief

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
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

// firstFew keeps a proof to what a reader follows: the others are of one kind
// with those shown, and all stand in the results for programs.
func firstFew(words []string) []string {
	const most = 12
	if len(words) <= most {
		return words
	}
	return append(words[:most:most], fmt.Sprintf("and %d more", len(words)-most))
}

// proofWords ends the premises in the inequality that decides.
func proofWords(premises []string, line string) string {
	words := strings.Join(premises, "; ")
	switch {
	case line == "":
		return sentenceCase(words)
	case words == "":
		return sentenceCase(line)
	}
	return sentenceCase(words) + " Hence " + line + "."
}

// confidenceIn is the least that the pairs behind a finding deserve; empty for a
// finding that rests on no pair.
func confidenceIn(r check.Result, f check.Finding) check.Confidence {
	order := []check.Confidence{check.Low, check.Moderate, check.High}
	least := len(order)
	for _, c := range f.Claims {
		for _, p := range r.Verdicts[c].Pairs {
			if len(p.Causes) > 0 && slices.Contains(f.References, p.Reference) {
				least = min(least, slices.Index(order, p.Confidence))
			}
		}
	}
	if least < 0 || least == len(order) {
		return ""
	}
	return order[least]
}

// relatedWords quotes the other places that a finding sets its own against,
// those aside that its proof tells of, or the labels and dates of its sources.
func relatedWords(a *article.Article, f check.Finding) []string {
	var words []string
	told := func(s article.Span) bool {
		return slices.ContainsFunc(f.Proof, func(p article.Premise) bool { return p.Span.Overlaps(s) }) ||
			entryAround(a, s) >= 0 || markerWithin(a, s)
	}
	for _, r := range f.Related {
		if told(r.Span) {
			continue
		}
		line := "“" + quoted(a.Words(r.Span), 120) + "”"
		if r.Label != "" && !strings.Contains(line, r.Label) {
			line += " (" + quoted(r.Label, 80) + ")"
		}
		if !slices.Contains(words, line) && len(words) < 4 {
			words = append(words, line)
		}
	}
	return words
}
