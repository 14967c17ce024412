package check

import (
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
)

// Judge compares every claim's time with its sources' dates. It returns what
// each reference's dates say, and one verdict a claim, both in order.
func Judge(a *article.Article) ([]Source, []Verdict) {
	sources := make([]Source, len(a.References))
	for i := range a.References {
		sources[i] = sourceOf(i, &a.References[i])
		sources[i].Enacts = isStatute(a, &a.References[i])
	}
	verdicts := make([]Verdict, len(a.Claims))
	seen := make([]int, len(sources))
	for i := range a.Claims {
		verdicts[i] = judgeClaim(a, i, sources, seen)
	}
	for i := range verdicts {
		loosen(a, verdicts, i)
	}
	for i := range verdicts {
		fold(a, &verdicts[i], sources)
	}
	return sources, verdicts
}

// judgeClaim judges a claim's cluster, as if its markers surely stood behind it.
// In seen it leaves the claim's mark at each source.
func judgeClaim(a *article.Article, i int, sources []Source, seen []int) Verdict {
	c := &a.Claims[i]
	v := Verdict{Claim: i, Reading: -1, Support: Supported}
	if contradictable(c.Mood) && len(c.Readings) > 0 {
		v.Reading = 0
	}
	dangling := false
	for _, n := range c.Citations {
		ref := a.Citations[n].Reference
		if ref < 0 {
			dangling = true
			continue
		}
		if seen[ref] != i+1 {
			seen[ref] = i + 1
			v.Pairs = append(v.Pairs, judgePair(c, &sources[ref]))
		}
	}
	v.Support = supportOf(v.Pairs)
	if dangling && v.Support == Unsupportable {
		v.withhold(doubtDangling)
	}
	return v
}

// supportOf says what sources can do together: one that could carry the claim
// is enough.
func supportOf(pairs []Pair) Support {
	if len(pairs) == 0 {
		return Supported
	}
	support := Unsupportable
	for _, p := range pairs {
		switch p.Verdict {
		case Implausible:
			support = Suspect
		case Possible, Unknown:
			return Supported
		}
	}
	return support
}

// loosen withdraws a decision from a claim whose markers may stand behind a
// later clause alone, unless that clause fails as well.
func loosen(a *article.Article, verdicts []Verdict, i int) {
	c := &a.Claims[i]
	v := &verdicts[i]
	if !c.Loose || v.Support == Supported {
		return
	}
	if c.Through < len(verdicts) && accountedFor(&verdicts[c.Through]) {
		v.withhold(doubtCarried)
		return
	}
	for j := i + 1; v.Support == Unsupportable && j <= c.Through && j < len(verdicts); j++ {
		if verdicts[j].Support != Unsupportable {
			v.withhold(doubtLoose)
		}
	}
}

// accountedFor reports whether a source can carry the time that the claim gives.
func accountedFor(v *Verdict) bool {
	return v.Reading >= 0 && slices.ContainsFunc(v.Pairs, func(p Pair) bool { return p.Verdict == Possible })
}

// CarriedElsewhere reports whether the claim's markers stand behind a later clause
// of its sentence, which has a time of its own that a source can tell of: then
// nothing says that they are meant for this one.
func CarriedElsewhere(v *Verdict) bool { return v.Withheld == doubtCarried }

// withhold takes a decision back: what is impossible by the dates stays suspect.
func (v *Verdict) withhold(doubt string) {
	v.Support, v.Withheld = Suspect, doubt
	for k := range v.Pairs {
		if v.Pairs[k].Verdict == Impossible {
			v.Pairs[k].Verdict, v.Pairs[k].Doubt, v.Pairs[k].Confidence = Implausible, doubt, Low
		}
	}
}

// fold gives the claim its word, the first that fits.
func fold(a *article.Article, v *Verdict, sources []Source) {
	c := &a.Claims[v.Claim]
	v.prove(c, sources)
	byPublication := func(p Pair) bool { return slices.Contains(p.Causes, ByPublication) }
	undecided := func(p Pair) bool { return p.Verdict == Unknown }
	missing := func(n int) bool { return a.Citations[n].Reference < 0 }
	switch {
	case len(c.Citations) == 0:
		v.say(Uncited, High, "No marker stands behind the claim.")
	case slices.ContainsFunc(c.Citations, missing):
		v.say(NeedsReview, High, "A marker behind the claim has no entry in the reference list.")
	case v.Support == Unsupportable && all(v.Pairs, byPublication):
		v.say(SourcePredatesEvent, v.least(), "Every cited source was published before the time the claim speaks of.")
	case v.Support == Unsupportable:
		v.say(AccessedBeforeEvent, v.least(), "Every cited source was read or published before the time the claim speaks of.")
	case v.Support == Suspect:
		v.say(NeedsReview, Low, "No cited source seems able to carry the claim, but "+v.Pairs[v.firstDoubt()].Doubt+".")
	case len(c.Readings) > 1 || openReading(c):
		v.say(NeedsReview, Low, "The time the claim speaks of can be read in more than one way.")
	case all(v.Pairs, undecided):
		v.say(DateUnknown, Low, sentence(v.Pairs[0].Doubt))
	default:
		v.say(Consistent, v.best(), "At least one cited source could know of the time the claim speaks of.")
	}
}

