package extract

import (
	"bytes"
	"regexp"
	"strings"

	"citevet/pipeline/article"
)

// Volume, issue and pages as reference styles write them. Each is tried on what
// is left of the entry behind its title.
var (
	reVolumeWord = regexp.MustCompile(`(?i)\b(?:vol|volume|jahrgang|jg|bd|band|tome|t)\.? ?([0-9]{1,4}|[IVXLC]{1,7})\b`)
	reIssueWord  = regexp.MustCompile(`(?i)\b(?:no|nr|issue|number|iss|n°|heft|№)\.? ?([0-9]{1,5}(?:[-–/][0-9]{1,5})?)\b`)
	rePagesWord  = regexp.MustCompile(`(?:^|[^\pL])(?:[Pp][Pp]|[Pp]gs?|[Pp]ages?|p|S|стр|[Сс])\.? ?([A-Za-z]{0,2}[0-9]{1,6}(?: ?[-–—‑−] ?[A-Za-z]{0,2}[0-9]{1,6})?(?:, ?[0-9]{1,5}(?:[-–—][0-9]{1,5})?)*)`)
	// "104 (13): 5510–5", "36(3), 1-12", "14(Suppl.1), 133-136"
	reVolumeIssue = regexp.MustCompile(`(?:^|[\s,.;\x00])([0-9]{1,4}) ?\(([0-9A-Za-z][0-9A-Za-z .,/–-]{0,19})\)(?:[\s\x00]*[:,;]?[\s\x00]*(?:pp?\. ?|pages? )?([A-Za-z]{0,2}[0-9]{1,6}(?: ?[-–—‑−] ?[A-Za-z]{0,2}[0-9]{1,6})?(?:, ?[0-9]{1,5}[-–—][0-9]{1,5})*))?`)
	// "56: 315–36", "104:5510-5", "173, 271-281"
	reVolumePages = regexp.MustCompile(`(?:^|[\s,;\x00])([0-9]{1,4}) ?[\x00\s]*[:,] ?([A-Za-z]{0,2}[0-9]{1,6} ?[-–—‑−] ?[A-Za-z]{0,2}[0-9]{1,6}|[0-9]{1,6}\b)`)
	// "…, 433-439." at the end
	rePagesLast = regexp.MustCompile(`, ?([0-9]{1,5} ?[-–] ?[0-9]{1,5})[.\s\x00]*$`)
	// ": 197–214" behind a date in brackets
	rePagesAfter = regexp.MustCompile(`^\x00*[:,] ?([A-Za-z]?[0-9]{1,6}(?: ?[-–] ?[A-Za-z]?[0-9]{1,6})?)[.,\s\x00]*`)
	// "Chicago Tribune: 28"
	rePagesColon = regexp.MustCompile(`[\pL)] ?: ?([0-9]{1,4}(?: ?[-–—] ?[0-9]{1,4})?)[.\s\x00]*(?:$|[.\x00])`)
)

// readNumbers reads volume, issue and pages from behind the title.
func (e *refEntry) readNumbers() {
	from := max(e.body, e.quoted.to)
	if e.quoted.isZero() && e.date.to > 0 && e.afterAuthors(e.date.from) {
		from = e.date.to
	}
	if !bytes.ContainsAny(e.rest[from:], "0123456789") {
		return
	}
	if m := reVolumeIssue.FindSubmatchIndex(e.rest[from:]); m != nil && !e.inTitle(from, from+m[2]) {
		e.number(&e.ref.Volume, from, m, 1)
		e.number(&e.ref.Issue, from, m, 2)
		e.number(&e.ref.Pages, from, m, 3)
		e.settleNumbers(span{from + m[2], from + m[1]})
	}
	e.wordNumber(reVolumeWord, &e.ref.Volume, from)
	e.wordNumber(reIssueWord, &e.ref.Issue, from)
	e.wordNumber(rePagesWord, &e.ref.Pages, from)
	if e.bracketedBehind(from) {
		e.pagesAfterDate()
		e.volumeBefore(e.date.from, from)
	}
	if e.numbers < len(e.rest) {
		e.volumeBefore(e.numbers, from)
	}
	if e.ref.Volume.IsZero() && e.ref.Pages.IsZero() {
		if m := reVolumePages.FindSubmatchIndex(e.rest[from:]); m != nil && !e.inTitle(from, from+m[2]) && !isYearDigits(string(e.rest[from+m[2]:from+m[3]])) {
			e.number(&e.ref.Volume, from, m, 1)
			e.number(&e.ref.Pages, from, m, 2)
			e.settleNumbers(span{from + m[2], from + m[1]})
		}
	}
	if e.ref.Pages.IsZero() && e.ref.URL.IsZero() {
		if m := rePagesLast.FindSubmatchIndex(e.rest[from:]); m != nil && !e.inTitle(from, from+m[2]) && !hasYear(string(e.rest[from+m[2]:from+m[3]])) {
			e.number(&e.ref.Pages, from, m, 1)
			e.settleNumbers(span{from + m[2], from + m[3]})
		}
	}
	if e.ref.Pages.IsZero() && !e.quoted.isZero() {
		if m := rePagesColon.FindSubmatchIndex(e.rest[from:]); m != nil {
			e.number(&e.ref.Pages, from, m, 1)
			e.settleNumbers(span{from + m[2], from + m[3]})
		}
	}
}

