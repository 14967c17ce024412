package source

import (
	"strings"

	"citevet/pipeline/article"
)

// support says which entries stand behind which claims.
type support struct {
	a        *article.Article
	behind   [][]int // by claim: its entries, -1 for a marker that leads nowhere
	claimsOf [][]int // by entry: the claims it stands behind
}

func supportOf(a *article.Article) *support {
	s := &support{a, make([][]int, len(a.Claims)), make([][]int, len(a.References))}
	for c := range a.Claims {
		for _, n := range a.Claims[c].Citations {
			r := a.Citations[n].Reference
			s.behind[c] = append(s.behind[c], r)
			if r >= 0 {
				s.claimsOf[r] = append(s.claimsOf[r], c)
			}
		}
	}
	return s
}

// alone returns the claims that stand on the entry and on nothing but entries of
// its kind.
func (s *support) alone(entry int, kind func(entry int) bool) []int {
	var claims []int
	for _, c := range s.claimsOf[entry] {
		only := true
		for _, r := range s.behind[c] {
			only = only && r >= 0 && kind(r)
		}
		if only {
			claims = append(claims, c)
		}
	}
	return claims
}

// around returns the words that a claim stands among: its sentence, or its cell.
func (s *support) around(claim int) string {
	c := s.a.Claims[claim]
	span := c.Span
	if c.Sentence >= 0 && c.Sentence < len(s.a.Sentences) {
		span = s.a.Sentences[c.Sentence].Span
	}
	return s.a.Text[span.Start:span.End]
}

// states reports whether a claim is put as the article's own: not as what
// someone said, wrote or thinks, and not in somebody's words.
func (s *support) states(claim int) bool {
	switch s.a.Claims[claim].Mood {
	case article.Opinion, article.Reported, article.Hypothetical:
		return false
	}
	return !attributed(s.around(claim))
}

// attributed reports whether a sentence says whose words or view it gives, or quotes.
func attributed(sentence string) bool {
	if strings.ContainsAny(sentence, "\"“”«»„") {
		return true
	}
	words := wordsIn(sentence)
	for i, w := range words {
		if speech[w] || w == "according" && i+1 < len(words) && words[i+1] == "to" {
			return true
		}
	}
	return false
}

// speech are words by which a sentence hands what it tells to someone.
var speech = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`said says say saying stated states told tells wrote writes written writing argued argues argue arguing
		believes believed believe thinks thought claimed claims asserted asserts contended contends maintained maintains suggested suggests
		noted notes remarked observed observes opined commented comments described describes describing called calls criticised criticized
		criticises criticizes criticism critics critic praised praises warned warns urged urges predicted predicts estimated estimates
		considers considered views viewed view opinion opinions editorial editorials column columnist columnists commentator commentators
		commentary essay argument quoted quotes quote announced announces announcement tweeted tweets tweet posted posts post declared
		declares explained explains insisted insists dismissed dismisses accused accuses alleged alleges questioned endorsed endorses
		characterised characterized regarded labelled labeled dubbed recalled recounts stating interview statement response replied
		denied denies confirmed confirms reported reportedly allegedly supposedly`) {
		m[w] = true
	}
	return m
}()

// mentions reports whether a sentence holds one of an entry's own names: its
// author's, its outlet's, or the name that its domain gives itself. Words of the
// source about itself need nobody else's.
func (s *support) mentions(claim int, x *address) bool {
	r := &s.a.References[x.reference]
	joined := strings.Join(wordsIn(s.around(claim)), " ")
	padded := " " + joined + " "
	names := []string{x.label(), r.Container.Text, r.Publisher.Text}
	for _, n := range r.Authors {
		names = append(names, n.Family, n.Literal)
	}
	for _, n := range names {
		if key := strings.Join(wordsIn(n), " "); len(key) > 2 && strings.Contains(padded, " "+key+" ") {
			return true
		}
	}
	// A domain's name has no blanks: "harbourtrust" in "the Harbour Trust".
	name := strings.ReplaceAll(x.label(), "-", "")
	return len(name) > 4 && strings.Contains(strings.ReplaceAll(joined, " ", ""), name)
}
