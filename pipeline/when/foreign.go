package when

import (
	"strings"
	"unicode/utf8"
)

// Dates in languages other than English: "15 janvier 2025", "15. Januar 2025",
// "15 января 2025 г.", "2025. január 15.", "2025年1月15日".

// FindForeign returns the dates of running text in a language other than
// English, in order and without overlap: those with a month's name or in
// figures, and years. Only what names its year is found, so nothing hangs on
// the day of writing. It takes time linear in the text and reads any bytes.
func FindForeign(text string) []Expression {
	p := parser{text: text, tokens: splitCounters(text, scan(text, nil)), owned: -1}
	var found []Expression
	for i := 0; i < len(p.tokens); {
		t := &p.tokens[i]
		if t.kind == opaque || t.kind == mark {
			i++
			continue
		}
		p.owned = -1
		m, ok := p.weekdayDate(i)
		if !ok {
			m, ok = p.foreign(i)
		}
		if !ok && t.kind == number {
			if m, ok = p.numeric(i); !ok {
				m, ok = p.foreignYear(i)
			}
		}
		if !ok {
			i++
			continue
		}
		e, next, _ := p.express(i, i, m, m.relation)
		found = append(found, e)
		i = next
	}
	return found
}

// foreignYear reads a year on its own, or a run of two: "2019–2021".
func (p *parser) foreignYear(i int) (match, bool) {
	a, ok := p.bareYear(i)
	if !ok {
		return match{}, false
	}
	if j, joins := p.joiner(a.next); joins && p.at(a.next).kind == mark {
		p.owned = j
		if b, ok := p.bareYear(j); ok {
			p.settle(&a)
			p.settle(&b)
			if m := p.between(a, b); m.flaw == "" {
				return m, true
			}
		}
	}
	if p.at(a.next).gap == spaced && yearSuffixes[p.lower(a.next)] {
		a.next = p.yearEnd(a.next)
	}
	return a, true
}

// foreign reads a date with a year and the month's name, or with the counters
// of East Asia, that begins at the i-th token.
func (p *parser) foreign(i int) (match, bool) {
	t := p.at(i)
	switch t.kind {
	case number:
		for _, read := range [...]func(int) (match, bool){p.counted, p.foreignDayFirst, p.foreignYearFirst} {
			if m, ok := read(i); ok {
				return m, true
			}
		}
	case word:
		return p.foreignMonthFirst(i)
	}
	return match{}, false
}

// lower returns the i-th token in lower case where it is a word, else "".
func (p *parser) lower(i int) string {
	t := p.at(i)
	if t.kind != word || t.gap == broken || t.width() > 32 {
		return ""
	}
	return strings.ToLower(p.words(i))
}

// foreignMonth reads a month's name with the full stop of its abbreviation.
func (p *parser) foreignMonth(i int) (month, next int, ok bool) {
	month = foreignMonths[p.lower(i)]
	if month == 0 {
		return 0, i, false
	}
	next = i + 1
	if p.isMark(next, '.') && p.at(next).gap == glued {
		next++
	}
	return month, next, true
}

// links skips the words that join the parts of a date, one comma among them.
func (p *parser) links(i int) int {
	i = p.skipMark(i, ',')
	if dayLinks[p.lower(i)] {
		i = p.skipMark(i+1, '\'') // "d'octubre"
	}
	return i
}

// foreignDay reads a day of the month with the marks of an ordinal number.
func (p *parser) foreignDay(i int) (day, next int, ok bool) {
	if !p.isNumber(i, 1, 2) || p.at(i).value < 1 || p.at(i).value > longestDay {
		return 0, i, false
	}
	next = i + 1
	switch {
	case p.isMark(next, '.') && p.at(next).gap == glued, p.isMark(next, '°') && p.at(next).gap == glued:
		next++
	case p.at(next).gap == glued && daySuffixes[p.lower(next)]:
		next++
	case (p.joined(next, '-') || p.joined(next, ':')) && daySuffixes[p.lower(next+1)]:
		next += 2
	}
	return p.at(i).value, next, true
}

