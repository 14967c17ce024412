package citation

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// fewestMarkers is how many markers show that an article means to cite.
const fewestMarkers = 3

// coverage says which sentences and blocks are reached by a marker, and which
// blocks need none.
type coverage struct {
	sentence []bool // a marker stands in it or closes it
	block    []bool // a marker closes the block, or heads the cell, the list or the section
	exempt   []bool // summaries and leads repeat what is cited elsewhere, a plot is its own source
	last     []int  // of each block, the last sentence that a marker reaches; -1 is none
}

func coverageOf(a *article.Article) coverage {
	c := coverage{make([]bool, len(a.Sentences)), make([]bool, len(a.Blocks)), exemptBlocks(a), make([]int, len(a.Blocks))}
	closing := make([]int, len(a.Blocks))
	for i, s := range a.Sentences {
		closing[s.Block] = i
	}
	for i := range c.last {
		c.last[i] = -1
	}
	marked := make([]bool, len(a.Blocks))
	rows := map[[2]int]bool{} // tables often keep a column for the markers
	for _, m := range a.Citations {
		b := a.Blocks[m.Block]
		marked[m.Block] = true
		rows[[2]int{b.Table, b.Row}] = true
		if m.Sentence >= 0 {
			c.sentence[m.Sentence] = true
			c.last[m.Block] = max(c.last[m.Block], m.Sentence)
		}
		if m.Sentence < 0 || m.Sentence == closing[m.Block] {
			c.block[m.Block] = true
		}
	}
	linked := linkedSentences(a)
	for i, s := range a.Sentences {
		if linked[i] || namesWork(a.Words(s.Span)) {
			c.sentence[i] = true
			c.last[s.Block] = max(c.last[s.Block], i)
		}
	}
	for i, b := range a.Blocks {
		switch {
		case b.Kind == article.Cell || b.Kind == article.TableHead:
			c.block[i] = rows[[2]int{b.Table, b.Row}] || b.ColumnHead >= 0 && marked[b.ColumnHead]
		case b.Section >= 0 && marked[b.Section]:
			c.block[i] = true
		}
	}
	c.coverLists(a, marked)
	c.coverLeadIns(a)
	return c
}

// coverLeadIns lets the marker that closes a passage set off by itself stand for the
// paragraph that leads into it: "The captain wrote:" and, below, his words.
func (c *coverage) coverLeadIns(a *article.Article) {
	for i := len(a.Blocks) - 2; i >= 0; i-- {
		next := a.Blocks[i+1].Kind
		if (next == article.Paragraph || next == article.Quote) && c.block[i+1] && introduces(a, i) {
			c.block[i] = true
		}
	}
}

// linkedSentences returns the sentences that link to a page below a site's front: a
// citation too, where the writer puts sources both below and behind the words. A
// link to an encyclopedia explains a word.
func linkedSentences(a *article.Article) []bool {
	linked := make([]bool, len(a.Sentences))
	for _, l := range a.Links {
		if !deepLink.MatchString(l.Target) || strings.Contains(l.Target, "wikipedia.org/") {
			continue
		}
		i, _ := slices.BinarySearchFunc(a.Sentences, l.Span.Start, func(s article.Sentence, at int) int { return s.Span.End - at - 1 })
		if i < len(linked) && a.Sentences[i].Span.Contains(l.Span) {
			linked[i] = true
		}
	}
	return linked
}

// deepLink finds the address of a page that is not its site's first.
var deepLink = regexp.MustCompile(`^https?://[^/]+/(?:[^/]+/+[^/]|[^/]*[-.\d][^/]*$)`)

// namesWork reports whether words hold author and year, or author and page, in
// brackets: a citation too, though the list may lack its entry.
func namesWork(words string) bool { return workInBrackets.MatchString(unwrapped(words)) }

var workInBrackets = regexp.MustCompile(`\((?:see |cf\. |qtd\. in )?\p{Lu}[\p{L}.&'’ -]{1,60},? (?:\d{4}[a-z]?|n\.d\.|in press|forthcoming|p{1,2}\. ?\d+|\d{1,3})[^()]{0,60}\)`)

// coverLists spreads markers over lists: one that closes the words which
// introduce the list, one on its last item alone, and those of a line of
// sources below it.
func (c *coverage) coverLists(a *article.Article, marked []bool) {
	for i := 0; i < len(a.Blocks); {
		if a.Blocks[i].Kind != article.ListItem {
			i++
			continue
		}
		first, items := i, 0
		for i < len(a.Blocks) && a.Blocks[i].Kind == article.ListItem {
			if marked[i] {
				items++
			}
			i++
		}
		lead := first > 0 && c.block[first-1] && introduces(a, first-1)
		below := i < len(a.Blocks) && marked[i] && namesSources(a.Words(a.Blocks[i].Span))
		if lead || below || items == 1 && marked[i-1] {
			for k := first; k < i; k++ {
				c.block[k] = true
			}
		}
		if first > 0 && items > 0 && introduces(a, first-1) {
			c.block[first-1] = true // what the list proves it proves in its items
		}
	}
}

// introduces reports whether block i ends with a colon, markers aside.
func introduces(a *article.Article, i int) bool {
	return a.Blocks[i].Kind == article.Paragraph && strings.HasSuffix(strings.TrimRight(plainEnd(a, a.Blocks[i].Span), " \t\n"), ":")
}

// namesSources reports whether words are a line such as "Source: [4]".
func namesSources(words string) bool {
	words = strings.ToLower(words)
	return strings.HasPrefix(words, "source") || strings.HasPrefix(words, "data from") || strings.HasPrefix(words, "data:")
}

