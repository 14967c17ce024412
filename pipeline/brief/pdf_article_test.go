package brief

import (
	"fmt"
	"strings"
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/brief/page"
)

func TestTheAnnotatedArticleHoldsTheWholeText(t *testing.T) {
	b := New(harbour(t).judged(), trialRun)
	text := onPages(b)
	_, annotated, _ := strings.Cut(text, "Thearticle,annotated")
	// The signs behind claims stand between the words.
	for _, words := range []string{"andAnaPetrovacalleditavictoryC1✓", "FishingfamiliesalongthecoastexpectabetterseasonC4?"} {
		if !strings.Contains(annotated, words) {
			t.Errorf("%q is not in the annotated article: %s", words, annotated)
		}
	}
	for _, f := range b.Findings {
		if f.Rule == "no-access-date" && !strings.Contains(annotated, f.ID+f.Tone().Glyph()) {
			t.Errorf("the finding %s outside claims has no sign in the text", f.ID)
		}
	}
}

// longBriefing is an article of many paragraphs with one finding.
func longBriefing(t *testing.T) Briefing {
	b := New(harbour(t).judged(), trialRun)
	filler := Passage{Kind: article.Paragraph, Stretches: []Stretch{{Text: strings.Repeat("Nothing is said here. ", 100)}}}
	for range 20 {
		b.Text = append(b.Text, filler)
	}
	return b
}

func TestOfALongArticleOnlyWhatWasFoundIsShown(t *testing.T) {
	b := longBriefing(t)
	text := onPages(b)
	if strings.Contains(text, "Nothingissaidhere") {
		t.Error("a paragraph without finding is shown")
	}
	if !strings.Contains(text, "onlywhatafindingspeaksofisshown") {
		t.Error("the briefing does not say that it leaves paragraphs out")
	}
	if l := listingOf(b); len(l.claims) != 3 || len(l.others) != 1 || l.others[0].ID != "C4" {
		t.Errorf("the table lists %v, others are %v", l.claims, l.others)
	}
	if !strings.Contains(text, "1claimoflesserweight(1uncited)followsbelowthetable") {
		t.Error("the claims that the table leaves out are not counted")
	}
	for _, c := range b.Claims {
		if !strings.Contains(text, squeezed(c.Quote)) {
			t.Errorf("claim %s is not in the PDF", c.ID)
		}
	}
}

// Without colour a verdict still shows by its line and its sign.
func TestVerdictsDifferWithoutColour(t *testing.T) {
	seen := map[string]Tone{}
	for _, tone := range []Tone{ToneUnknown, ToneConflict, ToneReview, ToneConsistent, ToneNote} {
		var shape []string
		for _, rule := range underlines(tone) {
			rule.Pen.Colour = 0
			shape = append(shape, fmt.Sprint(rule))
		}
		key := strings.Join(shape, " ")
		if other, taken := seen[key]; taken || key == "" {
			t.Errorf("the lines of %v and %v look alike: %s", tone, other, key)
		}
		seen[key] = tone
	}
	glyphs := map[string]bool{}
	for _, v := range Verdicts {
		glyphs[v.Tone.Glyph()] = true
	}
	if len(glyphs) != 4 {
		t.Errorf("the verdicts have %d signs", len(glyphs))
	}
}

func TestALongArticleWithManySourcesStaysShort(t *testing.T) {
	b := New(manySources(t, 150), trialRun)
	b.Text = append(b.Text, Passage{Kind: article.Paragraph, Stretches: []Stretch{{Text: strings.Repeat("word ", longArticle)}}})
	if pages := len(b.set(PDFOptions{}).Words()); pages > 25 {
		t.Errorf("the briefing has %d pages", pages)
	}
	l := listingOf(b)
	if len(l.sources)+l.unlisted != len(b.Sources) || len(l.sources) == len(b.Sources) {
		t.Errorf("%d sources listed, %d not, of %d", len(l.sources), l.unlisted, len(b.Sources))
	}
	for _, s := range l.sources {
		if len(s.Flags) == 0 {
			t.Errorf("source %s is listed without finding", s.Label)
		}
	}
	if !strings.Contains(onPages(b), squeezed(l.sourceWords())) {
		t.Error("the sources left out are not counted")
	}
}

func TestAnArticleOfHeadingsIsLaidOut(t *testing.T) {
	b := New(harbour(t).judged(), trialRun)
	b.Text = nil
	for range 90 {
		b.Text = append(b.Text, Passage{Kind: article.Heading, Level: 2, Stretches: []Stretch{{Text: "One heading after another"}}})
	}
	doc := b.set(PDFOptions{})
	for _, o := range doc.Outsiders() {
		t.Errorf("outside the margins: %+v", o)
	}
	if n := strings.Count(squeezed(strings.Join(doc.Words(), " ")), "Oneheadingafteranother"); n != 90 {
		t.Errorf("%d of 90 headings stand there", n)
	}
}

