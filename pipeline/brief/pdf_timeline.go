package brief

import (
	"math"
	"strings"

	"citevet/pipeline/brief/page"
	"citevet/pipeline/when"
)

const (
	rowHeight   = 17.0
	rowsHeight  = 560.0 // of all rows at most: a chart, its title and its legend share a page
	axisHeight  = 15.0
	markSize    = 3.2 // half a mark's width
	crowdedSize = 2.2 // where a panel beside shows the same marks enlarged

	// Each kind of mark has a height of its own within a row, so that marks of one
	// day never cover each other.
	rowRead  = -4.6 // from a row's middle, where the publication is
	rowEvent = 4.4
)

// timeline draws a row a source.
func (s sheets) timeline(t Timeline) {
	t = t.onPaper()
	s.section("Timeline")
	if len(t.Rows) == 0 {
		s.Add(s.line(bodyStyle, s.width, noTimeline))
		return
	}
	s.Add(s.line(strongStyle, s.width, t.Title), page.KeepWithNext)
	s.Add(s.chart(t).Pictured(chartWords(t)), page.Before(4), page.KeepWithNext)
	legend := s.legend().Pictured(legendWords)
	if t.Omitted == 0 {
		s.Add(legend, page.Before(4))
	} else {
		s.Add(legend, page.Before(4), page.KeepWithNext)
		s.Add(s.line(noteStyle, s.width, t.omittedWords()), page.Before(4))
	}
}

func (s sheets) chart(t Timeline) page.Box {
	const names = 118.0
	panels := t.panels(names, s.width)
	if panels == nil {
		return page.Space(1)
	}
	row := min(rowHeight, rowsHeight/float64(len(t.Rows)))
	foot := axisHeight + float64(len(t.Rows))*row
	w := s.Draw(foot + axisHeight)
	for i, p := range panels {
		s.axis(w, p, axisHeight-3, foot)
		if i > 0 {
			w.Label(p.left, 6, page.Left, page.Span{Text: "enlarged", Style: headStyle})
			s.bracket(w, panels[0], p, foot)
		}
	}
	for i, r := range t.Rows {
		y := axisHeight + (float64(i)+0.5)*row
		name := s.pointer(labelStyle, sourceAnchor, r.Label)
		name.Text = s.Shorten(r.Label, labelStyle, names/2)
		_, right := w.Label(0, y+2.4, page.Left, name)
		left := max(right+4, 20)
		style := in(labelStyle, ink)
		w.Label(left, y+2.4, page.Left, page.Span{Text: s.Shorten(r.Name, style, names-8-left), Style: style})
		for n, p := range panels {
			size := markSize
			if n == 0 && len(panels) > 1 {
				size = crowdedSize
			}
			drawRow(w, p, r, y, size)
		}
	}
	return w.Box()
}

// chartWords tells what the chart shows to somebody who does not see it.
func chartWords(t Timeline) string {
	rows := make([]string, len(t.Rows))
	for i, r := range t.Rows {
		facts := []string{strings.TrimSpace(r.Label + " " + r.Name)}
		for _, f := range []part{{"stated publication ", timeWords(r.Stated)}, {"date in URL ", timeWords(r.InURL)}, {"read ", dayWords(r.Read)}} {
			if f.Text != "" {
				facts = append(facts, f.Head+f.Text)
			}
		}
		for _, e := range r.Events {
			facts = append(facts, "cited for a time from "+eventWords(e))
		}
		rows[i] = strings.Join(facts, ", ")
	}
	return "A row a source, by date. " + strings.Join(rows, "; ") + "."
}

// axis draws a panel's calendar, with lines from top to foot.
func (s sheets) axis(w *page.Drawing, p panel, top, foot float64) {
	w.Line(p.left, foot+1, p.right, foot+1, page.Pen{Width: 0.5, Colour: grey})
	last := math.Inf(-1)
	for _, t := range p.ticks(34) {
		x := p.x(t.day)
		w.Line(x, top, x, foot+1, page.Pen{Width: 0.3, Colour: hairline})
		w.Line(x, foot+1, x, foot+4, page.Pen{Width: 0.5, Colour: grey})
		span := page.Span{Text: t.label, Style: labelStyle}
		half := s.Width(span) / 2
		at := min(max(x, p.left+half-4), p.right-half+5)
		if at-half > last+3 {
			_, last = w.Label(at, foot+12, page.Centre, span)
		}
	}
}

