package brief

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// Every rule that speaks of one article says what it expected, and none that there
// is not.
func TestEveryRuleHasAnExpectation(t *testing.T) {
	pages, err := filepath.Glob("../rules/*/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages of rules", err)
	}
	rules := map[string]bool{}
	for _, p := range pages {
		rules[strings.TrimSuffix(filepath.Base(p), ".md")] = filepath.Base(filepath.Dir(p)) != "batch"
	}
	for rule, ofOne := range rules {
		if ofOne && expectedOf[rule] == "" {
			t.Errorf("%s has no line in expected.go", rule)
		}
	}
	for rule, words := range expectedOf {
		if !rules[rule] {
			t.Errorf("there is no rule %s", rule)
		}
		if words != sentenceCase(words) {
			t.Errorf("%s: %q is no sentence", rule, words)
		}
	}
}

// outrun is an article with n claims of 2025 behind sources of one year each, and
// a finding for each.
func outrun(t *testing.T, n int) check.Result {
	t.Helper()
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "In May %d the quay was raised for the time %d.\n", 2015+i, i)
	}
	d := newDraft(t, text.String())
	for i := range n {
		d.reference(fmt.Sprintf("Outlet %d", i), "", "", when.Year(2012), when.Date{})
		d.claim(fmt.Sprintf("In May %d the quay was raised for the time %d.", 2015+i, i), when.Month(2015+i, 5), fmt.Sprintf("May %d", 2015+i), i+1)
		d.finding(check.Finding{
			Rule: "source-predates-claim", Severity: check.Error, Decision: true, Span: d.at(fmt.Sprintf("May %d", 2015+i)),
			Message: "every source is older than the time the claim speaks of", Help: fmt.Sprintf("cite a source from May %d or later", 2015+i),
			Line: fmt.Sprintf("published 2012-01-01..2012-12-31 < %d-05-01", 2015+i), Claims: []int{i}, References: []int{i},
			Proof: d.a.Claims[i].Readings[0].Because,
		})
	}
	r := d.judged()
	r.Rules = []check.Meta{{Name: "source-predates-claim", Family: "temporal"}}
	return r
}

func TestWhatOneSentenceTellsIsToldOnce(t *testing.T) {
	b := New(outrun(t, 5), trialRun)
	if len(b.Findings) != 1 || b.Counts.Places != 5 {
		t.Fatalf("got %d findings of %d places", len(b.Findings), b.Counts.Places)
	}
	told := "5 findings are told as 1: what one sentence says of several places stands together."
	if md := string(b.Markdown("")); !strings.Contains(md, told) || !strings.Contains(onPages(b), squeezed(told)) {
		t.Error("the briefing does not say how many findings it tells as one")
	}
	f := b.Findings[0]
	if got := strings.Join(f.Claims, " "); got != "C1 C2 C3 C4 C5" {
		t.Errorf("it is about %s", got)
	}
	for part, want := range map[string]string{
		f.Expected: "For each claim a source that was published, or at least read, no earlier than what the claim tells of.",
		f.Proof: "C1 speaks of “May 2015”. Hence published 2012 < 1 May 2015. C2 speaks of “May 2016”. Hence published 2012 < 1 May 2016. " +
			"C3 speaks of “May 2017”. Hence published 2012 < 1 May 2017. The other 2 follow in the same way; the dates stand in the table of claims. Confidence is high.",
		f.Mend: "For C1, cite a source from May 2015 or later. Likewise for the others, each by its own dates.",
	} {
		if part != want {
			t.Errorf("got %q, want %q", part, want)
		}
	}
	for i, p := range f.Places {
		if want := fmt.Sprintf("C%d", i+1); p.Claim != want {
			t.Errorf("place %d stands in %s", i, p.Claim)
		}
	}
}

func TestFindingsOfOneCauseKeepTheirOwnWords(t *testing.T) {
	f := New(outrun(t, 1), trialRun).Findings[0]
	if want := "A source that was published, or at least read, on or after 1 May 2015."; f.Expected != want {
		t.Errorf("expected %q", f.Expected)
	}
	if want := "Cite a source from May 2015 or later."; f.Mend != want {
		t.Errorf("the mend is %q", f.Mend)
	}
}

