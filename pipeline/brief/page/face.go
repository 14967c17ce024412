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

// The faces to set text in. What they lack is drawn from the ones after them.
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

// fallbacks are the faces asked for a character, in order, after the one wanted.
var fallbacks = [faceCount][]Face{
	Serif:       {Sans, serifFallback, mathFallback, symbolFallback, hebrewFallback, hanFallback},
	SerifItalic: {Serif, Sans, serifFallback, mathFallback, symbolFallback, hebrewFallback, hanFallback},
	SerifBold:   {SansBold, Serif, Sans, serifFallback, mathFallback, symbolFallback, hebrewFallback, hanFallback},
	Sans:        {Serif, serifFallback, mathFallback, symbolFallback, hebrewFallback, hanFallback},
	SansBold:    {Sans, Serif, serifFallback, mathFallback, symbolFallback, hebrewFallback, hanFallback},
}

// typeface is a face with its metrics. Text faces come in two files: western
// holds what takes one byte a character, file the rest.
type typeface struct {
	face    Face
	file    []byte
	western *westernFont // nil for the fallback faces
	metrics *metrics
}

var typefaces = func() (load [faceCount]func() *typeface) {
	for face := range faceCount {
		load[face] = sync.OnceValue(func() *typeface { return loadFace(face) })
	}
	return load
}()

// loadFace reads an embedded face; only a wrong name in faceFiles can fail.
func loadFace(face Face) *typeface {
	read := func(name string) []byte {
		file, err := fontFiles.ReadFile(name)
		if err != nil {
			panic(err)
		}
		return file
	}
	t := &typeface{face: face, file: read(faceFiles[face])}
	t.metrics = readMetrics(t.file)
	if face > SansBold {
		return t
	}
	name := strings.TrimSuffix(faceFiles[face], ".ttf") + "-Western"
	file := read(name + ".ttf")
	maps.Copy(t.metrics.width, readMetrics(file).width)
	font := newWesternFont("CITVET+"+path.Base(name), file, t.metrics)
	t.western = &font
	return t
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
