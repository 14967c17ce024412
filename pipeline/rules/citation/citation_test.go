package citation

import (
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/check/checktest"
)

func TestPages(t *testing.T) { checktest.Run(t, Rules) }

func TestTurnedRange(t *testing.T) {
	for words, want := range map[string]string{"5–3": "3–5", "12-7": "7-12", "9 — 4": "4 — 9", "7": "", "–3": "", "3–": "", "": ""} {
		edit, ok := turned(words, article.Span{End: len(words)})
		if ok != (want != "") || edit.Text != want {
			t.Errorf("%q became %q, want %q", words, edit.Text, want)
		}
	}
}

func TestRuns(t *testing.T) {
	tests := map[string]struct {
		numbers []int
		want    string
	}{
		"none":           {nil, ""},
		"one":            {[]int{3}, "3"},
		"two in a row":   {[]int{3, 4}, "3–4"},
		"with a gap":     {[]int{1, 2, 3, 5}, "1–3, 5"},
		"with a repeat":  {[]int{1, 1, 2}, "1–2"},
		"far from it":    {[]int{1, 9}, "1, 9"},
		"zero and after": {[]int{0, 1}, "0–1"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := runs(tt.numbers); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
