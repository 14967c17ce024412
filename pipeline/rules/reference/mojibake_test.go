package reference

import (
	"strings"
	"testing"
	"unicode/utf8"

	"citevet/pipeline/article"
)

func TestMisread(t *testing.T) {
	tests := map[string]struct{ text, found, was string }{
		"a quotation mark":                  {"the coachâ€™s match", "â€™", "’"},
		"a dash":                            {"1914â€“1918", "â€“", "–"},
		"an accented letter":                {"FerrÃ©, Ana", "Ã©", "é"},
		"a blank that does not break":       {"5Â\u00a0km", "Â\u00a0", "\u00a0"},
		"read as Latin-1":                   {"coach\u00e2\u0080\u0099s", "\u00e2\u0080\u0099", "’"},
		"Chinese":                           {"ä¸\u00adå›½", "ä¸\u00adå›½", "中国"},
		"twice":                             {"coachÃ¢â‚¬â„¢s", "Ã¢â‚¬â„¢", "â€™"},
		"a Portuguese capital":              {"SÃO PAULO E A MÃE", "", ""},
		"a capital before a quotation mark": {"«CAFÉ» et «FORÊT»", "", ""},
		"dots after an accented letter":     {"«café»…", "", ""},
		"Vietnamese":                        {"Ngôi nhà ở Huế", "", ""},
		"German":                            {"Straße „Übung“", "", ""},
		"cut off":                           {"coachâ€", "", ""},
		"no UTF-8":                          {"caf\xc3\xa9 \xe2\x80", "", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			at, was := misread(tt.text)
			if got := tt.text[at.Start:at.End]; got != tt.found || was != tt.was {
				t.Errorf("%q: found %q for %q, want %q for %q", tt.text, got, was, tt.found, tt.was)
			}
		})
	}
}

// FuzzEntry holds the readers of an entry's raw text to its bounds.
func FuzzEntry(f *testing.F) {
	for _, s := range []string{
		"", "â€™", "&amp;amp;", "https://a.org/?b&amp;c", "<i>x</i>", "{{cite|", "[[A|b]]", `\"{u}`, `\u2013`, "$x$", "moun\u00adtains",
		"\u202ehttps://a.org\u202c", "\u200b", "a \"b https://c.org/d e\" f", "\xff\u200b\xff", "«a» „b“", "as of 3 May 2020", "annual report 2021", "2021 annual report",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if r, ok := residueIn(text); ok && (r.at.Start < 0 || r.at.End > len(text) || r.at.Len() <= 0) {
			t.Fatalf("residue %v in %d bytes", r.at, len(text))
		}
		if q := quotedTitle(text); q.Start > q.End || q.End > len(text) {
			t.Fatalf("title %v in %d bytes", q, len(text))
		}
		a := &article.Article{Document: article.Document{Text: text}, References: []article.Reference{{Span: article.Span{End: len(text)}}}}
		if g, ok := invisibleIn(a, 0); ok {
			for _, e := range g.Fixes[0].Edits {
				if c, _ := utf8.DecodeRuneInString(text[e.Span.Start:e.Span.End]); invisible[c] == "" {
					t.Fatalf("the fix takes %q out", text[e.Span.Start:e.Span.End])
				}
			}
			if !strings.Contains(text, text[g.Span.Start:g.Span.End]) || g.Span.Len() <= 0 {
				t.Fatalf("word %v in %d bytes", g.Span, len(text))
			}
		}
		looksBackOn(text)
		looksAhead(text)
		isReply(text)
		lasting(text)
		scanned(text)
	})
}
