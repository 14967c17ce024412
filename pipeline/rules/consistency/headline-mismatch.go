package consistency

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/check"
)

//go:embed headline-mismatch.md
var headlineMismatchPage string

var headlineMismatch = check.NewRule(check.Meta{
	Name:     "headline-mismatch",
	Family:   "consistency",
	Summary:  "the headline has a name or a number that the article has not",
	Since:    "0.1",
	Severity: check.Info,
	Page:     headlineMismatchPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	h, ok := headlineOf(read(p.Article))
	if !ok {
		return
	}
	if at := h.missingName(p.Almanac); !at.IsZero() {
		p.Report(check.Finding{
			Span:    at,
			Message: fmt.Sprintf("the headline names “%s”, and the article does not", oneLine(words(p.Article, at))),
			Help:    "name in the article whom the headline is about, or mend the headline",
			Label:   "only here",
		})
	}
	if at := h.missingNumber(); !at.IsZero() {
		p.Report(check.Finding{
			Span:    at,
			Message: fmt.Sprintf("no number of the article is the headline's %s, or rounds to it", oneLine(words(p.Article, at))),
			Help:    "give the number in the article, or mend the headline",
			Label:   "only here",
		})
	}
})
