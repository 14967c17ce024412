package measure

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// scoresOf measures a folder made up here, and returns the report as printed.
func scoresOf(t *testing.T, files map[string]string, only ...string) (Report, string) {
	t.Helper()
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	report, err := Run(context.Background(), folder, Options{Almanac: almanac.Default(), AsOf: when.Date{Year: 2025, Month: 9, Day: 1}, Only: only})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := report.Write(&out); err != nil {
		t.Fatal(err)
	}
	return report, out.String()
}

// rowOf returns the cells of the first row that begins with the name.
func rowOf(t *testing.T, r Report, name string) string {
	t.Helper()
	for _, table := range r.Tables {
		for _, row := range table.Rows {
			if row[0] == name {
				return strings.Join(row[1:], " ")
			}
		}
	}
	t.Fatalf("no row %q", name)
	return ""
}

func TestMissingSetsAreNamedAndSkipped(t *testing.T) {
	report, out := scoresOf(t, nil)
	if len(report.Tables) != 0 {
		t.Errorf("%d tables of nothing", len(report.Tables))
	}
	for _, set := range Names() {
		if set != "timing" && !strings.Contains(out, "\n- "+set+": ") {
			t.Errorf("%s is not named:\n%s", set, out)
		}
	}
}

func TestABrokenSetIsAnError(t *testing.T) {
	folder := fstest.MapFS{"sentences/golden_rules_en.json": {Data: []byte("{")}}
	if _, err := Run(context.Background(), folder, Options{Almanac: almanac.Default(), Only: []string{"sentences"}}); err == nil {
		t.Error("half a file was scored")
	}
}

func TestMissesStandSideBySide(t *testing.T) {
	report, _ := scoresOf(t, map[string]string{"sentences/golden_rules_en.json": `[
		{"name": "kept", "input": "One fell. Two rose.", "output": ["One fell.", "Two rose."]},
		{"name": "broken", "input": "One fell. Two rose.", "output": ["One fell. Two rose."]}]`}, "sentences")
	if got, want := rowOf(t, report, "rules kept"), "2 0.500 0.500 0.900 0.980"; got != want {
		t.Errorf("rules kept: %s, want %s", got, want)
	}
	want := "where\tgold\tread\tcontext\nbroken\tOne fell. Two rose.\tOne fell. ¦ Two rose.\tOne fell. Two rose.\n"
	if got := string(report.Sheet("sentences")); got != want {
		t.Errorf("sheet %q, want %q", got, want)
	}
}

const madeUpArticle = `# Bridges

The Old Bridge opened in 1931.[1] It was *widened* in 1950.[2]

## References

[1] Roe, Jane (4 May 2010). "The Old Bridge". The Herald. https://herald.example/bridge. Retrieved 6 June 2011.

[2] Coe, Ann (2012). "Wider". The Herald. https://herald.example/wider. Retrieved 7 July 2013.
`

func TestWikiScoresFieldsAndMarkers(t *testing.T) {
	gold := goldArticle{
		References: []goldReference{
			{Label: "1", Title: "The Old Bridge", Date: "4 May 2010", URL: "https://herald.example/bridge", Accessed: "6 June 2011"},
			{Label: "2", Title: "Another", Date: "2012", URL: "https://herald.example/wider/"},
		},
		Markers: []goldMarker{
			{"1", strings.Index(madeUpArticle, "[1]")},
			{"2", strings.Index(madeUpArticle, "[2]") + 1},
		},
	}
	data, err := json.Marshal(gold)
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.ReplaceAll(data, []byte("ArchiveURL"), []byte("archive_url"))
	report, _ := scoresOf(t, map[string]string{"wiki/Bridges.md": madeUpArticle, "wiki/Bridges.gold.json": string(data)}, "wiki")
	for name, want := range map[string]string{
		"year":        "2 1.000 1.000 0.985 0.995",
		"title":       "2 0.500 0.500 0.95 0.98",
		"URL":         "2 0.500 1.000 0.985 0.995",
		"access date": "1 1.000 1.000 0.985 0.995",
		"DOI":         "0 – – 0.985 0.995",
		"found":       "2 2 0.500 0.500 0.990 0.999",
	} {
		if got := rowOf(t, report, name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestTwoRunsPrintTheSame(t *testing.T) {
	files := map[string]string{"wiki/Bridges.md": madeUpArticle, "wiki/Bridges.gold.json": `{"markers":[{"label":"1","offset":3}]}`}
	_, first := scoresOf(t, files)
	if _, second := scoresOf(t, files); first != second {
		t.Errorf("%s\nand then\n%s", first, second)
	}
}

func TestAnswersScoreMarkersAndWorth(t *testing.T) {
	line := `{"question": "q", "answer": "Exports rose by 4 percent in 2019, Norway said [1]. Well, I hope so.", "attribution": ["[1] https://a.example/x"], ` +
		`"claims": [{"claim_string": "Exports rose by 4 percent in 2019, Norway said [1].", "worthiness": "Yes"}, {"claim_string": "Well, I hope so.", "worthiness": "No"}]}`
	report, _ := scoresOf(t, map[string]string{expertQAFile: line}, "expertqa")
	if got, want := rowOf(t, report, "marker to claim"), "1 1.000 1.000 0.950 0.990"; got != want {
		t.Errorf("marker to claim: %s, want %s", got, want)
	}
	if got := rowOf(t, report, "all"); !strings.HasPrefix(got, "2 1.000 ") {
		t.Errorf("the statistic is not worth more than the hope: %s", got)
	}
}

func TestLabelsFindWhatTheEngineSays(t *testing.T) {
	text := strings.Replace(madeUpArticle, "opened in 1931", "opened in 2019", 1)
	var list []string
	for i, sentence := range []string{"The Old Bridge opened in 2019.[1]", "It was widened in 1950.[2]"} {
		list = append(list, fmt.Sprintf(`{"id": %d, "article": "Bridges", "label": %q, "sentence": %q}`, i, []string{"impossible", "ok"}[i], sentence))
	}
	report, _ := scoresOf(t, map[string]string{"wiki/Bridges.md": text, "wiki/labels.jsonl": strings.Join(list, "\n")}, "labels")
	for name, want := range map[string]string{"impossible": "1 1 0.000 0.000 0.000", "ok": "1 1 0.000 0.000 0.000"} {
		if got := rowOf(t, report, name); got != want { // no rule runs here
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestCorpusTextKeepsPlaces(t *testing.T) {
	var c corpusText
	c.kind = article.Heading
	first := c.token("Ann")
	second := c.token("'s")
	c.end(article.Paragraph)
	c.token("(")
	third := c.token("2008")
	c.token(")")
	c.end(article.Paragraph)
	doc := c.document("x")
	if want := "Ann's\n\n(2008)"; doc.Text != want {
		t.Fatalf("text %q, want %q", doc.Text, want)
	}
	for span, want := range map[article.Span]string{first: "Ann", second: "'s", third: "2008"} {
		if got := doc.Words(span); got != want {
			t.Errorf("%v is %q, want %q", span, got, want)
		}
	}
	if doc.Blocks[0].Kind != article.Heading || doc.Blocks[1].Kind != article.Paragraph {
		t.Errorf("blocks %v", doc.Blocks)
	}
}
