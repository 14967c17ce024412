package extract

import (
	"slices"
	"strconv"
	"testing"
)

// worthIn returns the worth and the reasons of the first claim of a paragraph.
func worthIn(t *testing.T, text string) (float64, []string) {
	t.Helper()
	a := answerArticle(text, []string{"[1] https://herald.example/x"})
	if len(a.Claims) == 0 {
		t.Fatalf("%q makes no claim", text)
	}
	return a.Claims[0].Worth, a.Claims[0].Reasons
}

func TestReasonsOfWorth(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The port handled 41,000 crates, 12 percent more than before.", "statistic"},
		{"The port handled more crates than before.", "comparison"},
		{"The ministry said that the port was closed for repairs.", "attribution"},
		{"The closure of the port led to a shortage of flour.", "causal"},
		{"The port closed its gates to all the larger vessels.", "event"},
		{"In March 2022 the port closed its gates to larger vessels.", "dated"},
		{"The port closed its gates to all the larger vessels [1].", "cited"},
		{"The port might close its gates to all the larger vessels.", "hedged"},
		{"It is the port that all the larger vessels avoid.", "points back"},
		{"Overall, the port serves all the larger vessels well enough.", "sums up"},
		{"You can reach the port by any of the larger roads.", "speaks to the reader"},
		{"Keep the crates of the larger vessels below the deck [1].", "instruction"},
		{"The gates: close them before the larger vessels reach the port.", "instruction"},
		{"This report covers all the larger vessels of the port.", "about the text"},
		{"Here are the larger vessels of the port.", "about the text"},
		{"The table below lists the larger vessels of the port.", "about the text"},
		{"The provided passages name none of the larger vessels.", "about the text"},
		{"Patients with COPD breathe better in the air of the coast.", "term"},
	} {
		if _, reasons := worthIn(t, c.text); !slices.Contains(reasons, c.want) {
			t.Errorf("%q is worth checking for %q, want %q among them", c.text, reasons, c.want)
		}
	}
}

func TestFiguresOutweighAdvice(t *testing.T) {
	figures, _ := worthIn(t, "In March 2022 the Trade Ministry counted 41,000 crates in Rotterdam, 12 percent more than France.")
	advice, _ := worthIn(t, "You should consider various factors, depending on your own case.")
	if figures < 0.8 || advice > 0.3 {
		t.Errorf("figures are worth %v, advice %v", figures, advice)
	}
}

func TestEveryFeatureHasAWeight(t *testing.T) {
	a := answerArticle("In 2022 Ann Roe of the IMF said that you should not, overall, cause such various increases, given 4 percent [1]. Perhaps this is it.",
		[]string{"[1] https://herald.example/x"})
	w := newWeigher(&a)
	for i := range a.Claims {
		for _, f := range w.features(&a.Claims[i]) {
			if _, ok := worthWeights[f.name]; !ok {
				t.Errorf("%q weighs nothing", f.name)
			}
		}
	}
}

// What the sentence is built of is told only where it is far from usual.
func TestMeasuresAreReasonsWhereUnusual(t *testing.T) {
	for _, c := range []struct{ text, reason string }{
		{"Move the crates, count them and close the gates to let the others pass.", "bare verbs"},
		{"They gave it to them because he told her so.", "pronouns"},
		{"They gave it to them because he told her so.", "few nouns"},
		{"They gave it to them because he told her so.", "short"},
		{"The harbour company moved grain from the northern islands to the mills by barge, with tugs from the naval dockyard and crews from the fishing fleet.", "means"},
		{"The harbour company moved grain from the northern islands to the mills by barge, with tugs from the naval dockyard and crews from the fishing fleet.", "many nouns"},
	} {
		if _, reasons := worthIn(t, c.text); !slices.Contains(reasons, c.reason) {
			t.Errorf("%q is worth checking for %q, want %q among them", c.text, reasons, c.reason)
		}
	}
	if _, reasons := worthIn(t, "The US sent the larger vessels to the port."); slices.Contains(reasons, "speaks to the reader") {
		t.Errorf("the US is worth checking for %q", reasons)
	}
	if _, reasons := worthIn(t, "Below the deck the crew kept the crates of the larger vessels."); slices.Contains(reasons, "about the text") {
		t.Errorf("%q", reasons)
	}
	_, reasons := worthIn(t, "The port closed the gates of the northern docks and sent the larger vessels to the harbour of the neighbouring town.")
	for _, r := range []string{"bare verbs", "pronouns", "few nouns", "short", "long"} {
		if slices.Contains(reasons, r) {
			t.Errorf("a usual sentence is weighed for %q", r)
		}
	}
}

func TestNewsRanksFactsAboveTalk(t *testing.T) {
	var facts, talk []float64
	for _, text := range []string{
		"The council approved a budget of 41 million dollars on Tuesday, 12 percent more than in 2021.",
		"According to the coroner, the ferry sank within nine minutes off the coast of Cebu in March 2019.",
		"The Rovers beat the league leaders 3-1 and moved from ninth to fourth place in the Northern Division.",
	} {
		worth, _ := worthIn(t, text)
		facts = append(facts, worth)
	}
	for _, text := range []string{
		"I hope this helps you.",
		"We will come back to this in a moment.",
		"It is perhaps worth taking a closer look at what they might do.",
		"Good morning, and welcome to our show.",
	} {
		worth, _ := worthIn(t, text)
		talk = append(talk, worth)
	}
	if slices.Min(facts) <= slices.Max(talk)+0.3 {
		t.Errorf("facts are worth %v, talk %v", facts, talk)
	}
}

func TestFoldsAreEven(t *testing.T) {
	const folds, names = 10, 2000
	var count [folds]int
	for i := range names {
		count[Fold("document "+strconv.Itoa(i), folds)]++
	}
	if slices.Min(count[:]) < names/folds*3/4 || Fold("two  words\n", folds) != Fold("two words", folds) {
		t.Errorf("folds hold %v", count)
	}
}
