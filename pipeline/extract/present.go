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
	for _, t := range timesIn(a, tokenSpan(a, c.tokens)) {
		first, last := tokenAt(a, c.tokens, t.Start), tokenAt(a, c.tokens, t.End-1)
		if t.Now && goesWithVerb(a, c, m, first, last) {
			return true, article.Field{Text: a.Text[t.Start:t.End], Span: t.Span()}
		}
	}
	for i := c.tokens.From; i < c.tokens.To; i++ {
		if presentWords[strings.ToLower(tokenText(a, i))] && a.Tokens[i].Tag != "JJ" && !unmoving(a, c, i) && goesWithVerb(a, c, m, i, i) {
			return true, article.Field{Text: tokenText(a, i), Span: a.Tokens[i].Span}
		}
	}
	return false, article.Field{}
}

// unmoving reports whether token i is the "still" of still pictures.
func unmoving(a *article.Article, c *clause, i int) bool {
	if i+1 >= c.tokens.To || lowToken(a, i) != "still" {
		return false
	}
	switch strings.TrimSuffix(lowToken(a, i+1), "s") {
	case "photograph", "photo", "image", "picture", "frame", "camera", "life", "water", "air", "photography":
		return true
	}
	return false
}

// goesWithVerb reports whether the words from first to last say when the main
// verb holds: they open or close the clause, or stand beside the verb. "today's
// Europe", "what is now Europe" and a show called "News Now" do not.
func goesWithVerb(a *article.Article, c *clause, m *group, first, last int) bool {
	place := article.Span{Start: a.Tokens[first].Span.Start, End: a.Tokens[last].Span.End}
	opens := first <= c.tokens.From+1
	switch {
	case inQuotes(a, place), inParentheses(a, place):
		return false
	case opens && strings.EqualFold(tokenText(a, first), "still"):
		return false // "Still, it rained": nevertheless
	case !opens && a.Text[place.Start] >= 'A' && a.Text[place.Start] <= 'Z':
		return false
	case strings.HasPrefix(a.Text[place.End:], "'s"), strings.HasPrefix(a.Text[place.End:], "’s"):
		return false
	case m.From > c.tokens.From && strings.EqualFold(tokenText(a, m.From-1), "what"):
		return false
	}
	for i := max(c.tokens.From, first-3); i < first; i++ {
		if strings.EqualFold(tokenText(a, i), "what") {
			return false
		}
	}
	return opens || last == c.tokens.To-1 || m.From-2 <= first && first <= m.To
}
