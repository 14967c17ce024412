package extract

import (
	"slices"
	"strings"

	"citevet/pipeline/article"
)

// clause is a piece of a sentence that states one thing.
type clause struct {
	tokens article.Range
	groups []group
	// marked says that a run of markers closes the clause; marker is which of
	// its sentence's.
	marked bool
	marker int
	// joined says that the clause goes on from the one before ("and", "but",
	// ";") and so shares a time that opened the sentence.
	joined bool
}

// main returns the clause's first finite verb group that stands in no inner
// clause, else its first finite one; nil for a clause without any.
func (c *clause) main() *group {
	var inner *group
	for i := range c.groups {
		g := &c.groups[i]
		switch {
		case !g.tense.finite():
		case !g.inner:
			return g
		case inner == nil:
			inner = g
		}
	}
	return inner
}

// splitClauses cuts a sentence where its markers stand, and where another
// finite clause is joined on. Markers always cut: what follows one is not
// behind it.
func splitClauses(a *article.Article, s int, markers []marker) []clause {
	sent := a.Sentences[s]
	var clauses []clause
	from := sent.Tokens.From
	for k, m := range markers {
		if m.narrative(a) {
			continue // it names the source of what follows
		}
		to := from
		for to < sent.Tokens.To && a.Tokens[to].Span.Start < m.span.Start {
			to++
		}
		// Markers that follow a full stop directly belong to what it closes.
		pieces := joinedPieces(a, article.Range{From: from, To: to})
		if len(pieces) > 0 {
			last := &pieces[len(pieces)-1]
			last.marked, last.marker = true, k
			clauses = append(clauses, pieces...)
		}
		for to < sent.Tokens.To && a.Tokens[to].Span.Start < m.span.End {
			to++
		}
		from = to
	}
	rest := joinedPieces(a, article.Range{From: from, To: sent.Tokens.To})
	return append(clauses, rest...)
}

// joinedPieces cuts a run of tokens into finite clauses joined by conjunctions,
// semicolons and relative words.
func joinedPieces(a *article.Article, r article.Range) []clause {
	r = trimTokens(a, r)
	if r.From >= r.To {
		return nil
	}
	groups := verbGroups(a, r)
	cuts := []int{r.From}
	verb := mainFrom(a, groups, r.From, r.To)
	for i := r.From + 1; i < r.To; i++ {
		if i <= verb || !joins(a, i) {
			continue
		}
		next := nextJoin(a, i+1, r)
		if !comesAfterMark(a, i) {
			// A bare "and" joins clauses only if its subject runs straight to its verb.
			next = min(next, nextComma(a, i+1, r))
		}
		if mainFrom(a, groups, i, next) < next {
			cuts = append(cuts, i)
			verb = mainFrom(a, groups, i, r.To)
		}
	}
	var pieces []clause
	for k, from := range cuts {
		to := r.To
		if k+1 < len(cuts) {
			to = cuts[k+1]
		}
		span := trimTokens(a, article.Range{From: from, To: to})
		if span.From < span.To {
			own := slices.Clone(groupsIn(groups, span))
			inner, at := false, span.From+1
			for g := range own {
				inner = inner || innerWordBetween(a, at, own[g].From)
				own[g].inner, at = inner, max(at, own[g].From)
			}
			pieces = append(pieces, clause{tokens: span, groups: own, joined: k > 0 && coordinates(a, from)})
		}
	}
	return pieces
}

func groupsIn(groups []group, r article.Range) []group {
	lo, _ := slices.BinarySearchFunc(groups, r.From, func(g group, at int) int { return g.From - at })
	hi, _ := slices.BinarySearchFunc(groups, r.To, func(g group, at int) int { return g.From - at })
	return groups[lo:hi]
}

// mainFrom returns where the first finite verb of a run of tokens begins, or to
// where the run has none outside what a "that" or "which" in it begins.
func mainFrom(a *article.Article, groups []group, from, to int) int {
	lo, _ := slices.BinarySearchFunc(groups, from, func(g group, at int) int { return g.From - at })
	for ; lo < len(groups) && groups[lo].From < to; lo++ {
		if groups[lo].tense.finite() {
			if innerWordBetween(a, from+1, groups[lo].From) {
				return to
			}
			return groups[lo].From
		}
	}
	return to
}

var innerWords = map[string]bool{
	"that": true, "which": true, "who": true, "whom": true, "whose": true, "where": true, "when": true, "whether": true, "if": true, "because": true, "how": true, "why": true,
}

// yearNouns after "that" name a time, and open no clause: "in August of that year".
var yearNouns = wordSet(`year month week day night season summer autumn winter spring decade century time date`)

// beforeThat are prepositions after which "that" stands for what was said.
var beforeThat = wordSet(`before after since until by like than of for with despite besides`)

func innerWordBetween(a *article.Article, from, to int) bool {
	for i := from; i < to; i++ {
		if word := lowToken(a, i); innerWords[word] && !(word == "that" && (yearNouns[lowToken(a, i+1)] || i > 0 && beforeThat[lowToken(a, i-1)])) {
			return true
		}
	}
	return false
}

// joiners begin a clause of their own after a comma.
var joiners = map[string]bool{
	"and": true, "but": true, "or": true, "yet": true, "so": true, "which": true, "who": true, "whose": true, "where": true,
	"when": true, "while": true, "although": true, "though": true, "whereas": true, "because": true, "after": true, "before": true,
}

// coordinators go on from the clause before, so that a time which opened the
// sentence holds for them too.
var coordinators = map[string]bool{"and": true, "but": true, "or": true, "yet": true, "so": true, ";": true, "whereas": true, "while": true}

// joins reports whether a clause may begin at token i: at a semicolon, at a
// joining word after a comma, or at "and" and "but" without one.
func joins(a *article.Article, i int) bool {
	word := strings.ToLower(tokenText(a, i))
	if word == ";" {
		return true
	}
	if !joiners[word] {
		return false
	}
	return tokenText(a, i-1) == "," || word == "and" || word == "but" || word == "while" || word == "whereas"
}

// comesAfterMark reports whether token i is, or stands after, a comma or semicolon.
func comesAfterMark(a *article.Article, i int) bool {
	return tokenText(a, i) == ";" || tokenText(a, i-1) == ","
}

// clauseReach is how many tokens after its joining word a clause's verb is
// looked for.
const clauseReach = 100

func nextComma(a *article.Article, from int, r article.Range) int {
	end := min(r.To, from+clauseReach)
	for i := from; i < end; i++ {
		if tokenText(a, i) == "," {
			return i
		}
	}
	return end
}

func nextJoin(a *article.Article, from int, r article.Range) int {
	end := min(r.To, from+clauseReach)
	for i := from; i < end; i++ {
		if joins(a, i) {
			return i
		}
	}
	return end
}

func coordinates(a *article.Article, i int) bool {
	return coordinators[strings.ToLower(tokenText(a, i))]
}

// trimTokens drops punctuation at both ends.
func trimTokens(a *article.Article, r article.Range) article.Range {
	for r.From < r.To && isPunct(tokenText(a, r.From)) && tokenText(a, r.From) != ";" {
		r.From++
	}
	for r.From < r.To && isPunct(tokenText(a, r.To-1)) {
		r.To--
	}
	return r
}

func isPunct(s string) bool {
	return strings.Trim(s, ".,;:!?()[]—–-…'’”\"“‘*|") == ""
}
