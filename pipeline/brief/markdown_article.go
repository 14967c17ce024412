package brief

import (
	"regexp"
	"strings"

	"citevet/pipeline/article"
)

// article shows the article's text, behind each claim its sign.
func (m *markdown) article(b Briefing) {
	passages := shownPassages(b)
	if len(passages) == 0 {
		return
	}
	m.heading(2, "The article, annotated")
	words := "Behind each claim stand the sign of its verdict and its ID, behind other words the sign and the ID of a finding that speaks of them. The references stand in the table of sources."
	if b.long() {
		words += " Of this long article only what a finding speaks of is shown, " + plural(len(passages), "paragraph") + "."
	}
	m.paragraph("%s", words)
	w := signer{map[string]Claim{}, map[string]Finding{}}
	for _, c := range b.Claims {
		w.claims[c.ID] = c
	}
	for _, f := range b.Findings {
		w.findings[f.ID] = f
	}
	for i := 0; i < len(passages); {
		end := rowEnd(passages, i)
		m.WriteString("> " + w.line(passages[i:end]) + "\n>\n")
		i = end
	}
	m.trimQuote()
}

// signer writes passages with their signs.
type signer struct {
	claims   map[string]Claim
	findings map[string]Finding
}

// line writes a passage, or the cells of one row of a table, as a paragraph.
func (w signer) line(cells []Passage) string {
	var text strings.Builder
	switch cells[0].Kind {
	case article.Heading:
		text.WriteString("§ ")
	case article.ListItem:
		text.WriteString("• ")
	}
	for i, p := range cells {
		if i > 0 {
			text.WriteString(" | ")
		}
		for _, s := range p.Stretches {
			text.WriteString(s.Text)
			if c, ok := w.claims[s.Claim]; ok && s.Ends {
				text.WriteString(" ‹" + wordsOf(c.Word).Tone.Glyph() + " " + c.ID + "›")
			}
			for _, sign := range s.Signs {
				text.WriteString(" ‹" + w.findings[sign.Finding].Tone().Glyph() + " " + sign.Finding + "›")
			}
		}
	}
	return graveSign.ReplaceAllString(inert(text.String()), " **$1**")
}

// graveSign is a sign that deserves a look, as it stands in the text when that
// can form no markup any more.
var graveSign = regexp.MustCompile(` ‹([✗!] [CF][0-9]+)›`)
