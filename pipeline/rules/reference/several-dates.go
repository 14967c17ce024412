package reference

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed several-dates.md
var severalDatesPage string

var severalDates = check.NewRule(check.Meta{
	Name:     "several-dates",
	Family:   "reference",
	Summary:  "an entry of one work gives two publication dates that differ, one of them perhaps in its arXiv number",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     severalDatesPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.References {
		r := &a.References[i]
		if !check.Own(r, r.Published.Field) || len(r.Published.Readings) != 1 || r.Published.When.From.IsZero() {
			continue
		}
		if f, ok := numberedLater(a, r); ok {
			f.References = []int{i}
			p.Report(f)
			continue
		}
		if !datedOnce(a, r) {
			continue
		}
		for _, d := range otherDates(a, r) {
			gap := between(r.Published.When, d.When)
			if gap <= printLagDays || printLag(r, gap) {
				continue
			}
			p.Report(check.Finding{
				Span:       d.Span,
				Message:    fmt.Sprintf("the entry is dated %s and again %s", r.Published.Text, d.Text),
				Help:       "keep the date of the publication that was read; say of the other what it is the date of",
				Label:      "another date",
				Related:    []check.Related{{Span: r.Published.Span, Label: "dated here"}},
				Proof:      []article.Premise{premise("published", r.Published), premise("published", d)},
				Line:       fmt.Sprintf("%s ≠ %s", r.Published.When, d.When),
				References: []int{i},
			})
			break
		}
	}
})

// numberedLater returns the finding on an entry whose arXiv number was given out
// more than postedDays after the date it carries. Each number tells its month.
func numberedLater(a *article.Article, r *article.Reference) (check.Finding, bool) {
	ids := arXivNumbers(a, r)
	if len(ids) == 0 {
		return check.Finding{}, false
	}
	id := ids[0]
	month, ok := arXivMonth(id.printed)
	if !ok || !r.Published.When.Before(month) || between(r.Published.When, month) <= postedDays || saysAgain(a, r) {
		return check.Finding{}, false
	}
	return check.Finding{
		Span:    id.span,
		Message: fmt.Sprintf("the entry is dated %s, and arXiv gave out its number in %s %d", r.Published.Text, month.From.Month, month.From.Year),
		Help:    "compare number and year with the paper's page: one of them may be another paper's",
		Label:   "of " + month.String(),
		Related: []check.Related{{Span: r.Published.Span, Label: "dated here"}},
		Proof:   []article.Premise{premise("published", r.Published), {What: "published", Words: id.printed, Span: id.span, When: month, How: "stated"}},
		Line:    fmt.Sprintf("%s ≠ %s", r.Published.When, month),
	}, true
}

// postedDays is how long after its publication a paper is still put on arXiv.
const postedDays = 366

