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
	Stands   string // what the article has instead, empty where the places say it
	Matters  string
	Proof    string // the dates it rests on, and the inequality that decides
	Mend     string

	Places  []Place
	Claims  []string // IDs
	Sources []string // labels
}

// Place is where a finding shows.
type Place struct {
	Line, Column         int // of the input, from 1; columns in code points
	Before, Words, After string
	Claim                string // ID of the claim it stands in, empty outside claims
}

// Quote returns the place's words with what stands around them.
func (p Place) Quote() string { return p.Before + p.Words + p.After }

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
		f.Expected = expected(r, rules[first.Rule].Family, first)
		ofSources, ofText := premisesWords(a, premises, "")
		f.Stands = sentenceCase(strings.Join(firstFew(append(relatedWords(a, first), ofSources...)), "; "))
		f.Proof = proofWords(firstFew(ofText), quoted(first.Line, 400))
		if c := confidenceIn(r, first); c != "" {
			f.Proof = strings.TrimSpace(f.Proof + " Confidence is " + string(c) + ".")
		}
		out = append(out, f)
	}
	return out
}

func (f *Finding) include(a *article.Article, index *article.Index, one check.Finding) {
	for _, c := range one.Claims {
		if id := claimID(c); !slices.Contains(f.Claims, id) {
			f.Claims = append(f.Claims, id)
		}
	}
	for _, ref := range one.References {
		if l := label(a, ref); !slices.Contains(f.Sources, l) {
			f.Sources = append(f.Sources, l)
		}
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
	f.Places = append(f.Places, place)
}

// confidenceIn is the least that the pairs behind a finding deserve; empty for a
// finding that rests on no pair.
func confidenceIn(r check.Result, f check.Finding) check.Confidence {
	order := []check.Confidence{check.Low, check.Moderate, check.High}
	least := len(order)
	for _, c := range f.Claims {
		for _, p := range r.Verdicts[c].Pairs {
			if len(p.Causes) > 0 && slices.Contains(f.References, p.Reference) {
				least = min(least, slices.Index(order, p.Confidence))
			}
		}
	}
	if least < 0 || least == len(order) {
		return ""
	}
	return order[least]
}

// placeLimit is about how many characters of the article one place shows.
const placeLimit = 280

// sentenceAround returns the sentence or the entry that a span stands in, the
// span itself where it stands in neither.
func sentenceAround(a *article.Article, s article.Span) article.Span {
	for i := range a.Sentences {
		if a.Sentences[i].Span.Contains(s) {
			return a.Sentences[i].Span
		}
	}
	for i := range a.References {
		if a.References[i].Span.Contains(s) {
			return a.References[i].Span
		}
	}
	return s
}

// firstOf returns the beginning of text, cut between words, with the space that
// parts it from what stands before.
func firstOf(text string, limit int) string {
	if limit < 12 || strings.TrimSpace(text) == "" {
		return ""
	}
	words := quoted(text, limit)
	if strings.ContainsAny(text[:1], " \n\t") {
		words = " " + words
	}
	return words
}

// lastOf returns the end of text in the same manner.
func lastOf(text string, limit int) string {
	if limit < 12 || strings.TrimSpace(text) == "" {
		return ""
	}
	flat := []rune(strings.Join(strings.Fields(text), " "))
	words := string(flat)
	if from := len(flat) - limit; from > 0 {
		words = string(flat[from:])
		if _, rest, ok := strings.Cut(words, " "); ok {
			words = rest
		}
		words = "…" + words
	}
	if strings.ContainsAny(text[len(text)-1:], " \n\t") {
		words += " "
	}
	return words
}

// relatedWords quotes the other places that a finding sets its own against.
func relatedWords(a *article.Article, f check.Finding) []string {
	var words []string
	for _, r := range f.Related {
		if slices.ContainsFunc(a.References, func(ref article.Reference) bool { return ref.Span.Contains(r.Span) }) ||
			slices.ContainsFunc(a.Citations, func(c article.Citation) bool { return c.Marker.Overlaps(r.Span) }) {
			continue // told by the sources' labels and dates
		}
		line := "“" + quoted(a.Words(r.Span), 120) + "”"
		if r.Label != "" && !strings.Contains(line, r.Label) {
			line += " (" + quoted(r.Label, 80) + ")"
		}
		if !slices.Contains(words, line) && len(words) < 4 {
			words = append(words, line)
		}
	}
	return words
}

// premisesWords writes the dates of sources, each with the labels of all that
// have it, and apart from them what was read from the text. The mark stands
// behind what the article states outright.
func premisesWords(a *article.Article, premises []article.Premise, stated string) (ofSources, ofText []string) {
	labels := map[string][]string{}
	var kinds, order []string
	for _, p := range premises {
		ref := slices.IndexFunc(a.References, func(r article.Reference) bool { return !p.Span.IsZero() && r.Span.Contains(p.Span) })
		if ref < 0 {
			if words := premiseWords(p, stated); !slices.Contains(ofText, words) {
				ofText = append(ofText, words)
			}
			continue
		}
		kind := p.What + p.How
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
		words := p.What + " " + cmp.Or(timeWords(p.When), "“"+quoted(p.Words, 60)+"”") + howWords(p, stated)
		key := fmt.Sprintf("%03d %s", slices.Index(kinds, kind), words)
		if labels[key] == nil {
			order = append(order, key)
		}
		if l := label(a, ref); !slices.Contains(labels[key], l) {
			labels[key] = append(labels[key], l)
		}
	}
	slices.SortStableFunc(order, func(x, y string) int { return cmp.Compare(x[:3], y[:3]) })
	for _, key := range order {
		ofSources = append(ofSources, strings.Join(labels[key], " ")+" "+key[4:])
	}
	return ofSources, ofText
}

// howWords says how a date was found.
func howWords(p article.Premise, stated string) string {
	switch {
	case p.Almanac != "":
		return " (almanac row " + p.Almanac + ")"
	case p.How == "" || p.How == "stated":
		return stated
	}
	return " (" + p.How + ")"
}

// firstFew keeps a proof to what a reader follows: the others are of one kind
// with those shown, and all stand in the results for programs.
func firstFew(words []string) []string {
	const most = 12
	if len(words) <= most {
		return words
	}
	return append(words[:most:most], fmt.Sprintf("and %d more", len(words)-most))
}

func proofWords(premises []string, line string) string {
	words := strings.Join(premises, "; ")
	switch {
	case line == "":
		return sentenceCase(words)
	case words == "":
		return line
	}
	return sentenceCase(words) + " Hence " + line + "."
}

// premiseWords writes a dated fact with where it was read: "speaks of “mid-2025”,
// May to August 2025".
func premiseWords(p article.Premise, stated string) string {
	words := p.What
	if p.Words != "" {
		words += " “" + quoted(p.Words, 80) + "”"
	}
	if t := timeWords(p.When); t != "" && t != p.Words {
		words += ", " + t
	}
	words += howWords(p, stated)
	if p.Dropped {
		words = "left out: " + words
	}
	if p.Doubt != "" {
		words += ", " + p.Doubt
	}
	return words
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

// pageSection returns the first paragraph of a section of a rule's page, on one
// line and without its code marks; empty where the page has no such section.
func pageSection(page, title string) string {
	_, rest, ok := strings.Cut(page, "\n## "+title+"\n")
	if !ok {
		return ""
	}
	first, _, _ := strings.Cut(strings.TrimLeft(rest, "\n"), "\n\n")
	if strings.HasPrefix(first, "#") {
		return ""
	}
	return quoted(strings.ReplaceAll(first, "`", ""), 600)
}
