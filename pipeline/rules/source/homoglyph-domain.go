package source

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/net/idna"

	"citevet/pipeline/almanac"
	"citevet/pipeline/check"
)

//go:embed homoglyph-domain.md
var homoglyphDomainPage string

var homoglyphDomain = check.NewRule(check.Meta{
	Name:     "homoglyph-domain",
	Family:   "source",
	Summary:  "a host is written with look-alike characters of another's",
	Since:    "0.1",
	Severity: check.Error,
	Page:     homoglyphDomainPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	all := addressesOf(a)
	known := map[string]string{} // domains of this list, by what they look like
	for _, x := range all {
		if plainDomain(x.domain) && known[looks(x.domain)] == "" {
			known[looks(x.domain)] = x.domain
		}
	}
	found := map[string][]address{} // by domain as written
	var order []string
	for _, x := range all {
		if impersonated(p.Almanac, &x, known) == "" {
			continue
		}
		if found[x.domain] == nil {
			order = append(order, x.domain)
		}
		found[x.domain] = append(found[x.domain], x)
	}
	for _, domain := range order {
		original, shown := impersonated(p.Almanac, &found[domain][0], known), shownHost(domain)
		f := check.Finding{
			Message: shown + " mixes letters of two alphabets in one name",
			Help:    "find the page at its real host, and cite that",
			Label:   "look-alike letters",
			Line:    shown + " looks like " + looks(domain),
		}
		if plainDomain(original) {
			f.Message = fmt.Sprintf("%s is not %s: it is written to look like it", shown, original)
			f.Line = shown + " looks like " + original
		}
		p.Report(together(f, found[domain]))
	}
})

// shownHost writes a host in both its forms where letters beyond ASCII are in it.
func shownHost(host string) string {
	if plainDomain(host) && !strings.Contains(host, "xn--") {
		return host
	}
	ascii, err := idna.ToASCII(host)
	if err != nil || ascii == host {
		return host
	}
	return host + " (" + ascii + ")"
}

func plainDomain(domain string) bool {
	return !strings.Contains(domain, "xn--") && strings.IndexFunc(domain, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

// impersonated returns the domain that an address is written to look like; the
// domain in plain letters where it is nobody's but mixes alphabets, and nothing
// where it is an honest name.
func impersonated(alm *almanac.Almanac, x *address, known map[string]string) string {
	domain, err := idna.ToUnicode(x.domain)
	if err != nil {
		return ""
	}
	if plainDomain(domain) {
		// In ASCII alone a digit in place of a letter is the sign: "rn" is in many names.
		like := digitsAsLetters.Replace(domain)
		if like == domain || len(alm.OutletAt(like)) == 0 || len(alm.OutletAt(domain)) > 0 || len(x.label()) < 5 {
			return ""
		}
		return like
	}
	like := looks(domain)
	if !plainDomain(like) {
		return "" // some letter looks like no Latin one: a name in its own script
	}
	if known[like] != "" {
		return known[like]
	}
	if len(alm.OutletAt(like)) > 0 {
		return like
	}
	name, _, _ := strings.Cut(domain, ".")
	if mixed(name) {
		return domain
	}
	return ""
}

// digitsAsLetters writes the digits that are drawn like letters as those.
var digitsAsLetters = strings.NewReplacer("0", "o", "1", "l")

// mixed reports whether a name has Latin letters and look-alikes from Cyrillic or
// Greek. Japanese and Korean names mix scripts by custom, and no look-alikes.
func mixed(name string) bool {
	latin, alike := false, false
	for _, r := range name {
		latin = latin || unicode.Is(unicode.Latin, r)
		alike = alike || unicode.In(r, unicode.Cyrillic, unicode.Greek)
	}
	return latin && alike
}

// looks writes a domain in the Latin letters that its letters look like.
func looks(domain string) string { return glyphs.Replace(domain) }

// glyphs are the small letters of Cyrillic and Greek that are drawn as Latin
// ones are, or nearly (compare Unicode Technical Standard 39).
var glyphs = strings.NewReplacer("а", "a", "е", "e", "о", "o", "р", "p", "с", "c", "у", "y", "х", "x", "і", "i", "ј", "j", "ѕ", "s",
	"ԁ", "d", "һ", "h", "ԛ", "q", "ԝ", "w", "ӏ", "l", "к", "k", "м", "m", "т", "t", "н", "h", "в", "b", "г", "r", "п", "n",
	"ο", "o", "α", "a", "ν", "v", "ρ", "p", "ι", "i", "κ", "k", "υ", "u", "τ", "t", "ϲ", "c", "ɡ", "g")
