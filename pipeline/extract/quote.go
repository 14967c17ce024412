package extract

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

const (
	// fewestQuoted is how many words a quotation has at least, unless a verb of
	// speech stands with it: fewer are a word held at a distance, or a term.
	fewestQuoted = 3
	// deepestQuote is how many quotations may stand within one another; marks
	// beyond that are read as part of the innermost.
	deepestQuote = 4
	// farthestClose is how many bytes ahead of an apostrophe a better closing
	// mark is looked for.
	farthestClose = 400
)

// closers are the marks that close what each mark opens. Straight marks close
// what they open; the rest is the custom of the languages whose marks they are.
var closers = map[rune]string{
	'"': `"`, '“': `”“"`, '„': "“”", '«': "»", '»': "«", '‘': "’", '‚': "‘’", '‹': "›", '\'': "'", '「': "」", '『': "』",
}

// findQuotations returns what the article quotes, in order, with its speakers.
// Sentences, tokens and entities of a must be there.
func findQuotations(a *article.Article) []article.Quotation {
	q := quoter{a: a}
	open := false
	for i, b := range a.Blocks {
		switch b.Kind {
		case article.Paragraph, article.ListItem, article.Quote:
			from := len(q.found)
			open = q.read(b.Span, i+1 < len(a.Blocks) && opensCurly(a.Text[a.Blocks[i+1].Span.Start:]), open)
			q.attribute(from)
		}
	}
	kept := q.found[:0]
	for _, f := range q.found {
		if f.keep(a.Text) {
			kept = append(kept, f)
		}
	}
	quotations := make([]article.Quotation, 0, len(kept))
	for _, f := range kept {
		quotations = append(quotations, f.Quotation)
	}
	return quotations
}

// opensCurly reports whether a paragraph begins with an opening mark, as each
// but the first of a quotation does that goes over several.
func opensCurly(text string) bool { return strings.HasPrefix(text, "“") }

// quoted is a quotation with what was found out about it.
type quoted struct {
	article.Quotation
	told      bool // a verb of speech stands with it, whoever spoke
	apart     bool // the verb's clause is set off from it by a comma or a colon
	continued bool // from the paragraph before
	within    int  // index of the quotation it stands in, -1
}

// quoter finds the quotations of an article.
type quoter struct {
	a     *article.Article
	found []quoted
}

// openMark is a mark that waits for its closing one.
type openMark struct {
	mark  rune
	at    int // bytes of Text
	after int
}

// read finds the quotations of one block. The next block going on with one that
// is open here makes this one end with the block, which is returned.
func (q *quoter) read(span article.Span, next, continues bool) (open bool) {
	text, first := q.a.Text, len(q.found)
	var stack []openMark
	for i := span.Start; i < span.End; {
		r, n := utf8.DecodeRuneInString(text[i:span.End])
		if !strings.ContainsRune(`"“”„«»‘’‚‹›'「」『』`, r) {
			i += n
			continue
		}
		c := closing{text: text[span.Start:span.End], at: i - span.Start, mark: r, size: n}
		if k := c.closes(stack); k >= 0 {
			q.add(article.Span{Start: stack[k].at, End: i + n}, article.Span{Start: stack[k].after, End: i})
			stack = stack[:k]
		} else if len(stack) < deepestQuote && c.opens(stack) {
			stack = append(stack, openMark{r, i, i + n})
		}
		i += n
	}
	if next && len(stack) > 0 && stack[0].mark == '“' {
		q.add(article.Span{Start: stack[0].at, End: span.End}, article.Span{Start: stack[0].after, End: span.End})
		open = true
	}
	q.nest(first)
	if continues && first < len(q.found) && q.found[first].Span.Start == span.Start {
		q.found[first].continued = true
	}
	return open
}

