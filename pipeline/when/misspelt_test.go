package when

import "testing"

func TestMonthsWithALetterWrong(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"15 Feburary 2025", "2025-02-15"},
		{"Febuary 2025", "2025-02-01..2025-02-28"},
		{"Janurary 15, 2025", "2025-01-15"},
		{"15 Septmber 2025", "2025-09-15"},
		{"Ocotber 2025", "2025-10-01..2025-10-31"},
		{"Novembver 3, 2025", "2025-11-03"},
		{"15 Decmber 2025", "2025-12-15"},
		{"DECEMEBR 2025", "2025-12-01..2025-12-31"},
		{"Dismember 2025", ""},
		{"feburary 2025", ""},
		{"Novembers 2025", ""},
	} {
		got := ""
		for _, e := range Find("In "+c.words+" it fell.", Interval{}) {
			if e.Kind == KindDate && e.End-e.Start > len("in 2025") {
				got = e.Readings[0].String()
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.words, got, c.want)
		}
	}
}

func TestOneThirtiethOfFebruary(t *testing.T) {
	for words, want := range map[string]string{"30 February 1712": "1712-03-11", "30 February 1713": "", "30 February 2024": ""} {
		iv, ok := Parse(words, Interval{})
		if ok != (want != "") || ok && iv.String() != want {
			t.Errorf("%s: %v, %v", words, iv, ok)
		}
	}
}
