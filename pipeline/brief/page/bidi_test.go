package page

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
	"pgregory.net/rapid"
)

// shown returns a paragraph on one line as it is seen from left to right.
func shown(text string) string {
	runes := []rune(text)
	levels := bidiLevels(runes)
	var b strings.Builder
	for _, i := range visualOrder(levels) {
		r := runes[i]
		if levels[i]%2 == 1 {
			r = mirrored(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// The letters are given by their numbers, since an editor reorders them too:
// alef \u05D0, bet \u05D1, gimel \u05D2, dalet \u05D3.
func TestTextIsSeenInTheOrderOfItsScript(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"Latin alone", "plain (words) 12", "plain (words) 12"},
		{"a word in a sentence", "the \u05D0\u05D1 quay", "the \u05D1\u05D0 quay"},
		{"two words change places", "the \u05D0\u05D1 \u05D2\u05D3 quay", "the \u05D3\u05D2 \u05D1\u05D0 quay"},
		{"a year behind them stands to their left", "the \u05D0\u05D1 1934 quay", "the 1934 \u05D1\u05D0 quay"},
		{"a number between them keeps its figures", "q \u05D0 1,500 \u05D1 q", "q \u05D1 1,500 \u05D0 q"},
		{"a percentage", "q \u05D0 40% \u05D1 q", "q \u05D1 40% \u05D0 q"},
		{"brackets around them", "quay (\u05D0\u05D1) here", "quay (\u05D1\u05D0) here"},
		{"brackets among them are mirrored", "q \u05D0 (\u05D1) \u05D2 q", "q \u05D2 (\u05D1) \u05D0 q"},
		{"pointing quotation marks are mirrored", "q \u05D0 «\u05D1» \u05D2 q", "q \u05D2 «\u05D1» \u05D0 q"},
		{"a full stop ends the sentence", "the \u05D0\u05D1.", "the \u05D1\u05D0."},
		{"a paragraph of their own", "\u05D0\u05D1 ab \u05D2\u05D3.", ".\u05D3\u05D2 ab \u05D1\u05D0"},
		{"a long quotation does not turn the sentence", "he: \u05D0\u05D1 \u05D2\u05D3.", "he: \u05D3\u05D2 \u05D1\u05D0."},
		{"nor does a name at its beginning", "\u05D0\u05D1 was the quay", "\u05D1\u05D0 was the quay"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(c.text); got != c.want {
				t.Errorf("got %+q, want %+q", got, c.want)
			}
		})
	}
}

// The library tells directions, though no levels: where they are known, ours
// must be the same. It does not find pairs of brackets in strings, so there are none.
func TestDirectionsAreThoseOfTheLibrary(t *testing.T) {
	letter := rapid.SampledFrom([]rune("ab\u05D0\u05D1\u05B8\u062712 .,:+-%\"/<"))
	rapid.Check(t, func(t *rapid.T) {
		// A letter at the beginning gives the paragraph its direction in both; one at
		// the end leaves no spaces there, which are the line's.
		first := rapid.SampledFrom([]rune("a\u05D0")).Draw(t, "first")
		text := []rune(string(first) + rapid.StringOfN(letter, 1, 24, -1).Draw(t, "text") + "a")
		levels := levelsIn(text, classOf(first))
		var p bidi.Paragraph
		if _, err := p.SetString(string(text)); err != nil {
			t.Fatal(err)
		}
		order, err := p.Order()
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		for i := range order.NumRuns() {
			run := order.Run(i)
			for range []rune(run.String()) {
				if got, want := levels[at]%2 == 1, run.Direction() == bidi.RightToLeft; got != want {
					t.Fatalf("%+q: character %d runs right to left: %v, want %v", string(text), at, got, want)
				}
				at++
			}
		}
	})
}

func TestBracketsWithoutEndAreReadInTime(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("(", 200_000) + "\u05D0",
		strings.Repeat("\u05D0()", 100_000),
		strings.Repeat("[\u05D0", 100_000) + strings.Repeat("]", 100_000),
	} {
		if levels := bidiLevels([]rune(text)); len(levels) != len([]rune(text)) {
			t.Errorf("got %d levels", len(levels))
		}
	}
}
