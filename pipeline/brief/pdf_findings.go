package brief

import (
	"fmt"
	"strings"

	"citevet/pipeline/brief/page"
)

func (s sheets) keyFindings(b Briefing) {
	s.section("Key findings")
	if len(b.Findings) == 0 {
		s.Add(s.line(bodyStyle, s.width, noFindings))
		return
	}
	if words := toldWords(b); words != "" {
		s.Add(s.line(noteStyle, s.width, words), page.KeepWithNext)
		s.Add(page.Space(6), page.KeepWithNext)
	}
	key := min(keyFindings, len(b.Findings))
	for i, f := range b.Findings[:key] {
		before := 16.0
		if i == 0 {
			before = 0
		}
		s.finding(f, before)
	}
	if key < len(b.Findings) {
		s.furtherFindings(s.listed.findings[key:])
	}
	if more := len(b.Findings) - len(s.listed.findings); more > 0 {
		s.Add(s.line(noteStyle, s.width, "Not listed: "+plural(more, "finding")+" of lesser weight. The Markdown form of this briefing has all."), page.Before(4))
	}
}

func (s sheets) finding(f Finding, before float64) {
	heading := page.Joined(page.Topic,
		s.findingName(f, strongStyle),
		s.line(strongStyle, s.readWidth(), strings.TrimSuffix(f.Message, ".")))
	margin := []page.Box{heading[0], s.line(labelStyle, nameWidth, f.Rule).As(page.Paragraph)}
	if len(f.Claims) > 0 {
		margin = append(margin, s.marginRefs(f.Claims, claimAnchor).As(page.Paragraph))
	}
	if len(f.Sources) > 0 {
		margin = append(margin, s.marginRefs(f.Sources, sourceAnchor).As(page.Paragraph))
	}
	head := []page.Box{heading[1]}
	for _, p := range f.Places[:min(len(f.Places), shownPlaces)] {
		head = append(head, page.Space(2), s.place(p).As(page.Quotation))
	}
	if more := len(f.Places) - shownPlaces; more > 0 {
		head = append(head, s.line(labelStyle, s.readWidth(), "and in "+plural(more, "further place")+" (line and column): "+placesWords(f.Places[shownPlaces:])).As(page.Paragraph))
	}
	var parts []page.Box
	for _, p := range findingParts(f) {
		parts = append(parts, page.Stack(page.Space(2), s.Text(s.readWidth(), page.Left,
			s.partHead(p.Head, findingStyle), page.Span{Text: p.Text, Style: findingStyle})).Whole().As(page.Paragraph))
	}
	// A page may end only where enough of the finding stands on both sides.
	early := min(1, len(parts))
	late := max(len(parts)-2, early)
	text := append([]page.Box{page.Stack(append(head, parts[:early]...)...).Whole()}, parts[early:late]...)
	text = append(text, page.Stack(parts[late:]...).Whole())
	whole := page.Beside(page.Placed{Box: page.Stack(margin...).Whole()}, page.Placed{X: readLeft, Box: page.Stack(text...)})
	if whole.Height() < unsplit {
		whole = whole.Whole()
	}
	s.Add(whole.Outlined(findingAnchor+f.ID, f.ID+" "+strings.TrimSuffix(f.Message, "."), 1), page.Before(before))
}

// unsplit is the height below which a finding is not divided between pages.
const unsplit = 120

// place quotes the article, with the words in question upright among italics.
func (s sheets) place(p Place) page.Box {
	words := speaking(quoteStyle, s.spoken)
	spans := []page.Span{{Text: "“", Style: words}, {Text: p.Words, Style: words}, {Text: "”", Style: words}}
	if p.Before != "" || p.After != "" {
		mark := words
		mark.Face = page.SerifBold
		spans = []page.Span{{Text: "“" + p.Before, Style: words}, {Text: p.Words, Style: mark}, {Text: p.After + "”", Style: words}}
	}
	return s.Text(s.readWidth(), page.Left, append(spans, page.Span{Text: fmt.Sprintf("  line %d", p.Line), Style: labelStyle})...)
}

// marginRefs sets the first of many references in the margin.
func (s sheets) marginRefs(names []string, prefix string) page.Box {
	return s.Text(nameWidth, page.Left, s.firstRefs(labelStyle, names, prefix)...)
}

// firstRefs sets the first of many references, and counts the others.
func (s sheets) firstRefs(style page.Style, names []string, prefix string) []page.Span {
	return s.someRefs(style, names, prefix, 24)
}

// narrowRefs is how many references a narrow column of a table has.
const narrowRefs = 10

func (s sheets) someRefs(style page.Style, names []string, prefix string, most int) []page.Span {
	spans := s.refs(style, names[:min(len(names), most)], prefix)
	if len(names) > most {
		spans = append(spans, page.Span{Text: fmt.Sprintf(" and %d more", len(names)-most), Style: style})
	}
	return spans
}

// furtherFindings lists what is not told at length.
func (s sheets) furtherFindings(findings []Finding) {
	s.Add(s.line(strongStyle, s.width, "Further findings").As(page.Topic).Outlined("further", "Further findings", 1), page.Before(18), page.KeepWithNext)
	const claims, places = 46.0, 66.0
	what := s.width - nameWidth - claims - places - 3*tableGutter
	t := s.hairTable(page.Column{Title: "ID, severity, rule", Width: nameWidth}, page.Column{Title: "finding, and the way out", Width: what},
		page.Column{Title: "claims", Width: claims}, page.Column{Title: "sources, lines", Width: places})
	for _, f := range findings {
		name := page.Stack(s.findingName(f, smallStyle), s.line(labelStyle, nameWidth, f.Rule))
		t.Row(
			name.Anchored(findingAnchor+f.ID),
			s.further(f, what),
			s.Text(claims, page.Left, s.someRefs(smallStyle, f.Claims, claimAnchor, narrowRefs)...),
			page.Stack(s.Text(places, page.Left, s.someRefs(smallStyle, f.Sources, sourceAnchor, narrowRefs)...),
				s.line(beside(smallStyle), places, placesWords(f.Places))),
		)
	}
	s.AddTable(0, 4, t)
}

// findingName sets a finding's ID with its severity, as large as a style.
func (s sheets) findingName(f Finding, style page.Style) page.Box {
	sign := in(headStyle, f.Tone().colour())
	sign.Leading = style.Leading
	return s.Text(nameWidth, page.Left, page.Span{Text: f.ID + "  ", Style: style},
		page.Span{Text: f.Tone().Glyph() + " ", Style: sign}, page.Span{Text: f.gradeWords(), Style: sign})
}

// further tells a finding in short: what, of which words first, and the way out.
func (s sheets) further(f Finding, width float64) page.Box {
	what := s.line(smallStyle, width, f.Message)
	if len(f.Places) > 0 {
		quote := smallStyle
		quote.Face = page.SerifItalic
		what = page.Stack(what, s.line(quote, width, "“"+quoted(f.Places[0].Quote(), 110)+"”"))
	}
	if f.Mend != "" {
		what = page.Stack(what, page.Space(1), s.Text(width, page.Left, s.partHead("Mend", smallStyle), page.Span{Text: f.Mend, Style: in(smallStyle, grey)}))
	}
	return what
}

// partHead names what a sentence of a finding says.
func (s sheets) partHead(name string, text page.Style) page.Span {
	return page.Span{Text: name + "  ", Style: page.Style{Face: page.SansBold, Size: 7.2, Leading: text.Leading, Colour: grey}}
}
