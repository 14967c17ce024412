package brief

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"citevet/pipeline/brief/page"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// onPages returns the text of all pages, white space and line ends aside.
func onPages(b Briefing) string {
	return strings.Join(strings.Fields(strings.Join(b.set(PDFOptions{}).Words(), " ")), "")
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

func TestPDFHoldsEveryClaimSourceAndFinding(t *testing.T) {
	b := New(harbour(t).judged(), trialRun)
	text := onPages(b)
	for _, c := range b.Claims {
		if !strings.Contains(text, squeezed(c.Quote)) {
			t.Errorf("claim %s is not in the PDF", c.ID)
		}
	}
	for _, s := range b.Sources {
		if !strings.Contains(text, squeezed(s.Title)) {
			t.Errorf("source %s is not in the PDF", s.Label)
		}
	}
	for _, f := range b.Findings {
		if !strings.Contains(text, squeezed(strings.TrimSuffix(f.Message, "."))) {
			t.Errorf("finding %s is not in the PDF", f.ID)
		}
	}
	if !strings.Contains(text, squeezed(Standing)) {
		t.Error("the standing sentence is not in the PDF")
	}
}

func TestThePDFFollowsTheOrderOfTheMarkdown(t *testing.T) {
	b := New(harbour(t).judged(), trialRun)
	rest := onPages(b)
	for line := range strings.Lines(string(b.Markdown(""))) {
		name, isHead := strings.CutPrefix(strings.TrimSpace(line), "## ")
		if !isHead {
			continue
		}
		_, after, found := strings.Cut(rest, squeezed(name))
		if !found {
			t.Errorf("%s does not stand after the part before it", name)
			continue
		}
		rest = after
	}
}

// many is an article with more findings than are told at length.
func many(t *testing.T) Briefing {
	d := harbour(t)
	for i := range 2 * keyFindings {
		d.finding(check.Finding{Rule: "uncited-claim", Severity: check.Info, Span: d.at("Fishing families"), Message: fmt.Sprintf("remark number %d", i), Help: "cite a source", Claims: []int{3}})
	}
	return New(d.judged(), trialRun)
}

func TestThePDFTellsFindingsAndClaimsInTheMarkdownsOrder(t *testing.T) {
	b := many(t)
	var findings, claims []string
	for _, f := range b.Findings {
		findings = append(findings, squeezed(f.ID+f.Tone().Glyph()+f.gradeWords()))
	}
	for _, c := range b.Claims {
		claims = append(claims, fmt.Sprintf("%sl.%d", c.ID, c.Line))
	}
	for head, names := range map[string][]string{"Keyfindings": findings, "Claims": claims} {
		_, rest, _ := strings.Cut(onPages(b), head)
		for _, n := range names {
			_, after, found := strings.Cut(rest, n)
			if !found {
				t.Errorf("%s: %s does not stand after the one before it", head, n)
				break
			}
			rest = after
		}
	}
	md := string(b.Markdown(""))
	last := -1
	for _, f := range b.Findings {
		at := max(strings.Index(md, "### "+f.ID+" "), strings.Index(md, "\n| "+f.ID+" | "))
		if at <= last {
			t.Errorf("%s stands at %d of the Markdown, after %d", f.ID, at, last)
		}
		last = at
	}
}

// A finding that is not told at length can still be told from its neighbours.
func TestFurtherFindingsAreQuoted(t *testing.T) {
	b := many(t)
	_, further, _ := strings.Cut(onPages(b), "Furtherfindings")
	if want := squeezed("Remark number 13. “Fishing families along the coast expect a better season” Mend Cite a source."); !strings.Contains(further, want) {
		t.Errorf("%q is not in %s", want, further)
	}
	if want := "| Remark number 13. “Fishing families along the coast expect a better season” **Mend** Cite a source. |"; !strings.Contains(string(b.Markdown("")), want) {
		t.Errorf("%q is not in the Markdown", want)
	}
}

func TestPDFIsTheSameTwice(t *testing.T) {
	write := func() []byte {
		file, err := New(harbour(t).judged(), trialRun).PDF(PDFOptions{})
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	if !bytes.Equal(write(), write()) {
		t.Error("the bytes differ")
	}
}

// awkward are texts that have broken layouts, writers and readers before.
var awkward = map[string]string{
	"Cyrillic":       "Совет города Нортпорт принял законопроект о гавани, сообщила Ана Петрова",
	"Greek":          "Το συμβούλιο ψήφισε το νομοσχέδιο για το λιμάνι",
	"CJK":            "北港市议会通过了港口法案，但基金仍然没有主席",
	"Korean":         strings.Repeat("항구 법안이 통과되었다 ", 12),
	"emoji":          "The council \U0001F6A9 voted \U0001F469\u200D\U0001F4BB twice",
	"right to left":  "\u202Eabc\u202C שלום العالم",
	"control":        "bell\x07 escape \x1b[31mred\x1b[0m null\x00",
	"broken bytes":   "caf\xe9 \xff\xfe",
	"endless word":   strings.Repeat("Donaudampfschiff", 60),
	"endless line":   strings.Repeat("word ", 900),
	"markup":         `<script>alert(1)</script> [x](javascript:alert(1)) | a | **b** # c`,
	"combining":      "e\u0301\u0301\u0301\u0301 " + strings.Repeat("\u0301", 50),
	"only spaces":    "  \t\n ",
	"U+2028":         "a\u2028b\u2029c",
	"tag characters": "x\U000E0041\U000E0042",
}

// awkwardBriefing puts one text wherever an article's words can come to stand.
func awkwardResult(t *testing.T, text string) check.Result {
	d := newDraft(t, text+"\nCited once. [1]\n")
	d.a.Name, d.a.Title = text, text
	d.reference(text, text, "https://example.org/"+text, when.Year(2020), day(2025, 1, 15))
	d.a.References[0].Label.Text = text
	d.claim("Cited once.", when.Month(2025, 6), "", 1)
	d.a.Claims[0].Span.Start = 0
	d.entity("Cited", "person", text)
	d.a.Entities[0].Name = text
	d.finding(check.Finding{
		Rule: "generic-title", Severity: check.Error, Span: d.a.Claims[0].Span, Message: "the title “" + text + "” says nothing", Help: text, Label: text,
		Claims: []int{0}, References: []int{0}, Line: text, Related: []check.Related{{Span: d.at("[1]"), Label: text}},
	})
	return d.judged()
}

func TestNothingLeavesTheMargins(t *testing.T) {
	for name, text := range awkward {
		t.Run(name, func(t *testing.T) {
			b := New(awkwardResult(t, text), trialRun)
			for _, o := range b.set(PDFOptions{}).Outsiders() {
				t.Errorf("outside the margins: %+v", o)
			}
			if _, err := b.PDF(PDFOptions{}); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestCharactersWithoutAGlyphAreListed(t *testing.T) {
	text := onPages(New(awkwardResult(t, awkward["emoji"]), trialRun))
	if !strings.Contains(text, "[U+1F6A9]") || !strings.Contains(text, "cannotbesetinthisfile:U+1F469,U+1F4BB,U+1F6A9.") {
		t.Error("the flag's number, or the list of missing characters, is not in the PDF")
	}
}

// manySources is an article of n sources and claims, every third in conflict.
func manySources(t *testing.T, n int) check.Result {
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "Claim number %d tells of something that happened. ", i)
	}
	d := newDraft(t, text.String())
	for i := range n {
		d.reference(fmt.Sprintf("Outlet %d", i), fmt.Sprintf("A title that is long enough to need a second line in its column, number %d", i),
			fmt.Sprintf("https://outlet%d.example/%s", i, strings.Repeat("long-slug-", 20)), when.Year(2015+i%9), day(2024, 1+i%12, 1+i%28))
	}
	for i := range n {
		of := when.Month(2012, 5)
		if i%3 == 0 {
			of = when.Month(2025, 2)
		}
		d.claim(fmt.Sprintf("Claim number %d tells of something that happened.", i), of, "", i+1)
		if i%3 == 0 {
			d.finding(check.Finding{Rule: "as-of-after-access", Severity: check.Error, Decision: true, Span: d.a.Claims[i].Span,
				Message: "every source was read before the time the claim speaks of", Claims: []int{i}, References: []int{i}, Line: fmt.Sprint("line ", i)})
		}
	}
	return d.judged()
}

func TestSixtySourcesAreLaidOut(t *testing.T) {
	b := New(manySources(t, 60), trialRun)
	if len(b.Timeline.Rows) != timelineRows || b.Timeline.Omitted != 20 {
		t.Errorf("got %d rows and %d omitted", len(b.Timeline.Rows), b.Timeline.Omitted)
	}
	shown := 0
	for _, r := range b.Timeline.Rows {
		if r.Conflict() {
			shown++
		}
	}
	if shown != 20 {
		t.Errorf("the timeline shows %d of 20 conflicts", shown)
	}
	for _, o := range b.set(PDFOptions{}).Outsiders() {
		t.Errorf("outside the margins: %+v", o)
	}
	text := onPages(b)
	for _, f := range b.Findings {
		if !strings.Contains(text, f.ID) {
			t.Errorf("finding %s is not in the PDF", f.ID)
		}
	}
}

func TestAnEmptyArticleHasABriefing(t *testing.T) {
	b := New(newDraft(t, "").judged(), Run{})
	if _, err := b.PDF(PDFOptions{}); err != nil {
		t.Fatal(err)
	}
	if b.Cover.Verdict != "Nothing to compare" {
		t.Errorf("the cover says %q", b.Cover.Verdict)
	}
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(c page.Colour) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v := float64(c>>(16-8*i)&0xFF) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}

func TestTextStandsOutFromThePaper(t *testing.T) {
	for _, c := range append([]page.Colour{ink, grey, accent}, toneColours[:]...) {
		if contrast := 1.05 / (luminance(c) + 0.05); contrast < 4.5 {
			t.Errorf("#%06X has a contrast of %.1f", uint32(c), contrast)
		}
	}
}
