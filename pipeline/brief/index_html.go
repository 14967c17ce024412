package brief

import (
	"cmp"
	"net/url"
	"path"
	"strings"

	"citevet/pipeline/check"
)

// IndexHTML returns index.html: a page in the manner of [Briefing.HTML] that
// leads to every article's briefing. Its script sorts the articles; without it
// the gravest stand first.
func IndexHTML(articles []RunResult, run Run) ([]byte, error) {
	judged := byConsequence(articles)
	outlets := outletsOf(judged)
	w := webIndex{
		webShell: shell([]string{"page.css", "index.css"}, []string{"index.js"}), Run: run, Standing: Standing, Note: outletsNote,
		Words: batchWords(batchOf(articles, run)), Forms: indexForms, Cited: mostCited(outlets), Flagged: mostFlagged(outlets), Shared: sharedSources(judged),
	}
	homes := map[string]string{}
	for i, a := range judged {
		homes[a.Name] = a.page()
		w.Articles = append(w.Articles, webArticle{a, i, a.page()})
	}
	for _, a := range articles {
		if a.Counts == nil {
			w.Failed = append(w.Failed, a)
		}
	}
	for _, f := range run.Across {
		one := webAcross{BatchFinding: f, Tone: Finding{Severity: f.Severity}.Tone()}
		for _, p := range f.Places {
			one.Places = append(one.Places, webAcrossPlace{p, homes[p.Name]})
		}
		w.Across = append(w.Across, one)
	}
	return webPages().render("index.html", w)
}

// indexForms are the files in which an index stands beside its page.
var indexForms = []string{"index.md", "index.pdf", "index.json"}

// webIndex is what the page of a batch shows.
type webIndex struct {
	webShell
	Run            Run
	Standing, Note string
	Words          string
	Forms          []string
	Articles       []webArticle
	Failed         []RunResult
	Across         []webAcross
	Cited, Flagged []Outlet
	Shared         []SharedSource
}

// webArticle is an article with its rank by consequence, from 0.
type webArticle struct {
	RunResult
	Rank int
	Page string
}

// Tone returns the tone of the article's verdict.
func (a webArticle) Tone() Tone { return a.tone }

// Findings returns how many findings the article has.
func (a webArticle) Findings() int { return a.Counts.Errors + a.Counts.Warnings + a.Counts.Infos }

// GapDays returns the article's worst gap, 0 where it has none.
func (a webArticle) GapDays() int { return a.gapDays() }

// webAcross is a finding across articles with links to their pages.
type webAcross struct {
	check.BatchFinding
	Tone   Tone
	Places []webAcrossPlace
}

type webAcrossPlace struct {
	check.Place
	Page string
}

// Page returns the page of the article, empty where it has none.
func (s SharedArticle) Page() string { return s.home }

// fileLink writes the name of a file as an address that is seen from beside it.
func fileLink(name string) string { return (&url.URL{Path: name}).String() }

// formatName names an output by its ending.
func formatName(name string) string { return cmp.Or(strings.TrimPrefix(path.Ext(name), "."), name) }
