package attack

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// yearsBack is how much older than its claim a source is made: more than any
// event is announced ahead.
const yearsBack = 4

// dated lists the claims that state their time and stand on numbered sources
// that could carry them.
func (t *target) dated() []int {
	var list []int
	for i := range t.article.Claims {
		c := &t.article.Claims[i]
		if len(c.Readings) != 1 || c.Readings[0].Doubt != "" || c.Readings[0].Basis != article.ByWords || c.Loose ||
			c.Mood != article.Asserted && c.Mood != article.Ongoing || startOf(&c.Readings[0]).IsZero() {
			continue
		}
		if t.numbered(c) && t.result.Verdicts[i].Support == check.Supported {
			list = append(list, i)
		}
	}
	return list
}

// startOf is the first day of what a reading speaks of, that of its last year
// where the beginning is open; the zero Date where both ends are.
func startOf(r *article.Reading) when.Date {
	if r.When.From.IsZero() && !r.When.To.IsZero() {
		return when.Year(r.When.To.Year).From
	}
	return r.When.From
}

// numbered reports whether a claim is cited by markers that have an entry and do
// not name the year, which would no longer fit.
func (t *target) numbered(c *article.Claim) bool {
	for _, n := range c.Citations {
		if cite := t.article.Citations[n]; cite.Reference < 0 || cite.Scheme == "author-year" {
			return false
		}
	}
	return len(c.Citations) > 0
}

// entriesOf lists the entries behind a claim, each once.
func (t *target) entriesOf(c *article.Claim) []int {
	var list []int
	for _, n := range c.Citations {
		if r := t.article.Citations[n].Reference; !slices.Contains(list, r) {
			list = append(list, r)
		}
	}
	return list
}

// sentenceOf returns where a claim's sentence or cell stands in the file.
func (t *target) sentenceOf(c *article.Claim) article.Span {
	if c.Sentence >= 0 {
		return t.source(t.article.Sentences[c.Sentence].Span)
	}
	return t.source(c.Span)
}

// agedSources gives every entry of a dated claim an old date of publication, and
// takes later readings back to the same year.
func agedSources(t *target) []fault {
	return t.redated(func(r *article.Reference, year int) ([]check.Edit, bool) {
		return t.redate(r, year, true)
	}, "its sources date from %d")
}

// earlyAccess takes the readings of every entry of a dated claim back before it,
// and leaves the publication as it is.
func earlyAccess(t *target) []fault {
	return t.redated(func(r *article.Reference, year int) ([]check.Edit, bool) {
		if r.Published.When.From.Year > year {
			return nil, false // nobody reads a work before it is out: that is another fault
		}
		return t.redate(r, year, false)
	}, "its sources were last read in %d")
}

func (t *target) redated(redate func(*article.Reference, int) ([]check.Edit, bool), words string) []fault {
	var faults []fault
	for _, i := range t.dated() {
		c := &t.article.Claims[i]
		year := startOf(&c.Readings[0]).Year - yearsBack
		if year < 1995 {
			continue // before the web, dates of access make no sense
		}
		f := fault{areas: []article.Span{t.sentenceOf(c)}, words: fmt.Sprintf(words, year)}
		for _, n := range t.entriesOf(c) {
			edits, ok := redate(&t.article.References[n], year)
			if !ok {
				f.edits = nil
				break
			}
			f.edits = append(f.edits, edits...)
			f.also = append(f.also, t.source(t.article.References[n].Span))
		}
		faults = append(faults, f)
	}
	return faults
}

// redate gives an entry dates of a year: of its readings and, if asked, of its
// publication. Dates that it has are replaced, one that it needs is added.
func (t *target) redate(r *article.Reference, year int, publication bool) ([]check.Edit, bool) {
	var edits []check.Edit
	put := func(d article.DateField, day string) bool {
		if d.IsZero() {
			return true
		}
		if !r.Span.Contains(d.Span) || !t.plain(d.Span) {
			return false
		}
		if len(d.Text) == len("2021") {
			day = day[len(day)-len("2021"):]
		}
		edits = append(edits, check.Edit{Span: t.source(d.Span), Text: day})
		return true
	}
	ok := put(r.Accessed, fmt.Sprintf("20 March %d", year)) && put(r.Archived, fmt.Sprintf("21 March %d", year))
	if publication {
		ok = ok && put(r.Published, fmt.Sprintf("12 March %d", year))
	}
	end := t.source(r.Span).End
	switch {
	case !ok || !r.Updated.IsZero():
		return nil, false
	case publication && r.Published.IsZero(), !publication && r.Accessed.IsZero() && r.Archived.IsZero():
		edits = append(edits, check.Edit{Span: article.Span{Start: end, End: end}, Text: fmt.Sprintf(" Accessed 20 March %d.", year)})
	}
	return edits, true
}

