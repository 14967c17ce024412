package source

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed publisher-domain-mismatch.md
var publisherDomainMismatchPage string

var publisherDomainMismatch = check.NewRule(check.Meta{
	Name:     "publisher-domain-mismatch",
	Family:   "source",
	Summary:  "the address belongs to another outlet than the entry names",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     publisherDomainMismatchPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.References {
		r := &a.References[i]
		named := namedOutlets(p.Almanac, r)
		domain := almanac.Registrable(host(r.URL.Text))
		if len(named) == 0 || domain == "" || !check.Own(r, r.URL) || neutral(p.Almanac, r.URL.Text) {
			continue
		}
		message := mismatch(p.Almanac, named, domain)
		if message == "" {
			continue
		}
		p.Report(check.Finding{
			Span:       r.URL.Span,
			Message:    message,
			Help:       "see who published the page, and name that outlet or cite the other address",
			Label:      "under " + domain,
			Line:       fmt.Sprintf("%s is not among %s", domain, strings.Join(domainsOf(named), ", ")),
			References: []int{i},
		})
	}
})

// namedOutlets returns the known outlets that an entry names as its container,
// publisher or author. It returns none where one of the names is unknown, since
// that one may be who the address belongs to; none for agencies, whose texts
// stand on their customers' pages; and none for keepers of others' works.
func namedOutlets(alm *almanac.Almanac, r *article.Reference) []almanac.Outlet {
	var names []string
	for _, f := range []article.Field{r.Container, r.Publisher} {
		if check.Own(r, f) {
			names = append(names, f.Text)
		}
	}
	for _, n := range r.Authors {
		if n.Literal != "" {
			names = append(names, n.Literal)
		}
	}
	var out []almanac.Outlet
	for _, n := range names {
		known := alm.Outlet(n)
		if len(known) == 0 || agencies[check.TitleKey(n)] || slices.ContainsFunc(known, keeper) {
			return nil
		}
		out = append(out, known...)
	}
	return out
}

// agencies write for other outlets' pages.
var agencies = map[string]bool{
	"reuters": true, "associated press": true, "ap": true, "ap news": true, "agence france presse": true, "afp": true, "upi": true,
	"united press international": true, "pa": true, "press association": true, "pa media": true, "bloomberg": true, "bloomberg news": true,
	"tass": true, "itar tass": true, "interfax": true, "ria novosti": true, "xinhua": true, "xinhua news agency": true, "kyodo": true,
	"kyodo news": true, "dpa": true, "deutsche presse agentur": true, "efe": true, "ansa": true, "ani": true, "pti": true,
	"press trust of india": true, "ians": true, "yonhap": true, "yonhap news agency": true, "aap": true, "canadian press": true, "conversation": true,
}

// neutral reports whether an address says nothing of who published the work:
// archives, resolvers, libraries, aggregators and platforms carry everybody's.
func neutral(alm *almanac.Almanac, raw string) bool {
	domain := almanac.Registrable(host(raw))
	return archived(raw) || institution(domain) || alm.SharedDomain(host(raw)) && len(alm.OutletAt(host(raw))) < 2 || platforms[domain] || platforms[strings.SplitN(domain, ".", 2)[0]]
}

// keeper reports whether an outlet is an archive or library, or an institution:
// entries name those as who keeps a copy.
func keeper(o almanac.Outlet) bool {
	return slices.ContainsFunc(o.Domains, func(d string) bool { return archives[d] || institution(d) })
}

// institution reports whether a domain is a government's, a university's or a
// military's, where staff put up what they wrote for others.
func institution(domain string) bool {
	for _, label := range strings.Split(domain, ".")[1:] {
		switch label {
		case "gov", "edu", "ac", "mil", "gc", "govt", "gob", "gouv", "int":
			return true
		}
	}
	return false
}

