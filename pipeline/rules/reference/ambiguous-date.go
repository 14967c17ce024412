package reference

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

//go:embed ambiguous-date.md
var ambiguousDatePage string

var ambiguousDate = check.NewRule(check.Meta{
	Name:     "ambiguous-date",
	Family:   "reference",
	Summary:  "day and month of a date in figures could change places, and nothing in the list decides",
	Since:    "0.1",
	Severity: check.Info,
	Page:     ambiguousDatePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var open []int
	var dates []article.DateField
	dayFirst, monthFirst := orderOf(a.Text)
	if dayFirst != monthFirst {
		return // the article's other dates show the order
	}
	for i := range a.References {
		r := &a.References[i]
		for _, d := range []article.DateField{r.Published, r.Updated, r.Accessed, r.Archived} {
			if check.Own(r, d.Field) && inFigures(d.Text) && len(possible(p, r, d)) > 1 {
				open = append(open, i)
				dates = append(dates, d)
			}
		}
	}
	if len(dates) == 0 {
		return
	}
	first := possible(p, &a.References[open[0]], dates[0])
	f := check.Finding{
		Span:       dates[0].Span,
		Message:    fmt.Sprintf("%s is %s or %s, and nothing in the list decides", dates[0].Text, first[0], first[1]),
		Help:       "write the month in letters, or the date as 2025-04-03",
		Label:      "day or month first?",
		Proof:      []article.Premise{premise("dated", dates[0])},
		References: open,
	}
	if n := len(dates) - 1; n > 0 {
		f.Message += fmt.Sprintf("; so it is with %d more", n)
	}
	for _, d := range dates[1:] {
		f.Related = append(f.Related, check.Related{Span: d.Span, Label: "likewise"})
	}
	p.Report(f)
})

// inFigures reports whether words are a date of three numbers apart by one mark,
// the year last.
func inFigures(words string) bool {
	_, _, ok := figures(words)
	return ok
}

// figures returns the first two numbers of a date in figures whose year is last.
func figures(words string) (first, second int, ok bool) {
	n := leadingDigits(words)
	if n < 1 || n > 2 || n >= len(words) || strings.IndexByte("/-", words[n]) < 0 {
		return 0, 0, false
	}
	mark, rest := words[n], words[n+1:]
	m := leadingDigits(rest)
	if m < 1 || m > 2 || m >= len(rest) || rest[m] != mark {
		return 0, 0, false
	}
	if y := leadingDigits(rest[m+1:]); y != 4 && y != 2 {
		return 0, 0, false
	}
	return number(words[:n]), number(rest[:m]), true
}

// number returns the value of one or two digits.
func number(digits string) int {
	v := 0
	for _, c := range digits {
		v = 10*v + int(c-'0')
	}
	return v
}

// orderOf reports whether dates in figures with the day first, and such with the
// month first, stand in a text.
func orderOf(text string) (dayFirst, monthFirst bool) {
	for i := 0; i < len(text); {
		n := leadingDigits(text[i:min(len(text), i+3)])
		if n == 0 {
			i++
			continue
		}
		if i == 0 || strings.IndexByte("/-.=&_", text[i-1]) < 0 {
			if a, b, ok := figures(text[i:min(len(text), i+12)]); ok {
				dayFirst = dayFirst || 12 < a && a <= 31 && 0 < b && b <= 12
				monthFirst = monthFirst || 12 < b && b <= 31 && 0 < a && a <= 12
			}
		}
		i += n
		for i < len(text) && '0' <= text[i] && text[i] <= '9' {
			i++
		}
	}
	return dayFirst, monthFirst
}

// possible returns the readings of a date of r that its entry's other dates and
// the day of the run leave: nothing is read before it is out, nor tomorrow.
func possible(p *check.Pass, r *article.Reference, d article.DateField) []when.Interval {
	var left []when.Interval
	today := when.Day(p.AsOf.AddDays(check.SlackDays))
	for _, reading := range d.Readings {
		switch {
		case !p.AsOf.IsZero() && today.Before(reading):
		case d.Span != r.Published.Span && reading.Before(r.Published.When):
		case d.Span == r.Published.Span && !r.Accessed.When.IsZero() && r.Accessed.When.Before(reading):
		case d.Span == r.Published.Span && !r.URLDate.When.IsZero() && !r.URLDate.When.Overlaps(reading):
		default:
			left = append(left, reading)
		}
	}
	return left
}
