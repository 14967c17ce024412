package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// keyFindings is how many findings are told at length.
const keyFindings = 7

// Finding is one cause, with every place it shows in.
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

// causeOf is equal for findings that one mend would answer.
func causeOf(f check.Finding) string {
	return fmt.Sprintf("%s\x00%d\x00%t\x00%s\x00%s\x00%v", f.Rule, f.Severity, f.Decision, f.Message, f.Line, f.References)
}

// groups returns the indexes of findings by cause, the gravest cause first and
// within one severity the earliest.
func groups(findings []check.Finding) [][]int {
	var order [][]int
	at := map[string]int{}
	for i, f := range findings {
		key := causeOf(f)
		g, ok := at[key]
		if !ok {
			g = len(order)
			at[key] = g
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
	a := r.Article
	index := article.NewIndex(&a.Document)
	rules := map[string]check.Meta{}
	for _, m := range r.Rules {
		rules[m.Name] = m
	}
	var out []Finding
	for n, group := range groups(r.Findings) {
		first := r.Findings[group[0]]
		f := Finding{
			ID: fmt.Sprintf("F%d", n+1), Rule: first.Rule, Severity: first.Severity, Decision: first.Decision,
			Message: sentenceCase(quoted(first.Message, 400)), Mend: mendOf(first), Matters: matters(rules[first.Rule], first),
		}
		var premises []article.Premise
		for _, i := range group {
			f.include(a, index, r.Findings[i])
			premises = append(premises, r.Findings[i].Proof...)
		}
		f.Claims, f.Sources = distinct(f.Claims), distinct(f.Sources)
		f.Expected = expected(r, rules[first.Rule].Family, first)
		ofSources, ofText := premisesWords(a, premises, "")
		f.Stands = sentenceCase(strings.Join(firstFew(append(relatedWords(a, first), ofSources...)), "; "))
		f.Proof = proofWords(firstFew(ofText), quoted(first.Line, 400))
		if c := confidenceIn(r, first); c != "" && rules[first.Rule].Family == "temporal" {
			f.Proof = strings.TrimSpace(f.Proof + " Confidence is " + string(c) + ".")
		}
		out = append(out, f)
	}
	return out
}

func (f *Finding) include(a *article.Article, index *article.Index, one check.Finding) {
	for _, c := range one.Claims {
		f.Claims = append(f.Claims, claimID(c))
	}
	for _, ref := range one.References {
		f.Sources = append(f.Sources, label(a, ref))
	}
	p := index.Locate(one.Span.Start)
	place := Place{Line: p.Line, Column: p.Column}
	around := one.Span
	for _, c := range one.Claims {
		if a.Claims[c].Span.Overlaps(one.Span) {
			place.Claim = claimID(c)
			around = a.Claims[c].Span.Hull(one.Span)
			break
		}
	}
	if around == one.Span {
		around = sentenceAround(a, one.Span)
	}
	place.Words = quoted(a.Words(one.Span), placeLimit)
	room := (placeLimit - len(place.Words)) / 2
	place.Before = lastOf(a.Text[around.Start:one.Span.Start], room)
	place.After = firstOf(a.Text[one.Span.End:around.End], room)
	if strings.IndexFunc(place.Before+place.After, unicode.IsLetter) < 0 {
		place.Before, place.Words, place.After = "", place.Quote(), ""
	}
	f.Places = append(f.Places, place)
}

func mendOf(f check.Finding) string {
	if f.Help != "" {
		return sentenceCase(quoted(f.Help, 400))
	}
	if len(f.Fixes) > 0 {
		return sentenceCase(quoted(f.Fixes[0].Message, 400))
	}
	return ""
}

// decisiveDay returns the day that a source of the finding's claims had to
// reach, the zero Date where no claim gives one.
func decisiveDay(r check.Result, f check.Finding) when.Date {
	for _, c := range f.Claims {
		if day := claimDay(r, c); !day.IsZero() {
			return day
		}
	}
	return when.Date{}
}

// claimDay returns the day that a claim's sources had to reach: the beginning
// of the time it speaks of, or the end where all of a span is meant.
func claimDay(r check.Result, claim int) when.Date {
	c := &r.Article.Claims[claim]
	reading := r.Verdicts[claim].Reading
	if reading < 0 || reading >= len(c.Readings) {
		return when.Date{}
	}
	e := c.Readings[reading]
	if e.Shape == article.Whole && !e.When.To.IsZero() {
		return e.When.To
	}
	return e.When.From
}

var expectedOf = map[string]string{
	"temporal":    "Dates in the text and in its citations that can all hold together.",
	"citation":    "Every marker with its entry, and every claim with the entry that carries it.",
	"reference":   "An entry that leads a reader to one work, without guessing.",
	"source":      "An address and an outlet that fit what the entry says of its work.",
	"consistency": "One statement of each fact throughout the article.",
	"batch":       "Articles that agree about the sources and the events they share.",
}

func expected(r check.Result, family string, f check.Finding) string {
	if day := decisiveDay(r, f); family == "temporal" && !day.IsZero() && len(f.References) > 0 {
		return "A source that was published, or at least read, on or after " + dayWords(day) + "."
	}
	return expectedOf[family]
}

// matters says why a rule's findings deserve a reader's time: what the rule's
// page says, or what follows from the finding's weight alone.
func matters(rule check.Meta, f check.Finding) string {
	if why := pageSection(rule.Page, "Why it matters"); why != "" {
		return why
	}
	switch {
	case f.Decision:
		return "Nothing that is cited here could know of what is claimed, so a reader cannot check it."
	case rule.Family == "citation":
		return "A reader cannot follow the marker to what it stands for."
	case rule.Family == "reference":
		return "The entry may lead to another work than the one that was read, or to none."
	case rule.Family == "source":
		return "The source may not be what the entry says it is."
	case rule.Family == "consistency":
		return "The article says two things, of which at most one can stand."
	}
	return "The sources may not cover what the claim says."
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
