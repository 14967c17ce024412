package reference

import (
	_ "embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed year-in-title-mismatch.md
var yearInTitleMismatchPage string

var yearInTitleMismatch = check.NewRule(check.Meta{
	Name:     "year-in-title-mismatch",
	Family:   "reference",
	Summary:  "a report on a year is dated before that year",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     yearInTitleMismatchPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for i := range a.References {
		r := &a.References[i]
		out := r.Published.When.To
		if !check.Own(r, r.Title) || !check.Own(r, r.Published.Field) || out.IsZero() || r.Title.Span.Overlaps(r.Published.Span) {
			continue
		}
		told, about := looksBackOn(r.Title.Text)
		if about.IsZero() || holdsMoreYears(a, r) || !out.AddDays(check.SlackDays).Before(about) || looksAhead(r.Title.Text) {
			continue
		}
		p.Report(check.Finding{
			Span:       r.Title.Span,
			Message:    fmt.Sprintf("the title looks back on %q, and the entry is dated %s", told, r.Published.When),
			Help:       "see whether the title or the date belongs to another year's work",
			Label:      "looks back on " + strconv.Itoa(about.Year),
			Related:    []check.Related{{Span: r.Published.Span, Label: fmt.Sprintf("published %s", r.Published.When)}},
			Proof:      []article.Premise{premise("published", r.Published)},
			Line:       fmt.Sprintf("published %s < %s", out, about),
			References: []int{i},
		})
	}
})

// looksBackOn returns the words of a title by which it tells of a time that is
// over or under way, and the first day on which it can have appeared: "annual
// report 2021", "as of 14 November 2008".
func looksBackOn(title string) (words string, from when.Date) {
	for _, x := range when.FindTitle(title, when.Interval{}) {
		if x.Relation == when.AsOf && len(x.Readings) == 1 && !x.Readings[0].From.IsZero() {
			return title[x.Start:x.End], x.Readings[0].From
		}
	}
	for _, kind := range retrospects {
		m := kind.words.FindStringSubmatch(title)
		if m == nil {
			continue
		}
		year, _ := strconv.Atoi(strings.Join(m[1:], "")) // one of the groups has it
		return m[0], when.Date{Year: year - kind.ahead, Month: 1, Day: 1}
	}
	return "", when.Date{}
}

// holdsMoreYears reports whether years are left in an entry beside its title and
// dates, one of which may be the work's.
func holdsMoreYears(a *article.Article, r *article.Reference) bool {
	return hasYear(without(a, r.Span, []article.Span{r.Label.Span, r.Title.Span, r.Published.Span, r.Accessed.Span, r.Archived.Span,
		r.Updated.Span, r.URL.Span, r.ArchiveURL.Span, r.DOI.Span, r.Pages.Span, r.ISSN.Span}))
}

// retrospects are works that tell of the year in their title, and how many years
// before it they may be printed. An annual report on a fiscal year appears when
// that year ends, which is never before the year it is named for begins;
// yearbooks are named for the year they are sold in.
var retrospects = []struct {
	words *regexp.Regexp
	ahead int
}{
	{ofYear(`annual report(?: and accounts)?|annual accounts|annual financial statements?|(?:annual|full-year|half-year|interim|quarterly|election|census|survey|exam(?:ination)?) results|census data|year in review|year-end`), 0},
	{regexp.MustCompile(`(?i)\bQ[1-4],? (?:of )?((?:19|20)\d\d) (?:results|report|earnings)\b`), 0},
	{ofYear(`(?:special|status|progress|global|national) report|(?:[a-z]+ )?results`), 1},
	{ofYear(`yearbook|year book|annual statistics|[a-z]+ statistics|statistical abstract|annual survey`), 1},
}

// ofYear matches a kind of work with its year before or behind it.
func ofYear(kinds string) *regexp.Regexp {
	const year = `((?:19|20)\d\d)\b`
	return regexp.MustCompile(`(?i)\b(?:` + kinds + `),?:? (?:for |of |in )?(?:the )?(?:(?:fiscal |financial )?year |FY ?)?` + year +
		`|` + `\b` + year + ` (?:` + kinds + `)\b`)
}

// looksAhead reports whether a title announces what is to come, so that its year
// may lie ahead of it.
func looksAhead(title string) bool { return ahead.MatchString(title) }

var ahead = regexp.MustCompile(`(?i)\b(?:agenda|vision|outlook|forecasts?|projections?|projected|plan(?:s|ned|ning)?|strateg(?:y|ies)|roadmap|targets?|goals?|towards?|` +
	`by|until|budget|proposals?|proposed|bid|candida(?:te|cy|ture)s?|schedule|calendar|program(?:me)?|preview|draft|predict(?:s|ed|ions?)|scenarios?|future|` +
	`will|to (?:be|hold|host|move|open|release|publish)|guidelines?|questionnaire|preparations?|preparing|dates?|call for|method(?:s|ology)?|design|announce(?:s|d|ment)?)\b`)
