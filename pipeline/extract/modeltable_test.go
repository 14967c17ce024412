package extract

import (
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"io"
	"os"
	"slices"
	"testing"
)

// trainingText returns what a compressed file of training data holds.
func trainingText(t testing.TB, name string) string {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(unzipped)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// modelRow is a feature with its weights, each with the class it speaks for in
// its highest byte.
type modelRow struct {
	feature hash
	weights []uint32
}

// layTable lays rows out as model reads them: a table of slots, three for every
// four of them in use, that point into the weights.
func layTable(rows []modelRow) (slots, weights []uint32) {
	slices.SortFunc(rows, func(a, b modelRow) int { return cmp.Compare(a.feature, b.feature) })
	n := uint64(len(rows)) * 4 / 3
	slots, weights = make([]uint32, 2*n), []uint32{0} // so that no filled slot is zero
	for _, r := range rows {
		i := r.feature.slot(n)
		for slots[2*i+1] != 0 {
			i = (i + 1) % n
		}
		slots[2*i], slots[2*i+1] = uint32(r.feature), uint32(len(weights))<<8|uint32(len(r.weights))
		weights = append(weights, r.weights...)
	}
	return slots, weights
}

// appendLists writes lists of numbers, each after its length, as little-endian
// words of 32 bits.
func appendLists(out []byte, lists ...[]uint32) []byte {
	for _, words := range lists {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(words)))
		for _, w := range words {
			out = binary.LittleEndian.AppendUint32(out, w)
		}
	}
	return out
}
