package reference

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed isbn-too-early.md
var isbnTooEarlyPage string

var isbnTooEarly = check.NewRule(check.Meta{
	Name:     "isbn-too-early",
	Family:   "reference",
	Summary:  "a book is dated before there were ISBNs of its kind and carries one",
	Since:    "0.1",
	Severity: check.Info,
	Page:     isbnTooEarlyPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	first := map[string]int{} // the place of each book's finding
	var found []check.Finding
	for i := range a.References {
		r := &a.References[i]
		numbers := isbns(a, r)
		year := r.Published.When.To.Year
		if year == 0 || len(numbers) != 1 || !isISBN(numbers[0].bare) || !check.Own(r, r.Published.Field) || !datesEdition(a, r, year) {
			continue
		}
		id := numbers[0]
		kind, since := "no book had an ISBN", firstISBN
		if strings.HasPrefix(id.bare, "979") {
			kind, since = "none began with 979", first979
		}
		if year >= since {
			continue
		}
		if at, ok := first[id.bare]; ok {
			found[at].Related = append(found[at].Related, check.Related{Span: id.span, Label: "likewise"})
			found[at].References = append(found[at].References, i)
			continue
		}
		first[id.bare] = len(found)
		found = append(found, check.Finding{
			Span:       id.span,
			Message:    fmt.Sprintf("the entry is dated %s and has an ISBN, but before %d %s", r.Published.Text, since, kind),
			Help:       "give the year of the edition that has the number, with the first one beside it, or leave the number out",
			Label:      "of a later edition",
			Related:    []check.Related{{Span: r.Published.Span, Label: "dated here"}},
			Proof:      []article.Premise{premise("published", r.Published)},
			Line:       fmt.Sprintf("published %d < %d", year, since),
			References: []int{i},
		})
	}
	for _, f := range found {
		p.Report(f)
	}
})

// Book numbers began in Britain in 1967, with nine digits, and were made a
// standard in 1970 (ISO 2108). The prefix 979 was first given out in 2009; it was
// announced with the thirteen digits, in force since January 2007.
const (
	firstISBN = 1967
	first979  = 2007
)

// datesEdition reports whether the year an entry gives is meant to be that of the
// edition it names: it says nothing of reprints or translations, holds no later
// year, and is neither a case nor a piece dated to the day.
func datesEdition(a *article.Article, r *article.Reference, year int) bool {
	if len(r.Published.Readings) != 1 || r.Published.When.IsDay() {
		return false // a letter, a speech, an issue: printed again in the book
	}
	rest := strings.ToLower(without(a, r.Span, []article.Span{r.Label.Span, r.Published.Span, r.Accessed.Span, r.Archived.Span, r.URL.Span, r.ArchiveURL.Span, r.ISBN.Span, r.Pages.Span}))
	for _, said := range laterEditionWords {
		if strings.Contains(rest, said) {
			return false
		}
	}
	return !yearAfter(rest, year)
}

// laterEditionWords tell that a date is the first of several.
var laterEditionWords = []string{
	"repr", "reissue", "re-issue", "facsim", "orig", "transl", "trans.", "first publ", "edition", " ed.", "rev.", "revised", "quoted in", "cited in", "collected", "selected", "complete works", "anthology", "nachdr", "réimpr", "rééd", "aufl", " v. ", " vs. ",
}

// yearAfter reports whether four digits in s can be a year after the given one
// and before the year 2100.
func yearAfter(s string, year int) bool {
	for i := 0; i < len(s); {
		n := leadingDigits(s[i:])
		if n == 4 {
			if v := 100*number(s[i:i+2]) + number(s[i+2:i+4]); v > year && v < 2100 {
				return true
			}
		}
		i += n + 1
	}
	return false
}
