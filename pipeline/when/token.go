package when

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind uint8

const (
	mark   tokenKind = iota // one character that is neither letter, digit nor space
	word                    // a run of letters
	number                  // a run of ASCII digits
	opaque                  // an address or identifier: nothing in it is a date
)

// gap is what stands between a token and the one before it.
type gap uint8

const (
	glued  gap = iota
	spaced     // white space, a single line end included
	broken     // a blank line, a tab or the beginning of the text
)

// token is one piece of the text. No phrase reads over a broken gap.
type token struct {
	start, end int
	kind       tokenKind
	gap        gap
	capital    bool  // of a word: begins with an upper-case letter
	mark       rune  // of a mark: the character, dashes and quotes folded
	class      class // of a word: its part in the grammar
	value      int   // of a number: its value, of a word: the class's argument
}

func (t *token) width() int { return t.end - t.start }

// hugeNumber is the value of a number of more than nine digits.
const hugeNumber = 1<<31 - 1

// scan appends the tokens of text to toks, an empty one for every break. It
// reads every byte once.
func scan(text string, toks []token) []token {
	between := spaced
	for i := 0; i < len(text); {
		c := text[i]
		if between == broken {
			toks = append(toks, token{start: i, end: i, gap: broken})
			between = spaced
		}
		if c == ' ' {
			between = max(between, spaced)
			i++
			continue
		}
		start := i
		switch {
		case isLetter(c):
			for i++; i < len(text) && isLetter(text[i]); i++ {
			}
			if i < len(text) && text[i] >= utf8.RuneSelf {
				i = foreignWord(text, i)
			}
			t := token{start: start, end: i, kind: word, gap: between, capital: c <= 'Z'}
			if end, ok := opaqueWord(text, start, i); ok {
				t.kind, t.end, i = opaque, end, end
			} else {
				t.class, t.value = lookUp(text[start:i])
				if t.class == noClass && t.capital {
					t.class, t.value = misspelt(text[start:i])
				}
			}
			toks = append(toks, t)
		case isDigit(c):
			value := 0
			for ; i < len(text) && isDigit(text[i]); i++ {
				if value < hugeNumber/10-1 {
					value = value*10 + int(text[i]-'0')
				} else {
					value = hugeNumber
				}
			}
			t := token{start: start, end: i, kind: number, gap: between, value: value}
			if end, ok := doi(text, start, i); ok {
				t.kind, t.end, i = opaque, end, end
			}
			toks = append(toks, t)
		case c < utf8.RuneSelf:
			if n, g := space(text, i); n > 0 {
				between, i = max(between, g), i+n
				continue
			}
			i++
			toks = append(toks, token{start: start, end: i, gap: between, mark: fold(rune(c))})
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			switch {
			case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060':
				between, i = max(between, spaced), i+n
				continue
			case unicode.IsLetter(r):
				i = foreignWord(text, i)
				toks = append(toks, token{start: start, end: i, kind: word, gap: between, capital: unicode.IsUpper(r)})
			default:
				i += n
				toks = append(toks, token{start: start, end: i, gap: between, mark: fold(r)})
			}
		}
		between = glued
	}
	return toks
}

// space returns the length and weight of the ASCII white space at i, 0 where
// there is none.
func space(text string, i int) (int, gap) {
	n, lines, weight := 0, 0, spaced
	for ; i+n < len(text); n++ {
		switch text[i+n] {
		case ' ', '\r':
		case '\n':
			lines++
		case '\t', '\v', '\f':
			weight = broken
		default:
			if lines > 1 {
				weight = broken
			}
			return n, weight
		}
	}
	return n, weight
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// foreignWord returns where the run of letters of any script and their
// combining marks ends that goes on at i.
func foreignWord(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\u00ad' {
			break
		}
		i += n
	}
	return i
}

// fold makes one character of all that print alike: hyphens are '-', longer
// dashes '–' and '—', apostrophes and single quotes are the ASCII one.
func fold(r rune) rune {
	switch r {
	case '\u2010', '\u2011', '\u2012', '\u2212', '\u00ad':
		return '-'
	case '\u2015':
		return '—'
	case '\u2018', '\u2019', '\u02bc', '`':
		return '\''
	}
	return r
}

// opaqueWord reports whether the word text[start:end] opens a URL, an e-mail
// address or a "doi:" identifier, and where that ends.
func opaqueWord(text string, start, end int) (int, bool) {
	rest := text[end:]
	if len(rest) == 0 {
		return 0, false
	}
	switch rest[0] {
	case ':':
		if strings.HasPrefix(rest, "://") || isDigit(after(rest)) && strings.EqualFold(text[start:end], "doi") {
			return chunkEnd(text, end), true
		}
	case '.':
		if end-start == 3 && isLetter(after(rest)) && strings.EqualFold(text[start:end], "www") {
			return chunkEnd(text, end), true
		}
	case '@':
		return chunkEnd(text, end), true
	}
	return 0, false
}

func after(rest string) byte {
	if len(rest) < 2 {
		return 0
	}
	return rest[1]
}

// doi reports whether the number text[start:end] is the "10" of a DOI
// ("10.1038/2021.12"), and where the DOI ends.
func doi(text string, start, end int) (int, bool) {
	if text[start:end] != "10" || end >= len(text) || text[end] != '.' {
		return 0, false
	}
	i := end + 1
	for i < len(text) && i < end+10 && isDigit(text[i]) {
		i++
	}
	if i < end+5 || i >= len(text) || text[i] != '/' {
		return 0, false
	}
	return chunkEnd(text, i), true
}

// chunkEnd returns the end of the run without white space, quotes, angle and
// square brackets that goes on at i.
func chunkEnd(text string, i int) int {
	if n := strings.IndexAny(text[i:], " \t\r\n\"<>[]|\u00a0"); n >= 0 {
		return i + n
	}
	return len(text)
}
