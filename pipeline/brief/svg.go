package brief

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/mattn/go-runewidth"

	"citevet/pipeline/brief/page"
	"citevet/pipeline/when"
)

// The chart of a web page and of the picture beside the Markdown, in pixels.
// Each kind of mark has a height of its own within a row, so that marks of one
// day never cover each other.
const (
	chartWidth  = 960.0
	chartNames  = 236.0 // of the column of names
	chartHead   = 22.0
	chartRow    = 30.0
	chartFoot   = 30.0 // the axis with its labels
	chartLegend = 26.0
	chartMark   = 4.5 // half a mark's width

	readLane  = -9.0 // from a row's middle
	eventLane = 9.0
)

// SVG returns the timeline as a picture that stands alone, nil where it has no
// rows. The same briefing gives the same bytes.
func (b Briefing) SVG() []byte {
	if len(b.Timeline.Rows) == 0 {
		return nil
	}
	c := newChart(b, false)
	c.draw()
	return []byte(c.String())
}

// timelineMark stands in every picture that [Briefing.SVG] makes, before its title.
var timelineMark = []byte(`<title id="chart-title">`)

// IsTimeline reports whether a file is a picture that [Briefing.SVG] made.
func IsTimeline(file []byte) bool {
	opening, _, _ := bytes.Cut(file, []byte("</title>"))
	return bytes.HasPrefix(file, []byte("<svg ")) && bytes.Contains(opening, timelineMark)
}

// chart is an SVG drawing in the making. Within a page its rows are links, and
// the page's style colours it; alone it carries its colours as attributes, as
// the picture of a page does that has no style.
type chart struct {
	strings.Builder
	t      Timeline
	number map[string]int // of a source, by its label
	inPage bool
	panels []panel
	foot   float64 // where the axis stands
}

func newChart(b Briefing, inPage bool) *chart {
	t := b.Timeline
	return &chart{
		t: t, number: sourceNumbers(b.Sources), inPage: inPage,
		panels: t.panels(chartNames, chartWidth), foot: chartHead + float64(len(t.Rows))*chartRow,
	}
}

// sourceNumbers returns the place of each source in the table, from 1, by its
// label; of sources that share a label the first.
func sourceNumbers(sources []Source) map[string]int {
	numbers := map[string]int{}
	for i, s := range sources {
		if _, ok := numbers[s.Label]; !ok {
			numbers[s.Label] = i + 1
		}
	}
	return numbers
}

// draw makes the whole of the chart: in a page two drawings of one width, so that
// the calendar stays in sight while the rows above it are scrolled.
func (c *chart) draw() {
	foot := chartFoot + chartLegend
	if c.inPage {
		c.open(0, c.foot, "chart", "group", c.t.Title+".", "")
	} else {
		c.open(0, c.foot+foot, "chart", "img", c.t.Title+".", c.told())
	}
	for i, p := range c.panels {
		c.grid(p, chartHead-4)
		if i > 0 {
			c.label(p.left, 13, "start", "enlarged", "head")
		}
	}
	for i, r := range c.t.Rows {
		c.row(r, chartHead+(float64(i)+0.5)*chartRow)
	}
	if c.inPage {
		c.WriteString("</svg>\n")
		c.open(c.foot-2, foot+2, "calendar", "img", "The calendar of the timeline, and what its marks mean.", "")
	}
	for i, p := range c.panels {
		c.axis(p)
		if i > 0 {
			c.line(c.panels[0].x(p.from), c.foot, c.panels[0].x(p.to), c.foot, "bracket", grey, 3, "")
			c.line(p.left, c.foot, p.right, c.foot, "bracket", grey, 3, "")
		}
	}
	c.legend(c.foot + chartFoot + chartLegend/2)
	c.WriteString("</svg>\n")
}

// told says each row in words.
func (c *chart) told() string {
	var rows []string
	for _, r := range c.t.Rows {
		rows = append(rows, rowWords(r.Label+" "+r.Name, r)+".")
	}
	return strings.Join(rows, " ")
}

// rowWords says what a row of the timeline shows, under the name it is given.
func rowWords(name string, r TimelineRow) string {
	var parts []string
	for _, p := range []part{{"published ", timeWords(r.Stated)}, {"in its URL ", timeWords(r.InURL)}, {"read ", dayWords(r.Read)}} {
		if p.Text != "" {
			parts = append(parts, p.Head+p.Text)
		}
	}
	for _, e := range r.Events {
		parts = append(parts, "cited for a time from "+eventWords(e))
	}
	return strings.TrimSpace(name) + prefixed(": ", strings.Join(parts, "; "))
}

