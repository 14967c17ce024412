package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// speechVerbs are finite verbs that quotations are introduced by.
var speechVerbs = wordSet(`said says say told tells wrote writes added adds argued argues asked asks replied replies warned warns stated
	states announced announces declared declares insisted insists explained explains noted notes called calls described
	describes claimed claims tweeted posted commented comments concluded concludes continued continues remarked remarks
	recalled recalls testified testifies stressed stresses urged urges admitted admits acknowledged acknowledges
	complained complains joked jokes promised promises vowed vows agreed agrees observed observes responded responds
	answered answers confirmed confirms wondered wonders suggested suggests emphasized emphasised emphasizes emphasises
	reported reports quipped lamented predicted predicts praised praises denounced condemned dismissed dubbed cautioned
	countered conceded asserted asserts maintained maintains quoted`)

// silentSubjects are words that speak for someone whom they do not name.
var silentSubjects = wordSet(`he she they it i we you one who which that this these those others another some many someone nobody everyone`)

const (
	longestTag = 24 // tokens of "said Jane Roe, the head of …" that are looked at
	longestGap = 8  // tokens between the verb and the quotation it introduces
)

// attribute finds the speakers of the quotations from first on, all of one block.
func (q *quoter) attribute(first int) {
	for i := first; i < len(q.found); i++ {
		f := &q.found[i]
		inside := article.Span{End: len(q.a.Text)}
		if f.within >= 0 {
			inside = q.found[f.within].Words
		}
		switch before, after := q.before(f, inside), q.after(f, inside); {
		case before.told && (!after.told || before.close):
			f.told, f.apart, f.Speaker = true, before.close, before.speaker
		case after.told:
			last, _ := utf8.DecodeLastRuneInString(q.a.Text[:f.Words.End])
			f.told, f.apart, f.Speaker = true, isEndOfWords(last), after.speaker
		}
	}
	q.carry(first)
}

// tag is what stands with a quotation about who speaks.
type tag struct {
	told    bool
	close   bool // a colon or comma leads from it to the quotation
	speaker int
}

// after reads the words behind a quotation: "said X", "X said", "according to X".
func (q *quoter) after(f *quoted, inside article.Span) tag {
	none := tag{speaker: -1}
	end, ok := q.sentenceEnd(f.Span.End, inside.End)
	if !ok {
		return none
	}
	from := q.tokenAt(f.Span.End)
	to := min(q.tokenAt(end), from+longestTag)
	if from < to && q.word(from) == "," {
		from++
	}
	if from >= to || q.endsBy(f, ".") && !startsLower(q.text(from)) {
		return none // a sentence of its own
	}
	if q.word(from) == "according" && from+1 < to && q.word(from+1) == "to" {
		return tag{told: true, speaker: q.named(from+2, q.phraseEnd(from+2, to), true)}
	}
	for k := from; k < to && k <= from+longestGap+4; k++ {
		switch w := q.word(k); {
		case speechVerbs[w] && isSpoken(q.a.Tokens[k].Tag):
			if k == from || k == from+1 && strings.HasPrefix(q.a.Tokens[from].Tag, "RB") {
				if k+1 < to && silentSubjects[q.word(k+1)] {
					return tag{told: true, speaker: -1}
				}
				return tag{told: true, speaker: q.named(k+1, q.phraseEnd(k+1, to), true)}
			}
			return tag{told: true, speaker: q.subject(from, k)}
		case q.isMark(k) && w != ",", w == "that", isFinite(q.a.Tokens[k].Tag) && !q.inApposition(from, k):
			return none
		}
	}
	return none
}

// before reads the words ahead of a quotation: "X said:", "X told them that",
// "according to X,".
func (q *quoter) before(f *quoted, inside article.Span) tag {
	none := tag{speaker: -1}
	to := q.tokenAt(f.Span.Start)
	begin := max(q.sentenceStart(f.Span.Start), inside.Start)
	from := max(q.tokenAt(begin), to-2*longestTag)
	if from >= to {
		return none
	}
	close := q.word(to-1) == ":" || q.word(to-1) == ","
	for k := to - 1; k >= from && k >= to-1-longestGap; k-- {
		w := q.word(k)
		switch {
		case speechVerbs[w] && isSpoken(q.a.Tokens[k].Tag):
			if k > from && q.isQuote(k-1) { // "The dam," said Jane Roe, "…"
				return tag{true, close, q.named(k+1, q.phraseEnd(k+1, to), true)}
			}
			return tag{true, close, q.subject(from, k)}
		case w == "to" && k > from && q.word(k-1) == "according":
			return tag{true, close, q.named(k+1, q.phraseEnd(k+1, to), true)}
		case isFinite(q.a.Tokens[k].Tag), w == ";", w == "?", w == "!", q.isQuote(k):
			return none
		}
	}
	return none
}