// openReading reports whether the claim's clause cannot be contradicted but its
// office or administration can be read as two terms, which only a reader can settle.
func openReading(c *article.Claim) bool {
	return !contradictable(c.Mood) && len(c.Readings) == 1 && c.Readings[0].Basis == article.ByTenure && len(c.Dropped) > 0
}

func (v *Verdict) say(w Word, c Confidence, reason string) {
	v.Word, v.Confidence, v.Reason = w, c, reason
}

func sentence(words string) string {
	if words == "" {
		return ""
	}
	return strings.ToUpper(words[:1]) + words[1:] + "."
}

func (v *Verdict) firstDoubt() int {
	return max(0, slices.IndexFunc(v.Pairs, func(p Pair) bool { return p.Doubt != "" }))
}

var confidences = []Confidence{Low, Moderate, High}

// least is the weakest confidence among the pairs: a cluster fails only as surely
// as its strongest member does.
func (v *Verdict) least() Confidence {
	least := len(confidences) - 1
	for _, p := range v.Pairs {
		least = min(least, slices.Index(confidences, p.Confidence))
	}
	return confidences[least]
}

// best is the strongest confidence among the pairs that are possible.
func (v *Verdict) best() Confidence {
	best := 0
	for _, p := range v.Pairs {
		if p.Verdict == Possible {
			best = max(best, slices.Index(confidences, p.Confidence))
		}
	}
	return confidences[best]
}

// prove collects what the verdict rests on: the claim's time with every reading
// dropped, each source's dates, and the comparisons between them.
func (v *Verdict) prove(c *article.Claim, sources []Source) {
	var readingAt []int
	for _, r := range c.Readings {
		readingAt = append(readingAt, len(v.Proof))
		v.Proof = append(v.Proof, spoken(&r))
		v.Proof = append(v.Proof, r.Because[1:]...)
	}
	for _, r := range c.Dropped {
		for _, p := range r.Because {
			p.Dropped = true
			v.Proof = append(v.Proof, p)
		}
	}
	var lines []string
	for _, p := range v.Pairs {
		s := &sources[p.Reference]
		if v.Reading >= 0 {
			for k := range c.Readings {
				v.Steps = append(v.Steps, v.placed(stepsOf(&c.Readings[k], s, k, readingAt[k]), len(v.Proof))...)
			}
		}
		v.Proof = append(v.Proof, s.Because...)
		if p.Line != "" && !slices.Contains(lines, p.Line) {
			lines = append(lines, p.Line)
		}
	}
	if v.Support != Supported {
		v.Line = strings.Join(lines, "; ")
	}
	v.solve()
}

// placed makes a source's comparisons those of the verdict, in whose proof the
// source's premises begin at an index.
func (v *Verdict) placed(steps []Step, at int) []Step {
	for i := range steps {
		steps[i].Claim = v.Claim
		if steps[i].Doubt == "" {
			steps[i].Doubt = v.Withheld
		}
		for k := range steps[i].Known {
			steps[i].Known[k] += at
		}
	}
	return steps
}

func all(pairs []Pair, ok func(Pair) bool) bool {
	for _, p := range pairs {
		if !ok(p) {
			return false
		}
	}
	return len(pairs) > 0
}

// Narrowest returns the basis of the claim's time, which names the rule that speaks.
func Narrowest(c *article.Claim) article.Basis {
	if len(c.Readings) == 0 {
		return ""
	}
	return c.Readings[0].Basis
}

// SourceLabel returns how an entry is named to a reader: "[3]", or its place in
// an unnumbered list.
func SourceLabel(r *article.Reference, index int) string {
	if r.Label.IsZero() {
		return fmt.Sprintf("entry %d", index+1)
	}
	return "[" + r.Label.Text + "]"
}

// AnnouncedBeforehand reports whether all that speaks for a source that fails is
// that such an event is announced ahead, so that a finding is advice at most.
func AnnouncedBeforehand(v *Verdict) bool {
	return all(v.Pairs, func(p Pair) bool { return p.Doubt == doubtPlanned || p.Verdict == Impossible }) && v.Support == Suspect
}
