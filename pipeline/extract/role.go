package extract

import (
	"strings"
	"unicode"

	"citevet/pipeline/article"
)

// roleHeads are the nouns that a person's office or role is said with, as they
// stand last in "finance minister" or first in "president of the bank".
var roleHeads = wordSet(`president minister premier chancellor secretary undersecretary under-secretary secretary-general senator
	congressman congresswoman representative lawmaker legislator mp mep delegate councillor councilor councilman
	councilwoman assemblyman assemblywoman alderman governor lieutenant-governor mayor commissioner ombudsman
	ambassador envoy diplomat consul attaché
	king queen prince princess emperor empress tsar sultan emir sheikh shah pope patriarch archbishop bishop cardinal
	imam rabbi ayatollah priest pastor reverend monarch duke duchess earl count baron baroness lord lady
	general colonel captain admiral major lieutenant sergeant corporal brigadier marshal commander commodore commandant
	vice-president vice-chairman
	chairman chairwoman chairperson chair co-chair chief director director-general ceo cfo coo cto executive officer
	boss head leader co-leader deputy vice speaker whip spokesman spokeswoman spokesperson judge justice magistrate
	attorney prosecutor solicitor lawyer barrister solicitor-general attorney-general
	professor lecturer scientist researcher economist historian analyst sociologist physicist biologist chemist
	psychologist epidemiologist climatologist anthropologist engineer physician doctor surgeon nurse
	expert specialist scholar fellow author writer novelist poet journalist reporter correspondent editor columnist
	broadcaster presenter anchor producer filmmaker actor actress singer musician composer artist
	coach manager striker midfielder goalkeeper defender quarterback pitcher
	host teacher founder co-founder cofounder owner partner investor entrepreneur businessman businesswoman banker billionaire
	activist campaigner dissident blogger politician statesman adviser advisor aide counsel counselor strategist
	nominee candidate contender hopeful frontrunner front-runner incumbent member principal trustee treasurer
	administrator superintendent inspector detective sheriff constable agent astronaut cosmonaut pilot
	president-elect governor-elect mayor-elect dean rector provost vice-chancellor curator librarian
	wife husband widow`)

// pointedTitles are titles only where a point shows them to be shortened.
var pointedTitles = wordSet(`sen rep gov gen col capt lt sgt maj adm brig cmdr pres prof amb supt insp det hon rev sens reps gens`)

// pluralTitles stand before the first of several names.
var pluralTitles = wordSet(`presidents senators generals ministers governors representatives judges justices secretaries
	chancellors ambassadors colonels captains emperors princes popes professors`)

// courtesies are titles that speak of a person but of no role.
var courtesies = wordSet(`mr mrs ms miss mx dr sir dame madam madame monsieur señor herr frau`)

// titleOrName are titles that are as often parts of other names: "King County",
// "General Motors", "Justice Department".
var titleOrName = wordSet(`king queen prince princess general major justice attorney lord lady dean count duke marshal
	bishop cardinal baron captain speaker pope executive officer chief head vice deputy member director`)

// withinTitle stand inside titles of several words: "Deputy Prime Minister".
var withinTitle = wordSet(`prime majority minority shadow first under assistant high`)

// inBodies are those of them that the names of bodies begin with.
var inBodies = wordSet(`general justice attorney executive officer chief head vice deputy member director major`)

// roleModifiers stand before a title in small letters: "former President".
var roleModifiers = wordSet(`former ex then late acting interim outgoing incoming deputy vice senior junior chief first
	second newly elected current sitting longtime long-time veteran retired one-time onetime embattled ousted deposed
	designate assistant associate honorary exiled convicted jailed imprisoned`)

// longestRole is how many words a role in apposition may have.
const longestRole = 24

// nameAndRole is a chunk taken apart: the words [from, name) are role words or
// empty, [name, to) the name, empty where the chunk is a title alone.
type nameAndRole struct {
	from, name, to int
	courtesy       bool // a title like "Mr" precedes the name
}

// takeApart finds the title that opens the chunk [from, to).
func (n *namer) takeApart(ps []piece, from, to int) nameAndRole {
	whole := nameAndRole{from: from, name: from, to: to}
	if theWithin(ps, from) && len(n.alm.Outlet("The "+joined(n.doc.Text, ps, from, to))) > 0 {
		return whole // a newspaper called "The Diplomat"
	}
	head := -1
	for i := from; i < to; i++ {
		if courtesies[ps[i].folded] && i+1 < to {
			return nameAndRole{from: from, name: i + 1, to: to, courtesy: true}
		}
		if isRoleHead(&ps[i]) {
			head = i
		} else if head >= 0 && !portfolios[ps[i].folded] && !withinTitle[ps[i].folded] {
			break
		}
	}
	if head < 0 || head == from+1 && titleOrName[ps[head].folded] && head+1 < to && givenName(ps[from].text) && !isRoleHead(&ps[from]) {
		return whole
	}
	name := head + 1
	if name < to && (ps[name].folded == "of" || ps[name].folded == "for") {
		name = n.afterDomain(ps, name+1, to)
	}
	if name < to && !n.canBePerson(ps, head, name, to) {
		return whole
	}
	if name == to && !n.isTitleAlone(ps, from, head, to) {
		return whole
	}
	return nameAndRole{from: from, name: name, to: to}
}

