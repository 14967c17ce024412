package when

import "time"

// Years on their own, and what follows from them: decades, centuries, eras,
// seasons that run over New Year, fiscal years.

// bareYear reads a number of four digits as a year, where nothing says that it
// counts or names something else.
func (p *parser) bareYear(i int) (match, bool) {
	t := p.at(i)
	if !p.isNumber(i, 4, 4) || t.value < 1000 || t.value >= 2200 || !p.startsCleanly(i) {
		return match{}, false
	}
	m := match{next: i + 1, parts: parts{year: t.value}}
	if p.whole {
		if s := p.at(i + 1); s.kind == word && s.gap == glued && s.width() == 1 {
			m.next++ // "2021a", as author-year references tell two works of a year apart
		}
		return m, true
	}
	if !p.endsCleanly(i+1) && !p.yearsJoined(i) || p.isYearless(i) || !p.led(i) && p.dashed(i) || p.closesNonsense(i) {
		return match{}, false
	}
	if p.is(i+1, wFiscal) && p.is(i+2, wUnit) && unit(p.at(i+2).value) == years {
		return fiscalYear(i+3, t.value), true // "the 2019 fiscal year"
	}
	return m, true
}

// closesNonsense reports whether the year at i closes what would be a date if a
// month had so many days: "August 32, 2014", "32 August 2014".
func (p *parser) closesNonsense(i int) bool {
	if p.at(i).gap != spaced {
		return false
	}
	j := i - 1
	if p.isMark(j, ',') {
		j--
	}
	return p.isNumber(j, 2, 2) && p.at(j).value > longestDay && p.is(j-1, wMonth) || p.is(j, wMonth) && p.overflows(j)
}

// overflows reports whether the number before the month at i is too high for a
// day of it.
func (p *parser) overflows(i int) bool {
	return p.isNumber(i-1, 2, 2) && p.at(i-1).value > longestDay && p.at(i).gap == spaced && p.startsCleanly(i-1)
}

// dashed reports whether a dash ties the year at i to a number of one or two
// digits that is no part of a date: "32 - 2015".
func (p *parser) dashed(i int) bool {
	dash := func(j int) bool {
		t := p.at(j)
		return t.kind == mark && t.gap != broken && (t.mark == '-' || t.mark == '–')
	}
	before := dash(i-1) && p.at(i).gap != broken && p.isNumber(i-2, 1, 2) && p.at(i-1).gap == p.at(i).gap && p.owned != i
	behind := dash(i+1) && p.isNumber(i+2, 1, 2) && p.at(i+1).gap == p.at(i+2).gap && !p.is(i+3, wMonth)
	return before || behind
}

// yearsJoined reports whether "2014-2018", with a hyphen, begins at i.
func (p *parser) yearsJoined(i int) bool {
	return p.joined(i+1, '-') && p.isNumber(i+2, 4, 4) && p.endsCleanly(i+3) &&
		p.at(i).value >= 1400 && p.at(i+2).value > p.at(i).value && p.at(i+2).value < 2100
}

// yearQuarter reads "2024 Q3", "2024-Q3", "2024Q3" and "4Q 2024".
func (p *parser) yearQuarter(i int) (match, bool) {
	if m, ok := p.numberedQuarter(i); ok {
		return m, true
	}
	year, j, ok := p.yearNumber(i)
	if ok && p.joined(j, '-') {
		j++
	}
	n := p.at(j + 1)
	if !ok || !p.is(j, wQuarterLetter) || !p.isNumber(j+1, 1, 1) || n.gap != glued || n.value < 1 || n.value > 4 || !p.endsCleanly(j+2) {
		return match{}, false
	}
	return match{next: j + 2, kind: KindDate, readings: []Interval{share(Year(year), n.value-1, 4)}}, true
}

// numberedQuarter reads "4Q 2024".
func (p *parser) numberedQuarter(i int) (match, bool) {
	q := p.at(i).value
	if !p.isNumber(i, 1, 1) || q < 1 || q > 4 || !p.startsCleanly(i) || !p.is(i+1, wQuarterLetter) || p.at(i+1).gap != glued {
		return match{}, false
	}
	year, next, ok := p.yearNumber(i + 2)
	if !ok || p.at(i+2).gap == broken || !p.endsCleanly(next) {
		return match{}, false
	}
	return match{next: next, kind: KindDate, readings: []Interval{share(Year(year), q-1, 4)}}, true
}

