package brief

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"citevet/pipeline/brief/page"
	"citevet/pipeline/check"
)

// The palette, on white: every colour has a contrast of at least 4.5.
const (
	ink      page.Colour = 0x1B1B1B
	grey     page.Colour = 0x4A5560
	hairline page.Colour = 0xC4CAD0 // lines only, never text
	paleGrey page.Colour = 0xBFC6CD // areas only
	accent   page.Colour = 0x005C99
)

var toneColours = [...]page.Colour{
	ToneUnknown: grey, ToneConflict: 0xB3261E, ToneReview: 0x8A5A00, ToneConsistent: 0x0F6B4F, ToneNote: accent,
}

func (t Tone) colour() page.Colour { return toneColours[t] }

var (
	bodyStyle      = page.Style{Face: page.Serif, Size: 9.6, Leading: 13.2, Colour: ink}
	quoteStyle     = page.Style{Face: page.SerifItalic, Size: 9, Leading: 12.2, Colour: ink}
	strongStyle    = page.Style{Face: page.SerifBold, Size: 10.2, Leading: 13.4, Colour: ink}
	titleStyle     = page.Style{Face: page.SerifBold, Size: 19, Leading: 23, Colour: ink}
	sectionStyle   = page.Style{Face: page.SerifBold, Size: 13, Leading: 17, Colour: ink}
	findingStyle   = page.Style{Face: page.Serif, Size: 9, Leading: 12.2, Colour: ink}
	smallStyle     = page.Style{Face: page.Serif, Size: 8.4, Leading: 10.8, Colour: ink}
	boldSmallStyle = page.Style{Face: page.SerifBold, Size: 8.4, Leading: 10.8, Colour: ink}
	noteStyle      = page.Style{Face: page.SerifItalic, Size: 8, Leading: 10.2, Colour: grey}
	labelStyle     = page.Style{Face: page.Sans, Size: 7, Leading: 9.6, Colour: grey}
	headStyle      = page.Style{Face: page.SansBold, Size: 6.8, Leading: 9, Colour: grey}
)

// beside returns the label style that stands in line with text of a style.
func beside(text page.Style) page.Style {
	s := labelStyle
	s.Leading = text.Leading
	return s
}

// in returns a style in another colour.
func in(s page.Style, c page.Colour) page.Style {
	s.Colour = c
	return s
}

// The grid: a narrow column for names and labels, and a wide one to read.
const (
	gutter    = 14.0
	nameWidth = 100.0
	readLeft  = nameWidth + gutter
)

// sheets is a briefing being set.
type sheets struct {
	*page.Document
	width float64
}

func (s sheets) readWidth() float64 { return s.width - readLeft }

// PDF returns the briefing as a PDF file on A4. The same briefing gives the
// same bytes. The error is of the PDF writer alone.
func (b Briefing) PDF() ([]byte, error) { return b.set().Bytes() }

func (b Briefing) set() *page.Document {
	day := time.Date(max(b.AsOf.Year, 1), max(b.AsOf.Month, 1), max(b.AsOf.Day, 1), 0, 0, 0, 0, time.UTC)
	doc := page.New(page.A4, page.Info{
		Title: "Briefing: " + b.Title, Subject: b.Cover.Verdict + ". " + Standing, Author: "citevet",
		Creator: b.Run.Name(), Language: documentLanguage, Date: day,
		Running: b.Title, Footer: b.Run.Name() + " · " + Standing, RunningStyle: labelStyle,
	})
	s := sheets{doc, page.A4.Measure()}
	s.cover(b)
	s.howToRead()
	s.keyFindings(b)
	s.timeline(b.Timeline)
	s.claims(b.Claims)
	s.sources(b.Sources)
	s.entities(b.Entities)
	s.method(b)
	s.provenance(b)
	return doc
}

// documentLanguage is the language of the briefing's own words.
const documentLanguage = "en"

func (s sheets) line(style page.Style, width float64, text string) page.Box {
	return s.Text(width, page.Left, page.Span{Text: text, Style: style})
}

// section begins a part of the briefing under a hairline.
func (s sheets) section(name string) {
	rule := s.Draw(10)
	rule.Line(0, 0, s.width, 0, page.Pen{Width: 0.6, Colour: ink})
	head := page.Stack(rule.Box(), s.line(sectionStyle, s.width, name)).Whole().Anchored("section-"+name, name)
	s.Add(head, page.Before(22), page.KeepWithNext)
	s.Add(page.Space(7), page.KeepWithNext)
}

// entry sets a name in the narrow column and text beside it.
func (s sheets) entry(name, text page.Box, before float64, how ...page.Placement) {
	s.Add(page.Beside(page.Placed{Box: name}, page.Placed{X: readLeft, Box: text}), append(how, page.Before(before))...)
}

