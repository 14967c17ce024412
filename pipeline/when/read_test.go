package when

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestReadBelievesWhatStandsAlone(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"2021", "2021 = 2021-01-01..2021-12-31"},
		{"(2021)", "2021 = 2021-01-01..2021-12-31"},
		{"2021a", "2021a = 2021-01-01..2021-12-31"},
		{" 15 Jan. 2025]. ", "15 Jan. 2025 = 2025-01-15"},
		{"in May", "May = 2024-05-01..2024-05-31 or 2025-05-01..2025-05-31"},
		{"on 20250115", "20250115 = 2025-01-15"},
		{"2005-06", "2005-06 = 2005-06-01..2005-06-30 or 2005-01-01..2006-12-31"},
		{"2019-12", "2019-12 = 2019-12-01..2019-12-31"},
		{"03/04/25", "03/04/25 = 2025-03-04 or 2025-04-03"},
		{"Tue, 15 Jan 2025 10:00:00 GMT", "Tue, 15 Jan 2025 = 2025-01-15"},
		{"January 15, 2025 at 5:30 p.m. ET", "January 15, 2025 = 2025-01-15"},
		{"as of mid-2025", "as of mid-2025 = as of 2025-05-01..2025-08-31"},
		{"Spring 2021", "Spring 2021 = 2021-03-01..2021-05-31"},
		{"30/13/2024", "30/13/2024 = flaw: there is no month 13"},
		{"three years", "three years = duration"},
	} {
		e, ok := Read(c.words, anchorDay)
		if got := say(c.words, e); !ok || got != c.want {
			t.Errorf("Read(%q): %v, %s; want %s", c.words, ok, got, c.want)
		}
	}
}

func TestReadRefusesWhatIsMoreThanATime(t *testing.T) {
	for _, words := range []string{"", "()", "n.d.", "2021 and more", "the 2022 World Cup", "Accessed 15 Jan. 2025", "2021, 2022", "10, Jan. 2020", "v2.0", "$2025", "1.5.2"} {
		if e, ok := Read(words, anchorDay); ok {
			t.Errorf("Read(%q) = %s, want nothing", words, say(words, e))
		}
	}
}

func TestParseIsTheHullOfAllReadings(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"03/04/2025", "2025-03-04..2025-04-03"},
		{"mid-2025", "2025-05-01..2025-08-31"},
		{"since 2018", "2018-01-01.."},
	} {
		if got, ok := Parse(c.words, Interval{}); !ok || got.String() != c.want {
			t.Errorf("Parse(%q) = %v, %v; want %s", c.words, got, ok, c.want)
		}
	}
	for _, words := range []string{"31 February 2024", "last week", "three years", "44 BC", "often"} {
		if got, ok := Parse(words, Interval{}); ok {
			t.Errorf("Parse(%q) = %v, want none", words, got)
		}
	}
}

// layouts are ways to write a day that have one reading.
var layouts = []string{
	"2006-01-02", "2006/01/02", "20060102", "02.01.2006", "2.1.2006", "2 January 2006", "02 January, 2006", "2 Jan. 2006",
	"2 Jan 2006", "02-Jan-2006", "January 2, 2006", "January 02 2006", "Jan. 2, 2006", "Jan 2 2006",
	"Monday, 2 January 2006", "Mon, 02 Jan 2006", "Monday, January 2, 2006", "2006, January 2", "2006 Jan 2",
	time.RFC3339, time.RFC1123, time.RFC1123Z, "2006-01-02 15:04:05",
}

func TestParseReadsBackWhatWasFormatted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDate(t, "d")
		d.Year = rapid.IntRange(1000, 2199).Draw(t, "year")
		d.Day = min(d.Day, daysIn(d.Year, d.Month))
		layout := rapid.SampledFrom(layouts).Draw(t, "layout")
		words := strings.Replace(d.midnight().Format(layout), "May.", "May", 1) // which is not an abbreviation
		if got, ok := Parse(words, Interval{}); !ok || got != Day(d) {
			t.Fatalf("Parse(%q) = %v, %v; want %v", words, got, ok, d)
		}
		text := "It was told (" + words + ") then."
		if e := Find(text, Interval{}); layout != "20060102" && (len(e) != 1 || len(e[0].Readings) != 1 || e[0].Readings[0] != Day(d)) {
			t.Fatalf("Find(%q) = %v, want %v", text, e, d)
		}
	})
}

func TestParseReadsBackMonthsQuartersAndYears(t *testing.T) {
	for year := 1990; year < 2030; year++ {
		for m := time.January; m <= time.December; m++ {
			for _, words := range []string{fmt.Sprintf("%v %d", m, year), fmt.Sprintf("%.3s. %d", m, year), fmt.Sprintf("in %v, %d", m, year)} {
				if got, ok := Parse(words, Interval{}); !ok || got != Month(year, m) {
					t.Errorf("Parse(%q) = %v, %v", words, got, ok)
				}
			}
		}
		for q := 1; q <= 4; q++ {
			words := fmt.Sprintf("Q%d %d", q, year)
			if got, ok := Parse(words, Interval{}); !ok || got != share(Year(year), q-1, 4) {
				t.Errorf("Parse(%q) = %v, %v", words, got, ok)
			}
		}
		if got, ok := Parse(fmt.Sprint(year), Interval{}); !ok || got != Year(year) {
			t.Errorf("Parse(%d) = %v, %v", year, got, ok)
		}
	}
}
