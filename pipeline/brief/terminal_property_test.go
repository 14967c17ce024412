package brief

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// scripts are words that terminals, fonts and counters of columns disagree about.
var scripts = map[string][]string{
	"Latin":      {"harbour", "naïve", "Ēriv", "a", "Donaudampfschifffahrtsgesellschaft"},
	"Cyrillic":   {"гавань", "совет", "й", "закрыта"},
	"Greek":      {"λιμάνι", "το", "ΐ"},
	"CJK":        {"北港市议会", "港口法案。", "ハーバー", "항구", "ｶﾀｶﾅ", "（一）"},
	"Hebrew":     {"שלום", "הַנָּמֵל", "2025"},
	"Arabic":     {"الميناء", "مَرْفَأ", "لا"},
	"Devanagari": {"बंदरगाह", "क्षि"},
	"Thai":       {"ท่าเรือ", "น้ำ"},
	"emoji":      {"\U0001F6A9", "\U0001F469\u200D\U0001F4BB", "\U0001F1F3\U0001F1F4", "1\uFE0F\u20E3", "☂\uFE0F"},
	"combining":  {"cafe\u0301", "\u0301", "e\u0301\u0302\u0303"},
	"blank":      {"\t", " ", "\u00a0", "\u3000", "\u200b"},
	"hidden":     {"\x1b[31m", "\u202e", "\x00", "\u2066", "\x9b"},
	"broken":     {"\xff", "caf\xe9", "\xe2\x82"},
	"ends":       {"\n", "\r\n", "\r"},
}

var allScripts = func() []string {
	var words []string
	for _, script := range []string{"Latin", "Cyrillic", "Greek", "CJK", "Hebrew", "Arabic", "Devanagari", "Thai", "emoji", "combining", "blank", "hidden", "broken", "ends"} {
		words = append(words, scripts[script]...)
	}
	return words
}()

// sample draws words of all scripts.
func sample(t *rapid.T, name string, most int) string {
	words := rapid.SliceOfN(rapid.SampledFrom(allScripts), 0, most).Draw(t, name)
	return strings.Join(words, rapid.SampledFrom([]string{" ", "", "  "}).Draw(t, name+" joint"))
}

// styling is what takes no room: colours and links.
var styling = regexp.MustCompile("\x1b\\[[0-9;]*m|\x1b\\]8;;[^\x1b]*\x1b\\\\")

func place(t *rapid.T, name string, text string) article.Span {
	from := rapid.IntRange(0, len(text)).Draw(t, name+" from")
	return article.Span{Start: from, End: rapid.IntRange(from, min(len(text), from+60)).Draw(t, name+" to")}
}

func TestNoLineIsWiderThanTheTerminal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := sample(t, "text", 60)
		a := &article.Article{Document: article.Document{Name: "n", Source: []byte(text), Text: text, Origin: []article.Piece{{Len: len(text), SourceLen: len(text)}}}}
		edit := place(t, "edit", text)
		f := check.Finding{
			Rule: "a-rule-of-some-length", Severity: check.Warning, Span: place(t, "span", text), Message: sample(t, "message", 12), Help: sample(t, "help", 12),
			Label: sample(t, "label", 4), Line: sample(t, "line", 8),
			Proof:   []article.Premise{{What: "speaks of", Words: sample(t, "words", 6), How: "stated"}},
			Related: []check.Related{{Span: place(t, "related", text), Label: sample(t, "other label", 3)}},
			Fixes:   []check.Fix{{Message: sample(t, "mend", 6), Safe: true, Edits: []check.Edit{{Span: edit, Text: sample(t, "mended", 6)}}}},
		}
		a.Problems = []article.Problem{{Message: sample(t, "problem", 12)}}
		width := rapid.IntRange(40, 200).Draw(t, "width")
		o := TerminalOptions{Width: width, Color: true, Links: Links{File: func(name string) string { return "file:///desk/" + name }}}
		var b strings.Builder
		if err := Terminal(&b, []check.Result{{Article: a, Findings: []check.Finding{f}}}, trialRun, o); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(styling.ReplaceAllString(b.String(), "")) {
			line = strings.TrimSuffix(line, "\n")
			if n := uniseg.StringWidth(line); n > width {
				t.Fatalf("a line is %d wide of %d: %q", n, width, line)
			}
			if strings.IndexFunc(line, hidden) >= 0 || strings.ToValidUTF8(line, "") != line {
				t.Fatalf("it holds what could act: %q", line)
			}
		}
	})
}

func TestCaretsStandUnderTheirWordsInEveryScript(t *testing.T) {
	for _, words := range []string{"quay", "гавань", "北港", "נמל", "ميناء", "ท่าเรือ", "cafe\u0301", "\U0001F6A9"} {
		t.Run(words, func(t *testing.T) {
			rapid.Check(t, func(r *rapid.T) {
				before, after := sample(r, "before", 40), sample(r, "after", 40)
				if strings.Contains(before+after, words) {
					r.Skip("the words stand there twice")
				}
				text := before + " x " + words + " x " + after
				out := terminalOf(t, oneFinding(t, text, words), TerminalOptions{Width: rapid.IntRange(40, 160).Draw(r, "width")})
				if got := marked(t, out); got != words {
					r.Fatalf("the carets stand under %q, want %q, in\n%s", got, words, out)
				}
			})
		})
	}
}

func TestLongWordsBreakAtTheTerminalsEdge(t *testing.T) {
	for _, c := range []struct {
		name, words string
		first, rest int
		want        []string
	}{
		{"as they fit", "one two three", 7, 7, []string{"one two", "three"}},
		{"a word too long", "an endlessword here", 8, 8, []string{"an", "endlessw", "ord here"}},
		{"wide characters", "议会通过法案", 5, 5, []string{"议会", "通过", "法案"}},
		{"a mark stays with its letter", "aae\u0301e\u0301", 3, 3, []string{"aae\u0301", "e\u0301"}},
		{"nothing fits into the first", "harbour bill", 4, 10, []string{"", "harbour", "bill"}},
		{"a command", "say ::error::x", 80, 80, []string{"say [U+003A]:error::x"}},
		{"nothing", "", 80, 80, []string{""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := folded(c.words, c.first, c.rest); fmt.Sprintf("%q", got) != fmt.Sprintf("%q", c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
