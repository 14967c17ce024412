package when

import "time"

// holiday is a day of the year that goes by a name in English.
type holiday struct {
	name string // words and marks in lower case, apart by spaces
	days func(year int) Interval
}

// holidays lists the longer names before the shorter ones that begin them.
// Thanksgiving is Canada's or the United States'; Veterans Day, Memorial Day and,
// so spelt, Labor Day are the latter's (5 U.S.C. § 6103). Days that go by one name
// on other dates elsewhere, such as an Independence Day, are left out.
var holidays = []holiday{
	{"christmas eve", fixed(time.December, 24)},
	{"christmas day", fixed(time.December, 25)},
	{"christmas", fixed(time.December, 25)},
	{"boxing day", fixed(time.December, 26)},
	{"new year ' s eve", fixed(time.December, 31)},
	{"new year ' s day", fixed(time.January, 1)},
	{"valentine ' s day", fixed(time.February, 14)},
	{"halloween", fixed(time.October, 31)},
	{"juneteenth", fixed(time.June, 19)},
	{"veterans day", fixed(time.November, 11)},
	{"memorial day", func(year int) Interval { return Day(lastWeekday(Date{year, time.May, 31}, time.Monday)) }},
	{"labor day", func(year int) Interval { return Day(nthWeekday(year, time.September, time.Monday, 1)) }},
	{"good friday", fromEaster(-2)},
	{"easter sunday", fromEaster(0)},
	{"easter monday", fromEaster(1)},
	{"easter", fromEaster(0)},
	{"thanksgiving", func(year int) Interval {
		return Day(nthWeekday(year, time.October, time.Monday, 2)).Hull(Day(nthWeekday(year, time.November, time.Thursday, 4)))
	}},
}

func fixed(m time.Month, day int) func(int) Interval {
	return func(year int) Interval { return Day(Date{year, m, day}) }
}

func fromEaster(n int) func(int) Interval {
	return func(year int) Interval { return Day(shift(easter(year), 0, n)) }
}

// holidayName reads a holiday's name and returns its index.
func (p *parser) holidayName(i int) (h, next int, ok bool) {
	if !p.at(i).capital && !p.whole {
		return 0, i, false
	}
	for h := range holidays {
		if next, ok := p.phrase(i, holidays[h].name); ok {
			return h, next, true
		}
	}
	return 0, i, false
}

// phrase reports whether the tokens from i on are the words of a phrase, which
// is in lower case with single spaces, and where it ends.
func (p *parser) phrase(i int, words string) (next int, ok bool) {
	for len(words) > 0 {
		w := words
		for n := range words {
			if words[n] == ' ' {
				w = words[:n]
				break
			}
		}
		words = words[min(len(words), len(w)+1):]
		t := p.at(i)
		if t.gap == broken && i > 0 && next > 0 {
			return 0, false
		}
		if w == "'" {
			if !p.isMark(i, '\'') {
				return 0, false
			}
		} else if t.kind != word || !foldsTo(p.words(i), w) {
			return 0, false
		}
		i++
		next = i
	}
	return next, true
}

// foldsTo reports whether the ASCII word w is lower in lower case.
func foldsTo(w, lower string) bool {
	if len(w) != len(lower) {
		return false
	}
	for i := 0; i < len(w); i++ {
		if w[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}
