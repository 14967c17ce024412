package extract

import (
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// The small words around a time say whether it dates the verb at all: "the games
// of 2024" and "tickets for 4 August" belong to their nouns.

// partNouns with "of" name a part of the time after them, which dates as the
// time itself does: "at the end of 2024".
var partNouns = map[string]bool{
	"end": true, "ends": true, "beginning": true, "start": true, "middle": true, "half": true, "quarter": true, "third": true, "spring": true, "summer": true,
	"autumn": true, "fall": true, "winter": true, "course": true, "months": true, "weeks": true, "days": true, "month": true, "week": true, "whole": true, "most": true, "much": true,
	"rest": true, "part": true, "parts": true, "all": true, "remainder": true, "eve": true, "morning": true, "evening": true, "night": true, "afternoon": true,
	"early": true, "late": true, "as": true, "close": true, "turn": true, "january": true, "february": true, "march": true, "april": true, "may": true, "june": true,
	"july": true, "august": true, "september": true, "october": true, "november": true, "december": true, "year": true, "years": true, "semester": true, "season": true,
}

// spanNouns may stand between a preposition and a run: "for the period 2020 to 2030".
var spanNouns = map[string]bool{
	"the": true, "period": true, "term": true, "terms": true, "years": true, "year": true, "season": true, "cycle": true, "biennium": true, "a": true,
}

// runNouns with "to" and a time name the run that ends with it: "in the 12 months
// to June 2025".
var runNouns = map[string]bool{"months": true, "year": true, "weeks": true, "quarter": true, "half": true, "days": true}

// cohorts with "of" and a year are called by it long before.
var cohorts = map[string]bool{"class": true, "cohort": true, "squad": true}

// movingVerbs with "to" and a time set a new day.
var movingVerbs = map[string]bool{
	"delayed": true, "postponed": true, "moved": true, "put": true, "back": true, "brought": true, "pushed": true, "rescheduled": true, "deferred": true,
	"extended": true, "shifted": true, "forward": true, "set": true, "slipped": true, "slips": true, "slip": true, "changed": true, "delay": true, "postpone": true, "extend": true, "prolonged": true, "renewed": true,
}

// attached says what the words right before a time make of it; ok is false where
// they leave it to the verb.
func attached(a *article.Article, c *clause, u *timeUse, at int) (s standing, ok bool) {
	i := at - 1
	for i > c.tokens.From && i > at-4 && spanNouns[lowToken(a, i)] {
		i--
	}
	if i < c.tokens.From {
		return dates, false
	}
	if u.Relation == when.Between && u.group != nil && movingVerbs[u.group.head] && u.group.To <= at {
		return planned, true // "slipped from 2019 to 2023"
	}
	switch lowToken(a, i) {
	case "of":
		if i == c.tokens.From || partNouns[lowToken(a, i-1)] || len(a.Tokens[i-1].Tag) > 0 && a.Tokens[i-1].Tag == "CD" {
			return dates, false
		}
		if bareYear(a, u) && (a.Tokens[i-1].Tag == "NNP" || cohorts[lowToken(a, i-1)]) {
			return background, true // "the Class of 2024"
		}
		switch lowToken(a, i-1) {
		case "date", "day", "deadline", "expiry":
			return planned, true // "lists an end date of December 2025"
		}
		return dimly, true
	case "for":
		switch {
		case !outcomeNear(a, c, at):
			return planned, true
		case u.group != nil && u.group.From > at && u.group.tense == past:
			return dates, false // "revenue for 2024 rose 12 percent"
		}
		return dimly, true
	case "from":
		if u.group != nil && movingVerbs[u.group.head] {
			return planned, true
		}
	case "beyond":
		return planned, true
	case "or":
		if u.Relation == when.After {
			return dimly, true // "born in or after 2024" bounds a class
		}
	case "what":
		return background, true // "nobody knew what 2025 held"
	case "to":
		if i > c.tokens.From && runNouns[lowToken(a, i-1)] {
			return dates, false
		}
		if i == at-1 && u.Relation == when.In {
			return movedTo(a, c, u, i), true
		}
	case "in", "on", "during":
		if i > c.tokens.From && lowToken(a, i-1) == "than" {
			return dimly, true // a comparison may be with what is expected
		}
	}
	return dates, false
}

// movedTo is the standing of a time after the "to" at token i.
func movedTo(a *article.Article, c *clause, u *timeUse, i int) standing {
	if u.group != nil && movingVerbs[u.group.head] || i > c.tokens.From && movingVerbs[lowToken(a, i-1)] {
		return planned
	}
	return dimly
}

// prospectNouns, with what they look towards, leave it ahead: "preparations for
// the games in 2028", "opposition to the closure".
var prospectNouns = map[string]bool{
	"prospect": true, "prospects": true, "preparation": true, "preparations": true, "race": true, "hope": true, "hopes": true, "fear": true, "fears": true,
	"opposition": true, "debate": true, "debates": true, "talks": true, "bid": true, "bids": true, "right": true, "rights": true, "campaign": true, "campaigns": true,
	"candidate": true, "candidates": true, "candidacy": true, "nominee": true, "support": true, "demand": true, "demands": true, "calls": true, "call": true, "need": true,
	"ticket": true, "tickets": true, "host": true, "hosts": true, "goal": true, "goals": true, "aim": true, "option": true, "options": true, "offer": true, "expectations": true,
	"expectation": true, "concern": true, "concerns": true, "worries": true, "permission": true, "approval": true, "consent": true, "application": true, "applications": true,
	"promise": true, "promises": true, "pledge": true, "pledges": true, "commitment": true, "vision": true, "timetable": true, "schedule": true, "roadmap": true, "possibility": true,
	"likelihood": true, "risk": true, "risks": true, "threat": true, "negotiations": true, "arrangements": true, "prediction": true, "predictions": true, "forecast": true, "forecasts": true, "award": true, "awarding": true, "choice": true, "selection": true, "way": true, "favourite": true, "contender": true, "contenders": true, "deadline": true, "deadlines": true,
}

var towards = map[string]bool{
	"for": true, "of": true, "to": true, "over": true, "about": true, "on": true, "against": true, "that": true, "towards": true,
}

// orderedNouns after "for" say what something is meant for: "ordered for delivery
// in 2025".
var orderedNouns = map[string]bool{
	"delivery": true, "completion": true, "launch": true, "release": true, "publication": true, "introduction": true, "adoption": true, "implementation": true,
	"closure": true, "demolition": true, "construction": true, "opening": true, "approval": true, "use": true,
}

// lookedTowards reports whether the time stands in the noun phrase of something
// looked towards, with no verb between.
func lookedTowards(a *article.Article, c *clause, at int) bool {
	for i := at - 1; i >= c.tokens.From && i >= at-12; i-- {
		word := lowToken(a, i)
		if word == "," || word == ";" || strings.HasPrefix(a.Tokens[i].Tag, "VB") && a.Tokens[i].Tag != "VB" {
			return false
		}
		if orderedNouns[word] && lowToken(a, i-1) == "for" {
			return true
		}
		if prospectNouns[word] && strings.HasPrefix(a.Tokens[i].Tag, "NN") && towards[lowToken(a, i+1)] {
			return true
		}
	}
	return false
}

// futurate says what a time does beside a verb in the present tense, which in
// English tells what is arranged ("the rules apply from 2025") as well as what
// is so. ok is false where the words leave no doubt: "as of", "since".
func futurate(a *article.Article, c *clause, u *timeUse, at int) (s standing, ok bool) {
	g := u.group
	if g == nil || g.tense != present || u.Relation == when.AsOf || u.Relation == when.Since {
		return dates, false
	}
	if attendant(a, c, g, at) {
		return dates, false
	}
	if u.Relation == when.Until || u.Relation == when.After || stretch(u) || !holding[g.head] && !befalling[g.head] && monthly(u) || at > c.tokens.From && lowToken(a, at-1) == "from" || looksOn(c, at) || foreseen(a, c, at) {
		return planned, true
	}
	return dimly, true
}

// holding verbs tell a state, which a month may date; with others it is when
// something is arranged to happen.
var holding = map[string]bool{
	"is": true, "are": true, "has": true, "have": true, "holds": true, "hold": true, "stands": true, "stand": true, "remains": true, "remain": true, "employs": true,
	"employ": true, "contains": true, "contain": true, "counts": true, "owns": true, "own": true, "includes": true, "include": true, "consists": true, "exceeds": true,
}

// befalling verbs tell what nobody arranges, so that the present tense retells:
// "a storm hits the coast in March 2025".
var befalling = map[string]bool{
	"hits": true, "hit": true, "strikes": true, "kills": true, "destroys": true, "dies": true, "sinks": true, "crashes": true, "collapses": true, "erupts": true, "loses": true,
	"wins": true, "defeats": true, "beats": true, "kill": true, "destroy": true, "die": true, "lose": true, "win": true,
}

// monthly reports whether the time is as exact as a month.
func monthly(u *timeUse) bool {
	from, to := u.Readings[0].From, u.Readings[0].To
	return !from.IsZero() && !to.IsZero() && from.DaysUntil(to) < 31
}

// permits reports whether group g says what was let happen, which need not have
// happened then: "was allowed to close in 2024".
func permits(a *article.Article, g *group) bool {
	if g == nil {
		return false
	}
	for i := g.From; i < g.To-1; i++ {
		switch lowToken(a, i) {
		case "allowed", "permitted", "enabled":
			return true
		}
	}
	return false
}

// mulling verbs leave their object open; of "discussed closing the mill in 2025"
// the year is the closing's.
var mulling = map[string]bool{
	"discussed": true, "suggested": true, "recommended": true, "considered": true, "considering": true, "contemplated": true, "proposed": true, "backed": true,
	"ruled": true, "bet": true, "favoured": true, "favored": true, "supported": true, "opposed": true, "endorsed": true, "committed": true, "urged": true, "demanded": true,
	"rejected": true, "debated": true, "weighed": true, "weighing": true, "mulled": true, "mulling": true, "advocated": true, "suggests": true, "recommends": true,
	"opposes": true, "supports": true, "backs": true, "considers": true, "avoided": true, "envisaged": true,
	"discuss": true, "suggest": true, "recommend": true, "consider": true, "contemplate": true, "propose": true, "rule": true, "support": true, "oppose": true,
	"reject": true, "favour": true, "favor": true, "urge": true, "demand": true, "avoid": true,
}

// mulled reports whether group g is, or hangs on, such a verb with a gerund:
// "discussed closing", "committed to closing", "ruled out closing".
func mulled(a *article.Article, g *group) bool {
	if a.Tokens[g.To-1].Tag != "VBG" {
		return false
	}
	for i := g.To - 2; i >= max(0, g.From-3); i-- {
		if mulling[lowToken(a, i)] {
			return true
		}
		if tag := a.Tokens[i].Tag; i < g.From && tag != "TO" && tag != "IN" && tag != "RP" {
			return false
		}
	}
	return false
}

// weighs reports whether the time may belong to an indefinite object of a mulling
// verb, "backed a closure in 2025", or to a gerund that another verb governs or
// that goes on from the present, "is a chemist, winning a prize in 2025".
func weighs(a *article.Article, c *clause, u *timeUse, at int) bool {
	g := u.group
	if g == nil || g.To > at || u.Relation != when.In {
		return false
	}
	if g.tense == bare && g.To-g.From == 1 && a.Tokens[g.From].Tag == "VBG" {
		return u.main != nil && u.main.tense == present
	}
	if !mulling[g.head] {
		return false
	}
	for i := at - 2; i >= g.To && i > at-8; i-- {
		if word := lowToken(a, i); word == "a" || word == "an" {
			return true
		}
	}
	return false
}

// escapes reports whether the time stands after the relative clause that group g
// closes, so that its own verb was missed: "exports, which fell in 2014, rise in 2024".
func escapes(a *article.Article, c *clause, u *timeUse, at int) bool {
	if u.group == nil || !u.group.inner || u.group.To > at {
		return false
	}
	if before := timesIn(a, article.Span{Start: a.Tokens[u.group.To-1].Span.End, End: u.Start}); len(before) > 0 {
		// "who enrolled in 2021 graduate in 2025", but not "in 2021 and in 2025"
		gap := tokenAt(a, c.tokens, before[len(before)-1].End)
		if tag := a.Tokens[min(gap, len(a.Tokens)-1)].Tag; gap < at-1 && (strings.HasPrefix(tag, "VB") || strings.HasPrefix(tag, "NN")) {
			return true
		}
	}
	for i := at - 1; i >= u.group.To && i > at-8; i-- {
		if lowToken(a, i) == "," {
			return len(timesIn(a, tokenSpan(a, article.Range{From: max(u.group.To, at-planReach), To: i}))) > 0
		}
	}
	return false
}

// looksOn reports whether a clause goes on to tell what will be: "when it
// reopens in 2024, it will".
func looksOn(c *clause, at int) bool {
	near := around(c, at)
	for _, g := range groupsIn(c.groups, near) {
		if g.tense == future {
			return true
		}
	}
	return false
}

// foreseeing words make what is told in the present tense a forecast.
var foreseeing = map[string]bool{
	"forecast": true, "forecasts": true, "projection": true, "projections": true, "scenario": true, "scenarios": true, "simulation": true, "simulations": true,
	"prediction": true, "predictions": true, "outlook": true, "assumes": true, "assume": true, "assuming": true, "assumed": true, "warns": true, "warn": true, "fears": true,
	"predicts": true, "predict": true, "next": true, "unclear": true, "uncertain": true, "estimates": true, "whether": true, "doubt": true, "likely": true, "goal": true, "aim": true, "target": true,
	"scheme": true, "programme": true, "framework": true, "planned": true, "plan": true, "plans": true,
}

func foreseen(a *article.Article, c *clause, at int) bool {
	near := around(c, at)
	for i := near.From; i < near.To; i++ {
		if foreseeing[lowToken(a, i)] {
			return true
		}
	}
	return false
}

// estimating verbs with "at" or a participle give somebody's figure, which may be
// one for a time ahead: "put growth in 2026 at 2 percent", "were seen rising".
var estimating = map[string]bool{"put": true, "puts": true, "saw": true, "sees": true, "seen": true, "pegged": true, "estimated": true, "estimates": true}

func estimates(a *article.Article, c *clause, g *group) bool {
	if g == nil || g.tense != past {
		return false
	}
	for i := g.From; i < g.To; i++ {
		if !estimating[lowToken(a, i)] {
			continue
		}
		for j := i + 1; j < c.tokens.To && j < i+12; j++ {
			if word := lowToken(a, j); word == "at" || strings.HasSuffix(word, "ing") && j < i+4 {
				return true
			}
		}
	}
	return false
}

// attends reports whether the time stands in a phrase with "with" after another
// time of the same verb: "began in 2018 with completion in 2024".
func attends(a *article.Article, c *clause, u *timeUse, at int) bool {
	if u.group == nil || u.group.To > at {
		return false
	}
	with := 0
	for i := at - 1; i >= u.group.To && i >= at-8; i-- {
		if lowToken(a, i) == "with" {
			with = i
		}
	}
	return with > 0 && len(timesIn(a, tokenSpan(a, article.Range{From: max(u.group.To, at-planReach), To: with}))) > 0
}

// attendant reports whether "with" parts the time from group g: "goes on to pay
// its debt, with 4 percent left in 2006".
func attendant(a *article.Article, c *clause, g *group, at int) bool {
	for i := at - 1; i >= max(g.To, at-12); i-- {
		if lowToken(a, i) == "with" {
			return true
		}
	}
	return false
}

func lowToken(a *article.Article, i int) string {
	if i < 0 || i >= len(a.Tokens) {
		return ""
	}
	return strings.ToLower(tokenText(a, i))
}
