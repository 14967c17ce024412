package citation

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// numbering is an article's reference list as far as it can be numbered anew:
// one list, each entry with a number of its own, each marker leading to one.
type numbering struct {
	a     *article.Article
	entry map[int]int // index of the entry by its number
	order []int       // the numbers as the list gives them
}

// numberingOf returns the article's numbering. ok is false where another number
// would be wrong or lost somewhere: two lists, a marker without an entry or
// that is a link, a number that markup makes.
func numberingOf(a *article.Article) (n numbering, ok bool) {
	n = numbering{a: a, entry: map[int]int{}}
	for i, r := range a.References {
		if r.Label.IsZero() {
			continue
		}
		number, numeric := number(r.Label.Text)
		if _, twice := n.entry[number]; !numeric || twice || a.Words(r.Label.Span) != r.Label.Text || !verbatim(a, r.Label.Span) {
			return n, false
		}
		n.entry[number] = i
		n.order = append(n.order, number)
	}
	link := 0
	for _, c := range a.Citations {
		for link < len(a.Links) && a.Links[link].Span.End <= c.Marker.Start {
			link++
		}
		_, numeric := number(c.Label)
		if c.Reference < 0 || c.Flaw != "" || !numeric || !verbatim(a, c.Span) || link < len(a.Links) && a.Links[link].Span.Overlaps(c.Marker) {
			return n, false
		}
	}
	return n, len(n.order) > 0
}

// verbatim reports whether the file has the words of a span as they are read.
func verbatim(a *article.Article, s article.Span) bool {
	start, end := a.SourceSpan(s)
	return end-start == s.Len() && string(a.Source[start:end]) == a.Words(s)
}

// markers returns the edits that write the new numbers into the markers.
func (n numbering) markers(to map[int]int) []check.Edit {
	var edits []check.Edit
	all := n.a.Citations
	for i := 0; i < len(all); {
		span := all[i].Span
		var numbers []int
		for ; i < len(all) && all[i].Span == span; i++ {
			old, _ := number(all[i].Label)
			numbers = append(numbers, to[old])
		}
		slices.Sort(numbers)
		words := n.a.Words(span)
		if now := writeNumbers(slices.Compact(numbers), words); now != words {
			edits = append(edits, check.Edit{Span: span, Text: now})
		}
	}
	return edits
}

// labels returns the edits that write the new numbers before the entries.
func (n numbering) labels(to map[int]int) []check.Edit {
	var edits []check.Edit
	for _, old := range n.order {
		if to[old] != old {
			edits = append(edits, check.Edit{Span: n.a.References[n.entry[old]].Label.Span, Text: strconv.Itoa(to[old])})
		}
	}
	return edits
}

// body returns the place of an entry's words behind its number.
func (n numbering) body(number int) article.Span {
	r := n.a.References[n.entry[number]]
	return article.Span{Start: r.Label.Span.End, End: r.Span.End}
}

// raised are the digits of markers that stand above the line.
var raised = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// writeNumbers writes sorted numbers in the manner of the words they replace:
// with their dash, where there is one, and their kind of digits.
func writeNumbers(numbers []int, words string) string {
	dash := strings.Trim(words, "0123456789")
	if r, _ := utf8.DecodeRuneInString(words); r >= utf8.RuneSelf {
		var parts []string
		for _, n := range numbers {
			parts = append(parts, raised.Replace(strconv.Itoa(n)))
		}
		return strings.Join(parts, ",")
	}
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for dash != "" && j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		part := strconv.Itoa(numbers[i])
		if j > i {
			part += dash + strconv.Itoa(numbers[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// byNumber finds what speaks of entries by their numbers or places outside any
// marker: "see reference 4", "ibid.".
var byNumber = regexp.MustCompile(`(?i)\b(?:refs?\.?|references?|footnotes?|notes?|sources?|entry|entries)\s(?:nos?\.?\s?)?[\[(]?\d|\b(?:ibid|op\.\s?cit|loc\.\s?cit|idem|supra)\b`)

// spokenOf reports whether words of the article, markers aside, speak of entries
// by number or place, so that no program can number it anew unseen. A bracket with
// a number in an entry is one too.
func spokenOf(a *article.Article) bool {
	label := 0
	for _, m := range byNumber.FindAllStringIndex(a.Text, -1) {
		for label < len(a.References) && a.References[label].Label.Span.End < m[1] {
			label++
		}
		// "References" above the first entry's number names no entry.
		if label == len(a.References) || !a.References[label].Label.Span.Overlaps(article.Span{Start: m[0], End: m[1]}) {
			return true
		}
	}
	return slices.ContainsFunc(a.References, func(r article.Reference) bool {
		from := r.Span.Start
		if !r.Label.IsZero() {
			from = r.Label.Span.End
		}
		return bracketed.MatchString(a.Text[from:max(from, r.Span.End)])
	})
}

var bracketed = regexp.MustCompile(`\[\d{1,3}\]`)
