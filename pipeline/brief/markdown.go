package brief

import (
	"cmp"
	"fmt"
	"strings"
)

// Markdown returns the briefing as GitHub-flavoured Markdown. What it takes
// from the article is escaped and can form no markup of its own. The figure is
// the file beside it that has the timeline's picture; empty is none.
func (b Briefing) Markdown(figure string) []byte {
	var m markdown
	m.cover(b)
	m.howToRead()
	m.keyFindings(b)
	m.timeline(b.Timeline, figure)
	m.article(b)
	m.claims(listingOf(b))
	m.sources(b.Sources)
	m.entities(b.Entities)
	m.method(b)
	m.provenance(b)
	return []byte(strings.TrimRight(m.String(), "\n") + "\n")
}

// markdown is a document in the making. Every part ends in a blank line.
type markdown struct{ strings.Builder }

func (m *markdown) heading(level int, text string) {
	fmt.Fprintf(m, "%s %s\n\n", strings.Repeat("#", level), text)
}

func (m *markdown) paragraph(format string, args ...any) {
	fmt.Fprintf(m, format+"\n\n", args...)
}

func (m *markdown) table(head []string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	m.row(head)
	m.WriteString("|" + strings.Repeat(" --- |", len(head)) + "\n")
	for _, r := range rows {
		m.row(r)
	}
	m.WriteString("\n")
}

func (m *markdown) row(cells []string) {
	m.WriteString("|")
	for _, c := range cells {
		m.WriteString(" " + cmp.Or(c, "–") + " |")
	}
	m.WriteString("\n")
}

func (m *markdown) cover(b Briefing) {
	m.heading(1, "Briefing: "+inert(b.Title))
	m.paragraph("**%s %s.** %s", b.Cover.Tone.Glyph(), b.Cover.Verdict, b.Cover.Sentence)
	m.paragraph("%s", countsWords(b.Counts))
	var rows [][]string
	for i, v := range Verdicts {
		rows = append(rows, []string{v.Tone.Glyph() + " " + v.Name, fmt.Sprint(b.Counts.Verdicts[i])})
	}
	rows = append(rows, []string{"**claims**", fmt.Sprintf("**%d**", b.Counts.Claims)})
	m.table([]string{"verdict", "claims"}, rows)
	m.paragraph("%s", inert(b.Dated))
	m.paragraph("Day of the run: %s. Input: %s, SHA-256 %s.", dayWords(b.AsOf), code(b.Name), code(b.SHA256))
}

func (m *markdown) howToRead() {
	m.heading(2, "How to read")
	m.paragraph("%s %s", Standing, verdictsBelong)
	for _, v := range Verdicts {
		fmt.Fprintf(m, "- %s **%s**: %s.\n", v.Tone.Glyph(), v.Name, v.Meaning)
	}
	m.WriteString("\n")
	m.paragraph("Confidence says what a verdict rests on.")
	for _, c := range Rubric {
		fmt.Fprintf(m, "- **%s**: %s.\n", c.Level, c.Meaning)
	}
	m.WriteString("\n")
	m.paragraph("Not checked: %s.", strings.Join(NotChecked, "; "))
}

func (m *markdown) keyFindings(b Briefing) {
	m.heading(2, "Key findings")
	if len(b.Findings) == 0 {
		m.paragraph("%s", noFindings)
		return
	}
	if words := toldWords(b); words != "" {
		m.paragraph("%s", words)
	}
	key := min(keyFindings, len(b.Findings))
	for _, f := range b.Findings[:key] {
		m.finding(f)
	}
	if key == len(b.Findings) {
		return
	}
	m.heading(3, "Further findings")
	var rows [][]string
	for _, f := range b.Findings[key:] {
		rows = append(rows, []string{
			f.ID, f.Tone().Glyph() + " " + f.gradeWords(), code(f.Rule), furtherCell(f),
			strings.Join(f.Claims, " "), labelsWords(f.Sources), placesWords(f.Places),
		})
	}
	m.table([]string{"ID", "severity", "rule", "finding", "claims", "sources", "lines"}, rows)
}

