package brief

import (
	"os"
	"strings"
	"testing"

	"citevet/pipeline/brief/page"
)

func TestCharactersWithoutAGlyphAreToldByTheirReason(t *testing.T) {
	for _, c := range []struct {
		name    string
		missing []page.Missing
		want    []string
	}{
		{"none", nil, nil},
		{"no typeface", []page.Missing{{Rune: '한', Reason: page.NoFace}}, []string{"No typeface of this file has U+D55C. A font that has them can be named"}},
		{"shaping", []page.Missing{{Rune: '\u0301', Reason: page.Shaped}, {Rune: '\u0628', Reason: page.Shaped}, {Rune: '\u0E01', Reason: page.Shaped}, {Rune: '\u1100', Reason: page.Shaped}},
			[]string{"Arabic, Jamo and Thai letters and combining marks need more than a typeface: they join, stack or change their order, and one by one they would be misspelt. Those here are U+0301, U+0628, U+0E01, U+1100."}},
		{"marks alone", []page.Missing{{Rune: '\u0301', Reason: page.Shaped}}, []string{"Combining marks need more than a typeface"}},
		{"beyond the plane", []page.Missing{{Rune: '\U0001F6A9', Reason: page.Beyond}}, []string{"What lies above U+FFFF cannot be set in this file: U+1F6A9."}},
		{"unseen", []page.Missing{{Rune: '\u202E', Reason: page.Unseen}}, []string{"What acts on a text without being seen is shown: U+202E."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := characterWords(c.missing)
			if len(got) != len(c.want)+min(len(c.want), 1) {
				t.Fatalf("got %q", got)
			}
			for i, want := range c.want {
				if !strings.HasPrefix(got[i+1], want) {
					t.Errorf("got %q, want %q", got[i+1], want)
				}
			}
		})
	}
}

func TestManyCharactersAreCounted(t *testing.T) {
	var many []page.Missing
	for r := range rune(70) {
		many = append(many, page.Missing{Rune: 0xAC00 + r})
	}
	if words := characterWords(many)[1]; !strings.Contains(words, "U+AC3B, and 10 more") || strings.Contains(words, "U+AC3C") {
		t.Errorf("got %q", words)
	}
}

func TestAFontIsNamedWhereItWasUsed(t *testing.T) {
	file, err := os.ReadFile("page/testdata/GowunDodum-Trial.ttf")
	if err != nil {
		t.Fatal(err)
	}
	font, err := page.ReadFont(file)
	if err != nil {
		t.Fatal(err)
	}
	b := New(harbour(t).judged(), trialRun)
	const named = "Gowun Dodum (SHA-256 c666b10c"
	text := func(o PDFOptions) string { return strings.Join(b.set(o).Words(), " ") }
	if strings.Contains(text(PDFOptions{Fonts: []*page.Font{font}}), named) {
		t.Error("a font is named that nothing is set in")
	}
	b.Title = "서울시 도서관"
	if words := text(PDFOptions{}); !strings.Contains(words, "[U+C11C") || !strings.Contains(words, "under fonts") {
		t.Error("what no typeface has is not told")
	}
	words := text(PDFOptions{Fonts: []*page.Font{font}})
	if !strings.Contains(words, named) || !strings.Contains(words, "서울시") || strings.Contains(words, "U+C11C") {
		t.Error("the font is not used, or not named")
	}
}
