package consistency

import "strings"

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
