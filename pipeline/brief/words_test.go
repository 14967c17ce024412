package brief

import (
	"testing"

	"citevet/pipeline/when"
)

func TestTimesAreWrittenAsShortAsTheyStayExact(t *testing.T) {
	for _, c := range []struct {
		of   when.Interval
		want string
	}{
		{when.Interval{}, ""},
		{when.Day(day(2025, 1, 15)), "15 January 2025"},
		{when.Month(2025, 5), "May 2025"},
		{when.Year(2021), "2021"},
		{when.Years(2019, 2021), "2019 to 2021"},
		{when.Interval{From: day(2025, 5, 1), To: day(2025, 8, 31)}, "May to August 2025"},
		{when.Interval{From: day(2024, 11, 1), To: day(2025, 2, 28)}, "November 2024 to February 2025"},
		{when.Interval{From: day(2025, 5, 3), To: day(2025, 8, 31)}, "3 May to 31 August 2025"},
		{when.Interval{From: day(2017, 1, 20), To: day(2021, 1, 20)}, "20 January 2017 to 20 January 2021"},
		{when.Interval{From: day(2025, 1, 21)}, "since 21 January 2025"},
		{when.Interval{To: day(2025, 1, 21)}, "until 21 January 2025"},
	} {
		if got := timeWords(c.of); got != c.want {
			t.Errorf("%v: got %q, want %q", c.of, got, c.want)
		}
	}
}

func TestGapsAreWrittenAsPeopleSayThem(t *testing.T) {
	for days, want := range map[int]string{1: "1 day", 20: "20 days", 40: "1 month", 106: "3 months", 365: "1 year", 1216: "3 years 4 months", 729: "2 years"} {
		if got := gapWords(days); got != want {
			t.Errorf("%d days: got %q, want %q", days, got, want)
		}
	}
}

func TestQuotationsAreCutBetweenWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"short", 20, "short"},
		{"white \n\t space", 20, "white space"},
		{"one two three four", 9, "one two…"},
		{"onetwothreefour", 6, "onetwo…"},
		{"Порт Нортпорта стоит", 15, "Порт Нортпорта…"},
	} {
		if got := quoted(c.text, c.limit); got != c.want {
			t.Errorf("%q within %d: got %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}

func TestSentencesKeepNamesAsTheyAreWritten(t *testing.T) {
	for words, want := range map[string]string{
		"the source is older": "The source is older.", "nytimes.com is not among them": "nytimes.com is not among them.",
		"arXiv gave it out": "arXiv gave it out.", "entry 3: read": "Entry 3: read.", "is it?": "Is it?", "": "", "  ": "",
		"he said “no.”": "He said “no.”", "and so on…": "And so on…",
	} {
		if got := sentenceCase(words); got != want {
			t.Errorf("%q became %q, want %q", words, got, want)
		}
	}
}

func TestWordsThatNameATimeAreKnown(t *testing.T) {
	for _, c := range []struct {
		words, time string
		tells       bool
	}{
		{"On May 13, 2009,", "13 May 2009", true}, {"in 2009", "2009", true}, {"May 2009", "13 May 2009", false}, {"mid-2025", "May to August 2025", false},
		{"between 2019 and 2024", "2019 to 2024", false}, {"from April 5 to May 6, 2009", "5 April to 6 May 2009", true}, {"in 20091", "2009", false},
	} {
		if got := tells(c.words, c.time); got != c.tells {
			t.Errorf("%q tells %q: %t", c.words, c.time, got)
		}
	}
}

func TestStraightQuotationMarksAreTurned(t *testing.T) {
	for words, want := range map[string]string{
		`"As of mid-2025" promises`: "“As of mid-2025” promises", `a head ("under X") and "Y".`: "a head (“under X”) and “Y”.", `none`: "none",
	} {
		if got := curly(words); got != want {
			t.Errorf("%q became %q, want %q", words, got, want)
		}
	}
}
