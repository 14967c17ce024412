package page

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// gate is what every string passes on its way to a page. Nothing beyond it
// holds a control character, an embedding that could reorder its neighbours,
// or a character that the face it is set in does not draw.
type gate struct {
	last     []lastFace     // asked after the built-in faces
	eastAsia []lastFace     // the same, as they are asked for the scripts of East Asia
	used     map[*Font]bool // the user's fonts that something was set in
	missing  map[rune]int   // how often each character without a glyph was met
}

// lastFace loads a face that is asked when the others lack a character.
type lastFace func() *typeface

// newGate returns a gate that asks the user's fonts in their order. The built-in
// Han face comes after them: it has the commonest characters alone, and a text
// should not be set in two faces.
func newGate(fonts []*Font) gate {
	var last []lastFace
	for _, f := range fonts {
		last = append(last, func() *typeface { return f.face })
	}
	last = append(last, typefaces[hanFallback])
	return gate{last, last, map[*Font]bool{}, map[rune]int{}}
}

// again returns a gate that lets the same through and has counted nothing.
func (g *gate) again() gate {
	return gate{g.last, g.eastAsia, map[*Font]bool{}, map[rune]int{}}
}

// prefer orders the faces that are asked for the scripts of East Asia by how much
// of a text each draws, so that it is set in one face as far as one can. Where two
// draw as much, the one named first goes first.
func (g *gate) prefer(text string) {
	if len(g.last) == 1 {
		return
	}
	type drawing struct {
		face  lastFace
		count int
	}
	all := make([]drawing, len(g.last))
	for i, load := range g.last {
		all[i].face = load
	}
	for _, r := range norm.NFC.String(text) {
		if !eastAsian(r) {
			continue
		}
		for i := range all {
			if all[i].face().has(r) {
				all[i].count++
			}
		}
	}
	slices.SortStableFunc(all, func(a, b drawing) int { return b.count - a.count })
	g.eastAsia = make([]lastFace, len(all))
	for i, d := range all {
		g.eastAsia[i] = d.face
	}
}

// asked returns the faces that are asked for a character after the built-in ones.
func (g *gate) asked(r rune) []lastFace {
	if eastAsian(r) {
		return g.eastAsia
	}
	return g.last
}

// run is a piece of text that one face draws.
type run struct {
	face *typeface
	text string
}

// runs splits text by the face that draws it, the wanted one first. Composed
// characters are preferred, since marks are not positioned over their letters.
// Neighbours without a glyph share one pair of brackets.
func (g *gate) runs(text string, face Face) []run {
	wanted := typefaces[face]()
	w := runWriter{face: wanted}
	unknown := false
	for _, r := range norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD")) {
		r, visible := substitute(r)
		if !visible {
			continue
		}
		face, ok := g.faceFor(r, wanted)
		switch {
		case !ok && unknown:
			fmt.Fprintf(&w.text, " U+%04X", r)
		case !ok:
			w.in(wanted)
			fmt.Fprintf(&w.text, "[U+%04X", r)
		default:
			if unknown {
				w.text.WriteByte(']')
			}
			w.in(face)
			w.text.WriteRune(r)
			if face.font != nil {
				g.used[face.font] = true
			}
		}
		if unknown = !ok; unknown {
			g.missing[r]++
		}
	}
	if unknown {
		w.text.WriteByte(']')
	}
	w.end()
	return w.runs
}

// runWriter collects runs.
type runWriter struct {
	runs []run
	face *typeface
	text strings.Builder
}

// in goes on in a face.
func (w *runWriter) in(face *typeface) {
	if face != w.face {
		w.end()
		w.face = face
	}
}

func (w *runWriter) end() {
	if w.text.Len() > 0 {
		w.runs = append(w.runs, run{w.face, w.text.String()})
		w.text.Reset()
	}
}

// faceFor returns the face that draws a character and reports whether there is
// one.
func (g *gate) faceFor(r rune, wanted *typeface) (*typeface, bool) {
	if r > 0xFFFF || invisible(r) {
		return nil, false
	}
	if wanted.has(r) {
		return wanted, true
	}
	for _, face := range fallbacks[wanted.face] {
		if t := typefaces[face](); t.has(r) {
			return t, true
		}
	}
	for _, load := range g.asked(r) {
		if t := load(); t.has(r) {
			return t, true
		}
	}
	return nil, false
}

// substitute replaces white space and look-alikes by what the faces have, and
// reports false for characters that leave no mark on paper.
func substitute(r rune) (rune, bool) {
	switch r {
	case '\t', '\n', '\r', '\v', '\f', '\u2028', '\u2029':
		return ' ', true
	case '\u2010', '\u2011':
		return '-', true
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF':
		return r, false
	}
	if unicode.Is(unicode.Variation_Selector, r) {
		return r, false
	}
	if unicode.Is(unicode.Zs, r) && r != '\u00A0' && r != '\u202F' {
		return ' ', true
	}
	return r, true
}

// label returns text for the file's own fields and its outline, which a reader's
// program draws: the writer takes nothing above U+FFFF.
func label(text string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(text, "\uFFFD") {
		if r > 0xFFFF || invisible(r) {
			fmt.Fprintf(&b, "[U+%04X]", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// address returns a URL in ASCII, as RFC 3986 has it: other bytes are escaped.
func address(url string) string {
	var b strings.Builder
	for i := range len(url) {
		if c := url[i]; c > ' ' && c < 0x7F {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// invisible reports whether r acts on its neighbours or its reader without
// being seen: it is shown by its number, whatever a face has for it.
func invisible(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r)
}

// Missing is a character that no face draws; it stands on the page by its number.
type Missing struct {
	Rune   rune
	Count  int
	Reason Reason
}

// Reason is why a character is not drawn.
type Reason int

// The reasons. Only the first can be helped by naming a font.
const (
	NoFace Reason = iota // no face has it
	Shaped               // it joins, moves or marks its neighbours, which takes more than a face
	Beyond               // it lies above U+FFFF, which the PDF writer does not take
	Unseen               // it acts on its neighbours or its reader without being seen
)

func reasonFor(r rune) Reason {
	switch {
	case invisible(r):
		return Unseen
	case r > 0xFFFF:
		return Beyond
	case !drawnAlone(r) && Script(r) != "":
		return Shaped
	}
	return NoFace
}

func (g *gate) list() []Missing {
	list := make([]Missing, 0, len(g.missing))
	for _, r := range slices.Sorted(maps.Keys(g.missing)) {
		list = append(list, Missing{r, g.missing[r], reasonFor(r)})
	}
	return list
}
