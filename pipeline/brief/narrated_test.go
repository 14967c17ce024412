package brief

import (
	"strings"
	"testing"

	"citevet/pipeline/check"
)

func narratedOf(t *testing.T, results []check.Result, run Run) string {
	t.Helper()
	var b strings.Builder
	if err := Narrated(&b, results, run, TerminalOptions{Color: true, Links: linksTo("file:///a", "file:///b")}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNarratedTellsInSentences(t *testing.T) {
	results, run := pair(t)
	results[0].Findings = results[0].Findings[:2]
	const want = `1 of 2 in corpus/trial.txt.
Decision error, rule as-of-after-access: every source was read before the time the claim speaks of.
It is about claim C3 and sources 1 and 4.
Line 4, column 1: “As of mid-2025”, speaks of May to August 2025.
Line 4, column 78: “[1][4]”, last read 15 January 2025.
The text speaks of “mid-2025”, May to August 2025, as stated.
The text gives: accessed “15 Jan. 2025”, 15 January 2025, as stated.
Hence: read 15 January 2025, which is before 1 May 2025.
Way out: cite a source read on or after 1 May 2025, or say "as of January 2025".

2 of 2 in corpus/trial.txt.
Warning, rule role-conflict: one person is given two offices at one time.
It is about claim C1.
Line 2, column 74: “Ana Petrova called”.

`
	got := narratedOf(t, results[:1], run)
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s", got)
	}
	const across = `Warning across the articles, rule source-told-differently: the source is dated 2021 here and 2019 elsewhere.
In corpus/second.txt, line 3, column 1: “The old quay was closed in 2012 after a storm”, here.
In corpus/trial.txt, line 3, column 1: “The old quay was closed in 2012 after a storm”, here.

1 decision error, 2 warnings in 1 article (4 claims, 4 sources)
`
	if !strings.HasSuffix(got, across) {
		t.Errorf("got\n%s", got)
	}
}

// Nothing is drawn, coloured or linked, whatever the article holds.
func TestNarratedHasNothingToBeSeen(t *testing.T) {
	for name, text := range awkward {
		r := awkwardResult(t, text)
		for line := range strings.Lines(narratedOf(t, []check.Result{r}, trialRun)) {
			line = strings.TrimSuffix(line, "\n")
			if strings.IndexFunc(line, hidden) >= 0 || strings.HasPrefix(line, " ") || strings.Contains(line, "^^") || strings.Contains(line, "-->") {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
}

func TestNarratedSaysWhatAMendWrites(t *testing.T) {
	d := newDraft(t, "See http://quay.example?utm_source=x here.")
	d.finding(check.Finding{Rule: "trial", Severity: check.Info, Span: d.at("http"), Message: "look here", Help: "mend it", Fixes: []check.Fix{{Message: "write it anew", Safe: true,
		Edits: []check.Edit{{Span: d.at("http"), Text: "https"}, {Span: d.at("?utm_source=x")}}}}})
	const want = "A safe mend: write it anew.\nLine 1, column 5: replace “http” by “https”.\nLine 1, column 24: take “?utm_source=x” away.\n"
	if got := narratedOf(t, []check.Result{d.judged()}, trialRun); !strings.Contains(got, want) {
		t.Errorf("got\n%s", got)
	}
}

func TestSignsAreSaidInWords(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"a day before a day", "read 2025-01-15 < 2025-05-01", "read 15 January 2025, which is before 1 May 2025"},
		{"a span and a delay", "published 2021-01-01..2021-12-31 + 18 months < 2025-05-01", "published 2021 plus 18 months, which is before 1 May 2025"},
		{"a reading before a publication", "read 2021-05-01 < published 2021-05-03", "read 1 May 2021, which is before it was published, 3 May 2021"},
		{"a span without end", "speaks of 2025-01-20..", "speaks of the time since 20 January 2025"},
		{"a span without beginning", "in office ..2021-01-20", "in office the time until 20 January 2021"},
		{"two that differ", "2021-05-01 ≠ 2021-05-03", "1 May 2021, which is not the same as 3 May 2021"},
		{"words of the article", "“a < b [1] 2021-05-01” = “c”", "“a < b [1] 2021-05-01”, which is the same as “c”"},
		{"a quotation never closed", "“read 2021-05-01", "“read 1 May 2021"},
		{"a day in an address", "https://quay.example/2021-05-01/x", "https://quay.example/2021-05-01/x"},
		{"a day that shows how to write it", "write the date as 2025-04-03", "write the date as 2025-04-03"},
		{"no day of the calendar", "read 2021-02-31", "read 2021-02-31"},
		{"markers", "drop [5] here, not [1] [2], nor the bundle [1][3]", "drop source 5 here, not sources 1 and 2, nor the bundle 1 and 3"},
		{"a character written out", "[U+0041]", "[U+0041]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := reckoning(c.line); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
