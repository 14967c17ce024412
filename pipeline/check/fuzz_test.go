package check

import (
	"bytes"
	"testing"

	"citevet/pipeline/article"
)

// What a baseline is read to reads back as itself.
func FuzzReadBaseline(f *testing.F) {
	f.Add([]byte("# citevet baseline 1\naa\tmissing-year\t2026-12-31\ta.md\twhy\n"))
	f.Add([]byte("# citevet baseline 1\r\n\r\naa\tmissing-year\t-\ta b.md\t why \r\n# more\n"))
	f.Add([]byte("# citevet baseline 2\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := ReadBaseline("base", data)
		if err != nil {
			return
		}
		again, err := ReadBaseline("base", b.Bytes())
		if err != nil {
			t.Fatalf("%v in\n%s", err, b.Bytes())
		}
		if !bytes.Equal(again.Bytes(), b.Bytes()) {
			t.Errorf("%q became %q", b.Bytes(), again.Bytes())
		}
	})
}

// Every comment is heeded, or said to be no good; none covers more than the text.
func FuzzSuppressions(f *testing.F) {
	f.Add("citevet-disable-next-line missing-year: why", "One.\nTwo.", 3)
	f.Add("citevet-disable missing-year, x: why", "One.", 0)
	f.Add("citevet-enable missing-year", "", 0)
	f.Add("citevet-disable-file :", "One.", 9)
	f.Fuzz(func(t *testing.T, words, text string, at int) {
		a := &article.Article{Document: article.Document{Text: text}}
		for i := range 3 {
			a.Comments = append(a.Comments, article.Comment{Words: words, At: min(max(at*i, 0), len(text))})
		}
		for _, s := range suppressions(a, []string{"missing-year", "duplicate-url"}) {
			if s.Flaw == "" && (s.Reason == "" || len(s.Rules) == 0) {
				t.Errorf("%q is heeded for %q because of %q", words, s.Rules, s.Reason)
			}
			if s.Covers.Start < 0 || s.Covers.End < s.Covers.Start || s.Covers.End > len(text)+1 {
				t.Errorf("%q covers %v of %d bytes", words, s.Covers, len(text))
			}
		}
	})
}
