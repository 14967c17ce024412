package brief

import (
	"cmp"
	"fmt"
	"strings"

	"citevet/pipeline/brief/page"
)

const tableGutter = 9.0

// hairTable returns a table in the briefing's manner: rules, no boxes.
func (s sheets) hairTable(columns ...page.Column) *page.Table {
	return s.NewTable(page.Table{
		Columns: columns, Gutter: tableGutter, Head: headStyle, Padding: 2.6, Named: true,
		Rule: page.Pen{Width: 0.4, Colour: hairline}, HeadPen: page.Pen{Width: 0.6, Colour: grey},
	})
}

func (s sheets) claims() {
	s.section("Claims")
	if words := s.listed.claimWords(mostOthers); words != "" && len(s.listed.claims) > 0 {
		s.Add(s.line(noteStyle, s.width, words), page.KeepWithNext)
		s.Add(page.Space(6), page.KeepWithNext)
	}
	claims := s.listed.claims
	if len(claims) == 0 {
		s.Add(s.line(bodyStyle, s.width, noClaims(s.listed)))
		s.otherClaims()
		return
	}
	widths := []float64{24, 0, 78, max(38, s.labelWidth(claims)), 98}
	widths[1] = s.width - widths[0] - widths[2] - widths[3] - widths[4] - 4*tableGutter
	t := s.hairTable(page.Column{Title: "ID", Width: widths[0]}, page.Column{Title: "claim, and why the verdict", Width: widths[1]},
		page.Column{Title: "speaks of", Width: widths[2]}, page.Column{Title: "sources", Width: widths[3]}, page.Column{Title: "verdict", Width: widths[4]})
	for _, c := range claims {
		t.Row(s.claimCells(c, widths)...)
	}
	s.AddTable(0, 0, t)
	s.otherClaims()
}

// otherClaims lists in small print the claims that the table leaves out.
func (s sheets) otherClaims() {
	others := s.listed.others[:min(mostOthers, len(s.listed.others))]
	if len(others) == 0 {
		return
	}
	const id, verdict = 26.0, 66.0
	words := s.width - id - verdict - 2*tableGutter
	t := s.NewTable(page.Table{
		Columns: []page.Column{{Title: "ID", Width: id}, {Title: "other claims", Width: words}, {Title: "verdict", Width: verdict}},
		Gutter:  tableGutter, Head: headStyle, Padding: 0.8, Named: true, HeadPen: page.Pen{Width: 0.4, Colour: hairline},
	})
	for _, c := range others {
		v := wordsOf(c.Word)
		t.Row(s.line(labelStyle, id, c.ID).Anchored(claimAnchor+c.ID), s.claimWords(printStyle, words, c),
			s.line(in(labelStyle, v.Tone.colour()), verdict, v.Tone.Glyph()+" "+v.Name))
	}
	s.AddTable(0, 10, t)
}

// claimWords quotes a claim behind the heads of the table that it stands in.
func (s sheets) claimWords(style page.Style, width float64, c Claim) page.Box {
	var heads []page.Span
	if c.Where != "" {
		heads = append(heads, page.Span{Text: c.Where + "  ", Style: beside(style)})
	}
	return s.Text(width, page.Left, append(heads, page.Span{Text: c.Quote, Style: speaking(style, s.spoken)})...)
}

func (s sheets) claimCells(c Claim, widths []float64) []page.Box {
	v := wordsOf(c.Word)
	why := c.Reason
	if c.Proof != "" {
		why += " " + sentenceCase(c.Proof)
	}
	claim := s.claimWords(smallStyle, widths[1], c)
	if why != "" {
		claim = page.Stack(claim, page.Space(1.5), s.line(noteStyle, widths[1], why))
	}
	spoken := s.line(smallStyle, widths[2], cmp.Or(abbreviated(c.Time), "–"))
	if c.Found != "" {
		spoken = page.Stack(spoken, s.line(noteStyle, widths[2], c.Found))
	}
	var sources []page.Span
	for i, r := range c.Sources {
		if i > 0 {
			sources = append(sources, page.Span{Text: " ", Style: smallStyle})
		}
		sources = append(sources, s.pointer(smallStyle, sourceAnchor, r.Label))
		if r.Failed() {
			sources = append(sources, page.Span{Text: r.Tone().Glyph(), Style: in(headStyle, r.Tone().colour())})
		}
	}
	var below []page.Span
	if confidence := c.confidence(); confidence != "" {
		below = append(below, page.Span{Text: confidence + " confidence  ", Style: labelStyle})
	}
	below = append(below, s.firstRefs(labelStyle, c.Findings, findingAnchor)...)
	verdict := s.verdictName(widths[4], smallStyle, v)
	if len(below) > 0 {
		verdict = page.Stack(verdict, s.Text(widths[4], page.Left, below...))
	}
	id := page.Stack(s.line(smallStyle, widths[0], c.ID), s.line(labelStyle, widths[0], fmt.Sprintf("l. %d", c.Line)))
	return []page.Box{id.Anchored(claimAnchor + c.ID), claim, spoken, s.Text(widths[3], page.Left, sources...), verdict}
}

