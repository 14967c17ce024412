package reference

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/check"
)

//go:embed access-without-url.md
var accessWithoutURLPage string

var accessWithoutURL = check.NewRule(check.Meta{
	Name:     "access-without-url",
	Family:   "reference",
	Summary:  "an entry says when it was read and not where",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     accessWithoutURLPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []check.Finding
	for i := range a.References {
		r := &a.References[i]
		if !check.Own(r, r.Accessed.Field) || hasAddress(a, r) || readElsewhere(textOf(a, r)) {
			continue
		}
		if _, promised := promisesURL(a, r); promised {
			continue // missing-url says so
		}
		found = append(found, check.Finding{
			Span:       r.Accessed.Span,
			Message:    "the entry says when it was read and gives no address",
			Help:       "add the address, or leave the date away for a printed work",
			Label:      "read on this day, but where",
			References: []int{i},
		})
	}
	reportTogether(p, found, fmt.Sprintf("%d entries say when they were read and give no address", len(found)))
})

// readElsewhere reports whether an entry names a place other than the web where
// it was read: a database behind a library's door, a disc, an archive.
func readElsewhere(text string) bool {
	low := strings.ToLower(text)
	for _, place := range offline {
		if strings.Contains(low, place) {
			return true
		}
	}
	return false
}

var offline = []string{
	"database", "lexis", "nexis", "factiva", "proquest", "ebsco", "westlaw", "gale", "infotrac", "newsbank", "scopus", "web of science",
	"cd-rom", "dvd", "microfilm", "microfiche", "library", "archive", "mobile app", " app.", "[app]", "app store", "google play", "[software]", "terminal", "in person", "via ",
}
