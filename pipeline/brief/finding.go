package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

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
	Stands   string
	Matters  string
	Premises []string
	Line     string // the inequality that decides, empty where none does
	Mend     string

	Places  []Place
	Claims  []string // IDs
	Sources []string // labels
}

// Place is where a finding shows.
type Place struct {
	Line, Column int // of the input, from 1; columns in code points
	Quote        string
	Claim        string // ID of the claim it stands in, empty outside claims
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
	families := map[string]string{}
	for _, m := range r.Rules {
		families[m.Name] = m.Family
	}
	var out []Finding
	for n, group := range groups(r.Findings) {
		first := r.Findings[group[0]]
		f := Finding{
			ID: fmt.Sprintf("F%d", n+1), Rule: first.Rule, Severity: first.Severity, Decision: first.Decision,
			Message: sentenceCase(first.Message), Line: first.Line, Mend: mendOf(first),
			Matters: matters(families[first.Rule], first),
		}
		for _, i := range group {
			f.include(r, index, r.Findings[i])
		}
		f.Expected = expected(r, families[first.Rule], first)
		f.Stands = stands(r, first)
		out = append(out, f)
	}
	return out
}

func (f *Finding) include(r check.Result, index *article.Index, one check.Finding) {
	a := r.Article
	p := index.Locate(one.Span.Start)
	place := Place{Line: p.Line, Column: p.Column, Quote: quoted(a.Words(one.Span), 240)}
	for _, c := range one.Claims {
		if id := claimID(c); !slices.Contains(f.Claims, id) {
			f.Claims = append(f.Claims, id)
		}
	}
	if len(one.Claims) > 0 {
		place.Claim = claimID(one.Claims[0])
	}
	f.Places = append(f.Places, place)
	for _, ref := range one.References {
		if l := label(a, ref); !slices.Contains(f.Sources, l) {
			f.Sources = append(f.Sources, l)
		}
	}
	for _, p := range one.Proof {
		if words := premiseWords(p); !slices.Contains(f.Premises, words) {
			f.Premises = append(f.Premises, words)
		}
	}
}

// premiseWords writes a dated fact with where it was read: "speaks of “mid-2025”,
// May to August 2025".
func premiseWords(p article.Premise) string {
	words := p.What
	if p.Words != "" {
		words += " “" + quoted(p.Words, 80) + "”"
	}
	if t := timeWords(p.When); t != "" && t != p.Words {
		words += ", " + t
	}
	how := p.How
	if p.Almanac != "" {
		how = "almanac row " + p.Almanac
	}
	if how != "" {
		words += " (" + how + ")"
	}
	if p.Dropped {
		words += ", left out"
	}
	if p.Doubt != "" {
		words += ": " + p.Doubt
	}
	return words
}

func mendOf(f check.Finding) string {
	if f.Help != "" {
		return sentenceCase(f.Help)
	}
	if len(f.Fixes) > 0 {
		return sentenceCase(f.Fixes[0].Message)
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
	"citation":    "Every marker with its one entry in the list, and every entry with a marker.",
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

// stands says what the article has instead: the words and the dates of the
// sources the finding is about.
func stands(r check.Result, f check.Finding) string {
	day := decisiveDay(r, f)
	if day.IsZero() || len(f.References) == 0 {
		return "“" + quoted(r.Article.Words(f.Span), 240) + "”"
	}
	var parts []string
	say := func(verb string, date func(check.Source) string) {
		var order []string
		labels := map[string][]string{}
		for _, ref := range f.References {
			words := date(r.Sources[ref])
			if words == "" {
				continue
			}
			if labels[words] == nil {
				order = append(order, words)
			}
			labels[words] = append(labels[words], label(r.Article, ref))
		}
		for _, words := range order {
			parts = append(parts, strings.Join(labels[words], " ")+" "+verb+" "+words)
		}
	}
	say("published", func(s check.Source) string { return timeWords(s.Published) })
	say("last read", func(s check.Source) string { return dayWords(s.Read) })
	if len(parts) == 0 {
		return "“" + quoted(r.Article.Words(f.Span), 240) + "”"
	}
	return sentenceCase(strings.Join(parts, "; "))
}

func matters(family string, f check.Finding) string {
	if f.Decision {
		return "Nothing that is cited here could know of what is claimed, so a reader cannot check it."
	}
	switch family {
	case "temporal":
		if f.Severity == check.Info {
			return "The claim keeps its support; a reader who opens this source will not find it there."
		}
		return "The sources may not cover the time the claim speaks of."
	case "citation":
		return "A reader cannot follow the marker to what it stands for."
	case "reference":
		return "The entry may lead to another work than the one that was read, or to none."
	case "source":
		return "The source may not be what the entry says it is."
	case "consistency":
		return "The article says two things, of which at most one can stand."
	}
	return ""
}
