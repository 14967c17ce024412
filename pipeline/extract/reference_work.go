package extract

import (
	"strings"
	"unicode"
)

// readNames reads what is left once numbers and dates are settled: authors,
// title, and what holds or publishes the work. Which of the known orders the
// entry follows is told by its quoted title, by a date behind the authors, or by
// an address it begins with or ends in.
func (e *refEntry) readNames() {
	switch {
	case !e.quoted.isZero():
		e.readQuoted()
	case e.dateLeads():
		e.setAuthors(span{e.body, e.date.from})
		if e.date.to < len(e.rest) && e.rest[e.date.to] == ',' {
			e.readCommaTitle(e.date.to, len(e.rest))
		} else {
			e.readUnquoted(e.date.to)
		}
	case len(e.anchors) > 0:
		e.readAnchored()
	case e.startsWithAddress():
		e.readAfterAddress()
	default:
		e.readRunning()
	}
}

// startsWithAddress reports whether nothing stands before the address.
func (e *refEntry) startsWithAddress() bool {
	head := e.trim(span{e.body, e.address.from}, ".,:;-–—")
	return !e.address.isZero() && head.from >= head.to
}

// dateLeads reports whether the date stands behind the authors, as in Harvard and
// APA style. Authors who are no persons must be short, or begin as bodies do: a long
// run of words before a date is a title.
func (e *refEntry) dateLeads() bool {
	if e.date.isZero() {
		return false
	}
	head := e.trim(span{e.body, e.date.from}, ".,:;")
	if head.from >= head.to {
		return e.date.from <= e.body+1 || e.sameAuthor
	}
	words := string(e.rest[head.from:head.to])
	if strings.ContainsRune(words, taken) {
		return false
	}
	if namesLike(words) {
		return true
	}
	if !e.bracketed() {
		return false
	}
	tail := e.trim(span{e.date.to, len(e.rest)}, ".,:;")
	if tail.from >= tail.to {
		return false
	}
	if strings.Contains(words, ";") {
		return true
	}
	return len(strings.Fields(words)) <= 8 && e.titleEnd(head.from, head.to) >= head.to-1 &&
		(len(words) <= len(e.text[tail.from:tail.to]) || organizationLeads[strings.ToLower(strings.Fields(words)[0])])
}

// bracketed reports whether the publication date stands in brackets.
func (e *refEntry) bracketed() bool { return e.text[e.date.from] == '(' }

// setAuthors reads the names in s, and AuthorsAt with them.
func (e *refEntry) setAuthors(s span) {
	s = e.trim(s, ".,:;-–—")
	if s.from >= s.to || strings.ContainsRune(string(e.rest[s.from:s.to]), taken) {
		return
	}
	if s.to < len(e.rest) && e.rest[s.to] == '.' {
		if w := lastWord(string(e.rest[s.from:s.to])); isInitials(w) {
			s.to++
		}
	}
	names := parseNames(e.text[s.from:s.to])
	if len(names) == 0 {
		return
	}
	e.ref.Authors = names
	e.ref.AuthorsAt = e.place(s)
}

// readQuoted reads an entry whose title stands in quotation marks.
func (e *refEntry) readQuoted() {
	head := span{e.body, e.quoted.from}
	if e.date.to <= head.to && e.date.to > 0 {
		head.to = e.date.from
	}
	s := e.trim(head, ".,:;-–—")
	if words := string(e.rest[s.from:s.to]); s.from < s.to && (namesLike(words) || e.titleEnd(s.from, s.to) >= s.to-1) && len(words) < 2000 {
		e.setAuthors(head)
	}
	e.readHolders(e.quoted.to)
}

// readUnquoted reads title and holders from i, where the title begins.
func (e *refEntry) readUnquoted(i int) {
	for i < len(e.rest) && (e.rest[i] == ' ' || strings.IndexByte(".,:;)-\n\x00", e.rest[i]) >= 0) {
		i++
	}
	if i >= len(e.rest) {
		return
	}
	end := e.titleEnd(i, len(e.rest))
	e.setTitle(span{i, end})
	e.readHolders(end)
}

// setTitle takes the words of s for the title, unless they are none.
func (e *refEntry) setTitle(s span) {
	title := e.field(e.trim(s, ",;:*_-–—|·"))
	if title.Text == "" || isRemark(title.Text) || !strings.ContainsFunc(title.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return
	}
	if strings.HasSuffix(title.Text, ".") && !strings.HasSuffix(title.Text, "..") && strings.Count(title.Text, ".") == 1 {
		title.Text = title.Text[:len(title.Text)-1]
		title.Span.End--
	}
	e.ref.Title = title
}

