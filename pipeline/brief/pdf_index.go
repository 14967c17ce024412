package brief

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"citevet/pipeline/brief/page"
)

// digests is how many articles of a batch are told of one by one.
const digests = 200

// IndexPDF returns index.pdf, one file over all articles of a batch: a page with
// the numbers and the articles by consequence, what was found across them, and
// for each article its verdict and its key findings. The Results of the options
// are those of the run.
func IndexPDF(articles []RunResult, run Run, o PDFOptions) ([]byte, error) {
	return indexSheets(articles, run, o).Bytes()
}

func indexSheets(articles []RunResult, run Run, o PDFOptions) *page.Document {
	title := "Briefings of " + dayWords(run.AsOf)
	s := newSheets(o, page.Info{Title: title, Subject: batchWords(batchOf(articles, run)) + " " + Standing, Running: title}, run)
	judged := byConsequence(articles)
	var titles strings.Builder
	for _, a := range judged {
		titles.WriteString(a.Title)
	}
	s.Prefer(titles.String())
	s.Add(s.line(labelStyle, s.width, "Citation briefings · "+dayWords(run.AsOf)))
	s.Add(s.line(titleStyle, s.width, plural(len(judged), "article")).As(page.Title).Outlined("cover", "Overview", 0), page.Before(6))
	s.Add(s.line(strongStyle, s.width, outcomeWords(judged)), page.Before(10))
	s.Add(s.line(bodyStyle, s.width, indexWords(articles, run)), page.Before(3))
	s.Add(s.line(bodyStyle, s.width, Standing+" "+verdictsBelong), page.Before(3))
	s.Add(s.verdictCounts(allVerdicts(judged)), page.Before(16))
	s.overview(judged)
	s.across(run)
	s.notJudged(articles)
	s.digests(judged)
	s.Add(s.line(noteStyle, s.width, "Made by "+run.Name()+"."), page.Before(18))
	for _, p := range s.fontsUsed() {
		s.Add(s.line(speaking(noteStyle, ""), s.width, p.Head+": "+p.Text+"."), page.Before(3))
	}
	for _, words := range characterWords(s.Missing()) {
		s.Add(s.line(noteStyle, s.width, words), page.Before(3))
	}
	return s.Document
}

// allVerdicts counts the claims of all articles by verdict.
func allVerdicts(judged []RunResult) Counts {
	n := Counts{Verdicts: make([]int, len(Verdicts))}
	for _, a := range judged {
		for i, v := range Verdicts {
			n.Verdicts[i] += a.Counts.Verdicts[v.Word]
		}
	}
	return n
}

// tonal sets words after their glyph, in the glyph's colour.
func (s sheets) tonal(width float64, style page.Style, t Tone, words string) page.Box {
	sign := in(style, t.colour())
	sign.Face = page.SansBold
	return s.Text(width, page.Left, page.Span{Text: t.Glyph() + " ", Style: sign}, page.Span{Text: words, Style: in(style, t.colour())})
}

// longestTitle is how many characters of a title the overview shows; the part that
// tells of the article has all.
const longestTitle = 90

// overview is a row an article, the gravest first.
func (s sheets) overview(judged []RunResult) {
	s.section("Articles")
	if len(judged) == 0 {
		s.Add(s.line(bodyStyle, s.width, "No article was judged."))
		return
	}
	const number, verdict, gap = 28.0, 88.0, 50.0
	first := s.width - verdict - gap - 5*number - 7*tableGutter
	columns := []page.Column{{Title: "article", Width: first}, {Title: "verdict", Width: verdict}}
	for _, name := range []string{"claims", "sources", "errors", "warn.", "notes"} {
		columns = append(columns, page.Column{Title: name, Width: number, Align: page.Right})
	}
	t := s.hairTable(append(columns, page.Column{Title: "worst gap", Width: gap})...)
	for i, a := range judged {
		name := page.Span{Text: quoted(a.Title, longestTitle), Style: in(smallStyle, accent), Anchor: digestAnchor(i)}
		if i >= digests {
			name.Anchor, name.Style.Colour = "", ink
		}
		cells := []page.Box{
			page.Stack(s.Text(first, page.Left, name), s.line(labelStyle, first, a.Name)),
			s.tonal(verdict, beside(smallStyle), a.tone, a.Verdict),
		}
		for _, n := range []int{a.Counts.Claims, a.Counts.References, a.Counts.Errors, a.Counts.Warnings, a.Counts.Infos} {
			cells = append(cells, s.Text(number, page.Right, page.Span{Text: fmt.Sprint(n), Style: beside(smallStyle)}))
		}
		t.Row(append(cells, s.line(smallStyle, gap, cmp.Or(a.gapWords(), "–")))...)
	}
	s.AddTable(0, 0, t)
	if slices.ContainsFunc(judged, func(a RunResult) bool { return a.WorstGap != nil }) {
		s.Add(s.line(noteStyle, s.width, gapNote), page.Before(4))
	}
}

