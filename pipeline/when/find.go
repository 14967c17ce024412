package when

import (
	"strings"
	"sync"
)

var tokenBuffers = sync.Pool{New: func() any { return new([]token) }}

// Find returns the time expressions of running English text, in order and
// without overlap, the longest at each place. The anchor is when the text was
// written; the zero Interval is unknown, and then times that hang on it have no
// readings. A date without a year ("on 6 August") in a paragraph that has just
// named one also reads as that year's. Find takes time linear in the text and
// reads any bytes. A text that is nothing but a number, or two with "to" or a
// hyphen between, has no time in it: nothing says what they count.
func Find(text string, anchor Interval) []Expression { return find(text, anchor, false) }

// FindTitle is Find for headings and the cells of tables, whose place says that
// "2020" or "2019 to 2020" alone are years.
func FindTitle(text string, anchor Interval) []Expression { return find(text, anchor, true) }

func find(text string, anchor Interval, title bool) []Expression {
	buffer := tokenBuffers.Get().(*[]token)
	p := parser{text: text, tokens: scan(text, (*buffer)[:0]), anchor: anchor, owned: -1}
	var found []Expression
	for i := 0; i < len(p.tokens) && (title || !p.isNumbersAlone()); {
		t := &p.tokens[i]
		if t.gap == broken {
			p.told, p.first = parts{}, 0
		}
		if t.kind == word && t.class == noClass || t.kind == opaque {
			i++
			continue
		}
		p.owned = -1
		e, next, ok := p.expression(i)
		if !ok {
			i++
			continue
		}
		p.tell(&e)
		found = append(found, e)
		i = next
	}
	*buffer = p.tokens[:0]
	tokenBuffers.Put(buffer)
	return found
}

// isNumbersAlone reports whether the text is a number of four digits, or such a
// one and another with "to" or a hyphen between; "2025-06" is a month.
func (p *parser) isNumbersAlone() bool {
	n := len(p.tokens)
	for n > 0 && p.at(n-1).kind == mark && strings.ContainsRune(".,;:!?", p.at(n-1).mark) {
		n--
	}
	if n != 1 && n != 3 || !isFigures(p.at(0), 4) {
		return false
	}
	last := p.at(n - 1)
	return n == 1 || (p.is(1, wTo) || p.isMark(1, '-')) && (isFigures(last, 4) || isFigures(last, 2) && last.value > 12)
}

// isFigures reports whether t is a number of so many digits, whatever stands
// before it.
func isFigures(t *token, digits int) bool { return t.kind == number && t.width() == digits }

// tell remembers a date with a year for what the paragraph says next.
func (p *parser) tell(e *Expression) {
	if e.Relative && !e.Told || len(e.Readings) != 1 || !namesYear(e.Value) {
		return
	}
	r := e.Readings[0]
	if !r.From.IsZero() && !r.To.IsZero() && r.From.Year != r.To.Year {
		return
	}
	day := r.From
	if day.IsZero() || e.Relation == Between && !r.To.IsZero() {
		day = r.To
	}
	p.told = parts{year: day.Year}
	if p.first == 0 || day.Year < p.first {
		p.first = day.Year
	}
	if e.CoreEnd-e.CoreStart > len("2024") {
		p.told.month = int(day.Month)
	}
}

// namesYear reports whether a value begins with a year of four figures: a
// decade or a century tells no year.
func namesYear(value string) bool {
	return len(value) >= 4 && isDigit(value[0]) && isDigit(value[2]) && isDigit(value[3])
}

// Read reads words as one time expression, and reports whether they are one.
// Spaces, brackets around the whole, punctuation behind it and "in" or "on"
// before it do not matter. Unlike in running text, a bare "2021", "May" or
// "20250115" is believed, and a date with its year may be in any of some
// twenty-five languages.
func Read(words string, anchor Interval) (Expression, bool) {
	p := parser{text: words, tokens: scan(words, nil), anchor: anchor, whole: true, owned: -1}
	first, last := 0, len(p.tokens)
	for first < last && p.opens(first) {
		first++
	}
	for last > first && p.tokens[last-1].kind == mark && strings.ContainsRune(")]}.,;:!?\"'”»", p.tokens[last-1].mark) {
		last--
	}
	if first == last {
		return Expression{}, false
	}
	p.tokens = p.tokens[:last]
	p.owned = first
	e, next, ok := p.expression(first)
	if !ok || next < last && p.clockAfter(next) != last {
		return p.readForeign(first)
	}
	return e, true
}

// readForeign reads the whole text as a date in another language.
func (p *parser) readForeign(first int) (Expression, bool) {
	p.tokens = splitCounters(p.text, p.tokens)
	i := p.foreignLead(first)
	p.owned = i
	m, ok := p.foreign(i)
	last := len(p.tokens)
	if !ok || m.next < last && p.clockAfter(m.next) != last {
		return Expression{}, false
	}
	e, _, _ := p.express(i, i, m, m.relation)
	return e, true
}

// opens reports whether the i-th token may stand before the whole expression.
func (p *parser) opens(i int) bool {
	t := p.at(i)
	if t.kind == mark {
		return strings.ContainsRune("([{\"“«,:;", t.mark)
	}
	return (t.class == wIn || t.class == wOn) && (p.isWord(i, "in") || p.isWord(i, "on"))
}

// clockAfter skips a time of day behind a date: ", 10:30", "at 5:30 p.m. ET".
func (p *parser) clockAfter(i int) int {
	j := p.skipMark(i, ',')
	j = p.skip(j, wIn)
	if !p.isNumber(j, 1, 2) || !p.joined(j+1, ':') {
		return i
	}
	j = p.clockBehind(j)
	for range 8 {
		t := p.at(j)
		if t.gap == broken || t.kind == opaque || t.kind == word && (t.width() > 4 || t.class != noClass && t.class != wA) {
			break
		}
		j++
	}
	return j
}

// Parse reads words as one date and returns the hull of all its readings; it
// reports false where there are none.
func Parse(words string, anchor Interval) (Interval, bool) {
	e, ok := Read(words, anchor)
	if !ok || len(e.Readings) == 0 {
		return Interval{}, false
	}
	hull := e.Readings[0]
	for _, r := range e.Readings[1:] {
		hull = hull.Hull(r)
	}
	return hull, true
}
