package extract

import (
	"strings"

	"citevet/pipeline/article"
)

// tense is what a verb group says of when its clause holds.
type tense int

const (
	bare       tense = iota // a participle or gerund without auxiliary
	past                    // "won", "was built", "had reached"
	present                 // "applies", "is"
	perfect                 // "has lagged"
	future                  // "will", "shall", "is to", "is going to"
	modal                   // "may", "could", "should", "would"
	infinitive              // "to open"
)

// finite reports whether a verb group of this tense makes a clause.
func (t tense) finite() bool { return t != bare && t != infinitive }

// group is a run of verbs that belong together: "had yet to reach".
type group struct {
	article.Range        // of Article.Tokens
	tense         tense  //
	head          string // the last verb, lower case: "reach"
	first         string // the first word, lower case: "had"
	inner         bool   // stands after a "that" or "which" of its clause
}

// verbGroups finds the verb groups among the tokens of r, in order.
func verbGroups(a *article.Article, r article.Range) []group {
	var groups []group
	for i := r.From; i < r.To; {
		g, next := groupAt(a, i, r.To)
		if next == i {
			i++
			continue
		}
		if n := len(groups); n > 0 && a.Tokens[i].Tag == "VB" && paired(a, groups[n-1].To, i) {
			g.tense = groups[n-1].tense // "to open by 2015 and produce": one "to" for both
		}
		groups = append(groups, g)
		i = next
	}
	return groups
}

// paired reports whether an "and" or "or" right before token i joins it to a
// verb before.
func paired(a *article.Article, from, i int) bool {
	if i <= from {
		return false
	}
	word := strings.ToLower(tokenText(a, i-1))
	return word == "and" || word == "or"
}

// groupAt reads the verb group that begins at token i; next is i where none does.
func groupAt(a *article.Article, i, end int) (g group, next int) {
	if !beginsGroup(a, i, end) {
		return group{}, i
	}
	var words, tags []string
	last := i
	for j := i; j < end; j++ {
		tag := verbTag(a, j)
		word := strings.ToLower(tokenText(a, j))
		if tag == "TO" && len(words) > 0 && takesTo[words[len(words)-1]] {
			break // "applies to barley": the tagger may think barley a verb
		}
		if n := len(words); n > 1 && words[n-2] == "to" && tags[n-1] == "VB" && (tag == "VBD" || tag == "VBZ" || tag == "MD") {
			break // "the plan to merge was dropped": the infinitive ends its subject
		}
		verb := tag == "MD" || strings.HasPrefix(tag, "VB") || tag == "TO" && nextIsVerb(a, j, end)
		if !verb && tag != "RB" && word != "yet" && word != "not" && word != "n't" && word != "n’t" {
			break
		}
		words, tags = append(words, word), append(tags, tag)
		if verb {
			last = j
		}
	}
	n := last - i + 1
	words, tags = words[:n], tags[:n]
	if tags[0] == "MD" && n == 1 && last+1 < end && !isPunct(tokenText(a, last+1)) {
		return group{}, i // "political will around", "a can of": no auxiliary without its verb
	}
	g = group{Range: article.Range{From: i, To: last + 1}, head: words[n-1], first: words[0], tense: tenseOf(words, tags)}
	return g, last + 1
}

// verbTag returns the tag of token i, that of a verb in the past where the tagger
// takes such a form for something else behind its subject: "the ferry sank", "the
// strike cost the port", "40 people died".
func verbTag(a *article.Article, i int) string {
	tag := a.Tokens[i].Tag
	if tag != "NN" && tag != "VBN" || i == 0 || !strings.HasPrefix(a.Tokens[i-1].Tag, "NN") && a.Tokens[i-1].Tag != "PRP" || !adjacent(a, i-1, i) {
		return tag
	}
	word := tokenText(a, i)
	switch {
	case tag == "VBN" && intransitive[word], tag == "NN" && pastOnly[word] && !nounToo[word]:
		return "VBD"
	case tag == "NN" && unchanging[word] && i+1 < len(a.Tokens) && a.Tokens[i+1].Tag == "DT":
		return "VBD"
	}
	return tag
}

// intransitive verbs have no passive, so that right behind a noun their form is the
// past and no participle.
var intransitive = map[string]bool{
	"died": true, "collapsed": true, "erupted": true, "happened": true, "occurred": true, "arrived": true, "resigned": true, "vanished": true, "disappeared": true,
	"emerged": true, "arose": true, "perished": true, "lasted": true, "crashed": true, "exploded": true, "began": true,
}

// nounToo are forms of pastOnly that are nouns or adjectives as well.
var nounToo = map[string]bool{
	"rose": true, "left": true, "shot": true, "spoke": true, "stole": true, "drove": true, "lost": true, "built": true, "broke": true, "fell": true, "bent": true, "lent": true,
}

func beginsGroup(a *article.Article, i, end int) bool {
	tag := verbTag(a, i)
	if tag == "MD" || strings.HasPrefix(tag, "VB") {
		// A capitalised "May" or "Will" inside a sentence is a month or a name.
		return tag != "MD" || i == 0 || tokenText(a, i)[0] >= 'a' || a.Tokens[i-1].Tag == "."
	}
	return tag == "TO" && nextIsVerb(a, i, end)
}