// open begins a drawing of a stretch of the chart, with its name. With words that
// say what it shows it stands alone, on white whatever is behind it.
func (c *chart) open(top, height float64, id, role, title, words string) {
	fmt.Fprintf(c, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 %s %s %s" width="%s" height="%s" role="%s" aria-labelledby="%s-title" class="chart" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="12">`+"\n",
		px(top), px(chartWidth), px(height), px(chartWidth), px(height), role, id)
	fmt.Fprintf(c, "<title id=\"%s-title\">%s</title>\n", id, xmlText(title))
	if words != "" {
		fmt.Fprintf(c, "<desc>%s</desc>\n", xmlText(words))
		c.WriteString(`<rect width="100%" height="100%" fill="#ffffff"/>` + "\n")
	}
}

// px writes a length with at most one decimal.
func px(x float64) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", x), ".0") }

func paint(c page.Colour) string { return fmt.Sprintf("#%06x", uint32(c)) }

// xmlText writes article text so that it is text and nothing else: characters
// that act without being seen by their numbers, those that mark up as entities.
func xmlText(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(visible(strings.Join(strings.Fields(s), " ")))); err != nil {
		panic(err) // a bytes.Buffer takes everything
	}
	return b.String()
}

func (c *chart) line(x0, y0, x1, y1 float64, class string, colour page.Colour, width float64, dash string) {
	fmt.Fprintf(c, `<path class="%s" d="M%s %sL%s %s" stroke="%s" stroke-width="%s" fill="none"%s/>`+"\n",
		class, px(x0), px(y0), px(x1), px(y1), paint(colour), px(width), dash)
}

func (c *chart) label(x, y float64, anchor, text, class string) {
	fmt.Fprintf(c, `<text class="%s" x="%s" y="%s" text-anchor="%s" fill="%s">%s</text>`+"\n", class, px(x), px(y), anchor, paint(grey), xmlText(text))
}

// grid draws the lines of one panel's calendar.
func (c *chart) grid(p panel, top float64) {
	for _, t := range p.ticks(tickRoom) {
		c.line(p.x(t.day), top, p.x(t.day), c.foot, "grid", hairline, 0.5, "")
	}
}

// tickRoom is the least width of a stretch of the axis that has a label.
const tickRoom = 56

// axis draws the calendar of one panel, its labels no nearer than they can be read.
func (c *chart) axis(p panel) {
	c.line(p.left, c.foot, p.right, c.foot, "axis", grey, 1, "")
	last := p.left - 40
	for _, t := range p.ticks(tickRoom) {
		x := p.x(t.day)
		c.line(x, c.foot, x, c.foot+4, "axis", grey, 1, "")
		half := 3.4 * float64(len(t.label))
		at := min(max(x, p.left+half-8), chartWidth-half-1)
		if at-half > last+6 {
			c.label(at, c.foot+17, "middle", t.label, "tick")
			last = at + half
		}
	}
}

// row draws one source.
func (c *chart) row(r TimelineRow, y float64) {
	tag := fitted(r.Label, 12)
	name := fitted(r.Name, 32-runewidth.StringWidth(tag))
	element := "g"
	if n := c.number[r.Label]; c.inPage && n > 0 {
		element = "a"
		class := "row"
		if r.Conflict() {
			class += " beyond"
		}
		fmt.Fprintf(c, `<a class="%s" id="time-%d" href="#source-%d" aria-label="%s" data-s="%d" data-c="%s">`+"\n",
			class, n, n, xmlText(rowWords(tag+" "+name, r)), n, strings.Join(claimsOfRow(r), " "))
		fmt.Fprintf(c, `<rect class="hit" x="0" y="%s" width="%s" height="%s" fill="none" pointer-events="all"/>`+"\n", px(y-chartRow/2), px(chartWidth), px(chartRow))
	} else {
		c.WriteString("<g>\n")
	}
	fmt.Fprintf(c, "<title>%s</title>\n", xmlText(rowWords(r.Label+" "+r.Name, r)))
	fmt.Fprintf(c, `<text class="name" x="2" y="%s" fill="%s"><tspan class="no" fill="%s">%s</tspan> %s</text>`+"\n",
		px(y+4), paint(ink), paint(accent), xmlText(tag), xmlText(name))
	for _, p := range c.panels {
		c.dates(p, r, y)
	}
	fmt.Fprintf(c, "</%s>\n", element)
}

