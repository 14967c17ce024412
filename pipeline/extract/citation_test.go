package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"citevet/pipeline/article"
)

// citeDoc is one paragraph with entries under it.
func citeDoc(body string, entries ...string) *article.Document {
	doc := &article.Document{Text: body}
	doc.Blocks = []article.Block{{Kind: article.Paragraph, Span: article.Span{Start: 0, End: len(body)}, Section: -1}}
	for _, e := range entries {
		doc.Text += "\n\n"
		start := len(doc.Text)
		doc.Text += e
		doc.Blocks = append(doc.Blocks, article.Block{Kind: article.Entry, Span: article.Span{Start: start, End: len(doc.Text)}, Section: -1})
	}
	return doc
}

// numbered returns n entries labelled "[1]" to "[n]".
func numbered(n int) []string {
	entries := make([]string, n)
	for i := range entries {
		entries[i] = fmt.Sprintf("[%d] https://a.example/%d", i+1, i+1)
	}
	return entries
}

// citesText writes citations as label→entry, clusters parted by "|".
func citesText(cites []article.Citation) string {
	var b strings.Builder
	for i, c := range cites {
		if i > 0 && c.Cluster != cites[i-1].Cluster {
			b.WriteString(" |")
		}
		fmt.Fprintf(&b, " %s→%d", c.Label, c.Reference)
	}
	return strings.TrimSpace(b.String())
}

func TestMarkers(t *testing.T) {
	five := numbered(5)
	for _, tt := range []struct{ name, body, want string }{
		{"one", "It fell [1].", "1→0"},
		{"touching brackets are one cluster", "It fell [1][3] [5].", "1→0 3→2 5→4"},
		{"words part clusters", "It fell [1] and rose [2].", "1→0 | 2→1"},
		{"a list and a range", "It fell [1, 3–5].", "1→0 3→2 4→3 5→4"},
		{"a hyphen", "It fell [1-3].", "1→0 2→1 3→2"},
		{"semicolons", "It fell [1; 4].", "1→0 4→3"},
		{"a page behind", "It fell [2, p. 14].", "2→1"},
		{"behind a word without space", "a cause for optimism[1][3] |", "1→0 3→2"},
		{"a number no entry carries", "It fell [9].", "9→-1"},
		{"a range that runs backwards", "It fell [4-2].", "4→3 2→1"},
		{"a range beyond the list", "It fell [4-9].", "4→3 5→4 9→-1"},
		{"lenticular brackets", "It fell【4†source】.", "4→3"},
		{"a year behind the marker", "Acme bought Bolt[2](2020) at once.", "2→1"},
		{"remarks", "It [sic] fell […] far [citation needed] [online] [Accessed 3 May 2020] [a].", ""},
		{"a year", "In the report [2020] it fell.", ""},
		{"a number too large", "It fell [999999999999].", ""},
		{"zero", "On the interval [0, 1] it fell.", ""},
		{"an index", "Set a[1] = 2 and row_count[3], then args[2].name.", ""},
		{"within an address", "See https://a.example/x[1]y for it.", ""},
		{"round brackets beside square ones", "It fell (1). It rose [2].", "2→1"},
		{"an enumeration", "(1) the first, (2) the second", ""},
		{"round brackets alone", "It fell (1). It rose (2, 3).", "1→0 | 2→1 3→2"},
		{"round brackets behind numbers", "It fell (1). It rose in 2019 (2). It stood (3). It sank by 40 (4), then rose (5).", "1→0 | 2→1 | 3→2 | 4→3 | 5→4"},
		{"a raised number behind a year", "It fell in 2019³ and by 40³.", "3→2"},
		{"raised numbers", "It fell² and rose.³˒⁴ But 5 km² and x² stay.", "2→1 | 3→2 4→3"},
	} {
		doc := citeDoc(tt.body, five...)
		if got := citesText(findCitations(doc, nil, findReferences(doc))); got != tt.want {
			t.Errorf("%s: %q gives %s, want %s", tt.name, tt.body, got, tt.want)
		}
	}
}

func TestMarkersWithoutANumberedList(t *testing.T) {
	doc := citeDoc("It fell [1] and rose.¹", "Roe, A. (2019). A title. https://a.example/x")
	if cites := findCitations(doc, nil, findReferences(doc)); len(cites) != 0 {
		t.Errorf("found %s, want none", citesText(cites))
	}
}

