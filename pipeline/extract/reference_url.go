package extract

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// entryURL is one address in an entry.
type entryURL struct {
	text string // the address
	at   span   // where it, or the link's text, stands
	link bool   // the address is hidden behind the link's text
}

// readURLs reads the entry's addresses: the first that leads to the work itself,
// the first that leads to an archived copy, and what a DOI resolver's says.
func (e *refEntry) readURLs() {
	urls := withoutHosts(e.findURLs())
	for _, u := range urls {
		if !u.link {
			e.takeURL(u.at)
		} else if !e.titleLike(u) {
			e.take(u.at)
		} else {
			e.anchors = append(e.anchors, u.at)
		}
		if e.address.isZero() {
			e.address = u.at
		}
	}
	for _, u := range urls {
		stamp, original := archivedCopy(u.text)
		if stamp < 0 {
			if e.ref.URL.IsZero() {
				e.ref.URL = article.Field{Text: u.text, Span: e.place(u.at)}
				e.readURLDate(u)
			}
			continue
		}
		if e.ref.ArchiveURL.IsZero() {
			e.ref.ArchiveURL = article.Field{Text: u.text, Span: e.place(u.at)}
			e.readStamp(u, stamp, original)
		}
	}
	if e.ref.URL.IsZero() && !e.ref.ArchiveURL.IsZero() {
		e.originalOfArchive(urls[0])
	}
}

// withoutHosts drops bare host names ("www.example.org", a site's name in many
// lists) where an address with a scheme stands too.
func withoutHosts(urls []entryURL) []entryURL {
	schemed := false
	for _, u := range urls {
		schemed = schemed || strings.Contains(u.text, "//")
	}
	if !schemed {
		return urls
	}
	kept := urls[:0]
	for _, u := range urls {
		if _, path := splitAddress(u.text); strings.Contains(u.text, "//") || path < len(u.text)-1 {
			kept = append(kept, u)
		}
	}
	return kept
}

// titleLike reports whether the text of link u may be the title: it is neither
// an address, nor a number, nor one of the words that links hide behind.
func (e *refEntry) titleLike(u entryURL) bool {
	words := strings.ToLower(strings.Trim(e.text[u.at.from:u.at.to], " \n[]()."))
	switch words {
	case "", "link", "pdf", "html", "url", "online", "archived", "archive", "web", "source", "website", "here", "the original", "original", "doi", "abstract", "full text", "full-text":
		return false
	}
	return !strings.Contains(words, "://") && !strings.HasPrefix(words, "www.") && !strings.HasPrefix(words, "10.") && !strings.HasPrefix(words, "doi:")
}

// takeURL settles an address with the brackets and the words that announce it.
func (e *refEntry) takeURL(at span) {
	e.take(at)
	open := at.from
	for open > e.body && (e.rest[open-1] == '<' || e.rest[open-1] == '(' || e.rest[open-1] == '[') {
		closing := map[byte]byte{'<': '>', '(': ')', '[': ']'}[e.rest[open-1]]
		if at.to >= len(e.rest) || e.rest[at.to] != closing {
			break
		}
		open--
		at.to++
	}
	e.take(span{open, at.to})
	before := strings.TrimRight(string(e.rest[e.body:open]), " \n\t")
	low := strings.ToLower(before)
	if len(low) != len(before) {
		return
	}
	for _, cue := range addressCues {
		if strings.HasPrefix(cue, "retrieved") && strings.HasPrefix(e.text[at.to:], " on ") {
			continue // a date follows
		}
		if strings.HasSuffix(low, cue) {
			from := e.body + len(before) - len(cue)
			if from == e.body || !isWordByte(e.text[from-1]) {
				e.take(span{from, open})
				return
			}
		}
	}
}

// addressCues are the words that announce an address, longest first.
var addressCues = []string{
	"[online] available at:", "[online]. available at:", "available online at:", "available online:", "available online at", "available at:", "available from:", "available at",
	"available from", "[internet]. available from:", "retrieved from:", "retrieved from", "accessible at:", "accessible at", "disponible sur :", "disponible sur:", "disponible sur",
	"disponible en:", "disponible en", "disponível em:", "disponível em", "disponibile su", "verfügbar unter:", "verfügbar unter", "online unter:", "dostupné z:", "dostupné na:", "url :", "url:", "url", "режим доступа:", "link:", "website:", "web:", "online at", "online:", "at:", "from:",
}

