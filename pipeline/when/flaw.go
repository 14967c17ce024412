package when

import (
	"fmt"
	"time"
)

const backwards = "the range ends before it begins"

// swedish is the one 30 February there was: Sweden had left out a leap day in 1700
// and put it back in 1712, to count with its Julian neighbours again (Wikipedia,
// "Swedish calendar").
var swedish = parts{1712, 2, 30}

func monthOf(m int) time.Month { return time.Month(m) }

// flawOf returns why the calendar does not have the day d, or has it in no year
// where d is without one; empty where it does.
func flawOf(d parts) string {
	switch {
	case d == swedish:
		return ""
	case d.month > 12:
		return fmt.Sprintf("there is no month %d", d.month)
	case d.year == 0 && d.month == 2 && d.day > 29:
		return "February has 29 days at most"
	case d.year == 0 && d.month == 2:
		return ""
	case d.day == 0 || d.day <= daysIn(d.year, monthOf(d.month)):
		return ""
	case d.month == 2:
		return fmt.Sprintf("February %d has %d days", d.year, daysIn(d.year, time.February))
	}
	return fmt.Sprintf("%s has %d days", monthOf(d.month), daysIn(d.year, monthOf(d.month)))
}
