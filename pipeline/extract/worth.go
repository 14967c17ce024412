package extract

import (
	"math"
	"sort"
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
	textWords        = wordSet(`context passage passages question answer information provided given following`)
	summingWords     = wordSet(`conclusion summary summarize ultimately overall lastly`)
	pointingWords    = wordSet(`this these it they that those such`)
	vagueWords       = wordSet(`various different several many some factors specific individual overall general generally often complex aspects`)
	negatingWords    = wordSet(`not no never nothing cannot n't`)
)

// worthWord is one word of a claim as it is weighed.
type worthWord struct{ text, low, tag string }

// weigh gives a claim its check-worthiness, 0 to 1, with the reasons in the
// order of their names. A half is a claim as worth checking as the average.
func weigh(a *article.Article, claim *article.Claim) {
	claim.Reasons = reasonsFor(a, claim)
	sum := worthBase
	for _, r := range claim.Reasons {
		sum += worthWeights[r]
	}
	claim.Worth = math.Round(100/(1+math.Exp(-sum))) / 100
}

// reasonsFor returns what raises or lowers the worth of a claim.
func reasonsFor(a *article.Article, claim *article.Claim) []string {
	words := worthWords(a, claim)
	has := map[string]bool{
		"names":       len(claim.Entities) > 1,
		"name":        len(claim.Entities) == 1,
		"dated":       len(claim.Readings) > 0,
		"cited":       len(claim.Citations) > 0,
		"not as fact": claim.Mood == article.Opinion || claim.Mood == article.Hypothetical || claim.Mood == article.Forecast,
		"short":       len(words) < 9,
		"long":        len(words) > 24,
		"points back": len(words) > 0 && pointingWords[words[0].low],
	}
	for i, w := range words {
		noteWord(has, w, i == 0)
	}
	var reasons []string
	for r, ok := range has {
		if ok {
			reasons = append(reasons, r)
		}
	}
	sort.Strings(reasons)
	return reasons
}

// noteWord notes the kinds that one word speaks for.
func noteWord(has map[string]bool, w worthWord, first bool) {
	low := w.low
	switch {
	case w.tag == "CD" && !first || low == "percent" || low == "%":
		has["statistic"] = true
	case w.tag == "VBD":
		has["event"] = true
	}
	if isTerm(w.text) {
		has["term"] = true
	}
	for _, k := range []struct {
		reason string
		words  map[string]bool
	}{
		{"causal", causalWords}, {"comparison", comparingWords}, {"attribution", attributingWords}, {"attribution", sayingVerbs},
		{"examples", exampleWords}, {"hedged", hedgingWords}, {"advice", advisingWords}, {"speaks to the reader", readerWords},
		{"about the text", textWords}, {"sums up", summingWords}, {"vague", vagueWords}, {"negated", negatingWords},
	} {
		if k.words[low] {
			has[k.reason] = true
		}
	}
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
