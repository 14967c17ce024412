package consistency

import (
	"strings"

	"citevet/pipeline/article"
)

// farthestSubject is how many tokens before its verb a subject is looked for.
const farthestSubject = 40

// about returns the thing that the verb at token v says something of, none where
// the text names none: the name, "the dam" or "it" that stands right before the
// verb and opens its clause. Names within a longer phrase ("the head of X") are
// not what the verb is about.
func (r *reading) about(s, v int) thing { return r.subject(s, v, true) }

// subject is about, which looks back to the sentence before for what a pronoun
// means only where back says so: one step, not a chain of them.
func (r *reading) subject(s, v int, back bool) thing {
	from := max(r.Sentences[s].Tokens.From, v-farthestSubject)
	end := v
	for end > from && strings.HasPrefix(r.tag(end-1), "RB") {
		end--
	}
	for end > from && (r.word(end-1) == ")" || r.word(end-1) == ",") {
		open := r.backTo(from, end-1, map[string]string{")": "(", ",": ","}[r.word(end-1)])
		if open <= from {
			return thing{}
		}
		if t := r.apposed(open, end-1); t.id != "" {
			return t
		}
		end = open
	}
	if end > from && r.tag(end-1) == "PRP" && (end-1 == r.Sentences[s].Tokens.From || r.word(max(from, end-2)) == ",") {
		if !back {
			return thing{}
		}
		return r.pronoun(s, r.word(end-1))
	}
	if end > from+1 && r.word(end-1) == "and" && r.word(end-2) != "," {
		return r.shared(s, from, end-1, back)
	}
	if t := r.entity(r.phrase(from, end)); t.id != "" {
		return t
	}
	return r.described(from, end)
}

// apposed returns the thing that two commas set behind a noun that tells what it
// is: "the company's founder, Karl Ott, was born".
func (r *reading) apposed(open, end int) thing {
	e, ok := r.starts[r.Tokens[open+1].Span.Start]
	if !ok || r.word(open) != "," || r.tag(open-1) != "NN" || r.Entities[e].Span.End != r.Tokens[end-1].Span.End {
		return thing{}
	}
	return r.entity(e)
}

// shared returns the subject of the verb before an "and" at token k: "X is 64 km
// long and has nine stations".
func (r *reading) shared(s, from, k int, back bool) thing {
	for v := k - 1; v > from; v-- {
		switch tag := r.tag(v); {
		case tag == "VBZ" || tag == "VBD" || tag == "VBP":
			if r.word(v-1) == "and" {
				return thing{}
			}
			return r.subject(s, v, back)
		case tag == "PRP" && v > r.Sentences[s].Tokens.From || strings.HasPrefix(tag, "W"):
			return thing{}
		}
	}
	return thing{}
}

// pronoun returns what a pronoun in sentence s means: what the sentence before
// is about, where that says what the thing is, or names nothing else that it
// could be.
func (r *reading) pronoun(s int, word string) thing {
	person := word == "he" || word == "she"
	if s == 0 || !person && word != "it" || r.Sentences[s-1].Block != r.Sentences[s].Block {
		return thing{}
	}
	t := r.Sentences[s-1].Tokens
	for v := t.From + 1; v < t.To && v < t.From+farthestSubject; v++ {
		if tag := r.tag(v); tag != "VBZ" && tag != "VBD" && tag != "VBP" {
			continue
		}
		meant := r.subject(s-1, v, false)
		if meant.id == "" || meant.person != person || !copulas[r.word(v)] && r.rivals(s-1, meant) {
			return thing{}
		}
		return meant
	}
	return thing{}
}

// longestIntroduction is how many tokens a sentence has at most that a pronoun
// can look back to.
const longestIntroduction = 80

// rivals reports whether sentence s names another thing that a pronoun for the
// one meant could mean.
func (r *reading) rivals(s int, meant thing) bool {
	t := r.Sentences[s].Tokens
	if t.To-t.From > longestIntroduction {
		return true
	}
	for i := t.From; i < t.To; i++ {
		k, ok := r.starts[r.Tokens[i].Span.Start]
		if ok && r.Entities[k].ID != meant.id && (r.Entities[k].Kind == article.Person) == meant.person && !strings.Contains(meant.name, r.Words(r.Entities[k].Span)) {
			return true
		}
	}
	return false
}

// backTo returns the nearest token before k that is the mark, from where none is.
func (r *reading) backTo(from, k int, mark string) int {
	for i := k - 1; i > from; i-- {
		if r.word(i) == mark {
			return i
		}
	}
	return from
}

// phrase returns the entity that the noun phrase ending before token end names,
// if the phrase opens a clause.
func (r *reading) phrase(from, end int) int {
	if end <= from || r.quoted[end-1] {
		return -1
	}
	e, start := r.named(from, end)
	if e < 0 {
		return -1
	}
	for start > from && isNominal(r.tag(start-1)) && r.word(start-1) != "and" {
		start--
	}
	if start > from+1 && r.word(start-1) == "of" && classNouns[r.word(start-2)] { // "the town of X"
		for start -= 2; start > from && isNominal(r.tag(start-1)); start-- {
		}
	}
	if start == from || r.word(start-1) == ";" || r.word(start-1) == "," {
		return e
	}
	if w := r.word(start - 1); (w == "and" || w == "but" || w == "while" || w == "whereas" || w == "where") && start > from+1 && r.word(start-2) == "," {
		return e
	}
	return -1
}

