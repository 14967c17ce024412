package source

import (
	_ "embed"
	"fmt"
	"net/netip"
	"strings"
	"unicode"

	"golang.org/x/net/publicsuffix"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed malformed-url.md
var malformedURLPage string

var malformedURL = check.NewRule(check.Meta{
	Name:     "malformed-url",
	Family:   "source",
	Summary:  "an address cannot lead anywhere as it is written",
	Since:    "0.1",
	Severity: check.Error,
	Page:     malformedURLPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	found := map[string]*check.Finding{} // one fault is said once, by its message
	var order []string
	for i := range a.References {
		r := &a.References[i]
		for _, word := range addresses(a.Text, r.Span) {
			f := check.Finding{
				Span:       word,
				Message:    addressFault(a.Text[word.Start:word.End]),
				Help:       "copy the address anew from the page",
				Label:      "cannot lead anywhere",
				References: []int{i},
				Fixes:      schemeFix(a.Text, word),
			}
			switch gap, rest := brokenAt(a.Text[word.End:r.Span.End]); {
			case f.Message == "", strings.Contains(gap, "\n") && rest != "": // a line may be broken within an address
				continue
			case rest != "":
				f.Severity, f.Message, f.Label = check.Warning, "the address is broken by a space", "broken off here"
			}
			if first := found[f.Message]; first != nil {
				join(first, f)
				continue
			}
			found[f.Message] = &f
			order = append(order, f.Message)
		}
	}
	for _, message := range order {
		p.Report(*found[message])
	}
})

// join adds a further address with the fault of a finding to it.
func join(first *check.Finding, f check.Finding) {
	first.Related = append(first.Related, check.Related{Span: f.Span, Label: f.Label})
	if last := len(first.References) - 1; first.References[last] != f.References[0] {
		first.References = append(first.References, f.References[0])
	}
	if len(first.Fixes) > 0 && len(f.Fixes) > 0 {
		first.Fixes[0].Edits = append(first.Fixes[0].Edits, f.Fixes[0].Edits...)
	}
}

// schemeFix writes a mistyped scheme as it should be.
func schemeFix(text string, word article.Span) []check.Fix {
	scheme, rest := splitScheme(text[word.Start:word.End])
	right := "http://"
	if strings.Contains(strings.ToLower(scheme), "s") {
		right = "https://"
	}
	if strings.EqualFold(scheme, right) || strings.EqualFold(scheme, "ftp://") || hostFault(strings.SplitN(rest, "/", 2)[0]) != "" {
		return nil
	}
	return []check.Fix{{
		Message: "write " + right,
		Edits:   []check.Edit{{Span: article.Span{Start: word.Start, End: word.Start + len(scheme)}, Text: right}},
	}}
}

// brokenAt returns what separates an address from the next word of its entry,
// and that word where it goes on as an address does: "http://www. tradepress.com".
func brokenAt(after string) (gap, rest string) {
	word := strings.TrimLeft(after, " \t\n\u00a0.,")
	gap = after[:len(after)-len(word)]
	if i := strings.IndexFunc(word, unicode.IsSpace); i >= 0 {
		word = word[:i]
	}
	host, path, slash := strings.Cut(word, "/")
	if strings.ContainsAny(gap, " \t\n\u00a0") && (slash && path != "" || strings.Contains(strings.TrimRight(host, "."), ".")) {
		return gap, word
	}
	return gap, ""
}

// addresses finds the words of an entry that are meant as addresses: those that
// begin like a scheme, well written or not.
func addresses(text string, span article.Span) []article.Span {
	var out []article.Span
	start := -1 // of the word that is being read
	flush := func(end int) {
		if start < 0 {
			return
		}
		word := strings.TrimRight(text[start:end], ".,;:!?)]}'’")
		if scheme, _ := splitScheme(word); scheme != "" {
			out = append(out, article.Span{Start: start, End: start + len(word)})
		}
		start = -1
	}
	for i, r := range text[span.Start:span.End] {
		at := span.Start + i
		switch {
		case unicode.IsSpace(r) || strings.ContainsRune(`<>"“”`, r):
			flush(at)
		case start < 0 && !strings.ContainsRune(`([{'‘`, r):
			start = at
		}
	}
	flush(span.End)
	return out
}

// separators stand between a scheme and a host, the right one first, the others
// as they are mistyped.
var separators = []string{"://", ":///", ":/", "//", ";//", ":\\\\", ".//", "/:/"}

// schemes are the web's schemes and the ways they are mistyped.
var schemes = map[string]bool{
	"http": true, "https": true, "ftp": true,
	"htp": false, "htps": false, "htttp": false, "htttps": false, "hhtp": false, "hhtps": false, "httpp": false, "httpss": false,
	"htpp": false, "htpps": false, "ttp": false, "ttps": false, "hppt": false, "hppts": false, "httos": false, "hhttp": false, "hhttps": false,
}

// splitScheme cuts an address into its scheme, with what separates it, and the
// rest; the scheme is empty where the word does not begin with one.
func splitScheme(word string) (scheme, rest string) {
	end := strings.IndexFunc(word, func(r rune) bool { return r > 'z' || r|0x20 < 'a' || r|0x20 > 'z' })
	if end < 0 || end > 7 {
		return "", ""
	}
	if _, ok := schemes[strings.ToLower(word[:end])]; !ok {
		return "", ""
	}
	longest := ""
	for _, s := range separators {
		if strings.HasPrefix(word[end:], s) && len(s) > len(longest) {
			longest = s
		}
	}
	if longest == "" {
		return "", ""
	}
	return word[:end+len(longest)], word[end+len(longest):]
}

// addressFault says why an address cannot work, empty where it can.
func addressFault(word string) string {
	scheme, rest := splitScheme(word)
	name := strings.TrimRight(scheme, ":/;\\.")
	switch right, known := schemes[strings.ToLower(name)]; {
	case known && !right:
		return fmt.Sprintf("the address begins with %q, which is no scheme", name)
	case scheme != name+"://":
		return fmt.Sprintf("the address begins with %q where \"://\" belongs", scheme)
	}
	if again, _ := splitScheme(rest); again != "" {
		return "the address begins twice"
	}
	authority := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		authority = rest[:i]
	}
	if i := strings.LastIndexByte(authority, '@'); i >= 0 {
		authority = authority[i+1:]
	}
	return hostFault(authority)
}

