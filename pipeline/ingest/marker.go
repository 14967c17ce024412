package ingest

import "strings"

// label is what stands before a list item or an entry.
type label struct {
	form  labelForm
	size  int // bytes, spaces after it included
	value int // of a number, else 0
}

type labelForm int

const (
	noLabel   labelForm = iota
	bracketed           // "[1]", "[1]:", "[1]."
	footnote            // "[^1]:", "[^note]"
	dotted              // "1."
	closed              // "1)"
	enclosed            // "(1)"
	bullet              // "-", "*", "+", "•", "–", "◦", "·"
)

// maxLabel bounds the digits of a label: lists may have more than 9,999 entries.
const maxLabel = 6

// readLabel returns the label that words begin with.
func readLabel(words string) label {
	switch {
	case strings.HasPrefix(words, "[^"):
		return readFootnote(words)
	case strings.HasPrefix(words, "["):
		value, digits := readNumber(words[1:])
		if digits == 0 || !strings.HasPrefix(words[1+digits:], "]") {
			return label{}
		}
		size := digits + 2
		rest := words[size:]
		if strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "[") {
			return label{}
		}
		if strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, ". ") {
			size++
		}
		return label{form: bracketed, size: size + spaces(words[size:]), value: value}
	case strings.HasPrefix(words, "("):
		value, digits := readNumber(words[1:])
		if digits == 0 || digits > 3 || !strings.HasPrefix(words[1+digits:], ") ") {
			return label{}
		}
		size := digits + 2
		return label{form: enclosed, size: size + spaces(words[size:]), value: value}
	}
	if size := bulletSize(words); size > 0 {
		return label{form: bullet, size: size}
	}
	value, digits := readNumber(words)
	if digits == 0 || digits > 3 || len(words) < digits+2 || words[digits+1] != ' ' && words[digits+1] != '\t' {
		return label{}
	}
	size := digits + 1
	size += spaces(words[size:])
	switch words[digits] {
	case '.':
		return label{form: dotted, size: size, value: value}
	case ')':
		return label{form: closed, size: size, value: value}
	}
	return label{}
}

func readFootnote(words string) label {
	end := strings.IndexByte(words[:min(len(words), 40)], ']')
	if end <= 2 || strings.ContainsAny(words[2:end], " [\t\n") || !strings.HasPrefix(words[end+1:], ":") {
		return label{}
	}
	value, _ := readNumber(words[2:])
	return label{form: footnote, size: end + 2 + spaces(words[end+2:]), value: value}
}

// bulletSize returns the length of the bullet and the spaces words begin with.
func bulletSize(words string) int {
	for _, mark := range []string{"-", "*", "+", "•", "–", "—", "◦", "·", "▪", "●", "‣"} {
		if rest, ok := strings.CutPrefix(words, mark); ok {
			if n := spaces(rest); n > 0 {
				return len(mark) + n
			}
			return 0
		}
	}
	return 0
}

// readNumber returns the number that words begin with and its digits, none
// where there are more than a label has.
func readNumber(words string) (value, digits int) {
	for digits < len(words) && words[digits] >= '0' && words[digits] <= '9' {
		value = value*10 + int(words[digits]-'0')
		if digits++; digits > maxLabel {
			return 0, 0
		}
	}
	return value, digits
}

func spaces(words string) int {
	return len(words) - len(strings.TrimLeft(words, " \t\u00a0"))
}
