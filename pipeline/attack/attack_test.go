package attack

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/extract"
	"citevet/pipeline/ingest"
	"citevet/pipeline/rules"
	"citevet/pipeline/when"
)

const sample = `# The harbour

The harbour was widened in June 2019 [1]. The works took 240 people [2]. The quay is run by the city [2].

"We have waited for this quay for more than thirty long years," said Ann Roe, who heads the office [3].

The new crane was delivered on 14 March 2020 [3].

## References

[1] Roe, J. (2020). Widening a harbour. Trade Press. Available at: https://tradepress.com/2020/05/harbour [Accessed 3 May 2021].
[2] Doe, A. (2020). The ministry and its figures. Trade Press. ISBN 978-0-19-861214-8. Available at: https://tradepress.com/figures [Accessed 3 May 2021].
[3] Poe, E. Counting crates. Trade Press. Available at: https://tradepress.com/crates [Accessed 3 May 2021].
`

func judge(_ context.Context, doc article.Document) (check.Result, error) {
	asOf := when.Date{Year: 2025, Month: 9, Day: 1}
	a := extract.Extract(doc, extract.Options{AsOf: asOf, Almanac: almanac.Default()})
	return check.Run(rules.All(), &a, almanac.Default(), asOf), nil
}

func attacked(t *testing.T, o Options) Report {
	t.Helper()
	doc, err := ingest.Parse("harbour.md", []byte(sample), ingest.FormatMarkdown)
	if err != nil {
		t.Fatal(err)
	}
	o.Judge, o.Almanac = judge, almanac.Default()
	r, err := Run(t.Context(), doc, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTheTextbookFaultsAreCaught(t *testing.T) {
	r := attacked(t, Options{})
	caught := map[string]bool{}
	for _, o := range r.Kinds {
		caught[o.Name] = len(o.Planted) > 0 && o.Seen() == len(o.Planted)
		for _, p := range o.Planted {
			if p.Elsewhere > 0 {
				t.Errorf("%s: %s brought a decision elsewhere", o.Name, p.Words)
			}
		}
	}
	for _, k := range []string{"aged-source", "early-access", "dangling-marker", "dropped-marker", "broken-identifier",
		"wrong-weekday", "impossible-day", "access-before-publication", "future-publication", "future-access", "duplicate-number"} {
		if !caught[k] {
			t.Errorf("not every %s was caught", k)
		}
	}
}

func TestTheSameSeedPlantsTheSameFaults(t *testing.T) {
	o := Options{Seed: 7, PerKind: 1}
	if diff := cmp.Diff(attacked(t, o), attacked(t, o), cmp.Comparer(func(a, b Kind) bool { return a.Name == b.Name })); diff != "" {
		t.Error(diff)
	}
}

func TestNoRulesCatchNothing(t *testing.T) {
	doc, err := ingest.Parse("harbour.md", []byte(sample), ingest.FormatMarkdown)
	if err != nil {
		t.Fatal(err)
	}
	blind := func(_ context.Context, doc article.Document) (check.Result, error) {
		a := extract.Extract(doc, extract.Options{Almanac: almanac.Default()})
		return check.Run(nil, &a, almanac.Default(), when.Date{Year: 2025, Month: 9, Day: 1}), nil
	}
	r, err := Run(t.Context(), doc, Options{Judge: blind, Almanac: almanac.Default()})
	if err != nil {
		t.Fatal(err)
	}
	planted := 0
	for _, o := range r.Kinds {
		planted += len(o.Planted)
		if o.Seen() > 0 {
			t.Errorf("%s was seen by nobody's eyes", o.Name)
		}
	}
	if planted == 0 {
		t.Error("nothing was planted")
	}
	if text := r.Text(1); !strings.Contains(text, "went unseen") {
		t.Errorf("the report does not tell what went unseen:\n%s", text)
	}
}

func TestMoved(t *testing.T) {
	edits := []check.Edit{{Span: article.Span{Start: 2, End: 4}, Text: "xxxxx"}, {Span: article.Span{Start: 10, End: 10}, Text: "yy"}}
	for name, tt := range map[string]struct{ from, want article.Span }{
		"before all edits":    {article.Span{Start: 0, End: 1}, article.Span{Start: 0, End: 1}},
		"behind the first":    {article.Span{Start: 5, End: 8}, article.Span{Start: 8, End: 11}},
		"around the first":    {article.Span{Start: 2, End: 6}, article.Span{Start: 2, End: 9}},
		"grown at its end":    {article.Span{Start: 6, End: 10}, article.Span{Start: 9, End: 15}},
		"behind both of them": {article.Span{Start: 11, End: 12}, article.Span{Start: 16, End: 17}},
	} {
		if got := moved(edits, tt.from); got != tt.want {
			t.Errorf("%s: got %v, want %v", name, got, tt.want)
		}
	}
}
