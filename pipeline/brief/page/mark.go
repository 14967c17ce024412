package page

import "github.com/go-pdf/fpdf"

// Colour is 0xRRGGBB.
type Colour uint32

func (c Colour) channels() (r, g, b int) {
	return int(c >> 16 & 0xFF), int(c >> 8 & 0xFF), int(c & 0xFF)
}

// rect is a place on a page: points from the top left corner, y downwards.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) moved(dx, dy float64) rect { return rect{r.x0 + dx, r.y0 + dy, r.x1 + dx, r.y1 + dy} }

// hull returns the smallest place that holds both; the zero rect is none.
func (r rect) hull(s rect) rect {
	if r == (rect{}) {
		return s
	}
	return rect{min(r.x0, s.x0), min(r.y0, s.y0), max(r.x1, s.x1), max(r.y1, s.y1)}
}

// mark is one thing on a page. Marks are placed before anything is drawn, so
// page numbers, link targets and the room each thing takes are known first.
type mark interface {
	extent() rect
	moved(dx, dy float64) mark
	draw(*fpdf.Fpdf)
}

// glyphs is a piece of one line in one face; x and y are its baseline's start.
type glyphs struct {
	x, y, width float64
	face        *typeface
	size        float64
	colour      Colour
	text        string // in the order of reading
	level       uint8  // of embedding; odd from right to left (UAX #9)
}

// The serif's own ascent and descent over its size, near enough for all faces.
const ascent, descent = 0.74, 0.24

func (g glyphs) extent() rect {
	return rect{g.x, g.y - ascent*g.size, g.x + g.width, g.y + descent*g.size}
}

func (g glyphs) moved(dx, dy float64) mark {
	g.x, g.y = g.x+dx, g.y+dy
	return g
}

func (g glyphs) draw(pdf *fpdf.Fpdf) {
	pdf.SetTextColor(g.colour.channels())
	x := g.x
	if g.face.face == hebrewFallback {
		g.drawPointed(pdf)
		return
	}
	for rest := g.visual(); rest != ""; {
		head, encoded, western := westernRun(rest)
		if western = western && g.face.western != nil; !western {
			encoded = head
		}
		pdf.SetFont(g.face.name(western), "", g.size)
		pdf.Text(x, g.y, encoded)
		x += g.face.width(head) * g.size
		rest = rest[len(head):]
	}
}

// Pen draws lines. Dash holds lengths of ink and gap in points, nil for none.
type Pen struct {
	Width  float64
	Colour Colour
	Dash   []float64
}

type stroke struct {
	x0, y0, x1, y1 float64
	pen            Pen
}

func (s stroke) extent() rect {
	return rect{min(s.x0, s.x1), min(s.y0, s.y1), max(s.x0, s.x1), max(s.y0, s.y1)}
}

func (s stroke) moved(dx, dy float64) mark {
	s.x0, s.y0, s.x1, s.y1 = s.x0+dx, s.y0+dy, s.x1+dx, s.y1+dy
	return s
}

func (s stroke) draw(pdf *fpdf.Fpdf) {
	pdf.SetLineWidth(s.pen.Width)
	pdf.SetDrawColor(s.pen.Colour.channels())
	pdf.SetDashPattern(append([]float64{}, s.pen.Dash...), 0)
	pdf.Line(s.x0, s.y0, s.x1, s.y1)
}

// Point is a corner of an area.
type Point struct{ X, Y float64 }

// area is a filled polygon.
type area struct {
	corners []Point
	fill    Colour
}

func (a area) extent() rect {
	r := rect{a.corners[0].X, a.corners[0].Y, a.corners[0].X, a.corners[0].Y}
	for _, p := range a.corners {
		r = rect{min(r.x0, p.X), min(r.y0, p.Y), max(r.x1, p.X), max(r.y1, p.Y)}
	}
	return r
}

func (a area) moved(dx, dy float64) mark {
	corners := make([]Point, len(a.corners))
	for i, p := range a.corners {
		corners[i] = Point{p.X + dx, p.Y + dy}
	}
	a.corners = corners
	return a
}

func (a area) draw(pdf *fpdf.Fpdf) {
	corners := make([]fpdf.PointType, len(a.corners))
	for i, p := range a.corners {
		corners[i] = fpdf.PointType{X: p.X, Y: p.Y}
	}
	pdf.SetFillColor(a.fill.channels())
	pdf.Polygon(corners, "F")
}

// disc is a filled circle.
type disc struct {
	x, y, radius float64
	fill         Colour
}

func (d disc) extent() rect {
	return rect{d.x - d.radius, d.y - d.radius, d.x + d.radius, d.y + d.radius}
}

func (d disc) moved(dx, dy float64) mark {
	d.x, d.y = d.x+dx, d.y+dy
	return d
}

func (d disc) draw(pdf *fpdf.Fpdf) {
	pdf.SetFillColor(d.fill.channels())
	pdf.Circle(d.x, d.y, d.radius, "F")
}

// link makes a place lead to a URL, or to an anchor of the same document.
type link struct {
	rect
	url, anchor string
}

func (l link) extent() rect { return l.rect }

func (l link) moved(dx, dy float64) mark {
	l.rect = l.rect.moved(dx, dy)
	return l
}

// draw leaves links to the document, which alone knows where anchors are.
func (l link) draw(*fpdf.Fpdf) {}

// anchor is a place that links lead to, and an outline entry if it has a title.
type anchor struct {
	y     float64
	name  string
	title string
	level int // of the outline, from 0
}

func (a anchor) extent() rect { return rect{y0: a.y, y1: a.y} }

func (a anchor) moved(_, dy float64) mark {
	a.y += dy
	return a
}

// draw leaves anchors to the document, as with links.
func (a anchor) draw(*fpdf.Fpdf) {}
