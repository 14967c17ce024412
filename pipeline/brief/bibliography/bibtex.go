package bibliography

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"citevet/pipeline/article"
)

// bibTypes maps CSL's types to BibTeX's (btxdoc, 1988); others are "misc".
var bibTypes = map[string]string{
	"article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
	"book": "book", "chapter": "incollection", "paper-conference": "inproceedings",
	"thesis": "phdthesis", "report": "techreport",
}

// BibTeX returns the references as a BibTeX database. What TeX would take for a
// command is escaped, so that every entry is well formed whatever the fields hold.
func BibTeX(refs []article.Reference) []byte {
	var b strings.Builder
	for i, r := range items(refs) {
		if i > 0 {
			b.WriteByte('\n')
		}
		kind := bibTypes[r.Type]
		if kind == "" {
			kind = "misc"
		}
		fmt.Fprintf(&b, "@%s{%s,\n", kind, r.key)
		put := func(name, value string) {
			if value != "" {
				fmt.Fprintf(&b, "  %s = {%s},\n", name, value)
			}
		}
		put("author", bibNames(r.Authors))
		put("editor", bibNames(r.Editors))
		if title := texEscape(r.Title.Text); title != "" {
			put("title", "{"+title+"}") // braces keep the capitals
		}
		holder := "booktitle"
		switch kind {
		case "article":
			holder = "journal"
		case "misc", "techreport", "phdthesis", "book":
			holder = "series"
			if kind == "misc" {
				holder = "howpublished"
			}
		}
		put(holder, texEscape(r.Container.Text))
		putBibDate(put, r.Published)
		put("edition", texEscape(r.Edition.Text))
		put("volume", texEscape(r.Volume.Text))
		put("number", texEscape(r.Issue.Text))
		pages, extent := pagesOf(&r.Reference)
		put("pages", bibPages(pages))
		put("pagetotal", extent)
		publisher := "publisher"
		switch kind {
		case "phdthesis":
			publisher = "school"
		case "techreport":
			publisher = "institution"
		}
		put(publisher, texEscape(r.Publisher.Text))
		put("address", texEscape(r.Place.Text))
		put("type", texEscape(r.Genre.Text))
		put("doi", texAddress(r.DOI.Text))
		put("isbn", texEscape(r.ISBN.Text))
		put("issn", texEscape(r.ISSN.Text))
		put("pmid", texEscape(r.PMID.Text))
		if !r.ArXiv.IsZero() {
			put("eprint", texAddress(r.ArXiv.Text))
			put("archiveprefix", "arXiv")
		}
		put("url", texAddress(webAddress(r.URL.Text)))
		if parts := dateParts(r.Accessed.When); len(parts) == 1 && len(r.Accessed.Readings) <= 1 {
			put("urldate", isoDate(parts[0], "-"))
		}
		put("note", texEscape(r.Note.Text))
		b.WriteString("}\n")
	}
	return []byte(b.String())
}

// putBibDate writes year and month, and the words of a date that is neither.
func putBibDate(put func(name, value string), d article.DateField) {
	c := cslDateOf(d)
	switch {
	case c == nil, d.Flaw != "": // a day that no calendar has is no year either
	case c.Parts == nil:
		put("year", texEscape(c.Raw))
	case len(c.Parts) == 2 && c.Parts[0][0] != c.Parts[1][0]:
		put("year", fmt.Sprintf("%d--%d", c.Parts[0][0], c.Parts[1][0]))
	default:
		put("year", fmt.Sprint(c.Parts[0][0]))
		if len(c.Parts) == 1 && len(c.Parts[0]) > 1 {
			put("month", strings.ToLower(time.Month(c.Parts[0][1]).String()[:3]))
		}
	}
}

// bibNames joins names as BibTeX parts them: "von Last, Jr, First and …".
func bibNames(names []article.Name) string {
	var out []string
	for _, n := range names {
		p := personOf(n)
		switch {
		case p.Family == "" && p.Literal == "":
			continue
		case p.Family == "":
			out = append(out, "{"+texEscape(p.Literal)+"}")
			continue
		}
		name := bibNamePart(strings.TrimSpace(p.Particle + " " + p.Family))
		if p.Suffix != "" {
			name += ", " + bibNamePart(p.Suffix)
		}
		if p.Given != "" {
			name += ", " + bibNamePart(p.Given)
		}
		out = append(out, name)
	}
	return strings.Join(out, " and ")
}

// bibNamePart keeps together what BibTeX takes names apart by.
func bibNamePart(s string) string {
	words := texEscape(s)
	if strings.Contains(s, ",") || slices.ContainsFunc(strings.Fields(s), func(w string) bool { return strings.EqualFold(w, "and") }) {
		return "{" + words + "}"
	}
	return words
}

// bibPages writes the dash of a range as TeX's "--".
func bibPages(pages string) string {
	return strings.NewReplacer(" - ", "--", " – ", "--", "-", "--", "–", "--", "—", "--", "‑", "--", "−", "--").Replace(texEscape(pages))
}

// Braces count for BibTeX even behind a backslash, so they are written as the
// commands that draw them.
var texMarks = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
	"&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`,
)

func texEscape(s string) string { return texMarks.Replace(line(s)) }

// texAddress leaves an address as it is but for what would end the field.
func texAddress(s string) string {
	return strings.NewReplacer(`\`, "%5C", "{", "%7B", "}", "%7D", " ", "%20").Replace(line(s))
}
