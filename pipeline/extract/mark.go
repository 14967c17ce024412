package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestMarker is how many bytes a bracket may span and still be a citation
// marker.
const longestMarker = 48

// markerEnd returns where the citation marker that begins at byte i ends, or i
// where none does: "[12]", "[1, 3–5]", "[a]", "[note 2]", "[^3]", "[citation
// needed]", "【4†source】", and runs of superscript digits.
func markerEnd(text string, i int) int {
	if i >= len(text) {
		return i
	}
	if strings.HasPrefix(text[i:], "【") {
		window := text[i:min(len(text), i+longestMarker)]
		if j := strings.Index(window, "】"); j > 0 && isDigit(window[len("【")]) {
			return i + j + len("】")
		}
		return i
	}
	if text[i] != '[' {
		return i + superscriptLen(text[i:])
	}
	window := text[i+1 : min(len(text), i+longestMarker)]
	j := strings.IndexByte(window, ']')
	if j < 1 || !isMarkerLabel(window[:j]) {
		return i
	}
	return i + 1 + j + 1
}

// isMarkerLabel reports whether label is what stands in a marker's brackets.
func isMarkerLabel(label string) bool {
	label = strings.TrimSpace(label)
	if word, rest, ok := strings.Cut(label, " "); ok && isAlphabetic(word) {
		switch strings.ToLower(word) {
		case "citation", "clarification", "better", "failed", "verification", "dubious", "original":
			return true
		case "note", "notes", "nb", "ref", "refs", "fn":
			label = strings.TrimSpace(rest)
		default:
			return false
		}
	}
	label = strings.TrimPrefix(label, "^")
	if len(label) == 1 && label[0] >= 'a' && label[0] <= 'z' {
		return true
	}
	for _, r := range label {
		if !unicode.IsDigit(r) && !strings.ContainsRune(" ,;-–—:", r) {
			return false
		}
	}
	return label != ""
}

func superscriptLen(text string) int {
	n := 0
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if r != '¹' && r != '²' && r != '³' && r != '⁰' && (r < '⁴' || r > '⁹') {
			break
		}
		n += size
	}
	return n
}

// markersEnd returns where the run of markers that begins at byte i ends, or i
// where there is none. White space may stand between them.
func markersEnd(text string, i int) int {
	end := i
	for next := i; ; {
		j := markerEnd(text, next)
		if j == next {
			return end
		}
		end = j
		next = spaceEnd(text, j)
	}
}

// maskMarkers returns text with its citation markers blanked out, byte for
// byte as long.
func maskMarkers(text string) string {
	if !strings.ContainsAny(text, "[【") {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		next := strings.IndexAny(text[i:], "[【")
		if next < 0 {
			b.WriteString(text[i:])
			break
		}
		b.WriteString(text[i : i+next])
		i += next
		if j := markerEnd(text, i); j > i {
			b.WriteString(strings.Repeat(" ", j-i))
			i = j
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		b.WriteString(text[i : i+n])
		i += n
	}
	return b.String()
}

func isTerminator(r rune) bool {
	return r == '.' || r == '!' || r == '?' || r == '…' || r == '。' || r == '！' || r == '？'
}

// isWideStop reports whether text begins with a full stop of a script that puts
// no space between sentences.
func isWideStop(text string) bool {
	r := firstRune(text)
	return r == '。' || r == '！' || r == '？'
}

func isBullet(r rune) bool {
	return r == '•' || r == '⁃' || r == '‣' || r == '▪' || r == '●' || r == '◦'
}

// terminatorEnd returns where the run of terminators that begins at byte i ends.
// The spaced dots of an ellipsis are one run.
func terminatorEnd(text string, i int) int {
	for {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isTerminator(r) {
			return i
		}
		i += n
		if r == '.' {
			for strings.HasPrefix(text[i:], " .") && !strings.HasPrefix(text[i:], " .)") && spacedDot(text[i+2:]) {
				i += 2
			}
		}
	}
}

// spacedDot reports whether the dot before rest stands alone.
func spacedDot(rest string) bool {
	r := firstRune(rest)
	return rest == "" || unicode.IsSpace(r) || isTerminator(r) || isCloser(r)
}

func isCloser(r rune) bool {
	return strings.ContainsRune(`"'”’»)]}`, r)
}

// closersEnd returns where the closing quotation marks and brackets, and the
// markers glued to them, that begin at byte i end.
func closersEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if isCloser(r) {
			i += n
			continue
		}
		j := markerEnd(text, i)
		if j == i {
			break
		}
		i = j
	}
	return i
}

func spaceEnd(text string, i int) int {
	return len(text) - len(trimLeft(text[i:]))
}

func trimLeft(s string) string  { return strings.TrimLeftFunc(s, unicode.IsSpace) }
func trimRight(s string) string { return strings.TrimRightFunc(s, unicode.IsSpace) }

// wordBefore returns the word that ends s, from the last white space, opening
// bracket, quotation mark or dash on.
func wordBefore(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`([{"“‘«—`, r)
	})
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}

// followingWord returns the letters and digits that rest begins with, opening
// quotation marks and brackets skipped; at most 40 bytes are looked at.
func followingWord(rest string) string {
	rest = trimOpeners(rest)
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end >= 0 {
		rest = rest[:end]
	}
	return rest
}

// trimOpeners returns up to 40 bytes of rest without the opening quotation marks
// and brackets it begins with.
func trimOpeners(rest string) string {
	return strings.TrimLeft(rest[:min(len(rest), 40)], "\"'“‘«([{*_¿¡$€£#")
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func startsUpper(s string) bool { return s != "" && unicode.IsUpper(firstRune(s)) }
func startsLower(s string) bool { return s != "" && unicode.IsLower(firstRune(s)) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
