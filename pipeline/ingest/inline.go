package ingest

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"citevet/pipeline/article"
)

// inlines writes the words within n: emphasis and HTML tags gone, code and the
// texts of links and images kept.
func (w *markdownWriter) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if closing := w.raised(c); closing != nil {
			c = closing
			continue
		}
		switch c := c.(type) {
		case *ast.Text:
			w.textNode(c)
		case *ast.Link:
			w.link(c)
		case *ast.AutoLink:
			w.autoLink(c)
		case *markerNode:
			w.marker(c)
		case *ast.RawHTML:
			w.tag(c)
		default:
			w.inlines(c)
		}
	}
}

// raised writes the number of "<sup>2</sup>" as raised digits, "²", since without
// its tags it would run into the word or the number before it. It returns the
// closing tag, nil where none such begins at n.
func (w *markdownWriter) raised(n ast.Node) ast.Node {
	open, ok := n.(*ast.RawHTML)
	if !ok || w.tagName(open) != "<sup>" {
		return nil
	}
	words, ok := open.NextSibling().(*ast.Text)
	if !ok {
		return nil
	}
	closing, ok := words.NextSibling().(*ast.RawHTML)
	if !ok || w.tagName(closing) != "</sup>" {
		return nil
	}
	s := words.Segment
	if strings.Trim(w.source[s.Start:s.Stop], "0123456789, ") != "" || s.Start == s.Stop {
		return nil
	}
	for i := s.Start; i < s.Stop; i++ {
		switch c := w.source[i]; c {
		case ' ':
		case ',':
			w.copy(i, i+1)
		default:
			w.put(raisedDigits[c-'0'], i, i+1)
		}
	}
	return closing
}

var raisedDigits = [10]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}

// tagName returns a tag in small letters, "" where it spans lines.
func (w *markdownWriter) tagName(n *ast.RawHTML) string {
	if n.Segments.Len() != 1 {
		return ""
	}
	s := n.Segments.At(0)
	return strings.ToLower(w.source[s.Start:s.Stop])
}

// tag writes nothing for a tag, but a line end for a line break.
func (w *markdownWriter) tag(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	s := n.Segments.At(0)
	if strings.HasPrefix(w.source[s.Start:s.Stop], commentOpen) {
		w.comment(n.Segments, text.Segment{})
	}
	if n.Segments.Len() != 1 {
		return
	}
	if name := strings.ToLower(w.source[s.Start:s.Stop]); strings.HasPrefix(name, "<br") && strings.Trim(name[3:], " />") == "" {
		w.put("\n", s.Start, s.Stop)
	}
}

func (w *markdownWriter) textNode(t *ast.Text) {
	s := t.Segment
	if t.IsRaw() {
		w.copy(s.Start, s.Stop)
		return
	}
	w.prose(s.Start, s.Stop)
	if t.SoftLineBreak() || t.HardLineBreak() {
		end := strings.IndexByte(w.source[s.Stop:], '\n')
		if end >= 0 && t.NextSibling() != nil {
			w.put("\n", s.Stop, s.Stop+end+1)
		}
	}
}

// prose writes source text with its backslash escapes and entities decoded.
func (w *markdownWriter) prose(start, stop int) {
	from := start
	for i := start; i < stop; {
		switch c := w.source[i]; {
		case c == '\\' && i+1 < stop && util.IsPunct(w.source[i+1]):
			w.copy(from, i)
			from = i + 1
			i += 2
		case c == '&':
			words, size := entity(w.source[i:stop])
			if size > 0 {
				w.copy(from, i)
				w.put(words, i, i+size)
				from = i + size
			}
			i += max(size, 1)
		default:
			i++
		}
	}
	w.copy(from, stop)
}

// maxEntity is longer than the longest name in HTML's list of entities.
const maxEntity = 40

// entity decodes the HTML character reference that words begin with; size is 0
// where they begin with none. It must be closed by a semicolon, as CommonMark
// wants it, so that "&copy=1" in an address stays.
func entity(words string) (decoded string, size int) {
	end := strings.IndexByte(words[:min(len(words), maxEntity)], ';')
	if end < 2 {
		return "", 0
	}
	name := words[1:end]
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", 0
		}
		return string(e.Characters), end + 1
	}
	digits, base := name[1:], 10
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base = digits[1:], 16
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > 7 {
		return "", 0
	}
	r := rune(code)
	if code == 0 || code > utf8.MaxRune || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return string(r), end + 1
}

func (w *markdownWriter) link(n *ast.Link) {
	start := w.len()
	w.inlines(n)
	w.addLink(start, target(n.Destination))
}

func (w *markdownWriter) autoLink(n *ast.AutoLink) {
	start := w.len()
	label := n.Label(w.view)
	at := n.Pos()
	if at >= 0 && at < len(w.view) && w.view[at] == '<' {
		at++
	}
	w.copy(at, at+len(label))
	target := string(n.URL(w.view))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	w.addLink(start, target)
}

func (w *markdownWriter) marker(n *markerNode) {
	start := w.len()
	w.copy(n.start, n.stop)
	if n.target != "" {
		w.addLink(start, n.target)
	}
}

func (w *markdownWriter) addLink(start int, target string) {
	if target != "" && w.len() > start {
		w.links = append(w.links, article.Link{Span: article.Span{Start: start, End: w.len()}, Target: target})
	}
}

// target returns a link's destination with escapes and entities decoded.
func target(destination []byte) string {
	d := util.UnescapePunctuations(destination)
	d = util.ResolveNumericReferences(d)
	return string(util.ResolveEntityNames(d))
}
