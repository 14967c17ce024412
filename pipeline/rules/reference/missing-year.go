package reference

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed missing-year.md
var missingYearPage string

// fewestPeers is how many entries a list needs before it shows a habit, and
// habit the share of them that must carry a date.
const (
	fewestPeers = 5
	habit       = 0.8
)

var missingYear = check.NewRule(check.Meta{
	Name:     "missing-year",
	Family:   "reference",
	Summary:  "an entry has no date of any kind in a list whose entries are dated",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     missingYearPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	full := titlesOf(a, isDated)
	dated := 0
	var undated []check.Finding
	for i := range a.References {
		r := &a.References[i]
		switch {
		case isDated(r):
			dated++
		case lacksDate(a, r) && p.Sources[i].KeptUp == "" && !describedIn(full, r):
			undated = append(undated, check.Finding{
				Span:       r.Span,
				Help:       `add the year of publication, or "n.d." where the work has none`,
				Label:      "no date",
				References: []int{i},
			})
		}
	}
	total := len(a.References)
	if total < fewestPeers || len(undated) == 0 || float64(dated) < habit*float64(total) {
		return
	}
	undated[0].Message = fmt.Sprintf("the entry has no date, while %d of the list's %d entries say when they were published", dated, total)
	reportTogether(p, undated, fmt.Sprintf("%d entries have no date, while %d of the list's %d say when they were published", len(undated), dated, total))
})

// isDated reports whether an entry says when its work was published.
func isDated(r *article.Reference) bool { return !r.Published.IsZero() }

// lacksDate reports whether an entry describes a work, by title and by author,
// container or publisher, and gives no date nor says that there is none.
func lacksDate(a *article.Article, r *article.Reference) bool {
	if isPage(r) || timeless(r) {
		return false // pages on the web are no-access-date's
	}
	if isPart(a, r) {
		return false // the year may stand in the other part
	}
	housed := check.Own(r, r.Container) || check.Own(r, r.Publisher)
	if !check.Own(r, r.Title) || !housed && (r.AuthorsAt.Len() <= 0 || !r.Pages.IsZero() || r.URL.IsZero()) {
		return false // a short form of an entry that stands elsewhere, or a note
	}
	for _, d := range []article.DateField{r.Accessed, r.Archived, r.Updated, r.URLDate} {
		if !d.IsZero() {
			return false
		}
	}
	text := strings.ToLower(textOf(a, r))
	for _, said := range undatedWords {
		if strings.Contains(text, said) {
			return false
		}
	}
	return !hasYear(text)
}

// isPart reports whether an entry may be one part of an entry that was cut in two:
// it ends within words, or begins without an author or a title.
func isPart(a *article.Article, r *article.Reference) bool {
	text := strings.TrimSpace(a.Text[max(r.Span.Start, r.Label.Span.End):r.Span.End])
	last, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsLetter(last) || strings.ContainsRune(",:;-–&(", last) ||
		strings.HasPrefix(strings.TrimLeft(text, "])} "), "In ") ||
		r.AuthorsAt.Len() <= 0 && quotedTitle(text).Len() <= 0
}

// timeless reports whether an entry is of a kind that is cited without a year:
// a law, a dictionary's or encyclopedia's article, scripture.
func timeless(r *article.Reference) bool {
	return timelessWork.MatchString(r.Title.Text) || timelessWork.MatchString(r.Container.Text) || timelessWork.MatchString(r.Publisher.Text)
}

var timelessWork = regexp.MustCompile(`(?i)\b(?:law|act|code|constitution|treaty|statutes?|regulations?|dictionar(?:y|ies)|encyclop(?:a|æ)?edia|lexicon|thesaurus|bible|qur'?an|talmud)\b`)

// undatedWords say that a work has no date, or none yet.
var undatedWords = []string{
	"n.d", "n. d.", "no date", "undated", "s.d.", "s. d.", "s.a.", "s. a.", "o.j.", "o. j.", "sin fecha", "б.г.", "б. г.",
	"forthcoming", "in press", "to appear", "in preparation", "under review", "in review", "in progress", "submitted", "unpublished", "accepted", "working paper", "draft",
}

// hasYear reports whether four digits that can be a year stand in s, or an
// abbreviated one ("'98").
func hasYear(s string) bool {
	digits := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && '0' <= s[i] && s[i] <= '9' {
			digits++
			continue
		}
		if digits == 4 || digits == 2 && i > 2 && (s[i-3] == '\'' || strings.HasSuffix(s[:i-2], "’")) {
			return true
		}
		digits = 0
	}
	return false
}
