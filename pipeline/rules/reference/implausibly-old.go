package reference

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed implausibly-old.md
var implausiblyOldPage string

var implausiblyOld = check.NewRule(check.Meta{
	Name:     "implausibly-old",
	Family:   "reference",
	Summary:  "an entry is dated before its kind of publication existed",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     implausiblyOldPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.References {
		r := &a.References[i]
		if !check.Own(r, r.Published.Field) || r.Published.When.To.IsZero() || len(r.Published.Readings) != 1 || datesSubject(r) {
			continue
		}
		kind, began := kindOf(p, r)
		if kind == "" || !r.Published.When.Before(when.Day(began)) {
			continue
		}
		p.Report(check.Finding{
			Span:       r.Published.Span,
			Message:    fmt.Sprintf("the entry is dated %s, before there was %s", r.Published.Text, kind),
			Help:       "give the date of this publication; the date of what it is about, or of a text it prints again, stands beside it",
			Label:      fmt.Sprintf("before %d", began.Year),
			Proof:      []article.Premise{premise("published", r.Published)},
			Line:       fmt.Sprintf("published %s < %s", r.Published.When.To, began),
			References: []int{i},
		})
	}
})

// kindOf returns what an entry surely is of the kinds whose beginning is known,
// with an article, and the first day of it; nothing for other entries.
func kindOf(p *check.Pass, r *article.Reference) (string, when.Date) {
	if site, ok := platformAt(r.URL.Text); ok && site.written {
		return site.name, site.launched
	}
	if holdsOld(p, r) {
		return "", when.Date{}
	}
	if site, ok := namedSite(r); ok && !printsToo(p, hostOf(r.URL.Text)) {
		return "a web site like " + site, since(webBegan, 1)
	}
	switch {
	case r.Type == "article-journal" && !r.Volume.IsZero() && !r.Pages.IsZero():
		return "a learned journal", since(firstJournal, 1)
	case r.Type == "article-newspaper":
		return "a newspaper", since(firstNewspaper, 1)
	case !r.DOI.IsZero() || !r.Accessed.IsZero() && !r.Container.IsZero():
		return "print", since(firstPrint, 1)
	}
	return "", when.Date{}
}

// The first learned journals are the Journal des sçavans and the Philosophical
// Transactions of 1665, the first newspaper the Relation of Strasbourg of 1605,
// and Gutenberg printed from about 1450.
const (
	firstJournal   = 1665
	firstNewspaper = 1605
	firstPrint     = 1450
)

// datesSubject reports whether the date stands behind the title and before
// anything else, where it may be the subject's: "The great flood (1787)".
func datesSubject(r *article.Reference) bool {
	at := r.Published.Span
	behind := check.Own(r, r.Title) && r.Title.Span.Start < at.End
	return behind && !(check.Own(r, r.Container) && r.Container.Span.End <= at.Start)
}

// namedSite returns the container or publisher of an entry that is named by its
// address ("Biography.com"), where the entry leads there.
func namedSite(r *article.Reference) (string, bool) {
	host := hostOf(r.URL.Text)
	for _, f := range []article.Field{r.Container, r.Publisher} {
		name := strings.TrimPrefix(strings.ToLower(strings.TrimSpace(f.Text)), "www.")
		if check.Own(r, f) && strings.Contains(name, ".") && !strings.ContainsAny(name, " /") && (host == name || strings.HasSuffix(host, "."+name)) {
			return f.Text, true
		}
	}
	return "", false
}

// printsToo reports whether the site at a host may be that of something printed,
// whose old issues it shows.
func printsToo(p *check.Pass, host string) bool {
	for _, o := range p.Almanac.OutletAt(host) {
		if !strings.Contains(o.Name, ".") { // "Salon.com" was never printed
			return true
		}
	}
	for _, w := range []string{"gazette", "times", "herald", "tribune", "post", "news", "journal", "chronicle", "magazine", "press", "daily", "weekly", "observer", "courier", "examiner", "telegraph", "review", "bulletin", "star", "sun", "globe", "mag"} {
		if strings.Contains(host, w) {
			return true
		}
	}
	return false
}

// oldTexts are words in the titles of texts and recordings that are older than
// where they stand.
var oldTexts = []string{
	"interview", "speech", "letter", "transcript", "statement", "lecture", "address", "resolution", "declaration", "memo", "diary", "recording", "radio", "broadcast", "film", "episode", "concert", "album", "photo",
}

// oldHolders are words in the names and addresses of those who put old works
// online, or in the titles of such works.
var oldHolders = []string{
	"archive", "archiv", "arxiu", "librar", "bibliot", "digital", "museum", "histor", "heritage", "gutenberg", "jstor", "books", "newspaper", "scan", "document", "manuscript", "classic", "poem", "poet", "lyric", "bible", "quran", "sacred", "genealog", "ancest", "founders", "avalon", "perseus", "wikisource", "bartleby", "hathi", "trove", "gallica", "persee", "britishnewspaper", "imdb", "discogs", "law", "justia", "legis", "congress", "parliament", "treaty", "patent", ".gov", ".edu", "encyclop", "britannica", "wikimedia",
}

// holdsOld reports whether an entry's names or addresses are those of someone who
// puts old works online, or it says that the work is printed again.
func holdsOld(p *check.Pass, r *article.Reference) bool {
	if p.Almanac.SharedDomain(hostOf(r.URL.Text)) {
		return true
	}
	names := strings.ToLower(strings.Join([]string{r.Container.Text, r.Publisher.Text, r.Title.Text, r.URL.Text}, " "))
	for _, h := range oldHolders {
		if strings.Contains(names, h) {
			return true
		}
	}
	title := strings.ToLower(r.Title.Text)
	for _, t := range oldTexts {
		if strings.Contains(title, t) {
			return true
		}
	}
	words := strings.ToLower(textOf(p.Article, r))
	return strings.Contains(words, "repr") || strings.Contains(words, "transl") || strings.Contains(words, "orig.")
}
