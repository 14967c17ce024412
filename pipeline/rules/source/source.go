// Package source holds the rules about addresses and outlets: whether an
// address can work, agrees with the entry's dates and title, belongs to the outlet
// that the entry names, and leads to something that can carry a claim.
package source

import (
	"net/url"
	"strings"
	"unicode"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// Rules are the family's rules in the order of the catalogue.
var Rules = []*check.Rule{
	malformedURL,
	urlDateMismatch,
	urlDateAfterAccess,
	slugTitleMismatch,
	languageSegmentMismatch,
	publisherDomainMismatch,
	sameTitleTwoOutlets,
	homePageCited,
	searchPageCited,
	assistantReferrer,
	trackingParameters,
	opinionAsFact,
	pressRelease,
	userGenerated,
	unreliableOutlet,
	proxyOrLoginURL,
	placeholderHost,
	singleOutlet,
	homoglyphDomain,
}

// host returns the host of an address in lower case, without its port.
func host(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// archives keep copies of other sites' pages under their own domain or host and
// put the day of the copy, not of the page, into the path.
var archives = map[string]bool{
	"archive.org": true, "archive.today": true, "archive.is": true, "archive.ph": true, "archive.li": true, "archive.md": true,
	"archive.fo": true, "archive.vn": true, "webcitation.org": true, "perma.cc": true, "ghostarchive.org": true, "megalodon.jp": true,
	"freezepage.com": true, "webarchive.loc.gov": true, "webarchive.nationalarchives.gov.uk": true, "webarchive.org.uk": true,
	"arquivo.pt": true, "vefsafn.is": true, "swap.stanford.edu": true, "wikiwix.com": true, "conifer.rhizome.org": true,
}

// archived reports whether an address leads to an archive's copy.
func archived(raw string) bool {
	h := host(raw)
	return archives[h] || archives[almanac.Registrable(h)]
}

// kept reports whether an entry says that a copy of its page lies in an archive.
func kept(r *article.Reference) bool { return !r.ArchiveURL.IsZero() || !r.Archived.IsZero() }

// pathDate returns the month or day that an address's path dates its page to. A
// year alone is no such date: "/2011/census/" names an edition or an event. Nor
// is the month a file was put up in, or one in a page's own parameters.
func pathDate(r *article.Reference) (when.Interval, bool) {
	iv := r.URLDate.When
	if iv.From.IsZero() || iv.To.IsZero() || iv.From.DaysUntil(iv.To) > 31 || !check.Own(r, r.URL) || archived(r.URL.Text) {
		return when.Interval{}, false
	}
	u, err := url.Parse(strings.TrimSpace(r.URL.Text))
	if err != nil {
		return when.Interval{}, false
	}
	path := strings.ToLower(u.Path)
	for _, sign := range []string{"upload", "/files/", "/assets/", "/media/", "/documents/", "/docs/", "/download", "/data/", ".pdf", ".doc", ".xls", ".ppt", ".csv", ".jpg", ".png"} {
		if strings.Contains(path, sign) {
			return when.Interval{}, false
		}
	}
	_, page, ok := strings.Cut(u.Path, r.URLDate.Text)
	if !iv.IsDay() && (u.RawQuery != "" || !hasSlug(page)) {
		return when.Interval{}, false
	}
	return iv, ok
}

// foretold reports whether the date in an address is joined to the words of the
// page's name and lies after the stated date: it is rather the day of what the
// page tells beforehand, "2027-04-03-marathon-what-to-know".
func foretold(r *article.Reference, path when.Interval) bool {
	if !check.Own(r, r.Published.Field) || !r.Published.When.To.AddDays(check.SlackDays).Before(path.From) {
		return false
	}
	before, after, _ := strings.Cut(r.URL.Text, r.URLDate.Text)
	return strings.HasPrefix(after, "-") && hasLetter(after[1:]) || strings.HasSuffix(before, "-")
}

func hasLetter(s string) bool { return s != "" && unicode.IsLetter(rune(s[0])) }

// hasSlug reports whether the path after a month holds words, as a title's does;
// numbers alone are a shelf mark, and the month may be the reader's.
func hasSlug(path string) bool {
	for segment := range strings.SplitSeq(path, "/") {
		segment = strings.TrimSuffix(segment, ".html")
		letters, digits := 0, 0
		for _, r := range segment {
			switch {
			case unicode.IsLetter(r):
				letters++
			case unicode.IsDigit(r):
				digits++
			}
		}
		if strings.ContainsAny(segment, "-_") && letters > digits {
			return true
		}
	}
	return false
}
