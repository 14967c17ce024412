package when

import "time"

// Parts of the calendar that have a name, as intervals. Where usage differs,
// the interval holds every use.

// third returns the first, middle or last third of i: "early", "mid" and
// "late". Of a year they are four months each, of a month ten days (the last
// third taking the rest), of a decade four years and of a century 34 or 35 with
// the ends shared, of anything else thirds of its days.
func third(i Interval, p part) Interval {
	if i.From.IsZero() || i.To.IsZero() {
		return i
	}
	f := i.From
	switch {
	case i == Year(f.Year):
		first := time.Month(1 + 4*int(p))
		return Interval{Date{f.Year, first, 1}, Month(f.Year, first+3).To}
	case i == Month(f.Year, f.Month):
		last := [...]int{10, 20, i.To.Day}[p]
		return Interval{Date{f.Year, f.Month, 1 + 10*int(p)}, Date{f.Year, f.Month, last}}
	case i == Years(f.Year, f.Year+9):
		first := f.Year + [...]int{0, 3, 6}[p]
		return Years(first, first+3)
	case wholeYears(i) && i.To.Year-f.Year >= 30:
		n := i.To.Year - f.Year
		return Years(f.Year+n*int(p)/3, f.Year+(n*(int(p)+1)+2)/3)
	}
	n := f.DaysUntil(i.To) + 1
	from, to := n*int(p)/3, max(n*int(p)/3, n*(int(p)+1)/3-1)
	return Interval{f.AddDays(from), f.AddDays(to)}
}

// wholeYears reports whether i begins and ends with a year.
func wholeYears(i Interval) bool {
	return i.From.Month == time.January && i.From.Day == 1 && i.To.Month == time.December && i.To.Day == 31
}

// share returns the k-th (from 0) of n equal shares of i: halves and quarters.
// Shares of a year are of whole months.
func share(i Interval, k, n int) Interval {
	if i.From.IsZero() || i.To.IsZero() {
		return i
	}
	f := i.From
	switch {
	case i == Year(f.Year) && 12%n == 0:
		first := time.Month(1 + 12/n*k)
		return Interval{Date{f.Year, first, 1}, Month(f.Year, first+time.Month(12/n-1)).To}
	case i == Month(f.Year, f.Month) && n == 2:
		return [...]Interval{{i.From, Date{f.Year, f.Month, 15}}, {Date{f.Year, f.Month, 15}, i.To}}[k]
	case wholeYears(i) && i.To.Year-f.Year >= n:
		years := i.To.Year - f.Year + 1
		if years%n == 0 {
			return Years(f.Year+years/n*k, f.Year+years/n*(k+1)-1)
		}
		return Years(f.Year+(years-1)*k/n, f.Year+((years-1)*(k+1)+n-1)/n)
	}
	days := f.DaysUntil(i.To) + 1
	return Interval{f.AddDays(days * k / n), f.AddDays(max(days*k/n, days*(k+1)/n-1))}
}

// ofSeason returns a season of the northern hemisphere, as meteorologists count
// it: spring March to May, summer June to August, autumn September to November.
// A winter without a second year ("winter 2023") may be the one that begins in
// the year or the one that ends in it: January 2023 to February 2024.
func ofSeason(s season, year int) Interval {
	if s == winter {
		return Interval{Date{year, time.January, 1}, endOfFebruary(min(year+1, maxYear))}
	}
	first := time.Month(3 * int(s))
	return Interval{Date{year, first, 1}, Month(year, first+2).To}
}

// winterFrom returns the winter that begins in year.
func winterFrom(year int) Interval {
	return Interval{Date{year, time.December, 1}, endOfFebruary(min(year+1, maxYear))}
}

func endOfFebruary(year int) Date { return Month(year, time.February).To }

// fiscal returns the fiscal year that is called by a calendar year. Countries
// and companies differ: those that name it by its last year begin as early as
// February of the year before, those that name it by its first end as late as
// March of the year after.
func fiscal(year int) Interval {
	return Interval{Date{max(year-1, 1), time.February, 1}, Date{min(year+1, maxYear), time.March, 31}}
}

// century returns the n-th century: the nineteenth is 1801 to 1900 as the
// calendar counts and 1800 to 1899 to many writers, so 1800 to 1900.
func century(n int) Interval { return Years(max(100*n-100, 1), 100*n) }

const maxYear = 9999

// widen returns i with n days more on both sides.
func widen(i Interval, n int) Interval {
	return Interval{shift(i.From, 0, -n), shift(i.To, 0, n)}
}

// roughly returns what "circa" makes of i: five years more on both sides of a
// year or anything longer, a month of a month, three days of a day.
func roughly(i Interval) Interval {
	if i.From.IsZero() || i.To.IsZero() {
		return i
	}
	switch n := i.From.DaysUntil(i.To); {
	case n < 27:
		return widen(i, 3)
	case n < 364:
		return widen(i, 31)
	}
	return Interval{shift(i.From, -60, 0), shift(i.To, 60, 0)}
}

// shift returns d moved by months, then by days, held to the calendar's ends
// and to the month's length. The zero Date stays.
func shift(d Date, months, days int) Date {
	if d.IsZero() {
		return d
	}
	if months != 0 {
		n := d.Year*12 + int(d.Month) - 1 + months
		if n < 12 {
			return Date{1, time.January, 1}
		}
		if n > maxYear*12+11 {
			return Date{maxYear, time.December, 31}
		}
		d.Year, d.Month = n/12, time.Month(n%12+1)
		d.Day = min(d.Day, daysIn(d.Year, d.Month))
	}
	if days != 0 {
		d = d.AddDays(days)
		if d.Year < 1 {
			return Date{1, time.January, 1}
		}
		if d.Year > maxYear {
			return Date{maxYear, time.December, 31}
		}
	}
	return d
}

// easter returns Easter Sunday of a year by the Gregorian computus (Meeus,
// Astronomical Algorithms, ch. 8: the algorithm published in Nature, 1876).
func easter(year int) Date {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (b - (b+8)/25 + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Date{year, time.Month(n / 31), n%31 + 1}
}

// nthWeekday returns the n-th (from 1) weekday of a month.
func nthWeekday(year int, m time.Month, w time.Weekday, n int) Date {
	first := Date{year, m, 1}
	return first.AddDays((int(w-first.Weekday())+7)%7 + 7*(n-1))
}
