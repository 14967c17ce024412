package page

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// trueType is a font file with its tables found, bounded and in agreement about
// how many glyphs there are. Nothing read from it later can lie outside it.
//
// Formats: https://learn.microsoft.com/typography/opentype/spec/otff
type trueType struct {
	tables      map[string][]byte
	unitsPerEm  int
	glyphs      int // how many it holds
	longMetrics int // how many of them have a width of their own
	longLoca    bool
}

// readTrueType finds the tables of a font file. The error says what is wrong, as
// the rest of a sentence that the file's name begins.
func readTrueType(file []byte) (*trueType, error) {
	if err := kindError(file); err != nil {
		return nil, err
	}
	tables, err := sfntTables(file)
	if err != nil {
		return nil, err
	}
	for _, needed := range []struct {
		name string
		size int // at least, in bytes
	}{{"head", 54}, {"maxp", 6}, {"hhea", 36}, {"cmap", 4}, {"hmtx", 4}, {"loca", 4}, {"glyf", 0}} {
		if table, ok := tables[needed.name]; !ok {
			return nil, fmt.Errorf("has no table %s, without which there is nothing to draw; name a font with TrueType outlines", needed.name)
		} else if len(table) < needed.size {
			return nil, damaged(needed.name)
		}
	}
	t := &trueType{
		tables:      tables,
		unitsPerEm:  int(u16(tables["head"], 18)),
		glyphs:      int(u16(tables["maxp"], 4)),
		longMetrics: int(u16(tables["hhea"], 34)),
		longLoca:    u16(tables["head"], 50) == 1,
	}
	entry := 2
	if t.longLoca {
		entry = 4
	}
	switch {
	case t.unitsPerEm < 16 || t.unitsPerEm > 16384 || u16(tables["head"], 50) > 1:
		return nil, damaged("head")
	case t.glyphs == 0:
		return nil, damaged("maxp")
	case t.longMetrics == 0 || t.longMetrics > t.glyphs:
		return nil, damaged("hhea")
	case len(tables["hmtx"]) < 4*t.longMetrics+2*(t.glyphs-t.longMetrics):
		return nil, damaged("hmtx")
	case len(tables["loca"]) < entry*(t.glyphs+1):
		return nil, damaged("loca")
	}
	return t, nil
}

// damaged says which table cannot be what it should be.
func damaged(table string) error {
	return fmt.Errorf("is damaged: its table %s does not fit the others; copy the font anew from where it came", table)
}

// kindError tells apart by their first bytes the fonts that are none with
// TrueType outlines; nil for one that may be.
func kindError(file []byte) error {
	if len(file) < 12 {
		return errors.New("is no font; name a TrueType file (.ttf)")
	}
	postScript := errors.New("has PostScript outlines (CFF), and a PDF is written here with TrueType outlines alone; name the font's TrueType form (.ttf), or convert it to that")
	switch string(file[:4]) {
	case "\x00\x01\x00\x00", "true":
		return nil
	case "OTTO":
		return postScript
	case "ttcf":
		if len(file) < 16 {
			return errCutShort
		}
		if first := uint64(u32(file, 12)); first+4 <= uint64(len(file)) && string(file[first:first+4]) == "OTTO" {
			return postScript
		}
		return errors.New("is a collection of fonts; take the one you want out of it as a .ttf: pyftsubset of fontTools does it with --font-number=0 --unicodes='*'")
	case "wOFF", "wOF2":
		return errors.New("is packed for the web (WOFF); name the TrueType file (.ttf) that it was made from, or unpack it")
	}
	return errors.New("is no TrueType font; name a file that ends in .ttf")
}

var errCutShort = errors.New("is cut short or damaged: it ends before its tables do; copy the font anew from where it came")

// sfntTables returns the tables of a font file by their names. Every table lies
// within the file, also those that nobody reads: one that does not tells of a
// file that was cut short.
func sfntTables(file []byte) (map[string][]byte, error) {
	if len(file) < 12 {
		return nil, errCutShort
	}
	tables := map[string][]byte{}
	for i := range int(u16(file, 4)) {
		at := 12 + 16*i
		if at+16 > len(file) {
			return nil, errCutShort
		}
		entry := file[at : at+16]
		start, length := uint64(u32(entry, 8)), uint64(u32(entry, 12))
		if start+length > uint64(len(file)) {
			return nil, errCutShort
		}
		if name := string(entry[:4]); tables[name] == nil {
			tables[name] = file[start : start+length]
		}
	}
	return tables, nil
}

