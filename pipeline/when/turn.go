package when

import "time"

// "Last", "this" and "next", and the stretches that end or begin at the time of
// writing.

// turn reads what begins with "last", "next", "this", "past" and the like.
func (p *parser) turn(i int) (match, bool) {
	c := p.at(i).class
	n := 0
	switch c {
	case wLast, wPrevious:
		n = -1
	case wNext:
		n = 1
	}
	j := i + 1
	if !p.continues(j) {
		return match{}, false
	}
	if c == wThis && p.is(j, wLast) && p.at(j).value == 1 { // "this past week"
		i, j, n = j, j+1, -1
	}
	if c == wThis && p.isWord(j, "writing") {
		m := p.anchored(j+1, Day)
		m.now = true
		return m, true
	}
	if c == wLast {
		if m, ok := p.unitsOf(j, 1, true); ok {
			return m, true
		}
		if p.is(j, wWeekday) && (p.is(j+1, wOf) || p.isWord(j+1, "in")) {
			return p.nthWeekday(j, -1)
		}
	}
	return p.turnTo(i, j, n)
}

// turnTo reads the rest of "last week" from j on; n is -1 for the last, 0 for
// this, 1 for the next.
func (p *parser) turnTo(i, j, n int) (match, bool) {
	c, t := p.at(i).class, p.at(j)
	switch t.class {
	case wUnit:
		if p.is(j+1, wOf) && n != 0 {
			return match{}, false // "the last day of the festival"
		}
		if m, ok := p.turnUnit(i, j, n); ok {
			return m, ok
		}
	case wCardinal, wVague, wUnits:
		return p.rolling(i, j, n)
	case wWeekday:
		if t.value&abbreviated == 0 {
			return p.turnWeekday(j, n)
		}
	case wMonth:
		if c != wPrevious && p.namesMonth(j) && !p.at(j+1).isYearLike() {
			return p.turnYearly(j+1, n, parts{0, t.value & nameMask, 0}.inYear), true
		}
	case wSeason:
		return p.turnSeason(j, n), true
	case wDayPart:
		if c == wPrevious || c == wNext {
			return match{}, false
		}
		return p.anchored(j+1, func(d Date) Interval { return Interval{shift(d, 0, n), d} }), true
	case wHoliday:
		if h, next, ok := p.holidayName(j); ok && c != wPrevious {
			return p.turnYearly(next, n, func(year int) (Interval, bool) { return holidays[h].days(year), true }), true
		}
	}
	if t.kind == number && n != 0 {
		return p.rolling(i, j, n)
	}
	return match{}, false
}

// turnSeason reads the rest of "last summer" from the season on. In the first
// half of a year "this winter" began the year before.
func (p *parser) turnSeason(j, n int) match {
	s := season(p.at(j).value)
	if s == winter && n == 0 {
		return p.anchored(j+1, func(d Date) Interval { return winterFrom(shift(d, -6, 0).Year) })
	}
	return p.turnYearly(j+1, n, func(year int) (Interval, bool) {
		if s == winter {
			return winterFrom(year), true
		}
		return ofSeason(s, year), true
	})
}

// isYearLike reports whether t is a number of four digits.
func (t *token) isYearLike() bool { return t.kind == number && t.width() == 4 && t.gap != broken }

// turnUnit reads "last week", "this year", "over the past year".
func (p *parser) turnUnit(i, j, n int) (match, bool) {
	t, u := p.at(i), unit(p.at(j).value)
	if u < days || u == millennia {
		return match{}, false
	}
	article := p.is(i-1, wThe)
	switch {
	case n == 0 && t.value == 1 && !article:
		return match{}, false // "current year" as an adjective of something else
	case t.class == wPrevious || t.class == wNext && t.value == 0 && article && !p.spanning(i-2):
		return p.narrate(j+1, n, u), true // "the next day", "the previous year": told of the story
	case article && n > 0, article && n < 0 && t.value == 0 && !p.spanning(i-2):
		return p.unanchored(j + 1), true
	case u == days && n == 0:
		m := p.anchored(j+1, Day)
		m.now = true
		return m, true
	case u == quarters:
		return p.anchored(j+1, func(d Date) Interval { return containing(d, u, n) }), true
	case article && n != 0:
		return p.window(j+1, n, 1, u), true
	case t.value == 1 && n < 0:
		return p.window(j+1, n, 1, u), true
	}
	return p.anchored(j+1, func(d Date) Interval { return containing(d, u, n) }), true
}

