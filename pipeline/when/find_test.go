package when

import (
	"strings"
	"testing"
)

// anchorDay is the day of writing in the tests, a Wednesday.
var anchorDay = Day(Date{2025, 1, 15})

// say puts an expression on one line: its words, its kind or its relation and
// readings, and its flaw.
func say(text string, e Expression) string {
	s := text[e.Start:e.End] + " ="
	if e.Kind != KindDate {
		return s + " " + string(e.Kind)
	}
	if e.Relation != In {
		s += " " + string(e.Relation)
	}
	for n, r := range e.Readings {
		if n > 0 {
			s += " or"
		}
		s += " " + r.String()
	}
	if e.Flaw != "" {
		s += " flaw: " + e.Flaw
	} else if len(e.Readings) == 0 {
		s += " unknown"
	}
	return s
}

func sayAll(text string, anchor Interval) string {
	var all []string
	for _, e := range Find(text, anchor) {
		all = append(all, say(text, e))
	}
	return strings.Join(all, "; ")
}

// found is a text and what [Find] makes of it, as sayAll puts it.
type found struct{ text, want string }

func checkFound(t *testing.T, anchor Interval, cases []found) {
	t.Helper()
	for _, c := range cases {
		if got := sayAll(c.text, anchor); got != c.want {
			t.Errorf("%q, written %v:\n got %s\nwant %s", c.text, anchor, got, c.want)
		}
	}
}

func TestFindDays(t *testing.T) {
	checkFound(t, Interval{}, []found{
		{"Accessed 15 Jan. 2025.", "15 Jan. 2025 = 2025-01-15"},
		{"on the 15th of January 2025", "the 15th of January 2025 = 2025-01-15"},
		{"on January 15, 2025, it", "January 15, 2025 = 2025-01-15"},
		{"(Sept. 3, 2021)", "Sept. 3, 2021 = 2021-09-03"},
		{"on 15\u00a0january 2025", "15\u00a0january 2025 = 2025-01-15"},
		{"at 2025-01-15T10:30:00+02:00.", "2025-01-15T10:30:00+02:00 = 2025-01-15"},
		{"on 2025\u201101\u201115", "2025\u201101\u201115 = 2025-01-15"},
		{"dated 15-Jan-2025", "15-Jan-2025 = 2025-01-15"},
		{"am 15.01.2025", "15.01.2025 = 2025-01-15"},
		{"on 15/01/2025", "15/01/2025 = 2025-01-15"},
		{"on 03/04/2025", "03/04/2025 = 2025-03-04 or 2025-04-03"},
		{"on 03/03/2025", "03/03/2025 = 2025-03-03"},
		{"Smith, J. (2021, January 15).", "2021, January 15 = 2021-01-15"},
		{"the Fourth of July, 1976", "the Fourth of July, 1976 = 1976-07-04"},
		{"the first Monday of May 2024", "the first Monday of May 2024 = 2024-05-06"},
		{"on New Year's Day 2021", "New Year's Day 2021 = 2021-01-01"},
		{"at Easter 2024", "Easter 2024 = 2024-03-31"},
		{"on Labor Day 2020 and Memorial Day 2021", "Labor Day 2020 = 2020-09-07; Memorial Day 2021 = 2021-05-31"},
		{"on Memorial Day weekend 2021", "Memorial Day weekend 2021 = 2021-05-25..2021-06-06"},
		{"by Thanksgiving 2023", "by Thanksgiving 2023 = by 2023-10-09..2023-11-23"},
	})
}

