package consistency

import (
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

const (
	fewestEchoed = 8  // words that a sentence needs before saying it twice is no chance
	fewestPlain  = 14 // the same of one that names nothing
	mostEchoed   = 80 // words of the longest sentence that is compared
)

// echo is a number in a sentence, by all the other words of it.
type echo struct {
	number   article.Span
	value    float64
	sentence int
}

// echoes reports the sentences that the article says twice, word for word but
// for one number of something: whatever they are about, they are about the same.
// told are the places that were reported before.
func (r *reading) echoes(told map[article.Span]bool) []check.Finding {
	first := map[string]echo{}
	var found []check.Finding
	for s := range r.Sentences {
		said := r.echoed(s)
		for i := range said {
			value, ok := r.countAt(said, i)
			if !ok {
				continue
			}
			e := echo{r.Tokens[said[i]].Span, value, s}
			key := r.without(said, i)
			f, met := first[key]
			if !met {
				first[key] = e
				continue
			}
			if f.value != e.value && !told[e.number] && !told[f.number] {
				told[e.number] = true
				found = append(found, echoFinding(r.Article, f, e))
			}
		}
	}
	return found
}

// echoed returns the tokens of a sentence that may be said twice: one that is read
// for claims, told, foretold or reported, and names something or is long. Markers
// are left out.
func (r *reading) echoed(s int) []int {
	t := r.Sentences[s].Tokens
	if !r.claimed[s] || t.To-t.From > 2*mostEchoed {
		return nil
	}
	var said []int
	fewest := fewestPlain
	for i := t.From; i < t.To; i++ {
		span := r.Tokens[i].Span
		if _, ok := r.starts[span.Start]; ok {
			fewest = fewestEchoed
		}
		if !r.cited(span) {
			said = append(said, i)
		}
	}
	if len(said) < fewest || len(said) > mostEchoed {
		return nil
	}
	return said
}

// cited reports whether a span stands in a citation's marker.
func (r *reading) cited(s article.Span) bool {
	if r.markers == nil {
		r.markers = map[int]bool{}
		for _, c := range r.Citations {
			for at := c.Marker.Start; at < c.Marker.End; at++ {
				r.markers[at] = true
			}
		}
	}
	return r.markers[s.Start]
}

// countAt reads the number of something at the i-th of the tokens: digits that
// are no date and nobody else's, before a noun or a percent sign or behind a currency's.
func (r *reading) countAt(said []int, i int) (float64, bool) {
	n := said[i]
	if r.tag(n) != "CD" || r.timed[n] || r.quoted[n] || !strings.ContainsAny(r.text(n), "0123456789") {
		return 0, false
	}
	of := i+1 < len(said) && (strings.HasPrefix(r.tag(said[i+1]), "NN") || r.word(said[i+1]) == "%" || magnitudes[r.word(said[i+1])] > 0) ||
		i > 0 && strings.ContainsAny(r.text(said[i-1]), "$€£¥")
	if !of || i > 0 && r.tag(said[i-1]) == "NN" && i+1 < len(said) && r.tag(said[i+1]) != "NNS" && r.word(said[i+1]) != "%" {
		return 0, false // "Round 2"
	}
	value, _, ok := parseNumber(r.text(n))
	return value, ok
}

// without writes the tokens but for the i-th.
func (r *reading) without(said []int, i int) string {
	var b strings.Builder
	for k, n := range said {
		if k == i {
			b.WriteString("# ")
			continue
		}
		b.WriteString(r.word(n) + " ")
	}
	return b.String()
}

func echoFinding(a *article.Article, first, e echo) check.Finding {
	here, there := words(a, e.number), words(a, first.number)
	return check.Finding{
		Span:    e.number,
		Message: fmt.Sprintf("the sentence says %s here and %s where it stands elsewhere", here, there),
		Help:    "see which number the sources give, or say what sets the two apart",
		Label:   here,
		Line:    fmt.Sprintf("%s ≠ %s", here, there),
		Related: []check.Related{{Span: first.number, Label: there}},
		Fixes: []check.Fix{
			{Message: fmt.Sprintf("write %s in place of %s", there, here), Edits: []check.Edit{{Span: e.number, Text: there}}},
			{Message: fmt.Sprintf("write %s in place of %s", here, there), Edits: []check.Edit{{Span: first.number, Text: here}}},
		},
	}
}
