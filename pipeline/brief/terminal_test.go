package brief

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

func terminalOf(t testing.TB, r check.Result, o TerminalOptions) string {
	t.Helper()
	var b strings.Builder
	if err := Terminal(&b, []check.Result{r}, trialRun, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTerminalShowsDiagnosticsAsAWriterReadsThem(t *testing.T) {
	const want = `error[as-of-after-access]: every source was read before the time the claim speaks of
  --> corpus/trial.txt:4:1                            claim C3 · sources [1] [4]
   |
 4 | As of mid-2025 the harbour fund still h…according to the council [1][4].
   | ^^^^^^^^^^^^^^                                                   ------
   | speaks of 2025-05-01..2025-08-31                       last read 2025-01-15
   = note: speaks of “mid-2025”, May to August 2025 (stated)
   = note: accessed “15 Jan. 2025”, 15 January 2025 (stated)
   = note: read 2025-01-15 < 2025-05-01
   = help: cite a source read on or after 2025-05-01, or say "as of January
           2025"

`
	got := terminalOf(t, harbour(t).judged(), TerminalOptions{})
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s", got)
	}
}

// marked returns the words above the carets of the only diagnostic.
func marked(t *testing.T, out string) string {
	t.Helper()
	lines := strings.Split(out, "\n")
	for i, l := range lines {
		if i == 0 || !strings.Contains(l, "^") {
			continue
		}
		from := uniseg.StringWidth(l[:strings.Index(l, "^")])
		to := from + strings.Count(l, "^")
		at, text := 0, ""
		g := uniseg.NewGraphemes(lines[i-1])
		for g.Next() {
			if at >= from && at < to {
				text += g.Str()
			}
			at += g.Width()
		}
		return text
	}
	t.Fatalf("no carets in\n%s", out)
	return ""
}

func oneFinding(t *testing.T, text, words string) check.Result {
	d := newDraft(t, text)
	d.finding(check.Finding{Rule: "trial", Severity: check.Warning, Span: d.at(words), Message: "look here", Label: "here"})
	return d.judged()
}

func TestCaretsStandUnderTheirWords(t *testing.T) {
	for _, c := range []struct{ name, text, words, want string }{
		{"Latin", "The old quay was closed.", "quay", "quay"},
		{"after Cyrillic", "Старая гавань quay закрыта.", "quay", "quay"},
		{"Cyrillic", "Старая гавань закрыта.", "гавань", "гавань"},
		{"after CJK", "北港市 quay 法案", "quay", "quay"},
		{"CJK", "北港市议会通过", "议会", "议会"},
		{"after combining marks", "cafe\u0301 e\u0301e\u0301 quay", "quay", "quay"},
		{"after emoji", "\U0001F469\u200D\U0001F4BB \U0001F6A9 quay", "quay", "quay"},
		{"after a tab", "a\tquay", "quay", "quay"},
		{"after an escape", "a\x1b[31m quay", "quay", "quay"},
		{"after an override", "a\u202E quay", "quay", "quay"},
		{"after a broken byte", "a\xff quay", "quay", "quay"},
		{"far along a line", strings.Repeat("word ", 400) + "quay" + strings.Repeat(" word", 400), "quay", "quay"},
		{"far along a wide line", strings.Repeat("议会", 800) + "quay" + strings.Repeat("议会", 800), "quay", "quay"},
		{"on a later line", "first\r\nsecond quay\r\n", "quay", "quay"},
		{"at the end", "the quay", "quay", "quay"},
		{"over a line's end", "the quay\nis closed", "quay\nis", "quay"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := terminalOf(t, oneFinding(t, c.text, c.words), TerminalOptions{Width: 72})
			if got := marked(t, out); got != c.want {
				t.Errorf("the carets stand under %q, want %q, in\n%s", got, c.want, out)
			}
		})
	}
}

