package brief

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// webTrials are the briefings that every page of is held to what pages promise.
func webTrials(t *testing.T) map[string]Briefing {
	trials := map[string]Briefing{
		"harbour": New(harbour(t).judged(), trialRun),
		"many":    New(manySources(t, 60), trialRun),
		"empty":   New(newDraft(t, "").judged(), trialRun),
	}
	for name, text := range awkward {
		trials[name] = New(awkwardResult(t, text), trialRun)
	}
	return trials
}

func TestAPageIsWellFormed(t *testing.T) {
	for name, b := range webTrials(t) {
		t.Run(name, func(t *testing.T) { htmlOf(t, b).holds(t) })
	}
}

func TestAPageAllowsItsOwnStyleAndScriptAlone(t *testing.T) {
	p := htmlOf(t, New(harbour(t).judged(), trialRun))
	metas := p.all(func(n *html.Node) bool { return attr(n, "http-equiv") == "Content-Security-Policy" })
	if len(metas) != 1 {
		t.Fatalf("there are %d policies", len(metas))
	}
	want := fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'",
		digest(textOf(p.elements("style")[0])), digest(textOf(p.elements("script")[0])))
	if got := attr(metas[0], "content"); got != want {
		t.Errorf("the policy is\n%s\nwant\n%s", got, want)
	}
	if regexp.MustCompile(`https?://|@import|url\(`).MatchString(textOf(p.elements("style")[0]) + textOf(p.elements("script")[0])) {
		t.Error("the style or the script names an address")
	}
}

func TestAPageCountsAsTheJSONDoes(t *testing.T) {
	r := harbour(t).judged()
	p := htmlOf(t, New(r, trialRun))
	summary := jsonOf(t, r, JSONOptions{})["summary"].(object)
	a := list(jsonOf(t, r, JSONOptions{}), "articles")[0]
	if got, want := len(p.all(func(n *html.Node) bool { return strings.HasPrefix(attr(n, "id"), "row-C") })), len(list(a, "claims")); got != want {
		t.Errorf("%d rows of claims, want %d", got, want)
	}
	if got, want := len(p.all(func(n *html.Node) bool { return strings.HasPrefix(attr(n, "id"), "source-") })), len(list(a, "references")); got != want {
		t.Errorf("%d sources, want %d", got, want)
	}
	verdicts := map[string]int{}
	for _, c := range list(a, "claims") {
		verdicts[c["verdict"].(string)]++
	}
	sum := 0
	for i, n := range p.all(func(n *html.Node) bool {
		return n.Data == "dd" && n.Parent.Parent != nil && attr(n.Parent.Parent, "class") == "counts"
	}) {
		if i == len(Verdicts) {
			if got := textOf(n); got != fmt.Sprint(sum) || got != fmt.Sprint(summary["claims"]) {
				t.Errorf("the counts sum to %d, the page says %s and the JSON %v", sum, got, summary["claims"])
			}
			continue
		}
		if got, want := textOf(n), fmt.Sprint(verdicts[string(Verdicts[i].Word)]); got != want {
			t.Errorf("%s: %s, want %s", Verdicts[i].Name, got, want)
		}
		sum += verdicts[string(Verdicts[i].Word)]
	}
	if want := fmt.Sprintf("%v decision error", summary["decision"]); !bytes.Contains(p.source, []byte(want)) {
		t.Errorf("%q is not said", want)
	}
}

