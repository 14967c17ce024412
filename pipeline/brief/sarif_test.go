package brief

import (
	"fmt"
	"strings"
	"testing"

	"citevet/pipeline/check"
)

// at follows a path of names and numbers into JSON; nil where there is nothing.

func at(v any, path string) any {
	for step := range strings.SplitSeq(path, ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[step]
		case []any:
			var n int
			if _, err := fmt.Sscan(step, &n); err != nil || n >= len(x) {
				return nil
			}
			v = x[n]
		default:
			return nil
		}
	}
	return v
}

func sarifOf(t *testing.T, results []check.Result, run Run) object {
	t.Helper()
	return decoded(t, must(SARIF(results, run)))
}

// What GitHub's page on SARIF support asks for and shows.

func TestSARIFHasWhatGitHubReads(t *testing.T) {
	results, run := pair(t)
	log := sarifOf(t, results, run)
	for _, c := range []struct {
		path string
		want any
	}{
		{"version", "2.1.0"},
		{"$schema", sarifSchema},
		{"runs.0.columnKind", "unicodeCodePoints"},
		{"runs.0.tool.driver.name", "citevet"},
		{"runs.0.tool.driver.semanticVersion", "0.1.0"},
		{"runs.0.tool.driver.rules.0.id", "as-of-after-access"},
		{"runs.0.tool.driver.rules.0.name", "AsOfAfterAccess"},
		{"runs.0.tool.driver.rules.0.defaultConfiguration.level", "error"},
		{"runs.0.tool.driver.rules.0.properties.precision", "very-high"},
		{"runs.0.artifacts.1.location.uri", "corpus/second.txt"},
		{"runs.0.artifacts.1.hashes.sha-256", results[1].SHA256},
		{"runs.0.results.0.ruleId", "as-of-after-access"},
		{"runs.0.results.0.ruleIndex", 0.0},
		{"runs.0.results.0.level", "error"},
		{"runs.0.results.0.message.text", "Every source was read before the time the claim speaks of. Read 2025-01-15 < 2025-05-01. " +
			"Cite a source read on or after 2025-05-01, or say \"as of January 2025\"."},
		{"runs.0.results.0.locations.0.physicalLocation.artifactLocation.uri", "corpus/trial.txt"},
		{"runs.0.results.0.locations.0.physicalLocation.artifactLocation.uriBaseId", "%SRCROOT%"},
		{"runs.0.results.0.locations.0.physicalLocation.region.startLine", 4.0},
		{"runs.0.results.0.locations.0.physicalLocation.region.startColumn", 1.0},
		{"runs.0.results.0.locations.0.physicalLocation.region.endLine", 4.0},
		{"runs.0.results.0.locations.0.physicalLocation.region.endColumn", 15.0},
		{"runs.0.results.0.relatedLocations.0.message.text", "last read 2025-01-15"},
		{"runs.0.results.0.partialFingerprints.primaryLocationLineHash", "aa11:1"},
		{"runs.0.results.0.properties.decision", true},
		{"runs.0.results.6.suppressions.0.kind", "external"},
		{"runs.0.results.6.suppressions.0.justification", "known since spring"},
		{"runs.0.invocations.0.executionSuccessful", true},
		{"runs.0.invocations.0.toolExecutionNotifications.0.level", "warning"},
		{"runs.0.properties.resultsLeftOut", 0.0},
	} {
		if got := at(log, c.path); got != c.want {
			t.Errorf("%s is %v, want %v", c.path, got, c.want)
		}
	}
	for i, r := range list(at(log, "runs.0.tool.driver").(object), "rules") {
		for _, path := range []string{"shortDescription.text", "fullDescription.text", "help.text", "help.markdown"} {
			if words, _ := at(r, path).(string); words == "" {
				t.Errorf("rule %d has no %s", i, path)
			}
		}
	}
}

func TestSARIFTellsTheRulesFromTheirPages(t *testing.T) {
	r := sarifRuleOf(check.Meta{Name: "late", Family: "temporal", Summary: "a late thing", Severity: check.Warning,
		Page: "# late\n\nA thing that `comes` late.\n\n## Why it matters\n\nNobody waits.\n\n## How it decides\n\nBy the clock.\n"})
	if r.Short.Text != "A late thing." || r.Full.Text != "A thing that comes late." || r.Help.Text != "Nobody waits. By the clock." {
		t.Errorf("got %q, %q, %q", r.Short.Text, r.Full.Text, r.Help.Text)
	}
	if !strings.HasPrefix(r.Help.Markdown, "A thing that `comes` late.\n\n## Why") {
		t.Errorf("got %q", r.Help.Markdown)
	}
}

