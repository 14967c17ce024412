package reference

import (
	_ "embed"
	"fmt"
	"slices"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed access-before-publication.md
var accessBeforePublicationPage string

var accessBeforePublication = check.NewRule(check.Meta{
	Name:     "access-before-publication",
	Family:   "reference",
	Summary:  "the access date is earlier than the publication date",
	Since:    "0.1",
	Severity: check.Error,
	Page:     accessBeforePublicationPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.References {
		r := &a.References[i]
		read, out := r.Accessed.When.To, earliest(r.Published)
		if read.IsZero() || out.IsZero() || !check.Own(r, r.Accessed.Field) || !check.Own(r, r.Published.Field) {
			continue
		}
		slack := check.SlackDays
		if check.Printed(r) {
			slack = printAheadDays
		}
		if !read.AddDays(slack).Before(out) {
			continue
		}
		p.Report(check.Finding{
			Severity:   contradiction(&p.Sources[i], read.DaysUntil(out)),
			Span:       r.Accessed.Span,
			Message:    "the source was read before it was published",
			Help:       "correct the access date or the publication date",
			Label:      fmt.Sprintf("read %s", r.Accessed.When),
			Related:    []check.Related{{Span: r.Published.Span, Label: fmt.Sprintf("published %s", r.Published.When)}},
			Proof:      []article.Premise{premise("accessed", r.Accessed), premise("published", r.Published)},
			Line:       fmt.Sprintf("read %s < published %s", read, out),
			References: []int{i},
			Claims:     shaken(a, i, read),
		})
	}
})

// shaken returns the claims that lean on an entry and tell as fact of a time after
// it was read, so that one of its dates, if it were right, would leave them without it.
func shaken(a *article.Article, entry int, read when.Date) []int {
	var claims []int
	for k := range a.Claims {
		c := &a.Claims[k]
		cites := slices.ContainsFunc(c.Citations, func(n int) bool { return a.Citations[n].Reference == entry })
		told := c.Mood == article.Asserted || c.Mood == article.Ongoing
		if cites && told && len(c.Readings) > 0 && read.AddDays(check.SlackDays).Before(c.Readings[0].When.From) {
			claims = append(claims, k)
		}
	}
	return claims
}

// contradiction is how sure two dates of an entry exclude each other, days apart.
// A page that is kept up may carry the day of its last change, and a newspaper may
// date what is online on Saturday by its Monday.
func contradiction(s *check.Source, days int) check.Severity {
	if s.KeptUp != "" || days <= weekendDays {
		return check.Warning
	}
	return check.Error
}

// weekendDays is how far the day of a printed issue may lie behind the day its
// pieces are online.
const weekendDays = 3

// printAheadDays is how far the date printed on a journal or book may lie ahead
// of the day it can be read: articles appear online up to a year before the
// issue or volume they are put in.
const printAheadDays = 366
