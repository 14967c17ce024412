package almanac

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// strokes are letters that Unicode does not take apart into a base letter and a
// mark.
var strokes = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'ı': "i", 'æ': "ae", 'œ': "oe", 'ŧ': "t", 'ħ': "h", 'ə': "a",
}

// fold returns s as names are compared: lower case, without diacritics, full
// stops and apostrophes, every other mark a space, runs of single letters as
// one word. "George H. W. Bush" and "george HW bush" fold alike, as do
// "Erdoğan" and "Erdogan".
func fold(s string) string {
	if !isASCII(s) {
		s = norm.NFD.String(strings.ToValidUTF8(s, " "))
	}
	var room [64]byte // most names fit, and loading folds thousands
	out := room[:0]
	for _, r := range s {
		out = foldRune(out, r)
	}
	return string(joinInitials(out))
}

// foldWords returns the words of the folded s.
func foldWords(s string) []string { return strings.Fields(fold(s)) }

func foldRune(out []byte, r rune) []byte {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		return append(out, byte(r))
	case 'A' <= r && r <= 'Z':
		return append(out, byte(r)+'a'-'A')
	case r == '.' || r == '\'':
		return out
	case r == '&':
		return append(out, " and "...)
	case r < utf8.RuneSelf:
		return append(out, ' ')
	case r == '’' || r == '‘' || r == 'ʼ' || unicode.Is(unicode.Mn, r):
		return out
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		r = unicode.ToLower(r)
		if plain, ok := strokes[r]; ok {
			return append(out, plain...)
		}
		return utf8.AppendRune(out, r)
	}
	return append(out, ' ')
}

// joinInitials brings runs of spaces down to one, takes them off both ends, and
// makes one word of neighbouring single letters, all in place.
func joinInitials(s []byte) []byte {
	out := s[:0]
	single := false // whether the word before was single letters
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		start := i
		for i < len(s) && s[i] != ' ' {
			i++
		}
		letter := i-start == utf8.RuneLen(firstRune(s[start:i])) && (s[start] < '0' || '9' < s[start])
		if len(out) > 0 && !(single && letter) {
			out = append(out, ' ')
		}
		out = append(out, s[start:i]...)
		single = letter
	}
	return out
}

func firstRune(s []byte) rune {
	r, _ := utf8.DecodeRune(s)
	return r
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
