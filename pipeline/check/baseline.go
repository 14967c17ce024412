package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"citevet/pipeline/when"
)

// Baseline holds findings that are known and answered for until they are
// mended: one line each, sorted, so that two branches merge.
type Baseline struct{ Entries []BaselineEntry }

// BaselineEntry is one known finding. It is known again by its fingerprint, so
// that the article may be moved and edited around it.
type BaselineEntry struct {
	Fingerprint string
	Rule        string
	Article     string    // where it was found last, for readers
	Until       when.Date // the last day it is answered for; zero: as long as it is there
	Reason      string
	Line        int // of the file, from 1
}

const (
	baselineHead    = "# citevet baseline "
	baselineVersion = "1"
	baselineColumns = "# fingerprint\trule\tuntil\tarticle\treason"
)

// ReadBaseline reads a baseline as [Baseline.Bytes] writes it; blank lines and
// further comments are passed over. An error names the line and the way out.
func ReadBaseline(name string, data []byte) (Baseline, error) {
	var b Baseline
	fail := func(line int, format string, args ...any) (Baseline, error) {
		return Baseline{}, fmt.Errorf("%s:%d: %s", name, line, fmt.Sprintf(format, args...))
	}
	seen := map[string]int{}
	for i, line := range strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n") {
		at := i + 1
		switch {
		case i == 0 && !strings.HasPrefix(line, baselineHead):
			return fail(at, "this is no baseline: it does not begin with %q; write one with \"citevet baseline update\"", baselineHead+baselineVersion)
		case i == 0 && strings.TrimPrefix(line, baselineHead) != baselineVersion:
			return fail(at, "this is a baseline of version %q, and this citevet reads version %s; write it anew with \"citevet baseline update\"",
				strings.TrimPrefix(line, baselineHead), baselineVersion)
		case strings.TrimSpace(line) == "", strings.HasPrefix(line, "#"):
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			return fail(at, "an entry has 5 cells parted by tabs (fingerprint, rule, until, article, reason), this has %d", len(cells))
		}
		e := BaselineEntry{Fingerprint: cells[0], Rule: cells[1], Article: cells[3], Reason: strings.TrimSpace(cells[4]), Line: at}
		if cells[2] != "-" {
			day, err := time.Parse(time.DateOnly, cells[2])
			if err != nil {
				return fail(at, "until is a day like 2026-12-31, or - for no end, not %q", cells[2])
			}
			e.Until = when.DayOf(day)
		}
		if e.Reason == "" {
			return fail(at, "the entry for %s gives no reason; say why the finding may stay", e.Rule)
		}
		if first, twice := seen[e.Fingerprint]; twice {
			return fail(at, "the fingerprint stands in line %d already; take one out", first)
		}
		seen[e.Fingerprint] = at
		b.Entries = append(b.Entries, e)
	}
	return b, nil
}

// Bytes returns the baseline as a file, sorted by article, rule and fingerprint.
func (b Baseline) Bytes() []byte {
	entries := slices.Clone(b.Entries)
	slices.SortFunc(entries, func(x, y BaselineEntry) int {
		return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	var out strings.Builder
	out.WriteString(baselineHead + baselineVersion + "\n" + baselineColumns + "\n")
	for _, e := range entries {
		until := "-"
		if !e.Until.IsZero() {
			until = e.Until.String()
		}
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s\t%s\n", e.Fingerprint, e.Rule, until, oneCell(e.Article), oneCell(e.Reason))
	}
	return []byte(out.String())
}

// oneCell keeps words within their cell.
func oneCell(s string) string { return strings.Join(strings.Fields(s), " ") }

// Find returns the entry for a finding, and whether it still holds on a day.
func (b Baseline) Find(f Finding, day when.Date) (e BaselineEntry, holds bool) {
	i := slices.IndexFunc(b.Entries, func(e BaselineEntry) bool { return e.Fingerprint == f.Fingerprint })
	if i < 0 {
		return BaselineEntry{}, false
	}
	e = b.Entries[i]
	return e, e.Until.IsZero() || !e.Until.Before(day)
}
