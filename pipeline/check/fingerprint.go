package check

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"citevet/pipeline/article"
)

// fingerprint names every finding so that a later run knows it again: by its
// rule, the words it is about and the sources it is about, and by its ordinal
// among findings that agree in all three. Lines inserted above, other wrapping,
// other numbering of the references and another file name leave it as it is.
func fingerprint(a *article.Article, findings []Finding) {
	order := make([]int, len(findings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(findings[i].Span.Start, findings[j].Span.Start)
	})
	seen := map[string]int{}
	known := plainWords{a: a, at: map[article.Span]string{}}
	for _, i := range order {
		f := &findings[i]
		key := strings.Join([]string{f.Rule, known.of(*f), sourcesOf(a, *f)}, "\x00")
		seen[key]++
		sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(seen[key])))
		f.Fingerprint = hex.EncodeToString(sum[:16])
	}
}

// longWords is how many bytes of a sentence's words stand in a key themselves:
// of longer ones a digest does, for a text that is one sentence may have findings
// by the thousand.
const longWords = 4096

// plainWords keeps what was made of each place.
type plainWords struct {
	a  *article.Article
	at map[article.Span]string
}

func (w plainWords) plain(span article.Span) string {
	words, ok := w.at[span]
	if !ok {
		if words = plain(w.a, span); len(words) > longWords {
			sum := sha256.Sum256([]byte(words))
			words = hex.EncodeToString(sum[:])
		}
		w.at[span] = words
	}
	return words
}

// of returns the words a finding is about, without markers: the claim's where it
// is about a claim, else its own and, in running text, its sentence's.
func (w plainWords) of(f Finding) string {
	a := w.a
	if len(f.Claims) > 0 && f.Claims[0] < len(a.Claims) {
		return w.plain(a.Claims[f.Claims[0]].Span)
	}
	for _, r := range f.References {
		if r < len(a.References) && a.References[r].Span == f.Span {
			return "" // the sources' keys say it all, and the entry's number may change
		}
	}
	own := strings.Join(strings.Fields(clip(a.Text, f.Span)), " ")
	i, ok := slices.BinarySearchFunc(a.Sentences, f.Span.Start, func(s article.Sentence, at int) int {
		switch {
		case s.Span.End <= at:
			return -1
		case s.Span.Start > at:
			return 1
		}
		return 0
	})
	if ok {
		own += "\x01" + w.plain(a.Sentences[i].Span)
	}
	return own
}

// plain returns the words at a span in lower case, markers and punctuation gone
// and each run of white space one blank.
func plain(a *article.Article, span article.Span) string {
	var b strings.Builder
	at := span.Start
	first, _ := slices.BinarySearchFunc(a.Citations, span.Start, func(c article.Citation, at int) int {
		return cmp.Compare(c.Marker.Start, at)
	})
	for _, c := range a.Citations[first:] {
		if c.Marker.Start >= span.End {
			break
		}
		if c.Marker.Start >= at {
			b.WriteString(clip(a.Text, article.Span{Start: at, End: c.Marker.Start}))
			b.WriteByte(' ')
			at = c.Marker.End
		}
	}
	b.WriteString(clip(a.Text, article.Span{Start: at, End: span.End}))
	return strings.Join(strings.FieldsFunc(strings.ToLower(b.String()), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}), " ")
}

// clip returns the text at a span, as much of it as there is.
func clip(text string, s article.Span) string {
	start := min(max(s.Start, 0), len(text))
	return text[start:max(start, min(s.End, len(text)))]
}

// sourcesOf returns the sorted keys of the references a finding is about: the
// URL where there is one, else the title, else the label.
func sourcesOf(a *article.Article, f Finding) string {
	var keys []string
	for _, i := range f.References {
		if i < len(a.References) {
			r := a.References[i]
			keys = append(keys, cmp.Or(URLKey(r.URL.Text), TitleKey(r.Title.Text), r.Label.Text))
		}
	}
	slices.Sort(keys)
	return strings.Join(keys, "\x01")
}