func nextIsVerb(a *article.Article, i, end int) bool {
	for j := i + 1; j < end && j <= i+2; j++ {
		switch a.Tokens[j].Tag {
		case "VB":
			return true
		case "RB":
		default:
			return false
		}
	}
	return false
}

func isBe(words []string) bool {
	for _, w := range words {
		switch w {
		case "be", "is", "are", "am", "was", "were", "been", "being", "'s", "’s", "'re", "’re":
			return true
		}
	}
	return false
}

// takesTo verbs are followed by "to" and a noun.
var takesTo = map[string]bool{
	"applies": true, "apply": true, "applied": true, "belongs": true, "belong": true, "belonged": true, "amounts": true, "amounted": true, "relates": true,
	"related": true, "refers": true, "referred": true, "contributes": true, "contributed": true, "corresponds": true, "responded": true, "leads": true, "led": true,
	"returned": true, "returns": true, "moved": true, "objected": true, "added": true, "adds": true, "according": true, "adapted": true, "exported": true, "sold": true,
}

// willWords open a group that looks ahead, however the tokenizer cuts them.
var willWords = map[string]bool{"will": true, "shall": true, "'ll": true, "’ll": true, "wo": true}

func tenseOf(words, tags []string) tense {
	first, joined := words[0], strings.Join(words, " ")
	switch {
	case strings.Contains(joined, "yet to"):
		if first == "had" {
			return past
		}
		return perfect
	case willWords[first]:
		return future
	case tags[0] == "MD":
		return modal
	case first == "to":
		return infinitive
	case strings.Contains(joined, " to ") && aheadOf(words):
		return future
	}
	switch tags[0] {
	case "VBD":
		return past
	case "VBZ", "VBP":
		if len(words) == 1 && (unchanging[first] || pastOnly[first]) {
			return past
		}
		if first == "has" || first == "have" || first == "'ve" || first == "’ve" {
			for _, t := range tags[1:] {
				if t == "VBN" || t == "VBD" {
					return perfect
				}
			}
		}
		return present
	case "VB":
		if len(words) == 1 && (unchanging[first] || pastOnly[first]) {
			return past
		}
		if first == "be" {
			return modal // "agreed that the line be opened"
		}
		return present
	}
	return bare
}

// unchanging verbs have one form for both tenses, which the tagger mostly takes
// for the present; beside a time it is seldom that.
var unchanging = map[string]bool{
	"beat": true, "hit": true, "cut": true, "shut": true, "quit": true, "split": true, "burst": true, "shed": true, "spread": true, "cast": true, "cost": true, "hurt": true, "read": true,
}

// pastOnly are forms that irregular verbs have for the past alone; the tagger takes
// those it has not learned for the present.
var pastOnly = map[string]bool{
	"struck": true, "slept": true, "fled": true, "swept": true, "kept": true, "crept": true, "wept": true, "left": true, "drew": true, "won": true, "lost": true, "began": true,
	"broke": true, "brought": true, "built": true, "bought": true, "caught": true, "chose": true, "came": true, "drove": true, "fought": true, "flew": true, "froze": true,
	"gave": true, "grew": true, "held": true, "knew": true, "led": true, "made": true, "met": true, "paid": true, "ran": true, "rose": true, "sang": true, "sank": true, "sat": true,
	"sent": true, "shook": true, "shot": true, "shrank": true, "sold": true, "spent": true, "spoke": true, "stole": true, "stood": true, "swam": true, "took": true, "taught": true,
	"tore": true, "threw": true, "told": true, "woke": true, "wore": true, "wrote": true, "dug": true, "fed": true, "hid": true, "slid": true, "spun": true, "swung": true, "clung": true,
	"bent": true, "lent": true, "sped": true, "sought": true, "strove": true, "overtook": true, "withdrew": true, "overthrew": true, "became": true, "fell": true, "went": true,
}

// expecting participles leave what follows their "to" ahead: "is expected to
// open", not "was found to be".
var expecting = map[string]bool{
	"expected": true, "planned": true, "scheduled": true, "set": true, "slated": true, "projected": true, "forecast": true, "predicted": true,
	"intended": true, "supposed": true, "anticipated": true, "designed": true, "meant": true, "bound": true, "poised": true, "tipped": true, "due": true,
	"going": true, "required": true, "proposed": true,
}

// aheadOf reports whether a verb with an infinitive looks ahead: "is to open",
// "intends to", "agreed to", but not "began to" or "was found to".
func aheadOf(words []string) bool {
	before := ""
	for _, w := range words {
		if w == "to" {
			break
		}
		before = w
	}
	switch {
	case isBe([]string{before}), expecting[before], before == "has", before == "have":
		return true
	case before == "had":
		return false
	case isBe(words[:1]):
		return !ascribing[before]
	}
	return !implicative[before]
}

// ascribing participles with an infinitive tell what is, not what is to come:
// "was found to be".
var ascribing = map[string]bool{
	"found": true, "reported": true, "estimated": true, "known": true, "said": true, "believed": true, "thought": true, "considered": true, "revealed": true,
	"shown": true, "seen": true, "understood": true, "deemed": true, "discovered": true, "forced": true, "allowed": true, "made": true, "able": true, "used": true,
	"proven": true, "rumored": true, "alleged": true, "claimed": true, "confirmed": true, "calculated": true, "measured": true,
}

func tokenText(a *article.Article, i int) string {
	s := a.Tokens[i].Span
	return a.Text[s.Start:s.End]
}
