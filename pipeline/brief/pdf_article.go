package brief

import (
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/brief/page"
)

// The annotated article: two thirds text, one third notes.
const (
	articleGap   = 16.0
	articleShare = 2.0 / 3
	noteGap      = 4.0
)

var (
	articleStyle = page.Style{Face: page.Serif, Size: 9, Leading: 12.6, Colour: ink}
	remarkStyle  = page.Style{Face: page.Sans, Size: 6.8, Leading: 9, Colour: ink, Language: documentLanguage}
)

// underlines tells verdicts apart without colour: two lines, dashes, one line,
// dots.
func underlines(t Tone) []page.Rule {
	line := func(below, width float64, dash ...float64) page.Rule {
		return page.Rule{Below: below, Pen: page.Pen{Width: width, Colour: t.colour(), Dash: dash}}
	}
	switch t {
	case ToneConflict:
		return []page.Rule{line(2, 0.6), line(3.4, 0.6)}
	case ToneReview:
		return []page.Rule{line(2.3, 0.8, 3.2, 1.6)}
	case ToneConsistent:
		return []page.Rule{line(2.3, 0.5)}
	case ToneUnknown:
		return []page.Rule{line(2.3, 0.5, 0.6, 2.2)}
	case ToneNote:
		return []page.Rule{line(2.3, 0.5, 6, 1.5, 0.6, 1.5)}
	}
	return nil
}

// annotated is the article being set: its text in one column, and in another
// what is said of it, each note beside the line it is about.
type annotated struct {
	sheets
	language string // of the text, empty where it is that of the briefing
	claims   map[string]Claim
	findings map[string]Finding
	told     map[string]bool // findings whose message a note has given
	text     []page.Box
	heads    []page.Box // that wait for what they stand over
	height   float64    // of the text
	joints   []float64  // heights at which the text may be divided, ascending
	notes    []note
}

// note is what stands beside the text at a height.
type note struct {
	y   float64
	box page.Box
}

// article shows the article's text with its claims and findings.
func (s sheets) article(b Briefing) {
	passages := shownPassages(b)
	if len(passages) == 0 {
		return
	}
	s.section("The article, annotated")
	s.Add(s.line(noteStyle, s.width, s.articleWords(passages)), page.KeepWithNext)
	s.Add(s.underlineLegend(), page.Before(5), page.KeepWithNext)
	a := annotated{sheets: s, claims: map[string]Claim{}, findings: map[string]Finding{}, told: map[string]bool{}}
	if b.Language != "und" && b.Language != documentLanguage {
		a.language = b.Language
	}
	for _, c := range b.Claims {
		a.claims[c.ID] = c
	}
	for _, f := range b.Findings {
		a.findings[f.ID] = f
	}
	for i := 0; i < len(passages); {
		end := rowEnd(passages, i)
		a.passage(passages[i:end])
		i = end
	}
	s.Add(page.Beside(
		page.Placed{Box: page.Stack(append(a.text, a.heads...)...)},
		page.Placed{X: a.textWidth() + articleGap, Box: a.margin()}), page.Before(8))
}

func (s sheets) textWidth() float64 { return (s.width - articleGap) * articleShare }

func (s sheets) noteWidth() float64 { return s.width - articleGap - s.textWidth() }

// articleWords says what is shown of the article.
func (s sheets) articleWords(shown []Passage) string {
	words := "Each claim is underlined by its verdict and followed by its ID; what was decided or found stands beside it. The references stand in the table of sources."
	if s.listed.long {
		words += fmt.Sprintf(" The article has more than %d words: of it only what a finding speaks of is shown, %s.",
			longArticle, plural(len(shown), "paragraph"))
		if len(shown) == mostPassages {
			words += " Where more had findings, those with the gravest stand here."
		}
	}
	return words
}

