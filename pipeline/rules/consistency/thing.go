package consistency

import (
	"strings"

	"citevet/pipeline/article"
)

// thing is what a statement is about: a named entity, or what the article calls
// "the flood" or "the Dorn line" and speaks of only one.
type thing struct {
	id, name string // equal ids mean one thing; empty: none
	person   bool
}

// entity returns an entity as a thing; none for -1, for a people, and for a name
// that a father and a son may have.
func (r *reading) entity(e int) thing {
	if e < 0 || r.Entities[e].Kind == article.Group || r.namesakes[r.Entities[e].ID] {
		return thing{}
	}
	return thing{r.Entities[e].ID, r.Entities[e].Name, r.Entities[e].Kind == article.Person}
}

// longestName is how many words a thing's description has at most.
const longestName = 6

// described returns the thing that the tokens before end describe, "the flood" or
// "the Dorn line", if they open a clause.
func (r *reading) described(from, end int) thing {
	if end <= from || r.tag(end-1) != "NN" || r.quoted[end-1] {
		return thing{}
	}
	start := end - 1
	for start > from && start > end-longestName && (strings.HasPrefix(r.tag(start-1), "NN") || r.tag(start-1) == "JJ") {
		start--
	}
	if start == from || start-1 > from && r.word(start-2) != "," && r.word(start-2) != ";" {
		return thing{}
	}
	det, name := r.word(start-1), "the"
	named := false
	for k := start; k < end; k++ {
		named = named || strings.HasPrefix(r.tag(k), "NNP")
		name += " " + r.text(k)
	}
	noun := r.word(end - 1)
	if _, known := r.heads[noun]; known && !named || det != "the" && !(det == "a" && incidents[noun]) {
		return thing{}
	}
	if !named && (end-start > 1 || !r.only(noun)) {
		return thing{}
	}
	return thing{id: strings.ToLower(name), name: name}
}

// thingAt returns the thing that the phrase beginning at token k names, and the
// token behind it.
func (r *reading) thingAt(s, k int) (t thing, next int) {
	to := r.Sentences[s].Tokens.To
	the := k < to && r.word(k) == "the"
	if the {
		k++
	}
	if k >= to {
		return thing{}, k
	}
	if e, ok := r.starts[r.Tokens[k].Span.Start]; ok {
		return r.entity(e), r.tokenFrom(s, r.Entities[e].Span.End)
	}
	w := r.word(k)
	if e, ok := r.heads[w]; the && ok && e >= 0 && !r.introduces(k) {
		return r.entity(e), k + 1
	}
	if _, known := r.heads[w]; the && !known && r.tag(k) == "NN" && r.only(w) && (k+1 >= to || !isNominal(r.tag(k+1))) {
		return thing{id: "the " + w, name: "the " + w}, k + 1
	}
	return thing{}, k
}

// only reports whether the article speaks of one thing of a noun: it introduces
// one at most, and never several.
func (r *reading) only(noun string) bool {
	if r.nouns == nil {
		r.nouns = map[string]int{}
		for i := range r.Tokens {
			switch r.tag(i) {
			case "NN":
				if i == 0 || r.word(i-1) != "the" && r.word(i-1) != "this" {
					r.nouns[r.word(i)]++
				}
			case "NNS":
				r.nouns[singular(r.word(i))] += 2
			}
		}
	}
	return r.nouns[noun] <= 1
}
