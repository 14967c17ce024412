package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Style is how text looks. Sizes are in points.
type Style struct {
	Face     Face
	Size     float64
	Leading  float64 // from one baseline to the next
	Colour   Colour
	Language string // BCP 47, by which words are parted at a line's end; empty for text whose words are not
}

// Span is text of one style, possibly a link: to a URL, or to an anchor of the
// same document.
type Span struct {
	Text   string
	Style  Style
	URL    string
	Anchor string
	Under  []Rule // lines under the text
}

// Rule is a line under text, its distance below the baseline in points.
type Rule struct {
	Below float64
	Pen   Pen
}

// leads reports whether a reader can follow the span somewhere.
func (s Span) leads() bool { return s.URL != "" || s.Anchor != "" }

// Align is where the lines of a paragraph stand in its width.
type Align int

const (
	Left Align = iota
	Right
	Centre
)

// piece is the smallest thing that is not divided between lines.
type piece struct {
	glyphs
	span     int
	space    bool   // white space, dropped where a line ends or begins
	glued    bool   // no line may begin with it
	language string // by which it may be parted, empty where it may not
	word     *part  // what it belongs to as a fragment, if a line's end should part that
	parted   *part  // the same, once a line's end has parted it
	goesOn   bool   // on the next line
}

// baselineShare is how far down a line its baseline stands. It depends on the
// leading alone, so that text of two sizes and one leading stands in line.
const baselineShare = 0.74

// Text sets spans as one paragraph of the given width. Its leading is the
// first span's. Lines break at spaces, after hyphens and at the joints of long
// addresses, and within a word where its style names a language and the line would
// be conspicuously short; a piece that is wider than a line is broken anywhere.
func (d *Document) Text(width float64, align Align, spans ...Span) Box {
	box, _ := d.Located(width, align, spans...)
	return box
}

// Located is Text, with how far down the first line of each span begins.
func (d *Document) Located(width float64, align Align, spans ...Span) (Box, []float64) {
	if len(spans) == 0 {
		return Box{}, nil
	}
	lines := breakLines(directed(d.pieces(width, spans)), width)
	box := Box{}
	leading := spans[0].Style.Leading
	parts := linkParts(spans)
	tops := make([]float64, len(spans))
	met := -1
	for i, line := range lines {
		marks := lineMarks(line, spans, parts, width, align, leading)
		if i > 0 {
			above := &box.strips[i-1]
			above.marks, marks = wholeWord(above.marks, marks, leading)
		}
		box.strips = append(box.strips, strip{leading, marks})
		for last := lastSpan(line); met < last; {
			met++
			tops[met] = float64(i) * leading
		}
	}
	for met++; met < len(tops); met++ {
		tops[met] = float64(max(0, len(lines)-1)) * leading
	}
	return box.withoutWidows(lines), tops
}

// lastSpan returns the last span with text on a line, -1 for none.
func lastSpan(line []piece) int {
	if len(line) == 0 {
		return -1
	}
	return line[len(line)-1].span
}

// linkParts returns for each span the link it is, nil for the others.
func linkParts(spans []Span) []*part {
	parts := make([]*part, len(spans))
	for i, s := range spans {
		if s.leads() {
			parts[i] = &part{role: linkRole}
		}
	}
	return parts
}

// withoutWidows joins the first two lines and the last two, so that no page
// begins or ends with a single line of a paragraph, and those that part a word.
func (b Box) withoutWidows(lines [][]piece) Box {
	n := len(lines)
	if n < 2 {
		return b
	}
	var keep []float64
	for i, y := range b.joints() {
		if i >= 1 && i < n-2 && !endsParted(lines[i]) {
			keep = append(keep, y)
		}
	}
	return b.cut(keep)
}