func TestFootnotes(t *testing.T) {
	doc := citeDoc("It fell.[^1] It rose.[^note] It stood.[^2]", "[^1]: https://a.example/1", "[^note]: https://a.example/2")
	cites := findCitations(doc, nil, findReferences(doc))
	if got := citesText(cites); got != "^1→0 | ^note→1 | ^2→-1" {
		t.Errorf("found %s", got)
	}
	for _, c := range cites {
		if c.Scheme != schemeFootnote {
			t.Errorf("%s has scheme %q", c.Label, c.Scheme)
		}
	}
}

func TestAuthorYear(t *testing.T) {
	list := []string{
		"Roe, A. (2020). Tides. Shore Press.",
		"Roe, A. & Doe, B. (2020). Currents. Shore Press.",
		"Doe, B., Poe, C. & Moe, D. (2019a). Eddies. Shore Press.",
		"Doe, B., Poe, C. & Moe, D. (2019b). Waves. Shore Press.",
		"Harbour Office, (2018). Depths. Shore Press.",
	}
	for _, tt := range []struct{ name, body, want string }{
		{"one author", "It fell (Roe, 2020).", "Roe, 2020→0"},
		{"two authors and a second work", "It fell (Roe & Doe 2020; Harbour Office, 2018, p. 3).", "Roe & Doe 2020→1 Harbour Office, 2018, p. 3→4"},
		{"names in the sentence", "Roe and Doe (2020) saw it fall.", "Roe and Doe 2020→1"},
		{"et al. with a letter", "It fell (see Doe et al., 2019b).", "see Doe et al., 2019b→3"},
		{"two works fit", "It fell (Doe et al., 2019).", ""},
		{"no entry", "It fell (Noe, 2020), as in the spring (2020).", ""},
	} {
		doc := citeDoc(tt.body, list...)
		if got := citesText(findCitations(doc, nil, findReferences(doc))); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestAuthorAndYearWithoutAnEntry(t *testing.T) {
	list := []string{
		"Carter Research Group. Boats and their makers: a survey. 2019. Shore Press.",
		"Doe, B., & Poe, C. (2012). Sea beds. Shore Press.",
		"Marsh, A. (2011). Spring tides. Shore Press.",
		"Roe, I. (2021). Neap tides. Shore Press.",
	}
	usual := " It rose (Roe, 2021). It stood (Doe & Poe, 2012). It fell (Marsh, 2011)."
	for _, tt := range []struct{ name, body, want string }{
		{"others whom no entry names", "It fell (Lane et al., 2018).", "Lane et al., 2018→-1"},
		{"two of whom no entry tells", "It fell (Noe & Zoe, 2015, p. 3).", "Noe & Zoe, 2015→-1"},
		{"one beside a marker that fits", "It fell (Roe, 2021; Noe & Zoe, 2015).", "Roe, 2021→3 Noe & Zoe, 2015→-1"},
		{"another year of an author", "It fell (see Roe, 2016).", "Roe, 2016→-1"},
		{"in the sentence", "Zoe et al. (2013) saw it fall.", "Zoe et al. 2013→-1"},
		{"a place and a year", "It fell (Beijing, 2008) and in May (May 2020).", ""},
		{"an entry read wrongly", "It fell (Carter et al., 2019).", ""},
		{"the same by two", "It fell (Carter and Zoe, 2019).", ""},
		{"the same with a particle", "It fell (van der Carter et al., 2019).", ""},
	} {
		doc := citeDoc(tt.body+usual+usual, list...)
		got := citesText(findCitations(doc, nil, findReferences(doc)))
		if got, _, _ = strings.Cut(got, "Roe, 2021→3 | Doe & Poe"); strings.Trim(got, " |") != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	doc := citeDoc("It fell (Lane et al., 2018). It rose (Roe, 2021).", list...)
	if got := citesText(findCitations(doc, nil, findReferences(doc))); got != "Roe, 2021→3" {
		t.Errorf("where the list is a selection: %s", got)
	}
}

func TestNumberedEntriesByAuthorAndYear(t *testing.T) {
	doc := citeDoc("It fell [1] (Doe, 2020). Roe (2019) saw it rise [1].", "[1] Roe, A. (2019). Tides. Shore Press.", "[2] Doe, B. (2020). Currents. Shore Press.")
	if got := citesText(findCitations(doc, nil, findReferences(doc))); got != "1→0 Doe, 2020→1 | 1→0" {
		t.Errorf("found %s", got)
	}
}

func dotted(n int) []string {
	entries := make([]string, n)
	for i := range entries {
		entries[i] = fmt.Sprintf("%d. Roe A. Title %d. Sea J. 2011;3:1-9.", i+1, i+1)
	}
	return entries
}

func TestMarkersThatAgreeWithTheList(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"amid a sentence", "It fell (1) and rose (2,3) by noon (1-4). It stood (5).", "1→0 | 2→1 3→2 | 1→0 2→1 3→2 4→3 | 5→4"},
		{"an enumeration beside them", "It fell (1) and rose (2,3) by noon (4). It was (1) high, (2) strong, and (3) late (5).", "1→0 | 2→1 3→2 | 4→3 | 5→4"},
		{"an equation beside them", "It fell (1) by equation (2) and rose (2,3) by noon (4). It stood (5).", "1→0 | 2→1 3→2 | 4→3 | 5→4"},
		{"enumerations alone", "The aims are: (1) speed, (2) cost, (3) safety, (4) noise, and (5) height. It was (1) high, (2) strong and (3) late.", ""},
		{"behind a comma", "It fell (1), rose, (2) and by noon, (3,4) stood (5).", "1→0 | 2→1 | 3→2 4→3 | 5→4"},
		{"too few of the list", "It fell (1) and rose by noon (2).", ""},
		{"not in the order of the list", "It fell (5) and rose (3) by noon (4) and (2) then (1).", ""},
		{"carets", "It fell.^1^ It rose^2,3^ by noon.^1–4^ It stood.^5^ But 5 km^2^ and x^2^ stay.", "1→0 | 2→1 3→2 | 1→0 2→1 3→2 4→3 | 5→4"},
		{"powers", "The speed^2^ and the area^3^ stay.", ""},
		{"a score", "It fell (1) and rose (2,3) by noon (4). It stood (5). They won (3-1).", "1→0 | 2→1 3→2 | 4→3 | 5→4"},
	} {
		doc := citeDoc(tt.body, dotted(5)...)
		if got := citesText(findCitations(doc, nil, findReferences(doc))); got != tt.want {
			t.Errorf("%s: %q gives %s, want %s", tt.name, tt.body, got, tt.want)
		}
	}
}

func TestAuthorAndPage(t *testing.T) {
	list := []string{
		"Doe, Ben, and Carl Poe. Sea Beds. Larch Press, 2012.",
		"Marsh, Ann. \"Winds of the Coast.\" Sea Journal, vol. 5, no. 2, 2013, pp. 1-29.",
		"Roe, Ann. Spring Tides. Larch Press, 2011.",
		"Toe, Ida. Neap Tides. Larch Press, 2014.",
		"Toe, Ida. Ebb Tides. Larch Press, 2015.",
	}
	for _, tt := range []struct{ name, body, want string }{
		{"one and two authors", "It fell (Roe 41). It rose (Doe and Poe 12–14; Marsh 7).", "Roe 41→2 | Doe and Poe 12–14→0 Marsh 7→1"},
		{"an author of two works", "It fell (Roe 41). It rose (Doe and Poe 12; Marsh 7). It stood (Toe 3).", "Roe 41→2 | Doe and Poe 12→0 Marsh 7→1"},
		{"a work without pages", "It fell (Roe). It rose (Doe and Poe 12; Marsh).", "Roe→2 | Doe and Poe 12→0 Marsh→1"},
		{"one quoted by another", "It fell (qtd. in Roe 41). It rose (Marsh 7; Doe and Poe).", "qtd. in Roe 41→2 | Marsh 7→1 Doe and Poe→0"},
		{"a name that is no author's", "It fell (Roe 41). It rose (Marsh; Doe and Poe). It stood (Larch).", "Roe 41→2 | Marsh→1 Doe and Poe→0"},
		{"one alone is no scheme", "It fell (Roe 41) and Apollo (Apollo 11) rose (May 3).", ""},
		{"a year is no page", "It fell (Roe 1987). It rose (Marsh 1990) by noon (Poe 2000).", ""},
	} {
		doc := citeDoc(tt.body, list...)
		if got := citesText(findCitations(doc, nil, findReferences(doc))); got != tt.want {
			t.Errorf("%s: %q gives %s, want %s", tt.name, tt.body, got, tt.want)
		}
	}
}

func TestABackwardRangeHasAFlaw(t *testing.T) {
	doc := citeDoc("It fell [5–3].", numbered(5)...)
	cites := findCitations(doc, nil, findReferences(doc))
	if len(cites) != 2 || cites[0].Flaw != "the range 5–3 runs backwards" {
		t.Errorf("citations %+v", cites)
	}
}

func TestSpansOfMarkers(t *testing.T) {
	doc := citeDoc("It fell [1, 3–5].", numbered(5)...)
	var spans []string
	for _, c := range findCitations(doc, nil, findReferences(doc)) {
		spans = append(spans, doc.Text[c.Span.Start:c.Span.End]+" in "+doc.Text[c.Marker.Start:c.Marker.End])
	}
	want := []string{"1 in [1, 3–5]", "3–5 in [1, 3–5]", "3–5 in [1, 3–5]", "3–5 in [1, 3–5]"}
	if !slices.Equal(spans, want) {
		t.Errorf("spans %q, want %q", spans, want)
	}
}

func TestMarkersBelongToTheSentenceTheyClose(t *testing.T) {
	body := "It fell [1]. It rose. [2] It stood.[3] Then it sank."
	doc := citeDoc(body, numbered(3)...)
	var sents []article.Sentence
	for _, s := range []string{"It fell [1].", "It rose.", "[2] It stood.", "[3] Then it sank."} {
		at := strings.Index(body, s)
		sents = append(sents, article.Sentence{Span: article.Span{Start: at, End: at + len(s)}})
	}
	var got []int
	for _, c := range findCitations(doc, sents, findReferences(doc)) {
		got = append(got, c.Sentence)
	}
	if want := []int{0, 1, 2}; !slices.Equal(got, want) {
		t.Errorf("sentences %v, want %v", got, want)
	}
}

func TestLinksAroundMarkers(t *testing.T) {
	doc := citeDoc("It fell 1, as [2] and table 3 say.", numbered(3)...)
	doc.Links = []article.Link{
		{Span: article.Span{Start: 8, End: 9}, Target: "https://a.example/1"},
		{Span: article.Span{Start: 14, End: 17}, Target: "#ref-2"},
		{Span: article.Span{Start: 22, End: 29}, Target: "https://a.example/table"},
	}
	if got := citesText(findCitations(doc, nil, findReferences(doc))); got != "1→0 | 2→1" {
		t.Errorf("found %s", got)
	}
}

func TestMarkersStandInTheBodyAlone(t *testing.T) {
	doc := citeDoc("It fell [1].", numbered(2)...)
	for _, kind := range []article.BlockKind{article.Entry, article.Code, article.Furniture} {
		doc.Blocks[0].Kind = kind
		refs := findReferences(doc)
		if cites := findCitations(doc, nil, refs); len(cites) != 0 {
			t.Errorf("%s: found %s, want none", kind, citesText(cites))
		}
	}
}

// TestHostileMarkersTakeLinearTime bounds the time of bodies made to make a scan
// slow; it fails at many times what a linear scan needs.
func TestHostileMarkersTakeLinearTime(t *testing.T) {
	for name, body := range map[string]string{
		"markers":  strings.Repeat("[1]", 100_000),
		"ranges":   strings.Repeat("[1-200] ", 40_000),
		"openings": strings.Repeat("[", 200_000),
		"brackets": strings.Repeat("(Roe ", 60_000),
		"years":    strings.Repeat("Roe Roe (2020) ", 20_000),
		"rounds":   strings.Repeat("fell (1-20) and (2) ", 40_000),
		"carets":   strings.Repeat("fell^1^", 100_000) + strings.Repeat("^", 100_000),
		"pages":    strings.Repeat("(Roe 1; Roe 2) ", 40_000),
	} {
		doc := citeDoc(body, append(numbered(200), "Roe, A. (2020). T. P.")...)
		refs := findReferences(doc)
		start := time.Now()
		findCitations(doc, nil, refs)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%s took %s", name, d)
		}
	}
}
