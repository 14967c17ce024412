package reference

import (
	"cmp"
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed invisible-characters.md
var invisibleCharactersPage string

var invisibleCharacters = check.NewRule(check.Meta{
	Name:     "invisible-characters",
	Family:   "reference",
	Summary:  "characters that cannot be seen stand in an entry",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     invisibleCharactersPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []check.Finding
	for i := range a.References {
		if f, ok := invisibleIn(a, i); ok {
			found = append(found, f)
		}
	}
	reportTogether(p, found, fmt.Sprintf("characters that cannot be seen stand in %d entries", len(found)))
})

// invisibleIn is the finding on the needless invisible characters of an entry, at
// the word that holds the first of them.
func invisibleIn(a *article.Article, i int) (check.Finding, bool) {
	r := &a.References[i]
	text := textOf(a, r)
	rightToLeft := strings.ContainsFunc(text, isRightToLeft)
	var edits []check.Edit
	first := ""
	for at, c := range text {
		name, ok := invisible[c]
		if !ok || needed(text, at, c, rightToLeft) {
			continue
		}
		start := r.Span.Start + at
		edits = append(edits, check.Edit{Span: article.Span{Start: start, End: start + utf8.RuneLen(c)}})
		first = cmp.Or(first, name)
	}
	if len(edits) == 0 {
		return check.Finding{}, false
	}
	message := fmt.Sprintf("a %s cannot be seen and breaks searches and addresses", first)
	if len(edits) > 1 {
		message = fmt.Sprintf("%d characters that cannot be seen, the first a %s, break searches and addresses", len(edits), first)
	}
	word := wordAround(text, edits[0].Span.Start-r.Span.Start)
	return check.Finding{
		Span:       article.Span{Start: r.Span.Start + word.Start, End: r.Span.Start + word.End},
		Message:    message,
		Help:       "take it out",
		Label:      first,
		References: []int{i},
		Fixes:      []check.Fix{{Message: "take out what cannot be seen", Edits: edits, Safe: true}},
	}, true
}

// invisible are the characters that have no shape of their own, by the names of
// the Unicode Standard in small letters. Blanks that do not break are harmless.
var invisible = map[rune]string{
	'\u00ad': "soft hyphen", '\u200b': "zero width space", '\u200c': "zero width non-joiner", '\u200d': "zero width joiner",
	'\u2060': "word joiner", '\ufeff': "byte order mark", '\u180e': "vowel separator", '\u2061': "function application",
	'\u2062': "invisible times", '\u2063': "invisible separator", '\u2064': "invisible plus",
	'\u200e': "left-to-right mark", '\u200f': "right-to-left mark", '\u061c': "Arabic letter mark",
	'\u202a': "left-to-right embedding", '\u202b': "right-to-left embedding", '\u202c': "pop directional formatting",
	'\u202d': "left-to-right override", '\u202e': "right-to-left override",
	'\u2066': "left-to-right isolate", '\u2067': "right-to-left isolate", '\u2068': "first strong isolate", '\u2069': "pop directional isolate",
}

// needed reports whether the character at a place does a work there: joining
// letters of scripts that join, or the parts of an emoji; breaking lines in
// scripts without blanks; setting the direction beside letters that run to the left.
func needed(text string, at int, c rune, rightToLeft bool) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+utf8.RuneLen(c):])
	switch c {
	case '\u200c', '\u200d', '\u180e':
		return !isPlain(before) || !isPlain(after)
	case '\u200b', '\u2060':
		return breaksWithoutBlanks(before) || breaksWithoutBlanks(after)
	case '\u00ad', '\ufeff', '\u2061', '\u2062', '\u2063', '\u2064':
		return false
	}
	return rightToLeft
}

// isPlain reports whether a character is of a script whose letters never join
// nor ligate, or is no letter.
func isPlain(c rune) bool {
	return c == utf8.RuneError || c < 0x2000 && (!unicode.IsLetter(c) && !unicode.IsMark(c) || unicode.In(c, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian)) ||
		unicode.IsPunct(c) || unicode.IsSpace(c)
}

// breaksWithoutBlanks reports whether a character is of a script that sets no
// blanks between words.
func breaksWithoutBlanks(c rune) bool {
	return unicode.In(c, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Javanese, unicode.Balinese)
}

// isRightToLeft reports whether a character is a letter that runs to the left.
func isRightToLeft(c rune) bool {
	return unicode.In(c, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam)
}

// wordAround returns the run of text without blanks around a place.
func wordAround(text string, at int) article.Span {
	start := 0
	if i := strings.LastIndexFunc(text[:at], unicode.IsSpace); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		start = i + n
	}
	end := strings.IndexFunc(text[at:], unicode.IsSpace)
	if end < 0 {
		return article.Span{Start: start, End: len(text)}
	}
	return article.Span{Start: start, End: at + end}
}
