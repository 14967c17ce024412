package batch

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed event-dated-differently.md
var eventDatedDifferentlyPage string

// Event is one place where an article dates what happens to a thing once.
type Event struct {
	Thing string // its full name
	Event string // as a message has it: "founding"
	When  when.Interval
	At    article.Span
}

// dated is an event as an article leaves it.
type dated struct {
	Event
	at check.Place
}

func eventDatedDifferently(events func(*article.Article) []Event) *check.Rule {
	return check.NewBatchRule(check.Meta{
		Name:     "event-dated-differently",
		Family:   "batch",
		Summary:  "articles give one event two dates",
		Since:    "0.1",
		Severity: check.Warning,
		Page:     eventDatedDifferentlyPage,
	}, struct{}{}, func(p *check.Pass, _ struct{}) []dated {
		var left []dated
		for _, e := range events(p.Article) {
			left = append(left, dated{e, p.Place(e.At, e.Event+" of "+e.Thing)})
		}
		return left
	}, func(b *check.Batch, left []check.Left[dated], _ struct{}) {
		for _, group := range groups(left, func(d dated) string { return d.Event.Event + "\x00" + d.Thing }) {
			reportFirst(b, group)
		}
	})
}

// reportFirst reports the first place of another article that cannot mean the
// date of the first-told one.
func reportFirst(b *check.Batch, group []check.Left[dated]) {
	first := group[0]
	for _, l := range group[1:] {
		if l.Article == first.Article || !daysApart(first.Data.When, l.Data.When) {
			continue
		}
		b.Report(check.BatchFinding{
			Message: fmt.Sprintf("the %s of %s is dated %s here and %s in %s", l.Data.Event.Event, l.Data.Thing, l.Data.When, first.Data.When, b.Articles[first.Article]),
			Help:    "see which date the sources give, or say what happened on each",
			Line:    fmt.Sprintf("%s ≠ %s", l.Data.When, first.Data.When),
			Places:  placesOf([]check.Left[dated]{l, first}, func(d dated) check.Place { return d.at }),
		})
		return
	}
}

// daysApart reports whether two dates share no day, with a day's slack.
func daysApart(a, b when.Interval) bool {
	if b.Before(a) {
		a, b = b, a
	}
	return a.Before(b) && a.To.DaysUntil(b.From) > check.SlackDays
}