// labelsWords writes the first of many labels, and counts the others.
func labelsWords(labels []string) string {
	return inert(fewOf(labels, 2*few, " "))
}

// furtherCell tells a finding in short: what, of which words first, and the way out.
func furtherCell(f Finding) string {
	words := inert(f.Message)
	if len(f.Places) > 0 {
		words += " “" + inert(quoted(f.Places[0].Quote(), 110)) + "”"
	}
	return words + prefixed(" **Mend** ", inert(f.Mend))
}

func (m *markdown) finding(f Finding) {
	m.heading(3, fmt.Sprintf("%s %s %s", f.ID, f.Tone().Glyph(), inert(strings.TrimSuffix(f.Message, "."))))
	where := []string{"**" + f.gradeWords() + "**", code(f.Rule)}
	if len(f.Claims) > 0 {
		where = append(where, pluralWord(len(f.Claims), "claim ", "claims ")+listWords(f.Claims))
	}
	if len(f.Sources) > 0 {
		where = append(where, pluralWord(len(f.Sources), "source ", "sources ")+labelsWords(f.Sources))
	}
	m.paragraph("%s", strings.Join(where, " · "))
	for _, p := range f.Places[:min(len(f.Places), shownPlaces)] {
		fmt.Fprintf(m, "> “%s” (line %d%s)\n>\n", markedQuote(p), p.Line, prefixed(", claim ", p.Claim))
	}
	if more := len(f.Places) - shownPlaces; more > 0 {
		fmt.Fprintf(m, "> and in %s (line and column): %s\n>\n", plural(more, "further place"), placesWords(f.Places[shownPlaces:]))
	}
	m.trimQuote()
	for _, part := range findingParts(f) {
		fmt.Fprintf(m, "- **%s** %s\n", part.Head, inert(part.Text))
	}
	m.WriteString("\n")
}

// trimQuote ends a block quote without the empty line that parts its paragraphs.
func (m *markdown) trimQuote() {
	text := strings.TrimSuffix(m.String(), ">\n")
	m.Reset()
	m.WriteString(text + "\n")
}

// markedQuote writes a place in its surroundings, its own words marked where
// they are not all.
func markedQuote(p Place) string {
	if p.Before == "" && p.After == "" {
		return inert(p.Words)
	}
	before, after := inert(p.Before), inert(p.After)
	if strings.HasSuffix(p.Before, " ") {
		before += " "
	}
	if strings.HasPrefix(p.After, " ") {
		after = " " + after
	}
	return before + "**" + inert(p.Words) + "**" + after
}

func (m *markdown) timeline(t Timeline, figure string) {
	m.heading(2, "Timeline")
	if len(t.Rows) == 0 {
		m.paragraph("%s", noTimeline)
		return
	}
	m.paragraph("**%s.**", t.Title)
	if figure != "" {
		m.paragraph("![Timeline: %s. The table below has its dates.](<%s>)", t.Title, destination(fileLink(figure)))
	}
	var rows [][]string
	for _, r := range t.Rows {
		var events []string
		for _, e := range r.Events {
			events = append(events, eventWords(e))
		}
		rows = append(rows, []string{
			inert(r.Label), inert(r.Name), timeWords(r.Stated), timeWords(r.InURL), dayWords(r.Read), strings.Join(events, "; "),
		})
	}
	m.table([]string{"source", "publisher", "stated ▬", "in URL ●", "read ▼", "cited for a time from ◆"}, rows)
	if t.Omitted > 0 {
		m.paragraph("%s", t.omittedWords())
	}
}

func eventWords(e TimelineEvent) string {
	words := dayWords(e.Day) + " (" + strings.Join(e.Claims, " ")
	switch {
	case e.Older && e.ReadBefore:
		return words + "; ✗ the source is older and was read before)"
	case e.Older:
		return words + "; ✗ the source is older)"
	case e.ReadBefore:
		return words + "; ✗ it was read before)"
	}
	return words + ")"
}

