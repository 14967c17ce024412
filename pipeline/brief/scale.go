package brief

import (
	"fmt"
	"math"
	"slices"
	"time"

	"citevet/pipeline/when"
)

// panel is a stretch of the calendar drawn from one x to another.
type panel struct {
	from, to    when.Date
	left, right float64
}

func (p panel) days() int { return max(1, p.from.DaysUntil(p.to)) }

// x returns where a day's beginning stands, held within the panel.
func (p panel) x(d when.Date) float64 {
	share := float64(p.from.DaysUntil(d)) / float64(p.days())
	return p.left + min(max(share, 0), 1)*(p.right-p.left)
}

func (p panel) holds(d when.Date) bool {
	return !d.IsZero() && !d.Before(p.from) && !p.to.Before(d)
}

// tick is a mark of the axis.
type tick struct {
	day   when.Date
	label string
}

// ticks returns the beginnings of years or months, as many as have room.
func (p panel) ticks(room float64) []tick {
	most := max(2, int((p.right-p.left)/room))
	var ticks []tick
	years := float64(p.days()) / 365.25
	if years*4 <= float64(most) || years < 1.5 {
		step := 1
		for _, s := range []int{1, 2, 3, 4, 6, 12} {
			step = s
			if years*12/float64(s) <= float64(most) {
				break
			}
		}
		for d := (when.Date{Year: p.from.Year, Month: 1, Day: 1}); !p.to.Before(d); d = addMonths(d, step) {
			if p.holds(d) {
				ticks = append(ticks, tick{d, monthTick(d, len(ticks) == 0)})
			}
		}
		return ticks
	}
	step := 1
	for _, s := range []int{1, 2, 5, 10, 20, 25, 50, 100, 250, 500, 1000, 2000} {
		step = s
		if years/float64(s) <= float64(most) {
			break
		}
	}
	first := int(math.Ceil(float64(p.from.Year)/float64(step))) * step
	for y := max(first, step); y <= p.to.Year; y += step {
		if d := (when.Date{Year: y, Month: 1, Day: 1}); p.holds(d) {
			ticks = append(ticks, tick{d, fmt.Sprint(y)})
		}
	}
	return ticks
}

func addMonths(d when.Date, n int) when.Date {
	m := int(d.Month) - 1 + n
	return when.Date{Year: d.Year + m/12, Month: time.Month(m%12 + 1), Day: 1}
}

// monthTick names a month, with its year where that is new to the reader.
func monthTick(d when.Date, first bool) string {
	name := months[d.Month][:3]
	if first || d.Month == 1 {
		return fmt.Sprintf("%s %d", name, d.Year)
	}
	return name
}

// span returns the first and the last day that any mark of the rows needs.
func (t Timeline) span() (from, to when.Date, ok bool) {
	see := func(d when.Date) {
		if d.IsZero() {
			return
		}
		if from.IsZero() || d.Before(from) {
			from = d
		}
		if to.Before(d) {
			to = d
		}
	}
	for _, r := range t.Rows {
		for _, i := range []when.Interval{r.Stated, r.InURL} {
			see(i.From)
			see(i.To)
		}
		see(r.Read)
		for _, e := range r.Events {
			see(e.Day)
		}
	}
	return from, to, !from.IsZero()
}

// crowd returns the stretch that deserves a panel of its own because it fills less
// than a quarter of the whole: that in which the readings and the events that
// sources cannot reach stand close together, else the one with most of the marks.
func (t Timeline) crowd(from, to when.Date) (start, end when.Date, ok bool) {
	start, end = t.missed()
	least := 20 // days beside the marks
	if start.IsZero() {
		start, end = t.densest()
		least = 60
	}
	if start.IsZero() {
		return start, end, false
	}
	pad := max(least, start.DaysUntil(end)/6)
	start, end = shift(start, -pad), shift(end, pad)
	return start, end, start.DaysUntil(end)*4 < from.DaysUntil(to)
}

// missed returns the first and the last day of the readings that came before an
// event, and of these events.
func (t Timeline) missed() (start, end when.Date) {
	for _, r := range t.Rows {
		for _, e := range r.Events {
			if !e.ReadBefore {
				continue
			}
			for _, d := range []when.Date{r.Read, e.Day} {
				if start.IsZero() || d.Before(start) {
					start = d
				}
				if end.Before(d) {
					end = d
				}
			}
		}
	}
	return start, end
}

// fewMarks are too few to crowd.
const fewMarks = 12

// densest returns the shortest stretch that holds two thirds of all marks, zero
// where these are few.
func (t Timeline) densest() (start, end when.Date) {
	var marks []when.Date
	for _, r := range t.Rows {
		for _, d := range []when.Date{r.Stated.From, r.InURL.From, r.Read} {
			if !d.IsZero() {
				marks = append(marks, d)
			}
		}
		for _, e := range r.Events {
			marks = append(marks, e.Day)
		}
	}
	if len(marks) < fewMarks {
		return start, end
	}
	slices.SortFunc(marks, when.Date.Compare)
	held := 2 * len(marks) / 3
	for i := 0; i+held < len(marks); i++ {
		if first, last := marks[i], marks[i+held]; start.IsZero() || first.DaysUntil(last) < start.DaysUntil(end) {
			start, end = first, last
		}
	}
	return start, end
}

// shift moves a day by n days within the years a Date can have.
func shift(d when.Date, n int) when.Date {
	moved := d.AddDays(n)
	if moved.Year < 1 || moved.Year > 9999 {
		return d
	}
	return moved
}

// calendar returns all the time that the rows need, with room at both ends; ok is
// false where no row has a date.
func (t Timeline) calendar(left, right float64) (whole panel, ok bool) {
	from, to, ok := t.span()
	if !ok {
		return panel{}, false
	}
	pad := max(30, from.DaysUntil(to)/40)
	return panel{shift(from, -pad), shift(to, pad), left, right}, true
}

// panels returns the stretches that a chart from left to width is made of: the
// whole of the rows, and beside it what deserves to be drawn larger. There are
// none where no row has a date.
func (t Timeline) panels(left, width float64) []panel {
	whole, ok := t.calendar(left, width-6)
	if !ok {
		return nil
	}
	start, end, crowded := t.crowd(whole.from, whole.to)
	if !crowded {
		return []panel{whole}
	}
	whole.right = left + (width-left)*0.54
	return []panel{whole, {start, end, whole.right + 20, width - 6}}
}
