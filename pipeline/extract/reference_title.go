package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotePairs are opening quotation marks with the marks that close them.
var quotePairs = map[rune]string{
	'"': "\"”", '“': "”\"", '„': "“”\"", '«': "»", '»': "«", '‘': "’", '「': "」", '『': "』", '《': "》", '\'': "'",
}

// findQuotedTitle finds the quotation that is the title: the first that stands
// at the beginning or behind a mark, and is closed before a mark or the end.
func (e *refEntry) findQuotedTitle() {
	for i, r := range e.text {
		closing, ok := quotePairs[r]
		if !ok || i < e.body || e.rest[i] == taken || !e.mayOpenTitle(i, r) {
			continue
		}
		if inner := e.quoteEnd(i+utf8.RuneLen(r), r, closing); inner > 0 {
			_, n := utf8.DecodeRuneInString(e.text[inner:])
			title := e.field(e.trim(span{i + utf8.RuneLen(r), inner}, ",."))
			if title.Span.Len() < 2 {
				continue
			}
			if end := title.Span.End - e.base; strings.HasSuffix(title.Text, "..") || end < inner && strings.HasPrefix(e.text[end:], "...") {
				title = e.field(span{i + utf8.RuneLen(r), inner})
			}
			e.quoted = span{i, inner + n}
			e.ref.Title = title
			return
		}
		return
	}
}

// mayOpenTitle reports whether a quotation mark at i may open the title.
func (e *refEntry) mayOpenTitle(i int, r rune) bool {
	if next := firstRuneOf(e.text[i+utf8.RuneLen(r):]); unicode.IsSpace(next) && r != '«' && r != '„' {
		return false
	}
	before := e.trim(span{e.body, i}, "")
	if before.from >= before.to || e.openBefore(i) {
		return true
	}
	if r == '\'' || r == '‘' || r == '»' {
		return false
	}
	words := string(e.rest[before.from:before.to])
	return e.dashBefore(i) || strings.HasSuffix(words, " in") || strings.HasSuffix(words, " In") || len(words) < 80 && namesLike(words)
}

// quoteEnd returns where the mark stands that closes the quotation opened
// before i, or 0. Straight marks nest by the side on which white space stands.
func (e *refEntry) quoteEnd(i int, open rune, closing string) int {
	depth, fallback := 1, 0
	prev := ' '
	for j, r := range e.text[i:] {
		if r == utf8.RuneError {
			prev = 'x'
			continue
		}
		at := i + j
		next := firstRuneOf(e.text[at+utf8.RuneLen(r):])
		switch {
		case strings.ContainsRune(closing, r) && (open != r || closes(prev, next)):
			if open == '‘' || open == '\'' {
				if unicode.IsLetter(next) || unicode.IsLetter(prev) && unicode.IsSpace(next) && !e.closedQuote(at+utf8.RuneLen(r)) {
					break // an apostrophe
				}
			}
			if depth--; depth == 0 {
				if e.closedQuote(at + utf8.RuneLen(r)) {
					return at
				}
				return 0
			}
			if fallback == 0 && strings.ContainsRune(".,;", next) {
				fallback = at
			}
		case r == open:
			depth++
		}
		prev = r
	}
	return fallback
}

// closes reports whether a straight mark between these runes closes.
func closes(prev, next rune) bool {
	return !unicode.IsSpace(prev) && prev != '(' && (next == utf8.RuneError || unicode.IsSpace(next) || !unicode.IsLetter(next) && !unicode.IsDigit(next))
}

// closedQuote reports whether what follows a quotation at i lets it be the whole
// title: a mark, the end, or a new sentence; not a word that goes on.
func (e *refEntry) closedQuote(i int) bool {
	j := i
	for j < len(e.rest) && (e.rest[j] == ' ' || e.rest[j] == '\n') {
		j++
	}
	if j >= len(e.rest) || e.rest[j] == taken {
		return true
	}
	r, _ := utf8.DecodeRune(e.rest[j:])
	if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
		return true
	}
	if !unicode.IsLower(r) {
		return j > i || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}
	switch word := string(e.rest[j : j+wordLen(e.rest[j:])]); word {
	case "in", "by", "from", "at", "on", "via", "retrieved", "accessed", "p", "pp", "vol", "no", "archived", "et", "dans", "w", "online":
		return true
	}
	return false
}

// titleEnd returns where the title ends that begins at from without quotation
// marks: at the end of its sentence, at a remark in square brackets ("[online]"),
// or at something settled.
func (e *refEntry) titleEnd(from, stop int) int {
	depth := 0
	for i := from; i < stop; i++ {
		switch c := e.rest[i]; c {
		case taken:
			return i
		case '(':
			if i > from && depth == 0 && e.imprintAt(i) {
				return i
			}
			depth++
		case ')':
			depth--
		case '[':
			if i > from && depth == 0 && e.mediumAt(i) {
				return i
			}
		case '.', '?', '!':
			if depth > 0 || !e.sentenceEnds(i, stop) {
				break
			}
			if c == '.' {
				return i
			}
			if !e.subtitleAt(i+1, stop) {
				return i + 1
			}
		}
	}
	return stop
}

