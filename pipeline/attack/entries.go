package attack

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// entries visits each reference with where it stands in the file, and collects
// the faults that visit makes of it.
func (t *target) entries(visit func(r *article.Reference, n int) (edits []check.Edit, words string)) []fault {
	var faults []fault
	for n := range t.article.References {
		r := &t.article.References[n]
		if edits, words := visit(r, n); len(edits) > 0 {
			faults = append(faults, fault{edits: edits, areas: []article.Span{t.source(r.Span)}, words: words})
		}
	}
	return faults
}

// own reports whether a field is the entry's own and stands in the file as it is read.
func (t *target) own(r *article.Reference, f article.Field) bool {
	return check.Own(r, f) && t.plain(f.Span)
}

// danglingMarkers gives numbered markers that stand alone a number beyond the list.
func danglingMarkers(t *target) []fault {
	clusters := map[int]int{}
	for _, c := range t.article.Citations {
		clusters[c.Cluster]++
	}
	most := 0
	for _, r := range t.article.References {
		n, _ := strconv.Atoi(r.Label.Text)
		most = max(most, n)
	}
	var faults []fault
	for i, c := range t.article.Citations {
		if most == 0 || c.Reference < 0 || clusters[c.Cluster] > 1 || c.Label != t.article.Words(c.Span) || !t.plain(c.Span) {
			continue
		}
		label := strconv.Itoa(most + 1 + i%7)
		at := t.source(c.Span)
		faults = append(faults, fault{edits: []check.Edit{{Span: at, Text: label}}, areas: []article.Span{t.source(c.Marker)}, words: "[" + label + "]"})
	}
	return faults
}

// droppedMarkers drops markers that stand alone in their bracket and are the
// only ones of their entry.
func droppedMarkers(t *target) []fault {
	uses := map[int]int{}
	for _, c := range t.article.Citations {
		uses[c.Reference]++
	}
	var faults []fault
	for i, c := range t.article.Citations {
		alone := (i == 0 || t.article.Citations[i-1].Marker != c.Marker) &&
			(i+1 == len(t.article.Citations) || t.article.Citations[i+1].Marker != c.Marker)
		if c.Reference < 0 || uses[c.Reference] != 1 || !alone || c.Scheme == "author-year" || !t.plain(c.Marker) {
			continue
		}
		marker := t.source(c.Marker)
		areas := []article.Span{t.source(t.article.References[c.Reference].Span)}
		if c.Sentence >= 0 {
			areas = append(areas, t.source(t.article.Sentences[c.Sentence].Span))
		}
		faults = append(faults, fault{edits: []check.Edit{{Span: marker}}, areas: areas, words: "without " + t.article.Words(c.Marker)})
	}
	return faults
}

// brokenIdentifiers changes one digit of a book's or journal's number, which its
// check digit then no longer fits.
func brokenIdentifiers(t *target) []fault {
	return t.entries(func(r *article.Reference, _ int) ([]check.Edit, string) {
		for _, f := range []article.Field{r.ISBN, r.ISSN} {
			if !t.own(r, f) || len(f.Text) < 8 {
				continue
			}
			i := len(f.Text) - 3
			for i > 0 && (f.Text[i] < '0' || f.Text[i] > '9') {
				i--
			}
			at := t.source(f.Span).Start + i
			digit := string(rune('0' + (f.Text[i]-'0'+1)%10))
			return []check.Edit{{Span: article.Span{Start: at, End: at + 1}, Text: digit}}, f.Text[:i] + digit + f.Text[i+1:]
		}
		return nil, ""
	})
}

// accessBeforePublication takes an entry's access back to the year before its
// publication. What is printed may be online before its issue, and is left out.
func accessBeforePublication(t *target) []fault {
	return t.entries(func(r *article.Reference, _ int) ([]check.Edit, string) {
		if !t.own(r, r.Accessed.Field) || !check.Own(r, r.Published.Field) || r.Published.When.From.Year < 1996 || !r.Archived.IsZero() || check.Printed(r) {
			return nil, ""
		}
		day := fmt.Sprintf("3 May %d", r.Published.When.From.Year-1)
		return []check.Edit{{Span: t.source(r.Accessed.Span), Text: day}}, "accessed " + day
	})
}

