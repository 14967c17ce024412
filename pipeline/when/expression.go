package when

import "time"

// Kind is what sort of time an [Expression] names, after TimeML's TIMEX3 types.
type Kind string

const (
	KindDate     Kind = "date"     // a point or stretch of the calendar: "15 Jan. 2025", "the 1990s"
	KindDuration Kind = "duration" // an amount of time without a place in the calendar: "three years"
	KindSet      Kind = "set"      // a repeated time: "every Tuesday", "annually"
)

// Relation is the word that ties a time to what happens in it.
type Relation string

const (
	In      Relation = ""        // bare, or "in", "on", "at", "during"
	Since   Relation = "since"   // "since 2018", "from 2018 on": open to the right
	Until   Relation = "until"   // "until May", "through 2020": open to the left
	By      Relation = "by"      // "by the end of 2024"
	Before  Relation = "before"  // "before 1975", "prior to", "ahead of"
	After   Relation = "after"   // "after May 2020", "following"
	AsOf    Relation = "as of"   // "as of mid-2025", "as at"
	Between Relation = "between" // "between 2019 and 2021", "from 2019 to 2021", "2019–2021"
)

// Expression is one time expression in running text.
type Expression struct {
	// Start and End are byte offsets into the text; the relation word is
	// inside ("since 2018", "as of mid-2025"), "in" and "on" are not.
	Start, End int
	// CoreStart and CoreEnd hold the date words alone ("2018", "mid-2025").
	CoreStart, CoreEnd int

	Kind     Kind
	Relation Relation

	// Readings holds every interval the words allow: one where they are
	// plain, several where they are ambiguous ("03/04/2025"), none for a
	// duration, a set, a time before year 1 and a relative date without an
	// anchor. The relation
	// is worked in: "since 2018" reads 2018-01-01.. and "until 2020" reads
	// ..2020-12-31. "by", "before", "after" and "as of" leave the core as it is.
	Readings []Interval

	// Value is what the words say in the notation of TIMEX3, at their own
	// precision: "2025-05", "2024-Q3", "199" for the 1990s, "18" for the 19th
	// century, "P3Y", "XXXX-WXX-2" for "every Tuesday", "XXXX-SU" for a summer of
	// no stated year, "PRESENT_REF", and two values apart by a slash for a range.
	// Of several readings it has the likeliest, and neither the relation nor
	// "early" or "circa" is worked in. It is empty where TIMEX3 would need the
	// story, and for a flawed expression. [InTimex] reads it.
	Value string

	// Relative says that the readings hang on the anchor ("last week", a
	// bare "Tuesday", "in May") or, where Told, on the paragraph.
	Relative bool

	// Told says that the readings hang on a date that the paragraph has named
	// before ("that year", "one year later"), so on having understood the story.
	Told bool

	// Now says that the words mean the time of writing without naming it:
	// "now", "currently", "as of now", "today".
	Now bool

	// Weekday is the day of the week that the words state beside a date
	// ("Tuesday, 15 January 2025"), where WeekdayStated; it does not bear on
	// the readings and may contradict them.
	Weekday       time.Weekday
	WeekdayStated bool

	// Flaw is why the calendar does not have what is written ("February
	// 2023 has 28 days", "the range ends before it begins"), else empty.
	// A flawed expression has no readings.
	Flaw string
}
