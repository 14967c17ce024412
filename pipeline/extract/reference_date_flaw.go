package extract

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// A date that no calendar has is still where the entry's date stands: the field
// keeps the words and why, and has no reading. Only the place tells such figures
// from an identifier's, so they are looked for nowhere else.

var (
	flawedFigures = regexp.MustCompile(`^(\d{4,5}|\d{1,2})([-/.])(\d{1,2})([-/.])(\d{4,5}|\d{1,2})`)
	flawedWords   = regexp.MustCompile(`^(?:(\d{1,2})(?:st|nd|rd|th)? )?(\p{L}{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?,)? (\d{1,5})$`)
	wordedDay     = regexp.MustCompile(`^(?:\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,) \d{4}`)
	flawedYear    = regexp.MustCompile(`^(?:0|0000|\d{5})$`)
)

// latestYear is the last year that a source may be of; "12025" is a slip.
const latestYear = 2199

// flawedDate reads words in a date's place as a date that the calendar does not
// have. The field is zero where they are none, or are one that it has; a number
// alone is one only if said so.
func flawedDate(words string, alone bool) article.DateField {
	flaw := ""
	if m := flawedFigures.FindStringSubmatch(words); m != nil && len(m[0]) == len(words) && m[2] == m[4] {
		flaw = flawOfFigures(m[1], m[3], m[5])
	} else if m := flawedWords.FindStringSubmatch(words); m != nil && isMonth(m[2]) && (m[1] == "" || m[3] == "") {
		flaw = flawOf(numberOf(m[4]), 1, dayOr(m[1]+m[3], 1))
	} else if alone && flawedYear.MatchString(words) && (words[0] == '0' || isSlippedYear(words)) {
		flaw = flawOf(numberOf(words), 1, 1)
	}
	date := article.DateField{Flaw: flaw}
	if flaw != "" {
		date.Text = words
	}
	return date
}

// isMonth reports whether word is the name of a month.
func isMonth(word string) bool {
	found := when.Find("1 "+word+" 2000", when.Interval{})
	return len(found) == 1 && len(found[0].Readings) == 1 && found[0].Readings[0].IsDay()
}

// flawOfFigures judges a date of three numbers, one of which must be a year in
// full. Where day and month could change places, either order must fail.
func flawOfFigures(a, b, c string) string {
	switch {
	case len(a) >= 4 && len(c) <= 2:
		return flawOf(numberOf(a), numberOf(b), numberOf(c))
	case len(a) <= 2 && len(c) >= 4:
		first, second := numberOf(a), numberOf(b)
		if second > 12 && first <= 12 {
			first, second = second, first
		}
		return flawOf(numberOf(c), second, first)
	}
	return ""
}

// flawOf says why no calendar has a date, empty where it may have it: the length
// of each month is for the reader of dates to know.
func flawOf(year, month, day int) string {
	switch {
	case year == 0:
		return "there is no year 0"
	case month == 0 || month > 12:
		return fmt.Sprintf("there is no month %d", month)
	case day == 0:
		return "there is no day 0"
	case day > 31:
		return fmt.Sprintf("no month has %d days", day)
	case year > latestYear:
		return fmt.Sprintf("the year %d is far ahead", year)
	}
	return ""
}

// isSlippedYear reports whether a number of five digits is a year of these times
// with a digit too many.
func isSlippedYear(digits string) bool {
	for i := range len(digits) {
		if year := numberOf(digits[:i] + digits[i+1:]); 1900 <= year && year < 2100 {
			return true
		}
	}
	return false
}

func dayOr(digits string, otherwise int) int {
	if digits == "" {
		return otherwise
	}
	return numberOf(digits)
}

// numberOf reads digits, of which there are few.
func numberOf(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// flawedBracket reads such a date between brackets, behind the authors or the
// title in quotation marks. A number alone has to stand behind a person's name,
// since laws and reports have numbers too.
func (e *refEntry) flawedBracket(words string, open int) article.DateField {
	if !e.leads(open) && (e.quoted.isZero() || open < e.quoted.to) {
		return article.DateField{}
	}
	person := strings.ContainsAny(string(e.rest[e.body:open]), ",.") && e.afterAuthors(open)
	date := flawedDate(oneLine(words), person)
	if !date.IsZero() {
		from := open + 1 + strings.Index(e.text[open+1:], words)
		date.Text, date.Span = words, e.place(span{from, from + len(words)})
	}
	return date
}

// flawedFrom reads such a date that begins at i, behind a cue.
func (e *refEntry) flawedFrom(i int) (article.DateField, span) {
	for i < len(e.rest) && (e.rest[i] == ' ' || e.rest[i] == ':' || e.rest[i] == '\n') {
		i++
	}
	n := max(len(flawedFigures.Find(e.rest[i:])), len(wordedDay.Find(e.rest[i:])))
	if n == 0 || i+n < len(e.rest) && isWordByte(e.rest[i+n]) {
		return article.DateField{}, span{}
	}
	return e.flawedAt(span{i, i + n})
}

func (e *refEntry) flawedAt(at span) (article.DateField, span) {
	date := flawedDate(e.text[at.from:at.to], false)
	if date.IsZero() {
		return date, span{}
	}
	date.Span = e.place(at)
	return date, at
}

// bareFlaw finds such a date in figures that marks set off, as they do a date of
// publication: "Basin Post, 99/99/9999." With hyphens the year has to lead, with
// slashes it has to close, since many other numbers have either.
func (e *refEntry) bareFlaw() foundDate {
	for i := e.body; i < len(e.rest); i++ {
		if c := e.rest[i]; c < '0' || c > '9' || i > e.body && (isWordByte(e.rest[i-1]) || e.rest[i-1] == '/' || e.rest[i-1] == '-' || e.rest[i-1] == '.') {
			continue
		}
		if i >= e.quoted.from && i < e.quoted.to || !e.openBefore(i) || e.numberedBefore(i) {
			continue
		}
		m := flawedFigures.FindSubmatchIndex(e.rest[i:])
		if m == nil || e.rest[i+m[4]] == '.' || (e.rest[i+m[4]] == '-') != (m[3]-m[2] >= 4) || !e.closedBehind(i+m[1]) || i+m[1] < len(e.rest) && isWordByte(e.rest[i+m[1]]) {
			continue
		}
		if date, at := e.flawedAt(span{i, i + m[1]}); !at.isZero() {
			return foundDate{date, at, true}
		}
	}
	return foundDate{}
}

// monthless matches "15, 2010" behind a cue: a day and a year whose month was lost.
var monthless = regexp.MustCompile(`^ ?\d{1,2}(?:st|nd|rd|th)?,? ?[12]\d{3}\b`)
