package ingest_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citevet/pipeline/article"
	"citevet/pipeline/ingest"
)

func TestMarkdownInlines(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"emphasis", "a *b* __c__ ~~d~~", "a b c d"},
		{"code", "run `a *b*` now", "run a *b* now"},
		{"entities", "a &lt; b &#x2014; c &copy; d &copy=1", "a < b — c © d &copy=1"},
		{"an entity as long as what it stands for", "a &acE; b", "a \u223e\u0333 b"},
		{"a zero becomes the replacement character", "a&#0;b", "a\ufffdb"},
		{"backslashes", `1\. \*a\* \\ \q`, `1. *a* \ \q`},
		{"hard and soft breaks", "a  \nb\\\nc\nd", "a\nb\nc\nd"},
		{"line break tag", "a<br>b<BR />c", "a\nb\nc"},
		{"other tags", "a<sup>b</sup> <!-- hidden --> c", "ab  c"},
		{"raised numbers", "wood<sup>2</sup>, 10<sup>6</sup> and end.<sup>3, 12</sup>", "wood², 10⁶ and end.³,¹²"},
		{"raised letters", "a 2<SUP>nd</SUP> time", "a 2nd time"},
		{"image", "![a picture](x.png) of it", "a picture of it"},
		{"marker", "so [1] and [2, 4–6]", "so [1] and [2, 4–6]"},
		{"adjacent markers", "so [1][3][5]", "so [1][3][5]"},
		{"marker before a year", "so [1](2020)", "so [1](2020)"},
		{"marker with a link", "so [1](https://a.example)", "so [1]"},
		{"marker with a fragment and a title", `so [1](#r1 "first")`, "so [1]"},
		{"marker in a link", "so [[1]](https://a.example)", "so [1]"},
		{"linked marker within brackets", "so [[1](https://a.example)]", "so [1]"},
		{"footnote marker", "so [^a] or [^12]", "so [^a] or [^12]"},
		{"words and a numbered label", "so [said he][1]", "so [said he][1]"},
		{"brackets that are no marker", "[sic] [online] [ 1 ]", "[sic] [online] [ 1 ]"},
		{"bare address", "http://a.example/_x_*y*. *Then*", "http://a.example/_x_*y*. Then"},
		{"address in brackets", "(see https://a.example/b_(c)_d)", "(see https://a.example/b_(c)_d)"},
		{"emphasised address", "*https://a.example/b*", "https://a.example/b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse(t, ingest.FormatMarkdown, c.source)
			if d.Text != c.want {
				t.Errorf("got  %q\nwant %q", d.Text, c.want)
			}
		})
	}
}

func TestMarkdownLinksKeepTheirTargets(t *testing.T) {
	for _, c := range []struct{ name, source, words, target string }{
		{"inline", "a [b *c*](https://d.example/x?y=1&amp;z)", "b c", "https://d.example/x?y=1&z"},
		{"by reference", "[b]\n\n[b]: /c", "b", "/c"},
		{"autolink", "see <https://d.example>", "https://d.example", "https://d.example"},
		{"mail", "see <me@d.example>", "me@d.example", "mailto:me@d.example"},
		{"marker", "b [12](https://d.example/e)", "[12]", "https://d.example/e"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse(t, ingest.FormatMarkdown, c.source)
			if len(d.Links) != 1 || d.Words(d.Links[0].Span) != c.words || d.Links[0].Target != c.target {
				t.Errorf("links %+v in %q", d.Links, d.Text)
			}
		})
	}
}

