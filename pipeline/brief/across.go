package brief

import (
	"cmp"
	"fmt"
	"strings"

	"citevet/pipeline/check"
)

// acrossCounts counts the findings across the articles of a run.
func acrossCounts(run Run) (errors, warnings, infos int) {
	for _, f := range run.Across {
		switch f.Severity {
		case check.Error:
			errors++
		case check.Warning:
			warnings++
		case check.Info:
			infos++
		}
	}
	return errors, warnings, infos
}

// acrossWords says how many of a batch's findings are no article's own, empty
// where all are.
func acrossWords(run Run) string {
	errors, warnings, infos := acrossCounts(run)
	n := errors + warnings + infos
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("Of these, %s %s to several articles together.", listWords(severityCounts(0, errors, warnings, infos)), pluralWord(n, "belongs", "belong"))
}

func acrossJSON(run Run) []jsonAcross {
	out := []jsonAcross{}
	for _, f := range run.Across {
		one := jsonAcross{
			Rule: f.Rule, Severity: f.Severity.String(), Articles: f.Names(), Message: f.Message, Help: f.Help,
			Inequality: f.Line, Fingerprint: f.Fingerprint,
		}
		for _, p := range f.Places {
			source := jsonSource{p.Start.Offset, p.End.Offset, p.Start.Line, p.Start.Column, p.End.Line, p.End.Column}
			one.Places = append(one.Places, jsonAcrossPlace{p.Name, jsonSpan{p.Span.Start, p.Span.End, source}, p.Label})
		}
		out = append(out, one)
	}
	return out
}

// across writes a finding across articles: its places are words in other files,
// so they are told, not drawn.
func (t terminal) across(f check.BatchFinding) {
	t.found(f.Severity, f.Rule, f.Message)
	for i, p := range f.Places {
		at := t.position(p.Name, p.Start)
		if i == shownMarks {
			t.note(0, "also in", plural(len(f.Places)-i, "more place"))
			break
		}
		fmt.Fprintf(t, "  %s %s\n", t.styled(blue, "-->"), at)
		t.note(0, cmp.Or(visible(quoted(p.Label, 40)), "here"), "“"+quoted(p.Words, 80)+"”")
	}
	if f.Line != "" {
		t.note(0, "note", f.Line)
	}
	if f.Help != "" {
		t.note(0, "help", f.Help)
	}
	fmt.Fprintln(t)
}

// acrossMarkdown lists the findings across articles for the index.
func acrossMarkdown(m *markdown, run Run) {
	if len(run.Across) == 0 {
		return
	}
	var rows [][]string
	for _, f := range run.Across {
		var places []string
		for _, p := range f.Places {
			places = append(places, code(fmt.Sprintf("%s:%d:%d", p.Name, p.Start.Line, p.Start.Column)))
		}
		words := inert(sentenceCase(datesInWords(quoted(f.Message, 400)))) + prefixed(" **Mend** ", inert(sentenceCase(datesInWords(quoted(f.Help, 400)))))
		rows = append(rows, []string{Finding{Severity: f.Severity}.gradeWords(), code(f.Rule), words, strings.Join(places, ", ")})
	}
	m.heading(2, "Across the articles")
	m.table([]string{"severity", "rule", "what", "where"}, rows)
}
