package brief

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// object is a JSON object as a script sees it.
type object = map[string]any

func decoded(t *testing.T, data []byte) object {
	t.Helper()
	var o object
	if err := json.Unmarshal(data, &o); err != nil {
		t.Fatal(err)
	}
	return o
}

func jsonOf(t *testing.T, r check.Result, o JSONOptions) object {
	t.Helper()
	data, err := JSON([]check.Result{r}, trialRun, o)
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, data)
}

func list(o object, name string) []object {
	var out []object
	for _, v := range o[name].([]any) {
		out = append(out, v.(object))
	}
	return out
}

func keys(o object) []string { return slices.Sorted(maps.Keys(o)) }

func wantKeys(t *testing.T, what string, o object, names string) {
	t.Helper()
	want := strings.Fields(names)
	slices.Sort(want)
	if got := keys(o); !slices.Equal(got, want) {
		t.Errorf("%s has %v, want %v", what, got, want)
	}
}

func TestJSONHasTheNamesScriptsRelyOn(t *testing.T) {
	all := jsonOf(t, harbour(t).judged(), JSONOptions{})
	wantKeys(t, "the object", all, "schema tool articles findings summary")
	wantKeys(t, "tool", all["tool"].(object), "name version config rules as_of")
	wantKeys(t, "summary", all["summary"].(object), "articles claims references errors warnings infos decision")
	a := list(all, "articles")[0]
	wantKeys(t, "an article", a, "name sha256 format language title dated sentences entities times citations references claims findings problems")
	wantKeys(t, "dated", a["dated"].(object), "from to because")
	wantKeys(t, "an entity", list(a, "entities")[0], "start end source kind name id role")
	wantKeys(t, "source", list(a, "entities")[0]["source"].(object), "start end line column end_line end_column")
	wantKeys(t, "a citation", list(a, "citations")[0], "start end source label reference")
	wantKeys(t, "a reference", list(a, "references")[0], "start end source label type authors title publisher published accessed url url_date")
	claim := list(a, "claims")[0]
	wantKeys(t, "a claim", claim, "id start end source worthy mood time citations entities verdict confidence reason sources")
	wantKeys(t, "a claim's time", claim["time"].(object), "from to because")
	wantKeys(t, "a claim's source", list(claim, "sources")[0], "reference verdict proof")
	finding := list(a, "findings")[2]
	wantKeys(t, "a finding", finding, "rule severity decision start end source message help claims references proof inequality related fingerprint")
	wantKeys(t, "a premise", list(finding, "proof")[0], "what from to because source")
}

func TestJSONLeavesOutWhatIsUnknown(t *testing.T) {
	d := newDraft(t, "A claim without anything. [9]\n")
	d.reference("", "", "", when.Interval{}, when.Date{})
	d.claim("A claim without anything.", when.Interval{}, "", 2)
	d.a.Citations[0].Reference = -1
	d.a.Language = "und"
	a := list(jsonOf(t, d.judged(), JSONOptions{}), "articles")[0]
	for _, absent := range []string{"language", "title", "dated", "text"} {
		if _, ok := a[absent]; ok {
			t.Errorf("%s is there", absent)
		}
	}
	if v, ok := list(a, "citations")[0]["reference"]; !ok || v != nil {
		t.Errorf("reference of a marker without entry is %v, want null", v)
	}
	if _, ok := list(a, "claims")[0]["time"]; ok {
		t.Error("a claim without a time has one")
	}
}

func TestJSONWritesOpenSidesAsNull(t *testing.T) {
	d := newDraft(t, "Since 2018 it holds.\n")
	d.claim("Since 2018 it holds.", when.Interval{From: day(2018, 1, 1)}, "")
	time := list(list(jsonOf(t, d.judged(), JSONOptions{}), "articles")[0], "claims")[0]["time"].(object)
	if to, ok := time["to"]; time["from"] != "2018-01-01" || !ok || to != nil {
		t.Errorf("got %v", time)
	}
}

func TestJSONPlacesAreInTheFileInCodePoints(t *testing.T) {
	d := newDraft(t, "Первая строка\n\U0001F6A9 Вторая claim here.\n")
	d.claim("claim here.", when.Interval{}, "")
	source := list(list(jsonOf(t, d.judged(), JSONOptions{}), "articles")[0], "claims")[0]["source"].(object)
	if source["line"] != 2.0 || source["column"] != 10.0 || source["end_column"] != 21.0 {
		t.Errorf("got %v", source)
	}
}

