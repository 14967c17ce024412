package citation

import (
	_ "embed"
	"fmt"
	"slices"
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
	return opensBackMatter(a.Words(a.Blocks[block].Span))
}

// backMatterNames are what such parts call themselves, or begin with.
var backMatterNames = []string{"appendi", "annex", "supplement", "note", "acknowledg", "about the", "author", "funding", "conflict", "competing", "disclos", "disclaimer",
	"correction", "erratum", "copyright", "licen", "all rights", "rights", "permission", "further reading", "see also", "external link", "related", "bibliography", "glossary",
	"abbreviation", "data availab", "contact", "contribut", "ethic", "availability", "this article", "this report", "originally published", "updated", "editor",
	"source", "reference", "literature", "translated", "cite this", "credit", "works cited", "table", "figure", "image", "photo"}

// namesBackMatter reports whether a heading is that of such a part.
func namesBackMatter(heading string) bool {
	heading = strings.ToLower(heading)
	return slices.ContainsFunc(backMatterNames, func(name string) bool { return strings.Contains(heading, name) })
}

// opensBackMatter reports whether a paragraph names itself so with its first words:
// "Correction: …", "This article was first …".
func opensBackMatter(words string) bool {
	words = strings.ToLower(words[:min(len(words), 48)])
	name, _, colon := strings.Cut(words, ":")
	return colon && namesBackMatter(name) || slices.ContainsFunc([]string{"this article", "this report", "copyright", "©", "all rights", "originally published",
		"translated by", "the author", "about the"}, func(name string) bool { return strings.HasPrefix(words, name) })
}
