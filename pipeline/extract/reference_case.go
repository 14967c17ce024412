package extract

import (
	"regexp"

	"citevet/pipeline/article"
)

// A case as courts' reports are cited: parties, volume, reporter, first page, and
// court or year in brackets: "Roe v. Doe, 410 U.S. 113, 116 (1973)".
var reCase = regexp.MustCompile(`^([\pL\pN][^\x00"“”;]{0,160}? v(?:s)?\. [^\x00"“”;,]{2,120}), (\d{1,4}) ([A-Z][A-Za-z0-9. ’']{1,24}?) (\d{1,5})(?:[,–-] ?\d{1,5})*,? [(\[](?:[^()\[\]]{0,40} )?(\d{4})[)\]]`)

// readCase reads a decision of a court, and reports whether the entry is one.
func (e *refEntry) readCase() bool {
	m := reCase.FindStringSubmatchIndex(e.text[e.body:])
	if m == nil {
		return false
	}
	part := func(group int) article.Field {
		s := span{e.body + m[2*group], e.body + m[2*group+1]}
		return article.Field{Text: e.text[s.from:s.to], Span: e.place(s)}
	}
	r := &e.ref
	r.Authors, r.AuthorsAt = nil, article.Span{}
	r.Publisher, r.Issue = article.Field{}, article.Field{}
	r.Title, r.Volume, r.Container, r.Pages = part(1), part(2), part(3), part(4)
	if year := part(5); r.Published.IsZero() && isYearDigits(year.Text) {
		r.Published = readDate(year.Text)
		r.Published.Field = year
	}
	r.Type = "legal_case"
	return true
}
