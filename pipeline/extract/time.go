package extract

import (
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// findTimes reads the time expressions of everything that is read for claims:
// sentences, table cells and their heads, headings.
func findTimes(a *article.Article, l *languages) []article.Time {
	var times []article.Time
	next := 0
	for b, block := range a.Blocks {
		first := next
		for next < len(a.Sentences) && a.Sentences[next].Block == b {
			next++
		}
		switch block.Kind {
		case article.Heading, article.TableHead, article.Cell:
			times = append(times, timesOf(a, block.Span, l.foreign(b), when.FindTitle)...)
		}
		if first < next {
			times = append(times, inSentences(timesOf(a, block.Span, l.foreign(b), when.Find), a.Sentences[first:next], first)...)
		}
	}
	return slices.DeleteFunc(times, func(t article.Time) bool { return insideMarker(a, t.Span()) })
}

// timesOf reads the times of a whole block, since a date without a year takes it
// from the sentences before.
func timesOf(a *article.Article, span article.Span, foreign bool, find func(string, when.Interval) []when.Expression) []article.Time {
	var times []article.Time
	var found []when.Expression
	if text := a.Text[span.Start:span.End]; foreign {
		found = when.FindForeign(text)
	} else {
		found = find(text, a.Dated.When)
	}
	for _, e := range found {
		e.Start += span.Start
		e.End += span.Start
		e.CoreStart += span.Start
		e.CoreEnd += span.Start
		times = append(times, article.Time{Expression: e, Sentence: -1})
	}
	return times
}

// inSentences keeps the times that lie in one of the sentences, the first of
// which has the index given, and says in which.
func inSentences(times []article.Time, sentences []article.Sentence, first int) []article.Time {
	var kept []article.Time
	i := 0
	for _, t := range times {
		for i < len(sentences) && sentences[i].Span.End <= t.Start {
			i++
		}
		if i < len(sentences) && sentences[i].Span.Contains(t.Span()) {
			t.Sentence = first + i
			kept = append(kept, t)
		}
	}
	return kept
}

// insideMarker reports whether a span lies in a citation marker: the year of
// "(Smith, 2020)" dates the source, not the claim.
func insideMarker(a *article.Article, s article.Span) bool {
	i, found := slices.BinarySearchFunc(a.Citations, s.Start, func(c article.Citation, at int) int { return c.Marker.Start - at })
	if found {
		return a.Citations[i].Marker.Contains(s)
	}
	return i > 0 && a.Citations[i-1].Marker.Contains(s)
}

// timesIn returns the times of a run of text, in order.
func timesIn(a *article.Article, s article.Span) []article.Time {
	lo, _ := slices.BinarySearchFunc(a.Times, s.Start, func(t article.Time, at int) int { return t.Start - at })
	n, _ := slices.BinarySearchFunc(a.Times[lo:], s.End, func(t article.Time, at int) int { return t.Start - at })
	return a.Times[lo : lo+n]
}

// standing is what a time expression does in its clause.
type standing int

const (
	dates      standing = iota // says when what the clause tells happens
	dimly                      // may say so ("the 2014 survey"): good for a doubt, not for a decision
	background                 // belongs to something else: a name, a quotation, what came before
	planned                    // hangs on a plan, a contract or a wish
)

// timeUse is one expression with what it does.
type timeUse struct {
	article.Time
	standing standing
	group    *group // the verb group it hangs on, nil in a clause without one
	main     *group // the clause's main verb group, nil likewise
	fronted  bool   // opens its clause, before the verb
	tailed   bool   // the marker may stand behind what closes the clause alone
}

// usesOf says of every time in the clause what it does there.
func usesOf(a *article.Article, c *clause) []timeUse {
	span := tokenSpan(a, c.tokens)
	var uses []timeUse
	m := c.main()
	for _, t := range timesIn(a, span) {
		if t.Kind != when.KindDate || len(t.Readings) == 0 || t.Now || t.Span().Overlaps(a.Meta.DateSpan) {
			continue // a dateline says when it was written, not what it tells of
		}
		u := timeUse{Time: t, main: m}
		at := tokenAt(a, c.tokens, t.Start)
		if u.group = openedBy(a, c, at); u.group == nil {
			u.group = governing(c, m, at)
		}
		u.fronted = u.group != nil && at < u.group.From && opens(a, c, at)
		u.group = deed(a, u.group, &u, at)
		u.standing = standingOf(a, c, &u, at)
		if n := len(uses); n > 0 && u.standing == dates && u.group != nil && u.group.To <= at && uses[n-1].standing == planned && uses[n-1].group == u.group {
			u.standing = dimly // "an end to coal by 2030 and a tax in 2024"
		}
		u.tailed = u.standing == dates && (tailed(a, c, &u, at) || goesBack(a, c, &u) || measured(a, c, &u) || expounded(a, c, &u) || yearsOn(a, c, &u))
		if u.tailed && interposed(a, c, &u) {
			u.standing = background
		}
		uses = append(uses, u)
	}
	return uses
}

func tokenSpan(a *article.Article, r article.Range) article.Span {
	if r.From >= r.To {
		return article.Span{}
	}
	return article.Span{Start: a.Tokens[r.From].Span.Start, End: a.Tokens[r.To-1].Span.End}
}

// tokenAt returns the index of the token that holds the byte at offset, or the
// first after it.
func tokenAt(a *article.Article, r article.Range, offset int) int {
	i, _ := slices.BinarySearchFunc(a.Tokens[r.From:r.To], offset, func(t article.Token, at int) int {
		if t.Span.End <= at {
			return -1
		}
		return 1
	})
	return r.From + i
}

// governing returns the verb group that a word at token i hangs on: the nearest
// before it, else the clause's main one.
func governing(c *clause, m *group, i int) *group {
	k, _ := slices.BinarySearchFunc(c.groups, i, func(g group, at int) int { return g.From - at })
	if k == 0 {
		return m
	}
	return &c.groups[k-1]
}

// openedBy returns the verb of the inner clause that the time at token i opens: of
// "announced that from 2026 all would be entitled" the entitling. Nil where the time
// opens none.
func openedBy(a *article.Article, c *clause, i int) *group {
	at := i
	for i--; i > c.tokens.From && (timePrepositions[lowToken(a, i)] || lowToken(a, i) == "the"); i-- {
	}
	if i < c.tokens.From || !innerWords[lowToken(a, i)] {
		return nil
	}
	k, _ := slices.BinarySearchFunc(c.groups, at, func(g group, at int) int { return g.From - at })
	if k < len(c.groups) && c.groups[k].tense.finite() {
		return &c.groups[k]
	}
	return nil
}

// opens reports whether the time at token i opens its clause: at most a
// connective and a preposition stand before it.
func opens(a *article.Article, c *clause, i int) bool { return i-c.tokens.From <= 3 }

func standingOf(a *article.Article, c *clause, u *timeUse, at int) standing {
	switch {
	case inQuotes(a, u.Core()), inName(a, u, at), u.Relation == when.Before, afterBefore(a, c, at):
		return background
	case inParentheses(a, u.Core()) && u.Relation != when.AsOf && u.Relation != when.Since:
		return background
	case looksAhead(a, c, u, at), plannedWords(a, c, u, at), lookedTowards(a, c, at):
		return planned
	case u.Relation == when.By && u.group != nil && u.group.To <= at && u.group.first != "had" && !isBe([]string{u.group.head}):
		return planned // "cut its staff by 2020" may be a deadline
	case aside(a, c, u, at) == background, methodCited(a, c, at), knownAhead(a, c), counted(a, u, at), imagined(a, c, at), u.Relation != when.AsOf && invented(a, c), setting(a, u), converted(a, c, u, at), likened(a, c, u, at), retold(a, c, u), likenedTo(a, c, u):
		return background
	case roughly(a, u) && u.Relation != when.In:
		return background // neither end of "from 1994 until around 2002" is where it seems
	}
	if s, ok := attached(a, c, u, at); ok {
		return doneAhead(c, u, at, s)
	}
	if s, ok := futurate(a, c, u, at); ok {
		return s
	}
	switch {
	case u.group == nil && u.Relation == when.In && at > c.tokens.From+1 && !outcomeNear(a, c, at):
		return dimly // without a verb nothing is told as done
	case u.Relation == when.Since && inParentheses(a, u.Core()), weighs(a, c, u, at), escapes(a, c, u, at):
		return dimly
	case u.Relation == when.Until, roughly(a, u), permits(a, u.group), estimates(a, c, u.group), attends(a, c, u, at):
		return dimly
	case u.Relation == when.In && !stretch(u) && !prepositionBefore(a, at) && !adverbial(a, u) && !toldOf(a, c, u, at):
		return doneAhead(c, u, at, dimly)
	case aside(a, c, u, at) == dimly:
		return dimly
	}
	return dates
}

// roughly reports whether the words themselves say that the date is not exact,
// so that its ends are not where they seem.
func roughly(a *article.Article, u *timeUse) bool {
	for _, w := range strings.Fields(strings.ToLower(a.Text[u.Start:u.End])) {
		switch w {
		case "around", "about", "circa", "c.", "ca.", "roughly", "approximately", "some":
			return true
		}
	}
	return false
}

// stretch reports whether the expression is as exact as a day, which dates its
// clause even without a preposition.
func stretch(u *timeUse) bool { return u.Readings[0].IsDay() }

// adverbial reports whether the words of a time stand by themselves beside a
// verb: "last week", "earlier this year", "two years ago", "early in 2025".
func adverbial(a *article.Article, u *timeUse) bool {
	words := strings.Fields(strings.ToLower(a.Text[u.CoreStart:u.CoreEnd]))
	if rest := a.Text[u.End:]; strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s") {
		return false // "last week's vote"
	}
	switch words[0] {
	case "last", "earlier", "later", "yesterday":
		return u.Relative && a.Dated.Stated
	case "early", "late":
		return len(words) > 2 && words[1] == "in"
	}
	return words[len(words)-1] == "ago"
}

