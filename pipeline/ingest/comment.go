package ingest

import (
	"strings"

	"github.com/yuin/goldmark/text"

	"citevet/pipeline/article"
)

const (
	commentOpen  = "<!--"
	commentClose = "-->"
)

// comment keeps an HTML comment, whose lines and last line goldmark gives apart.
func (w *markdownWriter) comment(lines *text.Segments, last text.Segment) {
	var b strings.Builder
	for i := range lines.Len() {
		s := lines.At(i)
		b.Write(w.view[s.Start:s.Stop])
	}
	if last.Start < last.Stop {
		b.Write(w.view[last.Start:last.Stop])
	}
	_, words, ok := strings.Cut(b.String(), commentOpen)
	if !ok {
		return
	}
	words, _, _ = strings.Cut(words, commentClose)
	w.comments = append(w.comments, article.Comment{Words: strings.TrimSpace(words), At: w.len()})
}
