package temporal

import (
	"testing"
	"time"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// The way out names the day that the proof compares: the end of a span, the
// beginning of a window.
func TestTheWayOutNamesTheDayThatDecides(t *testing.T) {
	claim := func(iv when.Interval, shape article.Shape) *article.Claim {
		return &article.Claim{Readings: []article.Reading{{When: iv, Shape: shape}}}
	}
	span, window := claim(when.Years(1975, 1990), article.Whole), claim(when.Years(1975, 1990), article.Point)
	office := claim(when.Interval{From: when.Date{Year: 2025, Month: time.January, Day: 21}}, article.Point)
	for _, tt := range []struct{ got, want string }{
		{newerSource(office), "cite a source from 21 January 2025 or later, or correct the date"},
		{newerSource(span), "cite a source from January 1990 or later, or correct the date"},
		{newerSource(window), "cite a source from January 1975 or later, or correct the date"},
		{readAgain(&check.Pass{}, span), "cite a source that can know of 1990-01-01"},
		{readAgain(&check.Pass{}, window), "cite a source that can know of 1975-01-01"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}