// isRemark reports whether words say something about the entry rather than name
// a work.
func isRemark(words string) bool {
	switch strings.ToLower(strings.Trim(words, " .,:;()[]*_")) {
	case "", "online", "in", "web", "print", "pdf", "available", "available at", "internet", "via", "ed", "eds", "p", "pp", "subscription required", "registration required", "french", "german", "spanish", "russian", "link", "source", "ibid", "see", "english", "and", "on", "from", "the":
		return true
	}
	return false
}

// readAnchored reads an entry whose title is the text of a link.
func (e *refEntry) readAnchored() {
	at := e.anchors[0]
	e.setTitle(at)
	head := e.trim(span{e.body, at.from}, ".,:;-–—")
	if head.from < head.to && namesLike(string(e.rest[head.from:head.to])) {
		e.setAuthors(head)
	}
	e.readHolders(at.to)
}

// readAfterAddress reads an entry that begins with its address: "URL - Title".
func (e *refEntry) readAfterAddress() {
	s := e.trim(span{e.address.to, len(e.rest)}, ".,:;-–—|")
	if i := strings.IndexByte(string(e.rest[s.from:s.to]), taken); i >= 0 {
		s = e.trim(span{s.from, s.from + i}, ".,:;-–—|")
	}
	e.titleWithOutlet(s)
}

// titleWithOutlet reads "Title | Outlet", and "Title - Outlet" where the
// address confirms the outlet.
func (e *refEntry) titleWithOutlet(s span) {
	words := e.text[s.from:s.to]
	if i := strings.LastIndex(words, " | "); i > 0 && len(strings.Fields(words[i:])) <= 7 {
		e.setTitle(span{s.from, s.from + i})
		e.ref.Container = e.field(span{s.from + i + len(" | "), s.to})
		return
	}
	for _, dash := range []string{" - ", " – ", " — "} {
		if i := strings.LastIndex(words, dash); i > 0 && e.hostSays(words[i+len(dash):]) {
			e.setTitle(span{s.from, s.from + i})
			e.ref.Container = e.field(span{s.from + i + len(dash), s.to})
			return
		}
	}
	e.setTitle(s)
}

// hostSays reports whether the address's host spells the outlet's name.
func (e *refEntry) hostSays(outlet string) bool {
	host, path := splitAddress(e.ref.URL.Text)
	name := foldLetters(outlet)
	return len(name) > 1 && len(strings.Fields(outlet)) <= 6 && strings.Contains(foldLetters(e.ref.URL.Text[host:path]), strings.TrimPrefix(name, "the"))
}

// foldLetters keeps the letters and digits of text, in lower case.
func foldLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// readRunning reads an entry without quotation marks, leading date or leading
// address: by its sentences, or by its commas.
func (e *refEntry) readRunning() {
	stop := len(e.rest)
	first := e.trim(span{e.body, e.titleEnd(e.body, stop)}, ",;:")
	if first.from >= first.to {
		return
	}
	end := e.namesEnd(first.from)
	comma, ok := e.namesBeforeTitle(first)
	switch {
	case ok && comma > end:
		e.setAuthors(span{first.from, comma})
		e.readCommaTitle(comma, stop)
		return
	case end > 0 && !e.runsIntoAddress(end) && e.moreBehind(end):
		e.setAuthors(span{first.from, end})
		e.readUnquoted(end)
		return
	}
	if e.pagesOnly(first) {
		return
	}
	e.readTitleFirst(first)
}

// Bounds of a list of names at the head of an entry.
const (
	maxNames     = 64   // marks tried as its end
	maxNamesHead = 1500 // bytes
)

// namesEnd returns where the list of names ends that begins at from and is closed
// by a full stop, or by a colon behind initials; 0 where there is none. The
// longest list counts, since initials carry full stops themselves.
func (e *refEntry) namesEnd(from int) int {
	end, tried := 0, 0
	for i := from; i+1 < len(e.rest) && i < from+maxNamesHead && tried < maxNames; i++ {
		c := e.rest[i]
		if c == taken || c == '"' || c == '?' || c == '!' {
			break
		}
		if c != '.' && c != ':' || e.rest[i+1] != ' ' && e.rest[i+1] != taken {
			continue
		}
		tried++
		head := e.text[from:i]
		if !namesLike(head) || c == ':' && !withInitials(head) || e.nameGoesOn(from, i) {
			continue
		}
		end = i
	}
	return end
}

// nameGoesOn reports whether the full stop at i stands within a name: what runs to
// the next mark is still a list of names ("Ann J. Roe, Title").
func (e *refEntry) nameGoesOn(from, i int) bool {
	if !isInitials(lastWord(e.text[from:i])) {
		return false
	}
	n := strings.IndexAny(string(e.rest[i+1:min(len(e.rest), i+60)]), ",.;\x00")
	return n > 1 && namesLike(e.text[from:i+1+n])
}

