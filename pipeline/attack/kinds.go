package attack

// Kind is one way to make an article contradict itself.
type Kind struct {
	Name     string   `json:"kind"`
	Summary  string   `json:"-"`        // one line, lower case, no full stop
	Decision bool     `json:"decision"` // a decision rule has to notice, with an error
	Rules    []string `json:"rules"`    // those that should notice
	plant    func(*target) []fault
}

// Kinds returns the kinds of faults in the order they are planted.
func Kinds() []Kind { return kinds }

var kinds = []Kind{
	{"aged-source", "every source of a dated claim is made years older than what it tells", true,
		[]string{"source-predates-claim", "access-predates-claim", "as-of-after-access"}, agedSources},
	{"early-access", "every source of a dated claim was last read before what it tells", true,
		[]string{"access-predates-claim", "as-of-after-access", "source-predates-claim"}, earlyAccess},
	{"as-of-later", "a claim about the present says as of a time after its sources were read", true,
		[]string{"as-of-after-access", "access-predates-claim", "source-predates-claim"}, asOfLater},
	{"later-office", "a claim is put under an administration that began after its sources", true,
		[]string{"tenure-after-source"}, laterOffice},
	{"swapped-marker", "a dated claim gets the marker of a source that is too old for it", true,
		[]string{"source-predates-claim", "access-predates-claim", "as-of-after-access"}, swappedMarkers},
	{"dangling-marker", "a marker gets a number that no entry has", true,
		[]string{"dangling-marker"}, danglingMarkers},
	{"dropped-marker", "the only marker of an entry is dropped", false,
		[]string{"unused-reference", "uncited-claim", "uncited-number", "uncited-quote"}, droppedMarkers},
	{"broken-identifier", "a digit of an ISBN or ISSN is changed", false,
		[]string{"identifier-syntax"}, brokenIdentifiers},
	{"wrong-weekday", "a date gets a weekday that it does not have", false,
		[]string{"weekday-mismatch"}, wrongWeekdays},
	{"impossible-day", "a date becomes the 31st of a month of 30 days", false,
		[]string{"impossible-date"}, impossibleDays},
	{"early-office", "somebody takes an office years before its term", false,
		[]string{"tenure-mismatch"}, earlyOffices},
	{"access-before-publication", "an entry was read a year before it was published", false,
		[]string{"access-before-publication"}, accessBeforePublication},
	{"future-publication", "an entry is dated after the day of the run", false,
		[]string{"publication-in-future"}, futurePublications},
	{"future-access", "an entry was read after the day of the run", false,
		[]string{"access-in-future"}, futureAccess},
	{"archive-date", "an archive date is not that of the archived address", false,
		[]string{"archive-date-mismatch", "archive-before-publication"}, archiveDates},
	{"moved-url-year", "the year in an address is not that of its entry", false,
		[]string{"url-date-mismatch", "url-date-after-access"}, movedURLYears},
	{"contradicted-number", "a sentence is said again with another number", false,
		[]string{"number-conflict"}, contradictedNumbers},
	{"altered-quotation", "a quotation is given again without one of its words", false,
		[]string{"quote-altered"}, alteredQuotations},
	{"duplicate-number", "an entry carries the number of the one before", false,
		[]string{"duplicate-number", "numbering-gap", "dangling-marker"}, duplicateNumbers},
	{"assistant-link", "an address keeps a chat assistant's parameter", false,
		[]string{"assistant-referrer"}, assistantLinks},
	{"hidden-character", "an invisible character stands in an address", false,
		[]string{"invisible-characters", "malformed-url"}, hiddenCharacters},
}
