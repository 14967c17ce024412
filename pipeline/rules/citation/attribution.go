package citation

import (
	"regexp"
	"slices"
	"strings"

	"citevet/pipeline/article"
)

// beside returns the words of the sentence before a quotation and behind it, at
// most tagReach bytes of each.
func beside(a *article.Article, q article.Quotation) (before, after string) {
	first := a.Sentences[q.Sentence].Span.Start
	last := min(a.Blocks[a.Sentences[q.Sentence].Block].Span.End, q.Span.End+tagReach)
	before = a.Text[max(first, q.Span.Start-tagReach):q.Span.Start]
	after = a.Text[q.Span.End:max(q.Span.End, last)]
	return strings.ToLower(unwrapped(before)), strings.ToLower(unwrapped(after))
}

// unwrapped returns words, byte for byte, as they are read on one line: patterns
// have blanks, and where a paragraph is wrapped says nothing.
func unwrapped(words string) string { return strings.ReplaceAll(words, "\n", " ") }

// tagReach is how far from a quotation its "said Ida Holm" is looked for, in bytes.
const tagReach = 160

// saying are the verbs with which words are given as somebody's own.
var saying = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`said says saying told tells telling wrote writes writing written argued argues asked asks replied replies
		warned warns stated states stating announced declared insisted insists explained explains noted notes adding added remarked recalled
		recalls concluded concludes testified commented quipped joked responded observed described describes called calls praised
		criticised criticized lamented predicted put according`) {
		m[w] = true
	}
	return m
}()

// naming are words after which marks hold a name, a term or a motto.
var naming = regexp.MustCompile(`\b(?:dubbed|nicknamed|titled|entitled|subtitled|named|known as|called|motto|slogan|maxim|phrase|tagline|catchphrase|chant|proverb|headline|headlined|hymn|song|inscribed|inscription|resolution|sign reading|banner)(?:\s\S+){0,3}\s*$`)

// uttered reports whether the quotation is given as what somebody said or wrote,
// rather than a title, a term, a motto or the words of a law.
func uttered(a *article.Article, q article.Quotation, before string) bool {
	if naming.MatchString(before) && q.Speaker < 0 {
		return false
	}
	start := a.Sentences[q.Sentence].Span.Start
	at, _ := slices.BinarySearchFunc(a.Tokens, q.Span.Start, func(t article.Token, start int) int { return t.Span.Start - start })
	for i := at - 1; i >= max(0, at-tagWords) && a.Tokens[i].Span.Start >= start; i-- {
		if says(a, i, at) {
			return !statute(a, i)
		}
	}
	if strings.HasSuffix(a.Words(q.Words), ".") {
		return false // a sentence of its own follows
	}
	behind, _ := slices.BinarySearchFunc(a.Tokens, q.Span.End, func(t article.Token, end int) int { return t.Span.Start - end })
	for i := behind; i < min(len(a.Tokens), behind+tagWords/2) && !strings.ContainsAny(a.Words(a.Tokens[i].Span), ".;!?"); i++ {
		if says(a, i, len(a.Tokens)) {
			return true
		}
	}
	return false
}

// tagWords is how many words before a quotation its verb is looked for among.
const tagWords = 14

// says reports whether token i is such a verb, or begins an "according to" that
// ends before token end. "States" may be a noun.
func says(a *article.Article, i, end int) bool {
	word := strings.ToLower(a.Words(a.Tokens[i].Span))
	if word == "according" {
		return i+1 < end && a.Words(a.Tokens[i+1].Span) == "to"
	}
	return saying[word] && strings.HasPrefix(a.Tokens[i].Tag, "VB")
}

// statutes are texts that speak for themselves, by their articles and sections.
var statutes = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`article preamble section clause amendment treaty constitution act law charter statute bill paragraph rule oath
		pledge verse chapter psalm hadith directive regulation convention`) {
		m[w] = true
	}
	return m
}()

// statute reports whether what says something, before the verb at token verb, is a
// law or a scripture: "Article 4 says that", "the preamble of the charter states".
func statute(a *article.Article, verb int) bool {
	for i := verb - 1; i >= max(0, verb-4); i-- {
		word := a.Words(a.Tokens[i].Span)
		if word == "," || word == "." || word == "and" || word == "Bill" {
			return false
		}
		if statutes[strings.ToLower(word)] {
			return true
		}
	}
	return false
}

// numbered are the parts by which plays, series and lectures are cited in prose.
var numbered = regexp.MustCompile(`\b(?:episode|page|act|scene|canto|chapter|verse|lecture|sermon|track) (?:\d+|[ivxlc]+)\b`)

// firsthand finds words said to the authors themselves.
var firsthand = regexp.MustCompile(`\b(?:told|tells) (?:us|me|this (?:newspaper|paper|magazine|site|reporter)|the author)\b|\b(?:we|i) (?:asked|spoke|interviewed|met)\b|\b(?:when|as|while|before|after) (?:we|i) \p{L}`)

// located reports whether the words beside a quotation name such a part, or the
// authors as those who heard it, or brackets behind it say where it stands:
// "(Metaphysics 1025b)", "(p. 14)".
func located(before, after string) bool {
	if numbered.MatchString(before) || firsthand.MatchString(before) || firsthand.MatchString(after[:min(len(after), tagReach/2)]) {
		return true
	}
	inner, ok := strings.CutPrefix(strings.TrimLeft(after, " .,;"), "(")
	if !ok {
		return false
	}
	inner, _, _ = strings.Cut(inner, ")")
	return strings.ContainsAny(inner, "0123456789")
}

// samework finds a quotation's speaker named as a work that was introduced before.
var samework = regexp.MustCompile(`\b(?:the|this|same|its) (?:text|textbook|book|report|study|paper|article|survey|document|review|essay|letter|authors?)\b`)

// markedBefore reports whether a quotation is given to a work that was named
// before in its paragraph, and a marker stands there: "one handbook,[2] … the text
// concludes".
func markedBefore(a *article.Article, q article.Quotation, before string) bool {
	if !samework.MatchString(before) {
		return false
	}
	block := a.Sentences[q.Sentence].Block
	i, _ := slices.BinarySearchFunc(a.Citations, a.Blocks[block].Span.Start, func(c article.Citation, start int) int { return c.Span.Start - start })
	return i < len(a.Citations) && a.Citations[i].Span.End <= q.Span.Start
}

// printing are the words that name the place of a quotation in the sentence itself.
var printing = regexp.MustCompile(`\b(?:writing in|wrote in|wrote to|writing to|writes in|in an? (?:\S+ )?(?:letter|interview|speech|editorial|column|review|essay|statement|memo|address|article)|(?:his|her|their) (?:\S+ ){0,2}(?:letter|speech|diary|editorial|column|review|essay|autobiography|memoirs?|address))\b`)

// dated reports whether the sentence names a time before the quotation: together
// with the place it is a citation in prose.
func dated(a *article.Article, q article.Quotation) bool {
	sentence := a.Sentences[q.Sentence].Span
	i, _ := slices.BinarySearchFunc(a.Times, sentence.Start, func(t article.Time, start int) int { return t.Start - start })
	return i < len(a.Times) && a.Times[i].End <= q.Span.Start
}
