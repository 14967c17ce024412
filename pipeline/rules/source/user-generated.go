package source

import (
	_ "embed"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed user-generated.md
var userGeneratedPage string

var userGenerated = check.NewRule(check.Meta{
	Name:     "user-generated",
	Family:   "source",
	Summary:  "a claim rests on pages alone that anyone can write",
	Since:    "0.1",
	Severity: check.Info,
	Page:     userGeneratedPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	s := supportOf(a)
	free := make([]bool, len(a.References))
	all := addressesOf(a)
	for _, x := range all {
		free[x.reference] = anyonesPage(&x) != "" && !official(&a.References[x.reference])
	}
	found, claims := s.carrying(all, free, func(c int, x *address) bool { return !s.ownWords(c, x) })
	if len(found) == 0 {
		return
	}
	first := anyonesPage(&found[0])
	f := together(check.Finding{
		Message: counted(a, found, "leads to "+first+", where anyone can write", "lead to pages where anyone can write, the first "+first) + ", with no other source beside it",
		Help:    "cite what the page itself rests on, or say whose words they are",
		Label:   "anyone can write here",
	}, found)
	f.Claims = claims
	p.Report(f)
})

// anyones are sites whose pages anyone can write, and what they are. Video
// platforms are not among them: their addresses do not tell whose channel it is.
var anyones = func() map[string]string {
	m := map[string]string{}
	for kind, hosts := range map[string]string{
		"a wiki": `wikipedia.org fandom.com wikia.com wikihow.com wikiwand.com everipedia.org tvtropes.org rationalwiki.org conservapedia.com
			baike.baidu.com namu.wiki citizendium.org infogalactic.com dbpedia.org wikitia.com liquipedia.net`,
		"a forum":             "reddit.com quora.com stackexchange.com stackoverflow.com groups.google.com 4chan.org answers.com answers.yahoo.com zhihu.com ask.com",
		"a social network":    "facebook.com instagram.com tiktok.com twitter.com x.com threads.net bsky.app tumblr.com pinterest.com weibo.com vk.com myspace.com",
		"a blog":              "blogspot.com wordpress.com medium.com livejournal.com typepad.com substack.com hubpages.com weebly.com wixsite.com",
		"a user-run database": "imdb.com discogs.com goodreads.com findagrave.com geni.com rateyourmusic.com last.fm urbandictionary.com",
	} {
		for h := range set(hosts) {
			m[h] = kind
		}
	}
	return m
}()

// houses are the parts of such sites where those who keep them speak.
var houses = set("about blog business developer developers engineering help insights investor investors newsroom press research support transparency")

// anyonesPage says what kind of page that anyone can write an address leads to,
// empty where it leads to none.
func anyonesPage(x *address) string {
	house := slices.ContainsFunc(strings.Split(x.host, "."), func(part string) bool { return houses[part] })
	switch {
	case x.domain == "imdb.com" && len(x.segments) > 0 && x.segments[0] == "news", x.host == "www.fandom.com", house:
		return "" // agencies' texts, an editorial office, the house that keeps the site
	}
	for h := x.host; h != ""; {
		if kind := anyones[h]; kind != "" {
			return kind
		}
		_, h, _ = strings.Cut(h, ".")
	}
	return ""
}

// official reports whether an entry calls its page an official one.
func official(r *article.Reference) bool {
	return strings.Contains(strings.ToLower(r.Title.Text+" "+r.Container.Text+" "+r.Publisher.Text), "official")
}

// ofSubject reports whether an entry names whom the article is about: all words
// of its title stand there, of which there are two or more.
func (s *support) ofSubject(entry int) bool {
	r := &s.a.References[entry]
	words := wordsIn(clipped(s.a.Text[r.Span.Start:r.Span.End]))
	title := telling(wordsIn(clipped(s.a.Title)))
	return len(title) > 1 && !slices.ContainsFunc(title, func(w string) bool { return !slices.Contains(words, w) })
}

// ownWords reports whether a claim is about what a page's own writer says there:
// it is attributed, or names the account, the blog or its author.
func (s *support) ownWords(claim int, x *address) bool {
	if !s.states(claim) || s.mentions(claim, x) {
		return true
	}
	if kind := anyonesPage(x); (kind == "a social network" || kind == "a blog") && s.ofSubject(x.reference) {
		return true
	}
	words, _ := s.around(claim)
	account := strings.TrimSuffix(strings.TrimSuffix(x.host, x.domain), ".")
	if len(x.segments) > 0 && account == "" || account == "www" || account == "m" {
		account = strings.TrimPrefix(append(x.segments, "")[0], "@")
	}
	account = strings.Join(wordsIn(clipped(account)), "")
	return len(account) > 4 && strings.Contains(strings.Join(words, ""), account)
}
