package consistency

import (
	"sort"
	"strings"

	"citevet/pipeline/article"
)

// measure is one place where the article gives something a number. Two measures
// are of one quantity only where all of key agrees.
type measure struct {
	quantity
	key      measured
	opens    int    // token with which the phrase that names the thing begins
	name     string // of the thing, as a message has it
	what     string // of the quantity
	sentence int    // -1 in a table
	cited    bool
}

// measured is what a number is of.
type measured struct {
	thing     string // an entity's ID, or "the flood"
	attribute string // "height", or the verb: "employ"
	unit      string
	modifiers string // words that narrow the noun counted or the attribute
	lead      string // words that open the clause before the thing: "in Poland"
	tail      string // words behind the noun that narrow it: "in the north"
	times     string // that the sentence names
	tense     string
}

// attributes are nouns that a number is "of", under one name each.
var attributes = map[string]string{
	"height": "height", "length": "length", "width": "width", "depth": "depth", "thickness": "thickness", "elevation": "elevation", "altitude": "elevation",
	"population": "population", "capacity": "capacity", "workforce": "employees", "staff": "employees", "revenue": "revenue", "turnover": "revenue",
	"budget": "budget", "cost": "cost", "weight": "weight", "diameter": "diameter", "membership": "membership", "circulation": "circulation",
	"attendance": "attendance", "toll": "toll", "area": "area", "profit": "profit", "price": "price", "wingspan": "wingspan", "displacement": "displacement",
	"employees": "employees", "seats": "capacity", "inhabitants": "population",
}

// dimensions are adjectives behind a measure.
var dimensions = map[string]string{
	"long": "length", "tall": "height", "high": "height", "wide": "width", "broad": "width", "deep": "depth", "thick": "thickness",
}

// fixed attributes do not change with the years that a sentence names beside them.
var fixed = wordSet(`height length width depth thickness elevation diameter wingspan displacement kill`)

// counted verbs and nouns tell an attribute.
var counted = map[[2]string]string{
	{"employ", "person"}: "employees", {"employ", "worker"}: "employees", {"employ", "employee"}: "employees", {"have", "employee"}: "employees",
	{"have", "inhabitant"}: "population", {"have", "resident"}: "population", {"seat", "person"}: "capacity", {"have", "seat"}: "capacity",
	{"die", "person"}: "kill", {"kill", "person"}: "kill",
}

// incidents are things that come to an end: what is told of one in the past
// holds of all of it.
var incidents = wordSet(`study trial survey poll census sample flood fire crash explosion earthquake storm hurricane cyclone attack blast accident outbreak
	battle deal film book album match race election referendum experiment bombing shooting disaster collision eruption landslide avalanche blaze quake tornado expedition`)

// outcomes tell in the past what is so of a study or an incident.
var outcomes = wordSet(`kill die injure wound enrol enroll recruit randomise randomize interview survey screen test inspect examine infect sicken displace evacuate destroy damage arrest sink`)

// states are attributes and verbs that tell how something was, rather than what
// it did.
var states = wordSet(`have employ employees population capacity comprise contain seat cover number own operate`)

// moving words make a number a change, a share, a bound in time or one of several.
var moving = wordSet(`rose risen rise rises fell fallen fall falls increased increase increases grew grown grow grows decreased decrease declined decline dropped drop doubled
	tripled halved another additional further other others remaining each per average averaged median mean every maximum minimum respectively initially originally
	then later formerly previously earlier former planned proposed target expected projected forecast will would could might should if estimated estimate estimates
	according claimed claims reported reportedly says said compared whereas eventually subsequently first second third last next until since before
	after once when while both only part section half quarter majority minority including excluding except alone annually daily weekly monthly yearly combined
	extended expanded enlarged reduced raised cut among up`)

