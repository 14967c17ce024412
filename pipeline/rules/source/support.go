package source

import (
	"slices"
	"strings"

	"citevet/pipeline/article"
)

// support says which entries stand behind which claims, and in what words.
type support struct {
	a        *article.Article
	behind   [][]int    // by claim: its entries, -1 for a marker that leads nowhere
	claimsOf [][]int    // by entry: the claims it stands behind
	words    [][]string // by claim: the words it stands among, once they were asked for
	joined   []string   // the same with a blank before and behind each
}

func supportOf(a *article.Article) *support {
	s := &support{
		a: a, behind: make([][]int, len(a.Claims)), claimsOf: make([][]int, len(a.References)),
		words: make([][]string, len(a.Claims)), joined: make([]string, len(a.Claims)),
	}
	for c := range a.Claims {
		for _, n := range a.Claims[c].Citations {
			s.behind[c] = append(s.behind[c], a.Citations[n].Reference)
		}
		slices.Sort(s.behind[c])
		s.behind[c] = slices.Compact(s.behind[c])
		for _, r := range s.behind[c] {
			if r >= 0 {
				s.claimsOf[r] = append(s.claimsOf[r], c)
			}
		}
	}
	return s
}

// resting lists, by entry, the claims that stand on entries of a kind and on
// nothing else. A marker that leads nowhere may be another source.
func (s *support) resting(kind []bool) [][]int {
	out := make([][]int, len(kind))
	for c, entries := range s.behind {
		if len(entries) == 0 || slices.ContainsFunc(entries, func(r int) bool { return r < 0 || !kind[r] }) {
			continue
		}
		for _, r := range entries {
			out[r] = append(out[r], c)
		}
	}
	return out
}

// carrying returns the addresses of entries of a kind on which a claim worth
// checking rests alone, where counts agrees, and those claims, sorted, each once.
func (s *support) carrying(all []address, kind []bool, counts func(claim int, x *address) bool) (found []address, claims []int) {
	resting := s.resting(kind)
	for _, x := range all {
		before := len(claims)
		for _, c := range resting[x.reference] {
			if s.a.Claims[c].Worth >= factualWorth && counts(c, &x) {
				claims = append(claims, c)
			}
		}
		if len(claims) > before {
			found = append(found, x)
		}
	}
	slices.Sort(claims)
	return found, slices.Compact(claims)
}

// farthest is how many bytes of a sentence before and behind a claim are read
// with it: more is a list without full stops.
const farthest = 400

// around returns the words that a claim stands among, those of its sentence or
// of its cell, and the same as one text with a blank before and behind each.
func (s *support) around(claim int) (words []string, joined string) {
	if s.words[claim] == nil {
		text := s.sentence(claim)
		s.words[claim] = wordsIn(text)
		s.joined[claim] = " " + strings.Join(s.words[claim], " ") + " "
	}
	return s.words[claim], s.joined[claim]
}

func (s *support) sentence(claim int) string {
	c := s.a.Claims[claim]
	span := c.Span
	if c.Sentence >= 0 && c.Sentence < len(s.a.Sentences) {
		span = s.a.Sentences[c.Sentence].Span
	}
	start, end := max(span.Start, c.Span.Start-farthest), min(span.End, c.Span.Start+2*farthest)
	return s.a.Text[start:max(start, end)]
}

// states reports whether a claim is put as the article's own: not as what
// someone said, wrote or thinks, and not in somebody's words.
func (s *support) states(claim int) bool {
	switch s.a.Claims[claim].Mood {
	case article.Opinion, article.Reported, article.Hypothetical, article.Forecast:
		return false
	}
	words, joined := s.around(claim)
	return !strings.ContainsAny(s.sentence(claim), "\"“”«»„") && !slices.ContainsFunc(words, func(w string) bool { return speech[w] }) &&
		!strings.Contains(joined, " according to ")
}

// speech are words by which a sentence hands what it tells to someone.
var speech = set(`said says say saying stated states told tells wrote writes written writing argued argues argue arguing
	believes believed believe thinks thought claimed claims asserted asserts contended contends maintained maintains suggested suggests
	noted notes remarked observed observes opined commented comments described describes describing called calls criticised criticized
	criticises criticizes criticism critics critic praised praises warned warns urged urges predicted predicts estimated estimates
	considers considered views viewed view opinion opinions editorial editorials column columnist columnists commentator commentators
	commentary essay argument quoted quotes quote announced announces announcement tweeted tweets tweet posted posts post declared
	declares explained explains insisted insists dismissed dismisses accused accuses alleged alleges questioned endorsed endorses
	characterised characterized regarded labelled labeled dubbed recalled recounts stating interview statement response replied
	denied denies confirmed confirms reported reportedly allegedly supposedly attributes attributed admits admitted`)

// mentions reports whether a sentence holds one of an entry's own names: its
// author's, its outlet's, or the name that its domain gives itself. Words of the
// source about itself need nobody else's.
func (s *support) mentions(claim int, x *address) bool {
	r := &s.a.References[x.reference]
	words, joined := s.around(claim)
	names := []string{x.label(), r.Container.Text, r.Publisher.Text}
	for _, n := range r.Authors[:min(len(r.Authors), 10)] {
		names = append(names, n.Family, n.Literal)
	}
	for _, n := range names {
		if key := strings.Join(wordsIn(clipped(n)), " "); len(key) > 2 && strings.Contains(joined, " "+key+" ") {
			return true
		}
	}
	// A domain's name has no blanks: "harbourtrust" in "the Harbour Trust".
	name := strings.ReplaceAll(x.label(), "-", "")
	return len(name) > 4 && strings.Contains(strings.Join(words, ""), name)
}

// clipped returns as much of a name or a title as is worth comparing.
func clipped(name string) string { return name[:min(len(name), 300)] }
