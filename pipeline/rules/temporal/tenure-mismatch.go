package temporal

import (
	_ "embed"
	"fmt"
	"slices"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed tenure-mismatch.md
var tenureMismatchPage string

var tenureMismatch = check.NewRule(check.Meta{
	Name:     "tenure-mismatch",
	Family:   "temporal",
	Summary:  "the text dates somebody's office otherwise than the almanac does",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     tenureMismatchPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.Claims {
		c := &a.Claims[i]
		spoken, dated := officeTime(a, c)
		if c.Mood != article.Asserted && c.Mood != article.Ongoing || !dated || quoted(a, c.Span) {
			continue
		}
		said, ok := officeSaid(a, c, p.Almanac)
		if !ok {
			continue
		}
		terms := p.Almanac.Holder(said.office, said.country, said.person)
		f := check.Finding{Span: said.at.Hull(spoken.Span), Claims: []int{i}}
		if len(terms) == 0 || !misdated(&f, spoken, &said, terms) {
			continue
		}
		f.Message = fmt.Sprintf("the almanac has %s as %s at another time", said.person, said.name)
		f.Help = "correct the years or the office from a source"
		f.Label = "in office " + terms[0].When.String()
		p.Report(f)
	}
})

// The almanac and a text may place the beginning of a term at the election, the
// oath or the first day at work. Rows nobody checked may be off by more.
const (
	officeSlack          = 75  // days
	officeSlackUnchecked = 400 // days
)

// officeTime returns the time that a claim gives for an office: its own, or that of
// an aside alone, which dates the office and not the claim: "Roe, who was mayor
// from 2001 to 2005, said".
func officeTime(a *article.Article, c *article.Claim) (article.Premise, bool) {
	if plainlyDated(a, c) {
		spoken := c.Readings[0].Because[0]
		spoken.When = c.Readings[0].When
		return spoken, true
	}
	if len(c.Readings) > 1 || c.Sentence < 0 || a.Sentences[c.Sentence].Span.Len() > longestRead {
		return article.Premise{}, false
	}
	times := timesWithin(a, c.Span)
	if len(times) != 1 || times[0].Relation != when.Between || len(times[0].Readings) != 1 {
		return article.Premise{}, false
	}
	t := &times[0]
	return article.Premise{What: "speaks of", Words: a.Words(t.Span()), Span: t.Span(), When: t.Readings[0], How: "stated"}, true
}

// misdated reports whether no term fits the time that the text gives, and writes
// the proof into f: for each term one comparison that rules it out.
func misdated(f *check.Finding, spoken article.Premise, said *office, terms []almanac.Term) bool {
	begin, end := spoken, spoken
	if said.run {
		begin.When, end.When = edges(spoken.When)
	}
	f.Proof = []article.Premise{begin}
	if said.run {
		f.Proof = append(f.Proof, end)
	}
	var steps []check.Step
	for _, t := range terms {
		if t.Acting || t.When.From.IsZero() || t.Country != terms[0].Country || t.Office != said.name {
			return false
		}
		step := check.Step{Claim: -1, Reference: -1, Slack: officeSlack}
		doubt := ""
		if !t.Checked {
			step.Slack, doubt = officeSlackUnchecked, "the almanac row is unchecked"
		}
		term := func(what string, day when.Date) int {
			f.Proof = append(f.Proof, article.Premise{What: what, Words: said.person + ", " + said.name, Almanac: t.ID, When: when.Day(day), How: "almanac", Doubt: doubt})
			return len(f.Proof) - 1
		}
		switch {
		case begin.When.To.AddDays(step.Slack).Before(t.When.From):
			step.What, step.Known, step.Needed = "speaks of", []int{0}, term("took office", t.When.From)
		case !said.run && t.When.From.AddDays(step.Slack).Before(begin.When.From):
			step.What, step.Known, step.Needed = "took office", []int{term("took office", t.When.From)}, 0
		case said.run && !t.When.To.IsZero() && t.When.To.AddDays(step.Slack).Before(end.When.From):
			step.What, step.Known, step.Needed = "left office", []int{term("left office", t.When.To)}, 1
		default:
			return false
		}
		steps = append(steps, step)
	}
	prove(f, steps...)
	return true
}

// edges returns the stretches in which a run of whole years, or of whole months,
// begins and ends.
func edges(run when.Interval) (begin, end when.Interval) {
	from, to := run.From, run.To
	switch {
	case from == when.Year(from.Year).From && to == when.Year(to.Year).To:
		return when.Year(from.Year), when.Year(to.Year)
	case from.Day == 1 && to == when.Month(to.Year, to.Month).To:
		return when.Month(from.Year, from.Month), when.Month(to.Year, to.Month)
	}
	return when.Day(from), when.Day(to)
}

// office is what a clause says of somebody's office.
type office struct {
	office  string // as the text has it
	name    string // as the almanac has it
	country string
	person  string
	at      article.Span
	run     bool // held all the time that the clause gives; else taken up in it
}

// officeSaid reads "became president in 2010", "took office as prime minister in
// 2007" and "as president from 2005 to 2012" of the one person whom the sentence
// names. A courtesy title before a name says nothing of the kind.
func officeSaid(a *article.Article, c *article.Claim, facts *almanac.Almanac) (office, bool) {
	person, ok := onlyPerson(a, c)
	if !ok {
		return office{}, false
	}
	times := timesWithin(a, c.Span)
	if len(times) != 1 || times[0].Relation != when.In && times[0].Relation != when.Between {
		return office{}, false
	}
	tokens := tokensOf(a, c)
	for i := range tokens {
		run := times[0].Relation == when.Between
		if !introduces(a, tokens, i, run) {
			continue
		}
		from := i + 1
		for from < len(tokens) && (low(a, tokens[from]) == "the" || ordinal(low(a, tokens[from]))) {
			from++
		}
		for to := min(len(tokens), from+8); to > from; to-- {
			at := article.Span{Start: tokens[from].Span.Start, End: tokens[to-1].Span.End}
			name, country, known := facts.Office(a.Words(at))
			if !known || !firmOffice(name) {
				continue
			}
			if run && times[0].Start-at.End > len(" , from ") || run && times[0].Start < at.End || goesOn(a, tokens, to) {
				break
			}
			return office{office: a.Words(at), name: name, country: country, person: person, at: at, run: run}, true
		}
	}
	return office{}, false
}

// introduces reports whether an office named right behind token i is one that
// the clause gives somebody: taken up, or held through a run of time.
func introduces(a *article.Article, tokens []article.Token, i int, run bool) bool {
	word := low(a, tokens[i])
	if run {
		return word == "as" || word == "was"
	}
	if word == "became" {
		return true
	}
	if word != "as" || i < 2 {
		return false
	}
	switch low(a, tokens[i-2]) + " " + low(a, tokens[i-1]) {
	case "sworn in", "took office", "assumed office":
		return true
	}
	return low(a, tokens[i-1]) == "inaugurated"
}

// goesOn reports whether the words at token i make another post of the office:
// "president of the law review", "president and editor".
func goesOn(a *article.Article, tokens []article.Token, i int) bool {
	if i >= len(tokens) {
		return false
	}
	switch low(a, tokens[i]) {
	case "of", "for", "and", "or", "-", "elect", "designate", "pro", "at", "candidate", "nominee", "again":
		return true
	}
	return slices.Contains([]string{"NN", "NNS", "NNP", "JJ"}, tokens[i].Tag)
}

// firmOffice leaves aside the posts that exist by the dozen in one state, which
// the almanac knows in part.
func firmOffice(name string) bool {
	switch name {
	case "senator", "representative", "governor", "minister", "deputy minister", "member of parliament", "leader", "monarch", "ambassador", "special envoy", "justice", "speaker", "cardinal", "patriarch", "crown prince", "chief of staff", "press secretary":
		return false
	}
	return true
}

func ordinal(word string) bool {
	n := len(word)
	return n > 2 && word[0] >= '0' && word[0] <= '9' && slices.Contains([]string{"st", "nd", "rd", "th"}, word[n-2:])
}

// onlyPerson returns the full name of the one person whom the claim's sentence names.
func onlyPerson(a *article.Article, c *article.Claim) (string, bool) {
	id, name := "", ""
	span := a.Sentences[c.Sentence].Span
	from, _ := slices.BinarySearchFunc(a.Entities, span.Start, func(e article.Entity, at int) int { return e.Span.Start - at })
	for _, e := range a.Entities[from:] {
		if e.Span.Start >= span.End {
			break
		}
		if e.Kind != article.Person {
			continue
		}
		if id != "" && e.ID != id {
			return "", false
		}
		id, name = e.ID, e.Name
	}
	for _, r := range name {
		if r == ' ' {
			return name, true
		}
	}
	return "", false
}

// timesWithin returns the dates among the times of a run of text.
func timesWithin(a *article.Article, span article.Span) []article.Time {
	var in []article.Time
	from, _ := slices.BinarySearchFunc(a.Times, span.Start, func(t article.Time, at int) int { return t.Start - at })
	for _, t := range a.Times[from:] {
		if t.Start >= span.End {
			break
		}
		if t.Kind == when.KindDate {
			in = append(in, t)
		}
	}
	return in
}