func TestAPageTellsFindingsInTheMarkdownsOrder(t *testing.T) {
	b := New(manySources(t, 60), trialRun)
	p := htmlOf(t, b)
	var got, want []string
	for _, n := range p.nodes {
		if id := attr(n, "id"); regexp.MustCompile(`^F\d+$`).MatchString(id) {
			got = append(got, id)
		}
	}
	for _, f := range b.Findings {
		want = append(want, f.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTheArticleIsShownWholeWithItsClaims(t *testing.T) {
	b := New(harbour(t).judged(), trialRun)
	p := htmlOf(t, b)
	shown := textOf(p.all(classed("annotated"))[0])
	for line := range strings.Lines(harbourText) {
		words := strings.Fields(line)
		if i := strings.Index(strings.Join(strings.Fields(shown), " "), strings.Join(words[:2], " ")); i < 0 {
			t.Errorf("%q is not shown", line)
		}
	}
	for _, c := range b.Claims {
		n := p.byID(t, c.ID)
		if got := textOf(n); !strings.Contains(got, strings.Fields(c.Quote)[0]) {
			t.Errorf("%s stands at %q", c.ID, got)
		}
		if !classed("v-" + string(c.Word))(n) {
			t.Errorf("%s is marked %q, want %s", c.ID, attr(n, "class"), c.Word)
		}
	}
	for _, id := range []string{"card-C1", "card-C3", "card-F3"} {
		p.byID(t, id)
	}
	if n := len(p.all(func(n *html.Node) bool { return attr(n, "id") == "card-C2" })); n != 0 {
		t.Error("a claim of which there is nothing to say has a note")
	}
}

// The text between two marks is neither lost nor told twice.
func TestPassagesHoldTheTextOnce(t *testing.T) {
	for name, r := range map[string]check.Result{"harbour": harbour(t).judged(), "many": manySources(t, 60)} {
		var b strings.Builder
		for _, p := range New(r, trialRun).Text {
			for _, s := range p.Stretches {
				b.WriteString(s.Text)
			}
		}
		if b.String() != r.Article.Text {
			t.Errorf("%s: the passages hold\n%s\nwant\n%s", name, b.String(), r.Article.Text)
		}
	}
}

func TestOverlappingClaimsAreEachMarkedOnce(t *testing.T) {
	d := newDraft(t, "One claim within another, and on.\n")
	d.claim("One claim within another", when.Interval{}, "")
	d.claim("claim within another, and on", when.Interval{}, "")
	d.claim("within", when.Interval{}, "")
	p := htmlOf(t, New(d.judged(), trialRun))
	p.holds(t)
	for _, id := range []string{"C1", "C2", "C3"} {
		p.byID(t, id)
	}
}

func TestAPageSetsBlocksAsTheyWere(t *testing.T) {
	d := newDraft(t, "Head\nLow\nitem\nother\nYear\nTons\n2020\n12\nrun()\n")
	for i, words := range []string{"Head", "Low", "item", "other", "Year", "Tons", "2020", "12", "run()"} {
		b := article.Block{Kind: article.Cell, Span: d.at(words)}
		switch {
		case i < 2:
			b.Kind, b.Level = article.Heading, 1+4*i
		case i < 4:
			b.Kind = article.ListItem
		case i < 6:
			b.Kind, b.Table = article.TableHead, 1
		case i < 8:
			b.Table, b.Row = 1, 1
		default:
			b.Kind = article.Code
		}
		d.a.Blocks = append(d.a.Blocks, b)
	}
	p := htmlOf(t, New(d.judged(), trialRun))
	p.holds(t)
	text := p.all(classed("annotated"))[0]
	var shape []string
	for n := range text.Descendants() {
		if n.Type == html.ElementNode && n.Data != "div" && n.Data != "tbody" {
			shape = append(shape, n.Data)
		}
		if level := attr(n, "aria-level"); level != "" {
			shape = append(shape, "heading"+level)
		}
	}
	if got, want := strings.Join(shape, " "), "heading3 heading4 ul li li table tr th th tr td td pre"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAHostileArticleStaysText(t *testing.T) {
	const hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) </style><svg onload=alert(1)> " +
		"\u202Etxet\u202C \x1b[31mred\x00 {{.Name}} ]]> &lt;b&gt; \" onfocus=\"alert(1) </title> <!-- `"
	d := newDraft(t, hostile+"\nHostile Works, a source\n")
	d.a.Title, d.a.Name, d.a.Language = hostile, "corpus/<b>.txt", "en\" onload=\"x"
	d.reference(hostile, hostile, "javascript:alert(1)", when.Year(2019), day(2020, 1, 1))
	d.claim(hostile, when.Month(2025, 3), "", 1)
	d.entity(hostile, article.Person, hostile)
	d.finding(check.Finding{Rule: "generic-title", Severity: check.Error, Span: d.at(hostile), Message: hostile, Help: hostile, Line: hostile, References: []int{0}, Fingerprint: "dd"})
	b := New(d.judged(), trialRun)
	p := htmlOf(t, b)
	p.holds(t)
	known := map[string]bool{}
	for _, n := range htmlOf(t, New(harbour(t).judged(), trialRun)).nodes {
		known[n.Data] = true
	}
	for _, n := range p.nodes {
		if !known[n.Data] {
			t.Errorf("an element %q comes of it", n.Data)
		}
	}
	for _, out := range [][]byte{p.source, b.SVG()} {
		if bytes.ContainsAny(out, "\x00\x1b\u202E\u202C") {
			t.Error("control or direction characters reach the file")
		}
	}
	if !strings.Contains(textOf(p.all(classed("annotated"))[0]), "[U+202E]txet[U+202C]") {
		t.Error("a turn of direction is not shown")
	}
}

func TestAPageIsTheSameTwice(t *testing.T) {
	for name, b := range webTrials(t) {
		first, second := htmlOf(t, b).source, htmlOf(t, b).source
		if !bytes.Equal(first, second) {
			t.Errorf("%s: two pages of one briefing differ", name)
		}
		if !bytes.Equal(b.SVG(), b.SVG()) {
			t.Errorf("%s: two drawings of one briefing differ", name)
		}
	}
}

// Every verdict and grade that a page can show can be taken out of sight, and
// has its own kind of line.
func TestTheStyleKnowsEveryVerdictAndGrade(t *testing.T) {
	var style string
	for _, name := range briefingStyles {
		style += asset(name)
	}
	lines := map[string]bool{}
	for _, v := range Verdicts {
		if !strings.Contains(style, "#show-"+string(v.Word)+":not(:checked)") {
			t.Errorf("%s cannot be taken out of sight", v.Word)
		}
		rule := regexp.MustCompile(`\.v-` + string(v.Word) + ` \{ (.*) \}`).FindStringSubmatch(style)
		if rule == nil || lines[rule[1]] {
			t.Errorf("%s has no line of its own", v.Word)
			continue
		}
		lines[rule[1]] = true
	}
	for _, grade := range []string{"decision", "error", "warning", "info"} {
		if !strings.Contains(style, "#show-"+grade+":not(:checked)") {
			t.Errorf("%s cannot be taken out of sight", grade)
		}
	}
}

var styledColour = regexp.MustCompile(`--([a-z]+): (#[0-9a-f]{6})`)

// Each palette's colours can be read on its paper and on its wash.
func TestThePalettesCanBeRead(t *testing.T) {
	blocks := strings.Split(asset("page.css"), ":root {")[1:]
	if len(blocks) != 3 {
		t.Fatalf("there are %d palettes", len(blocks))
	}
	for i, block := range blocks {
		block, _, _ = strings.Cut(block, "}")
		palette := map[string]string{}
		for _, m := range styledColour.FindAllStringSubmatch(block, -1) {
			palette[m[1]] = m[2]
		}
		for _, name := range slices.Sorted(maps.Keys(palette)) {
			if slices.Contains([]string{"paper", "wash", "hair", "bar", "faint", "lit", "target"}, name) {
				continue
			}
			for _, ground := range []string{"paper", "wash", "lit", "target"} {
				if palette[ground] == "" {
					continue // print has no grounds but these
				}
				if c := contrast(t, palette[name], palette[ground]); c < 4.5 {
					t.Errorf("palette %d: %s on %s has a contrast of %.2f", i, name, ground, c)
				}
			}
		}
	}
}

func TestTheIndexPageCountsArticlesByOutcomeAndLinksGaps(t *testing.T) {
	articles, run := batchTrial(t)
	data, err := IndexHTML(articles, run)
	if err != nil {
		t.Fatal(err)
	}
	p := parsedPage(t, data)
	var counts []string
	for n := range p.all(classed("counts"))[0].Descendants() {
		if n.Data == "dd" {
			counts = append(counts, textOf(n))
		}
	}
	if want := []string{"1", "0", "0", "2", "3"}; !slices.Equal(counts, want) {
		t.Errorf("the outcomes are %v, want %v", counts, want)
	}
	for _, to := range []string{"trial.html#C3", "trial.html", "quay%20%231%2050%25.html"} {
		if len(p.all(func(n *html.Node) bool { return n.Data == "a" && attr(n, "href") == to })) == 0 {
			t.Errorf("nothing leads to %s", to)
		}
	}
}

// A finding's note stands where its words begin, however they are cut, and its
// sign where they end.
func TestAFindingsNoteStandsAtTheBeginningOfItsWords(t *testing.T) {
	d := newDraft(t, "The quay was widened in 2018 and closed.\n")
	d.claim("was widened in 2018", when.Interval{}, "")
	for _, words := range []string{"quay was widened in 2018 and", "in 2018", "2018 and closed"} {
		d.finding(check.Finding{Rule: "role-conflict", Severity: check.Warning, Span: d.at(words), Message: "about " + words, Fingerprint: words})
	}
	p := htmlOf(t, New(d.judged(), trialRun))
	p.holds(t)
	for _, f := range []struct{ card, begins string }{{"card-F1", "quay"}, {"card-F2", "in"}, {"card-F3", "2018"}} {
		card := p.byID(t, f.card)
		at := p.byID(t, attr(card, "data-at"))
		if got := strings.TrimSpace(textOf(at)); !strings.HasPrefix(got, f.begins) {
			t.Errorf("%s stands at %q, want %q", f.card, got, f.begins)
		}
	}
}

// Every note can be opened by keyboard without a script, and leads to its words
// as they lead to it.
func TestNotesAreOpenAndLinkedBothWays(t *testing.T) {
	p := htmlOf(t, New(manySources(t, 60), trialRun))
	cards := p.all(classed("card"))
	if len(cards) == 0 {
		t.Fatal("there is no note")
	}
	for _, card := range cards {
		id := attr(card, "id")
		if card.Data != "details" || !slices.ContainsFunc(card.Attr, func(a html.Attribute) bool { return a.Key == "open" }) {
			t.Errorf("%s is not an open <details>", id)
		}
		if len(p.all(func(n *html.Node) bool { return classed("sign")(n) && attr(n, "href") == "#"+id })) != 1 {
			t.Errorf("no sign leads to %s", id)
		}
		back := false
		for n := range card.Descendants() {
			back = back || n.Data == "a" && attr(n, "href") == "#"+attr(card, "data-at")
			if n.Data == "summary" && strings.Contains(textOf(n), "\n") {
				t.Errorf("the head of %s is not one line", id)
			}
		}
		if !back {
			t.Errorf("%s does not lead back", id)
		}
	}
}

// A finding of many claims links all of them, and shows a few until more are asked for.
func TestManyClaimsAreFolded(t *testing.T) {
	d := newDraft(t, "One claim. Another claim.\n")
	d.claim("One claim", when.Interval{}, "")
	b := New(d.judged(), trialRun)
	f := Finding{ID: "F1", Rule: "role-conflict", Severity: check.Warning, Message: "All of them."}
	for i := range linkedAtOnce + 3 {
		f.Claims = append(f.Claims, claimID(i))
		b.Claims = append(b.Claims, Claim{ID: claimID(i + 1), Word: check.Uncited})
	}
	b.Findings = []Finding{f}
	p := htmlOf(t, b)
	p.holds(t)
	where := p.all(classed("where"))[0]
	var folded, open int
	for n := range where.Descendants() {
		switch {
		case n.Data != "a":
		case n.Parent.Data == "details":
			folded++
		default:
			open++
		}
	}
	if folded != 3 || open != linkedAtOnce {
		t.Errorf("%d claims are shown and %d folded", open, folded)
	}
}
