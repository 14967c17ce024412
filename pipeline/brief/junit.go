package brief

import (
	"encoding/xml"
	"fmt"

	"citevet/pipeline/check"
)

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Failure *junitFailure `xml:"failure"`
	Error   *junitFailure `xml:"error"`
	Skipped *junitSkipped `xml:"skipped"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

// JUnit returns the findings of all articles as JUnit's XML: a suite an article,
// a failing case a finding with the file as its class, and a passing one for
// each rule that ran and had nothing to say. A finding that somebody has
// answered for is a skipped case; a rule that failed itself, and an input that could
// not be read, are errors.
func JUnit(results []check.Result, run Run) ([]byte, error) {
	results = forPrograms(results, run)
	all := junitSuites{Name: toolName(run)}
	found, accepted := diagnosticsOf(results, run)
	across := found[len(found)-len(run.Across):]
	for _, r := range results {
		suite := junitSuite{Name: visible(r.Article.Name)}
		seen := map[string]bool{}
		n, k := len(r.Findings), len(r.Accepted)
		suite.add(seen, found[:n])
		suite.add(seen, accepted[:k])
		found, accepted = found[n:], accepted[k:]
		for _, f := range r.Faults {
			seen[f.Rule] = true
			suite.Errors++
			suite.Cases = append(suite.Cases, junitCase{Name: f.Rule, Class: suite.Name, Error: &junitFailure{visible(f.Message), "internal fault", ""}})
		}
		for _, m := range r.Rules {
			if !seen[m.Name] {
				suite.Cases = append(suite.Cases, junitCase{Name: m.Name, Class: suite.Name})
			}
		}
		all.add(suite)
	}
	for _, suite := range unreadJUnit(run) {
		all.add(suite)
	}
	if len(across) > 0 {
		suite := junitSuite{Name: "across articles"}
		suite.add(map[string]bool{}, across)
		all.add(suite)
	}
	return asXML(all)
}

func (all *junitSuites) add(s junitSuite) {
	s.Tests = len(s.Cases)
	all.Tests += s.Tests
	all.Failures += s.Failures
	all.Suites = append(all.Suites, s)
}

// add appends the cases of findings and notes their rules.
func (s *junitSuite) add(seen map[string]bool, list []diagnostic) {
	for _, d := range list {
		seen[d.rule] = true
		one := junitCase{Name: s.caseName(seen, d), Class: visible(d.file)}
		if d.how != "" {
			one.Skipped = &junitSkipped{visible(d.how + ": " + d.reason)}
			s.Skipped++
		} else {
			one.Failure = &junitFailure{d.message, junitType(d), fmt.Sprintf("%s:%d:%d\n%s", visible(d.file), d.start.Line, d.start.Column, d.inLines())}
			s.Failures++
		}
		s.Cases = append(s.Cases, one)
	}
}

func junitType(d diagnostic) string {
	if d.decision {
		return "decision"
	}
	return d.severity.String()
}

// caseName names a finding's case; servers take cases of one name for one.
func (s *junitSuite) caseName(seen map[string]bool, d diagnostic) string {
	name := fmt.Sprintf("%s at %d:%d", d.rule, d.start.Line, d.start.Column)
	if seen[name] {
		name += " (" + d.key + ")"
	}
	seen[name] = true
	return name
}

func asXML(v any) ([]byte, error) {
	data, err := xml.MarshalIndent(v, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write XML: %w", err)
	}
	data = logCommand.ReplaceAll(data, []byte("&#35;#$1"))
	return append([]byte(xml.Header), append(data, '\n')...), nil
}
