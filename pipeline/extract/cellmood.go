package extract

import "citevet/pipeline/article"

// foreseenByHead reports whether a head of the cell, the heading that its table
// stands under, or its caption says that the figures are planned or forecast:
// "2025 (planned)".
func (f *claimer) foreseenByHead(block int) bool {
	b := f.a.Blocks[block]
	for _, head := range []int{b.ColumnHead, b.RowHead, b.Section, f.caption(block)} {
		if head >= 0 && f.foresees(head) {
			return true
		}
	}
	return false
}

func (f *claimer) foresees(head int) bool {
	span := f.a.Blocks[head].Span
	if span.Len() > longestCaption {
		return false
	}
	text := f.a.Text[span.Start:span.End]
	if cellMood(text) == article.Forecast {
		return true
	}
	for _, w := range wordsOf(text, 0) {
		if headForecasts[w.low] {
			return true
		}
	}
	return false
}

// headForecasts are how a table's head says so in short, "2025F" and "2025 (est.)",
// and what tables of things to come are called.
var headForecasts = map[string]bool{
	"f": true, "e": true, "est": true, "proj": true, "outlook": true, "scenario": true, "scenarios": true, "prognosis": true, "expectation": true,
	"tbc": true, "tba": true, "fixtures": true, "schedule": true, "timetable": true, "calendar": true, "prediction": true, "predictions": true,
}

// longestCaption is how many bytes a paragraph may have to be the caption of the
// table behind it.
const longestCaption = 160

// caption returns the short paragraph that stands right before the cell's table,
// -1 where none does. It looks once a table.
func (f *claimer) caption(block int) int {
	table := f.a.Blocks[block].Table
	if table == 0 {
		return -1
	}
	if f.captioned == table {
		return f.captionAt
	}
	first := block
	for first > 0 && f.a.Blocks[first-1].Table == table {
		first--
	}
	f.captioned, f.captionAt = table, -1
	if first > 0 && f.a.Blocks[first-1].Kind == article.Paragraph && f.a.Blocks[first-1].Span.Len() <= longestCaption {
		f.captionAt = first - 1
	}
	return f.captionAt
}
