package ingest

import (
	"strings"

	"citevet/pipeline/article"
)

// scroll is text being written together with where each byte came from.
type scroll struct {
	source string
	text   []byte
	origin []article.Piece
}

func (s *scroll) len() int { return len(s.text) }

// copy appends bytes of the source as they stand.
func (s *scroll) copy(start, end int) {
	if start >= end {
		return
	}
	if last := len(s.origin) - 1; last >= 0 {
		p := &s.origin[last]
		if p.Len == p.SourceLen && p.Source+p.SourceLen == start {
			p.Len += end - start
			p.SourceLen = p.Len
			s.text = append(s.text, s.source[start:end]...)
			return
		}
	}
	s.origin = append(s.origin, article.Piece{Text: len(s.text), Len: end - start, Source: start, SourceLen: end - start})
	s.text = append(s.text, s.source[start:end]...)
}

// put appends words that stand for the bytes start to end of the source.
func (s *scroll) put(words string, start, end int) {
	if words == "" {
		return
	}
	if words == s.source[start:end] {
		s.copy(start, end)
		return
	}
	if len(words) == end-start {
		// Equal lengths promise equal bytes; here only the place is right.
		end = start
	}
	s.origin = append(s.origin, article.Piece{Text: len(s.text), Len: len(words), Source: start, SourceLen: end - start})
	s.text = append(s.text, words...)
}

// end returns where in the source the text written so far ends.
func (s *scroll) end() int {
	if len(s.origin) == 0 {
		return 0
	}
	p := s.origin[len(s.origin)-1]
	return p.Source + p.SourceLen
}

// normalize drops a byte order mark and makes every line end "\n".
func normalize(source string) *scroll {
	s := &scroll{source: source, text: make([]byte, 0, len(source)), origin: make([]article.Piece, 0, 2*strings.Count(source, "\r")+1)}
	from := 0
	if len(source) >= len(byteOrderMark) && source[:len(byteOrderMark)] == string(byteOrderMark) {
		from = len(byteOrderMark)
	}
	for i := from; i < len(source); i++ {
		if source[i] != '\r' {
			continue
		}
		s.copy(from, i)
		end := i + 1
		if end < len(source) && source[end] == '\n' {
			end++
		}
		s.put("\n", i, end)
		from, i = end, end-1
	}
	s.copy(from, len(source))
	return s
}

// through rewrites pieces that point into a normalised text so that they point
// into what was normalised.
func through(pieces, normal []article.Piece) []article.Piece {
	if len(normal) == 1 && normal[0].Source == 0 && normal[0].Len == normal[0].SourceLen {
		return pieces
	}
	out := make([]article.Piece, 0, len(pieces))
	at := 0
	for _, p := range pieces {
		for at < len(normal)-1 && normal[at].Text+normal[at].Len <= p.Source {
			at++
		}
		if p.Len != p.SourceLen {
			start, end := place(normal, at, p.Source, p.SourceLen)
			if end-start == p.Len {
				end = start
			}
			out = append(out, article.Piece{Text: p.Text, Len: p.Len, Source: start, SourceLen: end - start})
			continue
		}
		out = split(out, p, normal, at)
	}
	return out
}

// split appends p, a copy of normalised text, as one piece for each piece of
// the normalised text that it touches, the first of them at index at.
func split(out []article.Piece, p article.Piece, normal []article.Piece, at int) []article.Piece {
	for done := 0; done < p.Len; at++ {
		n := normal[at]
		skip := p.Source + done - n.Text
		size := min(p.Len-done, n.Len-skip)
		part := article.Piece{Text: p.Text + done, Len: size, Source: n.Source, SourceLen: n.SourceLen}
		if n.Len == n.SourceLen {
			part.Source, part.SourceLen = n.Source+skip, size
		}
		out = append(out, part)
		done += size
	}
	return out
}

// place returns the bytes that a run of normalised text came from; at is the
// index of the piece that holds its first byte.
func place(normal []article.Piece, at, from, size int) (start, end int) {
	inside := func(n article.Piece, offset int) int {
		if n.Len == n.SourceLen {
			return n.Source + min(offset-n.Text, n.Len)
		}
		if offset > n.Text {
			return n.Source + n.SourceLen
		}
		return n.Source
	}
	start = inside(normal[at], from)
	for at < len(normal)-1 && normal[at].Text+normal[at].Len < from+size {
		at++
	}
	return start, max(start, inside(normal[at], from+size))
}