// add notes a quotation, unless it has no words.
func (q *quoter) add(span, words article.Span) {
	inner := q.a.Text[words.Start:words.End]
	words.Start += len(inner) - len(strings.TrimLeftFunc(inner, unicode.IsSpace))
	words.End -= len(inner) - len(strings.TrimRightFunc(inner, unicode.IsSpace))
	if words.Start >= words.End {
		return
	}
	sentence := sort.Search(len(q.a.Sentences), func(i int) bool { return q.a.Sentences[i].Span.End > span.Start })
	if sentence == len(q.a.Sentences) || !q.a.Sentences[sentence].Span.Overlaps(span) {
		sentence = -1
	}
	q.found = append(q.found, quoted{Quotation: article.Quotation{Span: span, Words: words, Speaker: -1, Sentence: sentence}, within: -1})
}

// nest puts the quotations from first on in order, and says which stands in which.
func (q *quoter) nest(first int) {
	list := q.found[first:]
	sort.Slice(list, func(i, j int) bool { return list[i].Span.Start < list[j].Span.Start })
	var around []int
	for i := range list {
		for len(around) > 0 && q.found[around[len(around)-1]].Span.End <= list[i].Span.Start {
			around = around[:len(around)-1]
		}
		if len(around) > 0 {
			list[i].within = around[len(around)-1]
		}
		around = append(around, first+i)
	}
}

// keep reports whether f is a quotation rather than a word held at a distance or
// the title of a work.
func (f *quoted) keep(text string) bool {
	if f.told && f.apart {
		return true
	}
	words := strings.Fields(text[f.Words.Start:f.Words.End])
	count, titled := 0, startsUpper(words[0])
	for _, w := range words {
		if strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			count++
		}
		titled = titled && !(startsLower(w) && len(w) > len("with"))
	}
	last, _ := utf8.DecodeLastRuneInString(words[len(words)-1])
	return count >= fewestQuoted && (!titled || isEndOfWords(last) && last != ',' || f.told || f.continued)
}

// closing is a mark in its place.
type closing struct {
	text string // of the block
	at   int
	mark rune
	size int
}

// closes returns which of the open marks this one closes, -1 where none.
func (c *closing) closes(stack []openMark) int {
	before, after := c.beside()
	if before == 0 || unicode.IsSpace(before) && c.mark != '»' && c.mark != '«' {
		return -1
	}
	for k := len(stack) - 1; k >= 0; k-- {
		if !strings.ContainsRune(closers[stack[k].mark], c.mark) {
			continue
		}
		switch {
		case c.mark == '\'' && (isWordRune(after) || !isEndOfWords(before)):
			return -1 // an apostrophe more likely
		case c.mark == '’' && (isWordRune(after) || before == 's' && c.closedLater()):
			return -1
		case c.mark == '“' && (stack[k].mark != '„' || isWordRune(after)) && !isEndOfWords(before):
			return -1
		}
		return k
	}
	return -1
}

// closedLater reports whether a mark that can only close, behind a comma or the
// like, follows before another opens: the apostrophe here is then a possessive's.
func (c *closing) closedLater() bool {
	rest := c.text[c.at+c.size:]
	var before rune
	for i, r := range rest[:min(len(rest), farthestClose)] {
		switch {
		case r == '‘':
			return false
		case r == '’' && isEndOfWords(before) && i > 0:
			return true
		}
		before = r
	}
	return false
}

// opens reports whether the mark can open a quotation.
func (c *closing) opens(stack []openMark) bool {
	if closers[c.mark] == "" {
		return false
	}
	before, after := c.beside()
	if after == 0 || unicode.IsSpace(after) && c.mark != '«' || isWordRune(before) {
		return false
	}
	for _, o := range stack {
		if o.mark == c.mark && c.mark != '“' {
			return false
		}
	}
	return c.mark != '\'' || unicode.IsUpper(after) && (before == 0 || unicode.IsSpace(before) || strings.ContainsRune(`("“`, before))
}

// beside returns the characters before and after the mark, 0 at the block's ends.
func (c *closing) beside() (before, after rune) {
	if c.at > 0 {
		before, _ = utf8.DecodeLastRuneInString(c.text[:c.at])
	}
	if end := c.at + c.size; end < len(c.text) {
		after, _ = utf8.DecodeRuneInString(c.text[end:])
	}
	return before, after
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isEndOfWords reports whether r closes words: a mark typed the wrong way round
// stands behind one.
func isEndOfWords(r rune) bool { return strings.ContainsRune(",.!?…", r) }
