package article_test

import (
	"strings"
	"testing"

	"citevet/pipeline/article"
)

// columns are one place in every unit that a tool counts in.
type columns struct{ points, utf16, bytes, before, offset int }

func TestColumnsInEveryUnit(t *testing.T) {
	for _, c := range []struct {
		name, source string // the place is that of the first "|"
		want         columns
	}{
		{"plain letters", "ab|", columns{3, 3, 3, 2, 2}},
		{"Cyrillic", "Это |слово", columns{5, 5, 8, 4, 7}},
		{"Chinese", "第一|章", columns{3, 3, 7, 2, 6}},
		{"emoji", "a😀|", columns{3, 4, 6, 2, 5}},
		{"a family of emoji", "👩‍👩‍👧|", columns{6, 9, 19, 5, 18}},
		{"combining marks", "e\u0301\u0323|", columns{4, 4, 6, 3, 5}},
		{"a tab is one", "\ta\t|", columns{4, 4, 4, 3, 3}},
		{"after CRLF", "é\r\nдa|", columns{3, 3, 4, 5, 7}},
		{"after a lone CR", "é\rд|", columns{2, 2, 3, 3, 5}},
		{"after a byte order mark", "\ufeffд|", columns{2, 2, 6, 1, 5}},
		{"two lines below a byte order mark", "\ufeffx\nд|", columns{2, 2, 3, 3, 7}},
		{"at the end of a line", "ab|\ncd", columns{3, 3, 3, 2, 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			index := article.NewIndex(document(c.source))
			p := index.At(strings.Index(c.source, "|"))
			got := columns{p.Column, p.UTF16, index.ByteColumn(p), index.Points(p), p.Offset}
			if got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}
