package when

// class is the part a word plays in the grammar of time. A class without a
// comment holds the one word that it is called by.
type class uint8

const (
	noClass        class = iota
	wMonth               // value: 1 to 12, plus abbreviated or plainWord
	wWeekday             // value: 0 (Sunday) to 6, plus abbreviated
	wWeekdays            // "Tuesdays"; value as wWeekday
	wSeason              // value: a season
	wSeasons             // "summers"; value: a season
	wUnit                // value: a unit
	wUnits               // value: a unit, the word being plural
	wUnitly              // "annually"; value: an index of unitlyValues
	wCardinal            // "three"; value: 2 to 90
	wOrdinal             // "third"; value: 1 to 31
	wVague               // "few", "several"; value: fewest<<8 | most
	wTens                // "nineties"; value: 20 to 90
	wPart                // "early"; value: a part
	wPartOf              // "end of"; value: a part
	wHalf                // "half"
	wQuarterLetter       // "Q"
	wHalfLetter          // "H"
	wFiscalLetter        // "FY"
	wFiscal              // "fiscal", "financial"
	wEra                 // "AD", "CE"; value 0, or 1 where it stands for years before year 1
	wDotted              // "A" and "B", which may begin "A.D." or "B.C."
	wSuffix              // "st", "nd", "rd", "th"
	wThe
	wA // "a", "an"
	wS // "s"
	wOf
	wIn   // "in", "at", "during", "within", "for"
	wOver // "over", also before amounts
	wAnd
	wOr
	wTo
	wFrom
	wBetween
	wSince
	wUntil   // "until", "till", "til"
	wThrough // "through", "thru"
	wBy
	wBefore
	wAfter
	wPrior // "prior to"
	wAhead // "ahead of"
	wFollowing
	wAs
	wUp
	wOn
	wAround   // "around", "about"
	wCirca    // "circa", "ca"
	wC        // "c."
	wLast     // "last"; value 1 for "past"
	wPrevious // "previous", "preceding"
	wNext     // "next"; value 1 for "coming"
	wThis     // "this"; value 1 for "current"
	wThat     // "that", "same"
	wAgo
	wEarlier
	wLater
	wHence
	wNow // "now", "currently": the time of writing, loosely
	wToday
	wYesterday
	wTomorrow
	wTonight
	wPresent
	wMoment
	wEvery // "every", "each"
	wPer
	wOther
	wTime
	wDayPart  // "morning", "night"
	wDayParts // "mornings"
	wPre      // "pre", "post"; value 1 for post
	wOnwards  // "onward", "onwards"
	wHoliday  // first word of a holiday's name; see holiday.go
	wWar      // first word of a war's name; see war.go
)

// Values of months and weekdays carry what makes the word doubtful.
const (
	nameMask    = 0x0f
	abbreviated = 0x10 // "Jan", "Tue": also an ordinary abbreviation or name
	plainWord   = 0x20 // "may", "march", "august": also an ordinary word or a given name
)

type unit int

const (
	seconds unit = iota
	minutes
	hours
	days
	weekends
	weeks
	fortnights
	months
	quarters
	years
	decades
	centuries
	millennia
)

type part int

const (
	early part = iota
	mid
	late
)

type season int

const (
	winter season = iota
	spring
	summer
	autumn
)

type entry struct {
	class class
	value int
}

// longestWord is the length of the longest word of the lexicon.
const longestWord = 12

// lookUp returns the class and value of a word, whatever its letters' case.
func lookUp(w string) (class, int) {
	if len(w) > longestWord {
		return noClass, 0
	}
	var lower [longestWord]byte
	for i := 0; i < len(w); i++ {
		lower[i] = w[i] | 0x20
	}
	if lengths[lower[0]&31]&(1<<len(w)) == 0 {
		return noClass, 0
	}
	e := lexicon[string(lower[:len(w)])]
	return e.class, e.value
}

// lengths has, for each first letter (its low five bits), a bit for every
// length of a word that begins so; most words of a text are settled by it.
var lengths = func() (bits [32]uint16) {
	for w := range lexicon {
		bits[w[0]&31] |= 1 << len(w)
	}
	return bits
}()