// isRoleHead reports whether p is a noun that a role is said with.
func isRoleHead(p *piece) bool {
	if pointedTitles[p.folded] {
		return strings.HasSuffix(p.text, ".") // "Gen. Ohm", not "Gen Z"
	}
	return roleHeads[p.folded] || isTitleAffix(p.folded) || pluralTitles[p.folded] && startsUpper(p.text)
}

// isTitleAffix reports whether w is a title with what made it one: "then-senator",
// "ex-president", "president-elect".
func isTitleAffix(w string) bool {
	before, after, ok := strings.Cut(w, "-")
	return ok && (roleHeads[after] && roleModifiers[before] || roleHeads[before] && (after == "elect" || after == "designate" || after == "general"))
}

// afterDomain returns where the words that an office is of end and the name of
// its holder begins: "… of State | Jane Roe", "… of Foreign Affairs | Jane Roe".
func (n *namer) afterDomain(ps []piece, i, to int) int {
	begin := i
	for i < to && (portfolios[ps[i].folded] || ps[i].folded == "the" || ps[i].folded == "and" || ps[i].text == "," || ps[i].text == "&") {
		i++
	}
	if i > begin && !(i == begin+1 && ps[begin].folded == "the") {
		return i
	}
	for end := min(to, i+4); end > i; end-- {
		if n.isCountry(joined(n.doc.Text, ps, i, end)) {
			return end
		}
	}
	// A body's name: it ends with its head, or all but two words are it.
	for j := i; j < to; j++ {
		if organizationHeads[ps[j].folded] || placeHeads[ps[j].folded] {
			return j + 1
		}
	}
	if to-i >= 3 && ps[to-1].label == "I-PERSON" {
		return to - 2
	}
	return to
}

// canBePerson reports whether the words [name, to) after the title at head can
// be a person's name.
func (n *namer) canBePerson(ps []piece, head, name, to int) bool {
	last := ps[to-1].folded
	body := organizationHeads[last] || workHeads[last] || eventHeads[last] || placeHeads[last]
	switch {
	case to-name > 5:
		return false
	case startsLower(ps[name].text) && !particles[ps[name].folded]:
		return false
	case body && (titleOrName[ps[head].folded] || to-name == 1):
		return false
	case body:
		return to-name == 2 && (givenName(ps[name].text) || ps[name].label == "B-PERSON")
	case name > head+1:
		return true
	case inBodies[ps[head].folded]:
		return ps[to-1].label != "I-ORGANIZATION" || to-name > 1 && givenName(ps[name].text)
	}
	return true
}

// isTitleAlone reports whether [from, to) is a title without a name, rather than
// a name that ends in a word that could be one ("John Major").
func (n *namer) isTitleAlone(ps []piece, from, head, to int) bool {
	if head < to-1 || from == head || !titleOrName[ps[head].folded] {
		return true
	}
	return !givenName(ps[from].text) && ps[from].label != "B-PERSON"
}

// roleOf returns the role words that the text gives the person named by
// [a.name, a.to): a title before it, else an apposition after it, else one
// before it.
func (n *namer) roleOf(ps []piece, a nameAndRole) article.Field {
	if begin := n.titleStart(ps, a); begin < a.name {
		if end := titleEnd(ps, begin, a.name); end > begin {
			return n.words(ps, begin, end)
		}
	}
	if from, to, ok := n.appositionAfter(ps, a.to); ok {
		return n.words(ps, from, to)
	}
	if from, to, ok := n.appositionBefore(ps, a); ok {
		return n.words(ps, from, to)
	}
	return article.Field{}
}

func (n *namer) words(ps []piece, from, to int) article.Field {
	return article.Field{
		Text: joined(n.doc.Text, ps, from, to),
		Span: article.Span{Start: ps[from].span.Start, End: ps[to-1].span.End},
	}
}

// titleEnd leaves courtesies at the end of a title aside.
func titleEnd(ps []piece, begin, end int) int {
	for end > begin && courtesies[ps[end-1].folded] {
		end--
	}
	return end
}

// titleStart returns where the title right before the name begins, a.name where
// there is none. It goes left over what modifies it: "the bank's | chief
// executive Jane Roe", "former Norwegian finance minister Jane Roe".
func (n *namer) titleStart(ps []piece, a nameAndRole) int {
	begin := a.name
	if a.courtesy {
		begin--
	}
	switch {
	case a.from < begin:
		begin = a.from
	case begin > 0 && isRoleHead(&ps[begin-1]) && startsLower(ps[begin-1].text):
		begin--
	default:
		return a.name
	}
	for begin > 0 && a.name-begin < longestRole && n.modifiesTitle(ps, begin-1) {
		begin--
	}
	if begin > 1 && ps[begin-1].tag == "POS" && n.isCountry(ps[begin-2].text) {
		begin -= 2 // "Norway's prime minister Kari Holm"
	}
	return begin
}

