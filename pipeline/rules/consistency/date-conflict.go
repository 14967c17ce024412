package consistency

import (
	_ "embed"
	"fmt"
	"slices"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed date-conflict.md
var dateConflictPage string

var dateConflict = check.NewRule(check.Meta{
	Name:     "date-conflict",
	Family:   "consistency",
	Summary:  "one event has two dates",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     dateConflictPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	r := read(p.Article)
	type once struct{ thing, event string }
	var order []once
	told := map[once][]happening{}
	for _, h := range r.happenings() {
		k := once{h.thing.id, h.event}
		if told[k] == nil {
			order = append(order, k)
		}
		told[k] = append(told[k], h)
	}
	for _, k := range order {
		reportDates(p, told[k])
	}
})

// reportDates reports the first date of an event that cannot be its first-told
// one, with every other place that dates it.
func reportDates(p *check.Pass, told []happening) {
	a := p.Article
	i := slices.IndexFunc(told, func(h happening) bool { return apart(told[0], h) })
	if i < 0 {
		return
	}
	here := told[i]
	name := here.thing.name
	f := check.Finding{
		Span:    here.place,
		Message: fmt.Sprintf("the %s of %s is dated %s here and %s elsewhere", here.event, name, oneLine(words(a, here.date)), oneLine(words(a, told[0].date))),
		Help:    "see which date the sources give, or say what happened on each",
		Label:   here.event + " of " + name,
		Line:    line(told[0], here),
	}
	for k, h := range told {
		if k != i {
			f.Related = append(f.Related, check.Related{Span: h.place, Label: oneLine(words(a, h.date))})
		}
		f.Proof = append(f.Proof, article.Premise{What: here.event, Words: oneLine(words(a, h.date)), Span: h.date, When: h.when, How: "stated"})
	}
	f.Fixes = []check.Fix{exchange(a, here, told[0]), exchange(a, told[0], here)}
	p.Report(f)
}

// apart reports whether two dates share no day, with a day's slack.
func apart(a, b happening) bool {
	if b.when.Before(a.when) {
		a, b = b, a
	}
	return a.when.Before(b.when) && a.when.To.DaysUntil(b.when.From) > 1 && !(a.table && b.table)
}

func line(a, b happening) string {
	if b.when.Before(a.when) {
		a, b = b, a
	}
	return fmt.Sprintf("%s < %s", a.when.To, b.when.From)
}

// exchange writes the date of one place at the other: which is wrong, the
// article does not say.
func exchange(a *article.Article, wrong, right happening) check.Fix {
	date := oneLine(words(a, right.date))
	return check.Fix{Message: fmt.Sprintf("write %s in place of %s", date, oneLine(words(a, wrong.date))), Edits: []check.Edit{{Span: wrong.date, Text: date}}}
}
