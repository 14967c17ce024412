package reference

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed missing-title.md
var missingTitlePage string

var missingTitle = check.NewRule(check.Meta{
	Name:     "missing-title",
	Family:   "reference",
	Summary:  "an entry names an author and a date but no title",
	Since:    "0.1",
	Severity: check.Error,
	Page:     missingTitlePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.References {
		r := &a.References[i]
		if !r.Title.IsZero() || !surelyNamed(p.Almanac, r) || r.Published.IsZero() || !check.Own(r, r.URL) || hasWords(remainder(a, r)) {
			continue
		}
		p.Report(check.Finding{
			Span:       r.Span,
			Message:    "the entry has no title",
			Help:       "add the title as it stands on the work",
			Label:      "author, date and address, no title",
			References: []int{i},
		})
	}
})

// remainder returns the words that are left of an entry when everything that was
// understood is taken away: all its fields and the stock words around them.
// Words that remain may be a title that was not recognised.
func remainder(a *article.Article, r *article.Reference) string {
	spans := []article.Span{r.AuthorsAt}
	for _, f := range []article.Field{r.Label, r.Title, r.Container, r.Publisher, r.Published.Field, r.Accessed.Field, r.Archived.Field,
		r.Updated.Field, r.URL, r.ArchiveURL, r.DOI, r.ISBN, r.ISSN, r.Volume, r.Issue, r.Pages} {
		spans = append(spans, f.Span)
	}
	words := strings.FieldsFunc(strings.ToLower(without(a, r.Span, spans)), func(c rune) bool { return !isLetter(c) })
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return slices.Contains(stockWords, w) }), " ")
}

// without returns the text of an entry with the spans cut out of it.
func without(a *article.Article, entry article.Span, spans []article.Span) string {
	spans = slices.DeleteFunc(spans, func(s article.Span) bool { return s.Len() <= 0 || !entry.Contains(s) })
	slices.SortFunc(spans, func(s, t article.Span) int { return s.Start - t.Start })
	var b strings.Builder
	at := entry.Start
	for _, s := range spans {
		if s.Start > at {
			b.WriteString(a.Text[at:s.Start])
			b.WriteByte(' ')
		}
		at = max(at, s.End)
	}
	b.WriteString(a.Text[at:max(at, entry.End)])
	return b.String()
}

// surelyNamed reports whether what stands before the date is a name and holds no
// title: a person with initials, or an outlet that the almanac knows.
func surelyNamed(alm *almanac.Almanac, r *article.Reference) bool {
	if len(r.Authors) == 0 {
		return false
	}
	for _, n := range r.Authors {
		switch {
		case n.Literal != "" && len(alm.Outlet(n.Literal)) > 0:
		case n.Family != "" && !strings.Contains(n.Family, ",") && initials(n.Given):
		default:
			return false
		}
	}
	return true
}

// initials reports whether a given name is written as initials alone: "J. F.".
func initials(given string) bool {
	if given == "" {
		return false
	}
	for _, w := range strings.FieldsFunc(given, func(r rune) bool { return r == '.' || r == '-' || unicode.IsSpace(r) }) {
		if len([]rune(w)) > 1 {
			return false
		}
	}
	return true
}

// stockWords stand around the fields of an entry and belong to none.
var stockWords = []string{
	"online", "available", "at", "from", "url", "http", "https", "doi", "accessed", "retrieved", "access", "date", "on", "in", "by",
	"archived", "the", "original", "last", "visited", "viewed", "via", "web", "website", "internet", "pdf", "html", "n", "d", "nd",
}
