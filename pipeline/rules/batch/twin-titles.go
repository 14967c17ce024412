package batch

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed twin-titles.md
var twinTitlesPage string

// fewestTitleWords is how many words a title needs before having it twice is no
// chance: "Weather" and "Letters to the editor" come every week.
const fewestTitleWords = 5

// titled is an article's title.
type titled struct {
	key string
	at  check.Place
}

var twinTitles = check.NewBatchRule(check.Meta{
	Name:     "twin-titles",
	Family:   "batch",
	Summary:  "articles of one batch carry the same title",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     twinTitlesPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) []titled {
	a := p.Article
	key := check.TitleKey(a.Title)
	if len(strings.Fields(key)) < fewestTitleWords {
		return nil
	}
	return []titled{{key, p.Place(titleSpan(a), "this title")}}
}, func(b *check.Batch, left []check.Left[titled], _ struct{}) {
	for _, group := range groups(left, func(d titled) string { return d.key }) {
		if len(group) < 2 {
			continue
		}
		b.Report(check.BatchFinding{
			Message: fmt.Sprintf("%d articles carry the same title", len(group)),
			Help:    "see whether one is a copy or a draft of the other, and tell them apart by their titles",
			Line:    fmt.Sprintf("%d articles, one title: %s", len(group), group[0].Data.key),
			Places:  placesOf(group, func(d titled) check.Place { return d.at }),
		})
	}
})

// titleSpan returns where the title stands in the text; its beginning where only
// metadata have it.
func titleSpan(a *article.Article) article.Span {
	for _, block := range a.Blocks {
		if check.TitleKey(a.Words(block.Span)) == check.TitleKey(a.Title) {
			return block.Span
		}
	}
	if len(a.Blocks) > 0 {
		return a.Blocks[0].Span
	}
	return article.Span{}
}
