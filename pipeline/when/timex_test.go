package when

import (
	"testing"
	"testing/quick"
	"time"
)

// valuesOf puts the values of a text's expressions on one line.
func valuesOf(text string, anchor Interval) string {
	all := ""
	for n, e := range Find(text, anchor) {
		if n > 0 {
			all += " "
		}
		if e.Value == "" {
			e.Value = "-"
		}
		all += e.Value
	}
	return all
}

// valued is a text with the TIMEX3 values of its expressions, "-" for none.
type valued struct{ text, want string }

func checkValues(t *testing.T, cases []valued) {
	t.Helper()
	for _, c := range cases {
		if got := valuesOf(c.text, anchorDay); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestValuesOfDatesHaveTheirPrecision(t *testing.T) {
	checkValues(t, []valued{
		{"on 15 January 2025", "2025-01-15"},
		{"in May 2025", "2025-05"},
		{"in 2021", "2021"},
		{"the third quarter of 2024", "2024-Q3"},
		{"H2 2022", "2022-H2"},
		{"in spring 2023", "2023-SP"},
		{"the winter of 2023–24", "2023-WI"},
		{"in the 1990s", "199"},
		{"the 19th century", "18"},
		{"fiscal year 2024", "FY2024"},
		{"the last week of March 2024", "2024-W13"},
		{"on 31 February 2024", "-"},
		{"killed in 44 BC", "-"},
	})
}

func TestValuesLeavePartsAndRelationsOut(t *testing.T) {
	checkValues(t, []valued{
		{"in mid-2025", "2025"},
		{"by the end of 2024", "2024"},
		{"the early 1990s", "199"},
		{"circa 1850", "1850"},
		{"since 2018", "2018"},
		{"until May 2020", "2020-05"},
		{"from 2019 to 2021", "2019/2021"},
		{"March 5 to April 2, 2024", "2024-03-05/2024-04-02"},
		{"2019–present", "2019"},
	})
}

func TestValuesOfTimesThatHangOnTheDayOfWriting(t *testing.T) {
	checkValues(t, []valued{
		{"it is now so", "PRESENT_REF"},
		{"said today", "2025-01-15"},
		{"last week", "2025-W02"},
		{"next month", "2025-02"},
		{"earlier this year", "2025"},
		{"three days ago", "2025-01-12"},
		{"two years ago", "2023"},
		{"a few weeks ago", "PAST_REF"},
		{"on Tuesday", "2025-01-14"},
		{"last Tuesday", "2025-01-14"},
		{"Monday through Friday", "-"},
		{"in February", "2025-02"},
		{"in December", "2024-12"},
	})
	if got := valuesOf("on 6 August, in May, on Tuesday, now", Interval{}); got != "XXXX-08-06 XXXX-05 XXXX-WXX-2 PRESENT_REF" {
		t.Errorf("without the day of writing: %s", got)
	}
}

func TestValuesOfAmountsAndRepeatedTimes(t *testing.T) {
	checkValues(t, []valued{
		{"for three years", "P3Y"},
		{"two and a half years", "P2.5Y"},
		{"a year and a half", "P1.5Y"},
		{"several months", "PXM"},
		{"a six-month pause", "P6M"},
		{"48 hours", "PT48H"},
		{"two decades", "P2DE"},
		{"a fortnight", "P2W"},
		{"every Tuesday", "XXXX-WXX-2"},
		{"on Saturday mornings", "XXXX-WXX-6"},
		{"every two years", "P2Y"},
		{"every other week", "P2W"},
		{"each year", "P1Y"},
		{"annually", "P1Y"},
		{"quarterly", "P1Q"},
		{"in the winter", "XXXX-WI"},
		{"hot summers", "XXXX-SU"},
	})
}

func TestInTimex(t *testing.T) {
	for value, want := range map[string]string{
		"2025-01-15": "2025-01-15", "2025-01-15T10:30": "2025-01-15", "2025-05": "2025-05-01..2025-05-31", "2025": "2025-01-01..2025-12-31",
		"199": "1990-01-01..1999-12-31", "18": "1800-01-01..1899-12-31", "2024-Q3": "2024-07-01..2024-09-30", "2022-H2": "2022-07-01..2022-12-31",
		"2023-SU": "2023-06-01..2023-08-31", "2023-WI": "2023-12-01..2024-02-29", "2025-W01": "2024-12-30..2025-01-05", "2015-W39-WE": "2015-09-26..2015-09-27",
		"2019/2021": "2019-01-01..2021-12-31", "2019/..": "2019-01-01..", "../2021-05": "..2021-05-31",
	} {
		if got, ok := InTimex(value); !ok || got.String() != want {
			t.Errorf("InTimex(%q) = %v, %v; want %s", value, got, ok, want)
		}
	}
	for _, value := range []string{
		"", "P3Y", "XXXX-05", "XXXX-WXX-2", "PRESENT_REF", "2025-13", "2025-W54", "2025-W0", "2025-Q5", "+2025", "-044", "2021/2019", "../..", "0000", "2025-", "2025-X", "2025-1", "2025-02-30",
	} {
		if got, ok := InTimex(value); ok {
			t.Errorf("InTimex(%q) = %v, want none", value, got)
		}
	}
}

func TestInTimexReadsBackCalendarValues(t *testing.T) {
	if err := quick.Check(func(day uint32) bool {
		d := Date{1600, time.January, 1}.AddDays(int(day % 200_000))
		for _, i := range []Interval{
			Day(d), Month(d.Year, d.Month), Year(d.Year), containing(d, weeks, 0), containing(d, weekends, 0),
			containing(d, quarters, 0), containing(d, decades, 0), ofSeason(summer, d.Year), winterFrom(d.Year), {d, shift(d, 0, 40)},
		} {
			if got, ok := InTimex(calendarValue(i)); !ok || got != i {
				t.Logf("%v has the value %s, read as %v, %v", i, calendarValue(i), got, ok)
				return false
			}
		}
		return true
	}, nil); err != nil {
		t.Error(err)
	}
}

func FuzzInTimex(f *testing.F) {
	for _, value := range []string{"2025-01-15T10:30", "2024-W53-WE", "18", "199", "2019/..", "2024-Q3", "2023-WI", "2025-W0é", "/", "T", "-", "9999-12-31", "0001-WI"} {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		i, ok := InTimex(value)
		if ok && (i.IsZero() || !i.From.IsZero() && !i.To.IsZero() && i.To.Before(i.From)) {
			t.Errorf("InTimex(%q) = %v", value, i)
		}
	})
}
