package brief

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// findingWriter puts findings into words.
type findingWriter struct {
	r     check.Result
	a     *article.Article
	index *article.Index
	rules map[string]check.Meta
}

func newFindingWriter(r check.Result) findingWriter {
	w := findingWriter{r, r.Article, article.NewIndex(&r.Article.Document), map[string]check.Meta{}}
	for _, m := range r.Rules {
		w.rules[m.Name] = m
	}
	return w
}

// write tells findings that one sentence tells, in the order of their places.
func (w findingWriter) write(id string, members []check.Finding) Finding {
	first := members[0]
	rule := w.rules[first.Rule]
	f := Finding{
		ID: id, Rule: first.Rule, Severity: first.Severity, Decision: first.Decision,
		Message: sentenceCase(curly(datesInWords(quoted(first.Message, 400)))), Matters: matters(rule, first),
		Expected: expected(w.r, rule.Family, members),
	}
	var claims, sources []int
	for _, m := range members {
		claims, sources = append(claims, m.Claims...), append(sources, m.References...)
		f.Places = append(f.Places, w.place(m))
	}
	f.Claims, f.Sources = namesOf(claims, claimID), namesOf(sources, func(ref int) string { return label(w.a, ref) })
	causes := groups(members)
	f.Stands = w.stands(members, causes)
	f.Proof = w.proof(members, causes, rule.Family)
	f.Mend = w.mend(members)
	return f
}

// namesOf returns the names of what has the given numbers, in their order, each once.
func namesOf(numbers []int, name func(int) string) []string {
	slices.Sort(numbers)
	var names []string
	for _, n := range slices.Compact(numbers) {
		names = append(names, name(n))
	}
	return distinct(names)
}

// few is how many facts of one kind a finding tells: the others are like them,
// and all stand in the results for programs.
const few = 12

// fewOf joins facts, and counts those that are too many to follow.
func fewOf(facts []string, most int, between string) string {
	if len(facts) > most {
		facts = append(facts[:most:most], fmt.Sprintf("and %d more", len(facts)-most))
	}
	return strings.Join(facts, between)
}

// stands says what the article has: the other places that the findings set theirs
// against, and the dates of their sources.
func (w findingWriter) stands(members []check.Finding, causes [][]int) string {
	var premises []article.Premise
	for _, m := range members {
		premises = append(premises, m.Proof...)
	}
	said := append(w.elsewhere(members), w.datesOf(premises)...)
	most := few
	if len(causes) > 1 { // the proof is the longer
		most /= 2
	}
	return sentenceCase(fewOf(said, most, "; "))
}

// datesOf tells the dates of each source, those of sources together that have the
// same.
func (w findingWriter) datesOf(premises []article.Premise) []string {
	facts := map[int][]string{} // by entry
	var entries []int
	for _, p := range premises {
		ref := entryAround(w.a, p.Span)
		if ref < 0 {
			continue
		}
		if facts[ref] == nil {
			entries = append(entries, ref)
		}
		facts[ref] = append(facts[ref], w.dateTold(p))
	}
	slices.Sort(entries)
	var order []string
	labels := map[string][]string{} // by the dates they share
	for _, ref := range entries {
		said := strings.Join(distinctDates(facts[ref]), ", ")
		if labels[said] == nil {
			order = append(order, said)
		}
		labels[said] = append(labels[said], label(w.a, ref))
	}
	for i, said := range order {
		order[i] = fewOf(distinct(labels[said]), 2*few, " ") + " " + said
	}
	return order
}

// inAddress stands before the date in a source's address.
const inAddress = "in its address "

// dateTold says what a source's date is the date of, and how it was found unless
// it is stated. One that can be read in two ways is told in its own words.
func (w findingWriter) dateTold(p article.Premise) string {
	time := cmp.Or(timeWords(p.When), "“"+quoted(p.Words, 60)+"”")
	if inFigures.MatchString(p.Words) && !p.When.IsDay() {
		time = "“" + p.Words + "”"
	}
	if p.How == "URL path" {
		return inAddress + time
	}
	return p.What + " " + time + howRead(p)
}

// inFigures matches a date of figures alone, which is not one interval but two days.
var inFigures = regexp.MustCompile(`^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$`)

// distinctDates returns dates without what has been said, an address that agrees
// with its entry among it.
func distinctDates(facts []string) []string {
	facts = distinct(facts)
	return slices.DeleteFunc(slices.Clone(facts), func(f string) bool {
		time, ok := strings.CutPrefix(f, inAddress)
		return ok && slices.Contains(facts, "published "+time)
	})
}

// howRead says how a date was found, unless it is stated.
func howRead(p article.Premise) string {
	switch {
	case p.Almanac != "":
		return " by the almanac"
	case p.How == "" || p.How == "stated":
		return ""
	}
	return " (" + p.How + ")"
}

// elsewhereShown is how many other places a finding quotes.
const elsewhereShown = 4

// elsewhere quotes the other places that findings set their own against, those
// aside that their proofs tell of, or the labels and dates of their sources.
func (w findingWriter) elsewhere(members []check.Finding) []string {
	var words []string
	more := 0
	for _, f := range members {
		for _, r := range f.Related {
			if w.isTold(f, r.Span) {
				continue
			}
			if len(words) == elsewhereShown {
				more++
				continue
			}
			p := w.quote(r.Span, w.sentence(r.Span), 130)
			if said := fmt.Sprintf("“%s” (line %d)", p.Quote(), p.Line); !slices.Contains(words, said) {
				words = append(words, said)
			}
		}
	}
	if more > 0 {
		words = append(words, "and "+plural(more, "other place"))
	}
	return words
}

func (w findingWriter) isTold(f check.Finding, s article.Span) bool {
	return slices.ContainsFunc(f.Proof, func(p article.Premise) bool { return p.Span.Overlaps(s) }) ||
		entryAround(w.a, s) >= 0 || markerWithin(w.a, s)
}

// mend says the way out; where it is not the same for all, that of the first.
func (w findingWriter) mend(members []check.Finding) string {
	first := mendOf(members[0])
	if first == "" {
		return ""
	}
	if slices.ContainsFunc(members, func(f check.Finding) bool { return mendOf(f) != first }) {
		return fmt.Sprintf("For %s, %s. Likewise for the others, each by its own dates.", w.about(members[0]), strings.TrimSuffix(first, "."))
	}
	return sentenceCase(first)
}

func mendOf(f check.Finding) string {
	switch {
	case f.Help != "":
		return curly(datesInWords(quoted(f.Help, 400)))
	case len(f.Fixes) > 0:
		return curly(datesInWords(quoted(f.Fixes[0].Message, 400)))
	}
	return ""
}

// matters says why a rule's findings deserve a reader's time: what the rule's
// page says, or what follows from the finding's weight alone.
func matters(rule check.Meta, f check.Finding) string {
	if why := pageSection(rule.Page, "Why it matters"); why != "" {
		return curly(why)
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
