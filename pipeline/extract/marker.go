package extract

import (
	"citevet/pipeline/article"
)

// marker is a run of citation markers that stand together, "[1][3][5]".
type marker struct {
	cluster   int
	span      article.Span
	citations []int // of Article.Citations
}

// markerRuns gathers an article's citations into runs, by sentence and, for
// those outside any sentence, by block.
func markerRuns(a *article.Article) (bySentence, byBlock map[int][]marker) {
	bySentence, byBlock = map[int][]marker{}, map[int][]marker{}
	for i, c := range a.Citations {
		runs, key := bySentence, c.Sentence
		if key < 0 {
			runs, key = byBlock, c.Block
		}
		list := runs[key]
		if n := len(list); n > 0 && list[n-1].cluster == c.Cluster {
			list[n-1].span = list[n-1].span.Hull(c.Marker)
			list[n-1].citations = append(list[n-1].citations, i)
			continue
		}
		runs[key] = append(list, marker{cluster: c.Cluster, span: c.Marker, citations: []int{i}})
	}
	return bySentence, byBlock
}

// narrative reports whether the marker is only the year behind names that are
// part of the sentence, "Roe (2019) reported that", and so stands behind what
// follows rather than what precedes.
func (m marker) narrative(a *article.Article) bool {
	text := a.Text[m.span.Start:m.span.End]
	return a.Citations[m.citations[0]].Scheme == "author-year" && len(text) > 2 && text[1] >= '0' && text[1] <= '9'
}
