package ingest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCommentsAreKeptApart(t *testing.T) {
	type seen struct{ Words, Follows string }
	for name, tt := range map[string]struct {
		source string
		want   []seen
	}{
		"a block of its own":    {"One.\n\n<!-- first note -->\nTwo.\n", []seen{{"first note", "Two."}}},
		"over lines":            {"<!-- a\nb -->\n\nTwo.\n", []seen{{"a\nb", "Two."}}},
		"closed on its own":     {"<!--\na\n-->\nTwo.\n", []seen{{"a", "Two."}}},
		"within a line":         {"One <!-- x --> two.\n", []seen{{"x", "two."}}},
		"at the end":            {"One.\n\n<!-- x -->\n", []seen{{"x", ""}}},
		"in a list":             {"- one\n  <!-- x -->\n- two\n", []seen{{"x", "two"}}},
		"a script is none":      {"<script>a()</script>\n\nOne.\n", nil},
		"never closed":          {"One.\n\n<!-- x\n", []seen{{"x", ""}}},
		"an arrow in the words": {"One --> two.\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Parse("a.md", []byte(tt.source), FormatMarkdown)
			if err != nil {
				t.Fatal(err)
			}
			var got []seen
			for _, c := range doc.Comments {
				rest := doc.Text[c.At:]
				for len(rest) > 0 && (rest[0] == '\n' || rest[0] == ' ') {
					rest = rest[1:]
				}
				got = append(got, seen{c.Words, rest})
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	doc, err := Parse("a.txt", []byte("One. <!-- x --> Two.\n"), FormatText)
	if err != nil || len(doc.Comments) != 0 {
		t.Errorf("plain text: %v, %v", doc.Comments, err)
	}
}