// named returns the entity named by the tokens that end before end, and where
// the name begins; -1 where none is.
func (r *reading) named(from, end int) (entity, start int) {
	at := r.Tokens[end-1].Span
	if e, ok := r.ends[at.End]; ok {
		if r.shares(e) {
			return -1, 0
		}
		start := end - 1
		for start > from && r.Tokens[start].Span.Start > r.Entities[e].Span.Start {
			start--
		}
		return e, start
	}
	if end-2 >= from && r.word(end-2) == "the" {
		if e, ok := r.heads[r.word(end-1)]; ok && e >= 0 && !r.introduces(end-1) {
			return e, end - 2
		}
	}
	return -1, 0
}

// shares reports whether a mention is a last name alone that several people of
// the article have.
func (r *reading) shares(e int) bool {
	if r.Entities[e].Kind != article.Person {
		return false
	}
	words := strings.Fields(r.Words(r.Entities[e].Span))
	return len(words) == 1 && r.bearers[words[0]] > 1
}

// introductionReach is how many tokens back another thing of the same noun is
// looked for.
const introductionReach = 200

// introduces reports whether the block speaks, before token k, of another thing
// of its noun: "a second dam was built upstream. The dam …".
func (r *reading) introduces(k int) bool {
	noun := r.word(k)
	block := r.Blocks[r.Sentences[r.sentenceOf(k)].Block].Span
	for i := k - 1; i > 0 && i > k-introductionReach && r.Tokens[i].Span.Start >= block.Start; i-- {
		if w := r.word(i); w != noun && w != noun+"s" {
			continue
		}
		if _, name := r.ends[r.Tokens[i].Span.End]; name {
			continue
		}
		d := i
		for d > 0 && isNominal(r.tag(d)) && r.tag(d) != "DT" {
			d--
		}
		w := r.word(d)
		if w == "the" || w == "this" || (w == "a" || w == "an") && d > 0 && copulas[r.word(d-1)] {
			continue
		}
		return true
	}
	return false
}

var copulas = wordSet(`is was are were as be being remains`)

// sentenceOf returns the sentence that holds token i.
func (r *reading) sentenceOf(i int) int {
	s, _ := sentenceAt(r.Article, r.Tokens[i].Span)
	return min(s, len(r.Sentences)-1)
}

func isNominal(tag string) bool {
	return strings.HasPrefix(tag, "NN") || strings.HasPrefix(tag, "JJ") || tag == "DT" || tag == "CD"
}

// classNouns stand before "of" and a name that is an example of them.
var classNouns = wordSet(`town city village municipality state republic kingdom county district province island university port parish borough commune`)

// findHeads finds what "the dam" can mean: the one entity whose name ends in
// Dam, or what the article's first sentence calls its topic.
func (r *reading) findHeads() {
	r.heads = map[string]int{}
	for i, e := range r.Entities {
		if e.Kind == article.Person || e.Kind == article.Group || e.ID == "" {
			continue
		}
		words := strings.Fields(strings.ToLower(e.Name))
		if len(words) < 2 {
			continue
		}
		head := words[len(words)-1]
		if k, ok := r.heads[head]; ok && (k < 0 || r.Entities[k].ID != e.ID) {
			r.heads[head] = -1
		} else if !ok {
			r.heads[head] = i
		}
	}
	r.findTopic()
}

// findTopic finds the entity that the article is about, and the noun by which
// its first sentence says what it is: "X is a Norwegian company".
func (r *reading) findTopic() {
	if len(r.Sentences) == 0 {
		return
	}
	for s := 0; s < min(3, len(r.Sentences)); s++ {
		if r.Blocks[r.Sentences[s].Block].Kind != article.Paragraph {
			continue
		}
		t := r.Sentences[s].Tokens
		for v := t.From; v < t.To && v < t.From+farthestSubject; v++ {
			if w := r.word(v); w != "is" && w != "was" && w != "are" {
				continue
			}
			topic := r.about(s, v)
			for i := t.From; i < v && topic.id != "" && r.topic < 0; i++ {
				if e, ok := r.starts[r.Tokens[i].Span.Start]; ok && r.Entities[e].ID == topic.id {
					r.topic = e
				}
			}
			if r.topic >= 0 {
				r.callIt(v+1, t.To)
			}
			return
		}
	}
}

// callIt notes the noun behind "is a": the last of its run of nouns.
func (r *reading) callIt(from, to int) {
	if from >= to || r.word(from) != "a" && r.word(from) != "an" && r.word(from) != "the" {
		return
	}
	i := from + 1
	for i < to && (isNominal(r.tag(i)) || strings.HasPrefix(r.tag(i), "RB") || r.tag(i) == "VBN") {
		i++
	}
	if i == from+1 || r.tag(i-1) != "NN" {
		return
	}
	if noun := r.word(i - 1); r.Entities[r.topic].Kind != article.Person {
		if k, ok := r.heads[noun]; !ok || k >= 0 && r.Entities[k].ID == r.Entities[r.topic].ID {
			r.heads[noun] = r.topic
		} else {
			r.heads[noun] = -1
		}
	}
}
