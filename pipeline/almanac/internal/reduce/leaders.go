package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"citevet/pipeline/almanac"
	"citevet/pipeline/when"
)

// inBrackets is what REIGN adds to names: "(acting)", "(2nd time)", "(f)".
var inBrackets = regexp.MustCompile(`\s*\([^)]*\)?`)

// reduceReign reduces the leaders of the Rulers, Elections and Irregular
// Governance data set. It says who led a state in fact, mostly by surname, from a
// day on and to the end of some month; it does not say in which office. The
// United States are left to their own list. Rows whose names were damaged, and
// San Marino's, which change twice a year and were cut short, are left out.
func reduceReign(data []byte, _ string) ([]almanac.Term, error) {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	for i, column := range rows[0] {
		at[column] = i
	}
	var terms []almanac.Term
	for _, row := range rows[1:] {
		country := reignCountry(row[at["stateabb"]], row[at["syear"]])
		person := reignName(row[at["leader"]])
		if country == "" || country == "US" || person == "" {
			continue
		}
		n := func(column string) int {
			v, _ := strconv.Atoi(row[at[column]])
			return v
		}
		from, ok := when.NewDate(n("syear"), time.Month(n("smonth")), n("sdate"))
		if !ok {
			return nil, fmt.Errorf("%s: the beginning cannot be read", strings.Join(row, ","))
		}
		t := almanac.Term{
			Person: person, Surname: almanac.SurnameOf(person, country), Office: "leader", Country: country,
			When: when.Interval{From: from}, OpenEnd: n("eyear") == 0,
			Acting: strings.Contains(row[at["leader"]], "acting"),
		}
		if !t.OpenEnd {
			t.When.To = when.Month(n("eyear"), time.Month(n("emonth"))).To
			if t.When.To.Before(from) {
				continue
			}
		}
		terms = append(terms, t)
	}
	return terms, nil
}

// reignName returns a leader's name in the order it is spoken, empty where the
// column does not hold a whole one.
func reignName(s string) string {
	s = strings.TrimSpace(inBrackets.ReplaceAllString(s, ""))
	if family, given, ok := strings.Cut(s, ", "); ok {
		s = strings.TrimSpace(given) + " " + family
	}
	for _, r := range s {
		if r == 'š' || r == unicode.ReplacementChar {
			return ""
		}
	}
	if strings.HasSuffix(s, "-") || strings.HasPrefix(s, "-") || strings.Contains(s, "- ") || strings.Contains(strings.ToLower(s), "junta") {
		return ""
	}
	return strings.Join(strings.Fields(s), " ")
}

// posts maps the positions of the world-leaders list to canonical offices.
var posts = map[string]string{"president": "president", "prime-minister": "prime minister", "chancellor": "chancellor", "monarch": "monarch"}

// reduceLeaders reduces the list of heads of state and government in office.
// Rows without a day, and those of unions of states, which name no single
// office, are left out.
func reduceLeaders(data []byte, _ string) ([]almanac.Term, error) {
	var rows []struct {
		Position string
		ISO      string `json:"iso_code"`
		Name     string
		Since    string
	}
	if err := json.Unmarshal(data, &rows); err != nil {
		return nil, err
	}
	var terms []almanac.Term
	for _, r := range rows {
		office, known := posts[r.Position]
		from, ok := parseDay(r.Since)
		if !ok || !known || len(r.ISO) != 2 || r.ISO == "EU" || r.ISO == "US" {
			continue
		}
		surname := almanac.SurnameOf(r.Name, r.ISO)
		if office == "monarch" {
			surname = r.Name
		}
		terms = append(terms, almanac.Term{
			Person: r.Name, Surname: surname, Office: office, Country: r.ISO,
			When: when.Interval{From: from}, OpenEnd: true, Checked: true,
		})
	}
	return terms, nil
}
