package check

import (
	"math/bits"
	"slices"

	"citevet/pipeline/article"
)

// solve says which members of the cluster may carry the claim and, where none
// may, which premises are enough to show it.
func (v *Verdict) solve() {
	for _, p := range v.Pairs {
		if p.Verdict == Possible || p.Verdict == Unknown {
			v.Carriers = append(v.Carriers, p.Reference)
		}
	}
	if v.Support == Supported {
		return
	}
	core := map[int]bool{}
	for rest := v.Steps; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].Reference == rest[0].Reference {
			n++
		}
		for _, s := range rest[:n] {
			core[s.Needed] = true
		}
		for _, k := range enough(v.Proof, rest[:n]) {
			core[k] = true
		}
		rest = rest[n:]
	}
	for k := range v.Proof {
		if core[k] {
			v.Core = append(v.Core, k)
		}
	}
}

// enough returns the fewest premises on one source that rule it out as surely as
// all of them do; of equally few the first. A source has four dates at most, so
// every choice is tried.
func enough(proof []article.Premise, steps []Step) []int {
	var all []int
	for _, s := range steps {
		for _, k := range s.Known {
			if !slices.Contains(all, k) {
				all = append(all, k)
			}
		}
	}
	want := leniency(pairOf(proof, steps).Verdict)
	best := all
	for choice := 1; choice < 1<<len(all)-1; choice++ {
		if bits.OnesCount(uint(choice)) >= len(best) {
			continue
		}
		var chosen []int
		for i, k := range all {
			if choice&(1<<i) != 0 {
				chosen = append(chosen, k)
			}
		}
		if rest := knowing(proof, steps, chosen); rest != nil && leniency(pairOf(proof, rest).Verdict) <= want {
			best = chosen
		}
	}
	return best
}

// knowing returns the steps as they stand on the chosen premises alone; nil where
// one reading would be left without any.
func knowing(proof []article.Premise, steps []Step, chosen []int) []Step {
	var left []Step
	readings := 0
	for i, s := range steps {
		if i == 0 || s.Reading != steps[i-1].Reading {
			readings++
		}
		whole := s
		s.Known = slices.DeleteFunc(slices.Clone(s.Known), func(k int) bool { return !slices.Contains(chosen, k) })
		// A later date of the same kind may not be left aside, nor half of two
		// that narrow one another.
		if len(s.Known) == 0 || s.Meet && len(s.Known) < len(whole.Known) || s.known(proof).To != whole.known(proof).To {
			continue
		}
		left = append(left, s)
	}
	for i := range left {
		if i == 0 || left[i].Reading != left[i-1].Reading {
			readings--
		}
	}
	if readings > 0 {
		return nil
	}
	return left
}
