package extract

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"citevet/pipeline/article"
)

// What makes a claim worth checking, and what makes it less so. The kinds
// (statistic, attribution, causal, comparison, event) follow the check-worthiness
// annotation of ClaimBuster and CLEF CheckThat!; those that lower the worth are
// what people who judged answers passed over: advice, summaries, remarks about
// the text itself.
var (
	causalWords = wordSet(`because cause caused causes causing led leads leading due result resulted resulting results therefore thus driven
		reduce reduces reduced prevent prevents affect affects affected allows allow enables contribute contributes`)
	comparingWords = wordSet(`more less most least largest smallest highest lowest higher lower greater better first fastest than increased
		decreased rose fell grew doubled tripled declined best worst`)
	attributingWords = wordSet(`according study studies research researchers evidence survey`)
	exampleWords     = wordSet(`including such`)
	hedgingWords     = wordSet(`may might could would possible possibly potentially likely perhaps probably seems appears if assume depending depends vary`)
	advisingWords    = wordSet(`should must need needs consider ensure recommended advisable important essential crucial necessary`)
	readerWords      = wordSet(`you your i we our me my let us`)
	passageWords     = wordSet(`context passage passages information text sources`)
	textWords        = wordSet(`report article overview section answer response guide summary review analysis research search`)
	selfWords        = wordSet(`this my our`)
	exhibitWords     = wordSet(`table tables figure chart list section map diagram`)
	whereWords       = wordSet(`below above following`)
	givenWords       = wordSet(`provided given`)
	helpingWords     = wordSet(`hope searched provide offer explain outline discuss summarize glad sorry`)
	summingWords     = wordSet(`conclusion summary summarize ultimately overall lastly`)
	pointingWords    = wordSet(`this these it they that those such`)
	vagueWords       = wordSet(`various different several many some factors specific individual overall general generally often complex aspects`)
	negatingWords    = wordSet(`not no never nothing cannot n't`)
	meansWords       = wordSet(`by from through via with`)
)

// worthKinds are the reasons that a single word gives.
var worthKinds = []struct {
	reason string
	words  map[string]bool
}{
	{"causal", causalWords}, {"comparison", comparingWords}, {"attribution", attributingWords}, {"attribution", sayingVerbs},
	{"examples", exampleWords}, {"hedged", hedgingWords}, {"advice", advisingWords}, {"sums up", summingWords}, {"vague", vagueWords}, {"negated", negatingWords},
}

// measure is something that the sentence of a claim has more or less of.
type measure struct {
	name      string
	usual     float64 // how many of it a sentence has
	many, few string  // the reason where it has many more or many fewer
}

// The measures. A verb in its bare form stands in instructions and behind "can"
// and "to": it says what may be done rather than what is so. A pronoun leans on
// what another sentence says. Nouns, and what qualifies them and ties them
// together ("by", "from", "with"), are what there is to check.
var (
	bareVerbs  = &measure{"bare verbs", 1, "bare verbs", ""}
	pronouns   = &measure{"pronouns", 0, "pronouns", ""}
	nouns      = &measure{"nouns", 7, "many nouns", "few nouns"}
	adjectives = &measure{"adjectives", 2, "qualified", ""}
	means      = &measure{"means", 1, "means", ""}
	length     = &measure{"length", 20, "long", "short"}
)

// worthFeature is one thing that speaks for or against checking a claim.
type worthFeature struct {
	name string
	// value is 1 for what is either there or not, else the logarithm of how
	// often it is there against how often it usually is.
	value   float64
	measure *measure // nil for what is either there or not
}

// of measures n occurrences.
func (m *measure) of(n int) worthFeature {
	return worthFeature{m.name, math.Log((1 + float64(n)) / (1 + m.usual)), m}
}

// notable is the value from which a measure is a reason: 1.4 times the usual, one
// added to both, or as much less.
var notable = math.Log(1.4)

// reason returns what a reader is told of the feature, empty where it is as usual.
func (f *worthFeature) reason() string {
	switch {
	case f.measure == nil:
		return f.name
	case f.value >= notable:
		return f.measure.many
	case f.value <= -notable:
		return f.measure.few
	}
	return ""
}

// weigher finds what speaks for and against checking claims. It keeps what it
// counted in a sentence for the next claim of the same one.
type weigher struct {
	a        *article.Article
	sentence int // the one counted, -1 for none
	measures []worthFeature
	end      int // where the last letter or digit of it stands
}

func newWeigher(a *article.Article) *weigher { return &weigher{a: a, sentence: -1} }

// features returns what speaks for and against checking a claim: its own words,
// and the build of the sentence it stands in.
func (w *weigher) features(claim *article.Claim) []worthFeature {
	a := w.a
	var features []worthFeature
	flag := func(name string, set bool) {
		if set {
			features = append(features, worthFeature{name: name, value: 1})
		}
	}
	words := worthWords(a, claim)
	flag("names", len(claim.Entities) > 1)
	flag("name", len(claim.Entities) == 1)
	flag("dated", len(claim.Readings) > 0)
	flag("cited", len(claim.Citations) > 0)
	flag("not as fact", claim.Mood == article.Opinion || claim.Mood == article.Hypothetical || claim.Mood == article.Forecast)
	flag("points back", len(words) > 0 && pointingWords[words[0].low])
	flag("about the text", aboutTheText(words))
	flag("speaks to the reader", anyWord(words, addressing))
	flag("statistic", anyWord(words, isStatistic))
	flag("event", anyWord(words, func(w worthWord, _ bool) bool { return w.tag == "VBD" }))
	flag("term", anyWord(words, func(w worthWord, _ bool) bool { return isTerm(w.text) }))
	noted := map[string]bool{}
	for _, k := range worthKinds {
		if !noted[k.reason] && anyWord(words, func(w worthWord, _ bool) bool { return k.words[w.low] }) {
			noted[k.reason] = true
			flag(k.reason, true)
		}
	}
	if claim.Sentence < 0 { // the words of a table cell have no tags
		return append(features, length.of(len(words)))
	}
	if claim.Sentence != w.sentence {
		w.count(claim.Sentence)
	}
	flag("instruction", instructs(a, claim))
	flag("cited at its end", w.closed(claim))
	return append(features, w.measures...)
}

