package consistency

import (
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// event is what happens to a thing once.
type event struct {
	name   string // as a message has it: "founding"
	form   form
	person bool // happens to people, else to anything but people
	placed bool // where it happened may stand between the verb and the date
}

// form is how a verb tells an event of the thing it happens to.
type form int

const (
	passive form = 1 << iota // "X was founded in", "X, founded in"
	active                   // "X opened in"
	object                   // "Roe founded X in"
)

var (
	birth    = &event{"birth", passive, true, true}
	death    = &event{"death", active, true, true}
	killing  = &event{"death", passive, true, true}
	founding = &event{"founding", passive | object, false, false}
	opening  = &event{"opening", passive | active, false, false}
	sinking  = &event{"sinking", passive | active, false, true}
)

// eventVerbs cannot hold of one thing twice. What is done again in another
// place, country or form (releases, marriages, dissolutions of a parliament,
// signings of a player) is not here.
var eventVerbs = map[string]*event{
	"born": birth, "died": death, "killed": killing, "assassinated": killing, "murdered": killing, "executed": killing,
	"founded": founding, "established": founding, "opened": opening, "inaugurated": opening, "sank": sinking, "sunk": sinking,
	"incorporated": {"incorporation", passive, false, false}, "completed": {"completion", passive, false, false},
	"signed": {"signing", passive, false, true}, "ratified": {"ratification", passive, false, false},
	"enacted": {"enactment", passive, false, false}, "repealed": {"repeal", passive | object, false, false},
	"fought": {"fighting", passive, false, false}, "demolished": {"demolition", passive, false, false}, "abolished": {"abolition", passive, false, false},
	"discovered": {"discovery", passive, false, true}, "invented": {"invention", passive, false, false},
	"launched": {"launch", passive, false, false},
}

// eventHeads are the nouns under which a table dates an event.
var eventHeads = map[string]*event{
	"born": birth, "died": death, "founded": founding, "established": founding, "opened": opening, "opening": opening, "completed": eventVerbs["completed"],
	"incorporated": eventVerbs["incorporated"], "signed": eventVerbs["signed"], "ratified": eventVerbs["ratified"], "demolished": eventVerbs["demolished"],
}

// happening is one place where the article dates an event of a thing.
type happening struct {
	thing thing
	event string
	when  when.Interval
	date  article.Span
	place article.Span // from the thing or the verb to the date
	table bool
}

// Dated is one place where an article dates what happens to a named thing once.
type Dated struct {
	Thing string // the thing's full name
	Event string // as a message has it: "founding"
	When  when.Interval
	At    article.Span
}

// Events returns the dated events of an article, in order, for those who compare
// articles.
func Events(a *article.Article) []Dated {
	var all []Dated
	for _, h := range read(a).happenings() {
		if strings.Contains(h.thing.name, " ") {
			all = append(all, Dated{h.thing.name, h.event, h.when, h.place})
		}
	}
	return all
}

// happenings returns the dated events that the article tells as fact, in order.
func (r *reading) happenings() []happening {
	var all []happening
	for s := range r.Sentences {
		if !r.own[s] {
			continue
		}
		for _, t := range r.times[s] {
			if h, ok := r.happeningAt(s, &r.Times[t]); ok {
				all = append(all, h)
			}
		}
	}
	all = append(all, r.lives()...)
	all = append(all, r.tabled()...)
	slices.SortStableFunc(all, func(g, h happening) int { return g.place.Start - h.place.Start })
	return all
}

// longestLife is how many bytes the dates behind a name may take.
const longestLife = 80

// lives returns the births and deaths in brackets behind a person's name, where
// both are days: years alone may be those of an office.
func (r *reading) lives() []happening {
	var all []happening
	for i, e := range r.Entities {
		rest := r.Text[e.Span.End:min(len(r.Text), e.Span.End+longestLife)]
		if !birth.befalls(r.entity(i)) || !strings.HasPrefix(rest, " (") {
			continue
		}
		inside, _, closed := strings.Cut(rest[2:], ")")
		from, to, ranged := strings.Cut(inside, "–")
		born, day := when.Parse(strings.TrimSpace(from), when.Interval{})
		died, last := when.Parse(strings.TrimSpace(to), when.Interval{})
		if !closed || !ranged || !day || !last || !born.IsDay() || !died.IsDay() {
			continue
		}
		at := e.Span.End + 2
		all = append(all,
			happening{thing: r.entity(i), event: birth.name, when: born, date: r.trimmed(at, at+len(from)), place: r.trimmed(at, at+len(from))},
			happening{thing: r.entity(i), event: death.name, when: died, date: r.trimmed(at+len(from)+len("–"), at+len(inside)), place: r.trimmed(at+len(from)+len("–"), at+len(inside))})
	}
	return all
}

// trimmed returns the span [from, to) without white space at its ends.
func (r *reading) trimmed(from, to int) article.Span {
	said := r.Text[from:to]
	from += len(said) - len(strings.TrimLeft(said, " \n"))
	return article.Span{Start: from, End: max(from, to-len(said)+len(strings.TrimRight(said, " \n")))}
}

// firm reports whether a time is a date that hangs on nothing else.
func firm(t *article.Time) bool {
	return t.Kind == when.KindDate && t.Relation == when.In && len(t.Readings) == 1 && !t.Relative && !t.Told && !t.Now && t.Flaw == "" &&
		!t.Readings[0].From.IsZero() && !t.Readings[0].To.IsZero()
}

// farthestDate is how many tokens behind its verb a date may stand.
const farthestDate = 12

// happeningAt reads the event that a time dates: the verb right before it, but
// for a preposition and a place.
func (r *reading) happeningAt(s int, t *article.Time) (happening, bool) {
	sent := r.Sentences[s].Tokens
	at := r.tokenFrom(s, t.Start)
	if !firm(t) || at >= sent.To || r.quoted[at] || r.ahead[at] || r.hedged(s, at, t) {
		return happening{}, false
	}
	verb := r.verbBefore(s, at)
	if fronted := verb < 0 && at-sent.From <= 1; fronted { // "In 1912, X was founded"
		verb = r.firstVerb(s, r.tokenFrom(s, t.End))
		at = verb + 1
	}
	if verb < 0 {
		return happening{}, false
	}
	e := eventVerbs[r.word(verb)]
	if e == nil || agreements[r.word(verb)] && r.says(verb, min(sent.To, at+hedgeReach), byAgent) {
		return happening{}, false
	}
	who := r.undergoer(s, verb, at, e)
	if !e.befalls(who) {
		return happening{}, false
	}
	return happening{
		thing: who, event: e.name, when: t.Readings[0], date: t.Core(),
		place: t.Span().Hull(r.Tokens[verb].Span),
	}, true
}

// agreements are entered by each of their parties on a day of its own.
var (
	agreements = wordSet(`signed ratified`)
	byAgent    = wordSet(`by`)
)

// befalls reports whether the event happens to things of this kind. A person of
// one name, such as a queen, shares it with others of her line.
func (e *event) befalls(t thing) bool {
	return t.id != "" && t.person == e.person && (!t.person || strings.Contains(t.name, " "))
}

// hedges take a sentence out of the comparison: what is disputed, told of a
// part, counted by another calendar, or done a second time.
var hedges = wordSet(`again first second third originally initially officially formally legally traditionally reportedly allegedly supposedly possibly probably
	perhaps either or claimed claims claim believed thought said says according disputed dispute sources source re-established refounded reopened
	julian gregorian calendar o.s. n.s. circa c. ca. about around approximately recorded certificate incorrectly wrongly erroneously variously mistakenly
	announced construction planned proposed new present current modern provisionally partly partially phase section part stage version edition branch
	if fictional legend legendary novel film story rumoured rumored`)

// doubts take back a date behind it.
var doubts = wordSet(`again or julian gregorian calendar o.s. n.s. disputed according although though some sources says said claimed believed probably possibly perhaps`)

// hedgeReach is how many tokens before a date a hedge is looked for.
const hedgeReach = 12

// hedged reports whether the clause around a date speaks with a hedge, or goes
// on behind the date in a way that narrows what happened then.
func (r *reading) hedged(s, at int, t *article.Time) bool {
	sent := r.Sentences[s].Tokens
	next := r.tokenFrom(s, t.End)
	if r.says(max(sent.From, at-hedgeReach), at, hedges) || r.says(next, min(sent.To, next+hedgeReach/2), doubts) {
		return true
	}
	return next < sent.To && narrowing[r.word(next)] || next+1 < sent.To && (r.word(next) == "–" || r.word(next) == "-")
}

// narrowing words behind a date say as what, to whom or until when.
var narrowing = wordSet(`as under to for until through from when onwards onward b.c. bc bce ah`)

// verbBefore returns the verb that the date at token at follows, -1 where
// something other than a preposition and a place stands between them.
func (r *reading) verbBefore(s, at int) int {
	from := max(r.Sentences[s].Tokens.From, at-farthestDate)
	for i := at - 1; i >= from; i-- {
		switch tag := r.tag(i); {
		case strings.HasPrefix(tag, "VB"):
			return i
		case eventVerbs[r.word(i)] != nil && tag == "JJ":
			return i // "born" and "founded", to the tagger, are adjectives now and then
		case tag == "IN" && !narrowing[r.word(i)] && r.word(i) != "with" && r.word(i) != "after" && r.word(i) != "before":
		case tag == "DT", tag == ",", strings.HasPrefix(tag, "NN"), tag == "JJ", tag == "PRP$":
		default:
			return -1
		}
	}
	return -1
}

// firstVerb returns the main verb behind a date that opens its sentence, -1
// where the sentence goes on otherwise, or names another time.
func (r *reading) firstVerb(s, from int) int {
	if len(r.times[s]) > 1 || from >= r.Sentences[s].Tokens.To || r.word(from) != "," {
		return -1
	}
	to := min(r.Sentences[s].Tokens.To, from+farthestSubject)
	for i := from + 1; i < to; i++ {
		if !strings.HasPrefix(r.tag(i), "VB") {
			continue
		}
		for i+1 < to && (strings.HasPrefix(r.tag(i+1), "VB") || strings.HasPrefix(r.tag(i+1), "RB")) {
			i++
		}
		return i
	}
	return -1
}

// undergoer returns what the event at token verb happens to; the date begins at
// token date.
func (r *reading) undergoer(s, verb, date int, e *event) thing {
	if !e.placed && r.namesPlace(verb+1, date) {
		if e.form&object == 0 {
			return thing{}
		}
		return r.objectOf(s, verb, date)
	}
	from := r.Sentences[s].Tokens.From
	aux := verb
	for aux > from && strings.HasPrefix(r.tag(aux-1), "RB") {
		aux--
	}
	switch be := aux > from && (r.word(aux-1) == "was" || r.word(aux-1) == "were"); {
	case be && e.form&passive != 0:
		return r.about(s, aux-1)
	case be:
		return thing{}
	case verb == from && e.form&passive != 0: // "Founded in 1912, X …"
		return r.entity(r.following(s, date))
	case e.form&passive != 0 && verb > from && (r.word(verb-1) == "(" || r.word(verb-1) == ","):
		return r.beforeMark(s, verb-1)
	case e.form&active != 0 && r.tag(verb) != "VB" && !r.takesObject(s, verb):
		return r.about(s, verb)
	}
	return thing{}
}

// takesObject reports whether the verb goes on to what its subject did it to.
func (r *reading) takesObject(s, verb int) bool {
	next := verb + 1
	return next < r.Sentences[s].Tokens.To && (isNominal(r.tag(next)) || r.tag(next) == "PRP$")
}

// namesPlace reports whether anything but a preposition stands at [from, to).
func (r *reading) namesPlace(from, to int) bool {
	return from < to && !(to-from == 1 && (r.tag(from) == "IN" || r.word(from) == "on"))
}

// objectOf returns what stands between a verb and "in" alone.
func (r *reading) objectOf(s, verb, date int) thing {
	if r.tag(date-1) != "IN" {
		return thing{}
	}
	t, next := r.thingAt(s, verb+1)
	if next != date-1 {
		return thing{}
	}
	return t
}

// following returns the entity that a participle at the head of its sentence is
// about: "Founded in 1912, the X …".
func (r *reading) following(s, date int) int {
	to := r.Sentences[s].Tokens.To
	i := date
	for i < to && i < date+6 && r.word(i) != "," {
		i++
	}
	if i+1 >= to || r.word(i) != "," {
		return -1
	}
	i++
	if r.word(i) == "the" && i+1 < to {
		if e, ok := r.heads[r.word(i+1)]; ok && e >= 0 && !r.introduces(i+1) && !isNominal(r.tag(min(i+2, to-1))) {
			return e
		}
		i++
	}
	if e, ok := r.starts[r.Tokens[i].Span.Start]; ok && r.endsPhrase(e, to) {
		return e
	}
	return -1
}

// endsPhrase reports whether no noun goes on behind the entity.
func (r *reading) endsPhrase(e, to int) bool {
	s := r.sentenceOf(to - 1)
	i := r.tokenFrom(s, r.Entities[e].Span.End)
	return i >= to || !isNominal(r.tag(i)) && r.tag(i) != "POS" && r.word(i) != "and"
}

// beforeMark returns the thing that a participle behind a comma or bracket is
// about: "X, founded in 1912," and "X (born in 1912)".
func (r *reading) beforeMark(s, mark int) thing {
	from := r.Sentences[s].Tokens.From
	if mark <= from {
		return thing{}
	}
	if r.word(mark) == "(" {
		if e, ok := r.ends[r.Tokens[mark-1].Span.End]; ok {
			return r.entity(e)
		}
		return thing{}
	}
	if t := r.entity(r.phrase(from, mark)); t.id != "" {
		return t
	}
	return r.described(max(from, mark-farthestSubject), mark)
}

// tabled returns the events that tables date: by a column's head for the thing
// that heads the row, or by the row's head for the article's topic.
func (r *reading) tabled() []happening {
	var all []happening
	for i, b := range r.Blocks {
		if b.Kind != article.Cell || b.RowHead < 0 {
			continue
		}
		said := strings.TrimSpace(r.Words(b.Span))
		date, ok := when.Parse(said, when.Interval{})
		if !ok || date.From.IsZero() || date.To.IsZero() {
			continue
		}
		head, who := b.RowHead, r.topic
		e := eventHeads[r.blockWord(head)]
		if e == nil && b.ColumnHead >= 0 {
			if e = eventHeads[r.blockWord(b.ColumnHead)]; e != nil {
				who = r.namedBy(r.Blocks[head].Span)
			}
		}
		if e == nil || !e.befalls(r.entity(who)) {
			continue
		}
		span := r.Blocks[i].Span
		all = append(all, happening{thing: r.entity(who), event: e.name, when: date, date: span, place: span, table: true})
	}
	return all
}

func (r *reading) blockWord(b int) string {
	return strings.ToLower(strings.TrimSpace(r.Words(r.Blocks[b].Span)))
}

// namedBy returns the entity that all the words of a block name, -1 where none does.
func (r *reading) namedBy(block article.Span) int {
	if e, ok := r.names[oneLine(r.Words(block))]; ok {
		return e
	}
	return -1
}
