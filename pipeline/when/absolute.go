package when

import "time"

// The dates that words and numbers name on their own: days, months and years
// written out, in either order.

// longestDay is the length of the longest month.
const longestDay = 31

// dayNumber reads a day of the month with an optional ordinal ending.
func (p *parser) dayNumber(i int) (day, next int, ok bool) {
	if !p.isNumber(i, 1, 2) || p.at(i).value < 1 || p.at(i).value > longestDay {
		return 0, i, false
	}
	next = i + 1
	if p.is(next, wSuffix) && p.at(next).gap == glued {
		next++
	}
	return p.at(i).value, next, true
}

// yearNumber reads a year of four digits, or of two behind an apostrophe.
func (p *parser) yearNumber(i int) (year, next int, ok bool) {
	if p.isMark(i, '\'') && p.isNumber(i+1, 2, 2) && p.at(i+1).gap == glued && p.endsCleanly(i+2) {
		return inFull(p.at(i + 1).value), i + 2, true
	}
	if p.isNumber(i, 4, 4) && 1000 <= p.at(i).value && p.at(i).value < 2200 {
		return p.at(i).value, i + 1, true
	}
	return 0, i, false
}

// inFull returns the year meant by its last two digits: 1950 to 2049.
func inFull(year int) int {
	if year < 50 {
		return 2000 + year
	}
	return 1900 + year
}

// monthName reads a month's name with the full stop of its abbreviation.
func (p *parser) monthName(i int) (month, next int, ok bool) {
	t := p.at(i)
	if t.class != wMonth || t.gap == broken {
		return 0, i, false
	}
	next = i + 1
	if (t.value&abbreviated != 0 || p.whole) && p.isMark(next, '.') && p.at(next).gap == glued {
		next++
	}
	return t.value & nameMask, next, true
}

// namesMonth reports whether the month's name at i can be taken for one beside
// a number: in lower case "may", "mar" and "dec" are too often something else.
func (p *parser) namesMonth(i int) bool {
	t := p.at(i)
	return p.whole || t.capital || t.value&(abbreviated|plainWord) == 0
}

// yearBehind reads the year that closes a date: ", 2025", " of 2025", " in 2025".
func (p *parser) yearBehind(i int) (year, next int, ok bool) {
	j := i
	comma := p.isMark(j, ',')
	if comma {
		j++
	} else if p.is(j, wOf) || p.isWord(j, "in") {
		j++
	}
	year, next, ok = p.yearNumber(j)
	if !ok || !p.endsCleanly(next) && !(p.joined(next, '-') && p.is(next+1, wMonth)) || p.thousands(next) || comma && p.counts(next) {
		return 0, i, false
	}
	return year, next, true
}

// dayFirst reads "15 January 2025", "15th of January", "15-Jan-2025" and
// "5–7 March 2024".
func (p *parser) dayFirst(i int) (match, bool) {
	if !p.startsCleanly(i) {
		return match{}, false
	}
	day, j, ok := p.dayNumber(i)
	if !ok {
		return match{}, false
	}
	last, hasLast := 0, false
	if k, joins := p.joiner(j); joins {
		if d, next, ok := p.dayNumber(k); ok {
			last, j, hasLast = d, next, true
		}
	}
	if sep := p.at(j).mark; !hasLast && (p.joined(j, '-') || p.joined(j, '/')) {
		return p.dayFirstJoined(day, j, sep)
	}
	j = p.skip(j, wOf)
	nameAt := j
	month, j, ok := p.monthName(j)
	if !ok {
		return match{}, false
	}
	year, next, dated := p.yearBehind(j)
	if !dated && (!p.namesMonth(nameAt) || p.isCounted(i)) {
		return match{}, false
	}
	m := match{next: j, parts: parts{year, month, day}}
	if dated {
		m.next = next
	}
	if hasLast {
		return p.dayRange(m, last), true
	}
	return p.inYearOf(i, m)
}

