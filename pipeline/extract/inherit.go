package extract

import (
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// A sentence without a time mostly speaks of what it likes. Only where it goes on
// with what the sentence before says came about, or befell, at a time, does that
// time bound it: a law bans nothing before it is passed.

const doubtInherited = "only the sentence before gives the time"

// dated is the clause of a sentence that tells something past with a time of its own.
type dated struct {
	sentence int  // -1 for none
	alone    bool // the sentence has no other clause
	clause   clause
	use      timeUse
}

// keep remembers a sentence's first dated clause for the sentence after it.
func (d *dated) keep(s int, c *clause, use *timeUse, mood article.Mood) {
	if d.sentence >= 0 || use == nil || mood != article.Asserted || use.standing != dates || use.tailed || use.Relation != when.In || use.Relative || use.Told || len(use.Readings) != 1 || c.main() == nil {
		return
	}
	*d = dated{sentence: s, alone: d.alone, clause: *c, use: *use}
}

// inherited dates a sentence by the one before, where it says what came "later", or
// its subject is what the other says came about and its verb what followed. What was
// made may have been drafted and so announced; what befell was not.
func (f *claimer) inherited(c *clause, s int) []article.Reading {
	a, d := f.a, &f.before
	m := c.main()
	if d.sentence < 0 || d.sentence != s-1 || a.Sentences[s].Block != a.Sentences[s-1].Block || !c.marked || m == nil || m.tense != past || m.first == "had" || len(timesIn(a, a.Sentences[s].Span)) > 0 {
		return nil
	}
	made := false
	if !sequel(a, c, m) {
		noun, ok := goesOn(a, c, m)
		if !ok || !d.alone || m.To-m.From > 1 {
			return nil
		}
		made = d.made(a, noun) && !origins[m.head] && !preceding[m.head] || d.reported(a, noun) && findings[m.head]
		if !made && !(d.befell(a, noun) && effects[m.head]) {
			return nil
		}
	}
	iv := d.use.Readings[0]
	return []article.Reading{{
		When: iv, Shape: article.Point, Basis: article.ByWords, Doubt: doubtInherited, Planned: made, Outcome: tellsOutcome(a, c, m),
		Because: []article.Premise{f.spokenOf(&d.use.Time, iv, "anchor", doubtInherited)},
	}}
}

// sequel reports whether an adverb at the verb, or at either end of the clause, says
// that it tells what came next.
func sequel(a *article.Article, c *clause, m *group) bool {
	next := func(i int) bool { return i >= c.tokens.From && i < c.tokens.To && sequels[lowToken(a, i)] }
	for i := m.From - 1; i <= m.To; i++ {
		if next(i) {
			return true
		}
	}
	return next(c.tokens.From) || next(c.tokens.To-1) && lowToken(a, c.tokens.To-2) != "since"
}

// sequels are adverbs of what came next.
var sequels = map[string]bool{"later": true, "afterwards": true, "afterward": true, "subsequently": true, "thereafter": true}

// goesOn reports whether the clause begins with what goes on with a thing named
// before: "It", for which noun is empty, or "The law".
func goesOn(a *article.Article, c *clause, m *group) (noun string, ok bool) {
	switch n := m.From - c.tokens.From; {
	case n == 1 && lowToken(a, c.tokens.From) == "it":
		return "", true
	case n == 2 && (lowToken(a, c.tokens.From) == "the" || lowToken(a, c.tokens.From) == "this") && strings.HasPrefix(a.Tokens[m.From-1].Tag, "NN"):
		return lowToken(a, m.From-1), true
	}
	return "", false
}

// made reports whether the sentence says that the noun's thing came to be: as its
// subject, "the act was passed", or its object, "passed a law". An "it" behind an
// object may be the subject, unless a law was made.
func (d *dated) made(a *article.Article, noun string) bool {
	g := d.clause.main()
	if !creating[g.head] {
		return false
	}
	if isBe([]string{g.first}) && g.To-g.From > 1 {
		return noun == "" || noun == d.subject(a)
	}
	object := headOf(a, article.Range{From: g.To, To: min(d.clause.tokens.To, g.To+planReach)})
	return object != "" && (noun == object || noun == "" && laws[object])
}

// reported reports whether the sentence says that a report, a survey or the like came
// out, and the noun is a name of such a thing.
func (d *dated) reported(a *article.Article, noun string) bool {
	g := d.clause.main()
	if !inquiries[noun] || !publishing[g.head] {
		return false
	}
	object := headOf(a, article.Range{From: g.To, To: min(d.clause.tokens.To, g.To+planReach)})
	return inquiries[object] || isBe([]string{g.first}) && inquiries[d.subject(a)]
}

// inquiries are reports and what is told in them.
var inquiries = map[string]bool{"report": true, "study": true, "survey": true, "poll": true, "review": true, "audit": true, "inquiry": true, "paper": true, "census": true, "analysis": true}

// publishing verbs say that a report came out or was begun.
var publishing = map[string]bool{"published": true, "released": true, "issued": true, "conducted": true, "presented": true, "launched": true, "completed": true, "commissioned": true}

// findings are what reports do.
var findings = map[string]bool{
	"found": true, "counted": true, "showed": true, "concluded": true, "recommended": true, "revealed": true, "estimated": true, "warned": true, "identified": true, "listed": true,
	"ranked": true, "blamed": true, "criticised": true, "criticized": true, "suggested": true, "noted": true, "called": true, "put": true,
}

// befell reports whether the sentence says that the noun's thing befell somebody:
// "the quake struck", or "a fire broke out" for what is then "the fire".
func (d *dated) befell(a *article.Article, noun string) bool {
	g := d.clause.main()
	return arising[g.head] && (noun == "" || noun == d.subject(a))
}

// subject returns the head of what the sentence tells of, behind a time that opens it.
func (d *dated) subject(a *article.Article) string {
	r := subjectOf(a, &d.clause, d.clause.main())
	if d.use.fronted {
		r.From = max(r.From, min(r.To, tokenAt(a, d.clause.tokens, d.use.End)))
	}
	return headOf(a, r)
}

// headOf returns the head of the noun phrase that opens a run of tokens, lower
// case: of "a new water law for the delta" the law. Empty where none does.
func headOf(a *article.Article, r article.Range) string {
	head := ""
	for i := r.From; i < r.To; i++ {
		tag := a.Tokens[i].Tag
		switch {
		case strings.HasPrefix(tag, "NN"):
			head = lowToken(a, i)
		case head != "" || !slices.Contains(beforeNouns, tag):
			return head
		}
	}
	return head
}

// beforeNouns are the tags of what may stand before a noun in its phrase.
var beforeNouns = []string{"DT", "JJ", "JJR", "JJS", "CD", "PRP$", "VBN", "VBG", "RB"}

// creating verbs say that a thing came to be.
var creating = map[string]bool{
	"founded": true, "launched": true, "passed": true, "adopted": true, "enacted": true, "introduced": true, "established": true, "created": true, "formed": true,
	"signed": true, "ratified": true, "imposed": true, "decreed": true, "issued": true,
}

// laws are things made that somebody else makes, and that then ban, allow and raise.
var laws = map[string]bool{
	"law": true, "act": true, "bill": true, "statute": true, "decree": true, "directive": true, "regulation": true, "ordinance": true, "treaty": true, "ban": true, "tax": true,
	"rule": true, "amendment": true, "resolution": true, "charter": true, "code": true,
}

// preceding verbs tell what a thing came from or took to make.
var preceding = map[string]bool{
	"cost": true, "followed": true, "replaced": true, "grew": true, "came": true, "drew": true, "took": true, "began": true, "started": true, "originated": true, "needed": true,
	"evolved": true, "arose": true, "emerged": true, "was": true, "were": true, "had": true, "belonged": true, "stemmed": true, "resulted": true, "dated": true, "went": true, "used": true, "succeeded": true, "built": true,
}

// arising verbs say that something broke in.
var arising = map[string]bool{
	"struck": true, "began": true, "erupted": true, "occurred": true, "happened": true, "collapsed": true, "hit": true, "broke": true, "exploded": true, "burst": true,
}

// effects are what such a thing does.
var effects = map[string]bool{
	"killed": true, "injured": true, "wounded": true, "destroyed": true, "damaged": true, "displaced": true, "flooded": true, "cost": true, "razed": true, "burned": true, "burnt": true,
	"lasted": true, "ended": true, "caused": true, "left": true, "claimed": true, "paralysed": true, "paralyzed": true, "swept": true, "buried": true,
}