// count takes the measures of a sentence.
func (w *weigher) count(sentence int) {
	a := w.a
	var bare, pronoun, noun, adjective, mean, all int
	r := a.Sentences[sentence].Tokens
	for i := r.From; i < r.To; i++ {
		text := tokenText(a, i)
		if isPunct(text) {
			continue
		}
		all++
		switch a.Tokens[i].Tag {
		case "VB":
			bare++
		case "PRP", "PRP$":
			pronoun++
		case "NN", "NNS":
			noun++
		case "JJ":
			adjective++
		}
		if meansWords[strings.ToLower(text)] {
			mean++
		}
	}
	w.sentence = sentence
	w.measures = []worthFeature{bareVerbs.of(bare), pronouns.of(pronoun), nouns.of(noun), adjectives.of(adjective), means.of(mean), length.of(all)}
	span := a.Sentences[sentence].Span
	w.end = span.Start + strings.LastIndexFunc(a.Text[span.Start:span.End], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// closed reports whether a marker of the claim closes the sentence that was
// counted: nothing but marks stands behind it.
func (w *weigher) closed(claim *article.Claim) bool {
	for _, c := range slices.Backward(claim.Citations) {
		if w.a.Citations[c].Sentence == w.sentence && w.a.Citations[c].Marker.End > w.end {
			return true
		}
	}
	return false
}

// aboutTheText reports whether a claim opens by speaking of the text it is part of
// or of who writes it: "This report …", "Based on my research, …", "Here are …",
// "The table below …", "I hope this helps"; or of what it was written from: "the
// provided passages".
func aboutTheText(words []worthWord) bool {
	if len(words) < 2 {
		return false
	}
	opening := words[:min(len(words), 6)]
	switch second := words[1].low; words[0].low {
	case "here", "below":
		return second == "is" || second == "are"
	case "i", "let":
		return anyWord(opening, func(w worthWord, _ bool) bool { return helpingWords[w.low] })
	}
	for i, w := range words[1:] {
		before, opens := words[i].low, i+1 < len(opening)
		switch {
		case opens && textWords[w.low] && selfWords[before],
			opens && exhibitWords[before] && whereWords[w.low],
			opens && exhibitWords[w.low] && whereWords[before],
			passageWords[w.low] && givenWords[before]:
			return true
		}
	}
	return false
}

// instructs reports whether a claim begins with a verb in its bare form, at once or
// behind the head of a list's item: "Storage: keep the vials below 8 °C".
func instructs(a *article.Article, claim *article.Claim) bool {
	const farthest = 8 // words of a head
	to := a.Sentences[claim.Sentence].Tokens.To
	first := tokenAt(a, a.Sentences[claim.Sentence].Tokens, claim.Span.Start)
	for i := first; i < min(to, first+farthest); i++ {
		if tokenText(a, i) == ":" {
			first = i + 1
			break
		}
	}
	for first < to && isPunct(tokenText(a, first)) {
		first++
	}
	if first >= to {
		return false
	}
	return a.Tokens[first].Tag == "VB" || usualTag(strings.ToLower(tokenText(a, first))) == "VB"
}

// worthWord is one word of a claim as it is weighed.
type worthWord struct{ text, low, tag string }

// anyWord reports whether one of the words is such; is also hears whether it
// opens the claim.
func anyWord(words []worthWord, is func(w worthWord, first bool) bool) bool {
	for i, w := range words {
		if is(w, i == 0) {
			return true
		}
	}
	return false
}

// addressing reports whether a word stands for the writer or the reader: not the
// "US".
func addressing(w worthWord, _ bool) bool {
	return readerWords[w.low] && w.text != "US" && w.tag != "NNP"
}

// isStatistic reports whether a word is a figure; a number that opens a claim may
// count a list.
func isStatistic(w worthWord, first bool) bool {
	return w.tag == "CD" && !first || w.low == "percent" || w.low == "%"
}

// isTerm reports whether a word is an abbreviation or a designation: "COPD",
// "TiO2", "C3".
func isTerm(w string) bool {
	upper, digits, letters := 0, 0, 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			upper++
			letters++
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		case r != '-' && r != '.':
			return false
		}
	}
	return upper > 1 && letters < 10 || upper > 0 && digits > 0
}

// worthWords returns the words of a claim, without marks and markers: its tokens,
// or the words of a table cell, which has none.
func worthWords(a *article.Article, claim *article.Claim) []worthWord {
	var words []worthWord
	if claim.Sentence < 0 {
		for _, w := range wordsOf(a.Words(claim.Span), 0) {
			tag := ""
			if strings.ContainsAny(w.text, "0123456789") {
				tag = "CD"
			}
			words = append(words, worthWord{w.text, w.low, tag})
		}
		return words
	}
	r := a.Sentences[claim.Sentence].Tokens
	for i := tokenAt(a, r, claim.Span.Start); i < r.To && a.Tokens[i].Span.Start < claim.Span.End; i++ {
		text := tokenText(a, i)
		if isPunct(text) {
			continue
		}
		words = append(words, worthWord{text, strings.ToLower(text), a.Tokens[i].Tag})
	}
	return words
}