// isSpoken reports whether a verb with this tag can lead a quotation. The tagger
// takes some pasts for participles, and rare verbs for nouns.
func isSpoken(tag string) bool {
	return isFinite(tag) || tag == "VBN" || tag == "VB" || tag == "NNS" || tag == "VBG"
}

// subject returns the speaker named in the subject [from, verb): the nearest one
// before the verb, or the one that an apposition before it explains.
func (q *quoter) subject(from, verb int) int {
	for verb > from && (q.a.Tokens[verb-1].Tag == "MD" || strings.HasPrefix(q.a.Tokens[verb-1].Tag, "RB") || auxiliaryOfSpeech[q.word(verb-1)]) {
		verb--
	}
	if verb == from || silentSubjects[q.word(verb-1)] {
		return -1
	}
	if q.word(verb-1) == "," { // "Jane Roe, the head of …, said"
		for k := verb - 2; k > from; k-- {
			if q.word(k) == "," {
				if s := q.named(q.clauseStart(from, k), k, false); s >= 0 {
					return s
				}
			}
		}
		return -1
	}
	return q.named(q.clauseStart(from, verb), verb, false)
}

var auxiliaryOfSpeech = wordSet(`has have had also then later`)

// clauseStart returns where the words before end that can be one subject begin.
func (q *quoter) clauseStart(from, end int) int {
	for k := end - 1; k >= from; k-- {
		w := q.word(k)
		if w == "," || w == ":" || w == ";" || w == "that" || w == "and" && !q.joinsNames(k) || q.isQuote(k) || isFinite(q.a.Tokens[k].Tag) {
			return k + 1
		}
	}
	return from
}

// joinsNames reports whether the word at k stands within a name.
func (q *quoter) joinsNames(k int) bool {
	at := q.a.Tokens[k].Span
	i := q.entityAt(at.Start)
	return i > 0 && q.a.Entities[i-1].Span.Contains(at)
}

// phraseEnd returns where the phrase after a verb ends: at a verb, a mark, or an
// "and", but behind the apposition that names whom a role means: "said the head
// of the bank, Jane Roe".
func (q *quoter) phraseEnd(from, to int) int {
	for k := from; k < to; k++ {
		w := q.word(k)
		if w == "," && k > from && q.named(from, k, true) < 0 && k+1 < to && startsUpper(q.text(k+1)) {
			continue
		}
		if q.isMark(k) || isFinite(q.a.Tokens[k].Tag) || w == "and" && !q.joinsNames(k) || w == "that" || w == "who" || w == "when" || w == "after" {
			return k
		}
	}
	return to
}

// named returns the speaker among the tokens [from, to): a person before a body,
// and of several the first where first is set, else the last. A person whom a
// possessive follows only owns what speaks.
func (q *quoter) named(from, to int, first bool) int {
	person, body := -1, -1
	if from >= to {
		return -1
	}
	end := q.a.Tokens[to-1].Span.End
	for i := q.entityAt(q.a.Tokens[from].Span.Start); i < len(q.a.Entities) && q.a.Entities[i].Span.End <= end; i++ {
		e := &q.a.Entities[i]
		rest := q.a.Text[e.Span.End:end]
		owner := strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s")
		switch {
		case owner:
		case e.Kind == article.Person && (person < 0 || !first):
			person = i
		case e.Kind == article.Organization && (body < 0 || !first):
			body = i
		}
	}
	if person >= 0 {
		return person
	}
	if body >= 0 && q.speaks(body, from, to) {
		return body
	}
	return -1
}

// speaks reports whether a body is what the phrase [from, to) is about, rather
// than part of what someone is called: "an official of the Ministry of Water".
func (q *quoter) speaks(body, from, to int) bool {
	e := q.a.Entities[body].Span
	for k := from; k < to; k++ {
		at := q.a.Tokens[k].Span
		if e.Contains(at) {
			continue
		}
		switch tag := q.a.Tokens[k].Tag; {
		case tag == "DT" || tag == "," || strings.HasPrefix(tag, "JJ") || strings.HasPrefix(tag, "RB"):
		case at.Start >= e.End && !strings.HasPrefix(tag, "NN"): // "said the council on Friday"
			return true
		default:
			return false
		}
	}
	return true
}

