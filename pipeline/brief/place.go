package brief

import (
	"fmt"
	"strings"

	"citevet/pipeline/article"
)

// Place is where a finding shows.
type Place struct {
	Line, Column         int // of the input, from 1; columns in code points
	Before, Words, After string
	Claim                string // ID of the claim it stands in, empty outside claims
}

// Quote returns the place's words with what stands around them.
func (p Place) Quote() string { return p.Before + p.Words + p.After }

// placeLimit is about how many characters of the article one place shows.
const placeLimit = 280

// sentenceAround returns the sentence or the entry that a span stands in, the
// span itself where it stands in neither.
func sentenceAround(a *article.Article, s article.Span) article.Span {
	for i := range a.Sentences {
		if a.Sentences[i].Span.Contains(s) {
			return a.Sentences[i].Span
		}
	}
	for i := range a.References {
		if a.References[i].Span.Contains(s) {
			return a.References[i].Span
		}
	}
	return s
}

// firstOf returns the beginning of text, cut between words, with the space that
// parts it from what stands before.
func firstOf(text string, limit int) string {
	if limit < 12 || strings.TrimSpace(text) == "" {
		return ""
	}
	words := quoted(text, limit)
	if strings.ContainsAny(text[:1], " \n\t") {
		words = " " + words
	}
	return words
}

// lastOf returns the end of text in the same manner.
func lastOf(text string, limit int) string {
	if limit < 12 || strings.TrimSpace(text) == "" {
		return ""
	}
	cut := ""
	if over := len(text) - 16*limit; over > 0 {
		cut, text = headOf(text, over)
	}
	flat := []rune(strings.Join(strings.Fields(text), " "))
	words := string(flat)
	if from := max(0, len(flat)-limit); from > 0 || cut != "" {
		words = string(flat[from:])
		if _, rest, ok := strings.Cut(words, " "); ok {
			words = rest
		}
		words = "…" + words
	}
	if strings.ContainsAny(text[len(text)-1:], " \n\t") {
		words += " "
	}
	return words
}

// shownPlaces is how many places of one finding are quoted.
const shownPlaces = 3

// placesWords writes positions as line and column.
func placesWords(places []Place) string {
	var lines []string
	for i, p := range places {
		if i == 6 {
			lines = append(lines, "…")
			break
		}
		lines = append(lines, fmt.Sprintf("%d:%d", p.Line, p.Column))
	}
	return strings.Join(lines, " ")
}
