package reference

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed access-without-day.md
var accessWithoutDayPage string

var accessWithoutDay = check.NewRule(check.Meta{
	Name:     "access-without-day",
	Family:   "reference",
	Summary:  "access dates name a month or a year and no day",
	Since:    "0.1",
	Severity: check.Info,
	Page:     accessWithoutDayPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var vague []int
	dates := 0
	for i := range a.References {
		r := &a.References[i]
		if r.Accessed.When.IsZero() || !check.Own(r, r.Accessed.Field) || r.URL.IsZero() && r.DOI.IsZero() {
			continue
		}
		dates++
		if len(r.Accessed.Readings) == 1 && !r.Accessed.When.IsDay() && !namesProgram(a, r) {
			vague = append(vague, i)
		}
	}
	if len(vague) == 0 {
		return
	}
	f := check.Finding{
		Span:       a.References[vague[0]].Accessed.Span,
		Message:    "the access date names no day",
		Help:       "give the day: a page can change within a month",
		Label:      "no day",
		Proof:      []article.Premise{premise("accessed", a.References[vague[0]].Accessed)},
		References: vague,
	}
	if len(vague) > 1 {
		f.Message = fmt.Sprintf("%d of %d access dates name no day", len(vague), dates)
	}
	for _, i := range vague[1:] {
		f.Related = append(f.Related, check.Related{Span: a.References[i].Accessed.Span, Label: "no day"})
	}
	p.Report(f)
})

// namesProgram reports whether the date may belong to the database program that
// is called Access ("Access 2010").
func namesProgram(a *article.Article, r *article.Reference) bool {
	before := strings.TrimRight(a.Text[r.Span.Start:r.Accessed.Span.Start], " ")
	return strings.HasSuffix(before, "Access")
}
