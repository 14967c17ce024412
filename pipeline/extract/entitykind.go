package extract

import (
	"strings"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// kinds are the kinds of entity in the order that votes count them; of equal
// votes the earlier wins.
var kinds = [...]article.EntityKind{
	article.Person, article.Place, article.Organization, article.Work, article.Event, article.Group, article.Product, article.OtherEntity,
}

const (
	votePerson = iota
	votePlace
	voteOrganization
	voteWork
	voteEvent
	voteGroup
	voteProduct
	voteOther
)

// votes are what speaks for each kind. The model has at most modelVote; a word
// that settles the kind has certain.
type votes [len(kinds)]int

const (
	certain   = 12
	strong    = 6
	modelVote = 3
)

func (v *votes) add(w votes) {
	for i := range v {
		v[i] += w[i]
	}
}

// best returns the kind with most votes and how many they are.
func (v *votes) best() (kind, count int) {
	kind = voteOther
	for i, c := range v {
		if c > count {
			kind, count = i, c
		}
	}
	return kind, count
}

// judge votes on what the name [from, to) of a sentence names.
func (n *namer) judge(ps []piece, from, to int) votes {
	v := n.judgeRules(ps, from, to)
	n.judgeModel(ps, from, to, &v)
	return v
}

// judgeRules votes by the name's own words, the lists that know it, the labels of
// prose's model, and its neighbours.
func (n *namer) judgeRules(ps []piece, from, to int) votes {
	var v votes
	n.judgeWords(ps[from:to], &v)
	n.judgeAlmanac(joined(n.doc.Text, ps, from, to), &v)
	judgeLabels(ps[from:to], &v)
	n.judgeNeighbours(ps, from, to, &v)
	return v
}

// judgeWords votes by the words of the name.
func (n *namer) judgeWords(name []piece, v *votes) {
	first, last := name[0].folded, name[len(name)-1].folded
	if len(name) > 1 && (isNumber(last) || last == "i" || last == "ii") {
		last = name[len(name)-2].folded
	}
	several := len(name) > 1
	over := several && (name[1].folded == "of" || name[1].folded == "on" || name[1].folded == "for")
	switch {
	case over && workHeads[first], several && workHeads[last] && !over:
		v[voteWork] += certain
	case over && eventHeads[first] && !organizationLeads[first], several && eventLeads[first], several && eventHeads[last] && !over:
		v[voteEvent] += certain
	case over && organizationLeads[first]:
		v[voteOrganization] += certain
	case several && (organizationHeads[last] || first == "air"):
		v[voteOrganization] += strong + 2
	case several && saintly[first] && givenName(name[1].text):
		v[votePerson] += 2
	case placeLeads[first] && several:
		v[votePlace] += strong
	case several && placeHeads[last] && !anyIn(organizationHeads, name[:len(name)-1]):
		v[votePlace] += strong
	case several && placeHeads[last]: // "Springfield School District"
		v[voteOrganization] += strong
	case lonelyBody[last] && !several:
		v[voteOrganization] += strong
	case lonelyEvent[last] && !several:
		v[voteEvent] += certain
	}
	for i, p := range name[:len(name)-1] {
		if i > 0 && utf8.RuneCountInString(p.folded) == 1 && startsUpper(p.text) && several {
			v[votePerson] += strong // a middle initial
		}
		if organizationLeads[p.folded] && name[i+1].folded == "of" {
			v[voteOrganization] += strong
		}
		if i > 0 && particles[p.folded] {
			v[votePerson] += 2
		}
	}
	if several && !givenName(name[0].text) && unlikelyPerson(name) {
		v[votePerson] -= modelVote
	}
	switch end := name[len(name)-1].folded; {
	case several && (end == "jr" || end == "sr"):
		v[votePerson] += certain
	case several && personSuffix[end]:
		v[votePerson] += 2
	}
	n.judgeShape(name, v)
}

func anyIn(set map[string]bool, name []piece) bool {
	for _, p := range name {
		if set[p.folded] {
			return true
		}
	}
	return false
}

// unlikelyPerson reports whether a word of the name is one of basic English or
// an abbreviation.
func unlikelyPerson(name []piece) bool {
	for i, p := range name {
		if isBasicWord(p.folded) || isAllUpper(p.text) && i > 0 && !personSuffix[p.folded] {
			return true
		}
	}
	return false
}

// judgeShape votes by how the name is written.
func (n *namer) judgeShape(name []piece, v *votes) {
	first, last := name[0], name[len(name)-1]
	switch {
	case startsLower(first.text) && !strings.Contains(first.text, "-"), hasModel(name):
		v[voteProduct] += strong + modelVote
	case len(name) == 1 && isTeaching(first.folded):
		v[voteOther] += strong
	case len(name) == 1 && creeds[strings.TrimSuffix(first.folded, "s")]:
		v[voteGroup] += certain
	case len(name) == 1 && (strings.HasPrefix(first.tag, "JJ") || demonymic(first)):
		v[voteGroup] += strong
	case len(name) == 2 && compassWords[first.folded] && (demonymic(last) || strings.HasSuffix(last.folded, "an")):
		v[voteGroup] += strong // "Central Asian"
	case len(name) == 2 && hyphenatedGiven(last.text):
		v[votePerson] += 4
	case len(name) == 1 && first.tag == "NNPS" && strings.HasSuffix(first.folded, "s"):
		v[voteGroup] += modelVote
	case len(name) == 1 && isAllUpper(strings.ReplaceAll(first.text, ".", "")):
		v[voteOrganization] += 2
	case givenName(first.text) && !n.isCountry(first.text) && 1 < len(name) && len(name) < 5 && !organizationHeads[last.folded] && !workHeads[last.folded]:
		v[votePerson] += 4
	case len(name) == 2 || len(name) == 3:
		v[votePerson]++
	}
}

// hasModel reports whether a word behind the first mixes letters and digits, as
// the designations of models do.
func hasModel(name []piece) bool {
	for _, p := range name[1:] {
		if startsUpper(p.text) && strings.ContainsAny(p.text, "0123456789") && !isNumber(p.text) {
			return true
		}
	}
	return false
}

// demonymic reports whether p looks like the name of a people or the adjective
// of a place or creed.
func demonymic(p piece) bool {
	if strings.HasSuffix(p.folded, "ish") || strings.HasSuffix(p.folded, "ese") {
		return true
	}
	stem := strings.TrimSuffix(p.folded, "s")
	if creeds[stem] {
		return true
	}
	if p.tag != "NNPS" && !strings.HasPrefix(p.tag, "JJ") {
		return false
	}
	for _, ending := range []string{"ian", "ean", "ist", "ite", "can", "crat", "ic"} {
		if strings.HasSuffix(stem, ending) && len(stem) > len(ending)+1 {
			return true
		}
	}
	return false
}

var creeds = wordSet(`muslim jew christian catholic protestant buddhist hindu sikh sunni shia atheist`)

// isTeaching reports whether w ends like the name of a belief or a field.
func isTeaching(w string) bool {
	return strings.HasSuffix(w, "ism") || strings.HasSuffix(w, "logy") || strings.HasSuffix(w, "phobia")
}

// hyphenatedGiven reports whether w is two syllables of a given name with only
// the first capitalised: "Min-jun".
func hyphenatedGiven(w string) bool {
	before, after, ok := strings.Cut(w, "-")
	return ok && len(before) > 1 && len(after) > 1 && startsUpper(before) && isAlphabetic(before) && startsLower(after) && isAlphabetic(after)
}

// lonelyEvent are events that go by one word.
var lonelyEvent = wordSet(`olympics paralympics holocaust renaissance eurovision armistice intifada brexit`)

var saintly = wordSet(`saint st`)

// lonelyBody are bodies that go by one word.
var lonelyBody = wordSet(`congress parliament senate bundestag duma knesset treasury cabinet legislature supreme pentagon kremlin
	interpol europol hezbollah hamas taliban`)

var personSuffix = wordSet(`jr sr ii iii iv`)

// judgeAlmanac votes by what the almanac knows.
func (n *namer) judgeAlmanac(name string, v *votes) {
	if c, ok := n.alm.Country(name); ok && supranational[c.Code] {
		v[voteOrganization] += certain
	} else if n.isCountry(name) {
		v[votePlace] += certain
	} else if c, ok := n.alm.Country(name); ok && isDemonym(c, name) {
		v[voteGroup] += certain
	}
	if isCity(name) {
		v[votePlace] += 4
	}
	if len(n.alm.Outlet(name)) > 0 {
		v[voteOrganization] += strong
	}
	if strings.Contains(name, " ") && len(n.alm.People(name)) > 0 {
		v[votePerson] += certain
	} else if len(n.alm.People(name)) > 0 {
		v[votePerson] += modelVote
	}
}

// judgeLabels votes as the model does, each word counting its share.
func judgeLabels(name []piece, v *votes) {
	var by votes
	for _, p := range name {
		switch p.label[min(2, len(p.label)):] {
		case "PERSON":
			by[votePerson]++
		case "ORGANIZATION":
			by[voteOrganization]++
		case "GPE", "LOCATION", "FACILITY":
			by[votePlace]++
		case "GSP":
			by[votePlace]++
		}
	}
	for i, c := range by {
		v[i] += (modelVote*c + len(name) - 1) / len(name)
	}
}

// judgeNeighbours votes by the words around the name.
func (n *namer) judgeNeighbours(ps []piece, from, to int, v *votes) {
	if from > 0 {
		switch before := ps[from-1].folded; {
		case before == "in" || before == "near" || before == "throughout" || before == "across":
			v[votePlace] += 2
		case before == "at" || before == "from" || before == "to":
			v[votePlace]++
		case before == "the" && (to == len(ps) || !strings.HasPrefix(ps[to].tag, "NN")):
			v[votePerson] -= 4
			v[voteOrganization]++
		}
	}
	if to >= len(ps) {
		return
	}
	after := ps[to].folded
	switch {
	case to+1 < len(ps) && becomes[after] && n.roleAt(ps, to+1):
		v[votePerson] += strong + modelVote
	case after == "who" || after == "whose" || after == "aged":
		v[votePerson] += modelVote
	case governs[after] && to-from < 3:
		v[votePerson] += modelVote
		v[votePlace]++
	case speaks[after]:
		v[votePerson] += 2
		v[voteOrganization]++
	case after == "," && to+1 < len(ps) && n.isCountry(ps[to+1].text) && (to+2 == len(ps) || ps[to+2].text != "and"):
		v[votePlace] += strong
	case after == "'s" || after == "’s":
		v[votePerson]++
		v[votePlace]++
		v[voteOrganization]++
	}
}

// becomes are verbs that a role can be said of someone with.
var becomes = wordSet(`is was became becomes remains remained`)

// roleAt reports whether the noun phrase at i begins with a role.
func (n *namer) roleAt(ps []piece, i int) bool {
	for ; i < len(ps) && (ps[i].tag == "DT" || strings.HasPrefix(ps[i].tag, "JJ") || ps[i].tag == "NNP" || ps[i].tag == "NN"); i++ {
		if isRoleHead(&ps[i]) {
			return true
		}
	}
	return false
}

// speaks are verbs that mostly people are the subjects of.
var speaks = wordSet(`said says told tells wrote writes argued argues added believes believed thinks thought warned explained noted
	recalled insisted replied asked tweeted testified suggested admitted acknowledged`)

// governs are nouns that a head of government's name stands before.
var governs = wordSet(`administration presidency campaign cabinet government premiership papacy`)

// supranational are codes of bodies that the almanac keeps among the countries.
var supranational = wordSet(`UN EU`)

// joined returns the words [from, to) as they stand in text, white space made
// single.
func joined(text string, ps []piece, from, to int) string {
	return strings.Join(strings.Fields(text[ps[from].span.Start:ps[to-1].span.End]), " ")
}
