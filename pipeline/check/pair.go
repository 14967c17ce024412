package check

import (
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// plannedLead is how many days ahead an event of a kind that is announced
// beforehand (a release, an inauguration, a match) may be told of by a source:
// within it an older source is advice at most.
const plannedLead = 400

// anyLead is how many days ahead an event of any kind may be told of by a source
// that does not tell how it came out.
const anyLead = 10

const (
	doubtURLDate   = "the publication date is read from the URL alone"
	doubtPlanned   = "such events are announced beforehand"
	doubtLoose     = "the marker may stand behind a later clause alone"
	doubtDangling  = "a marker of the cluster has no entry"
	reasonNoDate   = "the claim gives no time that could be compared"
	reasonNotDone  = "the clause tells a plan, a forecast or an opinion, which an older source can carry"
	reasonNoSource = "the entry gives no date that could be compared"
)

// outcome is a pair under one reading.
type outcome struct {
	verdict PairVerdict
	causes  []Cause
	doubt   string
	line    string
}

// judgePair says whether source s can carry claim c. Where the claim's time has
// several readings it is as good as the best of them.
func judgePair(c *article.Claim, s *Source) Pair {
	p := Pair{Reference: s.Reference, Verdict: Unknown, Confidence: Low}
	if !contradictable(c.Mood) {
		p.Doubt = reasonNotDone
		return p
	}
	if len(c.Readings) == 0 {
		p.Doubt = reasonNoDate
		return p
	}
	best := outcome{verdict: Impossible}
	for k := range c.Readings {
		o := judgeReading(&c.Readings[k], s)
		if k == 0 || leniency(o.verdict) > leniency(best.verdict) {
			best = o
		}
	}
	p.Verdict, p.Causes, p.Doubt, p.Line = best.verdict, best.causes, best.doubt, best.line
	p.Confidence = confidenceOf(best, s)
	return p
}

// contradictable reports whether a source's age can contradict a clause of mood m.
func contradictable(m article.Mood) bool { return m == article.Asserted || m == article.Ongoing }

func leniency(v PairVerdict) int {
	return map[PairVerdict]int{Impossible: 0, Implausible: 1, Unknown: 2, Possible: 3}[v]
}

// decisiveDay is the day that a source must reach to tell of the reading: the
// beginning of a window, the end of a span. The end of "between 2019 and 2025"
// is itself only known to the year, so that its first day counts. The zero Date
// decides nothing.
func decisiveDay(r *article.Reading) when.Date {
	if r.Shape != article.Whole || r.When.To.IsZero() {
		return r.When.From
	}
	from, to := r.When.From, r.When.To
	switch {
	case to == when.Year(to.Year).To && (from.IsZero() || from == when.Year(from.Year).From):
		return when.Year(to.Year).From
	case to == when.Month(to.Year, to.Month).To && (from.IsZero() || from.Day == 1):
		return when.Month(to.Year, to.Month).From
	}
	return to
}

// PublishedBefore reports whether s is a work of its day and that day lies before
// what r speaks of.
func PublishedBefore(s *Source, r *article.Reading) bool {
	last := lastKnowable(s.Published)
	return s.KeptUp == "" && !last.IsZero() && last.Before(decisiveDay(r))
}

func judgeReading(r *article.Reading, s *Source) outcome {
	day := decisiveDay(r)
	if day.IsZero() {
		return outcome{verdict: Unknown, doubt: reasonNoDate}
	}
	readTooEarly := !s.Read.IsZero() && s.Read.AddDays(slackDays).Before(day)
	// A page read in time may have been brought up to a stated "as of" day.
	pageMoved := s.KeptUp != "" || r.Basis == article.ByAsOf && !s.Read.IsZero() && !readTooEarly
	tooOld := !pageMoved && PublishedBefore(s, r)
	o := outcome{verdict: Impossible}
	if readTooEarly {
		o.causes = append(o.causes, ByAccess)
		o.line = fmt.Sprintf("read %s < %s", s.Read, day)
	}
	if tooOld {
		o.causes = append(o.causes, ByPublication)
		if o.line == "" {
			o.line = fmt.Sprintf("published %s < %s", s.Published, day)
		}
		if !s.Stated && !readTooEarly {
			o.doubt = doubtURLDate
		}
	}
	if len(o.causes) == 0 {
		return reachable(day, s, pageMoved)
	}
	switch {
	case r.Doubt != "":
		o.doubt = r.Doubt
	case !r.Outcome && (lead(s, day) <= anyLead || r.Planned && lead(s, day) <= plannedLead) && r.Basis == article.ByWords:
		o.doubt = doubtPlanned
	}
	if o.doubt != "" {
		o.verdict = Implausible
	}
	return o
}

// reachable is the outcome where neither date of the source rules the day out.
func reachable(day when.Date, s *Source, pageMoved bool) outcome {
	narrow := lastKnowable(s.Narrowed)
	switch {
	case !pageMoved && s.Stated && !narrow.IsZero() && narrow.Before(day):
		return outcome{
			verdict: Implausible, causes: []Cause{ByPublication}, doubt: doubtURLDate,
			line: fmt.Sprintf("URL dated %s < %s", s.Narrowed, day),
		}
	case !pageMoved && !s.Published.IsZero(),
		pageMoved && !s.Read.IsZero(),
		s.Published.IsZero() && !s.Read.IsZero():
		return outcome{verdict: Possible}
	}
	return outcome{verdict: Unknown, doubt: reasonNoSource}
}

// lead is how many days before day the source was last able to learn of it: by
// its publication, or, where that came later, by its reading.
func lead(s *Source, day when.Date) int {
	last := s.Published.To
	if last.IsZero() || s.KeptUp != "" || !last.Before(day) {
		last = s.Read
	}
	if last.IsZero() {
		return 0
	}
	return last.DaysUntil(day)
}

func confidenceOf(o outcome, s *Source) Confidence {
	switch o.verdict {
	case Unknown:
		return Low
	case Implausible:
		return Low
	case Possible:
		if s.Stated || !s.Read.IsZero() {
			return Moderate
		}
		return Low
	}
	for _, c := range o.causes {
		if c == ByAccess {
			return High
		}
	}
	if s.Read.IsZero() {
		return High
	}
	return Moderate
}
