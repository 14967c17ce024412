package rules

import (
	"strings"
	"testing"
)

// traps are the known sources of false alarms, each with examples under Fine that
// hold the rules to it: rule and heading.
var traps = []struct {
	trap     string
	examples [][2]string
}{
	{"an old source behind an old event, or no time of the claim's own", [][2]string{{"source-predates-claim", "Old source, old event"}, {"source-predates-claim", "No time of its own"}}},
	{"plans, schedules, forecasts and awards", [][2]string{{"source-predates-claim", "A plan is not an event"}, {"source-predates-claim", "Awarded years before"}, {"past-wording-future-date", "A plan told in the past"}}},
	{"a change of state is no contradiction", [][2]string{{"role-conflict", "The change is told"}, {"status-conflict", "A change over time"}, {"number-conflict", "A change"}}},
	{"works of next year, online before print, digitised later", [][2]string{{"publication-in-future", "A book of next year"}, {"access-before-publication", "Online before the printed issue"}, {"implausibly-old", "A newspaper of 1907, digitised"}}},
	{"published and modified differ, and time zones move a day", [][2]string{{"archive-before-publication", "A page that was updated since"}, {"access-predates-claim", "A day between time zones"}}},
	{"an address's date is another's", [][2]string{{"url-date-mismatch", "Drafted in December, published in January"}, {"url-date-mismatch", "A path that dates the upload"}}},
	{"access is no publication, and a month not its first day", [][2]string{{"as-of-after-access", "A year that the reading falls into"}, {"access-predates-claim", "A month is not its first day"}}},
	{"a bare month needs the article's date", [][2]string{{"source-predates-claim", "A bare month, and nothing dates the article"}}},
	{"words that are no dates", [][2]string{{"source-predates-claim", "Words and numbers that are no dates"}, {"impossible-date", "Numbers that are not dates"}}},
	{"full stops that end no sentence", [][2]string{{"source-predates-claim", "Full stops that end no sentence"}}},
	{"a cluster shares the load", [][2]string{{"source-predates-claim", "One member of the cluster may know"}, {"access-predates-claim", "Another source was read later"}}},
	{"one agency's text under two outlets", [][2]string{{"same-title-two-outlets", "A copy on a platform"}, {"publisher-domain-mismatch", "An agency's text on a customer's page"}}},
	{"registrable domains, with aliases and regional editions", [][2]string{{"publisher-domain-mismatch", "A regional edition under the outlet's domain"}, {"publisher-domain-mismatch", "One house"}}},
	{"lists without a heading, wrapped entries", [][2]string{{"dangling-marker", "A list without a heading, its entries wrapped"}}},
	{"brackets that are no markers", [][2]string{{"dangling-marker", "Brackets that are no markers"}, {"dangling-marker", "An array index"}}},
	{"two terms of one holder", [][2]string{{"tenure-after-source", "Two terms, one of them reported"}, {"tenure-mismatch", "Two terms of one holder"}}},
	{"history retold, fiction, seasons, fiscal years, works by their year", [][2]string{{"source-predates-claim", "History retold in the present tense"}, {"source-predates-claim", "A season and a fiscal year begin the year before"}, {"past-wording-future-date", "A novel's future"}, {"year-in-title-mismatch", "A fiscal year's report"}}},
	{"sources without a date, and pages that are kept up", [][2]string{{"source-predates-claim", "No date, no judgement"}, {"source-predates-claim", "A page that is kept up"}}},
	{"which way to mend is not known", [][2]string{{"weekday-mismatch", "Two ways to read the date"}}},
	{"a title or a year within a name dates nothing", [][2]string{{"source-predates-claim", "A title before a name dates nothing"}, {"source-predates-claim", "A year inside a name dates nothing"}}},
	{"an archived copy is a later reading", [][2]string{{"access-predates-claim", "An archived copy is a later reading"}}},
	{"announced beforehand, told as done", [][2]string{{"source-predates-claim", "A day set beforehand"}, {"access-predates-claim", "Announced beforehand by reading day"}}},
	{"one cause is said once", [][2]string{{"uncited-claim", "A statistic is told by the narrower rule"}, {"publisher-domain-mismatch", "A nought for a letter is homoglyph-domain's"}}},
}

func TestEveryKnownTrapHasItsExample(t *testing.T) {
	pages := map[string]string{}
	for _, r := range All() {
		pages[r.Name] = r.Page
	}
	for _, trap := range traps {
		for _, e := range trap.examples {
			_, fine, _ := strings.Cut(pages[e[0]], "\n## Fine\n")
			if !strings.Contains(fine, "\n### "+e[1]+"\n") {
				t.Errorf("%s: %s.md has no example %q under Fine", trap.trap, e[0], e[1])
			}
		}
	}
}
