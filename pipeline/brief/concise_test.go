package brief

import (
	"strings"
	"testing"

	"citevet/pipeline/check"
)

func TestConciseIsALineAFinding(t *testing.T) {
	results, run := pair(t)
	results[1].Faults = []check.Fault{{Rule: "trial", Message: "index out of range"}}
	const want = `corpus/trial.txt:2:74: warning[role-conflict] one person is given two offices at one time
corpus/trial.txt:3:47: info[no-access-date] the entry does not say when it was read
corpus/trial.txt:4:1: error[as-of-after-access] every source was read before the time the claim speaks of
corpus/second.txt:2:74: warning[role-conflict] one person is given two offices at one time
corpus/second.txt:4:1: error[as-of-after-access] every source was read before the time the claim speaks of
corpus/second.txt:1:1: problem: the article is dated after the day of the run
corpus/second.txt:1:1: internal fault: the rule trial failed on this article and said nothing: index out of range
corpus/second.txt:3:1: warning[source-told-differently] the source is dated 2021 here and 2019 elsewhere
2 decision errors, 3 warnings, 1 note in 2 articles (8 claims, 8 sources); 1 accepted
`
	for _, quiet := range []bool{false, true} {
		want := want
		if quiet {
			want = want[:strings.LastIndex(want[:len(want)-1], "\n")+1]
		}
		var b strings.Builder
		if err := Concise(&b, results, run, TerminalOptions{Quiet: quiet}); err != nil {
			t.Fatal(err)
		}
		if got := b.String(); got != want {
			t.Errorf("quiet %t: got\n%s", quiet, got)
		}
	}
}

// A file may be called anything, and a line of a log that begins with two colons
// is a command to GitHub Actions.
func TestAFilesNameIsNoCommand(t *testing.T) {
	r := oneFinding(t, "The quay.", "quay")
	for name, want := range map[string]string{
		"::error::x.md": "[U+003A]:error::x.md:1:5: ", "a\n::error::.md": "a[U+000A]::error::.md:1:5: ", "\x9b31m.md": "\uFFFD31m.md:1:5: ",
	} {
		r.Article.Name = name
		var b strings.Builder
		if err := Concise(&b, []check.Result{r}, trialRun, TerminalOptions{}); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(b.String(), want) {
			t.Errorf("got %q, want it to begin with %q", b.String(), want)
		}
	}
}
