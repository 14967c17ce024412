package page

import (
	"bytes"
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
