package page

import (
	"bytes"
	"encoding/binary"
	"os"
	"slices"
	"strings"
	"testing"
)

const (
	hangulFile   = "testdata/GowunDodum-Trial.ttf"
	ethiopicFile = "testdata/NotoSansEthiopic-Trial.ttf"
	korean       = "서울시는 새 도서관을 열었다. 시의회가 예산을 승인한 뒤 여섯 해가 걸렸으며, 시장은 “늦었지만 약속을 지켰다”고 말했다."
)

func fontFile(t testing.TB, name string) []byte {
	t.Helper()
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func trialFont(t testing.TB, name string) *Font {
	t.Helper()
	font, err := ReadFont(fontFile(t, name))
	if err != nil {
		t.Fatalf("%s %v", name, err)
	}
	return font
}

// inFonts returns a document that has fonts of its own.
func inFonts(fonts ...*Font) *Document {
	d := trial()
	info := d.info
	info.Fonts = fonts
	return New(small, info)
}

func TestAFontDrawsWhatTheBuiltInFacesLack(t *testing.T) {
	hangul, ethiopic := trialFont(t, hangulFile), trialFont(t, ethiopicFile)
	d := inFonts(ethiopic, hangul)
	d.Add(d.Text(200, Left, Span{Text: korean, Style: trialStyle}))
	if missing := d.Missing(); len(missing) > 0 {
		t.Errorf("missing: %v", missing)
	}
	if used := d.Used(); !slices.Equal(used, []*Font{hangul}) {
		t.Errorf("used: %v", used)
	}
	one, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	two, err := d.Bytes()
	if err != nil || !bytes.Equal(one, two) {
		t.Errorf("not the same bytes twice: %v", err)
	}
	if !bytes.Contains(one, []byte("/QYVMBC+GowunDodum")) || bytes.Contains(one, []byte("NotoSansEthiopic")) {
		t.Error("the file does not hold the font that was used alone")
	}
	if bytes.Contains(one, []byte("/utf8")) {
		t.Error("the writer's own name of a font is left")
	}
	if hangul.Family() != "Gowun Dodum" || !strings.HasPrefix(hangul.SHA256(), "c666b10c") {
		t.Errorf("the font is called %q, %s", hangul.Family(), hangul.SHA256())
	}
}

func TestADocumentWithoutFontsHoldsNone(t *testing.T) {
	plain := func(d *Document) []byte {
		d.Add(d.Text(200, Left, Span{Text: prose, Style: trialStyle}))
		file, err := d.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	if !bytes.Equal(plain(trial()), plain(inFonts(trialFont(t, hangulFile)))) {
		t.Error("a font that nothing is set in changes the file")
	}
}

func TestOwnFontsStandBetweenTheBuiltInFaces(t *testing.T) {
	hangul := trialFont(t, hangulFile)
	own := &Font{face: &typeface{face: userFace, metrics: &metrics{width: map[rune]float64{'a': 1, 'Ж': 1, '中': 1, '한': 1, '龘': 1}}}}
	own.face.font = own
	g := newGate([]*Font{own, hangul})
	for r, want := range map[rune]*typeface{
		'a': typefaces[Serif](), 'Ж': typefaces[Serif](), // the text is set in one face
		'中': own.face, '文': typefaces[hanFallback](), // before the face with the commonest characters alone
		'한': own.face, '국': hangul.face, // in the order in which they are named
		'龘': own.face,
	} {
		if got, ok := g.faceFor(r, typefaces[Serif]()); !ok || got != want {
			t.Errorf("%q is set in %v, %v", r, got, ok)
		}
	}
}

func TestTheFaceThatDrawsMostOfATextDrawsIt(t *testing.T) {
	font := func(letters string) *Font {
		f := &Font{face: &typeface{face: userFace, metrics: &metrics{width: map[rune]float64{}}}}
		for _, r := range letters {
			f.face.metrics.width[r] = 1
		}
		f.face.font = f
		return f
	}
	korean, chinese := font("한국漢中☃"), font("漢中龘靝☃")
	builtIn := typefaces[hanFallback]()
	for _, c := range []struct {
		text string
		want map[rune]*typeface
	}{
		{"한국의 漢中", map[rune]*typeface{'한': korean.face, '漢': korean.face, '龘': chinese.face}},
		{"漢中 龘靝", map[rune]*typeface{'한': korean.face, '漢': chinese.face, '龘': chinese.face}},
		{"汉文和中文", map[rune]*typeface{'汉': builtIn, '中': builtIn, '龘': chinese.face}},
		{"no such letter", map[rune]*typeface{'中': korean.face, '汉': builtIn, '龘': chinese.face}},
	} {
		g := newGate([]*Font{korean, chinese})
		g.prefer(c.text)
		again := g.again()
		c.want['☃'] = typefaces[symbolFallback]()
		for r, want := range c.want {
			for _, g := range []gate{g, again} {
				if got, ok := g.faceFor(r, typefaces[Serif]()); !ok || got != want {
					t.Errorf("in %q, %q is set in %v, %v", c.text, r, got, ok)
				}
			}
		}
	}
}

func TestLinesOfOwnFontsStayInTheirWidth(t *testing.T) {
	const width = 90
	d := inFonts(trialFont(t, hangulFile))
	for _, text := range []string{strings.Repeat(korean+" ", 5), strings.Repeat("도서관", 60), strings.Repeat("한국中 ", 40)} {
		box := d.Text(width, Left, Span{Text: text, Style: trialStyle})
		var read strings.Builder
		for _, s := range box.strips {
			for _, m := range s.marks {
				if e := m.extent(); e.x0 < -0.1 || e.x1 > width+0.1 {
					t.Errorf("%q reaches from %.1f to %.1f", m.mark.(glyphs).text, e.x0, e.x1)
				}
				read.WriteString(m.mark.(glyphs).text)
			}
		}
		if got, want := strings.ReplaceAll(read.String(), " ", ""), strings.ReplaceAll(text, " ", ""); got != want {
			t.Errorf("of %q there is %q", want, got)
		}
	}
}

func TestWhatIsNotDrawnHasItsReason(t *testing.T) {
	d := inFonts(trialFont(t, hangulFile))
	d.Text(200, Left, Span{Text: "\u0627 \u0915 \u0E01 \u1112\u1161\u1112 \u0301\u0301 გ \U0001F6A9 \u202E 국", Style: trialStyle})
	got := map[rune]Reason{}
	for _, m := range d.Missing() {
		got[m.Rune] = m.Reason
	}
	for r, want := range map[rune]Reason{
		'\u0627': Shaped, '\u0915': Shaped, '\u0E01': Shaped, '\u1112': Shaped,
		'გ': NoFace, '\U0001F6A9': Beyond, '\u202E': Unseen,
	} {
		if reason, ok := got[r]; !ok || reason != want {
			t.Errorf("%U: got %v, %v", r, reason, ok)
		}
	}
	if _, ok := got['국']; ok {
		t.Error("what the font has is missing")
	}
}

func TestScriptsThatNeedNoShapingAreDrawnAlone(t *testing.T) {
	for _, c := range []struct {
		name, letters string
		alone         bool
	}{
		{"Hangul", "가힣ㄱ", true},
		{"Han", "中龘", true},
		{"kana and Bopomofo", "あアㄅ", true},
		{"Georgian and Armenian", "აԱ", true},
		{"Ethiopic, Cherokee, Yi", "ሀᎠꀀ", true},
		{"signs", "☃₩〒", true},
		{"Arabic", "\u0628\u061F\u0661", false},
		{"Syriac, Thaana, Nko", "\u0712\u0780\u07CA", false},
		{"Hebrew", "\u05D0", false},
		{"Indic", "\u0915\u0995\u0B95\u0D15", false},
		{"Thai, Lao, Khmer, Burmese, Tibetan", "\u0E01\u0E81\u1780\u1000\u0F40", false},
		{"Mongolian", "\u1820", false},
		{"conjoining Hangul", "\u1100\u1161\u11A8\uA960\uD7B0", false},
		{"marks", "\u0301\u135D", false},
		{"unseen", "\u202E\uE000\u00AD", false},
	} {
		for _, r := range c.letters {
			if drawnAlone(r) != c.alone {
				t.Errorf("%s: %U", c.name, r)
			}
		}
	}
}

// edited returns a font file after a change to a copy of one of its tables.
func edited(t *testing.T, file []byte, table string, change func([]byte) []byte) []byte {
	t.Helper()
	tables, err := sfntTables(file)
	if err != nil || tables[table] == nil {
		t.Fatal(table, err)
	}
	var all []sfntTable
	for name, data := range tables {
		if name == table {
			data = change(bytes.Clone(data))
		}
		if data != nil {
			all = append(all, sfntTable{name, data})
		}
	}
	slices.SortFunc(all, func(a, b sfntTable) int { return strings.Compare(a.name, b.name) })
	return sfntFile(all)
}

// word returns a change that writes a 16-bit number.
func word(at int, value uint16) func([]byte) []byte {
	return func(b []byte) []byte {
		binary.BigEndian.PutUint16(b[at:], value)
		return b
	}
}

func dropped([]byte) []byte { return nil }

func halved(b []byte) []byte { return b[:len(b)/2] }

func TestFontsThatCannotBeUsedSayWhyAndTheWayOut(t *testing.T) {
	file := fontFile(t, hangulFile)
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"nothing", nil, "is no font; name a TrueType file (.ttf)"},
		{"words", []byte("not a font at all"), "is no TrueType font; name a file that ends in .ttf"},
		{"OpenType with CFF", append([]byte("OTTO"), file[4:]...), "name the font's TrueType form"},
		{"collection", append([]byte("ttcf"), file[4:]...), "take the one you want out of it"},
		{"collection with CFF", append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10OTTO"), file...), "has PostScript outlines"},
		{"half a collection", []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01"), "is cut short"},
		{"WOFF", append([]byte("wOFF"), file[4:]...), "is packed for the web"},
		{"WOFF 2", append([]byte("wOF2"), file[4:]...), "is packed for the web"},
		{"half a file", file[:len(file)/2], "is cut short or damaged"},
		{"a head alone", file[:12], "is cut short or damaged"},
		{"without outlines", edited(t, file, "glyf", dropped), "has no table glyf"},
		{"half a head", edited(t, file, "head", halved), "its table head does not fit"},
		{"an em of nothing", edited(t, file, "head", word(18, 0)), "its table head does not fit"},
		{"more glyphs than places", edited(t, file, "maxp", word(4, 0xFFFF)), "does not fit the others"},
		{"no glyph", edited(t, file, "maxp", word(4, 0)), "its table maxp does not fit"},
		{"no widths", edited(t, file, "hhea", word(34, 0)), "its table hhea does not fit"},
		{"half the widths", edited(t, file, "hmtx", halved), "its table hmtx does not fit"},
		{"half the places", edited(t, file, "loca", halved), "its table loca does not fit"},
		{"half the outlines", edited(t, file, "glyf", halved), "does not hold together"},
		{"no character map", edited(t, file, "cmap", word(2, 0)), "does not say which Unicode characters it draws"},
		{"half a character map", edited(t, file, "cmap", func(b []byte) []byte { return b[:60] }), "its table cmap does not fit"},
		{"a character map of its own codes", edited(t, file, "cmap", func(b []byte) []byte {
			for i := range int(u16(b, 2)) {
				copy(b[4+8*i:], "\x00\x03\x00\x00") // Microsoft's, for symbols
			}
			return b
		}), "does not say which Unicode characters it draws"},
		{"a letter wider than a line", edited(t, file, "hmtx", word(4*int(trialFont(t, hangulFile).face.glyphs['한']), 0xF000)), "U+D55C would be wider than a line"},
		{"restricted", edited(t, file, "OS/2", word(8, 0x0002)), "may not be embedded, by its licence"},
		{"only whole", edited(t, file, "OS/2", word(8, 0x0108)), "may only be embedded whole"},
		{"only bitmaps", edited(t, file, "OS/2", word(8, 0x0200)), "may only be embedded as bitmaps"},
		{"half a word on embedding", edited(t, file, "OS/2", func(b []byte) []byte { return b[:8] }), "its table OS/2 does not fit"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := ReadFont(c.file); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestTheLesserOfTwoRestrictionsHolds(t *testing.T) {
	file := fontFile(t, hangulFile)
	for _, bits := range []uint16{0x0000, 0x0004, 0x0008, 0x0006, 0x000A} {
		if _, err := ReadFont(edited(t, file, "OS/2", word(8, bits))); err != nil {
			t.Errorf("%#x: %v", bits, err)
		}
	}
	if _, err := ReadFont(edited(t, file, "OS/2", dropped)); err != nil {
		t.Errorf("without a word on it: %v", err)
	}
}

// A letter of the Ethiopic font that is put together from others.
const composed = 'ሖ'

func TestACutHoldsItsCharactersAlone(t *testing.T) {
	for name, characters := range map[string][]rune{hangulFile: []rune("가국한"), ethiopicFile: {'ሀ', composed, 'በ'}} {
		font := trialFont(t, name)
		file := font.face.cut(characters)
		cut, err := readTrueType(file)
		if err != nil {
			t.Fatal(err)
		}
		glyphs, err := cut.characters()
		if err != nil || len(glyphs) != len(characters) {
			t.Fatalf("%s: got %v, %v", name, glyphs, err)
		}
		before, after := extents{font.face.file, map[uint16]extent{}}, extents{cut, map[uint16]extent{}}
		for _, r := range characters {
			want, _ := before.of(font.face.glyphs[r], 0)
			if got, ok := after.of(glyphs[r], 0); !ok || got != want || got.contours == 0 {
				t.Errorf("%q: got %v, %v, want %v", r, got, ok, want)
			}
			if got, want := cut.inEm(int(cut.advance(glyphs[r]))), font.face.metrics.width[r]; got != want {
				t.Errorf("%q is %v wide, want %v", r, got, want)
			}
		}
		if len(file)*2 > len(fontFile(t, name)) {
			t.Errorf("%s: %d characters take %d bytes", name, len(characters), len(file))
		}
	}
	if font := trialFont(t, ethiopicFile); len(font.face.file.mustOutline(font.face.glyphs[composed]).components) == 0 {
		t.Error("no letter here is put together from others")
	}
}

func (t *trueType) mustOutline(glyph uint16) outline {
	o, ok := t.outline(glyph)
	if !ok {
		panic(glyph)
	}
	return o
}