func (s sheets) cover(b Briefing) {
	c := b.Cover
	s.Add(s.line(labelStyle, s.width, "Citation briefing · "+dayWords(b.AsOf)))
	s.Add(s.line(titleStyle, s.width, b.Title), page.Before(6))
	verdict := page.Style{Face: page.SerifBold, Size: 14, Leading: 18, Colour: c.Tone.colour()}
	sign := verdict
	sign.Face = page.SansBold
	s.Add(s.Text(s.width, page.Left,
		page.Span{Text: c.Tone.Glyph() + " ", Style: sign}, page.Span{Text: c.Verdict, Style: verdict}).
		Anchored("cover", "Cover"), page.Before(14))
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
		parts = append(parts, page.Placed{X: float64(i) * column, Box: box.Whole()})
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
	s.Add(page.Beside(page.Placed{Box: page.Stack(verdicts...)}, page.Placed{X: column + 2*gutter, Box: page.Stack(rubric...)}).Whole(), page.Before(7))
}

// term sets a name with its meaning run on.
func (s sheets) term(width float64, name string, c page.Colour, meaning string) page.Box {
	sign := in(beside(smallStyle), c)
	sign.Face = page.SansBold
	return s.Text(width, page.Left, page.Span{Text: name + "  ", Style: sign}, page.Span{Text: meaning, Style: smallStyle})
}

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
		s.furtherFindings(b.Findings[key:])
	}
}

func (s sheets) finding(f Finding, before float64) {
	c := f.Tone().colour()
	margin := []page.Box{
		s.Text(nameWidth, page.Left, page.Span{Text: f.ID + "  ", Style: in(strongStyle, ink)},
			page.Span{Text: f.Tone().Glyph() + " ", Style: in(headStyle, c)}, page.Span{Text: f.Grade(), Style: in(headStyle, c)}),
		s.line(labelStyle, nameWidth, f.Rule),
	}
	if len(f.Claims) > 0 {
		margin = append(margin, s.fewRefs(nameWidth, f.Claims, "claim-"))
	}
	if len(f.Sources) > 0 {
		margin = append(margin, s.fewRefs(nameWidth, f.Sources, "source-"))
	}
	head := []page.Box{s.line(strongStyle, s.readWidth(), strings.TrimSuffix(f.Message, "."))}
	for _, p := range f.Places[:min(len(f.Places), shownPlaces)] {
		head = append(head, page.Space(2), s.place(p))
	}
	if more := len(f.Places) - shownPlaces; more > 0 {
		head = append(head, s.line(labelStyle, s.readWidth(), "and in "+plural(more, "further place")+": "+placesWords(f.Places[shownPlaces:])))
	}
	var parts []page.Box
	for _, p := range findingParts(f) {
		parts = append(parts, page.Stack(page.Space(2), s.Text(s.readWidth(), page.Left,
			page.Span{Text: p.Head + "  ", Style: page.Style{Face: page.SansBold, Size: 7.2, Leading: findingStyle.Leading, Colour: grey}},
			page.Span{Text: p.Text, Style: findingStyle})).Whole())
	}
	// A page may end only where enough of the finding stands on both sides.
	early, late := min(2, len(parts)), max(len(parts)-2, min(2, len(parts)))
	text := append([]page.Box{page.Stack(append(head, parts[:early]...)...).Whole()}, parts[early:late]...)
	text = append(text, page.Stack(parts[late:]...).Whole())
	whole := page.Beside(page.Placed{Box: page.Stack(margin...).Whole()}, page.Placed{X: readLeft, Box: page.Stack(text...)})
	if whole.Height() < unsplit {
		whole = whole.Whole()
	}
	s.Add(whole.Anchored("finding-"+f.ID, ""), page.Before(before))
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

// refs sets IDs or labels as links to where they are told of.
func (s sheets) refs(style page.Style, names []string, prefix string) []page.Span {
	var spans []page.Span
	for i, n := range names {
		if i > 0 {
			spans = append(spans, page.Span{Text: " ", Style: style})
		}
		spans = append(spans, page.Span{Text: n, Style: in(style, accent), Anchor: prefix + n})
	}
	return spans
}

const tableGutter = 9.0

// fewRefs sets the first of many references in the margin.
func (s sheets) fewRefs(width float64, names []string, prefix string) page.Box {
	const most = 24
	spans := s.refs(labelStyle, names[:min(len(names), most)], prefix)
	if len(names) > most {
		spans = append(spans, page.Span{Text: fmt.Sprintf(" and %d more", len(names)-most), Style: labelStyle})
	}
	return s.Text(width, page.Left, spans...)
}

// hairTable returns a table in the briefing's manner: rules, no boxes.
func (s sheets) hairTable(columns ...page.Column) *page.Table {
	return s.NewTable(page.Table{
		Columns: columns, Gutter: tableGutter, Head: headStyle, Padding: 3.2,
		Rule: page.Pen{Width: 0.4, Colour: hairline}, HeadPen: page.Pen{Width: 0.6, Colour: grey},
	})
}

// furtherFindings lists what is not told at length.
func (s sheets) furtherFindings(findings []Finding) {
	s.Add(s.line(strongStyle, s.width, "Further findings"), page.Before(18), page.KeepWithNext)
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
			s.line(smallStyle, widths[0], f.ID).Anchored("finding-"+f.ID, ""),
			s.Text(widths[1], page.Left, page.Span{Text: f.Tone().Glyph() + " ", Style: sign}, page.Span{Text: f.Grade(), Style: in(beside(smallStyle), c)}),
			what,
			s.Text(widths[3], page.Left, s.refs(smallStyle, f.Claims, "claim-")...),
			page.Stack(s.Text(widths[4], page.Left, s.refs(smallStyle, f.Sources, "source-")...),
				s.line(beside(smallStyle), widths[4], placesWords(f.Places))),
		)
	}
	s.AddTable(0, 4, t)
}