func TestFindMonthsAndYears(t *testing.T) {
	checkFound(t, Interval{}, []found{
		{"in January 2025", "January 2025 = 2025-01-01..2025-01-31"},
		{"in may 2020", "may 2020 = 2020-05-01..2020-05-31"},
		{"in March of 2019", "March of 2019 = 2019-03-01..2019-03-31"},
		{"The crisis of 2021 and 2022", "2021 = 2021-01-01..2021-12-31; 2022 = 2022-01-01..2022-12-31"},
		{"in March and April 2024", "March = 2024-03-01..2024-03-31; April 2024 = 2024-04-01..2024-04-30"},
		{"Khabar TV, (2025).", "2025 = 2025-01-01..2025-12-31"},
		{"at the end of the 2014 season", "2014 = 2014-01-01..2014-12-31"},
		{"the 2022 World Cup", "2022 = 2022-01-01..2022-12-31"},
		{"the 2011 elections", "2011 = 2011-01-01..2011-12-31"},
		{"In 1941 more men than women", "1941 = 1941-01-01..1941-12-31"},
		{"in 2012 women could vote", "2012 = 2012-01-01..2012-12-31"},
		{"the year 2000", "the year 2000 = 2000-01-01..2000-12-31"},
		{"in 2024 Q3", "2024 Q3 = 2024-07-01..2024-09-30"},
		{"04/2016", "04/2016 = 2016-04-01..2016-04-30"},
		{"c. 1850", "c. 1850 = 1845-01-01..1855-12-31"},
		{"in AD 70 and 70 CE", "AD 70 = 0070-01-01..0070-12-31; 70 CE = 0070-01-01..0070-12-31"},
		{"5 May, 2 June and 5 July 2020", "5 May = 2020-05-05; 2 June = 2020-06-02; 5 July 2020 = 2020-07-05"},
		{"killed in 44 BC", "44 BC = unknown"},
		{"the 5th century B.C.E. and", "the 5th century B.C.E. = unknown"},
	})
}

func TestFindPartsOfTime(t *testing.T) {
	checkFound(t, Interval{}, []found{
		{"in mid-2025", "mid-2025 = 2025-05-01..2025-08-31"},
		{"in early March 2024", "early March 2024 = 2024-03-01..2024-03-10"},
		{"stock of 2025 x 1440 mm", ""},
		{"in 4Q 2024 and 2Q2025", "4Q 2024 = 2024-10-01..2024-12-31; 2Q2025 = 2025-04-01..2025-06-30"},
		{"Early in 2025 it closed", "Early in 2025 = 2025-01-01..2025-04-30"},
		{"late in March 2024", "late in March 2024 = 2024-03-21..2024-03-31"},
		{"in late 2023", "late 2023 = 2023-09-01..2023-12-31"},
		{"mid-to-late 2019", "mid-to-late 2019 = 2019-05-01..2019-12-31"},
		{"in the early 2020s", "the early 2020s = 2020-01-01..2023-12-31"},
		{"in Q3 2024", "Q3 2024 = 2024-07-01..2024-09-30"},
		{"the third quarter of 2024", "the third quarter of 2024 = 2024-07-01..2024-09-30"},
		{"H1 2022", "H1 2022 = 2022-01-01..2022-06-30"},
		{"the first nine months of 2021", "the first nine months of 2021 = 2021-01-01..2021-09-30"},
		{"the last week of March 2024", "the last week of March 2024 = 2024-03-25..2024-03-31"},
		{"in spring 2023", "spring 2023 = 2023-03-01..2023-05-31"},
		{"the winter of 2023–24", "the winter of 2023–24 = 2023-12-01..2024-02-29"},
		{"in the 1990s", "the 1990s = 1990-01-01..1999-12-31"},
		{"in the '90s", "the '90s = 1990-01-01..1999-12-31"},
		{"in the 1800s", "the 1800s = 1800-01-01..1809-12-31 or 1800-01-01..1899-12-31"},
		{"19th-century", "19th-century = 1800-01-01..1900-12-31"},
		{"the early twentieth century", "the early twentieth century = 1900-01-01..1934-12-31"},
		{"the 2024/25 season", "the 2024/25 = 2024-01-01..2025-12-31"},
		{"in 2005-06", "2005-06 = 2005-06-01..2005-06-30 or 2005-01-01..2006-12-31"},
		{"FY2024 and fiscal 2024", "FY2024 = 2023-02-01..2025-03-31; fiscal 2024 = 2023-02-01..2025-03-31"},
		{"in the 2019 fiscal year", "the 2019 fiscal year = 2018-02-01..2020-03-31"},
		{"in fiscal Q3 2024", "fiscal Q3 2024 = 2023-02-01..2025-03-31"},
		{"in the 1970s and 80s", "the 1970s = 1970-01-01..1979-12-31; 80s = 1980-01-01..1989-12-31"},
		{"the 1960s–70s", "the 1960s–70s = between 1960-01-01..1979-12-31"},
		{"by the end of 2024", "by the end of 2024 = by 2024-09-01..2024-12-31"},
		{"at the beginning of 2024", "the beginning of 2024 = 2024-01-01..2024-04-30"},
	})
}

