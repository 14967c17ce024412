package brief

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"citevet/pipeline/check"
)

// SARIF is the Static Analysis Results Interchange Format 2.1.0 of OASIS. What
// its readers do beside or against the standard, and what follows:
//
//   - GitHub takes at most 5,000 results of a run and shows the gravest, by its own
//     order: more are left out here, the least grave first, and a notification
//     says how many.
//   - GitHub knows a result again by primaryLocationLineHash alone, which its
//     uploader makes of the line's text where it is missing. Ours is the finding's
//     fingerprint, so that a result lives on when its line is changed.
//   - GitHub shows message.text and the rule's help, not the properties; so the
//     arithmetic and the way out stand in the text.
//   - A suppression without a status is an accepted one; drafts of the standard
//     that still validate logs have another name for it, so it is left out.
//     reviewdog shows suppressed results like any other.
//   - Readers make links of [words](target) in plain text, though only numbers and
//     addresses are allowed as targets: no such pair is left in a text.

const (
	sarifSchema  = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	sarifResults = 5000
	sarifRoot    = "%SRCROOT%" // what uploaders take for the top of the repository
	sarifDisk    = "ROOTPATH"  // the file system, for what lies elsewhere
)

// SARIF returns the findings of all articles as a SARIF log of one run.
// Findings that somebody has answered for are suppressed results.
func SARIF(results []check.Result, run Run) ([]byte, error) {
	results = forPrograms(results, run)
	rules, index := sarifRules(results, run)
	one := sarifRun{
		Tool: sarifTool{sarifDriver{
			Name: toolName(run), Version: run.Version, SemanticVersion: run.Version, Rules: rules,
		}},
		ColumnKind: "unicodeCodePoints",
		Bases:      map[string]sarifBase{sarifRoot: {Description: sarifText{"The folder that the articles are named from."}}},
		Artifacts:  []sarifArtifact{},
		Results:    []sarifResult{},
	}
	for _, r := range results {
		a := r.Article
		at := sarifLocationOf(a.Name)
		if at.Base == sarifDisk {
			one.Bases[sarifDisk] = sarifBase{"file:///", sarifText{"The top of the file system."}}
		}
		one.Artifacts = append(one.Artifacts, sarifArtifact{at, len(a.Source), []string{"analysisTarget"}, map[string]string{"sha-256": r.SHA256}})
	}
	found, accepted := diagnosticsOf(results, run)
	all := gravestFirst(append(found, accepted...))
	beyond := all[min(len(all), sarifResults):]
	for _, d := range all[:len(all)-len(beyond)] {
		one.Results = append(one.Results, sarifResultOf(d, index[d.rule]))
	}
	one.Properties = map[string]any{"resultsLeftOut": len(beyond)}
	one.Invocations = []sarifInvocation{sarifInvocationOf(results, run, beyond)}
	return indented(sarifLog{sarifSchema, "2.1.0", []sarifRun{one}})
}

// sarifRules lists the rules that ran, and those of findings across articles, by
// name.
func sarifRules(results []check.Result, run Run) ([]sarifRule, map[string]int) {
	metas := map[string]check.Meta{}
	for _, r := range results {
		for _, m := range r.Rules {
			metas[m.Name] = m
		}
		for _, f := range r.Findings {
			metas[f.Rule] = cmp.Or(metas[f.Rule], check.Meta{Name: f.Rule, Severity: f.Severity})
		}
		for _, f := range r.Accepted {
			metas[f.Rule] = cmp.Or(metas[f.Rule], check.Meta{Name: f.Rule, Severity: f.Severity})
		}
	}
	for _, f := range run.Across {
		metas[f.Rule] = cmp.Or(metas[f.Rule], check.Meta{Name: f.Rule, Severity: f.Severity})
	}
	var names []string
	for name := range metas {
		names = append(names, name)
	}
	slices.Sort(names)
	out := []sarifRule{}
	index := map[string]int{}
	for i, name := range names {
		index[name] = i
		out = append(out, sarifRuleOf(metas[name]))
	}
	return out, index
}

// precisions are GitHub's words for how often a rule may be wrong, by what each
// severity asks of it: 2, 10 and 25 in a hundred.
var precisions = map[check.Severity]string{check.Error: "very-high", check.Warning: "high", check.Info: "medium"}

func sarifRuleOf(m check.Meta) sarifRule {
	summary := cmp.Or(sentenceCase(m.Summary), m.Name+".")
	why := cmp.Or(pageSection(m.Page, "Why it matters"), summary)
	return sarifRule{
		ID:      m.Name,
		Name:    pascalCase(m.Name),
		Short:   sarifText{summary},
		Full:    sarifText{cmp.Or(pageLead(m.Page), summary)},
		Help:    sarifHelp{strings.TrimSpace(why + " " + pageSection(m.Page, "How it decides")), cmp.Or(pageBody(m.Page), why)},
		Default: sarifDefault{sarifLevel(m.Severity)},
		Properties: sarifRuleProperties{
			Tags: []string{cmp.Or(m.Family, "citation")}, Precision: precisions[m.Severity], Severity: githubSeverity(m.Severity),
		},
	}
}

