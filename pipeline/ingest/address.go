package ingest

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// addressParser keeps a bare web address whole: the underscores and stars in it
// are no emphasis. It takes up at the colon, when the scheme is already text.
type addressParser struct{}

func (addressParser) Trigger() []byte { return []byte{':'} }

func (addressParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	words, segment := block.PeekLine()
	if segment.Padding > 0 || !bytes.HasPrefix(words, []byte("://")) {
		return nil
	}
	before := block.Source()[max(segment.Start-5, 0):segment.Start]
	if !bytes.HasSuffix(before, []byte("http")) && !bytes.HasSuffix(before, []byte("https")) && !bytes.HasSuffix(before, []byte("ftp")) {
		return nil
	}
	size := addressSize(words)
	block.Advance(size)
	return ast.NewTextSegment(segment.WithStop(segment.Start + size))
}

// addressSize returns how far the address that words begin with reaches, after
// the rules of GitHub's extended autolinks: to white space or "<", without a
// closing bracket that has no partner and without stops and marks at its end.
func addressSize(words []byte) int {
	round, square, end := 0, 0, 0
scan:
	for ; end < len(words); end++ {
		switch c := words[end]; c {
		case ' ', '\t', '\r', '\n', '<', '>', '"', '`', '|':
			break scan
		case '(':
			round++
		case ')':
			if round--; round < 0 {
				break scan
			}
		case '[':
			square++
		case ']':
			if square--; square < 0 {
				break scan
			}
		}
	}
	return len(bytes.TrimRight(words[:end], "*_~.,;:!?'"))
}
