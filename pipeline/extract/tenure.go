package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
)

// tenure is an office or administration that a text uses as a time: "under the
// Biden administration", "during her term as chancellor", "since he took office".
type tenure struct {
	span  article.Span
	terms []almanac.Term
	// doubt says why the phrase may not date what is told, else empty.
	doubt string
}

const (
	doubtTitle     = "a title before a name need not date what its bearer says"
	doubtAgent     = "the administration is named as who acts, not as a time"
	doubtUnchecked = "the almanac row is unchecked"
	doubtDated     = "only the article's own date excludes the other term"
)

// word is a run of letters, digits, dots and hyphens, or one mark.
type word struct {
	article.Span
	text string // as written
	low  string // lower case
}

// wordsOf cuts text at spaces and marks, with "’s" a word of its own. It needs
// no tags, so it serves table heads as well as sentences.
func wordsOf(text string, at int) []word {
	var words []word
	add := func(from, to int) {
		if from < to {
			words = append(words, word{article.Span{Start: at + from, End: at + to}, text[from:to], strings.ToLower(text[from:to])})
		}
	}
	start := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == '-':
		case (r == '\'' || r == '’') && strings.HasPrefix(text[i+n:], "s"):
			add(start, i)
			add(i, i+n+1)
			start = i + n + 1
			n++
		default:
			add(start, i)
			if !unicode.IsSpace(r) {
				add(i, i+n)
			}
			start = i + n
		}
		i += n
	}
	add(start, len(text))
	for i := range words {
		w := &words[i]
		if trimmed := strings.TrimRight(w.text, ".-"); strings.Count(w.text, ".") == 1 && trimmed != "" && len(trimmed) > 2 {
			w.End -= len(w.text) - len(trimmed)
			w.text, w.low = trimmed, w.low[:len(trimmed)]
		}
	}
	return words
}

var tenurePrepositions = map[string]bool{"under": true, "during": true, "throughout": true, "since": true, "with": true, "in": true, "after": true}

// reignNouns name a time of office; the first three also name the people who govern.
var reignNouns = map[string]bool{
	"administration": true, "government": true, "cabinet": true, "presidency": true, "premiership": true, "chancellorship": true, "tenure": true,
	"term": true, "reign": true, "papacy": true, "years": true,
}

var governNouns = map[string]bool{"administration": true, "government": true, "cabinet": true}

// findTenures reads the offices that text uses as times.
func findTenures(text string, at int, alm *almanac.Almanac) []tenure {
	words := wordsOf(text, at)
	var found []tenure
	for i := 0; i < len(words); i++ {
		t, next, ok := tenureAt(words, i, alm)
		if !ok {
			t, next, ok = agentAt(words, i, alm)
		}
		if !ok {
			t, next, ok = speakerAt(words, i, alm)
		}
		if ok && len(t.terms) > 0 {
			found = append(found, t)
			i = next - 1
		}
	}
	return found
}

// tenureAt reads a tenure that begins with the preposition at i.
func tenureAt(words []word, i int, alm *almanac.Almanac) (tenure, int, bool) {
	prep := words[i].low
	if !tenurePrepositions[prep] {
		return tenure{}, 0, false
	}
	j := skipArticle(words, i+1)
	ordinal := ""
	if j < len(words) && (words[j].low == "first" || words[j].low == "second") {
		ordinal = words[j].low
		j++
	}
	from := j
	for j < len(words) && j-from < 8 && properWord(words[j]) && !reignNouns[words[j].low] {
		j++
	}
	if j == from {
		return tenure{}, 0, false
	}
	person := words[from:j]
	reign, named := 0, j
	for k := j; k < len(words) && k-j < 5; k++ {
		switch {
		case words[k].low == "'s" || words[k].low == "’s", words[k].low == "first", words[k].low == "second":
			continue
		case reignNouns[words[k].low]:
			named, reign = k+1, reign+1
			continue
		}
		break
	}
	switch {
	case reign > 0 && (prep != "with" && prep != "in" && prep != "after" || holdsOffice(words[j:named])):
		return reignOf(words[i], words[named-1], person, ordinal+ordinalIn(words[j:named]), alm), named, true
	case prep == "under":
		return officeOf(words[i], words[j-1], person, alm), j, true
	case prep == "since" || prep == "after":
		if j < len(words) && words[j].low == "became" {
			return becameOf(words, i, j, alm)
		}
		if j+1 < len(words) && words[j].low == "took" && (words[j+1].low == "office" || words[j+1].low == "power") {
			return reignOf(words[i], words[j+1], person, "", alm), j + 2, true
		}
	}
	return tenure{}, 0, false
}

func skipArticle(words []word, i int) int {
	if i < len(words) {
		switch words[i].low {
		case "the", "a", "an", "then", "current", "new":
			return i + 1
		}
	}
	return i
}

func properWord(w word) bool {
	r, _ := utf8.DecodeRuneInString(w.text)
	return unicode.IsUpper(r) || w.low == "of" || w.low == "de" || w.low == "von" || w.low == "van" || w.low == "al"
}

