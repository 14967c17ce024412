package brief

import (
	"fmt"
	"strings"
)

// Unread is an input that could not be read, which a program that looks at the
// results alone may not take for one without findings.
type Unread struct {
	Name    string
	Line    int    // where it cannot be read, from 1; 0 for all of it
	Message string // what is wrong, and the way out
}

// shownUnread is how many of them a summary names.
const shownUnread = 20

func (u Unread) inOneLine() string { return "this input could not be read: " + visible(u.Message) }

func unreadJSON(run Run) []jsonUnread {
	var out []jsonUnread
	for _, u := range run.Unread {
		out = append(out, jsonUnread(u))
	}
	return out
}

func unreadSARIF(run Run) []sarifNotification {
	var out []sarifNotification
	for _, u := range run.Unread {
		at := sarifPhysical{Artifact: sarifLocationOf(run.fileName(u.Name))}
		if u.Line > 0 {
			at.Region = &sarifRegion{StartLine: u.Line}
		}
		out = append(out, sarifNotification{"error", sarifMessage(sentenceCase(u.inOneLine())), []sarifLocation{{Physical: at}}})
	}
	return out
}

func unreadGitHub(run Run) string {
	var lines strings.Builder
	for _, u := range run.Unread {
		fmt.Fprintf(&lines, "::error file=%s,line=%d,title=unread::%s\n", githubProperty(run.fileName(u.Name)), max(u.Line, 1), githubData(u.inOneLine()))
	}
	return lines.String()
}

func unreadJUnit(run Run) []junitSuite {
	var out []junitSuite
	for _, u := range run.Unread {
		name := visible(run.fileName(u.Name))
		out = append(out, junitSuite{Name: name, Errors: 1, Cases: []junitCase{{
			Name: "the article is read", Class: name, Error: &junitFailure{visible(u.Message), "unread", ""},
		}}})
	}
	return out
}

func unreadMarkdown(m *markdown, run Run) {
	if len(run.Unread) == 0 {
		return
	}
	m.paragraph("%s could not be read, and nothing is known of %s:", plural(len(run.Unread), "input"), pluralWord(len(run.Unread), "it", "them"))
	var rows [][]string
	for _, u := range run.Unread[:min(len(run.Unread), shownUnread)] {
		rows = append(rows, []string{code(quoted(run.fileName(u.Name), 200)), inert(quoted(u.Message, 300))})
	}
	m.table([]string{"input", "why"}, rows)
	if more := len(run.Unread) - len(rows); more > 0 {
		m.paragraph("And %s.", plural(more, "further input"))
	}
}
