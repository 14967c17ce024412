package ingest_test

import (
	"strings"
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/ingest"
)

func TestPlainTextStaysAsItIs(t *testing.T) {
	const source = "A  title\n\n\tSome <b>text</b> &amp; *stars* \u00a0here.\n"
	if d := parse(t, ingest.FormatText, source); d.Text != source {
		t.Errorf("got %q", d.Text)
	}
}

func TestLineEndsAndByteOrderMarkAreNormalised(t *testing.T) {
	const source = "\ufeffA title\r\n\r\nFirst words here.\rSecond words here.\r\n"
	d := parse(t, ingest.FormatText, source)
	if want := "A title\n\nFirst words here.\nSecond words here.\n"; d.Text != want {
		t.Errorf("got %q, want %q", d.Text, want)
	}
	last := d.Blocks[len(d.Blocks)-1].Span
	if start, end := d.SourceSpan(last); source[start:end] != "Second words here." {
		t.Errorf("the last block's source is %q", source[start:end])
	}
	if got := d.Locate(last.Start); got.Line != 4 || got.Column != 1 {
		t.Errorf("the last block stands at %+v", got)
	}
}

const long = "The committee met for the third time this year and put off the vote on the northern line until the survey of the river is complete [1]."

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, source string
		want         []string
	}{
		{"a line is a paragraph", long + "\n" + long, []string{"paragraph: " + long, "paragraph: " + long}},
		{"a wrapped stanza is one",
			"The committee met for the third time this year\nand put off the vote on the northern line until\nthe survey is done.\n\nIt meets again in May, after the floods, when\nthe survey is expected.",
			[]string{"paragraph: The committee met for the third time this year / and put off the vote on the northern line until / the survey is done.",
				"paragraph: It meets again in May, after the floods, when / the survey is expected."}},
		{"a wrapped line that begins with a marker",
			"The committee met for the third time this year\n[3] and put off the vote on the northern line to\nlate summer. It did so without a word of reason\nto those who had come a long way to hear of it.",
			[]string{"paragraph: The committee met for the third time this year / [3] and put off the vote on the northern line to / late summer. It did so without a word of reason / to those who had come a long way to hear of it."}},
		{"verse stays in lines",
			"The river rose.\nThe river fell.\nNobody counted.",
			[]string{"paragraph: The river rose.", "paragraph: The river fell.", "paragraph: Nobody counted."}},
		{"items", "- one thing\n- another thing\n  that goes on\n1. a third", []string{"list item: one thing", "list item: another thing /   that goes on", "list item: a third"}},
		{"a drawn rule is nothing", long + "\n\n* * *\n\n" + long, []string{"paragraph: " + long, "paragraph: " + long}},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantOutline(t, parse(t, ingest.FormatText, c.source), c.want...)
		})
	}
}

func TestATableWithoutOuterPipes(t *testing.T) {
	wantOutline(t, parse(t, ingest.FormatText, long+"\n\nRegion | Homes | Hours\nNorth | 400 | 3\nSouth | 1200 | 9\n"),
		"paragraph: "+long,
		"head 1:0,0: Region", "head 1:0,1: Homes", "head 1:0,2: Hours",
		"head 1:1,0: North", "cell 1:1,1: 400", "cell 1:1,2: 3",
		"head 1:2,0: South", "cell 1:2,1: 1200", "cell 1:2,2: 9")
}

