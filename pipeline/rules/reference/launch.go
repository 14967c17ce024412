package reference

import (
	"net/url"
	"strings"
	"time"

	"citevet/pipeline/when"
)

// webBegan is the year in which the first pages could be read outside the
// laboratory that made them: the web was announced on 6 August 1991.
const webBegan = 1991

// platform is a site whose first day is known.
type platform struct {
	name     string
	launched when.Date // the first of its month, or of a month before
	// written says that what stands there was written there; elsewhere it may be
	// older than the site: films, books, recordings, programs.
	written bool
}

// platforms are by registrable domain. The months are those that the services
// themselves tell of their beginnings, rounded down.
var platforms = map[string]platform{
	"bsky.app":          {"Bluesky", since(2023, 1), true},
	"facebook.com":      {"Facebook", since(2004, 2), true},
	"flickr.com":        {"Flickr", since(2004, 2), false},
	"github.com":        {"GitHub", since(2007, 10), false},
	"huggingface.co":    {"Hugging Face", since(2016, 1), false},
	"instagram.com":     {"Instagram", since(2010, 7), true},
	"kaggle.com":        {"Kaggle", since(2010, 4), false},
	"linkedin.com":      {"LinkedIn", since(2003, 5), true},
	"medium.com":        {"Medium", since(2012, 8), true},
	"pinterest.com":     {"Pinterest", since(2009, 12), false},
	"quora.com":         {"Quora", since(2009, 6), true},
	"reddit.com":        {"Reddit", since(2005, 6), true},
	"researchgate.net":  {"ResearchGate", since(2008, 5), false},
	"soundcloud.com":    {"SoundCloud", since(2007, 8), false},
	"spotify.com":       {"Spotify", since(2006, 4), false},
	"stackoverflow.com": {"Stack Overflow", since(2008, 7), true},
	"substack.com":      {"Substack", since(2017, 7), true},
	"tiktok.com":        {"TikTok", since(2016, 9), true},
	"tumblr.com":        {"Tumblr", since(2007, 2), true},
	"twitter.com":       {"Twitter", since(2006, 3), true},
	"vimeo.com":         {"Vimeo", since(2004, 11), false},
	"wikidata.org":      {"Wikidata", since(2012, 10), true},
	"wikipedia.org":     {"Wikipedia", since(2001, 1), true},
	"youtube.com":       {"YouTube", since(2005, 2), false},
	"zenodo.org":        {"Zenodo", since(2013, 5), false},
}

// firstCopies is when the first archive of the web, the Internet Archive, began to
// collect.
var firstCopies = since(1996, time.May)

func since(year int, month time.Month) when.Date { return when.Month(year, month).From }

// platformAt returns the site that an address leads to, if its first day is known.
func platformAt(address string) (platform, bool) {
	host := hostOf(address)
	for host != "" {
		if p, ok := platforms[host]; ok {
			return p, true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return platform{}, false
}

// hostOf returns the host of an address in lower case.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