// A cell says nothing without the row that it stands in.
func TestAPlaceInATableIsQuotedWithItsRow(t *testing.T) {
	d := newDraft(t, "Year Share\n2015 29 percent\n2016 31 percent\n")
	cell := func(words string, kind article.BlockKind, row, column int) {
		d.a.Blocks = append(d.a.Blocks, article.Block{Kind: kind, Span: d.at(words), Table: 1, Row: row, Column: column, Section: -1, ColumnHead: -1, RowHead: -1})
	}
	cell("Year", article.TableHead, 0, 0)
	cell("Share", article.TableHead, 0, 1)
	cell("2015", article.Cell, 1, 0)
	cell("29 percent", article.Cell, 1, 1)
	cell("2016", article.Cell, 2, 0)
	cell("31 percent", article.Cell, 2, 1)
	d.finding(check.Finding{Rule: "uncited-number", Severity: check.Info, Span: d.at("29"), Message: "a statistic carries no marker",
		Related: []check.Related{{Span: d.at("31 percent"), Label: "no marker"}}})
	f := New(d.judged(), trialRun).Findings[0]
	if got := f.Places[0].Quote(); got != "2015 | 29 percent" {
		t.Errorf("got %q", got)
	}
	if want := "“2016 | 31 percent” (line 3)."; f.Stands != want {
		t.Errorf("there stands %q, want %q", f.Stands, want)
	}
}

func TestQuotationsWithinAQuotationHaveSingleMarks(t *testing.T) {
	d := newDraft(t, "“It will close,” she said.\n")
	d.a.Sentences = []article.Sentence{{Span: d.at("“It will close,” she said.")}}
	d.finding(check.Finding{Rule: "uncited-quote", Severity: check.Info, Span: d.at("“It will close,”"), Message: "x"})
	if got := New(d.judged(), trialRun).Findings[0].Places[0].Quote(); got != "‘It will close,’ she said." {
		t.Errorf("got %q", got)
	}
}

func TestAHeadingIsQuotedWhole(t *testing.T) {
	d := newDraft(t, "Fifty-one islands\n\nThere are fifty.\n")
	d.a.Blocks = []article.Block{{Kind: article.Heading, Level: 1, Span: d.at("Fifty-one islands"), Section: -1, ColumnHead: -1, RowHead: -1}}
	d.finding(check.Finding{Rule: "headline-mismatch", Severity: check.Info, Span: d.at("Fifty-one"), Message: "x"})
	if got := New(d.judged(), trialRun).Findings[0].Places[0].Quote(); got != "Fifty-one islands" {
		t.Errorf("got %q", got)
	}
}

func TestTheDatesOfASourceAreToldTogether(t *testing.T) {
	d := newDraft(t, "They rose.\n[1] Quays, 2025\n[2] Boats, 2021\n[3] Piers, 2025\n")
	for _, title := range []string{"[1] Quays, 2025", "[2] Boats, 2021", "[3] Piers, 2025"} {
		d.reference("", title, "", when.Interval{}, when.Date{})
	}
	said := func(entry, what, how string, of when.Interval) article.Premise {
		return article.Premise{What: what, How: how, When: of, Span: d.at(entry)}
	}
	read := when.Day(day(2025, 1, 15))
	w := newFindingWriter(d.judged())
	got := strings.Join(w.datesOf([]article.Premise{
		said("Quays", "published", "stated", when.Year(2025)), said("Quays", "accessed", "stated", read),
		said("Boats", "published", "stated", when.Year(2021)), said("Boats", "published", "URL path", when.Month(2021, 2)),
		said("Piers", "published", "stated", when.Year(2025)), said("Piers", "published", "URL path", when.Year(2025)), said("Piers", "accessed", "stated", read),
	}), "; ")
	if want := "[1] [3] published 2025, accessed 15 January 2025; [2] published 2021, in its address February 2021"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := w.dateTold(article.Premise{What: "dated", Words: "03/04/2025", When: when.Interval{From: day(2025, 3, 4), To: day(2025, 4, 3)}}), "dated “03/04/2025”"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPremisesAreToldWithWhatTheyAreReadFrom(t *testing.T) {
	for _, c := range []struct {
		p    article.Premise
		want string
	}{
		{article.Premise{What: "speaks of", Words: "mid-2025", When: when.Interval{From: day(2025, 5, 1), To: day(2025, 8, 31)}}, "speaks of “mid-2025”: May to August 2025"},
		{article.Premise{What: "speaks of", Words: "Tuesday, 15 January 2025", When: when.Day(day(2025, 1, 15))}, "speaks of “Tuesday, 15 January 2025”"},
		{article.Premise{What: "in office", Words: "under Trump", When: when.Interval{From: day(2025, 1, 20)}, Almanac: "us/x", Doubt: "the row is unchecked"}, "in office “under Trump”: since 20 January 2025 by the almanac, though the row is unchecked"},
		{article.Premise{What: "in office", Words: "under Trump", When: when.Year(2017), Almanac: "us/x", Dropped: true, Doubt: "over before the article was written"}, "the reading 2017 by the almanac is left out: over before the article was written"},
	} {
		if got := premiseTold(c.p); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