// hostFault says why a host, with an optional port, cannot be one.
func hostFault(authority string) string {
	if addr, err := netip.ParseAddrPort(authority); err == nil && addr.IsValid() {
		return ""
	}
	if _, err := netip.ParseAddr(strings.Trim(authority, "[]")); err == nil {
		return ""
	}
	host, port, hasPort := strings.Cut(authority, ":")
	host = strings.TrimSuffix(host, ".")
	if host == "" {
		return "the address has no host"
	}
	if hasPort && strings.Trim(port, "0123456789") != "" {
		return fmt.Sprintf("the address has %q where a port number belongs", port)
	}
	labels := strings.Split(host, ".")
	for _, l := range labels {
		switch {
		case l == "":
			return fmt.Sprintf("the host %q has two dots in a row or begins with one", host)
		case strings.ContainsFunc(l, notInHost):
			return fmt.Sprintf("the host %q holds a character that no host can hold", host)
		}
	}
	return domainFault(host, labels)
}

// notInHost reports whether a character can stand in no host. Underscores do in
// old ones; letters beyond ASCII are internationalised names.
func notInHost(r rune) bool {
	return !(unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '-' || r == '_')
}

// domainFault says why the last labels of a host are no domain.
func domainFault(host string, labels []string) string {
	if len(labels) == 1 && placeholder(strings.ToLower(host)) {
		return "" // a host for examples: placeholder-host speaks of it
	}
	if len(labels) == 1 {
		return fmt.Sprintf("the host %q has no top-level domain", host)
	}
	last := strings.ToLower(labels[len(labels)-1])
	for _, r := range last {
		if r > 0x7f {
			return "" // an internationalised top-level domain in its own script
		}
	}
	if reserved[last] || strings.HasPrefix(last, "xn--") {
		return ""
	}
	if suffix, icann := publicsuffix.PublicSuffix(strings.ToLower(host)); !icann && !strings.Contains(suffix, ".") {
		return fmt.Sprintf("there is no top-level domain %q", last)
	}
	return ""
}

// reserved are the names that lie outside the public tree on purpose (RFC 2606,
// RFC 6761, RFC 7686) and those that were withdrawn from it while addresses
// under them are still cited.
var reserved = map[string]bool{
	"example": true, "test": true, "invalid": true, "local": true, "localhost": true, "onion": true, "internal": true, "arpa": true,
	"yu": true, "an": true, "dd": true, "cs": true, "zr": true, "tp": true, "um": true,
}
