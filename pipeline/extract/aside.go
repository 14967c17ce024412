package extract

import (
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// A sentence often says by the way what its source never meant to carry: who
// somebody has become since, how old a method is, what was known beforehand.

// aside says what becomes of a time in words that are put in between a subject
// and its verb. Of "Roe, elected mayor in 2025, studied law" and "the mill,
// which burned in 2025, opened in 1901" the source may carry the main clause alone.
func aside(a *article.Article, c *clause, u *timeUse, at int) standing {
	if conceded(a, c, u, at) || apposed(a, c, u, at) || reckoned(a, c, u, at) || mourned(a, c, u, at) {
		return background
	}
	if s := narrowing(a, c, u, at); s != dates {
		return s
	}
	verb, who := resumed(a, c, u, at)
	if verb == nil {
		return dates
	}
	timed, over := timedAfter(a, c, verb), verb.tense == past || verb.tense == bare
	switch {
	case over && (timed || origins[verb.head] || who && (lifeVerbs[verb.head] || u.Relation == when.Between)), verb.tense == present && (who || defining[verb.head]) && !timed:
		return background
	case verb.tense == present && timed:
		return dates
	}
	return dimly
}

// mourned reports whether the time is that of a death told by the way, of somebody
// whose words or deeds the clause is about: "For Roe, who died in 2023, it was all
// about restraint".
func mourned(a *article.Article, c *clause, u *timeUse, at int) bool {
	g := u.group
	if g == nil || g.head != "died" || g.To > at || lowToken(a, g.From-1) != "who" || lowToken(a, g.From-2) != "," {
		return false
	}
	for i := at; i < min(c.tokens.To, at+planReach); i++ {
		if tokenText(a, i) == "," {
			return finiteBetween(c, i+1, c.tokens.To)
		}
	}
	return false
}

// apposed reports whether "since" stands in words beside the subject and not with the
// verb, which in the simple past would need "from": "the firm, bankrupt since 2020,
// had 12,000 workers", "minister since 2022, she studied chemistry".
func apposed(a *article.Article, c *clause, u *timeUse, at int) bool {
	g := u.group
	if u.Relation != when.Since || g == nil || g.tense != past || g.From <= at || at == c.tokens.From || lowToken(a, at) != "since" {
		return false
	}
	end := tokenAt(a, c.tokens, u.End)
	return end < g.From && tokenText(a, end) == ","
}

// lifeVerbs tell of somebody's earlier life, which a source may know that is older
// than what became of them.
var lifeVerbs = map[string]bool{
	"studied": true, "born": true, "grew": true, "attended": true, "graduated": true, "trained": true, "learned": true, "learnt": true, "spent": true, "began": true,
	"started": true, "married": true, "raised": true, "educated": true, "made": true, "wrote": true, "taught": true, "worked": true, "played": true, "apprenticed": true,
	"came": true, "lived": true, "moved": true, "joined": true, "served": true,
}

// narrowing says what becomes of a time in a participle that tells which thing is
// meant: "the skull found in 2024 resembles those from Kenya".
func narrowing(a *article.Article, c *clause, u *timeUse, at int) standing {
	g := u.group
	if end := tokenAt(a, c.tokens, u.End); g != nil && g.To <= at && end < c.tokens.To && defining[lowToken(a, end)] && !finiteBetween(c, c.tokens.From, g.From) {
		return background // "found in 2024 resembles", which the tagger may take for a noun
	}
	if g != nil && g.To <= at && relativeTimed(a, c, g, tokenAt(a, c.tokens, u.End)) {
		return background
	}
	if s := opensAside(a, c, u, at); s != dates {
		return s
	}
	if g == nil || g.To > at || g.tense != bare || a.Tokens[g.To-1].Tag != "VBN" || g.From <= c.tokens.From+1 || finiteBetween(c, c.tokens.From, g.From) {
		return dates
	}
	for _, h := range groupsAfter(c, at+1) {
		if !h.tense.finite() {
			continue
		}
		for i := g.From - 1; i < h.From; i++ {
			if tokenText(a, i) == "," || a.Tokens[i].Tag == "CC" {
				return dates
			}
		}
		switch {
		case h.tense == present && defining[h.head], h.tense == past && (origins[h.head] || timedAfter(a, c, &h)):
			return background
		case h.tense == past:
			return dates
		}
		return dimly
	}
	return dates
}

// relativeTimed reports whether g stands in a "that" or "who" of the subject, and
// the main verb tells how the thing began or has an own time: "the village that
// was buried in June 2025 had been founded in 1650".
func relativeTimed(a *article.Article, c *clause, g *group, end int) bool {
	if !g.inner || !g.tense.finite() || g.From <= c.tokens.From+1 || !innerWordBetween(a, max(c.tokens.From+1, g.From-2), g.From) || finiteBetween(c, c.tokens.From, g.From) {
		return false
	}
	for _, h := range groupsAfter(c, end) {
		if !h.tense.finite() {
			continue
		}
		return adverbsBetween(a, end, h.From) && h.tense == past && (origins[h.head] || timedAfter(a, c, &h))
	}
	return false
}

// opensAside says what becomes of a time in a participle that opens the clause,
// which goes on to say who somebody is: "Elected in 2024, she is the granddaughter
// of a poet". What a person did may have been before: "Knighted in 2024, he made
// his name with a paper on moths".
func opensAside(a *article.Article, c *clause, u *timeUse, at int) standing {
	if u.group == nil || u.group.tense.finite() || u.group.To > at || u.group.From > c.tokens.From+4 || !commaAhead(a, c, at) {
		return dates
	}
	for _, h := range groupsAfter(c, at+1) {
		if !h.tense.finite() {
			continue
		}
		who := lowToken(a, h.From-1)
		switch {
		case h.tense == present && defining[h.head] && h.To-h.From == 1:
			return background
		case h.tense == past && (who == "he" || who == "she") && lifeVerbs[h.head] && a.Tokens[u.group.To-1].Tag != "VBG":
			return dimly
		}
		return dates
	}
	return dates
}

// defining verbs in the present tell what something is, whatever befell it.
var defining = map[string]bool{
	"is": true, "are": true, "lies": true, "lie": true, "stands": true, "consists": true, "dates": true, "measures": true, "means": true, "contains": true, "rises": true, "belongs": true,
	"shows": true, "depicts": true, "portrays": true, "resembles": true, "describes": true, "tells": true,
}

// origins are what was done once for all when a thing came to be.
var origins = map[string]bool{
	"built": true, "founded": true, "designed": true, "laid": true, "painted": true, "written": true, "wrote": true, "composed": true, "born": true, "named": true,
	"invented": true, "discovered": true, "made": true, "created": true, "erected": true, "established": true, "commissioned": true, "planted": true, "dug": true,
}

// resumed returns the verb that goes on behind the inserted words which hold the
// time at token at, nil where it stands in none; who reports whether they tell of
// a person.
func resumed(a *article.Article, c *clause, u *timeUse, at int) (verb *group, who bool) {
	g := u.group
	if g != nil && g.From > at {
		return verblessInset(a, c, g, at)
	}
	if g == nil || g.To > at {
		return nil, false
	}
	open := g.From - 1
	for open > c.tokens.From && open >= g.From-asideLead && !insets(a, open) {
		open--
	}
	if open <= c.tokens.From || !insets(a, open) || finiteBetween(c, c.tokens.From, open) {
		return nil, false
	}
	end := tokenAt(a, c.tokens, u.End)
	for end < c.tokens.To && end < at+planReach && tokenText(a, end) != tokenText(a, open) {
		end++
	}
	for _, h := range groupsAfter(c, end+1) {
		if h.tense.finite() || participle(a, &h) {
			if !adverbsBetween(a, end+1, h.From) {
				return nil, false
			}
			return &h, lowToken(a, open+1) == "who" || g.From == open+1 && capitalised(a, open-1) && open-1 > c.tokens.From
		}
	}
	return nil, false
}

// verblessInset is resumed for an insertion without a verb that was seen: "the
// comet, next due in 2024, was photographed". A time alone between commas dates
// the verb behind it.
func verblessInset(a *article.Article, c *clause, g *group, at int) (verb *group, who bool) {
	open := at - 1
	for open > c.tokens.From && open > at-asideReach && !insets(a, open) {
		open--
	}
	if open <= c.tokens.From || !insets(a, open) || at-open < 4 || finiteBetween(c, c.tokens.From, open) || len(timesIn(a, tokenSpan(a, article.Range{From: c.tokens.From, To: open}))) > 0 {
		return nil, false
	}
	if tag := a.Tokens[c.tokens.From].Tag; tag == "IN" || tag == "RB" {
		return nil, false // "In Ghana, voters in 2024, …"
	}
	for i := at; i < g.From; i++ {
		if tokenText(a, i) == tokenText(a, open) && adverbsBetween(a, i+1, g.From) {
			return g, lowToken(a, open+1) == "who"
		}
	}
	return nil, false
}

// asideReach is how many words an insertion may have before its time.
const asideReach = 10

// insets reports whether token i is a comma or dash that may open an insertion.
func insets(a *article.Article, i int) bool {
	switch tokenText(a, i) {
	case ",", "–", "—":
		return true
	}
	return false
}

// conceded reports whether the clause opens with "although" or the like and its
// time stands before the comma: "although it was rebuilt in 2025, the chapel is
// old" has its source for the chapel's age.
func conceded(a *article.Article, c *clause, u *timeUse, at int) bool {
	switch lowToken(a, c.tokens.From) {
	case "although", "though", "whereas":
	case "while":
		// "while the 2025 report is silent", not "while thieves fled in 2025"
		if len(c.groups) == 0 || c.groups[0].tense != present {
			return false
		}
		return commaAhead(a, c, at)
	default:
		return false
	}
	if u.group == nil || u.group.To > at || !commaAhead(a, c, at) {
		return false
	}
	comma := tokenAt(a, c.tokens, u.End)
	for tokenText(a, comma) != "," && comma < c.tokens.To-1 {
		comma++
	}
	for _, h := range groupsAfter(c, comma) {
		if h.tense.finite() {
			return h.tense == present || origins[h.head] || timedAfter(a, c, &h)
		}
	}
	return true // "the chapel dates from": the tagger may miss a verb
}

// commaAhead reports whether a comma follows token at in its clause.
func commaAhead(a *article.Article, c *clause, at int) bool {
	for i := at; i < c.tokens.To && i < at+planReach; i++ {
		if tokenText(a, i) == "," {
			return true
		}
	}
	return false
}

// likened reports whether the time stands in what the clause opens with to liken
// its subject to: "as in 2025, the party split", "like the fire of 2024, that of 1911".
func likened(a *article.Article, c *clause, u *timeUse, at int) bool {
	from := c.tokens.From
	next := lowToken(a, from+1)
	switch lowToken(a, from) {
	case "like", "unlike":
	case "as":
		if next != "in" && next != "with" || u.Relation == when.AsOf {
			return false
		}
	case "compared", "similar":
		if next != "with" && next != "to" {
			return false
		}
	default:
		return false
	}
	for i := from; i < at; i++ {
		if tokenText(a, i) == "," {
			return false
		}
	}
	return commaAhead(a, c, at)
}

// reckonings have times of their own, as stories have.
var reckonings = map[string]bool{
	"simulation": true, "simulations": true, "scenario": true, "scenarios": true, "projection": true, "projections": true, "forecast": true, "forecasts": true, "model": true, "models": true,
}

// imagined reports whether the clause opens inside a story or a reckoning: "In the
// novel, the war ended in 2025".
func imagined(a *article.Article, c *clause, at int) bool {
	midway := false // "at the start of the novel"
	switch lowToken(a, c.tokens.From) {
	case "in", "under", "throughout", "according", "by":
	case "at", "near", "late", "early", "towards", "toward":
		midway = true
	default:
		return false
	}
	for i := c.tokens.From + 1; i < at && i < c.tokens.From+6; i++ {
		if word := lowToken(a, i); word == "," || strings.HasPrefix(a.Tokens[i].Tag, "VB") {
			return false
		} else if !midway && reckonings[word] || fictions[word] && !(midway && playable[word]) {
			next := lowToken(a, i+1)
			return isPunct(next) || capitalised(a, i+1) || next == "by" || next == "of"
		}
	}
	return false
}

// playable works have a course of their own in the world: "at the end of the game".
var playable = map[string]bool{"game": true, "play": true, "series": true, "drama": true, "remake": true}

// asideLead is how many words may stand between the comma that opens an
// insertion and its verb.
const asideLead = 4

func capitalised(a *article.Article, i int) bool {
	b := tokenText(a, i)[0]
	return b >= 'A' && b <= 'Z'
}

// groupsAfter are the verb groups of the clause that begin at token from or
// within reach of it.
func groupsAfter(c *clause, from int) []group {
	return groupsIn(c.groups, article.Range{From: from, To: min(c.tokens.To, from+planReach)})
}

func finiteBetween(c *clause, from, to int) bool {
	for _, g := range groupsIn(c.groups, article.Range{From: max(from, to-planReach), To: to}) {
		if g.tense.finite() {
			return true
		}
	}
	return false
}

func adverbsBetween(a *article.Article, from, to int) bool {
	for i := from; i < to; i++ {
		if a.Tokens[i].Tag != "RB" {
			return false
		}
	}
	return true
}

// timedAfter reports whether a time stands behind group g.
func timedAfter(a *article.Article, c *clause, g *group) bool {
	for _, t := range timesIn(a, tokenSpan(a, article.Range{From: g.To, To: min(c.tokens.To, g.To+planReach)})) {
		if t.Kind == when.KindDate && len(t.Readings) > 0 {
			return true
		}
	}
	return false
}

// methods are things that are taken over from an older work.
var methods = map[string]bool{
	"method": true, "methods": true, "technique": true, "protocol": true, "procedure": true, "scale": true, "criteria": true, "definition": true, "definitions": true,
	"approach": true, "algorithm": true, "formula": true, "questionnaire": true, "instrument": true, "framework": true, "guidelines": true, "classification": true,
	"index": true, "equation": true, "typology": true, "taxonomy": true, "scheme": true, "test": true, "design": true, "model": true,
}

// takenOver verbs tell where a method comes from: "the poverty line defined by".
var takenOver = map[string]bool{
	"defined": true, "described": true, "introduced": true, "developed": true, "proposed": true, "devised": true, "formulated": true, "coined": true,
}

// methodCited reports whether what closes the clause, and stands right before
// its marker, is a method with its origin: "we sampled 40 ponds in 2024 using
// the method of Roe". The source carries that alone.
func methodCited(a *article.Article, c *clause, at int) bool {
	if !c.marked {
		return false
	}
	for i := c.tokens.To - 1; i > at && i >= c.tokens.To-methodReach; i-- {
		switch word := lowToken(a, i); {
		case takenOver[word] && lowToken(a, i+1) == "by", takenOver[word] && lowToken(a, i-1) == "as":
			return true
		case methods[word] && (lowToken(a, i+1) == "of" || i == c.tokens.To-1) && appliedBefore(a, i):
			return true
		}
	}
	return false
}

// methodReach is how many tokens before the end of its clause a method's origin
// is looked for.
const methodReach = 12

// appliedBefore reports whether a word of applying stands shortly before token i.
func appliedBefore(a *article.Article, i int) bool {
	for j := i - 1; j > 0 && j >= i-5; j-- {
		switch lowToken(a, j) {
		case "using", "following", "applying", "by", "with", "on", "to", "used", "applied", "followed":
			return true
		}
	}
	return false
}

// celestial are events whose day and course are computed long before.
var celestial = map[string]bool{"eclipse": true, "eclipses": true, "solstice": true, "equinox": true, "occultation": true, "perihelion": true}

// knownAhead reports whether the clause is about such an event.
func knownAhead(a *article.Article, c *clause) bool {
	m := c.main()
	if m == nil {
		return false
	}
	for i := max(c.tokens.From, m.From-planReach); i < m.From; i++ {
		if celestial[lowToken(a, i)] && !strings.HasPrefix(a.Tokens[i+1].Tag, "NN") {
			return true
		}
	}
	return false
}

// tellingYears are what a year as a subject does: "2024 saw two strikes".
var tellingYears = map[string]bool{
	"saw": true, "brought": true, "was": true, "marked": true, "ended": true, "began": true, "proved": true, "started": true, "opened": true, "turned": true,
	"became": true, "gave": true, "had": true, "set": true, "produced": true, "closed": true, "witnessed": true, "yielded": true, "broke": true,
}

// toldOf reports whether the time itself is the subject: "the second half of 2024
// brought a drought".
func toldOf(a *article.Article, c *clause, u *timeUse, at int) bool {
	end := tokenAt(a, c.tokens, u.End)
	return at <= c.tokens.From+1 && end < c.tokens.To && u.main != nil && u.main.From == end && u.main.tense == past && tellingYears[lowToken(a, end)]
}

// counted reports whether a bare year is a count that does something: "and 2025
// signed the petition".
func counted(a *article.Article, u *timeUse, at int) bool {
	if !bareYear(a, u) || u.Relation != when.In || at == 0 || a.Tokens[at-1].Tag == "." || prepositionBefore(a, at) && lowToken(a, at-1) != "and" {
		return false
	}
	if at+1 < len(a.Tokens) && a.Tokens[at+1].Tag == "NNS" && at > 2 && tokenText(a, at-1) == "and" && strings.HasPrefix(a.Tokens[at-2].Tag, "NN") && a.Tokens[at-3].Tag == "CD" {
		return true // "1,998 photographs and 2024 maps"
	}
	return at+1 < len(a.Tokens) && a.Tokens[at+1].Tag == "VBD" && !tellingYears[lowToken(a, at+1)] && tokenText(a, at-1) != ","
}

// moneys behind a year say in which year's money a sum of any time is told.
var moneys = map[string]bool{
	"dollars": true, "prices": true, "euros": true, "pounds": true, "money": true, "terms": true, "values": true, "yen": true, "francs": true, "kronor": true, "rupees": true,
}

// converted reports whether the year is that of prices or rates: "in 2024
// dollars, the dam cost", but not "in 2024 prices rose".
func converted(a *article.Article, c *clause, u *timeUse, at int) bool {
	before := lowToken(a, at-1)
	at = tokenAt(a, c.tokens, u.End) - 1 // "by" belongs to its year
	if !bareYear(a, u) || at+1 >= c.tokens.To {
		return false
	}
	next := lowToken(a, at+1)
	switch {
	case next == "exchange" || next == "prices" || next == "rates":
		if before == "at" || before == "to" {
			return true
		}
	case next == "standards":
		return true
	case next == "us" || next == "constant" || next == "international":
		next, at = lowToken(a, at+2), at+1
	}
	if !moneys[next] {
		return false
	}
	after := lowToken(a, at+2)
	return at+2 >= c.tokens.To || isPunct(after) || after == "and" || after == "or"
}

// tailed reports whether what closes the clause, right before its marker, has an
// earlier time in a participle or relative clause of its own: "celebrated in 2025
// the charter granted in 1125". The marker may stand behind that alone.
func tailed(a *article.Article, c *clause, u *timeUse, at int) bool {
	if !c.marked || u.group == nil {
		return false
	}
	end := tokenAt(a, c.tokens, u.End)
	later := timesIn(a, tokenSpan(a, article.Range{From: min(end, c.tokens.To-1), To: c.tokens.To}))
	if len(later) == 0 {
		return false
	}
	t := later[len(later)-1]
	if t.Start < u.End || t.Kind != when.KindDate || len(t.Readings) != 1 || inParentheses(a, t.Core()) || !t.Readings[0].Before(u.Readings[0]) {
		return false
	}
	g := governing(c, c.main(), tokenAt(a, c.tokens, t.Start))
	return g != nil && g.From >= end && g.From != u.group.From && (g.inner || participle(a, g) || having(a, g))
}

// having reports whether g is the rest of "having won": the tagger parts the two at
// an adverb.
func having(a *article.Article, g *group) bool {
	for i := g.From; i >= g.From-2; i-- {
		if lowToken(a, i) == "having" {
			return true
		}
	}
	return false
}

// beforehand are deeds done to an event before its time comes.
var beforehand = map[string]bool{
	"announced": true, "sold": true, "awarded": true, "chosen": true, "selected": true, "drawn": true, "approved": true, "booked": true, "commissioned": true,
	"cancelled": true, "canceled": true, "postponed": true, "moved": true, "scheduled": true, "granted": true, "named": true, "confirmed": true, "assigned": true,
	"designed": true, "proposed": true, "called": true, "agreed": true, "negotiated": true, "drafted": true, "budgeted": true, "unveiled": true, "presented": true,
	"published": true, "released": true, "revealed": true, "planned": true, "allocated": true, "given": true, "rescheduled": true, "delayed": true,
}

// doneAhead makes the time of a noun, "the games of 2024", the background of
// what was done about them beforehand: "were awarded to the city".
func doneAhead(c *clause, u *timeUse, at int, s standing) standing {
	g := u.group
	if g == nil && len(c.groups) > 0 {
		g = &c.groups[0] // "sold out", which the tagger may take for a participle
	}
	if s == dimly && g != nil && g.From > at && beforehand[g.head] {
		return background
	}
	return s
}
