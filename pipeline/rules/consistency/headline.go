package consistency

import (
	"strings"
	"unicode"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
)

// headline is the article's title as it stands in the text, with what the body
// under it holds.
type headline struct {
	r     *reading
	span  article.Span
	words []article.Span  // of the headline
	stems map[string]bool // the first letters of each word of the body
	caps  map[string]bool // words that the body capitalises within a sentence, in lower case
	short map[string]bool // the initials of the body's names, and the capitals it writes
	sums  []quantityRange // numbers of the body
}

// quantityRange is what a number may stand for.
type quantityRange struct{ low, high float64 }

const (
	fewestSentences = 4 // a body has at least
	stemLength      = 5 // letters by which "Kazakh" and "Kazakhstan" are one
	mostSummed      = 8 // numbers of a sentence of which sums are taken
	longestHeadline = 40
)

// headlineOf finds the headline: the heading above the first sentence that is the
// article's title.
func headlineOf(r *reading) (headline, bool) {
	h := headline{r: r, stems: map[string]bool{}, caps: map[string]bool{}, short: map[string]bool{}}
	for _, b := range r.Blocks {
		if b.Kind == article.Paragraph || b.Kind == article.ListItem {
			break
		}
		if b.Kind == article.Heading && r.Title != "" && oneLine(r.Words(b.Span)) == oneLine(r.Title) {
			h.span = b.Span
			break
		}
	}
	if h.span.IsZero() || len(r.Sentences) < fewestSentences {
		return h, false
	}
	if h.words = fieldsIn(r.Text, h.span); len(h.words) > longestHeadline {
		return h, false
	}
	for i, b := range r.Blocks {
		if b.Span != h.span && b.Kind != article.Entry && b.Kind != article.Furniture && b.Kind != article.Code {
			h.take(i)
		}
	}
	for _, e := range r.Entities {
		h.short[initials(r.Words(e.Span))] = true
		h.short[initials(e.Name)] = true
	}
	return h, true
}

// take notes the words and numbers of a block of the body.
func (h *headline) take(block int) {
	var numbers []float64
	first := true
	for _, at := range fieldsIn(h.r.Text, h.r.Blocks[block].Span) {
		w := h.r.Words(at)
		low := strings.ToLower(w)
		h.stems[stemOf(low)] = true
		if unicode.IsUpper(firstLetter(w)) && !first {
			h.caps[low] = true
		}
		if strings.ToUpper(w) == w {
			h.short[w] = true
		}
		first = strings.ContainsAny(h.r.Text[at.End:min(len(h.r.Text), at.End+1)], ".!?:")
		if n := dozens[singular(low)]; n > 0 {
			numbers = append(numbers, n)
			h.sums = append(h.sums, quantityRange{n, n * 10})
		} else if m := magnitudes[low]; m > 0 && len(numbers) > 0 {
			v := numbers[len(numbers)-1] * m
			h.sums = append(h.sums, quantityRange{v * 0.9, v * 1.1})
		} else if v, half, ok := parseNumber(w); ok {
			numbers = append(numbers, v)
			h.sums = append(h.sums, quantityRange{min(v-half, v*0.9), max(v+half, v*1.1)})
		}
		if first || len(numbers) > mostSummed {
			h.addSums(numbers)
			numbers = nil
		}
	}
	h.addSums(numbers)
}

// dozens count without a number of their own, and may be several.
var dozens = map[string]float64{"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000}

// addSums adds the sums of the numbers of one sentence: "41 men and two children".
func (h *headline) addSums(numbers []float64) {
	total := 0.0
	for i, v := range numbers {
		total += v
		for _, w := range numbers[:i] {
			h.sums = append(h.sums, quantityRange{v + w, v + w}, quantityRange{v - w, v - w}, quantityRange{w - v, w - v})
		}
	}
	h.sums = append(h.sums, quantityRange{total, total})
}

// fieldsIn returns the words within a span: runs of letters and digits, with the
// points and commas of numbers and the hyphens within.
func fieldsIn(text string, span article.Span) []article.Span {
	var out []article.Span
	start := -1
	for i, c := range text[span.Start:span.End] {
		at := span.Start + i
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) || start >= 0 && within(text, at, span.End, c) {
			if start < 0 {
				start = at
			}
			continue
		}
		if start >= 0 {
			out = append(out, article.Span{Start: start, End: at})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, article.Span{Start: start, End: span.End})
	}
	return out
}

// within reports whether a mark at a byte joins what stands on both its sides.
func within(text string, at, end int, c rune) bool {
	if at+1 >= end || at == 0 {
		return false
	}
	before, after := text[at-1], text[at+1]
	digits := before >= '0' && before <= '9' && after >= '0' && after <= '9'
	return (c == ',' || c == '.') && digits || c == '-' && isWordByte(before) && isWordByte(after)
}

func stemOf(w string) string {
	letters := []rune(w)
	return string(letters[:min(len(letters), stemLength)])
}

func firstLetter(w string) rune {
	for _, r := range w {
		return r
	}
	return 0
}

// initials returns the first letters of a name's words in capitals: "WHO" of
// "World Health Organization".
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if r := firstLetter(w); unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// sentenceCase reports whether the headline is written like a sentence, so that
// a capital tells a name: two words of weight at least begin small.
func (h *headline) sentenceCase() bool {
	small := 0
	for _, at := range h.words {
		if w := h.r.Words(at); len(w) >= 4 && unicode.IsLower(firstLetter(w)) && !smallAnyway[w] {
			small++
		}
	}
	return small >= 2
}

