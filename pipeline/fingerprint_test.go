package pipeline_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"citevet/pipeline/check"
	"citevet/pipeline/rules"
)

// A finding has to be known again by its fingerprint when the article is edited
// around it. The articles are the first one and every example of the rules' pages,
// so that each rule has spoken.

// fenced is an article in a rule's page.
var fenced = regexp.MustCompile("(?ms)^```(text|markdown)$\\n(.*?)^```$")

// examples returns articles as Markdown, with a blank line between their
// paragraphs: there the ends of lines mean nothing else.
func examples(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{"corpus.md": firstText(t)}
	for _, r := range rules.All() {
		for i, block := range fenced.FindAllStringSubmatch(r.Page, -1) {
			var text strings.Builder
			for line := range strings.Lines(block[2]) {
				if !strings.HasPrefix(line, "//~") {
					text.WriteString(line)
				}
			}
			out[fmt.Sprintf("%s/%d.md", r.Name, i+1)] = text.String()
		}
	}
	for name, text := range out {
		out[name] = strings.TrimLeft(lineEnds.ReplaceAllString(text, "\n\n"), "\n")
	}
	return out
}

var lineEnds = regexp.MustCompile(`\n+`)

// laidOut are lines that mean something by how they begin.
var laidOut = regexp.MustCompile(`^(?:\||#|>|<|---|\s)`)

// wrapped breaks paragraphs into lines of at most width bytes, where they have blanks.
func wrapped(text string, width int) string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if laidOut.MatchString(line) {
			out = append(out, line)
			continue
		}
		row := ""
		for word := range strings.FieldsSeq(line) {
			if row != "" && len(row)+1+len(word) > width {
				out = append(out, row)
				row = ""
			}
			row = strings.TrimLeft(row+" "+word, " ")
		}
		out = append(out, row)
	}
	return strings.Join(out, "\n") + "\n"
}

// prints lists the findings, each by its rule, its words and its fingerprint.
func prints(r check.Result) []string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, f.Rule+" “"+strings.Join(strings.Fields(r.Article.Words(f.Span)), " ")+"” "+f.Fingerprint)
	}
	slices.Sort(out)
	return out
}

func TestEditsAroundFindingsKeepTheirFingerprints(t *testing.T) {
	edits := map[string]func(string) string{
		"wrapped at 60":      func(s string) string { return wrapped(s, 60) },
		"wrapped at 100":     func(s string) string { return wrapped(s, 100) },
		"blank lines above":  func(s string) string { return "\n\n\n" + s },
		"more between":       func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n\n\n\n") },
		"lines of a comment": func(s string) string { return "<!-- one\nand two -->\n\n" + s },
		"line ends of DOS":   func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"byte order mark":    func(s string) string { return "\uFEFF" + s },
	}
	found := 0
	for name, text := range examples(t) {
		want := prints(judgeText(t, name, text))
		found += len(want)
		if got := prints(judgeText(t, "else/where.md", text)); !slices.Equal(got, want) {
			t.Errorf("%s, moved:\n got %q\nwant %q", name, got, want)
		}
		for edit, edited := range edits {
			if strings.HasPrefix(name, "split-or-joined-entry/") && strings.HasPrefix(edit, "wrapped") {
				continue // where an entry's lines end is what it is about
			}
			if got := prints(judgeText(t, name, edited(text))); !slices.Equal(got, want) {
				t.Errorf("%s, %s:\n got %q\nwant %q", name, edit, got, want)
			}
		}
	}
	if found < 300 {
		t.Errorf("the examples have %d findings, too few to show anything", found)
	}
}

func TestFindingsOfOneSentenceSaidTwiceAreToldApart(t *testing.T) {
	const sentence = "The council met on Tuesday, 15 January 2025, in the old hall.\n\n"
	of := func(n int) []string {
		var out []string
		for _, f := range judgeText(t, "a.md", strings.Repeat(sentence, n)).Findings {
			if f.Rule == "weekday-mismatch" {
				out = append(out, f.Fingerprint)
			}
		}
		return out
	}
	once, thrice := of(1), of(3)
	if len(once) != 1 || len(thrice) != 3 {
		t.Fatalf("%d and %d findings, want 1 and 3", len(once), len(thrice))
	}
	if !slices.Contains(thrice, once[0]) {
		t.Error("none of the three is the one that was known")
	}
	slices.Sort(thrice)
	if len(slices.Compact(thrice)) != 3 {
		t.Errorf("they are not told apart: %q", thrice)
	}
}
