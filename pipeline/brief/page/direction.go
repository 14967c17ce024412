package page

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-pdf/fpdf"
)

// directed gives the pieces of a paragraph their levels and parts them where the
// level changes. Text from left to right, which is nearly all, is left as it is.
func directed(pieces []piece) []piece {
	if !slices.ContainsFunc(pieces, func(p piece) bool { return p.face.face == hebrewFallback }) {
		return pieces
	}
	var text []rune
	for _, p := range pieces {
		text = append(text, []rune(p.text)...)
	}
	levels := bidiLevels(text)
	var out []piece
	for _, p := range pieces {
		for rest := []rune(p.text); len(rest) > 0; {
			n := 1
			for n < len(rest) && levels[n] == levels[0] {
				n++
			}
			part := p
			part.text, part.level = string(rest[:n]), levels[0]
			part.width = p.face.width(part.text) * p.size
			out = append(out, part)
			p.glued = true
			rest, levels = rest[n:], levels[n:]
		}
	}
	return out
}

// stretches gives each mark of a line its part of the structure: neighbours of
// one span that do not simply run from left to right become one run, which says
// what it reads; all others belong to the part of their span.
func stretches(line []glyphs, spans []int, parts []*part) []*part {
	of := make([]*part, len(line))
	for i := 0; i < len(line); {
		of[i] = parts[spans[i]]
		if line[i].level == 0 {
			i++
			continue
		}
		run := &part{role: Run, parent: of[i]}
		first := spans[i]
		for ; i < len(line) && line[i].level > 0 && spans[i] == first; i++ {
			run.reads += line[i].text
			of[i] = run
		}
	}
	return of
}

// placeOnLine gives the marks of a line their places, from x on.
func placeOnLine(line []glyphs, x, y float64) {
	levels := make([]uint8, len(line))
	for i, g := range line {
		levels[i] = g.level
	}
	for _, i := range visualOrder(levels) {
		line[i].x, line[i].y = x, y
		x += line[i].width
	}
}

// visual returns the text of a mark in the order in which it is drawn.
func (g glyphs) visual() string {
	if g.level%2 == 0 {
		return g.text
	}
	text := []rune(g.text)
	slices.Reverse(text)
	for i, r := range text {
		if m := mirrored(r); g.face.has(m) {
			text[i] = m
		}
	}
	return string(text)
}

// drawPointed draws Hebrew: its letters, and over them their points, which a PDF
// writer without layout tables does not place.
func (g glyphs) drawPointed(pdf *fpdf.Fpdf) {
	letters := g
	letters.text = strings.Map(func(r rune) rune {
		if isPoint(r) {
			return -1
		}
		return r
	}, g.text)
	pdf.SetFont(g.face.name(false), "", g.size)
	if letters.text != "" {
		pdf.Text(g.x, g.y, letters.visual())
	}
	if len(letters.text) == len(g.text) {
		return
	}
	middle := g.face.metrics.middle
	left, width := g.x+g.width, 0.0 // of the letter before
	for _, r := range g.text {
		if !isPoint(r) {
			width = g.face.width(string(r)) * g.size
			left -= width
			continue
		}
		pdf.Text(left+width*pointPlace(r)-middle[r]*g.size/1000, g.y, string(r))
	}
}

// isPoint reports whether r is a Hebrew point or accent.
func isPoint(r rune) bool {
	return r >= 0x591 && r <= 0x5C7 && unicode.Is(unicode.Mn, r) || r == 0xFB1E
}

// pointPlace returns where on a letter's width the middle of a point stands.
func pointPlace(r rune) float64 {
	switch r {
	case 0x5C1: // shin dot
		return 0.85
	case 0x5C2, 0x5B9, 0x5BA: // sin dot, holam
		return 0.12
	}
	return 0.5
}
