package brief

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"citevet/pipeline/when"
)

// contrast returns the ratio of two colours by WCAG 2.2's formula.
func contrast(t *testing.T, x, y string) float64 {
	t.Helper()
	luminance := func(c string) float64 {
		var rgb [3]uint8
		if _, err := fmt.Sscanf(c, "#%02x%02x%02x", &rgb[0], &rgb[1], &rgb[2]); err != nil {
			t.Fatal(err)
		}
		var l float64
		for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
			v := float64(rgb[i]) / 255
			if v <= 0.04045 {
				v /= 12.92
			} else {
				v = math.Pow((v+0.055)/1.055, 2.4)
			}
			l += weight * v
		}
		return l
	}
	a, b := luminance(x), luminance(y)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// element is one of a drawing, with its attributes.
type element struct {
	name  string
	attrs map[string]string
	text  string
}

// drawn reads a drawing as XML.
func drawn(t *testing.T, svg []byte) []element {
	t.Helper()
	var all []element
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return all
		case err != nil:
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			e := element{name: x.Name.Local, attrs: map[string]string{}}
			for _, a := range x.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			all = append(all, e)
		case xml.CharData:
			if len(all) > 0 {
				all[len(all)-1].text += string(x)
			}
		}
	}
}

func TestADrawingSaysWhatItShows(t *testing.T) {
	b := New(harbour(t).judged(), trialRun)
	var title, desc string
	for _, e := range drawn(t, b.SVG()) {
		switch e.name {
		case "title":
			if e.attrs["id"] != "" {
				title = e.text
			}
		case "desc":
			desc = e.text
		}
	}
	if strings.TrimSpace(title) != b.Timeline.Title+"." {
		t.Errorf("the title is %q", title)
	}
	for _, words := range []string{"[1] Northport Gazette: published 2021; in its URL February 2021; read 15 January 2025", "cited for a time from 1 May 2025 (C3; ✗ the source is older and was read before)"} {
		if !strings.Contains(desc, words) {
			t.Errorf("%q is not in %q", words, desc)
		}
	}
}

func TestADrawingHasARowForEachSource(t *testing.T) {
	b := New(harbour(t).judged(), trialRun)
	names, older, before := 0, 0, 0
	for _, e := range drawn(t, b.SVG()) {
		switch e.attrs["class"] {
		case "name":
			names++
		case "older":
			older++
		case "before":
			before++
		}
	}
	if names != len(b.Timeline.Rows) {
		t.Errorf("%d names, want %d", names, len(b.Timeline.Rows))
	}
	if older < 2 || before < 2 {
		t.Errorf("%d lines of sources that are older and %d of those read before, with the legend's", older, before)
	}
}

func TestADrawingIsKnownAsOne(t *testing.T) {
	for words, own := range map[string]bool{
		string(New(harbour(t).judged(), trialRun).SVG()): true, `<svg xmlns="http://www.w3.org/2000/svg"><title>A bridge</title></svg>`: false, "": false,
	} {
		if IsTimeline([]byte(words)) != own {
			t.Errorf("%.60q is taken for the opposite", words)
		}
	}
}

func TestNothingIsDrawnWithoutDates(t *testing.T) {
	if svg := New(newDraft(t, "No dates.\n").judged(), trialRun).SVG(); svg != nil {
		t.Errorf("got %s", svg)
	}
}

func TestMarksOfEventsDoNotTouch(t *testing.T) {
	p := panel{day(2020, 1, 1), day(2026, 1, 1), 0, 600}
	var events []TimelineEvent
	for i := range 60 {
		d := day(2020, 1, 1).AddDays(i * i / 2)
		events = append(events, TimelineEvent{Day: d, When: when.Day(d)})
	}
	marks := eventMarks(p, events, chartMark)
	if len(marks) < 2 || marks[0].left == marks[0].right {
		t.Errorf("got %v", marks)
	}
	for i := 1; i < len(marks); i++ {
		if gap := marks[i].left - marks[i-1].right; gap < 2*chartMark {
			t.Errorf("marks %d and %d are %.1f apart", i-1, i, gap)
		}
	}
}

func TestLabelsOfAnAxisStandApart(t *testing.T) {
	for _, years := range []int{1, 3, 9, 40, 400} {
		c := &chart{}
		c.axis(panel{day(2000, 1, 1), day(2000+years, 1, 1), chartNames, chartWidth - 6})
		last := 0.0
		for _, e := range drawn(t, []byte("<svg>"+c.String()+"</svg>")) {
			if e.name != "text" {
				continue
			}
			var x float64
			if _, err := fmt.Sscan(e.attrs["x"], &x); err != nil {
				t.Fatal(err)
			}
			half := 3.4 * float64(len(strings.TrimSpace(e.text)))
			if x-half < last {
				t.Errorf("%d years: %q begins at %.0f, within the label before", years, e.text, x-half)
			}
			last = x + half
		}
		if last == 0 || last > chartWidth {
			t.Errorf("%d years: the last label ends at %.0f", years, last)
		}
	}
}
