package check

import (
	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// StaleMonths is how many months a source may be older than an article behind
// what that says of the present, unless a configuration says otherwise.
const StaleMonths = 18

// StaleBy returns the first day on which a claim about the present is too old for
// its sources: an article written on that day or later should not say it any
// more on them. The newest stated publication counts, and the given number of
// calendar months after it.
//
// It is the zero Date where the claim names its own time or speaks of none,
// where its marker may stand behind a later clause alone, and where a source has
// no stated date or can change after it, since then no such day is known.
func StaleBy(a *article.Article, v *Verdict, sources []Source, months int) when.Date {
	c := &a.Claims[v.Claim]
	if !c.Present || c.Loose {
		return when.Date{}
	}
	var newest when.Date
	for _, n := range c.Citations {
		ref := a.Citations[n].Reference
		if ref < 0 {
			return when.Date{}
		}
		s := &sources[ref]
		if s.KeptUp != "" || !s.Stated || s.Published.To.IsZero() {
			return when.Date{}
		}
		if newest.Before(s.Published.To) {
			newest = s.Published.To
		}
	}
	if newest.IsZero() {
		return newest
	}
	return monthsLater(newest, months).AddDays(1)
}
