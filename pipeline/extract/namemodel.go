package extract

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

//go:generate go test . -run=^TestNameModelIsFresh$ -update

// compiledNames is a linear model of what names name: an averaged perceptron
// (Freund and Schapire, "Large Margin Classification Using the Perceptron
// Algorithm", 1999) over the features of a name, its neighbours, and what the
// rules and prose's model say of it. It is trained on openly licensed news,
// interviews and messages in which people marked the names; see
// model/training/names.md.
//
//go:embed model/names.bin
var compiledNames []byte

// nameClasses are the kinds that the model tells apart, as votes count them;
// the last stands for all that is neither.
var nameClasses = [...]int{votePerson, votePlace, voteOrganization, voteOther}

var trainedNames = sync.OnceValue(func() *model {
	m, data := &model{}, compiledNames
	m.slots, data = cutWords(data)
	m.weights, _ = cutWords(data)
	return m
})

const (
	// nameUnit is the margin, in the model's units, that is worth one vote.
	nameUnit = 160
	// nameVotes is the most votes that the model has for a person, a place or a
	// body, nameDoubts the most that it has against all three. They and the unit
	// are the best of a few by five-fold cross-validation.
	nameVotes, nameDoubts = 8, 4
)

// judgeModel votes as the trained model does, the more the surer it is. What it
// takes for no person, place or body strengthens what else the rules see in it.
func (n *namer) judgeModel(ps []piece, from, to int, v *votes) {
	judgeFeatures(n.nameFeatures(ps, from, to, v), v)
}

// judgeFeatures votes by the features of a name.
func judgeFeatures(features []hash, v *votes) {
	var s scores
	m := trainedNames()
	for _, h := range features {
		s.add(m, h)
	}
	top := s.best(len(nameClasses))
	second := (top + 1) % len(nameClasses)
	for c := range nameClasses {
		if c != top && s[c] > s[second] {
			second = c
		}
	}
	count := int(min(nameVotes, (s[top]-s[second])/nameUnit))
	kind := nameClasses[top]
	if kind == voteOther {
		count = min(count, nameDoubts)
		for other := voteWork; other < voteOther; other++ {
			if v[other] > v[kind] {
				kind = other
			}
		}
	}
	v[kind] += count
}

// nameList collects the features of one name.
type nameList struct{ all []hash }

func (l *nameList) add(name, value string) {
	l.all = append(l.all, feature(name).text(" ").text(value))
}

func (l *nameList) flag(name string, set bool) {
	if set {
		l.all = append(l.all, feature(name))
	}
}

// nameFeatures returns the features of the name [from, to) of a sentence, of
// which the rules hold v.
func (n *namer) nameFeatures(ps []piece, from, to int, v *votes) []hash {
	l := nameList{all: make([]hash, 0, 64)}
	name := ps[from:to]
	l.add("bias", "")
	l.add("length", strconv.Itoa(min(len(name), 5)))
	n.wordFeatures(&l, name)
	n.listFeatures(&l, name, joined(n.doc.Text, ps, from, to))
	n.placeFeatures(&l, ps, from, to)
	kind, count := v.best()
	l.add("rules", strconv.Itoa(kind))
	l.add("rules sure", strconv.Itoa(kind)+" "+strconv.Itoa(min(count, certain+1)/2))
	for k, c := range v {
		if c != 0 {
			l.add("rule", strconv.Itoa(k)+" "+strconv.Itoa(max(-2, min(c, certain))/2))
		}
	}
	return l.all
}

// wordFeatures are of the name's own words.
func (n *namer) wordFeatures(l *nameList, name []piece) {
	first, last := &name[0], &name[len(name)-1]
	var shapes, labels, usual []string
	for i := range name[:min(len(name), 6)] {
		p := &name[i]
		l.add("word", p.folded)
		shapes = append(shapes, nameShapeOf(p.text))
		labels = append(labels, p.label)
		usual = append(usual, usualTag(p.folded))
		l.add("usual", usual[i])
		l.add("label", p.label)
		l.add("tag", p.tag)
		l.flag("basic", isBasicWord(p.folded))
		l.flag("small elsewhere", n.small[p.folded] > 0)
	}
	single := strconv.FormatBool(len(name) == 1)
	l.add("first", first.folded)
	l.add("last", last.folded)
	l.add("only", single+" "+last.folded)
	l.add("shapes", strings.Join(shapes, " "))
	l.add("labels", strings.Join(labels, " "))
	l.add("all usual", strings.Join(usual, " "))
	l.add("last usual", single+" "+usual[len(usual)-1])
	l.add("last tag", single+" "+last.tag)
	l.add("last suffix", single+" "+lastBytes(last.folded))
	l.add("last suffix2", single+" "+last.folded[len(last.folded)-min(len(last.folded), 2):])
	l.add("last prefix", single+" "+last.folded[:min(len(last.folded), 3)])
	l.add("first suffix", lastBytes(first.folded))
	l.add("first prefix", first.folded[:min(len(first.folded), 3)])
	l.add("last seen", single+" "+strconv.FormatBool(n.small[last.folded] > 0)+" "+strconv.Itoa(min(n.capital[last.folded], 3)))
}