// carry gives a quotation the speaker of the one before it, where nothing but
// the words that name the speaker stands between them, or where it goes on from
// the paragraph before.
func (q *quoter) carry(first int) {
	for i := first; i < len(q.found); i++ {
		f := &q.found[i]
		last := i - 1
		for last > f.within && q.found[last].within != f.within {
			last--
		}
		if f.told || last <= f.within || !q.found[last].told || q.found[last].Speaker < 0 {
			continue
		}
		p := &q.found[last]
		between := q.tokenAt(f.Span.Start) - q.tokenAt(p.Span.End)
		switch {
		case f.continued && i == first:
		case last < first || f.within >= 0 || between > longestTag || !q.oneTag(p, f):
			continue
		}
		f.told, f.apart, f.Speaker = true, true, p.Speaker
	}
}

// oneTag reports whether the words between two quotations are one phrase with
// its verb of speech: "…," said Jane Roe. "…"
func (q *quoter) oneTag(p, f *quoted) bool {
	from, to := q.tokenAt(p.Span.End), q.tokenAt(f.Span.Start)
	verbs := 0
	for k := from; k < to; k++ {
		if isFinite(q.a.Tokens[k].Tag) && !(k > from && isFinite(q.a.Tokens[k-1].Tag)) {
			verbs++
		}
		if q.isMark(k) && q.word(k) != "," && k < to-1 {
			return false
		}
	}
	return verbs == 1
}

// endsBy reports whether a mark is the last thing quoted.
func (q *quoter) endsBy(f *quoted, mark string) bool {
	return strings.HasSuffix(q.a.Text[f.Words.Start:f.Words.End], mark)
}

// sentenceEnd returns where the sentence that goes on behind byte at ends.
func (q *quoter) sentenceEnd(at, limit int) (int, bool) {
	s := sort.Search(len(q.a.Sentences), func(i int) bool { return q.a.Sentences[i].Span.End > at })
	if s == len(q.a.Sentences) || q.a.Sentences[s].Span.Start > at+1 && !startsLower(q.a.Text[q.a.Sentences[s].Span.Start:]) {
		return 0, false
	}
	return min(q.a.Sentences[s].Span.End, limit), at < limit
}

// sentenceStart returns where the sentence that leads to byte at begins: one that
// ends in a colon leads to the next.
func (q *quoter) sentenceStart(at int) int {
	s := sort.Search(len(q.a.Sentences), func(i int) bool { return q.a.Sentences[i].Span.End > at })
	if s == len(q.a.Sentences) {
		return at
	}
	start := q.a.Sentences[s].Span.Start
	if start >= at && s > 0 && strings.HasSuffix(q.a.Words(q.a.Sentences[s-1].Span), ":") && q.a.Sentences[s-1].Block == q.a.Sentences[s].Block {
		start = q.a.Sentences[s-1].Span.Start
	}
	return min(start, at)
}

// inApposition reports whether a comma stands between from and k.
func (q *quoter) inApposition(from, k int) bool {
	for i := from; i < k; i++ {
		if q.word(i) == "," {
			return true
		}
	}
	return false
}

// tokenAt returns the index of the first token that begins at or behind byte at.
func (q *quoter) tokenAt(at int) int {
	return sort.Search(len(q.a.Tokens), func(i int) bool { return q.a.Tokens[i].Span.Start >= at })
}

// entityAt returns the index of the first entity that begins at or behind byte at.
func (q *quoter) entityAt(at int) int {
	return sort.Search(len(q.a.Entities), func(i int) bool { return q.a.Entities[i].Span.Start >= at })
}

func (q *quoter) text(k int) string { return q.a.Words(q.a.Tokens[k].Span) }
func (q *quoter) word(k int) string { return strings.ToLower(q.text(k)) }

func (q *quoter) isQuote(k int) bool { return q.a.Tokens[k].Tag == "``" || q.a.Tokens[k].Tag == "''" }

func (q *quoter) isMark(k int) bool { return !isWordRune(firstRune(q.text(k))) }
