package extract

import (
	"strings"
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"

	"github.com/google/go-cmp/cmp"
)

// readQuotations reads a text no further than its quotations.
func readQuotations(text string) article.Article {
	a := article.Article{Document: *blocksOf(text)}
	a.Sentences = splitSentences(&a.Document)
	a.Tokens = tagTokens(&a.Document, a.Sentences)
	a.Entities = findEntities(&a.Document, almanac.Default(), a.Sentences, a.Tokens)
	a.Quotations = findQuotations(&a)
	return a
}

// quotedIn returns the quotations of a text as "words = speaker".
func quotedIn(text string) []string {
	a := readQuotations(text)
	var got []string
	for _, q := range a.Quotations {
		speaker := "?"
		if q.Speaker >= 0 {
			speaker = a.Entities[q.Speaker].Name
		}
		got = append(got, a.Words(q.Words)+" = "+speaker)
	}
	return got
}

// Lines of a text are paragraphs.
var quotationCases = []struct {
	name, text string
	want       []string
}{
	{"verb and speaker behind", `"The dam will not hold," said Odile Brandt.`, []string{"The dam will not hold, = Odile Brandt"}},
	{"speaker and verb behind", `"The dam will not hold," Odile Brandt said on Monday.`, []string{"The dam will not hold, = Odile Brandt"}},
	{"title behind", `"The dam will not hold," said Prime Minister Odile Brandt.`, []string{"The dam will not hold, = Odile Brandt"}},
	{"apposition before the verb", `"The dam will not hold," Odile Brandt, the head of the Tidal Energy Agency, told reporters.`, []string{"The dam will not hold, = Odile Brandt"}},
	{"role, then the name", `"The dam will not hold," said the head of the agency, Odile Brandt.`, []string{"The dam will not hold, = Odile Brandt"}},
	{"colon", `Odile Brandt said: "The dam will not hold."`, []string{"The dam will not hold. = Odile Brandt"}},
	{"comma", `On Monday, Odile Brandt told reporters, "The dam will not hold."`, []string{"The dam will not hold. = Odile Brandt"}},
	{"that", `Odile Brandt warned that "the dam will not hold" until spring.`, []string{"the dam will not hold = Odile Brandt"}},
	{"called", `Odile Brandt called it "a gift to the rich".`, []string{"a gift to the rich = Odile Brandt"}},
	{"according to, before", `According to Odile Brandt, "the dam will not hold".`, []string{"the dam will not hold = Odile Brandt"}},
	{"according to, behind", `"The dam will not hold", according to Odile Brandt.`, []string{"The dam will not hold = Odile Brandt"}},
	{"a body speaks", `"The dam will not hold," the Tidal Energy Agency said.`, []string{"The dam will not hold, = Tidal Energy Agency"}},
	{"a body's nameless official", `"The dam will not hold," said an official of the Tidal Energy Agency.`, []string{"The dam will not hold, = ?"}},
	{"pronoun behind", `Odile Brandt came. "The dam will not hold," she said.`, []string{"The dam will not hold, = ?"}},
	{"pronoun before", `Odile Brandt came. She said: "The dam will not hold."`, []string{"The dam will not hold. = ?"}},
	{"question", `"Will the dam hold?" asked Odile Brandt.`, []string{"Will the dam hold? = Odile Brandt"}},
	{"nobody", `A sign read "keep off the old dam" in red.`, []string{"keep off the old dam = ?"}},
	{"next sentence is another's", `Odile Brandt said: "The dam will not hold." Carl Ohm said nothing.`, []string{"The dam will not hold. = Odile Brandt"}},
	{"two speakers", `"The dam will not hold," said Odile Brandt. Carl Ohm replied: "It will hold well."`,
		[]string{"The dam will not hold, = Odile Brandt", "It will hold well. = Carl Ohm"}},
	{"goes on behind the speaker", `"The dam will not hold," said Odile Brandt. "We have told them so."`,
		[]string{"The dam will not hold, = Odile Brandt", "We have told them so. = Odile Brandt"}},
	{"broken by the speaker", `"The dam," said Odile Brandt, "will not hold at all."`,
		[]string{"The dam, = Odile Brandt", "will not hold at all. = Odile Brandt"}},
	{"over sentences", `"It is old. The dam will not hold," said Odile Brandt.`, []string{"It is old. The dam will not hold, = Odile Brandt"}},
	{"over paragraphs", "“The dam is very old,” said Odile Brandt. “It will not hold.\n“We have told them so.”",
		[]string{"The dam is very old, = Odile Brandt", "It will not hold. = Odile Brandt", "We have told them so. = Odile Brandt"}},

	{"curly", `“The dam will not hold,” said Odile Brandt.`, []string{"The dam will not hold, = Odile Brandt"}},
	{"single curly", `‘The workers’ dam won’t hold,’ said Odile Brandt.`, []string{"The workers’ dam won’t hold, = Odile Brandt"}},
	{"single straight", `'The dam won't hold,' said Odile Brandt.`, []string{"The dam won't hold, = Odile Brandt"}},
	{"angled", `«The dam will not hold», said Odile Brandt.`, []string{"The dam will not hold = Odile Brandt"}},
	{"angled inwards", `»The dam will not hold«, said Odile Brandt.`, []string{"The dam will not hold = Odile Brandt"}},
	{"low", `„The dam will not hold“, said Odile Brandt.`, []string{"The dam will not hold = Odile Brandt"}},
	{"nested", `“Carl Ohm said, ‘It will hold well,’ and left,” said Odile Brandt.`,
		[]string{"Carl Ohm said, ‘It will hold well,’ and left, = Odile Brandt", "It will hold well, = Carl Ohm"}},

	{"one word, spoken", `"Never," said Odile Brandt.`, []string{"Never, = Odile Brandt"}},
	{"scare quotes", `The "reform" was a "quiet success" there.`, nil},
	{"scare quotes near a verb of speech", `Odile Brandt said the "reform" failed.`, nil},
	{"title of a work", `She read "The Dams of the North" twice.`, nil},
	{"inches and years", `A 12" pipe of '98 and a 6" one burst in the '90s.`, nil},
	{"apostrophes", `The workers' union and the farmers' league met at O'Brien's.`, nil},
	{"never closed", `He said "the dam will not hold`, nil},
	{"empty", `He said "" and “ ” and ''.`, nil},
}

