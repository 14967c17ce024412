package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/publicsuffix"
)

// Lists lose addresses to line ends and to the spaces that a word processor puts
// behind full stops and slashes. An address is carried over such a break only
// where what follows can be nothing but its rest: a sentence must never become
// part of an address.

// maxBreaks bounds how many breaks one address may have.
const maxBreaks = 8

// writtenAddress returns where the address ends that is written at i, i where
// none is.
func (e *refEntry) writtenAddress(i int) int {
	text := e.text
	if i > 0 && isWordByte(text[i-1]) {
		return i
	}
	host := i + spacedScheme(text[i:])
	end := i
	if host > i {
		end = addressRun(text, host)
	} else {
		end = addressEnd(text, i)
	}
	if end <= host && end < i+len("www.") {
		return i
	}
	if inner := insideAngles(text, i); inner > 0 {
		return inner
	}
	b := brokenAddress{text: text, from: host, end: end, broken: host > i, led: e.wordsBefore(i)}
	b.mend()
	return b.end
}

// wordsBefore reports whether words of the entry stand before i: an address that
// leads its entry may be followed by a title, which nothing sets off.
func (e *refEntry) wordsBefore(i int) bool {
	return strings.ContainsFunc(e.text[e.body:i], unicode.IsLetter)
}

// spacedScheme returns the length of a scheme with white space in it or behind
// it ("http:// ", "https: //") that a host follows, or 0.
func spacedScheme(text string) int {
	if text[0] != 'h' && text[0] != 'H' {
		return 0
	}
	n := 0
	for _, part := range []string{"http", ":", "//"} {
		for n < len(text) && n > 0 && text[n] == ' ' {
			n++
		}
		if !hasFold(text[n:], part) {
			return 0
		}
		n += len(part)
		if n == len("http") && hasFold(text[n:], "s") {
			n++
		}
	}
	for n < len(text) && (text[n] == ' ' || text[n] == '\n') {
		n++
	}
	if n > len("https://")+2 || !strings.ContainsAny(text[:n], " \n") {
		return 0
	}
	name := firstWord(text[n:])
	if dot := strings.IndexByte(name, '.'); dot < 1 || hasScheme(name) && !hasFold(name, "www.") || !isWordByte(name[0]) {
		return 0
	}
	return n
}

// insideAngles returns where the address ends that "<" stands before at i, with
// whatever breaks it, and 0 where no bracket does or it does not close.
func insideAngles(text string, i int) int {
	if before := strings.TrimRight(text[max(0, i-2):i], " "); !strings.HasSuffix(before, "<") {
		return 0
	}
	const longest = 400
	n := strings.IndexAny(text[i:min(len(text), i+longest)], "<>\"")
	if n <= 0 || text[i+n] != '>' {
		return 0
	}
	return i + len(strings.TrimRight(text[i:i+n], " \n.,;"))
}

// brokenAddress is an address while it is carried over what broke it.
type brokenAddress struct {
	text      string
	from, end int  // its host, or its scheme, to where it goes for now
	broken    bool // a break was found: more of the kind are likely
	led       bool // words stand before it
}

// mend carries the address on as far as it goes.
func (b *brokenAddress) mend() {
	b.mendHost()
	for range maxBreaks {
		next := b.goesOn()
		if next == b.end {
			return
		}
		b.end, b.broken = next, true
	}
}

// mendHost carries the address over the white space behind the full stops of its
// host ("http://www. example.org", "http://dx.doi. org/10.1234/5"): up to a name
// that can end a host, which what stands before does not. Behind "www" alone any
// name goes on.
func (b *brokenAddress) mendHost() {
	host, path := splitAddress(b.text[b.from:b.end])
	if path != b.end-b.from || endsHost(b.text[b.from+host:b.end]) {
		return
	}
	at, name := b.end, b.text[b.from+host:b.end]
	www := strings.EqualFold(name, "www")
	for range 3 {
		if at+2 >= len(b.text) || b.text[at] != '.' || b.text[at+1] != ' ' && b.text[at+1] != '\n' {
			return
		}
		word := strings.TrimRight(firstWord(b.text[at+2:]), ".,;:")
		if word == "" || !unicode.IsLower(rune(word[0])) && !unicode.IsDigit(rune(word[0])) {
			return
		}
		end := at + 2 + len(word)
		label, _, more := strings.Cut(word, "/")
		name += "." + label
		if more || strings.Contains(label, ".") {
			if www || endsHost(name) {
				b.end, b.broken = end, true
			}
			return
		}
		at = end
	}
}

// endsHost reports whether a host is whole: it ends in a domain under which
// names are given out.
func endsHost(host string) bool {
	suffix, known := publicsuffix.PublicSuffix(strings.ToLower(host))
	return known && suffix != strings.ToLower(host)
}

