package when

import (
	"strings"
	"time"
)

// Years that a path's digits are read as: the web's own, so that screen widths
// and most numbers of things stay out.
const (
	firstPathYear = 1990
	lastPathYear  = 2049
)

// InPath returns the date in the path of a URL and where it stands in path. It
// knows directories ("/2025/01/15/", "/2025/jan/15/", "/2025/01/", "/2025/0115/",
// "/202501/15/"), and a day inside a segment ("/2025-01-15-title",
// "/title-2025-01-15", "/20250115/"); a segment that is a year and leads to more
// ("/2021/title") gives the year. The most exact one counts, of equals the first.
// What follows "?" or "#", and any address inside the path, is not read.
func InPath(path string) (iv Interval, start, end int, ok bool) {
	segments := splitPath(path)
	for n := range segments {
		if iv, start, end, ok = directories(path, segments[n:]); ok {
			return iv, start, end, true
		}
	}
	for _, s := range segments {
		if iv, start, end, ok = inSegment(path, s); ok {
			return iv, start, end, true
		}
	}
	for n := range segments {
		if iv, start, end, ok = monthDirectory(path, segments[n:]); ok {
			return iv, start, end, true
		}
	}
	for n, s := range segments {
		year, ok := pathYear(path[s.start:s.end])
		if ok && n+1 < len(segments) && !strings.HasPrefix(path[segments[n+1].start:], "index.") && !(n > 0 && inSet(numberedSegments, path[segments[n-1].start:segments[n-1].end])) {
			return Year(year), s.start, s.end, true
		}
	}
	return Interval{}, 0, 0, false
}

// numberedSegments are followed by the number of something.
var numberedSegments = setOf("id item items p page pages node photo photos product products user users q question questions",
	"port ticket thread topic t pull bug doc gallery width w h size")

// segment is one directory or file name of a path, from start to end.
type segment struct{ start, end int }

// splitPath returns the path's segments, without those of the host, the query
// or an address inside it.
func splitPath(path string) []segment {
	i := 0
	if n := strings.Index(path, "://"); n >= 0 && strings.IndexByte(path[:n], '/') < 0 {
		i = n + len("://")
		for i < len(path) && path[i] != '/' {
			i++
		}
	}
	end := len(path)
	if n := strings.IndexAny(path[i:], "?#"); n >= 0 {
		end = i + n
	}
	if n := strings.Index(path[i:end], "http"); n >= 0 && strings.Contains(path[i+n:end], ":/") {
		end = i + n
	}
	var segments []segment
	for i < end {
		for i < end && path[i] == '/' {
			i++
		}
		start := i
		for i < end && path[i] != '/' {
			i++
		}
		if i > start {
			segments = append(segments, segment{start, i})
		}
	}
	return segments
}

// directories reads a day that is spread over directories.
func directories(path string, s []segment) (iv Interval, start, end int, ok bool) {
	name := func(n int) string {
		if n >= len(s) {
			return ""
		}
		return path[s[n].start:s[n].end]
	}
	if year, isYear := pathYear(name(0)); isYear {
		month, isMonth := pathMonth(name(1))
		if day, n := leadingNumber(name(2)); isMonth && 1 <= n && n <= 2 && dayEnds(name(2)[n:], n) {
			if d, ok := NewDate(year, month, day); ok {
				return Day(d), s[0].start, s[2].start + n, true
			}
		}
		if v, n := leadingNumber(name(1)); n == 4 && n == len(name(1)) { // "2025/0115"
			if d, ok := NewDate(year, time.Month(v/100), v%100); ok {
				return Day(d), s[0].start, s[1].end, true
			}
		}
		if v, n := leadingNumber(name(1)); n == 2 && len(name(1)) == 5 && name(1)[2] == '-' { // "2025/01-15"
			w, n := leadingNumber(name(1)[3:])
			if d, ok := NewDate(year, time.Month(v), w); ok && n == 2 {
				return Day(d), s[0].start, s[1].end, true
			}
		}
	}
	if year, month, ok := yearMonth(name(0)); ok {
		if day, n := leadingNumber(name(1)); 1 <= n && n <= 2 && n == len(name(1)) {
			if d, ok := NewDate(year, month, day); ok {
				return Day(d), s[0].start, s[1].end, true
			}
		}
	}
	return Interval{}, 0, 0, false
}