func (s sheets) claims(claims []Claim) {
	s.section("Claims")
	if len(claims) == 0 {
		s.Add(s.line(bodyStyle, s.width, "No claim was found."))
		return
	}
	widths := []float64{24, 0, 92, 42, 78}
	widths[1] = s.width - 24 - 92 - 42 - 78 - 4*tableGutter
	t := s.hairTable(page.Column{Title: "ID", Width: widths[0]}, page.Column{Title: "claim, and why the verdict", Width: widths[1]},
		page.Column{Title: "speaks of", Width: widths[2]}, page.Column{Title: "sources", Width: widths[3]}, page.Column{Title: "verdict", Width: widths[4]})
	for _, c := range claims {
		t.Row(s.claimCells(c, widths)...)
	}
	s.AddTable(0, 0, t)
}

func (s sheets) claimCells(c Claim, widths []float64) []page.Box {
	v := wordsOf(c.Word)
	why := c.Reason
	if c.Proof != "" {
		why += " " + c.Proof + "."
	}
	claim := s.line(smallStyle, widths[1], c.Quote)
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
		sources = append(sources, page.Span{Text: r.Label, Style: in(smallStyle, accent), Anchor: "source-" + r.Label})
		if tone, failed := map[check.PairVerdict]Tone{check.Impossible: ToneConflict, check.Implausible: ToneReview}[r.Verdict]; failed {
			sources = append(sources, page.Span{Text: tone.Glyph(), Style: in(headStyle, tone.colour())})
		}
	}
	verdict := s.verdictName(widths[4], smallStyle, v)
	if confidence := c.confidence(); confidence != "" {
		verdict = page.Stack(verdict, s.line(labelStyle, widths[4], confidence+" confidence"))
	}
	if len(c.Findings) > 0 {
		verdict = page.Stack(verdict, s.Text(widths[4], page.Left, s.refs(labelStyle, c.Findings, "finding-")...))
	}
	id := page.Stack(s.line(smallStyle, widths[0], c.ID), s.line(labelStyle, widths[0], fmt.Sprintf("l. %d", c.Line)))
	return []page.Box{id.Anchored("claim-"+c.ID, ""), claim, spoken, s.Text(widths[3], page.Left, sources...), verdict}
}

// abbreviated shortens the names of months, for narrow columns.
func abbreviated(time string) string { return shortMonths.Replace(time) }

var shortMonths = strings.NewReplacer("January", "Jan", "February", "Feb", "March", "Mar", "April", "Apr", "June", "Jun", "July", "Jul",
	"August", "Aug", "September", "Sep", "October", "Oct", "November", "Nov", "December", "Dec")

func (s sheets) sources(sources []Source) {
	s.section("Sources")
	if len(sources) == 0 {
		s.Add(s.line(bodyStyle, s.width, "The article has no list of references."))
		return
	}
	const date, age = 50.0, 64.0
	widths := []float64{26, s.width - 26 - 3*date - age - 5*tableGutter, date, date, date, age}
	t := s.hairTable(page.Column{Title: "no.", Width: widths[0]}, page.Column{Title: "source, and what it is used for", Width: widths[1]},
		page.Column{Title: "stated", Width: date}, page.Column{Title: "in URL", Width: date}, page.Column{Title: "read", Width: date},
		page.Column{Title: "older than its newest claim", Width: age})
	for _, src := range sources {
		t.Row(s.sourceCells(src, widths)...)
	}
	s.AddTable(0, 0, t)
}

