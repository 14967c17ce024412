package citation

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed uncited-number.md
var uncitedNumberPage string

var uncitedNumber = check.NewRule(check.Meta{
	Name:     "uncited-number",
	Family:   "citation",
	Summary:  "a statistic carries no marker in an article that cites",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     uncitedNumberPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	uncited := uncitedNumbers(a, coverageOf(a))
	if len(uncited) == 0 {
		return
	}
	f := check.Finding{
		Span:    uncited[0].span,
		Message: "a statistic carries no marker",
		Help:    "cite where the figure is from, or say what it was reckoned from",
		Label:   "no marker",
	}
	if n := len(uncited); n > 1 {
		f.Message = fmt.Sprintf("%d sentences give statistics without a marker", n)
	}
	for i, u := range uncited {
		f.Claims = append(f.Claims, u.claim)
		if i > 0 {
			f.Related = append(f.Related, check.Related{Span: u.span, Label: "no marker"})
		}
	}
	p.Report(f)
})

// bareNumber is the first statistic of a sentence that no marker reaches.
type bareNumber struct {
	span            article.Span
	claim, sentence int
}

// uncitedNumbers returns the statistics that no marker reaches in an article that
// cites throughout: one a sentence, none that is cited elsewhere or follows from
// what is cited beside it.
func uncitedNumbers(a *article.Article, c coverage) []bareNumber {
	if !c.thorough(a) || mixed(a) {
		return nil
	}
	cited := citedStatistics(a, c)
	var bare []bareNumber
	sentence := -1
	for i, claim := range a.Claims {
		if claim.Sentence < 0 || claim.Sentence == sentence || claim.Mood != article.Asserted && claim.Mood != article.Ongoing ||
			c.exempt[claim.Block] || len(claim.Citations) > 0 || c.reaches(a, claim.Sentence) || supposes(nearby(a, claim)) {
			continue
		}
		given := citedBefore(a, c, claim.Sentence)
		for _, s := range statisticsIn(a, claim.Span) {
			if !quoted(a, s.span) && !half(a, s) && !named(a, s.span) && !cited.has(s) && !s.follows(given) {
				bare = append(bare, bareNumber{s.span, i, claim.Sentence})
				sentence = claim.Sentence
				break
			}
		}
	}
	return bare
}

// nearReach is how many bytes around a claim or a figure are looked at for what
// makes it none.
const nearReach = 200

// nearby returns the words of a claim with those around it in its sentence.
func nearby(a *article.Article, claim article.Claim) string {
	s := a.Sentences[claim.Sentence].Span
	return unwrapped(a.Text[max(s.Start, claim.Span.Start-nearReach):min(s.End, claim.Span.End+nearReach)])
}

// ours finds figures that the authors found themselves, or that a table or a figure
// of the article has.
var ours = regexp.MustCompile(`\b(?:[Ww]e|[Oo]ur)\b|\b(?:[Tt]able|[Ff]igure|[Ff]ig\.|[Cc]hart)\s[\dIVX]`)

// supposes reports whether a sentence gives its figures as an example, or says in
// words whose they are.
func supposes(sentence string) bool {
	if ours.MatchString(sentence) {
		return true
	}
	sentence = " " + strings.ToLower(sentence)
	for _, w := range []string{" for example", " for instance", " e.g.", " suppose", " assum", " imagine", " say, ", "according to "} {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	return false
}

// half reports whether a share is the half of the votes that a majority is, which
// is a rule of voting rather than a count.
func half(a *article.Article, s statistic) bool {
	if !s.share || s.value != 50 {
		return false
	}
	words := strings.ToLower(a.Text[max(0, s.span.Start-nearReach):min(len(a.Text), s.span.End+nearReach)])
	return strings.Contains(words, "vote") || strings.Contains(words, "ballot") || strings.Contains(words, "majority")
}

// quoted reports whether a place lies within a quotation, which is another rule's.
func quoted(a *article.Article, at article.Span) bool {
	i, _ := slices.BinarySearchFunc(a.Quotations, at.Start, func(q article.Quotation, start int) int { return q.Span.Start - start - 1 })
	for k := max(0, i-4); k < i; k++ { // one within another follows it
		if a.Quotations[k].Span.Contains(at) {
			return true
		}
	}
	return false
}

// named reports whether a number is part of a name, or stands between two words
// that begin with capitals, as in "The $100,000 Pyramid".
func named(a *article.Article, at article.Span) bool {
	i, _ := slices.BinarySearchFunc(a.Entities, at.Start, func(e article.Entity, start int) int { return e.Span.Start - start - 1 })
	if i > 0 && a.Entities[i-1].Span.Contains(at) {
		return true
	}
	before := unwrapped(a.Text[max(0, at.Start-nearReach):at.Start])
	word := before[strings.LastIndexByte(strings.TrimRight(before, " "), ' ')+1:]
	after := strings.TrimLeft(a.Text[at.End:], " \n")
	return capital(word) && strings.HasSuffix(word, " ") && capital(after) && len(after)+at.End < len(a.Text)
}

// capital reports whether words begin with a capital letter.
func capital(words string) bool {
	r, _ := utf8.DecodeRuneInString(words)
	return unicode.IsUpper(r)
}
