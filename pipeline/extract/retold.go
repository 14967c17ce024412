package extract

import (
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// A marker at the end of a sentence often stands behind the older of two things
// that the sentence sets beside each other: what was built on, or what the new is
// likened to.

// retold reports whether what closes the clause, right before its marker, is what
// had been said or done before that time: of "confirmed in 2020 what Roe had shown"
// the source has the showing, and of "used a scale that Roe had devised" the scale.
func retold(a *article.Article, c *clause, u *timeUse) bool {
	h := hindmost(a, c, u)
	if h == nil {
		return false
	}
	for i := h.From - 1; i > h.From-retoldReach && i > c.tokens.From; i-- {
		switch g := governing(c, nil, i); {
		case lowToken(a, i) == "what":
			return g != nil && !uncovering[g.head]
		case qualifies(a, i):
			return takenOver[h.head]
		}
	}
	return false
}

// retoldReach is how many words the subject of an embedded clause may have.
const retoldReach = 8

// uncovering verbs with "what" ask rather than take up: who uncovers what had
// been done is the first to tell it.
var uncovering = map[string]bool{
	"revealed": true, "reveals": true, "uncovered": true, "uncovers": true, "disclosed": true, "exposed": true, "learned": true, "learnt": true, "discovered": true,
	"found": true, "told": true, "said": true, "asked": true, "explained": true, "described": true, "knew": true, "admitted": true, "investigated": true, "determined": true, "out": true,
}

// hindmost returns the verb group that is the last to have a tense in a clause
// closed by its marker, where it stands behind u and goes back before it: in the
// past perfect, or with an older time of its own; nil where it does not.
func hindmost(a *article.Article, c *clause, u *timeUse) *group {
	if !c.marked || u.group == nil || u.Relation == when.AsOf {
		return nil
	}
	for k := len(c.groups) - 1; k > 0 && k > len(c.groups)-retoldReach; k-- {
		h := &c.groups[k]
		if !h.tense.finite() {
			continue
		}
		if a.Tokens[h.From].Span.Start < u.End || h.tense != past {
			return nil
		}
		if t := olderClose(a, c, u); h.first == "had" && h.To-h.From > 1 || t != nil && a.Tokens[h.From].Span.Start < t.Start {
			return h
		}
		return nil
	}
	return nil
}

// goesBack reports whether the clause closes with a "that" or "which" of a noun
// that goes back before it: "published in 2020 the letters that Roe had written". After
// a verb or a time "that" opens what was found, which is of the finding's day.
func goesBack(a *article.Article, c *clause, u *timeUse) bool {
	h := hindmost(a, c, u)
	if h == nil {
		return false
	}
	for i := h.From - 1; i > h.From-retoldReach && i > c.tokens.From; i-- {
		if qualifies(a, i) {
			return true
		}
	}
	return false
}

// qualifies reports whether token i opens words about the noun right before it.
func qualifies(a *article.Article, i int) bool {
	switch lowToken(a, i) {
	case "that", "which", "who", "whom", "whose", "where":
		return strings.HasPrefix(a.Tokens[i-1].Tag, "NN") && len(timesIn(a, a.Tokens[i-1].Span)) == 0
	}
	return false
}

// likening words set two things beside each other; those of the second kind need
// the preposition that leads to what is likened to.
var likening = map[string]bool{
	"recall": true, "recalls": true, "recalled": true, "recalling": true, "echo": true, "echoes": true, "echoed": true, "echoing": true, "resemble": true, "resembles": true, "resembled": true,
	"resembling": true, "mirror": true, "mirrors": true, "mirrored": true, "mirroring": true, "parallel": true, "parallels": true, "paralleled": true, "evoke": true, "evokes": true,
	"evoked": true, "evoking": true, "reminiscent": true, "akin": true,
}

var likeningWith = map[string]bool{
	"compared": true, "compares": true, "compare": true, "comparable": true, "likened": true, "similar": true, "differs": true, "differed": true, "differ": true,
	"different": true, "comparison": true, "comparisons": true, "resemblance": true, "reminded": true, "reminds": true, "remind": true, "contrasts": true, "contrasted": true, "parallels": true,
}

// likenedTo reports whether the verb whose subject or time u is likens it to
// something older which closes the clause: "what happened in 2025 recalls the strike
// of 1926", "what he did in 2025 was first done in 1926". The source may stand for
// the older.
func likenedTo(a *article.Article, c *clause, u *timeUse) bool {
	t := olderClose(a, c, u)
	if t == nil {
		return false
	}
	first, last := tokenAt(a, c.tokens, u.End), tokenAt(a, c.tokens, t.Start)
	if lowToken(a, c.tokens.From) == "what" && finiteBetween(c, first, last) {
		return true
	}
	for i := last - 1; i >= c.tokens.From && i >= last-planReach; i-- {
		word := lowToken(a, i)
		from := max(i+1, first)
		if i >= first && likening[word] || likeningWith[word] && leadsToLiken(a, from, last) {
			return !finiteBetween(c, i+1, last)
		}
	}
	return false
}

// leadsToLiken reports whether a preposition of comparing stands soon behind.
func leadsToLiken(a *article.Article, from, to int) bool {
	for i := from; i < min(to, from+4); i++ {
		switch lowToken(a, i) {
		case "to", "with", "from", "of":
			return true
		}
	}
	return false
}

// measured reports whether "than" or "as" leads to an older time that closes the
// clause: "prices rose faster than in 1926", "walked out, as they had in 1926".
func measured(a *article.Article, c *clause, u *timeUse) bool {
	t := olderClose(a, c, u)
	if t == nil {
		return false
	}
	last := tokenAt(a, c.tokens, t.Start)
	for i := last; i >= tokenAt(a, c.tokens, u.End) && i >= last-retoldReach; i-- {
		switch lowToken(a, i) {
		case "than":
			return true
		case "as":
			return tokenText(a, i-1) == "," || lowToken(a, i-1) == "much" || lowToken(a, i-1) == "just"
		}
	}
	return false
}

// olderClose returns the last time of a marked clause, where it stands behind u, is
// surely older and nothing but its noun's words follow; nil where it is not so.
func olderClose(a *article.Article, c *clause, u *timeUse) *article.Time {
	if !c.marked {
		return nil
	}
	times := timesIn(a, tokenSpan(a, c.tokens))
	if len(times) == 0 {
		return nil
	}
	t := &times[len(times)-1]
	if t.Start < u.End || t.Kind != when.KindDate || len(t.Readings) != 1 || !t.Readings[0].Before(u.Readings[0]) {
		return nil
	}
	if tokenAt(a, c.tokens, t.End) < c.tokens.To-retoldReach || finiteBetween(c, tokenAt(a, c.tokens, t.End), c.tokens.To) {
		return nil
	}
	return t
}

// yearsOn reports whether a marked clause closes with how long after something else
// the time came: "won the prize in 2021, eleven years after her first novel had come
// out". The marker may stand behind that alone.
func yearsOn(a *article.Article, c *clause, u *timeUse) bool {
	if !c.marked || u.group == nil || len(c.groups) == 0 {
		return false
	}
	h := &c.groups[len(c.groups)-1]
	if h.first != "had" || a.Tokens[h.From].Span.Start < u.End || h.From == u.group.From {
		return false
	}
	for i := h.From - 1; i > h.From-retoldReach && i > c.tokens.From; i-- {
		if word := lowToken(a, i); word == "after" || word == "before" || word == "since" {
			return spanUnits[lowToken(a, i-1)]
		}
	}
	return false
}

// reckoned reports whether the time only opens words that reckon from it to the verb
// which closes the clause: "In 2023, a century after the first ship reached the lake".
func reckoned(a *article.Article, c *clause, u *timeUse, at int) bool {
	g := u.group
	if !u.fronted || !c.marked || g.From <= at || len(groupsAfter(c, g.To)) > 0 {
		return false
	}
	for i := g.From - 1; i > at; i-- {
		if word := lowToken(a, i); word == "after" || word == "before" {
			return spanUnits[lowToken(a, i-1)]
		}
	}
	return false
}

var spanUnits = wordSet(`years months weeks days decades centuries year month week day decade century hours`)

// interposed reports whether the time stands between commas in a clause about the
// subject, behind which the main verb has a time of its own: "the format, which
// shipped in June 2008, was voted down in April 2007". The marker is the main clause's.
func interposed(a *article.Article, c *clause, u *timeUse) bool {
	end := tokenAt(a, c.tokens, u.End)
	for last := min(c.tokens.To, end+planReach); end < last && !isPunct(tokenText(a, end)); {
		end++
	}
	k, _ := slices.BinarySearchFunc(c.groups, end, func(g group, at int) int { return g.From - at })
	if end+1 >= c.tokens.To || tokenText(a, end) != "," || k == len(c.groups) || c.groups[k].From > end+1 || !c.groups[k].tense.finite() {
		return false
	}
	for i := tokenAt(a, c.tokens, u.Start); i > c.tokens.From && i > end-planReach; i-- {
		if word := lowToken(a, i); word == "which" || word == "who" {
			return tokenText(a, i-1) == ","
		}
	}
	return false
}

// expounded reports whether a colon behind the time and its verb leads to a clause
// of its own, without a time, which the marker closes: "In 2010 the feeding was given
// up: birds were found to survive without it". The marker may stand behind that alone.
func expounded(a *article.Article, c *clause, u *timeUse) bool {
	if !c.marked || u.group == nil {
		return false
	}
	from := max(u.group.To, tokenAt(a, c.tokens, u.End))
	for i := from; i < min(c.tokens.To-1, from+planReach); i++ {
		if tokenText(a, i) == ":" {
			return finiteBetween(c, i+1, c.tokens.To) && len(timesIn(a, tokenSpan(a, article.Range{From: i + 1, To: c.tokens.To}))) == 0
		}
	}
	return false
}
