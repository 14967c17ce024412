package temporal

import (
	_ "embed"
	"fmt"
	"slices"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed future-wording-past-date.md
var futureWordingPage string

var futureWording = check.NewRule(check.Meta{
	Name:     "future-wording-past-date",
	Family:   "temporal",
	Summary:  "what is told as still to come lies before the article was written",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     futureWordingPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	if a.Dated.When.From.IsZero() {
		return
	}
	for i := range a.Claims {
		c := &a.Claims[i]
		if c.Mood != article.Scheduled && c.Mood != article.Forecast || c.Told != "" || !plainlyDated(a, c) {
			continue
		}
		spoken := c.Readings[0].Because[0]
		words, ok := foretells(a, c, spoken.Span)
		if !ok || quoted(a, c.Span) || spoken.When.To.Year+longAgo < a.Dated.When.From.Year {
			continue
		}
		f := check.Finding{
			Span:    words.Hull(spoken.Span),
			Message: "what is told as still to come lies before the article was written",
			Help:    fmt.Sprintf("say what came of it by %s, or as of when it was planned", monthWords(a.Dated.When.From)),
			Label:   "speaks of " + spoken.When.String(),
			Claims:  []int{i},
			Proof:   []article.Premise{spoken, a.Dated.Because[0]},
		}
		prove(&f, check.Step{Claim: -1, Reference: -1, What: "speaks of", Known: []int{0}, Needed: 1, Slack: check.SlackDays})
		if check.Recompute(f.Proof, f.Steps).Holds {
			p.Report(f)
		}
	}
})

// longAgo is how many years back "will" is the historian's: "in 1936 he will win
// four medals".
const longAgo = 25

// foretells returns the words by which a clause says that what happens at the
// time in its span is still to come. A verb in the past before them makes it what
// was foretold at the time, and one between them and the time takes the time away.
func foretells(a *article.Article, c *article.Claim, time article.Span) (article.Span, bool) {
	for _, t := range before(a, c) {
		if t.Tag == "VBD" || reports(a, t) {
			return article.Span{}, false
		}
	}
	tokens := tokensOf(a, c)
	if slices.ContainsFunc(tokens, func(t article.Token) bool { return reports(a, t) }) {
		return article.Span{}, false
	}
	for i, t := range tokens {
		if t.Tag == "VBD" {
			return article.Span{}, false
		}
		n := foretelling(a, tokens[i:])
		if n == 0 {
			continue
		}
		words := article.Span{Start: t.Span.Start, End: tokens[i+n-1].Span.End}
		if words.Hull(time).Len() <= foretoldReach && !parted(a, tokens, words, time) {
			return words, true
		}
	}
	return article.Span{}, false
}

// foretoldReach is how many bytes the words that look ahead and their time may take.
const foretoldReach = 160

// parted reports whether another verb with a tense of its own, or a word that
// opens a clause within the clause, stands between the words and the time.
func parted(a *article.Article, tokens []article.Token, words, time article.Span) bool {
	for i, t := range tokens {
		if words.Overlaps(t.Span) || !words.Hull(time).Contains(t.Span) {
			continue
		}
		if finite(t) || opensInner(a, tokens[i:]) {
			return true
		}
	}
	return false
}

// opensInner reports whether the first of the tokens opens a clause within the
// clause: "in Penang, where a plant opened", "free, as decided in". "As of" and
// "as part" open none.
func opensInner(a *article.Article, tokens []article.Token) bool {
	switch low(a, tokens[0]) {
	case "where", "which", "who", "whose":
		return true
	case "as":
		return len(tokens) > 1 && (tokens[1].Tag == "VBN" || tokens[1].Tag == "VBD")
	}
	return false
}

// reports reports whether a token hands the word to somebody else, or lets what is
// to come reach back.
func reports(a *article.Article, t article.Token) bool {
	switch low(a, t) {
	case "plan", "proposal", "scenario", "strategy", "roadmap", "agreement", "contract", "forecast", "projection", "timetable":
		return true // "under the plan of 2019 it will"
	case "arrears", "retroactively", "retrospectively", "backdated":
		return true // "the award will apply from last January with arrears"
	case "says", "said", "according", "states", "reports", "announces", "claims", "predicts", "argues", "if", "whether", "unless", "once", "should":
		return true
	}
	return false
}

// foretelling returns how many of the tokens, which begin with one, make a verb
// form that looks ahead from today: "will", "is to", "are expected to".
func foretelling(a *article.Article, tokens []article.Token) int {
	switch word := low(a, tokens[0]); {
	case (word == "will" || word == "shall") && tokens[0].Tag == "MD":
		return 1
	case word != "is" && word != "are":
		return 0
	}
	for i := 1; i < len(tokens) && i < 4; i++ {
		switch low(a, tokens[i]) {
		case "to":
			if i+1 < len(tokens) && tokens[i+1].Tag == "VB" {
				return i + 1
			}
			return 0
		case "expected", "scheduled", "planned", "due", "set", "slated", "projected", "currently", "also", "still", "now":
		default:
			return 0
		}
	}
	return 0
}
