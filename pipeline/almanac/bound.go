package almanac

import (
	"strconv"
	"strings"
	"time"

	"citevet/pipeline/when"
)

// parseBound reads YYYY, YYYY-MM or YYYY-MM-DD as all the days it allows.
func parseBound(s string) (when.Interval, bool) {
	parts := strings.Split(s, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return when.Interval{}, false
	}
	var n [3]int
	for i, p := range parts {
		if i > 0 && len(p) != 2 || p[0] < '0' || p[0] > '9' {
			return when.Interval{}, false
		}
		v, err := strconv.Atoi(p)
		if err != nil {
			return when.Interval{}, false
		}
		n[i] = v
	}
	switch len(parts) {
	case 1:
		return when.Year(n[0]), n[0] > 0
	case 2:
		if n[0] < 1 || n[1] < 1 || n[1] > 12 {
			return when.Interval{}, false
		}
		return when.Month(n[0], time.Month(n[1])), true
	}
	d, ok := when.NewDate(n[0], time.Month(n[1]), n[2])
	return when.Day(d), ok
}