func (s sheets) sourceCells(src Source, widths []float64) []page.Box {
	title := page.Span{Text: cmp.Or(src.Title, "no title"), Style: smallStyle}
	if src.URL != "" {
		title.URL, title.Style.Colour = src.URL, accent
	}
	what := page.Stack(s.Text(widths[1], page.Left,
		page.Span{Text: cmp.Or(src.Publisher, "no publisher"), Style: boldSmallStyle},
		page.Span{Text: prefixed("  ", src.Domain), Style: labelStyle}),
		s.Text(widths[1], page.Left, title))
	use := []page.Span{{Text: "not cited", Style: labelStyle}}
	if len(src.UsedBy) > 0 {
		use = append([]page.Span{{Text: "used by ", Style: labelStyle}}, s.refs(labelStyle, src.UsedBy, "claim-")...)
	}
	if len(src.Flags) > 0 {
		use = append(use, page.Span{Text: "  findings ", Style: labelStyle})
		use = append(use, s.refs(labelStyle, src.Flags, "finding-")...)
	}
	what = page.Stack(what, page.Space(1.5), s.Text(widths[1], page.Left, use...))
	age := s.line(smallStyle, widths[5], cmp.Or(src.Age, "–"))
	if src.KeptUp != "" {
		age = page.Stack(age, s.line(noteStyle, widths[5], "kept up: "+src.KeptUp))
	}
	no := s.line(smallStyle, widths[0], src.Label)
	cells := []page.Box{no.Anchored("source-"+src.Label, ""), what}
	for i, words := range []string{src.Stated, src.InURL, src.Read} {
		cells = append(cells, s.line(smallStyle, widths[2+i], cmp.Or(abbreviated(words), "–")))
	}
	return append(cells, age)
}

func (s sheets) entities(entities []Entity) {
	s.section("Entities")
	if len(entities) == 0 {
		s.Add(s.line(bodyStyle, s.width, "No name was recognised."))
		return
	}
	before := 0.0
	for i := 0; i < len(entities); {
		kind := entities[i].Kind
		var spans []page.Span
		for ; i < len(entities) && entities[i].Kind == kind; i++ {
			spans = append(spans, s.entitySpans(entities[i], len(spans) > 0)...)
		}
		s.entry(s.line(beside(smallStyle), nameWidth, string(kind)), s.Text(s.readWidth(), page.Left, spans...), before)
		before = 4
	}
}

func (s sheets) entitySpans(e Entity, follows bool) []page.Span {
	name := e.Name
	if follows {
		name = "; " + name
	}
	spans := []page.Span{{Text: name, Style: smallStyle}}
	if len(e.Roles) > 0 {
		spans = append(spans, page.Span{Text: ", " + strings.Join(e.Roles, ", "), Style: noteStyle})
	}
	if e.Mentions > 1 {
		spans = append(spans, page.Span{Text: fmt.Sprintf(" ×%d", e.Mentions), Style: in(smallStyle, grey)})
	}
	if len(e.Claims) > 0 {
		shown := e.Claims[:min(len(e.Claims), 8)]
		spans = append(spans, page.Span{Text: " ", Style: smallStyle})
		spans = append(spans, s.refs(labelStyle, shown, "claim-")...)
		if len(shown) < len(e.Claims) {
			spans = append(spans, page.Span{Text: fmt.Sprintf(" and %d more", len(e.Claims)-len(shown)), Style: labelStyle})
		}
	}
	return spans
}

func (s sheets) method(b Briefing) {
	s.section("Method and limits")
	for i, words := range methodWords {
		before := 5.0
		if i == 0 {
			before = 0
		}
		s.entry(page.Box{}, s.line(findingStyle, s.readWidth(), words), before)
	}
	if words := firedWords(b.Fired); words != "" {
		s.entry(s.line(beside(smallStyle), nameWidth, "rules that spoke here"), s.line(smallStyle, s.readWidth(), words), 6)
	}
	name := s.line(beside(smallStyle), nameWidth, "in this article")
	for _, l := range b.Limits {
		s.entry(name, s.line(smallStyle, s.readWidth(), l), 5)
		name = page.Box{}
	}
}

func (s sheets) provenance(b Briefing) {
	s.section("Provenance")
	for _, p := range provenance(b) {
		s.entry(s.line(beside(smallStyle), nameWidth, p.Head), s.line(smallStyle, s.readWidth(), p.Text), 2)
	}
	missing := s.Missing()
	if len(missing) == 0 {
		return
	}
	var list []string
	for i, m := range missing {
		if i == 60 {
			list = append(list, fmt.Sprintf("and %d more", len(missing)-i))
			break
		}
		list = append(list, fmt.Sprintf("U+%04X", m.Rune))
	}
	s.entry(s.line(beside(smallStyle), nameWidth, "Without a glyph"), s.line(smallStyle, s.readWidth(),
		"These characters are written by their numbers, since the typefaces of this file do not have them; the Markdown form of this briefing shows them: "+
			strings.Join(list, ", ")+"."), 6)
}