func TestExcerptsFitTheTerminal(t *testing.T) {
	for _, width := range []int{40, 72, 80, 132, 300} {
		for name, text := range awkward {
			out := terminalOf(t, oneFinding(t, text+" quay "+text, "quay"), TerminalOptions{Width: width})
			for _, l := range strings.Split(out, "\n") {
				if strings.Contains(l, " | ") && uniseg.StringWidth(l) > width {
					t.Errorf("%s at %d: a line is %d wide: %q", name, width, uniseg.StringWidth(l), l)
				}
			}
		}
	}
}

var sgr = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestColourIsNeverTheOnlySignal(t *testing.T) {
	r := harbour(t).judged()
	plain, coloured := terminalOf(t, r, TerminalOptions{Width: 90}), terminalOf(t, r, TerminalOptions{Width: 90, Color: true})
	if plain == coloured {
		t.Error("there is no colour")
	}
	if got := sgr.ReplaceAllString(coloured, ""); got != plain {
		t.Errorf("without its colours it reads\n%s", got)
	}
}

func TestArticleTextCannotReachTheTerminal(t *testing.T) {
	for name, text := range awkward {
		out := terminalOf(t, awkwardResult(t, text), TerminalOptions{})
		if i := strings.IndexFunc(strings.ReplaceAll(out, "\n", ""), hidden); i >= 0 {
			t.Errorf("%s: %q gets through", name, strings.ReplaceAll(out, "\n", "")[i:][:4])
		}
	}
}

