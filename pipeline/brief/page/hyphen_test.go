package page

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// dictionaries has words with all the breaks that Merriam-Webster, Duden, the
// Larousse, the Academia Española, Treccani, Priberam and the orthographies of the
// others give.
var dictionaries = map[string]string{
	"en": "rep-re-sen-ta-tive gov-ern-ment leg-is-la-tion com-mit-tee par-lia-ment amend-ment im-por-tant in-for-ma-tion " +
		"in-ter-na-tion-al ci-ta-tion hy-phen-a-tion ref-er-ence ev-i-dence res-o-lu-tion ad-min-is-tra-tion uni-ver-si-ty",
	"de": "Re-gie-rung Wirt-schafts-mi-nis-te-ri-um Ver-fas-sungs-ge-richt Zu-sam-men-ar-beit Ent-wick-lung Ge-sell-schaft Ab-ge-ord-ne-ten",
	"fr": "gou-ver-ne-ment par-le-men-taire res-pon-sa-bi-li-té dé-ve-lop-pe-ment amé-na-ge-ment",
	"es": "go-bier-no de-sa-rro-llo par-la-men-ta-rio cons-ti-tu-ción in-ves-ti-ga-ción",
	"it": "go-ver-no par-la-men-ta-re co-sti-tu-zio-ne svi-lup-po mi-ni-ste-ro",
	"pt": "go-ver-no de-sen-vol-vi-men-to cons-ti-tui-ção par-la-men-tar res-pon-sa-bi-li-da-de",
	"pl": "par-la-ment od-po-wie-dzial-ność roz-po-rzą-dze-nie",
	"da": "re-ge-ring par-la-ment sam-ar-bej-de ud-vik-ling",
	"nb": "re-gje-ring sam-ar-beid ut-vik-ling",
	"fi": "hal-li-tus edus-kun-ta kan-san-edus-ta-ja",
	"et": "va-lit-sus par-la-ment sea-dus-and-lus",
	"hr": "par-la-ment gos-po-dar-stvo",
	"bg": "пра-ви-тел-с-тво пар-ла-мент",
}

func TestWordsArePartedAsInDictionaries(t *testing.T) {
	found, all := 0, 0
	for language, words := range dictionaries {
		for entry := range strings.FieldsSeq(words) {
			word := []rune(strings.ReplaceAll(entry, "-", ""))
			var want []int
			at := 0
			for syllable := range strings.SplitSeq(entry, "-") {
				if at += len([]rune(syllable)); at >= lettersBefore && at <= len(word)-lettersAfter {
					want = append(want, at)
				}
			}
			got := patternsOf(language).breaks(word)
			for _, at := range got {
				if !slices.Contains(want, at) {
					t.Errorf("%s: %s is parted after %d letters", language, entry, at)
				}
			}
			found, all = found+len(got), all+len(want)
		}
	}
	if found*100 < all*95 {
		t.Errorf("of %d breaks %d are found", all, found)
	}
}

func TestEveryFileOfPatternsIsWhole(t *testing.T) {
	for name, load := range hyphenLoaders {
		if p := load(); len(p.levels) < 250 || p.longest < 3 {
			t.Errorf("%s has %d patterns", name, len(p.levels))
		}
	}
	if p := patternsOf("en-GB"); p == nil || len(p.whole) == 0 || !slices.Equal(p.breaks([]rune("associate")), []int{2, 4}) {
		t.Error("the words that English patterns would part wrongly are not read")
	}
	for _, unknown := range []string{"", "und", "ru", "english"} {
		if patternsOf(unknown) != nil {
			t.Errorf("%q has patterns", unknown)
		}
	}
}

func TestOnlyCommonWordsAreParted(t *testing.T) {
	for _, c := range []struct{ text, language, want string }{
		{"(representative),", "en", "(rep-re-sen-ta-tive),"},
		{"government’s", "en", "gov-ern-ment’s"},
		{"l’administration", "fr", "l’ad-mi-nis-tra-tion"},
		{"Regierung.", "de-AT", "Re-gie-rung."},
		{"Representative", "en", ""}, // a name may begin so
		{"REGIERUNG", "de", ""},
		{"e-government", "en", ""},
		{"govern", "en", "gov-ern"},
		{"panel", "en", ""},
		{"representative2", "en", ""},
		{"www.representative.example", "en", ""},
		{"https://representative/", "en", ""},
		{"info@representative", "en", ""},
		{"representative/committee", "en", ""},
		{"representative", "und", ""},
		{"’", "en", ""},
		{"", "en", ""},
	} {
		var parts []string
		start := 0
		for _, at := range wordBreaks(c.text, c.language) {
			parts = append(parts, c.text[start:at])
			start = at
		}
		got := strings.Join(append(parts, c.text[start:]), "-")
		if start == 0 {
			got = ""
		}
		if got != c.want {
			t.Errorf("%q in %q: got %q, want %q", c.text, c.language, got, c.want)
		}
	}
}

