package consistency

import (
	"math"
	"strconv"
	"strings"

	"citevet/pipeline/article"
)

// quantity is a number with what it counts or measures.
type quantity struct {
	span      article.Span // of the number with its magnitude and unit
	low, high float64      // what its digits and the words around it allow, in the base unit
	unit      string       // the noun counted, in the singular; a base unit; a currency
	noun      string       // as written; empty for a currency
	modifiers string       // the words between number and noun
	first     int          // token of the number, or of the words that hedge it
	next      int          // token behind the unit
}

var magnitudes = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9,
}

var smallNumbers = map[string]float64{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
	"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// baseUnits are units that can be told in one another, with their size in the
// base unit. A converted figure is rounded, so it is compared with some room.
var baseUnits = map[string]struct {
	base string
	size float64
}{
	"metre": {"metre", 1}, "meter": {"metre", 1}, "m": {"metre", 1}, "kilometre": {"metre", 1000}, "kilometer": {"metre", 1000}, "km": {"metre", 1000},
	"centimetre": {"metre", 0.01}, "centimeter": {"metre", 0.01}, "cm": {"metre", 0.01}, "foot": {"metre", 0.3048}, "feet": {"metre", 0.3048},
	"ft": {"metre", 0.3048}, "mile": {"metre", 1609.344}, "mi": {"metre", 1609.344}, "yard": {"metre", 0.9144},
	"km2": {"km2", 1}, "km²": {"km2", 1}, "hectare": {"km2", 0.01}, "ha": {"km2", 0.01}, "acre": {"km2", 0.00404686},
	"kilogram": {"kilogram", 1}, "kg": {"kilogram", 1}, "tonne": {"kilogram", 1000}, "people": {"person", 1}, "person": {"person", 1},
}

// parseNumber reads the digits or words of one token and half a unit of the last
// digit that counts: "4,300" may stand for anything that rounds to it.
func parseNumber(w string) (value, half float64, ok bool) {
	w = strings.ToLower(w)
	if v, ok := smallNumbers[w]; ok {
		return v, 0.5, true
	}
	if tens, ones, ok := strings.Cut(w, "-"); ok {
		if t, o := smallNumbers[tens], smallNumbers[ones]; t >= 20 && o > 0 && o < 10 {
			return t + o, 0.5, true
		}
		return 0, 0, false
	}
	groups := strings.Split(w, ",")
	for i, g := range groups {
		whole, _, _ := strings.Cut(g, ".")
		if i > 0 && len(whole) != 3 || g == "" || len(groups) > 1 && len(groups[0]) > 3 {
			return 0, 0, false
		}
	}
	plain := strings.Join(groups, "")
	if plain[0] < '0' || plain[0] > '9' || strings.Trim(plain, "0123456789.") != "" || len(plain) > 15 {
		return 0, 0, false
	}
	value, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return 0, 0, false
	}
	if _, decimals, ok := strings.Cut(plain, "."); ok {
		return value, 0.5 * math.Pow10(-len(decimals)), true
	}
	zeros := len(plain) - len(strings.TrimRight(plain, "0"))
	if value == 0 {
		return 0, 0.5, true
	}
	return value, 0.5 * math.Pow10(zeros), true
}

// hedge is a word before a number that makes it a bound or a guess: the factors
// are how far the true value may lie below and above.
type hedge struct{ below, above float64 }

var numberHedges = map[string]hedge{
	"about": {0.85, 1.15}, "around": {0.85, 1.15}, "roughly": {0.85, 1.15}, "approximately": {0.85, 1.15}, "some": {0.85, 1.15}, "circa": {0.85, 1.15},
	"estimated": {0.7, 1.3}, "over": {1, 1.5}, "above": {1, 1.5}, "exceeding": {1, 1.5}, "than": {0.5, 2}, "least": {1, 3}, "nearly": {0.8, 1}, "almost": {0.8, 1},
	"under": {0.6, 1}, "below": {0.6, 1}, "most": {0.3, 1}, "up": {0.3, 1}, "~": {0.85, 1.15}, "only": {1, 1}, "just": {0.85, 1.15}, "exactly": {1, 1}, "close": {0.8, 1.2},
}