func TestSARIFKeepsTheGravestOfTooMany(t *testing.T) {
	d := newDraft(t, strings.Repeat("word ", 10))
	for i := range sarifResults + 7 {
		severity := check.Info
		if i == sarifResults+3 {
			severity = check.Error
		}
		d.finding(check.Finding{Rule: "r", Severity: severity, Message: "m", Span: d.at("word"), Fingerprint: fmt.Sprint(i)})
	}
	log := sarifOf(t, []check.Result{d.judged()}, trialRun)
	if n := len(list(at(log, "runs.0").(object), "results")); n != sarifResults {
		t.Errorf("it has %d results", n)
	}
	if at(log, "runs.0.results.0.level") != "error" || at(log, "runs.0.properties.resultsLeftOut") != 7.0 {
		t.Error("the gravest is not the first, or 7 are not said to be left out")
	}
	if words := at(log, "runs.0.invocations.0.toolExecutionNotifications.0.message.text"); words != "7 results left out, 7 notes: a log holds 5000, the gravest." {
		t.Errorf("it says %v", words)
	}
}

func TestSARIFNamesFilesByTheirAddress(t *testing.T) {
	for _, c := range []struct{ name, uri, base string }{
		{"news/a.md", "news/a.md", sarifRoot},
		{"news/a b%20#1?.md", "news/a%20b%2520%231%3F.md", sarifRoot},
		{"c:d.md", "c%3Ad.md", sarifRoot},
		{"новости.md", "%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8.md", sarifRoot},
		{"a\nb.md", "a%0Ab.md", sarifRoot},
		{"../above.md", "../above.md", ""},
		{"/news/a.md", "news/a.md", sarifDisk},
		{"C:/news/a b.md", "C%3A/news/a%20b.md", sarifDisk},
	} {
		if got := sarifLocationOf(c.name); got.URI != c.uri || got.Base != c.base {
			t.Errorf("%q is at %+v", c.name, got)
		}
	}
}

// mended is an article whose entry has a safe fix, behind letters of several bytes.

func mended(t testing.TB) check.Result {
	d := newDraft(t, "😀 Это [1]. Then x.\n[1] https://a.example/?utm=1 Accessed.\n")
	d.finding(check.Finding{
		Rule: "tracking", Severity: check.Info, Message: "it tracks", Span: d.at("https://a.example/?utm=1"), Fingerprint: "ee55",
		Fixes: []check.Fix{{Message: "drop it", Safe: true, Edits: []check.Edit{{Span: d.at("?utm=1")}}}},
	})
	d.finding(check.Finding{
		Rule: "wording", Severity: check.Info, Message: "twice", Span: d.at("Это"), Fingerprint: "ff66",
		Fixes: []check.Fix{{Message: "say it otherwise", Edits: []check.Edit{{Span: d.at("Это"), Text: "То"}, {Span: d.at("Then"), Text: "Now"}}}},
	})
	return d.judged()
}

func TestSARIFCarriesFixes(t *testing.T) {
	log := sarifOf(t, []check.Result{mended(t)}, trialRun)
	fix := at(log, "runs.0.results.0.fixes.0").(object)
	for path, want := range map[string]any{
		"description.text":                                           "Drop it.",
		"artifactChanges.0.artifactLocation.uri":                     "corpus/trial.txt",
		"artifactChanges.0.replacements.0.deletedRegion.startLine":   2.0,
		"artifactChanges.0.replacements.0.deletedRegion.startColumn": 23.0,
		"artifactChanges.0.replacements.0.deletedRegion.endColumn":   29.0,
		"artifactChanges.0.replacements.0.insertedContent.text":      "",
		"artifactChanges.0.replacements.0.deletedRegion.endLine":     2.0,
		"artifactChanges.0.replacements.1.deletedRegion.startColumn": nil,
	} {
		if got := at(fix, path); got != want {
			t.Errorf("%s is %v, want %v", path, got, want)
		}
	}
}
