package page

import "strings"

// Drawing is a picture of lines, areas and labels with the origin at its top
// left corner. It is never divided.
type Drawing struct {
	doc   *Document
	strip strip
}

// Draw returns an empty drawing of the given height in points.
func (d *Document) Draw(height float64) *Drawing {
	return &Drawing{doc: d, strip: strip{height: height}}
}

// Box returns the finished drawing.
func (w *Drawing) Box() Box { return Box{[]strip{w.strip}} }

func (w *Drawing) add(m mark, of *part) { w.strip.marks = append(w.strip.marks, inked{m, of}) }

// Line draws from one point to another.
func (w *Drawing) Line(x0, y0, x1, y1 float64, pen Pen) { w.add(stroke{x0, y0, x1, y1, pen}, nil) }

// Bar fills a rectangle.
func (w *Drawing) Bar(x, y, width, height float64, fill Colour) {
	w.Area(fill, Point{x, y}, Point{x + width, y}, Point{x + width, y + height}, Point{x, y + height})
}

// Area fills a polygon of at least three corners.
func (w *Drawing) Area(fill Colour, corners ...Point) { w.add(area{corners, fill}, nil) }

// Disc fills a circle.
func (w *Drawing) Disc(x, y, radius float64, fill Colour) { w.add(disc{x, y, radius, fill}, nil) }

// Label writes one line with its baseline at y; x is its left edge, its middle
// or its right edge, by align. It returns the label's left and right edges.
func (w *Drawing) Label(x, y float64, align Align, span Span) (left, right float64) {
	total := w.doc.Width(span)
	x -= map[Align]float64{Left: 0, Centre: total / 2, Right: total}[align]
	left = x
	var of *part
	if span.leads() {
		of = &part{role: linkRole}
	}
	line := w.doc.labelPieces(span)
	placeOnLine(line, x, y)
	for i, run := range stretches(line, make([]int, len(line)), []*part{of}) {
		w.add(line[i], run)
		x += line[i].width
	}
	if span.leads() {
		w.add(link{rect{left, y - ascent*span.Style.Size, x, y + descent*span.Style.Size}, span.URL, span.Anchor}, of)
	}
	return left, x
}

// labelPieces returns one line's marks, with a space at its end that takes no
// room: a program that reads the page would join the words otherwise.
func (d *Document) labelPieces(span Span) []glyphs {
	var pieces []piece
	for _, r := range d.gate.runs(span.Text+" ", span.Style.Face) {
		pieces = append(pieces, piece{glyphs: glyphs{face: r.face, size: span.Style.Size, colour: span.Style.Colour, text: r.text}})
	}
	pieces = directed(pieces)
	line := make([]glyphs, 0, len(pieces))
	for i, p := range pieces {
		words := p.text
		if i == len(pieces)-1 {
			words = strings.TrimSuffix(words, " ")
		}
		if p.level > 0 {
			p.text = words
		}
		p.width = p.face.width(words) * p.size
		line = append(line, p.glyphs)
	}
	return line
}

// Width returns how wide a span is when set on one line.
func (d *Document) Width(span Span) float64 {
	scratch := d.gate.again()
	total := 0.0
	for _, r := range scratch.runs(span.Text, span.Style.Face) {
		total += r.face.width(r.text) * span.Style.Size
	}
	return total
}

// Shorten returns text cut to fit a width on one line, with an ellipsis where
// it was cut.
func (d *Document) Shorten(text string, style Style, width float64) string {
	if d.Width(Span{Text: text, Style: style}) <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if d.Width(Span{Text: string(runes[:middle]) + "…", Style: style}) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	for low > 0 && runes[low-1] == ' ' {
		low--
	}
	return string(runes[:low]) + "…"
}