func TestBlocksStandWhereTheirSourceStands(t *testing.T) {
	const source = "\ufeffTitle &amp; more\r\n=====\r\n\r\n> quoted *words*\r\n\r\n* item\r\n\r\n" +
		"| A | B |\r\n|---|---|\r\n| c | **d** |\r\n\r\n    code\r\n\r\n12) counted\r\n\r\n[1]: http://e.example\r\n"
	d := parse(t, ingest.FormatMarkdown, source)
	want := []string{"heading=Title &amp; more", "quote=quoted *words", "list item=item", "head=A", "head=B", "head=c", "cell=d",
		"code=code", "list item=counted", "entry=[1]: http://e.example"}
	var got []string
	for _, b := range d.Blocks {
		start, end := d.SourceSpan(b.Span)
		got = append(got, string(b.Kind)+"="+source[start:end])
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
}

func TestOrderedListKeepsItsNumbersAsText(t *testing.T) {
	d := parse(t, ingest.FormatMarkdown, "# Sources\n\n3. Alder (2019)\n3. Birch (2020)\n")
	wantOutline(t, d, "heading 1: Sources", "entry: 3. Alder (2019)", "entry: 4. Birch (2020)")
	start, end := d.SourceSpan(d.Blocks[2].Span)
	if got := string(d.Source[start:end]); got != "3. Birch (2020)" {
		t.Errorf("the second entry's source is %q", got)
	}
}

func TestNumbersWrittenByHandStayAsTheyAre(t *testing.T) {
	d := parse(t, ingest.FormatMarkdown, "Seen twice [4].\n\n# Sources\n\n1. Alder (2019)\n2. Birch (2020)\n4. Cedar (2021)\n")
	wantOutline(t, d, "paragraph: Seen twice [4].", "heading 1: Sources", "entry: 1. Alder (2019)", "entry: 2. Birch (2020)", "entry: 4. Cedar (2021)")
}

func TestEntriesByAuthorAndYearOnALineEach(t *testing.T) {
	d := parse(t, ingest.FormatMarkdown, "## Literature\n\nAlder, B. (1899). *Wells*. Turku: Quay. (Reprinted 1998)\nBirch, C. (n.d.). Pumps. https://pumps.example/a\nCedar, D., & Elm, F. (in press). Pipes. *Town History*.\n")
	wantOutline(t, d, "heading 2: Literature", "entry: Alder, B. (1899). Wells. Turku: Quay. (Reprinted 1998)",
		"entry: Birch, C. (n.d.). Pumps. https://pumps.example/a", "entry: Cedar, D., & Elm, F. (in press). Pipes. Town History.")
}

func TestASectionOnLiteratureIsNoList(t *testing.T) {
	d := parse(t, ingest.FormatMarkdown, "## Literature\n\nThe first novel of the island came out in 1871, and its author lived by fishing.\n")
	wantOutline(t, d, "heading 2: Literature", "paragraph: The first novel of the island came out in 1871, and its author lived by fishing.")
}

func TestSectionsNest(t *testing.T) {
	d := parse(t, ingest.FormatMarkdown, "# A\n\na\n\n### B\n\nb\n\n## C\n\nc\n\n# D\n\nd\n")
	want := []int{-1, 0, 0, 2, 0, 4, -1, 6}
	var got []int
	for _, b := range d.Blocks {
		got = append(got, b.Section)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sections (-want +got):\n%s", diff)
	}
}

func TestFrontMatterThatIsNone(t *testing.T) {
	for _, c := range []struct{ name, source, text string }{
		{"a rule", "---\n\nWords.\n", "Words."},
		{"never closed", "---\ntitle: A\n\nWords.\n", "title: A\n\nWords."},
		{"not at the head", "Words.\n\n---\n\ntitle: A\n", "Words.\n\ntitle: A"},
		{"a list", "---\n- a\n---\n\nWords.\n", "a\n\nWords."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse(t, ingest.FormatMarkdown, c.source)
			if d.Text != c.text || d.Meta != (article.Meta{}) {
				t.Errorf("text %q, meta %+v", d.Text, d.Meta)
			}
		})
	}
}

func TestBrokenFrontMatterIsAProblem(t *testing.T) {
	d := parse(t, ingest.FormatMarkdown, "---\ntitle: [a\n---\n\nWords.\n")
	if d.Text != "Words." || len(d.Problems) != 1 || !strings.Contains(d.Problems[0].Message, "not valid YAML") {
		t.Errorf("text %q, problems %+v", d.Text, d.Problems)
	}
}

func TestHostileMarkdownIsReadAsTextBeyondItsAllowance(t *testing.T) {
	for _, unit := range []string{"[a](b", "*a **b ", "<a b=\"", "![a](", "`a ``b "} {
		t.Run(unit, func(t *testing.T) {
			d := parse(t, ingest.FormatMarkdown, strings.Repeat(unit, 60_000))
			if len(d.Problems) != 1 || !strings.Contains(d.Problems[0].Message, "line 1 ") {
				t.Errorf("problems: %+v", d.Problems)
			}
		})
	}
}

func TestDeepNestingIsCutOff(t *testing.T) {
	for name, source := range map[string]string{
		"quotes": strings.Repeat(">", 100_000) + " a\n",
		"lists":  strings.Repeat("- ", 100_000) + "a\n",
		"lazy":   strings.Repeat(">", 1000) + " a\n" + strings.Repeat("b\n", 10_000),
		"indenting": func() (s string) {
			for i := range 200 {
				s += strings.Repeat("  ", i) + "- a\n"
			}
			return s
		}(),
	} {
		t.Run(name, func(t *testing.T) {
			if d := parse(t, ingest.FormatMarkdown, source); len(d.Blocks) == 0 {
				t.Error("nothing was read")
			}
		})
	}
}

func TestAnUnderlinedHeadingAboveATableStaysAboveIt(t *testing.T) {
	d := parse(t, ingest.FormatMarkdown, "A title\n| | a |\n|--|--|\n| b | c |\n===\n")
	wantOutline(t, d, "heading 1: A title", "head 1:0,1: a", "head 1:1,0: b", "cell 1:1,1: c")
}

func TestStrongLinesHeadWhatFollows(t *testing.T) {
	d := parse(t, ingest.FormatMarkdown, "**A title**\n\n**All of it matters.**\n\n## Part\n\n**Costs:**\n\nwords\n\n**Gains**\n\n- **item**\n\n**Sources**\n\n1. Alder\n\n[^a]: Birch\n")
	wantOutline(t, d, "heading 1: A title", "paragraph: All of it matters.", "heading 2: Part", "heading 3: Costs:", "paragraph: words",
		"heading 3: Gains", "list item: item", "heading 3: Sources", "entry: 1. Alder", "entry: [^a]: Birch")
}
