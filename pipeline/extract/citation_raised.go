package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// superscriptAt reads raised numbers at i: "word¹", "end.¹²", "word¹,³". They are
// markers only where every number is an entry's label and what stands before is
// a word or a mark, not a number, a unit or a formula.
func (s *markerScan) superscriptAt(i int) int {
	end := i
	type raised struct {
		at    span
		label string
	}
	var labels []raised
	for {
		n := raisedLen(s.text[end:])
		if n == 0 {
			break
		}
		labels = append(labels, raised{span{end, end + n}, plainDigits(s.text[end : end+n])})
		end += n
		next := s.text[end:]
		sep := len(next) - len(strings.TrimLeft(next, ",˒ ̓ʼ⁻⁾⁽"))
		if sep == 0 || sep > 3 || raisedLen(next[sep:]) == 0 {
			break
		}
		end += sep
	}
	if len(labels) == 0 {
		return i + 1
	}
	if !s.raisedContext(i) {
		return end
	}
	for _, l := range labels {
		if _, ok := s.labels[l.label]; !ok {
			return end
		}
	}
	for _, l := range labels {
		s.add(l.at, span{i, end}, l.label, schemeSuperscript, "")
	}
	return end
}

// raisedLen returns the length of the superscript digits that text begins with.
func raisedLen(text string) int {
	n := 0
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if !strings.ContainsRune(superscripts, r) || r == utf8.RuneError {
			break
		}
		n += size
	}
	return n
}

// raisedContext reports whether a raised number at i can be a marker.
func (s *markerScan) raisedContext(i int) bool {
	if len(s.numbers) == 0 || i == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s.text[:i])
	if !unicode.IsLetter(before) {
		return strings.ContainsRune(".,;:!?)”\"’»…%", before)
	}
	from := i
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(s.text[:from])
		if !unicode.IsLetter(r) {
			break
		}
		if from -= n; i-from > 64 {
			return true
		}
	}
	word := s.text[from:i]
	if utf8.RuneCountInString(word) < 3 || units[word] {
		return false
	}
	prev, _ := utf8.DecodeLastRuneInString(s.text[:from])
	return !unicode.IsDigit(prev) && prev != '^' && prev != '_'
}

// units of more than two letters that are raised to a power.
var units = map[string]bool{"metres": false, "mol": true, "nmi": true, "log": true, "sin": true, "cos": true, "tan": true, "sec": true, "min": true, "exp": true, "kmh": true, "rad": true}

// roundAt reads "(1)", "(1, 3)" and author-year markers at i.
func (s *markerScan) roundAt(i int) int {
	end := bracketEnd(s.text, i, '(', ')')
	if end < 0 {
		return i + 1
	}
	if s.works.size > 0 && s.authorYearAt(i, end) {
		return end + 1
	}
	items, ok := markerItems(s.text[i+1:end], i+1)
	if !ok || len(s.numbers) == 0 || !s.closesStatement(i, end+1) {
		return i + 1
	}
	for _, item := range items {
		if _, ok := s.labels[item.from]; !ok || item.from != item.to || len(item.from) > 3 {
			return i + 1
		}
	}
	for _, item := range items {
		s.round = append(s.round, s.citation(item.at, span{i, end + 1}, item.from, s.labels[item.from], schemeNumber, ""))
	}
	return end + 1
}