// advance returns how wide a glyph is, in units of the em.
func (t *trueType) advance(glyph uint16) uint16 {
	return u16(t.tables["hmtx"], 4*min(int(glyph), t.longMetrics-1))
}

// inEm returns a length as thousandths of the em.
func (t *trueType) inEm(units int) float64 { return float64(units) * 1000 / float64(t.unitsPerEm) }

// middle returns where across the middle of a glyph's outline is, in thousandths
// of the em, 0 where it has none.
func (t *trueType) middle(glyph uint16) float64 {
	o, ok := t.outline(glyph)
	if !ok || o.head == nil {
		return 0
	}
	return t.inEm(int(int16(u16(o.head, 2)))+int(int16(u16(o.head, 6)))) / 2
}

// bearing returns how far right of its origin a glyph's outline begins.
func (t *trueType) bearing(glyph uint16) uint16 {
	if int(glyph) < t.longMetrics {
		return u16(t.tables["hmtx"], 4*int(glyph)+2)
	}
	return u16(t.tables["hmtx"], 4*t.longMetrics+2*(int(glyph)-t.longMetrics))
}

// characters returns the glyph of every character of the Basic Multilingual
// Plane that the font maps. A mapping to a glyph that it does not hold is none.
//
// Format: https://learn.microsoft.com/typography/opentype/spec/cmap
func (t *trueType) characters() (map[rune]uint16, error) {
	cmap := t.tables["cmap"]
	read := map[uint16]func([]byte, func(rune, uint16)) bool{4: readSegments, 12: readGroups}
	for _, format := range []uint16{4, 12} {
		sub := unicodeMap(cmap, format)
		if sub == nil {
			continue
		}
		glyphs := map[rune]uint16{}
		ok := read[format](sub, func(r rune, glyph uint16) {
			if glyph != 0 && int(glyph) < t.glyphs {
				glyphs[r] = glyph
			}
		})
		if !ok {
			return nil, damaged("cmap")
		}
		return glyphs, nil
	}
	return nil, errors.New("does not say which Unicode characters it draws (no cmap of format 4 or 12); name a font that does")
}

// unicodeMap returns the first subtable of a format that maps Unicode, nil for
// none. Fonts of symbols, whose codes are their own, have none.
func unicodeMap(cmap []byte, format uint16) []byte {
	for i := range int(u16(cmap, 2)) {
		at := 4 + 8*i
		if at+8 > len(cmap) {
			return nil
		}
		platform, encoding, start := u16(cmap, at), u16(cmap, at+2), uint64(u32(cmap, at+4))
		if unicode := platform == 0 || platform == 3 && (encoding == 1 || encoding == 10); !unicode || start+2 > uint64(len(cmap)) {
			continue
		}
		if sub := cmap[start:]; u16(sub, 0) == format {
			return sub
		}
	}
	return nil
}

// readSegments reads a subtable of format 4 and reports whether it is whole. No
// character is read twice, so that overlapping segments take no longer.
func readSegments(sub []byte, found func(rune, uint16)) bool {
	if len(sub) < 16 {
		return false
	}
	segments := int(u16(sub, 6)) / 2
	ends, starts := 14, 16+2*segments
	deltas, offsets := starts+2*segments, starts+4*segments
	if offsets+2*segments > len(sub) {
		return false
	}
	next := 0
	for s := range segments {
		start, end := int(u16(sub, starts+2*s)), int(u16(sub, ends+2*s))
		delta, offset := u16(sub, deltas+2*s), int(u16(sub, offsets+2*s))
		for c := max(start, next); c <= end && c < 0xFFFF; c++ {
			glyph := uint16(c) + delta
			if offset != 0 {
				at := offsets + 2*s + offset + 2*(c-start)
				if at+2 > len(sub) {
					break // fonts are met with whose last segment leads nowhere
				}
				if glyph = u16(sub, at); glyph != 0 {
					glyph += delta
				}
			}
			found(rune(c), glyph)
		}
		next = max(next, end+1)
	}
	return true
}

// readGroups reads a subtable of format 12 and reports whether it is whole.
func readGroups(sub []byte, found func(rune, uint16)) bool {
	if len(sub) < 16 || uint64(len(sub)-16) < 12*uint64(u32(sub, 12)) {
		return false
	}
	next := 0
	for i := range int(u32(sub, 12)) {
		start, end, glyph := int(u32(sub, 16+12*i)), int(u32(sub, 20+12*i)), int(u32(sub, 24+12*i))
		for c := max(start, next); c <= end && c < 0xFFFF; c++ {
			if g := glyph + c - start; g <= 0xFFFF {
				found(rune(c), uint16(g))
			}
		}
		next = max(next, end+1)
	}
	return true
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
