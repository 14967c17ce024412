package brief

import (
	"cmp"
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
	Where      string // the heads of the table's cell it stands in, empty outside tables
	Time       string // what it speaks of, empty where nothing says
	Found      string // how that was found: "tenure “under Senator X”"; empty where the time is as written
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

// Tone returns how a report marks what the source can carry of the claim.
func (s SourceRef) Tone() Tone {
	switch s.Verdict {
	case check.Impossible:
		return ToneConflict
	case check.Implausible:
		return ToneReview
	}
	return ToneUnknown
}

// Failed reports whether the source cannot carry the claim, or hardly.
func (s SourceRef) Failed() bool { return s.Tone() != ToneUnknown }

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
			Quote: quoted(a.Words(c.Span), 900), Where: headsOf(a, c.Span),
			Word: v.Word, Confidence: v.Confidence, Reason: reasonOf(r, v), Proof: decidingLine(r, v),
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

// headsOf returns the heads of the cell that a claim stands in; a row without a
// head goes by its first cell.
func headsOf(a *article.Article, claim article.Span) string {
	at := blockAround(a, claim)
	if at < 0 || a.Blocks[at].Table == 0 {
		return ""
	}
	row, column := a.Blocks[at].RowHead, a.Blocks[at].ColumnHead
	if row < 0 {
		row = blockAround(a, article.Span{Start: rowAround(a, claim).Start, End: rowAround(a, claim).Start})
	}
	var heads []string
	for _, head := range []int{row, column} {
		if head >= 0 && head != at {
			heads = append(heads, quoted(a.Words(a.Blocks[head].Span), 60))
		}
	}
	return strings.Join(heads, " · ")
}

// reasonOf says why a claim has its verdict, where the verdict does not say it.
func reasonOf(r check.Result, v check.Verdict) string {
	switch v.Word {
	case check.Uncited:
		return ""
	case check.Consistent:
		return cmp.Or(carriedBy(r, v), v.Reason)
	}
	return v.Reason
}

// carriedBy names the first source that can tell of a claim, with the date that
// shows it: its publication, else its reading.
func carriedBy(r check.Result, v check.Verdict) string {
	day := claimDay(r, v.Claim)
	if day.IsZero() {
		return ""
	}
	for _, of := range []func(check.Source) string{
		func(s check.Source) string {
			if s.Published.To.Before(day) || !s.Stated {
				return ""
			}
			return "published " + timeWords(s.Published)
		},
		func(s check.Source) string {
			if s.Read.Before(day) {
				return ""
			}
			return "read " + dayWords(s.Read)
		},
		func(s check.Source) string { return prefixed("kept up to date: ", s.KeptUp) },
	} {
		for _, p := range v.Pairs {
			if words := of(r.Sources[p.Reference]); p.Verdict == check.Possible && words != "" {
				return label(r.Article, p.Reference) + " can tell of it, " + words + "."
			}
		}
	}
	return ""
}

// decidingLine is the inequality behind a verdict: for sources that are older than
// the event that of their publication, even where the reading decides as well.
func decidingLine(r check.Result, v check.Verdict) string {
	day := claimDay(r, v.Claim)
	if v.Word != check.SourcePredatesEvent || v.Line == "" || day.IsZero() {
		return datesInWords(v.Line)
	}
	var lines []string
	for _, p := range v.Pairs {
		if published := r.Sources[p.Reference].Published; published.To.Before(day) && !published.To.IsZero() {
			lines = append(lines, "published "+timeWords(published)+" < "+dayWords(day))
		}
	}
	return cmp.Or(strings.Join(distinct(lines), "; "), datesInWords(v.Line))
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
		if p.Words == "" {
			continue
		}
		words := quoted(p.Words, 60)
		if r.Basis == article.ByWords || strings.HasPrefix(strings.ToLower(p.Words), found) {
			found = ""
		}
		if !tells(words, time) {
			found += " “" + words + "”"
		}
		return time, strings.TrimSpace(found)
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
		sign := ""
		if r.Failed() {
			sign = " " + r.Tone().Glyph()
		}
		words = append(words, r.Label+sign)
	}
	return strings.Join(words, " ")
}
