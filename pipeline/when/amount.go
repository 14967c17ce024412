package when

import "time"

// Amounts of time ("three years"), what they are counted from ("three years
// ago"), and times that repeat ("every Tuesday").

// count reads how many: "3", "three", "a few", "two and a half". What is vague or
// no whole number gives a lowest and a highest one.
func (p *parser) count(i int) (low, high, next int, ok bool) {
	low, high, next, ok = p.wholeCount(i)
	if ok {
		if j := p.andHalf(next); j > next {
			return low, high + 1, j, true
		}
	}
	return low, high, next, ok
}

// andHalf returns the index behind "and a half" at i, else i.
func (p *parser) andHalf(i int) int {
	if p.is(i, wAnd) && p.is(i+1, wA) && p.is(i+2, wHalf) {
		return i + 3
	}
	return i
}

func (p *parser) wholeCount(i int) (low, high, next int, ok bool) {
	t := p.at(i)
	switch {
	case p.isAmount(i):
		if p.thousands(i + 1) {
			return t.value*1000 + p.at(i+2).value, t.value*1000 + p.at(i+2).value, i + 3, true
		}
		return t.value, t.value, i + 1, true
	case t.class == wCardinal:
		low, next = t.value, i+1
		if j := p.skipMark(next, '-'); low >= 20 && p.is(j, wCardinal) && p.at(j).value < 10 {
			low, next = low+p.at(j).value, j+1
		}
		return low, low, next, true
	case t.class == wVague:
		return t.value >> 8, t.value & 0xff, p.skip(i+1, wOf), true
	case t.class == wA:
		if p.is(i+1, wVague) {
			return p.wholeCount(i + 1)
		}
		return 1, 1, i + 1, true
	}
	return 0, 0, i, false
}

// isAmount reports whether the i-th token is a whole number that can count
// units of time.
func (p *parser) isAmount(i int) bool {
	t := p.at(i)
	return t.kind == number && t.width() <= 4 && p.startsCleanly(i)
}

// amount reads "three years", "a six-month" and "two years ago".
func (p *parser) amount(i int) (match, bool) {
	low, high, j, ok := p.count(i)
	if !ok || !p.continues(j) {
		return match{}, false
	}
	if p.isMark(j, '-') && p.at(j).gap == glued && p.at(j+1).gap == glued {
		if !p.is(j+1, wUnit) || p.at(i).class == wA || p.isMark(j+2, '-') && p.at(j+2).gap == glued {
			return match{}, false // "a six-year-old" is an age
		}
		return match{next: j + 2, kind: KindDuration, value: durationValue(low, high, false, unit(p.at(j+1).value))}, true
	}
	t := p.at(j)
	if t.class != wUnit && t.class != wUnits {
		return match{}, false
	}
	u := unit(t.value)
	if !p.endsCleanly(j+1) || u == quarters && t.class == wUnit {
		return match{}, false
	}
	half := p.is(j-1, wHalf)
	next := p.andHalf(j + 1) // "a year and a half"
	if next > j+1 {
		high++
		half = true
	}
	if m, ok := p.since(next, low, high, u); ok {
		return m, true
	}
	if u < days && p.at(i).class == wA {
		return match{}, false
	}
	if p.at(i).class == wA && (p.isWord(i-1, "once") || p.isWord(i-1, "twice") || p.isWord(i-1, "times")) {
		return match{next: next, kind: KindSet, value: durationValue(1, 1, false, u)}, true // "twice a year"
	}
	if half {
		high--
	}
	return match{next: next, kind: KindDuration, value: durationValue(low, high, half, u)}, true
}

// since reads what an amount is counted from: "ago", "from now", "later",
// "earlier", "after 15 March 2020".
func (p *parser) since(i, low, high int, u unit) (match, bool) {
	switch {
	case p.is(i, wAgo):
		return p.away(i+1, low, high, u), true
	case p.is(i, wHence), p.is(i, wFrom) && (p.is(i+1, wNow) || p.is(i+1, wToday)):
		next := i + 1
		if p.is(i, wFrom) {
			next++
		}
		return p.away(next, -high, -low, u), true
	case u >= days && (p.is(i, wLater) || p.is(i, wEarlier)) && !p.is(i+1, wThis):
		switch {
		case low != high:
			return p.unanchored(i + 1), true
		case p.is(i, wEarlier):
			low = -low
		}
		return p.narrate(i+1, low, u), true
	}
	return p.beside(i, low, high, u)
}

