package page

import "strings"

// Outside is something that leaves the paper's margins, in points from the top
// left corner.
type Outside struct {
	Page           int // from 1
	X0, Y0, X1, Y1 float64
	Text           string // of a piece of text, else empty
}

// Outsiders returns what would stand outside the margins, running heads and
// page numbers aside; nil is the only good answer.
func (d *Document) Outsiders() []Outside {
	const slack = 1 // point: half a pen's width and rounding
	f := d.format
	var out []Outside
	for i, s := range d.layOut() {
		for _, m := range s {
			e := m.extent()
			if _, isAnchor := m.mark.(anchor); isAnchor ||
				e.x0 >= f.Left-slack && e.x1 <= f.Width-f.Right+slack &&
					e.y0 >= f.Top-slack && e.y1 <= f.Height-f.Bottom+slack {
				continue
			}
			text := ""
			if g, ok := m.mark.(glyphs); ok {
				text = g.text
			}
			out = append(out, Outside{i + 1, e.x0, e.y0, e.x1, e.y1, text})
		}
	}
	return out
}

// Words returns the text of each page in the order it is drawn, a space between
// pieces, without running heads. A word that a line's end parts is one piece.
func (d *Document) Words() []string {
	var pages []string
	for _, s := range d.layOut() {
		var words []string
		var word *part
		for _, m := range s {
			switch g, ok := m.mark.(glyphs); {
			case !ok:
			case m.of == nil || !m.of.parted:
				words = append(words, g.text)
			case m.of != word:
				word = m.of
				words = append(words, word.reads)
			}
		}
		pages = append(pages, strings.Join(words, " "))
	}
	return pages
}

// Parted returns the words that the ends of lines part with a hyphen that is not
// the text's own, each with it.
func (d *Document) Parted() []string {
	var words []string
	for _, s := range d.layOut() {
		head := ""
		for _, m := range s {
			g, ok := m.mark.(glyphs)
			if !ok || m.of == nil || !m.of.parted {
				continue
			}
			if before, begins := strings.CutSuffix(g.text, hyphen); begins {
				head = before
				continue
			}
			if head != "" {
				words = append(words, head+"-"+g.text)
			}
			head = ""
		}
	}
	return words
}