func TestHeadingsOfPlainText(t *testing.T) {
	for _, c := range []struct {
		name, source string
		want         []string
	}{
		{"title", "The vote is put off\n" + long, []string{"heading 1: The vote is put off", "paragraph: " + long}},
		{"a first sentence is no title", "The vote is put off.\n" + long, []string{"paragraph: The vote is put off.", "paragraph: " + long}},
		{"one line alone is no title", "The vote is put off", []string{"paragraph: The vote is put off"}},
		{"standing alone", long + "\n\nWhat follows\n\n" + long, []string{"paragraph: " + long, "heading 2: What follows", "paragraph: " + long}},
		{"between long lines", long + "\nWhat follows\n" + long, []string{"paragraph: " + long, "heading 2: What follows", "paragraph: " + long}},
		{"in capitals", long + "\nWHAT FOLLOWS\n- one thing", []string{"paragraph: " + long, "heading 2: WHAT FOLLOWS", "list item: one thing"}},
		{"underlined", long + "\n\nWhat follows\n------------\none thing", []string{"paragraph: " + long, "heading 2: What follows", "paragraph: one thing"}},
		{"marked with number signs", "# The vote\n\n" + long + "\n\n### After ###\n" + long, []string{"heading 1: The vote", "paragraph: " + long, "heading 3: After", "paragraph: " + long}},
		{"a short quotation is none", long + "\n\n“We wait.”\n\n" + long, []string{"paragraph: " + long, "paragraph: “We wait.”", "paragraph: " + long}},
		{"a line with a marker is none", long + "\n\nThe survey [2]\n\n" + long, []string{"paragraph: " + long, "paragraph: The survey [2]", "paragraph: " + long}},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantOutline(t, parse(t, ingest.FormatText, c.source), c.want...)
		})
	}
}

