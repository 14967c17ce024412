package when

import "time"

// war is a run of years that English goes by the name of a war.
type war struct {
	name string // words in lower case, apart by spaces
	days Interval
}

// wars lists the wars that texts use as times, the longer names before the
// shorter ones that begin them. The World Wars run from the first declaration
// of war to the armistice of Compiègne and to Japan's surrender; the Cold War,
// whose beginning is not agreed, from the Truman doctrine to the end of the
// Soviet Union.
var wars = []war{
	{"world war two", secondWorldWar}, {"world war one", firstWorldWar},
	{"world war ii", secondWorldWar}, {"world war i", firstWorldWar},
	{"second world war", secondWorldWar}, {"first world war", firstWorldWar},
	{"wwii", secondWorldWar}, {"wwi", firstWorldWar},
	{"cold war", Interval{Date{1947, time.March, 12}, Date{1991, time.December, 26}}},
}

var (
	firstWorldWar  = Interval{Date{1914, time.July, 28}, Date{1918, time.November, 11}}
	secondWorldWar = Interval{Date{1939, time.September, 1}, Date{1945, time.September, 2}}
)

// war reads "World War II", "the Second World War" behind a word that makes a
// time of it: "during", "since", "the end of". Elsewhere it names the war.
func (p *parser) war(i int) (match, bool) {
	if !p.at(i).capital || !p.startsCleanly(i) || !p.startsWar(i) {
		return match{}, false
	}
	for w := range wars {
		next, ok := p.phrase(i, wars[w].name)
		if !ok {
			continue
		}
		if t := p.at(next); t.isName() || t.kind == word && (t.class == noClass || t.class == wHoliday) && t.gap == spaced && !p.whole || !p.endsCleanly(next) {
			return match{}, false // "World War II veterans"
		}
		return match{next: next, kind: KindDate, readings: []Interval{wars[w].days}}, true
	}
	return match{}, false
}

// warTimes are what a war has that dates things.
var warTimes = setOf("outbreak onset eve aftermath wake height years days months course time")

// startsWar reports whether a word that leads to a stretch of time stands
// before the war's name at i.
func (p *parser) startsWar(i int) bool {
	if p.whole {
		return true
	}
	if p.is(i-1, wThe) {
		i--
	}
	switch p.at(i - 1).class {
	case wSince, wUntil, wBefore, wAfter, wFollowing, wThrough:
		return true
	case wIn:
		return p.isWord(i-1, "during") || p.isWord(i-1, "throughout")
	case wOf:
		return p.is(i-2, wPartOf) || inSet(warTimes, p.words(i-2))
	}
	return false
}
