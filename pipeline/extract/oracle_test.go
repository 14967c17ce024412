package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCompiledModelsEqualProse holds the compiled models equal to prose itself,
// sentence by sentence, on real text.
//
// prose lets equal runs between spaces share their tokens, so that the tags and
// labels of the last stand for all; the comparison does the same to ours. Sentences
// with marks that the models never met are left out: those get a tag of our own.
func TestCompiledModelsEqualProse(t *testing.T) {
	if testing.Short() {
		t.Skip("prose reads some ten thousand words a second")
	}
	const least = 20000
	files, err := filepath.Glob("testdata/sentences/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	model := proseModel()
	oracle := func(sentence string) (tags, labels []string) { return proseJudged(model, []string{sentence}) }
	compared := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, sentence := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			compared += compareWithProse(t, oracle, sentence)
		}
	}
	if compared < least {
		t.Errorf("compared %d tokens, want at least %d", compared, least)
	}
}

// compareWithProse returns how many tokens of the sentence were compared.
func compareWithProse(t *testing.T, oracle func(string) (tags, labels []string), sentence string) int {
	t.Helper()
	words := proseWords(sentence)
	wantTags, wantLabels := oracle(sentence)
	keys := runs(sentence, words)
	tags := shared(keys, trained().tagWords(words))
	labels := shared(keys, trained().labelWords(words, tags))
	if slices.ContainsFunc(words, unmet) {
		return 0
	}
	for i, w := range words {
		if tags[i] != wantTags[i] || labels[i] != wantLabels[i] {
			t.Errorf("%q in %q is %s %s, prose says %s %s", w, sentence, tags[i], labels[i], wantTags[i], wantLabels[i])
		}
	}
	return len(words)
}

// unmet reports whether a word is a mark that the models never met.
func unmet(word string) bool {
	_, fixed := trained().find(tagFixed.text(word))
	return !fixed && tagOfMark(word) != ""
}

// runs names each word by the run between spaces that it is from, and its place
// there.
func runs(sentence string, words []string) []string {
	keys := make([]string, 0, len(words))
	for _, run := range strings.Fields(sentence) {
		for n, rest := 0, run; rest != "" && len(keys) < len(words); n++ {
			word := words[len(keys)]
			if !strings.HasPrefix(rest, word) {
				return words // rewritten by prose: sharing cannot be told
			}
			keys = append(keys, fmt.Sprint(n, " ", run))
			rest = rest[len(word):]
		}
	}
	return keys
}

// shared gives equal keys the value of the last of them.
func shared(keys, values []string) []string {
	last := map[string]string{}
	for i, k := range keys {
		last[k] = values[i]
	}
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = last[k]
	}
	return out
}
