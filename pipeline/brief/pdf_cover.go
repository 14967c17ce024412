package brief

import (
	"fmt"
	"strings"

	"citevet/pipeline/brief/page"
)

func (s sheets) cover(b Briefing) {
	c := b.Cover
	s.Add(s.line(labelStyle, s.width, "Citation briefing · "+dayWords(b.AsOf)))
	s.Add(s.line(titleStyle, s.width, b.Title).As(page.Title), page.Before(6))
	verdict := page.Style{Face: page.SerifBold, Size: 14, Leading: 18, Colour: c.Tone.colour()}
	sign := verdict
	sign.Face = page.SansBold
	s.Add(s.Text(s.width, page.Left,
		page.Span{Text: c.Tone.Glyph() + " ", Style: sign}, page.Span{Text: c.Verdict, Style: verdict}).
		Outlined("cover", "Cover", 0), page.Before(14))
	s.Add(s.line(bodyStyle, s.width, c.Sentence), page.Before(3))
	s.Add(s.verdictCounts(b.Counts), page.Before(16))
	s.Add(s.line(bodyStyle, s.width, countsWords(b.Counts)), page.Before(10))
	s.Add(s.line(bodyStyle, s.width, b.Dated), page.Before(3))
	if strip, ok := s.coverTimeline(b.Timeline); ok {
		s.Add(strip, page.Before(12))
	}
	s.Add(s.Text(s.width, page.Left,
		page.Span{Text: "Input ", Style: labelStyle}, page.Span{Text: b.Name, Style: in(labelStyle, ink)},
		page.Span{Text: "  SHA-256 ", Style: labelStyle}, page.Span{Text: b.SHA256, Style: labelStyle}), page.Before(10))
}

// verdictCounts sets the six counts on the grid's six columns; they sum to the
// number of claims, which the sentence below them names.
func (s sheets) verdictCounts(n Counts) page.Box {
	column := s.width / 6
	figure := page.Style{Face: page.SerifBold, Size: 20, Leading: 24}
	var parts []page.Placed
	for i, v := range Verdicts {
		number := figure
		number.Colour = v.Tone.colour()
		if n.Verdicts[i] == 0 {
			number.Face, number.Colour = page.Serif, grey
		}
		width := column - 10
		box := page.Stack(
			s.line(number, width, fmt.Sprint(n.Verdicts[i])),
			s.verdictName(width, labelStyle, v))
		parts = append(parts, page.Placed{X: float64(i) * column, Box: box.Whole().As(page.Paragraph)})
	}
	rule := s.Draw(4)
	rule.Line(0, 0, s.width, 0, page.Pen{Width: 0.6, Colour: hairline})
	return page.Stack(rule.Box(), page.Beside(parts...)).Whole()
}

// verdictName sets a verdict with its glyph, in line with text of a style.
func (s sheets) verdictName(width float64, text page.Style, v VerdictWords) page.Box {
	name := in(beside(text), v.Tone.colour())
	sign := name
	sign.Face = page.SansBold
	return s.Text(width, page.Left, page.Span{Text: v.Tone.Glyph() + " ", Style: sign}, page.Span{Text: v.Name, Style: name})
}

func (s sheets) howToRead() {
	s.section("How to read")
	s.Add(s.line(bodyStyle, s.width, Standing+" "+verdictsBelong))
	column := (s.width - 2*gutter) / 2
	var verdicts, rubric []page.Box
	for _, v := range Verdicts {
		verdicts = append(verdicts, s.term(column, v.Tone.Glyph()+" "+v.Name, v.Tone.colour(), sentenceCase(v.Meaning)), page.Space(2))
	}
	for _, c := range Rubric {
		rubric = append(rubric, s.term(column, string(c.Level)+" confidence", grey, sentenceCase(c.Meaning)), page.Space(2))
	}
	rubric = append(rubric, s.term(column, "not checked", grey, sentenceCase(strings.Join(NotChecked, "; "))))
	s.Add(page.Beside(page.Placed{Box: page.Stack(verdicts...).Whole()}, page.Placed{X: column + 2*gutter, Box: page.Stack(rubric...).Whole()}), page.Before(7))
}

// term sets a name with its meaning run on.
func (s sheets) term(width float64, name string, c page.Colour, meaning string) page.Box {
	sign := in(beside(smallStyle), c)
	sign.Face = page.SansBold
	return s.Text(width, page.Left, page.Span{Text: name + "  ", Style: sign}, page.Span{Text: meaning, Style: speaking(smallStyle, documentLanguage)}).As(page.Paragraph)
}

// coverTimeline draws all sources and events in a few lines: when they were
// published, when they were read, what times they are cited for, and which of
// those are beyond them.
func (s sheets) coverTimeline(t Timeline) (page.Box, bool) {
	t = t.whole()
	const names, height = 72.0, 11.0
	p, ok := t.calendar(names, s.width-6)
	if !ok {
		return page.Box{}, false
	}
	lines := t.stripLines()
	w := s.Draw(float64(len(lines))*height + 16)
	for i, words := range lines {
		w.Label(0, (float64(i)+0.5)*height+2.4, page.Left, page.Span{Text: words, Style: labelStyle})
	}
	s.axis(w, p, 0, float64(len(lines))*height)
	for _, r := range t.Rows {
		if i := r.Stated; !i.From.IsZero() && !i.To.IsZero() {
			w.Bar(p.x(i.From), 0.5*height-2.2, max(p.x(shift(i.To, 1))-p.x(i.From), 2), 4.4, barGrey)
		}
	}
	for _, r := range t.Rows {
		if u := r.InURL; !u.IsZero() {
			w.Disc(p.x(u.From.AddDays(u.From.DaysUntil(u.To)/2)), 0.5*height, 1.8, ink)
		}
		if !r.Read.IsZero() {
			triangle(w, p.x(r.Read), 1.5*height, markSize, accent)
		}
	}
	reached, missed := t.withinReach()
	for _, m := range eventMarks(p, reached, markSize) {
		diamonds(w, m, 2.5*height, markSize, ink)
	}
	for _, m := range eventMarks(p, missed, markSize) {
		diamonds(w, m, 3.5*height, markSize, ToneConflict.colour())
	}
	return w.Box().Pictured("Summary of the timeline, whose section tells the sources one by one: " + t.Title + "."), true
}
