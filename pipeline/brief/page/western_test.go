package page

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestWesternCodesAreOneToOne(t *testing.T) {
	runes := map[byte]rune{}
	for r, code := range westernCodes {
		if other, taken := runes[code]; taken {
			t.Errorf("%q and %q share the byte %#x", r, other, code)
		}
		runes[code] = r
	}
}

func TestWesternRunsPartText(t *testing.T) {
	for _, c := range []struct {
		text, head, encoded string
		western             bool
	}{
		{"plain", "plain", "plain", true},
		{"“café”", "“café”", "\x93caf\xe9\x94", true},
		{"✗ no", "✗ no", "\x81 no", true},
		{"a Ж", "a ", "a ", true},
		{"Жж a", "Жж", "", false},
		{"\uFFFD", "\uFFFD", "", false},
	} {
		head, encoded, western := westernRun(c.text)
		if head != c.head || western != c.western || western && encoded != c.encoded {
			t.Errorf("%q: got %q, %q, %v", c.text, head, encoded, western)
		}
	}
}

func TestEveryWesternCharacterIsInItsFont(t *testing.T) {
	for face := Serif; face <= SansBold; face++ {
		for r := range westernCodes {
			if !typefaces[face]().has(r) && !strings.ContainsRune("✗✓≤≥−", r) {
				t.Errorf("%s lacks %q", faceFiles[face], r)
			}
		}
	}
}

func TestWesternFontsAreDescribedTheSameTwice(t *testing.T) {
	for face := Serif; face <= SansBold; face++ {
		one, two := loadFace(face).western, loadFace(face).western
		if !bytes.Equal(one.definition, two.definition) || !bytes.Equal(one.compressed, two.compressed) {
			t.Errorf("%s differs", faceFiles[face])
		}
	}
}

// Some readers know a sign by no name, and draw nothing for it.
func TestFontsSayWhichCharactersTheyDraw(t *testing.T) {
	d := trial()
	d.Add(d.Text(200, Left, Span{Text: "✗ no, ✓ yes “”", Style: trialStyle}, Span{Text: "bold", Style: Style{Face: SerifBold, Size: 9, Leading: 12}}))
	file := open(t, written(t, d))
	fonts := 0
	for n, body := range file {
		if !strings.Contains(body, "/Subtype /TrueType\n") {
			continue
		}
		fonts++
		var cmap int
		if _, after, ok := strings.Cut(body, "/ToUnicode "); ok {
			_, _ = fmt.Sscan(after, &cmap)
		}
		if cmap == 0 {
			t.Fatalf("font %d does not say what it draws: %s", n, body)
		}
		words := inflated(t, file[cmap])
		for _, want := range []string{"<41><41><0041>", "<81><81><2717>", "<8D><8D><2713>", "<93><93><201C>", "<E9><E9><00E9>"} {
			if !strings.Contains(words, want) {
				t.Errorf("%s is not in %s", want, words)
			}
		}
		if ranges, said := strings.Count(words, ">\n<")+strings.Count(words, "beginbfrange"), len(westernCodes)-1; ranges != said {
			t.Errorf("the map has %d characters of %d", ranges, said)
		}
	}
	if fonts < 2 {
		t.Errorf("the file has %d fonts", fonts)
	}
}