// bareYear reports whether the expression is a year and nothing more.
func bareYear(a *article.Article, u *timeUse) bool {
	core := a.Text[u.CoreStart:u.CoreEnd]
	return len(core) == 4 && core[0] >= '0' && core[0] <= '9'
}

var timePrepositions = map[string]bool{
	"in": true, "on": true, "during": true, "since": true, "at": true, "by": true, "from": true, "until": true, "throughout": true,
	"late": true, "early": true, "of": true, "around": true, "through": true, "for": true, "to": true, "and": true, "or": true, "circa": true, "between": true, "till": true, "within": true,
}

func prepositionBefore(a *article.Article, at int) bool {
	return at > 0 && timePrepositions[strings.ToLower(tokenText(a, at-1))]
}

// inName reports whether a bare year belongs to a name: next to a capitalised
// word without a preposition or comma between ("Euro 2004", "the 2022 World
// Cup"), or inside a named work or event.
func inName(a *article.Article, u *timeUse, at int) bool {
	for _, e := range entitiesIn(a, u.Core()) {
		if e.Kind == article.Work || e.Kind == article.Event || e.Kind == article.Product {
			return true
		}
	}
	if u.Relation != when.By && u.Relation != when.Since && !prepositionBefore(a, at) && budgeted(a, u, at) {
		return true // "the 2025 budget" may be drawn up in any year
	}
	if lowToken(a, at) == "year" && lowToken(a, at-1) == "model" || lowToken(a, at-1) == "year" && lowToken(a, at-2) == "model" {
		return true
	}
	if !bareYear(a, u) && !season(a, u) || u.Relation != when.In {
		return false
	}
	if at > 0 && adjacent(a, at-1, at) && (capitalWord(a, at-1) || titleWord(a, at-1)) {
		return true
	}
	end := tokenAt(a, article.Range{From: at, To: len(a.Tokens)}, u.End)
	return end < len(a.Tokens) && adjacent(a, end-1, end) && capitalWord(a, end) && !prepositionBefore(a, at)
}

