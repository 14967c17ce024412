package page

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// aloneScripts are those whose letters keep their shape, their order and their
// place whatever stands beside them (The Unicode Standard, chapters 7 to 20).
// All others join, reorder or stack their letters, which takes more than a face:
// set letter by letter they would be misspelt.
var aloneScripts = []*unicode.RangeTable{
	unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian, unicode.Glagolitic, unicode.Coptic,
	unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Yi, unicode.Lisu,
	unicode.Ethiopic, unicode.Cherokee, unicode.Canadian_Aboriginal, unicode.Ogham, unicode.Runic, unicode.Braille,
	unicode.Vai, unicode.Bamum, unicode.Tifinagh, unicode.Ol_Chiki, unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Common,
}

// drawnAlone reports whether a character may be drawn with nothing known but its
// glyph: not one that joins, moves or marks its neighbours, nor one that runs
// from right to left.
func drawnAlone(r rune) bool {
	if invisible(r) || unicode.IsMark(r) || conjoining(r) || !unicode.In(r, aloneScripts...) {
		return false
	}
	properties, _ := bidi.LookupRune(r)
	switch properties.Class() {
	case bidi.R, bidi.AL, bidi.AN:
		return false
	}
	return true
}

// eastAsian reports whether r is of the scripts of Chinese, Japanese or Korean, or
// a sign that goes with them.
func eastAsian(r rune) bool {
	return r >= 0x1100 && (unspaced(r) || unicode.Is(unicode.Hangul, r))
}

// conjoining reports whether r is a letter of Hangul that makes a syllable with
// its neighbours, beyond those that Unicode composes.
func conjoining(r rune) bool {
	return r >= 0x1100 && r <= 0x11FF || r >= 0xA960 && r <= 0xA97F || r >= 0xD7B0 && r <= 0xD7FF
}

// Script returns the name of a character's script, as Unicode gives it: "Common"
// and "Inherited" for what several share, empty for what Unicode has not assigned.
func Script(r rune) string {
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) { // of one alone
			return strings.ReplaceAll(name, "_", " ")
		}
	}
	return ""
}
