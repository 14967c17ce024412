package attack

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// after returns the edit that puts words behind a span of Text, and the area
// that a finding about them touches.
func (t *target) after(s article.Span, words string) (check.Edit, article.Span) {
	end := t.source(s).End
	return check.Edit{Span: article.Span{Start: end, End: end}, Text: words}, article.Span{Start: end - 1, End: end}
}

// atEnd returns the edit that says a sentence again in a paragraph of its own
// behind the last one of the article.
func (t *target) atEnd(sentence string) (check.Edit, article.Span) {
	all := t.paragraphs()
	return t.after(t.article.Blocks[all[len(all)-1]].Span, "\n\n"+sentence)
}

// paragraphs lists the paragraphs that sentences are read from.
func (t *target) paragraphs() []int {
	var list []int
	for _, s := range t.article.Sentences {
		if t.article.Blocks[s.Block].Kind == article.Paragraph && (len(list) == 0 || list[len(list)-1] != s.Block) {
			list = append(list, s.Block)
		}
	}
	return list
}

// fullDates lists the times that are one day, written with the month's name and
// without a weekday.
func (t *target) fullDates() []article.Time {
	var list []article.Time
	for _, at := range t.article.Times {
		words := t.article.Words(at.Core())
		if len(at.Readings) != 1 || !at.Readings[0].IsDay() || at.Readings[0].From.Year < 1950 || !t.plain(at.Core()) {
			continue
		}
		month := at.Readings[0].From.Month.String()
		rest, ok := cutMonth(words, month)
		if ok && strings.Contains(rest, strconv.Itoa(at.Readings[0].From.Year)) && !strings.ContainsFunc(rest, unicode.IsLetter) {
			list = append(list, at)
		}
	}
	return list
}

func cutMonth(words, month string) (rest string, ok bool) {
	before, after, ok := strings.Cut(words, month)
	return before + " " + after, ok
}

// wrongWeekdays puts the weekday of the day after next before a date.
func wrongWeekdays(t *target) []fault {
	var faults []fault
	for _, at := range t.fullDates() {
		day := at.Readings[0].From
		weekday := time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 2).Weekday().String()
		core := t.source(at.Core())
		faults = append(faults, fault{
			edits: []check.Edit{{Span: article.Span{Start: core.Start, End: core.Start}, Text: weekday + ", "}},
			areas: []article.Span{core}, words: weekday + ", " + t.article.Words(at.Core()),
		})
	}
	return faults
}

// impossibleDays makes a date the 31st of April of its year, written as it was.
func impossibleDays(t *target) []fault {
	var faults []fault
	for _, at := range t.fullDates() {
		year := at.Readings[0].From.Year
		words := fmt.Sprintf("31 April %d", year)
		if strings.HasPrefix(t.article.Words(at.Core()), at.Readings[0].From.Month.String()) {
			words = fmt.Sprintf("April 31, %d", year)
		}
		core := t.source(at.Core())
		faults = append(faults, fault{edits: []check.Edit{{Span: core, Text: words}}, areas: []article.Span{core}, words: words})
	}
	return faults
}

// earlyOffices says at the end of paragraphs that a president took office six
// years before the term began.
func earlyOffices(t *target) []fault {
	var faults []fault
	var sentences []string
	seen := map[string]bool{}
	for _, term := range t.almanac.Terms() {
		if term.Office == "president" && term.Country == "US" && term.Checked && term.When.From.Year > 1970 && !seen[term.Person] {
			sentences = append(sentences, fmt.Sprintf(" %s became president of the United States in %d.", term.Person, term.When.From.Year-6))
		}
		seen[term.Person] = true
	}
	for k, block := range t.paragraphs() {
		if len(sentences) == 0 {
			break
		}
		words := sentences[k%len(sentences)]
		edit, area := t.after(t.article.Blocks[block].Span, words)
		faults = append(faults, fault{edits: []check.Edit{edit}, areas: []article.Span{area}, words: strings.TrimSpace(words)})
	}
	return faults
}

// contradictedNumbers says a sentence with a number and its unit again at the
// end of the article, with another number.
func contradictedNumbers(t *target) []fault {
	var faults []fault
	for _, s := range t.article.Sentences {
		if !t.whole(s) {
			continue
		}
		for k := s.Tokens.From; k+1 < s.Tokens.To; k++ {
			number, next := t.article.Tokens[k], t.article.Tokens[k+1]
			words := t.article.Words(number.Span)
			value, err := strconv.Atoi(strings.ReplaceAll(words, ",", ""))
			if number.Tag != "CD" || err != nil || value < 12 || value > 999 && value < 2100 && !strings.Contains(words, ",") ||
				!strings.HasPrefix(next.Tag, "NN") || t.timed(number.Span) || t.cited(number.Span) {
				continue
			}
			other := strconv.Itoa(value + value/3 + 1)
			copied := t.article.Text[s.Span.Start:number.Span.Start] + other + t.article.Text[number.Span.End:s.Span.End]
			edit, area := t.atEnd(copied)
			faults = append(faults, fault{edits: []check.Edit{edit}, areas: []article.Span{area, t.source(s.Span)}, words: words + " and " + other})
			break
		}
	}
	return faults
}

// whole reports whether a sentence of a paragraph is one to be said again: not
// long, begun by a capital letter and ended by a full stop.
func (t *target) whole(s article.Sentence) bool {
	words := strings.TrimSpace(t.article.Words(s.Span))
	return t.article.Blocks[s.Block].Kind == article.Paragraph && len(words) > 40 && len(words) < 400 &&
		unicode.IsUpper(rune(words[0])) && strings.Contains(words, ".") && !strings.Contains(words, "\n") && t.plain(s.Span)
}

func (t *target) cited(s article.Span) bool {
	return slices.ContainsFunc(t.article.Citations, func(c article.Citation) bool { return c.Marker.Overlaps(s) })
}

// alteredQuotations gives a quotation of some length again at the end of the
// article, with its speaker's sentence, and drops a word from its middle.
func alteredQuotations(t *target) []fault {
	var faults []fault
	for _, q := range t.article.Quotations {
		i := slices.IndexFunc(t.article.Sentences, func(s article.Sentence) bool { return s.Span.Contains(q.Span) })
		if i < 0 || !t.whole(t.article.Sentences[i]) {
			continue
		}
		s := t.article.Sentences[i]
		words := strings.Fields(t.article.Words(q.Words))
		if len(words) < 9 {
			continue
		}
		k := len(words) / 2
		for k < len(words)-2 && len(words[k]) < 5 {
			k++
		}
		altered := strings.Join(slices.Delete(slices.Clone(words), k, k+1), " ")
		copied := t.article.Text[s.Span.Start:q.Words.Start] + altered + t.article.Text[q.Words.End:s.Span.End]
		edit, area := t.atEnd(copied)
		faults = append(faults, fault{edits: []check.Edit{edit}, areas: []article.Span{area, t.source(q.Span)}, words: "without “" + words[k] + "”"})
	}
	return faults
}