// subtitleAt reports whether the sentence that begins at i goes on with a title
// behind its question: it runs in lower case, as no container's name does.
func (e *refEntry) subtitleAt(i, stop int) bool {
	end := i
	for end < stop && e.rest[end] != '.' && e.rest[end] != taken && e.rest[end] != ',' {
		end++
	}
	lower, upper := 0, 0
	for k, w := range strings.Fields(string(e.rest[i:end])) {
		if r := firstRuneOf(w); unicode.IsLower(r) {
			lower++
		} else if k > 0 {
			upper++
		}
	}
	return lower >= 4 && lower > 2*upper
}

// imprintAt reports whether the brackets at i hold place and publisher: "(London:
// Roe & Sons, 1999)", "(Roe Press 1999)" with the year settled, "(2nd ed.)".
func (e *refEntry) imprintAt(i int) bool {
	n := strings.IndexByte(string(e.rest[i:min(len(e.rest), i+160)]), ')')
	if n < 0 {
		return false
	}
	inner := string(e.rest[i+1 : i+n])
	if strings.IndexByte(inner, taken) >= 0 {
		return true
	}
	place, publisher, ok := strings.Cut(inner, ": ")
	if ok && len(strings.Fields(place)) <= 5 && startsCapital(place) && startsCapital(publisher) {
		return true
	}
	low := strings.ToLower(inner)
	return strings.HasSuffix(low, " ed.") || strings.HasSuffix(low, " edition") || strings.HasPrefix(low, "eds.") || strings.HasPrefix(low, "vol.") || strings.HasPrefix(low, "ed.") || strings.HasPrefix(low, "trans.")
}

// mediumAt reports whether a remark on the medium stands at i: "[online]",
// "[Internet]", "[EB/OL]".
func (e *refEntry) mediumAt(i int) bool {
	n := strings.IndexByte(string(e.rest[i:min(len(e.rest), i+40)]), ']')
	if n < 0 {
		return false
	}
	words := strings.ToLower(string(e.rest[i+1 : i+n]))
	switch words {
	case "online", "internet", "electronic", "electronic resource", "электронный ресурс", "en ligne", "en línea", "em linha", "video", "pdf", "web", "blog", "blog post", "podcast", "podcast episode", "press release", "tweet", "film", "video file", "webpage", "web page", "website", "report", "book", "thesis", "dataset", "data set", "data file", "text", "audio", "music", "song", "eb/ol", "j/ol", "n/ol", "j", "m", "d", "c", "n", "r", "z", "dissertation", "doctoral dissertation", "master's thesis", "infographic", "computer software", "app", "mobile app", "fact sheet", "news release", "conference presentation", "preprint", "online]. available", "в интернете", "on-line", "elektronický zdroj":
		return true
	}
	return strings.HasSuffix(words, "dissertation") || strings.HasSuffix(words, "thesis") || strings.HasSuffix(words, "video")
}

// sentenceEnds reports whether the mark at i ends the sentence: white space, the
// end or something settled follows, and the word before is neither an initial
// nor an abbreviation.
func (e *refEntry) sentenceEnds(i, stop int) bool {
	if i+1 < stop {
		switch c := e.rest[i+1]; c {
		case ' ', '\n', '\t', taken, '[':
		case '"':
			return false
		default:
			return strings.HasPrefix(string(e.rest[i+1:min(i+4, stop)]), "\u00a0")
		}
	}
	if e.rest[i] != '.' {
		return e.newSentence(i+1, stop)
	}
	from := i
	for from > 0 && (isWordByte(e.rest[from-1]) || e.rest[from-1] == '.' || e.rest[from-1] == '\'') {
		from--
	}
	word := string(e.rest[from:i])
	if strings.HasSuffix(word, ".") {
		return true // an ellipsis
	}
	next := e.nextByte(i+1, stop)
	if next == taken || next == 0 {
		return true
	}
	if inner := strings.IndexByte(word, '.'); inner >= 0 && len(word) <= 7 && !strings.ContainsFunc(word, unicode.IsDigit) {
		return false // "U.S.", "i.e."
	}
	if utf8.RuneCountInString(word) == 1 && !strings.ContainsFunc(word, unicode.IsDigit) {
		return false // an initial
	}
	if next >= 'a' && next <= 'z' || next == ',' {
		return false
	}
	return !titleAbbreviations[strings.ToLower(word)]
}

// newSentence reports whether what follows a question or exclamation mark is not
// the same sentence: it does not begin in lower case.
func (e *refEntry) newSentence(i, stop int) bool {
	next := e.nextByte(i, stop)
	return next < 'a' || next > 'z'
}

// nextByte returns the first byte from i that is not white space, taken at stop.
func (e *refEntry) nextByte(i, stop int) byte {
	for i < stop && (e.rest[i] == ' ' || e.rest[i] == '\n') {
		i++
	}
	if i >= stop {
		return taken
	}
	return e.rest[i]
}

// titleAbbreviations do not end a title although a full stop follows them.
var titleAbbreviations = map[string]bool{
	"vs": true, "dr": true, "mr": true, "mrs": true, "ms": true, "st": true, "prof": true, "no": true, "vol": true, "gen": true, "sen": true, "rep": true, "gov": true, "col": true, "lt": true, "capt": true, "sgt": true, "rev": true, "mt": true, "ft": true, "cf": true, "ca": true, "approx": true,
	"al": true, "jr": true, "sr": true, "ed": true, "eds": true, "nr": true, "fig": true, "op": true, "pt": true, "pres": true, "hon": true, "v": true, "ch": true, "chap": true, "sec": true, "art": true, "dept": true, "adm": true, "maj": true, "cmdr": true,
}