// undated lists the claims without a time of their own that begin a sentence and
// whose sources all have a last day.
func (t *target) undated() (claims []int, horizons []when.Date) {
	for i := range t.article.Claims {
		c := &t.article.Claims[i]
		if len(c.Readings) > 0 || c.Loose || !t.numbered(c) || c.Sentence < 0 || c.Mood != article.Asserted && c.Mood != article.Ongoing {
			continue
		}
		if s := t.article.Sentences[c.Sentence]; s.Span.Start != c.Span.Start || !begins(t.article.Words(s.Span)) || t.timed(s.Span) {
			continue
		}
		var horizon when.Date
		for _, n := range t.entriesOf(c) {
			day := t.result.Sources[n].Read
			if day.IsZero() {
				horizon = when.Date{}
				break
			}
			if horizon.Before(day) {
				horizon = day
			}
		}
		if !horizon.IsZero() {
			claims, horizons = append(claims, i), append(horizons, horizon)
		}
	}
	return claims, horizons
}

func (t *target) timed(s article.Span) bool {
	return slices.ContainsFunc(t.article.Times, func(at article.Time) bool { return s.Overlaps(at.Span()) })
}

// begins reports whether a sentence begins with a word that may follow a comma.
func begins(sentence string) bool {
	first, _, _ := strings.Cut(sentence, " ")
	return slices.Contains([]string{"The", "A", "An", "Its", "It", "There", "This", "These", "They", "Their", "Most", "Many", "Some", "Several", "All"}, first)
}

// lowered returns the edit that makes the first letter at a span small, behind words.
func (t *target) lowered(s article.Span, words string) check.Edit {
	at := t.source(s)
	first, size := utf8.DecodeRuneInString(t.article.Words(s))
	return check.Edit{Span: article.Span{Start: at.Start, End: at.Start + size}, Text: words + string(unicode.ToLower(first))}
}

// asOfLater puts "As of mid-YEAR" before claims about the present.
func asOfLater(t *target) []fault {
	var faults []fault
	claims, horizons := t.undated()
	for k, i := range claims {
		c := &t.article.Claims[i]
		if c.Mood != article.Ongoing && !c.Present {
			continue
		}
		year := horizons[k].Year + 1
		if t.result.AsOf.Year <= year {
			continue
		}
		words := fmt.Sprintf("As of mid-%d, ", year)
		faults = append(faults, fault{edits: []check.Edit{t.lowered(c.Span, words)}, areas: []article.Span{t.sentenceOf(c)}, words: words})
	}
	return faults
}

// laterOffice puts claims under the first administration that began after their
// sources were read.
func laterOffice(t *target) []fault {
	var faults []fault
	claims, horizons := t.undated()
	for k, i := range claims {
		term, ok := t.administrationAfter(horizons[k])
		if !ok {
			continue
		}
		c := &t.article.Claims[i]
		words := fmt.Sprintf("Under the %s administration, ", term.Surname)
		faults = append(faults, fault{edits: []check.Edit{t.lowered(c.Span, words)}, areas: []article.Span{t.sentenceOf(c)}, words: words})
	}
	return faults
}

// administrationAfter returns the first term of a president of the United States
// that begins after a day, of one who had no term before.
func (t *target) administrationAfter(day when.Date) (almanac.Term, bool) {
	seen := map[string]bool{}
	for _, term := range t.almanac.Terms() {
		if term.Office != "president" || term.Country != "US" || !term.Checked {
			continue
		}
		if !seen[term.Surname] && day.AddDays(60).Before(term.When.From) && term.When.From.Before(t.result.AsOf) {
			return term, true
		}
		seen[term.Surname] = true
	}
	return almanac.Term{}, false
}

// swappedMarkers gives a dated claim with one marker the marker of another claim
// whose source is years too old.
func swappedMarkers(t *target) []fault {
	var faults []fault
	for _, i := range t.dated() {
		c := &t.article.Claims[i]
		if len(c.Citations) != 1 {
			continue
		}
		own := t.article.Citations[c.Citations[0]]
		day := startOf(&c.Readings[0])
		for j := range t.article.Citations {
			other := t.article.Citations[(j+i)%len(t.article.Citations)]
			if other.Reference < 0 || other.Label == own.Label || other.Scheme != own.Scheme {
				continue
			}
			s := t.result.Sources[other.Reference]
			if !s.Stated || s.KeptUp != "" || s.Published.To.IsZero() || s.Published.To.Year+yearsBack > day.Year || !t.plain(own.Span) {
				continue
			}
			faults = append(faults, fault{
				edits: []check.Edit{{Span: t.source(own.Span), Text: other.Label}}, areas: []article.Span{t.sentenceOf(c)},
				words: fmt.Sprintf("[%s] of %s in the place of [%s]", other.Label, s.Published, own.Label),
			})
			break
		}
	}
	return faults
}
