package check

import (
	"slices"
	"testing"
	"time"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

func span(from, to string) when.Interval {
	return when.Interval{From: date(from), To: date(to)}
}

func date(s string) when.Date {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return when.Date{}
	}
	return when.DayOf(t)
}

func year(y int) when.Interval { return when.Year(y) }

// entry is a reference by its dates alone.
func entry(published when.Interval, accessed string) article.Reference {
	r := article.Reference{Published: article.DateField{When: published}}
	if accessed != "" {
		r.Accessed.When = when.Day(date(accessed))
	}
	return r
}

func says(iv when.Interval) article.Reading {
	return article.Reading{When: iv, Shape: article.Point, Basis: article.ByWords, Because: []article.Premise{{What: "speaks of", When: iv}}}
}

func with(r article.Reading, change func(*article.Reading)) article.Reading {
	change(&r)
	return r
}

// articleOf makes one claim with all references behind it.
func articleOf(c article.Claim, refs ...article.Reference) *article.Article {
	a := &article.Article{References: refs}
	for i := range refs {
		a.Citations = append(a.Citations, article.Citation{Reference: i})
		c.Citations = append(c.Citations, i)
	}
	if c.Mood == "" {
		c.Mood = article.Asserted
	}
	a.Claims = []article.Claim{c}
	return a
}

func TestPair(t *testing.T) {
	march := says(span("2025-03-01", "2025-03-31"))
	midYear := with(says(span("2025-05-01", "2025-08-31")), func(r *article.Reading) { r.Basis = article.ByAsOf })
	secondTerm := with(says(span("2025-01-20", "")), func(r *article.Reading) { r.Basis = article.ByTenure })
	narrowed := with(secondTerm, func(r *article.Reading) { r.Doubt = "only the article's own date excludes the other term" })
	firstTerm := with(says(span("2017-01-20", "2021-01-20")), func(r *article.Reading) { r.Basis = article.ByTenure })
	urlOnly := article.Reference{URLDate: article.DateField{When: when.Month(2021, time.February)}}
	dashboard := entry(year(2021), "2025-06-01")
	dashboard.Title = article.Field{Text: "Holdings dashboard"}
	monthInURL := entry(year(2025), "")
	monthInURL.URLDate.When = when.Month(2025, time.January)

	tests := []struct {
		name       string
		claim      article.Claim
		source     article.Reference
		want       PairVerdict
		confidence Confidence
	}{
		{"an event after the year of publication", article.Claim{Readings: []article.Reading{march}}, entry(year(2021), ""), Impossible, High},
		{"the same read long after", article.Claim{Readings: []article.Reading{march}}, entry(year(2021), "2026-01-01"), Impossible, Moderate},
		{"as of a time after the reading", article.Claim{Readings: []article.Reading{midYear}}, entry(year(2025), "2025-01-15"), Impossible, High},
		{"as of a time that the reading covers", article.Claim{Readings: []article.Reading{midYear}}, entry(year(2021), "2025-06-15"), Possible, Moderate},
		{"a term that began after the reading", article.Claim{Readings: []article.Reading{secondTerm}}, entry(year(2025), "2025-01-15"), Impossible, High},
		{"one day of slack", article.Claim{Readings: []article.Reading{secondTerm}}, entry(year(2025), "2025-01-19"), Possible, Moderate},
		{"a term that only the article's date chose", article.Claim{Readings: []article.Reading{narrowed}}, entry(year(2021), ""), Implausible, Low},
		{"two terms, one of them reported", article.Claim{Readings: []article.Reading{firstTerm, secondTerm}}, entry(year(2019), ""), Possible, Moderate},
		{"two terms, neither reported", article.Claim{Readings: []article.Reading{firstTerm, secondTerm}}, entry(year(2015), ""), Impossible, High},
		{"a whole run that ends after publication", article.Claim{Readings: []article.Reading{
			with(says(when.Years(2019, 2025)), func(r *article.Reading) { r.Shape = article.Whole }),
		}}, entry(year(2021), ""), Impossible, High},
		{"the same as a window", article.Claim{Readings: []article.Reading{says(when.Years(2019, 2025))}}, entry(year(2021), ""), Possible, Moderate},
		{"a year overlaps a month in it", article.Claim{Readings: []article.Reading{march}}, entry(year(2025), ""), Possible, Moderate},
		{"the year before, neither to the day", article.Claim{Readings: []article.Reading{
			with(says(year(2025)), func(r *article.Reading) { r.Outcome = true }),
		}}, entry(year(2024), ""), Implausible, Low},
		{"the year before, and the first day of the next", article.Claim{Readings: []article.Reading{
			with(says(span("2025-01-01", "2025-01-01")), func(r *article.Reading) { r.Outcome = true }),
		}}, entry(year(2024), ""), Possible, Moderate},
		{"the URL narrows that year", article.Claim{Readings: []article.Reading{march}}, monthInURL, Implausible, Low},
		{"the URL alone dates the source", article.Claim{Readings: []article.Reading{march}}, urlOnly, Implausible, Low},
		{"a page that is kept up", article.Claim{Readings: []article.Reading{march}}, dashboard, Possible, Moderate},
		{"a plan", article.Claim{Mood: article.Scheduled, Readings: []article.Reading{march}}, entry(year(2021), ""), Unknown, Low},
		{"no time", article.Claim{}, entry(year(2021), ""), Unknown, Low},
		{"no date of the source", article.Claim{Readings: []article.Reading{march}}, article.Reference{}, Unknown, Low},
		{"announced shortly before", article.Claim{Readings: []article.Reading{
			with(march, func(r *article.Reading) { r.Planned = true }),
		}}, entry(when.Day(date("2025-02-10")), ""), Implausible, Low},
		{"announced, but years before", article.Claim{Readings: []article.Reading{
			with(march, func(r *article.Reading) { r.Planned = true }),
		}}, entry(year(2021), ""), Impossible, High},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, verdicts := Judge(articleOf(tt.claim, tt.source))
			p := verdicts[0].Pairs[0]
			if p.Verdict != tt.want || p.Confidence != tt.confidence {
				t.Errorf("the pair is %s with %s confidence, want %s with %s (%s)", p.Verdict, p.Confidence, tt.want, tt.confidence, p.Line)
			}
		})
	}
}

