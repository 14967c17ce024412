package bibliography

import (
	"strings"

	"citevet/pipeline/article"
)

// risTypes maps CSL's types to those of RIS; others are "GEN".
var risTypes = map[string]string{
	"article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
	"book": "BOOK", "chapter": "CHAP", "paper-conference": "CPAPER",
	"thesis": "THES", "report": "RPRT", "webpage": "ELEC", "legal_case": "CASE", "article": "UNPB",
}

// RIS returns the references in the format that Research Information Systems
// defined (2001, with the tags that reference managers have in common): one field
// a line, two letters before it, lines ended by CR and LF.
func RIS(refs []article.Reference) []byte {
	var b strings.Builder
	for _, r := range items(refs) {
		put := func(tag, value string) {
			if value = line(value); value != "" {
				b.WriteString(tag + "  - " + value + "\r\n")
			}
		}
		kind := risTypes[r.Type]
		if kind == "" {
			kind = "GEN"
		}
		put("TY", kind)
		put("ID", r.key)
		for _, n := range r.Authors {
			put("AU", risName(n))
		}
		for _, n := range r.Editors {
			put("ED", risName(n))
		}
		put("TI", r.Title.Text)
		put("T2", r.Container.Text)
		putRISDate(put, r.Published)
		put("ET", r.Edition.Text)
		put("VL", r.Volume.Text)
		put("IS", r.Issue.Text)
		pages, extent := pagesOf(&r.Reference)
		first, last, _ := strings.Cut(strings.NewReplacer("–", "-", "—", "-", "‑", "-", "−", "-").Replace(pages), "-")
		put("SP", first+extent)
		put("EP", last)
		put("PB", r.Publisher.Text)
		put("CY", r.Place.Text)
		put("M3", r.Genre.Text)
		put("DO", r.DOI.Text)
		put("SN", r.ISBN.Text)
		put("SN", r.ISSN.Text)
		if !r.PMID.IsZero() {
			put("AN", "PMID:"+r.PMID.Text)
		}
		if !r.ArXiv.IsZero() {
			put("AN", "arXiv:"+r.ArXiv.Text)
		}
		put("UR", webAddress(r.URL.Text))
		if parts := dateParts(r.Accessed.When); len(parts) == 1 && len(r.Accessed.Readings) <= 1 {
			put("Y2", risDate(parts[0]))
		}
		put("N1", r.Note.Text)
		b.WriteString("ER  - \r\n\r\n")
	}
	return []byte(b.String())
}

// putRISDate writes the year, and the date where more of it is known.
func putRISDate(put func(tag, value string), d article.DateField) {
	c := cslDateOf(d)
	switch {
	case c == nil, d.Flaw != "": // a day that no calendar has is no year either
	case c.Parts == nil:
		put("DA", c.Raw)
	default:
		put("PY", isoDate(c.Parts[0][:1], ""))
		if len(c.Parts) == 1 && len(c.Parts[0]) > 1 {
			put("DA", risDate(c.Parts[0]))
		}
	}
}

// risDate returns "YYYY/MM/DD" with a slash for each part that is not known.
func risDate(part []int) string {
	return isoDate(part, "/") + strings.Repeat("/", 3-len(part))
}

func risName(n article.Name) string {
	p := personOf(n)
	if p.Family == "" {
		return p.Literal
	}
	name := strings.TrimSpace(p.Particle + " " + p.Family)
	if p.Given != "" {
		name += ", " + p.Given
	}
	if p.Suffix != "" {
		name += ", " + p.Suffix
	}
	return name
}
