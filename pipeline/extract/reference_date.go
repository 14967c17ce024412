package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// readDate reads the whole of words as a date. The field is zero where they are
// none; Text is set by the reading, Span is the caller's.
func readDate(words string) article.DateField {
	for _, form := range dateForms(words) {
		x, ok := when.Read(form, when.Interval{})
		if !ok || x.Kind != when.KindDate || x.Relative || x.Now || len(x.Readings) == 0 && x.Flaw == "" {
			continue
		}
		date := article.DateField{Readings: x.Readings, Flaw: x.Flaw}
		date.Text = words
		for i, r := range x.Readings {
			if i == 0 {
				date.When = r
			} else {
				date.When = date.When.Hull(r)
			}
		}
		return date
	}
	return article.DateField{}
}

// dateForms returns words in the orders that the calendar reads: as they stand,
// and with the year moved behind ("2020, May 3", "2007 Mar 3").
func dateForms(words string) []string {
	forms := []string{words}
	if n := len(words) - 1; n > 4 && 'a' <= words[n] && words[n] <= 'h' && isYearDigits(words[n-4:n]) {
		words = words[:n] // "July 2007b"
		forms = append(forms, words)
	}
	if moved, ok := yearLast(words); ok {
		forms = append(forms, moved)
	}
	return forms
}

// yearLast moves a year from the front of words to their end.
func yearLast(words string) (string, bool) {
	if len(words) < len("2020 May") || !isYearDigits(words[:4]) {
		return "", false
	}
	rest := words[4:]
	if len(rest) > 1 && 'a' <= rest[0] && rest[0] <= 'f' && rest[1] == ',' {
		rest = rest[1:]
	}
	rest, found := strings.CutPrefix(rest, ",")
	trimmed := strings.TrimLeft(rest, " ")
	if !found && trimmed == rest || trimmed == "" || !strings.ContainsFunc(trimmed, unicode.IsLetter) {
		return "", false
	}
	trimmed = strings.TrimRight(trimmed, ". ")
	if strings.ContainsFunc(lastWord(trimmed), unicode.IsDigit) && !unicode.IsDigit(rune(trimmed[0])) {
		return trimmed + ", " + words[:4], true
	}
	return trimmed + " " + words[:4], true
}

func lastWord(words string) string { return words[strings.LastIndexByte(words, ' ')+1:] }

// isYearDigits reports whether text is a year as reference lists have them.
func isYearDigits(text string) bool {
	if len(text) != 4 || text[0] != '1' && text[0] != '2' || text[0] == '2' && text[1] > '0' {
		return false
	}
	return strings.Trim(text, "0123456789") == ""
}

// maxDate bounds the words of one date, in tokens and bytes.
const (
	maxDateTokens = 7
	maxDateLen    = 48
)

// dateFrom reads the longest date that begins at i in rest and ends before stop.
func (e *refEntry) dateFrom(i, stop int) (article.DateField, span) {
	ends := make([]int, 0, maxDateTokens)
	stop = min(stop, i+maxDateLen)
	inWord := false
	for j := i; j < stop; {
		r, n := utf8.DecodeRune(e.rest[j:])
		if r == taken || r == ']' || r == ')' || r == ';' || r == '[' || r == '(' || r == '|' {
			stop = j
			break
		}
		space := unicode.IsSpace(r)
		if space && inWord {
			ends = append(ends, j)
			if len(ends) == maxDateTokens {
				break
			}
		}
		inWord = !space
		j += n
	}
	if inWord && len(ends) < maxDateTokens && stop <= len(e.text) {
		ends = append(ends, runeStart(e.text, stop))
	}
	for _, end := range slices.Backward(ends) {
		words := strings.TrimRight(e.text[i:end], " .,:\n–-")
		if strings.ContainsFunc(words, unicode.IsDigit) {
			if date := readDate(oneLine(words)); !date.IsZero() {
				at := span{i, i + len(words)}
				date.Text, date.Span = words, e.place(at)
				return date, at
			}
		}
	}
	return article.DateField{}, span{}
}

func oneLine(words string) string {
	if strings.ContainsAny(words, "\n\t") {
		return strings.Join(strings.Fields(words), " ")
	}
	return words
}

// dateBefore reads the longest date that ends at end in rest and begins at or
// after from.
func (e *refEntry) dateBefore(from, end int) (article.DateField, span) {
	from = runeStart(e.text, max(from, end-maxDateLen))
	starts := make([]int, 0, maxDateTokens)
	inWord := false
	for j := end; j > from; {
		r, n := utf8.DecodeLastRune(e.rest[from:j])
		if r == taken || strings.ContainsRune("[](){};|\"“”", r) {
			from = j
			break
		}
		space := unicode.IsSpace(r)
		if space && inWord {
			starts = append(starts, j)
			if len(starts) == maxDateTokens {
				break
			}
		}
		inWord = !space
		j -= n
	}
	if inWord && len(starts) < maxDateTokens {
		starts = append(starts, from)
	}
	for _, start := range slices.Backward(starts) {
		words := e.text[start:end]
		if first := words[0]; !isWordByte(first) {
			continue
		}
		if date := readDate(oneLine(words)); !date.IsZero() && !strings.ContainsRune(words[:1], ',') {
			at := span{start, end}
			date.Text, date.Span = words, e.place(at)
			return date, at
		}
	}
	return article.DateField{}, span{}
}
