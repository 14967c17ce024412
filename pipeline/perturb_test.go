package pipeline_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"citevet/pipeline/check"
	"citevet/pipeline/ingest"
)

// These tests change the first article and expect the findings to follow: what
// is found has to hang on what the article says, on nothing else.

const (
	firstArticle = "../corpus/jackson-vanik.txt"
	dayOfRun     = "2025-10-01"
)

func firstText(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(firstArticle)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// rewritten returns the text with each first word of a pair replaced by the
// second; every one of them has to occur.
func rewritten(t *testing.T, text string, pairs ...string) string {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("%q does not occur", pairs[i])
		}
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

func judgeText(t *testing.T, name, text string) check.Result {
	t.Helper()
	doc, err := ingest.Parse(name, []byte(text), ingest.FormatOf(name))
	if err != nil {
		t.Fatal(err)
	}
	return judge(t, doc, dayOfRun)
}

// said returns what rules said, each as "rule [labels] words".
func said(r check.Result, rules ...string) []string {
	var out []string
	for _, f := range r.Findings {
		if slices.Contains(rules, f.Rule) {
			named := labels(r, f)
			slices.Sort(named)
			out = append(out, f.Rule+" ["+strings.Join(named, " ")+"] "+r.Article.Words(f.Span))
		}
	}
	slices.Sort(out)
	return out
}

// ageRules compare a claim's time with the dates of its sources.
var ageRules = []string{
	"as-of-after-access", "access-predates-claim", "source-predates-claim",
	"tenure-after-source", "table-head-after-source", "frozen-access-dates",
}

func TestSourcesReadLaterCanCarryTheClaims(t *testing.T) {
	text := rewritten(t, firstText(t), "Accessed 15 Jan. 2025", "Accessed 15 Sep. 2025")
	r := judgeText(t, "a.txt", text)
	if got := said(r, "as-of-after-access", "access-predates-claim", "frozen-access-dates"); len(got) > 0 {
		t.Errorf("all was read after what it tells, and still: %q", got)
	}
	// The National Interest's piece of 2021 cannot tell of 2025 however late it is read.
	for _, f := range r.Findings {
		if f.Decision {
			t.Errorf("a decision is left: %s at %q", f.Rule, r.Article.Words(f.Span))
		}
	}
}

func TestAnEarlierTimeTakesTheFindingAway(t *testing.T) {
	const rule = "as-of-after-access"
	text := rewritten(t, firstText(t), "as of mid-2025", "as of late 2024")
	if got := said(judgeText(t, "a.txt", text), rule); len(got) > 0 {
		t.Errorf("read in January 2025, it can tell of late 2024, and still: %q", got)
	}
	text = rewritten(t, firstText(t), "as of mid-2025", "as of March 2025")
	if got := said(judgeText(t, "a.txt", text), rule); len(got) != 1 || !strings.Contains(got[0], "as of March 2025") {
		t.Errorf("read in January 2025, it cannot tell of March, but got %q", got)
	}
}

func TestSwappedYearsGiveAMismatch(t *testing.T) {
	const rule = "url-date-mismatch"
	if got := said(judgeText(t, "a.txt", firstText(t)), rule); len(got) > 0 {
		t.Fatalf("before the swap: %q", got)
	}
	text := rewritten(t, firstText(t), "(2025). ", "(2021). ", "(2021). ", "(2025). ")
	got := said(judgeText(t, "a.txt", text), rule)
	// The address of [2] is of February 2021. [1] and [3] may be told apart as
	// printed in 2021 and put online in 2025; the others' addresses have no date.
	if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, rule+" [2] ") }) {
		t.Errorf("got %q, want [2] among them", got)
	}
	for _, s := range got {
		if label := strings.TrimPrefix(s, rule+" ")[:3]; !slices.Contains([]string{"[1]", "[2]", "[3]"}, label) {
			t.Errorf("%s has no date in its address", label)
		}
	}
}

