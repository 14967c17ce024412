package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// proof ends the premises of each cause in the inequality that decides it.
func (w findingWriter) proof(members []check.Finding, causes [][]int, family string) string {
	var proofs []string
	for _, c := range causes[:min(len(causes), provedCauses)] {
		about := ""
		if len(causes) > 1 {
			about = w.about(members[c[0]])
		}
		if proof := w.cause(members, c, about); proof != "" {
			proofs = append(proofs, proof)
		}
	}
	if more := len(causes) - provedCauses; more > 0 && len(proofs) > 0 {
		where := "sources"
		if len(members[0].Claims) > 0 {
			where = "claims"
		}
		proofs = append(proofs, fmt.Sprintf("%s in the same way; the dates stand in the table of %s.", pluralWord(more, "The other follows", fmt.Sprintf("The other %d follow", more)), where))
	}
	if words := w.confidence(members); words != "" && family == "temporal" {
		proofs = append(proofs, words)
	}
	return strings.Join(proofs, " ")
}

// provedCauses is how many causes of one finding are proved one by one.
const provedCauses = 3

// speaks begins the premise that a claim's own words give.
const speaks = "speaks of "

// cause proves what the members at these indexes have in common. About names them
// where there are others.
func (w findingWriter) cause(members []check.Finding, at []int, about string) string {
	var premises []article.Premise
	for _, i := range at {
		premises = append(premises, members[i].Proof...)
	}
	var facts []string
	for _, p := range premises {
		if entryAround(w.a, p.Span) < 0 {
			facts = append(facts, premiseTold(p))
		}
	}
	facts = distinct(facts)
	ofOneClaim := len(at) == 1 && len(members[at[0]].Claims) == 1
	for i, fact := range facts {
		if !strings.HasPrefix(fact, speaks) {
			continue
		}
		subject := "the text "
		if i == 0 && about != "" && ofOneClaim {
			subject, about = about+" ", ""
		}
		facts[i] = subject + fact
	}
	proof := proofWords(fewOf(facts, few, "; "), datesInWords(strings.TrimPrefix(quoted(members[at[0]].Line, 400), speaks)))
	if proof != "" && about != "" {
		return about + ": " + proof
	}
	return proof
}

// about names what a finding is about: its claims, or its sources.
func (w findingWriter) about(f check.Finding) string {
	var names []string
	for _, c := range f.Claims {
		names = append(names, claimID(c))
	}
	if len(names) == 0 {
		for _, ref := range f.References {
			names = append(names, label(w.a, ref))
		}
	}
	return cmp.Or(listWords(names), fmt.Sprintf("Line %d", w.index.Locate(f.Span.Start).Line))
}

// premiseTold writes a dated fact with the words it was read from: "speaks of
// “mid-2025”: May to August 2025".
func premiseTold(p article.Premise) string {
	time := timeWords(p.When)
	if p.Dropped {
		return "the reading " + time + howRead(p) + " is left out" + prefixed(": ", p.Doubt)
	}
	words := p.What
	if p.Words != "" {
		words += " “" + quoted(p.Words, 80) + "”"
	}
	if tells(p.Words, time) {
		time = ""
	}
	return words + prefixed(": ", time) + howRead(p) + prefixed(", though ", p.Doubt)
}

// proofWords ends premises in the inequality that decides.
func proofWords(premises, line string) string {
	switch {
	case line == "":
		return sentenceCase(premises)
	case premises == "":
		return sentenceCase(line)
	}
	return sentenceCase(premises) + " Hence " + line + "."
}

// confidence says the least that the pairs behind each finding deserve; empty for
// findings that rest on no pair.
func (w findingWriter) confidence(members []check.Finding) string {
	order := []check.Confidence{check.Low, check.Moderate, check.High}
	lowest, highest := len(order), -1
	for _, f := range members {
		least := len(order)
		for _, c := range f.Claims {
			for _, p := range w.r.Verdicts[c].Pairs {
				if len(p.Causes) > 0 && slices.Contains(f.References, p.Reference) {
					least = min(least, slices.Index(order, p.Confidence))
				}
			}
		}
		if least >= 0 && least < len(order) {
			lowest, highest = min(lowest, least), max(highest, least)
		}
	}
	switch {
	case highest < 0:
		return ""
	case lowest == highest:
		return "Confidence is " + string(order[lowest]) + "."
	}
	return fmt.Sprintf("Confidence is %s to %s.", order[lowest], order[highest])
}
