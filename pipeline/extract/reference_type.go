package extract

import "strings"

// readType tells the kind of work apart, where the entry shows it.
func (e *refEntry) readType() {
	r := &e.ref
	low := strings.ToLower(e.text)
	switch {
	case r.Type != "":
	case strings.Contains(low, "thesis") && !strings.Contains(strings.ToLower(r.Title.Text), "thesis"), strings.Contains(low, "dissertation") && !strings.Contains(strings.ToLower(r.Title.Text), "dissertation"):
		r.Type = "thesis"
	case e.modelled:
		r.Type = e.typeOfFields()
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

// typeOfFields tells the kind of a work by the fields that the model found.
func (e *refEntry) typeOfFields() string {
	r := &e.ref
	genre, container := strings.ToLower(r.Genre.Text), strings.ToLower(r.Container.Text)
	switch {
	case strings.Contains(genre, "thes") || strings.Contains(genre, "diss") || strings.Contains(genre, "thèse"):
		return "thesis"
	case strings.Contains(genre, "rep") || strings.Contains(genre, "memo"):
		return "report"
	case e.journal && !r.Container.IsZero():
		return "article-journal"
	case toldAtMeeting(container):
		return "paper-conference"
	case !r.Container.IsZero() && (!r.Pages.IsZero() || len(r.Editors) > 0 || !r.Publisher.IsZero()):
		return "chapter"
	case r.Container.IsZero() && !r.Publisher.IsZero(), r.Container.IsZero() && !r.Place.IsZero() && r.URL.IsZero():
		return "book"
	case !r.ArXiv.IsZero():
		return "article" // CSL's word for a preprint
	case !r.URL.IsZero():
		return "webpage"
	}
	return ""
}

// toldAtMeeting reports whether a container, in small letters, is the record of a
// meeting.
func toldAtMeeting(container string) bool {
	for _, w := range strings.Fields(container) {
		switch strings.Trim(w, ".,:()'’") {
		case "proc", "proceedings", "conf", "conference", "symposium", "symp", "workshop", "congress", "meeting":
			return true
		}
	}
	return false
}
