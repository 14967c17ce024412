package when

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func FuzzFind(f *testing.F) {
	for _, text := range traps {
		f.Add(text)
	}
	for _, text := range []string{
		"as of mid-2025, since Tuesday, 15 January 2025", "between 2021 and 2019", "the first nine months of 2021", "ȺȺ's 1990s",
		"5–7 March 2024", "last last last week", "early mid late end of the end of the year", "'90s\xff 2021\xc3", "0000-00-00",
		"99999999999999999999 years ago", "9999 centuries ago", "circa circa 1850", "from between since until 2021–", "the the the 2021",
		"January 1, 9999", "in the year 99", "A.D.", "B.C.E.", "10.12345678/", "doi:1", "2021/", "12:30:", "year-end-", "mid-", "Q4", "since Tuesday",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, anchor := range []Interval{{}, anchorDay, Year(1), Year(maxYear), {From: Date{2025, 6, 1}}, {To: Date{2025, 6, 1}}} {
			end := 0
			for _, e := range Find(text, anchor) {
				checkExpression(t, text, e)
				if e.Start < end {
					t.Errorf("%q overlaps what stands before it in %q", text[e.Start:e.End], text)
				}
				end = e.End
			}
			if e, ok := Read(text, anchor); ok {
				checkExpression(t, text, e)
			}
			Parse(text, anchor)
		}
	})
}

// checkExpression checks what holds of every expression.
func checkExpression(t *testing.T, text string, e Expression) {
	t.Helper()
	if e.Start < 0 || e.Start > e.CoreStart || e.CoreStart >= e.CoreEnd || e.CoreEnd > e.End || e.End > len(text) {
		t.Fatalf("offsets %d %d %d %d in %q", e.Start, e.CoreStart, e.CoreEnd, e.End, text)
	}
	if utf8.ValidString(text) && !utf8.ValidString(text[:e.Start]) || utf8.ValidString(text) && !utf8.ValidString(text[e.Start:e.End]) {
		t.Errorf("%d..%d cuts a character of %q", e.Start, e.End, text)
	}
	if (e.Flaw != "" || e.Kind != KindDate) && len(e.Readings) > 0 {
		t.Errorf("%q has readings and should have none: %+v", text, e)
	}
	for _, r := range e.Readings {
		if r.IsZero() || !r.From.IsZero() && !r.To.IsZero() && r.To.Before(r.From) {
			t.Errorf("%q reads %v in %q", text[e.Start:e.End], r, text)
		}
		for _, d := range []Date{r.From, r.To} {
			if _, ok := NewDate(d.Year, d.Month, d.Day); !ok && !d.IsZero() {
				t.Errorf("%q reads %v, which the calendar does not have", text[e.Start:e.End], d)
			}
		}
	}
}

func FuzzInPath(f *testing.F) {
	for _, path := range []string{"/2025/01/15/x", "/2025-01-15-x", "/x-20250115", "/2021/x", "https://h/2025/jan/5", "////", "/2025/0115/", "/2025/01-15/"} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		iv, start, end, ok := InPath(path)
		if ok && (start < 0 || start >= end || end > len(path) || iv.From.IsZero() || iv.To.Before(iv.From)) {
			t.Errorf("InPath(%q) = %v, %d, %d", path, iv, start, end)
		}
	})
}

// TestReadingTakesLinearTime allows 64 times the text 1000 times the time, which
// a busy machine stays under and a quadratic reading, at 4096, does not.
func TestReadingTakesLinearTime(t *testing.T) {
	for _, unit := range []string{
		"1", "1/", "/", "since ", "between ", "the ", "2021-", "2021–", "15 ", "last ", "end of ", "\n", " ", "'", "first ", "twenty-", "A.", "www.", "a@", "10.1234/", "January ", "Tuesday, ",
		"early ", "circa ", "1 and ", "year-", "\u00a0", "\xff", "é", "doi:1", "three years after ", "from 1 ", "between 15 and ", "half ", "the first half of ", "http://",
		"15 janvier ", "2025年", "15 de ", "2025. ", "январь ",
	} {
		small, big := strings.Repeat(unit, (1<<11)/len(unit)), strings.Repeat(unit, (1<<17)/len(unit))
		base, took := fastest(small), fastest(big)
		if took > 1000*base && took > 100*time.Millisecond {
			t.Errorf("%q: %v for %d bytes, %v for %d", unit, base, len(small), took, len(big))
		}
	}
}

func fastest(text string) time.Duration {
	best := time.Hour
	for range 2 {
		start := time.Now()
		Find(text, anchorDay)
		FindForeign(text)
		Read(text, anchorDay)
		InPath(text)
		best = min(best, time.Since(start))
	}
	return best
}
