package page

import "encoding/binary"

// metrics is what line breaking needs of a TrueType face: which characters it
// draws and how wide, in thousandths of the type size.
type metrics struct {
	width map[rune]float64
}

func (m *metrics) has(r rune) bool {
	_, ok := m.width[r]
	return ok
}

// readMetrics reads a face's cmap (format 4, the Basic Multilingual Plane) and
// hmtx tables. The faces are embedded and a test reads every one of them, so a
// malformed table is a broken build and not an error to handle.
//
// Formats: https://learn.microsoft.com/typography/opentype/spec/cmap and hmtx.
func readMetrics(font []byte) *metrics {
	tables := sfntTables(font)
	unitsPerEm := float64(u16(tables["head"], 18))
	longMetrics := int(u16(tables["hhea"], 34))
	hmtx := tables["hmtx"]
	advance := func(glyph int) float64 {
		at := 4 * min(glyph, longMetrics-1)
		return float64(u16(hmtx, at)) * 1000 / unitsPerEm
	}
	m := &metrics{width: map[rune]float64{}}
	for r, glyph := range charactersOf(tables["cmap"]) {
		m.width[r] = advance(glyph)
	}
	return m
}

func sfntTables(font []byte) map[string][]byte {
	tables := map[string][]byte{}
	for i := range int(u16(font, 4)) {
		entry := font[12+16*i:]
		start, length := u32(entry, 8), u32(entry, 12)
		tables[string(entry[:4])] = font[start : start+length]
	}
	return tables
}

// charactersOf returns the glyph of every character that the first format 4
// subtable maps.
func charactersOf(cmap []byte) map[rune]int {
	glyphs := map[rune]int{}
	for i := range int(u16(cmap, 2)) {
		sub := cmap[u32(cmap, 4+8*i+4):]
		if u16(sub, 0) != 4 {
			continue
		}
		segments := int(u16(sub, 6)) / 2
		ends, starts := 14, 16+2*segments
		deltas, offsets := starts+2*segments, starts+4*segments
		for s := range segments {
			start, end := u16(sub, starts+2*s), u16(sub, ends+2*s)
			delta, offset := u16(sub, deltas+2*s), u16(sub, offsets+2*s)
			for c := int(start); c <= int(end) && c != 0xFFFF; c++ {
				glyph := uint16(c) + delta
				if offset != 0 {
					glyph = u16(sub, offsets+2*s+int(offset)+2*(c-int(start)))
					if glyph != 0 {
						glyph += delta
					}
				}
				if glyph != 0 {
					glyphs[rune(c)] = int(glyph)
				}
			}
		}
		return glyphs
	}
	return glyphs
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
