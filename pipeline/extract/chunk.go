package extract

import (
	"strings"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
)

// longestName is how many words a name, with the title before it, may have. It
// bounds the work on text that is all capitals.
const longestName = 16

// piece is a token, or one side of a hyphen that joins two names
// ("U.S.-Norway"), as the search for names sees it.
type piece struct {
	text   string
	folded string // small, without points at its end
	tag    string
	label  string // the model's, "O" outside of names
	span   article.Span
	name   bool // written as a part of a name is
	apart  bool // never joined to the piece before
}

// namer finds the names of one document.
type namer struct {
	doc *article.Document
	alm *almanac.Almanac

	// How words are written where no rule asks for a capital.
	capital, small map[string]int

	mentions []mention
	acronyms map[string]string // "IMF": "International Monetary Fund"
}

// pieces returns those of one sentence.
func (n *namer) pieces(tokens []article.Token) []piece {
	labels := labelTokens(n.doc.Text, tokens)
	ps := make([]piece, 0, len(tokens))
	for i, t := range tokens {
		p := n.piece(t.Span, t.Tag, labels[i])
		left, right, ok := strings.Cut(p.text, "-")
		if ok && p.name && n.isCountry(left) && right != "" && !n.isCountry(p.text) {
			at := t.Span.Start + len(left)
			other := n.piece(article.Span{Start: at + 1, End: t.Span.End}, t.Tag, labels[i])
			p = n.piece(article.Span{Start: t.Span.Start, End: at}, "NNP", "B-GPE")
			other.apart = true
			ps = append(ps, p, other)
			continue
		}
		ps = append(ps, p)
	}
	return ps
}

func (n *namer) piece(span article.Span, tag, label string) piece {
	text := n.doc.Text[span.Start:span.End]
	return piece{text: text, folded: foldName(text), tag: tag, label: label, span: span, name: isNameWord(text)}
}

// isCountry reports whether word is a country's name, not an adjective or a
// code that is as well a word.
func (n *namer) isCountry(word string) bool {
	if len(word) <= 3 && strings.ToUpper(word) == word && !strings.Contains(word, ".") && !shortCountry[word] {
		return false
	}
	c, ok := n.alm.Country(word)
	return ok && !isDemonym(c, word)
}

// shortCountry are the abbreviations of countries that are written without
// points in running text.
var shortCountry = wordSet(`US UK USA UAE USSR DRC PRC GDR`)

func isDemonym(c almanac.Country, word string) bool {
	for _, d := range c.Demonyms {
		if strings.EqualFold(d, word) {
			return true
		}
	}
	return false
}

// noteSpelling counts how the words inside sentences are written, so that the
// capital of a sentence's first word can be judged.
func (n *namer) noteSpelling(ps []piece) {
	for i, p := range ps {
		switch {
		case startsLower(p.text):
			n.small[p.folded]++
		case p.name && i > 0 && !opensSpeech(ps[i-1].text):
			n.capital[p.folded]++
		}
	}
}

// opensSpeech reports whether a capital is due after mark.
func opensSpeech(mark string) bool {
	switch mark {
	case ":", `"`, "“", "‘", "'", "(", "[", "-", "–", "—", "•", "*", "|", ".", "?", "!":
		return true
	}
	return false
}

// isHeadline reports whether nearly every longer word is capitalised, so that
// capitals say nothing.
func isHeadline(ps []piece) bool {
	if len(ps) == 0 {
		return false
	}
	long, capital := 0, 0
	for i, p := range ps {
		if i == 0 || len(p.text) < 4 || !isAlphabetic(p.text) {
			continue
		}
		long++
		if startsUpper(p.text) {
			capital++
		}
	}
	if last := ps[len(ps)-1].text; last == "." {
		return false // a sentence that lists names
	}
	return long >= 4 && capital*4 >= long*3
}

// chunks returns the runs of pieces that may be names, role words before them
// included, as half-open ranges.
func (n *namer) chunks(ps []piece) []article.Range {
	var found []article.Range
	for i := 0; i < len(ps); {
		if !n.begins(ps, i) {
			i++
			continue
		}
		j := i + 1
		for j-i < longestName {
			next := n.extends(ps, i, j)
			if next == j {
				break
			}
			j = next
		}
		found = append(found, article.Range{From: i, To: j})
		i = j
	}
	return found
}

// begins reports whether a name can begin with ps[i].
func (n *namer) begins(ps []piece, i int) bool {
	p := &ps[i]
	if !p.name || weekdaysAndMonths[p.folded] || len(p.text) > longestWord {
		return false
	}
	follows := i+1 < len(ps) && ps[i+1].name && !ps[i+1].apart && !plainWords[ps[i+1].folded]
	if plainWords[p.folded] {
		return follows && compassWords[p.folded]
	}
	if i > 0 && !opensSpeech(ps[i-1].text) {
		return true
	}
	return n.firstIsName(p, follows)
}

// compassWords open names though they are common words.
var compassWords = wordSet(`north south east west northern southern eastern western new old central upper lower great`)