// across lists what was found between articles.
func (s sheets) across(run Run) {
	if len(run.Across) == 0 {
		return
	}
	s.section("Across the articles")
	const severity, where = 50.0, 150.0
	what := s.width - severity - where - 2*tableGutter
	t := s.hairTable(page.Column{Title: "severity", Width: severity}, page.Column{Title: "finding", Width: what}, page.Column{Title: "where", Width: where})
	t.Named = false
	for _, f := range run.Across {
		var places []string
		for i, p := range f.Places {
			if i == shownPlaces {
				places = append(places, fmt.Sprintf("and %d more", len(f.Places)-i))
				break
			}
			places = append(places, fmt.Sprintf("%s:%d:%d", p.Name, p.Start.Line, p.Start.Column))
		}
		message := s.Text(what, page.Left, page.Span{Text: sentenceCase(datesInWords(quoted(f.Message, 400))) + "  ", Style: smallStyle}, page.Span{Text: f.Rule, Style: labelStyle})
		if f.Help != "" {
			message = page.Stack(message, s.line(noteStyle, what, sentenceCase(datesInWords(quoted(f.Help, 400)))))
		}
		of := Finding{Severity: f.Severity}
		t.Row(s.tonal(severity, beside(smallStyle), of.Tone(), of.gradeWords()), message, s.line(beside(smallStyle), where, strings.Join(places, ", ")))
	}
	s.AddTable(0, 0, t)
}

// notJudged lists the inputs that failed, with the way out.
func (s sheets) notJudged(articles []RunResult) {
	first := true
	for _, a := range articles {
		if a.Counts != nil {
			continue
		}
		if first {
			s.section("Not judged")
		}
		before := 4.0
		if first {
			before = 0
		}
		s.named(a.Name, a.Message, before)
		first = false
	}
}

func digestAnchor(i int) string { return fmt.Sprintf("article-%d", i+1) }

// digests tells of each article in a few lines.
func (s sheets) digests(judged []RunResult) {
	if len(judged) == 0 {
		return
	}
	s.section("One by one")
	for i, a := range judged[:min(digests, len(judged))] {
		before := 14.0
		if i == 0 {
			before = 0
		}
		s.digest(i, a, before)
	}
	if more := len(judged) - digests; more > 0 {
		s.Add(s.line(noteStyle, s.width, "Not told of one by one: "+plural(more, "article")+", with the lightest findings; each has a briefing of its own."), page.Before(14))
	}
}

func (s sheets) digest(i int, a RunResult, before float64) {
	width := s.readWidth()
	head := page.Joined(page.Topic, s.line(strongStyle, width, a.Title))[0]
	margin := []page.Box{s.line(labelStyle, nameWidth, a.Name).As(page.Paragraph)}
	for _, o := range a.Outputs {
		if path.Ext(o) == ".pdf" {
			margin = append(margin, s.line(labelStyle, nameWidth, o).As(page.Paragraph))
		}
	}
	text := []page.Box{
		page.Stack(head, s.tonal(width, findingStyle, a.cover.Tone, a.cover.Verdict+". "+a.cover.Sentence).As(page.Paragraph)),
		s.line(smallStyle, width, verdictsOf(a)).As(page.Paragraph),
	}
	for _, f := range a.key {
		text = append(text, page.Stack(page.Space(2), s.Text(width, page.Left,
			page.Span{Text: f.ID + " " + f.Tone().Glyph() + " ", Style: in(headStyle, f.Tone().colour())},
			page.Span{Text: f.Message + "  ", Style: smallStyle}, page.Span{Text: placesWords(f.Places), Style: labelStyle})).Whole().As(page.Paragraph))
	}
	whole := page.Beside(page.Placed{Box: page.Stack(margin...).Whole()}, page.Placed{X: readLeft, Box: page.Stack(text...)}).Whole()
	s.Add(whole.Outlined(digestAnchor(i), a.Title, 1), page.Before(before))
}

// verdictsOf counts an article's claims by verdict, those that occur.
func verdictsOf(a RunResult) string {
	var kinds []string
	for _, v := range Verdicts {
		if n := a.Counts.Verdicts[v.Word]; n > 0 {
			kinds = append(kinds, fmt.Sprintf("%d %s", n, v.Name))
		}
	}
	findings := severityCounts(a.Counts.Decision, a.Counts.Errors, a.Counts.Warnings, a.Counts.Infos)
	words := plural(a.Counts.Claims, "claim") + prefixed(": ", strings.Join(kinds, ", ")) + "."
	if len(findings) > 0 {
		words += " " + sentenceCase(listWords(findings))
	}
	return words
}
