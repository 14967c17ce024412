package citation

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/check"
)

//go:embed unused-reference.md
var unusedReferencePage string

var unusedReference = check.NewRule(check.Meta{
	Name:     "unused-reference",
	Family:   "citation",
	Summary:  "a numbered entry of the reference list is never cited",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     unusedReferencePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	used := make([]bool, len(a.References))
	cited := false
	for _, c := range a.Citations {
		if c.Reference >= 0 {
			used[c.Reference], cited = true, true
		}
	}
	if !cited || mixed(a) {
		return
	}
	opening := map[string]bool{} // numbers that open a paragraph lead to their entries all the same
	for _, at := range stray(a) {
		opening[strings.Trim(a.Words(at), "[]")] = true
	}
	carried := map[string]bool{} // a number given twice is another rule's finding
	var unused []int
	for i, r := range a.References {
		if !used[i] && !r.Label.IsZero() && !carried[r.Label.Text] && !opening[r.Label.Text] {
			unused = append(unused, i)
		}
		carried[r.Label.Text] = true
	}
	if len(unused) == 0 {
		return
	}
	first := a.References[unused[0]]
	f := check.Finding{
		Span:       first.Span,
		Message:    fmt.Sprintf("entry %s is never cited", first.Label.Text),
		Help:       "cite it where it supports the text, or move it to further reading",
		Label:      "no marker leads here",
		References: unused,
	}
	if n := len(unused); n > 1 {
		f.Message = fmt.Sprintf("entry %s and %d more of %d are never cited", first.Label.Text, n-1, len(a.References))
	}
	for _, i := range unused[1:] {
		f.Related = append(f.Related, check.Related{Span: a.References[i].Span, Label: "never cited"})
	}
	p.Report(f)
})
