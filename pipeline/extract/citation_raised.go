package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// superscriptAt reads raised numbers at i: "word¹", "end.¹²", "word¹,³". They are
// markers only where every number is an entry's label and what stands before is
// a word or a mark, not a number, a unit or a formula.
func (s *markerScan) superscriptAt(i int) int {
	end := i
	type raised struct {
		at    span
		label string
	}
	var labels []raised
	for {
		n := raisedLen(s.text[end:])
		if n == 0 {
			break
		}
		labels = append(labels, raised{span{end, end + n}, plainDigits(s.text[end : end+n])})
		end += n
		next := s.text[end:]
		sep := len(next) - len(strings.TrimLeft(next, ",˒ ̓ʼ⁻⁾⁽"))
		if sep == 0 || sep > 3 || raisedLen(next[sep:]) == 0 {
			break
		}
		end += sep
	}
	if len(labels) == 0 {
		return i + 1
	}
	if !s.raisedContext(i) {
		return end
	}
	for _, l := range labels {
		if _, ok := s.labels[l.label]; !ok {
			return end
		}
	}
	for _, l := range labels {
		s.add(l.at, span{i, end}, l.label, schemeSuperscript, "")
	}
	return end
}

// raisedLen returns the length of the superscript digits that text begins with.
func raisedLen(text string) int {
	n := 0
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if !strings.ContainsRune(superscripts, r) || r == utf8.RuneError {
			break
		}
		n += size
	}
	return n
}

// raisedContext reports whether a raised number at i can be a marker.
func (s *markerScan) raisedContext(i int) bool {
	if len(s.numbers) == 0 || i == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s.text[:i])
	if isYearEnd(s.text[:i]) {
		return true
	}
	if !unicode.IsLetter(before) {
		return strings.ContainsRune(".,;:!?)”\"’»…%", before)
	}
	from := i
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(s.text[:from])
		if !unicode.IsLetter(r) {
			break
		}
		if from -= n; i-from > 64 {
			return true
		}
	}
	word := s.text[from:i]
	if utf8.RuneCountInString(word) < 3 || raisedUnits[word] {
		return false
	}
	prev, _ := utf8.DecodeLastRuneInString(s.text[:from])
	return !unicode.IsDigit(prev) && prev != '^' && prev != '_'
}

// isYearEnd reports whether text ends with a year of these centuries, which nobody
// raises to a power.
func isYearEnd(text string) bool {
	n := len(text)
	if n < 5 || text[n-4:] < "1900" || text[n-4:] > "2099" || isDigit(text[n-5]) || strings.IndexByte(".,", text[n-5]) >= 0 {
		return false
	}
	return isDigit(text[n-1]) && isDigit(text[n-2])
}

// raisedUnits are short words that a power, not a marker, stands behind.
var raisedUnits = map[string]bool{"mol": true, "nmi": true, "log": true, "sin": true, "cos": true, "tan": true, "sec": true, "min": true, "exp": true, "kmh": true, "rad": true}