// seasonYears reads "2024/25" and "2019-20": a season or a fiscal year over New
// Year, as the hull of both years. Other pairs ("1914–18") are ranges.
func (p *parser) seasonYears(i int) (match, bool) {
	year, j, ok := p.yearNumber(i)
	if !ok || p.at(i).kind != number || !p.startsCleanly(i) || p.isCounted(i) {
		return match{}, false
	}
	sep := p.at(j).mark
	if sep != '/' && sep != '-' && sep != '–' || !p.joined(j, sep) && !p.apart(j) || !p.endsCleanly(j+2) || p.counts(j+2) {
		return match{}, false
	}
	last := p.at(j + 1).value
	switch {
	case p.isNumber(j+1, 2, 2):
		last += year - year%100
		if last < year && year%100 == 99 && last%100 == 0 {
			last += 100
		}
	case !p.isNumber(j+1, 4, 4):
		return match{}, false
	}
	if last != year+1 && (sep == '/' || last <= year || !p.isNumber(j+1, 2, 2)) {
		return match{}, false
	}
	m := match{next: j + 2, kind: KindDate, readings: []Interval{Years(year, last)}}
	if last != year+1 {
		m.relation = Between
	}
	return m, true
}

// apart reports whether "– 72" stands at i with spaces on both sides of the
// dash, closing what it belongs to: "1871 – 72)".
func (p *parser) apart(i int) bool {
	if !p.isMark(i, '–') || p.at(i).gap != spaced || p.at(i+1).gap != spaced || !p.isNumber(i+1, 2, 2) {
		return false
	}
	t := p.at(i + 2)
	return t.kind == mark || t.gap == broken
}

// decade reads "1990s", "the 1800s" (ten years or a hundred) and "90s".
func (p *parser) decade(i int) (match, bool) {
	j := i + 1
	if p.isMark(j, '\'') && p.at(j).gap == glued { // "1990's"
		j++
	}
	if !p.is(j, wS) || p.at(j).gap != glued || !p.startsCleanly(i) || !p.endsCleanly(j+1) {
		return match{}, false
	}
	year := p.at(i).value
	switch {
	case p.isNumber(i, 4, 4) && 1000 <= year && year < 2200 && year%10 == 0:
		m := match{next: j + 1, kind: KindDate, readings: []Interval{Years(year, year+9)}}
		if year%100 == 0 && year < 2000 {
			m.readings = append(m.readings, Years(year, year+99))
		}
		return m, true
	case p.isNumber(i, 2, 2) && year%10 == 0 && (p.whole || p.namesTens(i)):
		return match{next: j + 1, kind: KindDate, readings: tensOf(year)}, true
	}
	return match{}, false
}

// namesTens reports whether "90s" at i are years: "the 90s", "in the late 90s",
// but not "in his late 20s".
func (p *parser) namesTens(i int) bool {
	if p.is(i-2, wS) && p.at(i-2).gap == glued && p.at(i-3).kind == number && (p.is(i-1, wAnd) || p.is(i-1, wTo) || p.isMark(i-1, '–') || p.isMark(i-1, '-')) {
		return true // "the 1970s and 80s"
	}
	if p.isMark(i-1, '-') {
		i--
	}
	if p.is(i-1, wPart) {
		i--
		return p.is(i-1, wThe) || p.led(i)
	}
	return p.is(i-1, wThe)
}

// tensOf returns the decades that two digits may mean: the thirties and later
// are the last century's, the tens and noughts this one's, the twenties either.
func tensOf(year int) []Interval {
	switch {
	case year < 20:
		return []Interval{Years(2000+year, 2009+year)}
	case year == 20:
		return []Interval{Years(1920, 1929), Years(2020, 2029)}
	}
	return []Interval{Years(1900+year, 1909+year)}
}

// shortDecade reads "'90s".
func (p *parser) shortDecade(i int) (match, bool) {
	if !p.isNumber(i+1, 2, 2) || p.at(i+1).gap != glued || p.at(i+1).value%10 != 0 || p.at(i).gap == glued && p.at(i-1).kind != mark {
		return match{}, false
	}
	if !p.is(i+2, wS) || p.at(i+2).gap != glued || !p.endsCleanly(i+3) {
		return match{}, false
	}
	return match{next: i + 3, kind: KindDate, readings: tensOf(p.at(i + 1).value)}, true
}

// tens reads "the nineties"; "in his thirties" is an age.
func (p *parser) tens(i int) (match, bool) {
	year := p.at(i).value
	if !p.whole && !p.namesTens(i) && !(p.at(i).capital && p.is(i-2, wThe)) {
		return match{}, false // "the Roaring Twenties" are years
	}
	return match{next: i + 1, kind: KindDate, readings: tensOf(year)}, true
}

