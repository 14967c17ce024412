package brief

import (
	"fmt"
	"strings"

	"citevet/pipeline/brief/page"
)

func (s sheets) keyFindings(b Briefing) {
	s.section("Key findings")
	if len(b.Findings) == 0 {
		s.Add(s.line(bodyStyle, s.width, "Nothing was found."))
		return
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
	c := f.Tone().colour()
	heading := page.Joined(page.Topic,
		s.Text(nameWidth, page.Left, page.Span{Text: f.ID + "  ", Style: in(strongStyle, ink)},
			page.Span{Text: f.Tone().Glyph() + " ", Style: in(headStyle, c)}, page.Span{Text: f.Grade(), Style: in(headStyle, c)}),
		s.line(strongStyle, s.readWidth(), strings.TrimSuffix(f.Message, ".")))
	margin := []page.Box{heading[0], s.line(labelStyle, nameWidth, f.Rule).As(page.Paragraph)}
	if len(f.Claims) > 0 {
		margin = append(margin, s.fewRefs(nameWidth, f.Claims, claimAnchor).As(page.Paragraph))
	}
	if len(f.Sources) > 0 {
		margin = append(margin, s.fewRefs(nameWidth, f.Sources, sourceAnchor).As(page.Paragraph))
	}
	head := []page.Box{heading[1]}
	for _, p := range f.Places[:min(len(f.Places), shownPlaces)] {
		head = append(head, page.Space(2), s.place(p).As(page.Quotation))
	}
	if more := len(f.Places) - shownPlaces; more > 0 {
		head = append(head, s.line(labelStyle, s.readWidth(), "and in "+plural(more, "further place")+": "+placesWords(f.Places[shownPlaces:])).As(page.Paragraph))
	}
	var parts []page.Box
	for _, p := range findingParts(f) {
		parts = append(parts, page.Stack(page.Space(2), s.Text(s.readWidth(), page.Left,
			page.Span{Text: p.Head + "  ", Style: page.Style{Face: page.SansBold, Size: 7.2, Leading: findingStyle.Leading, Colour: grey}},
			page.Span{Text: p.Text, Style: findingStyle})).Whole().As(page.Paragraph))
	}
	// A page may end only where enough of the finding stands on both sides.
	early, late := min(2, len(parts)), max(len(parts)-2, min(2, len(parts)))
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
	spans := []page.Span{{Text: "“", Style: quoteStyle}, {Text: p.Words, Style: quoteStyle}, {Text: "”", Style: quoteStyle}}
	if p.Before != "" || p.After != "" {
		mark := quoteStyle
		mark.Face = page.SerifBold
		spans = []page.Span{{Text: "“" + p.Before, Style: quoteStyle}, {Text: p.Words, Style: mark}, {Text: p.After + "”", Style: quoteStyle}}
	}
	return s.Text(s.readWidth(), page.Left, append(spans, page.Span{Text: fmt.Sprintf("  line %d", p.Line), Style: labelStyle})...)
}

// fewRefs sets the first of many references in the margin.
func (s sheets) fewRefs(width float64, names []string, prefix string) page.Box {
	return s.Text(width, page.Left, s.firstRefs(labelStyle, names, prefix)...)
}

// firstRefs sets the first of many references, and counts the others.
func (s sheets) firstRefs(style page.Style, names []string, prefix string) []page.Span {
	const most = 24
	spans := s.refs(style, names[:min(len(names), most)], prefix)
	if len(names) > most {
		spans = append(spans, page.Span{Text: fmt.Sprintf(" and %d more", len(names)-most), Style: style})
	}
	return spans
}

// furtherFindings lists what is not told at length.
func (s sheets) furtherFindings(findings []Finding) {
	s.Add(s.line(strongStyle, s.width, "Further findings").As(page.Topic).Outlined("further", "Further findings", 1), page.Before(18), page.KeepWithNext)
	widths := []float64{22, 50, 0, 60, 70}
	widths[2] = s.width - 22 - 50 - 60 - 70 - 4*tableGutter
	t := s.hairTable(page.Column{Title: "ID", Width: widths[0]}, page.Column{Title: "severity", Width: widths[1]}, page.Column{Title: "finding", Width: widths[2]},
		page.Column{Title: "claims", Width: widths[3]}, page.Column{Title: "sources, places", Width: widths[4]})
	for _, f := range findings {
		c := f.Tone().colour()
		sign := in(beside(smallStyle), c)
		sign.Face = page.SansBold
		what := s.Text(widths[2], page.Left, page.Span{Text: f.Message + "  ", Style: smallStyle}, page.Span{Text: f.Rule, Style: labelStyle})
		if f.Mend != "" {
			what = page.Stack(what, s.line(noteStyle, widths[2], f.Mend))
		}
		t.Row(
			s.line(smallStyle, widths[0], f.ID).Anchored(findingAnchor+f.ID),
			s.Text(widths[1], page.Left, page.Span{Text: f.Tone().Glyph() + " ", Style: sign}, page.Span{Text: f.Grade(), Style: in(beside(smallStyle), c)}),
			what,
			s.Text(widths[3], page.Left, s.firstRefs(smallStyle, f.Claims, claimAnchor)...),
			page.Stack(s.Text(widths[4], page.Left, s.firstRefs(smallStyle, f.Sources, sourceAnchor)...),
				s.line(beside(smallStyle), widths[4], placesWords(f.Places))),
		)
	}
	s.AddTable(0, 4, t)
}
