package checktest

import (
	"strings"
	"testing"

	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

const fence = "```"

func TestPageExamples(t *testing.T) {
	p, err := parsePage(strings.Join([]string{
		"# a-rule", "", "## Flagged", "", "### The name", "",
		fence + "markdown as-of=2025-03-04 dated=2024", "First line.", `//~ warning "First": one`, `  //~ "line": two`, "Second.", fence,
		"", "## Fine", "", "### Another", "", fence + "text", "Nothing here.", fence,
		"", "## Options", "", fence + "yaml", "not: an example", fence, "",
	}, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.examples) != 2 {
		t.Fatalf("got %d examples, want 2", len(p.examples))
	}
	flagged, fine := p.examples[0], p.examples[1]
	if flagged.name != "The name" || flagged.fine || flagged.format != "markdown" || fine.name != "Another" || !fine.fine {
		t.Errorf("got %+v and %+v", flagged, fine)
	}
	if want := (when.Date{Year: 2025, Month: 3, Day: 4}); flagged.asOf != want || flagged.dated != when.Year(2024) || fine.asOf != defaultAsOf {
		t.Errorf("dates: %v %v %v", flagged.asOf, flagged.dated, fine.asOf)
	}
	if flagged.source != "First line.\nSecond.\n" {
		t.Errorf("the article is %q", flagged.source)
	}
	if len(flagged.want) != 2 || flagged.want[0].severity != check.Warning || flagged.want[1].severity != 0 || flagged.want[1].line != 1 {
		t.Errorf("expectations: %v", flagged.want)
	}
}

func TestPageFaults(t *testing.T) {
	example := func(info, line string) string {
		return "## Flagged\n\n### Name\n\n" + fence + info + "\n" + line + "\n" + fence + "\n"
	}
	tests := map[string]struct{ page, want string }{
		"an open fence":           {"## Fine\n\n### Name\n\n" + fence + "text\nwords\n", "line 5: the fence is never closed"},
		"no name":                 {"## Fine\n\n" + fence + "text\nwords\n" + fence + "\n", "no heading of its own"},
		"another language":        {example("go", "words"), "does not begin with text or markdown"},
		"a date that is none":     {example("text as-of=soon", "words"), "is no date"},
		"an unknown key":          {example("text at=2025-01-01", "words"), "neither as-of=DATE nor dated=DATE"},
		"no quotation":            {example("text", "//~ words: message"), "want [severity]"},
		"an unknown severity":     {example("text", `//~ fatal "words": message`), "want [severity]"},
		"no message":              {example("text", `//~ "words"`), "want [severity]"},
		"no regular expression":   {example("text", `//~ "words": (`), "missing closing"},
		"an unfinished quotation": {example("text", `//~ "words: message`), "want [severity]"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := parsePage(tt.page); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want …%s…", err, tt.want)
			}
		})
	}
}

func FuzzParsePage(f *testing.F) {
	f.Add("## Fine\n### a\n```text as-of=2025\nwords\n//~ \"a\": b\n```\n")
	f.Add("```")
	f.Fuzz(func(t *testing.T, text string) { parsePage(text) })
}
