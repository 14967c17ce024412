package extract

import (
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/ingest"
	"citevet/pipeline/when"
)

func TestSeasonsOfTheSouth(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"the north's", "The reef bleached in the summer of 2025.", []string{"2025-06-01..2025-08-31"}},
		{"a summer", "Australia has two reefs. One bleached in the summer of 2025.", []string{"2025-06-01..2025-08-31", "2024-12-01..2025-02-28", "2025-12-01..2026-02-28"}},
		{"an autumn", "The kiwi came back to New Zealand in autumn 2023.", []string{"2023-09-01..2023-11-30", "2023-03-01..2023-05-31"}},
		{"a spring", "Chile votes in the spring of 2021.", []string{"2021-03-01..2021-05-31", "2021-09-01..2021-11-30"}},
		{"a tournament's name", "She won the Australian Open, and played in the summer of 2025.", []string{"2025-06-01..2025-08-31"}},
		{"more of the north", "Canada, Norway and Australia met in the summer of 2025.", []string{"2025-06-01..2025-08-31"}},
		{"months stay", "Chile votes between March and May 2021.", []string{"2021-03-01..2021-05-31"}},
		{"a quarter stays", "Australia grew in the second quarter of 2021.", []string{"2021-04-01..2021-06-30"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, err := ingest.Parse("a.txt", []byte(test.text), ingest.FormatText)
			if err != nil {
				t.Fatal(err)
			}
			a := Extract(doc, Options{AsOf: when.Date{Year: 2026, Month: 11, Day: 23}, Almanac: almanac.Default()})
			var got []string
			for _, x := range a.Times {
				for _, r := range x.Readings {
					got = append(got, r.String())
				}
			}
			if len(got) != len(test.want) {
				t.Fatalf("got %q, want %q", got, test.want)
			}
			for i := range got {
				if got[i] != test.want[i] {
					t.Errorf("got %q, want %q", got, test.want)
				}
			}
		})
	}
}
