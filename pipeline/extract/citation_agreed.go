package extract

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// "(1)", "^1^" and "(Marsh 41)" are markers in some articles and something else in
// most. They are gathered first, and believed only where all of them together
// agree with the list of references.

// roundAt reads "(1)", "(1, 3–5)", "(Marsh 41)" and author-year markers at i.
func (s *markerScan) roundAt(i int) int {
	end := bracketEnd(s.text, i, '(', ')')
	if end < 0 {
		return i + 1
	}
	if s.works.size > 0 && s.authorYearAt(i, end) || s.authorPageAt(i, end) {
		return end + 1
	}
	items, ok := markerItems(s.text[i+1:end], i+1)
	if !ok || len(s.numbers) == 0 {
		return i + 1
	}
	cites, ok := s.listed(items, span{i, end + 1}, schemeNumber)
	if !ok {
		return i + 1
	}
	ranged := slices.ContainsFunc(items, func(m markerItem) bool { return m.from != m.to })
	switch {
	case !ranged && s.closesStatement(i, end+1):
		s.round = append(s.round, cites...)
	case len(cites) == 1 && s.enumerates(i) && s.dropEnumerated(items[0].from):
	case s.amidStatement(i), s.closesFigure(i, end+1):
		s.amid = append(s.amid, cites...)
	default:
		return i + 1
	}
	return end + 1
}

// listed returns the citations of items between brackets, all of which must be
// entries' labels of up to three digits, and their ranges run forwards.
func (s *markerScan) listed(items []markerItem, marker span, scheme string) ([]article.Citation, bool) {
	var cites []article.Citation
	for _, item := range items {
		from, ok := smallNumber(item.from)
		to, also := smallNumber(item.to)
		if !ok || !also || to < from || len(item.to) > 3 || to-from > maxRoundRange {
			return nil, false
		}
		k, _ := slices.BinarySearch(s.numbers, from)
		for n := from; n <= to; n++ {
			if k >= len(s.numbers) || s.numbers[k] != n {
				return nil, false
			}
			for k < len(s.numbers) && s.numbers[k] == n {
				k++
			}
		}
		if s.expanded += to - from; s.expanded > maxExpanded {
			return nil, false
		}
		for n := from; n <= to; n++ {
			label := numberLabel(n)
			cites = append(cites, s.citation(item.at, marker, label, s.labels[label], scheme, ""))
		}
	}
	return cites, true
}

// maxRoundRange is how many entries a range in round brackets may span: "(3–40)"
// are rather ages or scores.
const maxRoundRange = 20

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

// closesFigure reports whether the round bracket stands between a number and the
// mark that ends its clause: "in September 2024 (2)." It may explain the number
// as well, so that only agreement with the list tells.
func (s *markerScan) closesFigure(i, end int) bool {
	before := strings.TrimRight(s.text[max(0, i-40):i], " ")
	return before != "" && isDigit(before[len(before)-1]) && (end >= len(s.text) || strings.IndexByte(".,;:!?", s.text[end]) >= 0)
}

// enumerates reports whether the bracket at i may number a member of a list within
// a sentence: it stands behind a mark, or the word that leads to the last member.
func (s *markerScan) enumerates(i int) bool {
	before := strings.TrimRight(s.text[max(0, i-40):i], " ")
	if before == "" {
		return true
	}
	word := strings.ToLower(lastWord(before))
	return strings.IndexByte(",;:", before[len(before)-1]) >= 0 || word == "and" || word == "or"
}

// dropEnumerated reports whether label opens an enumeration of this block or goes
// on with one, and takes back the number that opened it.
func (s *markerScan) dropEnumerated(label string) bool {
	n, _ := smallNumber(label)
	before := numberLabel(n - 1)
	if n == 1 {
		s.member = article.Citation{Label: label, Block: s.index}
		return true
	}
	if k := len(s.amid) - 1; k >= 0 && s.amid[k].Block == s.index && s.amid[k].Label == before {
		s.amid = s.amid[:k]
	} else if s.member.Block != s.index || s.member.Label != before {
		return false
	}
	s.member = article.Citation{Label: label, Block: s.index}
	return true
}

// amidStatement reports whether a bracket at i may be a marker in the middle of a
// sentence: it stands behind a word that no number belongs to.
func (s *markerScan) amidStatement(i int) bool {
	before := strings.TrimRight(s.text[max(0, i-40):i], " ")
	r, _ := utf8.DecodeLastRuneInString(before)
	if !unicode.IsLetter(r) && !strings.ContainsRune(")%”\",;", r) {
		return false
	}
	word := strings.ToLower(strings.TrimRight(lastWord(before), "."))
	return !numberedThings[word]
}

