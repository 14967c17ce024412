package when

import (
	"strings"
	"time"
)

// Parts of a larger time ("mid-2025", "the end of March"), seasons, holidays,
// weekdays and what "circa" makes of them.

// inner reads the time that a part is taken of: "2024", "the 1990s", "this
// year". Behind "of" a bare month or year needs no further evidence.
func (p *parser) inner(i int, of bool) (match, bool) {
	j := p.skip(i, wThe)
	if p.at(j).gap == broken {
		return match{}, false
	}
	p.owned = j
	m, ok := p.core(j)
	if ok && j > i && m.parts.year > 0 && m.parts.month == 0 && !p.is(j, wUnit) {
		return match{}, false // "the end of the 2014 season": the season's, not the year's
	}
	if !ok && of && p.is(j, wMonth) {
		_, next, _ := p.monthName(j)
		m, ok = match{next: next, parts: parts{0, p.at(j).value & nameMask, 0}}, true
	}
	if !ok && of && j > i && p.is(j, wUnit) { // "the end of the year"
		u := unit(p.at(j).value)
		if u < weeks {
			return match{}, false
		}
		return p.runningUnit(j, u), true
	}
	if !ok {
		return match{}, false
	}
	p.settle(&m)
	if m.kind != KindDate || m.now || m.flaw != "" {
		return match{}, false
	}
	m.parts, m.weekdayStated = parts{}, false
	return m, true
}

// runningUnit returns the match of "the year" in "the end of the year": that of
// writing, or the one that the paragraph tells of.
func (p *parser) runningUnit(i int, u unit) match {
	m := p.anchored(i+1, func(d Date) Interval { return containing(d, u, 0) })
	if u == years {
		m.readings = p.orTold(m.readings, 0, func(year int) (Interval, bool) { return Year(year), true })
	} else if p.told.year > 0 {
		m.readings = nil
	}
	return m
}

// part reads "mid-2025", "early March 2024", "late 1980s".
func (p *parser) part(i int) (match, bool) {
	which := part(p.at(i).value)
	j := i + 1
	if p.isMark(j, '-') {
		j++
	}
	if p.is(j, wTo) || p.is(j, wPart) { // "mid-to-late 2019": the hull of both
		return p.partToPart(which, j)
	}
	if which != mid && j == i+1 && p.isWord(j, "in") && p.opensPartOf(j+1) {
		j++ // "early in 2025", "late in March 2024"
	}
	p.owned = j
	if p.is(j, wUnit) {
		return match{}, false
	}
	m, ok := p.inner(j, j == i+1)
	if !ok || p.is(j, wWeekday) {
		return match{}, false
	}
	p.keepValue(&m)
	for r := range m.readings {
		m.readings[r] = third(m.readings[r], which)
	}
	return m, true
}

// opensPartOf reports whether a year or a month stands at i, which "early in"
// names a part of.
func (p *parser) opensPartOf(i int) bool { return p.isNumber(i, 4, 4) || p.is(i, wMonth) }

// keepValue keeps the value of the match before its readings are cut or widened.
func (p *parser) keepValue(m *match) { m.value = p.valueOf(m) }

// partToPart reads the rest of "mid to late 2019" behind "mid".
func (p *parser) partToPart(first part, i int) (match, bool) {
	j := p.skip(i, wTo)
	j = p.skipMark(j, '-')
	if j == i || !p.is(j, wPart) || part(p.at(j).value) <= first {
		return match{}, false
	}
	last := part(p.at(j).value)
	k := p.skipMark(j+1, '-')
	p.owned = k
	m, ok := p.inner(k, false)
	if !ok {
		return match{}, false
	}
	p.keepValue(&m)
	for r, whole := range m.readings {
		m.readings[r] = third(whole, first).Hull(third(whole, last))
	}
	return m, true
}

// partOf reads "end of 2024", "beginning of the 1990s", "end-March": the last,
// the first or the middle third.
func (p *parser) partOf(i int) (match, bool) {
	which := part(p.at(i).value)
	if hyphen := p.joined(i+1, '-'); hyphen && p.startsCleanly(i) {
		p.owned = i + 2
	} else if hyphen || !p.is(i+1, wOf) {
		return match{}, false
	}
	m, ok := p.inner(i+2, true)
	if !ok {
		return match{}, false
	}
	p.keepValue(&m)
	for r := range m.readings {
		m.readings[r] = third(m.readings[r], which)
	}
	return m, true
}

