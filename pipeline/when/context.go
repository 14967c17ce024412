package when

// What stands beside a number or a name decides whether it is a date at all.

// startsCleanly reports whether nothing is glued to the left of the i-th token
// that would make it part of something else.
func (p *parser) startsCleanly(i int) bool {
	t := p.at(i)
	if t.gap != glued || p.owned == i {
		return true
	}
	before := p.at(i - 1)
	if before.kind != mark {
		return false
	}
	switch before.mark {
	case '(', '[', '{', '"', '\'', '“', '”', '„', '«', '‹', '—', ';', '~', '*', '|', '…', '!', '?', '†', '‡', '<', '>':
		return true
	case ',':
		return p.at(i-2).kind != number || before.gap != glued
	}
	return false
}

// endsCleanly reports whether nothing is glued on at the i-th token that would
// make what ends there part of something else.
func (p *parser) endsCleanly(i int) bool {
	t := p.at(i)
	if t.gap != glued {
		return true
	}
	if t.kind != mark {
		return false
	}
	next := p.at(i + 1)
	switch t.mark {
	case '/', '_', '@', '%', '°', '$', '€', '£', '¥', '+', '×', '=', '^', '\\', '#', '&':
		return false
	case '-':
		return next.gap != glued
	case '.', ':':
		return next.gap != glued || next.kind != number
	}
	return true
}

// thousands reports whether ",000" follows, glued.
func (p *parser) thousands(i int) bool { return p.joined(i, ',') && p.isNumber(i+1, 3, 3) }

// led reports whether a word that leads to times stands before the i-th token.
func (p *parser) led(i int) bool {
	switch t := p.at(i - 1); t.class {
	case wIn, wOn, wOf, wSince, wUntil, wThrough, wBy, wBefore, wAfter, wFrom, wBetween, wFollowing, wAs, wPart, wUnit, wTo:
		return t.gap != glued || i == 1 || p.at(i-2).kind == mark
	}
	return false
}

// isYearless reports whether the four digits at i are no year: an amount, or
// the number of something.
func (p *parser) isYearless(i int) bool {
	if p.isCounted(i) || p.thousands(i+1) || p.measures(i+1) {
		return true
	}
	round := p.at(i).value%100 == 0
	if p.counts(i+1) && (round || !p.led(i) && !p.is(i-1, wThe) && p.owned != i) {
		return true // "2000 people", but "in 2012 women could vote" and "the 2012 games"
	}
	before, next := p.at(i-1), p.at(i+1)
	if (next.kind == word && p.isWord(i+1, "x") || next.kind == mark && next.mark == '×') && p.at(i+2).kind == number {
		return true // "2025 x 1440 mm"
	}
	if before.kind == number && p.at(i).gap == spaced && p.owned != i {
		return true
	}
	_, joins := p.joiner(i + 1)
	if p.is(i-1, wOver) && !(joins && p.isNumber(i+2, 4, 4)) || next.kind == mark && next.mark == '+' || p.isAddress(i+1) {
		return true
	}
	if p.led(i) {
		return false
	}
	switch next.kind {
	case number:
		return next.gap == spaced
	case word:
		if p.is(i+1, wOf) || inSet(amountWords, p.words(i+1)) || !next.capital && p.counts(i+2) {
			return true
		}
	}
	return p.at(i).value >= 2100
}

// isAddress reports whether the words from i on are those of a street, so that
// the number before them is a house's.
func (p *parser) isAddress(i int) bool {
	for n := 0; n < 3; n++ {
		t := p.at(i + n)
		if t.kind != word || !t.capital || t.gap != spaced {
			return false
		}
		if n > 0 && inSet(streets, p.words(i+n)) {
			return true
		}
	}
	return false
}

// isCounted reports whether the word before the i-th token makes it a number of
// something: "No. 2015", "page 2012", "$ 2025".
func (p *parser) isCounted(i int) bool {
	before := p.at(i - 1)
	if p.at(i).gap == broken {
		return false
	}
	if before.kind == mark {
		switch before.mark {
		case '#':
			return p.at(i).gap == glued
		case '$', '€', '£', '¥', '§', '₽', '₹', '№', '°', 'º', '±', '×', '+', '=', '<', '>', '≈', '≤', '≥':
			return true
		case '.':
			return before.gap == glued && p.numbers(i-2)
		case ':': // "Model: 2012"; "20 (10): 1006–10" are a journal's pages
			b := p.at(i - 2)
			return p.numbers(i-2) || b.kind == number || b.kind == mark && b.mark == ')'
		}
		return false
	}
	return before.kind == word && p.numbers(i-1)
}

