package brief

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// Standing is the sentence every report carries, until sources are read.
const Standing = "Dates and citations were compared; the sources themselves were not read."

// noFindings stands in the place of findings where there are none.
const noFindings = "No rule found anything to report."

// verdictsBelong says what a verdict is about.
const verdictsBelong = "A verdict belongs to a claim together with its sources: the same source can be sound behind one claim and not behind another."

// Tone is what a mark tells a reader at a glance. Its glyph always stands with
// its colour, so that the colour alone says nothing.
type Tone int

const (
	ToneUnknown Tone = iota
	ToneConflict
	ToneReview
	ToneConsistent
	ToneNote
)

// Glyph returns the sign of the tone.
func (t Tone) Glyph() string {
	return [...]string{ToneUnknown: "?", ToneConflict: "✗", ToneReview: "!", ToneConsistent: "✓", ToneNote: "·"}[t]
}

// VerdictWords is how one verdict is written and what it means.
type VerdictWords struct {
	Word    check.Word
	Tone    Tone
	Name    string
	Meaning string
}

// Verdicts lists the six verdicts in the order of every report.
var Verdicts = []VerdictWords{
	{check.SourcePredatesEvent, ToneConflict, "source predates the event", "every cited source was published before the time the claim speaks of began"},
	{check.AccessedBeforeEvent, ToneConflict, "accessed before the event", "every cited source was last read, or published, before that time began"},
	{check.NeedsReview, ToneReview, "needs review", "the dates point to a conflict but something they rest on is inferred, or the time can be read in two ways"},
	{check.Consistent, ToneConsistent, "consistent", "by its dates at least one cited source can report what the claim says"},
	{check.DateUnknown, ToneUnknown, "date unknown", "the claim or its sources give no date that could be compared"},
	{check.Uncited, ToneUnknown, "uncited", "no marker stands behind the claim"},
}

func wordsOf(w check.Word) VerdictWords {
	for _, v := range Verdicts {
		if v.Word == w {
			return v
		}
	}
	return VerdictWords{w, ToneUnknown, string(w), ""}
}

// ConfidenceWords is one line of the rubric that confidence is given by.
type ConfidenceWords struct {
	Level   check.Confidence
	Meaning string
}

// Rubric lists what each level of confidence rests on.
var Rubric = []ConfidenceWords{
	{check.High, "both dates are stated in the article, and the decisive one cannot move: a day the source was read on, or a publication date without a later reading"},
	{check.Moderate, "the dates are stated, but the source was read later than it was published and might have been changed in between"},
	{check.Low, "a date was inferred, from an address, from a kind of page or from the article's own date, or is missing"},
}

// NotChecked says what a briefing does not speak about.
var NotChecked = []string{
	"whether a source says what it is cited for",
	"whether an address still leads anywhere",
	"claims that give no time, and the time of sources that give no date",
}

var months = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// dayWords writes a day as "15 January 2025".
func dayWords(d when.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %s %d", d.Day, months[d.Month], d.Year)
}

// timeWords writes an interval as short as it stays exact: "2021", "May 2025",
// "1 May to 31 August 2025", "since 21 January 2025".
func timeWords(i when.Interval) string {
	switch {
	case i.IsZero():
		return ""
	case i.IsDay():
		return dayWords(i.From)
	case i.From.IsZero():
		return "until " + dayWords(i.To)
	case i.To.IsZero():
		return "since " + dayWords(i.From)
	case i == when.Years(i.From.Year, i.To.Year):
		if i.From.Year == i.To.Year {
			return fmt.Sprint(i.From.Year)
		}
		return fmt.Sprintf("%d to %d", i.From.Year, i.To.Year)
	case i.From.Day == 1 && i.To == when.Month(i.To.Year, i.To.Month).To:
		return monthWords(i)
	case i.From.Year == i.To.Year:
		return fmt.Sprintf("%d %s to %s", i.From.Day, months[i.From.Month], dayWords(i.To))
	}
	return dayWords(i.From) + " to " + dayWords(i.To)
}

