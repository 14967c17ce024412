package reference

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed duplicate-work.md
var duplicateWorkPage string

var duplicateWork = check.NewRule(check.Meta{
	Name:     "duplicate-work",
	Family:   "reference",
	Summary:  "two entries of one list describe the same work of the same author",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     duplicateWorkPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	groups := map[string][]int{}
	var order []string
	for i := range a.References {
		key := signature(a, &a.References[i])
		if key == "" || p.Sources[i].KeptUp != "" {
			continue
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], i)
	}
	told := map[int]bool{}
	for _, key := range order {
		if entries := sameWork(a, groups[key]); len(entries) > 1 {
			p.Report(oneWork(a, entries))
			for _, i := range entries {
				told[i] = true
			}
		}
	}
	for _, entries := range sameArticles(a, told) {
		p.Report(oneWork(a, entries))
	}
})

// sameArticles returns the entries that are one article of a journal though written
// differently: first author, a title of many words and the year are the same, and
// neither volume nor first page speak against it.
func sameArticles(a *article.Article, told map[int]bool) [][]int {
	first := map[string]int{}
	var pairs [][]int
	for i := range a.References {
		r := &a.References[i]
		title := check.TitleKey(r.Title.Text)
		if told[i] || r.Type != "article-journal" || len(r.Authors) == 0 || !check.Own(r, r.Title) || strings.Count(title, " ")+1 < fewestArticleWords || r.Published.When.From.IsZero() {
			continue
		}
		key := strings.Join([]string{check.TitleKey(r.Authors[0].Family + r.Authors[0].Literal), title, fmt.Sprint(r.Published.When.From.Year, a.Blocks[r.Block].Section)}, "\x00")
		k, seen := first[key]
		if !seen {
			first[key] = i
			continue
		}
		s := &a.References[k]
		if allows(r.Volume.Text, s.Volume.Text) && allows(firstPage(r), firstPage(s)) && allows(r.DOI.Text, s.DOI.Text) && (!r.Volume.IsZero() || !s.Volume.IsZero()) && r.Label.IsZero() == s.Label.IsZero() &&
			!(check.URLKey(r.URL.Text) != "" && check.URLKey(r.URL.Text) == check.URLKey(s.URL.Text) && workKey(a, r) == workKey(a, s)) {
			pairs = append(pairs, []int{k, i})
			delete(first, key)
		}
	}
	return pairs
}

// fewestArticleWords is how many words a title has that no second article of its
// author and year will share.
const fewestArticleWords = 5

// allows reports whether two fields say the same, or one of them nothing.
func allows(x, y string) bool { return x == "" || y == "" || strings.EqualFold(x, y) }

// firstPage returns the page that an entry's work begins on.
func firstPage(r *article.Reference) string {
	page, _, _ := strings.Cut(strings.ReplaceAll(r.Pages.Text, "–", "-"), "-")
	return strings.TrimSpace(page)
}

// signature holds all that tells works and their parts apart but for the
// address: author, title, date, container, and every number of the entry. Empty
// where the entry does not name author and title itself.
func signature(a *article.Article, r *article.Reference) string {
	title := check.TitleKey(r.Title.Text)
	if !check.Own(r, r.Title) || r.AuthorsAt.Len() <= 0 || !r.Span.Contains(r.AuthorsAt) || !strings.Contains(title, " ") || column(title) {
		return ""
	}
	var names []string
	for _, n := range r.Authors {
		names = append(names, check.TitleKey(n.Family+" "+n.Literal))
	}
	return strings.Join(append(locators(a, r), fmt.Sprint(a.Blocks[r.Block].Section), fmt.Sprint(r.Label.IsZero()),
		strings.Join(names, ";"), title, check.TitleKey(r.Published.Text), check.TitleKey(r.Container.Text),
		r.Edition.Text, r.Volume.Text, r.Issue.Text, r.Pages.Text, scannedPage.FindString(r.URL.Text)), "\x00")
}

// scannedPage finds the page of a scanned book that an address opens at.
var scannedPage = regexp.MustCompile(`[?&]pg=\w+|#page/\w+|/page/n?\d+`)

// column reports whether a title is that of a column, of which there are many
// under one title.
func column(title string) bool {
	for _, t := range []string{"annual report", "letter to the editor", "letters to the editor", "editor s note", "personal communication", "private communication", "press release", "this week", "the week", "table of contents", "book review", "book reviews", "in brief", "news in brief"} {
		if title == t {
			return true
		}
	}
	return false
}

// sameWork returns the entries of a group that are one work: those whose
// addresses do not lead to different parts of a site, and are not equal, which
// duplicate-url reports.
func sameWork(a *article.Article, group []int) []int {
	var out []int
	var hosts, addresses []string
	for _, i := range group {
		r := &a.References[i]
		key := check.URLKey(r.URL.Text)
		host, _, _ := strings.Cut(key, "/")
		if key != "" && (slices.Contains(hosts, host) || slices.Contains(addresses, key)) {
			continue
		}
		if key != "" {
			hosts, addresses = append(hosts, host), append(addresses, key)
		}
		out = append(out, i)
	}
	return out
}

// oneWork reports the entries of one work once, at the second of them.
func oneWork(a *article.Article, entries []int) check.Finding {
	first, second := &a.References[entries[0]], &a.References[entries[1]]
	f := check.Finding{
		Span:       second.Title.Span,
		Message:    fmt.Sprintf("%s describes the same work as %s", check.EntryName(a, entries[1]), check.EntryName(a, entries[0])),
		Help:       "keep one of the entries and let every marker point to it",
		Label:      "the same author, title and date",
		Related:    []check.Related{{Span: first.Title.Span, Label: "first described here"}},
		References: entries,
		Fixes:      mergeFix(a, entries),
	}
	for _, i := range entries[2:] {
		f.Related = append(f.Related, check.Related{Span: a.References[i].Title.Span, Label: "and here"})
	}
	f.Message += andMore(len(entries) - 2)
	return f
}
