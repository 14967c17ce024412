package extract

import (
	"math/bits"
	"strings"
	"unicode"
)

// evidence is what tells the language of a stretch of text.
type evidence struct {
	letters            int
	scripts            [scripts]int
	telling            [5]int // as telling
	hardSigns, persian int

	words int // of Latin letters, of two or more or function words
	// functions counts the function words of each of functionWords; own those
	// that English does not have, english the English ones that each has not.
	functions, own, english [languageCount]int
}

// The least that tells a language.
const (
	fewestWords   = 6  // of Latin letters
	fewestOwn     = 3  // function words that English does not have
	fewestEnglish = 2  // English function words
	fewestLetters = 3  // of a script that is not Latin
	ownShare      = 12 // percent of the words that must be function words
)

// read adds the evidence of a text.
func (e *evidence) read(text string) {
	start := -1
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			e.readWord(text[start:i])
			start = -1
		}
	}
	if start >= 0 {
		e.readWord(text[start:])
	}
}

// longestRun bounds the letters in a row that are made lower case at once.
const longestRun = 64

// readWord adds the evidence of one word.
func (e *evidence) readWord(word string) {
	if len(word) > longestRun {
		for _, r := range word {
			if unicode.IsLetter(r) {
				e.noteLetter(unicode.ToLower(r))
			}
		}
		return
	}
	low := strings.ToLower(word)
	before := e.scripts[latin]
	for _, r := range low {
		if unicode.IsLetter(r) {
			e.noteLetter(r)
		}
	}
	if e.scripts[latin] == before {
		return
	}
	mask := functionMasks[low]
	if mask == 0 && len(low) < 2 {
		return
	}
	e.words++
	for m := mask; m != 0; m &= m - 1 {
		k := bits.TrailingZeros32(m)
		e.functions[k]++
		if mask&1 == 0 {
			e.own[k]++
		}
	}
	if mask&1 != 0 {
		for k := 1; k < languageCount; k++ {
			if mask&(1<<k) == 0 {
				e.english[k]++
			}
		}
	}
}

// add adds the evidence of another text.
func (e *evidence) add(f *evidence) {
	e.letters += f.letters
	e.hardSigns += f.hardSigns
	e.persian += f.persian
	e.words += f.words
	for i := range f.scripts {
		e.scripts[i] += f.scripts[i]
	}
	for i := range f.telling {
		e.telling[i] += f.telling[i]
	}
	for i := range f.functions {
		e.functions[i] += f.functions[i]
		e.own[i] += f.own[i]
		e.english[i] += f.english[i]
	}
}

// language returns the BCP 47 tag that the evidence is enough for, else "und".
// A script decides where it has three letters of five, a Latin alphabet's
// language by its function words.
func (e *evidence) language() string {
	// A character of Han or kana is a syllable or a word and outweighs a letter.
	weight := func(s script) int {
		if s == han || s == kana || s == hangul {
			return 3 * e.scripts[s]
		}
		return e.scripts[s]
	}
	all := 0
	for s := range scripts {
		all += weight(s)
	}
	east := weight(han) + weight(kana)
	switch {
	case e.letters < fewestLetters:
		return undetermined
	case east*5 > all*3:
		if e.scripts[kana]*20 > e.scripts[han]+e.scripts[kana] {
			return "ja"
		}
		return "zh"
	case weight(cyrillic)*5 > all*3:
		return e.cyrillicLanguage()
	case weight(arabic)*5 > all*3:
		if e.persian*20 > e.scripts[arabic] {
			return "fa"
		}
		return "ar"
	case weight(latin)*5 > all*3:
		return e.latinLanguage()
	}
	for s, name := range soleLanguages {
		if name != "" && weight(script(s))*5 > all*3 {
			return name
		}
	}
	return undetermined
}

// latinLanguage tells the language by its function words. One other than English
// needs twice as many of its own as there are English ones it lacks, so that
// neither foreign names nor a quotation turn an English text.
func (e *evidence) latinLanguage() string {
	if e.words < fewestWords {
		return undetermined
	}
	best := 0
	for k := 1; k < languageCount; k++ {
		if e.own[k] > e.own[best] || e.own[k] == e.own[best] && e.functions[k] > e.functions[best] {
			best = k
		}
	}
	if best > 0 && e.own[best] >= fewestOwn && e.own[best] > 2*e.english[best] && e.own[best]*100 >= ownShare*e.words {
		return functionWords[best].language
	}
	if e.functions[0] >= fewestEnglish && e.functions[0]*100 >= ownShare*e.words && e.functions[0] > e.own[best] {
		return "en"
	}
	return undetermined
}
