package extract

import (
	"regexp"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// Some write no list at all: each source stands in brackets behind its statement,
// "([The Coast Record, 2021](https://…))", with its address and its date. Such a
// link is marker and entry at once.

// inlineWords matches what such a link says: who, and when.
var inlineWords = regexp.MustCompile(`^[(\[]?(?:see\s)?(\pL[^()\[\]]{1,80}?),?\s\(?([^,()\[\]]*\b(?:1[89]|20)\d\d|\pL[\pL.]{2,9}\s\d{1,2},\s(?:19|20)\d\d)\)?[)\]]?$`)

// schemeInline is the scheme of markers that are their own entries.
const schemeInline = "inline"

// inlineSources finds the links of an article without a list that are marker and
// entry at once, in order. Links of the same words to the same address are one
// entry.
func inlineSources(doc *article.Document, sents []article.Sentence) ([]article.Reference, []article.Citation) {
	type source struct{ words, target string }
	known := map[source]int{}
	var refs []article.Reference
	var cites []article.Citation
	block := 0
	for _, l := range doc.Links {
		for block < len(doc.Blocks) && doc.Blocks[block].Span.End <= l.Span.Start {
			block++
		}
		if block == len(doc.Blocks) {
			break
		}
		marker, ok := inlineMarker(doc, doc.Blocks[block].Span, l.Span)
		if k := doc.Blocks[block].Kind; !ok || k == article.Heading || k == article.Code || k == article.Furniture || !strings.HasPrefix(l.Target, "http") {
			continue
		}
		key := source{strings.Join(strings.Fields(strings.Trim(doc.Text[l.Span.Start:l.Span.End], "()[] ")), " "), l.Target}
		n, met := known[key]
		if !met {
			r, ok := inlineEntry(doc, l, block)
			if !ok {
				continue
			}
			n = len(refs)
			known[key], refs = n, append(refs, r)
		}
		cites = append(cites, article.Citation{
			Span: l.Span, Marker: marker, Label: key.words, Reference: n, Block: block, Sentence: -1, Scheme: schemeInline,
		})
	}
	numberClusters(doc, cites)
	placeCitations(doc, sents, cites)
	return refs, cites
}

// inlineMarker returns the brackets that hold a link, alone or with others of its
// kind; ok is false where there are none.
func inlineMarker(doc *article.Document, block, link article.Span) (marker article.Span, ok bool) {
	words := doc.Text[link.Start:link.End]
	if n := len(words); n > 2 && (words[0] == '(' && words[n-1] == ')' || words[0] == '[' && words[n-1] == ']') {
		return link, true
	}
	from, to := link.Start, link.End
	for from > block.Start && from > link.Start-maxBracket && strings.IndexByte("([", doc.Text[from-1]) < 0 {
		if doc.Text[from-1] == ')' || doc.Text[from-1] == ']' {
			return article.Span{}, false
		}
		from--
	}
	for to < block.End && to < link.End+maxBracket && strings.IndexByte(")]", doc.Text[to]) < 0 {
		to++
	}
	if from == block.Start || to == block.End || from <= link.Start-maxBracket || to >= link.End+maxBracket {
		return article.Span{}, false
	}
	before, behind := strings.TrimSpace(doc.Text[from:link.Start]), doc.Text[link.End:to]
	if before != "" && !strings.HasSuffix(before, ";") && before != "see" || behind != "" && !strings.HasPrefix(behind, ";") {
		return article.Span{}, false
	}
	return article.Span{Start: from - 1, End: to + 1}, true
}

// longestInline is how many bytes the words of such a link may have.
const longestInline = 160

// inlineEntry reads a link's words as an entry: whose it is, and its date.
func inlineEntry(doc *article.Document, l article.Link, block int) (article.Reference, bool) {
	words := doc.Text[l.Span.Start:l.Span.End]
	if len(words) > longestInline {
		return article.Reference{}, false
	}
	m := inlineWords.FindStringSubmatchIndex(words)
	if m == nil {
		return article.Reference{}, false
	}
	if _, dateAlone := when.Parse(strings.Trim(words, "()[] "), when.Interval{}); dateAlone {
		return article.Reference{}, false // "(12 March 2021)" says of nobody
	}
	at := func(group int) article.Field {
		s := article.Span{Start: l.Span.Start + m[2*group], End: l.Span.Start + m[2*group+1]}
		return article.Field{Text: strings.Join(strings.Fields(doc.Text[s.Start:s.End]), " "), Span: s}
	}
	iv, ok := when.Parse(at(2).Text, when.Interval{})
	if !ok {
		return article.Reference{}, false
	}
	r := article.Reference{
		Span: l.Span, Block: block, Type: "webpage", Container: at(1),
		Published: article.DateField{Field: at(2), When: iv}, URL: article.Field{Text: l.Target, Span: l.Span},
	}
	if date, _, ok := dateInAddress(l.Target); ok {
		date.Span = l.Span
		r.URLDate = date
	}
	return r, true
}
