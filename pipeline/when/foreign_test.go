package when

import (
	"strings"
	"testing"
)

func TestReadDatesOfOtherLanguages(t *testing.T) {
	for _, words := range []string{
		"15 janvier 2025", "le 15 janvier 2025", "mercredi 15 janvier 2025", "15 janv. 2025",
		"15. Januar 2025", "Mittwoch, 15. Januar 2025", "am 15. Jänner 2025", "15. Jan. 2025",
		"15 de enero de 2025", "15 de enero del 2025", "miércoles, 15 de enero de 2025", "15 ene 2025", "enero 15, 2025",
		"15 de janeiro de 2025", "15 gennaio 2025", "15 de gener de 2025",
		"15 januari 2025", "den 15 januari 2025", "15:e januari 2025", "15. januar 2025",
		"15. tammikuuta 2025", "15. jaanuar 2025", "2025. január 15.", "2025. január 15-én",
		"15 stycznia 2025 r.", "15. ledna 2025", "15. januára 2025", "15 ianuarie 2025", "15 Ocak 2025",
		"15 января 2025 г.", "15 января 2025 года", "15 янв. 2025", "среда, 15 января 2025",
		"15 січня 2025 року", "15 януари 2025 г.", "15. јануар 2025", "15. siječnja 2025.", "15 Ιανουαρίου 2025",
		"15 қаңтар 2025 ж.", "2025 жылғы 15 қаңтар", "2025 ж. 15 қаңтар", "15 tháng 1 năm 2025", "ngày 15 tháng 1, 2025",
		"2025年1月15日", "2025年01月15日", "2025년 1월 15일", "15.01.2025",
	} {
		if got, ok := Parse(words, Interval{}); !ok || got != Day(Date{2025, 1, 15}) {
			t.Errorf("Parse(%q) = %v, %v; want 2025-01-15", words, got, ok)
		}
	}
}

func TestReadFirstDaysMonthsAndRangesOfOtherLanguages(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"1er mars 2021", "2021-03-01"},
		{"1º de mayo de 2020", "2020-05-01"},
		{"1° maggio 2020", "2020-05-01"},
		{"Août 2020", "2020-08-01..2020-08-31"},
		{"enero de 2025", "2025-01-01..2025-01-31"},
		{"январь 2025 г.", "2025-01-01..2025-01-31"},
		{"2025年1月", "2025-01-01..2025-01-31"},
		{"15–17 janvier 2025", "2025-01-15..2025-01-17"},
		{"3 listopada 2020", "2020-10-03..2020-11-03"},
	} {
		if got, ok := Parse(c.words, Interval{}); !ok || got.String() != c.want {
			t.Errorf("Parse(%q) = %v, %v; want %s", c.words, got, ok, c.want)
		}
	}
}

func TestReadSaysWhatTheCalendarDoesNotHaveInAnyLanguage(t *testing.T) {
	for _, words := range []string{"31 février 2024", "31. Februar 2024", "31 февраля 2024 г.", "2024年2月31日"} {
		if e, ok := Read(words, Interval{}); !ok || e.Flaw != "February 2024 has 29 days" {
			t.Errorf("Read(%q) = %v, %+v", words, ok, e)
		}
	}
}

func TestEveryMonthOfEveryLanguageReads(t *testing.T) {
	for _, l := range monthWords {
		fields := strings.Fields(l.names)
		if len(fields) != 12 {
			t.Fatalf("%s has %d months", l.language, len(fields))
		}
		for n, names := range fields {
			for name := range strings.SplitSeq(names, "|") {
				words := "7 " + name + " 2023"
				e, ok := Read(words, Interval{})
				within := false
				for _, r := range e.Readings {
					within = within || r == Day(Date{2023, monthOf(n + 1), 7})
				}
				if !ok || !within {
					t.Errorf("%s: Read(%q) = %v, %v", l.language, words, ok, e.Readings)
				}
			}
		}
	}
}

func TestFindForeign(t *testing.T) {
	for _, c := range []found{
		{"Le 15 janvier 2025, le ministre a parlé ; en mars 2024 aussi.", "15 janvier 2025 = 2025-01-15; mars 2024 = 2024-03-01..2024-03-31"},
		{"Указ подписан 15 января 2025 года в Москве.", "15 января 2025 года = 2025-01-15"},
		{"在2025年1月15日宣布了", "2025年1月15日 = 2025-01-15"},
		{"2025年1月15日に発表した。2024年のこと", "2025年1月15日 = 2025-01-15; 2024年 = 2024-01-01..2024-12-31"},
		{"Zwischen 2019–2021 und am 15.01.2025", "2019–2021 = between 2019-01-01..2021-12-31; 15.01.2025 = 2025-01-15"},
		{"no dia 3 set 2020, mas set 2020 não", "3 set 2020 = 2020-09-03; 2020 = 2020-01-01..2020-12-31"},
		{"mai 20 personnes, 2000 km, 1.500 habitants, n° 2015", ""},
	} {
		var all []string
		for _, e := range FindForeign(c.text) {
			all = append(all, say(c.text, e))
		}
		if got := strings.Join(all, "; "); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestFindTakesNoForeignMonthsInEnglish(t *testing.T) {
	for _, text := range []string{"the mars 2020 rover", "a set 2020 people saw", "3 mai dishes", "he was out 3 times"} {
		if got := sayAll(text, Interval{}); strings.Contains(got, "mars") || strings.Contains(got, "set") || strings.Contains(got, "mai") {
			t.Errorf("%q: %s", text, got)
		}
	}
}

func FuzzFindForeign(f *testing.F) {
	for _, text := range []string{
		"15 janvier 2025", "2025年1月15日に", "2025. január 15-én", "15 tháng 1 năm 2025", "31 février 2024", "3 listopada 2020",
		"15–17 janvier 2025", "2019–2021", "0年0月0日", "9999年99月", "15.\u00a0янв.\u00a02025\u00a0г.", "\xff15 mai 2020", "d' de 2020", "15 lis. listopada 2021",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, e := range FindForeign(text) {
			checkExpression(t, text, e)
			if e.Start < end {
				t.Errorf("%q overlaps what stands before it in %q", text[e.Start:e.End], text)
			}
			end = e.End
		}
		if e, ok := Read(text, Interval{}); ok {
			checkExpression(t, text, e)
		}
	})
}

func TestWeekdaysOfOtherLanguages(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"Montag, 3. März 2025", "Monday"},
		{"am Donnerstag, den 6. März 2025,", "Thursday"},
		{"lundi 3 mars 2025", "Monday"},
		{"quarta-feira, 5 de março de 2025", "Wednesday"},
		{"środa, 5 marca 2025", "Wednesday"},
		{"sezione quarta, 5 marzo 2025", ""},
		{"Montag im März 2025", ""},
	} {
		got := ""
		for _, e := range FindForeign(c.words) {
			if e.WeekdayStated {
				got = e.Weekday.String()
			}
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.words, got, c.want)
		}
	}
}
