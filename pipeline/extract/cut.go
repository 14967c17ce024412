package extract

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"
)

// HeldApart reports whether an example belongs to the fifth of its set that
// scores a model and never trains it. Examples are told apart by a document's
// name, or by the text of an entry that has none: white space is folded, so that
// it does not matter how the fields of an entry were joined.
//
// The cut is the first eight bytes of the SHA-256, big-endian, modulo 5 being 0.
// It knows nothing of a set's order, and an example that occurs twice falls on
// one side.
func HeldApart(name string) bool {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(name), " ")))
	return binary.BigEndian.Uint64(sum[:])%5 == 0
}

// Fold returns which of n equal parts of its set an example belongs to, 0 to n-1,
// so that a model trained on the other parts scores it. Examples are told apart as
// by [HeldApart], which cuts otherwise: each fold holds some of both its sides.
func Fold(name string, n int) int {
	sum := sha256.Sum256([]byte("fold " + strings.Join(strings.Fields(name), " ")))
	return int(binary.BigEndian.Uint64(sum[:]) % uint64(n))
}
