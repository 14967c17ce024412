package reference

import (
	"regexp"
	"strings"

	"citevet/pipeline/article"
)

// catalogued reports whether an entry carries what only printed or registered
// works have: an identifier, or the numbers of a volume, an issue or pages. The
// kind of work alone is a guess where the entry has none of them.
func catalogued(r *article.Reference) bool {
	for _, f := range []article.Field{r.Volume, r.Issue, r.Pages, r.DOI, r.ISBN, r.ISSN, r.ArXiv, r.PMID} {
		if !f.IsZero() {
			return true
		}
	}
	return false
}

// lasting reports whether an address is made of a registered identifier, so that
// it leads to one work that does not change.
func lasting(address string) bool {
	_, rest, _ := strings.Cut(address, "://")
	host, _, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(rest), "www."), "/")
	switch host {
	case "doi.org", "dx.doi.org", "hdl.handle.net", "arxiv.org", "purl.org", "n2t.net", "pubmed.ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov", "jstor.org", "perma.cc":
		return true
	}
	return registered.MatchString(rest)
}

// registered finds a DOI, a publisher's item number or one of PubMed Central in
// the path of an address.
var registered = regexp.MustCompile(`/10\.\d{4,9}/|/pii/S|/PMC\d+|urn:nbn:`)

// scanned reports whether an address shows a scan of something printed, which
// does not change: libraries' and archives' readers.
func scanned(address string) bool {
	_, rest, _ := strings.Cut(strings.ToLower(address), "://")
	host, path, _ := strings.Cut(strings.TrimPrefix(rest, "www."), "/")
	switch {
	case strings.HasPrefix(host, "books.google."), host == "babel.hathitrust.org", host == "gallica.bnf.fr", host == "biodiversitylibrary.org",
		host == "gutenberg.org", host == "newspapers.com", host == "news.google.com" && strings.HasPrefix(path, "newspapers"):
		return true
	case host == "google.com":
		return strings.HasPrefix(path, "books/")
	case host == "archive.org":
		return strings.HasPrefix(path, "details/") || strings.HasPrefix(path, "stream/") || strings.HasPrefix(path, "download/")
	}
	return false
}
