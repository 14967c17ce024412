package check

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// What the left side of a [Step] is called in its line.
const (
	StepRead      = "read"      // the last reading of a source: the line gives its day alone
	StepPublished = "published" // the date its entry states, or its URL alone
	StepURL       = "URL dated" // what the URL's date leaves of a stated one
)

// Step is one comparison of a proof: up to when something is known, against when
// it would have to be. It points to its premises by their indexes in the proof,
// and [Recompute] repeats it from them without the article.
type Step struct {
	Claim     int // the claim that is compared, -1 for none
	Reference int // the source it is compared with, -1 for none alone
	Reading   int // which alternative of the claim's time

	What  string // how the line calls the left side
	Known []int  // premises; none: the source has no date to compare
	Meet  bool   // they narrow one another; else all that any of them allows counts

	Needed int           // the premise that has to be reached
	Shape  article.Shape // whether at its beginning or at its end

	Slack  int // days by which the left side may lie earlier and still reach it
	Months int // calendar months likewise

	// Ahead is how many days ahead such a thing may be announced: a left side
	// that falls short by no more leaves a doubt. 0 where nothing is announced.
	Ahead int
	// Doubt is what, beside the premises, keeps the step from deciding.
	Doubt string
}

// Conclusion is what the steps of one claim come to.
type Conclusion struct {
	Pairs   []Pair // one a source, in the order of the steps
	Support Support
	Holds   bool   // every step that stands for no source alone is true
	Line    string // the inequalities that decide
}

// Recompute comes to a conclusion from premises and steps alone. A verdict's own
// Proof and Steps give its pairs, its support and its line again; so do a
// finding's, for each claim it is about.
func Recompute(proof []article.Premise, steps []Step) Conclusion {
	out := Conclusion{Holds: true}
	var lines []string
	say := func(line string) {
		if line != "" && !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	for rest := steps; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].Reference == rest[0].Reference {
			n++
		}
		if rest[0].Reference < 0 {
			for _, s := range rest[:n] {
				out.Holds = out.Holds && s.holds(proof)
				say(s.line(proof))
			}
		} else {
			p := pairOf(proof, rest[:n])
			out.Pairs = append(out.Pairs, p)
			say(p.Line)
		}
		rest = rest[n:]
	}
	out.Support = supportOf(out.Pairs)
	out.Line = strings.Join(lines, "; ")
	return out
}

// pairOf concludes on one source: it is as good as under the best reading of the
// claim's time.
func pairOf(proof []article.Premise, steps []Step) Pair {
	var best outcome
	for k := 0; k < len(steps); {
		n := k + 1
		for n < len(steps) && steps[n].Reading == steps[k].Reading {
			n++
		}
		if o := conclude(proof, steps[k:n]); k == 0 || leniency(o.verdict) > leniency(best.verdict) {
			best = o
		}
		k = n
	}
	return Pair{
		Reference: steps[0].Reference, Verdict: best.verdict, Confidence: best.confidence(proof, steps),
		Causes: best.causes, Doubt: best.doubt, Line: best.line,
	}
}

// outcome is a pair under one reading.
type outcome struct {
	verdict PairVerdict
	causes  []Cause // why it is not possible
	doubt   string
	line    string
}

// conclude weighs all the steps of one source under one reading: it can carry
// the claim unless one of them is true.
func conclude(proof []article.Premise, steps []Step) outcome {
	o := outcome{verdict: Possible}
	var last *Step
	for i := range steps {
		s := &steps[i]
		if len(s.Known) == 0 {
			return outcome{verdict: Unknown, doubt: s.Doubt}
		}
		if !s.holds(proof) || s.What == StepURL && last != nil {
			continue
		}
		if last == nil {
			o.line = s.line(proof)
			if s.inferred(proof) {
				o.doubt = doubtURLDate
			}
		}
		last = s
		o.causes = append(o.causes, s.cause())
	}
	if last == nil {
		return o
	}
	o.verdict = Impossible
	switch needed := proof[last.Needed]; {
	case last.Ahead > 0 && last.known(proof).To.DaysUntil(DecisiveDay(needed.When, last.Shape)) <= last.Ahead:
		o.doubt = doubtPlanned
	case needed.Doubt != "":
		o.doubt = needed.Doubt
	case o.doubt == "":
		o.doubt = last.Doubt
	}
	if o.doubt != "" {
		o.verdict = Implausible
	}
	return o
}

// confidence says how sure the outcome is, given all that is compared.
func (o outcome) confidence(proof []article.Premise, steps []Step) Confidence {
	read := slices.ContainsFunc(steps, func(s Step) bool { return s.What == StepRead })
	switch o.verdict {
	case Possible:
		stated := func(n int) bool { return proof[n].How == "stated" }
		if slices.ContainsFunc(steps, func(s Step) bool { return slices.ContainsFunc(s.Known, stated) }) {
			return Moderate
		}
	case Impossible:
		// What was read later may have been brought up to date since.
		if !read || slices.Contains(o.causes, ByAccess) {
			return High
		}
		return Moderate
	}
	return Low
}

func (s *Step) cause() Cause {
	if s.What == StepRead {
		return ByAccess
	}
	return ByPublication
}

// inferred reports whether a date in a URL is needed for the step.
func (s *Step) inferred(proof []article.Premise) bool {
	return s.Meet || !slices.ContainsFunc(s.Known, func(n int) bool { return proof[n].How != howURL })
}

// known is what the premises on the left side allow together.
func (s *Step) known(proof []article.Premise) when.Interval {
	all := proof[s.Known[0]].When
	for _, n := range s.Known[1:] {
		if s.Meet {
			all, _ = all.Intersect(proof[n].When)
		} else {
			all = all.Hull(proof[n].When)
		}
	}
	return all
}

// holds reports whether the left side surely lies too early.
func (s *Step) holds(proof []article.Premise) bool {
	last, day := s.known(proof).To, DecisiveDay(proof[s.Needed].When, s.Shape)
	return !last.IsZero() && !day.IsZero() && monthsLater(last, s.Months).AddDays(s.Slack).Before(day)
}

// line is the step as arithmetic: "read 2025-01-15 < 2025-05-01".
func (s *Step) line(proof []article.Premise) string {
	known := s.known(proof)
	left := s.What + " " + known.String()
	if s.What == StepRead {
		left = s.What + " " + known.To.String()
	}
	if s.Months > 0 {
		left += fmt.Sprintf(" + %d months", s.Months)
	}
	if s.Slack > SlackDays {
		left += fmt.Sprintf(" + %d days", s.Slack)
	}
	return fmt.Sprintf("%s < %s", left, DecisiveDay(proof[s.Needed].When, s.Shape))
}

// monthsLater returns the same day n months on, or the last day of that month
// where it has none of that number.
func monthsLater(d when.Date, n int) when.Date {
	month := int(d.Month) - 1 + n
	there := when.Month(d.Year+month/12, time.Month(month%12+1))
	return when.Date{Year: there.To.Year, Month: there.To.Month, Day: min(d.Day, there.To.Day)}
}