// budgeted reports whether a plan's noun follows the time directly.
func budgeted(a *article.Article, u *timeUse, at int) bool {
	end := tokenAt(a, article.Range{From: at, To: len(a.Tokens)}, u.End)
	return end < len(a.Tokens) && (planNouns[lowToken(a, end)] || datedNouns[lowToken(a, end)]) && adjacent(a, end-1, end)
}

// datedNouns are called by a year that lies ahead when they are made or sold.
var datedNouns = map[string]bool{
	"bond": true, "bonds": true, "notes": true, "futures": true, "calendar": true, "calendars": true, "fixtures": true, "tickets": true, "diary": true,
}

// titleWord reports whether token i is a noun that opens its sentence and so may
// open a name: "Agenda 2030 sets".
func titleWord(a *article.Article, i int) bool {
	word := tokenText(a, i)
	return word[0] >= 'A' && word[0] <= 'Z' && strings.HasPrefix(a.Tokens[i].Tag, "NN") && !timePrepositions[strings.ToLower(word)]
}

// season reports whether the expression is written like one half of a
// collection's name, "Summer 2020".
func season(a *article.Article, u *timeUse) bool {
	switch first, _, _ := strings.Cut(a.Text[u.CoreStart:u.CoreEnd], " "); first {
	case "Spring", "Summer", "Fall", "Autumn", "Winter":
		return true
	}
	return false
}

