package reference

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed url-in-title.md
var urlInTitlePage string

var urlInTitle = check.NewRule(check.Meta{
	Name:     "url-in-title",
	Family:   "reference",
	Summary:  "an address stands in the title",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     urlInTitlePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []check.Finding
	for i := range a.References {
		r := &a.References[i]
		text := textOf(a, r)
		title := quotedTitle(text)
		words := text[title.Start:title.End]
		at := addressInWords.FindStringIndex(words)
		if at == nil || closesTitle(words, at) && !strings.Contains(text[title.End:], words[at[0]:at[1]]) {
			continue
		}
		start := r.Span.Start + title.Start
		found = append(found, check.Finding{
			Span:       article.Span{Start: start + at[0], End: start + at[1]},
			Message:    "an address stands in the title",
			Help:       "give the title that stands on the work, and the address beside it",
			Label:      "an address",
			References: []int{i},
		})
	}
	reportTogether(p, found, fmt.Sprintf("an address stands in the title of %d entries", len(found)))
})

// closesTitle reports whether words of a title stand before the address and none
// after it: then it is the entry's address, put inside the quotation marks.
func closesTitle(words string, at []int) bool {
	return hasWords(words[:at[0]]) && !hasWords(words[at[1]:])
}

// quotedTitle returns the place of the first words of an entry that stand between
// quotation marks, by which the entry itself says where its title ends.
func quotedTitle(text string) article.Span {
	m := quoted.FindStringSubmatchIndex(text)
	for g := 2; g+1 < len(m); g += 2 {
		if m[g] >= 0 {
			return article.Span{Start: m[g], End: m[g+1]}
		}
	}
	return article.Span{}
}

var quoted = regexp.MustCompile(`^(?:[^"“„«]*[\s(\[])?(?:"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»)`)

// addressInWords finds an address that leads to a page. A site's name alone
// ("Tradepress.com: how it began") may well be part of a title.
var addressInWords = regexp.MustCompile(`(?i)\b(?:https?://[^\s"“”<>]+\.[^\s"“”<>]+|www\.[^\s"“”<>/]+\.[^\s"“”<>/]+/[^\s"“”<>]+)`)
