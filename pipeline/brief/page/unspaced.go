package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What no line may begin with, and what none may end with, in a script that may
// be broken between any two other characters: closing and opening signs, and the
// kana that belong to the one before.
//
// Source: https://www.w3.org/TR/jlreq/, sections 3.1.7 and 3.1.8.
const (
	neverFirst = "、。，．！？；：・…‥）」』】》〉〕］｝〗〙〞〟％～" +
		"々〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ" +
		")]}.,;:!?%”’"
	neverLast = "（「『【《〈〔［｛〖〘〝＄￥" + "([{“‘$£¥"
)

// unspaced reports whether r is of a script that puts no spaces between words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
}

// mayPart reports whether a line may end between two characters, of which at least
// one is of such a script.
func mayPart(before, after rune) bool {
	return !strings.ContainsRune(neverLast, before) && !strings.ContainsRune(neverFirst, after)
}

// endsBefore reports whether a line may end between two pieces of a span for the
// sake of their scripts alone, whatever faces they are set in.
func (p piece) endsBefore(next piece) bool {
	before, _ := utf8.DecodeLastRuneInString(p.text)
	after, _ := utf8.DecodeRuneInString(next.text)
	return p.span == next.span && (unspaced(before) || unspaced(after)) && mayPart(before, after)
}
