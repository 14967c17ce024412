package main

import (
	"slices"
	"testing"
)

func TestArticlesOfOneNameGetOutputsOfTheirOwn(t *testing.T) {
	for _, c := range []struct {
		name     string
		articles []string // name and stem in turn
		want     []string
	}{
		{"apart already", []string{"corpus/a.md", "a", "corpus/b.md", "b"}, []string{"a", "b"}},
		{"two endings", []string{"a.md", "a", "a.txt", "a"}, []string{"a.md", "a.txt"}},
		{"two folders", []string{"x/a.md", "a", "y/a.md", "a"}, []string{"x/a.md", "y/a.md"}},
		{"two cases", []string{"A.md", "A", "a.md", "a"}, []string{"A.md", "a.md-2"}},
		{"folders above", []string{"../x/a.md", "a", "x/a.md", "a"}, []string{"x/a.md", "x/a.md-2"}},
		{"a name of the batch's own", []string{"Index.md", "Index", "run_results.txt", "run_results"}, []string{"Index.md", "run_results.txt"}},
		{"a name that another would get", []string{"a.md", "a", "a.txt", "a", "a.md.md", "a.md"}, []string{"a.md", "a.txt", "a.md.md"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var in []input
			for i := 0; i < len(c.articles); i += 2 {
				in = append(in, input{name: c.articles[i], stem: c.articles[i+1]})
			}
			tellApart(in)
			var got []string
			for _, i := range in {
				got = append(got, i.stem)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestNearNamesAreSuggested(t *testing.T) {
	names := []string{"as-of-after-access", "stale-present", "duplicate-url"}
	for word, want := range map[string]string{
		"stale-presnt":  `; did you mean "stale-present"?`,
		"Duplicate-URL": `; did you mean "duplicate-url"?`,
		"as-of":         `; did you mean "as-of-after-access"?`, // a beginning
		"nonsense":      "; there are as-of-after-access, stale-present, duplicate-url",
		"":              "; there are as-of-after-access, stale-present, duplicate-url",
	} {
		if got := didYouMean(word, names); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}

func TestNothingThatIsSaidActsOnATerminal(t *testing.T) {
	for words, want := range map[string]string{
		"plain, Straße, 漢字, 👩‍🚒": "plain, Straße, 漢字, 👩‍🚒",
		"\x1b[31mred\x07":        `\u001b[31mred\u0007`,
		"turned \u202egnp.exe":   `turned \u202egnp.exe`,
		"a\rb":                   `a\u000db`,
		"lines\nand\ttabs":       `lines\u000aand\u0009tabs`,
		"\u009b31m":              `\u009b31m`,
		"::error::pwned":         `\u003a:error::pwned`,
		" ::error x=1::pwned":    ` \u003a:error x=1::pwned`,
		"::: note, a::b":         "::: note, a::b",
		"a ##[error]b ##vso[c]":  `a \u0023#[error]b \u0023#vso[c]`,
		"## Heading [1]":         "## Heading [1]",
	} {
		if got := visible(words); got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
}

func TestLinesAndTabsStayWhereThereAreSeveral(t *testing.T) {
	const words = "+a\tb\n ::error::pwned\n-c"
	if got, want := visibleLines(words), "+a\tb\n \\u003a:error::pwned\n-c"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAReproducingCommandSurvivesTheShell(t *testing.T) {
	for word, want := range map[string]string{
		"corpus/a.md":   "corpus/a.md",
		"two words.md":  "'two words.md'",
		"it's.md":       `'it'\''s.md'`,
		"$(rm -rf).txt": "'$(rm -rf).txt'",
		"":              "''",
	} {
		if got := shellQuoted(word); got != want {
			t.Errorf("%q: got %s, want %s", word, got, want)
		}
	}
}