func adjacent(a *article.Article, i, j int) bool {
	return i >= 0 && strings.TrimSpace(a.Text[a.Tokens[i].Span.End:a.Tokens[j].Span.Start]) == ""
}

// capitalWord reports whether token i looks like part of a name: capitalised, not
// opening its sentence, and not a word of a date.
func capitalWord(a *article.Article, i int) bool {
	word := tokenText(a, i)
	if len(word) < 2 || word[0] < 'A' || word[0] > 'Z' {
		return false
	}
	if i > 0 && a.Tokens[i-1].Tag == "." || timePrepositions[strings.ToLower(word)] {
		return false
	}
	return strings.HasPrefix(a.Tokens[i].Tag, "NN") || strings.HasPrefix(a.Tokens[i].Tag, "JJ")
}

func entitiesIn(a *article.Article, s article.Span) []article.Entity {
	var in []article.Entity
	for _, i := range entityIndexes(a, s) {
		in = append(in, a.Entities[i])
	}
	return in
}

// entityIndexes returns the entities that overlap s.
func entityIndexes(a *article.Article, s article.Span) []int {
	lo, _ := slices.BinarySearchFunc(a.Entities, s.Start, func(e article.Entity, at int) int { return e.Span.End - at })
	var in []int
	for i := lo; i < len(a.Entities) && a.Entities[i].Span.Start < s.End; i++ {
		if a.Entities[i].Span.Overlaps(s) {
			in = append(in, i)
		}
	}
	return in
}

// inQuotes reports whether a place lies between an opening and a closing
// quotation mark of its block.
func inQuotes(a *article.Article, s article.Span) bool {
	open := false
	for _, r := range a.Text[lineStart(a, s.Start):s.Start] {
		switch r {
		case '“', '„', '«':
			open = true
		case '”', '»':
			open = false
		case '"':
			open = !open
		}
	}
	return open
}

// inParentheses reports whether a place lies in round brackets, where a year is
// a work's, a life's or an aside's.
func inParentheses(a *article.Article, s article.Span) bool {
	depth := 0
	for _, r := range a.Text[lineStart(a, s.Start):s.Start] {
		switch r {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		}
	}
	return depth > 0
}

// lookBack bounds how far before a word its brackets and quotes are sought, in bytes.
const lookBack = 2000

func lineStart(a *article.Article, offset int) int {
	from := max(0, offset-lookBack)
	if i := strings.LastIndexByte(a.Text[from:offset], '\n'); i >= 0 {
		return from + i + 1
	}
	for from > 0 && from < offset && a.Text[from]&0xC0 == 0x80 {
		from++
	}
	return from
}

var beforeWords = map[string]bool{"before": true, "prior": true, "ahead": true, "until": true, "pending": true, "till": true, "preceding": true, "pre": true}

// afterBefore reports whether the time hangs on what came before it: "prior to
// independence in 1975".
func afterBefore(a *article.Article, c *clause, at int) bool {
	if at > c.tokens.From && beforeWords[strings.ToLower(tokenText(a, c.tokens.From))] || longBefore(a, c, at) {
		return true
	}
	for i := at - 1; i >= c.tokens.From && i >= at-8; i-- {
		word := strings.ToLower(tokenText(a, i))
		if word == "," || strings.HasPrefix(a.Tokens[i].Tag, "VB") {
			return false
		}
		if beforeWords[word] {
			return true
		}
	}
	return false
}

// longBefore reports whether the clause opens with "long before" or "two years
// before", whose verb the time goes with: "Long before it was listed in 2018,".
func longBefore(a *article.Article, c *clause, at int) bool {
	for i := c.tokens.From; i < min(at, c.tokens.From+4); i++ {
		switch lowToken(a, i) {
		case "before":
			if i == c.tokens.From || at > i+planReach {
				return false
			}
			for k := i + 1; k < at; k++ {
				if tokenText(a, k) == "," {
					return false
				}
			}
			return true
		case ",":
			return false
		}
	}
	return false
}
