package extract

import (
	"strings"

	"citevet/pipeline/article"
)

// readIdentifiers reads DOI, ISBN and ISSN as written, right or wrong, and
// settles the other numbers that catalogues give a work.
func (e *refEntry) readIdentifiers() {
	e.readDOI()
	for i := e.body; i < len(e.text); i++ {
		if !identifierStart[e.text[i]] || i > 0 && isWordByte(e.text[i-1]) {
			continue
		}
		word := e.text[i:min(len(e.text), i+12)]
		switch {
		case hasFold(word, "isbn"):
			i = e.readNumber(i, "isbn", &e.ref.ISBN)
		case hasFold(word, "eissn"), hasFold(word, "e-issn"):
			i = e.readNumber(i, word[:strings.IndexByte(strings.ToLower(word), 'n')+1], &e.ref.ISSN)
		case hasFold(word, "issn"):
			i = e.readNumber(i, "issn", &e.ref.ISSN)
		default:
			i = e.takeCatalogue(i, word)
		}
	}
}

// identifierStart holds the first bytes of the identifiers' names.
var identifierStart = func() (set [256]bool) {
	for _, c := range []byte("iIeEpPoOaAsSlLbBjJ") {
		set[c] = true
	}
	return set
}()

// readNumber reads digits, hyphens and spaces behind the name of an identifier
// into field, unless it has one, and settles them. It returns the last byte read.
func (e *refEntry) readNumber(i int, name string, field *article.Field) int {
	j := i + len(name)
	for _, suffix := range []string{"-13", "-10", "s", "‑13", "‑10"} {
		if strings.HasPrefix(e.text[j:], suffix) && !strings.HasPrefix(e.text[j+len(suffix):], "-") {
			j += len(suffix)
			break
		}
	}
	for j < len(e.text) && strings.IndexByte(" :#(\n", e.text[j]) >= 0 {
		j++
	}
	from, to, digits := j, j, 0
number:
	for j < len(e.text) {
		switch c := e.text[j]; {
		case '0' <= c && c <= '9', c == 'X' || c == 'x':
			if digits == 13 {
				break number
			}
			digits++
			j++
			to = j
			if c > '9' {
				break number
			}
		case c == '-' || c == ' ':
			j++
		case strings.HasPrefix(e.text[j:], "‐") || strings.HasPrefix(e.text[j:], "‑") || strings.HasPrefix(e.text[j:], "–"):
			j += len("–")
		default:
			break number
		}
	}
	to = from + identifierLen(e.text[from:to])
	if digits < 7 {
		return i + len(name) - 1
	}
	if field.IsZero() {
		*field = e.field(span{from, to})
	}
	e.take(span{i, to})
	return to - 1
}

// identifierLen cuts a run of digits and spaces where an ISBN or ISSN is full:
// what follows behind a space is another number ("ISBN 0-19-852663-6 2004").
func identifierLen(run string) int {
	digits := 0
	for i := 0; i < len(run); i++ {
		switch c := run[i]; {
		case c == ' ' && (digits == 10 || digits == 13 || digits == 8 && strings.IndexByte(run[:i], '-') == 4):
			return i
		case '0' <= c && c <= '9', c == 'X', c == 'x':
			digits++
		}
	}
	return len(run)
}

// catalogues are names of catalogues whose numbers are no part of title or pages.
var catalogues = []string{"pmid", "pmcid", "pmc", "oclc", "lccn", "s2cid", "arxiv", "bibcode", "jstor", "asin", "ssrn", "ol"}

// takeCatalogue settles the catalogue number that begins at i, if one does.
func (e *refEntry) takeCatalogue(i int, word string) int {
	for _, name := range catalogues {
		if !hasFold(word, name) || len(name) < 3 && !strings.HasPrefix(word, "OL ") {
			continue
		}
		j := i + len(name)
		for j < len(e.text) && strings.IndexByte(" :", e.text[j]) >= 0 {
			j++
		}
		from, digits := j, 0
		for j < len(e.text) && (isWordByte(e.text[j]) || strings.IndexByte("./-&", e.text[j]) >= 0) {
			if '0' <= e.text[j] && e.text[j] <= '9' {
				digits++
			}
			j++
		}
		for j > from && strings.IndexByte("./-", e.text[j-1]) >= 0 {
			j--
		}
		if digits < 4 {
			return i
		}
		f := article.Field{Text: e.text[from:j], Span: e.place(span{from, j})}
		switch {
		case name == "pmid" && e.ref.PMID.IsZero():
			e.ref.PMID = f
		case name == "arxiv" && e.ref.ArXiv.IsZero():
			e.ref.ArXiv = f
		}
		e.take(span{i, j})
		return j - 1
	}
	return i
}