// pagesAfterDate reads the pages of "24 (1996): 197–214".
func (e *refEntry) pagesAfterDate() {
	if !e.ref.Pages.IsZero() {
		return
	}
	if m := rePagesAfter.FindSubmatchIndex(e.rest[e.date.to:]); m != nil {
		e.number(&e.ref.Pages, e.date.to, m, 1)
		e.settleNumbers(span{e.date.to + m[2], e.date.to + m[3]})
	}
}

// bracketedBehind reports whether a date in brackets stands behind from.
func (e *refEntry) bracketedBehind(from int) bool {
	return e.date.from > from && e.bracketed()
}

// volumeBefore reads the number before i as the volume: "18 (1999)", "11, no. 1",
// "24, pp. 9–12".
func (e *refEntry) volumeBefore(i, from int) {
	if !e.ref.Volume.IsZero() {
		return
	}
	end := i
	for end > from && strings.IndexByte(" ,:;\x00", e.rest[end-1]) >= 0 {
		end--
	}
	start := end
	for start > from && '0' <= e.rest[start-1] && e.rest[start-1] <= '9' {
		start--
	}
	if n := end - start; n == 0 || n > 4 || isYearDigits(string(e.rest[start:end])) || start > from && strings.IndexByte(" ,;", e.rest[start-1]) < 0 || e.inTitle(from, start) {
		return
	}
	e.ref.Volume = e.field(span{start, end})
	e.settleNumbers(span{start, end})
}

// inTitle reports whether i may still lie in an unquoted title: no sentence has
// ended since from.
func (e *refEntry) inTitle(from, i int) bool {
	return e.quoted.isZero() && !strings.ContainsAny(string(e.rest[from:i]), ".,\x00?!")
}

func (e *refEntry) number(field *article.Field, from int, m []int, group int) {
	if m[2*group] >= 0 && field.IsZero() {
		*field = e.field(span{from + m[2*group], from + m[2*group+1]})
	}
}

// wordNumber reads a number behind the word that names it.
func (e *refEntry) wordNumber(re *regexp.Regexp, field *article.Field, from int) {
	if !field.IsZero() {
		return
	}
	m := re.FindSubmatchIndex(e.rest[from:])
	if m == nil || e.inTitle(from, from+m[0]) {
		return
	}
	if words := string(e.rest[from+m[0] : from+m[3]]); isYearDigits(words[len(words)-(m[3]-m[2]):]) && !strings.ContainsAny(words, "pt") {
		return // "Roe, S. 1997"
	}
	*field = e.field(span{from + m[2], from + m[3]})
	start := from + m[0]
	if e.rest[start] == ' ' || e.rest[start] == '(' || e.rest[start] == ',' || e.rest[start] == '.' {
		start++
	}
	e.settleNumbers(span{start, from + m[3]})
}

func (e *refEntry) settleNumbers(s span) {
	e.numbers = min(e.numbers, s.from)
	e.take(s)
}
