package upkeep

import (
	_ "embed"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed unused-suppression.md
var unusedSuppressionPage string

var unusedSuppression = check.NewRule(check.Meta{
	Name:     "unused-suppression",
	Family:   "upkeep",
	Summary:  "a comment takes findings back where there are none",
	Since:    "0.1",
	Severity: check.Warning,
	Last:     true,
	Page:     unusedSuppressionPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	for _, s := range p.Suppressions {
		if len(s.Unused) == 0 {
			continue
		}
		help := "take the comment away"
		if len(s.Unused) < len(s.Rules) {
			help = "take the name out of the comment"
		}
		p.Report(check.Finding{
			Span:    place(p.Article.Text, s),
			Message: "nothing here needs the comment that disables " + strings.Join(s.Unused, ", "),
			Help:    help,
			Label:   "below <!-- " + s.Words + " -->",
		})
	}
})

// place returns the first word behind a comment, which is no part of the text;
// at the end of the article, the last word of all.
func place(text string, s check.Suppression) article.Span {
	start := min(s.Covers.Start, len(text))
	start += len(text[start:]) - len(strings.TrimLeft(text[start:], blanks))
	if start == len(text) {
		start = strings.LastIndexAny(strings.TrimRight(text, blanks), blanks) + 1
	}
	end := start + strings.IndexAny(text[start:]+" ", blanks)
	return article.Span{Start: start, End: end}
}

const blanks = " \t\n"
