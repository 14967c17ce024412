package reference

import (
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// sameList reports whether two entries stand in one list: under one heading, and
// both numbered or both not.
func sameList(a *article.Article, i, j int) bool {
	r, s := &a.References[i], &a.References[j]
	return a.Blocks[r.Block].Section == a.Blocks[s.Block].Section && r.Label.IsZero() == s.Label.IsZero()
}

// titlesOf returns the titles, in the form of [check.TitleKey] and in order, of
// the entries of which full holds.
func titlesOf(a *article.Article, full func(*article.Reference) bool) []string {
	var titles []string
	for i := range a.References {
		if r := &a.References[i]; full(r) {
			titles = append(titles, check.TitleKey(r.Title.Text))
		}
	}
	slices.Sort(titles)
	return titles
}

// describedIn reports whether a work is among titles, as it stands or with a
// subtitle. An entry in short form or among the notes has its full form there.
func describedIn(titles []string, r *article.Reference) bool {
	title := check.TitleKey(r.Title.Text)
	i, _ := slices.BinarySearch(titles, title)
	return i < len(titles) && strings.HasPrefix(titles[i], title)
}
