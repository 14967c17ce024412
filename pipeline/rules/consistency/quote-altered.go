package consistency

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed quote-altered.md
var quoteAlteredPage string

var quoteAltered = check.NewRule(check.Meta{
	Name:     "quote-altered",
	Family:   "consistency",
	Summary:  "one quotation has two wordings",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     quoteAlteredPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	quotes := make([][]quotedWord, len(a.Quotations))
	onWording := sentencesOnWording(a)
	met := map[string][]int{} // some words in a row → the quotations that have them
	var order []int
	found := map[int]*check.Finding{} // by the quotation that was worded first
	first := make([]int, len(a.Quotations))
	for j, q := range a.Quotations {
		first[j] = j
		quotes[j] = wordsOf(a, q.Words)
		for _, i := range partners(quotes[j], met, j) {
			f, ok := altered(a, i, j, compare(quotes[i], quotes[j]))
			if !ok || (onWording(i) || onWording(j)) && !sameFrame(a, i, j) {
				continue
			}
			if first[j] = first[i]; found[first[i]] == nil {
				found[first[i]] = &f
				order = append(order, first[i])
			} else {
				found[first[i]].Related = append(found[first[i]].Related, check.Related{Span: q.Words, Label: f.Label})
			}
			break
		}
	}
	for _, i := range order {
		p.Report(*found[i])
	}
})

const (
	shingle      = 3 // words in a row that two wordings must share to be compared
	mostPartners = 8 // earlier quotations that one is compared with
	fewestShared = 6 // words in common of one quotation of one speaker
	mostChanged  = 3 // words that differ: more make another quotation
)

// partners returns the earlier quotations that share a run of words with this
// one, in order, and notes its own runs.
func partners(words []quotedWord, met map[string][]int, self int) []int {
	var found []int
	seen := map[int]bool{self: true}
	for k := 0; k+shingle <= len(words); k++ {
		var b strings.Builder
		for _, w := range words[k : k+shingle] {
			b.WriteString(w.form + " ")
		}
		key := b.String()
		for _, i := range met[key] {
			if !seen[i] && len(found) < mostPartners {
				seen[i] = true
				found = append(found, i)
			}
		}
		if list := met[key]; len(list) < mostPartners && (len(list) == 0 || list[len(list)-1] != self) {
			met[key] = append(list, self)
		}
	}
	return found
}

// altered reports whether quotation j is quotation i with other words, and says so.
func altered(a *article.Article, i, j int, c comparison) (check.Finding, bool) {
	p, q := a.Quotations[i], a.Quotations[j]
	who, same, ok := oneSpeaker(a, p, q)
	fewest, apart := fewestShared, 2
	switch {
	case q.Sentence < 0 || p.Sentence < 0 || p.Span.Overlaps(q.Span):
		return check.Finding{}, false
	case sameFrame(a, i, j):
		if same, ok = true, true; a.Sentences[p.Sentence].Block != a.Sentences[q.Sentence].Block {
			apart = 1 // within a paragraph the two may be answers to one question
		}
	case !same:
		fewest += 3
	}
	if !ok || q.Sentence-p.Sentence < apart {
		return check.Finding{}, false
	}
	if len(c.changes) == 0 && same {
		c = withEnd(a, p, q, c)
	}
	if len(c.changes) == 0 || c.matched < fewest || c.changed > mostChanged || 4*c.changed > c.matched || !c.held() {
		return check.Finding{}, false
	}
	here, there := said(a, c.changes[0].b), said(a, c.changes[0].a)
	f := check.Finding{
		Span:    q.Words,
		Message: fmt.Sprintf("a quotation%s is worded otherwise elsewhere: %s here, %s there", who, here, there),
		Help:    "take the words from the source, and mark what is left out or put in",
		Label:   here,
		Related: []check.Related{{Span: p.Words, Label: there}},
	}
	if len(c.changes[0].a) > 0 && len(c.changes[0].b) > 0 && len(c.changes) == 1 {
		f.Fixes = []check.Fix{reword(a, c.changes[0].b, c.changes[0].a), reword(a, c.changes[0].a, c.changes[0].b)}
	}
	return f, true
}

// fewestFraming is how many words a sentence needs around its quotation to be
// known by them.
const fewestFraming = 5

