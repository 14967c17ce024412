// Package batch holds the rules across articles: what one article cannot show,
// since only beside the others it is odd.
package batch

import (
	"strings"
	"unicode"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// Rules returns the family's rules in the order of the catalogue. events reads
// the dated events that an article tells, which another family compares within
// one article.
func Rules(events func(*article.Article) []Event) []*check.Rule {
	return []*check.Rule{
		sharedBundle,
		frozenDatesAcross,
		twinTitles,
		sourceToldDifferently,
		eventDatedDifferently(events),
	}
}

// contentWords are the words that say what a text is about: those of five
// letters at least, in lower case.
func contentWords(text string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len([]rune(w)) >= 5 {
			words[w] = true
		}
	}
	return words
}

// groups gathers what was left by a key, in the order of the first of each.
func groups[D any](left []check.Left[D], key func(D) string) [][]check.Left[D] {
	at := map[string]int{}
	var out [][]check.Left[D]
	for _, l := range left {
		k := key(l.Data)
		if k == "" {
			continue
		}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], l)
	}
	return out
}

// placesOf returns where each of a group stands.
func placesOf[D any](group []check.Left[D], place func(D) check.Place) []check.Place {
	places := make([]check.Place, len(group))
	for i, l := range group {
		places[i] = place(l.Data)
		places[i].Article = l.Article
	}
	return places
}
