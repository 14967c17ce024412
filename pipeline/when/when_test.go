package when

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func drawDate(t *rapid.T, label string) Date {
	y := rapid.IntRange(1, 9999).Draw(t, label+" year")
	m := time.Month(rapid.IntRange(1, 12).Draw(t, label+" month"))
	return Date{y, m, rapid.IntRange(1, daysIn(y, m)).Draw(t, label+" day")}
}

// drawInterval draws an interval whose sides may be open; narrow years make
// intervals meet often enough to be of use.
func drawInterval(t *rapid.T, label string) Interval {
	side := func(name string) Date {
		if rapid.Bool().Draw(t, label+name+" open") {
			return Date{}
		}
		return Date{rapid.IntRange(2000, 2003).Draw(t, label+name+" year"), time.Month(rapid.IntRange(1, 12).Draw(t, label+name+" month")), rapid.IntRange(1, 28).Draw(t, label+name+" day")}
	}
	from, to := side(" from"), side(" to")
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		from, to = to, from
	}
	return Interval{from, to}
}

func TestOfTwoIntervalsOneIsBeforeOrTheyOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, j := drawInterval(t, "i"), drawInterval(t, "j")
		holds := 0
		for _, b := range []bool{i.Before(j), j.Before(i), i.Overlaps(j)} {
			if b {
				holds++
			}
		}
		if holds != 1 {
			t.Fatalf("%v and %v: %d of before, after and overlapping hold", i, j, holds)
		}
	})
}

func TestIntersectionIsWhatBothContain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, j := drawInterval(t, "i"), drawInterval(t, "j")
		both, ok := i.Intersect(j)
		if ok != i.Overlaps(j) {
			t.Fatalf("%v and %v: an intersection %v, overlapping %v", i, j, ok, i.Overlaps(j))
		}
		if ok && (!i.Contains(both) || !j.Contains(both)) {
			t.Fatalf("%v and %v do not both contain %v", i, j, both)
		}
		if other, _ := j.Intersect(i); other != both {
			t.Fatalf("%v with %v is %v one way and %v the other", i, j, both, other)
		}
		if i.Contains(j) && both != j {
			t.Fatalf("%v contains %v but shares %v with it", i, j, both)
		}
	})
}

func TestHullContainsBothAndNothingLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, j := drawInterval(t, "i"), drawInterval(t, "j")
		hull := i.Hull(j)
		if !hull.Contains(i) || !hull.Contains(j) {
			t.Fatalf("%v does not contain both %v and %v", hull, i, j)
		}
		if hull != j.Hull(i) || i.Hull(i) != i {
			t.Fatalf("the hull of %v and %v depends on their order", i, j)
		}
		if hull.From != i.From && hull.From != j.From || hull.To != i.To && hull.To != j.To {
			t.Fatalf("%v has a side that neither %v nor %v has", hull, i, j)
		}
		if i.Contains(j) && hull != i {
			t.Fatalf("%v contains %v, yet their hull is %v", i, j, hull)
		}
	})
}

func TestAddDaysUndoesDaysUntil(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, e := drawDate(t, "d"), drawDate(t, "e")
		if got := d.AddDays(d.DaysUntil(e)); got != e {
			t.Fatalf("%v and %d days is %v, want %v", d, d.DaysUntil(e), got, e)
		}
		if d.DaysUntil(e) != -e.DaysUntil(d) {
			t.Fatalf("%v to %v is not as far as back", d, e)
		}
		if d.Before(e) != (d.DaysUntil(e) > 0) {
			t.Fatalf("%v before %v: %v, but %d days until it", d, e, d.Before(e), d.DaysUntil(e))
		}
	})
}

func TestNewDateKnowsTheLengthOfMonths(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             bool
	}{
		{2024, 2, 29, true}, {2023, 2, 29, false}, {1900, 2, 29, false}, {2000, 2, 29, true},
		{2024, 4, 31, false}, {2024, 13, 1, false}, {2024, 0, 1, false}, {2024, 1, 0, false},
		{0, 1, 1, false}, {1, 1, 1, true}, {9999, 12, 31, true}, {10000, 1, 1, false},
	} {
		if d, ok := NewDate(c.year, time.Month(c.month), c.day); ok != c.want {
			t.Errorf("NewDate(%d, %d, %d) = %v, %v; want %v", c.year, c.month, c.day, d, ok, c.want)
		}
	}
}

func TestPartsOfTheCalendar(t *testing.T) {
	for _, c := range []struct {
		name string
		got  Interval
		want string
	}{
		{"early in a year", third(Year(2025), early), "2025-01-01..2025-04-30"},
		{"the middle of a year", third(Year(2025), mid), "2025-05-01..2025-08-31"},
		{"late in a year", third(Year(2025), late), "2025-09-01..2025-12-31"},
		{"late in a short month", third(Month(2023, 2), late), "2023-02-21..2023-02-28"},
		{"the middle of a decade", third(Years(1990, 1999), mid), "1993-01-01..1996-12-31"},
		{"early in a century", third(century(20), early), "1900-01-01..1934-12-31"},
		{"late in a century", third(century(20), late), "1966-01-01..2000-12-31"},
		{"a day has no parts", third(Day(Date{2025, 1, 15}), late), "2025-01-15"},
		{"the third quarter", share(Year(2024), 2, 4), "2024-07-01..2024-09-30"},
		{"the second half of a decade", share(Years(1990, 1999), 1, 2), "1995-01-01..1999-12-31"},
		{"the second half of a month", share(Month(2024, 3), 1, 2), "2024-03-15..2024-03-31"},
		{"a northern autumn", ofSeason(autumn, 2023), "2023-09-01..2023-11-30"},
		{"either winter", ofSeason(winter, 2023), "2023-01-01..2024-02-29"},
		{"any fiscal year", fiscal(2024), "2023-02-01..2025-03-31"},
		{"the first century has no year 0", century(1), "0001-01-01..0100-12-31"},
		{"Easter 1961", Day(easter(1961)), "1961-04-02"},
		{"Easter 2024", Day(easter(2024)), "2024-03-31"},
		{"Easter 2038, the latest there is", Day(easter(2038)), "2038-04-25"},
		{"a month after the 31st", Day(shift(Date{2023, 1, 31}, 1, 0)), "2023-02-28"},
		{"before the calendar", Day(shift(Date{1, 1, 1}, 0, -1)), "0001-01-01"},
		{"after the calendar", Day(shift(Date{9999, 12, 1}, 1, 0)), "9999-12-31"},
	} {
		if c.got.String() != c.want {
			t.Errorf("%s: %v, want %s", c.name, c.got, c.want)
		}
	}
}
