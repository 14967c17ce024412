package extract

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// readCuedDates reads the dates that stand behind a cue ("Retrieved 2013-11-18",
// "[Accessed 15 Jan. 2025]", "Archived from the original on 3 May 2019") and
// settles cue and date. A cue without a date is settled where it can be nothing
// else ("Archived from the original.").
func (e *refEntry) readCuedDates() {
	for i := e.body; i < len(e.rest); {
		r, n := utf8.DecodeRune(e.rest[i:])
		if !unicode.IsLetter(r) {
			i += n
			continue
		}
		if e.quoted.from <= i && i < e.quoted.to {
			i = e.quoted.to // what a title says is not what its entry says
			continue
		}
		end := i + wordLen(e.rest[i:])
		word := strings.ToLower(e.text[i:end])
		if list := cues[word]; list != nil && (e.cueBoundary(i) || visits[word] && e.leadIn(i) < i) {
			if to := e.readCued(i, list); to > i {
				i = to
				continue
			}
		}
		i = end
	}
	e.readCJKCues()
	e.readAngledAccess()
	e.readTrailingAccess()
}

// readTrailingAccess reads the day that stands in brackets of its own behind the
// address, as German lists have it: "Floods, 12.03.2025, https://… (14.03.2025)". A
// day that is no later has to stand before the address, or it may be the publication's.
func (e *refEntry) readTrailingAccess() {
	i := e.address.to
	if !e.ref.Accessed.IsZero() || i == 0 {
		return
	}
	for i < len(e.rest) && strings.IndexByte(" ,\n\x00", e.rest[i]) >= 0 {
		i++
	}
	n := strings.IndexByte(string(e.rest[min(i, len(e.rest)):min(len(e.rest), i+maxDateLen)]), ')')
	if n < 0 || e.rest[i] != '(' {
		return
	}
	date := e.bracketDate(strings.TrimSpace(e.text[i+1:i+n]), i+1)
	if !date.When.IsDay() {
		return
	}
	for _, b := range e.bareDates() {
		if b.at.to <= e.address.from && b.date.When.IsDay() && !date.When.Before(b.date.When) {
			e.ref.Accessed = date
			e.take(span{i, i + n + 1})
			return
		}
	}
}

// readAngledAccess reads the day that stands without a cue before an address in
// angle brackets, as it did in the MLA's style before 2009: "28 Mar. 2002. 15 May
// 2002 <http://…>". Another year that is no later has to stand before it, or the
// day may be the publication's.
func (e *refEntry) readAngledAccess() {
	open := len(strings.TrimRight(e.text[:e.address.from], " "))
	if !e.ref.Accessed.IsZero() || e.address.isZero() || open == 0 || e.text[open-1] != '<' {
		return
	}
	end := len(strings.TrimRight(e.text[:open-1], " \n"))
	date, at := e.dateBefore(e.body, end)
	if at.isZero() || !date.When.IsDay() || !e.openBefore(at.from) {
		return
	}
	before := string(e.rest[max(e.body, e.quoted.to):at.from])
	if year := yearWords(before); year != "" && year[:4] <= fmt.Sprint(date.When.From.Year) {
		e.ref.Accessed = date
		e.take(at)
	}
}

// wordLen returns the length of the run of letters, marks and apostrophes that
// text begins with.
func wordLen(text []byte) int {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’' {
			return i
		}
		i += n
	}
	return len(text)
}

// cueBoundary reports whether a cue may begin at i: behind a mark, or as a word
// that is capitalised where the sentence before it was not closed.
func (e *refEntry) cueBoundary(i int) bool {
	return e.openBefore(i) || unicode.IsUpper(firstRuneOf(e.text[i:])) ||
		i > 0 && strings.IndexByte("[-\x00|*_<", e.rest[i-1]) >= 0 || e.dashBefore(i)
}

func (e *refEntry) dashBefore(i int) bool {
	before := strings.TrimRight(string(e.rest[max(e.body, i-6):i]), " ")
	return strings.HasSuffix(before, "-") || strings.HasSuffix(before, "–") || strings.HasSuffix(before, "—") || strings.HasSuffix(before, "·")
}

