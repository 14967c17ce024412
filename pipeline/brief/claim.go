package brief

import (
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// Claim is one row of the claim table.
type Claim struct {
	ID         string // "C5"
	Line       int    // of the input, from 1
	Quote      string
	Time       string // what it speaks of, empty where nothing says
	Found      string // how that was found: "words “mid-2025”"
	Sources    []SourceRef
	Word       check.Word
	Confidence check.Confidence
	Reason     string
	Proof      string // the inequality that decides, empty where none does
	Findings   []string
}

// SourceRef names a source and says what its dates can carry of one claim.
type SourceRef struct {
	Label   string
	Verdict check.PairVerdict
	Line    string
}

func claimID(i int) string { return fmt.Sprintf("C%d", i+1) }

func claimsOf(r check.Result, findings []Finding) []Claim {
	a := r.Article
	index := article.NewIndex(&a.Document)
	byClaim := map[string][]string{}
	for _, f := range findings {
		for _, id := range f.Claims {
			byClaim[id] = append(byClaim[id], f.ID)
		}
	}
	claims := make([]Claim, 0, len(r.Verdicts))
	for _, v := range r.Verdicts {
		c := &a.Claims[v.Claim]
		out := Claim{
			ID: claimID(v.Claim), Line: index.Locate(c.Span.Start).Line,
			Quote: quoted(a.Words(c.Span), 900),
			Word:  v.Word, Confidence: v.Confidence, Reason: reasonOf(v), Proof: v.Line,
			Findings: byClaim[claimID(v.Claim)],
		}
		out.Time, out.Found = spokenOf(c, v.Reading)
		for _, p := range v.Pairs {
			out.Sources = append(out.Sources, SourceRef{label(a, p.Reference), p.Verdict, p.Line})
		}
		claims = append(claims, out)
	}
	return claims
}

// reasonOf leaves out a reason that says what the verdict says.
func reasonOf(v check.Verdict) string {
	if v.Word == check.Uncited {
		return ""
	}
	return v.Reason
}

// spokenOf returns the time a claim speaks of and how it was found.
func spokenOf(c *article.Claim, reading int) (time, found string) {
	if reading < 0 || reading >= len(c.Readings) {
		reading = 0
	}
	if len(c.Readings) == 0 {
		if c.Present {
			return "the time of writing", "“" + quoted(c.Cue.Text, 40) + "”"
		}
		return "", ""
	}
	r := c.Readings[reading]
	time = timeWords(r.When)
	if len(c.Readings) > 1 {
		var all []string
		for _, r := range c.Readings {
			all = append(all, timeWords(r.When))
		}
		time = strings.Join(all, ", or ")
	}
	found = string(r.Basis)
	for _, p := range r.Because {
		if p.Words != "" {
			if strings.HasPrefix(strings.ToLower(p.Words), found) {
				found = ""
			}
			return time, strings.TrimSpace(found + " “" + quoted(p.Words, 60) + "”")
		}
	}
	return time, found
}

// confidence is empty where a verdict rests on no date.
func (c Claim) confidence() string {
	if c.Word == check.Uncited {
		return ""
	}
	return string(c.Confidence)
}

func spokenWords(c Claim) string {
	if c.Time == "" {
		return ""
	}
	return c.Time + prefixed(", by ", c.Found)
}

// sourceRefs writes a claim's sources, each that cannot carry it with its sign.
func sourceRefs(refs []SourceRef) string {
	var words []string
	for _, r := range refs {
		sign := map[check.PairVerdict]string{check.Impossible: " ✗", check.Implausible: " !"}[r.Verdict]
		words = append(words, r.Label+sign)
	}
	return strings.Join(words, " ")
}
