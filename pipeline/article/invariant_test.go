package article_test

import (
	"strings"
	"testing"

	"citevet/pipeline/article"
)

// sound is a document that keeps all promises; each case below breaks one.
func sound() *article.Document {
	d := document("Title\n\nWords of it.\n\nA B\nc é")
	block := func(kind article.BlockKind, start, end int) article.Block {
		return article.Block{Kind: kind, Span: article.Span{Start: start, End: end}, Section: 0, ColumnHead: -1, RowHead: -1}
	}
	title := block(article.Heading, 0, 5)
	title.Level, title.Section = 1, -1
	head, row, cell := block(article.TableHead, 23, 24), block(article.TableHead, 25, 26), block(article.Cell, 27, 29)
	for _, b := range []*article.Block{&head, &row, &cell} {
		b.Table = 1
	}
	head.Column, row.Row, cell.Row, cell.Column = 1, 1, 1, 1
	cell.ColumnHead, cell.RowHead = 2, 3
	d.Blocks = []article.Block{title, block(article.Paragraph, 7, 19), head, row, cell}
	d.Links = []article.Link{{Span: article.Span{Start: 7, End: 12}, Target: "#"}}
	return d
}

func TestCheckAcceptsASoundDocument(t *testing.T) {
	if err := sound().Check(); err != nil {
		t.Error(err)
	}
}

func TestCheckNamesTheBrokenPromise(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*article.Document)
		want  string
	}{
		{"text not covered", func(d *article.Document) { d.Origin[0].Len--; d.Origin[0].SourceLen-- }, "covers"},
		{"a hole in the origin", func(d *article.Document) { d.Origin[0].Text = 1 }, "piece 0"},
		{"a piece beyond the source", func(d *article.Document) { d.Source = d.Source[:5] }, "piece 0"},
		{"bytes that differ", func(d *article.Document) { d.Source[0] = 'X' }, "bytes differ"},
		{"invalid text", func(d *article.Document) { d.Text = d.Text[:len(d.Text)-1] }, "UTF-8"},
		{"blocks out of order", func(d *article.Document) { d.Blocks[1].Span.Start = 3 }, "before the last one's end"},
		{"an empty block", func(d *article.Document) { d.Blocks[1].Span.End = 7 }, "empty"},
		{"a block that cuts a letter", func(d *article.Document) { d.Blocks[4].Span.End = 28 }, "cuts a code point"},
		{"a block beyond the text", func(d *article.Document) { d.Blocks[4].Span.End = 99 }, "not within"},
		{"a heading without depth", func(d *article.Document) { d.Blocks[0].Level = 0 }, "level 0"},
		{"a section that is no heading", func(d *article.Document) { d.Blocks[2].Section = 1 }, "section 1"},
		{"a cell without a table", func(d *article.Document) { d.Blocks[4].Table = 0 }, "table 0"},
		{"a head of another column", func(d *article.Document) { d.Blocks[2].Column = 0 }, "another column"},
		{"a head of another row", func(d *article.Document) { d.Blocks[3].Row = 2 }, "another row"},
		{"a head outside the table", func(d *article.Document) { d.Blocks[4].RowHead = 1 }, "row head"},
		{"a link beyond the text", func(d *article.Document) { d.Links[0].Span.End = 99 }, "link 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := sound()
			c.spoil(d)
			if err := d.Check(); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want it to say %q", err, c.want)
			}
		})
	}
}
