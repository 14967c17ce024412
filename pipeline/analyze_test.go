package pipeline

import (
	"context"
	"errors"
	"strings"
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/ingest"
	"citevet/pipeline/when"
)

func document(t *testing.T, name, text string) article.Document {
	t.Helper()
	doc, err := ingest.Parse(name, []byte(text), ingest.FormatOf(name))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

const datedArticle = `---
date: 2025-06-10
---

# The bridge

The bridge opened in 2012.
`

func TestAnArticleOfAfterTheDayOfTheRunHasAProblem(t *testing.T) {
	for _, c := range []struct {
		name, asOf string
		problem    bool
	}{
		{"the day before its own, as in another time zone", "2025-06-09", false},
		{"its own day", "2025-06-10", false},
		{"well before", "2025-06-08", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			day, _ := when.Parse(c.asOf, when.Interval{})
			r, err := Analyze(Options{AsOf: day.From})(t.Context(), document(t, "bridge.md", datedArticle))
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, p := range r.Article.Problems {
				found = found || strings.Contains(p.Message, "give a later --as-of")
			}
			if found != c.problem {
				t.Errorf("problems %v, dated %v", r.Article.Problems, r.Article.Dated)
			}
		})
	}
}

func TestOnlyASilentArticleTakesAnotherDate(t *testing.T) {
	given := Options{Dated: func(name string) (when.Interval, string) {
		if name == "silent.md" || name == "dated.md" {
			return when.Year(2019), "configured"
		}
		return when.Interval{}, ""
	}}
	for name, want := range map[string]string{
		"silent.md": when.Year(2019).String(),
		"dated.md":  "2025-06-10",
	} {
		text := datedArticle
		if name == "silent.md" {
			_, text, _ = strings.Cut(datedArticle, "---\n\n")
		}
		r, err := Analyze(given)(t.Context(), document(t, name, text))
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Article.Dated.When.String(); got != want {
			t.Errorf("%s is dated %s, want %s", name, got, want)
		}
	}
}

func TestAnalyzeEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Analyze(Options{})(ctx, document(t, "a.txt", "Words.")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestKeyChangesWithWhatItNames(t *testing.T) {
	doc := document(t, "a.md", "Words.")
	key := Key("0.1.0", "config", when.Interval{}, &doc)
	other, text := document(t, "b.md", "Words"), document(t, "a.txt", "Words.")
	for what, changed := range map[string]string{
		"version":   Key("0.1.1", "config", when.Interval{}, &doc),
		"config":    Key("0.1.0", "another", when.Interval{}, &doc),
		"date":      Key("0.1.0", "config", when.Year(2020), &doc),
		"bytes":     Key("0.1.0", "config", when.Interval{}, &other),
		"format":    Key("0.1.0", "config", when.Interval{}, &text),
		"part ends": Key("0.1.0c", "onfig", when.Interval{}, &doc),
	} {
		if changed == key {
			t.Errorf("another %s has the same key", what)
		}
	}
	renamed := document(t, "elsewhere/c.md", "Words.")
	if Key("0.1.0", "config", when.Interval{}, &renamed) != key {
		t.Error("another name has another key")
	}
}
