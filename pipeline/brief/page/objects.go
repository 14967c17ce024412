package page

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf16"
)

// objects are the numbered objects of a PDF file; the first has the number 1.
// Those that hold no stream and come from here are packed together, which is
// what keeps a tagged file small (ISO 32000-1, 7.5.7).
type objects struct {
	bodies [][]byte
	packed []bool
}

var errForeign = errors.New("the file is not as its writer makes it")

// readObjects takes a file apart at its table of cross-references.
func readObjects(file []byte) (objects, error) {
	var o objects
	at := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 {
		return o, errForeign
	}
	var table, count int
	if _, err := fmt.Sscanf(string(file[at:]), "startxref\n%d", &table); err != nil || table < 0 || table > at {
		return o, errForeign
	}
	if _, err := fmt.Sscanf(string(file[table:min(len(file), table+30)]), "xref\n0 %d", &count); err != nil {
		return o, errForeign
	}
	lines := bytes.SplitN(file[table:at], []byte("\n"), count+3)
	if len(lines) < count+2 {
		return o, errForeign
	}
	starts := make([]int, 0, count+1)
	for _, line := range lines[3 : count+2] {
		start, err := strconv.Atoi(string(line[:min(10, len(line))]))
		if err != nil || start > table {
			return o, errForeign
		}
		starts = append(starts, start)
	}
	ends := append(slices.Sorted(slices.Values(starts)), table)
	for i, start := range starts {
		next, _ := slices.BinarySearch(ends, start+1)
		body, found := bytes.CutPrefix(file[start:ends[next]], fmt.Appendf(nil, "%d 0 obj\n", i+1))
		body, ended := bytes.CutSuffix(body, []byte("\nendobj\n"))
		if !found || !ended {
			return o, errForeign
		}
		o.set(o.reserve(), body, false)
	}
	return o, nil
}

// reserve returns the number of a new object.
func (o *objects) reserve() int {
	o.bodies, o.packed = append(o.bodies, nil), append(o.packed, false)
	return len(o.bodies)
}

func (o *objects) set(number int, body []byte, packed bool) {
	o.bodies[number-1], o.packed[number-1] = body, packed
}

// put fills a reserved object that holds no stream.
func (o *objects) put(number int, format string, args ...any) {
	o.set(number, fmt.Appendf(nil, format, args...), true)
}

// stream adds an object of data; entries are of its dictionary.
func (o *objects) stream(entries string, data []byte) int {
	n := o.reserve()
	o.set(n, streamBody(entries, data), false)
	return n
}

func streamBody(entries string, data []byte) []byte {
	body := fmt.Appendf(nil, "<<%s/Length %d>>\nstream\n", entries, len(data))
	return append(append(body, data...), "\nendstream"...)
}

// deflated returns data compressed; the same bytes for the same data.
func deflated(data []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	// A buffer takes all that is written to it.
	_, _ = w.Write(data)
	_ = w.Close()
	return out.Bytes()
}

// packSize is how many objects share a stream.
const packSize = 200

// place is where the table of cross-references finds an object.
type place struct {
	kind         byte // 1 an offset, 2 a stream and an index in it
	first, extra int
}

// file writes all objects as one file.
func (o *objects) file(catalog, info int) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	var waiting []int
	places := make([]place, len(o.bodies)+1)
	for i, packed := range o.packed {
		if packed {
			waiting = append(waiting, i+1)
		}
	}
	for pack := range slices.Chunk(waiting, packSize) {
		stream := o.pack(pack)
		for i, n := range pack {
			places[n] = place{2, stream, i}
		}
		places = append(places, place{})
	}
	for i, body := range o.bodies {
		if places[i+1].kind == 0 {
			places[i+1] = place{1, out.Len(), 0}
			fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, body)
		}
	}
	table := out.Len()
	places = append(places, place{1, table, 0})
	sum := sha256.Sum256(out.Bytes())
	entries := fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]/Filter/FlateDecode", len(places), catalog, info, sum[:16], sum[:16])
	fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", len(places)-1, streamBody(entries, deflated(crossReferences(places))), table)
	return out.Bytes()
}

// pack adds a stream that holds some objects.
func (o *objects) pack(numbers []int) int {
	var head, bodies bytes.Buffer
	for _, n := range numbers {
		fmt.Fprintf(&head, "%d %d ", n, bodies.Len())
		bodies.Write(o.bodies[n-1])
		bodies.WriteByte('\n')
	}
	entries := fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/FlateDecode", len(numbers), head.Len())
	return o.stream(entries, deflated(append(head.Bytes(), bodies.Bytes()...)))
}

func crossReferences(places []place) []byte {
	var out []byte
	for i, p := range places {
		if i == 0 {
			p = place{0, 0, 0xFFFF}
		}
		out = append(out, p.kind)
		out = binary.BigEndian.AppendUint32(out, uint32(p.first))
		out = binary.BigEndian.AppendUint16(out, uint16(p.extra))
	}
	return out
}

// textString writes text as a string object.
func textString(text string) string {
	units := utf16.Encode([]rune(text))
	out := make([]byte, 0, 2*len(units)+2)
	out = append(out, 0xFE, 0xFF)
	for _, u := range units {
		out = binary.BigEndian.AppendUint16(out, u)
	}
	return fmt.Sprintf("<%X>", out)
}
