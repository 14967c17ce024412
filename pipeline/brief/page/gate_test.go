package page

import (
	"slices"
	"strings"
	"testing"
)

func through(text string, face Face) (string, []Missing) {
	g := newGate(nil)
	var b strings.Builder
	for _, r := range g.runs(text, face) {
		b.WriteString(r.text)
	}
	return b.String(), g.list()
}

func TestGateShowsEveryCharacterOrItsNumber(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"Latin", "Plain words", "Plain words"},
		{"Cyrillic", "Казахстан", "Казахстан"},
		{"Greek", "Αθήνα", "Αθήνα"},
		{"Vietnamese, composed", "Việt", "Việt"},
		{"combining mark is composed", "e\u0301", "é"},
		{"emoji beyond the plane", "flag \U0001F6A9!", "flag [U+1F6A9]!"},
		{"Chinese and Japanese", "中国，日本の", "中国，日本の"},
		{"kana in full and half width", "データヽ、ｶﾞｰ", "データヽ、ｶﾞｰ"},
		{"Hebrew with points", "\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD", "\u05E9\u05B8\u05C1\u05DC\u05D5\u05B9\u05DD"},
		{"Arabic", "\u0623\u0628", "[U+0623 U+0628]"},
		{"neighbours share a bracket", "한국", "[U+D55C U+AD6D]"},
		{"tab and line end become spaces", "a\tb\nc", "a b c"},
		{"bell", "a\x07b", "a[U+0007]b"},
		{"right-to-left override", "a\u202Eb", "a[U+202E]b"},
		{"isolate", "\u2066x\u2069", "[U+2066]x[U+2069]"},
		{"soft hyphen leaves no mark", "co\u00ADoperate", "cooperate"},
		{"zero width space leaves no mark", "a\u200Bb", "ab"},
		{"non-breaking hyphen", "U\u2011S", "U-S"},
		{"broken bytes", "a\xffb", "a[U+FFFD]b"},
		{"private use", "\uE000", "[U+E000]"},
		{"verdict glyphs", "✗ ! ✓ ?", "✗ ! ✓ ?"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, _ := through(c.in, Serif); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestGateCountsWhatNoFaceDraws(t *testing.T) {
	_, missing := through("한 \U0001F6A9 한", SansBold)
	if want := []Missing{{'한', 2, NoFace}, {'\U0001F6A9', 1, Beyond}}; !slices.Equal(missing, want) {
		t.Errorf("got %v, want %v", missing, want)
	}
}

func TestGateKeepsTheWantedFaceWhereItCan(t *testing.T) {
	g := newGate(nil)
	runs := g.runs("a ✗ b", SerifItalic)
	if len(runs) != 3 || runs[0].face.face != SerifItalic || runs[1].face.face == SerifItalic || runs[2].face.face != SerifItalic {
		t.Errorf("got %v", runs)
	}
}

func TestFacesHaveLettersAndTabularFigures(t *testing.T) {
	for face := Serif; face <= SansBold; face++ {
		for _, r := range "azAZ09éßжЖαΩ–—“”…·×" {
			if !typefaces[face]().has(r) {
				t.Errorf("%s lacks %q", faceFiles[face], r)
			}
		}
		for _, r := range "123456789" {
			if got, want := typefaces[face]().width(string(r)), typefaces[face]().width("0"); got != want {
				t.Errorf("%s: %q is %v wide, 0 is %v", faceFiles[face], r, got, want)
			}
		}
	}
}

func TestEveryFaceFileIsReadable(t *testing.T) {
	for face := range faceCount {
		if n := len(typefaces[face]().metrics.width); n < 100 {
			t.Errorf("%s maps %d characters", faceFiles[face], n)
		}
		drawn := extents{typefaces[face]().file, map[uint16]extent{}}
		for r, glyph := range typefaces[face]().glyphs {
			if _, whole := drawn.of(glyph, 0); !whole {
				t.Errorf("%s: the outline of %U does not hold together", faceFiles[face], r)
			}
		}
	}
}

func FuzzGate(f *testing.F) {
	for _, seed := range []string{"", "plain", "中\U0001F6A9\u202E\x00\xff", "e\u0301\u0301\u0301", strings.Repeat("\u200D", 40)} {
		f.Add(seed, 0)
	}
	f.Fuzz(func(t *testing.T, text string, face int) {
		wanted := Face(uint(face) % uint(SansBold+1))
		g := newGate(nil)
		for _, r := range g.runs(text, wanted) {
			for _, c := range r.text {
				if c > 0xFFFF || invisible(c) || !r.face.has(c) {
					t.Fatalf("%U passed in face %d", c, r.face.face)
				}
			}
		}
	})
}
