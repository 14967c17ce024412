package when

import (
	"strings"
)

// anchorDay is the day of writing of the tests, a Wednesday.
var anchorDay = Day(Date{2025, 1, 15})

// say puts an expression on one line: its words, relation, readings and flaw.
func say(text string, e Expression) string {
	s := text[e.Start:e.End]
	if e.Kind != KindDate {
		return s + " = " + string(e.Kind)
	}
	s += " ="
	if e.Relation != In {
		s += " " + string(e.Relation)
	}
	for n, r := range e.Readings {
		if n > 0 {
			s += " or"
		}
		s += " " + r.String()
	}
	if e.Flaw != "" {
		s += " flaw: " + e.Flaw
	}
	if len(e.Readings) == 0 && e.Flaw == "" {
		s += " unknown"
	}
	return s
}

func sayAll(text string, anchor Interval) string {
	var all []string
	for _, e := range Find(text, anchor) {
		all = append(all, say(text, e))
	}
	return strings.Join(all, "; ")
}
