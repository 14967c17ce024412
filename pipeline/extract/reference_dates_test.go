package extract

import (
	"testing"
	"time"

	"citevet/pipeline/when"
)

func TestWhichDateAnEntryGives(t *testing.T) {
	day := func(y int, m time.Month, d int) when.Interval {
		date := when.Date{Year: y, Month: m, Day: d}
		return when.Interval{From: date, To: date}
	}
	tests := []struct {
		name, entry         string
		published, accessed when.Interval
	}{
		{"the address first, a title in quotation marks", `[1] https://post.example/a/ — "Harbour opens", Harbour Post, 17 May 2024 (accessed 5 June 2026)`, day(2024, 5, 17), day(2026, 6, 5)},
		{"the address first, a bare title", `[1] https://post.example/a/ — Harbour opens again, Harbour Post, 17 May 2024 (accessed 5 June 2026)`, day(2024, 5, 17), day(2026, 6, 5)},
		{"the address last behind a dash", `[1] Harbour opens again — Harbour Post, 17 May 2024 — https://post.example/a/`, day(2024, 5, 17), when.Interval{}},
		{"the address first, a day of the title", `[1] https://post.example/a/ — Floods of 17 May 2024 remembered`, when.Interval{}, when.Interval{}},
		{"between pipes", `[1] Harbour opens again | Harbour Post | May 17, 2024 | https://post.example/a/`, day(2024, 5, 17), when.Interval{}},
		{"between dots", `[1] Harbour opens again · Harbour Post · 17 May 2024 · https://post.example/a/`, day(2024, 5, 17), when.Interval{}},
		{"in brackets behind the outlet", `[1] https://post.example/a/ - Harbour opens again (Harbour Post, 17 May 2024)`, day(2024, 5, 17), when.Interval{}},
		{"before a title behind a colon", `[1] Harbour Post, 17 May 2024: Harbour opens again. https://post.example/a/`, day(2024, 5, 17), when.Interval{}},
		{"behind its own word", `[1] Harbour Post: Harbour opens again. Date: 17 May 2024. URL: https://post.example/a/. Accessed: 5 June 2026`, day(2024, 5, 17), day(2026, 6, 5)},
		{"in German brackets behind the address", `[1] Harbour Post: Harbour opens again, 17.05.2024, https://post.example/a/ (05.06.2026)`, day(2024, 5, 17), day(2026, 6, 5)},
		{"in brackets behind the address, alone", `[1] Harbour opens again, https://post.example/a/ (17.05.2024)`, day(2024, 5, 17), when.Interval{}},
		{"read behind the address", `Harbour Post, "Who we are today", https://post.example/a/ (read 5 June 2026).`, when.Interval{}, day(2026, 6, 5)},
		{"last checked behind it", `Harbour Post, "Who we are today", https://post.example/a/, last checked 5 June 2026.`, when.Interval{}, day(2026, 6, 5)},
		{"seen on a day", `Harbour Post, "Who we are today", https://post.example/a/. Seen on 5 June 2026.`, when.Interval{}, day(2026, 6, 5)},
		{"read in a title", `Roe, J. "Seen 5 June 2026." Harbour Post, 17 May 2024.`, day(2024, 5, 17), when.Interval{}},
		{"an access day that no month has", `Mill Board. "Data sheet." https://mill.example/data. Accessed 32 March 2026.`, when.Interval{}, when.Interval{}},
		{"two works", `Court of the County, judgment of 3 May 2019; Court of Appeal, judgment of 14 May 2020.`, when.Interval{From: day(2019, 5, 3).From, To: day(2020, 5, 14).To}, when.Interval{}},
		{"a number of a gazette", `Act of 13 July 2023 on the revival of the river, Dz.U. 2023 poz. 1963.`, when.Interval{}, when.Interval{}},
		{"a paper and its revision", `Roe, J. "Low water." Basin Working Paper 2155, 2020; revised version in Basin Review 24 (2023): 121–144.`, when.Interval{From: when.Year(2020).From, To: when.Year(2023).To}, when.Interval{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := readEntry(t, test.entry)
			if r.Published.When != test.published || r.Accessed.When != test.accessed {
				t.Errorf("published %v (%q), accessed %v (%q); want %v and %v", r.Published.When, r.Published.Text, r.Accessed.When, r.Accessed.Text, test.published, test.accessed)
			}
		})
	}
}

func TestBodyAsAuthor(t *testing.T) {
	r := readEntry(t, "Department of Conservation. (2025, October 2). Rail numbers. https://rails.example/our-work/numbers/")
	if names := namesText(r.Authors); names != "{Department of Conservation}" || r.Title.Text != "Rail numbers" {
		t.Errorf("authors %s, title %q", names, r.Title.Text)
	}
}
