package extract

import (
	"strings"

	"citevet/pipeline/article"
)

// causalWords and comparing words make a claim that a reader would want to check.
var causalWords = map[string]bool{"because": true, "caused": true, "causes": true, "led": true, "due": true, "resulted": true, "therefore": true, "thus": true, "driven": true}

var comparingWords = map[string]bool{
	"more": true, "less": true, "most": true, "least": true, "largest": true, "smallest": true, "highest": true, "lowest": true, "first": true, "fastest": true,
	"than": true, "increased": true, "decreased": true, "rose": true, "fell": true, "grew": true, "doubled": true, "tripled": true, "declined": true, "best": true, "worst": true,
}

var askingWords = map[string]bool{"i": true, "we": true, "you": true, "your": true, "our": true, "let": true, "my": true}

// worth scores how much a claim asks to be checked, 0 to 1, with the reasons.
// The kinds (statistic, attribution, causal, comparison, event) follow the
// check-worthiness annotation of ClaimBuster and CLEF CheckThat!.
func worth(a *article.Article, claim *article.Claim, c *clause) (float64, []string) {
	s := scorer{score: 0.15}
	for i := c.tokens.From; i < c.tokens.To; i++ {
		s.word(strings.ToLower(tokenText(a, i)), a.Tokens[i].Tag == "CD")
	}
	if m := c.main(); m != nil && (m.tense == past || m.tense == perfect) {
		s.add("event", 0.15)
	}
	s.names(len(claim.Entities))
	if len(claim.Readings) > 0 {
		s.add("dated", 0.15)
	}
	switch claim.Mood {
	case article.Opinion, article.Hypothetical, article.Forecast:
		s.score -= 0.15
	}
	if c.tokens.To-c.tokens.From < 5 {
		s.score -= 0.2
	}
	return s.result()
}

// cellWorth scores a table cell, which has no tags.
func cellWorth(text string, names int) (float64, []string) {
	s := scorer{score: 0.15}
	words := wordsOf(text, 0)
	for _, w := range words {
		s.word(w.low, strings.ContainsAny(w.text, "0123456789"))
	}
	s.names(names)
	if len(words) < 5 {
		s.score -= 0.1
	}
	return s.result()
}

type scorer struct {
	score   float64
	reasons []string
}

// add raises the score once for each reason.
func (s *scorer) add(reason string, by float64) {
	for _, r := range s.reasons {
		if r == reason {
			return
		}
	}
	s.reasons = append(s.reasons, reason)
	s.score += by
}

func (s *scorer) word(low string, number bool) {
	switch {
	case number || low == "percent" || low == "%":
		s.add("statistic", 0.3)
	case sayingVerbs[low] || low == "according":
		s.add("attribution", 0.15)
	case causalWords[low]:
		s.add("causal", 0.1)
	case comparingWords[low]:
		s.add("comparison", 0.1)
	case askingWords[low]:
		s.score -= 0.1
	}
}

func (s *scorer) names(n int) {
	switch {
	case n > 1:
		s.add("names", 0.2)
	case n == 1:
		s.add("names", 0.15)
	}
}

func (s *scorer) result() (float64, []string) {
	return min(1, max(0, float64(int(s.score*100+0.5))/100)), s.reasons
}
