package extract

import "testing"

func TestATimeThatGoesOnInTheNextSentence(t *testing.T) {
	tests := []struct {
		name, body string
		dated      bool
	}{
		{"what a law did once it was passed", "In March 2025 the council passed a water law. The law banned private wells [1].", true},
		{"the law as it", "In March 2025 the council passed a water law. It banned private wells [1].", true},
		{"what was launched and then sank", "A ferry was launched in May 2025. It sank with 40 cars aboard [1].", true},
		{"what a disaster did", "The bridge collapsed in May 2025. It killed 40 people [1].", true},
		{"a fire that broke out", "In 2025 a fire broke out in the mill. The fire killed 40 people [1].", true},
		{"a marker before does not part them", "The party was formed in May 2025 [2]. It won 12 percent of the vote [1].", true},
		{"what a study found once it was out", "In March 2025 the office published a report on wells. The study found 40 dry wells [1].", true},
		{"what came later, of whomever", "The drivers struck in August 2025. The company later abandoned the plan [1].", true},
		{"later than the one time of a sentence of two clauses", "The drivers struck in August 2025, and the port stood still. The company later abandoned the plan [1].", true},
		{"later than one of two times", "The drivers struck in August 2025, and the port had opened in 1911. The company later abandoned the plan [1].", false},
		{"and in the passive", "In 2025 the bell was sold. The money was given to the poor afterwards [1].", true},
		{"an adjective is no adverb", "Roe was elected mayor in May 2025. The later chapel stood on a hill [1].", false},
		{"an office did things before its report", "In March 2025 the office published a report on wells. The office found 40 dry wells [1].", false},
		{"the past perfect, though later", "The bell was sold in 2025. It had later been cracked [1].", false},
		{"a person had a life before", "Roe was elected mayor in May 2025. She studied law in Dakar [1].", false},
		{"so had a bridge", "The bridge collapsed in May 2025. It carried 9,000 cars a day [1].", false},
		{"and a company that makes something", "The company introduced a new oven in May 2025. It sold 40,000 ovens [1].", false},
		{"what something cost was spent before", "The party was founded in May 2025. It grew out of a strike [1].", false},
		{"the passive may go back", "The law was passed in May 2025. It was drafted by Roe [1].", false},
		{"so does the past perfect", "The law was passed in May 2025. It had divided the town [1].", false},
		{"another noun is another thing", "The fire began in May 2025. The mill employed 400 people [1].", false},
		{"a plan bounds nothing", "The act will be passed in May 2027. It banned wells [1].", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := read(test.body)
			last := a.Claims[len(a.Claims)-1]
			if dated := len(last.Readings) > 0; dated != test.dated {
				t.Error(told(&a, last))
			}
			for _, r := range last.Readings {
				if r.Doubt != doubtInherited || r.When.From.Year != 2025 {
					t.Error(told(&a, last))
				}
			}
		})
	}
}

func TestATimeOfItsOwnComesFirst(t *testing.T) {
	want := "The law was passed in May 2025 | asserted | 2025-05-01..2025-05-31 // It banned wells in 1911 | asserted | 1911-01-01..1911-12-31 | [1]"
	if got := one("The law was passed in May 2025. It banned wells in 1911 [1]."); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAnInheritedTimeDoesNotReachBehindItsParagraph(t *testing.T) {
	a := readArticle(t, "# Wells\n\nThe law was passed in May 2025.\n\nIt banned private wells [1].\n\n## References\n\n[1] Roe, J. (2020). Wells. Trade Press.\n")
	if last := a.Claims[len(a.Claims)-1]; len(last.Readings) > 0 {
		t.Error(told(&a, last))
	}
}
