package brief

import (
	"cmp"
	"fmt"
	"slices"

	"citevet/pipeline/check"
)

// keyFindings is how many findings are told at length.
const keyFindings = 7

// Finding is what one sentence tells, with every place it is true of.
type Finding struct {
	ID       string // "F1", by consequence
	Rule     string
	Severity check.Severity
	Decision bool

	Message  string // a sentence
	Expected string
	Stands   string // what the article has instead, empty where the places say it
	Matters  string
	Proof    string // the dates it rests on, and the inequality that decides
	Mend     string

	Places  []Place
	Claims  []string // IDs
	Sources []string // labels
}

// Tone returns the colour and glyph that a finding is marked with.
func (f Finding) Tone() Tone {
	return [...]Tone{check.Info: ToneNote, check.Warning: ToneReview, check.Error: ToneConflict}[f.Severity]
}

// Grade returns the finding's severity in words.
func (f Finding) Grade() string {
	if f.Decision {
		return "decision"
	}
	return f.Severity.String()
}

// gradeWords is the grade as the counts of a briefing name it.
func (f Finding) gradeWords() string {
	if f.Severity == check.Info {
		return "note"
	}
	return f.Grade()
}

// toldWords says that there are more findings than the briefing numbers, empty
// where it numbers each.
func toldWords(b Briefing) string {
	if len(b.Findings) == 0 || b.Counts.Places == len(b.Findings) {
		return ""
	}
	return fmt.Sprintf("%s told as %d: what one sentence says of several places stands together.",
		plural(b.Counts.Places, "finding")+" "+pluralWord(b.Counts.Places, "is", "are"), len(b.Findings))
}

// causeOf is equal for findings that one mend would answer.
func causeOf(f check.Finding) string {
	return fmt.Sprintf("%s\x00%s\x00%v", sentenceOf(f), f.Line, f.References)
}

// sentenceOf is equal for findings that one sentence tells.
func sentenceOf(f check.Finding) string {
	return fmt.Sprintf("%s\x00%d\x00%t\x00%s", f.Rule, f.Severity, f.Decision, f.Message)
}

// groups returns the indexes of findings by cause, the gravest cause first and
// within one severity the earliest.
func groups(findings []check.Finding) [][]int { return groupsBy(findings, causeOf) }

// told returns the indexes of findings by the sentence that tells them, in the
// order of [groups]: of forty claims that outrun their sources a reader is told
// once, with forty places.
func told(findings []check.Finding) [][]int { return groupsBy(findings, sentenceOf) }

func groupsBy(findings []check.Finding, key func(check.Finding) string) [][]int {
	var order [][]int
	at := map[string]int{}
	for i, f := range findings {
		k := key(f)
		g, ok := at[k]
		if !ok {
			g = len(order)
			at[k] = g
			order = append(order, nil)
		}
		order[g] = append(order[g], i)
	}
	for _, g := range order {
		slices.SortStableFunc(g, func(x, y int) int { return cmp.Compare(findings[x].Span.Start, findings[y].Span.Start) })
	}
	slices.SortStableFunc(order, func(x, y []int) int {
		f, g := findings[x[0]], findings[y[0]]
		return cmp.Or(boolFirst(f.Decision, g.Decision), cmp.Compare(g.Severity, f.Severity), cmp.Compare(f.Span.Start, g.Span.Start))
	})
	return order
}

func boolFirst(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return -1
	}
	return 1
}

func findingsOf(r check.Result) []Finding {
	w := newFindingWriter(r)
	var out []Finding
	for n, group := range told(r.Findings) {
		members := make([]check.Finding, len(group))
		for i, at := range group {
			members[i] = r.Findings[at]
		}
		out = append(out, w.write(fmt.Sprintf("F%d", n+1), members))
	}
	return out
}

// findingParts returns what is said of a finding, in the order of every format;
// what is not known is left out.
func findingParts(f Finding) []part {
	var parts []part
	for _, p := range []part{
		{"Expected", f.Expected}, {"Stands there", f.Stands}, {"Why it matters", f.Matters}, {"Proof", f.Proof}, {"Mend", f.Mend},
	} {
		if p.Text != "" {
			parts = append(parts, p)
		}
	}
	return parts
}
