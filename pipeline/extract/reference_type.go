package extract

import "strings"

// readType tells the kind of work apart, where the entry shows it.
func (e *refEntry) readType() {
	r := &e.ref
	low := strings.ToLower(e.text)
	switch {
	case strings.Contains(low, "thesis") && !strings.Contains(strings.ToLower(r.Title.Text), "thesis"), strings.Contains(low, "dissertation") && !strings.Contains(strings.ToLower(r.Title.Text), "dissertation"):
		r.Type = "thesis"
	case !r.Container.IsZero() && (!r.ISSN.IsZero() || !r.Volume.IsZero() && (!r.Issue.IsZero() || !r.Pages.IsZero())) && r.ISBN.IsZero():
		r.Type = "article-journal"
	case !r.ISBN.IsZero() && !r.Container.IsZero() && r.URL.IsZero():
		r.Type = "chapter"
	case !r.ISBN.IsZero():
		r.Type = "book"
	case strings.Contains(low, "[press release]") || strings.Contains(low, "(press release)"):
		r.Type = "report"
	case !r.DOI.IsZero() && !r.Container.IsZero():
		r.Type = "article-journal"
	case !r.URL.IsZero():
		r.Type = "webpage"
	case !r.Publisher.IsZero() && r.Container.IsZero() && !r.Title.IsZero():
		r.Type = "book"
	}
}