// sameFrame reports whether two quotations stand in one sentence that is said
// twice: all around them is the same, so that both are the same quotation.
func sameFrame(a *article.Article, i, j int) bool {
	p, q := frameOf(a, i), frameOf(a, j)
	return len(p) >= fewestFraming && slices.Equal(p, q)
}

// frameOf returns the words of the sentence around a quotation, markers left out;
// none of a sentence too long to be said twice.
func frameOf(a *article.Article, quotation int) []string {
	q := a.Quotations[quotation]
	sent := a.Sentences[q.Sentence]
	if sent.Tokens.To-sent.Tokens.From > 2*mostEchoed {
		return nil
	}
	var frame []string
	for _, t := range a.Tokens[sent.Tokens.From:sent.Tokens.To] {
		w := strings.ToLower(a.Words(t.Span))
		if !t.Span.Overlaps(q.Span) && strings.ContainsFunc(w, unicode.IsLetter) {
			frame = append(frame, w)
		}
	}
	return frame
}

// oneSpeaker reports whether two quotations can be of one speaker (ok), and
// whether the text names the speaker of both (same).
func oneSpeaker(a *article.Article, p, q article.Quotation) (who string, same, ok bool) {
	if p.Speaker < 0 || q.Speaker < 0 {
		return "", false, true
	}
	e, f := a.Entities[p.Speaker], a.Entities[q.Speaker]
	return " of " + f.Name, e.ID == f.ID, e.ID == f.ID
}

// withEnd makes a change of the last words of two quotations that both run to
// the end of a sentence.
func withEnd(a *article.Article, p, q article.Quotation, c comparison) comparison {
	if n, m := len(c.restA), len(c.restB); n == 0 || m == 0 || n > 2 || m > 2 || a.Sentences[p.Sentence].Block == a.Sentences[q.Sentence].Block {
		return c
	}
	if c.matched < fewestShared+1 || hasGap(c.restA) || hasGap(c.restB) || !endsSaid(a, p) || !endsSaid(a, q) {
		return c
	}
	c.changes = []change{{c.restA, c.restB}}
	c.changed = max(len(c.restA), len(c.restB))
	c.lead, c.trail = c.trail, 2
	return c
}

// endsSaid reports whether a quotation runs to the end of what was said: a mark
// of its own closes it.
func endsSaid(a *article.Article, q article.Quotation) bool {
	return strings.ContainsAny(a.Text[q.Words.End-1:min(len(a.Text), q.Span.End+1)], ".!?,")
}

// comparing words in a sentence tell that it sets wordings against each other.
var comparing = wordSet(`misquoted misquote misquotation misremembered originally version versions revised translated translation translates paraphrased paraphrase
	paraphrasing rephrased changed altered amended draft drafted wording lyrics chorus corrected rendered adapted parodied parody edited verse poem refrain
	rewritten instead replaced motto slogan oath`)

// sentencesOnWording returns what tells whether the text around a quotation
// speaks of its wording.
func sentencesOnWording(a *article.Article) func(quotation int) bool {
	on := make([]bool, len(a.Sentences))
	for i, s := range a.Sentences {
		for _, t := range a.Tokens[s.Tokens.From:s.Tokens.To] {
			on[i] = on[i] || comparing[strings.ToLower(a.Words(t.Span))]
		}
	}
	return func(quotation int) bool {
		s := a.Quotations[quotation].Sentence
		for k := max(0, s-1); k <= min(s+1, len(on)-1); k++ {
			if on[k] && a.Sentences[k].Block == a.Sentences[s].Block {
				return true
			}
		}
		return false
	}
}

// said returns the words of one side of a change, or that there are none.
func said(a *article.Article, side []quotedWord) string {
	if len(side) == 0 {
		return "nothing"
	}
	return "“" + oneLine(words(a, sideSpan(side))) + "”"
}

func sideSpan(side []quotedWord) article.Span { return side[0].span.Hull(side[len(side)-1].span) }

// reword writes one wording at the place of the other: which was said, the
// article does not tell.
func reword(a *article.Article, wrong, right []quotedWord) check.Fix {
	w := oneLine(words(a, sideSpan(right)))
	return check.Fix{Message: fmt.Sprintf("write “%s” in place of %s", w, said(a, wrong)), Edits: []check.Edit{{Span: sideSpan(wrong), Text: w}}}
}
