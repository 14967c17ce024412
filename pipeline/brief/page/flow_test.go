package page

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"
)

var (
	trialStyle = Style{Face: Serif, Size: 10, Leading: 14, Colour: 0x111111}
	small      = Format{Width: 300, Height: 200, Left: 20, Right: 20, Top: 20, Bottom: 20}
)

func trial() *Document {
	return New(small, Info{Title: "Trial", Author: "citevet", Creator: "citevet test", Language: "en",
		Date: time.Date(2025, 1, 15, 0, 0, 0, 0, time.UTC), Running: "Trial", Footer: "foot", RunningStyle: trialStyle})
}

func (d *Document) lines(n int) Box {
	var b Box
	for i := range n {
		b = Stack(b, d.Text(small.Measure(), Left, Span{Text: fmt.Sprint("line ", i), Style: trialStyle}))
	}
	return b
}

const (
	prose   = "The council of Northport passed the harbour bill after three readings, and nobody rose to speak against it."
	longURL = "https://www.example.org/2025/01/15/a-very-long-slug-that-goes-on-and-on/and_on?with=query&and=more#fragment"
)

func TestTextStaysInItsWidth(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"prose", prose},
		{"address", longURL},
		{"one endless word", strings.Repeat("abcdefghij", 40)},
		{"endless digits", strings.Repeat("0123456789", 40)},
		{"Cyrillic", strings.Repeat("Достопримечательность ", 12)},
		{"Chinese", strings.Repeat("北港市议会通过了港口法案，", 12)},
		{"Hebrew and Latin", strings.Repeat("the \u05E0\u05DE\u05DC (\u05D7\u05D9\u05E4\u05D4) 1934 ", 12)},
		{"an endless Hebrew word", strings.Repeat("\u05E0\u05DE\u05DC", 90)},
		{"numbers of missing characters", strings.Repeat("한국", 60)},
		{"only spaces", "        "},
		{"nothing", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			const width = 90
			d := trial()
			for _, s := range d.Text(width, Left, Span{Text: c.text, Style: trialStyle}).strips {
				for _, m := range s.marks {
					if e := m.extent(); e.x0 < -0.1 || e.x1 > width+0.1 {
						t.Errorf("%q reaches from %.1f to %.1f", m.mark.(glyphs).text, e.x0, e.x1)
					}
				}
			}
		})
	}
}

func TestBoundBoxesShareAPage(t *testing.T) {
	d := trial()
	long := d.lines(6)
	b := Bound(d.lines(1), Space(5), long)
	if got, want := len(b.strips), len(long.strips); got != want {
		t.Errorf("got %d strips, want %d: the head, the space and the first line are one", got, want)
	}
	if got, want := b.Height(), d.lines(7).Height()+5; got != want {
		t.Errorf("got a height of %.1f, want %.1f", got, want)
	}
}