func TestQuotations(t *testing.T) {
	for _, c := range quotationCases {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, quotedIn(c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestQuotationKnowsItsSentence(t *testing.T) {
	a := Extract(*blocksOf(`It rained. Odile Brandt said: "The dam will not hold."`), Options{Almanac: almanac.Default()})
	if len(a.Quotations) != 1 || a.Quotations[0].Sentence != 1 {
		t.Errorf("%+v, want one in sentence 1", a.Quotations)
	}
}

func FuzzQuotations(f *testing.F) {
	for _, c := range quotationCases {
		f.Add(c.text)
	}
	for _, mark := range []string{`"`, "“", "”", "„", "«", "»", "‘", "s’ ", "'", "‘s’ ", `said "a" `, "\"A, said "} {
		f.Add(strings.Repeat(mark, 50))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4<<10 {
			return
		}
		checkQuotations(t, text)
	})
}

// checkQuotations holds that quotations are in order, either nested or apart,
// and refer to what there is.
func checkQuotations(t *testing.T, text string) {
	t.Helper()
	a := readQuotations(text)
	var around []article.Span
	last := 0
	for _, q := range a.Quotations {
		if !q.Span.Contains(q.Words) || q.Words.Len() < 1 || q.Span.Start < last || q.Span.End > len(text) ||
			q.Speaker < -1 || q.Speaker >= len(a.Entities) || q.Sentence < -1 || q.Sentence >= len(a.Sentences) {
			t.Fatalf("%+v behind byte %d in %q", q, last, text)
		}
		for len(around) > 0 && around[len(around)-1].End <= q.Span.Start {
			around = around[:len(around)-1]
		}
		if len(around) > 0 && !around[len(around)-1].Contains(q.Span) {
			t.Fatalf("%+v crosses %v in %q", q, around[len(around)-1], text)
		}
		around, last = append(around, q.Span), q.Span.Start
	}
}

func TestHostileQuotationsAreRead(t *testing.T) {
	for name, text := range map[string]string{
		"straight":      strings.Repeat(`"`, 100_000),
		"opening":       strings.Repeat("“a ", 50_000),
		"possessives":   strings.Repeat("‘s’ ", 50_000),
		"open single":   "‘" + strings.Repeat("s’ a ", 50_000),
		"pairs":         strings.Repeat(`"a b c" `, 20_000),
		"said between":  strings.Repeat(`"a b c," said Ann Roe. `, 10_000),
		"one paragraph": "Ann Roe said " + strings.Repeat(`a, "b" `, 20_000),
	} {
		t.Run(name, func(t *testing.T) { checkQuotations(t, text) })
	}
}
