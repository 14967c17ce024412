package temporal

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed weekday-mismatch.md
var weekdayMismatchPage string

// firstGregorian is the year from which every state's civil dates are Gregorian:
// Greece was the last to change, in 1923.
const firstGregorian = 1924

var weekdayMismatch = check.NewRule(check.Meta{
	Name:     "weekday-mismatch",
	Family:   "temporal",
	Summary:  "a date stands beside a day of the week that it did not fall on",
	Since:    "0.1",
	Severity: check.Error,
	Page:     weekdayMismatchPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	for _, times := range [][]article.Time{a.Times, entryTimes(a)} {
		for i := range times {
			t := &times[i]
			said, word, ok := statedWeekday(a, times, i)
			if !ok || t.Relative || t.Told || quoted(a, t.Span()) || newspaper(a, word) || !weekdayFails(t.Readings, said) {
				continue
			}
			p.Report(weekdayFinding(a, t, said, word))
		}
	}
})

// entryTimes reads the times of the entries that name a weekday, in English or
// in another language.
func entryTimes(a *article.Article) []article.Time {
	var times []article.Time
	for i := range a.References {
		at := a.References[i].Span
		text := a.Words(at)
		var found []when.Expression
		if strings.Contains(text, "day,") || strings.Contains(text, "day ") {
			found = when.Find(text, when.Interval{})
		} else if found = when.FindForeign(text); !slices.ContainsFunc(found, func(e when.Expression) bool { return e.WeekdayStated }) {
			continue
		}
		for _, e := range found {
			e.Start, e.End = e.Start+at.Start, e.End+at.Start
			e.CoreStart, e.CoreEnd = e.CoreStart+at.Start, e.CoreEnd+at.Start
			times = append(times, article.Time{Expression: e, Sentence: -1})
		}
	}
	return times
}

// newspaper reports whether a weekday is the last word of a paper's name: "The
// Mail on Sunday", "Welt am Sonntag", "Der Freitag".
func newspaper(a *article.Article, word article.Span) bool {
	words := strings.Fields(a.Text[max(0, word.Start-40):word.Start])
	n := len(words)
	switch {
	case n > 0 && (words[n-1] == "Der" || words[n-1] == "Il"):
		return true
	case n < 2 || words[n-1] != "on" && words[n-1] != "am":
		return false
	}
	return slices.Contains([]string{"Mail", "Independent", "Scotland", "Wales", "Ireland", "Star", "Welt", "Bild", "NZZ", "Presse"}, words[n-2])
}

// weekdayFails reports whether none of the days that the words can mean falls on
// the weekday said.
func weekdayFails(readings []when.Interval, said time.Weekday) bool {
	for _, r := range readings {
		if !r.IsDay() || r.From.Year < firstGregorian || r.From.Weekday() == said {
			return false
		}
	}
	return len(readings) > 0
}

// statedWeekday returns the weekday that stands with the i-th of the times, before it or in round brackets behind it, and where.
func statedWeekday(a *article.Article, times []article.Time, i int) (time.Weekday, article.Span, bool) {
	t := &times[i]
	if t.WeekdayStated {
		rest := a.Text[t.CoreStart:t.CoreEnd]
		n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
		return t.Weekday, article.Span{Start: t.CoreStart, End: t.CoreStart + max(n, 0)}, n > 0
	}
	if i+1 == len(times) {
		return 0, article.Span{}, false
	}
	next := times[i+1].Core()
	if next.Start < t.End || strings.TrimSpace(a.Text[t.End:next.Start]) != "(" || !strings.HasPrefix(a.Text[next.End:], ")") {
		return 0, article.Span{}, false
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.EqualFold(a.Words(next), d.String()) {
			return d, next, true
		}
	}
	return 0, article.Span{}, false
}

func weekdayFinding(a *article.Article, t *article.Time, said time.Weekday, word article.Span) check.Finding {
	day := t.Readings[0].From
	is := day.Weekday()
	written := is.String()
	if short := a.Words(word); len(short) < len(said.String()) {
		written = written[:min(len(short), len(written))]
	}
	place := t.Core().Hull(word)
	if word.Start >= t.End {
		place.End++ // the bracket that closes
	}
	before := day.AddDays(-((int(is) - int(said) + 7) % 7))
	f := check.Finding{
		Span:    place,
		Message: fmt.Sprintf("%d %s %d is a %s, not a %s", day.Day, day.Month, day.Year, is, said),
		Help: fmt.Sprintf("the weekday or the date is wrong: write %s, or the day that was meant, such as %d %s or %d %s",
			is, before.Day, before.Month, before.AddDays(7).Day, before.AddDays(7).Month),
		Label:  "a " + is.String(),
		Proof:  []article.Premise{{What: "speaks of", How: "stated", Words: a.Words(t.Core()), Span: t.Core(), When: t.Readings[0]}},
		Line:   fmt.Sprintf("%s is a %s", day, is),
		Claims: claimsOver(a, t.Core()),
	}
	if strings.HasPrefix(strings.ToLower(said.String()), strings.ToLower(a.Words(word))) { // in English, or short for it
		f.Fixes = []check.Fix{{Message: "write " + written, Edits: []check.Edit{{Span: word, Text: written}}}}
	}
	return f
}