func (m *markdown) claims(l listing) {
	m.heading(2, "Claims")
	if len(l.claims)+len(l.others) == 0 {
		m.paragraph("No claim was found.")
		return
	}
	if words := l.claimWords(len(l.others)); words != "" && len(l.claims) > 0 {
		m.paragraph("%s", words)
	}
	var rows [][]string
	for _, c := range l.claims {
		v := wordsOf(c.Word)
		why := c.Reason
		if c.Proof != "" {
			why += " (" + c.Proof + ")"
		}
		rows = append(rows, []string{
			c.ID, fmt.Sprint(c.Line), claimCell(c), inert(spokenWords(c)), inert(sourceRefs(c.Sources)),
			v.Tone.Glyph() + " " + v.Name, c.confidence(), inert(why), strings.Join(c.Findings, " "),
		})
	}
	m.table([]string{"ID", "line", "claim", "speaks of", "sources", "verdict", "confidence", "reason", "findings"}, rows)
	rows = nil
	for _, c := range l.others {
		v := wordsOf(c.Word)
		rows = append(rows, []string{c.ID, fmt.Sprint(c.Line), claimCell(c), inert(sourceRefs(c.Sources)), v.Tone.Glyph() + " " + v.Name})
	}
	m.table([]string{"ID", "line", "other claims", "sources", "verdict"}, rows)
}

// claimCell quotes a claim behind the heads of the table that it stands in.
func claimCell(c Claim) string {
	if c.Where == "" {
		return inert(c.Quote)
	}
	return "*" + inert(c.Where+":") + "* " + inert(c.Quote)
}

func (m *markdown) sources(sources []Source) {
	m.heading(2, "Sources")
	if len(sources) == 0 {
		m.paragraph("The article has no list of references.")
		return
	}
	var rows [][]string
	for _, s := range sources {
		title := inert(s.Title)
		if s.URL != "" {
			title = fmt.Sprintf("[%s](<%s>)", cmp.Or(title, inert(s.Domain)), destination(s.URL))
		}
		age := s.Age
		if s.KeptUp != "" {
			age = strings.TrimPrefix(age+"; kept up: "+s.KeptUp, "; ")
		}
		rows = append(rows, []string{
			inert(s.Label), inert(s.Publisher), title, inert(s.Domain), inert(s.Stated), s.InURL, s.Read, inert(age),
			strings.Join(s.UsedBy, " "), strings.Join(s.Flags, " "),
		})
	}
	m.table([]string{"no.", "publisher", "title", "domain", "stated", "in URL", "read", "older than its newest claim", "used by", "findings"}, rows)
}

func (m *markdown) entities(entities []Entity) {
	m.heading(2, "Entities")
	if len(entities) == 0 {
		m.paragraph("No name was recognised.")
		return
	}
	var rows [][]string
	for _, e := range entities {
		rows = append(rows, []string{inert(e.Name), string(e.Kind), inert(strings.Join(e.Roles, "; ")), fmt.Sprint(e.Mentions), listWords(e.Claims)})
	}
	m.table([]string{"name", "kind", "roles in the text", "mentions", "claims"}, rows)
}

func (m *markdown) method(b Briefing) {
	m.heading(2, "Method and limits")
	for _, s := range methodWords {
		m.paragraph("%s", s)
	}
	m.listed("Rules that spoke here:", firedWords(b.Fired))
	m.listed("In this article:", b.Limits)
}

// listed writes a list under its head, nothing where it is empty.
func (m *markdown) listed(head string, items []string) {
	if len(items) == 0 {
		return
	}
	m.paragraph("%s", head)
	for _, item := range items {
		fmt.Fprintf(m, "- %s\n", inert(item))
	}
	m.WriteString("\n")
}

func (m *markdown) provenance(b Briefing) {
	m.heading(2, "Provenance")
	for _, p := range provenance(b) {
		fmt.Fprintf(m, "- %s: %s\n", p.Head, code(p.Text))
	}
	m.WriteString("\n")
}