func TestRenamedPeopleKeepTheConflictAndLoseTheTenure(t *testing.T) {
	text := rewritten(t, firstText(t), "Marco Rubio", "Dana Whitlow", "Rubio", "Whitlow")
	r := judgeText(t, "a.txt", text)
	if got := said(r, "role-conflict"); len(got) == 0 {
		t.Errorf("a nominee in one paragraph and in office in the next, under any name; findings:\n%s", listing(r))
	}
	for _, f := range r.Findings {
		if f.Rule == "tenure-after-source" && strings.Contains(f.Message, "Whitlow") {
			t.Errorf("nobody knows when Whitlow took office: %s", f.Message)
		}
	}
	text = rewritten(t, text, "Donald Trump", "Orrin Maddock", "Trump", "Maddock")
	r = judgeText(t, "a.txt", text)
	if got := said(r, "tenure-after-source", "table-head-after-source"); len(got) > 0 {
		t.Errorf("nobody knows when they governed, and still: %q", got)
	}
	if got := said(r, "as-of-after-access"); len(got) == 0 {
		t.Error("who governs does not matter to mid-2025, and still nothing is said")
	}
}

func TestReorderedEntriesAreTheSameEntries(t *testing.T) {
	want := said(judgeText(t, "a.txt", firstText(t)), ageRules...)
	if len(want) == 0 {
		t.Fatal("nothing to compare")
	}
	lines := strings.Split(firstText(t), "\n")
	first := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "[1] ") })
	slices.Reverse(lines[first : first+6])
	got := said(judgeText(t, "a.txt", strings.Join(lines, "\n")), ageRules...)
	if !slices.Equal(got, want) {
		t.Errorf("with the entries reversed:\n got %q\nwant %q", got, want)
	}
}

func TestRenumberedEntriesCarryTheirFindings(t *testing.T) {
	renumber := strings.NewReplacer("[1]", "[6]", "[2]", "[5]", "[3]", "[4]", "[4]", "[3]", "[5]", "[2]", "[6]", "[1]")
	back := strings.NewReplacer("1", "6", "2", "5", "3", "4", "4", "3", "5", "2", "6", "1")
	count := func(r check.Result, translate func(string) string) []string {
		var out []string
		for _, f := range r.Findings {
			if slices.Contains(ageRules, f.Rule) {
				named := labels(r, f)
				for i := range named {
					named[i] = translate(named[i])
				}
				slices.Sort(named)
				out = append(out, f.Rule+" "+strings.Join(named, " "))
			}
		}
		slices.Sort(out)
		return out
	}
	want := count(judgeText(t, "a.txt", firstText(t)), func(s string) string { return s })
	got := count(judgeText(t, "a.txt", renumber.Replace(firstText(t))), back.Replace)
	if !slices.Equal(got, want) {
		t.Errorf("renumbered:\n got %q\nwant %q", got, want)
	}
}

func TestARealTableSaysWhatTheFlattenedOneDid(t *testing.T) {
	flat := judgeText(t, "a.txt", firstText(t))
	// Rows of a flattened table touch: "… | | …".
	lines := strings.Split(firstText(t), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "| Country |") {
			line = strings.ReplaceAll(line, "| |", "|\n|")
		}
		lines[i] = line + "\n"
	}
	proper := judgeText(t, "a.md", strings.Join(lines, "\n"))
	rules := []string{"table-head-after-source", "tenure-after-source"}
	got, want := said(proper, rules...), said(flat, rules...)
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("as Markdown:\n got %q\nwant %q", got, want)
	}
}

func TestLinesAboveDoNotChangeTheFingerprints(t *testing.T) {
	prints := func(r check.Result) []string {
		var out []string
		for _, f := range r.Findings {
			out = append(out, f.Rule+" "+f.Fingerprint)
		}
		slices.Sort(out)
		return out
	}
	title, rest, _ := strings.Cut(firstText(t), "\n")
	moved := title + "\nA paragraph that was put in front later and that says nothing of interest to anyone who reads it.\n" + rest
	want, got := prints(judgeText(t, "a.txt", firstText(t))), prints(judgeText(t, "b/c.txt", moved))
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("with a paragraph above:\n got %q\nwant %q", got, want)
	}
}
