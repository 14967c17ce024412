package brief

import (
	"slices"

	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// expectedOf says of each rule what an article has that the rule has nothing to say
// of. What depends on the dates of the finding is said by [expected].
var expectedOf = map[string]string{
	"access-predates-claim":            "A source that was read after what the claim tells of had happened.",
	"as-of-after-access":               "A source that was read at the time the claim speaks as of, or later.",
	"cluster-member-cannot-contribute": "In a cluster only sources that can tell of the claim's time.",
	"frozen-access-dates":              "Access dates that tell when each source was read, the last not before the latest thing told.",
	"future-wording-past-date":         "What lies before the article's date told as past, with what came of it.",
	"impossible-date":                  "A date that the calendar has.",
	"newest-source-behind-article":     "At least one source as new as the latest thing the article tells.",
	"past-wording-future-date":         "What lies after the article's date told as planned.",
	"source-predates-claim":            "A source that was published after what the claim tells of had happened.",
	"stale-present":                    "Behind a claim about the present a source of about the article's own date.",
	"table-head-after-source":          "In each cell a source as new as the time that the table's head gives.",
	"tenure-after-source":              "A source from the time of the office that the claim speaks of, or later.",
	"tenure-mismatch":                  "Years of office as the records have them.",
	"weekday-mismatch":                 "The day of the week that the date fell on.",

	"dangling-marker":        "For every marker an entry in the reference list.",
	"first-use-out-of-order": "Entries numbered in the order in which the text first cites them.",
	"inverted-range":         "A range that runs from the lower number to the higher.",
	"marker-before-claim":    "A marker behind the words that it is for.",
	"mixed-schemes":          "One scheme of citation throughout.",
	"numbering-gap":          "A reference list that leaves out no number.",
	"repeated-bundle":        "Behind each statement the source that carries it, not one bundle behind all.",
	"self-citation":          "Sources other than the article and its own author.",
	"text-after-references":  "The reference list at the end, or headed text behind it.",
	"uncited-claim":          "A marker behind every claim that a reader would check.",
	"uncited-number":         "A source for every figure that somebody counted or reckoned.",
	"uncited-quote":          "A source for every quotation.",
	"unused-reference":       "For every numbered entry a marker in the text.",

	"access-before-publication":  "An access date on or after the day of publication.",
	"access-before-web":          "An access or archive date from the time of the web.",
	"access-in-future":           "An access date no later than the day of the run.",
	"access-without-day":         "Access dates told to the day.",
	"access-without-url":         "Beside an access date the address that was read.",
	"ambiguous-date":             "Dates that all readers take for the same day.",
	"archive-before-publication": "An archived copy no older than the work.",
	"archive-date-mismatch":      "The archive date that the copy's own address has.",
	"archive-without-partner":    "An archive date together with the address of the copy and of the original.",
	"bare-url":                   "An entry that names author, title and date beside the address.",
	"duplicate-number":           "A number of its own for every entry.",
	"duplicate-url":              "One entry for one address.",
	"duplicate-work":             "One entry for one work.",
	"generic-title":              "The title that stands on the work itself.",
	"identifier-syntax":          "An identifier whose form and check digit hold.",
	"implausibly-old":            "A date from the time since there have been publications of its kind.",
	"inconsistent-fields":        "The same particulars in all entries of one kind.",
	"invisible-characters":       "No characters that cannot be seen.",
	"isbn-too-early":             "An ISBN only for an edition of the time since there have been ISBNs.",
	"markup-residue":             "An entry in plain words, without markup or misread characters.",
	"missing-publisher":          "The publisher, the journal or the collection of a printed work.",
	"missing-title":              "The title of the work.",
	"missing-url":                "The address of a work that is said to have been read online.",
	"missing-year":               "A date of publication, or a sign that the work has none.",
	"no-access-date":             "For a page on the web the day on which it was published or read.",
	"placeholder-author":         "The author's own name, or the body that published the work.",
	"publication-in-future":      "A date of publication no later than the day of the run.",
	"several-dates":              "One date of publication in an entry.",
	"split-or-joined-entry":      "One entry for each work, whole.",
	"url-in-title":               "The title alone in the place of the title.",
	"year-in-title-mismatch":     "A report on a year dated in that year or later.",

	"assistant-referrer":        "An address as the page has it, of a page that was read.",
	"home-page-cited":           "The address of the page that says it.",
	"homoglyph-domain":          "A host in the letters of its real name.",
	"language-segment-mismatch": "A title and an address in one language, or both languages named.",
	"malformed-url":             "An address that can be opened as it is written.",
	"opinion-as-fact":           "For a plain fact a source that reports it, or the view told as a view.",
	"placeholder-host":          "The address that was read, at a real host.",
	"press-release":             "Somebody who looked into it, beside the one who announced it.",
	"proxy-or-login-url":        "An address that every reader can open.",
	"publisher-domain-mismatch": "An address that belongs to the outlet that the entry names.",
	"same-title-two-outlets":    "One entry for one text, whoever runs it.",
	"search-page-cited":         "The address of the result that was read.",
	"single-outlet":             "Sources from more than one outlet.",
	"slug-title-mismatch":       "A title and an address that speak of the same thing.",
	"tracking-parameters":       "An address without what only tells where its reader came from.",
	"unreliable-outlet":         "An outlet that is not listed as unreliable.",
	"url-date-after-access":     "An access date on or after the day in the address.",
	"url-date-mismatch":         "In the entry the year that the address has.",
	"user-generated":            "A source with somebody who answers for it.",

	"date-conflict":     "One date for one event.",
	"headline-mismatch": "In the headline only names and numbers that the article has.",
	"name-variants":     "One spelling of one name.",
	"number-conflict":   "One value for one quantity.",
	"quote-altered":     "One wording of one quotation.",
	"role-conflict":     "One account of the office that a person holds.",
	"status-conflict":   "One account of whether something has come to pass.",

	"bad-suppression":    "A comment that names the rule and gives a reason.",
	"unused-suppression": "Comments only where there is a finding to take back.",
}

// expected says what a sound article would have in the place of findings that
// have one cause.
func expected(r check.Result, family string, findings []check.Finding) string {
	if family == "temporal" && len(findings[0].References) > 0 && len(findings[0].Claims) > 0 {
		days := decisiveDays(r, findings)
		switch {
		case len(days) > 1:
			return "For each claim a source that was published, or at least read, no earlier than what the claim tells of."
		case len(days) == 1:
			return "A source that was published, or at least read, on or after " + dayWords(days[0]) + "."
		}
	}
	return expectedOf[findings[0].Rule]
}

// decisiveDays returns the days that the sources of the findings' claims had to
// reach, each once.
func decisiveDays(r check.Result, findings []check.Finding) []when.Date {
	var days []when.Date
	for _, f := range findings {
		for _, c := range f.Claims {
			if day := claimDay(r, c); !day.IsZero() {
				days = append(days, day)
			}
		}
	}
	slices.SortFunc(days, when.Date.Compare)
	return slices.Compact(days)
}

// claimDay returns the day that a claim's sources had to reach, the zero Date where
// it speaks of no time that could be compared.
func claimDay(r check.Result, claim int) when.Date {
	c := &r.Article.Claims[claim]
	reading := r.Verdicts[claim].Reading
	if reading < 0 || reading >= len(c.Readings) {
		return when.Date{}
	}
	return check.DecisiveDay(c.Readings[reading].When, c.Readings[reading].Shape)
}
