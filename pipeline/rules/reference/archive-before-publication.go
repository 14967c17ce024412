package reference

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed archive-before-publication.md
var archiveBeforePublicationPage string

var archiveBeforePublication = check.NewRule(check.Meta{
	Name:     "archive-before-publication",
	Family:   "reference",
	Summary:  "the copy was archived before the work was published",
	Since:    "0.1",
	Severity: check.Error,
	Page:     archiveBeforePublicationPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.References {
		r := &a.References[i]
		copied, out := r.Archived.When.To, earliest(r.Published)
		if copied.IsZero() || out.IsZero() || !check.Own(r, r.Archived.Field) || !check.Own(r, r.Published.Field) || !r.Updated.IsZero() {
			continue
		}
		slack := aheadOf(r)
		if !copied.AddDays(slack).Before(out) || r.Accessed.When.To.AddDays(slack).Before(out) && !r.Accessed.IsZero() {
			continue // an access date as early is access-before-publication's
		}
		p.Report(check.Finding{
			Severity:   archiveSeverity(&p.Sources[i], r, copied.DaysUntil(out)),
			Span:       r.Archived.Span,
			Message:    "the copy was archived before the work was published",
			Help:       "correct the archive date or the publication date, or link a later copy",
			Label:      fmt.Sprintf("archived %s", r.Archived.When),
			Related:    []check.Related{{Span: r.Published.Span, Label: fmt.Sprintf("published %s", r.Published.When)}},
			Proof:      []article.Premise{premise("archived", r.Archived), premise("published", r.Published)},
			Line:       fmt.Sprintf("archived %s < published %s", copied, out),
			References: []int{i},
		})
	}
})

// archiveSeverity is how sure the copy is of something else: a year alone may be
// that of a later edition under the same address.
func archiveSeverity(s *check.Source, r *article.Reference, days int) check.Severity {
	if r.Published.When == when.Year(r.Published.When.From.Year) {
		return check.Warning
	}
	return contradiction(s, days)
}

// coverDays is how far the month, season or year on a cover may lie ahead of the
// day an issue is out: magazines of October are sold, and read online, in August.
const coverDays = 62

// aheadOf returns by how many days a copy of a work may be older than the date
// the work carries.
func aheadOf(r *article.Reference) int {
	for _, d := range r.Published.Readings {
		if !d.IsDay() {
			return max(coverDays, printedAhead(r))
		}
	}
	return max(check.SlackDays, printedAhead(r))
}

func printedAhead(r *article.Reference) int {
	if check.Printed(r) {
		return printAheadDays
	}
	return 0
}