// dayEnds reports whether what follows the n digits of a day in its segment
// leaves them a day: nothing, or the title behind two digits ("3-questions-to").
func dayEnds(rest string, n int) bool {
	return rest == "" || n == 2 && rest[0] == '-' && len(rest) > 1 && isLetter(rest[1]) || rest == ".html" || rest == ".htm"
}

// monthDirectory reads "2025/01", "2025/jan", "2025-01" and "202501".
func monthDirectory(path string, s []segment) (iv Interval, start, end int, ok bool) {
	first := path[s[0].start:s[0].end]
	if year, month, ok := yearMonth(first); ok && len(s) > 1 {
		return Month(year, month), s[0].start, s[0].end, true
	}
	year, ok := pathYear(first)
	if !ok || len(s) < 2 {
		return Interval{}, 0, 0, false
	}
	second := path[s[1].start:s[1].end]
	month, ok := pathMonth(second)
	if !ok || len(second) < 2 {
		return Interval{}, 0, 0, false
	}
	return Month(year, month), s[0].start, s[1].end, true
}

// yearMonth reads "2025-01" and "202501".
func yearMonth(s string) (int, time.Month, bool) {
	if len(s) == 7 && (s[4] == '-' || s[4] == '_') {
		s = s[:4] + s[5:]
	}
	v, n := leadingNumber(s)
	if n != 6 || n != len(s) || v/100 < firstPathYear || v/100 > lastPathYear || v%100 < 1 || v%100 > 12 {
		return 0, 0, false
	}
	return v / 100, time.Month(v % 100), true
}

// inSegment reads a day inside one segment: "2025-01-15" at its beginning, its
// end or between hyphens, or "20250115" likewise.
func inSegment(path string, s segment) (iv Interval, start, end int, ok bool) {
	name := path[s.start:s.end]
	for i := 0; i < len(name); {
		if !isDigit(name[i]) {
			i++
			continue
		}
		free := i == 0 || name[i-1] == '-' || name[i-1] == '_'
		v, n := leadingNumber(name[i:])
		if free {
			if d, length, ok := dayAt(name[i:], v, n); ok {
				rest := name[i+length:]
				if rest == "" || rest[0] == '-' || rest[0] == '_' || rest[0] == '.' && !isDigit(after(rest)) {
					return Day(d), s.start + i, s.start + i + length, true
				}
			}
		}
		i += n
	}
	return Interval{}, 0, 0, false
}

// dayAt reads a day in figures at the beginning of s, whose leading number is v,
// of n digits.
func dayAt(s string, v, n int) (d Date, length int, ok bool) {
	switch {
	case n == 8:
		d, ok = NewDate(v/10000, time.Month(v/100%100), v%100)
		length = 8
	case n == 4 && len(s) >= 10 && (s[4] == '-' || s[4] == '_' || s[4] == '.') && s[7] == s[4]:
		month, m := leadingNumber(s[5:])
		day, k := leadingNumber(s[8:])
		if m == 2 && k == 2 {
			d, ok = NewDate(v, time.Month(month), day)
			length = 10
		}
	}
	return d, length, ok && firstPathYear <= d.Year && d.Year <= lastPathYear
}

// leadingNumber returns the number that s begins with and its digits' count;
// of more than nine digits the value is of no use.
func leadingNumber(s string) (value, digits int) {
	for digits < len(s) && isDigit(s[digits]) {
		if digits < 9 {
			value = value*10 + int(s[digits]-'0')
		}
		digits++
	}
	return value, digits
}

func pathYear(s string) (int, bool) {
	v, n := leadingNumber(s)
	return v, n == 4 && len(s) == 4 && firstPathYear <= v && v <= lastPathYear
}

// pathMonth reads "01", "1", "jan" or "january".
func pathMonth(s string) (time.Month, bool) {
	if v, n := leadingNumber(s); n > 0 {
		return time.Month(v), n <= 2 && n == len(s) && 1 <= v && v <= 12
	}
	c, v := lookUp(s)
	return time.Month(v & nameMask), c == wMonth
}