func TestFindSeasonsOfNoStatedYear(t *testing.T) {
	checkFound(t, anchorDay, []found{
		{"it is cold in the winter, but", "the winter = unknown"},
		{"during the summer their theatre", "the summer = unknown"},
		{"It is so. Summer can be hot", "Summer = unknown"},
		{"with long, hot summers and", "summers = set"},
		{"in the fall", "the fall = unknown"},
		{"the fall of Rome; a fall; a summer camp; Donna Summer; the Summer Olympics; a hot spring", ""},
	})
}

func TestFindWarsUsedAsTimes(t *testing.T) {
	checkFound(t, Interval{}, []found{
		{"the largest since World War II.", "since World War II = since 1939-09-01.."},
		{"during the Second World War, it", "the Second World War = 1939-09-01..1945-09-02"},
		{"before the First World War", "before the First World War = before 1914-07-28..1918-11-11"},
		{"until the outbreak of World War II", "World War II = 1939-09-01..1945-09-02"},
		{"the end of the Cold War", "the end of the Cold War = 1977-01-20..1991-12-26"},
		{"World War II veterans; a film about World War II; a cold war of words; the World Bank", ""},
		{"after World War II veterans returned", ""},
	})
}

func TestFindEarlyYears(t *testing.T) {
	checkFound(t, Interval{}, []found{
		{"(c. 347 – 30 September 420)", "c. 347 – 30 September 420 = between 0342-01-01..0420-09-30"},
		{"On 30 September 420 people came", ""},
		{"(1892 – 94)", "1892 – 94 = between 1892-01-01..1894-12-31"},
		{"1892 – 94 people", ""},
	})
}

func TestFindRelations(t *testing.T) {
	checkFound(t, Interval{}, []found{
		{"between 2019 and 2021", "between 2019 and 2021 = between 2019-01-01..2021-12-31"},
		{"from 2019 to 2021", "from 2019 to 2021 = between 2019-01-01..2021-12-31"},
		{"2019–2021", "2019–2021 = between 2019-01-01..2021-12-31"},
		{"5–7 March 2024", "5–7 March 2024 = between 2024-03-05..2024-03-07"},
		{"between 15 and 20 March 2024", "between 15 and 20 March 2024 = between 2024-03-15..2024-03-20"},
		{"March 5 to April 2, 2024", "March 5 to April 2, 2024 = between 2024-03-05..2024-04-02"},
		{"December 5 – January 2, 2024", "December 5 – January 2, 2024 = between 2023-12-05..2024-01-02"},
		{"May–June 2020", "May–June 2020 = between 2020-05-01..2020-06-30"},
		{"postponed from 2020 to 2021", "2020 = 2020-01-01..2020-12-31; 2021 = 2021-01-01..2021-12-31"},
		{"since 2018", "since 2018 = since 2018-01-01.."},
		{"from 2018 onwards", "from 2018 onwards = since 2018-01-01.."},
		{"2019–present", "2019–present = since 2019-01-01.."},
		{"through 2020", "through 2020 = until ..2020-12-31"},
		{"until May 2020", "until May 2020 = until ..2020-05-31"},
		{"before 1975", "before 1975 = before 1975-01-01..1975-12-31"},
		{"prior to 1975", "prior to 1975 = before 1975-01-01..1975-12-31"},
		{"pre-1975 buildings", "pre-1975 = before 1975-01-01..1975-12-31"},
		{"after May 2020", "after May 2020 = after 2020-05-01..2020-05-31"},
		{"as of mid-2025", "as of mid-2025 = as of 2025-05-01..2025-08-31"},
		{"as at 1 March 2020", "as at 1 March 2020 = as of 2020-03-01"},
		{"three years before 2020", "three years before 2020 = 2016-07-01..2018-06-30"},
	})
}

