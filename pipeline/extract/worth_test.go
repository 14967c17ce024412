package extract

import (
	"slices"
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

func TestEveryReasonHasAWeight(t *testing.T) {
	a := answerArticle("In 2022 Ann Roe of the IMF said that you should not, overall, cause such various increases, given 4 percent. Perhaps this is it.", nil)
	for _, c := range a.Claims {
		for _, r := range c.Reasons {
			if _, ok := worthWeights[r]; !ok {
				t.Errorf("%q weighs nothing", r)
			}
		}
	}
}
