package when

// Amounts of time ("three years"), what they are counted from ("three years
// ago"), and times that repeat ("every Tuesday").

// count reads how many: "3", "three", "a few", "a", "twenty-five". A vague word
// gives a lowest and a highest number.
func (p *parser) count(i int) (low, high, next int, ok bool) {
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
			return p.count(i + 1)
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
		return match{next: j + 2, kind: KindDuration}, true
	}
	t := p.at(j)
	if t.class != wUnit && t.class != wUnits {
		return match{}, false
	}
	u := unit(t.value)
	if !p.endsCleanly(j+1) || u == quarters && t.class == wUnit {
		return match{}, false
	}
	if m, ok := p.since(j+1, low, high, u); ok {
		return m, true
	}
	if u < days && p.at(i).class == wA {
		return match{}, false
	}
	return match{next: j + 1, kind: KindDuration}, true
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
		return p.unanchored(i + 1), true
	}
	return match{}, false
}

// away returns the match of "low to high units ago", negative for the future.
// Days are exact, weeks within three days, a longer unit within half of itself:
// "two years ago" need not be to the day.
func (p *parser) away(next, low, high int, u unit) match {
	if u < days {
		return p.anchored(next, func(d Date) Interval { return Interval{shift(d, 0, -1), shift(d, 0, 1)} })
	}
	m := p.anchored(next, func(d Date) Interval {
		from, to := back(d, high, u), back(d, low, u)
		switch u {
		case days:
		case weeks, weekends, fortnights:
			from, to = shift(from, 0, -3), shift(to, 0, 3)
		case months:
			from, to = shift(from, 0, -15), shift(to, 0, 15)
		case millennia:
			from, to = shift(from, -6000, 0), shift(to, 6000, 0)
		default:
			half := monthsOf(u) / 2
			from, to = shift(from, -half, 0), shift(to, half, 0)
		}
		return Interval{from, to}
	})
	if len(m.readings) > 0 && m.readings[0].From.Year <= 1 {
		m.readings = nil // before the calendar begins
	}
	return m
}

// set reads "every Tuesday", "each year", "annually", "per year".
func (p *parser) set(i int) (match, bool) {
	t := p.at(i)
	if t.class == wUnitly {
		if t.capital && !p.whole && !p.isMark(i+1, ',') {
			return match{}, false // "Daily Mail"
		}
		return match{next: i + 1, kind: KindSet}, !p.joined(i+1, '-')
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
	case n.class == wUnit, n.class == wUnits, n.class == wWeekday, n.class == wSeason && t.class == wEvery:
		return match{next: j + 1, kind: KindSet}, true
	case n.class == wMonth && p.namesMonth(j) && t.class == wEvery:
		return match{next: j + 1, kind: KindSet}, true
	}
	return match{}, false
}
