package measure

import (
	"fmt"
	"math"
	"sort"
	"strings"
	"unicode"
)

// tally counts answers: those of the gold set, those read, and those of both.
type tally struct{ right, gold, read int }

func (t *tally) add(u tally) {
	t.right += u.right
	t.gold += u.gold
	t.read += u.read
}

// f1 is the harmonic mean of precision and recall, 0 to 1.
func (t tally) f1() float64 { return share(2*t.right, t.gold+t.read) }

func (t tally) precision() float64 { return share(t.right, t.read) }
func (t tally) recall() float64    { return share(t.right, t.gold) }

// share is a part of a whole, 0 to 1, or no number where there is no whole.
func share(part, whole int) float64 {
	if whole == 0 {
		return math.NaN()
	}
	return float64(part) / float64(whole)
}

// figure prints a score; a dash is one that nothing counts for.
func figure(f float64) string {
	if math.IsNaN(f) {
		return "–"
	}
	return fmt.Sprintf("%.3f", f)
}

// scored is one example with the score a classifier gave it.
type scored struct {
	score float64
	yes   bool // the gold answer
}

// auc is the area under the receiver operating characteristic: how likely a yes
// scores above a no, ties counting half (Mann and Whitney's U). It is 0.5 where
// all answers are alike.
func auc(list []scored) float64 {
	sorted := append([]scored(nil), list...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].score < sorted[j].score })
	var yes, no int
	var wins float64
	for i := 0; i < len(sorted); {
		j, ties, tiedNo := i, 0, 0
		for ; j < len(sorted) && sorted[j].score == sorted[i].score; j++ {
			if sorted[j].yes {
				ties++
			} else {
				tiedNo++
			}
		}
		wins += float64(ties) * (float64(no) + float64(tiedNo)/2)
		yes, no, i = yes+ties, no+tiedNo, j
	}
	if yes == 0 || no == 0 {
		return 0.5
	}
	return wins / float64(yes) / float64(no)
}

// words returns the letters and digits of s in small letters, as words.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// plain is s for a relaxed comparison: its words alone.
func plain(s string) string { return strings.Join(words(s), " ") }

// folded is s for a strict comparison: white space made single.
func folded(s string) string { return strings.Join(strings.Fields(s), " ") }

// overlap counts the words that two lists share, each as often as both have it.
func overlap(gold, read []string) tally {
	counts := map[string]int{}
	for _, w := range gold {
		counts[w]++
	}
	t := tally{gold: len(gold), read: len(read)}
	for _, w := range read {
		if counts[w] > 0 {
			counts[w]--
			t.right++
		}
	}
	return t
}

// excerpt returns the text around [from, to), with marks around what it is about.
func excerpt(text string, from, to int) string {
	const around = 60 // bytes
	begin, end := max(0, from-around), min(len(text), to+around)
	for begin > 0 && text[begin]&0xc0 == 0x80 {
		begin--
	}
	for end < len(text) && text[end]&0xc0 == 0x80 {
		end++
	}
	return text[begin:from] + "»" + text[from:to] + "«" + text[to:end]
}
