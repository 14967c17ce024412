package reference

import "strings"

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
