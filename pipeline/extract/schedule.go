package extract

import (
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// turns are the verbs that, with the words behind them, tell what was announced
// beforehand: "went on sale", "came into force", "kicked off".
var turns = map[string][]string{
	"went":     {"on sale", "on show", "on display", "on air", "on tour", "off air", "off the air", "to the polls", "to the ballot", "on trial", "into service", "into operation", "into production", "into effect", "into force", "offline", "online", "live"},
	"came":     {"into", "closest"},
	"kicked":   {"off"},
	"switched": {"off", "on"},
	"shut":     {"down"},
	"phased":   {"out"},
	"ran":      {"out", "from"},
	"broke":    {"up for", "up on"},
	"adopted":  {"the euro"},
	"stepped":  {"down", "aside", "back from"},
	"heard":    {"the appeal", "the case", "arguments", "the arguments"},
	"faced":    {"each other"},
	"sailed":   {"for", "from"},
	"passed":   {"perihelion", "aphelion", "closest"},
	"swung":    {"past", "by"},
	"flew":     {"past", "by"},
	"covered":  {"the sun"},
	"assumed":  {"the presidency", "the chair", "the rotating presidency"},
}

// subjects are what is set by a law, a timetable or a contract before the day: to
// say that a minimum wage rose is no outcome of a market.
var subjects = wordSet(`fare fares tax duty levy toll tolls tariff tariffs vat ban bans deadline lease clocks exhibition eclipse dividend dividends coupon`)

// pairedSubjects are such, with the word before.
var pairedSubjects = wordSet(`minimum-wage retirement-age pension-age voting-age interest-cap rent-cap`)

// priced are what whoever sells it prices from a day on; repriced are the verbs that
// say so, for a ticket is sold, lost and found as well.
var (
	priced   = wordSet(`ticket tickets fee fees admission subscription subscriptions stamp stamps`)
	repriced = wordSet(`rose risen went increased doubled cost fell dropped`)
)

// setBeforehand reports whether what the verb group tells was set before the day.
func setBeforehand(a *article.Article, c *clause, g *group) bool {
	if g == nil {
		return false
	}
	before := ""
	for i := max(c.tokens.From, g.From-subjectReach); i < g.From; i++ {
		word := lowToken(a, i)
		if subjects[word] || pairedSubjects[before+"-"+word] || priced[word] && repriced[g.head] {
			return true
		}
		before = word
	}
	return false
}

// assigned reports whether the time is what a calculation gives the object of "put":
// "had put its return in late January". Another place to put it leaves the time to the verb.
func assigned(a *article.Article, g *group, at int) bool {
	if g.head != "put" && g.head != "puts" || g.To >= at-1 || at-1-g.To > assignedReach || !prepositionBefore(a, at) {
		return false
	}
	for i := g.To; i < at-1; i++ {
		word, tag := lowToken(a, i), a.Tokens[i].Tag
		if word != "of" && (tag == "IN" || tag == "TO" || tag == "RP" || tag == "RB" || strings.HasPrefix(tag, "VB")) || isPunct(word) || movingVerbs[word] {
			return false
		}
	}
	return true
}

// assignedReach is how many words what is put in a time may have.
const assignedReach = 10

// enacted reports whether the clause tells what is law since a day, which the act
// fixes when it passes: "has applied since", "has been in force since".
func enacted(a *article.Article, c *clause) bool {
	for i := range c.groups {
		g := &c.groups[i]
		if g.inner || g.tense != perfect {
			continue
		}
		if enactments[g.head] {
			return true
		}
		words := lowToken(a, g.To) + " " + lowToken(a, g.To+1)
		if words == "in force" || words == "in effect" || words == "in place" || compulsions[lowToken(a, g.To)] {
			return true
		}
	}
	return false
}

// enactments are the verbs by which a law is told to hold, compulsions the
// adjectives.
var (
	enactments  = wordSet(`applied run charged levied banned prohibited outlawed required obliged forbidden permitted`)
	compulsions = wordSet(`compulsory mandatory obligatory binding illegal unlawful`)
)

// bounded reports whether the time bounds a class that a rule is told of in the
// present: "bars suits filed after 2023".
func bounded(a *article.Article, g *group, u *timeUse) bool {
	return u.Relation == when.After && participle(a, g) && u.main != nil && u.main.tense == present
}

// decreed reports whether g lays down what is to hold from the time on: "banned the
// sale of petrol cars from 2040 on".
func decreed(a *article.Article, g *group, at int) bool {
	if g.tense != past && g.tense != perfect || g.To > at || !enactments[g.head] {
		return false
	}
	return lowToken(a, at) == "from" || lowToken(a, at-1) == "from"
}

// weighedSubject reports whether the time belongs to the subject of a verb in the
// passive that leaves it open: "a referendum in 2024 was ruled out".
func weighedSubject(a *article.Article, c *clause, u *timeUse, g *group, at int) bool {
	if at >= g.From || u.Relation != when.In || !mulling[g.head] || at-c.tokens.From < 2 || !strings.HasPrefix(a.Tokens[at-2].Tag, "NN") {
		return false
	}
	for i := g.From; i < g.To; i++ {
		if isBe([]string{lowToken(a, i)}) {
			return true
		}
	}
	return false
}

// subjectReach is how many tokens before its verb a subject is looked for.
const subjectReach = 6

// takesTurn reports whether the verb group with the words behind it is one of the
// turns, or tells of a round birthday: "turned 150".
func takesTurn(a *article.Article, c *clause, g *group) bool {
	words := ""
	for i := g.To; i < min(c.tokens.To, g.To+3); i++ {
		words += lowToken(a, i) + " "
	}
	if g.head == "turned" && words != "" && isDigit(words[0]) {
		return true
	}
	for _, behind := range turns[g.head] {
		if strings.HasPrefix(words, behind+" ") {
			return true
		}
	}
	return false
}
