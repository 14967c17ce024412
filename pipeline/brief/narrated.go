package brief

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// Narrated writes diagnostics as plain sentences, to be heard: no drawing, no
// sign that has to be seen in its column, days and comparisons in words. Each
// sentence or two is one line, of whatever length, since a line's end is a pause.
// The error is that of w.
func Narrated(w io.Writer, results []check.Result, run Run, o TerminalOptions) error {
	n := narrator{bufio.NewWriter(w)}
	for _, r := range results {
		n.article(r)
	}
	for _, f := range run.Across {
		n.across(f)
	}
	if !o.Quiet {
		fmt.Fprintln(n, lastLine(summarize(results, run)))
	}
	return n.Flush()
}

type narrator struct{ *bufio.Writer }

// say writes words as a line of their own, a sentence.
func (n narrator) say(words string) {
	if words = sentenceCase(onOneLine(words)); words != "" {
		fmt.Fprintln(n, words)
	}
}

// pause parts one diagnostic from the next.
func (n narrator) pause() { fmt.Fprintln(n) }

func (n narrator) article(r check.Result) {
	a := r.Article
	index := article.NewIndex(&a.Document)
	all := groups(r.Findings)
	for i, group := range all {
		findings := make([]check.Finding, len(group))
		for j, k := range group {
			findings[j] = r.Findings[k]
		}
		n.say(fmt.Sprintf("%d of %d in %s", i+1, len(all), a.Name))
		n.diagnostic(a, index, findings)
		n.pause()
	}
	for _, p := range a.Problems {
		where := ""
		if !p.Span.IsZero() {
			where = ", " + placeSpoken(index.Locate(p.Span.Start))
		}
		n.say("problem in " + a.Name + where + ": " + p.Message)
		n.pause()
	}
	for _, f := range r.Faults {
		n.say("internal fault in " + a.Name + ": the rule " + f.Rule + " failed and said nothing: " + f.Message)
		n.pause()
	}
}

// diagnostic tells findings of one cause: what, where, on which dates, and the
// way out.
func (n narrator) diagnostic(a *article.Article, index *article.Index, findings []check.Finding) {
	f := findings[0]
	n.say(gradeSpoken(f.Severity, f.Decision) + ", rule " + f.Rule + ": " + spoken(f.Message))
	n.about(a, findings)
	n.places(a, index, findings)
	ofSources, ofText := premisesWords(a, f.Proof, ", as stated")
	for _, words := range ofText {
		n.say(premiseLead(words) + spoken(words))
	}
	for _, words := range ofSources {
		n.say(spoken(words))
	}
	if f.Line != "" {
		n.say("hence: " + reckoning(f.Line))
	}
	if help := helpOf(f); help != "" {
		n.say("way out: " + spoken(help))
	}
	n.mend(a, index, findings)
}

// premiseLead begins the sentence on what was read from the text.
func premiseLead(words string) string {
	switch {
	case strings.HasPrefix(words, "speaks "):
		return "the text "
	case strings.HasPrefix(words, "left out: "):
		return ""
	}
	return "the text gives: "
}

// about says which claims and sources are concerned.
func (n narrator) about(a *article.Article, findings []check.Finding) {
	claims, sources := concerned(a, findings)
	var parts []string
	if len(claims) > 0 {
		parts = append(parts, pluralWord(len(claims), "claim ", "claims ")+listWords(claims))
	}
	if len(sources) > 0 {
		for i, s := range sources {
			sources[i] = strings.Trim(s, "[]")
		}
		parts = append(parts, pluralWord(len(sources), "source ", "sources ")+listWords(sources))
	}
	if len(parts) > 0 {
		n.say("it is about " + strings.Join(parts, " and "))
	}
}

// places quotes the words at each place, and tells the others by their lines.
func (n narrator) places(a *article.Article, index *article.Index, findings []check.Finding) {
	var more []string
	for i, f := range findings {
		if i >= shownPlaces {
			more = append(more, placeSpoken(index.Locate(f.Span.Start)))
			continue
		}
		n.place(a, index, f.Span, f.Label)
		related := touching(f.Related)
		for k, r := range related {
			if k == shownMarks {
				n.say("and " + plural(len(related)-k, "more place"))
				break
			}
			n.place(a, index, r.Span, r.Label)
		}
	}
	if len(more) > 0 {
		n.say("also at " + strings.ReplaceAll(listWords(more), ", column", " column"))
	}
}

// place quotes the words at one place, with the label that they do not hold.
func (n narrator) place(a *article.Article, index *article.Index, s article.Span, label string) {
	said := placeSpoken(index.Locate(s.Start))
	words := quoted(a.Words(s), 200)
	if words != "" {
		said += ": “" + words + "”"
	}
	if !strings.Contains(words, label) {
		said += ", " + spoken(label)
	}
	n.say(said)
}

// touching returns the places with those as one that touch and say the same.
func touching(related []check.Related) []check.Related {
	var out []check.Related
	for _, r := range related {
		last := len(out) - 1
		switch {
		case r.Span.IsZero():
		case last >= 0 && out[last].Label == r.Label && out[last].Span.End == r.Span.Start:
			out[last].Span.End = r.Span.End
		default:
			out = append(out, r)
		}
	}
	return out
}

// mend tells what a safe fix writes.
func (n narrator) mend(a *article.Article, index *article.Index, findings []check.Finding) {
	fix := safeFix(findings[0])
	if fix == nil {
		return
	}
	if helpOf(findings[0]) != fix.Message {
		n.say("a safe mend: " + spoken(fix.Message))
	}
	for i, e := range fix.Edits {
		if i == shownMends {
			n.say("and " + plural(len(fix.Edits)-i, "more place"))
			return
		}
		old, now := "“"+quoted(spelled(a.Words(e.Span)), 120)+"”", "“"+quoted(spelled(e.Text), 120)+"”"
		words := "replace " + old + " by " + now
		switch {
		case e.Text == "":
			words = "take " + old + " away"
		case e.Span.Len() == 0:
			words = "write " + now
		}
		n.say(placeSpoken(index.Locate(e.Span.Start)) + ": " + words)
	}
}

func (n narrator) across(f check.BatchFinding) {
	n.say(gradeSpoken(f.Severity, false) + " across the articles, rule " + f.Rule + ": " + spoken(f.Message))
	for i, p := range f.Places {
		if i == shownMarks {
			n.say("and " + plural(len(f.Places)-i, "more place"))
			break
		}
		words := p.Name + ", " + placeSpoken(p.Start) + ": “" + quoted(p.Words, 200) + "”"
		if p.Label != "" {
			words += ", " + spoken(p.Label)
		}
		n.say("in " + words)
	}
	if f.Line != "" {
		n.say("hence: " + reckoning(f.Line))
	}
	if f.Help != "" {
		n.say("way out: " + spoken(f.Help))
	}
	n.pause()
}

func gradeSpoken(s check.Severity, decision bool) string {
	if decision {
		return "decision error"
	}
	return [...]string{check.Info: "note", check.Warning: "warning", check.Error: "error"}[s]
}

func placeSpoken(p article.Position) string {
	return fmt.Sprintf("line %d, column %d", p.Line, p.Column)
}
