package citation

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed text-after-references.md
var textAfterReferencesPage string

var textAfterReferences = check.NewRule(check.Meta{
	Name:     "text-after-references",
	Family:   "citation",
	Summary:  "the article goes on behind its reference list",
	Since:    "0.1",
	Severity: check.Info,
	Page:     textAfterReferencesPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	last := lastEntry(a)
	if last < 0 {
		return
	}
	var f check.Finding
	var blocks []int
	for i, claim := range a.Claims {
		if claim.Block <= last || claim.Sentence < 0 || a.Blocks[claim.Block].Kind != article.Paragraph || backMatter(a, claim.Block, a.Blocks[last].Section) {
			continue
		}
		if len(blocks) == 0 || blocks[len(blocks)-1] != claim.Block {
			blocks = append(blocks, claim.Block)
		}
		f.Claims = append(f.Claims, i)
	}
	if len(f.Claims) < fewestBehind {
		return
	}
	f.Span = a.Sentences[a.Claims[f.Claims[0]].Sentence].Span
	f.Message = "the article goes on behind its reference list"
	if n := len(blocks); n > 1 {
		f.Message = fmt.Sprintf("%d paragraphs follow the reference list", n)
	}
	f.Help = "move the text before the list, or head it as an appendix or a note"
	f.Label = "text goes on here"
	f.Related = []check.Related{{Span: a.Blocks[last].Span, Label: "the list ends here"}}
	p.Report(f)
})

// fewestBehind is how many claims make text: a single one is a closing line.
const fewestBehind = 2

// lastEntry returns the last block of the reference list to which markers lead, -1
// where there is none.
func lastEntry(a *article.Article) int {
	last := -1
	for _, c := range a.Citations {
		if c.Reference >= 0 {
			last = max(last, a.References[c.Reference].Block)
		}
	}
	for last >= 0 && last+1 < len(a.Blocks) && a.Blocks[last+1].Kind == article.Entry {
		last++
	}
	return last
}

// backMatter reports whether a block behind the list belongs there: an appendix, a
// note on the text, the author or the rights. The heading of the list itself says
// nothing of it.
func backMatter(a *article.Article, block, list int) bool {
	for at := a.Blocks[block].Section; at >= 0; at = a.Blocks[at].Section {
		if at != list && a.Blocks[at].Level > 1 && namesBackMatter(a.Words(a.Blocks[at].Span)) {
			return true
		}
	}
	return namesBackMatter(firstOf(a.Words(a.Blocks[block].Span)))
}

// firstOf returns the beginning of a paragraph, where such a note names itself.
func firstOf(words string) string {
	words = words[:min(len(words), 48)]
	if name, _, ok := strings.Cut(words, ":"); ok {
		return name
	}
	return words
}

func namesBackMatter(words string) bool {
	words = strings.ToLower(words)
	for _, w := range []string{"appendix", "annex", "supplement", "note", "acknowledg", "about the", "author", "funding", "conflict", "competing", "disclos", "disclaimer",
		"correction", "erratum", "copyright", "licen", "rights", "permission", "further reading", "see also", "external link", "related", "bibliography", "glossary",
		"abbreviation", "data availab", "contact", "contribut", "ethic", "availability", "this article", "this report", "originally published", "updated", "editor",
		"source", "reference", "literature", "translated", "cite this", "credits", "works cited", "methodolog", "table", "figure", "image", "photo"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}
