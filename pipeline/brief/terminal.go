package brief

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/rivo/uniseg"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// TerminalOptions says what the terminal can show, and what it shall.
type TerminalOptions struct {
	Width int // in cells; 0 stands for 80
	Color bool
	Quiet bool // leaves the last line out
	Links Links
}

// on returns the terminal that a writer is.
func (o TerminalOptions) on(out *bufio.Writer) terminal {
	t := terminal{Writer: out, width: defaultWidth, paint: o.Color, links: o.Links}
	if o.Width > 0 {
		t.width, t.real = max(o.Width, leastWidth), true
	}
	return t
}

const (
	defaultWidth = 80
	leastWidth   = 40
	proseWidth   = 100 // of sentences: longer lines are hard to read
	shownMarks   = 6   // of one line; the others are told by their positions
)

// Terminal writes diagnostics for people: one for each cause, gravest first
// within an article, and a last line with the counts. Message, help and label
// come from rules; everything from an article is shown with its control and
// direction characters as numbers. The error is that of w.
func Terminal(w io.Writer, results []check.Result, run Run, o TerminalOptions) error {
	out := bufio.NewWriter(w)
	t := o.on(out)
	for _, r := range results {
		t.article(r)
	}
	for _, f := range run.Across {
		t.across(f)
	}
	t.last(results, run, o)
	return out.Flush()
}

// last writes the line with the counts, which only a terminal gets broken.
func (t terminal) last(results []check.Result, run Run, o TerminalOptions) {
	if o.Quiet {
		return
	}
	lines := []string{lastLine(summarize(results, run))}
	if t.real {
		lines = wrapped(lines[0], t.prose())
	}
	for _, l := range lines {
		fmt.Fprintln(t, t.styled(bold, l))
	}
}

// lastLine counts findings, not diagnostics, so that it agrees with every other format.
func lastLine(n jsonSummary) string {
	found := severityCounts(n.Decision, n.Errors, n.Warnings, n.Infos)
	if len(found) == 0 {
		found = []string{"no findings"}
	}
	line := fmt.Sprintf("%s in %s (%s, %s)", strings.Join(found, ", "), plural(n.Articles, "article"), plural(n.Claims, "claim"), plural(n.References, "source"))
	if n.Accepted > 0 {
		line += fmt.Sprintf("; %d accepted", n.Accepted)
	}
	return line
}

// ansi is a style of ECMA-48 (SGR).
type ansi string

const (
	bold   ansi = "1"
	red    ansi = "1;31"
	yellow ansi = "1;33"
	blue   ansi = "1;34"
	gone   ansi = "31"
	come   ansi = "32"
)

func severityStyle(s check.Severity) ansi {
	return [...]ansi{check.Info: blue, check.Warning: yellow, check.Error: red}[s]
}

type terminal struct {
	*bufio.Writer
	width int
	real  bool // a terminal; else a file or a pipe, where messages are searched for by line
	paint bool
	links Links
}

// prose returns the width of sentences.
func (t terminal) prose() int { return min(t.width, proseWidth) }

func (t terminal) styled(a ansi, s string) string {
	if !t.paint || s == "" {
		return s
	}
	return "\x1b[" + string(a) + "m" + s + "\x1b[0m"
}

func (t terminal) article(r check.Result) {
	a := r.Article
	index := article.NewIndex(&a.Document)
	lines := sourceLines{a.Source, map[int]extent{}}
	for _, group := range groups(r.Findings) {
		findings := make([]check.Finding, len(group))
		for i, n := range group {
			findings[i] = r.Findings[n]
		}
		t.diagnostic(r, index, lines, findings)
	}
	for _, p := range a.Problems {
		t.head(yellow, "problem", "problem", p.Message)
		at := t.linked(t.links.file(a.Name, 0), safe(a.Name))
		if !p.Span.IsZero() {
			at = t.position(a.Name, index.Locate(p.Span.Start))
		}
		fmt.Fprintf(t, "  %s %s\n\n", t.styled(blue, "-->"), at)
	}
	for _, f := range r.Faults {
		t.head(red, "internal fault", "internal fault", "the rule "+f.Rule+" failed on this article and said nothing: "+f.Message)
		fmt.Fprintf(t, "  %s %s\n\n", t.styled(blue, "-->"), t.linked(t.links.file(a.Name, 0), safe(a.Name)))
	}
}

// headIndent is where the second line of a message stands.
const headIndent = 4