// ordinal reads what begins with an ordinal number: "19th century", "third
// quarter of 2024", "first half of March", "first two months of 2024".
func (p *parser) ordinal(i int) (match, bool) {
	n, j, ok := p.ordinalNumber(i)
	if !ok {
		return match{}, false
	}
	if p.is(j, wWar) && p.at(j).capital {
		return p.war(i)
	}
	if p.isMark(j, '-') && p.at(j+1).gap == glued {
		j++
	}
	switch t := p.at(j); {
	case t.class == wUnit && unit(t.value) == centuries && t.gap != broken && 1 <= n && n <= 21:
		return p.ofEra(match{next: j + 1, kind: KindDate, readings: []Interval{century(n)}}), true
	case p.is(j, wHalf) && n <= 2:
		return p.shareOf(j+1, n-1, 2)
	case t.class == wUnit && unit(t.value) == quarters && t.gap != broken && n <= 4:
		return p.shareOf(j+1, n-1, 4)
	case p.is(j, wWeekday):
		return p.nthWeekday(j, n)
	case p.is(j, wOf) && p.is(j+1, wMonth):
		return p.ordinalDay(j, n)
	}
	return p.unitsOf(j, n, false)
}

// nthWeekday reads the rest of "first Monday of August 2024", and "last Friday
// in May" with n = -1, from the weekday on.
func (p *parser) nthWeekday(i, n int) (match, bool) {
	if !p.is(i+1, wOf) && !p.is(i+1, wIn) || n > 5 {
		return match{}, false
	}
	m, ok := p.inner(i+2, true)
	if !ok {
		return match{}, false
	}
	w := time.Weekday(p.at(i).value & nameMask)
	for r, whole := range m.readings {
		f := whole.From
		if f.IsZero() || whole != Month(f.Year, f.Month) {
			return match{}, false
		}
		day := lastWeekday(whole.To, w)
		if n > 0 {
			day = nthWeekday(f.Year, f.Month, w, n)
		}
		if day.Month != f.Month {
			return match{}, false
		}
		m.readings[r] = Day(day)
	}
	return m, true
}

// ordinalNumber reads "19th", "nineteenth", "twenty-first".
func (p *parser) ordinalNumber(i int) (n, next int, ok bool) {
	t := p.at(i)
	switch {
	case t.kind == number && t.width() <= 2 && p.is(i+1, wSuffix) && p.at(i+1).gap == glued && p.startsCleanly(i):
		return t.value, i + 2, true
	case t.class == wOrdinal:
		return t.value, i + 1, true
	case t.class == wCardinal && t.value == 20:
		j := p.skipMark(i+1, '-')
		if p.is(j, wOrdinal) && p.at(j).value < 10 {
			return 20 + p.at(j).value, j + 1, true
		}
	}
	return 0, i, false
}

// shareOf reads the rest of "first half of 2022" behind "half".
func (p *parser) shareOf(i, k, n int) (match, bool) {
	j := p.skip(i, wOf)
	m, ok := p.inner(j, j > i)
	if !ok {
		return match{}, false
	}
	for r := range m.readings {
		m.readings[r] = share(m.readings[r], k, n)
	}
	return m, true
}

// unitsOf reads the rest of "first nine months of 2021", "second week of March"
// and, where last, "last decade of the 19th century", behind the first word.
func (p *parser) unitsOf(i, nth int, last bool) (match, bool) {
	n, j := 1, i
	if nth == 1 || last {
		if low, high, next, ok := p.count(i); ok && low == high && !p.is(i, wA) {
			n, j = low, next
		}
	}
	t := p.at(j)
	if t.class != wUnits && t.class != wUnit || !p.continues(j) || !p.is(j+1, wOf) && !p.is(j+1, wIn) {
		return match{}, false
	}
	u := unit(t.value)
	m, ok := p.inner(j+2, true)
	if !ok || u < days || u == weekends || u > decades || n > 99 {
		return match{}, false
	}
	for r, whole := range m.readings {
		if whole.From.IsZero() || whole.To.IsZero() {
			return match{}, false
		}
		cut := Interval{back(whole.From, -n*(nth-1), u), shift(back(whole.From, -n*nth, u), 0, -1)}
		if last {
			cut = Interval{shift(back(whole.To, n, u), 0, 1), whole.To}
		}
		inside, ok := whole.Intersect(cut)
		if !ok {
			return match{}, false
		}
		m.readings[r] = inside
	}
	return m, true
}

// quarterLetter reads "Q3 2024", "Q3 of 2024" and "H1 2022".
func (p *parser) quarterLetter(i int) (match, bool) {
	n := 4
	if p.at(i).class == wHalfLetter {
		n = 2
	}
	k := p.at(i + 1).value
	if !p.isNumber(i+1, 1, 1) || p.at(i+1).gap != glued || k < 1 || k > n || !p.at(i).capital && !p.whole || !p.startsCleanly(i) {
		return match{}, false
	}
	return p.shareOf(p.skipMark(i+2, ','), k-1, n)
}

