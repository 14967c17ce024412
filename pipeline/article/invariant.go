package article

import (
	"fmt"
	"unicode/utf8"
)

// Check reports the first of the document's promises that d breaks, or nil:
// Origin covers Text in order and copies bytes where it says so, spans lie in
// Text on whole code points, blocks are in order and disjoint, and what a block
// refers to exists and is of the right kind. Readers of files hold it for any
// bytes they are given.
func (d *Document) Check() error {
	if !utf8.ValidString(d.Text) {
		return fmt.Errorf("the text is not valid UTF-8")
	}
	for _, check := range []func() error{d.checkOrigin, d.checkBlocks, d.checkTables, d.checkPlaces} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) checkOrigin() error {
	text, source := 0, 0
	for i, p := range d.Origin {
		switch {
		case p.Text != text || p.Len <= 0:
			return fmt.Errorf("piece %d: covers %d+%d of Text, want it to begin at %d", i, p.Text, p.Len, text)
		case p.Source < source || p.SourceLen < 0 || p.Source+p.SourceLen > len(d.Source):
			return fmt.Errorf("piece %d: %d+%d of Source, after %d of %d", i, p.Source, p.SourceLen, source, len(d.Source))
		case p.Text+p.Len > len(d.Text):
			return fmt.Errorf("piece %d: ends beyond Text", i)
		case p.Len == p.SourceLen && d.Text[p.Text:p.Text+p.Len] != string(d.Source[p.Source:p.Source+p.SourceLen]):
			return fmt.Errorf("piece %d: says it copies, but the bytes differ", i)
		}
		text, source = p.Text+p.Len, p.Source+p.SourceLen
	}
	if text != len(d.Text) {
		return fmt.Errorf("the origin covers %d bytes of %d", text, len(d.Text))
	}
	return nil
}

func (d *Document) checkBlocks() error {
	end := 0
	for i, b := range d.Blocks {
		if err := d.checkSpan(b.Span); err != nil {
			return fmt.Errorf("block %d: %w", i, err)
		}
		if b.Span.Len() == 0 {
			return fmt.Errorf("block %d: is empty", i)
		}
		if b.Span.Start < end {
			return fmt.Errorf("block %d: begins at %d, before the last one's end at %d", i, b.Span.Start, end)
		}
		end = b.Span.End
		if (b.Kind == Heading) != (b.Level >= 1 && b.Level <= 6) {
			return fmt.Errorf("block %d: a %s of level %d", i, b.Kind, b.Level)
		}
		if b.Section < -1 || b.Section >= i || b.Section >= 0 && d.Blocks[b.Section].Kind != Heading {
			return fmt.Errorf("block %d: section %d is no heading above it", i, b.Section)
		}
		if b.Kind == Heading && b.Section >= 0 && d.Blocks[b.Section].Level >= b.Level {
			return fmt.Errorf("block %d: stands under a heading that is no higher", i)
		}
	}
	return nil
}

func (d *Document) checkTables() error {
	for i, b := range d.Blocks {
		inTable := b.Kind == Cell || b.Kind == TableHead
		if inTable != (b.Table > 0) {
			return fmt.Errorf("block %d: a %s of table %d", i, b.Kind, b.Table)
		}
		if err := d.checkHead(b, b.ColumnHead); err != nil {
			return fmt.Errorf("block %d: column head: %w", i, err)
		}
		if err := d.checkHead(b, b.RowHead); err != nil {
			return fmt.Errorf("block %d: row head: %w", i, err)
		}
		if b.ColumnHead >= 0 && d.Blocks[b.ColumnHead].Column != b.Column {
			return fmt.Errorf("block %d: its column head heads another column", i)
		}
		if b.RowHead >= 0 && d.Blocks[b.RowHead].Row != b.Row {
			return fmt.Errorf("block %d: its row head heads another row", i)
		}
	}
	return nil
}

func (d *Document) checkHead(b Block, head int) error {
	if head == -1 {
		return nil
	}
	if head < 0 || head >= len(d.Blocks) || b.Table == 0 || d.Blocks[head].Table != b.Table {
		return fmt.Errorf("%d is no block of table %d", head, b.Table)
	}
	return nil
}

func (d *Document) checkPlaces() error {
	for i, l := range d.Links {
		if err := d.checkSpan(l.Span); err != nil {
			return fmt.Errorf("link %d: %w", i, err)
		}
	}
	for i, p := range d.Problems {
		if err := d.checkSpan(p.Span); err != nil {
			return fmt.Errorf("problem %d: %w", i, err)
		}
	}
	if err := d.checkSpan(d.Meta.DateSpan); err != nil {
		return fmt.Errorf("the article's date: %w", err)
	}
	return nil
}

func (d *Document) checkSpan(s Span) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
		return fmt.Errorf("span %d..%d is not within the %d bytes of Text", s.Start, s.End, len(d.Text))
	}
	for _, at := range []int{s.Start, s.End} {
		if at < len(d.Text) && !utf8.RuneStart(d.Text[at]) {
			return fmt.Errorf("span %d..%d cuts a code point", s.Start, s.End)
		}
	}
	return nil
}
