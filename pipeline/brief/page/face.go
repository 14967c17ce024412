package page

import (
	"embed"
	"maps"
	"path"
	"strings"
	"sync"
)

// Face is one of the text faces a page is set in.
type Face int

// The faces to set text in. What they lack is drawn from the ones after them,
// and from the user's own.
const (
	Serif Face = iota
	SerifItalic
	SerifBold
	Sans
	SansBold

	serifFallback
	mathFallback
	symbolFallback
	hebrewFallback
	hanFallback
	faceCount

	// userFace is any face of the user's own.
	userFace
)

//go:embed fonts/*.ttf
var fontFiles embed.FS

var faceFiles = [faceCount]string{
	Serif:          "fonts/SourceSerif4-Regular.ttf",
	SerifItalic:    "fonts/SourceSerif4-Italic.ttf",
	SerifBold:      "fonts/SourceSerif4-SemiBold.ttf",
	Sans:           "fonts/Inter-Regular.ttf",
	SansBold:       "fonts/Inter-SemiBold.ttf",
	serifFallback:  "fonts/NotoSerif-Regular.ttf",
	mathFallback:   "fonts/NotoSansMath-Regular.ttf",
	symbolFallback: "fonts/NotoSansSymbols2-Regular.ttf",
	hebrewFallback: "fonts/NotoSansHebrew-Regular.ttf",
	hanFallback:    "fonts/DroidSansFallback.ttf",
}

// fallbacks are the faces asked for a character, in order, after the one wanted;
// the user's own and the built-in Han face come next: see gate.asked.
var fallbacks = [faceCount][]Face{
	Serif:       {Sans, serifFallback, mathFallback, symbolFallback, hebrewFallback},
	SerifItalic: {Serif, Sans, serifFallback, mathFallback, symbolFallback, hebrewFallback},
	SerifBold:   {SansBold, Serif, Sans, serifFallback, mathFallback, symbolFallback, hebrewFallback},
	Sans:        {Serif, serifFallback, mathFallback, symbolFallback, hebrewFallback},
	SansBold:    {Sans, Serif, serifFallback, mathFallback, symbolFallback, hebrewFallback},
}

// typeface is a face with its metrics. Text faces come in two files: western
// holds what takes one byte a character, file the rest.
type typeface struct {
	face    Face
	file    *trueType
	glyphs  map[rune]uint16 // of the file's characters
	western *westernFont    // nil for the fallback faces
	metrics *metrics
	font    *Font // nil for the built-in faces
}

var typefaces = func() (load [faceCount]func() *typeface) {
	for face := range faceCount {
		load[face] = sync.OnceValue(func() *typeface { return loadFace(face) })
	}
	return load
}()

// loadFace reads an embedded face. A file that is missing or damaged is a broken
// build, and a test reads them all.
func loadFace(face Face) *typeface {
	t := &typeface{face: face}
	_, t.file, t.glyphs = readEmbedded(faceFiles[face])
	t.metrics = metricsOf(t.file, t.glyphs)
	if face > SansBold {
		return t
	}
	name := strings.TrimSuffix(faceFiles[face], ".ttf") + "-Western"
	data, file, glyphs := readEmbedded(name + ".ttf")
	maps.Copy(t.metrics.width, metricsOf(file, glyphs).width)
	font := newWesternFont("CITVET+"+path.Base(name), data, file, t.metrics)
	t.western = &font
	return t
}

func readEmbedded(name string) ([]byte, *trueType, map[rune]uint16) {
	data, err := fontFiles.ReadFile(name)
	if err != nil {
		panic(err)
	}
	file, err := readTrueType(data)
	if err != nil {
		panic(name + " " + err.Error())
	}
	glyphs, err := file.characters()
	if err != nil {
		panic(name + " " + err.Error())
	}
	return data, file, glyphs
}

// cut returns the face as a font file with the given characters alone, which are
// none of those that it has in its western file.
func (t *typeface) cut(characters []rune) []byte { return t.file.cut(t.glyphs, characters) }

// metrics is what line breaking needs of a face: which characters it draws and
// how wide, in thousandths of the type size.
type metrics struct {
	width  map[rune]float64
	middle map[rune]float64 // of the outline of what has no width, from its origin
}

func (m *metrics) has(r rune) bool {
	_, ok := m.width[r]
	return ok
}

func metricsOf(file *trueType, glyphs map[rune]uint16) *metrics {
	m := &metrics{width: make(map[rune]float64, len(glyphs)), middle: map[rune]float64{}}
	for r, glyph := range glyphs {
		if m.width[r] = file.inEm(int(file.advance(glyph))); m.width[r] == 0 {
			m.middle[r] = file.middle(glyph)
		}
	}
	return m
}

func (t *typeface) has(r rune) bool { return t.metrics.has(r) }

// width returns how wide text is at a size of one point. Every character must
// have passed the gate.
func (t *typeface) width(text string) float64 {
	widths := t.metrics.width
	sum := 0.0
	for _, r := range text {
		sum += widths[r]
	}
	return sum / 1000
}
