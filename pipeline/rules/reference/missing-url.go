package reference

import (
	_ "embed"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed missing-url.md
var missingURLPage string

var missingURL = check.NewRule(check.Meta{
	Name:     "missing-url",
	Family:   "reference",
	Summary:  "an entry says that the work was read online and gives no address",
	Since:    "0.1",
	Severity: check.Error,
	Page:     missingURLPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.References {
		r := &a.References[i]
		phrase, ok := promisesURL(a, r)
		if !ok || hasAddress(a, r) {
			continue
		}
		p.Report(check.Finding{
			Span:       r.Span,
			Message:    "the entry says \"" + phrase + "\" and gives no address",
			Help:       "add the address, or cite the printed work",
			Label:      "no address",
			References: []int{i},
		})
	}
})

// promisesURL returns the words of an entry that announce an address.
func promisesURL(a *article.Article, r *article.Reference) (string, bool) {
	text := strings.ToLower(textOf(a, r))
	for _, phrase := range []string{"[online]", "available at:", "available from:", "retrieved from:", "available online at:"} {
		if strings.Contains(text, phrase) {
			return strings.TrimSuffix(phrase, ":"), true
		}
	}
	return "", false
}

// hasAddress reports whether an entry leads to its work in some way: by an
// address, an identifier, a link, or words that hold one in a form that was not
// read as such.
func hasAddress(a *article.Article, r *article.Reference) bool {
	for _, f := range []article.Field{r.URL, r.ArchiveURL, r.DOI, r.ISBN} {
		if !f.IsZero() {
			return true
		}
	}
	for _, l := range a.Links {
		if l.Span.Overlaps(r.Span) {
			return true
		}
	}
	text := strings.ToLower(textOf(a, r))
	for _, sign := range []string{"http", "www", "doi", "isbn", "jstor", "pmid", "pmc", "arxiv", "hdl", "handle", "oclc", "urn:", "ftp", "://", ":/"} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	for word := range strings.FieldsSeq(text) {
		if looksLikeHost(strings.Trim(word, "()[]<>.,;:\"'")) {
			return true
		}
	}
	return false
}

// looksLikeHost reports whether a word could be an address without its scheme:
// "tradepress.com", "gov.uk/exports".
func looksLikeHost(word string) bool {
	host, _, path := strings.Cut(word, "/")
	i := strings.LastIndexByte(host, '.')
	if i <= 1 || len(host)-i < 3 {
		return false
	}
	return path || !strings.ContainsAny(host[i+1:], "0123456789")
}