func TestAParagraphOfALongArticleIsCut(t *testing.T) {
	p := shortened(Passage{Stretches: []Stretch{{Text: "First words. "}, {Text: strings.Repeat("word ", longPassage)}, {Text: "Last words."}}})
	if len(p.Stretches) != 2 || p.Stretches[1].Text != "[…]" {
		t.Errorf("got %d stretches, the last %q", len(p.Stretches), p.Stretches[len(p.Stretches)-1].Text)
	}
}

// An article's words are parted by its language, sparingly, its title and headings
// not at all.
func TestWordsArePartedByTheirLanguage(t *testing.T) {
	german := strings.Repeat("alle Abgeordneten verabschiedeten gestern einstimmig ein Hafengesetz mit verfassungsrechtlichen Einschränkungen ", 4)
	heading := strings.Repeat("nach verwaltungsrechtlichen ", 12)
	parted := func(language string) (own []string) {
		b := New(harbour(t).judged(), trialRun)
		b.Language, b.Title = language, heading
		b.Text = []Passage{
			{Kind: article.Heading, Level: 1, Stretches: []Stretch{{Text: heading}}},
			{Kind: article.Paragraph, Stretches: []Stretch{{Text: german}}},
		}
		for _, word := range b.set(PDFOptions{}).Parted() {
			if strings.Contains(german+heading, strings.ReplaceAll(word, "-", "")) {
				own = append(own, word)
			}
		}
		return own
	}
	allowed := map[string]bool{}
	for _, entry := range []string{"Ab-ge-ord-ne-ten", "ver-ab-schie-de-ten", "ges-tern", "ein-stim-mig", "Ha-fen-ge-setz", "ver-fas-sungs-recht-li-chen", "Ein-schrän-kun-gen"} {
		for i, r := range entry {
			if r == '-' {
				allowed[strings.ReplaceAll(entry[:i], "-", "")+"-"+strings.ReplaceAll(entry[i:], "-", "")] = true
			}
		}
	}
	own := parted("de")
	if len(own) == 0 || len(own) > 4 {
		t.Errorf("of one paragraph %d words are parted: %q", len(own), own)
	}
	for _, word := range own {
		if !allowed[word] {
			t.Errorf("%s is parted as no German would", word)
		}
	}
	if own := parted("und"); len(own) > 0 {
		t.Errorf("words of no known language are parted: %q", own)
	}
}

// What is in order shows in the text; the margin is kept for what is not.
func TestTheMarginSpeaksOfWhatIsOutOfOrder(t *testing.T) {
	b := New(harbour(t).judged(), trialRun)
	a := annotated{sheets: newSheets(PDFOptions{}, page.Info{}, trialRun), findings: map[string]Finding{}, told: map[string]bool{}}
	for _, f := range b.Findings {
		a.findings[f.ID] = f
	}
	for _, c := range b.Claims {
		tone := wordsOf(c.Word).Tone
		wanted := tone == ToneConflict || tone == ToneReview || len(c.Findings) > 0
		if got := len(a.claimNote(c)) > 0; got != wanted {
			t.Errorf("%s, %s with findings %v: noted %t", c.ID, c.Word, c.Findings, got)
		}
	}
}

func TestANoteThatIsDisplacedBeginsWhereThePageMayEnd(t *testing.T) {
	a := annotated{notes: []note{{0, page.Space(20)}, {5, page.Space(10)}, {60, page.Space(10)}}}
	a.divisible(63, 12.6)
	// The second would begin at 24, and begins at the line's end at 25.2.
	if got, want := a.margin().Height(), 70.0; got != want {
		t.Errorf("the margin is %.1f high, want %.1f", got, want)
	}
	a.notes = a.notes[:2]
	if got, want := a.margin().Height(), 25.2+10; got < want-0.01 || got > want+0.01 {
		t.Errorf("the margin is %.1f high, want %.1f", got, want)
	}
}

func TestTheHeadOfAListThatIsNotShownIsLeftOut(t *testing.T) {
	passage := func(kind article.BlockKind, words string) Passage {
		return Passage{Kind: kind, Level: 2, Stretches: []Stretch{{Text: words}}}
	}
	b := Briefing{Text: []Passage{
		passage(article.Heading, "Quays"), passage(article.Paragraph, "They rose."), passage(article.Heading, "References"), passage(article.Entry, "[1] Roe"),
		passage(article.Heading, "Afterword"), passage(article.Paragraph, "They fell."), passage(article.Heading, "The end"),
	}}
	var got []string
	for _, p := range shownPassages(b) {
		got = append(got, p.Stretches[0].Text)
	}
	if want := "Quays They rose. Afterword They fell. The end"; strings.Join(got, " ") != want {
		t.Errorf("got %q", got)
	}
}