// measures returns what the article gives numbers to, in order.
func (r *reading) measures() []measure {
	claims := make([][]int, len(r.Sentences))
	for i, c := range r.Claims {
		if c.Sentence >= 0 {
			claims[c.Sentence] = append(claims[c.Sentence], i)
		}
	}
	var all []measure
	for s, sent := range r.Sentences {
		if !r.own[s] {
			continue
		}
		for i := sent.Tokens.From; i < sent.Tokens.To; i++ {
			if r.tag(i) != "CD" && r.tag(i) != "JJ" || r.ahead[i] {
				continue
			}
			m, ok := r.measureAt(s, i)
			if !ok {
				continue
			}
			if from, to := r.clauseAround(s, i, claims[s]); !r.says(from, to, moving) {
				all = append(all, m)
			}
		}
	}
	return append(all, r.tabledMeasures()...)
}

// clauseAround returns the tokens of the claim that holds token i, of those
// within reach.
func (r *reading) clauseAround(s, i int, claims []int) (from, to int) {
	sent := r.Sentences[s].Tokens
	k := sort.Search(len(claims), func(k int) bool { return r.Claims[claims[k]].Span.End > r.Tokens[i].Span.Start })
	if k < len(claims) {
		sent = article.Range{From: r.tokenFrom(s, r.Claims[claims[k]].Span.Start), To: r.tokenFrom(s, r.Claims[claims[k]].Span.End)}
	}
	return max(sent.From, i-longestLead), min(sent.To, i+longestLead)
}

// measureAt reads what the number at token i is of.
func (r *reading) measureAt(s, i int) (measure, bool) {
	q, ok := r.quantityAt(s, i)
	if !ok {
		return measure{}, false
	}
	m := measure{quantity: q, sentence: s}
	m.key.unit, m.key.modifiers = q.unit, q.modifiers
	end := q.next
	dimension := ""
	if end < r.Sentences[s].Tokens.To {
		dimension = dimensions[r.word(end)]
		if dimension == "" && r.word(end) == "in" && end+1 < r.Sentences[s].Tokens.To {
			if dimension = attributes[r.word(end+1)]; dimension != "" {
				end++
			}
		}
		if dimension != "" {
			end++
		}
	}
	var verb int
	switch {
	case dimension != "":
		verb, ok = r.ofDimension(s, &m, dimension)
	case q.first > r.Sentences[s].Tokens.From && r.word(q.first-1) == "of":
		verb, ok = r.ofAttribute(s, &m)
	default:
		if verb, ok = r.copied(s, &m); !ok {
			if verb, ok = r.acted(s, &m); !ok {
				verb, ok = r.undergone(s, &m, &end)
			}
		}
	}
	if !ok || m.key.thing == "" {
		return measure{}, false
	}
	m.key.tail, m.key.lead = r.tail(s, end), r.lead(s, verb, m.opens)
	if m.key.thing == theStudy.id {
		r.divide(s, &m)
	}
	m.cited = r.cites(s)
	return m, r.dateMeasure(s, &m, verb)
}

// theStudy is what "we" and patients that were enrolled are of.
var theStudy = thing{id: "we", name: "the study"}

// of sets the thing that a measure is of, and reports whether there is one.
func (m *measure) of(t thing) bool {
	m.key.thing, m.name = t.id, t.name
	return t.id != ""
}

// stem returns a verb without its ending: "employs", "employed", "employ".
func stem(w string) string {
	switch w {
	case "has", "had", "have":
		return "have"
	case "died", "dies":
		return "die"
	case "won":
		return "win"
	case "sank", "sunk":
		return "sink"
	case "enrolled", "enrols":
		return "enroll"
	}
	for _, end := range []string{"ied", "ies"} {
		if head, ok := strings.CutSuffix(w, end); ok {
			return head + "y"
		}
	}
	for _, end := range []string{"ed", "es", "s"} {
		head, ok := strings.CutSuffix(w, end)
		if !ok {
			continue
		}
		for _, whole := range []string{head, head + "e"} {
			if outcomes[whole] {
				return whole
			}
		}
		if end == "ed" && states[head+"e"] {
			return head + "e"
		}
		if end != "es" {
			return head
		}
	}
	return w
}
