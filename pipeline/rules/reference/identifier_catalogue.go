package reference

import (
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// longestWord bounds, in bytes, what is read as one identifier.
const longestWord = 400

// wordAt returns the word that begins at i in the entry, without the marks that
// close a sentence or a bracket behind it.
func wordAt(a *article.Article, r *article.Reference, i int) identifier {
	text := a.Text[i:min(r.Span.End, i+longestWord)]
	if n := strings.IndexAny(text, " \n\t<>\"[]|\u00a0"); n >= 0 {
		text = text[:n]
	}
	if !strings.Contains(text, "(") {
		text, _, _ = strings.Cut(text, ")")
	}
	text = strings.TrimRight(text, ".,;:'’*_/")
	return identifier{printed: text, bare: text, span: article.Span{Start: i, End: i + len(text)}}
}

// wrongDOIs are the findings on what stands behind "doi:" or a resolver's address.
func wrongDOIs(a *article.Article, r *article.Reference) []check.Finding {
	var found []check.Finding
	text := textOf(a, r)
	low := strings.ToLower(text)
	if len(low) != len(text) {
		return nil
	}
	for from := 0; ; {
		n := strings.Index(low[from:], "doi")
		if n < 0 {
			return found
		}
		i := from + n + len("doi")
		from = i
		if n := strings.TrimPrefix(low[i:], ".org/"); len(n) < len(low[i:]) {
			i = len(low) - len(n)
		} else if strings.HasPrefix(low[i:], ":") {
			i += len(low[i:]) - len(strings.TrimLeft(low[i:], ": \n"))
		} else {
			continue
		}
		id := wordAt(a, r, r.Span.Start+i)
		rest := strings.TrimLeft(a.Text[id.span.End:r.Span.End], "./ \n")
		if why := doiFlaw(id.printed, rest != "" && 'a' <= rest[0] && rest[0] <= 'z'); why != "" {
			found = append(found, malformed(id, fmt.Sprintf("%s is no DOI: %s", id.printed, why), "copy the DOI from the publisher's page; it is \"10.\", the registrant's number, a slash and a name"))
		}
	}
}

// doiFlaw says why a word is no DOI; empty where it is one, is broken by white
// space (more follows), or is no attempt at one.
func doiFlaw(word string, more bool) string {
	if !strings.ContainsAny(word, "0123456789") || strings.Contains(word, "://") || strings.HasPrefix(strings.ToLower(word), "doi") {
		return ""
	}
	rest, ok := strings.CutPrefix(word, "10")
	if !ok && !strings.HasPrefix(word, "%") {
		return "it does not begin with \"10.\""
	}
	if strings.HasPrefix(rest, "/") || !ok || strings.Contains(rest, "%") {
		return "" // a short DOI, or one that is escaped
	}
	registrant, name, slashed := strings.Cut(strings.TrimPrefix(rest, "."), "/")
	first, _, _ := strings.Cut(registrant, ".")
	switch {
	case rest == "":
		return "nothing follows its beginning"
	case !strings.HasPrefix(rest, "."):
		return "it does not begin with \"10.\""
	case strings.Trim(registrant, "0123456789.") != "":
		return fmt.Sprintf("the registrant %q is no number", registrant)
	case len(first) < 4 || len(first) > 9 || first[0] == '0':
		return fmt.Sprintf("no registrant has the number %s", first)
	case (!slashed || name == "") && !more:
		return "nothing stands behind the registrant's number"
	}
	return ""
}

// longestPubMed is the most digits that PubMed's and PubMed Central's numbers
// have; both count from 1 and stood below 50 million in 2025.
const longestPubMed = 8

// wrongPubMed are the findings on PubMed's numbers.
func wrongPubMed(a *article.Article, r *article.Reference) []check.Finding {
	var found []check.Finding
	for _, end := range namedAt(a, r, "PMID") {
		id := wordAt(a, r, skipNumberName(a.Text, end, r.Span.End))
		switch digits := leadingDigits(id.printed); {
		case len(id.printed) > 3 && strings.EqualFold(id.printed[:3], "pmc") && leadingDigits(id.printed[3:]) == len(id.printed)-3:
			found = append(found, malformed(id, fmt.Sprintf("%s is a number of PubMed Central, not a PMID", id.printed), "name it PMCID, or give the PMID"))
		case digits > longestPubMed && digits == len(id.printed):
			found = append(found, malformed(id, fmt.Sprintf("the PMID %s has %d digits, and none has more than %d", id.printed, digits, longestPubMed), "copy the number from PubMed's page"))
		}
	}
	for _, end := range namedAt(a, r, "PMC") {
		if id := wordAt(a, r, end); leadingDigits(id.printed) > longestPubMed && leadingDigits(id.printed) == len(id.printed) {
			found = append(found, malformed(id, fmt.Sprintf("the PMCID PMC%s has %d digits, and none has more than %d", id.printed, len(id.printed), longestPubMed), "copy the number from the page of PubMed Central"))
		}
	}
	return found
}

func leadingDigits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// wrongArXiv are the findings on arXiv's numbers, behind their name or in an
// address.
func wrongArXiv(a *article.Article, r *article.Reference, asOf when.Date) []check.Finding {
	ends := namedAt(a, r, "ARXIV")
	for _, f := range []article.Field{r.URL, r.ArchiveURL} {
		words := a.Text[f.Span.Start:f.Span.End]
		for _, folder := range []string{"arxiv.org/abs/", "arxiv.org/pdf/", "arxiv.org/html/"} {
			if i := strings.Index(words, folder); i >= 0 {
				ends = append(ends, f.Span.Start+i+len(folder))
			}
		}
	}
	var found []check.Finding
	for _, end := range ends {
		id := wordAt(a, r, skipNumberName(a.Text, end, r.Span.End))
		id.printed = strings.TrimSuffix(id.printed, ".pdf")
		id.span.End = id.span.Start + len(id.printed)
		if why := arXivFlaw(id.printed, asOf); why != "" {
			found = append(found, malformed(id, fmt.Sprintf("arXiv has no %s: %s", id.printed, why), "copy the number from the paper's page"))
		}
	}
	return found
}

// arXivFlaw says why a word is no number of arXiv's, after
// https://info.arxiv.org/help/arxiv_identifier.html: until March 2007 an archive,
// a slash, year, month and three digits; then year, month, a full stop and four
// digits, five from 2015 on. Empty where it is one, or is no attempt at one.
func arXivFlaw(word string, asOf when.Date) string {
	number, version, versioned := strings.Cut(word, "v")
	if versioned && (version == "" || leadingDigits(version) < len(version)) {
		return ""
	}
	stamp, rest, dotted := strings.Cut(number, ".")
	if !dotted || leadingDigits(stamp) != len(stamp) || leadingDigits(rest) != len(rest) || len(stamp) < 3 || len(stamp) > 5 || len(rest) < 3 || len(rest) > 6 {
		return ""
	}
	if len(stamp) != 4 {
		return fmt.Sprintf("year and month are four digits, not %s", stamp)
	}
	year, month := 2000+int(stamp[0]-'0')*10+int(stamp[1]-'0'), int(stamp[2]-'0')*10+int(stamp[3]-'0')
	latest := asOf.AddDays(check.SlackDays)
	want := 5
	if year < 2015 {
		want = 4
	}
	switch {
	case month < 1 || month > 12:
		return fmt.Sprintf("there is no month %02d", month)
	case year < 2007 || year == 2007 && month < 4:
		return "numbers of this form begin with 0704"
	case year > latest.Year || year == latest.Year && month > int(latest.Month):
		return fmt.Sprintf("%02d/%d lies after the day of the run", month, year)
	case len(rest) != want:
		return fmt.Sprintf("in %d its numbers have %d digits behind the full stop", year, want)
	case strings.Trim(rest, "0") == "":
		return "its numbers begin with 1"
	}
	return ""
}