// findURLs returns the addresses of the entry in order: those written out, and
// the targets of links.
func (e *refEntry) findURLs() []entryURL {
	var urls []entryURL
	links := linksWithin(e.doc, article.Span{Start: e.base, End: e.base + len(e.text)})
	for i := e.body; i < len(e.text); {
		for len(links) > 0 && links[0].Span.Start-e.base < i {
			links = links[1:]
		}
		if len(links) > 0 && links[0].Span.Start-e.base == i {
			at := span{i, links[0].Span.End - e.base}
			if u, ok := linkURL(e.text, at, links[0].Target); ok {
				urls = append(urls, u)
				i = at.to
				continue
			}
		}
		if end := e.writtenAddress(i); end > i {
			urls = append(urls, entryURL{text: addressText(e.text[i:end]), at: span{i, end}})
			i = end
			continue
		}
		i++
	}
	return urls
}

// linksWithin returns the links of doc inside s.
func linksWithin(doc *article.Document, s article.Span) []article.Link {
	from, to := searchLink(doc.Links, s.Start), searchLink(doc.Links, s.End)
	for to > from && doc.Links[to-1].Span.End > s.End {
		to--
	}
	return doc.Links[from:to]
}

// searchLink returns the index of the first link that begins at or after offset.
func searchLink(links []article.Link, offset int) int {
	from, to := 0, len(links)
	for from < to {
		mid := (from + to) / 2
		if links[mid].Span.Start < offset {
			from = mid + 1
		} else {
			to = mid
		}
	}
	return from
}

func linkURL(text string, at span, target string) (entryURL, bool) {
	low := strings.ToLower(target)
	if !strings.HasPrefix(low, "http://") && !strings.HasPrefix(low, "https://") && !strings.HasPrefix(low, "ftp://") || at.from >= at.to {
		return entryURL{}, false
	}
	words := text[at.from:at.to]
	if addressEnd(words, 0) >= len(words)-1 || strings.TrimSuffix(target, "/") == strings.TrimSuffix(words, "/") {
		return entryURL{text: words, at: at}, true
	}
	return entryURL{text: target, at: at, link: true}, true
}

// addressEnd returns where the address ends that begins at i, or i where none
// does. Brackets count as part of it only where they are balanced, and marks
// that close a sentence do not count.
func addressEnd(text string, i int) int {
	if i > 0 && isWordByte(text[i-1]) || !hasScheme(text[i:]) {
		return i
	}
	end := addressRun(text, i)
	if end-i < len("http://a.b") && !strings.Contains(text[i:end], ".") {
		return i
	}
	return end
}

// addressRun returns where the run of an address's characters ends that begins at
// i, its scheme or its host.
func addressRun(text string, i int) int {
	rest := text[i:]
	depth := 0
	end := len(text)
scan:
	for j, r := range rest {
		switch r {
		case ' ', '\t', '\n', '<', '>', '"', '“', '”', '«', '»', '\u00a0', '\u3000', '，', '。', '；', '、', '）', '】', '」', '|', 0:
			end = i + j
			break scan
		case '—':
			if !unicode.IsLower(firstRuneOf(rest[j+len("—"):])) {
				end = i + j
				break scan
			}
		case 'h':
			if j > 0 && strings.IndexByte(".,;", rest[j-1]) >= 0 && hasScheme(rest[j:]) {
				end = i + j
				break scan
			}
		case '(', '[':
			depth++
		case ')', ']':
			if depth--; depth < 0 {
				end = i + j
				break scan
			}
		case utf8.RuneError:
			end = i + j
			break scan
		}
	}
	end = i + len(strings.TrimRight(text[i:end], ".,;:!'’")) // keeps "?" that opens an empty query
	if i > 0 && (text[i-1] == '*' || text[i-1] == '_') {
		end = i + len(strings.TrimRight(text[i:end], text[i-1:i])) // Markdown's emphasis
	}
	return end
}

// hasScheme reports whether text begins like an address: by a scheme, or by
// "www." and a letter or digit.
func hasScheme(text string) bool {
	if text == "" || strings.IndexByte("hHfFwW/", text[0]) < 0 {
		return false
	}
	head := strings.ToLower(text[:min(len(text), 9)])
	for _, scheme := range []string{"http://", "https://", "ftp://", "www."} {
		if rest, ok := strings.CutPrefix(head, scheme); ok && rest != "" && rest[0] > ' ' && rest[0] != '/' {
			return true
		}
	}
	return strings.HasPrefix(text, "//web.archive.org/")
}

