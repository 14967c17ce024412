package article

import "bytes"

// ByteColumn returns the column of a position from 1 in bytes of UTF-8. Who
// counts bytes cuts the line by them, so here a byte order mark does take its
// three.
func (x *Index) ByteColumn(p Position) int {
	if p.Line <= 1 {
		return p.Offset + 1
	}
	return p.Offset - x.lines[p.Line-1] + 1
}

// Points returns how many code points of the file stand before a position. A
// byte order mark is none: decoders take it away.
func (x *Index) Points(p Position) int {
	n := x.countTo(p.Offset).points
	if bytes.HasPrefix(x.doc.Source, []byte(byteOrderMark)) && p.Offset > 0 {
		n--
	}
	return n
}

const byteOrderMark = "\xef\xbb\xbf"
