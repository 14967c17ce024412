package brief

import (
	"fmt"
	"strings"

	"citevet/pipeline/check"
)

// part is one labelled sentence of a key finding.
type part struct{ Head, Text string }

// methodWords says how verdicts are reached, in every format.
var methodWords = []string{
	"Each claim's time is read from its own words, from its table's heads, from its section, or from an office held at the time. Each source's dates are read from its entry and its address. A date is kept as wide as it is written: 2021 is any day of that year.",
	"A source is ruled out for a claim only if every reading of both dates rules it out, with a day to spare for time zones. Plans, forecasts and opinions are never held against a source's age, nor are pages that are kept up to date. Where several sources stand behind a claim, one that can carry it is enough.",
	"Every finding shows the dates it rests on and where they were read, so that it can be checked by hand.",
}

// firedWords names the rules with findings, and the false alarms measured for
// them, as their pages give them; rules of which the same is said stand together.
func firedWords(fired []Fired) []string {
	var said []string // in the order of the rules
	rules := map[string][]string{}
	for _, f := range fired {
		measured := f.Measured
		if measured == "" {
			measured = "False alarms not yet measured."
		}
		if rules[measured] == nil {
			said = append(said, measured)
		}
		rules[measured] = append(rules[measured], fmt.Sprintf("%s (%s)", f.Rule, plural(f.Findings, "finding")))
	}
	words := make([]string, len(said))
	for i, measured := range said {
		words[i] = strings.Join(rules[measured], ", ") + pluralWord(len(rules[measured]), ": ", ", each: ") + measured
	}
	return words
}

// provenance lists what is needed to make the briefing again.
func provenance(b Briefing) []part {
	var parts []part
	for _, p := range []part{
		{"Made by", b.Run.Name()}, {"Day of the run", dayWords(b.AsOf)}, {"Input", b.Name}, {"SHA-256 of the input", b.SHA256},
		{"Configuration", b.Run.Config}, {"Command", b.Run.Command}, {"Rules run", b.RulesRun},
	} {
		if p.Text != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

// Fired is a rule that has findings in the article.
type Fired struct {
	Rule     string
	Findings int
	Measured string // its false alarms, as its page gives them; empty before they are measured
}

// rulesOf returns how many rules of each family ran, in words, and those that
// spoke; the names of all stand in the JSON.
func rulesOf(r check.Result) (ran string, fired []Fired) {
	var families []string
	counts := map[string]int{}
	for _, m := range r.Rules {
		if counts[m.Family]++; counts[m.Family] == 1 {
			families = append(families, m.Family)
		}
		n := 0
		for _, f := range r.Findings {
			if f.Rule == m.Name {
				n++
			}
		}
		if n > 0 {
			fired = append(fired, Fired{m.Name, n, sentenceCase(pageSection(m.Page, "Measured"))})
		}
	}
	if len(r.Rules) > 0 {
		for i, f := range families {
			families[i] = fmt.Sprintf("%s %d", f, counts[f])
		}
		ran = fmt.Sprintf("%d: %s", len(r.Rules), strings.Join(families, ", "))
	}
	return ran, fired
}

func limitsOf(r check.Result) []string {
	var limits []string
	for i, p := range r.Article.Problems {
		if i == 30 {
			limits = append(limits, plural(len(r.Article.Problems)-i, "further problem")+" like these.")
			break
		}
		limits = append(limits, sentenceCase(quoted(p.Message, 400)))
	}
	for _, f := range r.Faults {
		limits = append(limits, fmt.Sprintf("The rule %s failed on this article and said nothing: %s.", f.Rule, quoted(f.Message, 160)))
	}
	return limits
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
