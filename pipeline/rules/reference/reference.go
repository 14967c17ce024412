// Package reference holds the rules about single entries of the reference list:
// what an entry lacks, says twice, or says against itself.
package reference

import (
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
	duplicateWork,
	missingTitle,
	missingYear,
	missingPublisher,
	missingURL,
	accessWithoutURL,
	noAccessDate,
	bareURL,
	genericTitle,
	placeholderAuthor,
	urlInTitle,
	yearInTitleMismatch,
	markupResidue,
	invisibleCharacters,
	accessBeforePublication,
	publicationInFuture,
	accessInFuture,
	identifierSyntax,
	isbnTooEarly,
	inconsistentFields,
	implausiblyOld,
	accessBeforeWeb,
	accessWithoutDay,
	archiveDateMismatch,
	archiveBeforePublication,
	archiveWithoutPartner,
	ambiguousDate,
	severalDates,
	splitOrJoinedEntry,
}

// textOf returns the entry's words.
func textOf(a *article.Article, r *article.Reference) string {
	return a.Text[r.Span.Start:r.Span.End]
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
