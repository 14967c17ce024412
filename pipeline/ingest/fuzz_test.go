package ingest_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citevet/pipeline/article"
	"citevet/pipeline/ingest"
)

// FuzzParse holds that any bytes are either refused or read, in both formats,
// into a document that keeps all its promises, and twice alike.
func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"testdata/*.txt", "testdata/*.md", "../../corpus/*.txt", "../../corpus/*.md"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range names {
			source, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(source)
			f.Add([]byte("\ufeff" + strings.ReplaceAll(string(source), "\n", "\r\n")))
		}
	}
	for _, s := range []string{
		"[1](2020) [[1]](#a \"b\") [^a]: c\n[1]: d\n", "| a |\n|--|\n| \\| | b |", "| a | b | |--|--| | c | d |", "---\na: *b\n---\nc", "\ufeff\r\r\n\ra",
		"- 1. > # a\n\n      b\n", "&#0;&acE;\\\n&amp", "```\n\ta\n", "References\n[1] a\n\u00a0\nb", "a\n=\n\n\u2028b\n---", "<div>\na\n</div>\n<!-- b", "![[1]](a) <http://b_c_>", "1)\ta\n\t2)\tb\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		for _, format := range []ingest.Format{ingest.FormatText, ingest.FormatMarkdown} {
			d, err := ingest.Parse("article", source, format)
			var refused *ingest.Error
			if err != nil && !errors.As(err, &refused) {
				t.Fatalf("%v: an error of another type: %v", format, err)
			}
			if err != nil {
				continue
			}
			if err := d.Check(); err != nil {
				t.Fatalf("%v: %v", format, err)
			}
			checkPositions(t, &d)
			again, _ := ingest.Parse("article", source, format)
			if diff := cmp.Diff(d, again); diff != "" {
				t.Fatalf("%v: read twice, it differs:\n%s", format, diff)
			}
		}
	})
}

// checkPositions holds that every block has a place in the file, in order, and
// that the index agrees with itself there.
func checkPositions(t *testing.T, d *article.Document) {
	index, last := article.NewIndex(d), 0
	for i, b := range d.Blocks {
		start, end := d.SourceSpan(b.Span)
		if start < last || end < start || end > len(d.Source) {
			t.Fatalf("block %d stands at %d..%d of the file, after %d", i, start, end, last)
		}
		last = start
		if p := index.Locate(b.Span.Start); p.Offset != start || p.Line < 1 || p.Line > index.Lines() || p.Column < 1 || p.UTF16 < p.Column {
			t.Fatalf("block %d: %+v", i, p)
		}
	}
}
