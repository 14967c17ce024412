package consistency

import (
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

const (
	longestTail = 40 // tokens behind a quantity that are read
	longestLead = 80 // tokens of a sentence before the verb that are read
	mostTimes   = 8  // times of a sentence: more are a list
)

// tail returns the words that go on behind a quantity and narrow it, in the
// order of the alphabet.
func (r *reading) tail(s, from int) string {
	var words []string
	for i := from; i < r.Sentences[s].Tokens.To && i < from+longestTail; i++ {
		w := r.word(i)
		if strings.ContainsAny(w, ",;:.([–—") || w == "and" && i+1 < r.Sentences[s].Tokens.To || strings.HasPrefix(r.tag(i), "W") {
			break
		}
		if !neutral[w] && !r.timed[i] {
			words = append(words, singular(w))
		}
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// lead returns the words that open the clause of a verb, before its subject: the
// phrase with its comma that begins by a preposition.
func (r *reading) lead(s, verb, opens int) string {
	from := r.Sentences[s].Tokens.From
	if opens > 0 {
		verb = opens
	}
	var words []string
	comma := r.backTo(max(from, verb-longestLead), verb, ",")
	from = max(from, verb-longestLead)
	if comma == from || r.tag(from) != "IN" && r.tag(from) != "TO" && r.tag(from) != "VBG" {
		return ""
	}
	for i := from; i < comma; i++ {
		if w := r.word(i); !neutral[w] && !r.timed[i] {
			words = append(words, singular(w))
		}
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// divide leaves of the words around a study's number only those that tell one
// part of the study from another.
func (r *reading) divide(s int, m *measure) {
	var parts []string
	t := r.Sentences[s].Tokens
	for i := max(t.From, m.first-longestLead); i < min(t.To, m.next+longestTail); i++ {
		if w := singular(r.word(i)); divisions[w] || strings.HasPrefix(r.tag(i), "NNP") && !r.timed[i] {
			parts = append(parts, w)
		}
	}
	m.key.tail = strings.Join(parts, " ")
}

// divisions tell one part of a study from another, or one study from another.
var divisions = wordSet(`pilot main arm group cohort phase wave stage site centre center control treatment placebo intervention first second third male female men women
	boy girl child adult validation training test baseline substudy subset subgroup previous earlier another round`)

// neutral words narrow nothing.
var neutral = wordSet(`a an the in of on at to for by with total all altogether worldwide today now currently overall also`)

// cites reports whether a marker stands in the sentence.
func (r *reading) cites(s int) bool {
	at := r.Sentences[s].Span.Start
	i, _ := slices.BinarySearchFunc(r.Citations, at, func(c article.Citation, at int) int { return c.Span.Start - at })
	return i < len(r.Citations) && r.Citations[i].Sentence == s
}

// dateMeasure sets the times and the tense of a measure, and reports whether they
// leave it to be compared: what was so, without a time, may have been so at any.
func (r *reading) dateMeasure(s int, m *measure, verb int) bool {
	var times []string
	if len(r.times[s]) > mostTimes {
		return false
	}
	for _, t := range r.times[s] {
		x := &r.Times[t]
		if fixed[m.key.attribute] && !r.within(s, verb, x.Span()) {
			continue
		}
		if x.Kind == when.KindDate && !x.Now {
			times = append(times, x.Value+strings.ToLower(r.Words(x.Core())))
		}
	}
	if h := r.Blocks[r.Sentences[s].Block].Section; h >= 0 && len(times) == 0 && !fixed[m.key.attribute] {
		for _, w := range strings.Fields(r.Words(r.Blocks[h].Span)) {
			if len(w) >= 4 && strings.Trim(w, "0123456789–-/") == "" {
				return false // the heading dates what stands under it
			}
		}
	}
	slices.Sort(times)
	if m.key.times = strings.Join(times, " "); m.key.thing == theStudy.id {
		m.key.times = "" // one study enrols once
	}
	past := r.tag(verb) == "VBD" || r.tag(verb) == "VBN" && r.word(verb-1) != "has" && r.word(verb-1) != "have"
	if past {
		m.key.tense = "past"
	}
	if fixed[m.key.attribute] {
		m.key.tense = ""
	}
	return !past || m.key.times != "" || fixed[m.key.attribute] || m.key.thing == "we" || incidents[strings.TrimPrefix(m.key.thing, "the ")] || r.incident(m.name)
}

// incident reports whether a name is that of something that came to an end.
func (r *reading) incident(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return len(words) > 1 && incidents[words[len(words)-1]]
}

// within reports whether a time stands in the same run of words as the verb,
// with no comma between.
func (r *reading) within(s, verb int, time article.Span) bool {
	at := r.tokenFrom(s, time.Start)
	for i := min(at, verb); i < max(at, verb); i++ {
		if r.word(i) == "," || r.word(i) == "and" {
			return false
		}
	}
	return true
}
