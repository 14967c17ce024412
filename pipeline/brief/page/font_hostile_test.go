package page

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
)

// usable sets every character that a font says it draws, and returns what
// ReadFont says otherwise.
func usable(t *testing.T, file []byte) error {
	t.Helper()
	font, err := ReadFont(file)
	if err != nil {
		return err
	}
	text := slices.Sorted(maps.Keys(font.face.glyphs))
	cutWhole(t, font, text)
	d := inFonts(font)
	d.Add(d.Text(200, Left, Span{Text: string(text), Style: trialStyle}))
	if _, err := d.Bytes(); err != nil {
		t.Errorf("a font that can be used cannot be written: %v", err)
	}
	return nil
}

// cutWhole cuts a font to all its characters and looks at each of them again.
func cutWhole(t *testing.T, font *Font, text []rune) {
	t.Helper()
	cut, err := readTrueType(font.face.cut(text))
	if err != nil {
		t.Fatalf("a cut of a font that can be used %v", err)
	}
	glyphs, err := cut.characters()
	if err != nil || len(glyphs) != len(font.face.glyphs) {
		t.Errorf("of %d characters %d are left, %v", len(font.face.glyphs), len(glyphs), err)
	}
	whole := extents{cut, map[uint16]extent{}}
	for r, glyph := range glyphs {
		if _, ok := whole.of(glyph, 0); !ok {
			t.Errorf("%U is damaged in the cut", r)
		}
	}
}

// step is the distance of the places at which fonts are damaged: a prime, so
// that every part of a table's rows is met with.
const step = 97

func TestFontsCutShortAreRefused(t *testing.T) {
	for _, name := range []string{hangulFile, ethiopicFile} {
		file := fontFile(t, name)
		for size := 0; size < len(file); size += step {
			if err := usable(t, file[:size:size]); err == nil {
				t.Errorf("%s: %d of %d bytes are taken for a font", name, size, len(file))
			}
		}
	}
}

func TestDamagedFontsAreRefusedOrDrawn(t *testing.T) {
	refused := 0
	for _, name := range []string{hangulFile, ethiopicFile} {
		file := fontFile(t, name)
		for at := 0; at < len(file); at += step {
			broken := bytes.Clone(file)
			broken[at] ^= []byte{0xFF, 0x01}[at%2]
			if usable(t, broken) != nil {
				refused++
			}
		}
		for at := range 12 + 16*12 { // the directory, byte by byte
			broken := bytes.Clone(file)
			broken[at] ^= 0xFF
			usable(t, broken)
		}
	}
	if refused == 0 {
		t.Error("no damage was seen")
	}
}

// knotted returns the Ethiopic font with the components of a letter changed.
func knotted(t *testing.T, change func(glyph uint16, at []byte)) []byte {
	t.Helper()
	font := trialFont(t, ethiopicFile)
	glyph := font.face.glyphs[composed]
	return edited(t, fontFile(t, ethiopicFile), "glyf", func(glyf []byte) []byte {
		data, _ := font.face.file.glyph(glyph)
		start := bytes.Index(glyf, data)
		change(glyph, glyf[start+outlineHead:start+len(data)])
		return glyf
	})
}

func TestKnottedGlyphsAreRefused(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(glyph uint16, at []byte)
	}{
		{"of itself", func(glyph uint16, at []byte) { binary.BigEndian.PutUint16(at[2:], glyph) }},
		{"of a glyph that is not there", func(_ uint16, at []byte) { binary.BigEndian.PutUint16(at[2:], 0xFFF0) }},
		{"by points that are not there", func(_ uint16, at []byte) { at[1] &^= argsAreDistances }},
		{"without an end", func(_ uint16, at []byte) {
			for i := range at {
				at[i] |= moreComponents
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := usable(t, knotted(t, c.change)); err == nil || !strings.Contains(err.Error(), "does not hold together") {
				t.Errorf("got %v", err)
			}
		})
	}
}

