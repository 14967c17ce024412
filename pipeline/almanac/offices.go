package almanac

import (
	"slices"
	"strings"
)

// maxPhrase is the length in bytes beyond which words are no name of a person,
// an office, a country or an outlet. It bounds the time that a query takes.
const maxPhrase = 300

// asideWords may stand before a title without changing what office it is.
var asideWords = []string{"the", "then", "acting", "interim", "caretaker", "current", "incumbent", "sitting", "new", "newly", "appointed", "elected", "longtime"}

// notInOffice are words that take an office back or do not give it yet.
var notInOffice = []string{"former", "ex", "late", "elect", "designate", "nominee", "candidate", "hopeful", "onetime", "erstwhile", "would"}

// Office returns the canonical office that a title phrase names, and its
// country: the one the words name ("the Kazakh president", "President of
// France", "UK Prime Minister"), else the only one the bare title means
// ("Treasury Secretary" is American), else empty. It reports false for words
// that are no known title, and for those that deny or postpone the office
// ("former President", "Secretary of State-designate").
func (a *Almanac) Office(words string) (name, country string, ok bool) {
	if len(words) > maxPhrase {
		return "", "", false
	}
	w := officeWords(words)
	for len(w) > 1 && slices.Contains(asideWords, w[0]) {
		w = w[1:]
	}
	if len(w) == 0 || slices.Contains(notInOffice, w[0]) || slices.Contains(notInOffice, w[len(w)-1]) {
		return "", "", false
	}
	if o, ok := a.office(w); ok {
		return o.name, o.country, true
	}
	for n := min(len(w)-1, 6); n > 0; n-- {
		c, isCountry := a.country(strings.Join(w[:n], " "))
		if o, ok := a.office(w[n:]); ok && isCountry {
			return o.name, c.Code, true
		}
	}
	for n := 1; n < len(w); n++ {
		o, isOffice := a.office(w[:n])
		rest := w[n:]
		for len(rest) > 1 && (rest[0] == "of" || rest[0] == "the" || rest[0] == "for") {
			rest = rest[1:]
		}
		if c, ok := a.country(strings.Join(rest, " ")); ok && isOffice {
			return o.name, c.Code, true
		}
	}
	return "", "", false
}

func (a *Almanac) office(words []string) (office, bool) {
	i, ok := a.index.offices[strings.Join(words, " ")]
	if !ok {
		return office{}, false
	}
	return a.offices[i], true
}

// kind returns what is known of a canonical office; nothing where no row
// describes it.
func (a *Almanac) kind(name string) office {
	o, _ := a.office(foldWords(name))
	return o
}

// officeWords folds a phrase into words, possessive endings taken off and "the"
// at its front.
func officeWords(phrase string) []string {
	phrase = strings.ReplaceAll(phrase, "’", "'")
	phrase = strings.ReplaceAll(phrase+" ", "'s ", " ")
	phrase = strings.ReplaceAll(phrase, "s' ", "s ")
	words := foldWords(phrase)
	for len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return words
}

// Titles returns the forms of offices that stand before a holder's name
// ("President", "Prime Minister", "Sen."), as written, longest first and then
// in alphabetical order.
func (a *Almanac) Titles() []string {
	var titles []string
	for _, o := range a.offices {
		titles = append(titles, o.titles...)
	}
	slices.SortFunc(titles, func(s, t string) int {
		if len(s) != len(t) {
			return len(t) - len(s)
		}
		return strings.Compare(s, t)
	})
	return slices.Compact(titles)
}

// lists reports whether the rows hold every holder there has been in a country.
func (o office) lists(country string) bool { return o.complete != "" && o.complete == country }
