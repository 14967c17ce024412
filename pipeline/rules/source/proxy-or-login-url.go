package source

import (
	_ "embed"
	"net/netip"
	"strings"

	"citevet/pipeline/check"
)

//go:embed proxy-or-login-url.md
var proxyOrLoginURLPage string

var proxyOrLoginURL = check.NewRule(check.Meta{
	Name:     "proxy-or-login-url",
	Family:   "source",
	Summary:  "an address works only for those who may log in or sit behind a library's proxy",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     proxyOrLoginURLPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []address
	var first string
	for _, x := range addressesOf(a) {
		why := gate(&x)
		if why == "" {
			continue
		}
		if found = append(found, x); len(found) == 1 {
			first = why
		}
	}
	if len(found) == 0 {
		return
	}
	p.Report(together(check.Finding{
		Message: counted(a, found, "leads through "+first+", which readers cannot pass", "lead where readers cannot follow, the first through "+first),
		Help:    "give the address that the page has for everyone",
		Label:   "not for readers",
	}, found))
})

// gate says what stands between a reader and the page, empty where nothing does.
func gate(x *address) string {
	switch {
	case x.url.Scheme == "file":
		return "the writer's own disk"
	case private(x.host):
		return "a private network"
	case proxied(x.host):
		return "a library's proxy"
	case x.host == "webcache.googleusercontent.com" || x.host == "cc.bingj.com":
		return "a search engine's cache, which is gone"
	case strings.HasSuffix(x.host, "safelinks.protection.outlook.com") || strings.HasPrefix(x.host, "urldefense.") && (x.domain == "proofpoint.com" || x.domain == "urldefense.com"):
		return "a mail filter"
	case logins[x.last()] || x.host == "accounts.google.com" || x.host == "login.microsoftonline.com":
		return "a login"
	}
	return ""
}

// logins are the last parts of paths at which sites ask who is there.
var logins = set("login log-in signin sign-in logon shibboleth")

// private reports whether a host is known inside a house alone (RFC 1918, RFC
// 6762, RFC 8375, and the names that houses made up).
func private(host string) bool {
	if addr, err := netip.ParseAddr(host); err == nil {
		return addr.IsPrivate() || addr.IsLinkLocalUnicast()
	}
	for _, end := range []string{".local", ".internal", ".intranet", ".lan", ".corp", ".home.arpa"} {
		if strings.HasSuffix(host, end) {
			return true
		}
	}
	return strings.HasPrefix(host, "intranet.")
}

// proxied reports whether a host is a library's proxy before another's.
func proxied(host string) bool {
	for label := range strings.SplitSeq(host, ".") {
		switch {
		case strings.HasPrefix(label, "ezproxy"), strings.HasSuffix(label, "ezproxy"), strings.HasPrefix(label, "libproxy"), label == "ezp", label == "proxylib", label == "lib-proxy", label == "proxy" && strings.Contains(host, "-"):
			return true
		}
	}
	return strings.HasSuffix(host, ".idm.oclc.org") || strings.HasPrefix(host, "0-www-") || strings.HasPrefix(host, "0-www.")
}