// beside reads the rest of "two days after 15 March 2020" behind the amount.
func (p *parser) beside(i, low, high int, u unit) (match, bool) {
	j := i + 1
	switch {
	case p.is(i, wBefore):
	case p.is(i, wAfter):
		low, high = -high, -low
	case p.is(i, wPrior) && p.is(j, wTo):
		j++
	default:
		return match{}, false
	}
	m, ok := p.core(p.skip(j, wThe))
	if !ok || u < days || !p.continues(j) {
		return match{}, false
	}
	p.settle(&m)
	if m.kind != KindDate || m.flaw != "" {
		return match{}, false
	}
	m.parts, m.now, m.weekdayStated = parts{}, false, false
	for r, base := range m.readings {
		m.readings[r] = Interval{offset(base.From, low, high, u).From, offset(base.To, low, high, u).To}
	}
	return m, true
}

// away returns the match of "low to high units ago", negative for the future.
func (p *parser) away(next, low, high int, u unit) match {
	m := p.anchored(next, func(d Date) Interval {
		if u < days {
			return Interval{shift(d, 0, -1), shift(d, 0, 1)}
		}
		return offset(d, low, high, u)
	})
	if len(m.readings) > 0 && m.readings[0].From.Year <= 1 {
		m.readings = nil // before the calendar begins
	}
	m.value = p.awayValue(low, high, u)
	return m
}

// awayValue returns the value of "low to high units ago": the day, the week, the
// month or the year that it falls in.
func (p *parser) awayValue(low, high int, u unit) string {
	d := p.anchor.From
	switch {
	case d.IsZero() || u < days || u > centuries:
		return ""
	case low != high && high < 0:
		return "FUTURE_REF"
	case low != high:
		return "PAST_REF"
	}
	at := back(d, low, u)
	switch u {
	case days:
		return calendarValue(Day(at))
	case weekends, weeks, fortnights:
		return calendarValue(containing(at, weeks, 0))
	case months, quarters:
		return calendarValue(Month(at.Year, at.Month))
	}
	return calendarValue(Year(at.Year))
}

// offset returns the days from high to low units before d. Days are exact,
// weeks within three days, a longer unit within half of itself: "two years ago"
// need not be to the day. The zero Date gives the zero Interval.
func offset(d Date, low, high int, u unit) Interval {
	if d.IsZero() {
		return Interval{}
	}
	from, to := back(d, high, u), back(d, low, u)
	switch u {
	case days:
		return Interval{from, to}
	case weeks, weekends, fortnights:
		return Interval{shift(from, 0, -3), shift(to, 0, 3)}
	case months:
		return Interval{shift(from, 0, -15), shift(to, 0, 15)}
	case millennia:
		return Interval{shift(from, -6000, 0), shift(to, 6000, 0)}
	}
	half := monthsOf(u) / 2
	return Interval{shift(from, -half, 0), shift(to, half, 0)}
}

// set reads "every Tuesday", "each year", "annually", "per year".
func (p *parser) set(i int) (match, bool) {
	t := p.at(i)
	if t.class == wUnitly {
		if t.capital && !p.whole && !p.isMark(i+1, ',') {
			return match{}, false // "Daily Mail"
		}
		return match{next: i + 1, kind: KindSet, value: unitlyValues[t.value]}, !p.joined(i+1, '-')
	}
	j := i + 1
	if t.class == wEvery {
		if p.is(j, wOther) {
			j++
		} else if _, _, k, ok := p.count(j); ok && !p.is(j, wA) {
			j = k
		}
	}
	switch n := p.at(j); {
	case n.gap == broken:
	case n.class == wUnit, n.class == wUnits:
		low, high, _, ok := p.count(i + 1)
		switch {
		case t.class == wEvery && p.is(i+1, wOther):
			low, high = 2, 2
		case t.class != wEvery || !ok:
			low, high = 1, 1
		}
		return match{next: j + 1, kind: KindSet, value: durationValue(low, high, false, unit(n.value))}, true
	case n.class == wWeekday:
		return match{next: j + 1, kind: KindSet, value: weekdayValue(time.Weekday(n.value & nameMask))}, true
	case n.class == wSeason && t.class == wEvery:
		return match{next: j + 1, kind: KindSet, value: "XXXX-" + seasonCodes[n.value]}, true
	case n.class == wMonth && p.namesMonth(j) && t.class == wEvery:
		return match{next: j + 1, kind: KindSet, value: yearlessValue(parts{0, n.value & nameMask, 0})}, true
	}
	return match{}, false
}

// unitlyValues are the values of "hourly" to "biennially", as the lexicon numbers
// them. "Biannually" is twice a year.
var unitlyValues = [...]string{"PT1H", "P1D", "XXXX-XX-XXTNI", "P1W", "P1M", "P1Q", "P1Y", "P6M", "P2Y"}