// tower returns a font of one letter that is put together from 256 times the
// glyph below it, and so on, levels deep: few bytes that tell of many points.
func tower(levels int) []byte {
	square := []byte{0, 1, 0, 0, 0, 0, 3, 0xE8, 3, 0xE8, 0, 3, 0, 0,
		0x01, 0x01, 0x01, 0x01, 0, 0, 3, 0xE8, 0, 0, 0xFC, 0x18, 0, 0, 0, 0, 3, 0xE8, 0, 0}
	glyphs := [][]byte{nil, square}
	for level := range levels {
		glyph := []byte{0xFF, 0xFF, 0, 0, 0, 0, 3, 0xE8, 3, 0xE8}
		for i := range maxComponents {
			flags := byte(argsAreDistances | moreComponents)
			if i == maxComponents-1 {
				flags = argsAreDistances
			}
			glyph = append(glyph, 0, flags, 0, byte(level+1), 0, 0)
		}
		glyphs = append(glyphs, glyph)
	}
	top := uint16(len(glyphs) - 1)
	var glyf, loca, hmtx []byte
	for _, g := range glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, g...)
		hmtx = append(hmtx, 3, 0xE8, 0, 0)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head := make([]byte, 54)
	binary.BigEndian.PutUint16(head[18:], 1000)
	binary.BigEndian.PutUint16(head[50:], 1)
	hhea := make([]byte, 36)
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(glyphs)))
	return sfntFile([]sfntTable{
		{"cmap", cmapTable(map[rune]uint16{'한': top}, map[uint16]uint16{top: top}, []rune{'한'})},
		{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxpTable(len(glyphs), extent{})},
	})
}

func TestTowersOfGlyphsAreRefusedAtOnce(t *testing.T) {
	if err := usable(t, tower(1)); err != nil {
		t.Errorf("a letter of %d squares: %v", maxComponents, err)
	}
	begun := time.Now()
	for _, levels := range []int{2, 7, 60} {
		if err := usable(t, tower(levels)); err == nil {
			t.Errorf("%d levels are drawn", levels)
		}
	}
	if took := time.Since(begun); took > 5*time.Second {
		t.Errorf("that took %v", took)
	}
}

func TestCharacterMapsOfOverlappingRangesAreReadInTime(t *testing.T) {
	const ranges = 8000
	segments := []byte{0, 4, 0xFF, 0xFF, 0, 0}
	segments = binary.BigEndian.AppendUint16(segments, 2*ranges)
	segments = append(segments, make([]byte, 6)...)
	segments = append(segments, bytes.Repeat([]byte{0xFF, 0xFE}, ranges)...)
	segments = append(segments, make([]byte, 2+6*ranges)...)
	groups := []byte{0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
	groups = binary.BigEndian.AppendUint32(groups, ranges)
	groups = append(groups, bytes.Repeat([]byte{0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0}, ranges)...)
	found := 0
	count := func(rune, uint16) { found++ }
	if !readSegments(segments, count) || !readGroups(groups, count) {
		t.Fatal("a map that is whole is not read")
	}
	if found > 2*0x10000 {
		t.Errorf("%d characters were looked at", found)
	}
}

func TestHugeDocumentsOfScatteredCharactersAreWritten(t *testing.T) {
	// Every second syllable makes a range of its own in the written font's map.
	file := trialFont(t, hangulFile).face.file
	font := &Font{face: &typeface{face: userFace, file: file, glyphs: map[rune]uint16{}}}
	font.face.font = font
	var all []rune
	for r := rune(0x4E00); r < 0xD7A4; r += 2 {
		font.face.glyphs[r] = uint16(1 + len(all)%(file.glyphs-1))
		all = append(all, r)
	}
	font.face.metrics = metricsOf(file, font.face.glyphs)
	d := inFonts(font)
	for part := range slices.Chunk(all, 500) {
		d.Add(d.Text(200, Left, Span{Text: string(part), Style: trialStyle}))
	}
	if _, err := d.Bytes(); err != nil {
		t.Error(err)
	}
}

func FuzzReadFont(f *testing.F) {
	f.Add([]byte{})
	f.Add(tower(2))
	f.Add(fontFile(f, ethiopicFile))
	f.Fuzz(func(t *testing.T, file []byte) {
		if len(file) > 1<<16 {
			t.Skip()
		}
		if font, err := ReadFont(file); err == nil {
			cutWhole(t, font, slices.Sorted(maps.Keys(font.face.glyphs)))
		}
	})
}
