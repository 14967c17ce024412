package brief

import (
	"fmt"

	"citevet/pipeline/check"
)

// Counts are the numbers of a briefing. Verdicts has one count a row of
// [Verdicts] and sums to Claims.
type Counts struct {
	Claims, Sources, Citations int
	Verdicts                   []int
	Decisions                  int // errors that leave a claim without possible support
	Errors, Warnings, Infos    int // findings as reported; decisions are among the errors
	Places                     int // their sum
}

// of returns how many claims have a verdict.
func (c Counts) of(w check.Word) int {
	for i, v := range Verdicts {
		if v.Word == w {
			return c.Verdicts[i]
		}
	}
	return 0
}

func countsOf(r check.Result) Counts {
	c := Counts{
		Claims: len(r.Verdicts), Sources: len(r.Article.References), Citations: len(r.Article.Citations),
		Verdicts: make([]int, len(Verdicts)),
	}
	for _, v := range r.Verdicts {
		for i := range Verdicts {
			if Verdicts[i].Word == v.Word {
				c.Verdicts[i]++
			}
		}
	}
	for _, f := range r.Findings {
		switch f.Severity {
		case check.Error:
			c.Errors++
		case check.Warning:
			c.Warnings++
		case check.Info:
			c.Infos++
		}
		if f.Decision {
			c.Decisions++
		}
	}
	c.Places = c.Errors + c.Warnings + c.Infos
	return c
}

// countsWords writes the counts of findings so that they sum.
func countsWords(c Counts) string {
	within := fmt.Sprintf("in %s with %s and %s", orNo(c.Claims, "claim"), orNo(c.Sources, "source"), orNo(c.Citations, "citation"))
	if c.Places == 0 {
		return "No findings " + within + "."
	}
	return fmt.Sprintf("%s %s: %s.", plural(c.Places, "finding"), within, listWords(severityCounts(c.Decisions, c.Errors, c.Warnings, c.Infos)))
}

// orNo writes a count with its noun, none as "no claims".
func orNo(n int, noun string) string {
	if n == 0 {
		return "no " + noun + "s"
	}
	return plural(n, noun)
}

// severityCounts writes the counts that are not zero; decisions are among the
// errors and told apart from them.
func severityCounts(decisions, errors, warnings, infos int) []string {
	var words []string
	for _, c := range []struct {
		n    int
		noun string
	}{{decisions, "decision error"}, {errors - decisions, "error"}, {warnings, "warning"}, {infos, "note"}} {
		if c.n > 0 {
			words = append(words, plural(c.n, c.noun))
		}
	}
	return words
}
