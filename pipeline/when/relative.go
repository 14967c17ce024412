package when

import (
	"slices"
	"time"
)

// Times that hang on the article's own date.

// anchored returns the match of a time that f gives for one day of writing. An
// anchor longer than a day gives the hull over all its days; f must not turn
// later days into earlier times.
func (p *parser) anchored(next int, f func(Date) Interval) match {
	m := match{next: next, kind: KindDate, relative: true}
	var i Interval
	if !p.anchor.From.IsZero() {
		i.From = f(p.anchor.From).From
	}
	if !p.anchor.To.IsZero() {
		i.To = f(p.anchor.To).To
	}
	if !i.IsZero() {
		m.readings = []Interval{i}
	}
	return m
}

// comingDays is how far ahead of the article a time that comes round every year
// is still taken for its next coming beside its last ("in May", written in
// February).
const comingDays = 183

// recurring returns the readings of a time that comes round every year, such as
// "in May": the last one that has begun by the anchor, and the next where that
// is less than half a year away. An anchor of several years gives their hull.
func recurring(anchor Interval, in func(year int) (Interval, bool)) []Interval {
	if anchor.From.IsZero() || anchor.To.IsZero() {
		return nil
	}
	var found []Interval
	from, to := anchor.From, anchor.To
	for year := to.Year + 1; year > 0 && year > from.Year-9; year-- {
		i, ok := in(year)
		if !ok || shift(to, 0, comingDays).Before(i.From) {
			continue
		}
		if len(found) == 4 { // too many to tell apart
			found = append(found[:0], found[0].Hull(found[3]))
		}
		found = append(found, i)
		if !from.Before(i.From) {
			break
		}
	}
	for a, b := 0, len(found)-1; a < b; a, b = a+1, b-1 {
		found[a], found[b] = found[b], found[a]
	}
	return found
}

// comingRound returns the readings of a time of the year without a year: those
// beside the day of writing, and the one in the year that the paragraph tells of.
func (p *parser) comingRound(in func(year int) (Interval, bool)) []Interval {
	return p.orTold(recurring(p.anchor, in), 0, in)
}

// orTold adds to readings, in order, what in gives for the year that the
// paragraph tells of or the one later years after. Without an anchor there are
// no readings to add to: the story's year would be only one of two.
func (p *parser) orTold(readings []Interval, later int, in func(year int) (Interval, bool)) []Interval {
	if p.told.year == 0 || len(readings) == 0 {
		return readings
	}
	told, ok := in(p.told.year + later)
	if !ok {
		return readings
	}
	at := 0
	for n, r := range readings {
		if r.Overlaps(told) {
			return readings
		}
		if r.Before(told) {
			at = n + 1
		}
	}
	return slices.Insert(readings, at, told)
}

// containing returns the calendar unit that holds d, or the one n units later.
// Weeks begin on Monday, after ISO 8601.
func containing(d Date, u unit, n int) Interval {
	switch u {
	case days:
		return Day(shift(d, 0, n))
	case weeks, fortnights:
		monday := shift(lastWeekday(d, time.Monday), 0, 7*n)
		return Interval{monday, shift(monday, 0, 6)}
	case weekends:
		saturday := shift(lastWeekday(d, time.Monday), 0, 7*n+5)
		return Interval{saturday, shift(saturday, 0, 1)}
	case months:
		first := shift(Date{d.Year, d.Month, 1}, n, 0)
		return Month(first.Year, first.Month)
	case quarters:
		first := shift(Date{d.Year, (d.Month-1)/3*3 + 1, 1}, 3*n, 0)
		return Interval{first, Month(first.Year, first.Month+2).To}
	case years:
		return Year(clampYear(d.Year + n))
	case decades:
		first := clampYear(d.Year - d.Year%10 + 10*n)
		return Years(first, clampYear(first+9))
	case centuries:
		last := clampYear((d.Year+99)/100*100 + 100*n)
		return Years(clampYear(last-99), last)
	}
	return Interval{}
}

func clampYear(y int) int { return min(max(y, 1), maxYear) }

