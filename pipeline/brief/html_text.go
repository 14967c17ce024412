package brief

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// webGroup is a run of passages that a page shows as one thing: a paragraph, a
// list, a table.
type webGroup struct {
	Kind string // "text", "list" or "table"
	Rows []webRow
}

// webRow is a part of the article with the notes that stand beside it.
type webRow struct {
	Kind    article.BlockKind
	Heading int      // level of a heading within the page, else 0
	Runs    []webRun // of a table none
	Head    bool     // of a table's cell: it heads others
	Table   [][]webRow
	Cards   []webCard
}

// webRun is text within one claim or within none.
type webRun struct {
	Claim *webClaim // nil outside claims
	ID    string    // of the element, where a claim begins
	Last  bool      // the claim ends here
	Parts []webPart
}

// webPart is text of one meaning within a run.
type webPart struct {
	Text   string
	Source int // number of the source that a marker leads to, 0 for none
	Marked bool
	Signs  []webSign

	ID    string // where a note stands beside it
	Notes string // IDs of the findings whose notes stand beside it, parted by spaces
	bytes int    // of the article's text, which Text may be longer than
}

// webSign stands in the text for a finding outside claims.
type webSign struct {
	ID      string
	Finding *Finding
	Numbers string // of its sources, parted by spaces
	Card    bool   // the finding's note stands beside the words that end here
}

// webCard is a note beside the text: of a claim with what was found of it, or
// of a finding that is about no claim.
type webCard struct {
	Claim   *webClaim
	Finding *Finding // nil on a claim's card
	Numbers string   // of the finding's sources, parted by spaces
	At      string   // ID of the words it stands beside
}

// Weight orders the notes that want the same room, the gravest highest: a
// decision, an error or a claim in conflict, a warning or a claim to review, the rest.
func (c webCard) Weight() int {
	if c.Finding != nil {
		return weightOf(c.Finding)
	}
	weight := map[Tone]int{ToneConflict: 2, ToneReview: 1}[c.Claim.Verdict.Tone]
	for _, note := range c.Claim.Notes {
		weight = max(weight, weightOf(note.Finding))
	}
	return weight
}

func weightOf(f *Finding) int {
	if f.Decision {
		return 3
	}
	return int(f.Severity - check.Info)
}

// webNote is a finding on a claim's card.
type webNote struct {
	*Finding
	Told string // the claim whose card has its words already, empty where this one has
}

// webClaim is a claim with what a page needs to link it.
type webClaim struct {
	Claim
	Verdict VerdictWords
	Card    bool // a note stands beside it
	Notes   []webNote
	Numbers string // of its sources, parted by spaces
}

// annotator lays the article out for a page.
type annotator struct {
	claims   map[string]*webClaim
	findings map[string]*Finding
	sources  map[string]int
	placed   map[string]bool   // IDs that stand in the text
	told     map[string]string // by a finding, the claim whose card says it
	heading  int               // level of the heading before
}

// Headings of the article stand below the page's own of the second level.
const pageLevel = 2

// groups lays the passages out.
func (w *annotator) groups(text []Passage) []webGroup {
	w.heading = pageLevel
	var groups []webGroup
	for i := 0; i < len(text); {
		if text[i].Table == 0 {
			kind := "text"
			if text[i].Kind == article.ListItem || text[i].Kind == article.Entry {
				kind = "list"
			}
			row := w.row(text[i])
			if n := len(groups); kind == "list" && n > 0 && groups[n-1].Kind == kind && groups[n-1].Rows[0].Kind == row.Kind {
				groups[n-1].Rows = append(groups[n-1].Rows, row)
			} else {
				groups = append(groups, webGroup{kind, []webRow{row}})
			}
			i++
			continue
		}
		from := i
		for i < len(text) && text[i].Table == text[from].Table {
			i++
		}
		groups = append(groups, webGroup{"table", []webRow{w.table(text[from:i])}})
	}
	return groups
}

func (w *annotator) row(p Passage) webRow {
	row := webRow{Kind: p.Kind}
	if p.Kind == article.Heading {
		w.heading = min(pageLevel+max(p.Level, 1), w.heading+1, 6)
		row.Heading = w.heading
	}
	row.Runs = w.runs(p, &row)
	return row
}

