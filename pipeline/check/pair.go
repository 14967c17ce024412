package check

import (
	"slices"

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
	doubtCarried   = "the marker may stand behind a later clause, whose time the source can tell of"
	doubtTouching  = "the source is from the year before, and neither is dated to the day"
	doubtDangling  = "a marker of the cluster has no entry"
	reasonNoDate   = "the claim gives no time that could be compared"
	reasonNotDone  = "the clause tells a plan, a forecast or an opinion, which an older source can carry"
	reasonEnacted  = "a law sets days ahead of its own"
	reasonNoSource = "the entry gives no date that could be compared"
)

// judgePair says whether source s can carry claim c. Where the claim's time has
// several readings it is as good as the best of them.
func judgePair(c *article.Claim, s *Source) Pair {
	p := Pair{Reference: s.Reference, Verdict: Unknown, Confidence: Low}
	switch {
	case !contradictable(c.Mood):
		p.Doubt = reasonNotDone
	case len(c.Readings) == 0:
		p.Doubt = reasonNoDate
	default:
		proof, steps := compare(c, s)
		p = pairOf(proof, steps)
	}
	return p
}

// compare sets each reading of the claim's time against each date of the source.
// The proof begins with what the source says of its dates.
func compare(c *article.Claim, s *Source) ([]article.Premise, []Step) {
	proof := slices.Clip(s.Because)
	var steps []Step
	for k := range c.Readings {
		steps = append(steps, stepsOf(&c.Readings[k], s, k, len(proof))...)
		proof = append(proof, spoken(&c.Readings[k]))
	}
	return proof, steps
}

// spoken is the premise that gives a reading its time, with the reading's doubt.
func spoken(r *article.Reading) article.Premise {
	p := r.Because[0]
	if p.Doubt == "" {
		p.Doubt = r.Doubt
	}
	return p
}

// contradictable reports whether a source's age can contradict a clause of mood m.
func contradictable(m article.Mood) bool { return m == article.Asserted || m == article.Ongoing }

func leniency(v PairVerdict) int {
	return map[PairVerdict]int{Impossible: 0, Implausible: 1, Unknown: 2, Possible: 3}[v]
}

// DecisiveDay is the day that a source must reach to tell of iv: the beginning of
// a window, the end of a span. The end of "between 2019 and 2025" is itself only
// known to the year, so that its first day counts. The zero Date decides nothing.
func DecisiveDay(iv when.Interval, shape article.Shape) when.Date {
	from, to := iv.From, iv.To
	if shape != article.Whole || to.IsZero() {
		return from
	}
	switch {
	case to == when.Year(to.Year).To && (from.IsZero() || from == when.Year(from.Year).From):
		return when.Year(to.Year).From
	case to == when.Month(to.Year, to.Month).To && (from.IsZero() || from.Day == 1):
		return when.Month(to.Year, to.Month).From
	}
	return to
}

// PublishedBefore reports whether s is a work of its day and that day lies before
// what r speaks of, with the proof of it.
func PublishedBefore(s *Source, r *article.Reading) (proof []article.Premise, steps []Step, ok bool) {
	if s.KeptUp != "" || s.Published.To.IsZero() || DecisiveDay(r.When, r.Shape).IsZero() {
		return nil, nil, false
	}
	proof = append(slices.Clip(s.Because), spoken(r))
	step := Step{Claim: -1, Reference: -1, What: StepPublished, Known: s.DatedBy(), Needed: len(proof) - 1, Shape: r.Shape, Slack: slackDays}
	return proof, []Step{step}, step.holds(proof)
}

// stepsOf compares a reading of a claim's time, which stands in the proof at
// needed, with the dates of s: the reading day whatever the work is; the
// publication where the work is of its day. A page read in time may have been
// brought up to a stated "as of" day.
func stepsOf(r *article.Reading, s *Source, reading, needed int) []Step {
	base := Step{Claim: -1, Reference: s.Reference, Reading: reading, Needed: needed, Shape: r.Shape, Slack: slackDays, Ahead: announcedAhead(r)}
	day := DecisiveDay(r.When, r.Shape)
	if day.IsZero() {
		base.Doubt = reasonNoDate
		return []Step{base}
	}
	var steps []Step
	step := func(what string, meet bool, known []int) {
		one := base
		one.What, one.Meet, one.Known = what, meet, known
		steps = append(steps, one)
	}
	readings := s.premises(isReading)
	readTooEarly := len(readings) > 0 && s.Read.AddDays(slackDays).Before(day)
	if len(readings) > 0 {
		step(StepRead, false, readings)
	}
	if s.Enacts && r.Basis == article.ByWords {
		base.Ahead = statuteLead(r)
		if r.Planned && len(steps) == 0 && s.Published.To.DaysUntil(day) <= base.Ahead {
			base.Doubt = reasonEnacted
			return []Step{base}
		}
	}
	if s.KeptUp == "" && !s.Published.IsZero() && !(s.Foretells && r.Basis == article.ByHead) && (r.Basis != article.ByAsOf || len(readings) == 0 || readTooEarly) {
		step(StepPublished, false, s.DatedBy())
		if yearBefore(s, r) {
			last := &steps[len(steps)-1]
			last.Slack, last.Doubt = 0, doubtTouching
			if !r.Planned {
				last.Ahead = 0
			}
		}
		if s.Stated && !s.Narrowed.IsZero() {
			step(StepURL, true, s.premises(isPublication))
		}
	}
	if len(steps) == 0 {
		base.Doubt = reasonNoSource
		return []Step{base}
	}
	return steps
}

// yearBefore reports whether s is of no more than a year, and what r speaks of
// begins with the next, also not to the day. Time zones do not part the two, but
// a book may carry the year before the one it came out in.
func yearBefore(s *Source, r *article.Reading) bool {
	p, day := s.Published, DecisiveDay(r.When, r.Shape)
	return s.Stated && p == when.Year(p.To.Year) && day == when.Year(p.To.Year+1).From && !r.When.IsDay() && !r.When.To.IsZero()
}

// announcedAhead is how many days ahead what r tells of may be announced; 0 for
// an outcome, and for what is dated by more than its own words.
func announcedAhead(r *article.Reading) int {
	switch {
	case r.Outcome || r.Basis != article.ByWords:
		return 0
	case r.Planned:
		return plannedLead
	}
	return anyLead
}
