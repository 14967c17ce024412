package page

import (
	"strings"
	"testing"
)

// setLines returns the lines that a text is broken into.
func setLines(text string, width float64) []string {
	d := trial()
	var lines []string
	for _, line := range breakLines(d.pieces(width, []Span{{Text: text, Style: trialStyle}}), width) {
		var words strings.Builder
		for _, p := range line {
			words.WriteString(p.text)
		}
		lines = append(lines, strings.TrimRight(words.String(), " "))
	}
	return lines
}

// greedy returns how many lines a text takes where each is filled in its turn.
func greedy(text string, width float64) int {
	lines, used := 1, 0.0
	for _, word := range strings.Fields(text) {
		w := typefaces[Serif]().width(word) * trialStyle.Size
		if used > 0 && used+typefaces[Serif]().width(" ")*trialStyle.Size+w > width {
			lines, used = lines+1, 0
		}
		if used > 0 {
			used += typefaces[Serif]().width(" ") * trialStyle.Size
		}
		used += w
	}
	return lines
}

func TestAParagraphTakesNoMoreLinesThanItNeeds(t *testing.T) {
	text := strings.Repeat(prose+" ", 4)
	for width := 60.0; width < 400; width += 7 {
		if got, most := len(setLines(text, width)), greedy(text, width); got > most {
			t.Errorf("at %.0f points the text takes %d lines instead of %d", width, got, most)
		}
	}
}

func TestLinesEndAsEvenAsTheyCan(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      float64
		want       []string
	}{
		{"no word alone at the end", "the old quay was closed after the storm of the year", 205, []string{"the old quay was closed after the storm of", "the year"}},
		{"a day stays with its month", "the bill was passed on 15 January", 117, []string{"the bill was passed on", "15 January"}},
		{"an address is parted where it must be", "see https://harbour.example/news/storm", 110, []string{"see https://harbour.", "example/news/storm"}},
		{"escaped letters are parted between", "see https://harbour.example/wiki/%D0%9F%D0%BE%D1%80%D1%82", 110, []string{"see https://harbour.", "example/wiki/", "%D0%9F%D0%BE", "%D1%80%D1%82"}},
		{"a share stays whole", "the fund had grown by 1,234,567%", 150, []string{"the fund had grown by", "1,234,567%"}},
		{"space at both ends", "  word  ", 100, []string{"word"}},
		{"nothing but space", "   ", 100, []string{""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := setLines(c.text, c.width); strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
