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
	m.now, m.loose = t.class == wNow || t.class == wToday, t.class == wNow
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
	m.now, m.loose = true, true
	return m, true
}

// isWord reports whether the i-th token is the word w, given in lower case.
func (p *parser) isWord(i int, w string) bool {
	return p.at(i).kind == word && foldsTo(p.words(i), w)
}

// within reads "earlier this month", "later this year".
func (p *parser) within(i int) (match, bool) {
	later := p.at(i).class == wLater
	if !p.is(i+1, wThis) || !p.is(i+2, wUnit) || unit(p.at(i+2).value) < weeks {
		if p.is(i+1, wIn) && p.is(i+2, wThe) && p.is(i+3, wUnit) {
			if u := unit(p.at(i + 3).value); u == years {
				return p.narrate(i+4, 0, u), true // "earlier in the year"
			}
			return p.unanchored(i + 4), true
		}
		return match{}, false
	}
	u := unit(p.at(i + 2).value)
	m := p.anchored(i+3, func(d Date) Interval {
		whole := containing(d, u, 0)
		if later {
			return Interval{d, whole.To}
		}
		return Interval{whole.From, d}
	})
	if !p.anchor.From.IsZero() {
		m.value = calendarValue(containing(p.anchor.From, u, 0))
	}
	return m, true
}

// narrate returns the match of the n-th year or month after the one that the
// paragraph has told of last. Where it has named an earlier year before, the
// words may go back to that. Other units only the story can date.
func (p *parser) narrate(next, n int, u unit) match {
	m := p.unanchored(next)
	switch {
	case p.told.year == 0:
	case u == years:
		m.readings = []Interval{Year(clampYear(p.told.year + n))}
		if p.first != p.told.year {
			m.readings = either(m.readings, []Interval{Year(clampYear(p.first + n))})
		}
		m.value = figures(clampYear(p.told.year + n))
	case u == months && p.told.month > 0:
		first := shift(Date{p.told.year, monthOf(p.told.month), 1}, n, 0)
		m.readings = []Interval{Month(first.Year, first.Month)}
	}
	m.told = len(m.readings) > 0
	return m
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
		if u := unit(p.at(i + 1).value); p.is(i+1, wUnit) && u >= days {
			n := 0
			switch t.class {
			case wFollowing:
				n = 1
			case wPrevious:
				n = -1
			}
			return p.narrate(i+2, n, u), true
		}
		if p.is(i+1, wSeason) || p.is(i+1, wMonth) && p.namesMonth(i+1) || p.is(i+1, wWeekday) {
			return p.unanchored(i + 2), true
		}
	case t.class == wNext || t.class == wLast || t.class == wThis:
		return p.turn(i)
	}
	return match{}, false
}
