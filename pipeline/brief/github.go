package brief

import (
	"bytes"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// GitHub returns the findings of all articles as workflow commands of GitHub
// Actions, one a line, which become annotations of the lines they are about. No
// line begins with anything but a command of ours, and nothing in it ends it.
//
// Actions shows at most ten errors, ten warnings and ten notices of a step;
// gravest come first.
func GitHub(results []check.Result, run Run) []byte {
	results = forPrograms(results, run)
	var out bytes.Buffer
	found, _ := diagnosticsOf(results, run)
	for _, d := range gravestFirst(found) {
		properties := fmt.Sprintf("file=%s,line=%d,endLine=%d", githubProperty(d.file), d.start.Line, d.end.Line)
		if d.start.Line == d.end.Line { // columns of several lines are refused
			properties += fmt.Sprintf(",col=%d,endColumn=%d", d.start.Column, d.end.Column)
		}
		fmt.Fprintf(&out, "::%s %s,title=%s::%s\n", githubCommand(d.severity), properties, githubProperty(d.rule), githubData(d.inLines()))
	}
	out.WriteString(unreadGitHub(run))
	for _, r := range results {
		index := article.NewIndex(&r.Article.Document)
		for _, p := range r.Article.Problems {
			fmt.Fprintf(&out, "::warning file=%s,line=%d,title=problem::%s\n",
				githubProperty(r.Article.Name), index.Locate(p.Span.Start).Line, githubData(visible(p.Message)))
		}
		for _, f := range r.Faults {
			fmt.Fprintf(&out, "::error file=%s,line=1,title=internal fault::%s\n",
				githubProperty(r.Article.Name), githubData(fmt.Sprintf("the rule %s failed on this article and said nothing: %s", f.Rule, visible(f.Message))))
		}
	}
	return out.Bytes()
}

func githubCommand(s check.Severity) string {
	return [...]string{check.Info: "notice", check.Warning: "warning", check.Error: "error"}[s]
}

var (
	githubEnds  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubMarks = strings.NewReplacer(":", "%3A", ",", "%2C")
)

// githubData writes words as what stands behind a command's second "::".
func githubData(s string) string { return githubEnds.Replace(strings.ToValidUTF8(s, "\uFFFD")) }

// githubProperty writes words as the value of a command's property. The breaks of
// a file's name are kept, so that it still names the file; what else would act
// in a log is made visible.
func githubProperty(s string) string {
	s = numbered(s, func(r rune) bool { return hidden(r) && r != '\n' && r != '\r' })
	return githubMarks.Replace(githubEnds.Replace(s))
}

// GitHub drops a step's summary of more than a mebibyte, so that a job summary
// lists so many findings, and fewer where they take more bytes than that.
const (
	summaryRows  = 500
	summaryBytes = 900_000
)

// GitHubSummary returns a job summary: the counts and the findings, in Markdown.
func GitHubSummary(results []check.Result, run Run) []byte {
	results = forPrograms(results, run)
	var m markdown
	m.heading(2, toolName(run)+": "+lastLine(summarize(results, run)))
	found, _ := diagnosticsOf(results, run)
	var rows [][]string
	size := 0
	for _, d := range gravestFirst(found) {
		if len(rows) == summaryRows || size > summaryBytes {
			break
		}
		severity := d.severity.String()
		if d.decision {
			severity = "decision " + severity
		}
		row := []string{severity, code(d.rule), code(fmt.Sprintf("%s:%d", quoted(d.file, 200), d.start.Line)), inert(quoted(d.inOneLine(), 600))}
		rows = append(rows, row)
		for _, cell := range row {
			size += len(cell) + len(" | ")
		}
	}
	if len(rows) > 0 {
		m.table([]string{"severity", "rule", "where", "what"}, rows)
	}
	if more := len(found) - len(rows); more > 0 {
		m.paragraph("And %s.", plural(more, "further finding"))
	}
	unreadMarkdown(&m, run)
	m.paragraph("%s", Standing)
	return []byte(strings.TrimRight(m.String(), "\n") + "\n")
}
