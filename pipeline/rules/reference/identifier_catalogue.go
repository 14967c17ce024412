package reference

import (
	"fmt"
	"strings"
	"time"

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
	from := 0
	for range mostNamed {
		n := strings.Index(low[from:], "doi")
		if n < 0 {
			break
		}
		i := from + n + len("doi")
		from = i
		if i > len("doi") && isASCIILetter(low[i-len("doi")-1]) {
			continue
		}
		resolver := strings.HasPrefix(low[i:], ".org/")
		if resolver {
			i += len(".org/")
		} else if strings.HasPrefix(low[i:], ":") {
			i += len(low[i:]) - len(strings.TrimLeft(low[i:], ": \n"))
		} else {
			continue
		}
		id := wordAt(a, r, r.Span.Start+i)
		if resolver && len(id.printed) < len("10.1000/1") && !strings.HasPrefix(id.printed, "10.") {
			continue // a short DOI
		}
		if why := doiFlaw(id.printed, goesOn(a.Text[id.span.End:r.Span.End])); why != "" {
			found = append(found, malformed(id, fmt.Sprintf("%s is no DOI: %s", id.printed, why), "copy the DOI from the publisher's page; it is \"10.\", the registrant's number, a slash and a name"))
		}
	}
	return found
}

// isASCIILetter reports whether a byte is a small letter of English.
func isASCIILetter(c byte) bool { return 'a' <= c && c <= 'z' }

// goesOn reports whether what stands behind a DOI can be the rest of it, parted
// by white space: more behind a slash, or small letters and digits.
func goesOn(behind string) bool {
	rest := strings.TrimLeft(behind, "./ \n")
	if rest == "" {
		return false
	}
	return strings.HasPrefix(behind, "/") || '0' <= rest[0] && rest[0] <= '9' || isASCIILetter(rest[0])
}

// doiFlaw says why a word is no DOI; empty where it is one, is broken by white
// space (more follows), or is no attempt at one.
func doiFlaw(word string, more bool) string {
	rest, begun := strings.CutPrefix(word, "10")
	switch {
	case rest == "" && begun && !more:
		return "nothing follows its beginning"
	case len(word) < len("1000/1") || !strings.ContainsAny(word, "/-.(") || !strings.ContainsAny(word, "0123456789"):
		return "" // a word that stands there by chance
	case strings.Contains(word, "://") || strings.Contains(word, "%") || strings.HasPrefix(rest, "/"):
		return "" // an address, one that is escaped, or a short DOI
	case !strings.HasPrefix(word, "10.") && strings.Contains(word, "10."):
		return "" // "www.doi.org/10.5555/1"
	case !strings.HasPrefix(word, "10."):
		return "it does not begin with \"10.\""
	}
	registrant, name, _ := strings.Cut(rest[1:], "/")
	first, _, _ := strings.Cut(registrant, ".")
	switch {
	case strings.Trim(registrant, "0123456789.") != "":
		return fmt.Sprintf("the registrant %q is no number", registrant)
	case len(first) < 4 || len(first) > 9 || first[0] == '0':
		return fmt.Sprintf("no registrant has the number %s", first)
	case name == "" && !more:
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

// wrongArXiv are the findings on arXiv's numbers.
func wrongArXiv(a *article.Article, r *article.Reference, asOf when.Date) []check.Finding {
	var found []check.Finding
	for _, id := range arXivNumbers(a, r) {
		if why := arXivFlaw(id.printed, asOf); why != "" {
			found = append(found, malformed(id, fmt.Sprintf("arXiv has no %s: %s", id.printed, why), "copy the number from the paper's page"))
		}
	}
	return found
}

// arXivNumbers returns what stands where an entry gives a number of arXiv's:
// behind its name, in an address of its papers, or in a DOI that it gives them.
func arXivNumbers(a *article.Article, r *article.Reference) []identifier {
	ends := namedAt(a, r, "ARXIV")
	for _, f := range []article.Field{r.URL, r.ArchiveURL} {
		words := strings.ToLower(a.Text[f.Span.Start:f.Span.End])
		for _, folder := range []string{"arxiv.org/abs/", "arxiv.org/pdf/", "arxiv.org/html/", "10.48550/arxiv"} {
			if i := strings.Index(words, folder); i >= 0 {
				ends = append(ends, f.Span.Start+i+len(folder))
			}
		}
	}
	var found []identifier
	for _, end := range ends {
		i := skipNumberName(a.Text, end, r.Span.End)
		if i+1 < r.Span.End && a.Text[i] == '.' && leadingDigits(a.Text[i+1:i+2]) == 1 {
			i++ // "10.48550/arXiv.2301.01234"
		}
		id := wordAt(a, r, i)
		id.printed = strings.TrimSuffix(id.printed, ".pdf")
		id.span.End = id.span.Start + len(id.printed)
		found = append(found, id)
	}
	return found
}

// arXivMonth returns the month in which arXiv gave out a number of the form in use
// since April 2007.
func arXivMonth(word string) (when.Interval, bool) {
	stamp, rest, dotted := strings.Cut(word, ".")
	if !dotted || len(stamp) != 4 || leadingDigits(stamp) != 4 || leadingDigits(rest) < 4 {
		return when.Interval{}, false
	}
	year, month := 2000+number(stamp[:2]), number(stamp[2:])
	if month < 1 || month > 12 || year < 2007 {
		return when.Interval{}, false
	}
	return when.Month(year, time.Month(month)), true
}

// arXivFlaw says why a word is no number of arXiv's, after
// https://info.arxiv.org/help/arxiv_identifier.html: until March 2007 an archive,
// a slash, year, month and three digits; then year, month, a full stop and four
// digits, five from 2015 on. Empty where it is one, or is no attempt at one.
func arXivFlaw(word string, asOf when.Date) string {
	paper, version, versioned := strings.Cut(word, "v")
	if versioned && (version == "" || leadingDigits(version) < len(version)) {
		return ""
	}
	stamp, rest, dotted := strings.Cut(paper, ".")
	if !dotted || leadingDigits(stamp) != len(stamp) || leadingDigits(rest) != len(rest) || len(stamp) < 3 || len(stamp) > 5 || len(rest) < 3 || len(rest) > 6 {
		return ""
	}
	if len(stamp) != 4 {
		return fmt.Sprintf("year and month are four digits, not %s", stamp)
	}
	year, month := 2000+number(stamp[:2]), number(stamp[2:])
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
