package extract

import (
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// implicative verbs carry their infinitive: what "went on to win" says did happen.
var implicative = map[string]bool{
	"go": true, "goes": true, "went": true, "gone": true, "on": true, "continue": true, "continues": true, "continued": true, "began": true, "begin": true,
	"begun": true, "started": true, "start": true, "came": true, "come": true, "helped": true, "managed": true, "failed": true, "happened": true,
	"used": true, "able": true, "appears": true, "appeared": true, "seems": true, "seemed": true, "proved": true, "led": true, "caused": true, "forced": true, "allowed": true,
	"enabled": true, "ceased": true, "grew": true, "grown": true, "rose": true, "risen": true, "lived": true, "survived": true,
}

// planVerbs say that what they govern is still ahead.
var planVerbs = map[string]bool{
	"plan": true, "plans": true, "planned": true, "planning": true, "intend": true, "intends": true, "intended": true, "aim": true, "aims": true, "aimed": true,
	"aiming": true, "expect": true, "expects": true, "expected": true, "hope": true, "hopes": true, "hoped": true, "hoping": true,
	"scheduled": true, "slated": true, "forecast": true, "forecasts": true, "projected": true, "predict": true, "predicts": true, "predicted": true,
	"anticipated": true, "anticipate": true, "anticipates": true, "targets": true, "seeks": true, "seek": true, "want": true, "wants": true,
	"envisaged": true, "envisages": true, "envisioned": true, "wishes": true,
}

// planAdjectives before a time make it the time of a plan, unless the verb says
// what became of it ("the planned merger collapsed in 2025").
var planAdjectives = map[string]bool{
	"planned": true, "proposed": true, "projected": true, "upcoming": true, "forthcoming": true, "expected": true, "scheduled": true, "due": true, "expires": true,
	"expire": true, "expiring": true, "runs": true, "likely": true, "slated": true, "eligible": true, "entitled": true, "potentially": true, "tentatively": true, "provisionally": true, "future": true,
}

// planNouns do so too, unless something was done about them then ("signed a
// contract in June").
var planNouns = map[string]bool{
	"plan": true, "plans": true, "target": true, "targets": true, "goal": true, "goals": true, "proposal": true, "proposals": true, "forecast": true,
	"forecasts": true, "projection": true, "projections": true, "deadline": true, "contract": true, "mandate": true, "lease": true, "bid": true,
	"candidacy": true, "budget": true, "ambition": true, "ambitions": true, "strategy": true,
}

// forwardWords before a time point from a plan to it.
var forwardWords = map[string]bool{"by": true, "for": true, "through": true, "until": true, "to": true, "till": true}

// opinionVerbs make a clause what someone holds, not what happened.
var opinionVerbs = map[string]bool{
	"believe": true, "believes": true, "believed": true, "consider": true, "considers": true, "think": true, "thinks": true, "thought": true, "argue": true,
	"argues": true, "argued": true, "feel": true, "feels": true, "felt": true, "hope": true, "hopes": true, "hoped": true, "doubt": true, "doubts": true, "fear": true, "fears": true,
	"views": true, "regards": true, "suggests": true, "suggest": true, "contends": true, "opines": true, "advocates": true,
}

// sayingVerbs report somebody's words.
var sayingVerbs = map[string]bool{
	"said": true, "says": true, "say": true, "stated": true, "states": true, "announced": true, "announces": true, "told": true, "tells": true, "declared": true,
	"declares": true, "reported": true, "reports": true, "claimed": true, "claims": true, "added": true, "adds": true, "confirmed": true, "confirms": true,
	"warned": true, "warns": true, "wrote": true, "writes": true, "noted": true, "notes": true, "revealed": true, "reveals": true, "asked": true, "called": true,
}

// ahead reports whether what group g tells of is still to come, or was when told.
func ahead(a *article.Article, c *clause, g *group) bool {
	switch g.tense {
	case future, modal:
		return true
	case infinitive:
		return !carried(a, c, g)
	}
	return planVerbs[g.head]
}

// carried reports whether the infinitive g happened because the verb before it
// says so: "went on to win", "was the first to reach".
func carried(a *article.Article, c *clause, g *group) bool {
	if g.From > c.tokens.From && implicative[strings.ToLower(tokenText(a, g.From-1))] {
		return true
	}
	for i := g.From - 1; i >= c.tokens.From && i >= g.From-4; i-- {
		switch strings.ToLower(tokenText(a, i)) {
		case "first", "last", "only", "second", "third", "youngest", "oldest", "largest":
			return lowToken(a, i-2) != "with" // "ordered trains, with the first to arrive in"
		}
	}
	return false
}

// planReach is how many tokens before a time a word of planning is looked for.
const planReach = 60

// plannedWords reports whether a word before the time makes it the time of a
// plan. What stands before a verb in the past is over by then.
func plannedWords(a *article.Article, c *clause, u *timeUse, at int) bool {
	from, done := c.tokens.From, false
	if g := u.group; g != nil && g.From < at && (g.tense == past || g.tense == perfect || participle(a, g)) {
		from, done = g.To, true
	}
	forward := u.Relation == when.By || u.Relation == when.Until || at > 0 && forwardWords[strings.ToLower(tokenText(a, at-1))]
	if nextOfSeries(a, c, at) {
		return true
	}
	for i := at - 1; i >= max(from, at-planReach); i-- {
		word := strings.ToLower(tokenText(a, i))
		if planAdjectives[word] || word == "next" && u.group == nil || planNouns[word] && (forward || !done) ||
			termWords[word] && (u.Relation == when.Until || lowToken(a, at-1) == "to") {
			return true
		}
	}
	return false
}

// nextOfSeries reports whether the time at a token is that of the next of a series,
// "every four years since 1998 and next in 2026", or of the rest of what is to
// come: "with the first to arrive in 2024 and the last in 2027".
func nextOfSeries(a *article.Article, c *clause, at int) bool {
	if lowToken(a, at-1) != "in" {
		return false
	}
	switch lowToken(a, at-2) {
	case "next":
		return true
	case "last", "rest", "others", "remainder", "second", "third":
		return slices.ContainsFunc(c.groups, func(g group) bool { return g.tense == infinitive && g.To <= at && at-g.To <= planReach })
	}
	return false
}

// termWords with "until" or "through" say how far something reaches by its terms.
var termWords = map[string]bool{"deal": true, "agreement": true, "worth": true, "valid": true, "rights": true, "loan": true, "licence": true, "license": true, "term": true, "warranty": true, "guarantee": true, "subscription": true, "visa": true, "moratorium": true}

// participle reports whether g is a past participle, whose time is its own: "the
// plan rejected in 2024".
func participle(a *article.Article, g *group) bool {
	tag := a.Tokens[g.To-1].Tag
	return g.tense == bare && (tag == "VBN" || tag == "VBD") && !planVerbs[g.head]
}

// starting verbs in the present tense, with a date, announce: "the term begins on".
var starting = map[string]bool{
	"begins": true, "begin": true, "starts": true, "start": true, "ends": true, "end": true, "expires": true, "opens": true, "takes": true, "runs": true,
	"run": true, "comes": true, "launches": true, "airs": true, "premieres": true, "closes": true, "lasts": true, "returns": true, "releases": true,
	"mature": true, "matures": true, "expire": true, "becomes": true, "become": true, "leaves": true, "leave": true, "quits": true, "exits": true, "counts": true,
}

// deferring verbs with "until" say when something is to be, not that it was.
var deferring = map[string]bool{
	"postponed": true, "delayed": true, "extended": true, "deferred": true, "suspended": true, "renewed": true, "prolonged": true, "banned": true,
	"reserved": true, "valid": true, "extends": true, "moved": true, "pushed": true, "contracted": true, "signed": true, "proposed": true, "urged": true, "sought": true, "requested": true,
	"adjourned": true, "prorogued": true, "loaned": true, "remanded": true, "barred": true, "elected": true, "appointed": true, "licensed": true, "leased": true, "guaranteed": true,
}

// fixing verbs make the date right after them one that was set beforehand.
var fixing = map[string]bool{"fixed": true, "set": true, "scheduled": true, "slated": true, "chose": true, "named": true, "targeted": true}

// dayNamed reports whether the time stands for the day that is the object of g:
// "named the day: 4 September", "set the date of 4 September".
func dayNamed(a *article.Article, g *group, at int) bool {
	i := at - 1
	if word := lowToken(a, i); word == ":" || word == "of" || word == "as" || word == "on" {
		i--
	}
	switch lowToken(a, i) {
	case "day", "date", "deadline", "term":
		return i >= g.To
	}
	return false
}

// announcing verbs with a word that points on tell of what is ahead: "announced a
// tour through 2023 and 2024".
var announcing = map[string]bool{"announced": true, "promised": true, "pledged": true, "unveiled": true, "booked": true, "advertised": true, "confirmed": true}

// pointsOn reports whether the time at a token, or the first of several joined by
// "and", stands behind a word that points on to it.
func pointsOn(a *article.Article, from, at int) bool {
	if forwardWords[lowToken(a, at)] {
		return true // it is part of the time: "through 2023"
	}
	k := at - 1
	for k > from && (lowToken(a, k) == "and" || lowToken(a, k) == "," || strings.Trim(lowToken(a, k), "0123456789") == "") {
		k--
	}
	return k >= from && forwardWords[lowToken(a, k)]
}

// fallingDue verbs come true on a day that was set when what they tell of began.
var fallingDue = map[string]bool{"expired": true, "matured": true, "lapsed": true}

// looksAhead reports whether the verb group that a time hangs on makes it the
// time of something still ahead when it was told.
func looksAhead(a *article.Article, c *clause, u *timeUse, at int) bool {
	g := u.group
	switch {
	case mistagged(a, c, at), outerBound(a, c, u):
		return true
	case g == nil:
		return false
	case supposed(a, c, g):
		return true
	case ahead(a, c, g), g.tense == present && starting[g.head] && u.Relation != when.AsOf:
		return true
	case mulled(a, g) && at >= g.To, lastingTerm(a, g), assigned(a, g, at):
		return true
	case g.tense == bare && (lasting[g.head] || moving[g.head]) && u.main != nil && u.main.tense == present:
		return true // "is six years, ending in 2028"
	case foresees(a, g) && g.To <= at, promises[g.head] && g.To <= at && bareYear(a, u), maturing[g.head], forced(a, g, u):
		return true
	case bounded(a, g, u), decreed(a, g, at), weighedSubject(a, c, u, g, at):
		return true
	case g.head == "turns" && a.Tokens[min(g.To, len(a.Tokens)-1)].Tag == "CD":
		return true // "turns 18 in 2025"
	case u.Relation == when.Until && toDo(a, c, u):
		return true
	case termEnds(a, c, g), setAside(a, c, g, at):
		return true
	case announcing[g.head] && at > g.To && pointsOn(a, g.To, at):
		return true
	case fixing[g.head] && (at == g.To || at > g.To && lowToken(a, at-1) == "for" || dayNamed(a, g, at)), fallingDue[g.head]:
		return true
	case u.Relation == when.Until && (deferring[g.head] || deferring[g.first] || lowToken(a, at-1) == "off" || lowToken(a, at-1) == "back" || lowToken(a, at-1) == "had"):
		return true
	case u.Relation == when.By && !u.fronted && strings.Contains(groupText(a, g), " to "):
		return true
	}
	if g.tense != bare {
		return false
	}
	// A participle hangs on what governs it: "is required to hold it, including
	// 5 million in 2010".
	k, found := slices.BinarySearchFunc(c.groups, g.From, func(g group, at int) int { return g.From - at })
	return found && k > 0 && c.groups[k-1].tense != bare && ahead(a, c, &c.groups[k-1]) && !subordinated(a, c.groups[k-1].To, g.From)
}

// subordinated reports whether a word between two verbs gives the second a subject
// of its own: "plans a bridge after the old one collapsed".
func subordinated(a *article.Article, from, to int) bool {
	for i := max(from, to-planReach); i < to; i++ {
		switch lowToken(a, i) {
		case "after", "since", "because", "when", "while", "although", "though":
			return i+1 < to
		}
	}
	return false
}

// supposed reports whether an "if" or "unless" within the clause governs g:
// "would build a third if sales reached 500 in 2030".
func supposed(a *article.Article, c *clause, g *group) bool {
	k, _ := slices.BinarySearchFunc(c.groups, g.From, func(g group, at int) int { return g.From - at })
	from := c.tokens.From
	if k > 0 {
		from = c.groups[k-1].To
	}
	for i := max(from, g.From-planReach); i < g.From; i++ {
		switch lowToken(a, i) {
		case "if", "unless", "provided":
			return true
		}
	}
	return false
}

// lasting participles say how long what is told in the present is to go on.
var lasting = map[string]bool{
	"ending": true, "beginning": true, "starting": true, "expiring": true, "running": true, "opening": true, "closing": true, "lasting": true, "commencing": true,
}

// mistagged reports whether a starting verb that the tagger took for a noun
// stands right before the time's preposition: "its term ends in May".
func mistagged(a *article.Article, c *clause, at int) bool {
	i := at - 2
	if word := lowToken(a, at-1); at-1 > c.tokens.From && (word == "run" || word == "runs" || word == "lasts") && !strings.HasPrefix(a.Tokens[at-1].Tag, "VB") {
		return true // "payments run from 2022 to 2026"
	}
	if i <= c.tokens.From || strings.HasPrefix(a.Tokens[i].Tag, "VB") || a.Tokens[i-1].Tag == "DT" || !prepositionBefore(a, at) {
		return false
	}
	switch lowToken(a, i) {
	case "ends", "opens", "closes", "close", "begins", "starts", "expires", "expire", "returns", "leaves":
		// "was cancelled in 2020 and returns in 2029"
		return strings.HasPrefix(a.Tokens[i-1].Tag, "NN") || a.Tokens[i-1].Tag == "JJ" || i-1 > c.tokens.From && a.Tokens[i-1].Tag == "CC" && a.Tokens[i-2].Tag == "CD"
	}
	return false
}

// lastingTerm reports whether g says how far a term, contract or the like
// reaches: "appointed to a six-year term ending in 2028".
func lastingTerm(a *article.Article, g *group) bool {
	if g.tense != bare || !lasting[g.head] || g.From == 0 {
		return false
	}
	word := lowToken(a, g.From-1)
	return planNouns[word] || termWords[word]
}

// foresees reports whether g is a verb whose object lies ahead whatever follows.
func foresees(a *article.Article, g *group) bool {
	head := g.head
	if g.tense == bare && lowToken(a, g.From-1) == "for" {
		head = lowToken(a, g.From-2) // "called for testing"
		return head == "called" || head == "calls" || head == "provided" || head == "provides"
	}
	switch head {
	case "called", "calls", "provided", "provides":
		return lowToken(a, g.To) == "for"
	case "foresaw", "foresees", "envisaged", "envisages", "envisioned", "foretold", "anticipated", "assumed", "assumes":
		return true
	}
	return false
}

// promises of a thing in a year leave it open whose year it is.
var promises = map[string]bool{"promised": true, "pledged": true, "vowed": true, "guaranteed": true}

// maturing participles tell a day that was set when their thing was made.
var maturing = map[string]bool{"maturing": true, "expiring": true, "redeemable": true, "repayable": true}

// forced reports whether a law began to hold by its own rules.
func forced(a *article.Article, g *group, u *timeUse) bool {
	switch g.head {
	case "entered", "came", "took":
		end := tokenAt(a, article.Range{From: g.To, To: len(a.Tokens)}, u.End)
		if lowToken(a, end) == "," {
			end++
		}
		return lowToken(a, end) == "in" && lowToken(a, end+1) == "accordance"
	}
	return false
}

// toDo reports whether "until" and its time are followed by what is to be done
// by then: "gave them until May to comply".
func toDo(a *article.Article, c *clause, u *timeUse) bool {
	end := tokenAt(a, c.tokens, u.End)
	return end+1 < c.tokens.To && lowToken(a, end) == "to" && a.Tokens[end+1].Tag == "VB"
}

// termEnds reports whether g tells that a term or contract, its subject, ended:
// the day was known when it began.
func termEnds(a *article.Article, c *clause, g *group) bool {
	if g.head != "ended" && g.head != "began" || a.Tokens[min(g.To, len(a.Tokens)-1)].Tag == "RB" {
		return false // "ended abruptly"
	}
	for i := c.tokens.From; i < g.From && i < c.tokens.From+4; i++ {
		switch lowToken(a, i) {
		case "term", "mandate", "contract", "lease", "licence", "license", "tenure", "agreement":
			return true
		case ",":
			return false
		}
	}
	return false
}

// allotting verbs give means to what is still ahead: "set aside 40 million for
// repairs in 2025".
var allotting = map[string]bool{
	"set": true, "allocated": true, "earmarked": true, "budgeted": true, "pledged": true, "promised": true, "reserved": true, "committed": true, "granted": true,
	"assigned": true, "designated": true, "authorised": true, "authorized": true, "booked": true, "hired": true, "guided": true, "guides": true,
}

// setAside reports whether "for" leads from such a verb to the time.
func setAside(a *article.Article, c *clause, g *group, at int) bool {
	if !allotting[g.head] || g.To > at {
		return false
	}
	for i := at - 1; i >= g.To && i >= at-planReach; i-- {
		if lowToken(a, i) == "for" {
			return true
		}
	}
	return false
}

// outerBound reports whether the words behind the time make it a bound: "in 2025
// at the earliest".
func outerBound(a *article.Article, c *clause, u *timeUse) bool {
	end := tokenAt(a, c.tokens, u.End)
	if end < c.tokens.To && tokenText(a, end) == "," {
		end++
	}
	last := lowToken(a, end+2)
	return lowToken(a, end) == "at" && lowToken(a, end+1) == "the" && (last == "earliest" || last == "latest")
}

// moving participles beside the present say where a figure is to go: "is 4 percent,
// rising to 5 percent in 2028".
var moving = map[string]bool{
	"rising": true, "falling": true, "increasing": true, "decreasing": true, "growing": true, "dropping": true, "climbing": true, "reaching": true, "doubling": true,
}

// deed returns what the time hangs on where its verb group looks ahead but begins
// with something done: of "In 2024 the council voted to close it" the vote, of
// "the bridge, shut since 2024, is to be pulled down" the state. Else g itself.
func deed(a *article.Article, g *group, u *timeUse, at int) *group {
	if g == nil || g.tense != future || g.From < at {
		return g
	}
	if u.Relation == when.Since {
		return &group{Range: g.Range, tense: perfect, head: g.head, first: g.first}
	}
	i := g.From
	if g.first == "had" {
		i++
	}
	word := lowToken(a, i)
	if !u.fronted || g.To-g.From < 3 || isBe([]string{word}) || planVerbs[word] || a.Tokens[i].Tag != "VBD" && a.Tokens[i].Tag != "VBN" {
		return g
	}
	return &group{Range: article.Range{From: g.From, To: i + 1}, tense: past, head: word, first: g.first}
}

func groupText(a *article.Article, g *group) string {
	s := tokenSpan(a, g.Range)
	return a.Text[s.Start:s.End]
}

// moodOf says how the clause holds what it says, by the verb group that its
// time hangs on, else by its main verb.
func moodOf(a *article.Article, c *clause, g *group, timed bool) article.Mood {
	if conditional(a, c) {
		return article.Hypothetical
	}
	m := c.main()
	if m != nil && opinionVerbs[m.head] {
		return article.Opinion
	}
	if g == nil {
		g = m
	}
	if g == nil {
		return article.Asserted
	}
	if saidAhead(c, g) {
		return article.Reported
	}
	switch g.tense {
	case future:
		return aheadMood(timed)
	case modal:
		return article.Hypothetical
	case infinitive:
		if !carried(a, c, g) && timed {
			return article.Scheduled
		}
	}
	if planVerbs[g.head] {
		return aheadMood(timed)
	}
	return moodOfTense(m, g)
}

// aheadMood is the mood of what is still to come: with a time it is scheduled.
func aheadMood(timed bool) article.Mood {
	if timed {
		return article.Scheduled
	}
	return article.Forecast
}

// saidAhead reports whether g foretells inside a report: "said it would open".
func saidAhead(c *clause, g *group) bool {
	return g.first == "would" && c.main() != nil && c.main().From < g.From && sayingVerbs[c.main().head]
}

func moodOfTense(m, g *group) article.Mood {
	t := g.tense
	if !t.finite() && m != nil {
		t = m.tense
	}
	switch t {
	case present, perfect:
		return article.Ongoing
	case future, modal:
		return article.Forecast
	}
	return article.Asserted
}

// conditional reports whether the clause is an "if" or "unless", or opens as one
// does without the word: "Had the dam failed".
func conditional(a *article.Article, c *clause) bool {
	switch tokenText(a, c.tokens.From) {
	case "Had", "Were", "Should":
		return true
	}
	for i := c.tokens.From; i < c.tokens.To && i < c.tokens.From+3; i++ {
		switch strings.ToLower(tokenText(a, i)) {
		case "if", "unless", "whether", "suppose", "imagine":
			return true
		}
	}
	return false
}

// plannable verbs tell of events whose day is announced beforehand.
var plannable = map[string]bool{
	"open": true, "opened": true, "reopened": true, "release": true, "released": true, "air": true, "aired": true, "airing": true, "premiere": true, "premiered": true, "launch": true,
	"launched": true, "inaugurated": true, "hosted": true, "host": true, "hosts": true, "held": true, "hold": true, "awarded": true, "appointed": true, "sworn": true, "played": true,
	"toured": true, "published": true, "publish": true, "issued": true, "celebrated": true, "began": true, "begin": true, "started": true, "ended": true, "finished": true,
	"concluded": true, "closed": true, "retired": true, "retire": true, "resigned": true, "joined": true, "became": true, "debuted": true, "debut": true, "took": true, "take": true,
	"broadcast": true, "performed": true, "scheduled": true, "returned": true, "expanded": true, "merged": true, "acquired": true, "replaced": true,
	"succeeded": true, "unveiled": true, "moved": true, "served": true, "starred": true, "starring": true, "appeared": true, "headlined": true, "entered": true, "implemented": true, "commenced": true,
	"imposed": true, "abolished": true, "competed": true,
}

// resultWords tell an outcome, which nobody announces beforehand.
var resultWords = map[string]bool{
	"won": true, "lost": true, "percent": true, "%": true, "defeated": true, "killed": true, "injured": true, "died": true, "voted": true, "votes": true,
	"resulted": true, "rejected": true, "reached": true, "ranked": true, "ranking": true, "sold": true, "grossed": true, "grossing": true, "peaked": true,
	"increased": true, "decreased": true, "rose": true, "fell": true, "dropped": true, "grew": true, "met": true, "winning": true, "attended": true,
}

// announced reports whether what the clause tells is of a kind whose day is
// known beforehand.
func announced(a *article.Article, c *clause, g *group) bool {
	if g != nil && (plannable[g.head] || takesTurn(a, c, g) || setBeforehand(a, c, g)) {
		return true
	}
	for i := range c.groups {
		if !c.groups[i].inner && plannable[c.groups[i].head] {
			return true
		}
	}
	return false
}

// tellsOutcome reports whether the clause tells how something came out. What a
// relative clause tells does not hang on what stands before it: "sold to Japan, where
// it started in October".
func tellsOutcome(a *article.Article, c *clause, g *group) bool {
	r := c.tokens
	if g != nil && g.tense.finite() {
		for i := g.From - 1; i > r.From && i > g.From-subjectReach; i-- {
			if word := lowToken(a, i); tokenText(a, i-1) == "," && (word == "where" || word == "which" || word == "who" || word == "when") {
				r.From = i
				break
			}
		}
	}
	return anyOutcome(a, r)
}

// outcomeNear reports the same of the words around token i.
func outcomeNear(a *article.Article, c *clause, i int) bool { return anyOutcome(a, around(c, i)) }

// around is the stretch of the clause within reach of token i.
func around(c *clause, i int) article.Range {
	return article.Range{From: max(c.tokens.From, i-planReach), To: min(c.tokens.To, i+planReach)}
}

func anyOutcome(a *article.Article, r article.Range) bool {
	for i := r.From; i < r.To; i++ {
		if resultWords[strings.ToLower(tokenText(a, i))] {
			return true
		}
	}
	return false
}
