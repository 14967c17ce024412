package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Values in the notation of TimeML's TIMEX3 (ISO-TimeML, ISO 24617-1): what the
// words say at their own precision, without the caution of the readings.

// presentRef is the value of what means the time of writing loosely.
const presentRef = "PRESENT_REF"

// valueOf returns the value of a match, empty where the words give none.
func (p *parser) valueOf(m *match) string {
	switch {
	case m.value != "":
		return m.value
	case m.flaw != "" || m.kind != KindDate:
		return ""
	case m.now && (len(m.readings) == 0 || !m.readings[0].IsDay() || m.loose):
		return presentRef
	case len(m.readings) == 0:
		return yearlessValue(m.parts)
	}
	return calendarValue(p.likeliest(m))
}

// likeliest returns the reading of a match that is nearest to the day of
// writing, or the one in the year that the paragraph tells day by day.
func (p *parser) likeliest(m *match) Interval {
	best := m.readings[0]
	if !m.relative || p.anchor.From.IsZero() {
		return best
	}
	distance := func(i Interval) int {
		if i.From.IsZero() {
			return 1 << 30
		}
		n := p.anchor.From.DaysUntil(i.From)
		return max(n, -n)
	}
	for _, r := range m.readings {
		if p.told.month > 0 && r.From.Year == p.told.year && r.To.Year == p.told.year && r != Year(r.From.Year) {
			return r
		}
		if distance(r) < distance(best) {
			best = r
		}
	}
	return best
}

// yearlessValue returns the value of a day or month without its year:
// "XXXX-05-17".
func yearlessValue(d parts) string {
	switch {
	case d.year > 0 || d.month == 0:
		return ""
	case d.day == 0:
		return fmt.Sprintf("XXXX-%02d", d.month)
	}
	return fmt.Sprintf("XXXX-%02d-%02d", d.month, d.day)
}

// calendarValue returns the value of a stretch of the calendar that has a name,
// else its two ends apart by a slash, ".." for an open one.
func calendarValue(i Interval) string {
	f, t := i.From, i.To
	switch {
	case i.IsZero():
		return ""
	case f.IsZero() || t.IsZero():
		return f.String() + "/" + t.String()
	case i.IsDay():
		return figures(f.Year, int(f.Month), f.Day)
	case f.Day == 1 && f.Month == t.Month && i == Month(f.Year, f.Month):
		return figures(f.Year, int(f.Month))
	case wholeYears(i):
		return yearsValue(f.Year, t.Year)
	}
	for n := range 4 {
		if i == share(Year(f.Year), n, 4) {
			return fmt.Sprintf("%04d-Q%d", f.Year, n+1)
		}
		if s := season(n); s != winter && i == ofSeason(s, f.Year) {
			return fmt.Sprintf("%04d-%s", f.Year, seasonCodes[s])
		}
	}
	switch {
	case i == share(Year(f.Year), 0, 2):
		return fmt.Sprintf("%04d-H1", f.Year)
	case i == share(Year(f.Year), 1, 2):
		return fmt.Sprintf("%04d-H2", f.Year)
	case i == winterFrom(f.Year) || i == ofSeason(winter, f.Year):
		return fmt.Sprintf("%04d-WI", f.Year)
	case f.Weekday() == time.Monday && t == shift(f, 0, 6):
		year, week := f.midnight().ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	case f.Weekday() == time.Saturday && t == shift(f, 0, 1):
		year, week := f.midnight().ISOWeek()
		return fmt.Sprintf("%04d-W%02d-WE", year, week)
	}
	return f.String() + "/" + t.String()
}

// figures returns a year, a month and a day with hyphens between them.
func figures(year int, rest ...int) string {
	var buffer [len("2025-01-15")]byte
	b := append(buffer[:0], byte('0'+year/1000), byte('0'+year/100%10), byte('0'+year/10%10), byte('0'+year%10))
	for _, n := range rest {
		b = append(b, '-', byte('0'+n/10), byte('0'+n%10))
	}
	return string(b)
}

// yearsValue returns the value of a run of whole years: a year, a decade by its
// first three figures, a century by its first two.
func yearsValue(from, to int) string {
	switch {
	case from == to:
		return figures(from)
	case from%10 == 0 && to == from+9:
		return fmt.Sprintf("%03d", from/10)
	case (from-1)%100 == 0 && to == from+99, from%100 == 0 && (to == from+100 || to == from+99), from == 1 && to == 100:
		return fmt.Sprintf("%02d", from/100)
	}
	return fmt.Sprintf("%04d/%04d", from, to)
}

var seasonCodes = [...]string{winter: "WI", spring: "SP", summer: "SU", autumn: "FA"}

