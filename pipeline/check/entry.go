package check

import (
	"fmt"

	"citevet/pipeline/article"
)

// SlackDays is how many days two dates may lie apart and still be one day
// somewhere on earth. Rules that compare dates themselves allow it, as the time
// engine does.
const SlackDays = slackDays

// Own reports whether a field was read in the entry itself. An entry in short
// form ("Roe 2010, p. 3") takes fields from its full form elsewhere, which are
// not its own to answer for.
func Own(r *article.Reference, f article.Field) bool {
	return !f.IsZero() && r.Span.Contains(f.Span)
}

// Printed reports whether an entry has the marks of a work that is printed. Such
// a work goes online before the issue it is dated by, or long after it.
func Printed(r *article.Reference) bool {
	for _, f := range []article.Field{r.Volume, r.Issue, r.Pages, r.DOI, r.ISBN, r.ISSN} {
		if !f.IsZero() {
			return true
		}
	}
	switch r.Type {
	case "article-journal", "article-magazine", "book", "chapter", "paper-conference", "thesis":
		return true
	}
	return false
}

// EntryName names an entry in a message: by its label, else by its place in the list.
func EntryName(a *article.Article, i int) string {
	if l := a.References[i].Label.Text; l != "" {
		return "entry " + l
	}
	return fmt.Sprintf("the entry in place %d", i+1)
}