// readDOI reads the first DOI that is written out or resolved by an address.
func (e *refEntry) readDOI() {
	if strings.ContainsAny(e.text[e.address.from:e.address.to], " \n") {
		e.resolvedDOI() // what broke the address broke the DOI in it
	}
	for i := e.body; i < len(e.text); {
		j := strings.Index(e.text[i:], "10.")
		if j < 0 {
			break
		}
		from := i + j
		to := doiEnd(e.text, from)
		i = from + len("10.")
		if to == from || !e.doiContext(from) {
			continue
		}
		if e.ref.DOI.IsZero() {
			e.ref.DOI = article.Field{Text: e.text[from:to], Span: e.place(span{from, to})}
		}
		e.takeDOI(from, to)
		i = to
	}
	if e.ref.DOI.IsZero() {
		e.resolvedDOI()
	}
	if e.ref.DOI.IsZero() {
		e.brokenOffDOI()
	}
}

// brokenOffDOI reads a DOI that breaks off before its name, "doi:10." or
// "DOI: 10.1234", as it is written: what the entry calls its DOI is one, if wrong.
func (e *refEntry) brokenOffDOI() {
	for i := e.body; i < len(e.text); {
		j := strings.Index(e.text[i:], ":")
		if j < 0 {
			return
		}
		i += j + 1
		name := e.text[max(e.body, i-len("doi:")):i]
		if !strings.EqualFold(name, "doi:") || i > e.body+len(name) && isWordByte(e.text[i-len(name)-1]) {
			continue
		}
		from := i + len(e.text[i:]) - len(strings.TrimLeft(e.text[i:], " "))
		end := from + len(e.text[from:]) - len(strings.TrimLeft(e.text[from:], "0123456789."))
		if !strings.HasPrefix(e.text[from:], "10.") || end < len(e.text) && e.text[end] != ' ' {
			continue
		}
		to := from + len(strings.TrimRight(e.text[from:end], "."))
		e.ref.DOI = article.Field{Text: e.text[from:to], Span: e.place(span{from, to})}
		e.takeDOI(from, to)
		return
	}
}

// doiContext reports whether what stands before a DOI lets it be the entry's
// own: a word boundary, or a resolver's address; not the path of another site.
func (e *refEntry) doiContext(i int) bool {
	if e.rest[i] != taken {
		return i == 0 || !isWordByte(e.text[i-1]) && e.text[i-1] != '.' && e.text[i-1] != '/'
	}
	before := strings.ToLower(e.text[max(e.body, i-len("https://dx.doi.org/")):i])
	return strings.HasSuffix(before, "doi.org/") || strings.HasSuffix(before, "doi:") || strings.HasSuffix(before, " ") || before == ""
}

// doiEnd returns where the DOI that begins at i ends, or i where there is none:
// "10.", a registrant of four to nine digits, "/" and a name.
func doiEnd(text string, i int) int {
	j := i + len("10.")
	for j < len(text) && ('0' <= text[j] && text[j] <= '9' || text[j] == '.') {
		j++
	}
	if n := j - i - len("10."); n < 4 || n > 12 || j >= len(text) || text[j] != '/' {
		return i
	}
	from := j + 1
	depth := 0
	sici := strings.Contains(text[from:min(len(text), from+80)], "::AID")
	j = from
scan:
	for k, r := range text[from:] {
		j = from + k
		switch r {
		case ' ', '\n', '\t', '"', '“', '”', '\u00a0', 0, '，', '。':
			break scan
		case '<', '>':
			if !sici {
				break scan
			}
		case '(', '[':
			depth++
		case ')', ']':
			if depth--; depth < 0 {
				break scan
			}
		}
		j = len(text)
	}
	j = from + len(strings.TrimRight(text[from:j], ".,;:’'*"))
	if j == from {
		return i
	}
	return j
}

// takeDOI settles a DOI with its name before it.
func (e *refEntry) takeDOI(from, to int) {
	before := e.text[e.body:from]
	trimmed := strings.TrimRight(before, " :(\n")
	if n := len(trimmed) - len("doi"); n >= 0 && strings.EqualFold(trimmed[n:], "doi") {
		from = e.body + n
	}
	e.take(span{from, to})
}

// resolvedDOI reads the DOI that the target of a link resolves.
func (e *refEntry) resolvedDOI() {
	address := e.ref.URL.Text
	host, path := splitAddress(address)
	if name := strings.ToLower(address[host:path]); name != "doi.org" && name != "dx.doi.org" && name != "www.doi.org" {
		return
	}
	doi := unescape(strings.TrimPrefix(address[path:], "/"))
	if doiEnd(doi, 0) == len(doi) && doi != "" {
		e.ref.DOI = article.Field{Text: doi, Span: e.ref.URL.Span}
	}
}

// hasFold reports whether text begins with prefix, whatever the letters' case.
// The prefix is ASCII.
func hasFold(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}
