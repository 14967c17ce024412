package when

import "time"

// parser reads expressions off the tokens of one text. It looks a bounded
// number of tokens ahead, so the whole text takes linear time.
type parser struct {
	text   string
	tokens []token
	anchor Interval

	// whole says that the text is nothing but one expression ([Read]): then
	// no evidence is asked for that "May" is the month and "2021" a year.
	whole bool
	// owned is the index of the token whose left neighbour the grammar has
	// already accounted for ("mid-" before "2025").
	owned int
	// told is the latest date with a year that the paragraph has named: a
	// story may go on in that year, so "on 6 August" can mean its August.
	told parts
	// first is the earliest year that the paragraph has named, 0 for none.
	first int
	// depth is how many cores are being read inside one another.
	depth int
}

// deepest is how many times may stand inside one another: "two weeks after the
// end of the first half of early 2020". More would let hostile text take a time
// that grows with its square.
const deepest = 5

// match is what the grammar made of the tokens from some index up to next.
type match struct {
	next int

	// parts holds a calendar date whose year may still come from its
	// neighbour ("March 5 to April 2, 2024"); readings are then not yet made.
	parts parts

	kind     Kind
	readings []Interval
	relative bool
	now      bool
	told     bool // hangs on what the paragraph has told
	flaw     string
	relation Relation // Between for a range, else In

	value string // as Expression.Value, where the readings do not give it
	loose bool   // of what means the time of writing: not just the day

	weekday       time.Weekday
	weekdayStated bool
}

// parts is a day, a month or a year of the calendar; 0 is unsaid.
type parts struct{ year, month, day int }

var noToken = token{gap: broken, mark: -1}

// at returns the i-th token, or one that is nothing beyond the ends.
func (p *parser) at(i int) *token {
	if i < 0 || i >= len(p.tokens) {
		return &noToken
	}
	return &p.tokens[i]
}

// is reports whether the i-th token is a word of class c that continues the
// phrase.
func (p *parser) is(i int, c class) bool {
	t := p.at(i)
	return t.class == c && t.gap != broken
}

// isMark reports whether the i-th token is the character r and continues the
// phrase.
func (p *parser) isMark(i int, r rune) bool {
	t := p.at(i)
	return t.kind == mark && t.mark == r && t.gap != broken
}

// joined reports whether the i-th token is the character r with no space on
// either side.
func (p *parser) joined(i int, r rune) bool {
	return p.isMark(i, r) && p.at(i).gap == glued && p.at(i+1).gap == glued
}

// isNumber reports whether the i-th token is a number of from least to most
// digits that continues the phrase.
func (p *parser) isNumber(i, least, most int) bool {
	t := p.at(i)
	return t.kind == number && t.gap != broken && least <= t.width() && t.width() <= most
}

// skip returns i+1 where the i-th token is of class c, else i.
func (p *parser) skip(i int, c class) int {
	if p.is(i, c) {
		return i + 1
	}
	return i
}

// skipMark returns i+1 where the i-th token is the character r, else i.
func (p *parser) skipMark(i int, r rune) int {
	if p.isMark(i, r) {
		return i + 1
	}
	return i
}

// words returns the text of one token.
func (p *parser) words(i int) string {
	t := p.at(i)
	if t == &noToken {
		return ""
	}
	return p.text[t.start:t.end]
}

// core reads the time expression without relation words that begins at i.
func (p *parser) core(i int) (match, bool) {
	if p.depth == deepest {
		return match{}, false
	}
	p.depth++
	m, ok := p.coreAt(i)
	p.depth--
	return m, ok
}

func (p *parser) coreAt(i int) (match, bool) {
	switch t := p.at(i); t.kind {
	case number:
		return p.fromNumber(i)
	case word:
		if t.class != noClass {
			return p.fromWord(i)
		}
	case mark:
		if t.mark == '\'' {
			return p.shortDecade(i)
		}
		if t.mark == '~' && p.at(i+1).gap == glued {
			return p.circa(i + 1)
		}
	}
	return match{}, false
}

func (p *parser) fromNumber(i int) (match, bool) {
	for _, read := range [...]func(int) (match, bool){
		p.numeric, p.dayFirst, p.yearFirst, p.yearQuarter, p.decade, p.ordinal, p.beforeEra, p.seasonYears, p.amount, p.bareYear,
	} {
		if m, ok := read(i); ok {
			return m, true
		}
	}
	return match{}, false
}

func (p *parser) fromWord(i int) (match, bool) {
	switch p.at(i).class {
	case wMonth:
		return p.monthFirst(i)
	case wWeekday:
		return p.weekday(i)
	case wWeekdays:
		return match{next: i + 1, kind: KindSet, value: weekdayValue(time.Weekday(p.at(i).value))}, true
	case wSeason:
		return p.season(i)
	case wSeasons:
		return match{next: i + 1, kind: KindSet, value: "XXXX-" + seasonCodes[p.at(i).value]}, p.startsCleanly(i) && !p.at(i+1).isName()
	case wWar:
		return p.war(i)
	case wPart:
		return p.part(i)
	case wPartOf:
		return p.partOf(i)
	case wOrdinal:
		return p.ordinal(i)
	case wQuarterLetter, wHalfLetter:
		return p.quarterLetter(i)
	case wFiscalLetter, wFiscal:
		return p.fiscal(i)
	case wEra, wA, wDotted:
		if m, ok := p.afterEra(i); ok {
			return m, true
		}
		return p.amount(i)
	case wCardinal, wVague:
		return p.amount(i)
	case wTens:
		return p.tens(i)
	case wThe:
		return p.the(i)
	case wUnit:
		return p.theYear(i)
	case wAround, wCirca, wC:
		return p.approximate(i)
	case wHoliday:
		return p.holiday(i)
	case wUnitly, wEvery, wPer:
		return p.set(i)
	}
	return p.relative(i)
}
