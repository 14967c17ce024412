package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/bmatcuk/doublestar/v4"

	"citevet/pipeline/check"
)

// defaultBaseline is where known findings are kept unless the configuration says.
const defaultBaseline = "citevet-baseline.tsv"

// readBaseline reads the file of known findings, which need not be there.
func (c *config) readBaseline() error {
	if c.Baseline == "" {
		return nil
	}
	data, err := os.ReadFile(c.Baseline)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return unusable(c.Baseline, err)
	}
	if c.known, err = check.ReadBaseline(c.Baseline, data); err != nil {
		return &usageError{message: err.Error()}
	}
	for _, e := range c.known.Entries {
		if !slices.Contains(ruleNames(), e.Rule) {
			return usagef("%s:%d: there is no rule %q%s", c.Baseline, e.Line, e.Rule, didYouMean(e.Rule, ruleNames()))
		}
	}
	return nil
}

// accept says who answered for a finding: the configuration, the baseline, or
// the revision that had it already.
func (a *analysis) accept(name string, f check.Finding) (how, reason string, ok bool) {
	for _, s := range a.Allow {
		fits, _ := doublestar.Match(s.Path, name)
		if fits && s.Rule == f.Rule && (s.Until == "" || s.Until >= a.asOf.String()) {
			return "configuration", s.Reason, true
		}
	}
	if e, holds := a.known.Find(f, a.asOf); holds {
		return "baseline", e.Reason, true
	}
	if a.earlier[name][f.Fingerprint] {
		return "revision", "it was there at " + a.newFrom, true
	}
	return "", "", false
}

// tellBaseline says which entries of the baseline have ended, and how many match
// nothing in the articles that were judged.
func (a *analysis) tellBaseline(results []check.Result) {
	stale := staleEntries(a.known, results)
	for _, r := range results {
		for _, f := range r.Findings {
			if e, holds := a.known.Find(f, a.asOf); e.Line > 0 && !holds {
				a.tool.complain(fmt.Errorf("%s:%d: the entry for %s in %s ended on %s; mend the finding, or give the entry another day",
					a.Baseline, e.Line, e.Rule, r.Article.Name, e.Until))
			}
		}
	}
	if len(stale) > 0 && !a.tool.flags.quiet {
		a.tool.complain(fmt.Errorf("%s: %s of these articles; take them out with %q",
			a.Baseline, matchNothing(len(stale)), "citevet baseline prune"))
	}
}

func matchNothing(n int) string {
	if n == 1 {
		return "1 entry matches no finding"
	}
	return fmt.Sprintf("%d entries match no finding", n)
}

// staleEntries returns the entries of articles that were judged which match none
// of their findings.
func staleEntries(known check.Baseline, results []check.Result) []check.BaselineEntry {
	judged, found := map[string]bool{}, map[string]bool{}
	for _, r := range results {
		judged[r.Article.Name] = true
		for _, f := range r.Findings {
			found[f.Fingerprint] = true
		}
		for _, f := range r.Accepted {
			found[f.Fingerprint] = true
		}
	}
	var stale []check.BaselineEntry
	for _, e := range known.Entries {
		if judged[e.Article] && !found[e.Fingerprint] {
			stale = append(stale, e)
		}
	}
	return stale
}
