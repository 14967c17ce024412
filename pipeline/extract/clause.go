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
	// marked says that a run of markers closes the clause; cluster is which.
	marked  bool
	cluster int
	// joined says that the clause goes on from the one before ("and", "but",
	// ";") and so shares a time that opened the sentence.
	joined bool
}

// main returns the clause's first finite verb group, nil for a clause without one.
func (c *clause) main() *group {
	for i := range c.groups {
		if c.groups[i].tense.finite() {
			return &c.groups[i]
		}
	}
	return nil
}

// splitClauses cuts a sentence where its markers stand, and where another
// finite clause is joined on. Markers always cut: what follows one is not
// behind it.
func splitClauses(a *article.Article, s int, markers []marker) []clause {
	sent := a.Sentences[s]
	var clauses []clause
	from := sent.Tokens.From
	for _, m := range markers {
		to := from
		for to < sent.Tokens.To && a.Tokens[to].Span.Start < m.span.Start {
			to++
		}
		// Markers that follow a full stop directly belong to what it closes.
		pieces := joinedPieces(a, article.Range{From: from, To: to})
		if len(pieces) > 0 {
			last := &pieces[len(pieces)-1]
			last.marked, last.cluster = true, m.cluster
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
	for i := r.From + 1; i < r.To; i++ {
		if !joins(a, i, r) {
			continue
		}
		next := nextJoin(a, i+1, r)
		if finiteBetween(groups, cuts[len(cuts)-1], i) && finiteBetween(groups, i, next) {
			cuts = append(cuts, i)
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
			pieces = append(pieces, clause{tokens: span, groups: groupsIn(groups, span), joined: k > 0 && coordinates(a, from)})
		}
	}
	return pieces
}

func groupsIn(groups []group, r article.Range) []group {
	lo, _ := slices.BinarySearchFunc(groups, r.From, func(g group, at int) int { return g.From - at })
	hi, _ := slices.BinarySearchFunc(groups, r.To, func(g group, at int) int { return g.From - at })
	return groups[lo:hi]
}

func finiteBetween(groups []group, from, to int) bool {
	lo, _ := slices.BinarySearchFunc(groups, from, func(g group, at int) int { return g.From - at })
	for ; lo < len(groups) && groups[lo].From < to; lo++ {
		if groups[lo].tense.finite() {
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
func joins(a *article.Article, i int, r article.Range) bool {
	word := strings.ToLower(tokenText(a, i))
	if word == ";" {
		return true
	}
	if !joiners[word] {
		return false
	}
	return tokenText(a, i-1) == "," || word == "and" || word == "but" || word == "while" || word == "whereas"
}

func nextJoin(a *article.Article, from int, r article.Range) int {
	for i := from; i < r.To; i++ {
		if joins(a, i, r) {
			return i
		}
	}
	return r.To
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