func firstRuneOf(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// readCued tries the cues of list at i, and returns where what it settled ends,
// or i.
func (e *refEntry) readCued(i int, list []cue) int {
	for _, c := range list {
		end := e.matchCue(i, c.words)
		if end < 0 {
			continue
		}
		date, at := e.dateBehind(end)
		if at.isZero() {
			date, at = e.flawedFrom(end)
		}
		if at.isZero() {
			if n := len(monthless.Find(e.rest[end:])); n > 0 && c.kind != cuePublish {
				e.take(span{e.cueStart(i), end + n})
				return end + n
			}
			if c.kind == cueArchive && len(c.words) > 1 {
				e.take(span{i, end})
				return end
			}
			continue
		}
		if visits[c.words[0]] && (e.address.isZero() || i < e.address.to || date.Flaw == "" && !date.When.IsDay()) {
			continue
		}
		if c.kind == cuePublish && date.Flaw == "" && !tellsMonth(date) {
			continue // "Published 2021" is a publisher's line, read as any other date
		}
		e.setCued(c.kind, date)
		e.take(span{e.cueStart(e.leadIn(i)), e.dateTail(at.to)})
		return at.to
	}
	return i
}

// leadIn returns where "last" or "as" stands that leads, behind a mark, to the word
// at i; i where neither does.
func (e *refEntry) leadIn(i int) int {
	end := i
	for end > e.body && e.rest[end-1] == ' ' {
		end--
	}
	for _, word := range []string{"last", "as"} {
		from := end - len(word)
		if from >= e.body && strings.EqualFold(string(e.rest[from:end]), word) && e.cueBoundary(from) {
			return from
		}
	}
	return i
}

// matchCue returns where the words of a cue end that begin at i, or -1.
func (e *refEntry) matchCue(i int, words []string) int {
	for k, w := range words {
		if k > 0 {
			for i < len(e.rest) && strings.IndexByte(" \n\x00(-", e.rest[i]) >= 0 {
				i++
			}
		}
		n := wordLen(e.rest[i:])
		if n == 0 || strings.ToLower(e.text[i:i+n]) != w {
			return -1
		}
		i += n
	}
	return i
}

// dateBehind reads the date that follows a cue, over marks, linking words and
// addresses ("Retrieved from https://… on 3 May 2020").
func (e *refEntry) dateBehind(i int) (article.DateField, span) {
	for range 6 {
		for i < len(e.rest) && strings.IndexByte(" \n\t:.,(-\x00<>", e.rest[i]) >= 0 {
			i++
		}
		if strings.HasPrefix(string(e.rest[i:min(len(e.rest), i+3)]), "–") {
			i += len("–")
			continue
		}
		if i >= len(e.rest) {
			break
		}
		if n := wordLen(e.rest[i:]); n > 0 && cueLinks[strings.ToLower(e.text[i:i+n])] {
			i += n
			continue
		}
		return e.dateFrom(i, len(e.rest))
	}
	return article.DateField{}, span{}
}

func (e *refEntry) setCued(kind cueKind, date article.DateField) {
	field := map[cueKind]*article.DateField{
		cueAccess: &e.ref.Accessed, cueArchive: &e.ref.Archived, cueUpdate: &e.ref.Updated, cuePublish: &e.ref.Published,
	}[kind]
	stamped := kind == cueArchive && field.Span.Start < e.ref.ArchiveURL.Span.End && e.ref.ArchiveURL.Span.Start < field.Span.End
	if field.IsZero() || stamped {
		*field = date
	}
}

// cueStart moves back over the brackets before a cue.
func (e *refEntry) cueStart(i int) int {
	for i > e.body && strings.IndexByte(" [(", e.rest[i-1]) >= 0 {
		i--
	}
	return i
}

// dateTail moves over what follows a date within the phrase: a time of day, the
// name of the archive, the closing bracket.
func (e *refEntry) dateTail(i int) int {
	for _, tail := range []string{" at the Wayback Machine", " at archive.today", " at WebCite", " at Archive.is", " via the Wayback Machine"} {
		if strings.HasPrefix(string(e.rest[i:]), tail) {
			i += len(tail)
		}
	}
	for i < len(e.rest) && (e.rest[i] == ']' || e.rest[i] == ')') {
		i++
	}
	return i
}

// readCJKCues reads access dates of scripts without spaces between words, and
// the access date that Chinese lists put between square brackets alone.
func (e *refEntry) readCJKCues() {
	if !e.ref.Accessed.IsZero() {
		return
	}
	rest := string(e.rest)
	for _, c := range cjkCues {
		i := strings.Index(rest, c)
		if i < 0 {
			continue
		}
		from := i + len(c)
		from += len(rest[from:]) - len(strings.TrimLeft(rest[from:], " :：　"))
		if e.takeAccess(from, eastAsianEnd(rest, from), i, 0) {
			return
		}
	}
	for _, c := range cjkCuesAfter {
		i := strings.Index(rest, c)
		if i < 0 {
			continue
		}
		end := len(strings.TrimRight(rest[:i], " に"))
		if e.takeAccess(eastAsianStart(rest, end), end, -1, i+len(c)) {
			return
		}
	}
	for i := e.body; i < len(rest) && !e.ref.URL.IsZero(); i++ {
		if rest[i] != '[' {
			continue
		}
		if n := strings.IndexByte(rest[i:min(len(rest), i+16)], ']'); n > 0 && e.takeAccess(i+1, i+n, i, i+n+1) {
			return
		}
	}
}

// takeAccess reads the access date between from and to, which must show its day,
// and settles it with the cue that begins at cueFrom or ends at cueTo.
func (e *refEntry) takeAccess(from, to, cueFrom, cueTo int) bool {
	if to-from < len("2020-1-1") {
		return false
	}
	words := e.text[from:to]
	date := readDate(words)
	if !date.When.IsDay() {
		return false
	}
	date.Text, date.Span = words, e.place(span{from, to})
	e.ref.Accessed = date
	if cueFrom < 0 {
		cueFrom = from
	}
	e.take(span{cueFrom, max(to, cueTo)})
	return true
}

func isEastAsianDate(r rune) bool {
	return '0' <= r && r <= '9' || strings.ContainsRune("年月日-/.", r)
}

// eastAsianEnd and eastAsianStart return the bounds of the run of digits and date
// words at i.
func eastAsianEnd(text string, i int) int {
	run := strings.TrimLeftFunc(text[i:], isEastAsianDate)
	return i + len(strings.TrimRight(text[i:len(text)-len(run)], "-/."))
}

func eastAsianStart(text string, i int) int {
	return len(strings.TrimRightFunc(text[:i], isEastAsianDate))
}
