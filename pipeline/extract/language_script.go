package extract

import (
	"strings"
	"unicode"
)

// script is a writing system that tells languages apart.
type script int

const (
	latin script = iota
	cyrillic
	greek
	han
	kana
	hangul
	arabic
	hebrew
	devanagari
	bengali
	thai
	georgian
	armenian
	scripts // how many there are
)

// scriptTables are the scripts' letters; Han comes with two kinds of kana.
var scriptTables = [scripts][]*unicode.RangeTable{
	latin: {unicode.Latin}, cyrillic: {unicode.Cyrillic}, greek: {unicode.Greek}, han: {unicode.Han},
	kana: {unicode.Hiragana, unicode.Katakana}, hangul: {unicode.Hangul}, arabic: {unicode.Arabic}, hebrew: {unicode.Hebrew},
	devanagari: {unicode.Devanagari}, bengali: {unicode.Bengali}, thai: {unicode.Thai}, georgian: {unicode.Georgian}, armenian: {unicode.Armenian},
}

// soleLanguages are the languages that a script is taken for by itself; of those
// that share Cyrillic, Han and Arabic the letters decide.
var soleLanguages = [scripts]string{
	greek: "el", kana: "ja", hangul: "ko", hebrew: "he", devanagari: "hi", bengali: "bn", thai: "th", georgian: "ka", armenian: "hy",
}

// scriptOf returns the script of a letter, -1 for others than those above.
func scriptOf(r rune) script {
	if r < 0x250 {
		return latin
	}
	for s, tables := range scriptTables {
		if unicode.In(r, tables...) {
			return script(s)
		}
	}
	return -1
}

// telling are letters of one Cyrillic language that the others here do not have.
var telling = []struct{ letters, language string }{
	{"ыэё", "ru"}, {"іїєґ", "uk"}, {"әғқңөұүһ", "kk"}, {"ђјљњћџ", "sr"}, {"ў", "be"},
}

// tellingLetters holds the index in telling of each letter, plus one.
var tellingLetters = func() map[rune]int {
	index := map[rune]int{}
	for i, t := range telling {
		for _, r := range t.letters {
			index[r] = i + 1
		}
	}
	return index
}()

// cyrillicLanguage tells the language of Cyrillic letters by those that only one
// has. Kazakh shares all of Russian's and some of Ukrainian's, Belarusian both's,
// so that their own outweigh the rest. Without any the text is Bulgarian where the hard
// sign is common, else Russian.
func (e *evidence) cyrillicLanguage() string {
	count := func(language string) int {
		for i, t := range telling {
			if t.language == language {
				return e.telling[i]
			}
		}
		return 0
	}
	switch all := e.scripts[cyrillic]; {
	case count("kk")*25 > all:
		return "kk"
	case count("sr")*50 > all:
		return "sr"
	case count("be")*100 > all:
		return "be"
	case count("uk") > count("ru"):
		return "uk"
	case count("ru") == 0 && e.hardSigns*60 > all:
		return "bg"
	}
	return "ru"
}

// noteLetter counts one letter, which is in lower case.
func (e *evidence) noteLetter(r rune) {
	e.letters++
	s := scriptOf(r)
	if s < 0 {
		return
	}
	e.scripts[s]++
	switch s {
	case cyrillic:
		if i := tellingLetters[r]; i > 0 {
			e.telling[i-1]++
		}
		if r == 'ъ' {
			e.hardSigns++
		}
	case arabic:
		if strings.ContainsRune("پچژگکی", r) {
			e.persian++
		}
	}
}