// saysAgain reports whether an entry speaks of a text that came out before.
func saysAgain(a *article.Article, r *article.Reference) bool {
	low := strings.ToLower(textOf(a, r))
	for _, w := range []string{"repr", "reissue", "orig", "transl", "first publ", "thesis", "lecture", "posted"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// printLagDays is how far the dates of a work online and in print lie apart, and
// printedLagDays how far for a journal or a book.
const (
	printLagDays   = 45
	printedLagDays = 2 * 366
)

// printLag reports whether a gap may be that between a work's appearance online
// and the issue of a journal, or the book, that it was put in.
func printLag(r *article.Reference, gap int) bool {
	printed := !r.Volume.IsZero() || !r.Issue.IsZero() || !r.DOI.IsZero() || !r.ISSN.IsZero() || !r.ISBN.IsZero()
	return printed && gap <= printedLagDays
}

// between returns how many days lie between two intervals, 0 where they overlap.
func between(i, j when.Interval) int {
	switch {
	case i.Before(j):
		return i.To.DaysUntil(j.From)
	case j.Before(i):
		return j.To.DaysUntil(i.From)
	}
	return 0
}

// severalWords tell that an entry means to give more than one date, or more than
// one work.
var severalWords = []string{
	"repr", "reissue", "facsim", "orig", "transl", "first publ", "revis", "updat", "edition", "ed.)", " eds", " from ", "conference", "proceedings", "symposium", "congress", "meeting", "workshop", "presented", "lecture", "talk", "thesis", "dissertation",
	"online", "epub", "ahead of print", "advance", "preprint", "accepted", "submitted", "received", "filed", "granted", "issued", "patent", "v. ", " vs", "decided", "enacted", "signed", "adopted", "amended", "law", " act",
	"archiv", "retriev", "accessed", "viewed", "cited in", "quoted in", "cited by", "see ", "cf.", "reviewed", "review of", "broadcast", "aired", "season", "episode", "web.", "print.", "interview", "letter", "press release", "census", "survey", "data", "p.m.", "a.m.",
	"judgment", "judgement", "ruling", "decision", "directive", "regulation", "resolution", "treaty", "agreement", "minutes", "diary", "memo", "speech", "statement", "testimony", "hearing", "concert", "performance", "exhibition", "match",
	";", "•", " * ",
}

// datedOnce reports whether an entry surely tells of one work and one publication of
// it: nothing in it speaks of another.
func datedOnce(a *article.Article, r *article.Reference) bool {
	low := strings.ToLower(without(a, r.Span, []article.Span{r.Title.Span, r.URL.Span, r.ArchiveURL.Span, r.Accessed.Span, r.Archived.Span, cueOf(a, r.Accessed), cueOf(a, r.Archived), r.AuthorsAt}))
	for _, w := range severalWords {
		if strings.Contains(low, w) {
			return false
		}
	}
	quotes := strings.Count(low, `"`) + strings.Count(low, "“")
	if !check.Own(r, r.Container) || r.Container.Span.Start < r.Title.Span.End {
		return false
	}
	return quotes <= 2 && strings.Count(textOf(a, r), "://") <= 1 && check.Own(r, r.Title)
}

// cueOf returns the place of a date with the words that lead to it: "Available at:
// … [Accessed 3 May 2024".
func cueOf(a *article.Article, d article.DateField) article.Span {
	if d.Span.Len() <= 0 {
		return article.Span{}
	}
	start := max(0, d.Span.Start-len("Archived from the original on "))
	before := a.Text[start:d.Span.Start]
	if i := strings.LastIndexAny(before, "[(.,;"); i >= 0 {
		before = before[i:]
	}
	return article.Span{Start: d.Span.Start - len(before), End: d.Span.End}
}

// otherDates returns the dates, told to the month or day, that stand between
// marks behind the container's beginning, outside the fields that were read.
func otherDates(a *article.Article, r *article.Reference) []article.DateField {
	text := textOf(a, r)
	var found []article.DateField
	for _, x := range when.Find(text, when.Interval{}) {
		at := article.Span{Start: r.Span.Start + x.Start, End: r.Span.Start + x.End}
		if at.End <= r.Container.Span.Start || x.Kind != when.KindDate || x.Relative || x.Now || x.Relation != when.In || len(x.Readings) != 1 || !setOff(text, x.Start, x.End) || settled(r, at) {
			continue
		}
		iv := x.Readings[0]
		if iv.From.IsZero() || iv.To.IsZero() || iv.From.Year != iv.To.Year || iv.From.Month != iv.To.Month {
			continue
		}
		d := article.DateField{When: iv, Readings: x.Readings}
		d.Text, d.Span = text[x.Start:x.End], at
		found = append(found, d)
	}
	return found
}

// setOff reports whether a mark or an end stands on both sides of words.
func setOff(text string, start, end int) bool {
	before, after := strings.TrimRight(text[:start], " \n"), strings.TrimLeft(text[end:], " \n")
	open := before == "" || strings.IndexByte(".,;(", before[len(before)-1]) >= 0
	return open && (after == "" || strings.IndexByte(".,;):", after[0]) >= 0)
}

// settled reports whether a place belongs to a field that was read.
func settled(r *article.Reference, at article.Span) bool {
	for _, s := range []article.Span{r.Label.Span, r.AuthorsAt, r.Title.Span, r.Published.Span, r.Accessed.Span, r.Archived.Span, r.Updated.Span, r.URL.Span, r.ArchiveURL.Span, r.DOI.Span, r.ISBN.Span, r.ISSN.Span, r.Pages.Span} {
		if s.Len() > 0 && s.Overlaps(at) {
			return true
		}
	}
	return false
}