func TestJSONListsFindingsByPosition(t *testing.T) {
	a := list(jsonOf(t, harbour(t).judged(), JSONOptions{}), "articles")[0]
	last := -1.0
	for _, f := range list(a, "findings") {
		if at := f["start"].(float64); at < last {
			t.Errorf("a finding at %v stands after one at %v", at, last)
		} else {
			last = at
		}
	}
}

func TestJSONHoldsTheTextWhenAsked(t *testing.T) {
	a := list(jsonOf(t, harbour(t).judged(), JSONOptions{WithText: true}), "articles")[0]
	if a["text"] != harbourText {
		t.Error("the text is not the article's")
	}
}

func TestJSONLEndsInTheSummary(t *testing.T) {
	results := []check.Result{harbour(t).judged(), harbour(t).judged()}
	data, err := JSONL(results, trialRun, JSONOptions{})
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.Split(bytes.TrimSuffix(data, []byte("\n")), []byte("\n"))
	if len(lines) != 3 {
		t.Fatalf("got %d lines", len(lines))
	}
	last := decoded(t, lines[2])
	wantKeys(t, "the last line", last, "schema tool findings summary")
	if n := last["summary"].(object)["articles"]; n != 2.0 {
		t.Errorf("the summary counts %v articles", n)
	}
}

func TestEveryFormatCountsAlike(t *testing.T) {
	r := harbour(t).judged()
	b := New(r, trialRun)
	summary := jsonOf(t, r, JSONOptions{})["summary"].(object)
	for name, want := range map[string]int{
		"claims": b.Counts.Claims, "references": b.Counts.Sources, "errors": b.Counts.Errors,
		"warnings": b.Counts.Warnings, "infos": b.Counts.Infos, "decision": b.Counts.Decisions,
	} {
		if summary[name] != float64(want) {
			t.Errorf("JSON counts %v %s, the briefing %d", summary[name], name, want)
		}
	}
	if line := "1 decision error, 1 warning, 1 note in 1 article (4 claims, 4 sources)"; !strings.Contains(terminalOf(t, r, TerminalOptions{}), line) {
		t.Errorf("the terminal does not say %q", line)
	}
	for _, text := range []string{string(b.Markdown("")), strings.Join(b.set(PDFOptions{}).Words(), " ")} {
		if want := "3 findings in 4 claims with 4 sources and 5 citations: 1 decision error, 1 warning and 1 note."; !strings.Contains(text, want) {
			t.Errorf("a briefing does not say %q", want)
		}
	}
}

func TestVerdictCountsSumToTheClaims(t *testing.T) {
	c := New(harbour(t).judged(), trialRun).Counts
	sum := 0
	for _, n := range c.Verdicts {
		sum += n
	}
	if sum != c.Claims {
		t.Errorf("the verdicts sum to %d of %d claims", sum, c.Claims)
	}
}

func TestRunResultsTellWhatFailed(t *testing.T) {
	entries := []RunResult{
		Done(harbour(t).judged(), []string{"trial.md", "trial.pdf"}),
		Failed("bad.txt", errors.New("bad.txt is not valid UTF-8")),
	}
	data, err := RunResults(entries, trialRun)
	if err != nil {
		t.Fatal(err)
	}
	articles := list(decoded(t, data), "articles")
	if articles[0]["status"] != "ok" || articles[1]["status"] != "failed" || articles[1]["message"] != "bad.txt is not valid UTF-8" {
		t.Errorf("got %v", articles)
	}
	if got := fmt.Sprint(articles[0]["outputs"]); got != "[trial.md trial.pdf]" {
		t.Errorf("got outputs %s", got)
	}
	index, err := IndexJSON(entries, trialRun)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(list(decoded(t, index), "articles")); n != 1 {
		t.Errorf("the index lists %d briefings", n)
	}
	if md := string(IndexMarkdown(entries, trialRun)); !strings.Contains(md, "[pdf](<trial.pdf>)") || !strings.Contains(md, "not valid UTF-8") {
		t.Errorf("got %s", md)
	}
}

func TestWordsOfAWrappedEntryStandOnOneLine(t *testing.T) {
	d := newDraft(t, "It was closed [1].\n")
	d.reference("Coast\nRadio", "Storm closes\n  quay", "https://coast.example/a", when.Year(2013), when.Date{})
	d.a.References[0].Authors = []article.Name{{Family: "de\nVries", Given: "A.\nB."}}
	ref := at(decoded(t, must(JSON([]check.Result{d.judged()}, trialRun, JSONOptions{}))), "articles.0.references.0")
	for path, want := range map[string]string{
		"title": "Storm closes quay", "publisher": "Coast Radio", "authors.0.family": "de Vries", "authors.0.given": "A. B.",
	} {
		if got := at(ref, path); got != want {
			t.Errorf("%s is %q, want %q", path, got, want)
		}
	}
}
