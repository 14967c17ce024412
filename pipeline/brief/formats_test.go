package brief

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// pair is a batch of two articles of equal text, with an accepted finding and one
// across both.
func pair(t testing.TB) ([]check.Result, Run) {
	results := []check.Result{harbour(t).judged(), harbour(t).judged()}
	results[1].Article.Name = "corpus/second.txt"
	results[1].Article.Problems = []article.Problem{{Message: "the article is dated after the day of the run"}}
	last := len(results[1].Findings) - 1
	results[1].Accepted = []check.Accepted{{Finding: results[1].Findings[last], How: "baseline", Reason: "known since spring"}}
	results[1].Findings = results[1].Findings[:last]
	run := trialRun
	run.Across = []check.BatchFinding{{
		Rule: "source-told-differently", Severity: check.Warning, Message: "the source is dated 2021 here and 2019 elsewhere", Fingerprint: "dd44",
		Places: []check.Place{acrossPlace(results, 1), acrossPlace(results, 0)},
	}}
	return results, run
}

func acrossPlace(results []check.Result, n int) check.Place {
	a := results[n].Article
	s := a.Claims[1].Span
	start, end := article.NewIndex(&a.Document).Range(s)
	return check.Place{Article: n, Name: a.Name, Span: s, Start: start, End: end, Words: a.Words(s), Label: "here"}
}

func TestEveryFormatHasEveryFinding(t *testing.T) {
	results, run := pair(t)
	for _, f := range findingFormats {
		t.Run(f.name, func(t *testing.T) {
			data, err := f.write(results, run)
			if err != nil {
				t.Fatal(err)
			}
			if got := f.count(t, data); got != 6 {
				t.Errorf("it has %d findings, and the articles have 6:\n%s", got, data)
			}
			again, err := f.write(results, run)
			if err != nil || !bytes.Equal(again, data) {
				t.Error("the same results give other bytes")
			}
			if empty, err := f.write(nil, trialRun); err != nil || f.count(t, empty) != 0 {
				t.Errorf("of no articles it makes %s, %v", empty, err)
			}
		})
	}
}

func TestFormatsNameTheSameRules(t *testing.T) {
	results, run := pair(t)
	want := []string{"as-of-after-access", "as-of-after-access", "no-access-date", "role-conflict", "role-conflict", "source-told-differently"}
	log := list(decoded(t, must(SARIF(results, run))), "runs")[0]
	var sarif, rd, gitlab []string
	for _, r := range list(log, "results") {
		if r["suppressions"] == nil {
			sarif = append(sarif, r["ruleId"].(string))
		}
	}
	for _, d := range list(decoded(t, must(RDJSON(results, run))), "diagnostics") {
		rd = append(rd, d["code"].(object)["value"].(string))
	}
	for _, i := range array(t, must(GitLab(results, run))) {
		gitlab = append(gitlab, i["check_name"].(string))
	}
	for name, got := range map[string][]string{"sarif": sarif, "rdjson": rd, "gitlab": gitlab} {
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s has %v, want %v", name, got, want)
		}
	}
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}

func TestGitLabFingerprintsAreUnique(t *testing.T) {
	results, run := pair(t)
	seen := map[any]bool{}
	for _, i := range array(t, must(GitLab(results, run))) {
		if seen[i["fingerprint"]] {
			t.Errorf("%v stands twice", i["fingerprint"])
		}
		seen[i["fingerprint"]] = true
		if i["location"].(object)["path"] == "" || i["location"].(object)["lines"].(object)["begin"].(float64) < 1 {
			t.Errorf("nowhere: %v", i)
		}
	}
}