// closesStatement reports whether the round bracket stands behind a word and
// before a mark, as a marker does; "(1) the first, (2) the second" does not.
func (s *markerScan) closesStatement(i, end int) bool {
	before := strings.TrimRight(s.text[:i], " ")
	if before == "" {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	if strings.ContainsRune(".!?”\"", r) {
		return true
	}
	if !unicode.IsLetter(r) && r != ')' && r != '%' {
		return false
	}
	return end >= len(s.text) || strings.IndexByte(".,;:!?", s.text[end]) >= 0 || s.text[end] == '('
}

// settleRound keeps numbers in round brackets only where the article has none in
// square ones.
func (s *markerScan) settleRound() {
	if s.square {
		return
	}
	s.found = append(s.found, s.round...)
}

// authorYearAt reads "(Roe, 2020; Doe & Poe 2019)" and the year of "Roe (2020)".
// Every part must fit exactly one entry, or none is a marker.
func (s *markerScan) authorYearAt(i, end int) bool {
	inner := s.text[i+1 : end]
	if !hasYear(inner) {
		return false
	}
	if cut := strings.TrimSpace(inner); len(cut) >= 4 && isYear(cut[:4]) {
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
		if ref, ok := s.works.named(names, year); ok {
			at := i + 1 + strings.Index(s.text[i+1:end], year)
			s.found = append(s.found, s.citation(span{at, at + len(year)}, span{i, end + 1}, names+" "+year, ref, schemeAuthorYear, ""))
			return true
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
		if unicode.IsUpper(firstRuneOf(word)) || particles[word] {
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

// workIndex finds entries by authors and year.
type workIndex struct {
	byKey map[workKey][]keyedWork
	size  int
}

// workKey is a folded list of family names with a year.
type workKey struct{ names, year string }

// keyedWork is an entry under one of its keys: with all authors or the first few,
// with the year as printed or without its letter.
type keyedWork struct {
	ref          int
	whole, exact bool
}

// add files an entry.
func (x *workIndex) add(i int, r *article.Reference) {
	if x.byKey == nil {
		x.byKey = make(map[workKey][]keyedWork)
	}
	year := yearWords(r.Published.Text)
	if year == "" || len(r.Authors) == 0 {
		return
	}
	x.size++
	names := ""
	for k, a := range r.Authors[:min(len(r.Authors), maxKeyNames)] {
		names += foldLetters(strings.TrimPrefix(a.Family+a.Literal, "The "))
		whole := k == len(r.Authors)-1
		x.file(workKey{names, year}, keyedWork{i, whole, true})
		if plain := year[:4]; plain != year {
			x.file(workKey{names, plain}, keyedWork{i, whole, false})
		}
	}
}

// maxKeyNames is how many authors a short form names at most.
const maxKeyNames = 5

func (x *workIndex) file(key workKey, w keyedWork) { x.byKey[key] = append(x.byKey[key], w) }

// cited reads "Roe & Doe, 2020a, p. 3" and returns the entry it means.
func (x *workIndex) cited(words string) (int, bool) {
	for _, lead := range []string{"see also ", "see ", "e.g., ", "e.g. ", "cf. ", "See ", "as cited in ", "also "} {
		words = strings.TrimPrefix(words, lead)
	}
	before, year, behind := cutYear(words)
	if year == "" || len(before) > 160 || !pagesLike(behind) {
		return 0, false
	}
	return x.named(before, year)
}

// named returns the one entry by these authors of that year. Where several fit,
// the one with no further authors, or with the year just so, is meant.
func (x *workIndex) named(names, year string) (int, bool) {
	list, others := cutOthers(strings.Trim(names, " ,("))
	key := workKey{foldNames(list), year}
	if key.names == "" {
		return 0, false
	}
	works := x.byKey[key]
	for _, keep := range []func(keyedWork) bool{
		func(keyedWork) bool { return true },
		func(w keyedWork) bool { return w.exact },
		func(w keyedWork) bool { return w.whole != others },
		func(w keyedWork) bool { return w.exact && w.whole != others },
	} {
		found, n := 0, 0
		for _, w := range works {
			if keep(w) {
				found, n = w.ref, n+1
			}
		}
		if n == 1 {
			return found, true
		}
	}
	return 0, false
}

// foldNames folds a short form's names: without the words that join them and
// without initials.
func foldNames(list string) string {
	var b strings.Builder
	for _, w := range strings.Fields(strings.NewReplacer(",", " ", "&", " ").Replace(list)) {
		if w == "and" || w == "und" || w == "et" || w == "y" || w == "The" || isInitials(w) && strings.Contains(w, ".") {
			continue
		}
		b.WriteString(foldLetters(w))
	}
	return b.String()
}
