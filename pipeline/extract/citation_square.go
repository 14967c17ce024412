package extract

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxBracket bounds the bytes between the brackets of one marker.
const maxBracket = 400

// maxExpanded bounds how many citations ranges may add to one article.
const maxExpanded = 50_000

// markerItem is one number, range or label between a marker's brackets.
type markerItem struct {
	at       span
	from, to string // equal but for a range
}

// squareAt reads "[1]", "[1, 3–5]", "[^note]" at i.
func (s *markerScan) squareAt(i int) int {
	end := bracketEnd(s.text, i, '[', ']')
	if end < 0 || i > 0 && s.text[i-1] == '\\' {
		return i + 1
	}
	inner := s.text[i+1 : end]
	if strings.HasPrefix(inner, "[") { // "[[1]]", a link around a marker
		return i + 1
	}
	marker := span{i, end + 1}
	if label := strings.TrimSpace(inner); strings.HasPrefix(label, "^") {
		if s.notes && !strings.ContainsAny(label, " \n") {
			s.add(span{i + 1, end}, marker, label, schemeFootnote, "")
		}
		return end + 1
	}
	items, ok := markerItems(inner, i+1)
	if !ok || s.indexed(i, end+1) || !s.meant(items) {
		return i + 1
	}
	for _, item := range items {
		s.addItem(item, marker, schemeNumber)
	}
	return end + 1
}

// bracketEnd returns where the bracket closes that opens at i, or -1: on the same
// level, within maxBracket bytes.
func bracketEnd(text string, i int, open, closing byte) int {
	stop := min(len(text), i+maxBracket)
	for j := i + 1; j < stop; j++ {
		switch text[j] {
		case closing:
			return j
		case open:
			if j > i+1 {
				return -1
			}
		}
	}
	return -1
}

// markerItems cuts what stands between brackets into numbers, ranges and labels.
// A locator may close it: "[12, pp. 3–4]".
func markerItems(inner string, base int) ([]markerItem, bool) {
	var items []markerItem
	for from := 0; from <= len(inner); {
		to := len(inner)
		if i := strings.IndexAny(inner[from:], ",;"); i >= 0 {
			to = from + i
		}
		part := strings.Trim(inner[from:to], " \n\u00a0")
		start := from + strings.Index(inner[from:to], part)
		at := span{base + start, base + start + len(part)}
		switch item, ok := markerItemOf(part, at); {
		case ok:
			items = append(items, item)
		case len(items) > 0 && isLocator(part):
			return items, true
		default:
			return nil, false
		}
		from = to + 1
	}
	return items, len(items) > 0
}

// markerItemOf reads "3", "3–5" or a label such as "Roe84".
func markerItemOf(part string, at span) (markerItem, bool) {
	if part == "" || len(part) > 40 {
		return markerItem{}, false
	}
	for i, r := range part {
		switch r {
		case '-', '–', '—', '‑', '‐', '−':
			from, to := strings.TrimSpace(part[:i]), strings.TrimSpace(part[i+utf8.RuneLen(r):])
			_, ok1 := smallNumber(from)
			_, ok2 := smallNumber(to)
			if ok1 && ok2 {
				return markerItem{at, from, to}, true
			}
		}
	}
	if strings.ContainsAny(part, " \n") {
		return markerItem{}, false
	}
	return markerItem{at, part, part}, true
}

// isLocator reports whether words name pages or a part: "p. 12", "ch. 3".
func isLocator(words string) bool {
	for _, name := range []string{"p.", "pp.", "ch.", "sec.", "§", "fig.", "table ", "chapter ", "section ", "page ", "pages ", "p ", "pp "} {
		if hasFold(words, name) {
			return true
		}
	}
	return false
}

// meant reports whether items are surely a marker: each is an entry's label, or a
// number of up to three digits that a numbered list could have.
func (s *markerScan) meant(items []markerItem) bool {
	for _, item := range items {
		if !s.mayBeLabel(item.from) || !s.mayBeLabel(item.to) {
			return false
		}
	}
	return true
}

func (s *markerScan) mayBeLabel(label string) bool {
	if _, ok := s.labels[label]; ok {
		return true
	}
	n, ok := smallNumber(label)
	return ok && n > 0 && len(label) <= 3 && label[0] != '0' && len(s.numbers) > 0
}

// indexed reports whether the bracket at i is the index of an array in code-like
// text: "a[1] = 2", "row_count[3]", "args[0].name".
func (s *markerScan) indexed(i, end int) bool {
	from := i
	for from > 0 && (isWordByte(s.text[from-1]) || s.text[from-1] == '_' || s.text[from-1] == '.') {
		from--
	}
	word := s.text[from:i]
	if word == "" || strings.HasSuffix(word, ".") {
		return false
	}
	if strings.Contains(word, "_") || len(word) == 1 && 'b' <= word[0] && word[0] <= 'z' {
		return true
	}
	behind := strings.TrimLeft(s.text[end:], " ")
	if behind == "" {
		return false
	}
	glued := len(behind) == len(s.text)-end
	switch {
	case behind[0] == '=' || strings.HasPrefix(behind, "+=") || strings.HasPrefix(behind, "++"):
		return true
	case glued && behind[0] == '(':
		return len(behind) < 2 || behind[1] < '0' || behind[1] > '9' // "fn[1](x)", not "Acme[1](2020)"
	case glued && behind[0] == '.' && len(behind) > 1:
		return unicode.IsLower(firstRuneOf(behind[1:]))
	}
	return false
}

// addItem adds the citations of one item: of a range its ends and the labels that
// exist between them.
func (s *markerScan) addItem(item markerItem, marker span, scheme string) {
	if _, ok := s.labels[item.from]; ok {
		s.square = true
	}
	if item.from == item.to {
		s.add(item.at, marker, item.from, scheme, "")
		return
	}
	from, _ := smallNumber(item.from)
	to, _ := smallNumber(item.to)
	if from > to {
		flaw := fmt.Sprintf("the range %d–%d runs backwards", from, to)
		s.add(item.at, marker, item.from, scheme, flaw)
		s.add(item.at, marker, item.to, scheme, flaw)
		return
	}
	s.add(item.at, marker, item.from, scheme, "")
	k, _ := slices.BinarySearch(s.numbers, from+1)
	for ; k < len(s.numbers) && s.numbers[k] < to && s.expanded < maxExpanded; k++ {
		s.add(item.at, marker, strconv.Itoa(s.numbers[k]), scheme, "")
		s.expanded++
	}
	s.add(item.at, marker, item.to, scheme, "")
}

// lenticularAt reads "【4†source】", as language models write it.
func (s *markerScan) lenticularAt(i int) int {
	from := i + len("【")
	end := strings.Index(s.text[from:min(len(s.text), from+maxBracket)], "】")
	if end < 0 {
		return i + 1
	}
	digits, _, _ := strings.Cut(s.text[from:from+end], "†")
	digits, _, _ = strings.Cut(digits, ":")
	to := from + end + len("】")
	if _, ok := s.labels[digits]; ok && digits != "" {
		s.add(span{from, from + len(digits)}, span{i, to}, digits, schemeNumber, "")
		s.square = true
	}
	return to
}
