package extract

import (
	"strings"
	"unicode"
)

// authorYearAt reads "(Roe, 2020; Doe & Poe 2019)" and the year of "Roe (2020)".
// A part that fits none is a marker where its form and the article's others say so.
func (s *markerScan) authorYearAt(i, end int) bool {
	inner := s.text[i+1 : end]
	if !hasYear(inner) {
		return false
	}
	if cut := strings.TrimSpace(inner); len(cut) >= 4 && isYearDigits(cut[:4]) {
		return s.narrativeAt(i, end)
	}
	marker := span{i, end + 1}
	found := false
	for from := 0; from <= len(inner); {
		to := len(inner)
		if k := strings.IndexByte(inner[from:], ';'); k >= 0 {
			to = from + k
		}
		part := strings.Trim(inner[from:to], " \n")
		start := i + 1 + from + strings.Index(inner[from:to], part)
		if ref, ok := s.works.cited(part); ok {
			s.found = append(s.found, s.citation(span{start, start + len(part)}, marker, part, ref, schemeAuthorYear, ""))
			found = true
		} else {
			s.lose(part, span{start, start + len(part)}, marker)
		}
		from = to + 1
	}
	return found
}

// narrativeAt reads "Roe and Doe (2020)": the names before the bracket at i.
func (s *markerScan) narrativeAt(i, end int) bool {
	year := yearWords(s.text[i+1 : end])
	head := strings.TrimRight(s.text[max(0, i-maxNarrative):i], " ")
	if !strings.HasSuffix(s.text[:i], " ") && len(head) == i {
		return false
	}
	starts := wordStarts(head)
	for _, from := range starts {
		names := strings.TrimSuffix(strings.TrimSuffix(head[from:], "’s"), "'s")
		if ref, ok := s.works.named(names, year); ok && s.refs[ref].Label.IsZero() { // "Roe (2020) found it [3]" names a work, and cites by number
			at := i + 1 + strings.Index(s.text[i+1:end], year)
			s.found = append(s.found, s.citation(span{at, at + len(year)}, span{i, end + 1}, names+" "+year, ref, schemeAuthorYear, ""))
			return true
		}
	}
	if n := len(starts); n > 0 && year != "" {
		at := i + 1 + strings.Index(s.text[i+1:end], year)
		if names := head[starts[n-1]:]; strings.HasSuffix(names, " et al.") {
			s.lose(names+" "+year, span{at, at + len(year)}, span{i, end + 1})
		}
	}
	return false
}

// maxNarrative bounds, in bytes, the names before "(2020)".
const maxNarrative = 90

// wordStarts returns where the words begin that may open the names at the end of
// head, the farthest first.
func wordStarts(head string) []int {
	var starts []int
	for i := len(head); i > 0; {
		j := strings.LastIndexByte(head[:i], ' ') + 1
		word := head[j:i]
		if word == "" || strings.ContainsAny(word, "()[]\"“”:;") {
			break
		}
		if unicode.IsUpper(firstRuneOf(word)) || nameParticles[word] {
			starts = append([]int{j}, starts...)
		} else if word != "and" && word != "&" && word != "et" && word != "al." && word != "of" && word != "for" && word != "the" {
			break
		}
		if j == 0 || len(starts) > 8 {
			break
		}
		i = j - 1
	}
	return starts
}
