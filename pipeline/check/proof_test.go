package check

import (
	"reflect"
	"slices"
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// dated is an entry whose premises carry places, so that they differ.
func dated(at int, published when.Interval, accessed, archived string) article.Reference {
	r := entry(published, accessed)
	r.Published.Span = article.Span{Start: at, End: at + 4}
	r.Accessed.Span = article.Span{Start: at + 10, End: at + 14}
	if archived != "" {
		r.Archived = article.DateField{Field: article.Field{Span: article.Span{Start: at + 20, End: at + 24}}, When: when.Day(date(archived))}
	}
	return r
}

func TestRecomputeComesToTheSamePairs(t *testing.T) {
	march := says(span("2025-03-01", "2025-03-31"))
	terms := []article.Reading{says(span("2017-01-20", "2021-01-20")), says(span("2025-01-20", ""))}
	urlOnly := article.Reference{URLDate: article.DateField{When: when.Month(2021, 2)}}
	tests := []struct {
		name    string
		claim   article.Claim
		sources []article.Reference
	}{
		{"published before", article.Claim{Readings: []article.Reading{march}}, []article.Reference{dated(0, year(2021), "", "")}},
		{"one way each", article.Claim{Readings: []article.Reading{march}}, []article.Reference{dated(0, year(2021), "", ""), dated(100, year(2025), "2025-01-15", "")}},
		{"a later archive", article.Claim{Readings: []article.Reading{march}}, []article.Reference{dated(0, year(2025), "2025-01-15", "2025-02-01")}},
		{"two readings", article.Claim{Readings: terms}, []article.Reference{dated(0, year(2015), "2016-01-01", "")}},
		{"a URL alone", article.Claim{Readings: []article.Reading{march}}, []article.Reference{urlOnly}},
		{"no date", article.Claim{Readings: []article.Reading{march}}, []article.Reference{{}}},
		{"possible", article.Claim{Readings: []article.Reading{march}}, []article.Reference{dated(0, year(2025), "2025-06-01", "")}},
		{"announced beforehand", article.Claim{Readings: []article.Reading{
			with(march, func(r *article.Reading) { r.Planned = true }),
		}}, []article.Reference{dated(0, when.Day(date("2025-02-10")), "", "")}},
		{"a loose marker", article.Claim{Readings: []article.Reading{march}, Loose: true, Through: 1}, []article.Reference{dated(0, year(2021), "", "")}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := articleOf(tt.claim, tt.sources...)
			if tt.claim.Loose {
				a.Claims = append(a.Claims, article.Claim{Mood: article.Scheduled, Citations: a.Claims[0].Citations})
			}
			_, verdicts := Judge(a)
			v := &verdicts[0]
			got := Recompute(v.Proof, v.Steps)
			if !reflect.DeepEqual(got.Pairs, v.Pairs) || got.Support != v.Support {
				t.Errorf("recomputed %+v (%s),\nwant %+v (%s)", got.Pairs, got.Support, v.Pairs, v.Support)
			}
			if v.Support != Supported && got.Line != v.Line {
				t.Errorf("the line is %q, want %q", got.Line, v.Line)
			}
		})
	}
}

func TestCoreIsTheFewestPremises(t *testing.T) {
	march := says(span("2025-03-01", "2025-03-31"))
	tests := []struct {
		name    string
		sources []article.Reference
		want    []string
	}{
		{"one date of two is enough, the reading first", []article.Reference{dated(0, year(2021), "2022-02-02", "")}, []string{"speaks of", "accessed"}},
		{"the reading alone fails", []article.Reference{dated(0, year(2025), "2025-01-15", "")}, []string{"speaks of", "accessed"}},
		{"the later of two readings counts", []article.Reference{dated(0, year(2025), "2025-01-15", "2025-02-01")}, []string{"speaks of", "archived"}},
		{"one of each member", []article.Reference{dated(0, year(2021), "", ""), dated(100, year(2025), "2025-01-15", "")}, []string{"speaks of", "published", "accessed"}},
		{"a member that may know", []article.Reference{dated(0, year(2021), "", ""), dated(100, year(2025), "", "")}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, verdicts := Judge(articleOf(article.Claim{Readings: []article.Reading{march}}, tt.sources...))
			var got []string
			for _, k := range verdicts[0].Core {
				got = append(got, verdicts[0].Proof[k].What)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("the core is %q, want %q", got, tt.want)
			}
		})
	}
}

func TestCarriersAreTheMembersThatMayKnow(t *testing.T) {
	c := article.Claim{Readings: []article.Reading{says(span("2025-03-01", "2025-03-31"))}}
	_, verdicts := Judge(articleOf(c, entry(year(2021), ""), entry(year(2025), ""), article.Reference{}))
	if got := verdicts[0].Carriers; !slices.Equal(got, []int{1, 2}) {
		t.Errorf("carriers %v, want 1 and 2", got)
	}
}

func TestStaleBy(t *testing.T) {
	present := article.Claim{Present: true, Mood: article.Ongoing}
	dashboard := entry(year(2021), "")
	dashboard.Title.Text = "Holdings dashboard"
	tests := []struct {
		name    string
		claim   article.Claim
		sources []article.Reference
		want    string
	}{
		{"the newest counts", present, []article.Reference{entry(year(2020), ""), entry(span("2021-08-31", "2021-08-31"), "")}, "2023-03-01"},
		{"a claim with a time of its own", article.Claim{Readings: []article.Reading{says(year(2020))}}, []article.Reference{entry(year(2020), "")}, ".."},
		{"a page that is kept up", present, []article.Reference{dashboard}, ".."},
		{"an undated source", present, []article.Reference{{}}, ".."},
		{"no source", present, nil, ".."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := articleOf(tt.claim, tt.sources...)
			sources, verdicts := Judge(a)
			if got := StaleBy(a, &verdicts[0], sources, StaleMonths); got.String() != tt.want {
				t.Errorf("stale by %s, want %s", got, tt.want)
			}
		})
	}
}
