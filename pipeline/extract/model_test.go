package extract

import (
	"bytes"
	"encoding/binary"
	"flag"
	"math"
	"os"
	"sort"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the files that tests hold to be fresh")

// Fixed point: the perceptron's weights are whole thousandths, the classifier's
// reach 10.2 and are kept to 2^-19.
const (
	tagScale  = 1000
	nameScale = 1 << 19
)

// TestModelIsFresh holds model/english.bin to be what prose's models compile to.
func TestModelIsFresh(t *testing.T) {
	if testing.Short() {
		t.Skip("decoding prose's models takes a second")
	}
	compiled := compileModel(t)
	if *update {
		if err := os.WriteFile("model/english.bin", compiled, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(compiled, compiledModel) {
		t.Error("model/english.bin is stale: run go generate")
	}
}

// compileModel lays the models out: names of tags, names of labels, slots,
// weights, each after its length, all numbers little-endian words of 32 bits.
func compileModel(t *testing.T) []byte {
	var (
		classes, labels, basic []string
		fixed                  map[string]string
		perceptron             map[string]map[string]float64
		mapping                map[string]int
		weights                []float64
	)
	for part, into := range map[string]any{
		"AveragedPerceptron/classes": &classes, "AveragedPerceptron/tags": &fixed, "AveragedPerceptron/weights": &perceptron,
		"Maxent/labels": &labels, "Maxent/mapping": &mapping, "Maxent/weights": &weights, "Maxent/words": &basic,
	} {
		if err := proseTrained(part, into); err != nil {
			t.Fatal(err)
		}
	}
	sort.Strings(classes)
	sort.Strings(labels)
	c := compiler{t: t, features: map[string][]uint32{}}
	for feature, byClass := range perceptron {
		for class, weight := range byClass {
			c.add(feature, indexOf(t, classes, class), weight*tagScale)
		}
	}
	for word, tag := range fixed {
		c.add("fixed "+word, indexOf(t, classes, tag), 0)
	}
	for key, i := range mapping {
		feature, label := cutLabel(key, labels)
		c.add(feature, indexOf(t, labels, label), weights[i]*nameScale)
	}
	for _, word := range basic {
		c.add("basic "+word, 0, 0)
	}
	return c.layOut(classes, labels)
}

// cutLabel splits "word-Texas-B-GPE" into "word-Texas" and "B-GPE".
func cutLabel(key string, labels []string) (feature, label string) {
	for _, l := range labels {
		if rest, ok := strings.CutSuffix(key, "-"+l); ok && len(l) > len(label) {
			feature, label = rest, l
		}
	}
	return feature, label
}

func indexOf(t *testing.T, names []string, name string) int {
	i := sort.SearchStrings(names, name)
	if i == len(names) || names[i] != name || i >= len(scores{}) {
		t.Fatalf("no class %q", name)
	}
	return i
}

type compiler struct {
	t        *testing.T
	features map[string][]uint32
}

func (c *compiler) add(feature string, class int, weight float64) {
	fixed := int32(math.Round(weight))
	if fixed<<8>>8 != fixed {
		c.t.Fatalf("the weight %v of %q does not fit", weight, feature)
	}
	c.features[feature] = append(c.features[feature], uint32(class)<<24|uint32(fixed)&0xffffff)
}

func (c *compiler) layOut(classes, labels []string) []byte {
	names := make([]string, 0, len(c.features))
	for name := range c.features {
		names = append(names, name)
	}
	sort.Strings(names)
	weights := []uint32{0} // so that no filled slot is zero
	n := uint64(len(names)) * 4 / 3
	slots := make([]uint32, 2*n)
	for _, name := range names {
		row := c.features[name]
		sort.Slice(row, func(i, j int) bool { return row[i] < row[j] })
		h := feature(name)
		i := h.slot(n)
		for slots[2*i+1] != 0 {
			if slots[2*i] == uint32(h) {
				c.t.Fatalf("%q collides", name)
			}
			i = (i + 1) % n
		}
		slots[2*i], slots[2*i+1] = uint32(h), uint32(len(weights))<<8|uint32(len(row))
		weights = append(weights, row...)
	}
	var out []byte
	for _, list := range [][]string{classes, labels} {
		joined := strings.Join(list, "\n")
		out = append(binary.LittleEndian.AppendUint32(out, uint32(len(joined))), joined...)
	}
	return appendLists(out, slots, weights)
}
