package measure

import (
	"math"
	"testing"
)

func TestAUC(t *testing.T) {
	for _, c := range []struct {
		name string
		list []scored
		want float64
	}{
		{"every yes above every no", []scored{{0.9, true}, {0.1, false}, {0.8, true}}, 1},
		{"the other way round", []scored{{0.1, true}, {0.9, false}}, 0},
		{"ties count half", []scored{{0.5, true}, {0.5, false}}, 0.5},
		{"one pair of two is right", []scored{{0.5, true}, {0.6, false}, {0.1, false}}, 0.5},
		{"nothing to tell apart", []scored{{0.5, true}}, 0.5},
	} {
		if got := auc(c.list); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// What one person says five times over is no more evidence than said once.
func TestDeviationCountsDocuments(t *testing.T) {
	var once, often []scoredPart
	for i, yes := range []bool{true, false, true, true, false, true, false, true} {
		s := scoredPart{scored{float64(i*7%5) / 5, yes}, string(rune('a' + i))}
		once = append(once, s)
		for range 5 {
			often = append(often, s)
		}
	}
	a, b := deviationByDocument(once), deviationByDocument(often)
	if a <= 0 || a > 0.5 || math.Abs(a-b) > 1e-9 {
		t.Errorf("%v for one example a document, %v for five", a, b)
	}
}

func TestOverlapCountsEachWordAsOftenAsBothHaveIt(t *testing.T) {
	got := overlap([]string{"a", "a", "b"}, []string{"a", "c", "a", "a"})
	if want := (tally{right: 2, gold: 3, read: 4}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestExcerptKeepsLettersWhole(t *testing.T) {
	text := ""
	for range 50 {
		text += "é"
	}
	text += "x" + text
	for _, r := range excerpt(text, 100, 101) {
		if r == '\ufffd' {
			t.Fatal("half a letter")
		}
	}
}
