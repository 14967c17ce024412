package reference

import (
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// Where more than fewFuture dates of a list, and a tenth of them, lie after the
// day of the run, it is the day of the run that is wrong: an old article's list
// holds no such dates, and a new one is judged as of an old day.
const (
	fewFuture   = 3
	futureShare = 10
)

// laterThanRun is the finding on a date of entry i that begins, on day, after the
// day of the run. Verb is what was done then: "read".
func laterThanRun(p *check.Pass, i int, d article.DateField, day when.Date, what, verb, help string) check.Finding {
	return check.Finding{
		Span:       d.Span,
		Message:    fmt.Sprintf("the %s date lies after %s, the day of the run", what, p.AsOf),
		Help:       help,
		Label:      fmt.Sprintf("%s %s", verb, d.When),
		Line:       fmt.Sprintf("%s < %s %s", p.AsOf, verb, day),
		References: []int{i},
	}
}

// reportFuture reports dates that lie after the day of the run: each of a few as
// it is, many as one warning about the day of the run.
func reportFuture(p *check.Pass, what string, found []check.Finding, dates int) {
	if len(found) <= fewFuture || len(found)*futureShare < dates {
		for _, f := range found {
			p.Report(f)
		}
		return
	}
	f := found[0]
	f.Severity = check.Warning
	f.Message = fmt.Sprintf("%d of %d %s lie after %s, the day of the run", len(found), dates, what, p.AsOf)
	f.Help = "judge the article as of a day on which it was written, or later"
	for _, g := range found[1:] {
		f.Related = append(f.Related, check.Related{Span: g.Span, Label: g.Label})
		f.References = append(f.References, g.References...)
	}
	p.Report(f)
}
