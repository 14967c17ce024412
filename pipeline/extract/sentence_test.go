package extract

import (
	"strings"
	"testing"
	"unicode"

	"citevet/pipeline/article"

	"github.com/google/go-cmp/cmp"
)

// sentenceTexts returns the sentences of text as they stand in it.
func sentenceTexts(text string) []string {
	var texts []string
	for _, s := range sentencesIn(text, article.Span{End: len(text)}) {
		texts = append(texts, text[s.Start:s.End])
	}
	return texts
}

// Sentences in want are parted by " | ", and are otherwise those of the text.
var sentenceCases = []struct{ name, want string }{
	{"plain", "The vote passed. | It was close."},
	{"question and exclamation", "Who won? | Nobody did! | The count goes on."},
	{"country's abbreviation before a capital", "She is a U.S. Senator from Ohio. | He left the U.S. Government."},
	{"country's abbreviation that ends", "They live in the U.S. | However, they vote elsewhere."},
	{"several authors", "The study by Roe et al. (2019) found none. | Doe et al. Nature later confirmed it."},
	{"figure, number, pages, volume", "See Fig. 3, No. 4, vol. 12, pp. 5–9 and ch. 2 for details. | Nothing else matters."},
	{"a no that is an answer", "The minister said no. | The vote went on."},
	{"about a number", "It cost approx. 40 dollars, est. 1990, ca. 2000."},
	{"month before its day and year", "Read on Jan. 5, 2020 and in Sept. 2021 again."},
	{"weekday before its day", "They met on Sat. 18 Jan. 2025 and on Tues. 21 Jan. again."},
	{"initials", "J. F. K. spoke. | George W. Marsh and C. S. Lewin did not."},
	{"initials of a list of authors", "By A. A. Milton and I. Roe. | In print since 1990."},
	{"a letter that ends", "It lacks vitamin C. | The doctors knew."},
	{"the pronoun that ends", "We make a good team, you and I. | Did you see Albert I. Jonas?"},
	{"hours", "They met at 5 p.m. Monday and at 6 a.m. EST. | They left at 7 p.m. | Then it rained."},
	{"company", "Acme Inc. Chief Bo Lind left Doe & Co. at noon. | He joined Roe Corp. | It was small."},
	{"titles", "Mr. Roe, Dr. Wu, Gen. Ohm, Sen. Poole and Prof. Lund met in St. Paul."},
	{"latin", "Roe v. Wade, e.g. Many cases, i.e. All of them, cf. Smith."},
	{"and so on", "Apples, pears, etc. | Prices rose. | Plums etc. are dear."},
	{"ellipsis within", "He was ... well, late. | She waited. . . . | He came."},
	{"words left out in brackets", "“He [...] used it [...]” (Smith 55). | Next."},
	{"closing quotation mark", "She said, “It is over.” | He left. | 'So be it.' | Nobody spoke."},
	{"quotation that goes on", "“It is over!” she said."},
	{"sentence in brackets", "He teaches (He once was an engineer.) at the university. | She does not."},
	{"marker before the full stop", "It was repealed in 2012 [2][4]. | The next law came."},
	{"marker glued behind the full stop", "It ended in 2012.[3] | The next came.[4][5] | Then none."},
	{"marker behind the full stop and a space", "It ended in 2012. [3] | The next came. [4] [5] | Then none."},
	{"marker with no space on either side", "It ended in 2012.[3] | Then none."},
	{"superscript marker", "It ended in 2012.³ | The next came."},
	{"marker as subject", "It ended in 2012. | [3] argues otherwise."},
	{"access date in brackets", "Roe, (2021). | Title. [online] Available at: https://host.example/a [Accessed 15 Jan. 2025]."},
	{"decimal and address", "It rose 3.5 % to $100.00. | See https://www.example.org/a.html. | Then call."},
	{"trade name with a small letter", "It sold well. | iPads did not."},
	{"trade name with a mark", "She works at Yahoo! in the accounting department."},
	{"numbered item", "1. The first thing. | 2. The second thing."},
	{"year that ends", "It was built in 1923. | Then it burned."},
	{"wide full stop", "これは文です。 | これも文です。"},
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		t.Run(c.name, func(t *testing.T) {
			want := strings.Split(c.want, " | ")
			got := sentenceTexts(strings.Join(want, " "))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLineBreaks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"within a sentence", "This was cut off\nin the middle. Next.", []string{"This was cut off\nin the middle.", "Next."}},
		{"before items of a list", "Three parties:\n- the first\n- the second\n2) the third", []string{"Three parties:", "- the first", "- the second", "2) the third"}},
		{"blank line", "A title\n\nA sentence", []string{"A title", "A sentence"}},
		{"bullets on one line", "• 9. The first • 10. The second", []string{"• 9. The first", "• 10. The second"}},
		{"a dash that is no item", "from 2019\n-2020 on", []string{"from 2019\n-2020 on"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, sentenceTexts(c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSentencesAreOfProseAlone(t *testing.T) {
	text := "Title One\nOne. Two.\n- three\ncell. text.\n[1] Roe. Work.\n“Four.”"
	doc := blocksOf(text, article.Heading, article.Paragraph, article.ListItem, article.Cell, article.Entry, article.Quote)
	var got []string
	for _, s := range splitSentences(doc) {
		got = append(got, doc.Text[s.Span.Start:s.Span.End])
		if !doc.Blocks[s.Block].Span.Contains(s.Span) {
			t.Errorf("%q is outside of its block %d", got[len(got)-1], s.Block)
		}
	}
	if diff := cmp.Diff([]string{"One.", "Two.", "- three", "“Four.”"}, got); diff != "" {
		t.Error(diff)
	}
}

// blocksOf returns a document with a block a line, of the given kinds; lines
// beyond them are paragraphs.
func blocksOf(text string, kinds ...article.BlockKind) *article.Document {
	doc := &article.Document{Text: text}
	at := 0
	for i, line := range strings.Split(text, "\n") {
		kind := article.Paragraph
		if i < len(kinds) {
			kind = kinds[i]
		}
		doc.Blocks = append(doc.Blocks, article.Block{Kind: kind, Section: -1, Span: article.Span{Start: at, End: at + len(line)}})
		at += len(line) + 1
	}
	return doc
}

// checkSentences holds that sentences are in order, trimmed, and cover all of
// text but white space.
func checkSentences(t *testing.T, text string, spans []article.Span) {
	t.Helper()
	end := 0
	for _, s := range spans {
		if s.Start < end || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("sentence %v after byte %d of %d", s, end, len(text))
		}
		if strings.TrimSpace(text[end:s.Start]) != "" {
			t.Fatalf("%q is in no sentence", text[end:s.Start])
		}
		if inner := text[s.Start:s.End]; strings.TrimFunc(inner, unicode.IsSpace) != inner {
			t.Fatalf("%q is not trimmed", inner)
		}
		end = s.End
	}
	if strings.TrimSpace(text[end:]) != "" {
		t.Fatalf("%q is in no sentence", text[end:])
	}
}
