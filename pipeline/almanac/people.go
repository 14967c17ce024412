package almanac

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/when"
)

// SurnameOf returns the part of a full name that stands for the person: the
// last word with the particles before it ("von der Leyen"), without "Jr." and
// its like; the first word for countries that write the family name first.
func SurnameOf(person, country string) string {
	words := strings.Fields(person)
	for len(words) > 1 && slices.Contains(generations, fold(words[len(words)-1])) {
		words = words[:len(words)-1]
	}
	if len(words) < 2 {
		return strings.Trim(person, " ,")
	}
	if slices.Contains([]string{"CN", "TW", "KR", "KP", "VN", "KH"}, country) {
		return words[0]
	}
	at := len(words) - 1
	for at > 1 && startsLower(words[at-1]) {
		at--
	}
	return strings.Trim(strings.Join(words[at:], " "), ",")
}

// generations are what may follow a surname, folded.
var generations = []string{"jr", "sr", "ii", "iii", "iv"}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// match is which terms a name may mean.
type match struct {
	rows    []int // in the order of the files
	surname bool  // the name is a surname alone
	known   bool  // the whole name is known, not only the surname it ends in
}

// matching returns the terms of everyone that name can mean: those known under
// it, those whose full name it is but for middle initials, or, for a surname,
// all who bear it. Rows that give a surname alone are added for a full name too.
func (a *Almanac) matching(name string) match {
	if len(name) > maxPhrase {
		return match{}
	}
	words := foldWords(name)
	if rows := a.index.people[strings.Join(words, " ")]; len(rows) > 0 && len(words) > 1 {
		return match{rows: union(rows, a.surnameOnly(words, rows)), known: true}
	}
	for len(words) > 1 && slices.Contains(generations, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	full := strings.Join(words, " ")
	if rows := a.index.surnames[full]; len(rows) > 0 {
		return match{rows: union(rows, a.index.people[full]), surname: true, known: true}
	}
	rows := a.index.people[full]
	if len(rows) == 0 {
		rows = a.index.people[strings.Join(withoutInitials(words), " ")]
	}
	return match{rows: union(rows, a.surnameOnly(words, rows)), known: len(rows) > 0}
}

// nameless reports whether the row's source gives no more than a surname.
func (t Term) nameless() bool { return t.Office == leader && t.Person == t.Surname }

// surnameOnly returns the rows that know a person by surname alone, where words
// end in it; if others know the whole name, only those of their countries.
func (a *Almanac) surnameOnly(words []string, others []int) []int {
	var rows []int
	for i := 1; i < len(words); i++ {
		for _, row := range a.index.surnames[strings.Join(words[i:], " ")] {
			t := a.terms[row]
			compatriot := slices.ContainsFunc(others, func(o int) bool { return a.terms[o].Country == t.Country })
			if t.nameless() && (len(others) == 0 || compatriot) {
				rows = append(rows, row)
			}
		}
	}
	return rows
}

// withoutInitials drops the middle words of one letter or a run of initials.
func withoutInitials(words []string) []string {
	if len(words) < 3 {
		return words
	}
	out := []string{words[0]}
	for _, w := range words[1 : len(words)-1] {
		if utf8.RuneCountInString(w) > 2 {
			out = append(out, w)
		}
	}
	return append(out, words[len(words)-1])
}

func union(a, b []int) []int {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// People returns the full names of everyone that name can mean, in the order of
// the files; none where only surnames are known.
func (a *Almanac) People(name string) []string {
	var people []string
	for _, row := range a.matching(name).rows {
		t := a.terms[row]
		if !t.nameless() && !slices.Contains(people, t.Person) {
			people = append(people, t.Person)
		}
	}
	return people
}

// merged joins the terms of one person in one office that overlap or follow one
// another within a day, in the order they begin.
func merged(terms []Term) []Term {
	slices.SortStableFunc(terms, func(s, t Term) int {
		return cmp.Or(
			strings.Compare(s.Country, t.Country), strings.Compare(s.Office, t.Office),
			strings.Compare(s.Person, t.Person), s.When.From.Compare(t.When.From))
	})
	var out []Term
	for _, t := range terms {
		if n := len(out); n > 0 && continues(out[n-1], t) {
			out[n-1] = joined(out[n-1], t)
			continue
		}
		out = append(out, t)
	}
	sortByBeginning(out)
	return out
}

func sortByBeginning(terms []Term) {
	slices.SortStableFunc(terms, func(s, t Term) int { return s.When.From.Compare(t.When.From) })
}

func continues(s, t Term) bool {
	same := s.Person == t.Person && s.Office == t.Office && s.Country == t.Country && s.Acting == t.Acting
	return same && (s.OpenEnd || !s.When.To.AddDays(1).Before(t.When.From))
}

// joined returns one term for s and t, which begins no earlier. It is as sure
// of its beginning as the rows that give that day.
func joined(s, t Term) Term {
	sameStart := s.When.From == t.When.From
	if sameStart && t.Checked && !s.Checked {
		s.ID, s.Checked = t.ID, true
	}
	switch {
	case sameStart && s.OpenEnd && !t.OpenEnd:
		// One source ended before the term did, the other saw its end.
		s.OpenEnd, s.When.To = false, t.When.To
	case s.OpenEnd || t.OpenEnd && !sameStart:
		s.OpenEnd, s.When.To = true, when.Date{}
	case !t.OpenEnd && s.When.To.Before(t.When.To):
		s.When.To = t.When.To
	}
	return s
}
