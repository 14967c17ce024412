package brief

import (
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// FindingsAt returns the findings that a reader may mean by words: a fingerprint
// or how one begins, of four characters at least, or LINE:COLUMN as diagnostics
// print it.
func FindingsAt(r check.Result, words string) []check.Finding {
	index := article.NewIndex(&r.Article.Document)
	var found []check.Finding
	for _, f := range r.Findings {
		at := index.Locate(f.Span.Start)
		if len(words) >= 4 && strings.HasPrefix(f.Fingerprint, words) || fmt.Sprintf("%d:%d", at.Line, at.Column) == words {
			found = append(found, f)
		}
	}
	return found
}

// Explain writes a finding's proof for a reader who wants to check it by hand:
// the numbered premises with where each was read, the comparisons made between
// them, and what follows, worked out anew from these alone.
func Explain(r check.Result, f check.Finding, width int) string {
	e := explainer{r: r, f: f, index: article.NewIndex(&r.Article.Document), width: max(width, leastWidth)}
	e.head()
	e.premises()
	e.comparisons()
	e.mends()
	return e.String()
}

type explainer struct {
	strings.Builder
	r     check.Result
	f     check.Finding
	index *article.Index
	width int
}

// item writes words behind a lead, broken into lines that stand below its end.
func (e *explainer) item(lead, words string) {
	indent := strings.Repeat(" ", len(lead))
	for i, line := range wrapped(visible(words), e.width-len(lead)) {
		if i > 0 {
			lead = indent
		}
		fmt.Fprintf(e, "%s%s\n", lead, line)
	}
}

func (e *explainer) head() {
	a, f := e.r.Article, e.f
	severity := f.Severity.String()
	if f.Decision {
		severity = "decision " + severity
	}
	at := e.index.Locate(f.Span.Start)
	fmt.Fprintf(e, "%s: %s\n%s:%d:%d · %s\n\n", f.Rule, severity, visible(a.Name), at.Line, at.Column, f.Fingerprint)
	e.item("", f.Message)
	for _, c := range f.Claims {
		e.item("  "+claimID(c)+"  ", "“"+quoted(a.Words(a.Claims[c].Span), 300)+"”")
	}
	for _, n := range f.References {
		e.item("  ", quoted(a.Words(a.References[n].Span), 300))
	}
}

func (e *explainer) premises() {
	if len(e.f.Proof) == 0 {
		return
	}
	e.WriteString("\nPremises\n")
	for i, p := range e.f.Proof {
		where := ""
		if !p.Span.IsZero() {
			at := e.index.Locate(p.Span.Start)
			where = fmt.Sprintf(", line %d, column %d", at.Line, at.Column)
		}
		words := premiseWords(p, " (stated)") + where
		if !p.When.IsZero() {
			words += ": " + p.When.String()
		}
		e.item(fmt.Sprintf("  %2d  ", i+1), words)
	}
}

// comparisons writes each step with the numbers of its premises, then what they
// come to when they are made again.
func (e *explainer) comparisons() {
	f := e.f
	if f.Line != "" {
		e.WriteString("\nHence\n")
		e.item("  ", f.Line)
	}
	if len(f.Steps) == 0 {
		return
	}
	e.WriteString("\nCompared\n")
	claims := []int{}
	for _, s := range f.Steps {
		if !slices.Contains(claims, s.Claim) {
			claims = append(claims, s.Claim)
		}
		lead := "  "
		if s.Claim >= 0 {
			lead += claimID(s.Claim) + "  "
		}
		if s.Reference >= 0 {
			lead += label(e.r.Article, s.Reference) + "  "
		}
		e.item(lead, e.stepWords(s))
	}
	for _, c := range claims {
		steps := slices.DeleteFunc(slices.Clone(f.Steps), func(s check.Step) bool { return s.Claim != c })
		e.concluded(c, check.Recompute(f.Proof, steps))
	}
}

// stepWords writes a comparison by the numbers of its premises, and whether it is
// true: "read: last day of 4 + 1 day < first day of 1: yes".
func (e *explainer) stepWords(s check.Step) string {
	if len(s.Known) == 0 {
		return fmt.Sprintf("nothing to compare with %d", s.Needed+1)
	}
	known := make([]string, len(s.Known))
	for i, k := range s.Known {
		known[i] = fmt.Sprint(k + 1)
	}
	by := " or "
	if s.Meet {
		by = " and "
	}
	left := s.What + ": last day of " + strings.Join(known, by)
	if s.Months > 0 {
		left += " + " + plural(s.Months, "month")
	}
	if s.Slack > 0 {
		left += " + " + plural(s.Slack, "day")
	}
	side := "first"
	if s.Shape == article.Whole {
		side = "last"
	}
	answer := "no"
	if check.Recompute(e.f.Proof, []check.Step{s}).Line != "" {
		answer = "yes"
	}
	return fmt.Sprintf("%s < %s day of %d: %s", left, side, s.Needed+1, answer)
}

// concluded says what the comparisons come to, worked out anew.
func (e *explainer) concluded(claim int, c check.Conclusion) {
	var words []string
	for _, p := range c.Pairs {
		one := label(e.r.Article, p.Reference) + " is " + string(p.Verdict)
		if p.Doubt != "" {
			one += " (" + p.Doubt + ")"
		}
		words = append(words, one)
	}
	if len(c.Pairs) == 0 {
		words = append(words, c.Line)
	} else {
		words = append(words, "so the claim is "+supportWords(c.Support))
	}
	lead := "  worked out again: "
	if claim >= 0 {
		lead = "  " + claimID(claim) + ", worked out again: "
	}
	e.item(lead, strings.Join(words, "; "))
}

func supportWords(s check.Support) string {
	switch s {
	case check.Unsupportable:
		return "without a source that could carry it"
	case check.Suspect:
		return "without a source that seems able to carry it"
	}
	return "supportable"
}

func (e *explainer) mends() {
	if e.f.Help == "" && len(e.f.Fixes) == 0 {
		return
	}
	e.WriteString("\nMend\n")
	if e.f.Help != "" {
		e.item("  ", e.f.Help)
	}
	for _, x := range e.f.Fixes {
		e.item("  ", x.Message)
	}
}
