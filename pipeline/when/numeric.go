package when

// Dates in figures alone: "2025-01-15", "15/01/2025", "15.01.2025".

// numeric reads a date in figures. Where day and month could change places,
// both readings are kept.
func (p *parser) numeric(i int) (match, bool) {
	if !p.startsCleanly(i) {
		return match{}, false
	}
	sep := p.at(i + 1).mark
	if sep != '-' && sep != '/' && sep != '.' || !p.joined(i+1, sep) {
		if p.whole && p.isNumber(i, 8, 8) && p.endsCleanly(i+1) {
			return p.compact(i)
		}
		return match{}, false
	}
	switch {
	case p.isNumber(i, 4, 4) && (sep != '.' || p.whole):
		return p.bigEndian(i, sep)
	case p.isNumber(i, 1, 2) && p.isNumber(i+2, 1, 2) && p.joined(i+3, sep):
		return p.littleEndian(i, sep)
	case p.isNumber(i, 2, 2) && p.isNumber(i+2, 4, 4) && sep != '-':
		return p.monthSlashYear(i)
	}
	return match{}, false
}

// compact reads "20250115".
func (p *parser) compact(i int) (match, bool) {
	n := p.at(i).value
	d := parts{n / 10000, n / 100 % 100, n % 100}
	if d.year < 1000 || d.year > 2199 || d.month == 0 || d.day == 0 || flawOf(d) != "" {
		return match{}, false
	}
	return match{next: i + 1, parts: d}, true
}

// bigEndian reads "2025-01-15", "2025/1/15" and "2025-06".
func (p *parser) bigEndian(i int, sep rune) (match, bool) {
	year := p.at(i).value
	if year < 1000 || year > 2199 || !p.isNumber(i+2, 1, 2) {
		return match{}, false
	}
	d := parts{year, p.at(i + 2).value, 0}
	if p.joined(i+3, sep) && p.isNumber(i+4, 1, 2) {
		d.day = p.at(i + 4).value
		next, ok := p.timeOfDay(i + 5)
		if !ok || d.month == 0 || d.day == 0 {
			return match{}, false
		}
		if flawOf(d) != "" && (p.at(i+2).width() != 2 || p.at(i+4).width() != 2 || !p.flawable(i, year)) {
			return match{}, false
		}
		return match{next: next, parts: d}, true
	}
	if p.at(i+2).width() != 2 || d.month < 1 || d.month > 12 || !p.endsCleanly(i+3) || p.isCounted(i) {
		return match{}, false
	}
	if span := d.month; span > year%100 { // "2005-06" may be the season, "2005-09" the years
		both := []Interval{Month(year, monthOf(d.month)), Years(year, year-year%100+span)}
		if span == year%100+1 || sep == '-' && !p.whole {
			return match{next: i + 3, kind: KindDate, readings: both}, true
		}
	}
	return match{next: i + 3, parts: d}, true
}

// littleEndian reads "15/01/2025", "3/4/2025" and, where words lead to it,
// "15/01/25".
func (p *parser) littleEndian(i int, sep rune) (match, bool) {
	a, b := p.at(i).value, p.at(i+2).value
	year := p.at(i + 4).value
	switch {
	case p.isNumber(i+4, 4, 4) && 1000 <= year && year < 2200:
	case p.isNumber(i+4, 2, 2) && sep == '/' && (p.whole || p.led(i)):
		year = inFull(year)
	default:
		return match{}, false
	}
	if a == 0 || b == 0 || a > longestDay || b > longestDay || !p.endsCleanly(i+5) {
		return match{}, false
	}
	m := match{next: i + 5, kind: KindDate}
	dayFirst, monthFirst := parts{year, b, a}, parts{year, a, b}
	if sep == '.' { // only day before month is written so
		monthFirst = dayFirst
	}
	for _, d := range [...]parts{monthFirst, dayFirst} {
		if flawOf(d) == "" {
			day, _ := d.inYear(year)
			if len(m.readings) == 0 || m.readings[0] != day {
				m.readings = append(m.readings, day)
			}
		}
	}
	if len(m.readings) == 2 && m.readings[1].From.Before(m.readings[0].From) {
		m.readings[0], m.readings[1] = m.readings[1], m.readings[0]
	}
	if len(m.readings) == 0 {
		if sep != '/' && min(a, b) > 12 || !p.flawable(i, year) {
			return match{}, false
		}
		m.flaw = flawOf(dayFirst)
		if b > 12 && a <= 12 {
			m.flaw = flawOf(monthFirst)
		}
	}
	return m, true
}

// monthSlashYear reads "04/2016" and "04.2016".
func (p *parser) monthSlashYear(i int) (match, bool) {
	month, year := p.at(i).value, p.at(i+2).value
	if month < 1 || month > 12 || year < 1900 || year > 2099 || !p.endsCleanly(i+3) {
		return match{}, false
	}
	if p.at(i+1).mark == '.' && !p.whole {
		return match{}, false
	}
	return match{next: i + 3, parts: parts{year, month, 0}}, true
}

// flawable reports whether figures at i that the calendar does not have are
// still a date gone wrong and not a number of another kind.
func (p *parser) flawable(i, year int) bool {
	return 1900 <= year && year < 2100 && (p.whole || !p.isCounted(i) && p.at(i-1).kind != number)
}

// timeOfDay skips "T10:30:00Z" behind an ISO date, and reports whether the date
// ends properly there.
func (p *parser) timeOfDay(i int) (next int, ok bool) {
	if p.at(i).gap == glued && p.at(i).kind == word && p.at(i).width() == 1 && p.isNumber(i+1, 2, 2) {
		return p.clockBehind(i + 1), true
	}
	return i, p.endsCleanly(i)
}

// clockBehind skips a time of day in figures with fraction and zone.
func (p *parser) clockBehind(i int) int {
	i++
	for (p.joined(i, ':') || p.joined(i, '.') || p.joined(i, '+') || p.joined(i, '-')) && p.at(i+1).kind == number {
		i += 2
	}
	if p.at(i).kind == word && p.at(i).gap == glued && p.at(i).width() == 1 {
		i++
	}
	return i
}