// numbers reports whether the i-th token is a word that a number, not a date,
// follows.
func (p *parser) numbers(i int) bool {
	t := p.at(i)
	if t.capital && (t.width() == 1 || p.isWord(i, "pp")) {
		return false // an initial
	}
	return t.kind == word && inSet(numberedWords, p.words(i))
}

// counts reports whether the i-th token is a unit or a noun that the number
// before it counts.
func (p *parser) counts(i int) bool {
	t := p.at(i)
	return p.measures(i) || t.kind == word && !t.capital && inSet(countedWords, p.words(i))
}

// measures reports whether the i-th token is a unit of the number before it, or
// makes it one side of a size ("2048 by 1080 pixels").
func (p *parser) measures(i int) bool {
	t := p.at(i)
	switch {
	case t.gap == broken:
		return false
	case t.kind == mark:
		return t.mark == '%' || t.mark == '°' || t.mark == '×' || t.mark == '€' || t.mark == '$' || t.mark == '£' || t.mark == '′' || t.mark == '″'
	case t.class == wBy:
		return p.at(i+1).kind == number && (!p.isNumber(i+1, 4, 4) || p.counts(i+2))
	}
	return t.kind == word && (!t.capital || t.width() <= 4) && inSet(measureWords, p.words(i))
}

func inSet(set map[string]bool, w string) bool {
	var lower [24]byte
	if len(w) > len(lower) {
		return false
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	return set[string(lower[:len(w)])]
}

func setOf(lists ...string) map[string]bool {
	set := map[string]bool{}
	for _, list := range lists {
		from := 0
		for i := 0; i <= len(list); i++ {
			if i == len(list) || list[i] == ' ' {
				set[list[from:i]] = true
				from = i + 1
			}
		}
	}
	return set
}

// streets close the names of streets.
var streets = setOf("street st road rd avenue ave boulevard blvd lane ln drive dr terrace court ct place pl parkway pkwy highway hwy way")

// numberedWords are followed by a number that is not a date.
var numberedWords = setOf(
	"no nos nr num number numbers page pages p pp pg section sections sec chapter chapters ch vol volume volumes issue",
	"art article articles para paragraph paragraphs clause item line lines verse fig figure table row step rule regulation",
	"room suite flat apt apartment gate platform track flight bus tram train highway route road hwy interstate exit unit",
	"channel port area zone sector bay berth pier warehouse building hall booth seat box lot plot ward district precinct",
	"model type version ver v release build revision rev serial id code ref reference case docket bill resolution directive",
	"patent permit licence license ticket order invoice account isbn issn iso iec rfc ieee din astm pmid pmcid doi oclc arxiv",
	"windows boeing airbus peugeot cessna learjet apollo ngc asteroid psalm km kilometre kilometer mile milepost score scores",
	"usd eur gbp jpy cny inr rub cad aud chf us dollars rs age aged ages tel phone fax telephone ext extension call dial",
	"exactly nearly almost roughly totalling totaling only",
)

// countedWords are what a number before them counts.
var countedWords = setOf(
	"people persons men women children soldiers troops officers workers employees staff members students pupils teachers",
	"residents inhabitants citizens civilians refugees migrants immigrants settlers voters votes seats delegates deputies",
	"participants respondents players spectators passengers visitors guests fans prisoners victims casualties deaths dead",
	"injuries injured patients doctors nurses cases copies units items pieces pages words lines sheets books articles",
	"vehicles cars trucks buses planes aircraft ships vessels tanks guns rifles rounds bombs missiles shells rockets horses",
	"houses homes buildings apartments rooms beds schools villages towns cities islands companies firms businesses stores",
	"shops species animals birds fish cattle sheep trees plants samples stars points goals runs games matches laps",
)

// measureWords are units of measure.
var measureWords = setOf(
	"miles mile km kms kilometres kilometers kilometre kilometer m metres meters metre meter cm mm nm ft feet foot inch inches",
	"yards yard fathom fathoms furlongs acres acre hectares hectare ha sq square cubic kg kgs kilograms kilogrammes g grams",
	"grammes mg lb lbs pounds pound tons ton tonnes tonne ounces oz litres liters litre liter l ml gallons gallon barrels",
	"bbl w kw mw gw watts kilowatts megawatts kwh mwh gwh volts v hp bhp horsepower rpm hz khz mhz ghz bit bits bytes kb mb",
	"gb tb px pixels pixel dpi db k c f degrees celsius kelvin percent per pct times fold million billion trillion thousand",
	"hundred dozen dollars euros euro rubles roubles rupees yen yuan francs marks pesos krona crowns cents usd eur gbp",
	"seconds secs sec s minutes mins min hours hrs hr h days weeks months years year-old calories kcal joules kj psi bar",
)

// amountWords follow an amount, but may as well go on after a year: "in 1941
// more men than women".
var amountWords = setOf("others more less fewer different separate individual additional x")

// meansMonth reports whether the month's name at i, beside no number, is a month
// of some year: it needs a word that leads to a time. "May", "March", "April",
// "June" and "August" are words and names too and need a surer one.
func (p *parser) meansMonth(i int) bool {
	t := p.at(i)
	if p.whole || p.owned == i && t.capital {
		return true
	}
	if !t.capital || !p.startsCleanly(i) {
		return false
	}
	_, j, _ := p.monthName(i)
	if p.meetsMonth(j) {
		return true
	}
	if next := p.at(j); next.kind == word && next.capital && next.gap != broken || p.joined(j, '-') {
		return false
	}
	if p.is(i-1, wThe) && t.value&(abbreviated|plainWord) == 0 {
		return true
	}
	switch p.at(i - 1).class {
	case wIn, wOn:
		return p.isWord(i-1, "in") || p.isWord(i-1, "during") || p.isWord(i-1, "throughout")
	case wSince, wUntil, wLast, wNext, wThis, wPart, wThrough, wBetween:
		return true
	case wOf:
		return p.is(i-2, wAs) || p.is(i-2, wPartOf) || p.is(i-2, wUnit) || p.is(i-2, wHalf) || p.is(i-2, wUnits)
	case wBy, wBefore, wAfter, wFrom:
		return t.value != 5|plainWord
	}
	return false
}

// meetsMonth reports whether another month's name is joined on at i, so that
// both are months ("March–June", "May and June 2024").
func (p *parser) meetsMonth(i int) bool {
	j, ok := p.joiner(i)
	if !ok && (p.is(i, wAnd) || p.is(i, wOr) || p.isMark(i, '/') || p.isMark(i, '&')) {
		j, ok = i+1, true
	}
	if !ok || !p.is(j, wMonth) || !p.at(j).capital {
		return false
	}
	_, next, _ := p.monthName(j)
	_, _, dated := p.yearBehind(next)
	return dated || p.at(j).value&(abbreviated|plainWord) == 0
}

// inName reports whether the weekday at i is part of a name ("Black Friday",
// "The Sunday Times").
func (p *parser) inName(i int) bool {
	if p.whole {
		return false
	}
	before, next := p.at(i-1), p.at(i+1)
	if p.is(i-1, wOn) && p.at(i-2).capital && inSet(wordsBeforeOnSunday, p.words(i-2)) {
		return true
	}
	if p.is(i+1, wDayPart) && p.is(i-1, wOn) && !p.at(i+2).isName() {
		return false // "on Saturday Night"
	}
	return before.kind == word && before.capital && inSet(wordsBeforeWeekday, p.words(i-1)) ||
		next.kind == word && next.capital && inSet(wordsBehindWeekday, p.words(i+1))
}

var (
	wordsBeforeWeekday  = setOf("black bloody good easter palm ash super cyber holy maundy shrove man freaky")
	wordsBeforeOnSunday = setOf("mail independent scotland wales")
	wordsBehindWeekday  = setOf("times mail telegraph express mirror post herald night star sun world review independent business")
)
