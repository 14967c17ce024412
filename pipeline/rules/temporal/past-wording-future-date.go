package temporal

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed past-wording-future-date.md
var pastWordingPage string

var pastWording = check.NewRule(check.Meta{
	Name:     "past-wording-future-date",
	Family:   "temporal",
	Summary:  "what is told as done lies after the article was written",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     pastWordingPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	if len(a.Dated.Because) == 0 {
		return
	}
	written := a.Dated.Because[0]
	if !a.Dated.Stated {
		written = a.Dated.Because[len(a.Dated.Because)-1]
	}
	for i := range a.Claims {
		c := &a.Claims[i]
		if c.Told != article.Asserted || !plainlyDated(a, c) || quoted(a, c.Span) || !tellsAsDone(a, c) {
			continue
		}
		spoken := c.Readings[0].Because[0]
		f := check.Finding{
			Span:    spoken.Span,
			Message: "what is told as done lies after the article was written",
			Help:    fmt.Sprintf("correct the date, or say that it is planned; the article is from %s at the latest", monthWords(written.When.To)),
			Label:   "speaks of " + spoken.When.String(),
			Claims:  []int{i},
			Proof:   []article.Premise{spoken, written},
		}
		prove(&f, check.Step{Claim: -1, Reference: -1, What: "article dated", Known: []int{1}, Needed: 0, Shape: c.Readings[0].Shape, Slack: check.SlackDays})
		if check.Recompute(f.Proof, f.Steps).Holds {
			p.Report(f)
		}
	}
})

// tellsAsDone reports whether a clause has a verb in the past, and none that
// looks back at a plan.
func tellsAsDone(a *article.Article, c *article.Claim) bool {
	done := false
	for _, t := range tokensOf(a, c) {
		switch {
		case t.Tag == "MD":
			return false
		case t.Tag == "VBD":
			done = true
		}
	}
	return done
}
