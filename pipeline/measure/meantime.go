package measure

import (
	"encoding/xml"
	"path"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// meantimeText is one news text of MEANTIME.
type meantimeText struct {
	Tokens []struct {
		ID       string `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Word     string `xml:",chardata"`
	} `xml:"token"`
	Times []struct {
		Type     string `xml:"type,attr"`
		Value    string `xml:"value,attr"`
		Function string `xml:"functionInDocument,attr"`
		Anchors  []struct {
			ID string `xml:"t_id,attr"`
		} `xml:"token_anchor"`
	} `xml:"Markables>TIMEX3"`
}

// lastMarked is the last sentence in which times are marked.
const lastMarked = 5

var timexKinds = map[string]when.Kind{"DATE": when.KindDate, "TIME": when.KindDate, "DURATION": when.KindDuration, "SET": when.KindSet}

// readMeantime reads one text. Sentences are blocks of their own: the first is
// the headline, the second the date.
func readMeantime(name string, data []byte) (*goldDates, error) {
	var x meantimeText
	if err := xml.Unmarshal(data, &x); err != nil {
		return nil, err
	}
	g := &goldDates{name: strings.TrimSuffix(path.Base(name), ".xml"), kinds: true}
	c := corpusText{kind: article.Paragraph}
	places := map[string]article.Span{}
	last := -1
	for _, t := range x.Tokens {
		if t.Sentence != last && last <= 1 {
			c.end(article.Paragraph)
		}
		last = t.Sentence
		span := c.token(t.Word)
		places[t.ID] = span
		if t.Sentence <= lastMarked {
			g.marked.End = span.End
		}
	}
	c.end(article.Paragraph)
	g.doc = c.document(g.name)
	for _, t := range x.Times {
		value, _ := isoInterval(t.Value)
		if t.Function == "CREATION_TIME" {
			g.written = value
		}
		var span article.Span
		for i, anchor := range t.Anchors {
			at, ok := places[anchor.ID]
			switch {
			case !ok:
			case i == 0:
				span = at
			default:
				span = span.Hull(at)
			}
		}
		if !span.IsZero() && g.marked.Contains(span) {
			g.times = append(g.times, goldTime{span, timexKinds[t.Type], value, t.Value})
		}
	}
	return g, nil
}

// datesMeantime scores the times of MEANTIME by part.
func datesMeantime(b *bench) error {
	corpora := []string{"airbus", "apple"}
	var parts []timeScores
	for _, corpus := range corpora {
		names, err := b.files("meantime/corpus_" + corpus + "/*.xml")
		if err != nil {
			return err
		}
		var part timeScores
		for _, name := range names {
			data, err := b.read(name)
			if err != nil {
				return err
			}
			g, err := readMeantime(name, data)
			if err != nil {
				return err
			}
			part.add(b.times(g))
		}
		parts = append(parts, part)
	}
	b.table(dateTable("Times (meantime)",
		"Dates, durations and sets of sentences 0 to 5, where they are marked; a range whose ends are marked apart counts for both; value and year of those marked with a date of the calendar, TIMEX3 of all.", corpora, parts))
	return nil
}
