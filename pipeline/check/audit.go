package check

import (
	"fmt"
	"reflect"
)

// Audit recomputes every proof of a result, from its premises and steps alone,
// and says which do not come out as they were reported. A sound engine leaves
// nothing to say.
func Audit(r *Result) []string {
	var wrong []string
	for i := range r.Verdicts {
		v := &r.Verdicts[i]
		if len(v.Steps) == 0 {
			continue
		}
		again := Recompute(v.Proof, v.Steps)
		if !reflect.DeepEqual(again.Pairs, v.Pairs) || again.Support != v.Support || v.Support != Supported && again.Line != v.Line {
			wrong = append(wrong, fmt.Sprintf("claim %d is %s by %q, recomputed %s by %q", i, v.Support, v.Line, again.Support, again.Line))
		}
	}
	for i := range r.Findings {
		if f := &r.Findings[i]; len(f.Steps) > 0 {
			wrong = append(wrong, auditFinding(r, f)...)
		}
	}
	return wrong
}

func auditFinding(r *Result, f *Finding) []string {
	var wrong []string
	said := false // the line of a finding on several claims is that of one
	for rest := f.Steps; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].Claim == rest[0].Claim {
			n++
		}
		again := Recompute(f.Proof, rest[:n])
		said = said || again.Line == f.Line
		if !again.Holds {
			wrong = append(wrong, fmt.Sprintf("%s rests on %q, which is not true", f.Rule, again.Line))
		}
		if claim := rest[0].Claim; len(again.Pairs) > 0 && !reflect.DeepEqual(again.Pairs, r.Verdicts[claim].Pairs) {
			wrong = append(wrong, fmt.Sprintf("%s has pairs %+v of claim %d, recomputed %+v", f.Rule, r.Verdicts[claim].Pairs, claim, again.Pairs))
		}
		rest = rest[n:]
	}
	if !said {
		wrong = append(wrong, fmt.Sprintf("%s rests on %q, which no claim of it comes to", f.Rule, f.Line))
	}
	return wrong
}