// holdsOffice reports whether the nouns name the time in office, not only the
// people who govern: "with the Trump administration" is no time, "with the
// Trump administration's tenure" is.
func holdsOffice(words []word) bool {
	for _, w := range words {
		if reignNouns[w.low] && !governNouns[w.low] {
			return true
		}
	}
	return false
}

func ordinalIn(words []word) string {
	for _, w := range words {
		if w.low == "first" || w.low == "second" {
			return w.low
		}
	}
	return ""
}

// reignOf asks the almanac for the governments of the person named.
func reignOf(first, last word, person []word, ordinal string, alm *almanac.Almanac) tenure {
	name := nameOf(person, alm)
	terms := alm.Administration(name)
	if len(terms) == 2 {
		switch ordinal {
		case "first":
			terms = terms[:1]
		case "second":
			terms = terms[1:]
		}
	}
	return tenure{span: article.Span{Start: first.Start, End: last.End}, terms: terms}
}

// officeOf reads "under Secretary of State Marco Rubio" and "under Obama".
func officeOf(first, last word, person []word, alm *almanac.Almanac) tenure {
	t := tenure{span: article.Span{Start: first.Start, End: last.End}}
	title, name := splitTitle(person, alm)
	if title == "" {
		t.terms = alm.Administration(name)
	} else if office, country, ok := alm.Office(title); ok {
		t.terms = alm.Holder(office, country, name)
	}
	return t
}

// agentAt reads "The X administration", which opens the text, as who acts: what it did cannot have been
// known before it was there.
func agentAt(words []word, i int, alm *almanac.Almanac) (tenure, int, bool) {
	if i > 0 || words[i].low != "the" {
		return tenure{}, 0, false
	}
	j := i + 1
	for j < len(words) && j-i < 5 && properWord(words[j]) && !governNouns[words[j].low] {
		j++
	}
	if j == i+1 || j+1 >= len(words) || words[j].low != "administration" || words[j+1].low == "'s" || words[j+1].low == "’s" {
		return tenure{}, 0, false
	}
	t := reignOf(words[i], words[j], words[i+1:j], "", alm)
	t.doubt = doubtAgent
	return t, j + 1, true
}

// becameOf reads "since X became prime minister", whose verb stands at j.
func becameOf(words []word, i, j int, alm *almanac.Almanac) (tenure, int, bool) {
	from := skipArticle(words, j+1)
	for to := min(len(words), from+8); to > from; to-- {
		office, country, ok := alm.Office(joinWords(words[from:to]))
		if !ok {
			continue
		}
		_, name := splitTitle(words[skipArticle(words, i+1):j], alm)
		return tenure{span: article.Span{Start: words[i].Start, End: words[to-1].End}, terms: alm.Holder(office, country, name)}, to, true
	}
	return tenure{}, 0, false
}

// speakerAt reads "Secretary of State X said": the speaker's office hints at
// when the words were said.
func speakerAt(words []word, i int, alm *almanac.Almanac) (tenure, int, bool) {
	if !properWord(words[i]) || i > 0 && (words[i-1].low == "former" || words[i-1].low == "then" || words[i-1].low == "ex" || properWord(words[i-1])) {
		return tenure{}, 0, false
	}
	j := i
	for j < len(words) && j-i < 10 && properWord(words[j]) {
		j++
	}
	if j-i < 2 || j >= len(words) || !sayingVerbs[words[j].low] {
		return tenure{}, 0, false
	}
	title, name := splitTitle(words[i:j], alm)
	if title == "" {
		return tenure{}, 0, false
	}
	office, country, ok := alm.Office(title)
	if !ok {
		return tenure{}, 0, false
	}
	t := tenure{span: article.Span{Start: words[i].Start, End: words[j-1].End}, terms: alm.Holder(office, country, name), doubt: doubtTitle}
	return t, j, true
}

// nameOf is the person's name without a title before it.
func nameOf(person []word, alm *almanac.Almanac) string {
	_, name := splitTitle(person, alm)
	return name
}

// splitTitle parts "Secretary of State Marco Rubio" into the longest run of
// words that the almanac knows as an office, and the name after it.
func splitTitle(words []word, alm *almanac.Almanac) (title, name string) {
	for n := len(words) - 1; n > 0; n-- {
		head := joinWords(words[:n])
		if _, _, ok := alm.Office(head); ok {
			return head, joinWords(words[n:])
		}
	}
	return "", joinWords(words)
}

func joinWords(words []word) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.text
	}
	return strings.Join(parts, " ")
}

// readingsOf turns a tenure into the readings it allows, one a term.
func readingsOf(a *article.Article, t tenure, basis article.Basis, how string) []article.Reading {
	var readings []article.Reading
	for _, term := range t.terms {
		doubt := t.doubt
		if doubt == "" && !term.Checked {
			doubt = doubtUnchecked
		}
		readings = append(readings, article.Reading{
			When: term.When, Shape: article.Point, Basis: basis, Doubt: doubt,
			Because: []article.Premise{{
				What: "in office", Words: a.Text[t.span.Start:t.span.End], Span: t.span, Almanac: term.ID,
				When: term.When, How: how, Doubt: doubt,
			}},
		})
	}
	return readings
}