// foreignDayFirst reads "15 de enero de 2025", "15–17 janvier 2025" and
// "15 tháng 1 năm 2025".
func (p *parser) foreignDayFirst(i int) (match, bool) {
	day, j, ok := p.foreignDay(i)
	if !ok || !p.startsCleanly(i) {
		return match{}, false
	}
	last := 0
	if k, joins := p.joiner(j); joins && p.at(j).kind == mark {
		if d, next, ok := p.foreignDay(k); ok {
			last, j = d, next
		}
	}
	if p.isMark(j, ',') {
		return match{}, false // "pp. 1–10, Jan. 2020"
	}
	month, j, ok := p.monthInWords(p.links(j))
	if !ok {
		return match{}, false
	}
	year, next, ok := p.foreignYearAt(p.links(j))
	if !ok {
		return match{}, false
	}
	if last > 0 {
		return p.dayRange(match{next: next, parts: parts{year, month & nameMask, day}}, last), true
	}
	return p.dated(next, year, month, day), true
}

// monthInWords reads a month by its name, or by its number as Vietnamese does.
func (p *parser) monthInWords(i int) (month, next int, ok bool) {
	if w := p.lower(i); w == "tháng" || w == "thg" {
		n := p.at(i + 1).value
		return n, i + 2, p.isNumber(i+1, 1, 2) && 1 <= n && n <= 12
	}
	return p.foreignMonth(i)
}

// foreignYearAt reads the year of a date with what names it a year.
func (p *parser) foreignYearAt(i int) (year, next int, ok bool) {
	if w := p.lower(i); w == "năm" {
		i++
	}
	if !p.isNumber(i, 4, 4) || p.at(i).value < 1000 || p.at(i).value >= 2200 || p.thousands(i+1) {
		return 0, i, false
	}
	year, next = p.at(i).value, i+1
	if p.at(next).gap == spaced && yearSuffixes[p.lower(next)] {
		return year, p.yearEnd(next), true
	}
	return year, next, p.endsCleanly(next)
}

// yearEnd returns the index behind the year's suffix at i and its full stop.
func (p *parser) yearEnd(i int) int {
	if p.isMark(i+1, '.') && p.at(i+1).gap == glued && p.at(i).width() <= 4 {
		return i + 2
	}
	return i + 1
}

// foreignMonthFirst reads "janvier 2025", "enero de 2025" and "enero 15, 2025".
func (p *parser) foreignMonthFirst(i int) (match, bool) {
	month, j, ok := p.foreignMonth(i)
	if !ok || !p.startsCleanly(i) && !p.whole {
		return match{}, false
	}
	if day, k, ok := p.foreignDay(j); ok {
		if year, next, ok := p.foreignYearAt(p.links(k)); ok {
			return p.dated(next, year, month, day), true
		}
	}
	if !p.whole && utf8.RuneCountInString(p.words(i)) < 4 && !p.at(i).capital && p.at(i).width() == utf8.RuneCountInString(p.words(i)) {
		return match{}, false // "out 2025": short enough to be another word
	}
	year, next, ok := p.foreignYearAt(p.links(j))
	if !ok {
		return match{}, false
	}
	return p.dated(next, year, month, 0), true
}

// foreignYearFirst reads "2025. január 15." and "2025 жылғы 15 қаңтар".
func (p *parser) foreignYearFirst(i int) (match, bool) {
	if !p.startsCleanly(i) || !p.isNumber(i, 4, 4) || p.at(i).value < 1000 || p.at(i).value >= 2200 {
		return match{}, false
	}
	year, j := p.at(i).value, i+1
	if p.isMark(j, '.') || p.isMark(j, ',') {
		j++
	}
	if yearSuffixes[p.lower(j)] {
		j = p.yearEnd(j)
	}
	if day, k, ok := p.foreignDay(j); ok {
		if month, next, ok := p.foreignMonth(k); ok {
			return p.dated(next, year, month, day), true
		}
		return match{}, false
	}
	month, j, ok := p.foreignMonth(j)
	if !ok {
		return match{}, false
	}
	if day, next, ok := p.foreignDay(j); ok {
		if p.joined(next, '-') && p.at(next+1).kind == word { // "15-én", "15-i"
			next += 2
		}
		return p.dated(next, year, month, day), true
	}
	return p.dated(j, year, month, 0), true
}