// fiscal reads "FY2024", "fiscal 2024", "fiscal year 2019–20".
func (p *parser) fiscal(i int) (match, bool) {
	j := i + 1
	switch {
	case p.is(j, wUnit) && unit(p.at(j).value) == years:
		j++
	case p.is(j, wQuarterLetter) && p.isNumber(j+1, 1, 1): // "fiscal Q3 2024": a quarter of that year
		j += 2
	}
	p.owned = j
	m, ok := p.seasonYears(j)
	if ok {
		return m, true
	}
	year, next, ok := p.yearNumber(j)
	if !ok && p.at(i).class == wFiscalLetter && p.isNumber(j, 2, 2) && p.at(j).gap == glued {
		year, next, ok = inFull(p.at(j).value), j+1, true
	}
	if !ok || !p.endsCleanly(next) {
		return match{}, false
	}
	return fiscalYear(next, year), true
}

// fiscalYear returns the match of a fiscal year that is called by one year.
func fiscalYear(next, year int) match {
	return match{next: next, kind: KindDate, readings: []Interval{fiscal(year)}, value: "FY" + figures(year)}
}

// theYear reads "year 2000" and "year-end 2024".
func (p *parser) theYear(i int) (match, bool) {
	if unit(p.at(i).value) == years && p.joined(i+1, '-') && p.isWord(i+2, "end") {
		m := p.runningUnit(i+2, years)
		if year, next, ok := p.yearNumber(i + 3); ok && p.endsCleanly(next) {
			m = match{next: next, kind: KindDate, readings: []Interval{Year(year)}}
		}
		for r := range m.readings {
			m.readings[r] = third(m.readings[r], late)
		}
		return m, p.endsCleanly(i + 3)
	}
	if unit(p.at(i).value) == years && p.isWord(i+1, "end") && p.continues(i+1) && p.led(i) { // "by year end"
		m := p.runningUnit(i+1, years)
		p.keepValue(&m)
		for r := range m.readings {
			m.readings[r] = third(m.readings[r], late)
		}
		return m, p.endsCleanly(i + 2)
	}
	if unit(p.at(i).value) == years && p.isNumber(i+1, 2, 4) && p.endsCleanly(i+2) && p.at(i+1).value > 31 {
		return match{next: i + 2, parts: parts{year: p.at(i + 1).value}}, true
	}
	return match{}, false
}

// afterEra reads "AD 70" and "A.D. 70".
func (p *parser) afterEra(i int) (match, bool) {
	before, j, ok := p.era(i)
	if !ok || !p.isNumber(j, 1, 4) || p.at(j).value == 0 || !p.endsCleanly(j+1) {
		return match{}, false
	}
	if before {
		return match{next: j + 1, kind: KindDate}, true
	}
	return match{next: j + 1, parts: parts{year: p.at(j).value}}, true
}

// beforeEra reads "70 AD" and "44 BC".
func (p *parser) beforeEra(i int) (match, bool) {
	before, next, ok := p.era(i + 1)
	if j, joins := p.joiner(i + 1); joins && !ok && p.isNumber(j, 1, 4) { // "500–400 BC"
		before, next, ok = p.era(j + 1)
		ok = ok && before
	}
	if !ok || p.at(i).width() > 4 || p.at(i).value == 0 || !p.startsCleanly(i) {
		return match{}, false
	}
	if before {
		n := p.at(next)
		british := p.at(i).value > 1900 && n.kind == word && n.capital && n.gap == spaced // "the 2010 BC Green Party"
		return match{next: next, kind: KindDate}, !british
	}
	return match{next: next, parts: parts{year: p.at(i).value}}, true
}

// ofEra drops the readings of a match that "BC" follows.
func (p *parser) ofEra(m match) match {
	if before, next, ok := p.era(m.next); ok {
		m.next = next
		if before {
			m.readings = nil
		}
	}
	return m
}

// era reads "AD", "CE", "BC", "BCE" or their dotted forms, and whether the
// years before year 1 are meant, of which this calendar has none.
func (p *parser) era(i int) (before bool, next int, ok bool) {
	t := p.at(i)
	switch {
	case t.gap == broken:
	case t.class == wEra && t.capital:
		return t.value == 1, i + 1, true
	case (t.class == wA || t.class == wDotted) && t.capital && t.width() == 1 && p.joined(i+1, '.'):
		letters := p.words(i) + p.words(i+2)
		j := p.skipMark(i+3, '.')
		if letters == "BC" && p.joined(i+3, '.') && p.words(i+4) == "E" {
			j = p.skipMark(i+5, '.')
		}
		if letters == "BC" || letters == "AD" {
			return letters == "BC", j, true
		}
	}
	return false, i, false
}