// tells reports whether words name all of a time, in whatever order: those of
// "May 13, 2009" are those of "13 May 2009".
func tells(words, time string) bool {
	parts := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, part := range strings.Fields(strings.ToLower(time)) {
		if !slices.Contains(parts, part) {
			return false
		}
	}
	return true
}

// monthWords writes an interval of whole months.
func monthWords(i when.Interval) string {
	to := fmt.Sprintf("%s %d", months[i.To.Month], i.To.Year)
	switch {
	case i.From.Year != i.To.Year:
		return fmt.Sprintf("%s %d to %s", months[i.From.Month], i.From.Year, to)
	case i.From.Month != i.To.Month:
		return months[i.From.Month] + " to " + to
	}
	return to
}

// gapWords writes a distance in days as people say it: "4 years 3 months".
func gapWords(days int) string {
	years, rest := days/365, days%365
	month := rest / 30
	if month == 12 {
		years, month = years+1, 0
	}
	switch {
	case years == 0 && month == 0:
		return plural(days, "day")
	case years == 0:
		return plural(month, "month")
	case month == 0:
		return plural(years, "year")
	}
	return plural(years, "year") + " " + plural(month, "month")
}

// plural writes a count with its noun: "1 claim", "2 claims", "2 entries".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "ry"); ok {
		return fmt.Sprintf("%d %sries", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// sentenceCase makes a diagnostic's message a sentence. A name that is written in
// small letters at its head, as that of a site is, stays as it is.
func sentenceCase(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	head, _, _ := strings.Cut(s, " ")
	if s[0] >= 'a' && s[0] <= 'z' && !strings.ContainsAny(strings.TrimRight(head, ".,:;"), ".@/_ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		s = strings.ToUpper(s[:1]) + s[1:]
	}
	ending := strings.TrimRight(s, "”\"")
	if !strings.ContainsAny(s[len(s)-1:], ".!?") && !strings.HasSuffix(s, "…") && !strings.HasSuffix(ending, ".") {
		s += "."
	}
	return s
}

// curly turns the straight quotation marks of a rule's words into typographic
// ones: one behind a space or a bracket opens, any other closes.
func curly(s string) string {
	var b strings.Builder
	opens := true
	for _, r := range s {
		switch {
		case r != '"':
			b.WriteRune(r)
		case opens:
			b.WriteRune('“')
		default:
			b.WriteRune('”')
		}
		opens = r == ' ' || r == '(' || r == '['
	}
	return b.String()
}

// quoted returns article text on one line, at most limit characters of it, cut
// between words with an ellipsis. It looks at no more of the text than it needs.
func quoted(text string, limit int) string {
	text, rest := headOf(text, 16*limit)
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= limit && rest == "" {
		return string(runes)
	}
	cut := min(limit, len(runes))
	for back := min(cut, len(runes)-1); back > limit*3/4; back-- {
		if runes[back] == ' ' {
			cut = back
			break
		}
	}
	return strings.TrimRight(string(runes[:cut]), " ,;") + "…"
}

// headOf cuts text after at most n bytes, between two characters.
func headOf(text string, n int) (head, rest string) {
	if len(text) <= n {
		return text, ""
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n], text[n:]
}

// pluralWord is one of two words, by a count.
func pluralWord(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// times counts occurrences: "once", "3 times".
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// prefixed puts a prefix before s unless s is empty.
func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// listWords writes a list in words, and counts what comes after the eighth.
func listWords(list []string) string {
	switch {
	case len(list) == 0:
		return ""
	case len(list) == 1:
		return list[0]
	case len(list) > 8:
		return strings.Join(list[:8], ", ") + fmt.Sprintf(" and %d more", len(list)-8)
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

// distinct returns a list without what it has already held.
func distinct(list []string) []string {
	seen := make(map[string]bool, len(list))
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
