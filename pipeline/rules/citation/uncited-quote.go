package citation

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed uncited-quote.md
var uncitedQuotePage string

type uncitedQuoteOptions struct {
	Words int `json:"words" doc:"how many words a quotation has at least" min:"3" max:"100"`
}

var uncitedQuote = check.NewRule(check.Meta{
	Name:     "uncited-quote",
	Family:   "citation",
	Summary:  "a quotation carries no marker in an article that cites",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     uncitedQuotePage,
}, uncitedQuoteOptions{Words: fewestQuoted}, func(p *check.Pass, o uncitedQuoteOptions) {
	a := p.Article
	uncited := uncitedQuotes(a, coverageOf(a), o.Words)
	if len(uncited) == 0 {
		return
	}
	f := check.Finding{
		Span:    a.Quotations[uncited[0]].Span,
		Message: "a quotation carries no marker",
		Help:    "cite where the words were said or printed",
		Label:   "no marker",
	}
	if n := len(uncited); n > 1 {
		f.Message = fmt.Sprintf("%d quotations carry no marker", n)
	}
	for _, i := range uncited[1:] {
		f.Related = append(f.Related, check.Related{Span: a.Quotations[i].Span, Label: "no marker"})
	}
	p.Report(f)
})

// fewestQuoted is how many words make a quotation rather than a term or a word
// held at a distance.
const fewestQuoted = 6

// uncitedQuotes returns the quotations of somebody's words that no marker reaches
// in an article that cites throughout, none that stands within another.
func uncitedQuotes(a *article.Article, c coverage, fewest int) []int {
	if !c.thorough(a) || mixed(a) {
		return nil
	}
	elsewhere := citedWords(a, c)
	var uncited []int
	end, inProse := 0, -1
	for i, q := range a.Quotations {
		if q.Span.Start < end {
			continue
		}
		end = q.Span.End
		if q.Sentence < 0 || c.exempt[a.Sentences[q.Sentence].Block] || len(strings.Fields(a.Words(q.Words))) < fewest || reachesQuote(a, c, q) {
			continue
		}
		before, after := beside(a, q)
		if dated(a, q) && (printing.MatchString(before) || inProse == a.Sentences[q.Sentence].Block) {
			inProse = a.Sentences[q.Sentence].Block // a reply may leave out where it was printed
			continue
		}
		if uttered(a, q, before) && !statute(before) && !located(after) && !elsewhere[plainWords(a.Words(q.Words))] {
			uncited = append(uncited, i)
		}
	}
	return uncited
}

// reachesQuote reports whether a marker stands for any sentence of a quotation,
// or opens the block that follows, as where it is set off by itself.
func reachesQuote(a *article.Article, c coverage, q article.Quotation) bool {
	for s := q.Sentence; s < len(a.Sentences) && a.Sentences[s].Span.Start < q.Span.End; s++ {
		if c.reaches(a, s) {
			return true
		}
	}
	next := a.Sentences[q.Sentence].Block + 1
	return next < len(a.Blocks) && a.Blocks[next].Kind == article.Quote && c.block[next]
}

// citedWords returns the quotations for which a marker stands, as plain words.
func citedWords(a *article.Article, c coverage) map[string]bool {
	cited := map[string]bool{}
	for _, q := range a.Quotations {
		if q.Sentence >= 0 && reachesQuote(a, c, q) {
			cited[plainWords(a.Words(q.Words))] = true
		}
	}
	return cited
}

// plainWords returns words in lower case without marks, to tell that two
// quotations are the same.
func plainWords(words string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// beside returns the words of the sentence before a quotation and behind it, at
// most tagReach bytes of each.
func beside(a *article.Article, q article.Quotation) (before, after string) {
	first := a.Sentences[q.Sentence].Span.Start
	last := min(a.Blocks[a.Sentences[q.Sentence].Block].Span.End, q.Span.End+tagReach)
	before = a.Text[max(first, q.Span.Start-tagReach):q.Span.Start]
	after = a.Text[q.Span.End:max(q.Span.End, last)]
	return strings.ToLower(before), strings.ToLower(after)
}

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
// rather than a title, a term or a motto.
func uttered(a *article.Article, q article.Quotation, before string) bool {
	if naming.MatchString(before) && q.Speaker < 0 {
		return false
	}
	start := a.Sentences[q.Sentence].Span.Start
	at, _ := slices.BinarySearchFunc(a.Tokens, q.Span.Start, func(t article.Token, start int) int { return t.Span.Start - start })
	for i := at - 1; i >= max(0, at-tagWords) && a.Tokens[i].Span.Start >= start; i-- {
		if says(a, i, at) {
			return true
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

// statutes are texts that are cited by their own articles and sections, and the
// numbered parts by which plays, series and lectures are.
var statutes = regexp.MustCompile(`\b(?:(?:episode|page|act|scene|canto|lecture|sermon|track) (?:\d+|[ivxlc]+)|article|preamble|section|clause|amendment|treaty|constitution|act|law|charter|statute|bill|paragraph|rule|oath|pledge|verse|chapter|psalm|hadith)\b`)

// statute reports whether a law, a scripture or a series is quoted, by its parts.
func statute(before string) bool { return statutes.MatchString(before) }

// located reports whether brackets behind the quotation say where it stands:
// "(Metaphysics 1025b)", "(p. 14)".
func located(after string) bool {
	inner, ok := strings.CutPrefix(strings.TrimLeft(after, " .,;"), "(")
	if !ok {
		return false
	}
	inner, _, _ = strings.Cut(inner, ")")
	return strings.ContainsAny(inner, "0123456789")
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