// futurePublications dates entries three years after the day of the run.
func futurePublications(t *target) []fault {
	return t.entries(func(r *article.Reference, _ int) ([]check.Edit, string) {
		if !t.own(r, r.Published.Field) {
			return nil, ""
		}
		year := strconv.Itoa(t.result.AsOf.Year + 3)
		if len(r.Published.Text) > len(year) {
			year = "12 March " + year
		}
		return []check.Edit{{Span: t.source(r.Published.Span), Text: year}}, "published " + year
	})
}

// futureAccess has entries read two years after the day of the run.
func futureAccess(t *target) []fault {
	return t.entries(func(r *article.Reference, _ int) ([]check.Edit, string) {
		if !t.own(r, r.Accessed.Field) {
			return nil, ""
		}
		day := fmt.Sprintf("3 May %d", t.result.AsOf.Year+2)
		return []check.Edit{{Span: t.source(r.Accessed.Span), Text: day}}, "accessed " + day
	})
}

// archiveDates gives entries an archived copy whose address has another day than
// the entry says.
func archiveDates(t *target) []fault {
	return t.entries(func(r *article.Reference, _ int) ([]check.Edit, string) {
		if !t.own(r, r.URL) || !r.ArchiveURL.IsZero() || !r.Archived.IsZero() || r.Published.When.To.Year > 2010 {
			return nil, ""
		}
		end := t.source(r.Span).End
		words := " Archived on 5 June 2015 at https://web.archive.org/web/20110304050607/" + r.URL.Text
		return []check.Edit{{Span: article.Span{Start: end, End: end}, Text: words}}, "archived on 5 June 2015 at …/20110304050607/"
	})
}

// pathYear finds the year in an address that is dated by its path.
var pathYear = regexp.MustCompile(`/((?:19|20)\d\d)/\d\d?/`)

// movedURLYears changes the year in the path of addresses whose entry states another.
func movedURLYears(t *target) []fault {
	return t.entries(func(r *article.Reference, _ int) ([]check.Edit, string) {
		at := pathYear.FindStringSubmatchIndex(r.URL.Text)
		if at == nil || !t.own(r, r.URL) || !check.Own(r, r.Published.Field) || r.URLDate.IsZero() {
			return nil, ""
		}
		year, _ := strconv.Atoi(r.URL.Text[at[2]:at[3]])
		if year != r.Published.When.From.Year {
			return nil, ""
		}
		moved := strconv.Itoa(year - 3)
		start := t.source(r.URL.Span).Start
		return []check.Edit{{Span: article.Span{Start: start + at[2], End: start + at[3]}, Text: moved}}, "/" + moved + "/"
	})
}

// duplicateNumbers gives an entry the number of the one before. Its markers then
// lead nowhere.
func duplicateNumbers(t *target) []fault {
	faults := t.entries(func(r *article.Reference, n int) ([]check.Edit, string) {
		if n == 0 || !t.own(r, r.Label) || t.article.References[n-1].Label.IsZero() {
			return nil, ""
		}
		label := t.article.References[n-1].Label.Text
		return []check.Edit{{Span: t.source(r.Label.Span), Text: label}}, "[" + label + "]"
	})
	for i := range faults {
		for _, c := range t.article.Citations {
			if c.Reference >= 0 && t.source(t.article.References[c.Reference].Span) == faults[i].areas[0] {
				faults[i].also = append(faults[i].also, t.source(c.Marker))
			}
		}
	}
	return faults
}

// assistantLinks adds the parameter that a chat assistant leaves in addresses.
func assistantLinks(t *target) []fault {
	return t.addresses(func(url string) (int, string) {
		if strings.ContainsAny(url, "?#") {
			return 0, ""
		}
		return len(url), "?utm_source=chatgpt.com"
	})
}

// hiddenCharacters puts a zero-width space into addresses.
func hiddenCharacters(t *target) []fault {
	return t.addresses(func(url string) (int, string) { return len(url) * 2 / 3, "\u200b" })
}

// addresses inserts into the address of each entry what put returns.
func (t *target) addresses(put func(url string) (at int, words string)) []fault {
	return t.entries(func(r *article.Reference, _ int) ([]check.Edit, string) {
		if !t.own(r, r.URL) || strings.ContainsFunc(r.URL.Text, func(c rune) bool { return c > '~' }) {
			return nil, ""
		}
		at, words := put(r.URL.Text)
		if words == "" {
			return nil, ""
		}
		at += t.source(r.URL.Span).Start
		return []check.Edit{{Span: article.Span{Start: at, End: at}, Text: words}}, strconv.QuoteToASCII(words)
	})
}
