package brief

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// batchTrial is a batch of three articles, of which two share a source, and an
// input that could not be read.
func batchTrial(t *testing.T) ([]RunResult, Run) {
	t.Helper()
	quiet := newDraft(t, "The quay was widened in 2018.\n")
	quiet.a.Name, quiet.a.Title = "news/quay & co.txt", "The quay <widened>"
	quiet.reference("Coast Radio", "Storm closes quay", "http://www.coast.example/a/1/", when.Year(2019), day(2026, 1, 1))
	quiet.reference("Tide Press", "A book of tides", "", when.Year(2012), when.Date{})
	quiet.claim("The quay was widened in 2018", when.Year(2018), "2018", 1)
	small := newDraft(t, "Nothing is cited here.\n")
	small.a.Name = "news/small.txt"
	run := trialRun
	run.Across = []check.BatchFinding{{
		Rule: "source-told-differently", Severity: check.Error, Message: "the source is dated 2013 here and 2019 in news/quay & co.txt", Line: "2013 ≠ 2019",
		Places: []check.Place{{Article: 1, Name: "corpus/trial.txt", Start: article.Position{Line: 3, Column: 1}}, {Article: 0, Name: "news/quay & co.txt", Start: article.Position{Line: 1, Column: 5}, Label: "dated 2019"}},
	}}
	outputs := func(stem string) []string {
		return []string{stem + ".md", stem + ".pdf", stem + ".json", stem + ".html"}
	}
	return []RunResult{
		Done(small.judged(), outputs("small")),
		Done(quiet.judged(), outputs("quay #1 50%")),
		Failed("news/latin.txt", fmt.Errorf("not <valid> UTF-8")),
		Done(harbour(t).judged(), outputs("trial")),
	}, run
}

func TestTheIndexPageIsWellFormed(t *testing.T) {
	articles, run := batchTrial(t)
	for name, list := range map[string][]RunResult{"batch": articles, "none": nil, "failed": articles[2:3]} {
		t.Run(name, func(t *testing.T) {
			data, err := IndexHTML(list, run)
			if err != nil {
				t.Fatal(err)
			}
			parsedPage(t, data).holds(t)
			again, err := IndexHTML(list, run)
			if err != nil || !bytes.Equal(data, again) {
				t.Error("two pages of one batch differ")
			}
		})
	}
}

