package measure

import (
	"strconv"
	"strings"
	"time"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// goldTime is one time expression that people marked.
type goldTime struct {
	span  article.Span
	kind  when.Kind
	value when.Interval // zero where the set gives none that the calendar has
	timex string        // the value as TIMEX3 writes it, empty where the set gives none
}

// goldDates is a text with its marked times and the day it was written.
type goldDates struct {
	name    string
	doc     article.Document
	written when.Interval
	times   []goldTime
	kinds   bool         // durations and sets are marked too
	marked  article.Span // where the times are marked; zero is all of the text
}

// timeScores are what the readings of times come to. Strict and relaxed count
// expressions by their place, value by place and interval.
type timeScores struct {
	strict, relaxed, value tally
	years, timex           tally
}

func (s *timeScores) add(u timeScores) {
	s.strict.add(u.strict)
	s.relaxed.add(u.relaxed)
	s.value.add(u.value)
	s.years.add(u.years)
	s.timex.add(u.timex)
}

// times scores the times read in one text.
func (b *bench) times(g *goldDates) timeScores {
	a := b.extract(g.doc, g.written)
	var read []article.Time
	for _, t := range a.Times {
		if (g.kinds || t.Kind == when.KindDate && !t.Now) && (g.marked.IsZero() || g.marked.Contains(t.Core())) {
			read = append(read, t)
		}
	}
	uses := make([]int, len(read))
	var s timeScores
	for i := range g.times {
		gold := &g.times[i]
		s.strict.gold++
		s.relaxed.gold++
		if !gold.value.IsZero() {
			s.value.gold++
			s.years.gold++
		}
		if gold.timex != "" {
			s.timex.gold++
		}
		where := excerpt(a.Text, gold.span.Start, gold.span.End)
		k := overlapping(gold.span, read, uses)
		if k < 0 {
			b.miss(g.name, a.Words(gold.span)+" = "+gold.value.String(), "", where)
			continue
		}
		uses[k]++
		same, valued := sameExtent(a.Text, gold.span, &read[k]), sameValue(&a, gold.value, &read[k])
		if read[k].Relation == when.Between && read[k].Core().Contains(gold.span) {
			same, valued = true, valued || sameEnd(gold.value, &read[k])
		}
		s.found(gold, &read[k], same, valued)
		if !same || !valued && !gold.value.IsZero() {
			b.miss(g.name, a.Words(gold.span)+" = "+gold.value.String(), a.Words(read[k].Span())+" = "+hullOf(&read[k]).String(), where)
		}
	}
	for k := range read {
		s.strict.read += max(1, uses[k])
		s.relaxed.read += max(1, uses[k])
		if uses[k] == 0 {
			if len(read[k].Readings) > 0 {
				s.value.read++
			}
			if read[k].Value != "" {
				s.timex.read++
			}
			b.miss(g.name, "", a.Words(read[k].Span())+" = "+hullOf(&read[k]).String(), excerpt(a.Text, read[k].Start, read[k].End))
		}
	}
	return s
}

// found counts a gold time that was read: whether its words are the same, and
// its value.
func (s *timeScores) found(gold *goldTime, read *article.Time, same, valued bool) {
	s.relaxed.right++
	if same {
		s.strict.right++
	}
	if gold.timex != "" && read.Value != "" {
		s.timex.read++
		from, to, _ := strings.Cut(read.Value, "/") // of a range, each end may be marked
		if gold.timex == read.Value || gold.timex == from || gold.timex == to {
			s.timex.right++
		}
	}
	if gold.value.IsZero() {
		return // nothing to compare
	}
	if len(read.Readings) > 0 {
		s.value.read++
		s.years.read++
	}
	if valued {
		s.value.right++
	}
	if from := hullOf(read).From; valued || from.Year == gold.value.From.Year && !from.IsZero() {
		s.years.right++
	}
}

// overlapping returns the first time that shares a byte with the span and is not
// used, -1 for none. A range may be used for each of its two ends.
func overlapping(span article.Span, read []article.Time, uses []int) int {
	for k := range read {
		limit := 1
		if read[k].Relation == when.Between {
			limit = 2
		}
		if uses[k] < limit && read[k].Core().Overlaps(span) {
			return k
		}
	}
	return -1
}

// hullOf returns the hull of a time's readings.
func hullOf(t *article.Time) when.Interval {
	if len(t.Readings) == 0 {
		return when.Interval{}
	}
	hull := t.Readings[0]
	for _, r := range t.Readings[1:] {
		hull = hull.Hull(r)
	}
	return hull
}

// sameValue reports whether a time reads as the gold value, with its relation or
// without, or in the likeliest of its readings: people mark 2018 in "since 2018".
func sameValue(a *article.Article, gold when.Interval, t *article.Time) bool {
	if hullOf(t) == gold {
		return true
	}
	if likeliest, ok := isoInterval(t.Value); ok && likeliest == gold {
		return true
	}
	core, ok := when.Parse(a.Words(t.Core()), a.Dated.When)
	return ok && core == gold
}

// sameEnd reports whether the gold value is one end of a range.
func sameEnd(gold when.Interval, t *article.Time) bool {
	hull := hullOf(t)
	return !gold.From.IsZero() && hull.From == gold.From || !gold.To.IsZero() && hull.To == gold.To
}

// leadWords may open an expression or not: the sets differ on them.
var leadWords = dropping("the a an in on at of by since until till from during as before after between around about early late mid this")

// sameExtent reports whether the words read are those marked, apart from
// articles and prepositions that open them.
func sameExtent(text string, gold article.Span, read *article.Time) bool {
	want := trimmedLead(text[gold.Start:gold.End])
	for _, s := range []article.Span{read.Span(), read.Core()} {
		if got := trimmedLead(text[s.Start:s.End]); got == want {
			return true
		}
	}
	return false
}

func trimmedLead(s string) string {
	list := words(s)
	for len(list) > 1 && leadWords[list[0]] {
		list = list[1:]
	}
	return strings.Join(list, " ")
}

// dateTable prints the scores of parts of a set, and of all.
func dateTable(title, note string, names []string, parts []timeScores) Table {
	t := Table{
		Title: title, Note: note,
		Head: []string{"texts", "times", "relaxed span F1", "strict span F1", "value F1", "TIMEX3 F1", "year", "floor (relaxed / value)", "aim"},
	}
	var all timeScores
	row := func(name string, s timeScores) {
		t.row(name, s.relaxed.gold, s.relaxed.f1(), s.strict.f1(), s.value.f1(), s.timex.f1(), s.years.recall(), "0.88 / 0.76", "0.93 / 0.85")
	}
	for i, name := range names {
		row(name, parts[i])
		all.add(parts[i])
	}
	row("all", all)
	return t
}

// isoInterval reads the dates of annotations: 2015, 2015-09, 2015-09-12, a time
// behind "T", 198 (a decade), 2006-Q4. Others are not compared.
func isoInterval(s string) (when.Interval, bool) {
	s, _, _ = strings.Cut(s, "T")
	if len(s) == 3 && allDigits(s) {
		year, _ := strconv.Atoi(s + "0")
		return when.Years(year, year+9), true
	}
	if y, quarter, ok := strings.Cut(s, "-Q"); ok && allDigits(y) && len(quarter) == 1 && quarter[0] >= '1' && quarter[0] <= '4' {
		year, _ := strconv.Atoi(y)
		first := time.Month(3*int(quarter[0]-'1') + 1)
		return when.Month(year, first).Hull(when.Month(year, first+2)), true
	}
	if strings.Trim(s, "0123456789-") != "" || len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return when.Interval{}, false
	}
	i, ok := when.Parse(s, when.Interval{})
	return i, ok
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
