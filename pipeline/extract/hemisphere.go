package extract

import (
	"slices"
	"strings"
	"time"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// southern are the codes of ISO 3166-1 of states whose four seasons are those of the
// southern hemisphere.
var southern = wordSet(`AU NZ AR CL UY PY ZA NA BW ZW LS SZ AQ FK`)

// turnSeasons gives the seasons of an article about such a state their other
// reading: "the summer of 2025" in Australia began in December 2024, or ended in
// February 2026. What is told of a season then fails only if it fails in each.
func turnSeasons(a *article.Article, alm *almanac.Almanac) {
	asked := false
	for i := range a.Times {
		t := &a.Times[i]
		turned := turnedSeason(a, t)
		if len(turned) == 0 {
			continue
		}
		if !asked && !isSouthern(a, alm) {
			return
		}
		asked = true
		t.Readings = slices.Concat(t.Readings, turned)
	}
}

// turnedSeason returns what a season read as the north's may be in the south. A
// winter of one year has room for both.
func turnedSeason(a *article.Article, t *article.Time) []when.Interval {
	if t.Kind != when.KindDate || len(t.Readings) != 1 {
		return nil
	}
	r := t.Readings[0]
	year := r.From.Year
	if r.From.Day != 1 || r.To != when.Month(year, r.From.Month+2).To {
		return nil
	}
	threeMonths := func(y int, m time.Month) when.Interval {
		from := when.Month(y, m).From
		last := from.AddDays(75) // a day of its third month
		return when.Interval{From: from, To: when.Month(last.Year, last.Month).To}
	}
	for _, word := range strings.FieldsFunc(strings.ToLower(a.Text[t.CoreStart:t.CoreEnd]), func(r rune) bool { return r < 'a' || r > 'z' }) {
		switch word {
		case "spring":
			return []when.Interval{threeMonths(year, time.September)}
		case "summer":
			return []when.Interval{threeMonths(year-1, time.December), threeMonths(year, time.December)}
		case "autumn", "fall":
			return []when.Interval{threeMonths(year, time.March)}
		}
	}
	return nil
}

// isSouthern reports whether at least half of the mentions of states in an article
// are of southern ones. The name of a tournament or a firm is none.
func isSouthern(a *article.Article, alm *almanac.Almanac) bool {
	south, north := 0, 0
	for _, e := range a.Entities {
		c, ok := alm.Country(a.Text[e.Span.Start:e.Span.End])
		switch {
		case !ok:
		case southern[c.Code]:
			south++
		default:
			north++
		}
	}
	return south > 0 && south >= north
}
