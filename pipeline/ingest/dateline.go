package ingest

import (
	"regexp"
	"strings"

	"citevet/pipeline/article"
)

// monthName is a month in the languages that articles are most written in, or
// its usual short form. The words are found here, not read: reading dates is the
// calendar's work.
const monthName = `(?i:jan(?:\.|uary|uar|vier|eiro)?|feb(?:\.|ruary|ruar|braio|rero)?|févr?(?:\.|ier)?|fev(?:\.|ereiro)?|mar(?:\.|ch|s|zo|ço)?|märz|apr(?:\.|il|ile)?|avr(?:\.|il)?|abr(?:\.|il)?|` +
	`may|mai|mayo|maio|maggio|mei|june?\.?|juni|juin|junio|junho|giugno|july?\.?|juli|juil(?:\.|let)?|julio|julho|luglio|aug(?:\.|ust|ustus)?|août|agosto|` +
	`sept?(?:\.|ember|embre|iembre|tiembre)?|settembre|setembro|oct(?:\.|ober|obre|ubre)?|okt(?:\.|ober)?|ottobre|outubro|nov(?:\.|ember|embre|iembre|embro)?|` +
	`dec(?:\.|ember)?|dez(?:\.|ember|embro)?|déc(?:\.|embre)?|dic(?:\.|iembre|embre)?|enero|gennaio|` +
	`янв(?:\.|аря|арь)?|фев(?:\.|раля|раль)?|мар(?:\.|та|т)|апр(?:\.|еля|ель)?|мая|май|июн(?:\.|я|ь)|июл(?:\.|я|ь)|авг(?:\.|уста|уст)?|сен(?:\.|тября|тябрь)?|окт(?:\.|ября|ябрь)?|ноя(?:\.|бря|брь)?|дек(?:\.|абря|абрь)?)`

// fullDate is a day, or at least a month, of a written year; dayOfYear may
// leave the year out.
const (
	fullDate = `(?:\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}年\d{1,2}月\d{1,2}日|` +
		`\d{1,2}(?:st|nd|rd|th|\.)?(?: of| de)? ?` + monthName + `(?: de)?,? \d{4}|` + monthName + ` \d{1,2}(?:st|nd|rd|th)?,? \d{4}|` + monthName + `,? \d{4})`
	dayDate   = `(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th|\.)? ` + monthName + `,? \d{4}|` + monthName + ` \d{1,2}(?:st|nd|rd|th)?,? \d{4})`
	dayOfYear = `(?:` + fullDate + `|\d{1,2} ` + monthName + `|` + monthName + ` \d{1,2})`
)

// agency is who reports, between brackets or strokes.
const agency = `[(/][^)/\n]{1,40}[)/]\.?`

var (
	datePattern = regexp.MustCompile(fullDate)
	// dateAlone is a date with at most its weekday and time of day around it.
	dateAlone = regexp.MustCompile(`^(?:\p{L}{3,12}\.?,? )?` + fullDate + `(?:,? (?:at )?\d{1,2}[:.]\d{2}(?: ?[aApP]\.?[mM]\.?)?)?(?: \(?[A-Z]{2,4}\)?)?(?: г\.?| года)?\.?$`)
	// dateCue is what names the article's own date.
	dateCue = regexp.MustCompile(`^(?i:(first published|published|posted|publication date|report date|date|dated|prepared|compiled|issued|released|опубликовано|дата публикации|дата|veröffentlicht|publié|publicado)` +
		`|(last updated|updated|last modified|modified|last reviewed|обновлено|aktualisiert|mis à jour|actualizado))(?i: on| am| le| el)?\s*[:：–-]?\s*(?:\p{L}{3,12}\.?,? )?` + fullDate)
	// wireDate is the beginning of an agency's report: a place, the day, the
	// agency in brackets, a dash; without an agency, the place is in capitals.
	wireDate = regexp.MustCompile(`^(?:\p{Lu}[\p{Lu} .'’/-]+(?:, \p{Lu}[\p{L}. ]{1,30})?,? (` + dayOfYear + `)(?:,? ?` + agency + `)?` +
		`|\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,2}[,.] (` + dayOfYear + `),? ?` + agency + `) ?(?:--?|–|—)`)
	// placeDate is a dateline without an agency or capitals: "Lincoln, 8 October
	// 2024. A former", "Turku, 3 May 2024: ", or the day alone, "10 March 2026. In".
	// A story may open on such a day of long ago; its sources tell.
	placeDate = regexp.MustCompile(`^(?:\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}(?:, \p{Lu}[\p{L}. ]{1,30})?, )?(` + dayDate + `)(?:[.:]| ?(?:--?|–|—)) ?["“‘]?\p{Lu}`)
	// trailingDate ends a line at the top that says what the article is and whose:
	// "Policy brief no. 14, November 2025".
	trailingDate = regexp.MustCompile(`^\p{Lu}[^!?\n]{2,100}[,.|·–—-] ?(` + fullDate + `)\.?$`)
)

