package page

import "encoding/binary"

// The flags of a glyph that is put together from others, and of a point.
//
// Format: https://learn.microsoft.com/typography/opentype/spec/glyf
const (
	argsAreWords     = 0x0001
	argsAreDistances = 0x0002
	hasScale         = 0x0008
	moreComponents   = 0x0020
	hasTwoScales     = 0x0040
	hasMatrix        = 0x0080
	hasInstructions  = 0x0100

	shortX   = 0x02
	shortY   = 0x04
	repeated = 0x08
	sameX    = 0x10
	sameY    = 0x20
)

// Bounds on what one glyph can cost a program that draws it. Those met with in
// fonts lie far below.
const (
	maxDepth      = 8      // of glyphs in glyphs
	maxComponents = 256    // of one glyph
	maxPoints     = 0x7FFF // of a glyph with all that it is put together from
)

// outlineHead is how many bytes come before an outline: the number of contours
// and the corners of its box.
const outlineHead = 10

// outline is a glyph without the instructions that fit it to a grid of pixels.
type outline struct {
	head       []byte // up to where each contour ends
	points     []byte
	components []component // of a glyph that is put together, else nil
	extent     extent      // of a glyph that is not
}

// component is another glyph that a glyph is put together from.
type component struct {
	flags uint16
	glyph uint16
	place []byte // where it stands, and its scale
}

// extent is how much is drawn for a glyph with all that it is put together from.
type extent struct{ points, contours, depth int }

// outline returns a glyph's outline and reports whether it is whole.
func (t *trueType) outline(glyph uint16) (outline, bool) {
	data, ok := t.glyph(glyph)
	switch {
	case !ok || len(data) > 0 && len(data) < outlineHead:
		return outline{}, false
	case len(data) == 0 || u16(data, 0) == 0:
		return outline{}, true
	case int16(u16(data, 0)) < 0:
		return readComponents(data)
	}
	return readPoints(data, int(u16(data, 0)))
}

// glyph returns the bytes of a glyph and reports whether they are there.
func (t *trueType) glyph(glyph uint16) ([]byte, bool) {
	loca, glyf := t.tables["loca"], t.tables["glyf"]
	var start, end uint32
	if at := int(glyph); t.longLoca {
		start, end = u32(loca, 4*at), u32(loca, 4*at+4)
	} else {
		start, end = 2*uint32(u16(loca, 2*at)), 2*uint32(u16(loca, 2*at+2))
	}
	if start > end || uint64(end) > uint64(len(glyf)) {
		return nil, false
	}
	return glyf[start:end], true
}

// readPoints reads a glyph of its own contours.
func readPoints(data []byte, contours int) (outline, bool) {
	at := outlineHead + 2*contours
	if at+2 > len(data) {
		return outline{}, false
	}
	count := 0
	for i := range contours {
		end := int(u16(data, outlineHead+2*i)) + 1
		if end <= count && i > 0 {
			return outline{}, false
		}
		count = end
	}
	head := data[:at]
	start := at + 2 + int(u16(data, at))
	end, ok := pointsEnd(data, start, count)
	if !ok || count > maxPoints {
		return outline{}, false
	}
	return outline{head: head, points: data[start:end], extent: extent{points: count, contours: contours}}, true
}

// pointsEnd returns where count points end that begin at start: first their
// flags, then all distances across, then all up. It reports false where they
// do not fit.
func pointsEnd(data []byte, start, count int) (end int, ok bool) {
	at, size := start, 0
	for read := 0; read < count; {
		if at >= len(data) {
			return 0, false
		}
		flag, times := data[at], 1
		at++
		if flag&repeated != 0 {
			if at >= len(data) {
				return 0, false
			}
			times += int(data[at])
			at++
		}
		size += times * (distanceSize(flag, shortX, sameX) + distanceSize(flag, shortY, sameY))
		if read += times; read > count {
			return 0, false
		}
	}
	return at + size, at+size <= len(data)
}

func distanceSize(flag, short, same byte) int {
	switch {
	case flag&short != 0:
		return 1
	case flag&same != 0:
		return 0
	}
	return 2
}

// readComponents reads a glyph that is put together from others.
func readComponents(data []byte) (outline, bool) {
	o := outline{head: data[:outlineHead]}
	for at, more := outlineHead, true; more; {
		if at+4 > len(data) || len(o.components) == maxComponents {
			return outline{}, false
		}
		c := component{flags: u16(data, at), glyph: u16(data, at+2)}
		end := at + 4 + placeSize(c.flags)
		if end > len(data) {
			return outline{}, false
		}
		c.place = data[at+4 : end]
		more = c.flags&moreComponents != 0
		c.flags &^= hasInstructions
		o.components = append(o.components, c)
		at = end
	}
	return o, true
}

func placeSize(flags uint16) int {
	size := 2
	if flags&argsAreWords != 0 {
		size = 4
	}
	switch {
	case flags&hasScale != 0:
		size += 2
	case flags&hasTwoScales != 0:
		size += 4
	case flags&hasMatrix != 0:
		size += 8
	}
	return size
}

// extents measures glyphs, each once.
type extents struct {
	font  *trueType
	known map[uint16]extent // of those put together
}

// of returns what is drawn for a glyph and reports whether it is whole, with all
// that it is put together from, within bounds. deep is how many glyphs it is
// within, which is also what ends a circle of them.
func (e *extents) of(glyph uint16, deep int) (extent, bool) {
	if known, ok := e.known[glyph]; ok {
		return known, deep+known.depth <= maxDepth
	}
	if int(glyph) >= e.font.glyphs || deep > maxDepth {
		return extent{}, false
	}
	o, ok := e.font.outline(glyph)
	if !ok || o.components == nil {
		return o.extent, ok
	}
	var sum extent
	for _, c := range o.components {
		part, ok := e.of(c.glyph, deep+1)
		if !ok || c.flags&argsAreDistances == 0 && !c.meets(sum.points, part.points) {
			return extent{}, false
		}
		sum = extent{sum.points + part.points, sum.contours + part.contours, max(sum.depth, part.depth+1)}
		if sum.points > maxPoints {
			return extent{}, false
		}
	}
	e.known[glyph] = sum
	return sum, true
}

// meets reports whether the two points by which a component is placed are there:
// one of those before it and one of its own.
func (c component) meets(before, own int) bool {
	if c.flags&argsAreWords != 0 {
		return int(u16(c.place, 0)) < before && int(u16(c.place, 2)) < own
	}
	return int(c.place[0]) < before && int(c.place[1]) < own
}

// bytes returns the outline as a font holds it, its components renumbered.
func (o outline) bytes(number map[uint16]uint16) []byte {
	if o.head == nil {
		return nil
	}
	b := append([]byte(nil), o.head...)
	if o.components == nil {
		b = append(b, 0, 0) // no instructions
		return append(b, o.points...)
	}
	for _, c := range o.components {
		b = binary.BigEndian.AppendUint16(b, c.flags)
		b = binary.BigEndian.AppendUint16(b, number[c.glyph])
		b = append(b, c.place...)
	}
	return b
}