// numberedThings are words whose number stands in brackets behind them.
var numberedThings = map[string]bool{
	"eq": true, "eqs": true, "equation": true, "equations": true, "formula": true, "table": true, "figure": true, "fig": true, "section": true, "step": true, "steps": true, "phase": true, "type": true, "class": true,
	"group": true, "part": true, "article": true, "example": true, "appendix": true, "stage": true, "level": true, "model": true, "rule": true, "case": true, "item": true, "condition": true, "hypothesis": true, "question": true,
	"theorem": true, "lemma": true, "page": true, "line": true, "paragraph": true, "option": true, "is": true, "are": true, "in": true, "from": true, "by": true, "see": true, "of": true, "to": true, "with": true, "at": true, "between": true, "than": true,
}

// caretAt reads "^1^" and "^2,3–5^" at i, as Pandoc's Markdown raises numbers.
func (s *markerScan) caretAt(i int) int {
	const longest = 40
	n := strings.IndexByte(s.text[i+1:min(len(s.text), i+longest)], '^')
	if n < 1 || !s.raisedContext(i) {
		return i + 1
	}
	end := i + 1 + n
	items, ok := markerItems(s.text[i+1:end], i+1)
	if !ok {
		return i + 1
	}
	cites, ok := s.listed(items, span{i, end + 1}, schemeSuperscript)
	if !ok {
		return i + 1
	}
	s.carets = append(s.carets, cites...)
	return end + 1
}

// authorPage matches "Marsh 41", "Doe and Poe 12–14, 30" and, of a work without
// pages, "Kerr".
var authorPage = regexp.MustCompile(`^(?:qtd\. in )?(\p{Lu}[^\d,;:()"“”]{1,60}?)(?:,? (\d{1,4}(?:[-–]\d{1,4})?(?:, \d{1,4}(?:[-–]\d{1,4})?)*))?$`)

// authorPageAt reads "(Marsh 41; Doe and Poe 12)" and "(Kerr)" at i: each part names
// the first authors of exactly one entry without a label, and pages of it, if any.
func (s *markerScan) authorPageAt(i, end int) bool {
	if len(s.authors) == 0 {
		return false
	}
	var cites []article.Citation
	for from := i + 1; from <= end; {
		to := end
		if k := strings.IndexByte(s.text[from:end], ';'); k >= 0 {
			to = from + k
		}
		part := strings.Trim(s.text[from:to], " \n")
		m := authorPage.FindStringSubmatch(part)
		if m == nil || isYearDigits(m[2]) || isMonth(m[1]) {
			return false
		}
		names, _ := cutOthers(m[1])
		ref, ok := s.authors[foldNames(names)]
		if !ok || ref < 0 {
			return false
		}
		at := from + strings.Index(s.text[from:to], part)
		cites = append(cites, s.citation(span{at, at + len(part)}, span{i, end + 1}, part, ref, schemeAuthorYear, ""))
		from = to + 1
	}
	s.paged = append(s.paged, cites...)
	return true
}

// fileAuthors files an entry without a label under its first authors; -1 stands
// for names that several entries share.
func (s *markerScan) fileAuthors(i int, r *article.Reference) {
	names := ""
	for _, a := range r.Authors[:min(len(r.Authors), maxKeyNames)] {
		names += foldLetters(a.Family + a.Literal)
		if names == "" {
			return
		}
		if _, shared := s.authors[names]; shared {
			s.authors[names] = -1
			continue
		}
		s.authors[names] = i
	}
}

// settleAgreed keeps what agrees with the list, unless the article has numbers in
// square brackets.
func (s *markerScan) settleAgreed() {
	if s.square {
		return
	}
	round := slices.Concat(s.round, s.amid)
	slices.SortStableFunc(round, func(a, b article.Citation) int { return cmp.Compare(a.Marker.Start, b.Marker.Start) })
	switch {
	case s.agree(round):
		s.found = append(s.found, round...)
	case 2*len(firstUses(s.round)) >= len(s.numbers):
		s.found = append(s.found, s.round...)
	}
	if s.agree(s.carets) {
		s.found = append(s.found, s.carets...)
	}
	if used := len(firstUses(s.paged)); used >= 2 && 2*used >= s.unlabelled && len(s.found) == 0 {
		s.found = append(s.found, s.paged...)
	}
}

// firstUses returns the entries that citations lead to, in the order of first use.
func firstUses(cites []article.Citation) []int {
	seen := map[int]bool{}
	var order []int
	for _, c := range cites {
		if !seen[c.Reference] {
			seen[c.Reference] = true
			order = append(order, c.Reference)
		}
	}
	return order
}

// agree reports whether citations, in order, are those of a list numbered from 1
// by first use: four labels of five occur, and nearly all of them in turn.
func (s *markerScan) agree(cites []article.Citation) bool {
	n := len(s.numbers)
	if n < 3 || s.numbers[0] != 1 || s.numbers[n-1] != n {
		return false
	}
	order := firstUses(cites)
	back := 0
	for i := 1; i < len(order); i++ {
		if order[i] < order[i-1] {
			back++
		}
	}
	return 5*len(order) >= 4*n && 5*back <= len(order)
}
