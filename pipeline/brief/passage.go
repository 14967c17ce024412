package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// Passage is one block of the article as it stands there, cut into stretches
// that mean one thing each.
type Passage struct {
	Kind       article.BlockKind
	Level      int // a heading's depth, 1 to 6; else 0
	Table, Row int // as of [article.Block]
	Stretches  []Stretch
}

// Stretch is a run of the article's text.
type Stretch struct {
	Text   string
	Claim  string // ID of the claim it stands in, empty outside claims
	Ends   bool   // the claim ends here
	Source string // label of the source that a marker leads to, else empty
	Marked bool   // a finding speaks of these very words
	Signs  []Sign // the findings outside claims whose words end here
}

// Sign stands in the text for one of a finding's places.
type Sign struct {
	Finding string // ID
	Place   int    // among the finding's places
	Length  int    // bytes of its words, which end at the sign
}

// layered is a span with what it stands for.
type layered[T any] struct {
	span article.Span
	is   T
}

// layer is a list of spans that are in order and share no byte.
type layer[T any] []layered[T]

// layerOf keeps of spans that overlap what no earlier one has.
func layerOf[T any](n int, at func(int) layered[T]) layer[T] {
	all := make(layer[T], n)
	for i := range n {
		all[i] = at(i)
	}
	slices.SortStableFunc(all, func(x, y layered[T]) int { return cmp.Compare(x.span.Start, y.span.Start) })
	end := 0
	kept := all[:0]
	for _, one := range all {
		one.span.Start = max(one.span.Start, end)
		if one.span.Start < one.span.End {
			end = one.span.End
			kept = append(kept, one)
		}
	}
	return kept
}

// at returns what stands at a byte, and where it ends.
func (l layer[T]) at(pos int) (is T, end int, ok bool) {
	i, found := slices.BinarySearchFunc(l, pos, func(one layered[T], pos int) int { return cmp.Compare(one.span.Start, pos) })
	if !found {
		i--
	}
	if i < 0 || pos >= l[i].span.End {
		return is, 0, false
	}
	return l[i].is, l[i].span.End, true
}

// cutter divides the article's text where a claim, a marker or the words of a
// finding begin or end.
type cutter struct {
	text    string
	claims  layer[string]
	markers layer[string]
	places  layer[struct{}]
	signs   map[int][]Sign // by the byte that their words end before
	cuts    []int          // ascending
}

// passagesOf returns the article's text; findings are those of the briefing.
func passagesOf(r check.Result, findings []Finding) []Passage {
	a := r.Article
	c := cutter{text: a.Text, signs: map[int][]Sign{}}
	c.claims = layerOf(len(a.Claims), func(i int) layered[string] { return layered[string]{a.Claims[i].Span, claimID(i)} })
	c.markers = layerOf(len(a.Citations), func(i int) layered[string] {
		if a.Citations[i].Reference < 0 {
			return layered[string]{}
		}
		return layered[string]{a.Citations[i].Span, label(a, a.Citations[i].Reference)}
	})
	c.places = layerOf(len(r.Findings), func(i int) layered[struct{}] { return layered[struct{}]{span: r.Findings[i].Span} })
	for g, group := range told(r.Findings) {
		for n, i := range group {
			if span := r.Findings[i].Span; findings[g].Places[n].Claim == "" && !span.IsZero() {
				c.cuts = append(c.cuts, span.Start) // within other places too
				c.signs[span.End] = append(c.signs[span.End], Sign{fmt.Sprintf("F%d", g+1), n, span.End - span.Start})
			}
		}
	}
	c.gather()
	var passages []Passage
	for _, b := range blocksOf(a) {
		p := Passage{Kind: b.Kind, Level: b.Level, Table: b.Table, Row: b.Row, Stretches: c.stretches(b.Span)}
		passages = append(passages, p)
	}
	return passages
}

// blocksOf returns the article's blocks, or its lines where it has none.
func blocksOf(a *article.Article) []article.Block {
	if len(a.Blocks) > 0 {
		return a.Blocks
	}
	var lines []article.Block
	from := 0
	for line := range strings.Lines(a.Text) {
		if strings.TrimSpace(line) != "" {
			lines = append(lines, article.Block{Kind: article.Paragraph, Span: article.Span{Start: from, End: from + len(line)}})
		}
		from += len(line)
	}
	return lines
}

func (c *cutter) gather() {
	see := func(s article.Span) { c.cuts = append(c.cuts, s.Start, s.End) }
	for _, one := range c.claims {
		see(one.span)
	}
	for _, one := range c.markers {
		see(one.span)
	}
	for _, one := range c.places {
		see(one.span)
	}
	for end := range c.signs {
		c.cuts = append(c.cuts, end)
	}
	slices.Sort(c.cuts)
	c.cuts = slices.Compact(c.cuts)
}

// stretches divides one block.
func (c *cutter) stretches(block article.Span) []Stretch {
	var all []Stretch
	next, _ := slices.BinarySearch(c.cuts, block.Start+1)
	for from := block.Start; from < block.End; {
		to := block.End
		if next < len(c.cuts) && c.cuts[next] < to {
			to = c.cuts[next]
		}
		next++
		s := Stretch{Text: c.text[from:to], Signs: c.signs[to]}
		claim, end, _ := c.claims.at(from)
		s.Claim, s.Ends = claim, claim != "" && (end <= to || to == block.End)
		s.Source, _, _ = c.markers.at(from)
		_, _, s.Marked = c.places.at(from)
		all = append(all, s)
		from = to
	}
	return all
}
