// Package extract turns a document into an article understood: its sentences,
// names, times, markers, references and claims.
package extract

import (
	"slices"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// Options are what an article's own bytes do not say.
type Options struct {
	AsOf    when.Date        // the day of the run; bounds the article's own date
	Dated   when.Interval    // the article's own date, used where its bytes do not say; zero for none
	How     string           // where Dated comes from: "configured", "command line"
	Almanac *almanac.Almanac // background facts; never nil
}

// Extract reads doc. It never fails: what it cannot read stays out, and silence
// follows.
func Extract(doc article.Document, o Options) article.Article {
	tongues := languagesOf(&doc)
	a := article.Article{Document: doc, Language: tongues.article, Title: doc.Meta.Title}
	if p, found := tongues.foreignProblem(&doc); found {
		a.Problems = append(slices.Clip(a.Problems), p)
	}
	a.Sentences = splitSentences(&doc)
	a.Tokens = tagTokens(&doc, a.Sentences)
	foreign := tongues.inForeign(&doc)
	a.Entities = slices.DeleteFunc(findEntities(&doc, o.Almanac, a.Sentences, a.Tokens), func(e article.Entity) bool { return foreign(e.Span) })
	a.Quotations = findQuotations(&a)
	a.References = findReferences(&doc)
	a.Citations = findCitations(&doc, a.Sentences, a.References)
	if len(a.References) == 0 {
		a.References, a.Citations = inlineSources(&doc, a.Sentences)
	}
	a.Dated = statedDate(&doc, o)
	a.Times = findTimes(&a, &tongues)
	turnSeasons(&a, o.Almanac)
	if a.Title == "" {
		a.Title = firstHeading(&doc)
	}
	a.Claims = findClaims(&a, o.Almanac, &tongues)
	if !a.Dated.Stated {
		a.Dated = inferDate(&a, o.AsOf)
	}
	for i := range a.Claims {
		narrowByDate(&a, &a.Claims[i])
		foretell(&a, &a.Claims[i], o.AsOf)
	}
	return a
}

// firstHeading returns the first heading, unless it heads but the reference list.
func firstHeading(doc *article.Document) string {
	for i, b := range doc.Blocks {
		if b.Kind == article.Heading {
			if i+1 < len(doc.Blocks) && doc.Blocks[i+1].Kind == article.Entry {
				break
			}
			return doc.Text[b.Span.Start:b.Span.End]
		}
	}
	return ""
}
