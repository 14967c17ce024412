package article_test

import (
	"strings"
	"testing"

	"citevet/pipeline/article"
)

// document returns a document whose text is its source as it stands.
func document(source string) *article.Document {
	return &article.Document{Source: []byte(source), Text: source, Origin: copied(source)}
}

func copied(source string) []article.Piece {
	if source == "" {
		return nil
	}
	return []article.Piece{{Len: len(source), SourceLen: len(source)}}
}

func TestLocateCountsColumnsAsEditorsDo(t *testing.T) {
	for _, c := range []struct {
		name, source, at string
		want             article.Position
	}{
		{"first byte", "abc", "a", article.Position{Line: 1, Column: 1, UTF16: 1}},
		{"second line", "ab\ncd", "d", article.Position{Line: 2, Column: 2, UTF16: 2}},
		{"two-byte letters", "жук", "к", article.Position{Line: 1, Column: 3, UTF16: 3}},
		{"outside the basic plane", "a😀b", "b", article.Position{Line: 1, Column: 3, UTF16: 4}},
		{"combining mark has a column", "e\u0301x", "x", article.Position{Line: 1, Column: 3, UTF16: 3}},
		{"carriage return and line feed end one line", "ab\r\ncd", "c", article.Position{Line: 2, Column: 1, UTF16: 1}},
		{"lone carriage return ends a line", "ab\rcd", "c", article.Position{Line: 2, Column: 1, UTF16: 1}},
		{"blank lines count", "a\n\n\nb", "b", article.Position{Line: 4, Column: 1, UTF16: 1}},
		{"byte order mark takes no column", "\ufeffab", "b", article.Position{Line: 1, Column: 2, UTF16: 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			offset := strings.Index(c.source, c.at)
			c.want.Offset = offset
			if got := document(c.source).Locate(offset); got != c.want {
				t.Errorf("Locate(%d) = %+v, want %+v", offset, got, c.want)
			}
		})
	}
}

func TestLocateTakesTheEndOfText(t *testing.T) {
	want := article.Position{Offset: 4, Line: 2, Column: 2, UTF16: 2}
	if got := document("ab\nc").Locate(4); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestIndexFindsColumnsFarIntoALine(t *testing.T) {
	source := "x\n" + strings.Repeat("é😀", 5000) + "!"
	got := article.NewIndex(document(source)).Locate(len(source) - 1)
	want := article.Position{Offset: len(source) - 1, Line: 2, Column: 10001, UTF16: 15001}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// decoded is `A &amp; B\r\nC` read as "A & B\nC".
func decoded() *article.Document {
	return &article.Document{
		Source: []byte("A &amp; B\r\nC"),
		Text:   "A & B\nC",
		Origin: []article.Piece{
			{Text: 0, Len: 2, Source: 0, SourceLen: 2},
			{Text: 2, Len: 1, Source: 2, SourceLen: 5},
			{Text: 3, Len: 2, Source: 7, SourceLen: 2},
			{Text: 5, Len: 1, Source: 9, SourceLen: 2},
			{Text: 6, Len: 1, Source: 11, SourceLen: 1},
		},
	}
}

func TestSourceSpan(t *testing.T) {
	d := decoded()
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		span article.Span
		want string
	}{
		{"copied bytes", article.Span{Start: 0, End: 1}, "A"},
		{"a decoded entity is its whole run", article.Span{Start: 2, End: 3}, "&amp;"},
		{"from copied into decoded", article.Span{Start: 0, End: 3}, "A &amp;"},
		{"across a line end", article.Span{Start: 4, End: 7}, "B\r\nC"},
		{"nothing", article.Span{Start: 4, End: 4}, ""},
		{"nothing at the end", article.Span{Start: 7, End: 7}, ""},
		{"everything", article.Span{Start: 0, End: 7}, "A &amp; B\r\nC"},
	} {
		t.Run(c.name, func(t *testing.T) {
			start, end := d.SourceSpan(c.span)
			if got := string(d.Source[start:end]); got != c.want {
				t.Errorf("SourceSpan(%v) is %q, want %q", c.span, got, c.want)
			}
		})
	}
}

func TestWords(t *testing.T) {
	if got := decoded().Words(article.Span{Start: 0, End: 5}); got != "A & B" {
		t.Errorf("got %q", got)
	}
}

func TestIndexRangeEndsBehindTheLastByte(t *testing.T) {
	start, end := article.NewIndex(decoded()).Range(article.Span{Start: 2, End: 3})
	if start.Column != 3 || end.Column != 8 {
		t.Errorf("columns %d to %d, want 3 to 8", start.Column, end.Column)
	}
}

func TestLocateInAnEmptyDocument(t *testing.T) {
	want := article.Position{Line: 1, Column: 1, UTF16: 1}
	if got := document("").Locate(0); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
