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
	years                  tally
}

func (s *timeScores) add(u timeScores) {
	s.strict.add(u.strict)
	s.relaxed.add(u.relaxed)
	s.value.add(u.value)
	s.years.add(u.years)
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
	used := make([]bool, len(read))
	var s timeScores
	for i := range g.times {
		gold := &g.times[i]
		s.strict.gold++
		s.relaxed.gold++
		if !gold.value.IsZero() {
			s.value.gold++
			s.years.gold++
		}
		k := overlapping(gold.span, read, used)
		if k < 0 {
			b.miss(g.name, a.Words(gold.span)+" = "+gold.value.String(), "", excerpt(a.Text, gold.span.Start, gold.span.End))
			continue
		}
		used[k] = true
		s.found(gold, &read[k], a.Text)
		if hull := hullOf(&read[k]); !gold.value.IsZero() && hull != gold.value || !sameExtent(a.Text, gold.span, &read[k]) {
			b.miss(g.name, a.Words(gold.span)+" = "+gold.value.String(), a.Words(read[k].Span())+" = "+hull.String(), excerpt(a.Text, gold.span.Start, gold.span.End))
		}
	}
	for k := range read {
		s.strict.read++
		s.relaxed.read++
		if !used[k] {
			if len(read[k].Readings) > 0 {
				s.value.read++
			}
			b.miss(g.name, "", a.Words(read[k].Span())+" = "+hullOf(&read[k]).String(), excerpt(a.Text, read[k].Start, read[k].End))
		}
	}
	return s
}

// found counts a gold time that was read.
func (s *timeScores) found(gold *goldTime, read *article.Time, text string) {
	s.relaxed.right++
	if sameExtent(text, gold.span, read) {
		s.strict.right++
	}
	if gold.value.IsZero() {
		return // nothing to compare
	}
	if len(read.Readings) > 0 {
		s.value.read++
		s.years.read++
	}
	hull := hullOf(read)
	if hull == gold.value {
		s.value.right++
	}
	if !hull.From.IsZero() && hull.From.Year == gold.value.From.Year {
		s.years.right++
	}
}

// overlapping returns the first time not used that shares a byte with the span,
// -1 for none.
func overlapping(span article.Span, read []article.Time, used []bool) int {
	for k := range read {
		if !used[k] && read[k].Core().Overlaps(span) {
			return k
		}
	}
	return -1
}

// hullOf returns the hull of the readings of the date words alone: "since 2018"
// is marked as 2018 by people, too.
func hullOf(t *article.Time) when.Interval {
	if len(t.Readings) == 0 {
		return when.Interval{}
	}
	hull := t.Readings[0]
	for _, r := range t.Readings[1:] {
		hull = hull.Hull(r)
	}
	switch t.Relation {
	case when.Since:
		hull.To = when.Date{}
	case when.Until:
		hull.From = when.Date{}
	}
	return hull
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
		Head: []string{"texts", "times", "relaxed span F1", "strict span F1", "value F1", "year", "floor (relaxed / value)", "aim"},
	}
	var all timeScores
	row := func(name string, s timeScores) {
		t.row(name, s.relaxed.gold, s.relaxed.f1(), s.strict.f1(), s.value.f1(), s.years.recall(), "0.88 / 0.76", "0.93 / 0.85")
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