func TestGitLabHasItsOwnWordsForHowGraveAFindingIs(t *testing.T) {
	var got []string
	for _, i := range array(t, must(GitLab([]check.Result{harbour(t).judged(), plainError(t)}, trialRun))) {
		got = append(got, fmt.Sprintf("%s %s", i["severity"], i["check_name"]))
		if words, rule := i["description"].(string), i["check_name"].(string); !strings.HasPrefix(words, rule+": ") {
			t.Errorf("the description %q does not name the rule", words)
		}
	}
	want := []string{"critical as-of-after-access", "minor role-conflict", "info no-access-date", "major plain-error"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// plainError is an article with an error that is no decision.
func plainError(t *testing.T) check.Result {
	d := newDraft(t, "It was closed.\n")
	d.finding(check.Finding{Rule: "plain-error", Severity: check.Error, Span: d.at("closed"), Message: "m", Fingerprint: "a"})
	return d.judged()
}

func TestAJobSummaryFitsIntoWhatGitHubTakes(t *testing.T) {
	d := newDraft(t, "It was closed.\n")
	for i := range summaryRows {
		d.finding(check.Finding{Rule: "r", Severity: check.Error, Span: d.at("closed"), Message: strings.Repeat("@{", 400), Fingerprint: fmt.Sprint(i)})
	}
	data := GitHubSummary([]check.Result{d.judged()}, trialRun)
	rows := regexp.MustCompile(`(?m)^\| error `).FindAll(data, -1)
	if len(data) >= 1<<20 || len(rows) < 200 || !bytes.Contains(data, fmt.Appendf(nil, "And %d further findings", summaryRows-len(rows))) {
		t.Errorf("it has %d bytes and %d rows, and ends in %q", len(data), len(rows), data[len(data)-200:])
	}
}

func TestJUnitPassesAndSkips(t *testing.T) {
	results, run := pair(t)
	var all junitSuites
	if err := xml.Unmarshal(must(JUnit(results, run)), &all); err != nil {
		t.Fatal(err)
	}
	cases := func(n int) []string {
		var out []string
		for _, c := range all.Suites[n].Cases {
			words := "passed"
			switch {
			case c.Failure != nil:
				words = "failed"
			case c.Skipped != nil:
				words = "skipped, " + c.Skipped.Message
			}
			out = append(out, fmt.Sprintf("%s: %s: %s", c.Class, c.Name, words))
		}
		return out
	}
	want := []string{
		"corpus/second.txt: as-of-after-access at 4:1: failed",
		"corpus/second.txt: role-conflict at 2:74: failed",
		"corpus/second.txt: no-access-date at 3:47: skipped, baseline: known since spring",
		"corpus/second.txt: generic-title: passed",
	}
	if got := cases(1); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got := cases(2); len(got) != 1 || all.Suites[2].Name != "across articles" {
		t.Errorf("across the articles stand %q", got)
	}
}

// A program that looks at the results alone has to know what was not read.
func TestInputsThatCouldNotBeReadAreTold(t *testing.T) {
	run := trialRun
	run.Unread = []Unread{{Name: "news/latin.txt", Line: 3, Message: "byte 7 is not valid UTF-8; save it as UTF-8"}}
	log := at(sarifOf(t, nil, run), "runs.0.invocations.0")
	for path, want := range map[string]any{
		"executionSuccessful":                       false,
		"toolExecutionNotifications.0.level":        "error",
		"toolExecutionNotifications.0.message.text": "This input could not be read: byte 7 is not valid UTF-8; save it as UTF-8.",
		"toolExecutionNotifications.0.locations.0.physicalLocation.artifactLocation.uri": "news/latin.txt",
		"toolExecutionNotifications.0.locations.0.physicalLocation.region.startLine":     3.0,
		"toolExecutionNotifications.0.locations.0.physicalLocation.region.startColumn":   nil,
	} {
		if got := at(log, path); got != want {
			t.Errorf("SARIF: %s is %v, want %v", path, got, want)
		}
	}
	if got := at(decoded(t, must(JSON(nil, run, JSONOptions{}))), "unread.0.name"); got != "news/latin.txt" {
		t.Errorf("JSON: the name is %v", got)
	}
	if got := at(decoded(t, must(JSONL(nil, run, JSONOptions{}))), "unread.0.line"); got != 3.0 {
		t.Errorf("JSONL: the line is %v", got)
	}
	command := commands(t, GitHub(nil, run))[0]
	if command.name != "error" || command.properties["file"] != "news/latin.txt" || command.properties["line"] != "3" {
		t.Errorf("GitHub: got %+v", command)
	}
	if words := string(GitHubSummary(nil, run)); !strings.Contains(words, "1 input could not be read, and nothing is known of it:") || !strings.Contains(words, "| `news/latin.txt` | byte 7 is not valid UTF-8; save it as UTF-8 |") {
		t.Errorf("the summary is\n%s", words)
	}
	var suites junitSuites
	if err := xml.Unmarshal(must(JUnit(nil, run)), &suites); err != nil {
		t.Fatal(err)
	}
	if s := suites.Suites[0]; s.Errors != 1 || s.Cases[0].Class != "news/latin.txt" || s.Cases[0].Error == nil {
		t.Errorf("JUnit: got %+v", s)
	}
	if suites.Failures != 0 {
		t.Error("JUnit: it is counted as a finding")
	}
}

func TestGitHubCommandsCarryTheirPlace(t *testing.T) {
	results, run := pair(t)
	all := commands(t, GitHub(results, run))
	first := all[0]
	for name, want := range map[string]string{
		"file": "corpus/trial.txt", "line": "4", "endLine": "4", "col": "1", "endColumn": "15", "title": "as-of-after-access",
	} {
		if first.properties[name] != want {
			t.Errorf("%s is %q, want %q", name, first.properties[name], want)
		}
	}
	if first.name != "error" || !strings.HasSuffix(first.message, "\nread 2025-01-15 < 2025-05-01\nhelp: "+results[0].Findings[0].Help) {
		t.Errorf("got %s %q", first.name, first.message)
	}
	var names []string
	for _, c := range all {
		names = append(names, c.name+" "+c.properties["title"])
	}
	if got, want := strings.Join(names, ", "), "error as-of-after-access, error as-of-after-access, warning role-conflict, warning role-conflict, "+
		"warning source-told-differently, notice no-access-date, warning problem"; got != want {
		t.Errorf("got %s", got)
	}
}
