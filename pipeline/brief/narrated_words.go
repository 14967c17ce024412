package brief

import (
	"regexp"
	"strings"
)

var (
	markers  = regexp.MustCompile(`\[[0-9]{1,4}[a-z]?\](?:[ ,]*\[[0-9]{1,4}[a-z]?\])*`)
	oneLabel = regexp.MustCompile(`[0-9]{1,4}[a-z]?`)
)

// spoken returns words of a rule as they are said: days and spans of days by
// their names, markers without brackets. What stands in quotation marks is the
// article's, and stays.
func spoken(words string) string { return outsideQuotes(words, saidAloud) }

// reckoning returns the line that decides with its signs in words: "read 15
// January 2025, which is before 1 May 2025".
func reckoning(line string) string {
	return outsideQuotes(line, func(s string) string { return comparisons.Replace(saidAloud(s)) })
}

var comparisons = strings.NewReplacer(
	" < published ", ", which is before it was published, ", " < in the address ", ", which is before the date in the address, ",
	" < ", ", which is before ", " > ", ", which is after ", " = ", ", which is the same as ", " ≠ ", ", which is not the same as ",
	" ≤ ", ", which is not after ", " ≥ ", ", which is not before ", " + ", " plus ", " − ", " minus ",
)

// named are the words behind which a label needs no noun of its own.
var named = regexp.MustCompile(`\b(?:source|entry|bundle|cluster|marker|reference|number|sources|entries|markers|references|numbers) $`)

func saidAloud(s string) string { return daysSaid(withoutBrackets(s)) }

// withoutBrackets says markers as the sources that they lead to.
func withoutBrackets(s string) string {
	var b strings.Builder
	at := 0
	for _, m := range markers.FindAllStringIndex(s, -1) {
		b.WriteString(s[at:m[0]])
		at = m[1]
		labels := oneLabel.FindAllString(s[m[0]:m[1]], -1)
		if !named.MatchString(s[max(0, m[0]-16):m[0]]) {
			b.WriteString(pluralWord(len(labels), "source ", "sources "))
		}
		b.WriteString(listWords(labels))
	}
	return b.String() + s[at:]
}
