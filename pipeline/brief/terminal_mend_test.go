package brief

import (
	"strings"
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// mendShown returns the rows that show a mend of the first place of words.
func mendShown(t *testing.T, text, words, now string, width int) string {
	t.Helper()
	d := newDraft(t, text)
	d.finding(check.Finding{
		Rule: "trial", Severity: check.Warning, Span: d.at(words), Message: "look here", Help: "mend it",
		Fixes: []check.Fix{{Message: "write it anew", Safe: true, Edits: []check.Edit{{Span: d.at(words), Text: now}}}},
	})
	_, rows, ok := strings.Cut(terminalOf(t, d.judged(), TerminalOptions{Width: width}), "= mend: write it anew\n")
	if !ok {
		return ""
	}
	rows, _, _ = strings.Cut(rows, "\n\n")
	return rows
}

func TestMendsAreShownAsTheyChangeTheFile(t *testing.T) {
	long := strings.Repeat("The ferry sails at noon. ", 40)
	for _, c := range []struct{ name, text, words, now, want string }{
		{"replaced", "See http://quay.example for all.", "http:", "https:", "   - See http://quay.example for all.\n   + See https://quay.example for all."},
		{"taken away", "See quay.example?utm_source=x for all.", "?utm_source=x", "", "   - See quay.example?utm_source=x for all.\n   + See quay.example for all."},
		{"what cannot be seen", "The har\u200bbour.", "\u200b", "", "   - The har[U+200B]bour.\n   + The harbour."},
		{"a line of many", "First.\n[5] Gone.\nLast.", "[5] Gone.\n", "", "   - [5] Gone.\n   - Last.\n   + Last."},
		{"the end of one", "First.\n[5] Gone.", "\n[5] Gone.", "", "   - [5] Gone."},
		{"a file with CRLF", "First.\r\nThe  quay.\r\n", "  ", " ", "   - The  quay.\n   + The quay."},
		{"far along a line", long + "One two." + long, "two", "three",
			"   - …ferry sails at noon. One two.The ferry sails at noon. T…\n   + …ferry sails at noon. One three.The ferry sails at noon.…"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := mendShown(t, c.text, c.words, c.now, 62); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestManyMendsAreCounted(t *testing.T) {
	d := newDraft(t, "a\nb\nc\nd\ne\n")
	fix := check.Fix{Message: "write them large", Safe: true}
	for _, letter := range []string{"a", "b", "c", "d", "e"} {
		fix.Edits = append(fix.Edits, check.Edit{Span: d.at(letter), Text: strings.ToUpper(letter)})
	}
	d.finding(check.Finding{Rule: "trial", Severity: check.Info, Span: d.at("a"), Message: "look here", Fixes: []check.Fix{fix}})
	out := terminalOf(t, d.judged(), TerminalOptions{})
	const want = "   = help: write them large\n   - a\n   + A\n   - b\n   + B\n   - c\n   + C\n   … and 2 more places\n"
	if !strings.Contains(out, want) {
		t.Errorf("got\n%s", out)
	}
}

// A fix that takes an author, or whose words stand otherwise in the file, shows none.
func TestOnlySafeMendsAreShown(t *testing.T) {
	d := newDraft(t, "The quay & the pier.")
	d.a.Source = []byte("The quay &amp; the pier.")
	d.a.Origin = []article.Piece{{Len: 9, SourceLen: 9}, {Text: 9, Len: 1, Source: 9, SourceLen: 5}, {Text: 10, Len: 10, Source: 14, SourceLen: 10}}
	for _, fix := range []check.Fix{
		{Message: "by an author", Edits: []check.Edit{{Span: d.at("quay"), Text: "wharf"}}},
		{Message: "in an entity", Safe: true, Edits: []check.Edit{{Span: d.at("&"), Text: "and"}}},
	} {
		d.f = []check.Finding{{Rule: "trial", Severity: check.Info, Span: d.at("quay"), Message: "look here", Fixes: []check.Fix{fix}}}
		if out := terminalOf(t, d.judged(), TerminalOptions{}); strings.Contains(out, "\n   + ") {
			t.Errorf("%s: got\n%s", fix.Message, out)
		}
	}
}
