package page

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Most text is set in fonts of one byte a character. The PDF writer embeds them
// as they are, while it takes ten times as long to cut a font of two bytes.

// westernExtra are the characters in the places that Windows-1252 leaves free,
// with their names in the Adobe Glyph List, and the soft hyphen, which PDF would
// take for a hyphen (ISO 32000-1, D.2).
var westernExtra = []struct {
	code byte
	r    rune
	name string
}{
	{0x81, '✗', "uni2717"}, {0x8D, '✓', "uni2713"}, {0x8F, '≤', "lessequal"}, {0x90, '≥', "greaterequal"}, {0x9D, '−', "minus"},
	{0xAD, softHyphen, "uni00AD"},
}

// westernDifferences says in PDF's words how the encoding differs from WinAnsiEncoding.
var westernDifferences = func() string {
	var words []string
	for _, x := range westernExtra {
		words = append(words, fmt.Sprintf("%d /%s", x.code, x.name))
	}
	return strings.Join(words, " ")
}()

// westernCodes gives each character of the encoding its byte.
var westernCodes = func() map[rune]byte {
	codes := map[rune]byte{}
	for b := 0x20; b <= 0xFF; b++ {
		if r := charmap.Windows1252.DecodeByte(byte(b)); r != utf8.RuneError && !invisible(r) {
			codes[r] = byte(b)
		}
	}
	for _, x := range westernExtra {
		codes[x.r] = x.code
	}
	return codes
}()

// westernRun returns the longest beginning of text, at least one character, that
// is all of the encoding or all outside it, and its bytes in the first case.
func westernRun(text string) (head, encoded string, western bool) {
	var codes strings.Builder
	for i, r := range text {
		code, ok := westernCodes[r]
		if i == 0 {
			western = ok
		}
		if ok != western {
			return text[:i], codes.String(), western
		}
		if ok {
			codes.WriteByte(code)
		}
	}
	return text, codes.String(), western
}

// westernCMap says in PDF's words which characters the bytes of the encoding are
// (ISO 32000-1, 9.10.3): readers that do not know a character's name find its glyph
// by it. The soft hyphen is left to its name, by which more readers know that it
// ends a line.
func westernCMap() []byte {
	characters := map[byte]rune{}
	for r, code := range westernCodes {
		characters[code] = r
	}
	var ranges []string
	for code := 0x20; code <= 0xFF; code++ {
		if r, known := characters[byte(code)]; known && r != softHyphen {
			ranges = append(ranges, fmt.Sprintf("<%02X><%02X><%04X>", code, code, r))
		}
	}
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/Western def/CMapType 2 def\n1 begincodespacerange<00><FF>endcodespacerange\n")
	const most = 100 // in one block
	for block := range slices.Chunk(ranges, most) {
		fmt.Fprintf(&b, "%d beginbfrange\n%s\nendbfrange\n", len(block), strings.Join(block, "\n"))
	}
	b.WriteString("endcmap end end")
	return []byte(b.String())
}

// fontDefinition is what the PDF writer wants to know of a font of one byte a
// character; the names are its own.
type fontDefinition struct {
	Tp, Name, Enc, Diff, File string
	OriginalSize              int
	Cw                        [256]int
	Desc                      struct {
		Ascent, Descent, CapHeight, Flags, ItalicAngle, StemV, MissingWidth int
		FontBBox                                                            struct{ Xmin, Ymin, Xmax, Ymax int }
	}
}

// westernFont is a font file as it is embedded.
type westernFont struct{ definition, compressed []byte }

// newWesternFont describes and compresses a TrueType file for embedding.
func newWesternFont(name string, data []byte, file *trueType, m *metrics) westernFont {
	scaled := func(table string, at int) int { return int(file.inEm(int(int16(u16(file.tables[table], at))))) }
	const nonsymbolic, stem = 32, 80
	d := fontDefinition{Tp: "TrueType", Name: name, Enc: "cp1252", Diff: westernDifferences, File: name + ".z", OriginalSize: len(data)}
	d.Desc.Ascent, d.Desc.Descent, d.Desc.CapHeight = scaled("hhea", 4), scaled("hhea", 6), scaled("OS/2", 88)
	d.Desc.ItalicAngle = int(int16(u16(file.tables["post"], 4)))
	d.Desc.Flags, d.Desc.StemV = nonsymbolic, stem
	box := &d.Desc.FontBBox
	box.Xmin, box.Ymin, box.Xmax, box.Ymax = scaled("head", 36), scaled("head", 38), scaled("head", 40), scaled("head", 42)
	for r, code := range westernCodes {
		d.Cw[code] = int(m.width[r] + 0.5)
	}
	definition, err := json.Marshal(d)
	if err != nil {
		panic(err) // plain numbers and words
	}
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	w.Write(data) // a bytes.Buffer takes everything
	w.Close()
	return westernFont{definition, z.Bytes()}
}
