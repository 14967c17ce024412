package extract

import (
	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// statedDate is the article's own date where its bytes, else the caller, say it.
func statedDate(doc *article.Document, o Options) article.Dating {
	if iv, ok := when.Parse(doc.Meta.Date, when.Interval{}); ok {
		return article.Dating{When: iv, Stated: true, Because: []article.Premise{{
			What: "article dated", Words: doc.Meta.Date, Span: doc.Meta.DateSpan, When: iv, How: "stated",
		}}}
	}
	if !o.Dated.IsZero() {
		return article.Dating{When: o.Dated, Stated: true, Because: []article.Premise{{
			What: "article dated", When: o.Dated, How: o.How,
		}}}
	}
	return article.Dating{}
}

// inferDate bounds the article's date: not before the latest thing it tells as
// past and the latest day it read a source, not after the day of the run. The
// reason for the beginning stands first.
func inferDate(a *article.Article, asOf when.Date) article.Dating {
	var told, read article.Premise
	later := func(bound *article.Premise, p article.Premise) {
		if day := p.When.From; !asOf.Before(day) && bound.When.From.Before(day) {
			*bound = p
		}
	}
	for _, c := range a.Claims {
		if c.Mood != article.Asserted && c.Mood != article.Ongoing || len(c.Readings) != 1 {
			continue
		}
		if r := c.Readings[0]; r.Doubt == "" && (r.Basis == article.ByWords || r.Basis == article.ByAsOf) {
			later(&told, r.Because[0])
		}
	}
	for _, r := range a.References {
		later(&read, article.Premise{
			What: "accessed", Words: r.Accessed.Text, Span: r.Accessed.Span, When: r.Accessed.When, How: "stated",
		})
	}
	if told.When.From.Before(read.When.From) {
		told, read = read, told
	}
	d := article.Dating{When: when.Interval{From: told.When.From, To: asOf}}
	for _, p := range []article.Premise{told, read, {What: "article dated", When: when.Interval{To: asOf}, How: "day of the run"}} {
		if !p.When.IsZero() {
			d.Because = append(d.Because, p)
		}
	}
	return d
}

// foretell makes what begins only after the article was written, or after the
// day of the run, something that is still ahead. How it was told stays on record.
func foretell(a *article.Article, c *article.Claim, asOf when.Date) {
	last := a.Dated.When.To
	if last.IsZero() || asOf.Before(last) {
		last = asOf
	}
	if c.Mood != article.Asserted && c.Mood != article.Ongoing || len(c.Readings) == 0 || last.IsZero() {
		return
	}
	if c.Mood == article.Asserted && c.Readings[0].Because[0].How != "anchor" {
		last = last.AddDays(1) // somewhere it was done a day later
	}
	for _, r := range c.Readings {
		if r.When.From.IsZero() || !last.Before(r.When.From) {
			return
		}
	}
	c.Told, c.Mood = c.Mood, article.Scheduled
}

// narrowByDate drops the terms of an office that ended before the article
// begins, where the claim tells what goes on. What only the article's date
// excludes leaves a doubt on what stays.
func narrowByDate(a *article.Article, c *article.Claim) {
	if len(c.Readings) < 2 || c.Mood != article.Ongoing && c.Mood != article.Forecast && c.Mood != article.Opinion || a.Dated.When.From.IsZero() {
		return
	}
	var kept, dropped []article.Reading
	for _, r := range c.Readings {
		office := r.Because[len(r.Because)-1].What == "in office"
		if office && r.When.Before(when.Interval{From: a.Dated.When.From}) {
			dropped = append(dropped, r)
		} else {
			kept = append(kept, r)
		}
	}
	if len(kept) == 0 || len(dropped) == 0 {
		return
	}
	for i := range dropped {
		dropped[i].Because[0].Doubt = "over before the article was written"
	}
	for i := range kept {
		if kept[i].Doubt == "" {
			kept[i].Doubt = doubtDated
		}
		kept[i].Because[0].Doubt = kept[i].Doubt
		kept[i].Because = append(kept[i].Because, a.Dated.Because[0])
	}
	c.Readings = kept
	c.Dropped = append(c.Dropped, dropped...)
}