// head writes what something is, and its message from the same line on. shown is
// the lead as it is written, with what takes no room.
func (t terminal) head(a ansi, lead, shown, message string) {
	lines := []string{onOneLine(message)}
	if t.real {
		lines = folded(lines[0], t.prose()-uniseg.StringWidth(lead)-2, t.prose()-headIndent)
	}
	for i, line := range lines {
		switch {
		case i > 0:
			fmt.Fprintf(t, "%s%s\n", strings.Repeat(" ", headIndent), t.styled(bold, line))
		case line == "":
			fmt.Fprintf(t, "%s%s\n", t.styled(a, shown), t.styled(bold, ":"))
		default:
			fmt.Fprintf(t, "%s%s\n", t.styled(a, shown), t.styled(bold, ": "+line))
		}
	}
}

// found writes the head of a finding.
func (t terminal) found(s check.Severity, rule, message string) {
	t.head(severityStyle(s), s.String()+"["+rule+"]", s.String()+"["+t.linked(t.links.page(rule), rule)+"]", message)
}

// safe returns words as a terminal can be given them: nothing hidden, no byte that
// is not UTF-8, which an old terminal could take for a control character, and no
// command to the log that the terminal may be.
func safe(s string) string { return inertInLog(visible(strings.ToValidUTF8(s, "\uFFFD"))) }

func position(name string, p article.Position) string {
	return fmt.Sprintf("%s:%d:%d", safe(name), p.Line, p.Column)
}

// position writes a place so that terminals and editors find it.
func (t terminal) position(name string, p article.Position) string {
	return t.linked(t.links.file(name, p.Line), position(name, p))
}

// elsewhere writes one of many further places. Who reads a terminal has just read
// the file's name; who reads a pipe may look for it by line.
func (t terminal) elsewhere(name string, p article.Position) string {
	if t.real {
		return fmt.Sprintf("%d:%d", p.Line, p.Column)
	}
	return position(name, p)
}

// diagnostic writes findings of one cause.
func (t terminal) diagnostic(r check.Result, index *article.Index, lines sourceLines, findings []check.Finding) {
	f := findings[0]
	t.found(f.Severity, f.Rule, f.Message)
	t.arrow(r, index, findings)
	excerpts, more := t.excerpts(r.Article, index, lines, findings)
	gutter := len(strconv.Itoa(lastLineOf(excerpts)))
	bar := t.styled(blue, "|")
	margin := strings.Repeat(" ", gutter+2)
	if len(excerpts) > 0 {
		fmt.Fprintf(t, "%s%s\n", margin, bar)
	}
	for i, e := range excerpts {
		if i > 0 && e.line > excerpts[i-1].line+1 {
			fmt.Fprintf(t, "%s%s\n", margin, t.styled(blue, "⋮"))
		}
		rows := e.render(t.width-gutter-4, t, severityStyle(f.Severity))
		fmt.Fprintf(t, " %s %s %s\n", t.styled(blue, fmt.Sprintf("%*d", gutter, e.line)), bar, rows[0])
		for _, row := range rows[1:] {
			fmt.Fprintf(t, "%s%s %s\n", margin, bar, row)
		}
	}
	if len(more) > 0 {
		t.note(gutter, "also at", strings.Join(more, ", "))
	}
	for _, n := range notes(r.Article, f) {
		t.note(gutter, "note", n)
	}
	if help := helpOf(f); help != "" {
		t.note(gutter, "help", help)
	}
	t.mends(gutter, r.Article, findings)
	fmt.Fprintln(t)
}

// arrow says where the first place is, and at the right margin which claims and
// sources are concerned.
func (t terminal) arrow(r check.Result, index *article.Index, findings []check.Finding) {
	place := index.Locate(findings[0].Span.Start)
	at := t.position(r.Article.Name, place)
	claims, sources := concerned(r.Article, findings)
	var about []string
	if len(claims) > 0 {
		about = append(about, pluralWord(len(claims), "claim ", "claims ")+listWords(claims))
	}
	if len(sources) > 0 {
		about = append(about, pluralWord(len(sources), "source ", "sources ")+firstLabels(sources))
	}
	right := strings.Join(about, " · ")
	room := t.prose() - 6 - uniseg.StringWidth(position(r.Article.Name, place)) - uniseg.StringWidth(right)
	switch {
	case right == "":
		fmt.Fprintf(t, "  %s %s\n", t.styled(blue, "-->"), at)
	case room >= 2:
		fmt.Fprintf(t, "  %s %s%s%s\n", t.styled(blue, "-->"), at, strings.Repeat(" ", room), right)
	default:
		fmt.Fprintf(t, "  %s %s\n", t.styled(blue, "-->"), at)
		for _, line := range wrapped(right, t.prose()-6) {
			fmt.Fprintf(t, "      %s\n", line)
		}
	}
}

