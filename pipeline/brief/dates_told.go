package brief

import (
	"regexp"
	"strings"

	"citevet/pipeline/when"
)

// days matches a day, or a span of days with two dots, as rules write them.
var days = regexp.MustCompile(`\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d|\d{4}-\d\d-\d\d\.\.|\.\.\d{4}-\d\d-\d\d|\d{4}-\d\d-\d\d`)

// datesInWords writes the days and spans of days that a rule's words have as the
// briefing writes them. What stands in quotation marks is the article's, and stays.
func datesInWords(words string) string { return outsideQuotes(words, daysSaid) }

// asWritten stands before a day that shows how to write one.
const asWritten = "the date as "

func daysSaid(s string) string {
	var b strings.Builder
	at := 0
	for _, m := range days.FindAllStringIndex(s, -1) {
		b.WriteString(s[at:m[0]])
		at = m[1]
		if partOfMore(s, m[0], m[1]) || strings.HasSuffix(s[:m[0]], asWritten) {
			b.WriteString(s[m[0]:m[1]])
			continue
		}
		b.WriteString(daySpoken(s[m[0]:m[1]]))
	}
	return b.String() + s[at:]
}

// outsideQuotes applies say to what stands outside of “ and ”. A mark that is
// never closed quotes nothing.
func outsideQuotes(words string, say func(string) string) string {
	var b strings.Builder
	for {
		before, rest, opened := strings.Cut(words, "“")
		inside, after, closed := strings.Cut(rest, "”")
		if !opened || !closed {
			b.WriteString(say(words))
			return b.String()
		}
		b.WriteString(say(before))
		b.WriteString("“" + inside + "”")
		words = after
	}
}

// partOfMore reports whether digits belong to a longer word, as to an address.
func partOfMore(s string, from, to int) bool {
	const joints = "-/_.=&?%#:"
	word := func(c byte) bool {
		return c >= 0x80 || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	return from > 0 && (word(s[from-1]) || strings.IndexByte(joints, s[from-1]) >= 0) || to < len(s) && (word(s[to]) || strings.IndexByte("-/_=&", s[to]) >= 0)
}

// daySpoken writes a day, or a span of days with two dots, in words; what is no
// such thing it returns as it is.
func daySpoken(s string) string {
	from, to, span := strings.Cut(s, "..")
	var i when.Interval
	var ok bool
	if i.From, ok = dayOf(from); !ok {
		return s
	}
	if !span {
		return dayWords(i.From)
	}
	if i.To, ok = dayOf(to); !ok {
		return s
	}
	if i.From.IsZero() || i.To.IsZero() {
		return "the time " + timeWords(i)
	}
	return timeWords(i)
}

// dayOf reads YYYY-MM-DD; nothing is the zero Date.
func dayOf(s string) (when.Date, bool) {
	if s == "" {
		return when.Date{}, true
	}
	d, ok := when.Parse(s, when.Interval{})
	if !ok || !d.IsDay() {
		return when.Date{}, false
	}
	return d.From, true
}
