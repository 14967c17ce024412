package almanac

import "slices"

// leader is the office of rows that say who led a state without saying as what.
const leader = "leader"

// Holder returns the terms of a person in an office, consecutive ones joined,
// in the order they begin. The office may be any phrase [Almanac.Office] knows
// ("U.S. Secretary of State", "PM"); an empty country means any, or the one the
// phrase names. The person is a full name or a surname ("Rubio"), case and
// diacritics aside, and a surname returns everyone who bears it.
//
// Where the country is known, or other rows fit too, terms as the state's
// leader are returned for offices that lead a state, because their source does
// not say which office it was. A surname alone yields unchecked terms, since a
// namesake may be missing, unless the office's list is complete.
func (a *Almanac) Holder(office, country, person string) []Term {
	name, at, ok := a.Office(office)
	if !ok {
		return nil
	}
	if country == "" {
		country = at
	}
	kind := a.kind(name)
	m := a.matching(person)
	var terms, led, others []Term
	for _, row := range m.rows {
		t := a.terms[row]
		switch {
		case country != "" && t.Country != country:
		case t.Office == name:
			t.Checked = t.Checked && (!m.surname || kind.lists(t.Country))
			terms = append(terms, t)
		case t.Office == leader && kind.leads:
			led = append(led, t)
		case a.kind(t.Office).leads:
			others = append(others, t)
		}
	}
	terms = merged(terms)
	if country == "" && len(terms) == 0 {
		return nil
	}
	// Where another post explains why the person led the state, that they did
	// says nothing about this one.
	terms = append(terms, unlessCovered(unlessCovered(merged(led), terms), others)...)
	sortByBeginning(terms)
	return terms
}

// covered is how many days apart two lists may place the beginning of one term:
// the election, the oath or the first act.
const covered = 45

// unlessCovered returns the terms of led that begin when no term of known does.
func unlessCovered(led, known []Term) []Term {
	return slices.DeleteFunc(led, func(l Term) bool {
		return slices.ContainsFunc(known, func(k Term) bool {
			days := k.When.From.DaysUntil(l.When.From)
			return k.Country == l.Country && -covered <= days && days <= covered
		})
	})
}
