package extract

import (
	"sort"
	"strings"
	"unicode"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
)

// mention is one place where a name stands.
type mention struct {
	span    article.Span
	name    string // as written, white space single
	votes   votes
	role    article.Field
	located bool // "in" stands before it
}

// findEntities returns the mentions of named things, in order, each with its
// kind, the fullest form of its name and the role the text gives it.
func findEntities(doc *article.Document, alm *almanac.Almanac, sents []article.Sentence, tokens []article.Token) []article.Entity {
	n := newNamer(doc, alm)
	sentences := n.survey(sents, tokens)
	for _, s := range sentences {
		if !s.headline {
			n.read(s.pieces)
		}
	}
	r := n.agree()
	entities := r.entities(n.mentions)
	for _, s := range sentences {
		if s.headline {
			entities = append(entities, r.known(doc.Text, s.pieces)...)
		}
	}
	for _, b := range doc.Blocks {
		switch b.Kind {
		case article.Heading, article.Cell, article.TableHead:
			entities = append(entities, r.known(doc.Text, n.plainPieces(b.Span))...)
		}
	}
	sort.SliceStable(entities, func(i, j int) bool {
		a, b := entities[i].Span, entities[j].Span
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	})
	return entities
}

func newNamer(doc *article.Document, alm *almanac.Almanac) *namer {
	return &namer{
		doc: doc, alm: alm,
		capital: map[string]int{}, small: map[string]int{}, acronyms: map[string]string{},
	}
}

// surveyed is a sentence in pieces.
type surveyed struct {
	pieces   []piece
	headline bool // its capitals say nothing
}

// survey takes the sentences apart and notes how their words are written.
func (n *namer) survey(sents []article.Sentence, tokens []article.Token) []surveyed {
	all := make([]surveyed, len(sents))
	for i, s := range sents {
		all[i].pieces = n.pieces(tokens[s.Tokens.From:s.Tokens.To])
		if all[i].headline = isHeadline(all[i].pieces); !all[i].headline {
			n.noteSpelling(all[i].pieces)
		}
	}
	return all
}

// plainPieces returns the words of a block that is not prose, untagged.
func (n *namer) plainPieces(span article.Span) []piece {
	var ps []piece
	for _, w := range wordsIn(n.doc.Text[span.Start:span.End]) {
		ps = append(ps, n.piece(article.Span{Start: span.Start + w.at.Start, End: span.Start + w.at.End}, "", "O"))
	}
	return ps
}

// read finds the mentions of one sentence.
func (n *namer) read(ps []piece) {
	for _, c := range n.chunks(ps) {
		a := n.takeApart(ps, c.From, c.To)
		n.readTitle(ps, a.from, a.name)
		if a.name < a.to {
			n.mention(ps, a)
		}
	}
}

// mention adds the name [a.name, a.to).
func (n *namer) mention(ps []piece, a nameAndRole) {
	if a.to-a.name > 1 && governs[ps[a.to-1].folded] && len(n.alm.People(joined(n.doc.Text, ps, a.name, a.to-1))) > 0 {
		a.to-- // "the Brown Administration"
	}
	v := n.judge(ps, a.name, a.to)
	if a.courtesy || a.name > a.from {
		v[votePerson] += certain
	}
	from, to := a.name, a.to
	if to < len(ps) && smallWorkHeads[ps[to].text] {
		v[voteWork] += certain
		to++
	}
	kind, count := v.best()
	if kind == voteWork || kind == voteEvent {
		if to < len(ps) && isYear(ps[to].text) {
			to++
		}
		if from > 0 && isYear(ps[from-1].text) {
			from--
		}
	}
	if theWithin(ps, from) {
		from--
	}
	m := mention{
		span:    article.Span{Start: ps[from].span.Start, End: ps[to-1].span.End},
		name:    joined(n.doc.Text, ps, from, to),
		located: a.from > 0 && ps[a.from-1].folded == "in",
	}
	if kind == votePerson || kind == voteOther || count < certain {
		m.role = n.roleOf(ps, a)
		if !m.role.IsZero() && a.name == a.from {
			v[votePerson] += strong
		}
	}
	if kind, _ := v.best(); kind != votePerson {
		m.role = article.Field{}
	}
	m.votes = v
	n.mentions = append(n.mentions, m)
	n.noteAcronym(ps, to, m.name)
}

// theWithin reports whether a capital "The" stands before ps[i] within a
// sentence: it is then part of the name.
func theWithin(ps []piece, i int) bool {
	return i > 1 && ps[i-1].text == "The" && !opensSpeech(ps[i-2].text)
}

func isYear(w string) bool { return len(w) == 4 && isNumber(w) && w >= "1000" && w < "2200" }

// noteAcronym remembers the capitals in brackets behind a name that they
// shorten: "World Trade Organization (WTO)".
func (n *namer) noteAcronym(ps []piece, at int, name string) {
	if at+2 >= len(ps) || ps[at].text != "(" || ps[at+2].text != ")" || !isAllUpper(ps[at+1].text) {
		return
	}
	if shortens(ps[at+1].text, name) {
		n.acronyms[ps[at+1].text] = name
	}
}

// shortens reports whether the letters of acronym begin words of name, in
// order, the first its first.
func shortens(acronym, name string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' })
	letters := []rune(acronym)
	matched := 0
	for i, w := range words {
		if matched < len(letters) && unicode.ToUpper(firstRune(w)) == letters[matched] {
			matched++
		} else if i == 0 {
			return false
		}
	}
	return matched == len(letters)
}

// corporateRole are titles that the name of a company stands before.
var corporateRole = wordSet(`ceo cfo coo cto chief chairman chairwoman chair`)

// readTitle adds the countries and bodies that the title [from, to) speaks of:
// "Norway" in "President of Norway", "Acme" in "Acme CEO".
func (n *namer) readTitle(ps []piece, from, to int) {
	for i := from; i < to; i++ {
		if !ps[i].name || isRoleHead(&ps[i]) || portfolios[ps[i].folded] || roleModifiers[ps[i].folded] || ps[i].folded == "prime" || courtesies[ps[i].folded] {
			continue
		}
		j := i + 1
		for j < to && !isRoleHead(&ps[j]) && (ps[j].name || ps[j].folded == "of") {
			j++
		}
		for ps[j-1].folded == "of" {
			j--
		}
		v := n.judge(ps, i, j)
		if j < to && corporateRole[ps[j].folded] && v[votePlace] < strong {
			v[voteOrganization] += strong
		}
		if kind, count := v.best(); count >= modelVote && kind != votePerson && kind != voteOther {
			n.mentions = append(n.mentions, mention{
				span:  article.Span{Start: ps[i].span.Start, End: ps[j-1].span.End},
				name:  joined(n.doc.Text, ps, i, j),
				votes: v,
			})
		}
		i = j - 1
	}
}
