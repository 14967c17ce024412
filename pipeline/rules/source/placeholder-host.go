package source

import (
	_ "embed"
	"strings"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed placeholder-host.md
var placeholderHostPage string

var placeholderHost = check.NewRule(check.Meta{
	Name:     "placeholder-host",
	Family:   "source",
	Summary:  "an address stands at a host that only examples and templates use",
	Since:    "0.1",
	Severity: check.Error,
	Page:     placeholderHostPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []address
	var named map[string]bool
	for _, x := range addressesOf(a) {
		if !placeholder(x.host) {
			continue
		}
		if named == nil {
			named = namedInText(a)
		}
		if !named[x.host] && !named[x.domain] {
			found = append(found, x)
		}
	}
	if len(found) == 0 {
		return
	}
	p.Report(together(check.Finding{
		Message: counted(a, found, "leads to "+found[0].host+", a host for examples", "lead to hosts for examples, the first "+found[0].host),
		Help:    "give the address that was read, or take the entry out",
		Label:   "no site is here",
	}, found))
})

// placeholder reports whether a host is reserved for examples (RFC 2606, RFC
// 6761) or one that templates leave to be filled in.
func placeholder(host string) bool {
	switch last := host[strings.LastIndexByte(host, '.')+1:]; last {
	case "example", "test", "invalid", "localhost":
		return true
	}
	if strings.HasPrefix(host, "127.") || host == "::1" {
		return true
	}
	domain := host
	for strings.Count(domain, ".") > 1 {
		_, domain, _ = strings.Cut(domain, ".")
	}
	name, suffix, _ := strings.Cut(domain, ".")
	switch suffix {
	case "com", "org", "net":
		return name == "example" || templates[strings.ReplaceAll(name, "-", "")]
	}
	return false
}

// templates are domains that stand in templates for the reader's own.
var templates = set("yourdomain yourwebsite yoursite yourcompany yourdomainname yourcompanyname")

// namedInText returns the hosts, and all other words, of an article outside its
// reference list and its addresses.
func namedInText(a *article.Article) map[string]bool {
	named := map[string]bool{}
	for _, b := range a.Blocks {
		if b.Kind == article.Entry {
			continue
		}
		for _, w := range strings.FieldsFunc(strings.ToLower(a.Text[b.Span.Start:b.Span.End]), notOfHost) {
			w = strings.Trim(w, ".-")
			named[w] = true
			named[almanac.Registrable(w)] = named[almanac.Registrable(w)] || strings.Contains(w, ".")
		}
	}
	return named
}

// notOfHost reports whether a character ends the name of a host in running text.
func notOfHost(r rune) bool { return notInHost(r) && r != '.' }