func TestFindTimesThatHangOnTheDayOfWriting(t *testing.T) {
	checkFound(t, anchorDay, []found{
		{"said today", "today = 2025-01-15"},
		{"the day before yesterday", "the day before yesterday = 2025-01-13"},
		{"last week", "last week = 2025-01-06..2025-01-12"},
		{"done by year end.", "by year end = by 2025-09-01..2025-12-31"},
		{"next month", "next month = 2025-02-01..2025-02-28"},
		{"this year", "this year = 2025-01-01..2025-12-31"},
		{"earlier this month", "earlier this month = 2025-01-01..2025-01-15"},
		{"over the past three years", "the past three years = 2022-01-15..2025-01-15"},
		{"three days ago", "three days ago = 2025-01-12"},
		{"two years ago", "two years ago = 2022-07-15..2023-07-15"},
		{"a few weeks ago", "a few weeks ago = 2024-12-08..2025-01-04"},
		{"a year and a half ago", "a year and a half ago = 2022-07-15..2024-07-15"},
		{"two and a half years ago", "two and a half years ago = 2021-07-15..2023-07-15"},
		{"In May 2,000 people came", "May = 2024-05-01..2024-05-31 or 2025-05-01..2025-05-31"},
		{"5,000 years ago", "5,000 years ago = unknown"},
		{"on Tuesday", "Tuesday = 2025-01-14"},
		{"last Tuesday", "last Tuesday = 2025-01-07 or 2025-01-14"},
		{"this winter", "this winter = 2024-12-01..2025-02-28"},
		{"last summer", "last summer = 2024-06-01..2024-08-31"},
		{"in December", "December = 2024-12-01..2024-12-31"},
		{"in May", "May = 2024-05-01..2024-05-31 or 2025-05-01..2025-05-31"},
		{"until May", "until May = until ..2024-05-31 or ..2025-05-31"},
		{"on 3 March last year", "3 March last year = 2024-03-03"},
		{"from November to January", "from November to January = between 2024-11-01..2025-01-31"},
		{"as of now", "as of now = as of 2025-01-15"},
	})
}

func TestFindWithoutTheDayOfWriting(t *testing.T) {
	checkFound(t, Interval{}, []found{
		{"in May", "May = unknown"},
		{"two years ago", "two years ago = unknown"},
		{"on Tuesday", "Tuesday = unknown"},
		{"currently", "currently = unknown"},
	})
}

func TestFindWidensWhereTheDayOfWritingIsRoughlyKnown(t *testing.T) {
	checkFound(t, Month(2025, 6), []found{
		{"yesterday", "yesterday = 2025-05-31..2025-06-29"},
		{"last week", "last week = 2025-05-19..2025-06-29"},
	})
	checkFound(t, Year(2025), []found{
		{"in May", "May = 2024-05-01..2024-05-31 or 2025-05-01..2025-05-31 or 2026-05-01..2026-05-31"},
		{"this year", "this year = 2025-01-01..2025-12-31"},
	})
	checkFound(t, Interval{From: Date{2025, 6, 1}}, []found{
		{"last month", "last month = 2025-05-01.."},
	})
}