// spanning reports whether the i-th token leads to a stretch that ends or
// begins at the time of writing: "over the last year", "in the next decade".
func (p *parser) spanning(i int) bool {
	return p.is(i, wIn) || p.is(i, wOver) || p.is(i, wThrough)
}

// unanchored returns the match of a time that only the story can date.
func (p *parser) unanchored(next int) match {
	return match{next: next, kind: KindDate, relative: true}
}

// rolling reads "last three years", "next 18 months", "past few decades".
func (p *parser) rolling(i, j, n int) (match, bool) {
	_, high, k, ok := p.count(j)
	if !ok {
		k = j
	}
	t := p.at(k)
	if t.class != wUnits && (t.class != wUnit || !ok) || t.gap == broken || n == 0 {
		return match{}, false
	}
	u := unit(t.value)
	if u < days || !ok && !p.is(i-1, wThe) && !p.is(i-1, wIn) {
		return match{}, false // "her last years"
	}
	if !ok || p.at(i).class == wPrevious || n > 0 && p.is(i-1, wThe) {
		return p.unanchored(k + 1), true
	}
	return p.window(k+1, n, high, u), true
}

// window returns the match of the n units that end (n < 0) or begin at the time
// of writing.
func (p *parser) window(next, n, count int, u unit) match {
	return p.anchored(next, func(d Date) Interval {
		if n < 0 {
			return Interval{back(d, count, u), d}
		}
		return Interval{d, back(d, -count, u)}
	})
}

// back returns the day n units before d.
func back(d Date, n int, u unit) Date {
	n = min(max(n, -maxYear), maxYear)
	switch u {
	case days:
		return shift(d, 0, -n)
	case weeks, weekends:
		return shift(d, 0, -7*n)
	case fortnights:
		return shift(d, 0, -14*n)
	case millennia:
		return shift(d, -12000*n, 0)
	}
	return shift(d, -n*monthsOf(u), 0)
}

// turnWeekday reads "last Tuesday": the latest before the day of writing or, in
// the same week, that of the week before; "next Tuesday" likewise.
func (p *parser) turnWeekday(j, n int) (match, bool) {
	w := time.Weekday(p.at(j).value & nameMask)
	next := p.skip(j+1, wDayPart)
	if n == 0 {
		return p.anchored(next, func(d Date) Interval {
			return Day(shift(containing(d, weeks, 0).From, 0, (int(w)+6)%7))
		}), true
	}
	near := p.anchored(next, func(d Date) Interval {
		if n < 0 {
			return Day(lastWeekday(shift(d, 0, -1), w))
		}
		return Day(lastWeekday(shift(d, 0, 7), w))
	})
	week := p.anchored(next, func(d Date) Interval {
		return Day(shift(containing(d, weeks, n).From, 0, (int(w)+6)%7))
	})
	near.readings = either(near.readings, week.readings)
	return near, true
}

// either returns both readings in order, once where they are equal.
func either(a, b []Interval) []Interval {
	switch {
	case len(a) == 0 || len(b) == 0 || a[0] == b[0]:
		return a
	case a[0].From.Before(b[0].From):
		return append(a, b[0])
	}
	return append(b, a[0])
}

// turnYearly reads the rest of "last May", "this summer", "next Christmas": the
// nearest before or after, or that of the year before or after.
func (p *parser) turnYearly(next, n int, in func(int) (Interval, bool)) match {
	of := func(year int) Interval { i, _ := in(clampYear(year)); return i }
	if n == 0 {
		return p.anchored(next, func(d Date) Interval { return of(d.Year) })
	}
	near := p.anchored(next, func(d Date) Interval {
		i := of(d.Year)
		if n < 0 && !i.From.Before(d) {
			return of(d.Year - 1)
		}
		if n > 0 && !d.Before(i.From) {
			return of(d.Year + 1)
		}
		return i
	})
	year := p.anchored(next, func(d Date) Interval { return of(d.Year + n) })
	near.readings = either(near.readings, year.readings)
	return near
}