// pascalCase writes "as-of-after-access" as "AsOfAfterAccess", as the standard
// wants the names that people read.
func pascalCase(name string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(name, "-") {
		if word != "" {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}

func sarifLevel(s check.Severity) string {
	if s == check.Info {
		return "note"
	}
	return s.String()
}

func githubSeverity(s check.Severity) string {
	if s == check.Info {
		return "recommendation"
	}
	return s.String()
}

func sarifResultOf(d diagnostic, rule int) sarifResult {
	out := sarifResult{
		Rule: d.rule, Index: rule, Level: sarifLevel(d.severity),
		Message:   sarifMessage(strings.Join([]string{sentenceCase(d.message), sentenceCase(d.line), sentenceCase(d.help)}, " ")),
		Locations: []sarifLocation{{Physical: sarifPhysicalOf(d.region)}},
		Fingerprints: map[string]string{
			"citevet/v1": d.fingerprint, "primaryLocationLineHash": d.fingerprint + ":1",
		},
		Properties: sarifProperties{d.decision, d.claims},
	}
	for i, r := range d.related {
		out.Related = append(out.Related, sarifLocation{ID: i + 1, Message: sarifWords(cmp.Or(r.label, "also here")), Physical: sarifPhysicalOf(r.region)})
	}
	for _, m := range d.mends {
		change := sarifChange{Artifact: sarifLocationOf(d.file)}
		for _, p := range m.edits {
			change.Replacements = append(change.Replacements, sarifReplacement{sarifRegionOf(p.region), sarifContent{p.text}})
		}
		out.Fixes = append(out.Fixes, sarifFix{*sarifWords(sentenceCase(m.message)), []sarifChange{change}, sarifFixProperties{m.safe}})
	}
	if d.how != "" {
		kind := "external"
		if d.how == "comment" {
			kind = "inSource"
		}
		out.Suppressions = []sarifSuppression{{kind, sarifMessage(visible(d.reason)).Text}}
	}
	return out
}

// sarifInvocationOf tells what is no finding: inputs that could not be read,
// problems of the articles, faults of rules, and what was left out.
func sarifInvocationOf(results []check.Result, run Run, beyond []diagnostic) sarifInvocation {
	out := sarifInvocation{
		Successful:    !slices.Contains(run.Exit, 4) && len(run.Unread) == 0,
		Notifications: append([]sarifNotification{}, unreadSARIF(run)...),
	}
	if len(run.Exit) > 0 {
		out.ExitCode = run.Exit[len(run.Exit)-1]
	}
	for _, r := range results {
		file := []sarifLocation{{Physical: sarifPhysical{Artifact: sarifLocationOf(r.Article.Name)}}}
		for _, p := range r.Article.Problems {
			out.Notifications = append(out.Notifications, sarifNotification{"warning", sarifMessage(sentenceCase(visible(p.Message))), file})
		}
		for _, f := range r.Faults {
			out.Notifications = append(out.Notifications, sarifNotification{"error",
				sarifMessage(fmt.Sprintf("The rule %s failed on this article and said nothing: %s.", f.Rule, visible(f.Message))), file})
			out.Successful = false
		}
	}
	if len(beyond) > 0 {
		out.Notifications = append(out.Notifications, sarifNotification{"warning",
			sarifMessage(fmt.Sprintf("%s left out, %s: a log holds %d, the gravest.", plural(len(beyond), "result"), listWords(kindsOf(beyond)), sarifResults)), nil})
	}
	return out
}

// kindsOf counts findings by their severity, those that somebody has answered for
// by themselves.
func kindsOf(list []diagnostic) []string {
	var decisions, accepted int
	of := map[check.Severity]int{}
	for _, d := range list {
		switch {
		case d.how != "":
			accepted++
			continue
		case d.decision:
			decisions++
		}
		of[d.severity]++
	}
	words := severityCounts(decisions, of[check.Error], of[check.Warning], of[check.Info])
	if accepted > 0 {
		words = append(words, fmt.Sprintf("%d accepted", accepted))
	}
	return words
}

// sarifMessage writes words as a plain text message: braces hold places for
// arguments there, and brackets before a parenthesis make links.
func sarifMessage(words string) sarifText {
	words = strings.NewReplacer("{", "{{", "}", "}}", "](", "] (").Replace(strings.Join(strings.Fields(words), " "))
	return sarifText{words}
}

func sarifWords(words string) *sarifText {
	m := sarifMessage(words)
	return &m
}

func sarifPhysicalOf(r region) sarifPhysical {
	at := sarifRegionOf(r)
	return sarifPhysical{sarifLocationOf(r.file), &at}
}

func sarifRegionOf(r region) sarifRegion {
	return sarifRegion{r.start.Line, r.start.Column, r.end.Line, r.end.Column}
}

// sarifLocationOf returns a file's address, which is relative: to the root where
// the file lies below it, else to the top of the file system. What begins with
// ".." has no root that could be named.
func sarifLocationOf(name string) sarifArtifactLocation {
	switch {
	case absolute(name):
		return sarifArtifactLocation{URI: encodedPath(strings.TrimLeft(name, "/")), Base: sarifDisk}
	case name == ".." || strings.HasPrefix(name, "../"):
		return sarifArtifactLocation{URI: encodedPath(name)}
	}
	return sarifArtifactLocation{URI: encodedPath(name), Base: sarifRoot}
}

// encodedPath writes a path as the path of an address, every byte encoded that
// could be taken for another part of one.
func encodedPath(name string) string {
	segments := strings.Split(name, "/")
	for i, s := range segments {
		segments[i] = strings.ReplaceAll(url.PathEscape(s), ":", "%3A")
	}
	return strings.Join(segments, "/")
}

// pageLead returns what a rule's page says before its first section.
func pageLead(page string) string {
	lead, _, _ := strings.Cut(pageBody(page), "\n## ")
	return quoted(strings.ReplaceAll(lead, "`", ""), 600)
}

// pageBody returns a rule's page without its heading.
func pageBody(page string) string {
	if strings.HasPrefix(page, "# ") {
		_, page, _ = strings.Cut(page, "\n")
	}
	return strings.TrimSpace(page)
}