func TestFindLeavesToTheStoryWhatOnlyItCanDate(t *testing.T) {
	checkFound(t, anchorDay, []found{
		{"three days later", "three days later = unknown"},
		{"the following year", "the following year = unknown"},
		{"in March of that year", "March of that year = unknown"},
		{"the September 11 attacks", "September 11 = unknown"},
		{"over the next century", "the next century = unknown"},
		{"He fell in 1862. On August 6 he rose.", "1862 = 1862-01-01..1862-12-31; August 6 = 1862-08-06 or 2024-08-06"},
		{"He fell in 1862.\n\nOn August 6 he rose.", "1862 = 1862-01-01..1862-12-31; August 6 = 2024-08-06"},
	})
}

func TestFindTakesTheYearFromWhatTheParagraphTold(t *testing.T) {
	checkFound(t, anchorDay, []found{
		{"He came in 1920. That year", "1920 = 1920-01-01..1920-12-31; That year = 1920-01-01..1920-12-31"},
		{"in 1920 and, one year later,", "1920 = 1920-01-01..1920-12-31; one year later = 1921-01-01..1921-12-31"},
		{"in 1920, two years earlier", "1920 = 1920-01-01..1920-12-31; two years earlier = 1918-01-01..1918-12-31"},
		{"in May 1920. The following month", "May 1920 = 1920-05-01..1920-05-31; The following month = 1920-06-01..1920-06-30"},
		{"in 1981; in March of that year", "1981 = 1981-01-01..1981-12-31; March of that year = 1981-03-01..1981-03-31"},
		{"in 1920. The next year he left; one year later", "1920 = 1920-01-01..1920-12-31; The next year = 1921-01-01..1921-12-31; one year later = 1921-01-01..1921-12-31 or 1922-01-01..1922-12-31"},
		{"in 2019 he sold what he built in 1985. The following year", "2019 = 2019-01-01..2019-12-31; 1985 = 1985-01-01..1985-12-31; The following year = 1986-01-01..1986-12-31"},
		{"built in 1985, sold in 2019. The following year", "1985 = 1985-01-01..1985-12-31; 2019 = 2019-01-01..2019-12-31; The following year = 1986-01-01..1986-12-31 or 2020-01-01..2020-12-31"},
		{"in 1920.\n\nThat year", "1920 = 1920-01-01..1920-12-31; That year = unknown"},
		{"since the 1940s; between May and June in 1981; in March the same year", "since the 1940s = since 1940-01-01..; between May and June in 1981 = between 1981-05-01..1981-06-30; March the same year = 1981-03-01..1981-03-31"},
		{"in 1920; the next century; a few years later", "1920 = 1920-01-01..1920-12-31; the next century = unknown; a few years later = unknown"},
	})
	for _, e := range Find("in 1920. That year", anchorDay)[1:] {
		if !e.Told || !e.Relative {
			t.Errorf("%+v hangs on the paragraph and does not say so", e)
		}
	}
}

func TestFindAmountsAndRepeatedTimes(t *testing.T) {
	checkFound(t, anchorDay, []found{
		{"for three years", "three years = duration"},
		{"a six-month pause", "six-month = duration"},
		{"twenty-five years", "twenty-five years = duration"},
		{"every Tuesday", "every Tuesday = set"},
		{"annually", "annually = set"},
		{"twice a year, three times a week", "a year = set; a week = set"},
		{"each year", "each year = set"},
		{"on Saturday mornings", "Saturday mornings = set"},
	})
}

func TestFindSaysWhatTheCalendarDoesNotHave(t *testing.T) {
	checkFound(t, anchorDay, []found{
		{"on 31 February 2024", "31 February 2024 = flaw: February 2024 has 29 days"},
		{"on February 29, 2023", "February 29, 2023 = flaw: February 2023 has 28 days"},
		{"on June 31", "June 31 = flaw: June has 30 days"},
		{"on 30/13/2024", "30/13/2024 = flaw: there is no month 13"},
		{"on 2025-13-40", "2025-13-40 = flaw: there is no month 13"},
		{"between 2021 and 2019", "between 2021 and 2019 = between flaw: the range ends before it begins"},
		{"March 5–2, 2024", "March 5–2, 2024 = between flaw: the range ends before it begins"},
		{"the difference between 2021 and 2019", "2021 = 2021-01-01..2021-12-31; 2019 = 2019-01-01..2019-12-31"},
		{"brought forward from 2030 to 2027", "2030 = 2030-01-01..2030-12-31; 2027 = 2027-01-01..2027-12-31"},
	})
}

