package temporal

import (
	"sort"
	"strings"

	"citevet/pipeline/article"
)

// tokensOf returns the tokens of a claim that is a clause, in order.
func tokensOf(a *article.Article, c *article.Claim) []article.Token {
	if c.Sentence < 0 {
		return nil
	}
	r := a.Sentences[c.Sentence].Tokens
	all := a.Tokens[r.From:r.To]
	from := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= c.Span.Start })
	to := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= c.Span.End })
	return all[from:to]
}

// before returns the tokens of the claim's sentence that stand before it.
func before(a *article.Article, c *article.Claim) []article.Token {
	r := a.Sentences[c.Sentence].Tokens
	all := a.Tokens[r.From:r.To]
	return all[:sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= c.Span.Start })]
}

// low returns a token's word in lower case.
func low(a *article.Article, t article.Token) string { return strings.ToLower(a.Words(t.Span)) }

// finite reports whether a token is a verb that has a tense of its own.
func finite(t article.Token) bool {
	switch t.Tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// quoted reports whether a place overlaps a quotation.
func quoted(a *article.Article, s article.Span) bool {
	i := sort.Search(len(a.Quotations), func(i int) bool { return a.Quotations[i].Span.End > s.Start })
	return i < len(a.Quotations) && a.Quotations[i].Span.Start < s.End
}

// longestRead is how many bytes a sentence may have whose words are read one by
// one: what is longer is a list or a defect, and would take long.
const longestRead = 4000

// plainlyDated reports whether a clause names its time itself, in one way and
// without a doubt.
func plainlyDated(a *article.Article, c *article.Claim) bool {
	if c.Sentence < 0 || len(c.Readings) != 1 || a.Sentences[c.Sentence].Span.Len() > longestRead {
		return false
	}
	r := &c.Readings[0]
	return r.Basis == article.ByWords && r.Doubt == "" && r.Because[0].How == "stated" && c.Span.Contains(r.Because[0].Span)
}