func (d *Document) pieces(width float64, spans []Span) []piece {
	var all []piece
	for i, span := range spans {
		glued := true // a span goes on from the one before unless there is a space
		for _, r := range d.gate.runs(span.Text, span.Style.Face) {
			for _, text := range atoms(r.text) {
				p := piece{
					glyphs: glyphs{
						face: r.face, size: span.Style.Size, colour: span.Style.Colour,
						text: text, width: r.face.width(text) * span.Style.Size,
					},
					span: i, space: text[0] == ' ',
				}
				p.glued = glued && len(all) > 0 && !all[len(all)-1].endsBefore(p)
				if !span.leads() {
					p.language = span.Style.Language
				}
				glued = false
				if p.width > width {
					all = append(all, shattered(p, width)...)
					continue
				}
				all = append(all, p)
			}
			// What another face draws belongs to the same word, where there are words.
			glued = true
		}
	}
	return all
}

// shattered divides a piece that is wider than a line at any character.
func shattered(p piece, width float64) []piece {
	var out []piece
	part := p
	part.text, part.width = "", 0
	for _, r := range p.text {
		w := p.face.width(string(r)) * p.size
		if part.width+w > width && part.text != "" {
			out = append(out, part)
			part.text, part.width, part.glued = "", 0, false
		}
		part.text += string(r)
		part.width += w
	}
	return append(out, part)
}

// atoms divides text into runs of spaces and pieces of words. A break is
// allowed between any two.
func atoms(text string) []string {
	var out []string
	start := 0
	for i, r := range text {
		if i == start {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		if (r == ' ') != (before == ' ') || joint(before, r, text[start:i]) {
			out = append(out, text[start:i])
			start = i
		}
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

// joint reports whether a line may end between two characters of a word, given
// the word so far: after a hyphen or a dash between letters, and in an address
// after what separates its parts.
func joint(before, after rune, word string) bool {
	switch before {
	case '-':
		return unicode.IsLetter(after) && len(word) > 2
	case '—':
		return after != '—'
	case '/':
		return after != '/' && !unicode.IsDigit(after) && len(word) > 3
	case '_', '?', '&', '=', '.':
		return len(word) > 6 && unicode.IsLetter(after)
	}
	if unspaced(before) || unspaced(after) {
		return mayPart(before, after)
	}
	switch after {
	case '?', '&', '#':
		return len(word) > 6
	case '%': // of an address's escaped letters, not of a share
		return len(word) >= 6 && (strings.ContainsRune(word, '/') || word[0] == '%')
	}
	return false
}

// joins reports whether a piece goes on in one mark with the one before it.
func (p piece) joins(before piece) bool {
	return p.span == before.span && p.face == before.face && p.level == before.level && p.parted == before.parted
}

// lineMarks sets one line: neighbours of one face, span and level become one
// mark, so that what is copied out of the page is whole. The marks come in the
// order of reading and stand in that of UAX #9.
func lineMarks(line []piece, spans []Span, parts []*part, width float64, align Align, leading float64) []inked {
	var set []glyphs
	var of []int // the span of each
	var parted []*part
	total := 0.0
	for i, p := range line {
		total += p.width
		if last := len(set) - 1; last >= 0 && p.joins(line[i-1]) {
			set[last].text += p.text
			set[last].width += p.width
			continue
		}
		set, of, parted = append(set, p.glyphs), append(of, p.span), append(parted, p.parted)
	}
	placeOnLine(set, map[Align]float64{Left: 0, Right: width - total, Centre: (width - total) / 2}[align], baselineShare*leading)
	var marks, rules []inked
	runs := stretches(set, of, parts)
	for i, g := range set {
		span := spans[of[i]]
		if parted[i] != nil {
			parted[i].parent, runs[i] = runs[i], parted[i]
		}
		marks = append(marks, inked{g, runs[i]})
		if span.leads() {
			marks = append(marks, inked{link{rect{g.x, 0, g.x + g.width, leading}, span.URL, span.Anchor}, parts[of[i]]})
		}
		for _, r := range span.Under {
			rules = append(rules, inked{mark: stroke{g.x, g.y + r.Below, g.x + g.width, g.y + r.Below, r.Pen}})
		}
	}
	return append(rules, marks...)
}
