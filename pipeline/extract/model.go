package extract

import (
	_ "embed"
	"encoding/binary"
	"strings"
	"sync"
)

//go:generate go test . -run=^TestModelIsFresh$ -update

// compiledModel is the averaged perceptron that tags parts of speech and the
// maximum-entropy classifier that labels names, both as github.com/jdkato/prose
// v2.0.0 ships them (MIT; see model/LICENSE.prose), laid out for reading
// without decoding. TestModelIsFresh writes it and describes its layout.
//
//go:embed model/english.bin
var compiledModel []byte

// model is a hash table from features to weights.
//
// A feature is known by a 64-bit hash: its upper half, scaled, picks the slot to
// begin at, its lower half is kept to compare. A slot is that half and a word of
// which the upper 24 bits are where the feature's weights begin and the lower 8
// how many there are. A weight is one word: the class in the upper 8 bits, a
// signed fixed-point number in the lower 24. Sums are of whole numbers, so they
// are the same on every machine.
type model struct {
	classes []string // of tags
	labels  []string // of names' parts
	slots   []uint32
	weights []uint32
}

// trained loads the model, once a process.
var trained = sync.OnceValue(func() *model {
	m, data := &model{}, compiledModel
	m.classes, data = cutNames(data)
	m.labels, data = cutNames(data)
	m.slots, data = cutWords(data)
	m.weights, _ = cutWords(data)
	return m
})

// cutNames reads a length in bytes and that many bytes of names, one a line.
func cutNames(data []byte) (names []string, rest []byte) {
	n := binary.LittleEndian.Uint32(data)
	return strings.Split(string(data[4:4+n]), "\n"), data[4+n:]
}

// cutWords reads a count and that many words.
func cutWords(data []byte) (words []uint32, rest []byte) {
	words = make([]uint32, binary.LittleEndian.Uint32(data))
	data = data[4:]
	for i := range words {
		words[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return words, data[4*len(words):]
}

// find returns the weights of the feature with hash h and whether it is known.
func (m *model) find(h hash) ([]uint32, bool) {
	n := uint64(len(m.slots) / 2)
	check := uint32(h)
	for i := h.slot(n); ; {
		word := m.slots[2*i+1]
		if word == 0 {
			return nil, false
		}
		if m.slots[2*i] == check {
			from := word >> 8
			return m.weights[from : from+word&0xff], true
		}
		if i++; i == n {
			i = 0
		}
	}
}

// scores are sums of weights by class.
type scores [64]int32

// add adds the weights of the feature with hash h.
func (s *scores) add(m *model, h hash) {
	weights, _ := m.find(h)
	for _, w := range weights {
		s[w>>24&63] += int32(w<<8) >> 8
	}
}

// best returns the class with the highest sum among the first n, the first of
// equals.
func (s *scores) best(n int) int {
	top := 0
	for i := 1; i < n; i++ {
		if s[i] > s[top] {
			top = i
		}
	}
	return top
}

// hash is FNV-1a of 64 bits, mixed at the end by slot alone.
type hash uint64

const emptyHash hash = 14695981039346656037

func (h hash) text(s string) hash {
	for i := 0; i < len(s); i++ {
		h = (h ^ hash(s[i])) * 1099511628211
	}
	return h
}

// slot returns where among n slots the search for h begins.
func (h hash) slot(n uint64) uint64 {
	mixed := uint64(h) * 0x9e3779b97f4a7c15
	return (mixed >> 32) * n >> 32
}

// feature returns the hash of a feature's name, to be continued with its value.
func feature(name string) hash { return emptyHash.text(name) }
