package almanac

import (
	"slices"
	"strings"
)

// spells are the words for the time someone leads a state, folded.
var spells = []string{
	"administration", "administrations", "government", "governments", "presidency", "premiership", "chancellorship", "cabinet", "era", "years",
	"term", "terms", "tenure", "rule", "reign", "regime", "leadership", "commission", "papacy", "pontificate", "white house", "led",
	"time in office", "mandate",
}

var ordinals = map[string]int{
	"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
}

// Administration returns the terms that "the Trump administration", "Biden's
// presidency", "the second Obama administration" or a bare surname or full name
// can mean: as head of state or government, or as the state's leader where a
// source does not tell which. Consecutive terms of one person are joined, unless
// an ordinal picks one of an office whose list is complete; an ambiguous surname ("Bush", "Johnson") returns all, in
// the order they begin. As with [Almanac.Holder], a surname yields checked terms
// only of offices whose list is complete.
func (a *Almanac) Administration(name string) []Term {
	if len(name) > maxPhrase {
		return nil
	}
	words, nth := spellWords(name)
	words, country := a.withoutTitle(words)
	if len(words) == 0 {
		return nil
	}
	m := a.matching(strings.Join(words, " "))
	if !m.known && strings.ContainsAny(name, "-–") {
		// "the Biden-Harris administration" is the first one's.
		m = a.matching(words[0])
	}
	if !m.known && country == "" {
		return nil // a stranger who shares a leader's surname
	}
	var listed, terms, led []Term
	for _, row := range m.rows {
		t := a.terms[row]
		kind := a.kind(t.Office)
		switch {
		case country != "" && t.Country != country:
		case t.Office == leader:
			led = append(led, t)
		case kind.leads && kind.lists(t.Country):
			listed = append(listed, t)
		case kind.leads:
			t.Checked = t.Checked && !m.surname
			terms = append(terms, t)
		}
	}
	// Elsewhere an ordinal may count cabinets, or terms that no row has.
	terms = append(byOrdinal(listed, nth), merged(terms)...)
	terms = append(terms, unlessCovered(merged(led), terms)...)
	sortByBeginning(terms)
	return terms
}

// spellWords returns the folded words of a phrase that stand for the person,
// and the number of the term it asks for, 0 for none.
func spellWords(phrase string) (words []string, nth int) {
	words = officeWords(phrase)
	for cut := true; cut && len(words) > 0; {
		cut = false
		for _, s := range spells {
			tail := strings.Fields(s)
			if len(words) > len(tail) && slices.Equal(words[len(words)-len(tail):], tail) {
				words, cut = words[:len(words)-len(tail)], true
			}
		}
		if n := ordinals[words[len(words)-1]]; n > 0 && len(words) > 1 {
			words, nth, cut = words[:len(words)-1], n, true
		}
		if n := ordinals[words[0]]; n > 0 && len(words) > 1 {
			words, nth, cut = words[1:], n, true
		}
		if len(words) > 2 && slices.Contains(spells, words[0]) && words[1] == "of" {
			words, cut = words[2:], true
		}
	}
	return words, nth
}

// withoutTitle takes an office or a country off the front of a name, and
// returns the country it names, if any.
func (a *Almanac) withoutTitle(words []string) (name []string, country string) {
	for n := min(len(words)-1, 6); n > 0; n-- {
		head := strings.Join(words[:n], " ")
		if office, at, ok := a.Office(head); ok && a.kind(office).leads {
			return words[n:], at
		}
		if c, ok := a.country(head); ok && c.Parent == "" {
			return words[n:], c.Code
		}
	}
	return words, ""
}

// byOrdinal joins consecutive terms, or keeps each person's nth: of the joined
// ones where there are several ("Trump's second term"), else of those the rows
// list one by one ("Obama's second term").
func byOrdinal(terms []Term, nth int) []Term {
	joint := merged(slices.Clone(terms))
	if nth == 0 {
		return joint
	}
	var out []Term
	for i := range joint {
		spells := samePost(joint, joint[i])
		if i > 0 && slices.ContainsFunc(joint[:i], func(t Term) bool { return isSamePost(t, joint[i]) }) {
			continue
		}
		if len(spells) == 1 {
			spells = samePost(terms, joint[i])
		}
		if nth <= len(spells) {
			out = append(out, spells[nth-1])
		}
	}
	return out
}

func samePost(terms []Term, t Term) []Term {
	var out []Term
	for _, s := range terms {
		if isSamePost(s, t) && (len(out) == 0 || out[len(out)-1].When.From != s.When.From) {
			out = append(out, s)
		}
	}
	sortByBeginning(out)
	return out
}

func isSamePost(s, t Term) bool {
	return s.Person == t.Person && s.Office == t.Office && s.Country == t.Country
}