func TestReferenceLists(t *testing.T) {
	for _, c := range []struct {
		name, source string
		want         []string
	}{
		{"numbers with points", "References\n1. Alder, A. (2019). Floods.\n2. Birch, B. (2020). Drought.",
			[]string{"entry: 1. Alder, A. (2019). Floods.", "entry: 2. Birch, B. (2020). Drought."}},
		{"numbers in parentheses", "SOURCES:\n(1) Alder, Floods\n(2) Birch, Drought",
			[]string{"entry: (1) Alder, Floods", "entry: (2) Birch, Drought"}},
		{"numbers with a parenthesis", "Works cited\n1) Alder, Floods\n2) Birch, Drought",
			[]string{"entry: 1) Alder, Floods", "entry: 2) Birch, Drought"}},
		{"without numbers", "Bibliography\n\nAlder, A. (2019). Floods.\n\nBirch, B. (n.d.). Drought.",
			[]string{"entry: Alder, A. (2019). Floods.", "entry: Birch, B. (n.d.). Drought."}},
		{"one without a year among others", "Bibliography\nAlder, A. (2019). Floods.\nMinistry of Water, Letter to the boards\nBirch, B. (2020). Drought.",
			[]string{"entry: Alder, A. (2019). Floods.", "entry: Ministry of Water, Letter to the boards", "entry: Birch, B. (2020). Drought."}},
		{"hanging indents", "Bibliography\nAlder, A. (2019). Floods of the lower\n    valley. Meridian.\nBirch, B. (2020). Droughts of the upper\n    valley. Meridian.",
			[]string{"entry: Alder, A. (2019). Floods of the lower /     valley. Meridian.", "entry: Birch, B. (2020). Droughts of the upper /     valley. Meridian."}},
		{"bullets before brackets", "References\n- [1] Alder, Floods\n- [2] Birch, Drought",
			[]string{"entry: [1] Alder, Floods", "entry: [2] Birch, Drought"}},
		{"an introduction is no entry", "References\nThe following were read for this article:\n[1] Alder, Floods",
			[]string{"paragraph: The following were read for this article:", "entry: [1] Alder, Floods"}},
		{"a numbered heading opens one", "7. References\n[1] Alder, Floods\n[2] Birch, Drought",
			[]string{"entry: [1] Alder, Floods", "entry: [2] Birch, Drought"}},
		{"entries of several lines each", "References\n[1] Alder, A.\nFloods of the lower valley.\nMeridian.\nhttps://alder.example\n[2] Birch, B.\nDroughts.",
			[]string{"entry: [1] Alder, A. / Floods of the lower valley. / Meridian. / https://alder.example", "entry: [2] Birch, B. / Droughts."}},
		{"a remark on the sources is no entry", "Sources\n\nThis article draws on papers from 2014 to 2025 and on talks.",
			[]string{"paragraph: This article draws on papers from 2014 to 2025 and on talks."}},
		{"an address on its own line", "[1] Alder, Floods\nhttps://alder.example\n[2] Birch 2020",
			[]string{"entry: [1] Alder, Floods / https://alder.example", "entry: [2] Birch 2020"}},
		{"in any order where each looks like an entry", "[2] Birch, B. (2020). Drought.\n[1] Alder, A. (2019). Floods.",
			[]string{"entry: [2] Birch, B. (2020). Drought.", "entry: [1] Alder, A. (2019). Floods."}},
		{"the text goes on after it", "[1] Alder 2019.\n[2] Birch 2020.\n" + long,
			[]string{"entry: [1] Alder 2019.", "entry: [2] Birch 2020.", "paragraph: " + long}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse(t, ingest.FormatText, long+"\n\n"+c.source)
			var got []string
			for i, line := range outline(d) {
				if i > 0 && d.Blocks[i].Kind != article.Heading {
					got = append(got, line)
				}
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestNumberedBodyIsNoReferenceList(t *testing.T) {
	for name, source := range map[string]string{
		"steps":              "Do it so.\n1. Open the gate.\n2. Close the gate.",
		"remarks in reverse": "[2] is the older one, as said.\n[1] is the newer one, as said.",
		"one remark":         "[1] is the only one that says so.",
		"a wrapped body":     "The boards of the lower valley met in spring, as told by\n[1] in 2019, and the boards of the upper one as told by\n[2] in 2020, but not a word was said of the northern one.",
	} {
		t.Run(name, func(t *testing.T) {
			for _, b := range parse(t, ingest.FormatText, source).Blocks {
				if b.Kind == article.Entry {
					t.Errorf("an entry at %v", b.Span)
				}
			}
		})
	}
}

func TestNumberedListsThatCloseAnArticle(t *testing.T) {
	const body = "The seals came back to the outer banks in 2003, and were counted from the air (1, 2).\n\n"
	for _, c := range []struct {
		name, source string
		entries      int
	}{
		{"round brackets over wrapped lines", body + "(1) Tide Office, \"Seals\", March 2024,\n    https://tide.example/seals\n(2) \"Grey seals\", Coast News, 3 September 2021,\n    https://coast.example/grey\n(3) Wheel, A. The Tidal Reach. London: Quay, 1979.", 3},
		{"points", body + "1. Tide Office, \"Seals\", 2024, https://tide.example/seals\n2. \"Grey seals\", Coast News, 2021, https://coast.example/grey\n3. Wheel, A. The Tidal Reach. London: Quay, 1979.\n\n© 2024 The Wire", 3},
		{"a list of events", body + "1. The bank was closed to boats in 2004.\n2. The first pup was seen in 2009.\n3. A second bank was closed in 2012.", 0},
		{"words behind the list", body + "1. \"Seals\", 2024, https://tide.example/seals\n2. \"Grey seals\", 2021, https://coast.example/grey\n3. \"Pups\", 2022, https://coast.example/pups\n\n" + long, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			n := 0
			for _, b := range parse(t, ingest.FormatText, c.source).Blocks {
				if b.Kind == article.Entry {
					n++
				}
			}
			if n != c.entries {
				t.Errorf("%d entries, want %d", n, c.entries)
			}
		})
	}
}

func TestFurniture(t *testing.T) {
	for _, c := range []struct {
		name, source string
		want         []string
	}{
		{"pointer and list", long + "\nRead also:\n- One title\n- Another title.\n" + long,
			[]string{"paragraph: " + long, "furniture: Read also:", "furniture: One title", "furniture: Another title.", "paragraph: " + long}},
		{"pointer and lines", long + "\n\nRELATED STORIES\nOne title\nAnother title\n\n" + long,
			[]string{"paragraph: " + long, "furniture: RELATED STORIES", "furniture: One title", "furniture: Another title", "paragraph: " + long}},
		{"pointer on one line", long + "\n\nRead more: One title\n\n" + long,
			[]string{"paragraph: " + long, "furniture: Read more: One title", "paragraph: " + long}},
		{"a name above a date", "A title here\nIda Lindqvist\n3 May 2024\n" + long, []string{"heading 1: A title here", "furniture: Ida Lindqvist", "furniture: 3 May 2024", "paragraph: " + long}},
		{"copyright", long + "\n© 2024 The Wire. All rights reserved.", []string{"paragraph: " + long, "furniture: © 2024 The Wire. All rights reserved."}},
		{"a sentence with a year begins with by", "By May 2024 the line was done.\n" + long, []string{"paragraph: By May 2024 the line was done.", "paragraph: " + long}},
		{"a list named topics in the body", long + "\n- Topics\n- Sophistry", []string{"paragraph: " + long, "list item: Topics", "list item: Sophistry"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantOutline(t, parse(t, ingest.FormatText, c.source), c.want...)
		})
	}
}

func TestTheArticlesDate(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"published", "A title\nPublished on 3 May 2024\n" + long, "3 May 2024"},
		{"published before updated", "A title\nUpdated: 2024-05-05\nPublished: 2024-05-03\n" + long, "2024-05-03"},
		{"only updated", "A title\nLast updated May 5, 2024\n" + long, "May 5, 2024"},
		{"a line of its own", "A title\nFriday, 3 May 2024, 10:15 GMT\n" + long, "3 May 2024"},
		{"in the byline", "A title\nBy Ida Lindqvist, 3 May 2024\n" + long, "3 May 2024"},
		{"dateline with a year", "A title\nPORT MERIDIAN, May 3, 2024 (Coastal Wire) — " + long, "May 3, 2024"},
		{"dateline of a place not in capitals", "A title\nPort Meridian, May 3, 2024 (Coastal Wire) — " + long, "May 3, 2024"},
		{"dateline without", "A title\nPORT MERIDIAN, Alder County, 3 May – " + long, "3 May"},
		{"a place and a full stop", "A title\nPort Meridian, 3 May 2024. " + long + "\n\nSources\n[1] Roe, A. Tides. 2023. https://a.example/1", "3 May 2024"},
		{"a day and a colon", "A title\n3 May 2024: " + long + "\n\nSources\n[1] Roe, A. Tides. 2023. https://a.example/1", "3 May 2024"},
		{"behind what the article is", "A title\nTide office bulletin no. 7, May 2024\n\n" + long + "\n\nSources\n[1] Roe, A. Tides. 2023. https://a.example/1", "May 2024"},
		{"a byline joined to its title", "A title of a few words\nby Ida Lindqvist, 3 May 2024\n\n" + long, "3 May 2024"},
		{"a story of long ago", "A title\nPort Meridian, 3 May 1924. " + long + "\n\nSources\n[1] Roe, A. Tides. 2023. https://a.example/1", ""},
		{"a date in the first sentence is none", "A title\nOn 3 May 2024 the committee met. " + long, ""},
		{"a date far below is none", "A title\n" + long + "\n" + long + "\nPublished 3 May 2024", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := parse(t, ingest.FormatText, c.source)
			if d.Meta.Date != c.want || d.Words(d.Meta.DateSpan) != c.want {
				t.Errorf("got %q at %v, want %q", d.Meta.Date, d.Meta.DateSpan, c.want)
			}
		})
	}
}

func TestAListOfMoreThanTenThousandEntries(t *testing.T) {
	const source = "The tide tables agree on the height of the spring tide [9999][10000][10001].\n\nReferences\n\n" +
		"[9999] Roe, A. Spring tides. 2019.\n[10000] Doe, B. Neap tides. 2020.\n[10001] Poe, C. Ebb tides. 2021.\n"
	for _, format := range []ingest.Format{ingest.FormatText, ingest.FormatMarkdown} {
		entries := 0
		for _, b := range parse(t, format, source).Blocks {
			if b.Kind == article.Entry {
				entries++
			}
		}
		if entries != 3 {
			t.Errorf("%s: %d entries, want 3", format, entries)
		}
	}
}