// plainEnd returns a block's text up to the markers that close it.
func plainEnd(a *article.Article, s article.Span) string {
	text := a.Text[s.Start:s.End]
	for strings.HasSuffix(text, "]") {
		text = strings.TrimRight(text[:max(0, strings.LastIndexByte(text, '['))], " \t\n")
	}
	return text
}

// covers reports whether a marker may stand for a claim: at it, in its sentence or
// later in its paragraph, in its row or its list.
func (c coverage) covers(a *article.Article, claim article.Claim) bool {
	return len(claim.Citations) > 0 || c.block[claim.Block] || claim.Sentence >= 0 && c.last[claim.Block] >= claim.Sentence
}

// reaches reports whether a marker may stand for a sentence: in it, later in its
// paragraph, or in the table that it introduces.
func (c coverage) reaches(a *article.Article, sentence int) bool {
	block := a.Sentences[sentence].Block
	if c.block[block] || c.last[block] >= sentence {
		return true
	}
	next := block + 1
	return next < len(a.Blocks) && a.Blocks[next].Table > 0
}

// thorough reports whether the article cites by habit: it has markers enough, and
// in most of its paragraphs that need one. Where few carry any, one more without
// is no exception.
func (c coverage) thorough(a *article.Article) bool {
	if len(a.Citations) < fewestMarkers {
		return false
	}
	paragraphs, cited, block := 0, 0, -1
	for _, s := range a.Sentences {
		if s.Block == block || c.exempt[s.Block] || a.Blocks[s.Block].Kind != article.Paragraph {
			continue
		}
		block = s.Block
		paragraphs++
		if c.block[block] || c.last[block] >= 0 {
			cited++
		}
	}
	return cited >= 2 && cited*2 > paragraphs
}

// exemptBlocks marks the blocks that by custom carry no markers: summaries,
// which repeat, the lead of an article in sections, which announces, quotes,
// sections whose source is the work they tell of, and the methods and results of
// authors who report their own research.
func exemptBlocks(a *article.Article) []bool {
	out := make([]bool, len(a.Blocks))
	own := firstPerson(a)
	sections := 0
	for i, b := range a.Blocks {
		if b.Kind == article.Heading && i > 0 {
			sections++
		}
	}
	for i, b := range a.Blocks {
		lead := b.Section <= 0 // under the title or under nothing
		switch {
		case b.Kind == article.Heading:
			// A part of an exempt section is exempt; sections stand before their parts.
			words := a.Words(b.Span)
			out[i] = i > 0 && (b.Section >= 0 && out[b.Section] || unsourced(words) || summarises(words) || own && researches(words))
			continue
		case b.Kind == article.Quote, b.Kind == article.Furniture, lead && sections >= 2:
			out[i] = true
		case b.Section >= 0:
			out[i] = out[b.Section]
		}
		out[i] = out[i] || summarises(firstWords(a.Text[b.Span.Start:b.Span.End]))
	}
	for i, b := range a.Blocks {
		out[i] = out[i] || b.Kind == article.Heading
	}
	return out
}

// summarises reports whether a heading, or the words a paragraph begins with,
// announce what is said elsewhere.
func summarises(words string) bool {
	words = strings.ToLower(words)
	for _, w := range []string{"summary", "in sum", "conclusion", "in conclusion", "concluding", "abstract", "introduction", "overview",
		"key takeaways", "takeaways", "to sum up", "closing", "methodology", "discussion", "recommendations", "in short,", "overall,"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// unsourced reports whether a section of this heading carries no markers by
// custom: it retells a work, lists works, or points elsewhere.
func unsourced(heading string) bool {
	heading = strings.ToLower(strings.Trim(heading, " \n:.#0123456789"))
	if strings.HasSuffix(heading, "characters") || strings.HasPrefix(heading, "plot ") ||
		strings.Contains(heading, "bibliography") || strings.Contains(heading, "further reading") {
		return true
	}
	switch heading {
	case "plot", "plot summary", "synopsis", "story", "storyline", "premise", "cast", "cast and characters", "track listing", "track list",
		"personnel", "credits", "lyrics", "episodes", "contents", "gallery", "see also", "external links", "notes", "filmography",
		"discography", "works", "selected works", "publications", "appendix", "glossary", "example", "examples", "worked example":
		return true
	}
	return false
}

// fewestFirstPerson is how many sentences with "we" show that the authors tell of
// themselves.
const fewestFirstPerson = 3

// firstPerson reports whether the article is told by those who did what it tells.
func firstPerson(a *article.Article) bool {
	sentences := 0
	for _, s := range a.Sentences {
		for _, t := range a.Tokens[s.Tokens.From:s.Tokens.To] {
			if word := a.Words(t.Span); (word == "We" || word == "we" || word == "Our" || word == "our") && !quoted(a, t.Span) {
				sentences++
				break
			}
		}
	}
	return sentences >= fewestFirstPerson
}

// researches reports whether a section of this heading tells what its authors did
// and found.
func researches(heading string) bool {
	heading = strings.ToLower(heading)
	for _, w := range []string{"result", "method", "finding", "experiment", "evaluation", "data", "procedure", "participants", "sample", "survey", "analysis", "limitation", "interviews"} {
		if strings.Contains(heading, w) {
			return true
		}
	}
	return false
}

// firstWords returns the beginning of s, enough to see how it sets in.
func firstWords(s string) string {
	end := min(len(s), 16)
	for end > 0 && end < len(s) && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}
