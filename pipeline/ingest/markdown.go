package ingest

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"citevet/pipeline/article"
)

// readMarkdown reads CommonMark with tables and strikethrough. Each leaf block
// becomes a part, in the order of the file, two line ends apart.
//
// Three things are read otherwise than CommonMark has them, because articles
// mean them so: a citation marker "[1]" stays as written even where it is a
// link; "[1]: …" and "[^1]: …" are reference entries, not definitions; numbers
// of ordered lists are text, and stay as written but where all are the same.
func (d *draft) readMarkdown() {
	plain := normalize(string(d.Source))
	source := string(plain.text)
	body := d.readFrontMatter(source)
	g := &guard{}
	pc := parser.NewContext()
	pc.Set(guardKey, g)
	view := []byte(source)
	for i := range view[:body] { // blanked rather than cut, so that offsets hold
		if view[i] != '\n' {
			view[i] = ' '
		}
	}
	root := newParser().Parse(text.NewReader(view), parser.WithContext(pc))

	w := &markdownWriter{scroll: scroll{source: source, text: make([]byte, 0, len(source))}, view: view}
	w.blocks(root, within{})
	d.Text, d.Origin = string(w.text), through(w.origin, plain.origin)
	d.parts, d.Links, d.Comments = w.parts, w.links, w.comments
	if g.tripped {
		d.problem("the block of line "+strconv.Itoa(lineOf(view, g.at))+" has more brackets and stars than any prose, so some of its links and emphasis were left as they stand; break it up", article.Span{})
	}
	if w.unread > 0 {
		d.problem("the HTML on line "+strconv.Itoa(lineOf(view, w.unreadAt))+others(w.unread-1)+" was not read; write its text as Markdown", article.Span{})
	}
}

func others(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return " and one other block of HTML"
	}
	return " and " + strconv.Itoa(n) + " other blocks of HTML"
}

// markdownWriter writes the text of a Markdown tree.
type markdownWriter struct {
	scroll
	view     []byte // what the tree's offsets refer to
	parts    []part
	links    []article.Link
	comments []article.Comment
	tables   int
	unread   int // HTML blocks with words in them
	unreadAt int
}

// within says what containers a block stands in.
type within struct {
	item    bool
	quote   bool
	counted bool   // the items were numbered by hand
	label   string // of the item, until its first block has it
	at      int    // where the label's digits stand
	width   int    // the label's bytes in the source
}

func (w *markdownWriter) blocks(parent ast.Node, in within) {
	number := 0
	for _, child := range inOrder(parent) {
		switch n := child.Node.(type) {
		case *ast.Blockquote:
			w.blocks(n, within{quote: true})
		case *ast.List:
			inner := in
			inner.counted = n.IsOrdered() && w.counted(n)
			w.blocks(n, inner)
		case *ast.ListItem:
			number++
			w.blocks(n, w.item(n, number, in))
		case *ast.Heading:
			w.leaf(n, part{Block: article.Block{Kind: article.Heading, Level: n.Level}, marked: true}, &in)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			w.code(n)
		case *ast.HTMLBlock:
			w.html(n)
		case *extension.Table:
			w.table(n)
		case *ast.Paragraph, *ast.TextBlock:
			w.leaf(n, part{Block: article.Block{Kind: in.kind()}}, &in)
		}
	}
}

// placed is a block with where it begins in the source.
type placed struct {
	ast.Node
	at int
}

// inOrder returns the children of a container as they stand in the source:
// goldmark puts the underlined heading above a table behind it.
func inOrder(parent ast.Node) []placed {
	nodes := make([]placed, 0, parent.ChildCount())
	last := 0
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if at := firstByte(n); at >= 0 {
			last = at // a block without lines stays behind the one before
		}
		nodes = append(nodes, placed{n, last})
	}
	slices.SortStableFunc(nodes, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	return nodes
}

// firstByte returns where the first line within a block begins, -1 for none.
func firstByte(n ast.Node) int {
	if n.Type() != ast.TypeBlock {
		return -1
	}
	if n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if place := firstByte(c); place >= 0 {
			return place
		}
	}
	return -1
}

func (in within) kind() article.BlockKind {
	switch {
	case in.item:
		return article.ListItem
	case in.quote:
		return article.Quote
	}
	return article.Paragraph
}

// item returns what the blocks of a list's item stand in.
func (w *markdownWriter) item(n *ast.ListItem, number int, in within) within {
	in.item = true
	list, ok := n.Parent().(*ast.List)
	if !ok || !list.IsOrdered() {
		in.label = ""
		return in
	}
	in.label = strconv.Itoa(list.Start+number-1) + string(list.Marker)
	in.at, in.width = n.Pos(), 0
	if digits := w.digits(n); len(digits) > 0 {
		in.width = len(digits) + 1
		if in.counted {
			in.label = string(digits) + string(list.Marker)
		}
	}
	return in
}