func TestFold(t *testing.T) {
	march := says(span("2025-03-01", "2025-03-31"))
	old, read := entry(year(2021), ""), entry(year(2025), "2025-01-15")
	tests := []struct {
		name    string
		claim   article.Claim
		sources []article.Reference
		want    Word
		support Support
	}{
		{"no marker", article.Claim{Readings: []article.Reading{march}}, nil, Uncited, Supported},
		{"all published before", article.Claim{Readings: []article.Reading{march}}, []article.Reference{old, old}, SourcePredatesEvent, Unsupportable},
		{"all read before", article.Claim{Readings: []article.Reading{march}}, []article.Reference{read}, AccessedBeforeEvent, Unsupportable},
		{"one way each", article.Claim{Readings: []article.Reading{march}}, []article.Reference{old, read}, AccessedBeforeEvent, Unsupportable},
		{"one that may know", article.Claim{Readings: []article.Reading{march}}, []article.Reference{old, entry(year(2025), "")}, Consistent, Supported},
		{"one undated", article.Claim{Readings: []article.Reading{march}}, []article.Reference{old, {}}, Consistent, Supported},
		{"a doubt", article.Claim{Readings: []article.Reading{
			with(march, func(r *article.Reading) { r.Doubt = "the almanac row is unchecked" }),
		}}, []article.Reference{old}, NeedsReview, Suspect},
		{"no time", article.Claim{}, []article.Reference{old}, DateUnknown, Supported},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, verdicts := Judge(articleOf(tt.claim, tt.sources...))
			if v := verdicts[0]; v.Word != tt.want || v.Support != tt.support {
				t.Errorf("the claim is %s and %s, want %s and %s", v.Word, v.Support, tt.want, tt.support)
			}
		})
	}
}

func TestDanglingMemberForbidsADecision(t *testing.T) {
	a := articleOf(article.Claim{Readings: []article.Reading{says(year(2025))}}, entry(year(2021), ""))
	a.Citations = append(a.Citations, article.Citation{Reference: -1})
	a.Claims[0].Citations = append(a.Claims[0].Citations, 1)
	_, verdicts := Judge(a)
	if v := verdicts[0]; v.Support != Suspect || v.Word != NeedsReview {
		t.Errorf("the claim is %s and %s, want it suspect and up for review", v.Support, v.Word)
	}
}

func TestLooseMarkerNeedsEveryAttachmentToFail(t *testing.T) {
	loose := func(later article.Claim) []Verdict {
		a := articleOf(article.Claim{Readings: []article.Reading{says(year(2025))}, Loose: true, Through: 1}, entry(year(2021), ""))
		later.Citations, later.Mood, later.Through = a.Claims[0].Citations, article.Asserted, 1
		a.Claims = append(a.Claims, later)
		_, verdicts := Judge(a)
		return verdicts
	}
	if v := loose(article.Claim{Readings: []article.Reading{says(year(2012))}})[0]; v.Support != Suspect {
		t.Errorf("with a later clause that holds the claim is %s, want suspect", v.Support)
	}
	if v := loose(article.Claim{Readings: []article.Reading{says(year(2024))}})[0]; v.Support != Unsupportable {
		t.Errorf("with a later clause that fails too the claim is %s, want unsupportable", v.Support)
	}
}

func TestArchiveIsALaterReading(t *testing.T) {
	r := entry(year(2025), "2025-01-15")
	r.Archived.When = when.Day(date("2025-07-02"))
	sources, _ := Judge(articleOf(article.Claim{}, r))
	if got := sources[0].Read; got != date("2025-07-02") {
		t.Errorf("last read %s, want 2025-07-02", got)
	}
}

func TestDatesThatDisagreeAreTakenTogether(t *testing.T) {
	r := entry(year(2021), "")
	r.URLDate.When = when.Month(2024, time.March)
	sources, _ := Judge(articleOf(article.Claim{}, r))
	if got, want := sources[0].Published, span("2021-01-01", "2024-03-31"); got != want {
		t.Errorf("published %s, want %s", got, want)
	}
}

func TestProofHoldsEveryDateItRestsOn(t *testing.T) {
	dropped := with(says(year(2019)), func(r *article.Reading) { r.Because[0].Doubt = "excluded" })
	c := article.Claim{Readings: []article.Reading{says(year(2025))}, Dropped: []article.Reading{dropped}}
	_, verdicts := Judge(articleOf(c, entry(year(2021), "2022-02-02")))
	var got []string
	for _, p := range verdicts[0].Proof {
		got = append(got, p.What+" "+p.When.String())
	}
	want := []string{"speaks of 2025-01-01..2025-12-31", "speaks of 2019-01-01..2019-12-31", "published 2021-01-01..2021-12-31", "accessed 2022-02-02"}
	if !slices.Equal(got, want) {
		t.Errorf("the proof holds %q, want %q", got, want)
	}
	if want := "read 2022-02-02 < 2025-01-01"; verdicts[0].Line != want {
		t.Errorf("the line is %q, want %q", verdicts[0].Line, want)
	}
}