// monthsOf returns the length in months of a unit of months or longer.
func monthsOf(u unit) int {
	switch u {
	case months:
		return 1
	case quarters:
		return 3
	case years:
		return 12
	case decades:
		return 120
	case centuries:
		return 1200
	}
	return 0
}

// relative reads "last week", "this year", "yesterday", "earlier this month".
func (p *parser) relative(i int) (match, bool) {
	t := p.at(i)
	switch t.class {
	case wNow, wToday, wYesterday, wTomorrow, wTonight:
		return p.dayName(i)
	case wLast, wPrevious, wNext, wThis:
		return p.turn(i)
	case wEarlier, wLater:
		return p.within(i)
	case wThat:
		return p.narrated(i)
	case wIn, wOn:
		return p.present(i)
	}
	return match{}, false
}

// dayName reads "now", "today", "yesterday".
func (p *parser) dayName(i int) (match, bool) {
	t := p.at(i)
	if (p.joined(i+1, '-') || p.isMark(i-1, '-') && t.gap == glued) && !p.whole {
		return match{}, false // "now-defunct", "today-only"
	}
	if t.class == wNow && t.value == 0 && (p.isWord(i+1, "that") || t.capital && p.isMark(i+1, ',')) && !p.whole {
		return match{}, false // "Now that it is over", "Now, for the weather"
	}
	n := 0
	next := i + 1
	switch t.class {
	case wYesterday, wTomorrow:
		n = 1
		if t.class == wYesterday {
			n = -1
		}
		next = p.skip(next, wDayPart)
	}
	m := p.anchored(next, func(d Date) Interval { return Day(shift(d, 0, n)) })
	m.now = t.class == wNow || t.class == wToday
	return m, true
}

// present reads "at present", "at the moment".
func (p *parser) present(i int) (match, bool) {
	j := p.skip(i+1, wThe)
	if !p.isWord(i, "at") || !(p.is(j, wPresent) && j == i+1 || p.is(j, wMoment) && j > i+1) {
		return match{}, false
	}
	if n := p.at(j + 1); n.kind == word && n.class == wOf || n.class == wTime && p.is(j, wMoment) {
		return match{}, false
	}
	m := p.anchored(j+1, Day)
	m.now = true
	return m, true
}

// isWord reports whether the i-th token is the word w, given in lower case.
func (p *parser) isWord(i int, w string) bool {
	return p.at(i).kind == word && foldsTo(p.words(i), w)
}

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
	case t.class == wPrevious, article && n > 0, article && n < 0 && t.value == 0 && !p.spanning(i-2):
		return p.unanchored(j + 1), true // "the next day", "the previous year": told of the story
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

// within reads "earlier this month", "later this year".
func (p *parser) within(i int) (match, bool) {
	later := p.at(i).class == wLater
	if !p.is(i+1, wThis) || !p.is(i+2, wUnit) || unit(p.at(i+2).value) < weeks {
		if p.is(i+1, wIn) && p.is(i+2, wThe) && p.is(i+3, wUnit) {
			return p.unanchored(i + 4), true
		}
		return match{}, false
	}
	u := unit(p.at(i + 2).value)
	return p.anchored(i+3, func(d Date) Interval {
		whole := containing(d, u, 0)
		if later {
			return Interval{d, whole.To}
		}
		return Interval{whole.From, d}
	}), true
}

// narrated reads what only the story can date: "the following year", "that
// day", "the same month".
func (p *parser) narrated(i int) (match, bool) {
	t := p.at(i)
	switch {
	case t.class == wFollowing, t.class == wThat, t.class == wPrevious:
		if t.class == wThat && p.is(i+1, wThat) {
			i++
		}
		if p.is(i+1, wUnit) && unit(p.at(i+1).value) >= days {
			return p.unanchored(i + 2), true
		}
		if p.is(i+1, wSeason) || p.is(i+1, wMonth) && p.namesMonth(i+1) || p.is(i+1, wWeekday) {
			return p.unanchored(i + 2), true
		}
	case t.class == wNext || t.class == wLast || t.class == wThis:
		return p.turn(i)
	}
	return match{}, false
}
