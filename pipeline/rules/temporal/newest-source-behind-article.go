package temporal

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed newest-source-behind-article.md
var newestSourcePage string

type newestOptions struct {
	Days int `json:"days" doc:"how many days the latest thing told may lie after the newest source"`
}

// fewSources is how many entries a list needs for its newest to say something.
const fewSources = 3

var newestSource = check.NewRule(check.Meta{
	Name:     "newest-source-behind-article",
	Family:   "temporal",
	Summary:  "the newest source is much older than the latest thing the article tells",
	Since:    "0.1",
	Severity: check.Info,
	Page:     newestSourcePage,
}, newestOptions{Days: 180}, func(p *check.Pass, o newestOptions) {
	newest, ok := newestKnowing(p.Sources)
	_, told := latestEvent(p.Article)
	if !ok || told.When.From.IsZero() {
		return
	}
	a := p.Article
	f := check.Finding{
		Span:    told.Span,
		Message: fmt.Sprintf("the newest source is more than %d days older than the latest thing the article tells", o.Days),
		Help:    "cite a source for what is new, or correct the date",
		Label:   "speaks of " + told.When.String(),
		Claims:  claimsOver(a, told.Span),
		Proof:   []article.Premise{told, newest},
		Related: []check.Related{{Span: newest.Span, Label: "the newest source: " + newest.What + " " + newest.When.String()}},
	}
	for i := range a.References {
		if a.References[i].Span.Contains(newest.Span) {
			f.References = []int{i}
		}
	}
	prove(&f, check.Step{Claim: -1, Reference: -1, What: newest.What, Known: []int{1}, Needed: 0, Slack: o.Days})
	if check.Recompute(f.Proof, f.Steps).Holds {
		p.Report(f)
	}
})

// newestKnowing returns the latest date on which any source can have known
// anything. False where one has no date at all, or is kept up and does not say
// when it was read.
func newestKnowing(sources []check.Source) (article.Premise, bool) {
	var newest article.Premise
	var last when.Date
	for i := range sources {
		s := &sources[i]
		if s.Read.IsZero() && (s.KeptUp != "" || s.Published.To.IsZero()) {
			return newest, false
		}
		for _, p := range s.Because {
			if !p.Dropped && last.Before(p.When.To) {
				last, newest = p.When.To, p
			}
		}
	}
	return newest, len(sources) >= fewSources && !last.IsZero()
}
