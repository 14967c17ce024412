package temporal

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed frozen-access-dates.md
var frozenAccessDatesPage string

// frozenLeast is how many dated readings make one day of all of them remarkable.
const frozenLeast = 3

var frozenAccessDates = check.NewRule(check.Meta{
	Name:     "frozen-access-dates",
	Family:   "temporal",
	Summary:  "all sources were read on one day, before the latest thing the article tells",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     frozenAccessDatesPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	day, ok := onlyReadingDay(a)
	if !ok {
		return
	}
	latest, premise := latestEvent(a)
	if latest.IsZero() || !day.AddDays(1).Before(latest) {
		return
	}
	f := check.Finding{
		Span:    premise.Span,
		Message: fmt.Sprintf("all %d access dates are one day, before the latest thing the article tells", len(a.References)),
		Help:    "read the sources again and give the day each was really read",
		Label:   "speaks of " + premise.When.String(),
		Proof:   []article.Premise{premise},
	}
	step := check.Step{Claim: -1, Reference: -1, What: check.StepRead, Slack: check.SlackDays}
	for i := range a.References {
		r := &a.References[i]
		step.Known = append(step.Known, len(f.Proof))
		f.References = append(f.References, i)
		f.Related = append(f.Related, check.Related{Span: r.Accessed.Span, Label: "read " + day.String()})
		f.Proof = append(f.Proof, article.Premise{What: "accessed", How: "stated", Words: r.Accessed.Text, Span: r.Accessed.Span, When: r.Accessed.When})
	}
	prove(&f, step)
	p.Report(f)
})

// onlyReadingDay returns the one day on which every entry says it was read.
func onlyReadingDay(a *article.Article) (when.Date, bool) {
	if len(a.References) < frozenLeast {
		return when.Date{}, false
	}
	first := a.References[0].Accessed.When
	for i := range a.References {
		if read := a.References[i].Accessed.When; !read.IsDay() || read != first {
			return when.Date{}, false
		}
	}
	return first.From, true
}

// latestEvent returns the beginning of the latest time that a claim tells as
// past or present, with where it is read.
func latestEvent(a *article.Article) (when.Date, article.Premise) {
	var latest when.Date
	var premise article.Premise
	for _, c := range a.Claims {
		if c.Mood != article.Asserted && c.Mood != article.Ongoing || len(c.Readings) != 1 {
			continue
		}
		r := c.Readings[0]
		if r.Doubt == "" && r.Basis != article.BySection && latest.Before(r.When.From) {
			latest, premise = r.When.From, r.Because[0]
		}
	}
	return latest, premise
}