func TestFindingsOfOneCauseAreOneDiagnostic(t *testing.T) {
	d := newDraft(t, "One place.\nTwo place.\nThree place.\nFour place.\nFive place.\n")
	for _, words := range []string{"One", "Two", "Three", "Four", "Five"} {
		d.finding(check.Finding{Rule: "trial", Severity: check.Warning, Span: d.at(words), Message: "look here"})
	}
	out := terminalOf(t, d.judged(), TerminalOptions{})
	if n := strings.Count(out, "warning[trial]"); n != 1 {
		t.Errorf("there are %d diagnostics in\n%s", n, out)
	}
	for _, want := range []string{" 1 | One", " 3 | Three", "also at: corpus/trial.txt:4:1, corpus/trial.txt:5:1", "5 warnings in 1 article"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

func TestTheGravestCauseComesFirst(t *testing.T) {
	d := newDraft(t, "aa bb cc dd\n")
	for _, f := range []struct {
		words    string
		severity check.Severity
		decision bool
	}{{"aa", check.Info, false}, {"bb", check.Warning, false}, {"cc", check.Error, false}, {"dd", check.Error, true}} {
		d.finding(check.Finding{Rule: "rule-" + f.words, Severity: f.severity, Decision: f.decision, Span: d.at(f.words), Message: f.words})
	}
	out := terminalOf(t, d.judged(), TerminalOptions{})
	last := -1
	for _, rule := range []string{"rule-dd", "rule-cc", "rule-bb", "rule-aa"} {
		at := strings.Index(out, rule)
		if at < last {
			t.Errorf("%s comes too early in\n%s", rule, out)
		}
		last = at
	}
}

func TestProblemsAndFaultsAreSaid(t *testing.T) {
	d := newDraft(t, "Text.\n")
	d.a.Problems = []article.Problem{{Message: "the table could not be read", Span: d.at("Text")}}
	r := d.judged()
	r.Faults = []check.Fault{{Rule: "trial", Message: "index out of range"}}
	out := terminalOf(t, r, TerminalOptions{})
	for _, want := range []string{"problem: the table could not be read", "corpus/trial.txt:1:1", "internal fault: the rule trial failed"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

func TestAnArticleWithoutFindingsIsOneLine(t *testing.T) {
	d := newDraft(t, "All is well.\n")
	d.claim("All is well.", when.Interval{}, "")
	if got, want := terminalOf(t, d.judged(), TerminalOptions{}), "no findings in 1 article (1 claim, 0 sources)\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzTerminal(f *testing.F) {
	f.Add("The old quay was closed.", 4, 8, 9, 12, 80)
	f.Add("议会\t\U0001F6A9\u202E\xff\r\n\r", 0, 30, 3, 6, 40)
	f.Add(strings.Repeat("x", 3000), 10, 2900, 1500, 1501, 60)
	f.Add("00000\xff\x00\x00\x0100000\x1d00000000", -89, 26, 9, 12, -10)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, width int) {
		in := func(x, y int) article.Span {
			n := len(text) + 1
			x, y = int(uint(x)%uint(n)), int(uint(y)%uint(n))
			return article.Span{Start: min(x, y), End: max(x, y)}
		}
		art := &article.Article{Document: article.Document{Name: "n", Source: []byte(text), Text: text,
			Origin: []article.Piece{{Len: len(text), SourceLen: len(text)}}}}
		r := check.Result{Article: art, Findings: []check.Finding{{Rule: "trial", Severity: check.Error, Span: in(a, b), Message: "m", Label: text,
			Related: []check.Related{{Span: in(c, d), Label: "related"}}}}}
		width = 40 + int(uint(width)%200)
		out := terminalOf(t, r, TerminalOptions{Width: width})
		for _, l := range strings.Split(out, "\n") {
			if strings.IndexFunc(l, hidden) >= 0 {
				t.Fatalf("hidden characters in %q", l)
			}
			if strings.Contains(l, " | ") && uniseg.StringWidth(l) > width {
				t.Fatalf("%d wide of %d: %q", uniseg.StringWidth(l), width, l)
			}
		}
	})
}

func BenchmarkTerminal(b *testing.B) {
	text := strings.Repeat("A line of prose that goes on and on. ", 30000)
	art := &article.Article{Document: article.Document{Name: "n", Source: []byte(text), Text: text,
		Origin: []article.Piece{{Len: len(text), SourceLen: len(text)}}}}
	r := check.Result{Article: art}
	for i := range 200 {
		r.Findings = append(r.Findings, check.Finding{Rule: fmt.Sprint("rule", i), Severity: check.Error, Span: article.Span{Start: i * 5000, End: i*5000 + 40}, Message: "m"})
	}
	for b.Loop() {
		terminalOf(b, r, TerminalOptions{})
	}
}

// Words that do not fit under their mark are moved to the left; where they would
// stand under another mark, a sign says which they are of.
func TestWordsMovedUnderAnotherMarkSayWhichTheyAreOf(t *testing.T) {
	d := newDraft(t, "The war of the two provinces over the harbour came to an end in 2002.[9]\n")
	d.finding(check.Finding{
		Rule: "trial", Severity: check.Error, Span: d.at("2002"), Message: "look here", Label: "speaks of 2002-01-01..2002-12-31",
		Related: []check.Related{{Span: d.at("[9]"), Label: "published 1998-01-01..1998-12-31"}},
	})
	const want = `
 1 | The war of the two provinces over the harbour came to an end in 2002.[9]
   |                                                                 ^^^^ ---
   |                                speaks of 2002-01-01..2002-12-31 ^
   |                                     published 1998-01-01..1998-12-31 -
`
	if out := terminalOf(t, d.judged(), TerminalOptions{Width: 78}); !strings.Contains(out, want) {
		t.Errorf("got\n%s", out)
	}
}

// A source that a finding is not about can date the article; then a note says so.
func TestWhatDatesTheArticleIsToldAsSuch(t *testing.T) {
	d := newDraft(t, "It is now open [1].\nThe old entry\nThe late entry\n")
	d.reference("Desk", "The old entry", "", when.Year(2013), when.Date{})
	d.reference("Desk", "The late entry", "", when.Year(2015), day(2016, 4, 1))
	read := article.Premise{What: "accessed", Words: "1 April 2016", Span: d.at("late"), When: when.Day(day(2016, 4, 1)), How: "stated"}
	d.a.Dated = article.Dating{When: when.Interval{From: day(2016, 4, 1)}, Because: []article.Premise{read}}
	old := article.Premise{What: "published", Words: "2013", Span: d.at("old"), When: when.Year(2013), How: "stated"}
	d.finding(check.Finding{Rule: "trial", Severity: check.Warning, Span: d.at("now"), Message: "look here", Proof: []article.Premise{old, read}, References: []int{0}})
	const want = "   = note: the article is no older than this: [2] accessed 1 April 2016 (stated)\n   = note: [1] published 2013 (stated)\n"
	if out := terminalOf(t, d.judged(), TerminalOptions{Width: 80}); !strings.Contains(out, want) {
		t.Errorf("got\n%s", out)
	}
}

// Who reads a terminal knows the file; who reads a pipe may look for it.
func TestFurtherPlacesAreShortOnATerminal(t *testing.T) {
	d := newDraft(t, "One place.\nTwo place.\nThree place.\nFour place.\nFive place.\n")
	for _, words := range []string{"One", "Two", "Three", "Four", "Five"} {
		d.finding(check.Finding{Rule: "trial", Severity: check.Warning, Span: d.at(words), Message: "look here"})
	}
	if out := terminalOf(t, d.judged(), TerminalOptions{Width: 80}); !strings.Contains(out, "= also at: 4:1, 5:1\n") {
		t.Errorf("got\n%s", out)
	}
}

func TestPathsAndAddressesStayWhole(t *testing.T) {
	const path, address = "a/folder/of/a/very/long/name/that/no/terminal/holds/article.txt", "https://desk.example/a/page/with/a/name/longer/than/the/terminal"
	d := newDraft(t, "One place.\n")
	d.a.Name = path
	d.finding(check.Finding{Rule: "trial", Severity: check.Warning, Span: d.at("One"), Message: "look here", Claims: []int{}, Help: "see " + address + " for more"})
	out := terminalOf(t, d.judged(), TerminalOptions{Width: 40})
	for _, want := range []string{"  --> " + path + ":1:1\n", "\n           " + address + "\n           for more\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

func TestSentencesAreNotWiderThanIsReadable(t *testing.T) {
	d := newDraft(t, "One place.\n")
	words := strings.Repeat("word ", 60)
	d.finding(check.Finding{Rule: "trial", Severity: check.Warning, Span: d.at("One"), Message: words, Help: words, Line: words})
	for line := range strings.Lines(terminalOf(t, d.judged(), TerminalOptions{Width: 200})) {
		if n := uniseg.StringWidth(strings.TrimRight(line, "\n")); n > proseWidth {
			t.Errorf("a line is %d wide: %s", n, line)
		}
	}
}

func TestPlacesThatAreNotShownAreTold(t *testing.T) {
	d := newDraft(t, "a b c d e f g h i\nj\n")
	f := check.Finding{Rule: "trial", Severity: check.Info, Span: d.at("j"), Message: "look here"}
	for _, letter := range strings.Split("abcdefghi", "") {
		f.Related = append(f.Related, check.Related{Span: d.at(letter), Label: letter})
	}
	d.finding(f)
	out := terminalOf(t, d.judged(), TerminalOptions{})
	const want = "= also at: corpus/trial.txt:1:13, corpus/trial.txt:1:15,\n              corpus/trial.txt:1:17\n"
	if !strings.Contains(out, want) {
		t.Errorf("got\n%s", out)
	}
	if got, want := firstLabels(strings.Split("123456789", "")), "1 2 3 4 5 6 7 8 and 1 more"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOneMorePlaceAcrossArticlesIsSaidInTheSingular(t *testing.T) {
	results, run := pair(t)
	for len(run.Across[0].Places) < shownMarks+1 {
		run.Across[0].Places = append(run.Across[0].Places, acrossPlace(results, 0))
	}
	var out strings.Builder
	if err := Terminal(&out, results, run, TerminalOptions{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "also in: 1 more place\n") {
		t.Errorf("got\n%s", &out)
	}
}
