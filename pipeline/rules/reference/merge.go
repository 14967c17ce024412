package reference

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// mergeFix drops the second of two entries that are wholly equal, but for their
// number and the tracking in their address, points its markers to the first, and
// numbers what follows anew. It returns none where more than that is to decide:
// for other differences, three entries, ranges of numbers, or a numbering that
// is not 1, 2, 3.
func mergeFix(a *article.Article, entries []int) []check.Fix {
	if len(entries) != 2 || len(a.References) > longestList || plainEntry(a, entries[0]) != plainEntry(a, entries[1]) {
		return nil
	}
	keep, drop := entries[0], entries[1]
	if !countsUp(a) || a.Blocks[a.References[drop].Block].Kind != article.Entry {
		return nil
	}
	edits := []check.Edit{{Span: lineOf(a, a.References[drop].Span)}}
	for i := drop + 1; i < len(a.References); i++ {
		edits = append(edits, check.Edit{Span: a.References[i].Label.Span, Text: strconv.Itoa(i)})
	}
	kept := map[int]bool{} // clusters that cite the entry that stays
	for _, c := range a.Citations {
		if c.Reference == keep {
			kept[c.Cluster] = true
		}
	}
	for _, c := range a.Citations {
		alone := a.Words(c.Marker) == "["+c.Label+"]"
		switch {
		case c.Reference < drop:
			continue
		case a.Words(c.Span) != c.Label:
			return nil // within a range
		case c.Reference == drop && kept[c.Cluster] && !alone:
			return nil
		case c.Reference == drop && kept[c.Cluster]:
			edits = append(edits, check.Edit{Span: withBlank(a, c.Marker)})
		case c.Reference == drop:
			edits = append(edits, check.Edit{Span: c.Span, Text: a.References[keep].Label.Text})
			kept[c.Cluster] = true
		default:
			edits = append(edits, check.Edit{Span: c.Span, Text: strconv.Itoa(c.Reference)})
		}
	}
	slices.SortFunc(edits, func(x, y check.Edit) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	return []check.Fix{{
		Message: fmt.Sprintf("drop [%s], cite [%s] in its place and number the rest anew", a.References[drop].Label.Text, a.References[keep].Label.Text),
		Edits:   edits,
		Safe:    true,
	}}
}

// withBlank widens a marker that is dropped to the blank before it.
func withBlank(a *article.Article, s article.Span) article.Span {
	if s.Start > 0 && a.Text[s.Start-1] == ' ' {
		s.Start--
	}
	return s
}

// andMore closes a message about two entries where more are like them.
func andMore(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return ", and so does another"
	}
	return fmt.Sprintf(", and so do %d more", n)
}

// longestList is how many entries a list may have for a fix to number it anew;
// more edits than that are not read by anybody.
const longestList = 1000

// plainEntry returns the words of an entry without its number, its address in
// the form that all ways to write it share.
func plainEntry(a *article.Article, i int) string {
	r := &a.References[i]
	text := a.Text[max(r.Span.Start, r.Label.Span.End):r.Span.End]
	if check.Own(r, r.URL) {
		text = strings.Replace(text, a.Words(r.URL.Span), check.URLKey(r.URL.Text), 1)
	}
	return strings.Join(strings.Fields(strings.TrimLeft(text, "]). ")), " ")
}

// countsUp reports whether the entries of an article are numbered 1, 2, 3 and so
// on, and every citation points to one of them or to none.
func countsUp(a *article.Article) bool {
	for i := range a.References {
		if a.References[i].Label.Text != strconv.Itoa(i+1) {
			return false
		}
	}
	return !slices.ContainsFunc(a.Citations, func(c article.Citation) bool { return c.Scheme != "number" || c.Reference < 0 })
}

// lineOf widens the span of an entry to the whole of its lines, with one line end.
func lineOf(a *article.Article, s article.Span) article.Span {
	s.Start = strings.LastIndexByte(a.Text[:s.Start], '\n') + 1
	if i := strings.IndexByte(a.Text[s.End:], '\n'); i >= 0 {
		s.End += i + 1
	} else {
		s.End = len(a.Text)
	}
	return s
}
