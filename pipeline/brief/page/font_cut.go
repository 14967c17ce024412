package page

import (
	"encoding/binary"
	"slices"
)

// cut returns a font file with the given characters alone, all of which the font
// maps to glyphs that were measured. It is written anew, so that the PDF writer,
// which trusts what it reads, never sees a table of somebody else's making:
// without hinting, names and layout features, none of which it uses.
func (t *trueType) cut(glyphs map[rune]uint16, characters []rune) []byte {
	kept := t.closure(glyphs, characters)
	number := make(map[uint16]uint16, len(kept))
	for i, glyph := range kept {
		number[glyph] = uint16(i)
	}
	var glyf, loca, hmtx []byte
	e := extents{t, map[uint16]extent{}}
	var most extent
	for i, glyph := range kept {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, t.advance(glyph))
		hmtx = binary.BigEndian.AppendUint16(hmtx, t.bearing(glyph))
		if i == 0 {
			continue // what stands for missing characters stays empty
		}
		o, _ := t.outline(glyph)
		glyf = append(glyf, o.bytes(number)...)
		glyf = append(glyf, make([]byte, -len(glyf)&3)...)
		x, _ := e.of(glyph, 0)
		most = extent{max(most.points, x.points), max(most.contours, x.contours), max(most.depth, x.depth)}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	return sfntFile([]sfntTable{
		{"cmap", cmapTable(glyphs, number, characters)},
		{"glyf", glyf},
		{"head", t.headTable()},
		{"hhea", t.hheaTable(len(kept))},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", maxpTable(len(kept), most)},
		{"name", []byte{0, 0, 0, 0, 0, 6}},
		{"post", append([]byte{0, 3}, make([]byte, 30)...)},
	})
}

// closure returns the glyphs that the characters need, in order: the one for
// missing characters, those of the characters, and what they are put together
// from.
func (t *trueType) closure(glyphs map[rune]uint16, characters []rune) []uint16 {
	kept := []uint16{0}
	for _, r := range characters {
		kept = append(kept, glyphs[r])
	}
	slices.Sort(kept)
	kept = slices.Compact(kept)
	seen := map[uint16]bool{}
	for _, glyph := range kept {
		seen[glyph] = true
	}
	for i := 0; i < len(kept); i++ {
		o, _ := t.outline(kept[i])
		for _, c := range o.components {
			if !seen[c.glyph] {
				seen[c.glyph] = true
				kept = append(kept, c.glyph)
			}
		}
	}
	return kept
}

// cmapTable maps characters, in ascending order, to their new glyphs: format 4,
// with a segment for each run of both.
func cmapTable(glyphs map[rune]uint16, number map[uint16]uint16, characters []rune) []byte {
	type segment struct{ start, end, glyph uint16 }
	var segments []segment
	for _, r := range characters {
		c, glyph := uint16(r), number[glyphs[r]]
		if last := len(segments) - 1; last >= 0 && segments[last].end+1 == c && segments[last].glyph+c-segments[last].start == glyph {
			segments[last].end = c
			continue
		}
		segments = append(segments, segment{c, c, glyph})
	}
	segments = append(segments, segment{0xFFFF, 0xFFFF, 0})
	// A length beyond what its field can say does no harm: only the PDF writer
	// reads this table, and counts the segments.
	length := min(16+8*len(segments), 0xFFFF)
	table := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 4}
	for _, word := range []int{length, 0, 2 * len(segments), 0, 0, 0} {
		table = binary.BigEndian.AppendUint16(table, uint16(word))
	}
	for _, s := range segments {
		table = binary.BigEndian.AppendUint16(table, s.end)
	}
	table = append(table, 0, 0)
	for _, s := range segments {
		table = binary.BigEndian.AppendUint16(table, s.start)
	}
	for _, s := range segments {
		table = binary.BigEndian.AppendUint16(table, s.glyph-s.start)
	}
	return append(table, make([]byte, 2*len(segments))...)
}

func (t *trueType) headTable() []byte {
	const magic = 0x5F0F3CF5
	old := t.tables["head"]
	head := binary.BigEndian.AppendUint32(nil, 0x00010000)
	head = append(head, 0, 0, 0, 0, 0, 0, 0, 0) // revision and checksum
	head = binary.BigEndian.AppendUint32(head, magic)
	head = append(head, 0, 0)                         // flags
	head = append(head, old[18:20]...)                // units per em
	head = append(head, make([]byte, 16)...)          // times of creation and change
	head = append(head, old[36:44]...)                // the corners of all glyphs
	return append(head, 0, 0, 0, 8, 0, 2, 0, 1, 0, 0) // style, least size, direction, long loca, format
}

func (t *trueType) hheaTable(glyphs int) []byte {
	old := t.tables["hhea"]
	hhea := append([]byte{0, 1, 0, 0}, old[4:10]...) // ascent, descent, line gap
	hhea = append(hhea, make([]byte, 24)...)
	return binary.BigEndian.AppendUint16(hhea, uint16(glyphs))
}

func maxpTable(glyphs int, most extent) []byte {
	maxp := []byte{0, 1, 0, 0}
	for _, n := range []int{glyphs, most.points, most.contours, most.points, most.contours, 1, 0, 0, 0, 0, 0, 0, maxComponents, most.depth} {
		maxp = binary.BigEndian.AppendUint16(maxp, uint16(n))
	}
	return maxp
}

type sfntTable struct {
	name string
	data []byte
}

// sfntFile puts tables, in the order of their names, into a font file. Their
// checksums are left out: the PDF writer reads none and writes its own.
func sfntFile(tables []sfntTable) []byte {
	file := []byte{0, 1, 0, 0}
	for _, word := range []int{len(tables), 0, 0, 0} {
		file = binary.BigEndian.AppendUint16(file, uint16(word))
	}
	at := 12 + 16*len(tables)
	for _, t := range tables {
		file = append(file, t.name...)
		file = binary.BigEndian.AppendUint32(file, 0)
		file = binary.BigEndian.AppendUint32(file, uint32(at))
		file = binary.BigEndian.AppendUint32(file, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		file = append(file, t.data...)
		file = append(file, make([]byte, -len(file)&3)...)
	}
	return file
}
