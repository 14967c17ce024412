package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// candidate is a place where a sentence may end, with all that the decision
// depends on.
type candidate struct {
	before string // the word before word
	word   string // the word the terminators close
	run    string // the terminators
	quoted bool   // a closing quotation mark, bracket or marker follows them
	next   string // the first word after, without quotation marks
	opener string // the text from there on, with them
	first  bool   // word is the first of its sentence
	vote   bool   // the trained model would end the sentence here
}

// ends reports whether the sentence ends here.
func (c *candidate) ends() bool {
	lower := startsLower(c.next) && !hasInnerUpper(c.next)
	switch {
	case lower:
		return false
	case c.next == "":
		return !continuesWithMark(c.opener)
	case strings.ContainsAny(c.run, "!?。！？"):
		return true
	case strings.Count(c.run, " .") == 2 && len(c.run) == len(". . ."):
		return false // words left out within a sentence
	case len(c.run) > 1:
		return startsUpper(c.next) || isDigit(c.next[0])
	case c.quoted && c.word != "" && !(c.first && isNumber(c.word)):
		return true
	}
	return c.periodEnds()
}

// periodEnds decides on a single full stop before a capital or a number: the
// one that also closes abbreviations.
func (c *candidate) periodEnds() bool {
	low := strings.ToLower(strings.TrimLeft(c.word, "-–—/"))
	numbered := isDigit(c.next[0])
	switch {
	case c.first && (isNumber(c.word) && len(c.word) < 4 || utf8.RuneCountInString(c.word) == 1):
		return false // the number or letter of a list's item
	case neverEnding[low]:
		return false
	case isInitial(c.word):
		return c.initialEnds()
	case takesNumber[low]:
		return !numbered && !isRoman(c.next)
	case clockTime[low]:
		return !numbered && !isAllUpper(c.next) && !weekdayOrMonth[c.next]
	case monthAbbreviation[c.word]:
		return !numbered && sentenceOpener[c.next]
	case isPointed(low), mayEnd[low]:
		return sentenceOpener[c.next]
	case low == "etc":
		return !numbered
	}
	// An abbreviation that only the trained model knows.
	return c.vote || sentenceOpener[c.next] || !isAlphabetic(c.word) || utf8.RuneCountInString(c.word) > 5
}

// initialEnds tells "vitamin C. The …" and "you and I. Did …" from "J. F. K." and
// "Albert I. Jones".
func (c *candidate) initialEnds() bool {
	if !sentenceOpener[c.next] || isInitial(c.next) && strings.HasPrefix(trimOpeners(c.opener), c.next+".") {
		return false
	}
	return startsLower(c.before) || isAllUpper(c.before) || !isInitial(strings.TrimRight(c.before, "."))
}

// continuesWithMark reports whether rest begins with a mark that can not begin
// a sentence.
func continuesWithMark(rest string) bool {
	return rest != "" && strings.ContainsRune(",;:.!?)]}%&=+-–—/", firstRune(rest))
}

// neverEnding are abbreviations that are always followed by what they
// introduce.
var neverEnding = wordSet(`mr mrs ms messrs mx dr prof rev hon pres vice-pres sen rep gov gen lt col maj capt
	cpt cmdr cdr sgt cpl pvt adm amb supt insp det atty fr msgr st mt ft vs v cf viz e.g i.e eg ie incl esp
	lt.gen maj.gen brig lt.col sec.gen`)

// takesNumber are abbreviations only where a number follows.
var takesNumber = wordSet(`no nos n° nr p pp vol vols fig figs art arts sec secs ch chap chs eq eqs para paras pt
	pts bd ca c circa approx est ed eds b d fl r op ex app rev ver tab ref refs l ll col cols lot`)

// mayEnd are abbreviations that close sentences too.
var mayEnd = wordSet(`inc ltd corp co cos bros llc plc jr sr esq ave blvd rd dept univ assn assoc al govt natl
	intl dist min max avg tel ext ph.d dr.sc hq sq comm bldg mfg mfr`)

var clockTime = wordSet(`a.m p.m am pm`)

var monthAbbreviation = wordSet(`Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun`)

var weekdayOrMonth = wordSet(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April
	May June July August September October November December`)

// sentenceOpener are words that, capitalised after an abbreviation, can hardly
// be part of the name it belongs to.
var sentenceOpener = wordSet(`The A An It Its He His She Her They Their We Our You Your I My This That These Those
	There Here In On At By For From To With Without Within Under Over After Before During Since Until While When
	Where Why How What Which Who Whose If As Although Though Because However But And Or Nor So Yet Then Thus
	Therefore Moreover Furthermore Meanwhile Instead Indeed Also Among Amid Between Despite According Such Some
	Most Many Much Several Both Each Every All Any Another Other Others No Not Nobody Nothing Only Once Now
	Today Yesterday Did Do Does Is Are Was Were Has Have Had Can Could Will Would Should Let One Two Three
	Four Five Six Seven Eight Nine Ten Earlier Later Last Next More Even Still Just Please Perhaps Unlike Like
	Being Having Following Nevertheless Nonetheless Additionally Finally First Second Third`)

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// isPointed reports whether low is letters with full stops between them, as
// "u.s" before its last one.
func isPointed(low string) bool {
	letters, points := 0, 0
	for part := range strings.SplitSeq(low, ".") {
		if n := utf8.RuneCountInString(part); n > 3 || !isAlphabetic(part) {
			return false
		}
		letters++
		points++
	}
	return points > 1 && letters > 1
}

// isInitial reports whether word is one capital letter, or capital letters
// joined by hyphens and full stops ("J.-P").
func isInitial(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && n == len(word)
}

func isRoman(word string) bool {
	return word != "" && word != "I" && strings.Trim(word, "IVXLC") == ""
}

func isNumber(word string) bool {
	return word != "" && strings.Trim(word, "0123456789") == ""
}

func isAlphabetic(word string) bool {
	for _, r := range word {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return word != ""
}

// isAllUpper reports whether word is two or more capitals.
func isAllUpper(word string) bool {
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return utf8.RuneCountInString(word) > 1
}

// hasInnerUpper reports whether a word that begins small has a capital inside,
// as trade names do.
func hasInnerUpper(word string) bool {
	return strings.IndexFunc(word, unicode.IsUpper) > 0
}
