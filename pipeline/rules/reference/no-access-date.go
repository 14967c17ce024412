package reference

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed no-access-date.md
var noAccessDatePage string

var noAccessDate = check.NewRule(check.Meta{
	Name:     "no-access-date",
	Family:   "reference",
	Summary:  "pages on the web are cited without the day they were read on",
	Since:    "0.1",
	Severity: check.Info,
	Page:     noAccessDatePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var unread, undated []check.Finding
	pages, read := 0, 0
	for i := range a.References {
		r := &a.References[i]
		if !isPage(r) || isBare(a, i) || saysRead.MatchString(textOf(a, r)) && !dated(r.Accessed) {
			continue
		}
		pages++
		if dated(r.Accessed) || dated(r.Archived) || !r.ArchiveURL.IsZero() || dated(r.Updated) {
			read++
			continue
		}
		f := check.Finding{
			Span:       r.URL.Span,
			Help:       "add the day on which the page was read",
			Label:      "read on which day",
			References: []int{i},
		}
		if !isFixed(r) {
			unread = append(unread, f)
		}
		if !dated(r.Published) && !dated(r.URLDate) && !hasYear(without(a, r.Span, []article.Span{r.URL.Span, r.ArchiveURL.Span})) {
			undated = append(undated, f)
		}
	}
	if pages >= fewestPeers && float64(read) >= habit*float64(pages) {
		message := fmt.Sprintf("no access date, while %d of the list's %d web pages carry one", read, pages)
		for i := range unread {
			unread[i].Message = message
		}
		reportTogether(p, unread, fmt.Sprintf("%d web pages carry no access date, while %d of the list's %d do", len(unread), read, pages))
		return
	}
	for i := range undated {
		undated[i].Message = "the entry says neither when the page was published nor when it was read"
	}
	reportTogether(p, undated, fmt.Sprintf("%d of %d web pages are cited without a date of publication or access", len(undated), pages))
})

// isFixed reports whether an entry is of a work of its day: dated more closely
// than by a year, as news and magazines are, or a dated document for print.
func isFixed(r *article.Reference) bool {
	out := r.Published.When
	if out.From.IsZero() || out.To.IsZero() {
		return false
	}
	return out.To.Before(out.From.AddDays(daysOfSeason)) || strings.HasSuffix(strings.ToLower(r.URL.Text), ".pdf")
}

// daysOfSeason is longer than any quarter and shorter than half a year.
const daysOfSeason = 100

// saysRead finds the words of an access date that was written in a way that
// could not be read.
var saysRead = regexp.MustCompile(`(?i)\b(?:retrieved|accessed|viewed|visited|consulted|last checked|abgerufen|consulté|consultado|consultato)`)

// dated reports whether anything stands where a date belongs, read or not.
func dated(d article.DateField) bool { return !d.IsZero() }

// isPage reports whether an entry is of a page on the web, which may change, and
// not of a copy of something printed or registered.
func isPage(r *article.Reference) bool {
	return check.Own(r, r.URL) && !catalogued(r) && !lasting(r.URL.Text) && !scanned(r.URL.Text)
}
