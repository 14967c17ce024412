package brief

import (
	"cmp"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// diagnostic is one finding as other tools know it: a message at a place in a
// file. Each of their formats is written from these alone, so that all of them
// tell the same findings; those across articles stand at their first place.
type diagnostic struct {
	region
	rule     string
	severity check.Severity
	decision bool

	message string // lower case, no full stop; nothing in it acts, and it is one line
	line    string // the arithmetic that decides, or empty
	help    string
	claims  []string // IDs
	related []aside
	mends   []mend

	fingerprint string
	// key is the fingerprint, told apart where two articles have one: some tools
	// take findings of one name for one.
	key string
	// how and reason are those of a finding that somebody has answered for.
	how, reason string
}

// region is a run of a file's bytes, in every unit that a format counts in.
type region struct {
	file       string
	start, end spot
}

type spot struct {
	article.Position
	bytes  int // the column from 1 in bytes of UTF-8
	points int // code points of the file before it
}

// aside is another place that a finding speaks of.
type aside struct {
	region
	label string
}

// mend is a fix whose words stand in the file as they are read.
type mend struct {
	message string
	edits   []patch
	safe    bool
}

type patch struct {
	region
	text string
}

// maxAsides bounds the other places of one finding in formats that list them.
const maxAsides = 100

// locator finds places in one article's file.
type locator struct {
	a     *article.Article
	index *article.Index
}

func (l locator) region(s article.Span) region {
	start, end := l.index.Range(s)
	return region{l.a.Name, l.spot(start), l.spot(end)}
}

func (l locator) spot(p article.Position) spot {
	return spot{p, l.index.ByteColumn(p), l.index.Points(p)}
}

// diagnosticsOf returns the findings of a run, by article and consequence and
// then those across articles; and the findings that somebody has answered for.
func diagnosticsOf(results []check.Result, run Run) (found, accepted []diagnostic) {
	locators := make([]locator, len(results))
	for i, r := range results {
		l := locator{r.Article, article.NewIndex(&r.Article.Document)}
		locators[i] = l
		for _, f := range r.Findings {
			found = append(found, l.diagnostic(f))
		}
		for _, f := range r.Accepted {
			d := l.diagnostic(f.Finding)
			d.how, d.reason = f.How, f.Reason
			accepted = append(accepted, d)
		}
	}
	for _, f := range run.Across {
		found = append(found, acrossDiagnostic(locators, f))
	}
	seen := map[string]int{}
	tellKeysApart(seen, found)
	tellKeysApart(seen, accepted)
	return found, accepted
}

// forPrograms returns results with their articles under the names that programs find
// the files by: relative to the working folder where they lie below it.
func forPrograms(results []check.Result, run Run) []check.Result {
	out := slices.Clone(results)
	for i, r := range out {
		a := *r.Article
		a.Name = run.fileName(a.Name)
		out[i].Article = &a
	}
	return out
}

func (run Run) fileName(name string) string {
	if !absolute(name) && !strings.HasPrefix(name, "../") {
		return name
	}
	for _, folder := range run.Folders {
		whole := name
		if !absolute(name) {
			whole = path.Join(folder, name)
		}
		if below, ok := strings.CutPrefix(path.Clean(whole), strings.TrimRight(folder, "/")+"/"); ok {
			return below
		}
	}
	return name
}

func absolute(name string) bool { return path.IsAbs(name) || drivePath.MatchString(name) }

// drivePath is an absolute path of Windows, as citevet writes it.
var drivePath = regexp.MustCompile(`^[A-Za-z]:/`)

func tellKeysApart(seen map[string]int, list []diagnostic) {
	for i := range list {
		d := &list[i]
		d.key = d.fingerprint
		if seen[d.fingerprint]++; seen[d.fingerprint] > 1 {
			d.key = fmt.Sprintf("%s-%d", d.fingerprint, seen[d.fingerprint])
		}
	}
}

func (l locator) diagnostic(f check.Finding) diagnostic {
	d := diagnostic{
		region: l.region(f.Span), rule: f.Rule, severity: f.Severity, decision: f.Decision,
		message: visible(f.Message), line: visible(f.Line), help: visible(helpOf(f)), fingerprint: f.Fingerprint,
	}
	for _, c := range f.Claims {
		d.claims = append(d.claims, claimID(c))
	}
	for _, r := range f.Related[:min(len(f.Related), maxAsides)] {
		d.related = append(d.related, aside{l.region(r.Span), visible(r.Label)})
	}
	for _, x := range f.Fixes {
		if edits, ok := l.patches(x.Edits); ok {
			d.mends = append(d.mends, mend{visible(x.Message), edits, x.Safe})
		}
	}
	return d
}

// patches returns edits of the text as edits of the file; not ok where words
// stand otherwise in the file than they are read, as an entity of Markdown does.
func (l locator) patches(edits []check.Edit) ([]patch, bool) {
	var out []patch
	for _, e := range edits {
		r := l.region(e.Span)
		if string(l.a.Source[r.start.Offset:r.end.Offset]) != l.a.Words(e.Span) {
			return nil, false
		}
		out = append(out, patch{r, e.Text})
	}
	return out, len(out) > 0
}

func acrossDiagnostic(locators []locator, f check.BatchFinding) diagnostic {
	d := diagnostic{
		rule: f.Rule, severity: f.Severity, message: visible(f.Message), line: visible(f.Line), help: visible(f.Help),
		fingerprint: f.Fingerprint,
	}
	for i, p := range f.Places {
		at := locators[p.Article].region(p.Span)
		switch {
		case i == 0:
			d.region = at
		case i <= maxAsides:
			d.related = append(d.related, aside{at, visible(p.Label)})
		}
	}
	return d
}

// inOneLine is all that a format with a single line for a finding can say.
func (d diagnostic) inOneLine() string {
	return d.message + bracketed(d.line) + prefixed("; help: ", d.help)
}

// inLines is the same for a format with room.
func (d diagnostic) inLines() string {
	return strings.Join([]string{d.message, prefixed("\n", d.line), prefixed("\nhelp: ", d.help)}, "")
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

// gravestFirst returns findings as a reader takes them who sees the first few.
func gravestFirst(list []diagnostic) []diagnostic {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(x, y diagnostic) int {
		return cmp.Or(boolFirst(x.how == "", y.how == ""), boolFirst(x.decision, y.decision), cmp.Compare(y.severity, x.severity))
	})
	return sorted
}

// toolName names the tool that made a run.
func toolName(run Run) string { return cmp.Or(run.Tool, "citevet") }

// indented writes JSON for programs that people look into.
func indented(v any) ([]byte, error) {
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return append(inertJSON(data), '\n'), nil
}
