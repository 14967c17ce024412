package reference

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed inconsistent-fields.md
var inconsistentFieldsPage string

var inconsistentFields = check.NewRule(check.Meta{
	Name:     "inconsistent-fields",
	Family:   "reference",
	Summary:  "nearly all entries of a kind give a volume, pages or an identifier, and a few do not",
	Since:    "0.1",
	Severity: check.Info,
	Page:     inconsistentFieldsPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var said []string
	var lacking []int
	labels := map[int][]string{}
	for _, h := range habitsOf(a) {
		with, without := h.sort(a)
		if !isHabit(len(with), len(without)) {
			continue
		}
		said = append(said, fmt.Sprintf("%d of %d %s give no %s", len(without), len(with)+len(without), h.works, h.field))
		for _, i := range without {
			if labels[i] == nil {
				lacking = append(lacking, i)
			}
			labels[i] = append(labels[i], "no "+h.field)
		}
	}
	if len(lacking) == 0 {
		return
	}
	slices.Sort(lacking)
	f := check.Finding{
		Span:       a.References[lacking[0]].Span,
		Message:    strings.Join(said, ", "),
		Help:       "add them where the works have them, so that the list is of one make",
		Label:      strings.Join(labels[lacking[0]], ", "),
		References: lacking,
	}
	for _, i := range lacking[1:] {
		f.Related = append(f.Related, check.Related{Span: a.References[i].Span, Label: strings.Join(labels[i], ", ")})
	}
	p.Report(f)
})

// fewestOfKind is how many entries of a kind show a habit; of so many as
// exception says, one may stand out.
const (
	fewestOfKind = 8
	exception    = 8
)

// isHabit reports whether entries with a field are so many, and those without so
// few, that the few look forgotten.
func isHabit(with, without int) bool {
	return without > 0 && with+without >= fewestOfKind && without*exception <= with+without
}

// fieldHabit is a field that entries of one kind may be expected to give. The kinds
// are those that the entry's own fields prove.
type fieldHabit struct {
	works, field string
	kind         func(*article.Reference) bool
	has          func(*article.Reference) bool
}

// sort parts the entries of the kind by whether they give the field.
func (h fieldHabit) sort(a *article.Article) (with, without []int) {
	for i := range a.References {
		r := &a.References[i]
		switch {
		case !check.Own(r, r.Title) || !check.Own(r, r.Published.Field) || !h.kind(r):
		case h.has(r):
			with = append(with, i)
		default:
			without = append(without, i)
		}
	}
	return with, without
}

// firstDOIs is when the journals that give DOIs today began to give them to what
// they printed; older articles got theirs later, or none.
const firstDOIs = 2002

// habitsOf returns the fields that entries of an article are asked for.
func habitsOf(a *article.Article) []fieldHabit {
	gives := journalsWithDOI(a)
	return []fieldHabit{
		{"journal articles with a DOI", "volume",
			func(r *article.Reference) bool { return isArticle(r) && !r.DOI.IsZero() },
			func(r *article.Reference) bool {
				return !r.Volume.IsZero() || !r.Issue.IsZero() || otherNumbers(a, r)
			}},
		{"journal articles without a DOI", "pages",
			func(r *article.Reference) bool {
				return isArticle(r) && r.DOI.IsZero() && !r.Volume.IsZero() && !r.Issue.IsZero()
			},
			func(r *article.Reference) bool {
				return !r.Pages.IsZero() || !r.URL.IsZero() || otherNumbers(a, r) // online, an article may have none
			}},
		{"articles since 2002 in journals that have DOIs", "DOI",
			func(r *article.Reference) bool {
				return isArticle(r) && !r.Volume.IsZero() && !r.Pages.IsZero() && from(r, firstDOIs) && gives[check.TitleKey(r.Container.Text)]
			},
			func(r *article.Reference) bool { return !r.DOI.IsZero() || !r.ArXiv.IsZero() || !r.PMID.IsZero() }},
		{"books since 1972", "ISBN",
			func(r *article.Reference) bool {
				return r.Type == "book" && !r.Publisher.IsZero() && r.Container.IsZero() && from(r, firstISBN+5)
			},
			func(r *article.Reference) bool { return !r.ISBN.IsZero() }},
	}
}

// journalsWithDOI returns the journals of which an entry gives a DOI. Journals
// that give none are not asked for it.
func journalsWithDOI(a *article.Article) map[string]bool {
	gives := map[string]bool{}
	for i := range a.References {
		if r := &a.References[i]; isArticle(r) && !r.DOI.IsZero() {
			gives[check.TitleKey(r.Container.Text)] = true
		}
	}
	return gives
}

// from reports whether an entry is surely not older than a year.
func from(r *article.Reference, year int) bool { return r.Published.When.From.Year >= year }

// isArticle reports whether an entry reads as an article of a journal that it names.
func isArticle(r *article.Reference) bool {
	return r.Type == "article-journal" && !r.Container.IsZero() && r.ISBN.IsZero() && r.AuthorsAt.Len() > 0
}

// otherNumbers reports whether an entry holds numbers besides those that were
// read, so that a volume or pages may stand there in a form of their own.
func otherNumbers(a *article.Article, r *article.Reference) bool {
	rest := without(a, r.Span, []article.Span{r.Label.Span, r.AuthorsAt, r.Title.Span, r.Published.Span, r.Accessed.Span, r.Archived.Span, r.Updated.Span, r.URL.Span, r.ArchiveURL.Span, r.DOI.Span, r.Volume.Span, r.Issue.Span})
	return strings.ContainsAny(rest, "0123456789")
}
