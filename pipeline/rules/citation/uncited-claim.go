package citation

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed uncited-claim.md
var uncitedClaimPage string

type uncitedClaimOptions struct {
	MinWorth float64 `json:"min-worth" doc:"check-worthiness from which a claim should carry a marker" min:"0" max:"1"`
}

var uncitedClaim = check.NewRule(check.Meta{
	Name:     "uncited-claim",
	Family:   "citation",
	Summary:  "check-worthy claims carry no marker in an article that cites",
	Since:    "0.1",
	Severity: check.Info,
	Page:     uncitedClaimPage,
}, uncitedClaimOptions{MinWorth: 0.7}, func(p *check.Pass, o uncitedClaimOptions) {
	a := p.Article
	c := coverageOf(a)
	if !c.thorough(a) || mixed(a) {
		return
	}
	narrower := toldNarrower(a, c)
	var uncited []int
	worthy, sentence := 0, -1
	for i, claim := range a.Claims {
		if claim.Worth < o.MinWorth || claim.Mood != article.Asserted && claim.Mood != article.Ongoing || c.exempt[claim.Block] || addresses(a, claim) {
			continue
		}
		if claim.Sentence >= 0 && claim.Sentence == sentence {
			continue // another clause of a sentence that is already counted
		}
		sentence = claim.Sentence
		worthy++
		if !c.covers(a, claim) && (claim.Sentence < 0 || !narrower[claim.Sentence]) {
			uncited = append(uncited, i)
		}
	}
	if len(uncited) == 0 || len(uncited) == 1 && worthy >= manyWorthy {
		return
	}
	carry := "carry"
	if len(uncited) == 1 {
		carry = "carries"
	}
	f := check.Finding{
		Span:    a.Claims[uncited[0]].Span,
		Message: fmt.Sprintf("%d of %d check-worthy claims %s no marker", len(uncited), worthy, carry),
		Help:    "cite a source where the claim is made, or at the end of its paragraph",
		Label:   "no marker",
		Claims:  uncited,
	}
	for _, i := range uncited[1:] {
		f.Related = append(f.Related, check.Related{Span: a.Claims[i].Span, Label: "no marker"})
	}
	p.Report(f)
})

// manyWorthy is how many claims worth checking make a single one without a marker
// a sentence that leads on or sums up, as a rule.
const manyWorthy = 10

// addresses reports whether a claim advises its reader, lists examples, or tells what the text
// itself does, rather than a fact that needs a source.
func addresses(a *article.Article, claim article.Claim) bool {
	if slices.Contains(claim.Reasons, "advice") || slices.Contains(claim.Reasons, "speaks to the reader") {
		return true
	}
	start := claim.Span.Start
	if claim.Sentence >= 0 {
		start = a.Sentences[claim.Sentence].Span.Start
	}
	words := strings.Fields(strings.ToLower(firstWords(a.Text[start:claim.Span.End])))
	if len(words) > 0 && (strings.HasPrefix(words[0], "recommend") || strings.HasPrefix(words[0], "example")) {
		return true
	}
	if len(words) < 2 || words[0] != "this" {
		return false
	}
	switch words[1] {
	case "report", "review", "article", "paper", "answer", "overview", "analysis", "guide", "section", "essay":
		return true
	}
	return false
}

// toldNarrower returns the sentences whose statistic or quotation another rule
// says to carry no marker.
func toldNarrower(a *article.Article, c coverage) map[int]bool {
	told := map[int]bool{}
	for _, u := range uncitedNumbers(a, c) {
		told[u.sentence] = true
	}
	for _, i := range uncitedQuotes(a, c, fewestQuoted) {
		told[a.Quotations[i].Sentence] = true
	}
	return told
}