// noClaims says why the table of claims is empty.
func noClaims(l listing) string {
	switch n := len(l.others); {
	case n > mostOthers:
		return fmt.Sprintf("Of no claim is there more to say than its verdict; the first %d of %d follow.", mostOthers, n)
	case n > 0:
		return "Of no claim is there more to say than its verdict."
	}
	return "No claim was found."
}

// noSources says why the table of sources is empty.
func noSources(l listing) string {
	if l.unlisted > 0 {
		return "No source has a finding."
	}
	return "The article has no list of references."
}

// abbreviated shortens the names of months, for narrow columns.
func abbreviated(time string) string { return shortMonths.Replace(time) }

var shortMonths = strings.NewReplacer("January", "Jan", "February", "Feb", "March", "Mar", "April", "Apr", "June", "Jun", "July", "Jul",
	"August", "Aug", "September", "Sep", "October", "Oct", "November", "Nov", "December", "Dec")

func (s sheets) sources() {
	s.section("Sources")
	if words := s.listed.sourceWords(); words != "" {
		s.Add(s.line(noteStyle, s.width, words), page.KeepWithNext)
		s.Add(page.Space(6), page.KeepWithNext)
	}
	sources := s.listed.sources
	if len(sources) == 0 {
		s.Add(s.line(bodyStyle, s.width, noSources(s.listed)))
		return
	}
	const date, age = 46.0, 60.0
	number := 26.0
	for _, src := range sources {
		number = min(mostLabel, max(number, s.Width(page.Span{Text: src.Label, Style: smallStyle})+1))
	}
	widths := []float64{number, s.width - number - 3*date - age - 5*tableGutter, date, date, date, age}
	t := s.hairTable(page.Column{Title: "no.", Width: widths[0]}, page.Column{Title: "source, and what it is used for", Width: widths[1]},
		page.Column{Title: "stated", Width: date}, page.Column{Title: "in URL", Width: date}, page.Column{Title: "read", Width: date},
		page.Column{Title: "older than its newest claim", Width: age})
	for _, src := range sources {
		t.Row(s.sourceCells(src, widths)...)
	}
	s.AddTable(0, 0, t)
}

// mostLabel is the widest that a column of labels becomes: lists without numbers go
// by places or by names.
const mostLabel = 64.0

// labelWidth returns how wide the widest label of the claims' sources is, with the
// sign behind it.
func (s sheets) labelWidth(claims []Claim) float64 {
	widest := 0.0
	for _, c := range claims {
		for _, r := range c.Sources {
			if widest = max(widest, s.Width(page.Span{Text: r.Label, Style: smallStyle})+8); widest >= mostLabel {
				return mostLabel
			}
		}
	}
	return widest
}

func (s sheets) sourceCells(src Source, widths []float64) []page.Box {
	title := page.Span{Text: cmp.Or(src.Title, "no title"), Style: smallStyle}
	if src.URL != "" {
		title.URL, title.Style.Colour = src.URL, accent
	}
	what := s.Text(widths[1], page.Left, title)
	if src.Publisher+src.Domain != "" {
		what = page.Stack(s.Text(widths[1], page.Left, page.Span{Text: src.Publisher, Style: boldSmallStyle},
			page.Span{Text: prefixed("  ", src.Domain), Style: labelStyle}), what)
	}
	use := []page.Span{{Text: "not cited", Style: labelStyle}}
	switch {
	case len(src.UsedBy) == 0 && src.Cited > 0:
		use[0].Text = "cited " + times(src.Cited) + ", behind no claim"
	case len(src.UsedBy) > 0:
		use = append([]page.Span{{Text: "used by ", Style: labelStyle}}, s.firstRefs(labelStyle, src.UsedBy, claimAnchor)...)
	}
	if len(src.Flags) > 0 {
		use = append(use, page.Span{Text: "  findings ", Style: labelStyle})
		use = append(use, s.firstRefs(labelStyle, src.Flags, findingAnchor)...)
	}
	what = page.Stack(what, page.Space(1.5), s.Text(widths[1], page.Left, use...))
	age := s.line(smallStyle, widths[5], cmp.Or(src.Age, "–"))
	if src.KeptUp != "" {
		age = page.Stack(age, s.line(noteStyle, widths[5], "kept up: "+src.KeptUp))
	}
	no := s.line(smallStyle, widths[0], src.Label)
	cells := []page.Box{no.Anchored(sourceAnchor + src.Label), what}
	for i, words := range []string{src.Stated, src.InURL, src.Read} {
		cells = append(cells, s.line(smallStyle, widths[2+i], cmp.Or(abbreviated(words), "–")))
	}
	return append(cells, age)
}
