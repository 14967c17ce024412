package reference

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed missing-publisher.md
var missingPublisherPage string

var missingPublisher = check.NewRule(check.Meta{
	Name:     "missing-publisher",
	Family:   "reference",
	Summary:  "a printed work is cited without who published it in a list that says so",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     missingPublisherPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []check.Finding
	full := titlesOf(a, isHoused) // a bibliography may stand beside the notes
	works, housed := 0, 0
	for i := range a.References {
		r := &a.References[i]
		if !isPrintedWork(r) {
			continue
		}
		works++
		switch {
		case isHoused(r):
			housed++
		case lacksHouse(a, r) && !brokenOff(a, r) && !describedIn(full, r):
			found = append(found, check.Finding{
				Span:       r.Span,
				Message:    "the entry names no publisher, journal or collection",
				Help:       "name who published the work, or what it appeared in",
				Label:      "author, title and year alone",
				References: []int{i},
			})
		}
	}
	if works < fewestPeers || float64(housed) < publisherHabit*float64(works) {
		return
	}
	reportTogether(p, found, fmt.Sprintf("%d entries name no publisher, journal or collection, while %d of the list's %d printed works do", len(found), housed, works))
})

// publisherHabit is the share of a list's printed works that must say who
// published them, or what they appeared in, before one that does not stands out.
const publisherHabit = 0.6

// isPrintedWork reports whether an entry describes, in its own words, a work by
// author, title and year that was neither read on the web nor spoken.
func isPrintedWork(r *article.Reference) bool {
	return check.Own(r, r.Title) && check.Own(r, r.Published.Field) && r.AuthorsAt.Len() > 0 && r.Span.Contains(r.AuthorsAt) &&
		r.URL.IsZero() && r.ArchiveURL.IsZero() && r.Accessed.IsZero() && r.Archived.IsZero() && !spoken.MatchString(r.Title.Text)
}

var spoken = regexp.MustCompile(`(?i)\b(?:address|speech|lecture|talk|interview|letter|testimony|statement|sermon|message|communication|email|tweet|act|treaty|constitution)\b`)

// lacksHouse reports whether such an entry holds nothing beside its author, title,
// date and pages: no identifier, no volume, and no words that may be a publisher's.
func lacksHouse(a *article.Article, r *article.Reference) bool {
	for _, f := range []article.Field{r.DOI, r.ISBN, r.ISSN, r.ArXiv, r.PMID, r.Volume, r.Issue, r.Genre, r.Place, r.Note} {
		if !f.IsZero() {
			return false
		}
	}
	return len(r.Authors) > 0 && r.Authors[0].Family != "" && !hasWords(withoutPages(remainder(a, r))) && plainTitle(a, r)
}

// brokenOff reports whether an entry ends within its title, without so much as a
// full stop: then the rest of it is missing, or stands on its own.
func brokenOff(a *article.Article, r *article.Reference) bool {
	after := strings.TrimSpace(a.Text[r.Title.Span.End:r.Span.End])
	return after == "" || after == ","
}

// isHoused reports whether an entry says who published its work, or in what.
func isHoused(r *article.Reference) bool { return !r.Container.IsZero() || !r.Publisher.IsZero() }

// withoutPages drops the words that stand around page numbers and names.
func withoutPages(words string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(words), func(w string) bool {
		return slices.Contains([]string{"p", "pp", "page", "pages", "et", "al", "and", "f", "ff"}, w) || strings.Trim(w, "ivxlc") == ""
	}), " ")
}

// plainTitle reports whether a title surely is one and holds no publisher: it
// stands in quotation marks, or nothing in it looks like the next field.
func plainTitle(a *article.Article, r *article.Reference) bool {
	if at := quotedTitle(textOf(a, r)); at.Len() > 0 && r.Span.Start+at.Start == r.Title.Span.Start {
		return true
	}
	if strings.ContainsAny(r.Title.Text, ",;(") || strings.Contains(r.Title.Text, ". ") {
		return false
	}
	for w := range strings.FieldsSeq(check.TitleKey(r.Title.Text)) {
		if slices.Contains(houseWords, w) {
			return false
		}
	}
	return true
}

// houseWords are parts of publishers' names.
var houseWords = []string{
	"press", "books", "publishing", "publishers", "publications", "verlag", "university", "editions", "éditions", "editore", "ediciones",
	"institute", "society", "academy", "ltd", "inc", "co", "house", "library", "museum", "journal", "magazine", "review", "proceedings",
}