// archivedCopy reports where in address, if it leads to an archive, the
// timestamp of 14 digits (0 if there is none) and the original address stand
// (len(address) if it does not show). The stamp is -1 for any other address.
func archivedCopy(address string) (stamp, original int) {
	host, path := splitAddress(address)
	switch strings.TrimPrefix(strings.ToLower(address[host:path]), "www.") {
	case "web.archive.org", "archive.org", "wayback.archive.org", "liveweb.archive.org", "replay.waybackmachine.org", "web.archive.bibalex.org":
		i := strings.Index(address[path:], "/web/")
		if i < 0 {
			i = strings.IndexByte(address[path:], '/') - len("/web/") + 1
			if i+len("/web/") != 1 || !startsWithStamp(address[path+1:]) {
				return -1, 0
			}
		}
		return stampedCopy(address, path+i+len("/web/"))
	case "archive.is", "archive.today", "archive.ph", "archive.fo", "archive.li", "archive.vn", "archive.md", "perma.cc", "webcitation.org", "freezepage.com", "ghostarchive.org", "megalodon.jp", "webarchive.nationalarchives.gov.uk", "webarchive.loc.gov", "arquivo.pt", "wayback.archive-it.org", "webarchive.org.uk":
		if i := strings.Index(address[path:], "/20"); i >= 0 && startsWithStamp(address[path+i+1:]) {
			return stampedCopy(address, path+i+1)
		}
		return 0, len(address)
	}
	return -1, 0
}

func startsWithStamp(text string) bool {
	n := 0
	for n < len(text) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	return n == 14
}

func stampedCopy(address string, at int) (stamp, original int) {
	if !startsWithStamp(address[at:]) {
		at, original = 0, at
	} else {
		stamp, original = at, at+14
	}
	i := strings.Index(address[original:], "http")
	if i < 0 {
		if i = strings.IndexByte(address[original:], '/') + 1; i == 0 || !strings.Contains(address[original+i:], ".") {
			return stamp, len(address)
		}
	}
	return stamp, original + i
}

// splitAddress returns where the host of an address begins and ends.
func splitAddress(address string) (host, path int) {
	if i := strings.Index(address, "//"); i >= 0 && i <= len("https:") {
		host = i + 2
	}
	if i := strings.IndexAny(address[host:], "/?#"); i >= 0 {
		return host, host + i
	}
	return host, len(address)
}

// readStamp reads the day of an archived copy out of its address.
func (e *refEntry) readStamp(u entryURL, stamp, original int) {
	if stamp == 0 {
		return
	}
	digits := u.text[stamp : stamp+8]
	iso := digits[:4] + "-" + digits[4:6] + "-" + digits[6:]
	date := readDate(iso)
	date.Text, date.Span = iso, e.place(u.at)
	if !u.link && u.at.to-u.at.from == len(u.text) {
		date.Text = u.text[stamp : stamp+14]
		date.Span = e.place(span{u.at.from + stamp, u.at.from + stamp + 14})
	}
	if date.Flaw == "" && date.When.IsZero() {
		return
	}
	e.ref.Archived = date
}

// originalOfArchive takes the address of the work out of that of its archived
// copy u, which is all there is.
func (e *refEntry) originalOfArchive(u entryURL) {
	_, original := archivedCopy(u.text)
	if original >= len(u.text) {
		return
	}
	found := entryURL{text: u.text[original:], at: u.at, link: true}
	if !u.link && u.at.to-u.at.from == len(u.text) {
		found.at.from, found.link = u.at.from+original, false
	}
	e.ref.URL = article.Field{Text: found.text, Span: e.place(found.at)}
	e.readURLDate(found)
}

// readURLDate reads a date out of the path of the work's address.
func (e *refEntry) readURLDate(u entryURL) {
	date, at, ok := dateInAddress(u.text)
	if !ok {
		return
	}
	date.Span = e.place(u.at)
	if !u.link && u.at.to-u.at.from == len(u.text) {
		date.Span = e.place(span{u.at.from + at.from, u.at.from + at.to})
	}
	e.ref.URLDate = date
}

// dateInAddress reads a date out of an address's path, and returns its place there.
func dateInAddress(address string) (date article.DateField, at span, ok bool) {
	_, path := splitAddress(address)
	stop := len(address)
	if i := strings.IndexAny(address[path:], "?#"); i >= 0 {
		stop = path + i
	}
	iv, start, end, ok := when.InPath(address[path:stop])
	if !ok {
		return date, at, false
	}
	date = article.DateField{When: iv, Readings: []when.Interval{iv}}
	date.Text = address[path+start : path+end]
	return date, span{path + start, path + end}, true
}

// unescape undoes percent-encoding, for identifiers inside addresses.
func unescape(text string) string {
	if plain, err := url.PathUnescape(text); err == nil {
		return plain
	}
	return text
}

func isWordByte(c byte) bool {
	return c >= utf8.RuneSelf || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
