package check

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Validate checks a list of rules once, at the door; what it accepts needs no
// checking later. The error names every fault of every rule.
func Validate(rules []*Rule) error {
	var errs []error
	seen := map[string]bool{}
	for i, r := range rules {
		if r == nil {
			errs = append(errs, fmt.Errorf("rule %d of the list is nil", i))
			continue
		}
		for _, fault := range r.faults() {
			errs = append(errs, fmt.Errorf("rule %q: %s", r.Name, fault))
		}
		if seen[r.Name] {
			errs = append(errs, fmt.Errorf("rule %q stands in the list twice", r.Name))
		}
		seen[r.Name] = true
	}
	return errors.Join(errs...)
}

var sinceVersion = regexp.MustCompile(`^\d+\.\d+$`)

func (r *Rule) faults() []string {
	var out []string
	require := func(ok bool, fault string) {
		if !ok {
			out = append(out, fault)
		}
	}
	first := []rune(r.Summary + " ")[0]
	require(isKebab(r.Name), "the name is not words of lower-case letters with hyphens")
	require(isKebab(r.Family), "the family is missing")
	require(r.Summary != "" && !unicode.IsUpper(first), "the summary does not begin in lower case")
	require(len(r.Summary) <= 110 && !strings.Contains(r.Summary, "\n"), "the summary is longer than a line of 110")
	require(!strings.HasSuffix(r.Summary, "."), "the summary ends in a full stop")
	require(sinceVersion.MatchString(r.Since), "since is not a version such as 0.1")
	require(r.Severity >= Info && r.Severity <= Error, "the severity is missing")
	require(!r.Decision || r.Severity == Error, "a decision rule reports errors")
	require(strings.HasPrefix(r.Page, "# "+r.Name+"\n"), "the page does not begin with the rule's name as its heading")
	require(r.run != nil || r.leave != nil && r.reduce != nil, "there is nothing to run")
	if fault := guard(r.Name, func() { optionsOf(r.defaults) }); fault != nil {
		out = append(out, fault.Message)
	}
	return out
}