// season reads "spring 2023", "summer of 2024", "winter of 2023–24".
func (p *parser) season(i int) (match, bool) {
	s := season(p.at(i).value)
	j := p.skip(p.skipMark(i+1, ','), wOf)
	if s == winter {
		p.owned = j
		if m, ok := p.seasonYears(j); ok && m.relation == In {
			from := m.readings[0].From.Year
			m.readings[0] = winterFrom(from)
			return m, true
		}
	}
	year, next, ok := p.yearNumber(j)
	if !ok || !p.endsCleanly(next) || p.counts(next) {
		return p.bareSeason(i)
	}
	return match{next: next, kind: KindDate, readings: []Interval{ofSeason(s, year)}}, true
}

// bareSeason reads "in summer" and "during the winter": a season of some year,
// or of every year, which the words leave open. "Spring" and "fall" are words
// of other senses too and need "in" or "during"; a capital on either side makes
// a season part of a name.
func (p *parser) bareSeason(i int) (match, bool) {
	if !p.startsCleanly(i) || !p.endsCleanly(i+1) || p.joined(i+1, '-') || p.at(i+1).isName() || p.is(i+1, wOf) {
		return match{}, false
	}
	j := i
	for p.is(j-1, wThe) || p.is(j-1, wPart) {
		j--
	}
	within := p.isWord(j-1, "in") || p.isWord(j-1, "during") || p.isWord(j-1, "throughout")
	s := season(p.at(i).value)
	doubtful := s == spring || p.isWord(i, "fall")
	if !within && (doubtful || p.at(i).capital && p.at(i-1).kind == word) {
		return match{}, false
	}
	if next := p.at(i + 1); next.kind == word && next.class == noClass && next.gap == spaced && (!within || doubtful) && !p.opensWith(i) {
		return match{}, false // "summer camp"
	}
	m := p.unanchored(i + 1)
	m.value = "XXXX-" + seasonCodes[s]
	return m, true
}

// opensWith reports whether the season at i is the subject that opens a
// sentence: "Winter is mild".
func (p *parser) opensWith(i int) bool {
	before := p.at(i - 1)
	opens := before == &noToken || p.at(i).gap == broken || before.kind == mark && strings.ContainsRune(".!?", before.mark)
	return opens && (p.isWord(i+1, "is") || p.isWord(i+1, "was") || p.isWord(i+1, "can") || p.isWord(i+1, "has") || p.isWord(i+1, "brings"))
}

// isName reports whether t is a capitalised word that goes on a phrase.
func (t *token) isName() bool { return t.kind == word && t.capital && t.gap != broken }

// weekday reads "Tuesday, 15 January 2025", "Tue, 15 Jan 2025" and "Tuesday".
func (p *parser) weekday(i int) (match, bool) {
	t := p.at(i)
	w := time.Weekday(t.value & nameMask)
	short := t.value&abbreviated != 0
	j := i + 1
	if short {
		j = p.skipMark(j, '.')
	}
	if !p.startsCleanly(i) || p.inName(i) {
		return match{}, false
	}
	k := p.skip(p.skipMark(j, ','), wThe)
	if p.at(k).gap == spaced && (p.at(k).kind == number || p.is(k, wMonth)) {
		if m, ok := p.core(k); ok && m.parts.day > 0 && m.kind == "" {
			m.weekday, m.weekdayStated = w, true
			return m, true
		}
	}
	if short || p.isKindOfDay(i) || k > j && p.is(k-1, wThe) && p.at(k).kind == number {
		return match{}, false // "Friday the 13th"
	}
	j = p.skip(i+1, wDayPart)
	if p.is(i+1, wDayParts) {
		return match{next: i + 2, kind: KindSet, value: weekdayValue(w)}, true
	}
	m := p.anchored(j, func(d Date) Interval { return Day(lastWeekday(d, w)) })
	if m.value = calendarValue(p.likeliestOr(&m)); m.value == "" {
		m.value = weekdayValue(w)
	}
	m.readings = p.orTold(m.readings, 0, func(year int) (Interval, bool) { return Year(year), true })
	return m, true
}

// likeliestOr is likeliest for a match that may have no reading.
func (p *parser) likeliestOr(m *match) Interval {
	if len(m.readings) == 0 {
		return Interval{}
	}
	return p.likeliest(m)
}