// goesOn returns where the address ends that goes on behind one break, or its
// end where it does not.
func (b *brokenAddress) goesOn() int {
	at := b.end
	dotted := at < len(b.text) && b.text[at] == '.'
	if dotted {
		at++
	}
	if at >= len(b.text) || b.text[at] != ' ' && b.text[at] != '\n' {
		return b.end
	}
	at++
	raw := firstWord(b.text[at:])
	word := strings.TrimRight(raw, ".,;:)]>")
	next := at + len(word)
	if word == "" || strings.ContainsAny(word, "()[]<>\"“”") || hasScheme(word) {
		return b.end
	}
	_, path := splitAddress(b.text[b.from:b.end])
	if path+1 >= b.end-b.from && b.text[b.end-1] != '/' {
		return b.end // a host alone
	}
	if dotted {
		if opensWithFileType(word) {
			return next
		}
		return b.end
	}
	if b.resolvesNothing() || b.isPathBehindMark(word) || b.isTornWord(word, next) || b.isTornDOI(word, next) {
		return next
	}
	return b.end
}

// resolvesNothing reports whether the address is a DOI resolver's with the
// registrant alone.
func (b *brokenAddress) resolvesNothing() bool {
	_, rest, ok := strings.Cut(b.text[b.from:b.end], "doi.org/10.")
	return ok && strings.Trim(rest, "0123456789./") == "" && strings.Count(rest, "/") == 1 && strings.HasSuffix(rest, "/")
}

// isPathBehindMark reports whether word goes on with an address that breaks off
// behind a mark no address ends in.
func (b *brokenAddress) isPathBehindMark(word string) bool {
	if !strings.ContainsRune("/-_=&", rune(b.text[b.end-1])) && !strings.HasSuffix(b.text[b.from:b.end], "%20") {
		return false
	}
	switch {
	case endsInFileType(word), strings.Contains(word, "%2"):
		return true
	case strings.ContainsFunc(word, func(r rune) bool { return r > unicode.MaxASCII || unicode.IsUpper(r) }):
		return false
	case strings.Count(word, "-") >= 2, strings.Contains(word, "/") && word[0] != '/' && strings.ContainsFunc(word, unicode.IsLetter):
		return true
	}
	return b.broken && strings.ContainsAny(word, "0123456789") && unicode.IsLower(rune(word[0]))
}

// isTornWord reports whether word is the rest of a file's path that a break in
// the middle of a word tore off: "…/community development/pdf/report.pdf". It ends
// the entry or its clause, since a title would go on.
func (b *brokenAddress) isTornWord(word string, next int) bool {
	path := b.text[b.from:b.end]
	return b.led && endsInFileType(word) && isWordByte(b.text[b.end-1]) && b.closes(next) &&
		!strings.Contains(path[strings.LastIndexByte(path, '/'):], ".")
}

// isTornDOI reports whether word is the rest of a resolved DOI: letters and many
// digits, with which the entry ends, and no catalogue's number.
func (b *brokenAddress) isTornDOI(word string, next int) bool {
	if !strings.Contains(b.text[b.from:b.end], "doi.org/10.") || strings.Trim(b.text[next:], ".) \n") != "" {
		return false
	}
	letters, digits := 0, 0
	for i := range len(word) {
		switch c := word[i]; {
		case '0' <= c && c <= '9':
			digits++
		case isWordByte(c):
			letters++
		default:
			return false
		}
	}
	return digits >= 6 && letters > 0 && letters < 4 && !hasFold(word, "pmc") && !hasFold(word, "pmid")
}

// closes reports whether a clause ends at i: with the entry, before a mark, a
// bracket or a line end.
func (b *brokenAddress) closes(i int) bool {
	rest := strings.TrimLeft(b.text[i:], " ")
	return rest == "" || strings.IndexByte(".,;:)]>([\n", rest[0]) >= 0
}

// fileTypes are the endings of pages and papers.
var fileTypes = []string{"pdf", "html", "htm", "shtml", "xhtml", "php", "asp", "aspx", "jsp", "cfm", "doc", "docx", "txt", "xls", "ppt", "stm", "ece"}

// endsInFileType reports whether word is a file's name or path: "report.pdf".
func endsInFileType(word string) bool {
	dot := strings.LastIndexByte(word, '.')
	if dot < 1 {
		return false
	}
	for _, t := range fileTypes {
		if strings.EqualFold(word[dot+1:], t) {
			return true
		}
	}
	return false
}

// opensWithFileType reports whether word is the ending of a file's name, alone or
// with a query: "cfm?id=3".
func opensWithFileType(word string) bool {
	ending := word
	if i := strings.IndexAny(word, "?#/"); i >= 0 {
		ending = word[:i]
	}
	return ending != "" && endsInFileType("x."+ending)
}

// firstWord returns what text begins with up to its first white space.
func firstWord(text string) string {
	if i := strings.IndexAny(text, " \n\t\u00a0"); i >= 0 {
		return text[:i]
	}
	return text
}

// addressText is the address without the white space that broke it.
func addressText(written string) string {
	if strings.ContainsAny(written, " \n") {
		return strings.NewReplacer(" ", "", "\n", "").Replace(written)
	}
	return written
}