// dated returns the match of a date whose month may be one of two.
func (p *parser) dated(next, year, month, day int) match {
	m := match{next: next, parts: parts{year, month & nameMask, day}}
	second := month >> ambiguousMonth
	if second == 0 {
		return m
	}
	p.settle(&m)
	if other, ok := (parts{year, second, day}).inYear(year); ok && m.flaw == "" {
		m.readings = either(m.readings, []Interval{other})
	}
	m.parts = parts{}
	return m
}

// counters are the characters behind the year, the month and the day of an East
// Asian date: Chinese and Japanese, Korean.
var counters = [...][3]string{{"年", "月", "日"}, {"년", "월", "일"}}

// counted reads "2025年1月15日", "2025년 1월 15일" and "2025年1月".
func (p *parser) counted(i int) (match, bool) {
	if !p.isNumber(i, 4, 4) || p.at(i).value < 1000 || p.at(i).value >= 2200 {
		return match{}, false
	}
	for _, c := range counters {
		if p.words(i+1) != c[0] {
			continue
		}
		d := parts{year: p.at(i).value}
		next := i + 2
		if p.isNumber(next, 1, 2) && p.words(next+1) == c[1] && p.at(next).value >= 1 {
			d.month, next = p.at(next).value, next+2
			if p.isNumber(next, 1, 2) && (p.words(next+1) == c[2] || p.words(next+1) == "号") && p.at(next).value >= 1 {
				d.day, next = p.at(next).value, next+2
			}
		}
		return match{next: next, parts: d}, true
	}
	return match{}, false
}

// splitCounters makes tokens of their own of the East Asian counters that begin
// a word: without spaces, "日" stands glued to whatever follows the date.
func splitCounters(text string, toks []token) []token {
	if !strings.ContainsAny(text, "年년") {
		return toks
	}
	split := make([]token, 0, len(toks)+16)
	for i, t := range toks {
		if t.kind == word && i > 0 && toks[i-1].kind == number {
			if r, n := utf8.DecodeRuneInString(text[t.start:t.end]); n < t.width() && strings.ContainsRune("年月日号년월일", r) {
				head, rest := t, t
				head.end, rest.start, rest.gap = t.start+n, t.start+n, glued
				split = append(split, head, rest)
				continue
			}
		}
		split = append(split, t)
	}
	return split
}

// weekdayDate reads a date to the day with its weekday, "Montag, 3. März 2025".
// The Portuguese days are ordinal numbers, which a court's chamber has as well,
// unless "-feira" follows.
func (p *parser) weekdayDate(i int) (match, bool) {
	day, ok := weekdayWords[p.lower(i)]
	if !ok || ordinalDays[p.lower(i)] && p.lower(i+2) != "feira" {
		return match{}, false
	}
	m, ok := p.foreign(p.foreignLead(i))
	if !ok || m.parts.day == 0 {
		return match{}, false
	}
	m.weekday, m.weekdayStated = day, true
	return m, true
}

// foreignLead skips the weekday and the article that may stand before a date.
func (p *parser) foreignLead(i int) int {
	if dayLeads[p.lower(i)] {
		i++
	}
	if _, ok := weekdayWords[p.lower(i)]; ok {
		i = p.skipMark(i+1, '.')
		if p.joined(i, '-') && p.lower(i+1) == "feira" {
			i += 2 // "quarta-feira"
		}
		i = p.skipMark(i, ',')
		if dayLeads[p.lower(i)] {
			i++
		}
	}
	return i
}
