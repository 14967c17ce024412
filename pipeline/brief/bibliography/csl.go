package bibliography

import (
	"bytes"
	"encoding/json"

	"citevet/pipeline/article"
)

// cslItem is one item of CSL-JSON 1.0 (https://github.com/citation-style-language/schema),
// in the order in which it is written.
type cslItem struct {
	ID             string    `json:"id"`
	Type           string    `json:"type"`
	Label          string    `json:"citation-label,omitempty"`
	Author         []cslName `json:"author,omitempty"`
	Editor         []cslName `json:"editor,omitempty"`
	Issued         *cslDate  `json:"issued,omitempty"`
	Title          string    `json:"title,omitempty"`
	ContainerTitle string    `json:"container-title,omitempty"`
	Edition        string    `json:"edition,omitempty"`
	Volume         string    `json:"volume,omitempty"`
	Issue          string    `json:"issue,omitempty"`
	Page           string    `json:"page,omitempty"`
	NumberOfPages  string    `json:"number-of-pages,omitempty"`
	Publisher      string    `json:"publisher,omitempty"`
	PublisherPlace string    `json:"publisher-place,omitempty"`
	Genre          string    `json:"genre,omitempty"`
	DOI            string    `json:"DOI,omitempty"`
	ISBN           string    `json:"ISBN,omitempty"`
	ISSN           string    `json:"ISSN,omitempty"`
	PMID           string    `json:"PMID,omitempty"`
	Number         string    `json:"number,omitempty"`
	URL            string    `json:"URL,omitempty"`
	Accessed       *cslDate  `json:"accessed,omitempty"`
	Archive        string    `json:"archive_location,omitempty"`
	Note           string    `json:"note,omitempty"`
}

type cslName struct {
	Family   string `json:"family,omitempty"`
	Given    string `json:"given,omitempty"`
	Particle string `json:"non-dropping-particle,omitempty"`
	Suffix   string `json:"suffix,omitempty"`
	Literal  string `json:"literal,omitempty"`
}

// cslDate has its parts, or the words that no calendar day stands behind.
type cslDate struct {
	Parts [][]int `json:"date-parts,omitempty"`
	Raw   string  `json:"raw,omitempty"`
}

// CSL returns the references as an array of CSL-JSON items, in order. What the
// schema has no type for is a "document".
func CSL(refs []article.Reference) ([]byte, error) {
	out := make([]cslItem, 0, len(refs))
	for _, r := range items(refs) {
		pages, extent := pagesOf(&r.Reference)
		c := cslItem{
			ID: r.key, Type: r.Type, Label: line(r.Label.Text),
			Author: cslNames(r.Authors), Editor: cslNames(r.Editors), Issued: cslDateOf(r.Published),
			Title: line(r.Title.Text), ContainerTitle: line(r.Container.Text), Edition: line(r.Edition.Text),
			Volume: line(r.Volume.Text), Issue: line(r.Issue.Text), Page: pages, NumberOfPages: extent,
			Publisher: line(r.Publisher.Text), PublisherPlace: line(r.Place.Text), Genre: line(r.Genre.Text),
			DOI: line(r.DOI.Text), ISBN: line(r.ISBN.Text), ISSN: line(r.ISSN.Text), PMID: line(r.PMID.Text),
			URL: webAddress(r.URL.Text), Accessed: cslDateOf(r.Accessed), Archive: webAddress(r.ArchiveURL.Text), Note: line(r.Note.Text),
		}
		if c.Type == "" {
			c.Type = "document"
		}
		if !r.ArXiv.IsZero() {
			c.Number = "arXiv:" + line(r.ArXiv.Text)
		}
		out = append(out, c)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(out)
	// The same to a reader of JSON, and no ##[command] to the log of a CI service.
	return bytes.ReplaceAll(b.Bytes(), []byte("##"), []byte(`\u0023#`)), err
}

func cslNames(names []article.Name) []cslName {
	var out []cslName
	for _, n := range names {
		if c := cslName(personOf(n)); c != (cslName{}) {
			out = append(out, c)
		}
	}
	return out
}

// cslDateOf returns a date in parts. One that reads in several ways has the parts
// that all readings share; one that no calendar has keeps its words.
func cslDateOf(d article.DateField) *cslDate {
	if d.IsZero() {
		return nil
	}
	if len(d.Readings) <= 1 {
		if parts := dateParts(d.When); parts != nil {
			return &cslDate{Parts: parts}
		}
		return &cslDate{Raw: line(d.Text)}
	}
	year := d.Readings[0].From.Year
	for _, r := range d.Readings {
		if r.From.Year != year || r.To.Year != year || year == 0 {
			return &cslDate{Raw: line(d.Text)}
		}
	}
	return &cslDate{Parts: [][]int{{year}}}
}
