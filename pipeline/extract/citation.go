package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"citevet/pipeline/article"
)

// The schemes of markers.
const (
	schemeNumber      = "number"
	schemeSuperscript = "superscript"
	schemeFootnote    = "footnote"
	schemeAuthorYear  = "author-year"
)

// findCitations finds the markers in doc's body and the entries they lead to, in
// order. A bracket that is no surely meant marker is passed over: "[sic]", a
// year, an index, an enumeration.
func findCitations(doc *article.Document, sents []article.Sentence, refs []article.Reference) []article.Citation {
	s := newMarkerScan(doc, refs)
	for i, b := range doc.Blocks {
		switch b.Kind {
		case article.Entry, article.Code, article.Furniture:
		default:
			s.block(i)
		}
	}
	s.settleAgreed()
	s.settleLost()
	slices.SortStableFunc(s.found, func(a, b article.Citation) int {
		return cmp.Or(cmp.Compare(a.Marker.Start, b.Marker.Start), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	numberClusters(doc, s.found)
	placeCitations(doc, sents, s.found)
	return s.found
}

// markerScan is what the scan for markers knows of the article and has found.
type markerScan struct {
	doc     *article.Document
	labels  map[string]int // entry by label; the first where several carry it
	numbers []int          // numeric labels, sorted
	notes   bool           // some label is a footnote's, "^1"
	works   workIndex      // entries by author and year
	refs    []article.Reference

	authors    map[string]int // entry without label by its first authors' names
	unlabelled int            // how many entries have none

	text  string // of the block
	base  int    // its offset in doc.Text
	index int    // of the block
	links []article.Link

	found    []article.Citation
	round    []article.Citation // "(1)" that closes a statement
	amid     []article.Citation // "(1)" and "(2–4)" amid one
	member   article.Citation   // the last member of an enumeration, "(2)"
	carets   []article.Citation // "^1^"
	paged    []article.Citation // "(Marsh 41)"
	lost     []lostCitation     // "(Lane et al., 2018)" without an entry
	square   bool               // some number in square brackets leads to an entry
	expanded int                // citations made within ranges
}

func newMarkerScan(doc *article.Document, refs []article.Reference) *markerScan {
	s := &markerScan{doc: doc, labels: make(map[string]int), authors: make(map[string]int), refs: refs}
	for i := range refs {
		label := refs[i].Label.Text
		s.works.add(i, &refs[i]) // some cite numbered entries by author and year as well
		if label == "" {
			s.fileAuthors(i, &refs[i])
			s.unlabelled++
			continue
		}
		if _, ok := s.labels[label]; ok {
			continue
		}
		s.labels[label] = i
		if n, ok := smallNumber(label); ok {
			s.numbers = append(s.numbers, n)
		}
		s.notes = s.notes || label[0] == '^'
	}
	slices.Sort(s.numbers)
	return s
}

// numberLabel is the label of the n-th entry of a numbered list.
func numberLabel(n int) string { return strconv.Itoa(n) }

// smallNumber reads one to six digits.
func smallNumber(digits string) (int, bool) {
	if len(digits) == 0 || len(digits) > 6 || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil
}

// block scans one block.
func (s *markerScan) block(i int) {
	b := s.doc.Blocks[i]
	s.index, s.base, s.text = i, b.Span.Start, s.doc.Text[b.Span.Start:b.Span.End]
	s.links = linksWithin(s.doc, b.Span)
	for at := 0; at < len(s.text); {
		at = max(s.at(at), at+1)
	}
}

// at tries a marker at byte i, and returns where the scan goes on.
func (s *markerScan) at(i int) int {
	if end, ok := s.linkAt(i); ok {
		return end
	}
	switch c := s.text[i]; {
	case c == '[':
		return s.squareAt(i)
	case c == '(':
		return s.roundAt(i)
	case c == '^':
		return s.caretAt(i)
	case c == 0xC2 || c == 0xE2 || c == 0xE3: // the first bytes of superscripts and "【"
		if strings.HasPrefix(s.text[i:], "【") {
			return s.lenticularAt(i)
		}
		return s.superscriptAt(i)
	case c == 'h' || c == 'H' || c == 'w':
		return addressEnd(s.text, i)
	}
	return i
}

// linkAt passes over a link that begins at i, unless its text is a marker: then
// it is read as one, with or without brackets.
func (s *markerScan) linkAt(i int) (int, bool) {
	for len(s.links) > 0 && s.links[0].Span.Start-s.base < i {
		s.links = s.links[1:]
	}
	if len(s.links) == 0 || s.links[0].Span.Start-s.base != i {
		return i, false
	}
	end := s.links[0].Span.End - s.base
	words := s.text[i:end]
	if strings.HasPrefix(words, "[") || strings.HasPrefix(words, "^") {
		return i, false
	}
	inner := strings.Trim(words, " ,")
	if _, ok := s.labels[inner]; !ok {
		return end, len(words) > 0
	}
	if _, ok := smallNumber(inner); ok && len(inner) == len(words) {
		from, to := i, end
		if i > 0 && s.text[i-1] == '[' && end < len(s.text) && s.text[end] == ']' {
			from, to = i-1, end+1
		}
		s.add(span{i, end}, span{from, to}, inner, schemeNumber, "")
		s.square = true
	}
	return end, true
}

// add appends the citation of label at the place at within the bracket marker.
func (s *markerScan) add(at, marker span, label, scheme, flaw string) {
	ref, ok := s.labels[label]
	if !ok {
		ref = -1
	}
	s.found = append(s.found, s.citation(at, marker, label, ref, scheme, flaw))
}

func (s *markerScan) citation(at, marker span, label string, ref int, scheme, flaw string) article.Citation {
	return article.Citation{
		Span:   article.Span{Start: s.base + at.from, End: s.base + at.to},
		Marker: article.Span{Start: s.base + marker.from, End: s.base + marker.to},
		Label:  label, Reference: ref, Block: s.index, Sentence: -1, Scheme: scheme, Flaw: flaw,
	}
}

// numberClusters gives each run of adjacent markers its number.
func numberClusters(doc *article.Document, cites []article.Citation) {
	cluster := 0
	for i := range cites {
		if i > 0 && !adjacentMarkers(doc, &cites[i-1], &cites[i]) {
			cluster++
		}
		cites[i].Cluster = cluster
	}
}

// adjacentMarkers reports whether nothing, white space or a comma parts two markers.
func adjacentMarkers(doc *article.Document, a, b *article.Citation) bool {
	if a.Block != b.Block {
		return false
	}
	if b.Marker.Start < a.Marker.End {
		return true
	}
	between := doc.Text[a.Marker.End:b.Marker.Start]
	return len(between) <= 8 && strings.Trim(between, " ,;\n\u00a0\u200b") == ""
}

// placeCitations finds the sentence of each citation: the one around it, or the one it
// closes from behind ("… in 2012. [3] The next").
func placeCitations(doc *article.Document, sents []article.Sentence, cites []article.Citation) {
	at := 0
	for i := range cites {
		c := &cites[i]
		if i > 0 && cites[i-1].Cluster == c.Cluster {
			c.Sentence = cites[i-1].Sentence
			continue
		}
		for at < len(sents) && sents[at].Span.Start <= c.Marker.Start {
			at++
		}
		k := at - 1
		if k < 0 || sents[k].Block != c.Block {
			continue
		}
		if opensSentence(doc, sents, k, c) && k > 0 && sents[k-1].Block == c.Block {
			k--
		}
		c.Sentence = k
	}
}

// opensSentence reports whether nothing stands between the sentence's beginning
// and the marker.
func opensSentence(doc *article.Document, sents []article.Sentence, k int, c *article.Citation) bool {
	return strings.TrimSpace(doc.Text[sents[k].Span.Start:c.Marker.Start]) == "" && c.Scheme != schemeAuthorYear
}
