package when

import (
	"slices"
	"strings"
)

// Ranges, and the words that relate a time to what happens in it.

// expression reads the time expression that begins at the i-th token.
func (p *parser) expression(i int) (Expression, int, bool) {
	relation, j := p.relationAt(i)
	if j > i {
		if relation == Between {
			return p.bracketed(i, j)
		}
		if p.owned != j && !p.continues(j) {
			return Expression{}, 0, false
		}
		m, ok := p.span(j)
		if !ok || m.kind != KindDate {
			return Expression{}, 0, false
		}
		return p.express(i, j, m, relation)
	}
	m, ok := p.span(i)
	if !ok {
		return Expression{}, 0, false
	}
	return p.express(i, i, m, m.relation)
}

// relationAt reads a relation word; next is i where there is none.
func (p *parser) relationAt(i int) (relation Relation, next int) {
	switch p.at(i).class {
	case wSince:
		return Since, i + 1
	case wUntil:
		return Until, i + 1
	case wThrough:
		return Until, i + 1
	case wUp:
		if p.is(i+1, wUntil) || p.is(i+1, wTo) || p.is(i+1, wThrough) {
			return Until, i + 2
		}
	case wBy:
		return By, i + 1
	case wBefore:
		return Before, i + 1
	case wPrior:
		if p.is(i+1, wTo) {
			return Before, i + 2
		}
	case wAhead:
		if p.is(i+1, wOf) {
			return Before, i + 2
		}
	case wAfter, wFollowing:
		return After, i + 1
	case wAs:
		if p.is(i+1, wOf) || p.isWord(i+1, "at") || p.is(i+1, wOn) {
			return AsOf, i + 2
		}
	case wBetween, wFrom:
		return Between, i + 1
	case wPre:
		if p.joined(i+1, '-') && p.isNumber(i+2, 4, 4) {
			p.owned = i + 2
			return [...]Relation{Before, After}[p.at(i).value], i + 2
		}
	}
	return In, i
}

// comparing are words behind which "from … to" and "between … and" name two
// times and not the stretch from one to the other.
var comparing = setOf("postponed delayed moved pushed rescheduled shifted deferred changed back forward difference differences comparison gap")

// bracketed reads "between 2019 and 2021", "from 2019 to 2021" and "from 2018
// on" from the time behind the first word, which stands at i.
func (p *parser) bracketed(i, j int) (Expression, int, bool) {
	from := p.at(i).class == wFrom
	if m, ok := p.daysBetween(j); ok && !from {
		return p.express(i, j, m, Between)
	}
	k := p.skip(j, wThe)
	a, ok := p.core(k)
	if !ok {
		a, ok = p.core(j)
	}
	if !ok || !p.continues(j) {
		return Expression{}, 0, false
	}
	next := a.next
	switch {
	case from && (p.is(next, wOn) && p.isWord(next, "on") || p.is(next, wOnwards)):
		a.next++
		p.settle(&a)
		if a.kind == KindDate {
			return p.express(i, j, a, Since)
		}
	case inSet(comparing, p.words(i-1)):
		if p.settle(&a); a.kind == KindDate {
			return p.express(j, j, a, a.relation)
		}
		return Expression{}, 0, false
	case from && (p.is(next, wTo) || p.is(next, wUntil) || p.is(next, wThrough)), !from && p.is(next, wAnd):
		if m, ok := p.rangeTo(a, next+1); ok && (m.flaw == "" || !from) {
			return p.express(i, j, m, Between)
		}
	}
	if !from {
		return Expression{}, 0, false
	}
	m, ok := p.span(j)
	if !ok || m.kind != KindDate {
		return Expression{}, 0, false
	}
	return p.express(j, j, m, m.relation)
}

// daysBetween reads the rest of "between 15 and 20 March 2024".
func (p *parser) daysBetween(i int) (match, bool) {
	first, j, ok := p.dayNumber(i)
	if !ok || !p.is(j, wAnd) {
		return match{}, false
	}
	m, ok := p.core(j + 1)
	if !ok || m.kind != "" || m.parts.day == 0 {
		return match{}, false
	}
	last := m.parts.day
	m.parts.day = first
	return p.dayRange(m, last), true
}

// span reads a time or a range of times without a leading word.
func (p *parser) span(i int) (match, bool) {
	a, ok := p.core(i)
	if !ok {
		return match{}, false
	}
	if k, joins := p.joiner(a.next); joins && a.relation != Between {
		if m, ok := p.rangeTo(a, k); ok && (m.flaw == "" || a.parts.month > 0) {
			return m, true
		}
	}
	a = p.borrowYear(a)
	p.settle(&a)
	return a, true
}

