package consistency

import (
	"slices"
	"sort"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
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
	"height (m)": "height", "length (km)": "length", "height (metres)": "height", "employees": "employees", "seats": "capacity", "inhabitants": "population",
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
var outcomes = wordSet(`kill die injure wound enrol enroll recruit randomise randomize interview survey screen infect sicken displace evacuate destroy damage arrest sink`)

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
			if m, ok := r.measureAt(s, i); ok && !r.says(r.clauseBounds(s, i, claims[s])) {
				all = append(all, m)
			}
		}
	}
	return append(all, r.tabledMeasures()...)
}

// clauseBounds returns the tokens of the claim that holds token i, with the words
// that must not be among them.
func (r *reading) clauseBounds(s, i int, claims []int) (from, to int, words map[string]bool) {
	sent := r.Sentences[s].Tokens
	k := sort.Search(len(claims), func(k int) bool { return r.Claims[claims[k]].Span.End > r.Tokens[i].Span.Start })
	if k < len(claims) {
		sent = article.Range{From: r.tokenFrom(s, r.Claims[claims[k]].Span.Start), To: r.tokenFrom(s, r.Claims[claims[k]].Span.End)}
	}
	return max(sent.From, i-longestLead), min(sent.To, i+longestLead), moving
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

// ofDimension reads "X is 185 metres high".
func (r *reading) ofDimension(s int, m *measure, dimension string) (verb int, ok bool) {
	verb = m.first - 1
	if verb <= r.Sentences[s].Tokens.From || !(copulas[r.word(verb)] || measuring[r.word(verb)]) {
		return 0, false
	}
	m.key.attribute, m.what = dimension, dimension
	return verb, m.of(r.about(s, verb))
}

var measuring = wordSet(`stands stood measures measured runs ran stretches stretched reaches rises`)

// ofAttribute reads "X has a population of 4,300".
func (r *reading) ofAttribute(s int, m *measure) (verb int, ok bool) {
	from := r.Sentences[s].Tokens.From
	k := m.first - 2
	if k <= from || attributes[r.word(k)] == "" {
		return 0, false
	}
	m.key.attribute = attributes[r.word(k)]
	m.what = r.word(k)
	k = r.attributeModifiers(from, k, m)
	if k <= from || !having[r.word(k)] {
		return 0, false
	}
	return k, m.of(r.about(s, k))
}

var having = wordSet(`has have had reaches reached employs employed`)

// attributeModifiers reads the words that narrow the attribute at token k, and
// returns the token before them and their article.
func (r *reading) attributeModifiers(from, k int, m *measure) int {
	k--
	for k >= from && (strings.HasPrefix(r.tag(k), "JJ") || r.tag(k) == "NN" || r.tag(k) == "VBG") {
		m.key.modifiers = strings.TrimSpace(r.word(k) + " " + m.key.modifiers)
		m.what = r.word(k) + " " + m.what
		k--
	}
	if k >= from && r.tag(k) == "DT" {
		k--
	}
	return k
}

// copied reads "the population of X was 4,300" and "X's population is 4,300".
func (r *reading) copied(s int, m *measure) (verb int, ok bool) {
	from := r.Sentences[s].Tokens.From
	verb = m.first - 1
	if verb <= from+1 || !copulas[r.word(verb)] {
		return 0, false
	}
	if a := attributes[r.word(verb-1)]; a != "" {
		m.key.attribute, m.what = a, r.word(verb-1)
		k := r.attributeModifiers(from, verb-1, m)
		if k <= from || r.tag(k) != "POS" {
			return 0, false
		}
		return verb, m.of(r.entity(r.phrase(from, k)))
	}
	e, start := r.named(from, verb)
	if e < 0 {
		return 0, false
	}
	if start > from && r.word(start-1) == "the" {
		start--
	}
	if start < from+2 || r.word(start-1) != "of" || attributes[r.word(start-2)] == "" {
		return 0, false
	}
	m.key.attribute, m.what = attributes[r.word(start-2)], r.word(start-2)
	k := r.attributeModifiers(from, start-2, m)
	return verb, (k < from || r.word(k) == ",") && m.of(r.entity(e))
}

// acted reads "X employs 4,300 people".
func (r *reading) acted(s int, m *measure) (verb int, ok bool) {
	from := r.Sentences[s].Tokens.From
	verb = r.governor(from, m.first)
	if m.unit == "" || verb < from+1 || !strings.HasPrefix(r.tag(verb), "VB") || copulas[r.word(verb)] || r.tag(verb) == "VB" || r.tag(verb) == "VBG" {
		return 0, false
	}
	m.attribute(stem(r.word(verb)))
	if r.tag(verb) == "VBD" && !states[m.key.attribute] && !outcomes[m.key.attribute] {
		return 0, false // what was done twice may be done again
	}
	start := verb
	if start > from && (r.word(start-1) == "has" || r.word(start-1) == "have") {
		start--
	}
	if r.tag(verb) == "VBN" && start == verb && r.word(max(from, verb-1)) != r.word(verb) && !strings.HasSuffix(r.word(verb), "ed") {
		return 0, false
	}
	if w := r.word(start - 1); w == "we" && outcomes[m.key.attribute] {
		return verb, m.of(theStudy)
	}
	return verb, m.of(r.about(s, start))
}

// governor returns the token before a number, or the verb of the number before
// it that an "and" joins it to: "has 900 employees and 23 sites".
func (r *reading) governor(from, first int) int {
	if first-1 <= from || r.word(first-1) != "and" {
		return first - 1
	}
	for k := first - 2; k > from && k > first-farthestDate; k-- {
		if !isNominal(r.tag(k)) || r.timed[k] {
			return k
		}
	}
	return first - 1
}

// attribute names what a verb and the noun counted tell.
func (m *measure) attribute(verb string) {
	m.key.attribute, m.what = verb, "number of "+m.noun
	if m.noun == "" {
		m.what = "amount"
	}
	if a, ok := counted[[2]string{verb, m.unit}]; ok {
		m.key.attribute = a
		if a != "kill" && m.modifiers == "" {
			m.key.unit, m.what = "", a
		}
	}
}

// undergone reads "412 patients were enrolled" and "43 people died in the flood".
func (r *reading) undergone(s int, m *measure, end *int) (verb int, ok bool) {
	sent := r.Sentences[s].Tokens
	if m.unit == "" || m.first > sent.From && r.word(m.first-1) != "," {
		return 0, false
	}
	m.opens = m.first
	verb = m.next
	if verb+1 < sent.To && (r.word(verb) == "were" || r.word(verb) == "was") {
		verb++
	}
	if verb >= sent.To || !outcomes[stem(r.word(verb))] {
		return 0, false
	}
	m.attribute(stem(r.word(verb)))
	*end = verb + 1
	if k := verb + 1; k < sent.To && (r.word(k) == "in" || r.word(k) == "by") {
		t, next := r.thingAt(s, k+1)
		*end = next
		return verb, m.of(t)
	}
	if m.key.attribute == "kill" || !studied[m.unit] {
		return 0, false
	}
	return verb, m.of(theStudy)
}

// studied are those whom a study takes in.
var studied = wordSet(`patient participant subject volunteer respondent adult child woman man household student`)

// theStudy is what "we" and patients that were enrolled are of.
var theStudy = thing{id: "we", name: "the study"}

// of sets the thing that a measure is of, and reports whether there is one.
func (m *measure) of(t thing) bool {
	m.key.thing, m.name = t.id, t.name
	return t.id != ""
}

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
