package extract

import (
	"strings"

	"citevet/pipeline/article"
)

// turns are the verbs that, with the words behind them, tell what was announced
// beforehand: "went on sale", "came into force", "kicked off".
var turns = map[string][]string{
	"went":     {"on sale", "on show", "on display", "on air", "on tour", "off air", "off the air", "to the polls", "to the ballot"},
	"came":     {"into", "closest"},
	"kicked":   {"off"},
	"switched": {"off", "on"},
	"shut":     {"down"},
	"phased":   {"out"},
	"ran":      {"out", "from"},
	"broke":    {"up for", "up on"},
	"adopted":  {"the euro"},
	"assumed":  {"the presidency", "the chair", "the rotating presidency"},
}

// subjects are what is set by a law, a timetable or a contract before the day: to
// say that a minimum wage rose is no outcome of a market.
var subjects = wordSet(`fare fares tax duty levy toll tolls vat ban deadline lease clocks exhibition eclipse`)

// pairedSubjects are such, with the word before.
var pairedSubjects = wordSet(`minimum-wage retirement-age pension-age voting-age interest-cap rent-cap`)

// setBeforehand reports whether what the verb group tells was set before the day.
func setBeforehand(a *article.Article, c *clause, g *group) bool {
	if g == nil {
		return false
	}
	before := ""
	for i := max(c.tokens.From, g.From-subjectReach); i < g.From; i++ {
		word := lowToken(a, i)
		if subjects[word] || pairedSubjects[before+"-"+word] {
			return true
		}
		before = word
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