// inYearOf reads the year that words give to a day or month without one:
// "in March of that year", "on 5 May last year".
func (p *parser) inYearOf(i int, m match) (match, bool) {
	if m.kind != "" || m.parts.year > 0 || p.whole {
		return m, true
	}
	if p.is(i-1, wThe) && p.at(m.next).kind == word && p.at(m.next).class == noClass && !p.at(m.next).capital {
		return p.unanchored(m.next), true // "the September 11 attacks"
	}
	if p.isNumber(m.next, 3, 3) && p.at(m.next).gap == spaced {
		if t := p.at(m.next + 1); t.kind == word && t.gap != broken || p.at(m.next).value < 100 || m.parts.day == 0 || !p.endsCleanly(m.next+1) || p.thousands(m.next+1) {
			return match{}, false // "On 30 September 420 people came"
		}
		m.parts.year = p.at(m.next).value // "30 September 420."
		m.next++
		return m, true
	}
	d := m.parts
	j := p.skip(p.skip(m.next, wOf), wThe)
	if !p.is(j+1, wUnit) && !p.is(j+2, wUnit) {
		return m, true
	}
	y, ok := p.core(j)
	if !ok || !y.relative || !p.is(y.next-1, wUnit) || unit(p.at(y.next-1).value) != years {
		return m, true
	}
	m = match{next: y.next, kind: KindDate, relative: true, told: y.told}
	for _, r := range y.readings {
		for year := r.From.Year; year <= r.To.Year && year <= r.From.Year+2; year++ {
			if in, ok := d.inYear(year); ok && wholeYears(r) {
				m.readings = append(m.readings, in)
			}
		}
	}
	return m, true
}

// ordinalDay reads "Fourth of July" behind its ordinal number.
func (p *parser) ordinalDay(i, day int) (match, bool) {
	month, j, ok := p.monthName(i + 1)
	if !ok || !p.namesMonth(i+1) || day > longestDay {
		return match{}, false
	}
	m := match{next: j, parts: parts{0, month, day}}
	if year, next, ok := p.yearBehind(j); ok {
		m.next, m.parts.year = next, year
	}
	return p.inYearOf(i, m)
}

// dayFirstJoined reads the rest of "15-Jan-2025" and "15/Jan/25" from the
// separator on.
func (p *parser) dayFirstJoined(day, j int, sep rune) (match, bool) {
	month, k, ok := p.monthName(j + 1)
	if !ok || !p.joined(k, sep) {
		return match{}, false
	}
	year, next, ok := p.yearNumber(k + 1)
	if !ok && p.isNumber(k+1, 2, 2) {
		year, next, ok = inFull(p.at(k+1).value), k+2, true
	}
	if !ok || !p.endsCleanly(next) {
		return match{}, false
	}
	return match{next: next, parts: parts{year, month, day}}, true
}

// monthFirst reads "January 15, 2025", "January 2025", "March 5–7, 2024" and,
// where something shows that the month is meant, "January".
func (p *parser) monthFirst(i int) (match, bool) {
	month, j, ok := p.monthName(i)
	if !ok || p.at(i).gap == glued && p.owned != i && !p.startsCleanly(i) {
		return match{}, false
	}
	if p.overflows(i) && p.owned != i && !p.whole {
		return match{}, false // "32 August 2014"
	}
	if p.isNumber(i-1, 1, 2) && p.joined(i-2, '.') && p.at(i-3).kind == number && p.owned != i {
		return match{}, false // "6,107.31 August 2019"
	}
	if k := p.skip(j, wThe); p.namesMonth(i) {
		if day, next, ok := p.dayNumber(k); ok && p.at(k).gap == spaced {
			if m, ok := p.monthDay(i, parts{0, month, day}, next); ok {
				return m, true
			}
		}
	}
	if year, next, ok := p.yearBehind(j); ok && p.monthYear(i, j) {
		return match{next: next, parts: parts{year, month, 0}}, true
	}
	if p.meansMonth(i) {
		return p.inYearOf(i, match{next: j, parts: parts{0, month, 0}})
	}
	return match{}, false
}

// monthYear reports whether the month's name at i, with its year at j, is one:
// in lower case "may 2020" needs a word that leads to it.
func (p *parser) monthYear(i, j int) bool {
	if !p.namesMonth(i) && !p.led(i) {
		return false
	}
	return !p.isMark(j, ',') || p.at(i).value&plainWord == 0 || p.at(i).capital
}

