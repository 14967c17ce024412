package brief

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"citevet/pipeline/check"
)

type rdResult struct {
	Source      rdSource       `json:"source"`
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Source      *rdSource      `json:"source,omitempty"` // in a line of its own
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"relatedLocations,omitempty"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

// rdPosition counts columns from 1 in bytes of UTF-8; an end is the first byte
// that no longer belongs.
type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

// RDJSON returns the findings of all articles in reviewdog's format, as one
// object.
func RDJSON(results []check.Result, run Run) ([]byte, error) {
	return indented(rdResult{rdSource{toolName(run)}, rdDiagnostics(results, run)})
}

// RDJSONL returns the same with a finding a line.
func RDJSONL(results []check.Result, run Run) ([]byte, error) {
	var out bytes.Buffer
	line := json.NewEncoder(&out)
	for _, d := range rdDiagnostics(results, run) {
		d.Source = &rdSource{toolName(run)}
		if err := line.Encode(d); err != nil {
			return nil, fmt.Errorf("write JSON: %w", err)
		}
	}
	return inertJSON(out.Bytes()), nil
}

func rdDiagnostics(results []check.Result, run Run) []rdDiagnostic {
	results = forPrograms(results, run)
	sources := map[string][]byte{}
	for _, r := range results {
		sources[r.Article.Name] = r.Article.Source
	}
	out := []rdDiagnostic{}
	found, _ := diagnosticsOf(results, run)
	for _, d := range found {
		one := rdDiagnostic{
			Message: d.inLines(), Location: rdLocationOf(d.region), Severity: strings.ToUpper(d.severity.String()), Code: rdCode{d.rule},
		}
		for _, r := range d.related {
			one.Related = append(one.Related, rdRelated{r.label, rdLocationOf(r.region)})
		}
		for _, m := range d.mends {
			if s, ok := rdSuggestionOf(sources[d.file], m); ok && s.Range.on(one.Location.Range) {
				one.Suggestions = append(one.Suggestions, s)
			}
		}
		out = append(out, one)
	}
	return out
}

func rdLocationOf(r region) rdLocation { return rdLocation{r.file, rdRangeOf(r)} }

func rdRangeOf(r region) rdRange {
	return rdRange{rdPosition{r.start.Line, r.start.bytes}, rdPosition{r.end.Line, r.end.bytes}}
}

// on reports whether a suggestion is for the lines of its finding: reviewdog posts
// an error in the place of any other.
func (r rdRange) on(finding rdRange) bool {
	return r.Start.Line == finding.Start.Line && r.End.Line == finding.End.Line
}

// rdSpread is how many bytes one suggestion may replace.
const rdSpread = 4000

// rdSuggestionOf writes a fix as the one replacement that a suggestion is, with
// what stands between its edits; not ok where they lie far apart.
func rdSuggestionOf(source []byte, m mend) (rdSuggestion, bool) {
	first, last := m.edits[0].region, m.edits[len(m.edits)-1].region
	if last.end.Offset-first.start.Offset > rdSpread {
		return rdSuggestion{}, false
	}
	var text strings.Builder
	at := first.start.Offset
	for _, e := range m.edits {
		text.Write(source[at:e.start.Offset])
		text.WriteString(e.text)
		at = e.end.Offset
	}
	return rdSuggestion{rdRangeOf(region{first.file, first.start, last.end}), text.String()}, true
}
