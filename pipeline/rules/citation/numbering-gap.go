package citation

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed numbering-gap.md
var numberingGapPage string

// widestGap is how many numbers in a row may be missing before the list is
// taken to be numbered by something else, years or catalogue numbers.
const widestGap = 50

var numberingGap = check.NewRule(check.Meta{
	Name:     "numbering-gap",
	Family:   "citation",
	Summary:  "the numbers of the reference list leave some out",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     numberingGapPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	if mixed(a) {
		return
	}
	cited := map[int]bool{}
	for _, c := range a.Citations {
		if n, ok := number(c.Label); ok && c.Reference < 0 {
			cited[n] = true
		}
	}
	var missing, after []int
	last, lastAt := 0, -1
	for i, r := range a.References {
		n, ok := number(r.Label.Text)
		if !ok {
			lastAt = -1
			continue
		}
		if lastAt >= 0 && n > last+1 && n-last <= widestGap {
			before := len(missing)
			for m := last + 1; m < n; m++ {
				if !cited[m] {
					missing = append(missing, m)
				}
			}
			if len(missing) > before {
				after = append(after, i)
			}
		}
		last, lastAt = n, i
	}
	if len(missing) > 0 {
		p.Report(gapFinding(a, missing, after))
	}
})

// gapFinding reports all missing numbers at the entry that follows the first gap.
func gapFinding(a *article.Article, missing, after []int) check.Finding {
	f := check.Finding{
		Span:       a.References[after[0]].Label.Span,
		Message:    fmt.Sprintf("the list has no entry %s", runs(missing)),
		Help:       "restore the missing entry, or number the list anew",
		Label:      "the numbers jump here",
		References: after[:1],
		Line:       fmt.Sprintf("the list has %s", runs(labels(a))),
	}
	f.Fixes = closed(a, missing)
	if len(missing) > 1 {
		f.Message = fmt.Sprintf("the list has no entries %s", runs(missing))
	}
	for _, i := range after[1:] {
		f.Related = append(f.Related, check.Related{Span: a.References[i].Label.Span, Label: "and here"})
	}
	return f
}

// closed numbers the entries after each gap down, and their markers with them.
func closed(a *article.Article, missing []int) []check.Fix {
	n, ok := numberingOf(a)
	if !ok {
		return nil
	}
	slices.Sort(missing)
	to := map[int]int{}
	for _, old := range n.order {
		below, _ := slices.BinarySearch(missing, old)
		to[old] = old - below
	}
	edits := append(n.markers(to), n.labels(to)...)
	slices.SortFunc(edits, func(x, y check.Edit) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	return []check.Fix{{Message: "close the gap in the numbers", Edits: edits, Safe: !spokenOf(a) && !spanned(a, missing)}}
}

// spanned reports whether a range of markers runs over a missing number, so that the
// text may mean the entry that is lost. The numbers are sorted.
func spanned(a *article.Article, missing []int) bool {
	for i := 1; i < len(a.Citations); i++ {
		from, _ := number(a.Citations[i-1].Label)
		to, _ := number(a.Citations[i].Label)
		if a.Citations[i-1].Span != a.Citations[i].Span || from >= to {
			continue
		}
		if k, _ := slices.BinarySearch(missing, from); k < len(missing) && missing[k] < to {
			return true
		}
	}
	return false
}