// traps are words and numbers that are no times at all.
var traps = []string{
	"You may 5 times", "may well", "the troops march on", "a march on Rome", "The Sun", "the second", "an august body",
	"2000 people", "1,500", "1,500 in all", "$2025", "€ 2025", "2048 by 1080 pixels", "1920×1080", "1900 fathom", "1436 km2",
	"Apollo 11", "100M", "Boeing 747", "Windows 2000", "Section 2021", "page 2012", "pp. 1990–1995", "No. 2015", "#2021",
	"room 2012", "km 2014", "2012 m", "2014 °C", "model: 2012", "ISBN 978 1990", "Vol. 1999", "version 2012.2",
	"10.1038/2021.12", "doi:10.1111/j.1365-2052.2010.02036.x", "v2.0.2021", "COVID-2019", "2019-nCoV", "CVE-2021-1234",
	"ages 18–24", "3–2", "won 1–0", "+1 202 555 2021", "(202) 555-2021", "555-2021", "5/4 time", "24/7", "9/11",
	"21 Jump Street", "1696 Bergen Blvd", "in 476", "16:9", "1/2", "an h4 heading", "45/60/2024", "2025-1-2-3", "192.168.20.21",
	"https://example.org/2021/03/04/title", "www.example.org/2021-03-04", "mail2021@example.org", "x.org/2021/02/page",
	"over 1000 featured articles", "an amount of 1500 dollars", "in his late 20s", "in her thirties", "a six-year-old",
	"20 (10): 1006–10", "Black Friday", "the Sunday Times", "Friday the 13th", "a Sunday paper", "Daily Mail", "now-defunct",
	"Now, for the weather", "Christmas Island", "is it a date? 32 - 2015", "2015 - 32", "32 August 2014", "August 32, 2014",
}

func TestFindStaysSilent(t *testing.T) {
	for _, text := range traps {
		if got := sayAll(text, anchorDay); got != "" {
			t.Errorf("%q: %s, want nothing", text, got)
		}
	}
}

func TestFindMarksCoreWeekdayAndNow(t *testing.T) {
	text := "As of Tuesday, 15 January 2025, it stood; it still does now."
	e := Find(text, Interval{})
	if len(e) != 2 {
		t.Fatalf("%d expressions in %q, want 2", len(e), text)
	}
	if core := text[e[0].CoreStart:e[0].CoreEnd]; core != "Tuesday, 15 January 2025" || e[0].Relation != AsOf {
		t.Errorf("core %q, relation %q", core, e[0].Relation)
	}
	if !e[0].WeekdayStated || e[0].Weekday.String() != "Tuesday" || e[0].Readings[0].From.Weekday() == e[0].Weekday {
		t.Errorf("stated weekday %v, %v", e[0].Weekday, e[0].WeekdayStated)
	}
	if e[0].Now || e[0].Relative || !e[1].Now || !e[1].Relative {
		t.Errorf("now and relative: %+v, %+v", e[0], e[1])
	}
}

func TestANumberAloneIsAYearByItsPlace(t *testing.T) {
	for _, text := range []string{"2020", "2020.", "2019 to 2020", "2012-14"} {
		if got := sayAll(text, Interval{}); got != "" {
			t.Errorf("%q alone in running text is read: %s", text, got)
		}
		if len(FindTitle(text, Interval{})) != 1 {
			t.Errorf("%q heads nothing", text)
		}
	}
	checkFound(t, Interval{}, []found{
		{"2025-06", "2025-06 = 2025-06-01..2025-06-30"},
		{"2025-06-03", "2025-06-03 = 2025-06-03"},
		{"In 2020", "2020 = 2020-01-01..2020-12-31"},
	})
}
