package extract

import "testing"

// one returns what a text's only claim reads as; the claims of several are joined.
func one(body string) string {
	a := read(body)
	s := ""
	for i, c := range a.Claims {
		if i > 0 {
			s += " // "
		}
		s += told(&a, c)
	}
	return s
}

func TestTheOlderHalfMayBeWhatIsCited(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{
			"what had been shown before is what the marker stands behind", "Lee confirmed in 2020 what Roe had shown [1].",
			"Lee confirmed in 2020 what Roe had shown | asserted | [1]",
		},
		{
			"also behind a verb that the tagger takes for a participle", "In 2020 the team built on what Roe had begun [1].",
			"In 2020 the team built on what Roe had begun | asserted | [1]",
		},
		{
			"a year of its own sets it back as well", "In 2020 Lee repeated what Roe did in 1985 [1].",
			"In 2020 Lee repeated what Roe did in 1985 | asserted | 1985-01-01..1985-12-31 | [1]",
		},
		{
			"who finds out is the first to tell", "In 2020 Lee found out what Roe had hidden [1].",
			"In 2020 Lee found out what Roe had hidden | asserted | 2020-01-01..2020-12-31 | [1]",
		},
		{
			"of what was found the time is the finding's", "The police found in 2020 that the mayor had stolen 40 million crowns [1].",
			"The police found in 2020 that the mayor had stolen 40 million crowns | asserted | 2020-01-01..2020-12-31 | [1]",
		},
		{
			"what is said of a noun leaves a doubt", "In 2020 the archive published the letters that Roe had written to his sister [1].",
			"In 2020 the archive published the letters that Roe had written to his sister | asserted | 2020-01-01..2020-12-31 doubted | [1]",
		},
		{
			"a work described by another is cited for that", "In 2020 researchers replicated an experiment that Roe had described [1].",
			"In 2020 researchers replicated an experiment that Roe had described | asserted | [1]",
		},
		{
			"what is likened to something older", "What happened in 2025 recalls the strike of 1926 [1].",
			"What happened in 2025 recalls the strike of 1926 | ongoing | 1926-01-01..1926-12-31 doubted | [1]",
		},
		{
			"in the passive too", "The walkout in 2025 was compared with the strike of 1926 [1].",
			"The walkout in 2025 was compared with the strike of 1926 | asserted | 1926-01-01..1926-12-31 doubted | [1]",
		},
		{
			"a verb of likening before both", "Observers likened the panic of March 2020 to the crash of 1929 [1].",
			"Observers likened the panic of March 2020 to the crash of 1929 | asserted | 1929-01-01..1929-12-31 doubted | [1]",
		},
		{
			"a noun of likening", "The crisis of 2020 bears comparison with the crash of 1929 [1].",
			"The crisis of 2020 bears comparison with the crash of 1929 | ongoing | 1929-01-01..1929-12-31 doubted | [1]",
		},
		{
			"what was done before by another", "What Lee did in 2020 was first done by Roe in 1985 [1].",
			"What Lee did in 2020 was first done by Roe in 1985 | asserted | 1985-01-01..1985-12-31 | [1]",
		},
		{
			"calling back is no likening", "In 2025 the town recalled 400 buses [1].",
			"In 2025 the town recalled 400 buses | asserted | 2025-01-01..2025-12-31 | [1]",
		},
		{
			"what is only measured by it leaves a doubt", "In 2025 prices rose faster than in 1926 [1].",
			"In 2025 prices rose faster than in 1926 | asserted | 2025-01-01..2025-12-31 doubted | [1]",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := one(test.body); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
