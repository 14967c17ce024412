package source

import (
	_ "embed"
	"strings"

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
	for _, x := range addressesOf(a) {
		if placeholder(x.host) && !discussed(a, x.domain) {
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

// discussed reports whether an article speaks of a domain outside its reference list.
func discussed(a *article.Article, domain string) bool {
	for _, b := range a.Blocks {
		if b.Kind == article.Entry {
			continue
		}
		words := strings.ToLower(a.Text[b.Span.Start:b.Span.End])
		if strings.Contains(words, domain) || strings.Contains(words, "rfc 2606") || strings.Contains(words, "reserved domain") || strings.Contains(words, "example domain") {
			return true
		}
	}
	return false
}
