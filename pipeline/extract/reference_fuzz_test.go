package extract

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"citevet/pipeline/article"
)

var hostileEntries = []string{
	"",
	"[1]",
	"\"",
	"\"\"\"\"\"\"",
	"[1] Roe, A. (2020). \"T\". Site. https://a.example/x [Accessed 3 May 2020].",
	"https://web.archive.org/web/20190503120000/",
	"https://web.archive.org/web/99999999999999/x",
	"//web.archive.org/2",
	"10.1234/",
	"doi:10.1234/(((",
	"ISBN ISBN-13 978",
	"Accessed Accessed Accessed 2020",
	"(((((2020)))))",
	"Ⱥ, Ⱥ. (Ⱥ2020Ⱥ). „Ⱥ“ ﷽",
	"Roe 2010, pp. 3–4; Doe 2011",
	"——. 2020年5月3日閲覧",
	"\xff\xfe\x00[1]\x80",
	"Roe, A. 1999–2002. T: U: V. W, 12(3), 4-5, 6-7.",
	"0\xa8\xbb\xbb\xbb\xbb",
	"http: // www. a. b/ c/ . doi:10.",
	"In a (eds.), in a letter of (0) 99/99/9999. Retrieved15, 2010 <http://a.example/>",
}

// FuzzReferences holds that no entry makes the reader panic, and that every field
// lies in its entry on the bounds of runes.
func FuzzReferences(f *testing.F) {
	for _, e := range hostileEntries {
		f.Add(e)
	}
	f.Fuzz(func(t *testing.T, text string) {
		half := runeStart(text, len(text)/2)
		doc := &article.Document{Text: text + "\n" + text, Links: []article.Link{{Span: article.Span{Start: half, End: len(text)}, Target: "https://a.example/2020/05/x"}}}
		doc.Blocks = []article.Block{
			{Kind: article.Entry, Span: article.Span{Start: 0, End: len(text)}},
			{Kind: article.Entry, Span: article.Span{Start: len(text) + 1, End: len(doc.Text)}},
		}
		valid := utf8.ValidString(text)
		for _, r := range findReferences(doc) {
			for name, field := range fieldsOf(&r) {
				at := field.Span
				if field.IsZero() {
					continue
				}
				if at.Start < 0 || at.End > len(doc.Text) || at.Start > at.End {
					t.Fatalf("%s %q at %v is out of bounds", name, field.Text, at)
				}
				if valid && (!boundary(doc.Text, at.Start) || !boundary(doc.Text, at.End)) {
					t.Fatalf("%s %q at %v splits a rune", name, field.Text, at)
				}
			}
		}
	})
}

func boundary(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// FuzzCitations holds that no body makes the scan panic, that markers are in
// order and in bounds, and that each leads to an entry that is there.
func FuzzCitations(f *testing.F) {
	for _, body := range []string{"", "[", "[1", "[1][", "[1,]", "[1-]", "[-1]", "[^", "[^]", "(1)", "x¹", "¹", "【", "【1", "Roe (2020)", "(Roe 2020; ", "a[1]", "[1][2] [^1] (Roe, 2020)² 【2†s】", "\xff[1]\xc2"} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		doc := citeDoc(body, "[1] https://a.example/1", "[2] https://a.example/2", "[^1]: https://a.example/3", "Roe, A. (2020). T. P.")
		refs := findReferences(doc)
		last := 0
		for _, c := range findCitations(doc, nil, refs) {
			if c.Marker.Start < last || c.Marker.End > len(body) || !c.Marker.Contains(c.Span) {
				t.Fatalf("marker %v with %v, after %d of %d", c.Marker, c.Span, last, len(body))
			}
			last = c.Marker.Start
			if c.Reference < -1 || c.Reference >= len(refs) {
				t.Fatalf("entry %d of %d", c.Reference, len(refs))
			}
			if utf8.ValidString(body) && (!boundary(body, c.Span.Start) || !boundary(body, c.Span.End)) {
				t.Fatalf("%v splits a rune", c.Span)
			}
		}
	})
}

// TestHostileEntriesTakeLinearTime bounds the time of entries made to make a
// reader slow; it fails at many times what a linear reader needs.
func TestHostileEntriesTakeLinearTime(t *testing.T) {
	for _, unit := range []string{
		"\"", "“", "(", "[", "(2020) ", "2020, ", "Accessed ", "Accessed 3 May 2020 ", "https://a.example/", "Roe, A., ", "10.1234/a ", "\"T\". https://a.example/x. ", "ISBN 978 ", ". ", "1(2):3 ", "'a ", "年閲覧", "a;", "https://web.archive.org/web/2",
	} {
		text := strings.Repeat(unit, 100_000/len(unit))
		doc := &article.Document{Text: text, Blocks: []article.Block{{Kind: article.Entry, Span: article.Span{Start: 0, End: len(text)}}}}
		start := time.Now()
		findReferences(doc)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%q repeated took %s", unit, d)
		}
	}
}
