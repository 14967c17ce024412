package source

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// address is where an entry says that its work can be read, taken apart.
type address struct {
	reference int
	span      article.Span
	raw       string
	url       *url.URL
	host      string   // in lower case, without port
	domain    string   // its registrable domain
	segments  []string // of the path, in lower case and unescaped, empty ones left out
}

// addressesOf takes the addresses of all entries apart, in order. An address
// that cannot be parsed is malformed-url's to speak of.
func addressesOf(a *article.Article) []address {
	var out []address
	for i := range a.References {
		r := &a.References[i]
		if !check.Own(r, r.URL) {
			continue
		}
		if x, ok := takeApart(r.URL.Text); ok {
			x.reference, x.span = i, r.URL.Span
			out = append(out, x)
		}
	}
	return out
}

// takeApart parses an address; one without a scheme is the web's.
func takeApart(raw string) (address, bool) {
	raw = strings.TrimSpace(raw)
	full := raw
	if !strings.Contains(full, "://") {
		full = "http://" + full
	}
	u, err := url.Parse(full)
	if err != nil || u.Hostname() == "" && u.Scheme != "file" {
		return address{}, false
	}
	x := address{raw: raw, url: u, host: strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")}
	x.domain = almanac.Registrable(x.host)
	x.segments = strings.FieldsFunc(strings.ToLower(u.Path), func(r rune) bool { return r == '/' })
	return x, true
}

// label returns the name that the domain gives itself: "herald" for
// "news.herald.co.uk".
func (x *address) label() string {
	name, _, _ := strings.Cut(x.domain, ".")
	return name
}

// under reports whether the address lies at one of the hosts or below it.
func (x *address) under(hosts map[string]bool) bool {
	for h := x.host; h != ""; {
		if hosts[h] {
			return true
		}
		_, h, _ = strings.Cut(h, ".")
	}
	return false
}

// last returns the last segment of the path without the ending of a file, empty
// where there is none.
func (x *address) last() string {
	if len(x.segments) == 0 {
		return ""
	}
	s := x.segments[len(x.segments)-1]
	switch ext := path.Ext(s); ext {
	case ".html", ".htm", ".php", ".asp", ".aspx", ".jsp", ".cfm", ".cgi", ".shtml", ".xhtml", ".do":
		return strings.TrimSuffix(s, ext)
	}
	return s
}

// bare reports whether the address is a site's front page. A host below a domain
// is as often a small site of one page.
func (x *address) bare() bool {
	if part := strings.TrimSuffix(x.host, x.domain); part != "" && part != "www." && part != "m." || x.url.RawQuery != "" || x.url.Fragment != "" || len(x.segments) > 1 {
		return false
	}
	switch x.last() {
	case "", "index", "default", "home":
		return true
	}
	return false
}

// file reports whether the address leads to a file, whose name its keeper gave it.
func (x *address) file() bool {
	if len(x.segments) == 0 {
		return false
	}
	switch path.Ext(x.segments[len(x.segments)-1]) {
	case ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".csv", ".txt", ".zip", ".ps", ".epub", ".jpg", ".jpeg", ".png", ".mp3", ".mp4":
		return true
	}
	return false
}

// titledAs reports whether the words name the site: a longer word of theirs is
// part of the host, or they spell the domain's own name, or their initials do.
func (x *address) titledAs(words string) bool {
	name, host, title := strings.ReplaceAll(x.label(), "-", ""), strings.ReplaceAll(x.host, "-", ""), wordsIn(clipped(words))
	for _, w := range title {
		if len(w) >= 4 && strings.Contains(host, w) {
			return true
		}
	}
	every, some := initialsOf(title)
	return len(name) >= 2 && (strings.Contains(every, name) || strings.Contains(some, name)) ||
		len(name) >= 3 && strings.Contains(strings.Join(title, ""), name)
}

// wordsIn returns the words of a text in lower case, with letters and digits
// alone and diacritics as they are.
func wordsIn(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}