// bracket shows on the axis of the whole which stretch a panel enlarges.
func (s sheets) bracket(w *page.Drawing, whole, zoom panel, foot float64) {
	x0, x1 := whole.x(zoom.from), whole.x(zoom.to)
	pen := page.Pen{Width: 1.6, Colour: grey}
	w.Line(x0, foot+1, x1, foot+1, pen)
	w.Line(zoom.left, foot+1, zoom.right, foot+1, pen)
}

// drawRow draws one source's dates in one panel, lines first, so that no mark
// is covered.
func drawRow(w *page.Drawing, p panel, r TimelineRow, y, size float64) {
	if i := r.Stated; !i.From.IsZero() && !i.To.IsZero() && !i.To.Before(p.from) && !p.to.Before(i.From) {
		x0, x1 := p.x(i.From), p.x(shift(i.To, 1))
		w.Bar(x0, y-1.9, max(x1-x0, 2), 3.8, barGrey)
	}
	for _, e := range r.Events {
		if e.Older && !r.Last.IsZero() {
			conflictLine(w, p, r.Last, e.Day, y+rowEvent-1.1, page.Pen{Width: 1.1, Colour: ToneConflict.colour()})
		}
		if e.ReadBefore {
			conflictLine(w, p, r.Read, e.Day, y+rowEvent+1.1, page.Pen{Width: 1.1, Colour: ToneReview.colour(), Dash: []float64{3, 2}})
		}
	}
	for _, m := range eventMarks(p, r.Events, size) {
		diamonds(w, m, y+rowEvent, size, ink)
	}
	if u := r.InURL; !u.IsZero() {
		if middle := u.From.AddDays(u.From.DaysUntil(u.To) / 2); p.holds(middle) {
			w.Disc(p.x(middle), y, 0.7*size+0.5, 0xFFFFFF)
			w.Disc(p.x(middle), y, 0.7*size, ink)
		}
	}
	if p.holds(r.Read) {
		triangle(w, p.x(r.Read), y+rowRead, size, accent)
	}
}

func conflictLine(w *page.Drawing, p panel, from, to when.Date, y float64, pen page.Pen) {
	if to.Before(p.from) || p.to.Before(from) {
		return
	}
	w.Line(p.x(from), y, p.x(to), y, pen)
}

// diamonds marks an event, or a run of them as one long diamond: an outline of
// white keeps it apart from what it meets.
func diamonds(w *page.Drawing, m eventMark, y, size float64, c page.Colour) {
	for _, layer := range []struct {
		r    float64
		fill page.Colour
	}{{size + 0.8, 0xFFFFFF}, {size, c}} {
		w.Area(layer.fill, page.Point{X: m.left - layer.r, Y: y}, page.Point{X: m.left, Y: y - layer.r}, page.Point{X: m.right, Y: y - layer.r},
			page.Point{X: m.right + layer.r, Y: y}, page.Point{X: m.right, Y: y + layer.r}, page.Point{X: m.left, Y: y + layer.r})
	}
}

// triangle marks the day a source was read, pointing down.
func triangle(w *page.Drawing, x, y, size float64, c page.Colour) {
	top := y - 0.8*size
	w.Area(c, page.Point{X: x - size, Y: top}, page.Point{X: x + size, Y: top}, page.Point{X: x, Y: top + 1.6*size})
}

const legendWords = "What the marks of the chart stand for."

// legend names the marks of the chart, each drawn as it is there.
func (s sheets) legend() page.Box {
	w := s.Draw(12)
	x, y := 0.0, 7.0
	put := func(room float64, words string, draw func(x float64)) {
		draw(x)
		_, right := w.Label(x+room, y+2.4, page.Left, page.Span{Text: words, Style: labelStyle})
		x = right + 13
	}
	put(16, "stated publication", func(x float64) { w.Bar(x, y-1.9, 12, 3.8, barGrey) })
	put(8, "date in URL", func(x float64) { w.Disc(x+2.5, y, 2.3, ink) })
	put(10, "read", func(x float64) { triangle(w, x+3.5, y, markSize, accent) })
	put(10, "cited for a time from here", func(x float64) { diamonds(w, eventMark{x + 3.5, x + 3.5}, y, markSize, ink) })
	put(19, "source older than that", func(x float64) {
		w.Line(x, y, x+15, y, page.Pen{Width: 1.1, Colour: ToneConflict.colour()})
	})
	put(19, "read before that", func(x float64) {
		w.Line(x, y, x+15, y, page.Pen{Width: 1.1, Colour: ToneReview.colour(), Dash: []float64{3, 2}})
	})
	return w.Box()
}
