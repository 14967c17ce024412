package page

import (
	"slices"
	"strings"
	"testing"
)

// The letters are given by their numbers: alef \u05D0, bet \u05D1, gimel \u05D2.
const quay = "quay \u05D0\u05D1 12 \u05D2 (old)"

// seen returns the text marks of a box from left to right, as they are drawn.
func seen(b Box) string {
	var marks []glyphs
	for _, s := range b.strips {
		for _, m := range s.marks {
			if g, ok := m.mark.(glyphs); ok {
				marks = append(marks, g)
			}
		}
	}
	slices.SortFunc(marks, func(a, b glyphs) int { return int(1000 * (a.x - b.x)) })
	var out strings.Builder
	for _, g := range marks {
		out.WriteString(g.visual())
	}
	return strings.TrimRight(out.String(), " ")
}

func TestHebrewStandsInItsOrder(t *testing.T) {
	const want = "quay \u05D2 12 \u05D1\u05D0 (old)"
	d := trial()
	if got := seen(d.Text(200, Left, Span{Text: quay, Style: trialStyle})); got != want {
		t.Errorf("a paragraph shows %+q, want %+q", got, want)
	}
	w := d.Draw(20)
	left, right := w.Label(100, 10, Centre, Span{Text: quay, Style: trialStyle})
	if got := seen(w.Box()); got != want {
		t.Errorf("a label shows %+q, want %+q", got, want)
	}
	if width := d.Width(Span{Text: quay, Style: trialStyle}); left != 100-width/2 || right < 100+width/2-0.01 || right > 100+width/2+0.01 {
		t.Errorf("the label reaches from %v to %v, its width is %v", left, right, width)
	}
	if missing := d.Missing(); len(missing) > 0 {
		t.Errorf("no glyph for %v", missing)
	}
}

func TestHebrewIsReadAsItIsWritten(t *testing.T) {
	d := trial()
	d.Add(d.Text(200, Left, Span{Text: quay, Style: trialStyle}))
	file, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	want := "/ActualText" + textString("\u05D0\u05D1 12 \u05D2")
	for _, body := range open(t, file) {
		if strings.Contains(body, "/S/Span") && strings.Contains(body, want) {
			return
		}
	}
	t.Errorf("no part says %s", want)
}

func TestLinksAndLinesFollowTheWordsTheyBelongTo(t *testing.T) {
	d := trial()
	pen := Pen{Width: 1}
	b := d.Text(250, Left,
		Span{Text: "at \u05D0\u05D0 ", Style: trialStyle},
		Span{Text: "\u05D1\u05D1", Style: trialStyle, URL: "https://harbour.example", Under: []Rule{{Below: 2, Pen: pen}}},
		Span{Text: " quay", Style: trialStyle})
	var word, other, under, target rect
	for _, m := range b.strips[0].marks {
		switch mark := m.mark.(type) {
		case stroke:
			under = mark.extent()
		case link:
			target = mark.extent()
		case glyphs:
			switch strings.TrimSpace(mark.text) {
			case "\u05D1\u05D1":
				word = mark.extent()
			case "\u05D0\u05D0":
				other = mark.extent()
			}
		}
	}
	if word.x0 >= other.x0 {
		t.Errorf("the second word begins at %v, right of the first at %v", word.x0, other.x0)
	}
	if under.x0 != word.x0 || under.x1 != word.x1 || target.x0 != word.x0 || target.x1 != word.x1 {
		t.Errorf("the word is at %v, its line at %v, its link at %v", word, under, target)
	}
}

func TestLinesOfHebrewBreakInTheOrderOfReading(t *testing.T) {
	d := trial()
	text := "\u05D0\u05D0\u05D0 \u05D1\u05D1\u05D1 \u05D2\u05D2\u05D2 \u05D3\u05D3\u05D3"
	width := d.Width(Span{Text: text, Style: trialStyle}) * 0.6
	spans := []Span{{Text: text, Style: trialStyle}}
	var lines []string
	for _, line := range breakLines(directed(d.pieces(width, spans)), width) {
		lines = append(lines, seen(Box{[]strip{{marks: lineMarks(line, spans, make([]*part, 1), width, Left, 14)}}}))
	}
	want := []string{"\u05D1\u05D1\u05D1 \u05D0\u05D0\u05D0", "\u05D3\u05D3\u05D3 \u05D2\u05D2\u05D2"}
	if !slices.Equal(lines, want) {
		t.Errorf("got %+q, want %+q", lines, want)
	}
}

func TestPointsStandOnTheirLetters(t *testing.T) {
	if f := typefaces[hebrewFallback](); f.width("\u05B8") != 0 || f.metrics.middle[0x5B8] == 0 {
		t.Error("a point has a width or no outline")
	}
	d := trial()
	for _, text := range []string{"\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD", "\u05B8", "a\u05B8", "\u05BE\u05F4"} {
		d.Add(d.Text(200, Left, Span{Text: text, Style: trialStyle}))
	}
	if _, err := d.Bytes(); err != nil {
		t.Error(err)
	}
}
