package brief

import (
	"fmt"
	"strings"
	"time"

	"citevet/pipeline/brief/page"
)

// The palette, on white: every colour has a contrast of at least 4.5.
const (
	ink      page.Colour = 0x1B1B1B
	grey     page.Colour = 0x4A5560
	hairline page.Colour = 0xC4CAD0 // lines only, never text
	barGrey  page.Colour = 0x8A939C // areas only: three to one on white
	accent   page.Colour = 0x005C99
)

var toneColours = [...]page.Colour{
	ToneUnknown: grey, ToneConflict: 0xB3261E, ToneReview: 0x8A5A00, ToneConsistent: 0x0F6B4F, ToneNote: accent,
}

func (t Tone) colour() page.Colour { return toneColours[t] }

var (
	bodyStyle      = page.Style{Face: page.Serif, Size: 9.6, Leading: 13.2, Colour: ink, Language: documentLanguage}
	quoteStyle     = page.Style{Face: page.SerifItalic, Size: 9, Leading: 12.2, Colour: ink}
	strongStyle    = page.Style{Face: page.SerifBold, Size: 10.2, Leading: 13.4, Colour: ink}
	titleStyle     = page.Style{Face: page.SerifBold, Size: 19, Leading: 23, Colour: ink}
	sectionStyle   = page.Style{Face: page.SerifBold, Size: 13, Leading: 17, Colour: ink}
	findingStyle   = page.Style{Face: page.Serif, Size: 9, Leading: 12.2, Colour: ink, Language: documentLanguage}
	smallStyle     = page.Style{Face: page.Serif, Size: 8.2, Leading: 10.4, Colour: ink}
	boldSmallStyle = page.Style{Face: page.SerifBold, Size: 8.2, Leading: 10.4, Colour: ink}
	noteStyle      = page.Style{Face: page.SerifItalic, Size: 7.8, Leading: 9.8, Colour: grey, Language: documentLanguage}
	printStyle     = page.Style{Face: page.Serif, Size: 7.4, Leading: 9.6, Colour: ink}
	labelStyle     = page.Style{Face: page.Sans, Size: 7, Leading: 9.6, Colour: grey}
	headStyle      = page.Style{Face: page.SansBold, Size: 6.8, Leading: 9, Colour: grey}
)

// beside returns the label style that stands in line with text of a style.
func beside(text page.Style) page.Style {
	s := labelStyle
	s.Leading = text.Leading
	return s
}

// speaking returns a style for words of a language, by which they may be parted.
func speaking(s page.Style, language string) page.Style {
	s.Language = language
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
	width  float64
	spoken string // the language of the article's own words
	listed listing
	urls   map[string]string // of sources by label
}

// pointer is a claim's, a source's or a finding's name that leads to where it is
// told of; a source that no table lists leads to itself, a claim nowhere.
func (s sheets) pointer(style page.Style, kind, name string) page.Span {
	span := page.Span{Text: name, Style: in(style, accent), Anchor: kind + name}
	switch {
	case kind == claimAnchor && !s.listed.claim[name], kind == findingAnchor && !s.listed.finding[name], kind == sourceAnchor && !s.listed.source[name] && s.urls[name] == "":
		span.Anchor, span.Style.Colour = "", grey
	case kind == sourceAnchor && !s.listed.source[name]:
		span.Anchor, span.URL = "", s.urls[name]
	}
	return span
}

// The kinds of anchors.
const (
	claimAnchor   = "claim-"
	sourceAnchor  = "source-"
	findingAnchor = "finding-"
)

func (s sheets) readWidth() float64 { return s.width - readLeft }

// PDFOptions say what a PDF is made for.
type PDFOptions struct {
	Paper   string // one of [Papers]; empty is the first
	Results []byte // the article's results as [JSON] writes them, to be attached; nil for none
	// Fonts are asked, in order, for characters that the built-in typefaces lack.
	Fonts []*page.Font
}

// Papers are the names of the formats that a PDF can have.
var Papers = []string{"a4", "letter"}

func (o PDFOptions) format() page.Format {
	if o.Paper == Papers[1] {
		return page.Letter
	}
	return page.A4
}

func (o PDFOptions) attachments() []page.Attachment {
	if o.Results == nil {
		return nil
	}
	return []page.Attachment{{Name: "results.json", Type: "application/json", Description: "The results that this briefing was written from", Data: o.Results}}
}

// PDF returns the briefing as a tagged PDF file. The same briefing gives the
// same bytes. The error is of the PDF writer alone.
func (b Briefing) PDF(o PDFOptions) ([]byte, error) { return b.set(o).Bytes() }

