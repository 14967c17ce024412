package batch

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed source-told-differently.md
var sourceToldDifferentlyPage string

// printLead is how many years a printed work may be online before its issue, or
// be dated by its reprint.
const printLead = 1

// told is what an article says of a source.
type told struct {
	key       string
	published when.Interval
	title     map[string]bool
	printed   bool
	at        check.Place
}

var sourceToldDifferently = check.NewBatchRule(check.Meta{
	Name:     "source-told-differently",
	Family:   "batch",
	Summary:  "articles give one source two years",
	Since:    "0.1",
	Severity: check.Error,
	Page:     sourceToldDifferentlyPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) []told {
	var left []told
	for i := range p.Article.References {
		r := &p.Article.References[i]
		if t, ok := toldOf(p, r); ok && p.Sources[i].KeptUp == "" {
			left = append(left, t)
		}
	}
	return left
}, func(b *check.Batch, left []check.Left[told], _ struct{}) {
	for _, group := range groups(left, func(d told) string { return d.key }) {
		for _, l := range group[1:] {
			if l.Article == group[0].Article || !differ(group[0].Data, l.Data) {
				continue
			}
			b.Report(check.BatchFinding{
				Message: fmt.Sprintf("the source is dated %s here and %s in %s", l.Data.published, group[0].Data.published, b.Articles[group[0].Article]),
				Help:    "see the date on the work itself, and correct the entry that has it wrong",
				Line:    fmt.Sprintf("%s ≠ %s for %s", l.Data.published, group[0].Data.published, l.Data.key),
				Places:  placesOf([]check.Left[told]{l, group[0]}, func(d told) check.Place { return d.at }),
			})
			break
		}
	}
})

// toldOf reads an entry that names one unchanging work: by a DOI, or by an
// address deep enough to be one page's.
func toldOf(p *check.Pass, r *article.Reference) (told, bool) {
	if r.Published.When.IsZero() || !check.Own(r, r.Published.Field) || len(r.Published.Readings) > 1 || !r.Updated.IsZero() || r.Title.IsZero() {
		return told{}, false
	}
	key := ""
	switch {
	case !r.DOI.IsZero():
		key = "doi:" + strings.ToLower(r.DOI.Text)
	case strings.Count(check.URLKey(r.URL.Text), "/") >= 2:
		key = check.URLKey(r.URL.Text)
	}
	return told{key, r.Published.When, contentWords(r.Title.Text), check.Printed(r), p.Place(r.Published.Span, "dated "+r.Published.When.String())}, key != ""
}

// differ reports whether two entries of one work cannot both be right about when
// it came out. Entries whose titles have nothing in common mean different parts.
func differ(a, b told) bool {
	if b.published.Before(a.published) {
		a, b = b, a
	}
	slack := check.SlackDays
	if a.printed || b.printed {
		slack += printLead * 366
	}
	return a.published.Before(b.published) && a.published.To.DaysUntil(b.published.From) > slack && check.Alike(a.title, b.title) >= 0.5
}
