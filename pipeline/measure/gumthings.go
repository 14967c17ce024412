package measure

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// gumKinds are GUM's words for what is scored.
var gumKinds = map[string]article.EntityKind{"person": article.Person, "place": article.Place, "organization": article.Organization}

// gumMention is one mention of GUM's: a run of tokens with what it is.
type gumMention struct {
	kind, identity string
	from, to       int // tokens, to excluded
}

// gumMentions reads the mentions out of WebAnno's table. Its tokens are those of
// the XML, in order.
func gumMentions(table string) []gumMention {
	var all []gumMention
	open := map[string]int{} // by the mention's number
	token := 0
	for _, line := range strings.Split(table, "\n") {
		fields := strings.Split(strings.TrimSuffix(line, "\r"), "\t")
		if len(fields) < 7 || strings.HasPrefix(line, "#") {
			continue
		}
		kinds, identities := strings.Split(fields[3], "|"), numbered(fields[6])
		for _, kind := range kinds {
			if kind == "_" {
				continue
			}
			name, number, _ := strings.Cut(strings.TrimSuffix(kind, "]"), "[")
			if number == "" { // of one token alone
				all = append(all, gumMention{name, identities[""], token, token + 1})
				continue
			}
			i, ok := open[number]
			if !ok {
				i = len(all)
				open[number] = i
				all = append(all, gumMention{kind: name, identity: identities[number], from: token})
			}
			all[i].to = token + 1
		}
		token++
	}
	return all
}

// numbered reads "Mecca[4]|Saudi_Arabia[7]".
func numbered(field string) map[string]string {
	values := map[string]string{}
	for _, v := range strings.Split(field, "|") {
		name, number, _ := strings.Cut(strings.TrimSuffix(v, "]"), "[")
		if name != "_" && name != "" {
			values[number] = name
		}
	}
	return values
}

// goldThings returns the distinct named things of a text: mentions linked to one
// identity are one; those without are told apart by their names, a name within
// another of its kind being the same.
func goldThings(g *gumText, table string) []thing {
	var all []thing
	byIdentity := map[string]int{}
	var loose []thing
	for _, m := range gumMentions(table) {
		kind := gumKinds[m.kind]
		name := properName(g, m)
		if kind == "" || name == "" {
			continue
		}
		if m.identity == "" {
			loose = append(loose, thing{kind, map[string]bool{name: true}})
			continue
		}
		key := string(kind) + m.identity
		i, ok := byIdentity[key]
		if !ok {
			i = len(all)
			byIdentity[key] = i
			all = append(all, thing{kind, map[string]bool{titleOf(m.identity): true}})
		}
		all[i].names[name] = true
	}
	for i := range loose {
		joined := false
		for k := range all {
			if all[k].kind == loose[i].kind && likeThing(&all[k], &loose[i]) {
				for n := range loose[i].names {
					all[k].names[n] = true
				}
				joined = true
				break
			}
		}
		if !joined {
			all = append(all, loose[i])
		}
	}
	return all
}

// titleOf returns the name in the title of an encyclopedia's article:
// "Evolution_%28journal%29" is evolution.
func titleOf(identity string) string {
	title, err := url.PathUnescape(identity)
	if err != nil {
		title = identity
	}
	title, _, _ = strings.Cut(title, "_(")
	return plainName(strings.ReplaceAll(title, "_", " "))
}

// nameJoiners may stand within a name.
var nameJoiners = dropping("of the and & for de la van von der al - ’s 's")

// courtesies stand before a name and are no part of it.
var courtesies = dropping("prof professor dr mr mrs ms miss sir")

// properName returns the name that closes a mention: its last run of proper
// nouns and capital words, empty where its last word is no proper noun.
func properName(g *gumText, m gumMention) string {
	to := m.to
	for to > m.from && (g.tokens[to-1].word == "'s" || g.tokens[to-1].word == "’s" || g.tokens[to-1].word == "'") {
		to--
	}
	from := to
	for k := to - 1; k >= m.from; k-- {
		word := g.tokens[k].word
		proper := strings.HasPrefix(g.tokens[k].tag, "NP")
		if proper || from < to && isCapital(word) && !g.opens(k) {
			from = k
		} else if from == to || !nameJoiners[strings.ToLower(word)] {
			break
		}
	}
	for from < to-1 && courtesies[plain(g.tokens[from].word)] {
		from++
	}
	var list []string
	for _, t := range g.tokens[from:to] {
		list = append(list, t.word)
	}
	return plainName(strings.Join(list, " "))
}

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// opens reports whether a token begins a sentence, where its capital says nothing.
func (g *gumText) opens(k int) bool {
	return k == 0 || g.tokens[k-1].tag == "SENT" || g.tokens[k-1].tag == "``" || g.tokens[k].span.Start-g.tokens[k-1].span.End > 1
}
