package extract

import (
	"bytes"
	"encoding/gob"
	"strings"

	"github.com/jdkato/prose/v2"
)

// proseWords returns the words that prose splits text into, in order. It
// returns none where prose panics, which it does on some bytes: the caller then
// splits at white space. No model is loaded for this.
func proseWords(text string) (words []string) {
	defer func() {
		if recover() != nil {
			words = nil
		}
	}()
	doc, err := prose.NewDocument(text, prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		return nil
	}
	for _, t := range doc.Tokens() {
		words = append(words, t.Text)
	}
	return words
}

// proseTrained decodes one part of the models that prose was trained to, as
// "Maxent/labels" into a []string. It takes up to 0.3 s: only the test that
// compiles the models does this.
func proseTrained(part string, into any) error {
	data, err := prose.Asset("model/" + part + ".gob")
	if err != nil {
		return err
	}
	return gob.NewDecoder(bytes.NewReader(data)).Decode(into)
}

// proseJudged returns what prose itself makes of words: tags and labels. It is
// the oracle that the compiled models are held against. Words must be distinct,
// because prose lets equal ones share a tag.
func proseJudged(model *prose.Model, words []string) (tags, labels []string) {
	doc, err := prose.NewDocument(strings.Join(words, " "), prose.WithSegmentation(false), prose.UsingModel(model))
	if err != nil {
		return nil, nil
	}
	for _, t := range doc.Tokens() {
		tags = append(tags, t.Tag)
		labels = append(labels, t.Label)
	}
	return tags, labels
}

// proseModel loads prose's own model: 0.4 s and 100 MB.
func proseModel() *prose.Model {
	doc, err := prose.NewDocument("", prose.WithSegmentation(false))
	if err != nil {
		panic(err)
	}
	return doc.Model
}

// Prose is the library as it ships, for comparing with: nothing of an article
// is read through it.
type Prose struct{ model *prose.Model }

// NewProse loads prose's own model: 0.4 s and 100 MB.
func NewProse() *Prose { return &Prose{proseModel()} }

// ProseToken is a token of prose's, with its tag and its label.
type ProseToken struct{ Text, Tag, Label string }

// ProseName is a name that prose found, with prose's word for its kind
// ("PERSON", "GPE").
type ProseName struct{ Text, Label string }

// Judge returns the tokens of a sentence as prose splits, tags and labels them;
// equal words share the tag of the last. It returns none where prose panics.
func (p *Prose) Judge(sentence string) (tokens []ProseToken) {
	defer func() {
		if recover() != nil {
			tokens = nil
		}
	}()
	doc, err := prose.NewDocument(sentence, prose.WithSegmentation(false), prose.UsingModel(p.model))
	if err != nil {
		return nil
	}
	for _, t := range doc.Tokens() {
		tokens = append(tokens, ProseToken{t.Text, t.Tag, t.Label})
	}
	return tokens
}

// Names returns the names that prose finds in a text, in order. It returns none
// where prose panics.
func (p *Prose) Names(text string) (names []ProseName) {
	defer func() {
		if recover() != nil {
			names = nil
		}
	}()
	doc, err := prose.NewDocument(text, prose.WithSegmentation(false), prose.UsingModel(p.model))
	if err != nil {
		return nil
	}
	for _, e := range doc.Entities() {
		names = append(names, ProseName{e.Text, e.Label})
	}
	return names
}

// Tagged returns what the compiled models make of a sentence's words: their tags
// and their labels.
func Tagged(words []string) (tags, labels []string) {
	tags = trained().tagWords(words)
	return tags, trained().labelWords(words, tags)
}
