package page

import "encoding/binary"

// metrics is what line breaking needs of a TrueType face: which characters it
// draws and how wide, in thousandths of the type size.
type metrics struct {
	width  map[rune]float64
	middle map[rune]float64 // of the outline of what has no width, from its origin
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
	m := &metrics{width: map[rune]float64{}, middle: map[rune]float64{}}
	for r, glyph := range charactersOf(tables["cmap"]) {
		if m.width[r] = advance(glyph); m.width[r] == 0 {
			m.middle[r] = middleOf(tables, glyph) * 1000 / unitsPerEm
		}
	}
	return m
}

// middleOf returns the middle of a glyph's outline, 0 where it has none.
//
// Formats: https://learn.microsoft.com/typography/opentype/spec/loca and glyf.
func middleOf(tables map[string][]byte, glyph int) float64 {
	loca := tables["loca"]
	var start, end uint32
	if long := u16(tables["head"], 50) == 1; long {
		start, end = u32(loca, 4*glyph), u32(loca, 4*glyph+4)
	} else {
		start, end = 2*uint32(u16(loca, 2*glyph)), 2*uint32(u16(loca, 2*glyph+2))
	}
	if start == end {
		return 0
	}
	outline := tables["glyf"][start:end]
	return (float64(int16(u16(outline, 2))) + float64(int16(u16(outline, 6)))) / 2
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
