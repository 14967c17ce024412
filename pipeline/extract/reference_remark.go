package extract

import (
	"strings"
	"unicode"

	"citevet/pipeline/article"
)

// Editors put remarks among their references: "In a letter dated 3 May 1944 she
// wrote that …". The dates that a remark tells of are no dates of publication, and
// one taken for it would accuse the claim it stands behind. They are told by the
// words around them: a reference sets its date off with marks.

// dropToldDate drops a date of publication that a remark tells of.
func (e *refEntry) dropToldDate() {
	r := &e.ref
	for _, f := range []article.Field{r.URL, r.ArchiveURL, r.DOI, r.ISBN, r.Accessed.Field} {
		if !f.IsZero() {
			return
		}
	}
	at := r.Published.Span
	if !at.IsZero() && isTold(e.text[e.body:], span{at.Start - e.base - e.body, at.End - e.base - e.body}) {
		r.Published = article.DateField{}
	}
}

// isTold reports whether the date at a place of an entry is one that its prose
// tells of.
func isTold(text string, at span) bool {
	if at.from < 0 || at.to > len(text) {
		return false
	}
	at.from = dateWordsFrom(text, at.from)
	head := sentenceHead(text[:at.from])
	switch {
	case insideQuote(text, at.from):
		return true
	case strings.HasSuffix(strings.TrimRight(head, " "), ":"):
		open := strings.LastIndexByte(head, '(')
		return open >= 0 && strings.IndexByte(head[open:], ')') < 0 && contentWords(head[open:]) >= 2
	case strings.HasSuffix(head, "("):
		return (opensRemark(head) || tells(head)) && goesOnInProse(text[at.to:])
	}
	return leadsToTime[lastWordOf(head)] && (opensRemark(head) || tells(head))
}

// dateWordsFrom moves from over the day and the month that stand before it: the
// date may have been read by its year alone.
func dateWordsFrom(text string, from int) int {
	for range 2 {
		before := strings.TrimRight(text[:from], " ,")
		word := lastWord(before)
		if word == "" || len(word) > len("September") || !isWordByte(word[0]) || leadsToTime[strings.ToLower(word)] || readDate(strings.TrimRight(word, ".")+" 2000").IsZero() && readDate("May "+word+", 2000").IsZero() {
			break
		}
		from = len(before) - len(word)
	}
	return from
}

// sentenceHead returns what of text belongs to its last sentence.
func sentenceHead(text string) string {
	for end := len(text); ; {
		i := strings.LastIndex(text[:end], ". ")
		if i < 0 {
			return text
		}
		if word := lastWord(text[:i]); len(word) > 3 && !strings.Contains(word, ".") {
			return text[i+2:]
		}
		end = i
	}
}

// insideQuote reports whether quotation marks stand around i.
func insideQuote(text string, i int) bool {
	if open := strings.LastIndex(text[:i], "“"); open >= 0 && !strings.Contains(text[open:i], "”") && strings.Contains(text[i:], "”") {
		return true
	}
	return strings.Count(text[:i], "\"")%2 == 1 && strings.Contains(text[i:], "\"")
}

// lastWordOf returns the last word of text in small letters.
func lastWordOf(text string) string {
	return strings.ToLower(lastWord(strings.TrimRight(text, " ")))
}

// leadsToTime are words that tell when something happened.
var leadsToTime = map[string]bool{
	"on": true, "of": true, "in": true, "dated": true, "until": true, "since": true, "from": true, "by": true, "before": true, "after": true, "around": true, "about": true, "during": true,
}

// remarkOpeners are words that open a sentence, and a title only rarely.
var remarkOpeners = map[string]bool{
	"in": true, "as": true, "according": true, "until": true, "this": true, "these": true, "those": true, "they": true, "he": true, "she": true, "it": true, "there": true, "although": true, "though": true, "while": true,
	"when": true, "since": true, "before": true, "after": true, "because": true, "however": true, "at": true, "on": true, "both": true, "some": true, "many": true, "most": true, "by": true, "from": true,
}

// opensRemark reports whether a sentence begins as prose does.
func opensRemark(head string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(head, " "), " ")
	return remarkOpeners[strings.ToLower(word)]
}

// tellingVerbs are finite verbs of remarks.
var tellingVerbs = map[string]bool{
	"is": true, "are": true, "was": true, "were": true, "has": true, "had": true, "have": true, "says": true, "said": true, "writes": true, "wrote": true, "notes": true, "noted": true, "states": true, "stated": true,
	"quotes": true, "quoted": true, "gives": true, "gave": true, "includes": true, "included": true, "describes": true, "described": true, "mentions": true, "mentioned": true, "claims": true, "claimed": true,
}

// tells reports whether a sentence has a finite verb before its date, and begins
// with no list of authors, behind which the verb is a title's.
func tells(head string) bool {
	names, _, _ := strings.Cut(head, ",")
	if namesLike(strings.TrimSpace(names)) {
		return false
	}
	for _, w := range strings.FieldsFunc(head, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if tellingVerbs[w] {
			return true
		}
	}
	return false
}

// contentWords counts the words in small letters of more than three.
func contentWords(text string) int {
	n := 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) > 3 && unicode.IsLower(firstRuneOf(w)) {
			n++
		}
	}
	return n
}

// goesOnInProse reports whether the sentence goes on behind a date in brackets:
// "(2011), these numbers", and not "(2011), pp. 3–4".
func goesOnInProse(behind string) bool {
	behind = strings.TrimLeft(strings.TrimPrefix(behind, ")"), ", ")
	return contentWords(firstWords(behind, 4)) >= 2 && !pagesLike(firstWords(behind, 1))
}

// firstWords returns what text begins with up to its n-th white space.
func firstWords(text string, n int) string {
	for i := range len(text) {
		if text[i] == ' ' {
			if n--; n == 0 {
				return text[:i]
			}
		}
	}
	return text
}