// digits returns the number of a list's item as it is written. Behind a tab
// goldmark's position is off; the number then has no place.
func (w *markdownWriter) digits(n ast.Node) []byte {
	at := min(max(n.Pos(), 0), len(w.view))
	return w.view[at : at+readDigits(w.view[at:])]
}

// counted reports whether the items of an ordered list were numbered by hand:
// "1. 1. 1." leaves the counting to the page, and there "1. 2. 4." counts on too,
// but whoever wrote a 4 also cites it by that number.
func (w *markdownWriter) counted(list *ast.List) bool {
	first := list.FirstChild()
	for n := first; n != nil; n = n.NextSibling() {
		if !bytes.Equal(w.digits(n), w.digits(first)) {
			return true
		}
	}
	return false
}

func readDigits(words []byte) int {
	n := 0
	for n < len(words) && words[n] >= '0' && words[n] <= '9' {
		n++
	}
	return n
}

// leaf writes the words of a block without block children.
func (w *markdownWriter) leaf(n ast.Node, p part, in *within) {
	before := w.mark()
	w.separate()
	p.lead = w.len()
	if in.label != "" {
		if in.width == 0 || in.at < w.end() {
			in.at, in.width = w.end(), 0
		}
		w.put(in.label+" ", in.at, in.at+in.width)
	}
	p.Span.Start = w.len()
	if in.label == "" {
		p.lead = p.Span.Start
	}
	start := w.len()
	w.inlines(n)
	if w.len() == start {
		w.rewind(before)
		return
	}
	in.label = ""
	p.Span.End = w.len()
	if p.Kind == article.Paragraph && onlyImages(n) {
		p.Kind = article.Furniture
	}
	p.strong = p.Kind == article.Paragraph && isStrong(n)
	w.parts = append(w.parts, p)
}

// isStrong reports whether all of a block is one strong emphasis.
func isStrong(n ast.Node) bool {
	e, ok := n.FirstChild().(*ast.Emphasis)
	return ok && e.Level == 2 && n.ChildCount() == 1
}

// onlyImages reports whether a paragraph shows pictures and says nothing.
func onlyImages(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
		case *ast.Text:
			if c.Segment.Len() > 0 {
				return false
			}
		case *ast.Link:
			if !onlyImages(c) {
				return false
			}
		default:
			return false
		}
	}
	return n.FirstChild() != nil
}

// separate ends the block before.
func (w *markdownWriter) separate() {
	if w.len() > 0 {
		w.put("\n\n", w.end(), w.end())
	}
}

// code writes a code block's lines as they stand.
func (w *markdownWriter) code(n ast.Node) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	before := w.mark()
	w.separate()
	start := w.len()
	for i := range lines.Len() {
		s := lines.At(i)
		w.put(strings.Repeat(" ", s.Padding), s.Start, s.Start)
		w.copy(s.Start, s.Stop)
	}
	if w.len() == start {
		w.rewind(before)
		return
	}
	w.parts = append(w.parts, part{Block: article.Block{Kind: article.Code, Span: article.Span{Start: start, End: w.len()}}, lead: start, marked: true})
}

// html notes whether a block of HTML, which is not read, has words in it.
func (w *markdownWriter) html(n *ast.HTMLBlock) {
	switch n.HTMLBlockType {
	case ast.HTMLBlockType6, ast.HTMLBlockType7:
	case ast.HTMLBlockType2:
		w.comment(n.Lines(), n.ClosureLine)
		return
	default:
		return // scripts, declarations
	}
	inTag := false
	lines := n.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		for _, c := range w.view[s.Start:s.Stop] {
			switch {
			case c == '<':
				inTag = true
			case c == '>':
				inTag = false
			case !inTag && c > ' ':
				if w.unread == 0 {
					w.unreadAt = s.Start
				}
				w.unread++
				return
			}
		}
	}
}

func (w *markdownWriter) table(n *extension.Table) {
	w.tables++
	row := 0
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		column := 0
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			p := part{Block: article.Block{Kind: article.Cell, Table: w.tables, Row: row, Column: column}, marked: true}
			if row == 0 {
				p.Kind = article.TableHead
			}
			w.leaf(c, p, &within{})
			column++
		}
		row++
	}
}

// mark and rewind take back what was written for a block that has no words.
func (w *markdownWriter) mark() scroll { return w.scroll }

func (w *markdownWriter) rewind(to scroll) {
	w.text = w.text[:len(to.text)]
	w.origin = w.origin[:len(to.origin)]
	if last := len(w.origin) - 1; last >= 0 && w.origin[last].Text+w.origin[last].Len > len(w.text) {
		p := &w.origin[last]
		p.Len = len(w.text) - p.Text
		p.SourceLen = p.Len
	}
}
