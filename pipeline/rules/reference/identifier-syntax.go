package reference

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed identifier-syntax.md
var identifierSyntaxPage string

var identifierSyntax = check.NewRule(check.Meta{
	Name:     "identifier-syntax",
	Family:   "reference",
	Summary:  "an ISBN, ISSN, DOI, arXiv or PubMed number cannot be one: its check digit or its form is wrong",
	Since:    "0.1",
	Severity: check.Error,
	Page:     identifierSyntaxPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	for i := range p.Article.References {
		said := map[string]bool{}
		for _, f := range misprints(p, &p.Article.References[i]) {
			if said[f.Message] {
				continue
			}
			said[f.Message] = true
			f.References = []int{i}
			p.Report(f)
		}
	}
})

// misprints are the findings on all identifiers of an entry.
func misprints(p *check.Pass, r *article.Reference) []check.Finding {
	a := p.Article
	var found []check.Finding
	for _, id := range isbns(a, r) {
		if !isISBN(id.bare) {
			found = append(found, wrongISBN(id))
		}
	}
	for _, id := range issns(a, r) {
		if !isISSN(id.bare) {
			found = append(found, wrongISSN(id))
		}
	}
	found = append(found, wrongDOIs(a, r)...)
	found = append(found, wrongPubMed(a, r)...)
	return append(found, wrongArXiv(a, r, p.AsOf)...)
}

// wrongISBN is the finding on an ISBN that does not check. Two slips show
// themselves, and what they should have been: the prefix with its digits in
// another order, and the last digit of the ISBN-10 kept behind 978.
func wrongISBN(id identifier) check.Finding {
	switch n := len(id.bare); {
	case n == 10:
		return unfit(id, "ISBN", isbn10Check(id.bare))
	case n != 13:
		return malformed(id, fmt.Sprintf("the ISBN %s has %d digits, and an ISBN has 10 or 13", id.printed, n), "digits are missing or too many: copy the number from the imprint")
	}
	if !strings.HasPrefix(id.bare, "978") && !strings.HasPrefix(id.bare, "979") {
		f := malformed(id, fmt.Sprintf("the ISBN %s begins with neither 978 nor 979", id.printed), "copy the number from the imprint")
		if isISBN("978"+id.bare[3:]) && strings.HasPrefix(id.printed, id.bare[:3]) {
			f.Fixes = []check.Fix{{Message: "write 978", Edits: []check.Edit{{Span: article.Span{Start: id.span.Start, End: id.span.Start + len("978")}, Text: "978"}}}}
		}
		return f
	}
	fits := isbn13Check(id.bare)
	f := unfit(id, "ISBN", fits)
	if last := id.bare[12]; strings.HasPrefix(id.bare, "978") && last == isbn10Check(id.bare[3:12]) {
		f.Help = fmt.Sprintf("its last digit is that of the ISBN-10, which has no 978: write %c, and compare it with the imprint", fits)
		f.Fixes = []check.Fix{{Message: fmt.Sprintf("write %c for the last digit", fits), Edits: []check.Edit{{Span: article.Span{Start: id.span.End - 1, End: id.span.End}, Text: string(fits)}}}}
	}
	return f
}

func wrongISSN(id identifier) check.Finding {
	if len(id.bare) != 8 {
		return malformed(id, fmt.Sprintf("the ISSN %s has %d digits, and an ISSN has 8", id.printed, len(id.bare)), "digits are missing or too many: copy the number from the imprint")
	}
	return unfit(id, "ISSN", modulo11(id.bare[:7]))
}

// unfit is the finding on a number whose last digit is not the one that checks
// the others.
func unfit(id identifier, name string, fits byte) check.Finding {
	f := malformed(id, fmt.Sprintf("the %s %s does not check: behind its other digits the last would be %c", name, id.printed, fits),
		"compare it with the imprint: one digit is wrong, or two have changed places")
	f.Line = fmt.Sprintf("check digit %c ≠ %c", id.bare[len(id.bare)-1], fits)
	return f
}

func malformed(id identifier, message, help string) check.Finding {
	return check.Finding{Span: id.span, Message: message, Help: help, Label: "cannot be one"}
}

// issns returns the ISSNs that an entry names, right or wrong.
func issns(a *article.Article, r *article.Reference) []identifier {
	var found []identifier
	for _, end := range namedAt(a, r, "ISSN") {
		i := skipNumberName(a.Text, end, r.Span.End, "-L", " (online)", " (print)", " (Online)", " (Print)")
		if id, ok := runAt(a.Text, i, r.Span.End).pick(isISSN, 8); ok {
			found = append(found, id)
		}
	}
	return found
}