// maxDateLine is how many bytes of a line are looked at for the article's date.
const maxDateLine = 240

func head(words string) string {
	if len(words) > maxDateLine {
		words = strings.ToValidUTF8(words[:maxDateLine], "")
	}
	return words
}

// isDateLine reports whether words give the article's date and nothing else.
func isDateLine(words string) bool {
	if len(words) > maxDateLine || len(strings.Fields(words)) > 16 || strings.Contains(words, "\n") {
		return false
	}
	return dateAlone.MatchString(words) || dateCue.MatchString(words)
}

// startsWithDate reports whether words begin with a date ("By May 2024 …").
func startsWithDate(words string) bool {
	at := datePattern.FindStringIndex(head(words))
	return at != nil && at[0] == 0
}

// findDate keeps the words of the article's own date: of its front matter, else
// of the line that says it was published, of a line or byline with a date, of an
// agency's dateline, of the line that says it was updated.
func (d *draft) findDate() {
	if d.Meta.Date != "" {
		return
	}
	best, rank := article.Span{}, 0
	for i := range d.parts[:min(d.topEnd()+1, len(d.parts))] {
		p := d.parts[i]
		if p.Kind == article.Heading && i > 0 && rank == 0 {
			if at, r := d.weakDate(p); r > 0 {
				best, rank = article.Span{Start: p.Span.Start + at.Start, End: p.Span.Start + at.End}, r
			}
		}
		if p.Kind != article.Furniture && p.Kind != article.Paragraph {
			continue
		}
		at, r := dateOf(head(d.words(p.Span)), p.Kind == article.Furniture)
		if r == 0 && rank == 0 {
			at, r = d.weakDate(p)
		}
		if r > rank {
			best, rank = article.Span{Start: p.Span.Start + at.Start, End: p.Span.Start + at.End}, r
		}
	}
	if rank > 0 {
		d.Meta.Date, d.Meta.DateSpan = d.words(best), best
	}
}

// weakDate returns the place of a date that looks like the article's but may open
// a story of long ago: it counts only where no source is from a later year.
func (d *draft) weakDate(p part) (at article.Span, rank int) {
	words := head(d.words(p.Span))
	m := placeDate.FindStringSubmatchIndex(words)
	if m == nil && len(strings.Fields(words)) <= 16 {
		m = trailingDate.FindStringSubmatchIndex(words)
	}
	if m == nil {
		return at, 0
	}
	years := yearPattern.FindAllString(words[m[2]:m[3]], -1)
	if len(years) != 1 || d.latestSource() > years[0] {
		return at, 0
	}
	return article.Span{Start: m[2], End: m[3]}, 1
}

var yearPattern = regexp.MustCompile(`\b(?:19|20)\d{2}\b`)

// latestSource returns the latest year that the reference entries are from or
// were read in, "9999" where they name none: then nothing confirms a date.
func (d *draft) latestSource() string {
	exact, any := "", ""
	for _, p := range d.parts {
		if p.Kind != article.Entry {
			continue
		}
		words := d.words(p.Span)
		for _, date := range datePattern.FindAllString(words, -1) {
			exact = max(exact, yearPattern.FindString(date))
		}
		for _, year := range yearPattern.FindAllString(words, -1) {
			any = max(any, year)
		}
	}
	switch {
	case exact != "":
		return exact // other years may be those of titles
	case any != "":
		return any
	}
	return "9999"
}

// dateOf returns the place of the article's date in the words of one part, and
// how much it counts, 0 where there is none.
func dateOf(words string, furniture bool) (at article.Span, rank int) {
	if m := wireDate.FindStringSubmatchIndex(words); m != nil {
		return article.Span{Start: max(m[2], m[4]), End: max(m[3], m[5])}, 2
	}
	if !furniture {
		return at, 0
	}
	m := datePattern.FindStringIndex(words)
	if m == nil {
		return at, 0
	}
	at = article.Span{Start: m[0], End: m[1]}
	cue := dateCue.FindStringSubmatchIndex(words)
	switch {
	case cue != nil && cue[2] >= 0:
		return at, 4
	case cue != nil:
		return at, 1
	}
	return at, 3
}