// listFeatures say which lists know the name or its ends.
func (n *namer) listFeatures(l *nameList, name []piece, whole string) {
	first, last := &name[0], &name[len(name)-1]
	several := strconv.FormatBool(len(name) > 1)
	given := givenName(first.text)
	l.flag("given first "+several, given)
	l.flag("given last "+several, givenName(last.text))
	l.flag("no given "+several, !given)
	l.flag("city", isCity(whole))
	l.flag("city last", isCity(last.text))
	l.flag("city first", isCity(first.text))
	l.flag("country", n.isCountry(whole))
	l.flag("country first", n.isCountry(first.text))
	l.flag("country last", n.isCountry(last.text))
	l.flag("outlet", len(n.alm.Outlet(whole)) > 0)
	l.flag("demonym "+several, demonymic(*first))
	l.flag("organization head "+several, organizationHeads[last.folded])
	l.flag("organization lead", organizationLeads[first.folded])
	l.flag("place head "+several, placeHeads[last.folded])
	l.flag("place lead "+several, placeLeads[first.folded])
	l.flag("work head", workHeads[last.folded])
	l.flag("event head", eventHeads[last.folded])
	l.flag("role head", roleHeads[last.folded])
	l.flag("portfolio", portfolios[last.folded])
	for i := range name {
		l.flag("particle", i > 0 && particles[name[i].folded])
	}
}

// placeFeatures are of where the name stands.
func (n *namer) placeFeatures(l *nameList, ps []piece, from, to int) {
	at := func(i int) (word, tag string) {
		if i < 0 || i >= len(ps) {
			return "-", "-"
		}
		if isNumber(ps[i].folded) {
			return "0", ps[i].tag
		}
		return ps[i].folded, ps[i].tag
	}
	before, beforeTag := at(from - 1)
	before2, _ := at(from - 2)
	after, afterTag := at(to)
	after2, after2Tag := at(to + 1)
	single := strconv.FormatBool(to-from == 1)
	l.add("before", before)
	l.add("before tag", beforeTag)
	l.add("before two", before2+" "+before)
	l.add("after", after)
	l.add("after tag", afterTag)
	l.add("after two", after+" "+after2)
	l.add("after tags", afterTag+" "+after2Tag)
	l.add("around", before+" "+after)
	l.add("around tags", single+" "+beforeTag+" "+afterTag)
	l.add("suffix before", lastBytes(before))
	l.add("suffix after", lastBytes(after))
	l.flag("opens", from == 0)
	l.flag("role after", to+1 < len(ps) && ps[to].text == "," && roleHeads[ps[to+1].folded])
	l.flag("capital after", to+1 < len(ps) && ps[to].text == "," && startsUpper(ps[to+1].text))
	l.flag("capital before", from > 1 && ps[from-1].text == "," && startsUpper(ps[from-2].text))
}

// usualTag returns the tag that the model of tags thinks of first for a word in
// small letters, wherever it stands: "?" for a word it never met, which is a name
// more likely than not.
func usualTag(w string) string {
	weights, ok := trained().find(tagWord.text(w))
	if !ok {
		return "?"
	}
	var s scores
	s.add(trained(), tagWord.text(w))
	top := s.best(len(trained().classes))
	if len(weights) == 0 || s[top] <= 0 {
		return "-"
	}
	return trained().classes[top]
}

// nameShapeOf returns how a word of a name is written: "Xx", "XX", "X.", "xX",
// "Xx-Xx", digits as "0", runs made short.
func nameShapeOf(w string) string {
	var b strings.Builder
	var last rune
	for i, r := range w {
		if i > 24 {
			break
		}
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLower(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = '0'
		case unicode.IsLetter(r):
			r = 'o'
		}
		if r != last || r == 'X' && b.Len() == 1 {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
