package citation

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed uncited-claim.md
var uncitedClaimPage string

type uncitedClaimOptions struct {
	MinWorth float64 `json:"min-worth" doc:"check-worthiness from which a claim should carry a marker" min:"0" max:"1"`
}

var uncitedClaim = check.NewRule(check.Meta{
	Name:     "uncited-claim",
	Family:   "citation",
	Summary:  "check-worthy claims carry no marker in an article that cites",
	Since:    "0.1",
	Severity: check.Info,
	Page:     uncitedClaimPage,
}, uncitedClaimOptions{MinWorth: 0.7}, func(p *check.Pass, o uncitedClaimOptions) {
	a := p.Article
	if len(a.Citations) < fewestMarkers || mixed(a) {
		return
	}
	c := coverageOf(a)
	var uncited []int
	worthy, sentence := 0, -1
	for i, claim := range a.Claims {
		if claim.Worth < o.MinWorth || claim.Mood != article.Asserted && claim.Mood != article.Ongoing || c.exempt[claim.Block] {
			continue
		}
		if claim.Sentence >= 0 && claim.Sentence == sentence {
			continue // another clause of a sentence that is already counted
		}
		sentence = claim.Sentence
		worthy++
		if !c.covers(a, claim) {
			uncited = append(uncited, i)
		}
	}
	if len(uncited) == 0 {
		return
	}
	f := check.Finding{
		Span:    a.Claims[uncited[0]].Span,
		Message: fmt.Sprintf("%d of %d check-worthy claims carry no marker", len(uncited), worthy),
		Help:    "cite a source where the claim is made, or at the end of its paragraph",
		Label:   "no marker",
		Claims:  uncited,
	}
	for _, i := range uncited[1:] {
		f.Related = append(f.Related, check.Related{Span: a.Claims[i].Span, Label: "no marker"})
	}
	p.Report(f)
})

// fewestMarkers is how many markers show that an article means to cite.
const fewestMarkers = 3

// coverage says which sentences and blocks are reached by a marker, and which
// blocks need none.
type coverage struct {
	sentence []bool // a marker stands in it or closes it
	block    []bool // a marker closes the block, or heads the cell
	exempt   []bool // summaries and leads repeat what is cited elsewhere
}

func coverageOf(a *article.Article) coverage {
	c := coverage{make([]bool, len(a.Sentences)), make([]bool, len(a.Blocks)), exemptBlocks(a)}
	last := make([]int, len(a.Blocks))
	for i, s := range a.Sentences {
		last[s.Block] = i
	}
	marked := make([]bool, len(a.Blocks))
	rows := map[[2]int]bool{} // tables often keep a column for the markers
	for _, m := range a.Citations {
		b := a.Blocks[m.Block]
		marked[m.Block] = true
		rows[[2]int{b.Table, b.Row}] = true
		if m.Sentence >= 0 {
			c.sentence[m.Sentence] = true
		}
		if m.Sentence < 0 || m.Sentence == last[m.Block] {
			c.block[m.Block] = true
		}
	}
	lead := -1 // the paragraph that introduces the list
	for i, b := range a.Blocks {
		switch b.Kind {
		case article.Cell, article.TableHead:
			c.block[i] = rows[[2]int{b.Table, b.Row}] || b.ColumnHead >= 0 && marked[b.ColumnHead]
		case article.ListItem:
			c.block[i] = c.block[i] || lead >= 0 && c.block[lead]
		case article.Paragraph:
			lead = -1
			if strings.HasSuffix(strings.TrimRight(plainEnd(a, b.Span), " \t\n"), ":") {
				lead = i
			}
		default:
			lead = -1
		}
	}
	return c
}

// plainEnd returns a block's text up to the markers that close it.
func plainEnd(a *article.Article, s article.Span) string {
	text := a.Text[s.Start:s.End]
	for strings.HasSuffix(text, "]") {
		text = strings.TrimRight(text[:max(0, strings.LastIndexByte(text, '['))], " \t\n")
	}
	return text
}

func (c coverage) covers(a *article.Article, claim article.Claim) bool {
	return len(claim.Citations) > 0 || c.block[claim.Block] || claim.Sentence >= 0 && c.sentence[claim.Sentence]
}

// exemptBlocks marks the blocks that by custom carry no markers: summaries,
// which repeat, the lead of an article in sections, which announces, and quotes.
func exemptBlocks(a *article.Article) []bool {
	out := make([]bool, len(a.Blocks))
	sections := 0
	for i, b := range a.Blocks {
		if b.Kind == article.Heading && i > 0 {
			sections++
		}
	}
	for i, b := range a.Blocks {
		lead := b.Section <= 0 // under the title or under nothing
		switch {
		case b.Kind == article.Quote, b.Kind == article.Furniture, b.Kind == article.Heading:
			out[i] = true
		case lead && sections >= 2:
			out[i] = true
		case b.Section >= 0:
			out[i] = summarises(a.Text[a.Blocks[b.Section].Span.Start:a.Blocks[b.Section].Span.End])
		}
		out[i] = out[i] || summarises(firstWords(a.Text[b.Span.Start:b.Span.End]))
	}
	return out
}

// summarises reports whether a heading, or the words a paragraph begins with,
// announce what is said elsewhere.
func summarises(words string) bool {
	words = strings.ToLower(words)
	for _, w := range []string{"summary", "in sum", "conclusion", "in conclusion", "concluding", "abstract", "introduction", "overview",
		"key takeaways", "takeaways", "to sum up", "closing", "methodology", "discussion", "recommendations", "in short,", "overall,"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

func firstWords(s string) string { return s[:min(len(s), 16)] }