// firstIsName judges a sentence's first word, which is capitalised in any case.
func (n *namer) firstIsName(p *piece, follows bool) bool {
	known := n.capital[p.folded] > n.small[p.folded]
	switch _, country := n.alm.Country(p.text); {
	case country, known, isAllUpper(p.text), hasInnerUpper(p.text):
		return true
	case givenName(p.text) && n.small[p.folded] == 0 && !isBasicWord(p.folded):
		return true
	case n.small[p.folded] > 0:
		return follows && roleHeads[p.folded]
	case roleHeads[p.folded], organizationLeads[p.folded]:
		return true
	}
	if demonymic(*p) {
		return true
	}
	if !follows {
		return (p.tag == "NNP" || p.tag == "NNPS") && p.label != "O" && !isBasicWord(p.folded)
	}
	return p.tag == "NNP" || p.tag == "NNPS" || p.label != "O"
}

// extends returns where the name [i, j) goes on to, j where it ends there.
func (n *namer) extends(ps []piece, i, j int) int {
	if j == len(ps) || ps[j].apart {
		return j
	}
	p := &ps[j]
	touching := ps[j-1].span.End == p.span.Start
	switch {
	case p.name && weekdaysAndMonths[p.folded]:
		// "Theresa May"; not "Acme in May", nor "May 2024"
		if (p.text == "May" || p.text == "June" || p.text == "April" || p.text == "August") && j+1 < len(ps) && ps[j+1].tag != "CD" {
			return j + 1
		}
	case p.name && !touching && (!plainWords[p.folded] || compassWords[p.folded]):
		return j + 1
	case j+1 == len(ps) || ps[j+1].apart:
	case isYear(p.text) && eventHeads[ps[j+1].folded] && ps[j+1].name: // "Paris 2024 Olympics"
		return j + 2
	case p.text == "," && afterComma[ps[j+1].folded]:
		return j + 2
	case particles[p.folded] && startsUpper(ps[j+1].text) && ps[j+1].name:
		return j + 2
	case p.text == "&" && ps[j+1].name:
		return j + 2
	case p.folded == "'s" || p.folded == "’s":
		if possessiveName[ps[j-1].folded] && ps[j+1].name {
			return j + 2
		}
	case p.folded == "of" || p.folded == "for" || p.folded == "on":
		return n.extendsOver(ps, i, j)
	case p.folded == "and":
		return n.extendsAnd(ps, i, j)
	}
	return j
}

// afterComma may stand after a comma and still belong to the name.
var afterComma = wordSet(`inc ltd llc jr sr plc iii`)

// possessiveName are words whose possessive is inside names.
var possessiveName = wordSet(`people women children men workers king queen veterans lord farmers citizens teachers`)

// extendsOver goes over the preposition at j: "Ministry of the Interior",
// "Centers for Disease Control", "Convention on Biological Diversity".
func (n *namer) extendsOver(ps []piece, i, j int) int {
	head := ps[j-1].folded
	switch ps[j].folded {
	case "of":
		if !n.opensBody(ps, i, j) && !organizationLeads[head] && !placeLeads[head] && !workHeads[head] && !eventHeads[head] && !roleHeads[head] &&
			!eventLeads[head] && !organizationHeads[head] {
			return j
		}
	case "for":
		if !organizationLeads[head] && !roleHeads[head] {
			return j
		}
	default:
		if !workHeads[head] && head != "committee" && head != "conference" && head != "commission" && head != "council" {
			return j
		}
	}
	k := j + 1
	if k < len(ps) && ps[k].folded == "the" {
		k++
	}
	if k < len(ps) && ps[k].name && !ps[k].apart && !weekdaysAndMonths[ps[k].folded] && !plainWords[ps[k].folded] || k < len(ps) && compassWords[ps[k].folded] && ps[k].name {
		return k + 1
	}
	return j
}

// opensBody reports whether the name [i, j) already has its body's head, with
// what the body is of or for behind it: "Joint Council for the Welfare | of …".
func (n *namer) opensBody(ps []piece, i, j int) bool {
	for k := i; k+1 < j; k++ {
		if organizationLeads[ps[k].folded] && (ps[k+1].folded == "of" || ps[k+1].folded == "for" || ps[k+1].folded == "on") {
			return true
		}
	}
	return false
}

// extendsAnd goes over the "and" at j where both sides are one body's:
// "Department of Health and Human Services", "Food and Drug Administration".
func (n *namer) extendsAnd(ps []piece, i, j int) int {
	if !ps[j+1].name {
		return j
	}
	if portfolios[ps[j+1].folded] && portfolios[ps[j-1].folded] || ps[j].label == "I-ORGANIZATION" && n.opensBody(ps, i, j) {
		return j + 2
	}
	if j-i > 2 || organizationHeads[ps[j-1].folded] || placeHeads[ps[j-1].folded] || n.isCountry(ps[j-1].text) {
		return j
	}
	end := j + 1
	for end < len(ps) && end < j+5 && ps[end].name && !ps[end].apart {
		end++
	}
	if end > j+2 && bodyAfterAnd[ps[end-1].folded] {
		return end
	}
	return j
}

// bodyAfterAnd are heads that two coordinated fields of work stand before.
var bodyAfterAnd = wordSet(`administration agency commission committee department ministry authority council institute
	organization organisation association federation bank service office bureau party union college university museum`)
