package consistency

import (
	"slices"
	"sort"
	"strings"

	"citevet/pipeline/article"
)

// reading is an article with what the rules of this family ask of it again and
// again: which sentences it tells in its own voice, and what stands where.
type reading struct {
	*article.Article
	starts, ends map[int]int     // byte of Text → index of the longest entity that begins or ends there
	names        map[string]int  // how a mention is written → its entity; -1 where that is ambiguous
	bearers      map[string]int  // the last word of a name → how many things have it
	namesakes    map[string]bool // IDs of people of whom there may be two: "X" and "X Jr."
	heads        map[string]int  // "dam" → the one entity that "the dam" can mean; -1 where there are several
	topic        int             // index of an entity, -1
	quoted       []bool          // by token: stands between quotation marks
	timed        []bool          // by token: stands in a time expression
	claimed      []bool          // by sentence: prose that is read for claims, no block quotation
	own          []bool          // by sentence: prose, told by the article itself as fact
	ahead        []bool          // by token: stands in a clause about what is to come
	times        [][]int         // by sentence: indexes of Times
	revived      map[string]bool // words of the sentences that tell a revival; nil until asked
	markers      map[int]bool    // bytes of Text that stand in citations' markers; nil until asked
	nouns        map[string]int  // how often a noun is introduced without "the"; nil until asked
}

func read(a *article.Article) *reading {
	r := &reading{Article: a, starts: map[int]int{}, ends: map[int]int{}, names: map[string]int{}, bearers: map[string]int{}, namesakes: map[string]bool{}, topic: -1}
	people := map[string]bool{}
	for i, e := range a.Entities {
		r.noteName(i)
		if e.Kind == article.Person && generation(a, e.Span) {
			r.namesakes[e.ID] = true
		}
		if words := strings.Fields(e.Name); len(words) > 1 && !people[e.ID] {
			people[e.ID] = true
			r.bearers[words[len(words)-1]]++
		}
		if k, ok := r.starts[e.Span.Start]; !ok || a.Entities[k].Span.Len() < e.Span.Len() {
			r.starts[e.Span.Start] = i
		}
		if k, ok := r.ends[e.Span.End]; !ok || a.Entities[k].Span.Len() < e.Span.Len() {
			r.ends[e.Span.End] = i
		}
	}
	r.markTimed()
	r.markQuoted()
	r.markOwn()
	r.findHeads()
	return r
}

// generations tell a person from another of the same name.
var generations = wordSet(`jr jr. sr sr. junior senior ii iii iv elder younger père fils`)

// generation reports whether a person's name ends in a word that tells the
// generation, or such a word follows it.
func generation(a *article.Article, name article.Span) bool {
	const reach = 16 // bytes: ", the Younger"
	for i, w := range strings.Fields(a.Words(article.Span{Start: name.Start, End: min(len(a.Text), name.End+reach)})) {
		if i > 0 && generations[strings.ToLower(strings.Trim(w, ",;()"))] {
			return true
		}
	}
	return false
}

func (r *reading) noteName(i int) {
	e := r.Entities[i]
	said := oneLine(r.Words(e.Span))
	if k, ok := r.names[said]; !ok {
		r.names[said] = i
	} else if k >= 0 && r.Entities[k].ID != e.ID {
		r.names[said] = -1
	}
}

// markTimed finds the times of each sentence and the tokens they take.
func (r *reading) markTimed() {
	r.times, r.timed = make([][]int, len(r.Sentences)), make([]bool, len(r.Tokens))
	for i, t := range r.Times {
		if t.Sentence < 0 {
			continue
		}
		r.times[t.Sentence] = append(r.times[t.Sentence], i)
		for k := r.tokenFrom(t.Sentence, t.Start); k < r.Sentences[t.Sentence].Tokens.To && r.Tokens[k].Span.Start < t.End; k++ {
			r.timed[k] = true
		}
	}
}

// markQuoted marks the tokens that are another's words.
func (r *reading) markQuoted() {
	r.quoted = make([]bool, len(r.Tokens))
	next, end := 0, 0
	for i, t := range r.Tokens {
		for next < len(r.Quotations) && r.Quotations[next].Span.Start <= t.Span.Start {
			end = max(end, r.Quotations[next].Span.End)
			next++
		}
		r.quoted[i] = t.Span.Start < end
	}
}

// markOwn marks the sentences that the article tells as fact, and the clauses
// within them that look ahead or suppose. What it reports may contradict what it
// tells, and colours the clauses beside it; what is not read for claims is left alone.
func (r *reading) markOwn() {
	r.claimed, r.ahead = make([]bool, len(r.Sentences)), make([]bool, len(r.Tokens))
	for _, c := range r.Claims {
		if c.Sentence >= 0 && r.Blocks[c.Block].Kind != article.Quote {
			r.claimed[c.Sentence] = true
		}
	}
	r.own = slices.Clone(r.claimed)
	for _, c := range r.Claims {
		switch {
		case c.Sentence < 0, c.Mood == article.Asserted, c.Mood == article.Ongoing:
		case c.Mood == article.Scheduled, c.Mood == article.Forecast, c.Mood == article.Hypothetical:
			for i := r.tokenFrom(c.Sentence, c.Span.Start); i < r.tokenFrom(c.Sentence, c.Span.End); i++ {
				r.ahead[i] = true
			}
		default:
			r.own[c.Sentence] = false
		}
	}
}

func (r *reading) text(i int) string { return r.Words(r.Tokens[i].Span) }
func (r *reading) word(i int) string { return strings.ToLower(r.text(i)) }
func (r *reading) tag(i int) string  { return r.Tokens[i].Tag }

// says reports whether one of the tokens [from, to) is one of the words.
func (r *reading) says(from, to int, words map[string]bool) bool {
	for i := from; i < to; i++ {
		if words[r.word(i)] {
			return true
		}
	}
	return false
}

// tokenFrom returns the first token of sentence s that begins at or behind a
// byte, and the sentence's end where none does.
func (r *reading) tokenFrom(s, at int) int {
	t := r.Sentences[s].Tokens
	return t.From + sort.Search(t.To-t.From, func(i int) bool { return r.Tokens[t.From+i].Span.Start >= at })
}

// wordSet returns the words of a text as a set.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