func TestTheIndexBeginsWithTheGravest(t *testing.T) {
	articles, run := batchTrial(t)
	data, err := IndexHTML(articles, run)
	if err != nil {
		t.Fatal(err)
	}
	table := parsedPage(t, data).byID(t, "articles-table")
	var got []string
	for n := range table.Descendants() {
		if n.Type == html.ElementNode && attr(n, "data-of") == "article" {
			got = append(got, textOf(n))
		}
	}
	if want := []string{"Harbour bill stalls as Ana Petrova waits", "small.txt", "The quay <widened>"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	md := string(IndexMarkdown(articles, run))
	if strings.Index(md, "Harbour bill") > strings.Index(md, "The quay") {
		t.Error("index.md has another order")
	}
}

func TestTheIndexSaysHowManyCameOutHow(t *testing.T) {
	of := func(decision, errors, warnings, infos int) RunResult {
		return RunResult{Counts: &BatchCounts{Decision: decision, Errors: errors, Warnings: warnings, Infos: infos}}
	}
	for _, c := range []struct {
		want   string
		judged []RunResult
	}{
		{"No article was judged.", nil},
		{"The one article has points to review.", []RunResult{of(0, 0, 2, 0)}},
		{"All 2 articles have points to review.", []RunResult{of(0, 0, 2, 0), of(0, 0, 1, 0)}},
		{"Of 5 articles, 2 leave a claim without possible support, 1 has other errors to mend, 1 has points to review and 1 has no more than notes of its own.",
			[]RunResult{of(1, 1, 0, 0), of(2, 3, 1, 0), of(0, 1, 0, 0), of(0, 0, 1, 1), of(0, 0, 0, 1)}},
	} {
		if got := outcomeWords(c.judged); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestTheIndexLeadsToFilesOfAnyName(t *testing.T) {
	articles, run := batchTrial(t)
	data, err := IndexHTML(articles, run)
	if err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{string(data), string(IndexMarkdown(articles, run))} {
		if !strings.Contains(out, "quay%20%231%2050%25.html") {
			t.Errorf("no link to the page of an awkward name in\n%s", out)
		}
	}
}

func TestTheWorstGapIsBetweenASourceAndWhatItCannotReach(t *testing.T) {
	articles, _ := batchTrial(t)
	harbour := articles[3]
	// Entry 4 is of 2021, and is cited for the time from May 2025.
	if g := harbour.WorstGap; g == nil || *g != (Gap{day(2021, 12, 31).DaysUntil(day(2025, 5, 1)), "3 years 4 months", "C3", "[1]"}) {
		t.Errorf("got %+v", g)
	}
	for _, a := range articles[:2] {
		if a.WorstGap != nil {
			t.Errorf("%s has a gap of %s", a.Name, a.WorstGap.Words)
		}
	}
}

func TestTheIndexCountsOutlets(t *testing.T) {
	articles, _ := batchTrial(t)
	all := outletsOf(byConsequence(articles))
	var cited, flagged []string
	for _, o := range mostCited(all) {
		cited = append(cited, fmt.Sprintf("%s %d of %d in %d", o.Outlet, o.Citations, o.Sources, o.Articles))
	}
	for _, o := range mostFlagged(all) {
		flagged = append(flagged, fmt.Sprintf("%s %d", o.Outlet, o.Findings))
	}
	if want := []string{"coast.example 2 of 2 in 2", "gazette.example 2 of 1 in 1", "examiner.example 1 of 1 in 1", "weekly.example 1 of 1 in 1"}; !slices.Equal(cited, want) {
		t.Errorf("cited: got %q, want %q", cited, want)
	}
	if want := []string{"examiner.example 1", "gazette.example 1"}; !slices.Equal(flagged, want) {
		t.Errorf("flagged: got %q, want %q", flagged, want)
	}
}

func TestACarrierIsNoOutlet(t *testing.T) {
	named := &article.Reference{Publisher: article.Field{Text: "Tide Press"}}
	for url, want := range map[string]string{
		"https://books.google.com/books?id=x": "Tide Press", "https://doi.org/10.1000/1": "Tide Press", "https://coast.example/a": "coast.example", "": "Tide Press",
	} {
		if got := outletOf(named, url); got != want {
			t.Errorf("%s is of %q, want %q", url, got, want)
		}
	}
	if got := outletOf(&article.Reference{}, "https://doi.org/10.1000/1"); got != "doi.org" {
		t.Errorf("without a name it is of %q", got)
	}
}

func TestTheIndexKnowsASourceByItsAddressOrDOI(t *testing.T) {
	articles, run := batchTrial(t)
	shared := sharedSources(byConsequence(articles))
	if len(shared) != 1 || shared[0].Title != "Storm closes quay" || len(shared[0].Articles) != 2 {
		t.Fatalf("got %+v", shared)
	}
	data, err := IndexJSON(articles, run)
	if err != nil {
		t.Fatal(err)
	}
	index := decoded(t, data)
	wantKeys(t, "index.json", index, "schema tool articles findings most_cited most_flagged shared_sources summary")
	if got := len(list(list(index, "shared_sources")[0], "articles")); got != 2 {
		t.Errorf("index.json has the shared source in %d articles", got)
	}
	results, err := RunResults(articles, run)
	if err != nil {
		t.Fatal(err)
	}
	wantKeys(t, "run_results.json", decoded(t, results), "schema tool articles findings summary")
}
