package pipeline_test

import (
	"slices"
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/extract"
	"citevet/pipeline/ingest"
	"citevet/pipeline/when"
)

func TestTheArticlesOwnDateAndItsReasons(t *testing.T) {
	const body = "In March 2025 the lock was opened [1].\n\nReferences\n\n[1] Roe, J. (April 2025). Locks. Water Press. [Accessed 5 May 2025].\n"
	tests := []struct {
		name    string
		format  ingest.Format
		source  string
		dated   when.Interval
		want    string
		stated  bool
		because []string
	}{
		{"front matter", ingest.FormatMarkdown, "---\ndate: 2025-06-07\n---\n\n# Locks\n\n" + body, when.Year(2020), "2025-06-07", true, []string{"article dated by stated"}},
		{"dateline", ingest.FormatText, "Locks\n\nPublished 7 June 2025\n\n" + body, when.Interval{}, "2025-06-07", true, []string{"article dated by stated"}},
		{"configuration", ingest.FormatText, body, when.Month(2025, 6), "2025-06-01..2025-06-30", true, []string{"article dated by configured"}},
		{"the reading of a source", ingest.FormatText, body, when.Interval{}, "2025-05-05..2025-09-01", false,
			[]string{"accessed by stated", "speaks of by stated", "article dated by day of the run"}},
		{"the latest thing told", ingest.FormatText, "In July 2025 the lock was opened [1].\n" + body, when.Interval{}, "2025-07-01..2025-09-01", false,
			[]string{"speaks of by stated", "accessed by stated", "article dated by day of the run"}},
		{"what is foretold bounds nothing", ingest.FormatText, "The lock will open in July 2025.\n", when.Interval{}, "..2025-09-01", false,
			[]string{"article dated by day of the run"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := understood(t, tt.format, tt.source, when.Date{Year: 2025, Month: 9, Day: 1}, tt.dated)
			var because []string
			for _, p := range a.Dated.Because {
				because = append(because, p.What+" by "+p.How)
			}
			if a.Dated.When.String() != tt.want || a.Dated.Stated != tt.stated || !slices.Equal(because, tt.because) {
				t.Errorf("dated %s (stated: %t) because of %q, want %s (%t) because of %q", a.Dated.When, a.Dated.Stated, because, tt.want, tt.stated, tt.because)
			}
		})
	}
}

func TestWhatLiesAfterTheArticleIsStillAhead(t *testing.T) {
	const source = "In March 2025 the lock was opened [1].\n\nReferences\n\n[1] Roe, J. (2021). Locks. Water Press.\n"
	for _, tt := range []struct {
		asOf       when.Date
		mood, told article.Mood
	}{
		{when.Date{Year: 2025, Month: 9, Day: 1}, article.Asserted, ""},
		{when.Date{Year: 2024, Month: 9, Day: 1}, article.Scheduled, article.Asserted},
	} {
		a := understood(t, ingest.FormatText, source, tt.asOf, when.Interval{})
		if c := a.Claims[0]; c.Mood != tt.mood || c.Told != tt.told {
			t.Errorf("on %s the claim is %s (told as %q), want %s (%q)", tt.asOf, c.Mood, c.Told, tt.mood, tt.told)
		}
	}
}

func TestWordsThatHangOnTheArticlesDateSaySo(t *testing.T) {
	a := understood(t, ingest.FormatText, "Last week the lock was opened [1].\n\nReferences\n\n[1] Roe, J. (2021). Locks. Water Press.\n",
		when.Date{Year: 2025, Month: 9, Day: 1}, when.Day(when.Date{Year: 2025, Month: 6, Day: 11}))
	because := a.Claims[0].Readings[0].Because
	if len(because) != 2 || because[0].How != "anchor" || because[1].What != "article dated" {
		t.Errorf("because %+v, want the words by their anchor and the article's date", because)
	}
}

func understood(t *testing.T, format ingest.Format, source string, asOf when.Date, dated when.Interval) article.Article {
	t.Helper()
	doc, err := ingest.Parse("example", []byte(source), format)
	if err != nil {
		t.Fatal(err)
	}
	return extract.Extract(doc, extract.Options{AsOf: asOf, Dated: dated, How: "configured", Almanac: almanac.Default()})
}