// table sets cells into the lines they stand in.
func (w *annotator) table(cells []Passage) webRow {
	row := webRow{Kind: article.Cell}
	last := -1
	for _, p := range cells {
		if p.Row != last || len(row.Table) == 0 {
			row.Table = append(row.Table, nil)
			last = p.Row
		}
		line := &row.Table[len(row.Table)-1]
		*line = append(*line, webRow{Kind: p.Kind, Head: p.Kind == article.TableHead, Runs: w.runs(p, &row)})
	}
	return row
}

// runs joins a passage's stretches by claim; the notes go to the row.
func (w *annotator) runs(p Passage, row *webRow) []webRun {
	var runs []webRun
	for _, s := range p.Stretches {
		n := len(runs)
		if claim := w.claims[s.Claim]; n == 0 || runs[n-1].Claim != claim {
			run := webRun{Claim: claim}
			if claim != nil && !w.placed[claim.ID] {
				w.placed[claim.ID] = true
				run.ID = claim.ID
			}
			runs = append(runs, run)
			n++
		}
		run := &runs[n-1]
		part := webPart{Text: inertLines(s.Text), Source: w.sources[s.Source], Marked: s.Marked, bytes: len(s.Text)}
		for _, sign := range s.Signs {
			part.Signs = append(part.Signs, w.sign(sign))
		}
		run.Parts = append(run.Parts, part)
		for i, sign := range part.Signs {
			if sign.Card {
				row.Cards = append(row.Cards, sign.beside(firstOfWords(runs, s.Signs[i].Length)))
			}
		}
		if s.Ends && run.ID != "" && !run.Last {
			run.Last = true
			if run.Claim.Card {
				row.Cards = append(row.Cards, webCard{Claim: run.Claim, At: run.ID})
			}
		}
	}
	return runs
}

// sign stands where a finding's words end. The finding has a note of its own
// unless that of a claim tells it.
func (w *annotator) sign(s Sign) webSign {
	id := signID(s.Finding, s.Place)
	w.placed[id] = true
	f := w.findings[s.Finding]
	return webSign{id, f, numbersOf(f.Sources, w.sources), s.Place == 0 && len(f.Claims) == 0}
}

// beside returns the note of a sign's finding beside the part that its words begin with.
func (s webSign) beside(first *webPart) webCard {
	if first.ID == "" {
		first.ID = "words-" + s.Finding.ID
	}
	first.Notes = strings.TrimSpace(first.Notes + " " + s.Finding.ID)
	return webCard{Finding: s.Finding, Numbers: s.Numbers, At: first.ID}
}

// firstOfWords returns the part in which the last n bytes of the runs begin, or
// the first one where they have fewer.
func firstOfWords(runs []webRun, n int) *webPart {
	for i := len(runs) - 1; i >= 0; i-- {
		parts := runs[i].Parts
		for k := len(parts) - 1; k >= 0; k-- {
			if n -= parts[k].bytes; n <= 0 {
				return &parts[k]
			}
		}
	}
	return &runs[0].Parts[0]
}

// numbersOf returns the numbers of the sources with these labels, parted by spaces.
func numbersOf(labels []string, sources map[string]int) string {
	var numbers []string
	for _, l := range labels {
		if n := sources[l]; n > 0 {
			numbers = append(numbers, fmt.Sprint(n))
		}
	}
	return strings.Join(distinct(numbers), " ")
}

// note decides whether a claim has a note: where its verdict asks for a look, or a
// finding is about it that no claim before it tells.
func (w *annotator) note(c *webClaim) {
	c.Card = c.Verdict.Tone == ToneConflict || c.Verdict.Tone == ToneReview
	for _, id := range c.Findings {
		c.Card = c.Card || w.told[id] == ""
	}
	if !c.Card {
		return
	}
	for _, id := range c.Findings {
		c.Notes = append(c.Notes, webNote{w.findings[id], w.told[id]})
		if w.told[id] == "" {
			w.told[id] = c.ID
		}
	}
}

// signID names the element that stands in the text for a finding's place.
func signID(finding string, place int) string { return fmt.Sprintf("at-%s-%d", finding, place+1) }

// inertLines shows what acts without being seen, and leaves line ends alone.
func inertLines(s string) string {
	if strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	lines := strings.Split(strings.ReplaceAll(s, "\t", " "), "\n")
	for i, l := range lines {
		lines[i] = visible(l)
	}
	return strings.Join(lines, "\n")
}

// languageTag returns a language as a page may name it, empty where it is none.
func languageTag(s string) string {
	tag, err := language.Parse(s)
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}