// withInitials reports whether every name of a list of persons shows an initial.
func withInitials(list string) bool {
	for _, n := range parseNames(list) {
		if !strings.ContainsFunc(n.Given, unicode.IsUpper) || !hasInitial(n.Given) {
			return false
		}
	}
	return true
}

func hasInitial(given string) bool {
	for _, w := range strings.Fields(given) {
		if isInitials(w) {
			return true
		}
	}
	return false
}

// runsIntoAddress reports whether nothing but white space parts i from an address:
// a name there is the title of a page about that person.
func (e *refEntry) runsIntoAddress(i int) bool {
	return !e.address.isZero() && i <= e.address.from && strings.Trim(string(e.rest[i:e.address.from]), " \n\x00") == ""
}

// moreBehind reports whether letters follow i before the entry's end.
func (e *refEntry) moreBehind(i int) bool {
	s := e.trim(span{i, len(e.rest)}, ".,:;()[]-–—")
	return s.to-s.from > 2
}

// pagesOnly reports whether first is all there is beside pages: "Roe, p. 12".
func (e *refEntry) pagesOnly(first span) bool {
	return e.ref.URL.IsZero() && !e.ref.Pages.IsZero() && len(strings.Fields(string(e.rest[first.from:first.to]))) <= 2
}

// namesBeforeTitle finds where a list of names ends that a comma parts from the
// title: "G. Roe, J. Doe, Title, Publisher". Every name must show an initial; one
// name may do without in an entry without an address.
func (e *refEntry) namesBeforeTitle(s span) (int, bool) {
	end, tried := -1, 0
	for i := s.from; i < len(e.rest) && i < s.from+maxNamesHead && tried < maxNames; i++ {
		c := e.rest[i]
		if c == taken || c == '"' || c == '?' || c == '!' || c == '(' && !hasFold(e.text[i:], "(ed") {
			break
		}
		if c != ',' {
			continue
		}
		tried++
		head := e.text[s.from:i]
		if namesLike(head) && (withInitials(head) || end < 0 && e.ref.URL.IsZero() && e.quoted.isZero()) {
			end = i
		}
	}
	return end, end >= 0
}

// readCommaTitle reads a title that ends at a comma before another name or number.
func (e *refEntry) readCommaTitle(from, stop int) {
	for from < stop && (e.rest[from] == ',' || e.rest[from] == ' ' || e.rest[from] == taken) {
		from++
	}
	end := e.titleEnd(from, stop)
	if e.closesSentence(end) {
		e.setTitle(span{from, end})
		e.readHolders(end)
		return
	}
	depth := 0
	for i := from; i < end; i++ {
		switch e.rest[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ',':
			if depth <= 0 && i+2 < end && e.rest[i+1] == ' ' && !unicode.IsLower(firstRuneOf(e.text[i+2:])) {
				end = i
			}
		}
	}
	e.setTitle(span{from, end})
	e.readHolders(end)
}

// closesSentence reports whether a full stop behind a whole word stands at i, and
// more than a place follows: the title's own commas do not end it then.
func (e *refEntry) closesSentence(i int) bool {
	if i >= len(e.rest) || e.rest[i] != '.' || !e.moreBehind(i+1) {
		return false
	}
	word := lastWord(e.text[e.body:i])
	return len(word) > 5 || strings.HasSuffix(word, ")")
}

// readTitleFirst reads an entry that begins with its title, or with an office or
// outlet as its author, and may name the outlet before the address.
func (e *refEntry) readTitleFirst(first span) {
	next := e.lastBeforeAddress(first)
	if next == first && e.address.isZero() {
		next = e.trim(span{first.to, len(e.rest)}, ".,:;")
		next.to = e.titleEnd(next.from, next.to)
	}
	if e.authorFirst(first, next) {
		e.setAuthors(first)
		e.setTitle(next)
		e.readHolders(next.to)
		return
	}
	e.titleWithOutlet(first)
	e.readHolders(first.to)
}

// authorFirst reports whether first is an office that wrote next, rather than a
// title that next holds or publishes.
func (e *refEntry) authorFirst(first, next span) bool {
	if next == first || next.from >= next.to {
		return false
	}
	author, title := string(e.rest[first.from:first.to]), string(e.rest[next.from:next.to])
	n := len(strings.Fields(author))
	return n <= 5 && isOrganization(author) && len(strings.Fields(title)) > max(n, 2) && !isPublisher(title) && !strings.Contains(title, ": ")
}

// lastBeforeAddress returns the sentence that runs straight into the address, if
// one does, else first.
func (e *refEntry) lastBeforeAddress(first span) span {
	if e.address.isZero() || e.address.from <= first.to {
		return first
	}
	next := e.trim(span{first.to, e.address.from}, ".,:;")
	if next.from >= next.to {
		return first
	}
	end := e.titleEnd(next.from, next.to)
	return span{next.from, end}
}