// platforms are domains, or first labels of domains under any suffix, that
// carry other people's works.
var platforms = map[string]bool{
	"doi.org": true, "handle.net": true, "google": true, "youtube.com": true, "youtu.be": true, "facebook.com": true, "twitter.com": true,
	"x.com": true, "instagram.com": true, "linkedin.com": true, "tiktok.com": true, "vimeo.com": true, "reddit.com": true, "medium.com": true,
	"substack.com": true, "wordpress.com": true, "blogspot.com": true, "tumblr.com": true, "t.me": true, "soundcloud.com": true,
	"spotify.com": true, "apple.com": true, "amazon": true, "yahoo": true, "yahoo.com": true, "msn.com": true, "aol.com": true,
	"newspapers.com": true, "newspaperarchive.com": true, "proquest.com": true, "jstor.org": true, "highbeam.com": true, "questia.com": true,
	"thefreelibrary.com": true, "findarticles.com": true, "encyclopedia.com": true, "pressreader.com": true, "ebscohost.com": true,
	"gale.com": true, "galegroup.com": true, "lexisnexis.com": true, "factiva.com": true, "britishnewspaperarchive.co.uk": true,
	"nla.gov.au": true, "genealogybank.com": true, "wikipedia.org": true, "wikimedia.org": true, "scribd.com": true, "academia.edu": true,
	"researchgate.net": true, "ssrn.com": true, "arxiv.org": true, "nih.gov": true, "prnewswire.com": true, "businesswire.com": true,
	"globenewswire.com": true, "bit.ly": true, "t.co": true, "tinyurl.com": true, "wapo.st": true, "nyti.ms": true, "flipboard.com": true,
	"smartnews.com": true, "newsbreak.com": true, "worldcat.org": true, "hathitrust.org": true, "issuu.com": true, "github.com": true,
	"dailymotion.com": true, "imdb.com": true, "muckrack.com": true, "realclearpolitics.com": true, "metacritic.com": true,
}

// mismatch says why a domain is not the named outlets', empty where it is or
// nothing is known against it.
func mismatch(alm *almanac.Almanac, named []almanac.Outlet, domain string) string {
	for _, o := range named {
		if slices.Contains(o.Domains, domain) {
			return ""
		}
	}
	holders := alm.OutletAt(domain)
	for _, h := range holders {
		if slices.ContainsFunc(named, func(n almanac.Outlet) bool { return related(n, h) }) {
			return ""
		}
	}
	if len(holders) > 0 {
		return fmt.Sprintf("the entry names %s, its address belongs to %s", named[0].Name, holders[0].Name)
	}
	for _, o := range named {
		if i := slices.IndexFunc(o.Domains, func(d string) bool { return imitates(domain, d) }); i >= 0 {
			return fmt.Sprintf("the entry names %s, its address imitates %s", o.Name, o.Domains[i])
		}
	}
	return ""
}

// related reports whether two outlets share a word of their names, or a label
// of their domains, that can be a common house's: BBC News and BBC Sport.
func related(a, b almanac.Outlet) bool {
	words := houseWords(a)
	return slices.ContainsFunc(houseWords(b), func(w string) bool { return slices.Contains(words, w) })
}

func houseWords(o almanac.Outlet) []string {
	var out []string
	for _, name := range append([]string{o.Name}, o.Aliases...) {
		for _, w := range strings.Fields(check.TitleKey(name)) {
			if !tradeWords[w] {
				out = append(out, w)
			}
		}
	}
	for _, d := range o.Domains {
		out = append(out, strings.SplitN(d, ".", 2)[0])
	}
	return out
}

// tradeWords are words of many outlets' names that show no common house.
var tradeWords = map[string]bool{
	"the": true, "of": true, "and": true, "news": true, "times": true, "post": true, "daily": true, "journal": true, "herald": true,
	"press": true, "tv": true, "radio": true, "today": true, "world": true, "magazine": true, "review": true, "weekly": true, "sun": true,
	"star": true, "tribune": true, "telegraph": true, "standard": true, "express": true, "mail": true, "morning": true, "evening": true,
	"sunday": true, "national": true, "international": true, "new": true, "online": true, "media": true, "network": true, "chronicle": true,
	"gazette": true, "independent": true, "observer": true, "mirror": true, "report": true, "business": true, "sports": true, "free": true,
	"a": true, "in": true, "on": true, "us": true, "u": true, "s": true, "york": true, "la": true, "le": true, "el": true, "die": true, "der": true,
}

// imitates reports whether a domain is made to be taken for another: one letter
// off a long name, or the same name in look-alike characters.
func imitates(domain, original string) bool {
	name, _, _ := strings.Cut(domain, ".")
	want, _, _ := strings.Cut(original, ".")
	if name == want || len(want) < 6 {
		return false
	}
	if strings.ReplaceAll(name, "-", "") == want || strings.ReplaceAll(want, "-", "") == name {
		return false // houses own both spellings
	}
	if digitsAsLetters.Replace(name) == want || strings.HasPrefix(name, "xn--") || strings.IndexFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 {
		return false // homoglyph-domain speaks of it
	}
	return lookalikes.Replace(name) == lookalikes.Replace(want) || len(want) >= 8 && levenshtein.ComputeDistance(name, want) == 1
}

var lookalikes = strings.NewReplacer("0", "o", "1", "l", "i", "l", "rn", "m", "vv", "w")

func domainsOf(outlets []almanac.Outlet) []string {
	var out []string
	for _, o := range outlets {
		for _, d := range o.Domains {
			if !slices.Contains(out, d) {
				out = append(out, d)
			}
		}
	}
	return out[:min(len(out), 4)]
}
