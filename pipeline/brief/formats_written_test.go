package brief

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"

	"citevet/pipeline/check"
)

// written is a format together with how a reader of it counts findings.
type written struct {
	name  string
	write func([]check.Result, Run) ([]byte, error)
	count func(t *testing.T, data []byte) int
}

func plainly(write func([]check.Result, Run) []byte) func([]check.Result, Run) ([]byte, error) {
	return func(results []check.Result, run Run) ([]byte, error) { return write(results, run), nil }
}

const countingTemplate = "{{range .articles}}{{range .findings}}{{.rule}}\n{{end}}{{end}}{{range .findings}}{{.rule}}\n{{end}}"

func forPeople(write func(io.Writer, []check.Result, Run, TerminalOptions) error) func([]check.Result, Run) ([]byte, error) {
	return func(results []check.Result, run Run) ([]byte, error) {
		var b bytes.Buffer
		err := write(&b, results, run, TerminalOptions{})
		return b.Bytes(), err
	}
}

func countedInTheLastLine(t *testing.T, data []byte) int {
	n := 0
	for _, m := range regexp.MustCompile(`(\d+) (?:decision error|error|warning|note)`).FindAllSubmatch(lastOfLines(data), -1) {
		n += number(t, m[1])
	}
	return n
}

// findingFormats are those that list findings.
var findingFormats = []written{
	{"terminal", forPeople(Terminal), countedInTheLastLine},
	{"concise", forPeople(Concise), func(t *testing.T, data []byte) int {
		n := len(regexp.MustCompile(`(?m)^.*:\d+:\d+: (?:error|warning|info)\[[a-z-]+\] `).FindAll(data, -1))
		if said := countedInTheLastLine(t, data); said != n {
			t.Errorf("it counts %d, and has %d", said, n)
		}
		return n
	}},
	{"narrated", forPeople(Narrated), countedInTheLastLine},
	{"json", func(results []check.Result, run Run) ([]byte, error) { return JSON(results, run, JSONOptions{}) }, func(t *testing.T, data []byte) int {
		all := decoded(t, data)
		n := len(list(all, "findings"))
		for _, a := range list(all, "articles") {
			n += len(list(a, "findings"))
		}
		return n
	}},
	{"jsonl", func(results []check.Result, run Run) ([]byte, error) { return JSONL(results, run, JSONOptions{}) }, func(t *testing.T, data []byte) int {
		n := 0
		for line := range bytes.Lines(data) {
			n += len(list(decoded(t, line), "findings"))
		}
		return n
	}},
	{"sarif", SARIF, func(t *testing.T, data []byte) int {
		n := 0
		for _, r := range list(list(decoded(t, data), "runs")[0], "results") {
			if r["suppressions"] == nil {
				n++
			}
		}
		return n
	}},
	{"github", plainly(GitHub), func(t *testing.T, data []byte) int {
		n := 0
		for _, c := range commands(t, data) {
			if title := c.properties["title"]; title != "problem" && title != "internal fault" && title != "unread" {
				n++
			}
		}
		return n
	}},
	{"github-summary", plainly(GitHubSummary), func(t *testing.T, data []byte) int {
		return len(regexp.MustCompile(`(?m)^\| (decision error|error|warning|info) `).FindAll(data, -1))
	}},
	{"gitlab", GitLab, func(t *testing.T, data []byte) int { return len(array(t, data)) }},
	{"junit", JUnit, func(t *testing.T, data []byte) int {
		var all junitSuites
		if err := xml.Unmarshal(data, &all); err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, s := range all.Suites {
			failures := 0
			for _, c := range s.Cases {
				if c.Failure != nil {
					failures++
				}
			}
			if failures != s.Failures || s.Tests != len(s.Cases) {
				t.Errorf("the suite %s says %d failures of %d, and has %d of %d", s.Name, s.Failures, s.Tests, failures, len(s.Cases))
			}
			n += failures
		}
		if n != all.Failures {
			t.Errorf("the suites have %d failures, and say %d", n, all.Failures)
		}
		return n
	}},
	{"checkstyle", Checkstyle, func(t *testing.T, data []byte) int {
		var all checkstyleReport
		if err := xml.Unmarshal(data, &all); err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, f := range all.Files {
			n += len(f.Errors)
		}
		return n
	}},
	{"rdjson", RDJSON, func(t *testing.T, data []byte) int { return len(list(decoded(t, data), "diagnostics")) }},
	{"rdjsonl", RDJSONL, func(t *testing.T, data []byte) int { return bytes.Count(data, []byte("\n")) }},
	{"annotation", Annotations, func(t *testing.T, data []byte) int { return len(list(decoded(t, data), "items")) }},
	{"template", func(results []check.Result, run Run) ([]byte, error) {
		form, err := ParseTemplate("rules.tmpl", []byte(countingTemplate))
		if err != nil {
			return nil, err
		}
		return form.Execute(results, run, JSONOptions{})
	}, func(t *testing.T, data []byte) int { return bytes.Count(data, []byte("\n")) }},
}

func lastOfLines(data []byte) []byte {
	lines := bytes.Split(bytes.TrimSpace(data), []byte("\n"))
	return lines[len(lines)-1]
}

func number(t *testing.T, digits []byte) int {
	t.Helper()
	var n int
	if err := json.Unmarshal(digits, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func array(t *testing.T, data []byte) []object {
	t.Helper()
	var all []object
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// command is a workflow command as the runner of GitHub Actions reads a line.
type command struct {
	name       string
	properties map[string]string
	message    string
}

var commandLine = regexp.MustCompile(`^::([a-z]+) ([^:]*)::(.*)$`)

// commands reads a log; every line has to be a command.
func commands(t *testing.T, data []byte) []command {
	t.Helper()
	var all []command
	for line := range strings.Lines(string(data)) {
		parts := commandLine.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if parts == nil {
			t.Fatalf("the line %q is no command", line)
		}
		c := command{parts[1], map[string]string{}, runnerData(parts[3])}
		for property := range strings.SplitSeq(parts[2], ",") {
			name, value, _ := strings.Cut(property, "=")
			c.properties[name] = strings.NewReplacer("%3A", ":", "%2C", ",").Replace(runnerData(value))
		}
		all = append(all, c)
	}
	return all
}

func runnerData(s string) string {
	return strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%").Replace(s)
}
