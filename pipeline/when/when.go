// Package when is citevet's calendar: days, intervals of days, and the reading
// of both out of words.
//
// Everything citevet says about time is said with an [Interval]. A date that is
// written less exactly than to the day stays an interval of all the days it
// allows ("2021" is 2021-01-01..2021-12-31), so precision is never invented and
// a comparison that would need it comes out false on both sides.
package when

import (
	"cmp"
	"fmt"
	"time"
)

// Date is one day of the proleptic Gregorian calendar. The zero Date is no day;
// as a side of an [Interval] it means that the side is open.
type Date struct {
	Year  int        // 1 to 9999
	Month time.Month // 1 to 12
	Day   int        // 1 to the month's length
}

// Interval is a closed run of days; a zero side is open. The zero Interval is
// open on both sides and therefore says nothing.
type Interval struct{ From, To Date }

// DayOf returns the day that t falls on in t's own location.
func DayOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// NewDate returns the day y-m-d and reports whether the calendar has it: month
// 13 or 31 February have no Date.
func NewDate(y int, m time.Month, d int) (Date, bool) {
	if y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return Date{}, false
	}
	return Date{y, m, d}, true
}

// daysIn returns the length of a month; month 0 is the December before, month
// 13 the January after.
func daysIn(y int, m time.Month) int {
	if m == time.February && (y%4 != 0 || y%100 == 0 && y%400 != 0) {
		return 28
	}
	return [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[(m+11)%12]
}

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders days; the zero Date comes first.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// AddDays returns the day n days after d, before it for negative n.
func (d Date) AddDays(n int) Date { return DayOf(d.midnight().AddDate(0, 0, n)) }

// DaysUntil returns how many days after d the day e comes, negative where e
// comes first. Both must be days.
func (d Date) DaysUntil(e Date) int {
	const day = 24 * 60 * 60 // seconds; a time.Duration ends after 292 years
	return int((e.midnight().Unix() - d.midnight().Unix()) / day)
}

// Weekday returns the day of the week that d falls on.
func (d Date) Weekday() time.Weekday { return d.midnight().Weekday() }

func (d Date) midnight() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// String returns the day as YYYY-MM-DD, the zero Date as "..".
func (d Date) String() string {
	if d.IsZero() {
		return ".."
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Day returns the interval of the one day d.
func Day(d Date) Interval { return Interval{d, d} }

// Month returns the interval of all days of a month.
func Month(y int, m time.Month) Interval {
	return Interval{Date{y, m, 1}, Date{y, m, daysIn(y, m)}}
}

// Year returns the interval of all days of a year.
func Year(y int) Interval { return Years(y, y) }

// Years returns the interval from the first day of one year to the last day of
// another.
func Years(from, to int) Interval {
	return Interval{Date{from, time.January, 1}, Date{to, time.December, 31}}
}

// IsZero reports whether i says nothing: both its sides are open.
func (i Interval) IsZero() bool { return i == Interval{} }

// IsDay reports whether i is a single day.
func (i Interval) IsDay() bool { return !i.From.IsZero() && i.From == i.To }

// Before reports whether i is surely over when j begins. An open end of i, or
// an open beginning of j, makes it false.
func (i Interval) Before(j Interval) bool {
	return !i.To.IsZero() && !j.From.IsZero() && i.To.Before(j.From)
}

// Overlaps reports whether i and j share a day; open sides reach as far as
// asked. Of any two intervals exactly one of i.Before(j), j.Before(i) and
// i.Overlaps(j) holds.
func (i Interval) Overlaps(j Interval) bool { return !i.Before(j) && !j.Before(i) }

// Contains reports whether every day of j is a day of i.
func (i Interval) Contains(j Interval) bool {
	from := i.From.IsZero() || !j.From.IsZero() && !j.From.Before(i.From)
	to := i.To.IsZero() || !j.To.IsZero() && !i.To.Before(j.To)
	return from && to
}

// Intersect returns the days that i and j share, and whether there are any.
func (i Interval) Intersect(j Interval) (Interval, bool) {
	if !i.Overlaps(j) {
		return Interval{}, false
	}
	both := i
	if i.From.IsZero() || !j.From.IsZero() && i.From.Before(j.From) {
		both.From = j.From
	}
	if i.To.IsZero() || !j.To.IsZero() && j.To.Before(i.To) {
		both.To = j.To
	}
	return both, true
}

// Hull returns the smallest interval that contains both i and j.
func (i Interval) Hull(j Interval) Interval {
	hull := i
	if i.From.IsZero() || j.From.IsZero() || j.From.Before(i.From) {
		hull.From = j.From
	}
	if i.From.IsZero() {
		hull.From = Date{}
	}
	if i.To.IsZero() || j.To.IsZero() || i.To.Before(j.To) {
		hull.To = j.To
	}
	if i.To.IsZero() {
		hull.To = Date{}
	}
	return hull
}

// String returns "2025-01-15" for a day, "2025-05-01..2025-08-31" for a longer
// run, with ".." alone on an open side.
func (i Interval) String() string {
	switch {
	case i.IsZero():
		return "unknown"
	case i.IsDay():
		return i.From.String()
	case i.From.IsZero():
		return ".." + i.To.String()
	case i.To.IsZero():
		return i.From.String() + ".."
	}
	return i.From.String() + ".." + i.To.String()
}
