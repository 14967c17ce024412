package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// refToken is one token of an entry as the reference model sees it: a run
// without white space, parted once more where numbers are set solid
// ("2002;22(21):9430-44").
type refToken struct {
	at    span   // bytes of the entry
	raw   string // as written, without markup tags
	word  string // raw in small letters without the marks around it
	shape string // letters as A and a, digits as 9, runs shortened, marks kept
	begin byte   // class of what raw begins with, see beginClass
	end   byte   // class of what raw ends with, see endClass
	kind  byte   // class of what raw is, see kindClass

	quoted    bool // within quotation marks
	bracketed bool // within brackets
}

// maxRefTokens bounds what the model reads of an entry; no reference is as long.
const maxRefTokens = 400

// refTokens cuts an entry from byte from on.
func refTokens(text string, from int) []refToken {
	var tokens []refToken
	for i := from; i < len(text) && len(tokens) < maxRefTokens; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) || r == taken {
			i += n
			continue
		}
		end := i + strings.IndexFunc(text[i:], unicode.IsSpace)
		if end < i {
			end = len(text)
		}
		for i < end && len(tokens) < maxRefTokens {
			next := i + solidLen(text[i:end])
			tokens = append(tokens, newRefToken(text, span{i, next}))
			i = next
		}
	}
	markEnclosed(tokens)
	return tokens
}

// solidLen returns the length of the first part of a run that is set without
// spaces: behind ";" or ":" before a digit, before "(" behind a digit, behind ")"
// before a digit, before "//". Addresses and identifiers stay whole.
func solidLen(run string) int {
	if strings.Contains(run, "://") || strings.HasPrefix(run, "www.") || strings.HasPrefix(run, "10.") || strings.Contains(run, "doi") || strings.HasPrefix(run, "arXiv") {
		return len(run)
	}
	for i := 1; i < len(run); i++ {
		before, c := run[i-1], run[i]
		switch {
		case (before == ';' || before == ':' || before == ')') && (isDigitByte(c) || c == '('),
			before == ';' && (c == 'p' || c == 'v'),
			c == '(' && isDigitByte(before),
			c == '/' && i+1 < len(run) && run[i+1] == '/':
			return i
		}
	}
	return len(run)
}

func isDigitByte(c byte) bool { return '0' <= c && c <= '9' }

var markupTags = strings.NewReplacer("<italic>", "", "</italic>", "", "<i>", "", "</i>", "", "<em>", "", "</em>", "")

func newRefToken(text string, at span) refToken {
	t := refToken{at: at, raw: text[at.from:at.to]}
	if strings.Contains(t.raw, "<") {
		if plain := markupTags.Replace(t.raw); plain != "" {
			t.raw = plain
		}
	}
	if len(t.raw) > 80 {
		t.raw = t.raw[:runeStart(t.raw, 80)]
	}
	t.word = strings.ToLower(strings.TrimFunc(t.raw, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	t.shape = spelling(t.raw)
	t.begin = beginClass(t.raw)
	t.end = endClass(t.raw)
	t.kind = kindClass(t.raw, t.word)
	return t
}

// spelling maps letters to A and a, digits to 9 and shortens runs to two.
func spelling(raw string) string {
	var shape []rune
	for _, r := range raw {
		switch {
		case unicode.IsUpper(r):
			r = 'A'
		case unicode.IsLetter(r):
			r = 'a'
		case unicode.IsDigit(r):
			r = '9'
		}
		if n := len(shape); n >= 2 && shape[n-1] == r && shape[n-2] == r && r != '9' {
			continue
		}
		if shape = append(shape, r); len(shape) == 12 {
			break
		}
	}
	return string(shape)
}

// Numbers of classes, which lay out the model's table of edges.
const (
	beginClasses = 8
	endClasses   = 14
	kindClasses  = 12
)

func beginClass(raw string) byte {
	switch r, _ := utf8.DecodeRuneInString(raw); {
	case unicode.IsUpper(r):
		return 0
	case unicode.IsLetter(r):
		return 1
	case unicode.IsDigit(r):
		return 2
	case r == '(' || r == '[':
		return 3
	case strings.ContainsRune("\"“„«‘'”‚`", r):
		return 4
	case r == '&':
		return 5
	case strings.ContainsRune("-–—−_/", r):
		return 6
	}
	return 7
}

func endClass(raw string) byte {
	last, n := utf8.DecodeLastRuneInString(raw)
	before, _ := utf8.DecodeLastRuneInString(raw[:len(raw)-n])
	closing := func(r rune) bool { return strings.ContainsRune("\"”»’“'", r) }
	switch {
	case closing(before) && strings.ContainsRune(",.;:", last), closing(last):
		return 1
	case (before == ')' || before == ']') && strings.ContainsRune(",.;:", last):
		return 2
	case last == ')' || last == ']':
		return 3
	case last == ',':
		if before == '.' {
			return 4
		}
		return 5
	case last == '.':
		if unicode.IsUpper(before) {
			return 6
		}
		if unicode.IsDigit(before) {
			return 7
		}
		if utf8.RuneCountInString(raw) <= 5 {
			return 8
		}
		return 9
	case last == ':':
		return 10
	case last == ';':
		return 11
	case last == '?' || last == '!':
		return 12
	case strings.ContainsRune("-–—/&", last):
		return 13
	}
	return 0
}

// kindClass tells numbers, initials and words apart.
func kindClass(raw, word string) byte {
	digits, letters := 0, 0
	for _, r := range word {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	switch {
	case word == "":
		return 0
	case len(word) >= 4 && len(word) <= 5 && isYearDigits(word[:4]):
		return 1
	case digits > 0 && letters == 0 && len(word) == digits:
		return 2
	case digits > 0 && letters == 0:
		return 3 // a range or a fraction
	case digits > 0:
		return 4
	case refMonths[word]:
		return 5
	case isInitials(strings.Trim(raw, ",;:()[]")) && letters <= 3:
		return 6
	case unicode.IsUpper(firstRuneOf(word)) || startsUpper(strings.TrimLeft(raw, "([\"“„«‘'")):
		if raw == strings.ToUpper(raw) {
			return 7
		}
		return 8
	case refJoiners[word]:
		return 9
	case letters <= 3:
		return 10
	}
	return 11
}

// refMonths are the months and seasons of the languages that entries are in most.
var refMonths = indexWords(`january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
spring summer autumn fall winter janvier février mars avril mai juin juillet août septembre octobre novembre décembre januar februar märz juni juli oktober dezember
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre`)

var refJoiners = indexWords(`and & et und y e with och og en и of in the de la der von van du des`)

// yearOfVolume reports whether t is the year of "2002;57(7)", which is no part of
// the volume.
func (t *refToken) yearOfVolume() bool { return t.kind == 1 && t.end == 11 }

// markEnclosed notes for each token whether it begins within quotation marks or
// brackets, its own included.
func markEnclosed(tokens []refToken) {
	quoted, depth, since := false, 0, 0
	for i := range tokens {
		t := &tokens[i]
		if !quoted && t.begin == 4 {
			quoted, since = true, i
		}
		for _, r := range t.raw {
			switch r {
			case '(', '[':
				depth++
			case ')', ']':
				depth = max(0, depth-1)
			}
		}
		t.bracketed = depth > 0 || t.begin == 3 || t.end == 2 || t.end == 3
		t.quoted = quoted
		if quoted && (t.end == 1 || i-since > 40) {
			quoted = false
		}
	}
}