// spoken is the trial's style for words of a language.
func spoken(language string) Style {
	s := trialStyle
	s.Language = language
	return s
}

// linesOf returns a paragraph's lines as they are read, with its hyphens.
func linesOf(d *Document, width float64, spans ...Span) []string {
	var lines []string
	for _, line := range breakLines(d.pieces(width, spans), width) {
		var words strings.Builder
		for _, p := range line {
			words.WriteString(p.text)
		}
		lines = append(lines, strings.TrimRight(words.String(), " "))
	}
	return lines
}

func TestAWordIsPartedWhereALineWouldBeShort(t *testing.T) {
	for _, c := range []struct {
		name, text, language string
		width                float64
		want                 []string
	}{
		{"a gap is filled", "all of the representatives spoke on the bill", "en", 90, []string{"all of the represen" + hyphen, "tatives spoke on", "the bill"}},
		{"no language", "all of the representatives spoke on the bill", "", 90, []string{"all of the", "representatives", "spoke on the bill"}},
		{"a small gap stays", "of our representatives spoke", "en", 110, []string{"of our representatives", "spoke"}},
		{"the last word stays whole", "the bill is representative", "en", 70, []string{"the bill is", "representative"}},
		{"the last line begins with a word", "all of the representatives spoke", "en", 106, []string{"all of the", "representatives spoke"}},
		{"a name stays whole", "all of the Representatives spoke on the bill", "en", 90, []string{"all of the", "Representatives", "spoke on the bill"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := linesOf(trial(), c.width, Span{Text: c.text, Style: spoken(c.language)}); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLinksAreNotParted(t *testing.T) {
	span := Span{Text: "all of the representatives spoke on the bill", Style: spoken("en"), URL: "https://example.org/"}
	if got := linesOf(trial(), 90, span); strings.Contains(strings.Join(got, ""), hyphen) {
		t.Errorf("got %q", got)
	}
}

// paragraphs draws a language and words of it, among others.
func paragraphs(t *rapid.T) (language, text string) {
	language = rapid.SampledFrom([]string{"en", "de", "fr", "es", "fi", "bg"}).Draw(t, "language")
	words := strings.Fields(strings.ReplaceAll(dictionaries[language], "-", ""))
	words = append(words, "in", "the", "a", "to", "2025-01-15", "well-known", "“so”", "Kazakhstan", "https://example.org/a/b", "—")
	return language, strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 40).Draw(t, "words"), " ")
}

func TestHyphensAreSparse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		language, text := paragraphs(t)
		width := rapid.Float64Range(60, 400).Draw(t, "width")
		d := trial()
		span := Span{Text: text, Style: spoken(language)}
		lines := linesOf(d, width, span)
		if got := strings.ReplaceAll(strings.Join(lines, " "), hyphen+" ", ""); squeezed(got) != squeezed(text) {
			t.Fatalf("%q became %q", text, got)
		}
		for i, line := range lines {
			if w := d.Width(Span{Text: strings.ReplaceAll(line, hyphen, "-"), Style: trialStyle}); w > width+0.1 {
				t.Fatalf("%q is %.1f wide, not %.1f", line, w, width)
			}
			head, parted := strings.CutSuffix(line, hyphen)
			if !parted {
				continue
			}
			if i > 0 && strings.HasSuffix(lines[i-1], hyphen) || strings.HasSuffix(lines[i+1], hyphen) {
				t.Fatalf("two lines that follow each other end with hyphens: %q", lines)
			}
			if i+2 == len(lines) && !strings.Contains(lines[i+1], " ") {
				t.Fatalf("the last word is parted: %q", lines)
			}
			words := head[:max(strings.LastIndex(head, " "), 0)]
			if lacks := width - d.Width(Span{Text: words, Style: trialStyle}); lacks < lacking(trialStyle.Size, width)-0.1 {
				t.Fatalf("without the hyphen %q would lack %.1f of %.1f points", line, lacks, width)
			}
		}
	})
}

