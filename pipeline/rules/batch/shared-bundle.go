package batch

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed shared-bundle.md
var sharedBundlePage string

type sharedBundleOptions struct {
	References int `json:"references" doc:"how many references make a bundle" min:"2" max:"20"`
}

// bundle is a set of sources that one article cites together.
type bundle struct {
	sources string // the sources' keys, sorted
	count   int
	topic   map[string]bool // the content words of the article's title and of the statement
	at      check.Place
}

// unlikeTopics is the share of content words that statements of unlike articles
// may have in common.
const unlikeTopics = 0.2

var sharedBundle = check.NewBatchRule(check.Meta{
	Name:     "shared-bundle",
	Family:   "batch",
	Summary:  "one bundle of references stands behind unlike articles",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     sharedBundlePage,
}, sharedBundleOptions{References: 3}, func(p *check.Pass, o sharedBundleOptions) []bundle {
	a := p.Article
	var left []bundle
	seen := map[string]bool{}
	for i := 0; i < len(a.Citations); {
		j := i
		for j < len(a.Citations) && a.Citations[j].Cluster == a.Citations[i].Cluster {
			j++
		}
		b := bundleOf(p, i, j)
		i = j
		if b.count >= o.References && len(b.topic) > 0 && !seen[b.sources] {
			seen[b.sources] = true
			left = append(left, b)
		}
	}
	return left
}, func(b *check.Batch, left []check.Left[bundle], _ sharedBundleOptions) {
	for _, group := range groups(left, func(d bundle) string { return d.sources }) {
		var unlike []check.Left[bundle]
		for _, l := range group {
			if !slices.ContainsFunc(unlike, func(u check.Left[bundle]) bool { return check.Alike(u.Data.topic, l.Data.topic) > unlikeTopics }) {
				unlike = append(unlike, l)
			}
		}
		if len(unlike) < 2 {
			continue
		}
		b.Report(check.BatchFinding{
			Message: fmt.Sprintf("one bundle of %d references stands behind %d articles that have little in common", unlike[0].Data.count, len(unlike)),
			Help:    "see which of the sources carries which statement, and cite that one there",
			Line:    fmt.Sprintf("%d articles, one set of %d sources", len(unlike), unlike[0].Data.count),
			Places:  placesOf(unlike, func(d bundle) check.Place { return d.at }),
		})
	}
})

// bundleOf returns the sources of citations i to j-1 by what they lead to.
func bundleOf(p *check.Pass, i, j int) bundle {
	a := p.Article
	var keys []string
	markers := a.Citations[i].Marker
	for _, c := range a.Citations[i:j] {
		markers = markers.Hull(c.Marker)
		if c.Reference < 0 {
			continue
		}
		key := sourceKey(&a.References[c.Reference])
		if key == "" {
			return bundle{}
		}
		keys = append(keys, key)
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	said := a.Title
	if s := a.Citations[i].Sentence; s >= 0 {
		whole := a.Sentences[s].Span
		said += " " + a.Text[max(whole.Start, markers.Start-matterReach):min(whole.End, markers.End+matterReach)]
	}
	return bundle{strings.Join(keys, "\n"), len(keys), contentWords(said), p.Place(markers, "the bundle")}
}

// matterReach is how far from its markers, in bytes, a sentence is read for what a
// bundle stands behind.
const matterReach = 2000

// sourceKey names a source across articles: by its DOI, else its address, else
// its title and year; empty where it has none of these.
func sourceKey(r *article.Reference) string {
	switch {
	case !r.DOI.IsZero():
		return "doi:" + strings.ToLower(r.DOI.Text)
	case check.URLKey(r.URL.Text) != "":
		return check.URLKey(r.URL.Text)
	case !r.Title.IsZero() && !r.Published.IsZero():
		return check.TitleKey(r.Title.Text) + " " + r.Published.When.String()
	}
	return ""
}
