package brief

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// listed is how many outlets and shared sources an index lists of each kind.
const listed = 25

// Gap is how long after a source's last day the time lies that it is cited for
// and cannot reach.
type Gap struct {
	Days   int    `json:"days"`
	Words  string `json:"words"`
	Claim  string `json:"claim"`
	Source string `json:"source"`
}

// worstGap returns the longest of an article, nil where every claim has a source
// that can reach what it speaks of. A source that is older is measured from its
// publication, one that was only read too early from that reading.
func worstGap(r check.Result) *Gap {
	var worst *Gap
	for _, v := range r.Verdicts {
		day := claimDay(r, v.Claim)
		if day.IsZero() || v.Support == check.Supported {
			continue
		}
		for _, p := range v.Pairs {
			if p.Verdict != check.Impossible && p.Verdict != check.Implausible {
				continue
			}
			last := r.Sources[p.Reference].Read
			if slices.Contains(p.Causes, check.ByPublication) {
				last = r.Sources[p.Reference].Published.To
			}
			if last.IsZero() || !last.Before(day) {
				continue
			}
			if days := last.DaysUntil(day); worst == nil || days > worst.Days {
				worst = &Gap{days, gapWords(days), claimID(v.Claim), label(r.Article, p.Reference)}
			}
		}
	}
	return worst
}

// Outlet is who published sources of a batch: a site, or the name in the entry
// where it has no address.
type Outlet struct {
	Outlet    string `json:"outlet"`
	Articles  int    `json:"articles"`  // that cite it
	Sources   int    `json:"sources"`   // its entries in their lists
	Citations int    `json:"citations"` // markers that lead to these
	Findings  int    `json:"findings"`  // errors and warnings that name one of them
}

// SharedSource is a work that several articles of a batch cite.
type SharedSource struct {
	Title    string          `json:"title,omitempty"`
	Outlet   string          `json:"outlet,omitempty"`
	URL      string          `json:"url,omitempty"`
	DOI      string          `json:"doi,omitempty"`
	Articles []SharedArticle `json:"articles"`
}

// SharedArticle is where one article has a shared source.
type SharedArticle struct {
	Name  string `json:"name"`
	Label string `json:"label"`
}

// citedSource is what an index keeps of one entry.
type citedSource struct {
	key, outlet     string // key is equal for entries of one work, empty where nothing tells
	title, url, doi string
	label           string
	citations       int
}

// carriers are sites that carry what others have published: who published it is
// told by the entry alone.
var carriers = []string{
	"archive.org", "archive.ph", "archive.today", "doi.org", "google.com", "handle.net", "hathitrust.org", "jstor.org", "nih.gov",
	"proquest.com", "researchgate.net", "webcitation.org", "worldcat.org",
}

// outletOf returns who published a source: its site, or the name in its entry
// where it has no address or that of a carrier.
func outletOf(ref *article.Reference, url string) string {
	domain := domainOf(url)
	if slices.Contains(carriers, domain) {
		return cmp.Or(publisherOf(ref), domain)
	}
	return cmp.Or(domain, publisherOf(ref))
}

func citedSources(r check.Result) []citedSource {
	a := r.Article
	sources := make([]citedSource, len(a.References))
	for i := range a.References {
		ref := &a.References[i]
		url := safeURL(ref.URL.Text)
		sources[i] = citedSource{
			key: workKey(ref), outlet: outletOf(ref, url),
			title: quoted(ref.Title.Text, 200), url: url, doi: quoted(ref.DOI.Text, 100), label: label(a, i),
		}
	}
	for _, c := range a.Citations {
		if c.Reference >= 0 {
			sources[c.Reference].citations++
		}
	}
	return sources
}

// workKey returns what entries of one work share: its DOI, else its address.
func workKey(r *article.Reference) string {
	if doi := strings.ToLower(strings.TrimSpace(r.DOI.Text)); doi != "" {
		return "doi:" + doi
	}
	return check.URLKey(r.URL.Text)
}

// faultsOf returns by outlet how many errors and warnings of an article name one
// of its sources.
func faultsOf(r check.Result, sources []citedSource) map[string]int {
	faults := map[string]int{}
	for _, f := range r.Findings {
		if f.Severity < check.Warning {
			continue
		}
		named := map[string]bool{}
		for _, ref := range f.References {
			named[sources[ref].outlet] = true
		}
		for outlet := range named {
			faults[outlet]++
		}
	}
	return faults
}

// outletsOf adds up the outlets of all articles, in the order of their names.
func outletsOf(articles []RunResult) []Outlet {
	all := map[string]*Outlet{}
	for _, a := range articles {
		seen := map[string]bool{}
		for _, s := range a.sources {
			if s.outlet == "" {
				continue
			}
			o := all[s.outlet]
			if o == nil {
				o = &Outlet{Outlet: s.outlet}
				all[s.outlet] = o
			}
			if !seen[s.outlet] {
				seen[s.outlet] = true
				o.Articles++
				o.Findings += a.faults[s.outlet]
			}
			o.Sources++
			o.Citations += s.citations
		}
	}
	var list []Outlet
	for _, name := range slices.Sorted(maps.Keys(all)) {
		list = append(list, *all[name])
	}
	return list
}

// mostCited returns the outlets that most markers lead to.
func mostCited(outlets []Outlet) []Outlet {
	return most(outlets, func(o Outlet) int { return o.Citations })
}

// mostFlagged returns the outlets whose sources most findings name.
func mostFlagged(outlets []Outlet) []Outlet {
	return most(outlets, func(o Outlet) int { return o.Findings })
}

func most(outlets []Outlet, by func(Outlet) int) []Outlet {
	list := slices.DeleteFunc(slices.Clone(outlets), func(o Outlet) bool { return by(o) == 0 })
	slices.SortStableFunc(list, func(x, y Outlet) int {
		return cmp.Or(cmp.Compare(by(y), by(x)), cmp.Compare(y.Articles, x.Articles))
	})
	return list[:min(len(list), listed)]
}

// sharedSources returns the works that several articles cite, those of most
// articles first.
func sharedSources(articles []RunResult) []SharedSource {
	at := map[string]int{}
	var all []SharedSource
	for _, a := range articles {
		seen := map[string]bool{}
		for _, s := range a.sources {
			if s.key == "" || seen[s.key] {
				continue
			}
			seen[s.key] = true
			i, known := at[s.key]
			if !known {
				i = len(all)
				at[s.key] = i
				all = append(all, SharedSource{Title: s.title, Outlet: s.outlet, URL: s.url, DOI: s.doi})
			}
			all[i].Articles = append(all[i].Articles, SharedArticle{a.Name, s.label})
		}
	}
	all = slices.DeleteFunc(all, func(s SharedSource) bool { return len(s.Articles) < 2 })
	slices.SortStableFunc(all, func(x, y SharedSource) int { return cmp.Compare(len(y.Articles), len(x.Articles)) })
	return all[:min(len(all), listed)]
}