// smallAnyway words begin small where a headline capitalises all that have weight.
var smallAnyway = wordSet(`with from into over than that after under about between through against during before without within upon onto toward towards among amid their your`)

// missingName returns the first name of the headline that the body has in no
// form, zero where it has all.
func (h *headline) missingName(alm *almanac.Almanac) article.Span {
	if !h.sentenceCase() {
		return article.Span{}
	}
	for i := 0; i < len(h.words); {
		j := i
		for j < len(h.words) && h.isName(j) && (j == i || h.r.Text[h.words[j-1].End:h.words[j].Start] == " ") {
			j++
		}
		if j == i {
			i++
			continue
		}
		run := h.words[i].Hull(h.words[j-1])
		if h.mayBeMissed(alm, i, j) && !h.has(i, j) {
			return run
		}
		i = j
	}
	return article.Span{}
}

func (h *headline) isName(k int) bool {
	w := h.r.Words(h.words[k])
	return unicode.IsUpper(firstLetter(w)) && len(w) > 1
}

// mayBeMissed reports whether the words [i, j) are surely the name of somebody
// who acts in the headline, whom the body ought to name: not where it was.
func (h *headline) mayBeMissed(alm *almanac.Almanac, i, j int) bool {
	run := h.r.Words(h.words[i].Hull(h.words[j-1]))
	low := strings.ToLower(run)
	if metonyms[low] || labels[low] || weekdays[low] || strings.ToUpper(h.r.Words(h.span)) == h.r.Words(h.span) {
		return false
	}
	if i > 0 {
		before := h.r.Words(h.words[i-1])
		if whereWords[strings.ToLower(before)] || len(before) == 1 && before != "a" || strings.Contains(h.r.Text[h.words[i-1].End:h.words[i].Start], "-") {
			return false
		}
	}
	return j-i >= 2 || len(run) >= 3 && strings.ToUpper(run) == run || i > 0 && len(alm.People(run)) > 0
}

var weekdays = wordSet(`monday tuesday wednesday thursday friday saturday sunday`)

// whereWords before a name make it a place, or a part of what is named.
var whereWords = wordSet(`in at of from near on off over across to the for into outside around between through`)

// metonyms are places that stand for whoever sits there.
var metonyms = wordSet(`washington moscow kremlin brussels beijing london paris berlin tokyo delhi ankara tehran kyiv kiev seoul pyongyang whitehall westminster
	holyrood pentagon hollywood white house wall street downing street silicon valley capitol hill city west east north south europe`)

// has reports whether the body has one of the name's words, or the name in
// another length.
func (h *headline) has(i, j int) bool {
	run := h.r.Words(h.words[i].Hull(h.words[j-1]))
	if h.short[initials(run)] && j-i > 1 || h.short[run] {
		return true
	}
	if i > 0 && h.stems[h.r.Words(h.words[i-1])] && unicode.IsDigit(firstLetter(h.r.Words(h.words[i-1]))) {
		return true // "787 Dreamliner"
	}
	for k := i; k < j; k++ {
		for _, part := range strings.FieldsFunc(strings.ToLower(h.r.Words(h.words[k])), func(r rune) bool { return r == '-' }) {
			if h.stems[stemOf(part)] || h.stems[stemOf(singular(part))] {
				return true
			}
		}
	}
	return false
}

// missingNumber returns the first number of the headline that no number of the
// body can be, zero where there is none.
func (h *headline) missingNumber() article.Span {
	for i, at := range h.words {
		v, half, ok := parseNumber(h.r.Words(at))
		if !ok || v < 3 || h.isLabel(i) {
			continue
		}
		low, high := v-half, v+half
		if i+1 < len(h.words) {
			if m := magnitudes[strings.ToLower(h.r.Words(h.words[i+1]))]; m > 0 {
				low, high = low*m, high*m
			}
		}
		found := false
		for _, q := range h.sums {
			found = found || q.low <= high && low <= q.high
		}
		if !found {
			return at
		}
	}
	return article.Span{}
}

// isLabel reports whether the number at word i is a year, part of a name, of a
// list of things, an age, or written with other signs.
func (h *headline) isLabel(i int) bool {
	at, text := h.words[i], h.r.Text
	if v, _, _ := parseNumber(h.r.Words(at)); i == 0 || v >= 1000 && v < 2200 && at.Len() == 4 {
		return true
	}
	if b := text[at.Start-1]; b != ' ' && b != '$' && text[max(0, at.Start-3):at.Start] != "€" && text[max(0, at.Start-2):at.Start] != "£" {
		return true
	}
	if at.End < len(text) && strings.ContainsRune("-–/:+'’", rune(text[at.End])) {
		return true
	}
	before := strings.ToLower(h.r.Words(h.words[i-1]))
	if labels[before] || unicode.IsUpper(firstLetter(h.r.Words(h.words[i-1]))) && (h.caps[before] || h.sentenceCase()) {
		return true
	}
	return i+1 < len(h.words) && labels[strings.ToLower(h.r.Words(h.words[i+1]))]
}

// labels beside a number make it no amount.
var labels = wordSet(`at turns top best things ways reasons tips facts lessons questions takeaways steps no number day days hour hours week weeks month months part chapter
	volume version season episode aged age phase level type under over section article rule route highway january february march april may june july august
	september october november december`)