func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

func TestNoPageEndsWithinAWord(t *testing.T) {
	text := strings.Repeat("all of the representatives spoke on the well-intentioned bill of the ", 20)
	for _, width := range []float64{80, 90, 100, 150} {
		d := trial()
		box := d.Text(width, Left, Span{Text: text, Style: spoken("en")})
		parted := 0
		for _, s := range box.strips {
			whole := map[*part]int{}
			for _, m := range s.marks {
				if m.of != nil && m.of.parted {
					whole[m.of]++
				}
			}
			for _, n := range whole {
				parted++
				if n != 3 {
					t.Errorf("at %.0f points a strip holds %d of a word's 3 marks", width, n)
				}
			}
			if s.height > 4*trialStyle.Leading {
				t.Errorf("at %.0f points %.0f lines are kept together", width, s.height/trialStyle.Leading)
			}
		}
		if width == 90 && parted == 0 {
			t.Error("no word is parted")
		}
	}
}

// What is on two lines is one word to programs: in the text of the page as in the
// structure.
func TestAPartedWordIsReadWhole(t *testing.T) {
	d := trial()
	underlined := Rule{Below: 2, Pen: Pen{Width: 1}}
	d.Add(d.Text(90, Left, Span{Text: "all of the representatives, all of the representatives spoke on the bill", Style: spoken("en"), Under: []Rule{underlined}}))
	if words := strings.Join(d.Words(), " "); strings.Count(words, "representatives") != 2 || strings.Contains(words, hyphen) {
		t.Errorf("got %q", words)
	}
	file := open(t, written(t, d))
	reads := "/ActualText" + textString("representatives,")
	if _, run := file.find(t, "/S/Span"); !strings.Contains(run, reads) {
		t.Errorf("the run does not say what it reads: %s", run)
	}
	for _, body := range file {
		if !strings.Contains(body, "stream\n") || strings.Contains(body, "/Type") || strings.Contains(body, "/Length1") {
			continue
		}
		page := inflated(t, body)
		if strings.Contains(page, "begincmap") {
			continue // what a font's codes stand for
		}
		begin := strings.Index(page, reads)
		if begin < 0 {
			t.Fatalf("the page does not say what the word reads: %s", page)
		}
		run, _, _ := strings.Cut(page[begin:], "EMC")
		for _, want := range []string{"Td (represen\xad) Tj", "Td (tatives,) Tj", "Td ( ) Tj"} {
			_, after, found := strings.Cut(run, want)
			if !found {
				t.Errorf("the word is not in one run: %q is not in %q", want, run)
			}
			run = after
		}
		return
	}
	t.Error("there is no page")
}

// Many programs leave out a hyphen at a line's end, as if it were not the text's own.
func TestHyphensOfTheTextAreKept(t *testing.T) {
	for _, c := range []struct {
		name string
		span Span
		want string
	}{
		{"a compound", Span{Text: "the bill of Jackson-Vanik."}, "Jackson-Vanik."},
		{"a link", Span{Text: "the bill of Jackson-Vanik.", Anchor: "law"}, "Jackson-Vanik."},
		{"one of several", Span{Text: "to the cluster-member-cannot-contribute"}, "cluster-member-"},
		{"no hyphen", Span{Text: "the law of Jackson Vanik."}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.span.Style = trialStyle
			d := trial()
			box := d.Text(90, Left, c.span)
			reads := ""
			for _, s := range box.strips {
				for _, m := range s.marks {
					if m.of != nil && m.of.parted {
						reads = m.of.reads
						if leads := m.of.parent != nil && m.of.parent.role == linkRole; leads != c.span.leads() {
							t.Errorf("a link: %v", leads)
						}
					}
				}
			}
			if reads != c.want {
				t.Errorf("got %q, want %q", reads, c.want)
			}
			d.Add(box.Anchored("law"))
			if got := strings.Join(d.Words(), " "); c.want != "" && strings.Count(got, c.want) != 1 {
				t.Errorf("the page reads %q", got)
			}
			written(t, d)
		})
	}
}
