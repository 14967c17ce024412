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
	missing map[rune]int // how often each character without a glyph was met
}

// run is a piece of text that one face draws.
type run struct {
	face Face
	text string
}

// runs splits text by the face that draws it, the wanted one first. Composed
// characters are preferred, since marks are not positioned over their letters.
func (g *gate) runs(text string, wanted Face) []run {
	var runs []run
	put := func(face Face, s string) {
		if n := len(runs); n > 0 && runs[n-1].face == face {
			runs[n-1].text += s
			return
		}
		runs = append(runs, run{face, s})
	}
	var unknown []string
	flush := func() {
		if len(unknown) > 0 {
			put(wanted, "["+strings.Join(unknown, " ")+"]")
			unknown = nil
		}
	}
	var same strings.Builder
	for _, r := range norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD")) {
		r, visible := substitute(r)
		if !visible {
			continue
		}
		if len(unknown) == 0 && !invisible(r) && wanted.has(r) {
			same.WriteRune(r)
			continue
		}
		if same.Len() > 0 {
			put(wanted, same.String())
			same.Reset()
		}
		face, ok := faceFor(r, wanted)
		if !ok {
			g.missing[r]++
			unknown = append(unknown, fmt.Sprintf("U+%04X", r))
			continue
		}
		flush()
		put(face, string(r))
	}
	if same.Len() > 0 {
		put(wanted, same.String())
	}
	flush()
	return runs
}

func faceFor(r rune, wanted Face) (Face, bool) {
	if r > 0xFFFF || invisible(r) {
		return 0, false
	}
	if wanted.has(r) {
		return wanted, true
	}
	for _, face := range fallbacks[wanted] {
		if face.has(r) {
			return face, true
		}
	}
	return 0, false
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

// invisible reports whether r acts on its neighbours or its reader without
// being seen: it is shown by its number, whatever a face has for it.
func invisible(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r)
}

// Missing is a character that no face draws; it stands on the page by its number.
type Missing struct {
	Rune  rune
	Count int
}

func (g *gate) list() []Missing {
	list := make([]Missing, 0, len(g.missing))
	for _, r := range slices.Sorted(maps.Keys(g.missing)) {
		list = append(list, Missing{r, g.missing[r]})
	}
	return list
}