func TestTextKeepsEveryCharacter(t *testing.T) {
	for _, text := range []string{prose, longURL, "one—two two-three/four"} {
		d := trial()
		d.Add(d.Text(70, Left, Span{Text: text, Style: trialStyle}))
		got := strings.Join(strings.Fields(strings.Join(d.Words(), " ")), "")
		if want := strings.Join(strings.Fields(text), ""); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestDatesAreNotDividedAtTheirHyphens(t *testing.T) {
	d := trial()
	d.Add(d.Text(62, Left, Span{Text: "read 2025-01-15 there", Style: trialStyle}))
	if got := d.Words()[0]; !strings.Contains(got, "2025-01-15") {
		t.Errorf("got %q", got)
	}
}

func TestSpansOfOneWordAreNotDivided(t *testing.T) {
	d := trial()
	bold := trialStyle
	bold.Face = SerifBold
	box := d.Text(60, Left, Span{Text: "aaaaaa bb", Style: trialStyle}, Span{Text: "cccc", Style: bold})
	for _, s := range box.strips {
		for _, m := range s.marks {
			if g := m.mark.(glyphs); g.text == "cccc" && g.x < 0.1 {
				t.Error("the second half of the word begins a line")
			}
		}
	}
}

func TestParagraphsLeaveNoSingleLines(t *testing.T) {
	d := trial()
	d.Add(d.lines(10)) // of eleven that fit
	d.Add(d.Text(120, Left, Span{Text: prose, Style: trialStyle}))
	pages := d.Words()
	if len(pages) != 2 || strings.Contains(pages[0], "The council") {
		t.Errorf("got pages %q", pages)
	}
}

func TestWhatIsKeptTogetherTurnsThePageTogether(t *testing.T) {
	d := trial()
	d.Add(d.lines(10))
	d.Add(d.Text(200, Left, Span{Text: "Heading", Style: trialStyle}), KeepWithNext)
	d.Add(d.lines(2).Whole())
	pages := d.Words()
	if len(pages) != 2 || !strings.HasPrefix(pages[1], "Heading") {
		t.Errorf("got pages %q", pages)
	}
}

func tableOf(d *Document, rows, linesEach int) *Table {
	table := d.NewTable(Table{
		Columns: []Column{{Title: "HEAD", Width: 100}, {Title: "other", Width: 100}}, Gutter: 10, Head: trialStyle, Padding: 2,
	})
	for i := range rows {
		table.Row(d.Text(100, Left, Span{Text: fmt.Sprint("row", i), Style: trialStyle}), d.lines(linesEach))
	}
	return table
}

func TestTablesRepeatTheirHeads(t *testing.T) {
	d := trial()
	d.AddTable(0, 0, tableOf(d, 20, 1))
	pages := d.Words()
	if len(pages) < 3 {
		t.Fatalf("got %d pages", len(pages))
	}
	for i, p := range pages {
		if !strings.HasPrefix(p, "HEAD") {
			t.Errorf("page %d begins with %.20q", i+1, p)
		}
	}
}

func TestRowsAreNotDivided(t *testing.T) {
	d := trial()
	d.AddTable(0, 0, tableOf(d, 6, 4))
	for i, p := range d.Words() {
		if strings.Count(p, "row") != strings.Count(p, "line 3") {
			t.Errorf("page %d holds parts of a row: %q", i+1, p)
		}
	}
}

func TestARowTallerThanAPageIsDivided(t *testing.T) {
	d := trial()
	d.AddTable(0, 0, tableOf(d, 1, 40))
	if got := d.Outsiders(); got != nil {
		t.Errorf("outside the margins: %+v", got[0])
	}
	if all := strings.Join(d.Words(), " "); !strings.Contains(all, "line 39") {
		t.Error("the end of the row is lost")
	}
}

func TestPDFIsTheSameEverywhere(t *testing.T) {
	write := func() []byte {
		d := trial()
		d.Add(d.Text(200, Left, Span{Text: prose + " ✗ Казахстан 中", Style: trialStyle, URL: "https://example.org/"}).Outlined("a", "A", 0))
		d.Add(d.Text(200, Right, Span{Text: "back", Style: trialStyle, Anchor: "a"}))
		out, err := d.Bytes()
		if err != nil {
			t.Error(err)
		}
		return out
	}
	want := write()
	defer func(zone *time.Location) { time.Local = zone }(time.Local)
	time.Local = time.FixedZone("far", 13*3600)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if !bytes.Equal(write(), want) {
				t.Error("the bytes differ")
			}
		})
	}
	group.Wait()
}

func TestTitlesOfAnyCharactersAreWritten(t *testing.T) {
	d := New(small, Info{Title: "flag \U0001F6A9 \xff\x00", Subject: "\U0001F6A9", Running: "\U0001F6A9", RunningStyle: trialStyle, Date: time.Unix(0, 0)})
	d.Add(d.Text(100, Left, Span{Text: "x", Style: trialStyle}).Outlined("x", "\U0001F6A9 part", 0))
	if _, err := d.Bytes(); err != nil {
		t.Fatal(err)
	}
}

func FuzzPage(f *testing.F) {
	for _, seed := range []string{prose, longURL, strings.Repeat("all representatives ", 20), "", "中\U0001F6A9\u202E", strings.Repeat("x", 3000), strings.Repeat("/", 500)} {
		f.Add(seed, uint16(80))
	}
	f.Fuzz(func(t *testing.T, text string, w uint16) {
		width := 40 + float64(w%220)
		d := trial()
		d.Add(d.Text(width, Left, Span{Text: text, Style: trialStyle}, Span{Text: text, Style: spoken("en")}))
		if out := d.Outsiders(); out != nil {
			t.Fatalf("outside the margins: %+v", out[0])
		}
		if len(text) < 400 {
			if _, err := d.Bytes(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