// modifiesTitle reports whether ps[i] belongs to the title that follows it.
func (n *namer) modifiesTitle(ps []piece, i int) bool {
	p := &ps[i]
	switch {
	case roleModifiers[p.folded], isRoleHead(p), portfolios[p.folded] && startsLower(p.text):
		return true
	case p.folded == "of":
		return i > 0 && isRoleHead(&ps[i-1]) && startsUpper(ps[i+1].text)
	case p.folded == "and" || p.text == "/":
		return i > 0 && (roleHeads[ps[i-1].folded] || portfolios[ps[i-1].folded])
	case p.text == "," || p.apart && !p.name:
		return false
	case p.name && startsUpper(p.text):
		return (!plainWords[p.folded] || compassWords[p.folded] && ps[i+1].name) && !weekdaysAndMonths[p.folded]
	}
	return startsLower(p.text) && (p.tag == "NN" || p.tag == "JJ" || p.tag == "NNS" && portfolios[p.folded]) && isWordLike(p.text)
}

func isWordLike(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) < 0
}

// appositionAfter finds the noun phrase between commas behind a name, where it
// says an office or role: "Jane Roe, a potential nominee for the post, said".
func (n *namer) appositionAfter(ps []piece, at int) (from, to int, ok bool) {
	if at >= len(ps) || ps[at].text != "," && ps[at].text != "(" {
		return 0, 0, false
	}
	from = at + 1
	if from+1 < len(ps) && ps[from].tag == "CD" && ps[from+1].text == "," { // her age
		from += 2
	}
	if from < len(ps) && ps[from].text == "The" {
		return 0, 0, false // a title of a work
	}
	to = from
	head := false
	for ; to < len(ps) && to-from <= longestRole; to++ {
		p := &ps[to]
		if endsApposition(ps, to) {
			break
		}
		if p.folded == "who" || p.folded == "which" || p.folded == "whose" || p.folded == "that" || isFinite(p.tag) {
			return 0, 0, false
		}
		if !head && (p.tag == "IN" && p.folded != "of" || p.folded == "named") {
			return 0, 0, false
		}
		if isRoleHead(p) {
			head = true
			if startsLower(p.text) && to+1 < len(ps) && startsUpper(ps[to+1].text) {
				return 0, 0, false // the next of a list: "…, the poet Ann Roe"
			}
		} else if !head && (p.folded == "of" || p.tag == "CC") {
			return 0, 0, false
		}
		if head && (p.tag == "VBN" || p.tag == "VBG") && !roleModifiers[p.folded] {
			return from, to, true
		}
	}
	if !head || to == from || to-from > longestRole || n.listsNames(ps, from, to) {
		return 0, 0, false
	}
	return from, to, true
}

// endsApposition reports whether a comma or a harder mark stands at i.
func endsApposition(ps []piece, i int) bool {
	switch ps[i].text {
	case ",", ")", ";", ".", ":", "—", "–", "!", "?":
		return true
	}
	return false
}

func isFinite(tag string) bool {
	return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD"
}

// listsNames reports whether the words between commas are the next name of a
// list rather than a role: "Jane Roe, President John Doe, and …".
func (n *namer) listsNames(ps []piece, from, to int) bool {
	if startsLower(ps[from].text) {
		return false
	}
	a := n.takeApart(ps, from, to)
	return a.name > a.from && a.name < a.to && !strings.Contains(joined(n.doc.Text, ps, a.from, a.to), " of ")
}

// appositionBefore finds the noun phrase that a name between commas explains:
// "The finance minister, Jane Roe, said".
func (n *namer) appositionBefore(ps []piece, a nameAndRole) (from, to int, ok bool) {
	to = a.from - 1
	if to < 1 || ps[to].text != "," || a.to < len(ps) && !endsApposition(ps, a.to) {
		return 0, 0, false
	}
	if a.to+1 < len(ps) && ps[a.to+1].tag == "CC" {
		return 0, 0, false // a list
	}
	head := false
	for from = to; from > 0 && to-from < longestRole; from-- {
		p := &ps[from-1]
		if (p.tag == "DT" || p.tag == "PRP$") && (from < 2 || ps[from-2].tag != "IN" || head) {
			from--
			break
		}
		if endsApposition(ps, from-1) || isFinite(p.tag) || p.tag == "CC" && !head || p.tag == "TO" {
			return 0, 0, false
		}
		head = head || isRoleHead(p)
	}
	if !head || to == from || ps[from].tag != "DT" && ps[from].tag != "PRP$" && from > 0 {
		return 0, 0, false
	}
	return from, to, n.headsPhrase(ps, from, to)
}

// headsPhrase reports whether the first noun phrase of [from, to), before any
// preposition, ends in a role's head.
func (n *namer) headsPhrase(ps []piece, from, to int) bool {
	for i := from; i < to; i++ {
		if ps[i].tag == "IN" {
			to = i
		}
	}
	return to > from && (isRoleHead(&ps[to-1]))
}
