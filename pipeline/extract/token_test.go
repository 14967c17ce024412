package extract

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"

	"github.com/google/go-cmp/cmp"
)

// tagged returns the tokens of text as "word/TAG", sentences as lines.
func tagged(text string) []string {
	doc := blocksOf(text)
	sents := splitSentences(doc)
	tokens := tagTokens(doc, sents)
	var lines []string
	for _, s := range sents {
		var words []string
		for _, t := range tokens[s.Tokens.From:s.Tokens.To] {
			words = append(words, text[t.Span.Start:t.Span.End]+"/"+t.Tag)
		}
		lines = append(lines, strings.Join(words, " "))
	}
	return lines
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "The ministers met twice.", "The/DT ministers/NNS met/VBD twice/RB ./."},
		{"equal words are tagged apart", "They plan to sign the plan.", "They/PRP plan/VBP to/TO sign/VB the/DT plan/NN ./."},
		{"typographic apostrophe", "Norway’s vote", "Norway/NNP ’s/POS vote/NN"},
		{"possessive before a comma", "It was Norway's, he said", "It/PRP was/VBD Norway/NNP 's/POS ,/, he/PRP said/VBD"},
		{"apostrophe in a name", "Ann O'Reilly left", "Ann/NNP O'Reilly/NNP left/VBD"},
		{"shortened verbs", "They didn't say it'll pass", "They/PRP did/VBD n't/RB say/VB it/PRP 'll/MD pass/VB"},
		{"quotation marks", "the “glacial” pace", "the/DT “/`` glacial/JJ ”/'' pace/NN"},
		{"markers are no tokens", "It fell [1][3–5].[2]", "It/PRP fell/VBD ./."},
		{"abbreviation keeps its point", "Acme Corp. said Jan. 5", "Acme/NNP Corp./NNP said/VBD Jan./NNP 5/CD"},
		{"points between letters at the end", "They left the U.S.", "They/PRP left/VBD the/DT U.S./NNP"},
		{"numbers", "Up 3.5% to 1,200 at 10:30", "Up/RB 3.5/CD %/NN to/TO 1,200/CD at/IN 10:30/CD"},
		{"brackets and dashes", "Ann (Roe) — left", "Ann/NNP (/( Roe/NNP )/) —/: left/VBD"},
		{"marks that no model knows", "cost | €5 [sic] *", "cost/NN |/SYM €/$ 5/CD [/( sic/JJ ]/) */SYM"},
		{"no-break space", "5\u00a0million", "5/CD million/CD"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, strings.Join(tagged(c.text), "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTokensKeepTheirSentences(t *testing.T) {
	doc := blocksOf("One fell. Two rose.\nThree stayed.")
	sents := splitSentences(doc)
	tokens := tagTokens(doc, sents)
	want := []article.Range{{From: 0, To: 3}, {From: 3, To: 6}, {From: 6, To: 9}}
	for i, s := range sents {
		if s.Tokens != want[i] {
			t.Errorf("sentence %d has tokens %v, want %v", i, s.Tokens, want[i])
		}
	}
	if len(tokens) != 9 {
		t.Errorf("%d tokens, want 9", len(tokens))
	}
}

// checkNames runs all of the linguistic half over text and holds its promises:
// tokens in order, in their sentences, covering all but white space and
// markers; entities in order and in bounds.
func checkNames(t *testing.T, text string) {
	t.Helper()
	doc := blocksOf(text)
	sents := splitSentences(doc)
	for i, b := range doc.Blocks {
		var spans []article.Span
		for _, s := range sents {
			if s.Block == i {
				spans = append(spans, article.Span{Start: s.Span.Start - b.Span.Start, End: s.Span.End - b.Span.Start})
			}
		}
		checkSentences(t, text[b.Span.Start:b.Span.End], spans)
	}
	tokens := tagTokens(doc, sents)
	for _, s := range sents {
		checkTokens(t, text, s, tokens[s.Tokens.From:s.Tokens.To])
	}
	last := 0
	for _, e := range findEntities(doc, almanac.Default(), sents, tokens) {
		if e.Span.Start < last || e.Span.End <= e.Span.Start || e.Span.End > len(text) || e.Name == "" || e.Kind == "" {
			t.Fatalf("entity %+v after byte %d of %d", e, last, len(text))
		}
		if r := e.Role.Span; e.Role.IsZero() != r.IsZero() || r.Start < 0 || r.End > len(text) {
			t.Fatalf("role %+v", e.Role)
		}
		last = e.Span.Start
	}
}

func checkTokens(t *testing.T, text string, s article.Sentence, tokens []article.Token) {
	t.Helper()
	end := s.Span.Start
	for _, token := range tokens {
		if token.Span.Start < end || token.Span.End <= token.Span.Start || token.Span.End > s.Span.End || token.Tag == "" {
			t.Fatalf("token %+v after byte %d of the sentence at %v", token, end, s.Span)
		}
		checkBlank(t, text[end:token.Span.Start])
		end = token.Span.End
	}
	checkBlank(t, text[end:s.Span.End])
}

// checkBlank holds that text outside of tokens is white space, invisible, or
// markers.
func checkBlank(t *testing.T, text string) {
	t.Helper()
	for _, r := range maskMarkers(text) {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !strings.ContainsRune("\u200b\ufeff\u00ad", r) && superscriptLen(string(r)) == 0 {
			t.Fatalf("%q is in no token", text)
		}
	}
}

// hostile are texts that have made tokenizers panic or take quadratic time.
func hostile() map[string]string {
	return map[string]string{
		"opening brackets":       strings.Repeat("(", 32<<10),
		"closing brackets":       "a" + strings.Repeat(")", 32<<10),
		"full stops":             strings.Repeat(".", 32<<10),
		"spaced full stops":      strings.Repeat(". ", 32<<10),
		"full stops and closers": strings.Repeat(".)", 32<<10),
		"no spaces":              strings.Repeat("a", 1<<20),
		"no spaces, capitals":    strings.Repeat("Ab", 1<<19),
		"markers":                "It fell." + strings.Repeat("[1]", 100_000),
		"spaced markers":         "It fell. " + strings.Repeat("[1] ", 100_000),
		"sentences of markers":   strings.Repeat("A.[1] ", 50_000),
		"open markers":           strings.Repeat("[1", 100_000),
		"apostrophes":            strings.Repeat("a's", 100_000),
		"lower case lengthens":   "ȺȺȺȺ's ȺȺȺȺn't İİİ'll",
		"capitals":               strings.Repeat("Ann Roe ", 50_000),
		"one long name":          strings.Repeat("Ann ", 50_000),
		"of the of":              "Ministry" + strings.Repeat(" of the Ann", 20_000),
		"ministers":              strings.Repeat("minister, ", 50_000) + "Ann Roe, left.",
		"appositions":            strings.Repeat("Ann Roe, ", 50_000),
		"leading space":          strings.Repeat(" ", 1<<19) + strings.Repeat("b. c", 10_000),
		"initials":               strings.Repeat("A. ", 50_000),
		"abbreviations":          strings.Repeat("U.S. ", 50_000),
		"quotes":                 strings.Repeat("\"", 50_000),
		"invalid bytes":          strings.Repeat("\xff\xfe. A", 20_000),
		"different names":        manyNames(20_000),
	}
}

func manyNames(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "John Smith%c%c%c met Smith. ", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26)
	}
	return b.String()
}

// TestHostileTextsAreRead reads texts that once took minutes or panicked. It
// asks no clock, which a busy machine would stretch: work that is not linear
// runs into the time that go test itself allows. BenchmarkHostileTexts has the
// figures.
func TestHostileTextsAreRead(t *testing.T) {
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) { checkNames(t, text) })
	}
}

// BenchmarkHostileTexts prints the time a byte of each text, and of its first
// half: the two are alike where the work is linear.
func BenchmarkHostileTexts(b *testing.B) {
	texts := hostile()
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		for _, share := range []int{2, 1} {
			text := texts[name][:len(texts[name])/share]
			b.Run(fmt.Sprintf("%s/%dB", name, len(text)), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					entitiesOf(blocksOf(text))
				}
			})
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, c := range sentenceCases {
		f.Add(c.want)
	}
	for _, c := range roleCases {
		f.Add(c.text)
	}
	for _, text := range hostile() {
		f.Add(text[:min(len(text), 200)])
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkNames(t, text)
	})
}
