// Package reference holds the rules about single entries of the reference list:
// what an entry lacks, says twice, or says against itself.
package reference

import (
	"fmt"
	"strings"
	"unicode"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// Rules are the family's rules in the order of the catalogue.
var Rules = []*check.Rule{
	duplicateNumber,
	duplicateURL,
	missingTitle,
	missingYear,
	missingURL,
	accessBeforePublication,
	publicationInFuture,
	accessInFuture,
}

// slackDays is how far two days may lie apart and still be one day somewhere.
const slackDays = 1

// own reports whether a field was read in the entry itself: an entry in short
// form ("Roe 2010, p. 3") takes fields from its full form elsewhere.
func own(r *article.Reference, f article.Field) bool {
	return !f.IsZero() && r.Span.Contains(f.Span)
}

// textOf returns the entry's words.
func textOf(a *article.Article, r *article.Reference) string {
	return a.Text[r.Span.Start:r.Span.End]
}

// numbered names an entry in a message: by its label, else by its place.
func numbered(a *article.Article, i int) string {
	if l := a.References[i].Label.Text; l != "" {
		return "entry " + l
	}
	return fmt.Sprintf("the entry in place %d", i+1)
}

// periodical reports whether an entry has the marks of a work that is printed:
// such works carry a date ahead of the day they can be had.
func periodical(r *article.Reference) bool {
	for _, f := range []article.Field{r.Volume, r.Issue, r.DOI, r.ISBN, r.ISSN, r.Pages} {
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

// earliest returns the earliest day that any reading of a date allows, the zero
// Date where a reading is open to the past or there is none.
func earliest(d article.DateField) when.Date {
	first := d.When.From
	for _, r := range d.Readings {
		if r.From.IsZero() {
			return when.Date{}
		}
		if r.From.Before(first) {
			first = r.From
		}
	}
	return first
}

// premise is a date of an entry as a step of a proof.
func premise(what string, d article.DateField) article.Premise {
	return article.Premise{What: what, Words: d.Text, Span: d.Span, When: d.When, How: "stated"}
}

// hasWords reports whether s has a letter in it.
func hasWords(s string) bool { return strings.ContainsFunc(s, isLetter) }

func isLetter(r rune) bool { return unicode.IsLetter(r) }
