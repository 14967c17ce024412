package citation

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed uncited-quote.md
var uncitedQuotePage string

type uncitedQuoteOptions struct {
	Words int `json:"words" doc:"how many words a quotation has at least" min:"3" max:"100"`
}

var uncitedQuote = check.NewRule(check.Meta{
	Name:     "uncited-quote",
	Family:   "citation",
	Summary:  "a quotation carries no marker in an article that cites",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     uncitedQuotePage,
}, uncitedQuoteOptions{Words: fewestQuoted}, func(p *check.Pass, o uncitedQuoteOptions) {
	a := p.Article
	uncited := uncitedQuotes(a, coverageOf(a), o.Words)
	if len(uncited) == 0 {
		return
	}
	f := check.Finding{
		Span:    a.Quotations[uncited[0]].Span,
		Message: "a quotation carries no marker",
		Help:    "cite where the words were said or printed",
		Label:   "no marker",
	}
	if n := len(uncited); n > 1 {
		f.Message = fmt.Sprintf("%d quotations carry no marker", n)
	}
	for _, i := range uncited[1:] {
		f.Related = append(f.Related, check.Related{Span: a.Quotations[i].Span, Label: "no marker"})
	}
	p.Report(f)
})

// fewestQuoted is how many words make a quotation rather than a term or a word
// held at a distance.
const fewestQuoted = 6

// uncitedQuotes returns the quotations of somebody's words that no marker reaches
// in an article that cites throughout, none that stands within another.
func uncitedQuotes(a *article.Article, c coverage, fewest int) []int {
	if !c.thorough(a) || mixed(a) {
		return nil
	}
	elsewhere, own := citedWords(a, c), interviewed(a)
	var uncited []int
	end, inProse := 0, -1
	for i, q := range a.Quotations {
		if q.Span.Start < end {
			continue
		}
		end = q.Span.End
		if q.Sentence < 0 || c.exempt[a.Sentences[q.Sentence].Block] || len(strings.Fields(a.Words(q.Words))) < fewest || reachesQuote(a, c, q) {
			continue
		}
		if q.Speaker >= 0 && own[a.Entities[q.Speaker].ID] {
			continue
		}
		before, after := beside(a, q)
		if dated(a, q) && (printing.MatchString(before) || inProse == a.Sentences[q.Sentence].Block) {
			inProse = a.Sentences[q.Sentence].Block // a reply may leave out where it was printed
			continue
		}
		if uttered(a, q, before) && !located(before, after) && !markedBefore(a, q, before) && !elsewhere[plainWords(a.Words(q.Words))] {
			uncited = append(uncited, i)
		}
	}
	return uncited
}

// interviewed returns those, by the ID of their entity, who are told to have spoken
// to the authors: what else they say was said there too.
func interviewed(a *article.Article) map[string]bool {
	own := map[string]bool{}
	for _, q := range a.Quotations {
		if q.Sentence < 0 {
			continue
		}
		before, after := beside(a, q)
		if !firsthand.MatchString(before) && !firsthand.MatchString(after[:min(len(after), tagReach/2)]) {
			continue
		}
		if i := speakerOf(a, q); i >= 0 {
			own[a.Entities[i].ID] = true
		}
	}
	return own
}

// speakerOf returns the entity that a quotation is given to: where that is "he" or
// "she", the person named last before it in its block; -1 where there is none.
func speakerOf(a *article.Article, q article.Quotation) int {
	if q.Speaker >= 0 {
		return q.Speaker
	}
	start := a.Blocks[a.Sentences[q.Sentence].Block].Span.Start
	i, _ := slices.BinarySearchFunc(a.Entities, q.Span.Start, func(e article.Entity, at int) int { return e.Span.Start - at })
	for i--; i >= 0 && a.Entities[i].Span.Start >= start; i-- {
		if a.Entities[i].Kind == article.Person {
			return i
		}
	}
	return -1
}

// reachesQuote reports whether a marker stands for any sentence of a quotation,
// or opens the block that follows, as where it is set off by itself.
func reachesQuote(a *article.Article, c coverage, q article.Quotation) bool {
	for s := q.Sentence; s < len(a.Sentences) && a.Sentences[s].Span.Start < q.Span.End; s++ {
		if c.reaches(a, s) {
			return true
		}
	}
	next := a.Sentences[q.Sentence].Block + 1
	return next < len(a.Blocks) && a.Blocks[next].Kind == article.Quote && c.block[next]
}

// citedWords returns the quotations for which a marker stands, as plain words.
func citedWords(a *article.Article, c coverage) map[string]bool {
	cited := map[string]bool{}
	for _, q := range a.Quotations {
		if q.Sentence >= 0 && reachesQuote(a, c, q) {
			cited[plainWords(a.Words(q.Words))] = true
		}
	}
	return cited
}

// plainWords returns words in lower case without marks, to tell that two
// quotations are the same.
func plainWords(words string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}
