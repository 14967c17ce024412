// Package page sets text, tables and drawings on pages and writes them as PDF.
// It knows type and paper and nothing of what is said on them.
//
// A document is set in two steps. Boxes are measured as they are made; when the
// document is written they are placed on pages, and only then is anything drawn.
// So every page knows how many there are, links find their targets, and a test
// can ask whether anything stands outside its margins.
//
// What the built-in faces lack is drawn with fonts of the user's own, see [Font];
// what no face draws stands on the page by its number, and is [Missing].
//
// A box can be given a [Role]. The file is tagged by them: headings, paragraphs,
// tables and pictures are told apart by programs that read it aloud, in the order
// in which their boxes were put together; what has no words is decoration.
package page

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/go-pdf/fpdf"
)

// Format is the paper and its margins, in points.
type Format struct{ Width, Height, Left, Right, Top, Bottom float64 }

// A4 is ISO 216 A4 with margins for reading.
var A4 = Format{Width: 595.28, Height: 841.89, Left: 62, Right: 62, Top: 64, Bottom: 62}

// Letter is US letter paper (ANSI/ASME Y14.1 size A). It is shorter, so its margins
// are narrower: three quarters of an inch.
var Letter = Format{Width: 612, Height: 792, Left: 54, Right: 54, Top: 54, Bottom: 54}

// Measure returns the width between the margins.
func (f Format) Measure() float64 { return f.Width - f.Left - f.Right }

// Info is what a file says about itself, and what stands on every page.
type Info struct {
	Title, Subject, Author string
	Creator                string    // the program, with its version
	Language               string    // BCP 47
	Date                   time.Time // stands for the times of creation and of change
	Running                string    // head of every page after the first
	Footer                 string    // foot of every page, beside its number
	RunningStyle           Style
	Fonts                  []*Font // asked in order for characters that the built-in faces lack
	Attachments            []Attachment
}

// Document is pages in the making.
type Document struct {
	format Format
	info   Info
	gate   gate
	items  []item
}

// New returns a document without pages.
func New(format Format, info Info) *Document {
	return &Document{format: format, info: info, gate: newGate(info.Fonts)}
}

// Prefer lets the faces that draw most of a text's Chinese, Japanese and Korean
// draw those scripts in all that is set from now on. Without it they are asked in
// the order in which the fonts are named.
func (d *Document) Prefer(text string) { d.gate.prefer(text) }

// Missing returns the characters set so far that no face draws, in order.
func (d *Document) Missing() []Missing { return d.gate.list() }

// Used returns those of the document's own fonts that something was set in so
// far, in order.
func (d *Document) Used() []*Font {
	return slices.DeleteFunc(slices.Clone(d.info.Fonts), func(f *Font) bool { return !d.gate.used[f] })
}

func (d *Document) bodyHeight() float64 {
	return d.format.Height - d.format.Top - d.format.Bottom
}

// Bytes returns the document as a PDF file: the same bytes for the same boxes,
// wherever and whenever it is called.
func (d *Document) Bytes() ([]byte, error) {
	sheets := d.numbered(d.layOut())
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: d.format.Width, Ht: d.format.Height}})
	d.describe(pdf)
	d.addFonts(pdf, sheets)
	spoken := newTagging(d.format, sheets)
	for _, s := range sheets {
		pdf.AddPage()
		spoken.draw(pdf, s)
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	file, err := spoken.seal(out.Bytes(), d.info)
	if err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return file, nil
}

func (d *Document) describe(pdf *fpdf.Fpdf) {
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(d.info.Date.UTC())
	pdf.SetModificationDate(d.info.Date.UTC())
	pdf.SetTitle(label(d.info.Title), true)
	pdf.SetSubject(label(d.info.Subject), true)
	pdf.SetAuthor(label(d.info.Author), true)
	pdf.SetCreator(label(d.info.Creator), true)
	pdf.SetProducer(label(d.info.Creator), true)
	pdf.SetLang(d.info.Language)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCompression(true)
}

// numbered adds the running head and the foot to every sheet.
func (d *Document) numbered(sheets []sheet) []sheet {
	style := d.info.RunningStyle
	if style.Size == 0 {
		return sheets
	}
	width := d.format.Measure()
	for i := range sheets {
		head := d.Draw(0)
		if i > 0 {
			head.Label(0, -24, Left, Span{Text: d.Shorten(d.info.Running, style, width), Style: style})
		}
		number := Span{Text: strconv.Itoa(i+1) + " / " + strconv.Itoa(len(sheets)), Style: style}
		foot := d.bodyHeight() + 30
		left, _ := head.Label(width, foot, Right, number)
		head.Label(0, foot, Left, Span{Text: d.Shorten(d.info.Footer, style, left-12), Style: style})
		sheets[i] = d.place(sheets[i], head.strip, 0)
	}
	return sheets
}

// addFonts adds the fonts that are drawn with, in order and cut down to what is
// drawn: each costs time and room only where it is used.
func (d *Document) addFonts(pdf *fpdf.Fpdf, sheets []sheet) {
	western, wide := map[*typeface]bool{}, map[*typeface]map[rune]bool{}
	for _, s := range sheets {
		for _, m := range s {
			g, ok := m.mark.(glyphs)
			for rest := g.text; ok && rest != ""; {
				head, _, narrow := westernRun(rest)
				if narrow && g.face.western != nil {
					western[g.face] = true
				} else {
					wide[g.face] = withRunes(wide[g.face], head)
				}
				rest = rest[len(head):]
			}
		}
	}
	faces := slices.AppendSeq(slices.Collect(maps.Keys(western)), maps.Keys(wide))
	slices.SortFunc(faces, func(a, b *typeface) int {
		return cmp.Or(cmp.Compare(a.face, b.face), cmp.Compare(a.name(false), b.name(false)))
	})
	for _, t := range slices.Compact(faces) {
		if western[t] {
			pdf.AddFontFromBytes(t.name(true), "", t.western.definition, t.western.compressed)
		}
		if wide[t] != nil {
			pdf.AddUTF8FontFromBytes(t.name(false), "", t.cut(slices.Sorted(maps.Keys(wide[t]))))
		}
	}
}

// withRunes adds the characters of a text to a set; nil is an empty one.
func withRunes(set map[rune]bool, text string) map[rune]bool {
	if set == nil {
		set = map[rune]bool{}
	}
	for _, r := range text {
		set[r] = true
	}
	return set
}

// name is what the PDF writer calls one of the face's two files.
func (t *typeface) name(western bool) string {
	switch {
	case western:
		return "western" + strconv.Itoa(int(t.face))
	case t.font != nil:
		return "font" + t.font.SHA256()[:8]
	}
	return "face" + strconv.Itoa(int(t.face))
}
