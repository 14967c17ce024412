package temporal

import (
	_ "embed"
	"slices"

	"citevet/pipeline/check"
)

//go:embed stale-present.md
var stalePresentPage string

type staleOptions struct {
	Months int `json:"months" doc:"how many months a source may be older than the article behind a claim about the present"`
}

var stalePresent = check.NewRule(check.Meta{
	Name:     "stale-present",
	Family:   "temporal",
	Summary:  "a claim about the present rests on sources much older than the article",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     stalePresentPage,
}, staleOptions{Months: check.StaleMonths}, func(p *check.Pass, o staleOptions) {
	if p.Article.Dated.When.From.IsZero() {
		return
	}
	for i := range p.Article.Claims {
		by := check.StaleBy(p.Article, &p.Verdicts[i], p.Sources, o.Months)
		if !by.IsZero() && !p.Article.Dated.When.From.Before(by) {
			p.Report(stale(p, i, o.Months))
		}
	}
})

func stale(p *check.Pass, i, months int) check.Finding {
	a := p.Article
	c := &a.Claims[i]
	f := check.Finding{
		Span:    c.Cue.Span,
		Message: "a claim about the present rests on sources much older than the article",
		Help:    "cite a current source, or say as of when the claim holds",
		Label:   "said as of " + a.Dated.When.From.String() + " at the earliest",
		Claims:  []int{i},
		Proof:   slices.Clone(a.Dated.Because[:1]),
	}
	step := check.Step{Claim: -1, Reference: -1, What: check.StepPublished, Months: months}
	for _, n := range c.Citations {
		ref := a.Citations[n].Reference
		f.References = append(f.References, ref)
		f.Related = append(f.Related, check.Related{Span: a.Citations[n].Marker, Label: "published " + p.Sources[ref].Published.String()})
		for _, k := range p.Sources[ref].DatedBy() {
			step.Known = append(step.Known, len(f.Proof)+k)
		}
		f.Proof = append(f.Proof, p.Sources[ref].Because...)
	}
	prove(&f, step)
	return f
}
