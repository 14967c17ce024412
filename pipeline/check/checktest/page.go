package checktest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// defaultAsOf is the day of the run for examples that do not name one.
var defaultAsOf = when.Date{Year: 2025, Month: 9, Day: 1}

// example is one fenced article of a page.
type example struct {
	name   string
	fine   bool // nothing may be found
	line   int  // of the opening fence, in the page
	format string
	asOf   when.Date
	dated  when.Interval
	source string // without the expectations
	want   []expectation
	parts  []part // of an example over several articles
}

// part is one article of an example over several.
type part struct {
	name  string
	dated when.Interval
}

// expectation is one //~ line.
type expectation struct {
	line     int // of the example's source, from 1: the line it stands under
	words    string
	severity check.Severity // 0: any
	message  *regexp.Regexp
	mended   string // the line as the finding's first fix leaves it; empty: not asked
}

func (e expectation) String() string {
	return fmt.Sprintf("line %d: %q: %s", e.line, e.words, e.message)
}

// sections are a page's second-level headings, in order; Options stands there
// exactly where the rule has some.
var sections = []string{"Why it matters", "How it decides", "Flagged", "Fine", "Options", "Measured"}

// page is a rule's page taken apart.
type page struct {
	sections []string
	examples []example
}

// parsePage reads a rule's Markdown page. Errors name the line.
func parsePage(text string) (page, error) {
	var p page
	var section, name string
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if h, ok := strings.CutPrefix(line, "## "); ok {
			section, name = h, ""
			p.sections = append(p.sections, h)
		}
		if h, ok := strings.CutPrefix(line, "### "); ok {
			name = h
		}
		fence := line[:len(line)-len(strings.TrimLeft(line, "`"))]
		if len(fence) < 3 {
			continue
		}
		end := i + 1
		for end < len(lines) && lines[end] != fence {
			end++
		}
		if end == len(lines) {
			return p, fmt.Errorf("line %d: the fence is never closed", i+1)
		}
		if section == "Flagged" || section == "Fine" {
			e := example{name: name, fine: section == "Fine", line: i + 1}
			if err := e.read(line[len(fence):], lines[i+1:end]); err != nil {
				return p, fmt.Errorf("line %d: %w", i+1, err)
			}
			p.examples = append(p.examples, e)
			name = ""
		}
		i = end
	}
	return p, nil
}

// read fills in an example from its info string and the lines of its fence.
func (e *example) read(info string, lines []string) error {
	if e.name == "" {
		return fmt.Errorf("the example has no heading of its own")
	}
	words := strings.Fields(info)
	if len(words) == 0 || words[0] != "text" && words[0] != "markdown" {
		return fmt.Errorf("the info string %q does not begin with text or markdown", info)
	}
	e.format, e.asOf = words[0], defaultAsOf
	for _, w := range words[1:] {
		key, value, _ := strings.Cut(w, "=")
		iv, ok := when.Parse(value, when.Interval{})
		switch {
		case !ok:
			return fmt.Errorf("%q in the info string is no date", w)
		case key == "as-of":
			e.asOf = iv.From
		case key == "dated":
			e.dated = iv
		default:
			return fmt.Errorf("%q in the info string is neither as-of=DATE nor dated=DATE", w)
		}
	}
	var kept []string
	for _, l := range lines {
		if head, ok := strings.CutPrefix(l, "=== "); ok {
			if err := e.begin(head); err != nil {
				return err
			}
		}
		if mended, ok := strings.CutPrefix(l, "//= "); ok {
			if len(e.want) == 0 {
				return fmt.Errorf("%q stands under no expectation", l)
			}
			e.want[len(e.want)-1].mended = mended
			continue
		}
		words, ok := strings.CutPrefix(strings.TrimSpace(l), "//~")
		if !ok {
			kept = append(kept, l)
			continue
		}
		w, err := readExpectation(strings.TrimSpace(words))
		if err != nil {
			return err
		}
		w.line = len(kept)
		e.want = append(e.want, w)
	}
	e.source = strings.Join(kept, "\n") + "\n"
	return nil
}

// readExpectation reads `warning "quoted span": regexp`, the severity optional.
func readExpectation(s string) (expectation, error) {
	var w expectation
	malformed := fmt.Errorf("//~ %s: want [severity] \"span\": regexp", s)
	if first, rest, ok := strings.Cut(s, " "); ok && !strings.HasPrefix(s, `"`) {
		if w.severity, ok = check.ParseSeverity(first); !ok {
			return w, malformed
		}
		s = rest
	}
	quoted, err := strconv.QuotedPrefix(s)
	if err != nil {
		return w, malformed
	}
	if w.words, err = strconv.Unquote(quoted); err != nil {
		return w, malformed
	}
	pattern, ok := strings.CutPrefix(s[len(quoted):], ": ")
	if !ok || pattern == "" {
		return w, malformed
	}
	w.message, err = regexp.Compile(pattern)
	return w, err
}