// unitCodes are the letters of ISO 8601 durations; "T" begins those of the day.
var unitCodes = [...]string{
	seconds: "TxS", minutes: "TxM", hours: "TxH", days: "xD", weekends: "xWE", weeks: "xW", fortnights: "xW",
	months: "xM", quarters: "xQ", years: "xY", decades: "xDE", centuries: "xCE", millennia: "xML",
}

// durationValue returns the value of an amount of time: "P3Y", "PT12H", "P2.5Y"
// where half is added, and with an "X" where the words are vague: "PXD".
func durationValue(low, high int, half bool, u unit) string {
	if u == fortnights {
		low, high = 2*low, 2*high
	}
	count := "X"
	if low == high {
		if count = strconv.Itoa(low); half {
			count += ".5"
		}
	}
	return "P" + strings.Replace(unitCodes[u], "x", count, 1)
}

// weekdayValue returns the value of a day of any week: "XXXX-WXX-2" is Tuesday.
func weekdayValue(w time.Weekday) string {
	return fmt.Sprintf("XXXX-WXX-%d", (int(w)+6)%7+1)
}

// rangeValue returns the value of a range of two values.
func rangeValue(a, b string) string {
	if a == "" || b == "" || strings.Contains(a, "/") || strings.Contains(b, "/") {
		return ""
	}
	return a + "/" + b
}

// InTimex reads a TIMEX3 value that names a stretch of the calendar: a day with
// or without a time of day, a month, quarter, half, season, week, weekend, year,
// decade ("199"), century ("18") or a range of two. A winter is called by the
// year it begins in. It reports false for durations, repeated and relative values.
func InTimex(value string) (Interval, bool) {
	if a, b, ok := strings.Cut(value, "/"); ok {
		from, one := inTimex(a)
		to, two := inTimex(b)
		if (one || a == "..") && (two || b == "..") && (one || two) && !to.Before(from) {
			return Interval{from.From, to.To}, true
		}
		return Interval{}, false
	}
	return inTimex(value)
}

func inTimex(value string) (Interval, bool) {
	value, _, _ = strings.Cut(value, "T")
	head, rest, _ := strings.Cut(value, "-")
	year, err := strconv.Atoi(head)
	if err != nil || year < 0 || head[0] == '+' {
		return Interval{}, false
	}
	switch {
	case len(head) == 2 && rest == "":
		return Years(max(100*year, 1), 100*year+99), true
	case len(head) == 3 && rest == "":
		return Years(max(10*year, 1), 10*year+9), true
	case len(head) != 4 || year < 1:
		return Interval{}, false
	case rest == "":
		return Year(year), len(value) == 4
	}
	return inYearTimex(year, rest)
}

// inYearTimex reads what stands behind the year of a value.
func inYearTimex(year int, rest string) (Interval, bool) {
	digit := func(i int) int { return int(rest[i]) - '0' }
	if strings.HasPrefix(rest, "W") && len(rest) >= 3 && (len(rest) == 3 || rest[3:] == "-WE") {
		week, err := strconv.Atoi(rest[1:3])
		// 4 January is always in the first ISO week.
		monday := shift(containing(Date{year, time.January, 4}, weeks, 0).From, 0, 7*(week-1))
		if len(rest) > 3 {
			return Interval{shift(monday, 0, 5), shift(monday, 0, 6)}, err == nil && 1 <= week && week <= 53
		}
		return Interval{monday, shift(monday, 0, 6)}, err == nil && 1 <= week && week <= 53
	}
	switch {
	case len(rest) == 2 && rest[0] == 'Q' && '1' <= rest[1] && rest[1] <= '4':
		return share(Year(year), digit(1)-1, 4), true
	case len(rest) == 2 && rest[0] == 'H' && '1' <= rest[1] && rest[1] <= '2':
		return share(Year(year), digit(1)-1, 2), true
	}
	for s, code := range seasonCodes {
		if rest == code {
			if season(s) == winter {
				return winterFrom(year), true
			}
			return ofSeason(season(s), year), true
		}
	}
	if strings.Trim(rest, "0123456789-") != "" || len(rest) != 2 && (len(rest) != 5 || rest[2] != '-') {
		return Interval{}, false
	}
	month, err := strconv.Atoi(rest[:2])
	if err != nil || month < 1 || month > 12 {
		return Interval{}, false
	}
	if len(rest) == 2 {
		return Month(year, monthOf(month)), true
	}
	day, err := strconv.Atoi(rest[3:])
	d, ok := NewDate(year, monthOf(month), day)
	return Day(d), ok && err == nil
}
