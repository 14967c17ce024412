package ingest

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// markerNode is a citation marker in Markdown: the bytes start to stop of the
// source, brackets included, and where the source links it to, if anywhere.
type markerNode struct {
	ast.BaseInline
	start, stop int
	target      string
}

var kindMarker = ast.NewNodeKind("CitationMarker")

func (n *markerNode) Kind() ast.NodeKind { return kindMarker }

func (n *markerNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// markerParser reads "[1]", "[2, 5–7]" and "[^note]" before the link parser
// does. "[1](https://…)" is the marker with its link; in "[1](2020)" nothing is
// a link, since what follows is no target.
type markerParser struct{}

func (markerParser) Trigger() []byte { return []byte{'['} }

func (markerParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	words, segment := block.PeekLine()
	if segment.Padding > 0 {
		return nil
	}
	size := markerSize(string(words[:min(len(words), maxMarker)]))
	if size == 0 {
		return nil
	}
	n := &markerNode{start: segment.Start, stop: segment.Start + size}
	n.SetPos(segment.Start)
	rest := string(words[size:min(len(words), size+maxTarget)])
	destination, used := markerTarget(rest)
	n.target = destination
	block.Advance(size + used)
	if used > 0 && n.start > 0 && block.Source()[n.start-1] == '[' && block.Peek() == ']' {
		n.start, n.stop = n.start+1, n.stop-1 // "[[1](target)]" has its brackets outside
	}
	return n
}

const (
	maxMarker = 64
	maxTarget = 4096
)

// markerSize returns the length of the citation marker that words begin with,
// 0 for none: numbers in brackets, lists and ranges of them, or a footnote's name.
func markerSize(words string) int {
	end := strings.IndexByte(words, ']')
	if end < 2 {
		return 0
	}
	inside := words[1:end]
	if name, ok := strings.CutPrefix(inside, "^"); ok {
		if name == "" || strings.ContainsAny(name, " [\t") {
			return 0
		}
		return end + 1
	}
	digits, run := 0, 0
	for _, r := range inside {
		switch {
		case r >= '0' && r <= '9':
			digits++
			if run++; run > maxLabel {
				return 0
			}
		case strings.ContainsRune(",;-–—‑ \u00a0", r):
			run = 0
		default:
			return 0
		}
	}
	if digits == 0 || inside[0] < '0' || inside[0] > '9' {
		return 0
	}
	return end + 1
}

// markerTarget reads the "(target)" or "(target "title")" that words begin with
// and returns its length; 0 where they begin with none or it is no target.
func markerTarget(words string) (destination string, size int) {
	if !strings.HasPrefix(words, "(") {
		return "", 0
	}
	const deepest = 8 // of brackets in an address
	depth, end := 0, -1
	for i := 1; i < len(words) && end < 0 && depth <= deepest; i++ {
		switch words[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				end = i
			}
		case '\n':
			return "", 0
		}
	}
	if end < 0 {
		return "", 0
	}
	destination, title, titled := strings.Cut(strings.Trim(words[1:end], " \t"), " ")
	destination = strings.TrimSuffix(strings.TrimPrefix(destination, "<"), ">")
	if titled && strings.IndexAny(strings.TrimLeft(title, " \t"), `"'(`) != 0 || !isTarget(destination) {
		return "", 0
	}
	return target([]byte(destination)), end + 1
}

// isTarget reports whether a link's destination looks like an address, a path
// or a fragment, rather than like words in parentheses.
func isTarget(destination string) bool {
	switch {
	case destination == "":
		return false
	case strings.HasPrefix(destination, "#"), strings.HasPrefix(destination, "/"), strings.HasPrefix(destination, "./"),
		strings.HasPrefix(destination, "../"), strings.HasPrefix(destination, "mailto:"), strings.HasPrefix(destination, "www."):
		return true
	}
	return strings.Contains(destination, "://") || strings.Contains(destination, "/") && strings.Contains(destination, ".")
}
