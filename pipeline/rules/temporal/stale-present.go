package temporal

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
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
}, staleOptions{Months: 18}, func(p *check.Pass, o staleOptions) {
	written := p.Article.Dated.When.From
	if written.IsZero() {
		return
	}
	for i := range p.Article.Claims {
		c := &p.Article.Claims[i]
		newest, ok := newestSource(p, c)
		if !c.Present || c.Loose || !ok || !monthsAfter(newest.To, o.Months).Before(written) {
			continue
		}
		p.Report(stale(p, i, newest))
	}
})

// newestSource returns the latest publication among a claim's sources. False
// where one of them has none, or can change after it.
func newestSource(p *check.Pass, c *article.Claim) (when.Interval, bool) {
	var newest when.Interval
	for _, n := range c.Citations {
		ref := p.Article.Citations[n].Reference
		if ref < 0 {
			return newest, false
		}
		s := &p.Sources[ref]
		if s.KeptUp != "" || !s.Stated || s.Published.To.IsZero() {
			return newest, false
		}
		if newest.To.Before(s.Published.To) {
			newest = s.Published
		}
	}
	return newest, !newest.To.IsZero()
}

func monthsAfter(d when.Date, months int) when.Date {
	month := int(d.Month) - 1 + months
	return when.Date{Year: d.Year + month/12, Month: 1, Day: 1}.AddDays(30*(month%12) + d.Day - 1)
}

func stale(p *check.Pass, i int, newest when.Interval) check.Finding {
	a := p.Article
	c := &a.Claims[i]
	f := check.Finding{
		Span:    c.Cue.Span,
		Message: "a claim about the present rests on sources much older than the article",
		Help:    "cite a current source, or say as of when the claim holds",
		Label:   "said as of " + a.Dated.When.From.String() + " at the earliest",
		Line:    fmt.Sprintf("published %s, article not before %s", newest, a.Dated.When.From),
		Claims:  []int{i},
		Proof:   append([]article.Premise{}, a.Dated.Because...),
	}
	for _, n := range c.Citations {
		ref := a.Citations[n].Reference
		f.References = append(f.References, ref)
		f.Related = append(f.Related, check.Related{Span: a.Citations[n].Marker, Label: "published " + p.Sources[ref].Published.String()})
		f.Proof = append(f.Proof, p.Sources[ref].Because...)
	}
	return f
}