// underlineLegend shows the five lines that claims and findings stand on.
func (s sheets) underlineLegend() page.Box {
	var spans []page.Span
	for i, v := range []struct {
		tone Tone
		name string
	}{{ToneConflict, "before the time"}, {ToneReview, "needs review"}, {ToneConsistent, "consistent"}, {ToneUnknown, "date unknown or uncited"}, {ToneNote, "a finding outside claims"}} {
		if i > 0 {
			spans = append(spans, page.Span{Text: "   ", Style: labelStyle})
		}
		sign := in(labelStyle, v.tone.colour())
		sign.Face = page.SansBold
		spans = append(spans, page.Span{Text: v.tone.Glyph() + " ", Style: sign}, page.Span{Text: v.name, Style: in(labelStyle, v.tone.colour()), Under: underlines(v.tone)})
	}
	return s.Text(s.width, page.Left, spans...)
}

// passage sets one block, or the cells of one row run together.
func (a *annotated) passage(cells []Passage) {
	style, indent, role := speaking(articleStyle, a.spoken), 0.0, page.Paragraph
	before := 5.0
	var spans []page.Span
	switch cells[0].Kind {
	case article.Heading:
		style.Face, role, before = page.SerifBold, page.Topic, 9
		style.Language = ""
	case article.ListItem:
		indent = 10
		spans = append(spans, page.Span{Text: "• ", Style: style})
	case article.Quote:
		style.Face, indent, role = page.SerifItalic, 14, page.Quotation
	case article.Cell, article.TableHead:
		style.Size, before = style.Size-0.6, 3
	}
	notes := map[int][]page.Box{} // by the span that they stand beside
	var starts = map[string]int{} // of claims
	for i, p := range cells {
		if i > 0 {
			spans = append(spans, page.Span{Text: "  |  ", Style: in(style, grey)})
		}
		for _, st := range p.Stretches {
			if _, begun := starts[st.Claim]; st.Claim != "" && !begun {
				starts[st.Claim] = len(spans)
			}
			at := len(spans)
			spans = append(spans, a.stretch(st, style)...)
			if c, known := a.claims[st.Claim]; known && st.Ends {
				notes[starts[st.Claim]] = append(notes[starts[st.Claim]], a.claimNote(c)...)
			}
			for _, sign := range st.Signs {
				notes[at] = append(notes[at], a.findingNote(a.findings[sign.Finding])...)
			}
		}
	}
	box, tops := a.Located(a.textWidth()-indent, page.Left, spans...)
	if box.Height() == 0 {
		return
	}
	if a.height > 0 {
		a.put(page.Space(before), false)
	}
	for i, top := range tops {
		for _, box := range notes[i] {
			a.notes = append(a.notes, note{a.height + top, box})
		}
	}
	a.divisible(box.Height(), style.Leading)
	a.put(box.Indent(indent).As(role).Speaking(a.language), cells[0].Kind == article.Heading)
}

// headsTogether is how many boxes may wait: a page could not hold any number.
const headsTogether = 6

// put adds to the text. A heading stays on the page of what follows it.
func (a *annotated) put(box page.Box, heading bool) {
	a.height += box.Height()
	if len(a.heads) < headsTogether && (heading || len(a.heads) > 0 && box.Blank()) {
		a.heads = append(a.heads, box)
		return
	}
	a.text = append(a.text, page.Bound(append(a.heads, box)...))
	a.heads = nil
}

// divisible notes where the passage that follows may be divided: at its ends, and
// between lines that leave two on each side.
func (a *annotated) divisible(height, leading float64) {
	a.joints = append(a.joints, a.height)
	for y := 2 * leading; y <= height-2*leading; y += leading {
		a.joints = append(a.joints, a.height+y)
	}
	a.joints = append(a.joints, a.height+height)
}

// margin puts each note as near to its height as those above it allow. One that
// they displace begins where the text may be divided, so that a page can end
// between the two.
func (a *annotated) margin() page.Box {
	var boxes []page.Box
	noted, next := 0.0, 0
	for _, n := range a.notes {
		y := n.y
		if least := noted + noteGap; noted > 0 && y < least {
			for next < len(a.joints) && a.joints[next] < least {
				next++
			}
			if y = least; next < len(a.joints) && a.joints[next]-least < articleStyle.Leading {
				y = a.joints[next]
			}
		}
		if y > noted {
			boxes = append(boxes, page.Space(y-noted))
		}
		boxes = append(boxes, n.box)
		noted = max(noted, y) + n.box.Height()
	}
	return page.Stack(boxes...)
}

