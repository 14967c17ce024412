package citation

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"citevet/pipeline/article"
)

// statistic is a figure that somebody must have counted or reckoned: a share, a
// sum of money, a number in thousands or more. Years, ages, scores, dates and
// model numbers are none.
type statistic struct {
	span  article.Span
	value float64 // "1.2 million" is 1,200,000; a share in percent
	grain float64 // half of the last digit's worth, for comparing rounded figures
	share bool
}

var statisticPattern = regexp.MustCompile(`(?i)([$€£¥₹]\s?)?\b(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[\s\x{a0}-]?(%|percent(?:age points?)?\b|per\scent\b)|[\s\x{a0}-](thousand|million|billion|trillion|crore|lakh)\b)?`)

var scales = map[string]float64{"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}

// statisticsIn returns the statistics of a's text within span, in order.
func statisticsIn(a *article.Article, span article.Span) []statistic {
	var found []statistic
	text := a.Text[span.Start:span.End]
	for _, m := range statisticPattern.FindAllStringSubmatchIndex(text, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		digits := part(2)
		if part(1) == "" && part(3) == "" && part(4) == "" && !strings.Contains(digits, ",") {
			continue
		}
		value, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
		if err != nil || part(3) == "" && part(1) == "" && dimensions.MatchString(text[m[1]:min(len(text), m[1]+dimensionReach)]) {
			continue
		}
		grain := 0.5
		if _, decimals, ok := strings.Cut(digits, "."); ok {
			grain /= math.Pow10(min(len(decimals), 15))
		}
		scale := 1.0
		if s, ok := scales[strings.ToLower(part(4))]; ok {
			scale = s
		}
		found = append(found, statistic{
			span:  article.Span{Start: span.Start + m[0], End: span.Start + m[1]},
			value: value * scale, grain: grain * scale, share: part(3) != "",
		})
	}
	return found
}

// dimensionReach is how many bytes a unit's words take.
const dimensionReach = 32

// dimensions are units of time, length, area, height and weight. A number of
// them is an age or the size of a thing, which can be looked up or measured again.
var dimensions = regexp.MustCompile(`(?i)^[\s\x{a0}-]{0,2}(?:light[ -])?(?:(?:square|sq|cubic|nautical)\.?\s)?(?:years?|months?|days?|hours?|minutes?|seconds?|bce?|bp|k?m|cm|mm|nmi|met(?:er|re)s?|kilomet(?:er|re)s?|feet|foot|ft|miles?|mi|yards?|inch(?:es)?|k?g|kilograms?|kilos?|tonnes?|tons?|lbs?|pounds?|acres?|hectares?|ha|rpm|k?hz|[kmg]w|[kmg]?bytes?|bits?)(?:[\s\x{a0}.,;:)'’²³2-]|$)`)

// mostOperands bounds the figures that a sum is looked for among: beyond it some
// two of them give any number.
const mostOperands = 8

// follows reports whether s can be reckoned from two of the given figures: their
// sum, their difference, the one as a share of the other, the change from the one
// to the other.
func (s statistic) follows(given []statistic) bool {
	given = given[max(0, len(given)-mostOperands):]
	for i, x := range given {
		for j, y := range given {
			if i == j {
				continue
			}
			results := []float64{x.value + y.value, x.value - y.value}
			if s.share && y.value != 0 {
				results = append(results, 100*x.value/y.value, 100*math.Abs(x.value-y.value)/y.value)
			}
			if slices.ContainsFunc(results, func(r float64) bool { return math.Abs(r-s.value) <= s.grain*(1+1e-9) }) {
				return true
			}
		}
	}
	return false
}

// figures are statistics by value, so that one is found among many at once.
type figures []statistic

// citedStatistics returns the statistics for which a marker stands anywhere in
// the article, by value, and those of its tables: what repeats one of them needs
// no marker of its own.
func citedStatistics(a *article.Article, c coverage) figures {
	var all figures
	for i, s := range a.Sentences {
		if c.sentence[i] || c.block[s.Block] {
			all = append(all, statisticsIn(a, s.Span)...)
		}
	}
	for _, b := range a.Blocks {
		if b.Kind == article.Cell {
			all = append(all, statisticsIn(a, b.Span)...)
		}
	}
	slices.SortFunc(all, func(x, y statistic) int { return cmp.Compare(x.value, y.value) })
	return all
}

// has reports whether s repeats one of the figures, exactly or as rounded.
func (f figures) has(s statistic) bool {
	i, _ := slices.BinarySearchFunc(f, s.value-s.grain, func(x statistic, least float64) int {
		if x.value < least {
			return -1
		}
		return 1
	})
	return i < len(f) && f[i].value <= s.value+s.grain
}

// farthestOperand is how many sentences back a figure is still reckoned with.
const farthestOperand = 12

// citedBefore returns the cited statistics of the same paragraph and of the one
// before it, up to the sentence: what a reader can reckon with.
func citedBefore(a *article.Article, c coverage, sentence int) []statistic {
	var given []statistic
	block := a.Sentences[sentence].Block
	for k := sentence - 1; k >= max(0, sentence-farthestOperand) && a.Sentences[k].Block >= block-1 && len(given) < mostOperands; k-- {
		if c.sentence[k] || c.block[a.Sentences[k].Block] || c.last[a.Sentences[k].Block] >= k {
			given = append(given, statisticsIn(a, a.Sentences[k].Span)...)
		}
	}
	return given
}