var lexicon = map[string]entry{
	"january": {wMonth, 1}, "february": {wMonth, 2}, "march": {wMonth, 3 | plainWord}, "april": {wMonth, 4 | plainWord},
	"may": {wMonth, 5 | plainWord}, "june": {wMonth, 6 | plainWord}, "july": {wMonth, 7}, "august": {wMonth, 8 | plainWord},
	"september": {wMonth, 9}, "october": {wMonth, 10}, "november": {wMonth, 11}, "december": {wMonth, 12},
	"jan": {wMonth, 1 | abbreviated}, "feb": {wMonth, 2 | abbreviated}, "mar": {wMonth, 3 | abbreviated},
	"apr": {wMonth, 4 | abbreviated}, "jun": {wMonth, 6 | abbreviated}, "jul": {wMonth, 7 | abbreviated},
	"aug": {wMonth, 8 | abbreviated}, "sep": {wMonth, 9 | abbreviated}, "sept": {wMonth, 9 | abbreviated},
	"oct": {wMonth, 10 | abbreviated}, "nov": {wMonth, 11 | abbreviated}, "dec": {wMonth, 12 | abbreviated},

	"sunday": {wWeekday, 0}, "monday": {wWeekday, 1}, "tuesday": {wWeekday, 2}, "wednesday": {wWeekday, 3},
	"thursday": {wWeekday, 4}, "friday": {wWeekday, 5}, "saturday": {wWeekday, 6},
	"sun": {wWeekday, 0 | abbreviated}, "mon": {wWeekday, 1 | abbreviated}, "tue": {wWeekday, 2 | abbreviated},
	"tues": {wWeekday, 2 | abbreviated}, "wed": {wWeekday, 3 | abbreviated}, "thu": {wWeekday, 4 | abbreviated},
	"thur": {wWeekday, 4 | abbreviated}, "thurs": {wWeekday, 4 | abbreviated}, "fri": {wWeekday, 5 | abbreviated},
	"sat":     {wWeekday, 6 | abbreviated},
	"sundays": {wWeekdays, 0}, "mondays": {wWeekdays, 1}, "tuesdays": {wWeekdays, 2}, "wednesdays": {wWeekdays, 3},
	"thursdays": {wWeekdays, 4}, "fridays": {wWeekdays, 5}, "saturdays": {wWeekdays, 6},

	"winter": {wSeason, int(winter)}, "spring": {wSeason, int(spring)}, "summer": {wSeason, int(summer)},
	"autumn": {wSeason, int(autumn)}, "fall": {wSeason, int(autumn)},
	"winters": {wSeasons, int(winter)}, "summers": {wSeasons, int(summer)}, "autumns": {wSeasons, int(autumn)},

	"seconds": {wUnits, int(seconds)}, "minute": {wUnit, int(minutes)}, "minutes": {wUnits, int(minutes)},
	"hour": {wUnit, int(hours)}, "hours": {wUnits, int(hours)}, "day": {wUnit, int(days)}, "days": {wUnits, int(days)},
	"weekend": {wUnit, int(weekends)}, "weekends": {wUnits, int(weekends)}, "week": {wUnit, int(weeks)},
	"weeks": {wUnits, int(weeks)}, "fortnight": {wUnit, int(fortnights)}, "fortnights": {wUnits, int(fortnights)},
	"month": {wUnit, int(months)}, "months": {wUnits, int(months)}, "quarter": {wUnit, int(quarters)},
	"quarters": {wUnits, int(quarters)}, "year": {wUnit, int(years)}, "years": {wUnits, int(years)},
	"decade": {wUnit, int(decades)}, "decades": {wUnits, int(decades)}, "century": {wUnit, int(centuries)},
	"centuries": {wUnits, int(centuries)}, "millennium": {wUnit, int(millennia)}, "millennia": {wUnits, int(millennia)},
	"hourly": {wUnitly, 0}, "daily": {wUnitly, 1}, "nightly": {wUnitly, 2}, "weekly": {wUnitly, 3}, "monthly": {wUnitly, 4},
	"quarterly": {wUnitly, 5}, "yearly": {wUnitly, 6}, "annually": {wUnitly, 6}, "biannually": {wUnitly, 7}, "biennially": {wUnitly, 8},

	"one": {wCardinal, 1}, "two": {wCardinal, 2}, "three": {wCardinal, 3}, "four": {wCardinal, 4}, "five": {wCardinal, 5},
	"six": {wCardinal, 6}, "seven": {wCardinal, 7}, "eight": {wCardinal, 8}, "nine": {wCardinal, 9}, "ten": {wCardinal, 10},
	"eleven": {wCardinal, 11}, "twelve": {wCardinal, 12}, "thirteen": {wCardinal, 13}, "fourteen": {wCardinal, 14},
	"fifteen": {wCardinal, 15}, "sixteen": {wCardinal, 16}, "seventeen": {wCardinal, 17}, "eighteen": {wCardinal, 18},
	"nineteen": {wCardinal, 19}, "twenty": {wCardinal, 20}, "thirty": {wCardinal, 30}, "forty": {wCardinal, 40},
	"fifty": {wCardinal, 50}, "sixty": {wCardinal, 60}, "seventy": {wCardinal, 70}, "eighty": {wCardinal, 80},
	"ninety": {wCardinal, 90},
	"couple": {wVague, 2<<8 | 3}, "few": {wVague, 2<<8 | 5}, "several": {wVague, 3<<8 | 9}, "dozen": {wVague, 10<<8 | 14},

	"first": {wOrdinal, 1}, "second": {wOrdinal, 2}, "third": {wOrdinal, 3}, "fourth": {wOrdinal, 4}, "fifth": {wOrdinal, 5},
	"sixth": {wOrdinal, 6}, "seventh": {wOrdinal, 7}, "eighth": {wOrdinal, 8}, "ninth": {wOrdinal, 9}, "tenth": {wOrdinal, 10},
	"eleventh": {wOrdinal, 11}, "twelfth": {wOrdinal, 12}, "thirteenth": {wOrdinal, 13}, "fourteenth": {wOrdinal, 14},
	"fifteenth": {wOrdinal, 15}, "sixteenth": {wOrdinal, 16}, "seventeenth": {wOrdinal, 17}, "eighteenth": {wOrdinal, 18},
	"nineteenth": {wOrdinal, 19}, "twentieth": {wOrdinal, 20}, "thirtieth": {wOrdinal, 30},

	"twenties": {wTens, 20}, "thirties": {wTens, 30}, "forties": {wTens, 40}, "fifties": {wTens, 50},
	"sixties": {wTens, 60}, "seventies": {wTens, 70}, "eighties": {wTens, 80}, "nineties": {wTens, 90},

	"early": {wPart, int(early)}, "mid": {wPart, int(mid)}, "late": {wPart, int(late)},
	"beginning": {wPartOf, int(early)}, "start": {wPartOf, int(early)}, "middle": {wPartOf, int(mid)},
	"end": {wPartOf, int(late)}, "close": {wPartOf, int(late)},
	"half": {wHalf, 0}, "q": {wQuarterLetter, 0}, "h": {wHalfLetter, 0}, "fy": {wFiscalLetter, 0},
	"fiscal": {wFiscal, 0}, "financial": {wFiscal, 0},
	"ad": {wEra, 0}, "ce": {wEra, 0}, "bc": {wEra, 1}, "bce": {wEra, 1}, "b": {wDotted, 1},
	"st": {wSuffix, 0}, "nd": {wSuffix, 0}, "rd": {wSuffix, 0}, "th": {wSuffix, 0},

	"the": {wThe, 0}, "a": {wA, 0}, "an": {wA, 0}, "s": {wS, 0}, "of": {wOf, 0},
	"in": {wIn, 0}, "on": {wOn, 0}, "at": {wIn, 0}, "during": {wIn, 0}, "within": {wIn, 0}, "over": {wOver, 0}, "for": {wIn, 0},
	"throughout": {wIn, 0},
	"and":        {wAnd, 0}, "or": {wOr, 0}, "to": {wTo, 0}, "from": {wFrom, 0}, "between": {wBetween, 0}, "since": {wSince, 0},
	"until": {wUntil, 0}, "till": {wUntil, 0}, "til": {wUntil, 0}, "through": {wThrough, 0}, "thru": {wThrough, 0},
	"by": {wBy, 0}, "before": {wBefore, 0}, "after": {wAfter, 0}, "prior": {wPrior, 0}, "ahead": {wAhead, 0},
	"following": {wFollowing, 0}, "as": {wAs, 0}, "up": {wUp, 0},
	"around": {wAround, 0}, "about": {wAround, 0}, "approximately": {wAround, 0}, "circa": {wCirca, 0}, "ca": {wCirca, 0}, "c": {wC, 0},

	"last": {wLast, 0}, "past": {wLast, 1}, "previous": {wPrevious, 0}, "preceding": {wPrevious, 0}, "next": {wNext, 0},
	"coming": {wNext, 1}, "upcoming": {wNext, 1}, "this": {wThis, 0}, "current": {wThis, 1}, "that": {wThat, 0}, "same": {wThat, 0},
	"ago": {wAgo, 0}, "earlier": {wEarlier, 0}, "later": {wLater, 0}, "hence": {wHence, 0},
	"now": {wNow, 0}, "currently": {wNow, 1}, "presently": {wNow, 1}, "nowadays": {wNow, 1}, "today": {wToday, 0},
	"yesterday": {wYesterday, 0}, "tomorrow": {wTomorrow, 0}, "tonight": {wTonight, 0},
	"present": {wPresent, 0}, "moment": {wMoment, 0}, "every": {wEvery, 0}, "each": {wEvery, 0}, "per": {wPer, 0}, "other": {wOther, 0},
	"time": {wTime, 0}, "morning": {wDayPart, 0}, "afternoon": {wDayPart, 0}, "evening": {wDayPart, 0}, "night": {wDayPart, 0},
	"mornings": {wDayParts, 0}, "afternoons": {wDayParts, 0}, "evenings": {wDayParts, 0}, "nights": {wDayParts, 0},
	"pre": {wPre, 0}, "post": {wPre, 1}, "onward": {wOnwards, 0}, "onwards": {wOnwards, 0},

	"christmas": {wHoliday, 0}, "boxing": {wHoliday, 0}, "new": {wHoliday, 0}, "easter": {wHoliday, 0},
	"good": {wHoliday, 0}, "halloween": {wHoliday, 0}, "valentine": {wHoliday, 0}, "thanksgiving": {wHoliday, 0}, "juneteenth": {wHoliday, 0}, "veterans": {wHoliday, 0}, "memorial": {wHoliday, 0}, "labor": {wHoliday, 0},
	"world": {wWar, 0}, "wwi": {wWar, 0}, "wwii": {wWar, 0}, "cold": {wWar, 0},
}
