package extract

import (
	"strings"

	"citevet/pipeline/article"
)

// presentWords say that a clause in the present tense speaks of the time of writing.
var presentWords = map[string]bool{
	"still": true, "currently": true, "now": true, "today": true, "presently": true, "nowadays": true,
}

// presentCue reports whether the clause speaks of the time of writing without a
// date of its own, and by which words.
func presentCue(a *article.Article, c *clause, mood article.Mood, uses []timeUse) (bool, article.Field) {
	m := c.main()
	if mood != article.Ongoing || m == nil || m.tense != present && m.tense != perfect {
		return false, article.Field{}
	}
	for _, u := range uses {
		if u.standing == dates {
			return false, article.Field{}
		}
	}
	span := tokenSpan(a, c.tokens)
	for _, t := range timesIn(a, span) {
		if t.Now && !inQuotes(a, t.Core()) {
			return true, article.Field{Text: a.Text[t.Start:t.End], Span: t.Span()}
		}
	}
	for i := c.tokens.From; i < c.tokens.To; i++ {
		at := a.Tokens[i].Span
		if presentWords[strings.ToLower(tokenText(a, i))] && a.Tokens[i].Tag != "JJ" && !inQuotes(a, at) {
			return true, article.Field{Text: tokenText(a, i), Span: at}
		}
	}
	return false, article.Field{}
}