func claimsOfRow(r TimelineRow) []string {
	var all []string
	for _, e := range r.Events {
		all = append(all, e.Claims...)
	}
	return distinct(all)
}

// fitted cuts a name to what has room, in columns of a terminal's width: glyphs
// of two columns are about twice as wide here as well.
func fitted(s string, columns int) string {
	return runewidth.Truncate(visible(strings.Join(strings.Fields(s), " ")), max(columns, 4), "…")
}

// dates draws a row's marks in one panel, lines before what they lead to.
func (c *chart) dates(p panel, r TimelineRow, y float64) {
	if i := r.Stated; !i.From.IsZero() && !i.To.IsZero() && !i.To.Before(p.from) && !p.to.Before(i.From) {
		x0, x1 := p.x(i.From), p.x(shift(i.To, 1))
		fmt.Fprintf(c, `<rect class="bar" x="%s" y="%s" width="%s" height="7" fill="%s"/>`+"\n", px(x0), px(y-3.5), px(max(x1-x0, 2)), paint(barGrey))
	}
	for _, e := range r.Events {
		if e.Older && !r.Last.IsZero() {
			c.conflict(p, r.Last, e.Day, y+eventLane-1.2, "older", ToneConflict, "")
		}
		if e.ReadBefore {
			c.conflict(p, r.Read, e.Day, y+eventLane+1.2, "before", ToneReview, ` stroke-dasharray="5 3"`)
		}
	}
	for _, m := range eventMarks(p, r.Events, chartMark) {
		c.diamond(m.left, m.right, y+eventLane)
	}
	if u := r.InURL; !u.IsZero() {
		if middle := u.From.AddDays(u.From.DaysUntil(u.To) / 2); p.holds(middle) {
			fmt.Fprintf(c, `<circle class="dot" cx="%s" cy="%s" r="4" fill="%s" stroke="#ffffff"/>`+"\n", px(p.x(middle)), px(y), paint(ink))
		}
	}
	if p.holds(r.Read) {
		c.triangle(p.x(r.Read), y+readLane)
	}
}

func (c *chart) conflict(p panel, from, to when.Date, y float64, class string, t Tone, dash string) {
	if to.Before(p.from) || p.to.Before(from) {
		return
	}
	c.line(p.x(from), y, p.x(to), y, class, t.colour(), 2, dash)
}

// diamond marks an event, or a run of them from x0 to x1.
func (c *chart) diamond(x0, x1, y float64) {
	fmt.Fprintf(c, `<path class="event" d="M%s %sL%s %sH%sL%s %sL%s %sH%sZ" fill="%s" stroke="#ffffff" stroke-width="0.8"/>`+"\n",
		px(x0-chartMark), px(y), px(x0), px(y-chartMark), px(x1), px(x1+chartMark), px(y), px(x1), px(y+chartMark), px(x0), paint(ink))
}

func (c *chart) triangle(x, y float64) {
	fmt.Fprintf(c, `<path class="read" d="M%s %sH%sL%s %sZ" fill="%s"/>`+"\n", px(x-chartMark), px(y-3.5), px(x+chartMark), px(x), px(y+4), paint(accent))
}

// legend names the marks, each drawn as it is in the rows.
func (c *chart) legend(y float64) {
	x := 2.0
	put := func(room float64, words string, draw func(x float64)) {
		draw(x)
		c.label(x+room, y+4, "start", words, "key")
		x += room + 6.2*float64(len(words)) + 16
	}
	put(24, "published", func(x float64) {
		fmt.Fprintf(c, `<rect class="bar" x="%s" y="%s" width="18" height="7" fill="%s"/>`+"\n", px(x), px(y-3.5), paint(barGrey))
	})
	put(14, "date in URL", func(x float64) {
		fmt.Fprintf(c, `<circle class="dot" cx="%s" cy="%s" r="4" fill="%s"/>`+"\n", px(x+5), px(y), paint(ink))
	})
	put(14, "last read", func(x float64) { c.triangle(x+5, y) })
	put(14, "cited for a time from here", func(x float64) { c.diamond(x+5, x+5, y) })
	put(30, "source is older than that", func(x float64) { c.line(x, y, x+24, y, "older", ToneConflict.colour(), 2, "") })
	put(30, "was read before that", func(x float64) {
		c.line(x, y, x+24, y, "before", ToneReview.colour(), 2, ` stroke-dasharray="5 3"`)
	})
}