// stretch sets a run of text as what it is, with the signs that follow it.
func (a *annotated) stretch(st Stretch, style page.Style) []page.Span {
	span := page.Span{Text: st.Text, Style: style}
	c, inClaim := a.claims[st.Claim]
	tone := wordsOf(c.Word).Tone
	switch {
	case inClaim:
		span.Under = underlines(tone)
	case st.Marked:
		span.Under = underlines(ToneNote)
	}
	if st.Source != "" {
		to := a.pointer(style, sourceAnchor, st.Source)
		span.Style.Colour, span.Anchor, span.URL = to.Style.Colour, to.Anchor, to.URL
	}
	spans := []page.Span{span}
	sign := func(words, anchor string, t Tone) {
		small := page.Style{Face: page.SansBold, Size: 6, Leading: style.Leading, Colour: t.colour()}
		spans = append(spans, page.Span{Text: "\u00A0" + words, Style: small, Anchor: anchor})
	}
	if inClaim && st.Ends {
		sign(c.ID+tone.Glyph(), a.pointer(style, claimAnchor, c.ID).Anchor, tone)
	}
	for _, s := range st.Signs {
		f := a.findings[s.Finding]
		sign(f.ID+f.Tone().Glyph(), findingAnchor+f.ID, f.Tone())
	}
	return spans
}

// remarks is how many findings the note on a claim names.
const remarks = 8

// claimNote says what was decided of a claim and what was found in it; a claim
// that is in order has no note, since its sign says so.
func (a *annotated) claimNote(c Claim) []page.Box {
	v := wordsOf(c.Word)
	beyond := v.Tone == ToneConflict || v.Tone == ToneReview
	if !beyond && len(c.Findings) == 0 {
		return nil
	}
	head := in(remarkStyle, v.Tone.colour())
	head.Face = page.SansBold
	spans := []page.Span{{Text: c.ID + " " + v.Tone.Glyph() + " " + v.Name, Style: head, Anchor: a.pointer(head, claimAnchor, c.ID).Anchor}}
	if beyond && c.Time != "" {
		spans = append(spans, page.Span{Text: "  speaks of " + abbreviated(c.Time), Style: remarkStyle})
	}
	for i := 0; i < min(remarks, len(c.Findings)); i++ {
		if id := c.Findings[i]; a.told[id] {
			spans = append(spans, a.again(a.findings[id])...)
		}
	}
	parts := []page.Box{a.Text(a.noteWidth(), page.Left, spans...)}
	for i, id := range c.Findings {
		if i == remarks {
			parts = append(parts, a.line(remarkStyle, a.noteWidth(), fmt.Sprintf("and %d more", len(c.Findings)-i)))
			break
		}
		if !a.told[id] {
			parts = append(parts, a.remark(a.findings[id]))
		}
	}
	return []page.Box{page.Stack(parts...).Whole().As(page.Aside)}
}

func (a *annotated) findingNote(f Finding) []page.Box {
	if a.told[f.ID] {
		return nil
	}
	return []page.Box{a.remark(f).Whole().As(page.Aside)}
}

// again refers to a finding that an earlier note has told.
func (a *annotated) again(f Finding) []page.Span {
	return []page.Span{{Text: "  ", Style: remarkStyle}, a.remarkHead(f), {Text: "\u00A0as\u00A0above", Style: remarkStyle}}
}

// remark names a finding with its message.
func (a *annotated) remark(f Finding) page.Box {
	a.told[f.ID] = true
	return a.Text(a.noteWidth(), page.Left, a.remarkHead(f), page.Span{Text: " " + quoted(f.Message, 160), Style: remarkStyle})
}

func (a *annotated) remarkHead(f Finding) page.Span {
	head := in(remarkStyle, f.Tone().colour())
	head.Face = page.SansBold
	return page.Span{Text: f.ID + "\u00A0" + f.Tone().Glyph(), Style: head, Anchor: findingAnchor + f.ID}
}
