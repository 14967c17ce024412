package temporal

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed past-wording-future-date.md
var pastWordingPage string

var pastWording = check.NewRule(check.Meta{
	Name:     "past-wording-future-date",
	Family:   "temporal",
	Summary:  "what is told as done lies after the article was written",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     pastWordingPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	if len(a.Dated.Because) == 0 {
		return
	}
	written := a.Dated.Because[0]
	if !a.Dated.Stated {
		written = a.Dated.Because[len(a.Dated.Because)-1]
	}
	var told []int
	latest := -1
	for i := range a.Claims {
		c := &a.Claims[i]
		if c.Told != article.Asserted || !plainlyDated(a, c) || quoted(a, c.Span) || !tellsAsDone(a, c) || invented(a, c) ||
			!written.When.To.AddDays(check.SlackDays).Before(c.Readings[0].When.From) {
			continue
		}
		told = append(told, i)
		if latest < 0 || a.Claims[latest].Readings[0].When.From.Before(c.Readings[0].When.From) {
			latest = i
		}
	}
	if latest >= 0 {
		p.Report(toldAhead(a, told, latest, written))
	}
})

// toldAhead is the one finding on all claims that tell what is still ahead as
// done: their common cause is a wrong date of the article, as like as not. The
// latest of them is its place and its proof.
func toldAhead(a *article.Article, told []int, latest int, written article.Premise) check.Finding {
	c := &a.Claims[latest]
	spoken := c.Readings[0].Because[0]
	f := check.Finding{
		Span:    spoken.Span,
		Message: "what is told as done lies after the article was written",
		Help:    fmt.Sprintf("correct the date, or say that it is planned; the article is from %s at the latest", monthWords(written.When.To)),
		Label:   "speaks of " + spoken.When.String(),
		Claims:  told,
		Proof:   []article.Premise{spoken, written},
	}
	if n := len(told) - 1; n > 0 {
		f.Message += fmt.Sprintf(", here and in %s", others(n))
	}
	for _, i := range told {
		if p := a.Claims[i].Readings[0].Because[0]; i != latest {
			f.Related = append(f.Related, check.Related{Span: p.Span, Label: "speaks of " + p.When.String()})
		}
	}
	prove(&f, check.Step{Claim: -1, Reference: -1, What: "article dated", Known: []int{1}, Needed: 0, Shape: c.Readings[0].Shape, Slack: check.SlackDays})
	return f
}

// tellsAsDone reports whether the time of a clause hangs on a verb in the past:
// the last verb before it is one, or it opens the clause and the first verb after
// it is. A clause that looks back at a plan is none.
func tellsAsDone(a *article.Article, c *article.Claim) bool {
	time := c.Readings[0].Because[0].Span
	words, done, decided, last := 0, false, false, ""
	participle, verbs := false, 0
	for _, t := range tokensOf(a, c) {
		before := last
		last = low(a, t)
		if finite(t) || t.Tag == "VB" || t.Tag == "VBG" {
			verbs++
		}
		participle = participle || t.Tag == "VBN" && t.Span.Start < time.Start
		switch {
		case t.Tag == "MD", last == "to" && (before == "had" || before == "was" || before == "were"):
			return false
		case t.Span.Start < time.Start:
			words++
			done = done && !finite(t) || t.Tag == "VBD"
		case finite(t) && !decided:
			decided = true
			done = done || words <= openingWords && t.Tag == "VBD"
		}
	}
	// Without any other verb, what was tagged a participle is the verb itself: "the
	// council adopted in March".
	return done || participle && verbs == 0
}

// invented reports whether the claim's sentence speaks of a work or a model, in
// which any year may have come.
func invented(a *article.Article, c *article.Claim) bool {
	r := a.Sentences[c.Sentence].Tokens
	return slices.ContainsFunc(a.Tokens[r.From:r.To], func(t article.Token) bool {
		switch strings.TrimSuffix(low(a, t), "s") {
		case "novel", "film", "movie", "story", "game", "serie", "episode", "plot", "scenario", "character", "fiction", "fictional", "model", "simulation", "projection", "manga", "comic":
			return true
		}
		return false
	})
}

// openingWords is how many words may stand before a time that opens its clause.
const openingWords = 3

func others(n int) string {
	if n == 1 {
		return "another place"
	}
	return fmt.Sprintf("%d other places", n)
}
