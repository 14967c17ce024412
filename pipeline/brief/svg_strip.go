package brief

import "slices"

// stripLines names the lines of a summary of the timeline.
func (t Timeline) stripLines() []string {
	lines := []string{"published", "last read", "cited for"}
	if slices.ContainsFunc(t.Rows, TimelineRow.Conflict) {
		lines = append(lines, ToneConflict.Glyph()+" out of reach")
	}
	return lines
}

// coverStrip draws all sources and all times they are cited for on a few lines,
// empty where no row has a date.
func coverStrip(b Briefing) string {
	b.Timeline = b.Timeline.whole()
	const names, height = 110.0, 20.0
	p, ok := b.Timeline.calendar(names, chartWidth-6)
	if !ok {
		return ""
	}
	c := newChart(b, false)
	lines := c.t.stripLines()
	c.foot = 4 + float64(len(lines))*height
	c.open(0, c.foot+chartFoot, "strip", "img", "Summary of the timeline: "+c.t.Title+".", "")
	c.grid(p, 4)
	c.axis(p)
	middle := func(line int) float64 { return 4 + (float64(line)+0.5)*height }
	for i, words := range lines {
		c.label(2, middle(i)+4, "start", words, "key")
	}
	for _, r := range c.t.Rows {
		published := TimelineRow{Stated: r.Stated, InURL: r.InURL}
		c.dates(p, published, middle(0))
	}
	for _, r := range c.t.Rows {
		if !r.Read.IsZero() {
			c.triangle(p.x(r.Read), middle(1))
		}
	}
	c.stripEvents(p, middle(2), middle(3))
	c.WriteString("</svg>\n")
	return c.String()
}

// stripEvents draws the times that sources are cited for, those out of a
// source's reach on a line of their own.
func (c *chart) stripEvents(p panel, within, beyond float64) {
	reached, missed := c.t.withinReach()
	for _, m := range eventMarks(p, reached, chartMark) {
		c.diamond(m.left, m.right, within)
	}
	for _, m := range eventMarks(p, missed, chartMark) {
		c.diamond(m.left, m.right, beyond)
	}
}
