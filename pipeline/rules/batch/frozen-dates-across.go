package batch

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed frozen-dates-across.md
var frozenDatesAcrossPage string

type frozenDatesOptions struct {
	Articles int `json:"articles" doc:"how many articles with one day of access are odd" min:"2" max:"100"`
	Days     int `json:"days" doc:"how many days the articles' own dates must lie apart" min:"1" max:"3650"`
}

// readOnce is an article whose sources were all read on one day.
type readOnce struct {
	day     when.Date
	written when.Interval // what the article says of its own date
	sources int
	at      check.Place
}

var frozenDatesAcross = check.NewBatchRule(check.Meta{
	Name:     "frozen-dates-across",
	Family:   "batch",
	Summary:  "articles of different times all read all their sources on one day",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     frozenDatesAcrossPage,
}, frozenDatesOptions{Articles: 3, Days: 30}, func(p *check.Pass, _ frozenDatesOptions) []readOnce {
	a := p.Article
	if !a.Dated.Stated || a.Dated.When.From.IsZero() || len(a.References) < 2 {
		return nil
	}
	var once readOnce
	for i := range a.References {
		d := a.References[i].Accessed
		switch {
		case !d.When.IsDay(), once.sources > 0 && d.When.From != once.day:
			return nil
		case once.sources == 0:
			once = readOnce{day: d.When.From, written: a.Dated.When, at: p.Place(d.Span, "read "+d.When.From.String())}
		}
		once.sources++
	}
	return []readOnce{once}
}, func(b *check.Batch, left []check.Left[readOnce], o frozenDatesOptions) {
	for _, group := range groups(left, func(d readOnce) string { return d.day.String() }) {
		first, last := group[0].Data.written, group[0].Data.written
		for _, l := range group {
			if l.Data.written.From.Before(first.From) {
				first = l.Data.written
			}
			if last.From.Before(l.Data.written.From) {
				last = l.Data.written
			}
		}
		if len(group) < o.Articles || first.To.DaysUntil(last.From) < o.Days {
			continue
		}
		b.Report(check.BatchFinding{
			Message: fmt.Sprintf("%d articles, written from %s to %s, all read all their sources on one day", len(group), first.From, last.From),
			Help:    "give the day each source was really read",
			Line:    fmt.Sprintf("%s + %d days < %s", first.To, o.Days-1, last.From),
			Places:  placesOf(group, func(d readOnce) check.Place { return d.at }),
		})
	}
})
