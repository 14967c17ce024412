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
		webShell: shell([]string{"page.css", "index.css"}, []string{"index.js"}), Run: run, Standing: Standing, Note: outletsNote, GapNote: gapNote,
		Words: indexWords(articles, run), Outcomes: webOutcomes(judged), Forms: indexForms, Cited: mostCited(outlets), Flagged: mostFlagged(outlets),
	}
	byName := map[string]webArticle{}
	for i, a := range judged {
		one := webArticle{a, i, a.page()}
		byName[a.Name] = one
		w.Articles = append(w.Articles, one)
	}
	for _, s := range sharedSources(judged) {
		one := webShared{SharedSource: s}
		for _, a := range s.Articles {
			one.In = append(one.In, webSharedIn{byName[a.Name], a.Label})
		}
		w.Shared = append(w.Shared, one)
	}
	for _, a := range articles {
		if a.Counts == nil {
			w.Failed = append(w.Failed, a)
		}
	}
	for _, f := range run.Across {
		one := webAcross{
			Finding: Finding{Rule: f.Rule, Severity: f.Severity, Message: sentenceCase(datesInWords(quoted(f.Message, 400))), Mend: sentenceCase(datesInWords(quoted(f.Help, 400)))},
			Line:    datesInWords(quoted(f.Line, 400)),
		}
		for _, p := range f.Places {
			p.Label = datesInWords(p.Label)
			one.Places = append(one.Places, webAcrossPlace{p, byName[p.Name]})
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
	Standing       string
	Note, GapNote  string
	Words          string
	Outcomes       []webOutcome
	Forms          []string
	Articles       []webArticle
	Failed         []RunResult
	Across         []webAcross
	Cited, Flagged []Outlet
	Shared         []webShared
}

// webOutcome is what came of some articles, and of how many.
type webOutcome struct {
	Tone  Tone
	Words string
	Count int
}

func webOutcomes(judged []RunResult) []webOutcome {
	unsupported, wrong, review, clear := outcomesOf(judged)
	return []webOutcome{
		{ToneConflict, "without possible support for a claim", unsupported}, {ToneConflict, "with other errors to mend", wrong},
		{ToneReview, "with points to review", review}, {ToneUnknown, "with nothing but notes, or nothing at all", clear},
	}
}

// webShared is a source that articles share, with these articles.
type webShared struct {
	SharedSource
	In []webSharedIn
}

// webSharedIn is an article with the source's label in it.
type webSharedIn struct {
	webArticle
	Label string
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
	Finding
	Line   string
	Places []webAcrossPlace
}

type webAcrossPlace struct {
	check.Place
	Article webArticle
}

// fileLink writes the name of a file as an address that is seen from beside it.
func fileLink(name string) string { return (&url.URL{Path: name}).String() }

// formatName names an output by its ending.
func formatName(name string) string { return cmp.Or(strings.TrimPrefix(path.Ext(name), "."), name) }
