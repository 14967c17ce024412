package main

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"citevet/pipeline/almanac"
	"citevet/pipeline/when"
)

// member is a person in the lists of unitedstates/congress-legislators.
type member struct {
	Name struct {
		First, Middle, Nickname, Last, Suffix string
		Official                              string `yaml:"official_full"`
	}
	Terms []struct{ Type, Start, End string }
}

// offices maps the lists' types of term to canonical offices.
var offices = map[string]string{"prez": "president", "viceprez": "vice president", "sen": "senator", "rep": "representative"}

// recess is the most days between the end of one term in Congress and the
// beginning of the next of someone who stayed: a Congress used to convene some
// days after the constitutional 3 January.
const recess = 7

// reduceExecutive keeps each term as it was given, because "the second Obama
// administration" is one of them.
func reduceExecutive(data []byte, until string) ([]almanac.Term, error) {
	var members []member
	if err := yaml.Unmarshal(data, &members); err != nil {
		return nil, err
	}
	// "George Bush" is two people: middle initials tell them apart.
	namesakes := map[string]int{}
	for _, m := range members {
		namesakes[m.common()]++
	}
	var terms []almanac.Term
	for _, m := range members {
		person := m.common()
		if namesakes[person] > 1 {
			person = m.withInitials()
		}
		got, err := m.terms(person, until)
		if err != nil {
			return nil, err
		}
		terms = append(terms, got...)
	}
	return terms, nil
}

// reduceLegislators joins the terms that someone served in one chamber without
// a break.
func reduceLegislators(data []byte, until string) ([]almanac.Term, error) {
	var members []member
	if err := yaml.Unmarshal(data, &members); err != nil {
		return nil, err
	}
	var terms []almanac.Term
	for _, m := range members {
		got, err := m.terms(m.common(), until)
		if err != nil {
			return nil, err
		}
		terms = append(terms, unbroken(got)...)
	}
	for i := range terms {
		// Former representatives are not listed, and there are many: a
		// namesake among them can not be ruled out.
		terms[i].Checked = terms[i].Office != "representative"
	}
	return terms, nil
}

// unbroken joins consecutive terms in one office.
func unbroken(terms []almanac.Term) []almanac.Term {
	var out []almanac.Term
	for _, t := range terms {
		if n := len(out); n > 0 && out[n-1].Office == t.Office && !out[n-1].When.To.AddDays(recess).Before(t.When.From) {
			out[n-1].When.To, out[n-1].OpenEnd = t.When.To, t.OpenEnd
			continue
		}
		out = append(out, t)
	}
	return out
}

func (m member) terms(person, until string) ([]almanac.Term, error) {
	var terms []almanac.Term
	for _, t := range m.Terms {
		office, ok := offices[t.Type]
		from, fromOK := parseDay(t.Start)
		to, toOK := parseDay(t.End)
		if !ok || !fromOK || !toOK {
			return nil, fmt.Errorf("%s: term %q from %q to %q cannot be read", person, t.Type, t.Start, t.End)
		}
		term := almanac.Term{
			Person: person, Surname: m.Name.Last, Names: m.names(person), Office: office, Country: "US",
			When: when.Interval{From: from, To: to}, Checked: true,
		}
		if t.End > until {
			term.OpenEnd, term.When.To = true, when.Date{}
		}
		terms = append(terms, term)
	}
	return terms, nil
}

// common returns the name a person commonly goes by.
func (m member) common() string {
	if m.Name.Nickname != "" {
		return m.Name.Nickname + " " + m.Name.Last
	}
	return m.Name.First + " " + m.Name.Last
}

// withInitials returns "George H. W. Bush", or the common name where there is
// no middle name.
func (m member) withInitials() string {
	if m.Name.Middle == "" {
		return m.common()
	}
	name := m.Name.First
	for word := range strings.FieldsSeq(m.Name.Middle) {
		name += " " + word[:1] + "."
	}
	return name + " " + m.Name.Last
}

// names returns the forms of a name besides person. What stands in quotation
// marks in the official one is the nickname.
func (m member) names(person string) []string {
	forms := []string{m.common(), m.Name.First + " " + m.Name.Last, m.withInitials()}
	if m.Name.Middle != "" {
		forms = append(forms, m.Name.First+" "+m.Name.Middle+" "+m.Name.Last)
	}
	if !strings.ContainsAny(m.Name.Official, "\"“") && m.Name.Official != "" {
		forms = append(forms, m.Name.Official)
	}
	var names []string
	for _, f := range forms {
		if f != person && !slices.Contains(names, f) {
			names = append(names, f)
		}
	}
	return names
}

func parseDay(s string) (when.Date, bool) {
	var d when.Date
	if _, err := fmt.Sscanf(s, "%04d-%02d-%02d", &d.Year, &d.Month, &d.Day); err != nil {
		return when.Date{}, false
	}
	return when.NewDate(d.Year, d.Month, d.Day)
}
