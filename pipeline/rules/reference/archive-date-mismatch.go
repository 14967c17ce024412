package reference

import (
	_ "embed"
	"fmt"
	"time"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed archive-date-mismatch.md
var archiveDateMismatchPage string

var archiveDateMismatch = check.NewRule(check.Meta{
	Name:     "archive-date-mismatch",
	Family:   "reference",
	Summary:  "the archive date is not the day in the archived copy's address",
	Since:    "0.1",
	Severity: check.Error,
	Page:     archiveDateMismatchPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.References {
		r := &a.References[i]
		if !check.Own(r, r.Archived.Field) || !check.Own(r, r.ArchiveURL) || r.Archived.Span.Overlaps(r.ArchiveURL.Span) || agrees(a, r) {
			continue
		}
		stamp, at, ok := stampOf(a, r)
		if !ok {
			continue
		}
		f := check.Finding{
			Span:       r.Archived.Span,
			Message:    fmt.Sprintf("the entry says that the copy was archived %s, its address says %s", r.Archived.When, stamp),
			Help:       "take the day from the address, or give the address of the copy that is meant",
			Label:      fmt.Sprintf("archived %s", r.Archived.When),
			Related:    []check.Related{{Span: at, Label: fmt.Sprintf("archived %s", stamp)}},
			Proof:      []article.Premise{premise("archived", r.Archived), {What: "archived", Words: a.Text[at.Start:at.End], Span: at, When: when.Day(stamp), How: "stated"}},
			Line:       fmt.Sprintf("%s ≠ %s", r.Archived.When, stamp),
			References: []int{i},
		}
		if words, ok := writtenLike(r.Archived.Text, stamp); ok {
			f.Fixes = []check.Fix{{Message: "write " + words, Edits: []check.Edit{{Span: r.Archived.Span, Text: words}}}}
		}
		p.Report(f)
	}
})

// stampOf returns the day in the archived copy's address, and where it stands.
func stampOf(a *article.Article, r *article.Reference) (when.Date, article.Span, bool) {
	day, i, ok := stampIn(r.ArchiveURL.Text)
	at := r.ArchiveURL.Span
	if ok && a.Text[at.Start:at.End] == r.ArchiveURL.Text {
		at = article.Span{Start: at.Start + i, End: at.Start + i + stampLen}
	}
	return day, at, ok
}

// stampLen is the length of an archive's timestamp: year to second, two digits
// each but for the year.
const stampLen = len("20190503120000")

// stampIn returns the day of the first timestamp in words, and where it begins.
func stampIn(words string) (when.Date, int, bool) {
	for i := 0; i < len(words); {
		n := leadingDigits(words[i:])
		if n == stampLen {
			if t, err := time.Parse("20060102150405", words[i:i+n]); err == nil {
				return when.DayOf(t), i, true
			}
		}
		i += n + 1
	}
	return when.Date{}, 0, false
}

// agrees reports whether a timestamp anywhere in the entry or behind its link is
// of the archive date, a day aside. An entry may hold more than one copy.
func agrees(a *article.Article, r *article.Reference) bool {
	for _, words := range []string{r.ArchiveURL.Text, textOf(a, r)} {
		for words != "" {
			day, i, ok := stampIn(words)
			if !ok {
				break
			}
			around := when.Interval{From: day.AddDays(-check.SlackDays), To: day.AddDays(check.SlackDays)}
			if around.Overlaps(r.Archived.When) {
				return true
			}
			words = words[i+stampLen:]
		}
	}
	return false
}

// dayLayouts are the ways to write a day that writtenLike knows.
var dayLayouts = []string{"2006-01-02", "2 January 2006", "January 2, 2006", "2 Jan 2006", "2 Jan. 2006", "Jan 2, 2006", "Jan. 2, 2006", "02 January 2006", "02.01.2006", "2.1.2006"}

// writtenLike writes a day the way that words write theirs.
func writtenLike(words string, day when.Date) (string, bool) {
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, words); err == nil && t.Format(layout) == words {
			return time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.UTC).Format(layout), true
		}
	}
	return "", false
}