// hedgeParts stand among the words of a hedge.
var hedgeParts = wordSet(`a an the total of at to more less fewer well in all as many`)

// quantityAt reads the quantity whose number is token i of sentence s. What is
// part of a range, a ratio, a list, a date or a conversion in brackets is none.
func (r *reading) quantityAt(s, i int) (quantity, bool) {
	sent := r.Sentences[s].Tokens
	value, half, ok := parseNumber(r.text(i))
	if !ok || r.quoted[i] || r.timed[i] || r.bracketed(s, i) {
		return quantity{}, false
	}
	q := quantity{span: r.Tokens[i].Span, first: i, next: i + 1}
	currency := ""
	if i > sent.From && r.tag(i-1) == "$" {
		currency, q.first = r.text(i-1), i-1
		q.span.Start = r.Tokens[i-1].Span.Start
	}
	for q.next < sent.To && magnitudes[r.word(q.next)] > 0 && (currency != "" || len(r.word(q.next)) > 2) {
		value, half = value*magnitudes[r.word(q.next)], half*magnitudes[r.word(q.next)]
		q.next++
	}
	if q.next < sent.To && (partial[r.word(q.next)] || r.word(q.next) == "and") || q.first > sent.From && partial[r.word(q.first-1)] && !r.ofTotal(q.first-1) {
		return quantity{}, false
	}
	h := r.takeHedge(sent.From, &q)
	q.low, q.high = (value-half)*h.below, (value+half)*h.above
	if currency != "" {
		q.unit = currency
	} else {
		r.takeUnit(sent.To, &q)
	}
	q.span.End = r.Tokens[q.next-1].Span.End
	return q, true
}

// partial words beside a number make it a part, a range, a ratio or a label.
var partial = wordSet(`to – - — / or out of between from no. number chapter × x by times per`)

// ofTotal reports whether the "of" at token k belongs to what tells an amount:
// "a total of", "a height of".
func (r *reading) ofTotal(k int) bool {
	return r.word(k) == "of" && k > 0 && (r.word(k-1) == "total" || attributes[r.word(k-1)] != "") || r.word(k) == "to" && k > 0 && (r.word(k-1) == "up" || r.word(k-1) == "close")
}

// takeHedge reads the words before a number that hedge it.
func (r *reading) takeHedge(from int, q *quantity) hedge {
	h := hedge{1, 1}
	for q.first > from {
		w := r.word(q.first - 1)
		if n, ok := numberHedges[w]; ok {
			h = hedge{min(h.below, n.below), max(h.above, n.above)}
		} else if !hedgeParts[w] || w == "of" && r.word(max(from, q.first-2)) != "total" {
			break
		}
		q.first--
	}
	return h
}

// takeUnit reads the noun phrase behind a number; a population has none.
func (r *reading) takeUnit(to int, q *quantity) {
	i := q.next
	for i < to && i < q.next+5 && isNominal(r.tag(i)) && r.tag(i) != "CD" && r.tag(i) != "DT" && dimensions[r.word(i)] == "" {
		i++
	}
	for i > q.next && !strings.HasPrefix(r.tag(i-1), "NN") {
		i--
	}
	if i == q.next {
		return
	}
	q.noun = r.word(i - 1)
	q.unit = singular(q.noun)
	var modifiers []string
	for k := q.next; k < i-1; k++ {
		modifiers = append(modifiers, singular(r.word(k)))
	}
	q.modifiers = strings.Join(modifiers, " ")
	q.next = i
	if b, ok := baseUnits[q.unit]; ok && q.modifiers == "" {
		q.unit, q.low, q.high = b.base, q.low*b.size, q.high*b.size
	}
}

// bracketed reports whether token i stands in brackets.
func (r *reading) bracketed(s, i int) bool {
	for k := i - 1; k >= r.Sentences[s].Tokens.From && k > i-farthestDate; k-- {
		switch r.word(k) {
		case "(", "[":
			return true
		case ")", "]":
			return false
		}
	}
	return false
}

// singular returns a noun without the ending of its plural.
func singular(w string) string {
	switch {
	case len(w) < 4 || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us"):
		return w
	case strings.HasSuffix(w, "ies"):
		return strings.TrimSuffix(w, "ies") + "y"
	}
	return strings.TrimSuffix(w, "s")
}
