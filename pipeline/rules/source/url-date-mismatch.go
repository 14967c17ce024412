package source

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed url-date-mismatch.md
var urlDateMismatchPage string

// neighbourDays is how far the date in an address may lie from the stated one
// across a turn of the year: a draft of December is published in January.
const neighbourDays = 31

var urlDateMismatch = check.NewRule(check.Meta{
	Name:     "url-date-mismatch",
	Family:   "source",
	Summary:  "the address dates the page to another year than the entry does",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     urlDateMismatchPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.References {
		r := &a.References[i]
		path, ok := pathDate(r)
		if !ok || !check.Own(r, r.Published.Field) || p.Sources[i].KeptUp != "" || check.Printed(r) || !allApart(r.Published, path) {
			continue
		}
		if reprinted(p.Almanac, r, path) || foretold(r, path) {
			continue
		}
		line := fmt.Sprintf("%s ≠ %s", path, r.Published.When)
		p.Report(check.Finding{
			Span:    r.Published.Span,
			Message: fmt.Sprintf("the entry says %s, its address says %s", r.Published.Text, r.URLDate.Text),
			Help:    "see which of the two dates the page shows",
			Label:   "stated " + r.Published.When.String(),
			Related: []check.Related{{Span: urlSpan(r), Label: "in the address " + path.String()}},
			Proof: []article.Premise{
				{What: "published", How: "stated", Words: r.Published.Text, Span: r.Published.Span, When: r.Published.When},
				{What: "published", How: "URL path", Words: r.URLDate.Text, Span: urlSpan(r), When: path},
			},
			Line:       line,
			References: []int{i},
		})
	}
})

// urlSpan returns the place of the date in the address, or of the address where
// the entry shows it only as a link.
func urlSpan(r *article.Reference) article.Span {
	if check.Own(r, r.URLDate.Field) {
		return r.URLDate.Span
	}
	return r.URL.Span
}

// allApart reports whether every reading of a date lies in other years than a
// path's date and farther off than neighbours are.
func allApart(d article.DateField, path when.Interval) bool {
	readings := d.Readings
	if len(readings) == 0 {
		readings = []when.Interval{d.When}
	}
	for _, r := range readings {
		if r.From.IsZero() || r.To.IsZero() || path.From.IsZero() || path.To.IsZero() {
			return false
		}
		if r.From.Year <= path.To.Year && path.From.Year <= r.To.Year {
			return false
		}
		if !r.To.AddDays(neighbourDays).Before(path.From) && !path.To.AddDays(neighbourDays).Before(r.From) {
			return false
		}
	}
	return true
}

// reprintYears is how many years after the stated date a page is rather taken
// for a reprint or a scan of the work than for a mistake in the year.
const reprintYears = 2

// reprinted reports whether the address can be a later copy's: long after the
// stated date, or on a platform where anybody puts up anything.
func reprinted(alm *almanac.Almanac, r *article.Reference, path when.Interval) bool {
	stated := r.Published.When.To
	return stated.Before(path.From) && (path.From.Year-stated.Year > reprintYears || neutral(alm, r.URL.Text))
}