// firstLabels writes at most eight labels and counts the others.
func firstLabels(labels []string) string {
	const most = 8
	if len(labels) <= most {
		return strings.Join(labels, " ")
	}
	return strings.Join(labels[:most], " ") + fmt.Sprintf(" and %d more", len(labels)-most)
}

// concerned returns the claims and the sources that findings are about.
func concerned(a *article.Article, findings []check.Finding) (claims, sources []string) {
	for _, f := range findings {
		for _, c := range f.Claims {
			claims = append(claims, claimID(c))
		}
		for _, ref := range f.References {
			sources = append(sources, safe(label(a, ref)))
		}
	}
	return distinct(claims), distinct(sources)
}

// note writes words under an excerpt, wrapped and indented under themselves.
func (t terminal) note(gutter int, kind, words string) {
	lead := strings.Repeat(" ", gutter+2) + t.styled(blue, "=") + " " + t.styled(bold, kind+":") + " "
	indent := gutter + 2 + 2 + len(kind) + 2
	for i, line := range wrapped(safe(words), t.prose()-indent) {
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		fmt.Fprintf(t, "%s%s\n", lead, line)
	}
}

// notes say where each date came from, and end in what decides.
func notes(a *article.Article, f check.Finding) []string {
	var all []string
	own := slices.Clone(f.Proof)
	own = slices.DeleteFunc(own, func(p article.Premise) bool {
		if !datesTheArticle(a, f, p) {
			return false
		}
		ofSources, ofText := premisesWords(a, []article.Premise{p}, " (stated)")
		all = append(all, "the article is no older than this: "+strings.Join(append(ofText, ofSources...), ", "))
		return true
	})
	ofSources, ofText := premisesWords(a, own, " (stated)")
	all = append(append(all, ofText...), ofSources...)
	if f.Line != "" {
		all = append(all, f.Line)
	}
	return all
}

// datesTheArticle reports whether a premise is in a proof for what it says of the
// article's own date: the day on which a source was read that the finding is not
// about.
func datesTheArticle(a *article.Article, f check.Finding, p article.Premise) bool {
	entry := entryAround(a, p.Span)
	return entry >= 0 && !slices.Contains(f.References, entry) &&
		slices.ContainsFunc(a.Dated.Because, func(d article.Premise) bool { return d.Span == p.Span })
}

func helpOf(f check.Finding) string {
	if f.Help == "" && len(f.Fixes) > 0 {
		return f.Fixes[0].Message
	}
	return f.Help
}

func lastLineOf(excerpts []excerpt) int {
	last := 1
	for _, e := range excerpts {
		last = max(last, e.line)
	}
	return last
}

// excerpts returns the lines of the file to show for findings of one cause, and
// the positions of the places beyond.
func (t terminal) excerpts(a *article.Article, index *article.Index, lines sourceLines, findings []check.Finding) (shown []excerpt, more []string) {
	add := func(s article.Span, words string, primary bool) {
		if s.IsZero() {
			return
		}
		start, end := index.Range(s)
		i := slices.IndexFunc(shown, func(e excerpt) bool { return e.line == start.Line })
		if i < 0 {
			shown = append(shown, lines.excerpt(start))
			i = len(shown) - 1
		}
		if !shown[i].mark(start.Offset, end.Offset, safe(words), primary) {
			more = append(more, t.elsewhere(a.Name, start))
		}
	}
	for i, f := range findings {
		if i >= shownPlaces {
			more = append(more, t.elsewhere(a.Name, index.Locate(f.Span.Start)))
			continue
		}
		add(f.Span, f.Label, true)
		related := touching(f.Related)
		for _, r := range related[:min(len(related), shownMarks)] {
			add(r.Span, r.Label, false)
		}
		for _, r := range related[min(len(related), shownMarks):] {
			more = append(more, t.elsewhere(a.Name, index.Locate(r.Span.Start)))
		}
	}
	more = distinct(more)
	if n := len(more); n > 12 {
		more = append(more[:12], fmt.Sprintf("and %d more", n-12))
	}
	slices.SortStableFunc(shown, func(x, y excerpt) int { return x.line - y.line })
	return shown, more
}
