package ingest

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// goldmark takes time that grows with the square of hostile input: "[a](b", "<a"
// and unmatched stars each search the rest of their block. Its parsers are
// therefore called through a guard that counts what they may search and, where
// that is more than is left of the document's allowance, leaves the words as they
// stand.

// allowance is how many bytes all searches of one document may pass over. Prose
// of the largest size that is read spends about a fifth of it.
const allowance = 1 << 28

// maxDepth is how deep lists and quotes may nest; each level costs every line
// below it a step.
const maxDepth = 32

var guardKey = parser.NewContextKey()

// guard counts the work of one document.
type guard struct {
	spent   int
	tripped bool
	at      int // where in the source the allowance ran out

	block   ast.Node // whose inline constructs are being counted
	end     int      // where it ends in the source
	pending int      // constructs in it so far
}

func guardOf(pc parser.Context) *guard { return pc.Get(guardKey).(*guard) }

// allow reports whether there is allowance left for a search of so many bytes
// that begins at offset at.
func (g *guard) allow(cost, at int) bool {
	if cost <= allowance-g.spent {
		g.spent += cost
		return true
	}
	if !g.tripped {
		g.tripped, g.at = true, at
	}
	return false
}

// enter notes one more construct of the block and returns how many there are
// and how far the block reaches beyond at.
func (g *guard) enter(block ast.Node, at int) (pending, rest int) {
	if g.block != block {
		g.block, g.pending, g.end = block, 0, at
		if lines := block.Lines(); lines.Len() > 0 {
			g.end = lines.At(lines.Len() - 1).Stop
		}
	}
	g.pending++
	return g.pending, max(g.end-at, 0)
}

// guardedInline calls an inline parser while the allowance lasts.
type guardedInline struct {
	parser.InlineParser
	// searches reports whether what is found at words may search the rest of
	// the block, rather than only what the block has open.
	searches func(words []byte) bool
}

func (p guardedInline) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	words, segment := block.PeekLine()
	g := guardOf(pc)
	cost, rest := g.enter(parent, segment.Start)
	if p.searches(words) {
		cost += rest
	}
	if !g.allow(cost, segment.Start) {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

func (p guardedInline) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := p.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}

// shallow calls the parser of a container block until blocks nest too deep. A
// list's items are left to it: goldmark expects a list to have them.
type shallow struct{ parser.BlockParser }

func (p shallow) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) >= maxDepth {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// definitions reads link reference definitions, but leaves a paragraph alone in
// which a numbered reference entry stands.
type definitions struct{}

func (definitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, size, found := node.Lines(), 0, 0
	for i := range lines.Len() {
		s := lines.At(i)
		words := bytes.TrimLeft(s.Value(reader.Source()), " \t")
		if i == 0 && !bytes.HasPrefix(words, []byte("[")) || isEntryDefinition(words) {
			return
		}
		if bytes.Contains(words, []byte("]:")) {
			found++
		}
		size += len(words)
	}
	if found > 0 && guardOf(pc).allow(found*size, node.Pos()) {
		parser.LinkReferenceParagraphTransformer.Transform(node, reader, pc)
	}
}

// isEntryDefinition reports whether a line begins as "[1]:" or "[^note]:" does.
func isEntryDefinition(words []byte) bool {
	l := readLabel(string(words[:min(len(words), 64)]))
	return l.form == footnote || l.form == bracketed && bytes.Contains(words[:l.size], []byte(":"))
}

// maxCells bounds the cells of a table: goldmark fills short rows up to the
// head's width.
const maxCells = 1 << 18

// modestTables reads tables that are not absurdly wide.
type modestTables struct{ parser.ParagraphTransformer }

func (t modestTables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	widest, size := 0, 0
	lines := node.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		widest = max(widest, bytes.Count(s.Value(reader.Source()), []byte("|")))
		size += s.Len()
	}
	if widest > 0 && widest*lines.Len() <= maxCells && guardOf(pc).allow(size, node.Pos()) {
		t.ParagraphTransformer.Transform(node, reader, pc)
	}
}

func newParser() parser.Parser {
	always := func([]byte) bool { return true }
	never := func([]byte) bool { return false }
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(shallow{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(shallow{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(guardedInline{parser.NewCodeSpanParser(), always}, 100),
			util.Prioritized(markerParser{}, 150),
			util.Prioritized(addressParser{}, 160),
			util.Prioritized(guardedInline{parser.NewLinkParser(), searchesLink}, 200),
			util.Prioritized(guardedInline{parser.NewAutoLinkParser(), always}, 300),
			util.Prioritized(guardedInline{parser.NewRawHTMLParser(), always}, 400),
			util.Prioritized(guardedInline{parser.NewEmphasisParser(), never}, 500),
			util.Prioritized(guardedInline{extension.NewStrikethroughParser(), never}, 600),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{}, 100),
			util.Prioritized(modestTables{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
}

// searchesLink reports whether a bracket may make the link parser look ahead.
func searchesLink(words []byte) bool {
	return len(words) > 1 && words[0] == ']' && (words[1] == '(' || words[1] == '[')
}
