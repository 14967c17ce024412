package page

import (
	"embed"
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
	hanFallback:    "fonts/DroidSansFallback.ttf",
}

// fallbacks are the faces asked for a character, in order, after the one wanted.
var fallbacks = [faceCount][]Face{
	Serif:       {Sans, serifFallback, mathFallback, symbolFallback, hanFallback},
	SerifItalic: {Serif, Sans, serifFallback, mathFallback, symbolFallback, hanFallback},
	SerifBold:   {SansBold, Serif, Sans, serifFallback, mathFallback, symbolFallback, hanFallback},
	Sans:        {Serif, serifFallback, mathFallback, symbolFallback, hanFallback},
	SansBold:    {Sans, Serif, serifFallback, mathFallback, symbolFallback, hanFallback},
}

// typeface is one embedded font file with its metrics.
type typeface struct {
	file    []byte
	metrics *metrics
}

var typefaces = func() (load [faceCount]func() typeface) {
	for face := range faceCount {
		load[face] = sync.OnceValue(func() typeface {
			file, err := fontFiles.ReadFile(faceFiles[face])
			if err != nil {
				panic(err) // embedded above: only a wrong name gets here
			}
			return typeface{file, readMetrics(file)}
		})
	}
	return load
}()

func (f Face) has(r rune) bool { return typefaces[f]().metrics.has(r) }

// width returns how wide text is at a size of one point. Every character must
// have passed the gate.
func (f Face) width(text string) float64 {
	widths := typefaces[f]().metrics.width
	sum := 0.0
	for _, r := range text {
		sum += widths[r]
	}
	return sum / 1000
}
