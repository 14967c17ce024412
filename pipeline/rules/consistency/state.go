package consistency

import (
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// state is one place where the article says how a thing stands: that something
// has come to pass, or that it has not.
type state struct {
	thing  thing
	axis   string // what the two sides are of: "force", or a verb's stem with "done" or "borne"
	object string // what the verb was done to or for; "*" in a table, whose heads say it
	come   bool   // it has come to pass
	asOf   when.Interval
	dated  when.Interval
	span   article.Span
}

// ends are events that end a state, by the state's name; those of the passive
// alone are told with a form of "be".
var ends = map[string]string{
	"repeal": "force", "abolish": "force", "revoke": "force", "rescind": "force", "annul": "force", "expire": "force", "lapse": "force",
	"die": "life", "kill": "life", "assassinat": "life", "murder": "life", "execut": "life",
	"demolish": "use", "dismantl": "use", "decommission": "use", "scrap": "use", "disband": "use", "dissolv": "use", "close": "use", "clos": "use",
	"complet": "works", "open": "works", "inaugurat": "works", "finish": "works",
}

// intransitive ends are told of the verb's own subject.
var intransitive = wordSet(`expire expir lapse laps die disband close clos open`)

// lasting words tell, behind "is" or "remains", that a state lasts.
var lasting = map[string]string{
	"in force": "force", "in effect": "force", "on the books": "force", "alive": "life", "open": "use", "operational": "use",
	"in operation": "use", "in use": "use", "under construction": "works", "unfinished": "works",
}

// states returns how things stand, in order.
func (r *reading) states() []state {
	var all []state
	for s, sent := range r.Sentences {
		if !r.own[s] || r.says(sent.Tokens.From, sent.Tokens.To, turning) {
			continue
		}
		placed := r.says(sent.Tokens.From, sent.Tokens.To, placing)
		for i := sent.Tokens.From; i < sent.Tokens.To; i++ {
			if !strings.HasPrefix(r.tag(i), "VB") || r.quoted[i] || r.ahead[i] {
				continue
			}
			st, next := r.stateAt(s, i)
			if st.thing.id != "" && (st.come || !placed) && r.dateState(s, &st) {
				all = append(all, st)
			}
			i = max(i, next-1)
		}
	}
	all = append(all, r.tabledStates()...)
	slices.SortStableFunc(all, func(a, b state) int { return a.span.Start - b.span.Start })
	return all
}

// turning words tell that a state did not last, was limited, or is somebody's word.
var turning = wordSet(`until later again if unless whether had did would will could should might initially originally
	first second third last formerly previously former earlier partially partly part temporarily provisionally briefly nearly almost all every any both most
	other another others fully officially formally legally neither nor reportedly allegedly according says said claims claimed except only some parts
	reopened restored revived reinstated rebuilt`)

// placing words put a denial, or a state that lasts, before or after something.
var placing = wordSet(`before after when while then since once`)

// stateAt reads the state that the verbs from token i on tell, and the token
// behind them; there is no thing where they tell none.
func (r *reading) stateAt(s, i int) (state, int) {
	to := r.Sentences[s].Tokens.To
	none := state{}
	w := r.word(i)
	perfect := w == "has" || w == "have"
	be := w == "is" || w == "are" || w == "was" || w == "were"
	switch {
	case be && (w == "is" || w == "are"), w == "remains":
		if st, ok := r.lastingAt(s, i); ok {
			return st, i + 2
		}
	case (w == "lives" || w == "resides") && i+1 < to && (r.word(i+1) == "in" || r.word(i+1) == "with" || r.word(i+1) == "near"):
		return state{thing: r.about(s, i), axis: "life", span: r.upTo(s, i, i+2)}, i + 1
	}
	k, denied, yet := i, false, false
	passive := be
	for k++; (perfect || be) && k < to; k++ {
		switch v := r.word(k); {
		case v == "not" || v == "never" || v == "n't" || v == "n’t":
			denied = true
		case limiting[v]:
			return none, k + 1
		case v == "yet":
			denied, yet = true, true
		case v == "to" && yet:
		case v == "be" || v == "been":
			passive = true
		case strings.HasPrefix(r.tag(k), "RB"):
		case strings.HasPrefix(r.tag(k), "VB"):
			if (w == "was" || w == "were") && denied || (w == "is" || w == "are") && !yet {
				return none, k + 1 // "is used" tells no event
			}
			return r.told(s, i, k, passive, !denied), k + 1
		default:
			return none, k
		}
	}
	if !perfect && !be && r.tag(i) == "VBD" {
		return r.told(s, i, i, false, true), i + 1
	}
	return none, i + 1
}

// limiting words make of a denial something else: "not only".
var limiting = wordSet(`just only merely simply always necessarily even`)

// lastingAt reads "is still in force".
func (r *reading) lastingAt(s, i int) (state, bool) {
	to := r.Sentences[s].Tokens.To
	k := i + 1
	for k < to && (strings.HasPrefix(r.tag(k), "RB") && r.word(k) != "not" && r.word(k) != "n't" && r.word(k) != "no") {
		k++
	}
	for n := 1; n <= 3 && k+n <= to; n++ {
		words := strings.ToLower(oneLine(r.Words(r.Tokens[k].Span.Hull(r.Tokens[k+n-1].Span))))
		axis, ok := lasting[words]
		if !ok {
			continue
		}
		if k+n < to && !strings.ContainsAny(r.word(k+n), ".,;[(") && r.tag(k+n) != "CC" {
			return state{}, false // "open to visitors", "in force in two states"
		}
		return state{thing: r.about(s, i), axis: axis, span: r.upTo(s, i, k+n)}, true
	}
	return state{}, false
}

// told reads what the verb at token k tells of the subject of the verbs from
// token first on.
func (r *reading) told(s, first, k int, passive, come bool) state {
	stem := verbStem(r.word(k))
	if tooCommon[stem] {
		return state{}
	}
	st := state{thing: r.about(s, first), come: come, span: r.upTo(s, first, k+1), object: r.objectKey(s, k+1, passive)}
	st.axis = stem + " done"
	if passive || ergative[stem] && st.object == "" {
		st.axis = stem + " borne"
	}
	return st
}

// ergative verbs say the same of their subject without an object as they do in the
// passive: "the tunnel opened", "the tunnel was opened".
var ergative = wordSet(`open close clos launch begin`)

// tooCommon verbs say too little of a state, or are done again and again.
var tooCommon = wordSet(`be do have make take get go come see say give use know find show lead play tell become hold call work help try seem want keep let put run turn start feel`)

// upTo returns the span from the subject's verb to the token before end.
func (r *reading) upTo(s, first, end int) article.Span {
	end = min(end, r.Sentences[s].Tokens.To)
	return r.Tokens[first].Span.Hull(r.Tokens[end-1].Span)
}

// objectKey returns what a verb is done to, from or for, with the words that
// narrow it: an entity's ID, nouns, or nothing. Who did it, in the passive, and a
// time are no object.
func (r *reading) objectKey(s, k int, passive bool) string {
	to := r.Sentences[s].Tokens.To
	if k < to && (passive && r.word(k) == "by" || circumstance[r.word(k)]) {
		return ""
	}
	for k < to && r.word(k) == "in" && k+1 < to && r.timed[k+1] {
		for k++; k < to && r.timed[k]; k++ {
		}
		if k < to && circumstance[r.word(k)] {
			return ""
		}
	}
	if k+1 < to && r.word(k) == "to" && (everybody[r.word(k+1)] || r.word(k+1) == "the" && k+2 < to && everybody[r.word(k+2)]) {
		return ""
	}
	for i := k; i < to && i < k+2; i++ {
		if t, next := r.thingAt(s, i); t.id != "" && r.tag(i) != "RB" {
			return t.id + " " + r.tail(s, next)
		}
		if r.tag(i) != "IN" && r.tag(i) != "DT" && r.tag(i) != "TO" {
			break
		}
	}
	return r.tail(s, k)
}

// everybody names those to whom a thing is open once it is open at all.
var everybody = wordSet(`traffic public visitors passengers`)

// circumstance words lead to what went with an event, not to what it was done to.
var circumstance = wordSet(`after before when following because despite amid during while though although`)

// dateState reads the time that the sentence of a state names, and reports
// whether it leaves the state to be compared.
func (r *reading) dateState(s int, st *state) bool {
	if len(r.times[s]) > mostTimes {
		return false
	}
	for _, t := range r.times[s] {
		x := &r.Times[t]
		switch {
		case x.Now:
		case x.Kind != when.KindDate || len(x.Readings) != 1:
			return false
		case x.Relation == when.AsOf:
			st.asOf = x.Readings[0]
		case x.Relation == when.In || x.Relation == when.By:
			st.dated = x.Readings[0]
		default:
			return false
		}
	}
	// What had not come to pass at some time may have come since.
	return st.come || st.dated.IsZero()
}

// tabledStates reads the cells that say of the thing that heads their row that
// something has come to pass ("Ratified", "Ratified in 2004"), or not ("Not
// ratified", "Yet to ratify").
func (r *reading) tabledStates() []state {
	var all []state
	for _, b := range r.Blocks {
		if b.Kind != article.Cell || b.RowHead < 0 {
			continue
		}
		span := r.trimmed(b.Span.Start, b.Span.End)
		words := strings.Fields(strings.ToLower(r.Words(span)))
		who := r.namedBy(r.Blocks[b.RowHead].Span)
		if r.entity(who).id == "" || len(words) == 0 || len(words) > 4 {
			continue
		}
		st := state{thing: r.entity(who), object: "*", come: true, span: span}
		switch {
		case words[0] == "not" || words[0] == "never":
			st.come, words = false, words[1:]
			if len(words) > 0 && words[0] == "yet" {
				words = words[1:]
			}
		case len(words) > 2 && words[0] == "yet" && words[1] == "to":
			st.come, words = false, words[2:]
		}
		if len(words) == 0 || len(words) > 1 && (!st.come || words[1] != "in") || st.come && !strings.HasSuffix(words[0], "ed") {
			continue
		}
		if st.come && len(words) > 1 {
			var ok bool
			if st.dated, ok = when.Parse(strings.Join(words[2:], " "), when.Interval{}); !ok {
				continue
			}
		}
		st.axis = verbStem(words[0]) + " done"
		all = append(all, st)
	}
	return all
}

// verbStem returns what the forms of a verb share.
func verbStem(w string) string {
	if s, ok := irregular[w]; ok {
		return s
	}
	if head, ok := strings.CutSuffix(w, "ied"); ok {
		return head + "y"
	}
	if head, ok := strings.CutSuffix(w, "ed"); ok && len(head) > 2 {
		if n := len(head); head[n-1] == head[n-2] && !strings.ContainsRune("sl", rune(head[n-1])) {
			head = head[:n-1]
		}
		return strings.TrimSuffix(head, "e")
	}
	return strings.TrimSuffix(w, "e")
}

// irregular forms of verbs that tell of states.
var irregular = map[string]string{
	"won": "win", "left": "leav", "leave": "leav", "built": "build", "begun": "begin", "began": "begin", "met": "meet", "withdrawn": "withdraw", "withdrew": "withdraw",
	"paid": "pay", "sold": "sell", "bought": "buy", "sent": "send", "spent": "spend", "written": "write", "wrote": "writ", "write": "writ", "lost": "los", "lose": "los",
	"died": "die", "die": "die", "dies": "die", "fallen": "fall", "fell": "fall", "shut": "shut", "been": "be", "is": "be", "was": "be", "were": "be", "are": "be",
	"has": "have", "had": "have", "went": "go", "gone": "go", "came": "come", "come": "come", "took": "take", "taken": "take", "made": "make", "became": "become",
	"held": "hold", "gave": "give", "given": "give", "got": "get", "saw": "see", "seen": "see", "said": "say", "told": "tell", "found": "find", "led": "lead",
	"ran": "run", "kept": "keep", "did": "do", "done": "do", "knew": "know", "known": "know", "shown": "show", "felt": "feel", "put": "put", "let": "let",
}