// isKindOfDay reports whether the weekday at i is no one day: "a Sunday paper",
// "the Monday after Easter".
func (p *parser) isKindOfDay(i int) bool {
	if p.whole {
		return false
	}
	if p.is(i-1, wA) || p.is(i-1, wOrdinal) {
		return true
	}
	next := p.at(i + 1).class
	return (p.is(i-1, wThe) || p.is(i-1, wLast)) && (next == wBefore || next == wAfter || next == wOf)
}

// lastWeekday returns the latest day with weekday w that is not after d.
func lastWeekday(d Date, w time.Weekday) Date {
	return shift(d, 0, -((int(d.Weekday()-w) + 7) % 7))
}

// approximate reads "circa 1850", "c. 1850", "around 2019".
func (p *parser) approximate(i int) (match, bool) {
	j := i + 1
	switch p.at(i).class {
	case wC:
		if p.at(i).capital || !p.isMark(j, '.') && !p.whole {
			return match{}, false
		}
		j = p.skipMark(j, '.')
	case wCirca:
		j = p.skipMark(j, '.')
	}
	return p.circa(j)
}

// circa reads the date that is given roughly.
func (p *parser) circa(j int) (match, bool) {
	p.owned = j
	k := p.skip(j, wThe)
	m, ok := p.core(k)
	if !ok && !p.is(j-1, wAround) && p.isNumber(j, 3, 3) && p.endsCleanly(j+1) && !p.counts(j+1) {
		m, ok = match{next: j + 1, parts: parts{year: p.at(j).value}}, p.at(j).value >= 100 // "c. 347"
	}
	if !ok || p.at(j).gap == broken {
		return match{}, false
	}
	p.settle(&m)
	if m.kind != KindDate || m.now || m.relative {
		return match{}, false
	}
	p.keepValue(&m)
	for r := range m.readings {
		m.readings[r] = roughly(m.readings[r])
	}
	m.parts = parts{}
	return m, true
}

// the reads what the article belongs to: "the 1990s", "the year 2000", "the
// third quarter of 2024", "the following year".
func (p *parser) the(i int) (match, bool) {
	if !p.continues(i + 1) {
		return match{}, false
	}
	switch t := p.at(i + 1); {
	case t.kind == number, t.class == wOrdinal, t.class == wTens, t.class == wPart, t.class == wPartOf,
		t.class == wSeason, t.class == wWar, t.class == wFiscal, t.kind == mark && t.mark == '\'', t.class == wCardinal && t.value == 20:
		m, ok := p.core(i + 1)
		if ok && m.parts.year > 0 && m.parts.month == 0 {
			return match{}, false // "the 2022 World Cup": the year stands alone
		}
		return m, ok
	case t.class == wUnit:
		if m, ok := p.theYear(i + 1); ok {
			return m, ok
		}
		if u := unit(t.value); u >= days { // "the day before yesterday"
			return p.beside(i+2, 1, 1, u)
		}
	}
	return p.narrated(i + 1)
}

// continues reports whether the i-th token belongs to the phrase so far.
func (p *parser) continues(i int) bool { return p.at(i).gap != broken }

// holiday reads "Christmas 2020", "New Year's Day 2021", "Easter Sunday 2024".
func (p *parser) holiday(i int) (match, bool) {
	h, j, ok := p.holidayName(i)
	if !ok {
		return match{}, false
	}
	in := func(year int) (Interval, bool) { return holidays[h].days(year), true }
	if p.is(j, wUnit) { // "Memorial Day weekend 2019"
		year, next, ok := p.yearBehind(j + 1)
		u := unit(p.at(j).value)
		if !ok || u != weeks && u != weekends {
			return match{}, false
		}
		day, _ := in(year)
		return match{next: next, kind: KindDate, readings: []Interval{widen(day, 6)}}, true
	}
	if year, next, ok := p.yearBehind(j); ok {
		day, _ := in(year)
		return match{next: next, kind: KindDate, readings: []Interval{day}}, true
	}
	if !p.whole && !(p.led(i) || p.is(i-1, wLast) || p.is(i-1, wThis)) || !p.endsHoliday(j) {
		return match{}, false
	}
	return match{next: j, kind: KindDate, relative: true, readings: p.comingRound(in)}, true
}

// endsHoliday reports whether a holiday without a year ends before the i-th
// token: "at Christmas dinner" and "on Easter Island" are no dates.
func (p *parser) endsHoliday(i int) bool {
	t := p.at(i)
	return t.kind == mark || t.gap == broken || t.class != noClass && t.class != wTime
}