// rangeTo reads the second end of a range that begins with a, at i.
func (p *parser) rangeTo(a match, i int) (match, bool) {
	if p.is(i, wPresent) || p.is(i, wNow) || p.is(i, wToday) || p.is(i, wThe) && p.is(i+1, wPresent) {
		p.settle(&a)
		if a.kind != KindDate || a.relative {
			return match{}, false
		}
		a.next = p.skip(i, wThe) + 1
		a.relation = Since
		return a, true
	}
	p.owned = i
	j := p.skip(i, wThe)
	if j > i {
		p.owned = j
	}
	b, ok := p.core(j)
	if !ok || !p.continues(i) || a.kind == KindDuration || a.kind == KindSet {
		return match{}, false
	}
	if a.kind == "" && b.kind == "" {
		if !inherit(&a.parts, b.parts) {
			return match{}, false
		}
	}
	p.settle(&a)
	p.settle(&b)
	if a.kind != KindDate || b.kind != KindDate || b.relative && !a.relative && p.dashApart(a.next) {
		return match{}, false // "LIMA, 2 October 2025 – Earlier this year": a dateline
	}
	return p.between(a, b), true
}

// dashApart reports whether a dash with a space on both sides stands at i.
func (p *parser) dashApart(i int) bool {
	t := p.at(i)
	return t.kind == mark && strings.ContainsRune("-–—", t.mark) && t.gap == spaced && p.at(i+1).gap == spaced
}

// inherit gives the first end of a range the year of the second: "March 5 to
// April 2, 2024"; the year before where the months would run backwards. It
// reports whether the two are ends of one range.
func inherit(a *parts, b parts) bool {
	if a.year > 0 && b.year == 0 {
		return false
	}
	if a.year == 0 && b.year > 0 {
		a.year = b.year
		if b.month > 0 && a.month > b.month {
			a.year--
		}
	}
	return (a.month > 0) == (b.month > 0) || a.year > 0
}

// borrowYear gives "5 May" in "5 May, 2 June and 5 July 2020" the year behind it.
func (p *parser) borrowYear(a match) match {
	if a.kind != "" || a.parts.year > 0 {
		return a
	}
	for i, n := a.next, 0; n < 4; n++ {
		if !p.is(i, wAnd) && !p.is(i, wOr) && !p.isMark(i, ',') && !p.isMark(i, '&') {
			break
		}
		p.owned = i + 1
		b, ok := p.core(i + 1)
		if !ok || b.kind != "" || b.parts.month < a.parts.month || (a.parts.day > 0) != (b.parts.day > 0) {
			break
		}
		if b.parts.year > 0 {
			a.parts.year = b.parts.year
			break
		}
		i = b.next
	}
	return a
}

// between returns the range from the beginning of a to the end of b, for every
// two readings that allow it.
func (p *parser) between(a, b match) match {
	m := match{next: b.next, kind: KindDate, relation: Between, relative: a.relative || b.relative, told: a.told || b.told}
	m.value = rangeValue(p.valueOf(&a), p.valueOf(&b))
	if a.flaw != "" || b.flaw != "" {
		m.flaw = a.flaw
		if m.flaw == "" {
			m.flaw = b.flaw
		}
		return m
	}
	if len(a.readings) == 0 || len(b.readings) == 0 {
		return m
	}
	for _, x := range a.readings {
		for _, y := range b.readings {
			if y.Before(x) || a.relative != b.relative || len(m.readings) == 4 {
				continue
			}
			m.readings = append(m.readings, Interval{x.From, y.To})
			if m.relative {
				break // "from November to January" ends in the first January after it
			}
		}
	}
	if len(m.readings) == 0 {
		m.value = "" // "Monday through Friday"
		if !m.relative {
			m.flaw = backwards
		}
	}
	return m
}

// express makes the expression of a match whose relation word stands at i and
// whose date words begin at j.
func (p *parser) express(i, j int, m match, relation Relation) (Expression, int, bool) {
	p.settle(&m)
	e := Expression{
		Start: p.tokens[i].start, End: p.tokens[m.next-1].end,
		CoreStart: p.tokens[j].start, CoreEnd: p.tokens[m.next-1].end,
		Kind: m.kind, Relation: relation, Readings: m.readings, Relative: m.relative, Now: m.now, Told: m.told, Flaw: m.flaw,
		Value:   p.valueOf(&m),
		Weekday: m.weekday, WeekdayStated: m.weekdayStated,
	}
	if e.Flaw != "" {
		e.Value = ""
	}
	for r := range e.Readings {
		switch relation {
		case Since:
			e.Readings[r].To = Date{}
		case Until:
			e.Readings[r].From = Date{}
		}
	}
	// An anchor with an open side leaves "since Tuesday" without any.
	e.Readings = slices.DeleteFunc(e.Readings, Interval.IsZero)
	return e, m.next, true
}
