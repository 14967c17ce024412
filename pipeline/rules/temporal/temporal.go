// Package temporal holds the rules that compare the time a claim speaks of with
// the dates of the citations it carries.
package temporal

import (
	"fmt"
	"slices"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// Rules are the family's rules in the order of the catalogue.
var Rules = []*check.Rule{
	sourcePredatesClaim,
	accessPredatesClaim,
	asOfAfterAccess,
	stalePresent,
	tenureAfterSource,
	tenureMismatch,
	clusterMember,
	tableHeadAfterSource,
	newestSource,
	frozenAccessDates,
	futureWording,
	pastWording,
	weekdayMismatch,
	impossibleDate,
}

// speaks reports whether the rule named is the one to speak of a failed
// cluster: of the rules that could, the narrowest does, and only it.
func speaks(rule string, c *article.Claim, v *check.Verdict) bool {
	return speaker(c, v) == rule
}

// speaker names the narrowest rule that can speak of a cluster that fails.
func speaker(c *article.Claim, v *check.Verdict) string {
	if v.Support == check.Supported || len(c.Readings) == 0 || check.CarriedElsewhere(v) {
		return ""
	}
	basis := check.Narrowest(c)
	switch basis {
	case article.ByTenure:
		return "tenure-after-source"
	case article.ByHead:
		return "table-head-after-source"
	}
	byAccess := !slices.ContainsFunc(v.Pairs, func(p check.Pair) bool { return !slices.Contains(p.Causes, check.ByAccess) })
	switch {
	case byAccess && basis == article.ByAsOf:
		return "as-of-after-access"
	case byAccess:
		return "access-predates-claim"
	}
	return "source-predates-claim"
}

// reportFailed reports each failed cluster that rule is to speak of. Claims of
// one sentence that share their time and their markers are one finding, and so
// are claims on the same sources of the same time, the cells under one head, and
// all that was announced beforehand. What is wrong with the sources is said of
// one or of every one.
func reportFailed(p *check.Pass, rule, wrong string, help func(c *article.Claim) string) {
	a := p.Article
	var done []check.Finding
	causes := map[cause]int{} // where in done the finding of a cause is
	var ahead announced
	for i := range a.Claims {
		c, v := &a.Claims[i], &p.Verdicts[i]
		if !speaks(rule, c, v) {
			continue
		}
		f := failure(p, i)
		f.Help = help(c)
		if f.Severity == check.Info {
			if ahead.times == nil {
				ahead = announced{len(done), map[article.Span]bool{}, map[int]bool{}}
				done = append(done, f)
				ahead.note(&f)
			} else {
				ahead.join(&done[ahead.at], &f)
			}
			continue
		}
		if n, ok := causes[causeOf(c, &f)]; ok {
			join(&done[n], &f)
			continue
		}
		if n := len(done); n > 0 && sameCause(a, &done[n-1], &f) {
			join(&done[n-1], &f)
			continue
		}
		causes[causeOf(c, &f)] = len(done)
		done = append(done, f)
	}
	for _, f := range done {
		switch {
		case f.Message != "":
		case len(f.References) == 1:
			f.Message = "the source " + wrong
		default:
			f.Message = "every source " + wrong
		}
		p.Report(f)
	}
}

// announced is the finding on all that could only be announced by its sources,
// and the places and references it has so far.
type announced struct {
	at         int // in the list of findings
	times      map[article.Span]bool
	references map[int]bool
}

// note remembers a claim's place and references, and returns those references
// that are new.
func (n *announced) note(f *check.Finding) []int {
	n.times[f.Span] = true
	var more []int
	for _, r := range f.References {
		if !n.references[r] {
			n.references[r] = true
			more = append(more, r)
		}
	}
	return more
}

// join adds a claim to the finding: its place, and what its sources could know.
// The proof stays that of the first.
func (n *announced) join(f, g *check.Finding) {
	f.Claims = append(f.Claims, g.Claims...)
	if n.times[g.Span] {
		return
	}
	f.References = append(f.References, n.note(g)...)
	f.Related = append(f.Related, check.Related{Span: g.Span, Label: g.Label})
	f.Related = append(f.Related, g.Related...)
	f.Message = fmt.Sprintf("%d claims tell as done what their sources could only announce", len(n.times))
	f.Help = "cite sources from after the events, or tell them as planned"
}

// cause is what several claims fail by: the head that dates the cells of a column
// or row, or the same sources and the same time; and how sure they fail.
type cause struct {
	head    article.Span
	sources string
	time    when.Interval
	check.Severity
}

func causeOf(c *article.Claim, f *check.Finding) cause {
	if c.Sentence < 0 && c.Readings[0].Basis == article.ByHead {
		return cause{head: c.Readings[0].Because[0].Span, Severity: f.Severity}
	}
	return cause{sources: fmt.Sprint(f.References), time: c.Readings[0].When, Severity: f.Severity}
}

// failure is the finding on one failed cluster: the words that give the time,
// the markers whose sources fall short, and the proof; what it says is left open.
func failure(p *check.Pass, i int) check.Finding {
	a := p.Article
	c, v := &a.Claims[i], &p.Verdicts[i]
	f := check.Finding{
		Severity: severityOf(c, v), Span: timeSpan(a, c), Proof: slices.Clone(v.Proof), Line: v.Line, Steps: v.Steps,
		Label: "speaks of " + c.Readings[0].When.String(), Claims: []int{i},
	}
	for _, pair := range v.Pairs {
		f.References = append(f.References, pair.Reference)
	}
	var seen []article.Span
	for _, n := range c.Citations {
		cite := a.Citations[n]
		if cite.Reference < 0 || slices.Contains(seen, cite.Marker) {
			continue
		}
		seen = append(seen, cite.Marker)
		f.Related = append(f.Related, check.Related{Span: cite.Marker, Label: horizonLabel(&p.Sources[cite.Reference], pairOf(v, cite.Reference))})
	}
	return f
}

func pairOf(v *check.Verdict, reference int) *check.Pair {
	for k := range v.Pairs {
		if v.Pairs[k].Reference == reference {
			return &v.Pairs[k]
		}
	}
	return nil
}

// timeSpan is where the claim's time is read, the claim itself where that is
// not in its own sentence.
func timeSpan(a *article.Article, c *article.Claim) article.Span {
	at := c.Readings[0].Because[0].Span
	if c.Span.Contains(at) || c.Sentence >= 0 && a.Sentences[c.Sentence].Span.Contains(at) {
		return at
	}
	return c.Span
}

// horizonLabel says up to when a source can report, in a few words.
func horizonLabel(s *check.Source, pair *check.Pair) string {
	if pair != nil && slices.Contains(pair.Causes, check.ByAccess) {
		return "last read " + s.Read.String()
	}
	return "published " + s.Published.String()
}

// severityOf is an error where every source is impossible, a warning where a
// doubt remains, and advice where the event was of a kind announced beforehand.
func severityOf(c *article.Claim, v *check.Verdict) check.Severity {
	switch {
	case v.Support == check.Unsupportable:
		return check.Error
	case check.AnnouncedBeforehand(v):
		return check.Info
	}
	return check.Warning
}

// sameCause reports whether two findings rest on the same time words and the
// same markers.
func sameCause(a *article.Article, f, g *check.Finding) bool {
	if !slices.Equal(f.References, g.References) || f.Severity != g.Severity {
		return false
	}
	first, second := &a.Claims[f.Claims[0]], &a.Claims[g.Claims[0]]
	return first.Readings[0].Because[0].Span == second.Readings[0].Because[0].Span &&
		(first.Sentence < 0 || slices.Equal(first.Citations, second.Citations))
}

// provenTogether is how many claims of one finding give their own proof; those
// beyond fail by the same dates, and are named alone.
const provenTogether = 32

// join adds a claim that fails by the same cause to a finding.
func join(f, g *check.Finding) {
	f.Claims = append(f.Claims, g.Claims...)
	if g.Span != f.Span {
		f.Related = append(f.Related, check.Related{Span: g.Span, Label: g.Label})
	}
	if len(f.Claims) > provenTogether {
		return
	}
	for _, r := range g.References {
		if !slices.Contains(f.References, r) {
			f.References = append(f.References, r)
		}
	}
	for _, r := range g.Related {
		if !slices.ContainsFunc(f.Related, func(have check.Related) bool { return have.Span == r.Span }) {
			f.Related = append(f.Related, r)
		}
	}
	place := make([]int, len(g.Proof)) // of g's premises in f's proof
	for i, p := range g.Proof {
		place[i] = slices.IndexFunc(f.Proof, func(have article.Premise) bool { return have == p })
		if place[i] < 0 {
			place[i] = len(f.Proof)
			f.Proof = append(f.Proof, p)
		}
	}
	for _, s := range g.Steps {
		s.Needed = place[s.Needed]
		s.Known = slices.Clone(s.Known)
		for k := range s.Known {
			s.Known[k] = place[s.Known[k]]
		}
		f.Steps = append(f.Steps, s)
	}
}

// prove gives a finding the comparisons that decide it, over its proof, and the
// line they make.
func prove(f *check.Finding, steps ...check.Step) {
	f.Steps = steps
	f.Line = check.Recompute(f.Proof, steps).Line
}

// readAgain is the way out where sources were read too early: read them again,
// or say only what they could know.
func readAgain(p *check.Pass, c *article.Claim) string {
	day := decisiveDay(c)
	if read := latestRead(p, c); !read.IsZero() {
		return fmt.Sprintf("cite a source read on or after %s, or speak of %s", day, monthWords(read))
	}
	return fmt.Sprintf("cite a source that can know of %s", day)
}

// newerSource is the way out where sources are too old.
func newerSource(c *article.Claim) string {
	day := decisiveDay(c)
	words := monthWords(day)
	if day.Day != 1 { // one from the days of that month before it would be too old as well
		words = fmt.Sprintf("%d %s", day.Day, words)
	}
	return fmt.Sprintf("cite a source from %s or later, or correct the date", words)
}

// decisiveDay is the day that a source of a claim has to reach.
func decisiveDay(c *article.Claim) when.Date {
	return check.DecisiveDay(c.Readings[0].When, c.Readings[0].Shape)
}

func latestRead(p *check.Pass, c *article.Claim) when.Date {
	var last when.Date
	for _, n := range c.Citations {
		if ref := p.Article.Citations[n].Reference; ref >= 0 && last.Before(p.Sources[ref].Read) {
			last = p.Sources[ref].Read
		}
	}
	return last
}

func monthWords(d when.Date) string { return fmt.Sprintf("%s %d", d.Month, d.Year) }
