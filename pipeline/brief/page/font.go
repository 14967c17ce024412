package page

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// Font is a user's own face, for characters that the built-in faces lack. It may
// be used by any number of documents at once.
type Font struct {
	family string
	sum    [sha256.Size]byte
	face   *typeface // of the characters that are drawn with it
}

// mostAdvance is how wide a character may be, in thousandths of the em. The widest
// dash takes three ems.
const mostAdvance = 6000

// ReadFont reads a TrueType file, which must not change afterwards. Everything is
// looked at that a document could come to use, so that no text can fail later.
// The error reads as the rest of a sentence that the file's name begins: what is
// wrong, and the way out.
func ReadFont(file []byte) (*Font, error) {
	t, err := readTrueType(file)
	if err != nil {
		return nil, err
	}
	if err := t.embeddable(); err != nil {
		return nil, err
	}
	mapped, err := t.characters()
	if err != nil {
		return nil, err
	}
	f := &Font{family: t.family(), sum: sha256.Sum256(file)}
	glyphs := map[rune]uint16{}
	drawn := extents{t, map[uint16]extent{}}
	for r := range rune(0x10000) {
		glyph, ok := mapped[r]
		if !ok || !drawnAlone(r) {
			continue
		}
		x, whole := drawn.of(glyph, 0)
		if !whole {
			return nil, fmt.Errorf("is damaged: the outline of U+%04X does not hold together; copy the font anew from where it came", r)
		}
		if t.inEm(int(t.advance(glyph))) > mostAdvance {
			return nil, fmt.Errorf("is damaged: U+%04X would be wider than a line; copy the font anew from where it came", r)
		}
		if x.contours == 0 && !unicode.IsSpace(r) {
			continue // would be drawn as nothing at all
		}
		glyphs[r] = glyph
	}
	if len(glyphs) == 0 {
		return nil, errors.New("draws no character that can be used here; scripts whose letters join or change their order cannot")
	}
	f.face = &typeface{face: userFace, file: t, glyphs: glyphs, metrics: metricsOf(t, glyphs), font: f}
	return f, nil
}

// Family is what the font calls itself.
func (f *Font) Family() string { return f.family }

// SHA256 is the hash of the font's file, in hexadecimal.
func (f *Font) SHA256() string { return hex.EncodeToString(f.sum[:]) }

// embeddable returns an error if the font's owner forbids what a briefing does:
// to carry the outlines of the characters it shows. A font without a word on it
// allows it.
//
// Bits: https://learn.microsoft.com/typography/opentype/spec/os2#fstype
func (t *trueType) embeddable() error {
	const (
		restricted, lesser = 0x0002, 0x000C // the less restrictive of several holds
		whole              = 0x0100
		bitmaps            = 0x0200
	)
	table, ok := t.tables["OS/2"]
	if !ok {
		return nil
	}
	if len(table) < 10 {
		return damaged("OS/2")
	}
	switch bits := u16(table, 8); {
	case bits&restricted != 0 && bits&lesser == 0:
		return errors.New("may not be embedded, by its licence (fsType in its table OS/2); name a font that may")
	case bits&whole != 0:
		return errors.New("may only be embedded whole, by its licence (fsType in its table OS/2), and a briefing carries the characters it shows; name a font that may be cut down")
	case bits&bitmaps != 0:
		return errors.New("may only be embedded as bitmaps, by its licence (fsType in its table OS/2); name a font whose outlines may")
	}
	return nil
}

// family returns the family's name in English or, where it has none, in the first
// language it is given in.
//
// Format: https://learn.microsoft.com/typography/opentype/spec/name
func (t *trueType) family() string {
	const typographic, plain, english = 16, 1, 0x0409
	table := t.tables["name"]
	best, found := 0, "unnamed"
	for i := range nameCount(table) {
		at := 6 + 12*i
		platform, language, id := u16(table, at), u16(table, at+4), u16(table, at+6)
		if id != typographic && id != plain {
			continue
		}
		start := int(u16(table, 4)) + int(u16(table, at+10))
		end := start + int(u16(table, at+8))
		if end > len(table) {
			continue
		}
		rank := 1
		if platform == 3 && language == english || platform == 1 && language == 0 {
			rank = 3
		}
		if id == typographic {
			rank++
		}
		if name := readableName(table[start:end], platform); rank > best && name != "" {
			best, found = rank, name
		}
	}
	return found
}

// nameCount returns how many entries a name table has, none where it is cut short.
func nameCount(table []byte) int {
	if len(table) < 6 || len(table) < 6+12*int(u16(table, 2)) {
		return 0
	}
	return int(u16(table, 2))
}

// readableName returns a name that fits on a line, without what cannot be seen.
func readableName(name []byte, platform uint16) string {
	const most = 60 // characters
	var text string
	if platform == 1 {
		text, _ = charmap.Macintosh.NewDecoder().String(string(name)) // maps every byte
	} else {
		words := make([]uint16, len(name)/2)
		for i := range words {
			words[i] = u16(name, 2*i)
		}
		text = string(utf16.Decode(words))
	}
	text = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, text)
	runes := []rune(strings.Join(strings.Fields(text), " "))
	return string(runes[:min(len(runes), most)])
}
