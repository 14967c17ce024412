package reference

import (
	_ "embed"
	"fmt"
	"sort"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed archive-without-partner.md
var archiveWithoutPartnerPage string

var archiveWithoutPartner = check.NewRule(check.Meta{
	Name:     "archive-without-partner",
	Family:   "reference",
	Summary:  "an archive date stands without the copy's address, or a copy whose address hides the original without that",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     archiveWithoutPartnerPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var copied, uncopied, orphans []int
	shown := 0 // of the uncopied, those whose own address stands in their words
	for i := range a.References {
		r := &a.References[i]
		switch {
		case check.Own(r, r.ArchiveURL) && orphaned(a, r):
			orphans = append(orphans, i)
		case !check.Own(r, r.Archived.Field) || r.Archived.Span.Overlaps(r.ArchiveURL.Span):
		case check.Own(r, r.ArchiveURL) || linked(a, r.Archived.Span) || strings.Count(textOf(a, r), "://") > 1:
			copied = append(copied, i)
		default:
			uncopied = append(uncopied, i)
			if check.Own(r, r.URL) && strings.Contains(r.URL.Text, "://") && !lostItsLink(a, r.Archived.Span) {
				shown++
			}
		}
	}
	report := func(entries []int, at func(*article.Reference) article.Span, one, many, label, help string) {
		if len(entries) == 0 {
			return
		}
		f := check.Finding{Span: at(&a.References[entries[0]]), Message: one, Label: label, Help: help, References: entries}
		if len(entries) > 1 {
			f.Message = fmt.Sprintf(many, len(entries))
		}
		for _, i := range entries[1:] {
			f.Related = append(f.Related, check.Related{Span: at(&a.References[i]), Label: label})
		}
		p.Report(f)
	}
	report(orphans, func(r *article.Reference) article.Span { return r.ArchiveURL.Span },
		"the entry leads to an archived copy alone, whose address does not show the original",
		"%d entries lead to archived copies alone, whose addresses do not show the originals",
		"no original", "add the address of the original: an archive may go")
	if showsCopies(len(copied), len(uncopied)) || shown == len(uncopied) && shown <= fewUncopied {
		one := "the entry has an archive date and no copy's address"
		if len(copied) > 0 {
			one += fmt.Sprintf(", unlike %d others", len(copied))
		}
		report(uncopied, func(r *article.Reference) article.Span { return r.Archived.Span }, one,
			"%d entries have an archive date and no copy's address",
			"no copy", "add the copy's address, or take the archive date away")
	}
})

// lostItsLink reports whether a date stands behind "archived from the original
// on", in which encyclopedias carry the link to the copy: on paper only the words
// are left.
func lostItsLink(a *article.Article, date article.Span) bool {
	before := a.Text[max(0, date.Start-len("archived from the original on ")-2):date.Start]
	return strings.Contains(strings.Join(strings.Fields(strings.ToLower(before)), " "), "from the original")
}

// fewestCopies is how many entries with a copy's address show that a list gives
// them. Lists that were printed or flattened have lost all of them.
const fewestCopies = 3

// fewUncopied is how many entries that show their own address may lack the copy's
// by mistake; where more do, it was lost to whatever printed the list.
const fewUncopied = 1

// showsCopies reports whether a list gives its copies' addresses as a rule.
func showsCopies(with, without int) bool {
	return with >= fewestCopies && with >= 4*without
}

// orphaned reports whether an entry leads to its work by an archived copy alone,
// which does not show the original's address.
func orphaned(a *article.Article, r *article.Reference) bool {
	if !r.URL.IsZero() || !r.DOI.IsZero() || !r.ISBN.IsZero() || !r.ISSN.IsZero() || !r.Pages.IsZero() {
		return false
	}
	for _, l := range linksAt(a, r.Span) {
		if l.Target != r.ArchiveURL.Text {
			return false
		}
	}
	return true
}

// linked reports whether a link stands at a date or around the words before it.
func linked(a *article.Article, s article.Span) bool {
	return len(linksAt(a, article.Span{Start: s.Start - len("Archived from the original on "), End: s.End})) > 0
}

// linksAt returns the links that share a byte with a span. Links are in order and
// do not overlap.
func linksAt(a *article.Article, s article.Span) []article.Link {
	from := sort.Search(len(a.Links), func(i int) bool { return a.Links[i].Span.End > s.Start })
	to := from
	for to < len(a.Links) && a.Links[to].Span.Start < s.End {
		to++
	}
	return a.Links[from:to]
}
