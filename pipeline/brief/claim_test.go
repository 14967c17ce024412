package brief

import (
	"strings"
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

func TestAConsistentClaimNamesTheSourceThatCanTellOfIt(t *testing.T) {
	d := newDraft(t, "The quay was closed in 2012.\nIt opened in 2014.\nIt was sold in 2011.\n")
	d.reference("Coast Radio", "Storm", "", when.Year(2009), when.Date{})
	d.reference("Coast Courier", "Storm again", "", when.Year(2013), day(2013, 2, 1))
	d.reference("Tide Press", "Quays", "https://tide.example/", when.Interval{}, day(2020, 3, 1))
	d.claim("The quay was closed in 2012.", when.Year(2012), "2012", 1, 2)
	d.claim("It opened in 2014.", when.Year(2014), "2014", 3)
	d.claim("It was sold in 2011.", when.Year(2011), "2011", 1)
	claims := New(d.judged(), trialRun).Claims
	for i, want := range []string{"[2] can tell of it, published 2013.", "[3] can tell of it, read 1 March 2020.", "Every cited source was published before the time the claim speaks of."} {
		if claims[i].Reason != want {
			t.Errorf("%s: %q, want %q", claims[i].ID, claims[i].Reason, want)
		}
	}
}

// A verdict of publication is proved by publication, though the reading came too
// early as well.
func TestAnOlderSourceIsProvedByItsPublication(t *testing.T) {
	d := newDraft(t, "The quay was closed in May 2025.\n")
	d.reference("Coast Radio", "Storm", "", when.Year(2021), day(2022, 1, 15))
	d.claim("The quay was closed in May 2025.", when.Month(2025, 5), "May 2025", 1)
	if got := New(d.judged(), trialRun).Claims[0].Proof; got != "published 2021 < 1 May 2025" {
		t.Errorf("got %q", got)
	}
}

func TestATimeThatIsWrittenOutIsNotSaidTwice(t *testing.T) {
	d := newDraft(t, "Closed in May 2025. Closed in mid-2025.\n")
	d.claim("Closed in May 2025.", when.Month(2025, 5), "May 2025")
	d.claim("Closed in mid-2025.", when.Interval{From: day(2025, 5, 1), To: day(2025, 8, 31)}, "mid-2025")
	claims := New(d.judged(), trialRun).Claims
	if got := spokenWords(claims[0]); got != "May 2025" {
		t.Errorf("got %q", got)
	}
	if got := spokenWords(claims[1]); got != "May to August 2025, by “mid-2025”" {
		t.Errorf("got %q", got)
	}
}

// "Same as above" is no claim without its row and its column.
func TestAClaimInATableHasItsHeads(t *testing.T) {
	text := "Country Status Outlook\nNorland Same as above None\n"
	block := func(d *draft, words string, kind article.BlockKind, row, column, columnHead, rowHead int) {
		d.a.Blocks = append(d.a.Blocks, article.Block{Kind: kind, Span: d.at(words), Table: 1, Row: row, Column: column, Section: -1, ColumnHead: columnHead, RowHead: rowHead})
	}
	d := newDraft(t, text)
	block(d, "Country", article.TableHead, 0, 0, -1, -1)
	block(d, "Status", article.TableHead, 0, 1, -1, -1)
	block(d, "Outlook", article.TableHead, 0, 2, -1, -1)
	block(d, "Norland", article.Cell, 1, 0, 0, -1)
	block(d, "Same as above", article.Cell, 1, 1, 1, -1)
	block(d, "None", article.Cell, 1, 2, 2, 3)
	d.claim("Norland", when.Interval{}, "")
	d.claim("Same as above", when.Interval{}, "")
	d.claim("None", when.Interval{}, "")
	b := New(d.judged(), trialRun)
	for i, want := range []string{"Country", "Norland · Status", "Norland · Outlook"} {
		if got := b.Claims[i].Where; got != want {
			t.Errorf("%s stands in %q, want %q", b.Claims[i].ID, got, want)
		}
	}
	if md := string(b.Markdown("")); !strings.Contains(md, "| *Norland · Status:* Same as above |") {
		t.Errorf("the Markdown has no heads:\n%s", md)
	}
	if text := onPages(b); !strings.Contains(text, "Norland·StatusSameasabove") {
		t.Errorf("the PDF has no heads: %s", text)
	}
}

func TestAnEntryWithoutTitleShowsItself(t *testing.T) {
	d := newDraft(t, "Closed [1].\n\n[1]: Ibid.\n")
	d.reference("", "", "", when.Interval{}, when.Date{})
	d.a.References[0].Span = d.at("[1]: Ibid.")
	d.a.References[0].Authors = nil
	d.a.Citations = []article.Citation{{Span: d.at("[1]"), Marker: d.at("[1]"), Label: "1", Reference: 0, Sentence: -1}}
	s := New(d.judged(), trialRun).Sources[0]
	if s.Title != "Ibid." || s.Cited != 1 {
		t.Errorf("got %q, cited %d times", s.Title, s.Cited)
	}
}
