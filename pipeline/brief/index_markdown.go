package brief

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// outletsNote keeps readers from taking a flag for a judgement on an outlet.
const outletsNote = "A finding speaks of how a source is cited, never of the outlet."

// batchWords writes the counts of a batch.
func batchWords(n Batch) string {
	return sentenceCase(fmt.Sprintf("%s, %s and %s in %s with %s and %s", orNo(n.Errors, "error"), orNo(n.Warnings, "warning"), orNo(n.Infos, "note"),
		orNo(n.Articles, "article"), orNo(n.Claims, "claim"), orNo(n.References, "source")))
}

// indexWords writes the counts of a batch, and how many are no article's own.
func indexWords(articles []RunResult, run Run) string {
	return strings.TrimSpace(batchWords(batchOf(articles, run)) + " " + acrossWords(run))
}

// IndexMarkdown returns index.md, which leads to every article's briefing, the
// gravest first.
func IndexMarkdown(articles []RunResult, run Run) []byte {
	var m markdown
	m.heading(1, "Briefings of "+dayWords(run.AsOf))
	var rows, failed [][]string
	judged := byConsequence(articles)
	m.paragraph("%s", outcomeWords(judged))
	m.paragraph("%s", indexWords(articles, run))
	m.paragraph("%s", Standing)
	for _, a := range judged {
		title := inert(a.Title)
		if page := a.page(); page != "" {
			title = fmt.Sprintf("[%s](<%s>)", title, destination(fileLink(page)))
		}
		rows = append(rows, []string{
			title, a.tone.Glyph() + " " + a.Verdict, fmt.Sprint(a.Counts.Claims), fmt.Sprint(a.Counts.References),
			fmt.Sprint(a.Counts.Errors), fmt.Sprint(a.Counts.Warnings), fmt.Sprint(a.Counts.Infos), a.gapWords(), outputLinks(a.Outputs),
		})
	}
	if len(rows) > 0 {
		m.table([]string{"article", "verdict", "claims", "sources", "errors", "warnings", "notes", "worst gap", "briefing"}, rows)
		if slices.ContainsFunc(judged, func(a RunResult) bool { return a.WorstGap != nil }) {
			m.paragraph("%s", gapNote)
		}
	}
	acrossMarkdown(&m, run)
	m.outlets(judged)
	for _, a := range articles {
		if a.Counts == nil {
			failed = append(failed, []string{code(a.Name), inert(a.Message)})
		}
	}
	if len(failed) > 0 {
		m.heading(2, "Not judged")
		m.table([]string{"input", "why"}, failed)
	}
	m.paragraph("Made by %s.", code(run.Name()))
	return []byte(strings.TrimRight(m.String(), "\n") + "\n")
}

// outlets lists who published the sources, and the sources that articles share.
func (m *markdown) outlets(judged []RunResult) {
	all := outletsOf(judged)
	rows := func(outlets []Outlet) [][]string {
		var rows [][]string
		for _, o := range outlets {
			rows = append(rows, []string{inert(o.Outlet), fmt.Sprint(o.Citations), fmt.Sprint(o.Sources), fmt.Sprint(o.Articles), fmt.Sprint(o.Findings)})
		}
		return rows
	}
	head := []string{"outlet", "citations", "sources", "articles", "findings"}
	if cited := mostCited(all); len(cited) > 0 {
		m.heading(2, "Most cited outlets")
		m.table(head, rows(cited))
	}
	if flagged := mostFlagged(all); len(flagged) > 0 {
		m.heading(2, "Most flagged outlets")
		m.paragraph("%s", outletsNote)
		m.table(head, rows(flagged))
	}
	shared := sharedSources(judged)
	if len(shared) == 0 {
		return
	}
	m.heading(2, "Sources that articles share")
	var list [][]string
	for _, s := range shared {
		title := inert(cmp.Or(s.Title, s.Outlet))
		if s.URL != "" {
			title = fmt.Sprintf("[%s](<%s>)", cmp.Or(title, inert(domainOf(s.URL))), destination(s.URL))
		}
		var in []string
		for _, a := range s.Articles {
			in = append(in, code(a.Name)+" "+inert(a.Label))
		}
		list = append(list, []string{title, inert(s.Outlet), strings.Join(in, ", ")})
	}
	m.table([]string{"source", "outlet", "articles"}, list)
}

func outputLinks(outputs []string) string {
	var links []string
	for _, o := range outputs {
		links = append(links, fmt.Sprintf("[%s](<%s>)", cmp.Or(strings.TrimPrefix(path.Ext(o), "."), inert(o)), destination(fileLink(o))))
	}
	return strings.Join(links, " ")
}