func (b Briefing) set(o PDFOptions) *page.Document {
	run := b.Run
	run.AsOf = b.AsOf
	s := newSheets(o, page.Info{Title: "Briefing: " + b.Title, Subject: b.Cover.Verdict + ". " + Standing, Running: b.Title}, run)
	s.Prefer(b.words())
	s.listed, s.spoken = listingOf(b), b.Language
	for _, src := range b.Sources {
		s.urls[src.Label] = src.URL
	}
	s.cover(b)
	s.howToRead()
	s.keyFindings(b)
	s.timeline(b.Timeline)
	s.article(b)
	s.claims()
	s.sources()
	s.entities(b.Entities)
	s.method(b)
	s.provenance(b)
	return s.Document
}

// newSheets begins a document; info has what is its own.
func newSheets(o PDFOptions, info page.Info, run Run) sheets {
	info.Author, info.Creator, info.Language = "citevet", run.Name(), documentLanguage
	info.Date = time.Date(max(run.AsOf.Year, 1), max(run.AsOf.Month, 1), max(run.AsOf.Day, 1), 0, 0, 0, 0, time.UTC)
	info.Footer, info.RunningStyle = run.Name()+" · "+Standing, labelStyle
	info.Attachments, info.Fonts = o.attachments(), o.Fonts
	format := o.format()
	return sheets{Document: page.New(format, info), width: format.Measure(), urls: map[string]string{}}
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
	head := page.Stack(rule.Box(), s.line(sectionStyle, s.width, name).As(page.Section)).Whole().Outlined("section-"+name, name, 0)
	s.Add(head, page.Before(18), page.KeepWithNext)
	s.Add(page.Space(7), page.KeepWithNext)
}

// entry sets a name in the narrow column and text beside it.
func (s sheets) entry(name, text page.Box, before float64) {
	s.Add(s.nameBeside(name, text), page.Before(before))
}

func (s sheets) nameBeside(name, text page.Box) page.Box {
	return page.Beside(page.Placed{Box: name.As(page.Run)}, page.Placed{X: readLeft, Box: text.As(page.Run)})
}

// named is entry with words in small type.
func (s sheets) named(name, words string, before float64) {
	s.entry(s.line(beside(smallStyle), nameWidth, name), s.line(smallStyle, s.readWidth(), words), before)
}

// refs sets IDs or labels as links to where they are told of.
func (s sheets) refs(style page.Style, names []string, prefix string) []page.Span {
	var spans []page.Span
	for i, n := range names {
		if i > 0 {
			spans = append(spans, page.Span{Text: " ", Style: style})
		}
		spans = append(spans, s.pointer(style, prefix, n))
	}
	return spans
}

// namedEntities is how many of one kind are named of a long article, those with
// the most mentions.
const namedEntities = 25

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
		named := 0
		for ; i < len(entities) && entities[i].Kind == kind; i++ {
			if named++; named <= namedEntities || !s.listed.long {
				spans = append(spans, s.entitySpans(entities[i], len(spans) > 0)...)
			}
		}
		if more := named - namedEntities; more > 0 && s.listed.long {
			spans = append(spans, page.Span{Text: fmt.Sprintf("; and %d more", more), Style: smallStyle})
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
		spans = append(spans, s.refs(labelStyle, shown, claimAnchor)...)
		if len(shown) < len(e.Claims) {
			spans = append(spans, page.Span{Text: fmt.Sprintf(" and %d more", len(e.Claims)-len(shown)), Style: labelStyle})
		}
	}
	return spans
}

func (s sheets) method(b Briefing) {
	s.section("Method and limits")
	for i, words := range methodWords {
		before := 4.0
		if i == 0 {
			before = 0
		}
		s.entry(page.Box{}, s.line(speaking(smallStyle, documentLanguage), s.readWidth(), words), before)
	}
	name := "rules that spoke here"
	for _, words := range firedWords(b.Fired) {
		s.named(name, words, 2)
		name = ""
	}
	name = "in this article"
	for _, l := range b.Limits {
		s.named(name, l, 5)
		name = ""
	}
	s.characters(b)
}

func (s sheets) provenance(b Briefing) {
	s.section("Provenance")
	var rows []page.Box
	for _, p := range append(provenance(b), s.fontsUsed()...) {
		rows = append(rows, page.Space(2), s.nameBeside(s.line(beside(smallStyle), nameWidth, p.Head), s.line(smallStyle, s.readWidth(), p.Text)).As(page.Paragraph))
	}
	// Two lines of it on a page of their own look lost.
	all := page.Stack(rows...)
	if all.Height() < 2*unsplit {
		all = all.Whole()
	}
	s.Add(all)
}