// monthDay reads what follows the day of "January 15".
func (p *parser) monthDay(i int, d parts, j int) (match, bool) {
	last := 0
	next := j
	if k, joins := p.joiner(j); joins {
		if e, after, ok := p.dayNumber(k); ok && !p.is(after, wMonth) && p.endsCleanly(after) {
			last, next = e, after
		}
	}
	year, end, dated := p.yearBehind(next)
	m := match{next: next, parts: d}
	if dated {
		m.next, m.parts.year = end, year
	} else if !p.endsCleanly(next) || p.counts(next) || p.clock(next) || p.thousands(next) {
		return match{}, false
	}
	if last > 0 {
		return p.dayRange(m, last), true
	}
	return p.inYearOf(i, m)
}

// clock reports whether ":30" follows, so that the number before is an hour.
func (p *parser) clock(i int) bool {
	return p.joined(i, ':') && p.isNumber(i+1, 1, 2)
}

// dayRange makes "5–7 March 2024" of its first day and the last one's number.
func (p *parser) dayRange(m match, last int) match {
	first := m
	p.settle(&first)
	m.parts.day = last
	p.settle(&m)
	return p.between(first, m)
}

// joiner reports whether the i-th token joins two ends of a range, and where
// the second begins.
func (p *parser) joiner(i int) (next int, ok bool) {
	t := p.at(i)
	switch {
	case t.gap == broken || p.at(i+1).gap == broken:
		return i, false
	case t.kind == mark && (t.mark == '-' || t.mark == '–' || t.mark == '—'):
		return i + 1, t.gap == p.at(i+1).gap
	case p.isMark(i, '/') && p.is(i+1, wMonth): // "January/February 2021"
		return i + 1, true
	case t.class == wTo || t.class == wUntil || t.class == wThrough:
		return i + 1, true
	}
	return i, false
}

// yearFirst reads "2021, January 15" and "2021 Jan 15".
func (p *parser) yearFirst(i int) (match, bool) {
	year, j, ok := p.yearNumber(i)
	if !ok || !p.startsCleanly(i) {
		return match{}, false
	}
	comma := p.isMark(j, ',')
	j = p.skipMark(j, ',')
	nameAt := j
	month, j, ok := p.monthName(j)
	if !ok || !p.namesMonth(nameAt) {
		return match{}, false
	}
	if day, next, ok := p.dayNumber(j); ok && p.endsCleanly(next) && !p.counts(next) {
		if _, _, later := p.yearBehind(next); !later {
			return match{next: next, parts: parts{year, month, day}}, true
		}
		return match{}, false
	}
	if p.whole || !comma && p.led(i) && !p.at(nameAt).capital || p.isMark(i-1, '(') && p.isMark(j, ')') {
		return match{next: j, parts: parts{year, month, 0}}, true
	}
	return match{}, false
}

// settle makes the readings of a match that is still parts.
func (p *parser) settle(m *match) {
	d := m.parts
	if d == (parts{}) || m.kind != "" {
		return
	}
	m.kind = KindDate
	if d.year == 0 {
		m.relative = true
		if d.day > 0 {
			m.flaw = flawOf(d)
		}
		if m.flaw == "" {
			m.readings = p.comingRound(d.inYear)
			if p.told.month > d.month {
				m.readings = p.orTold(m.readings, 1, d.inYear)
			}
		}
		return
	}
	m.flaw = flawOf(d)
	if m.flaw == "" {
		i, _ := d.inYear(d.year)
		m.readings = []Interval{i}
	}
}

// inYear returns the days that d names in a year.
func (d parts) inYear(year int) (Interval, bool) {
	switch {
	case d.month == 0:
		return Year(year), true
	case d.day == 0:
		return Month(year, monthOf(d.month)), true
	case d == swedish:
		return Day(Date{1712, time.March, 11}), true // by the Gregorian calendar
	}
	day, ok := NewDate(year, monthOf(d.month), d.day)
	return Day(day), ok
}
