package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// Of an article with more words than longArticle, a PDF shows what was found and
// counts the rest: nobody reads seventy pages of tables on paper.
const (
	longArticle  = 3000 // words
	mostClaims   = 80   // rows before claims that are consistent are left out
	mostSources  = 60   // rows before sources without finding are left out
	mostPassages = 40   // paragraphs
)

// long reports whether the article is too long to be shown whole.
func (b Briefing) long() bool {
	words := 0
	for _, p := range b.Text {
		for _, s := range p.Stretches {
			words += len(strings.Fields(s.Text))
		}
	}
	return words > longArticle
}

// listing is what the tables list; the rest is counted.
type listing struct {
	claims        []Claim
	sources       []Source
	claim, source map[string]bool    // by ID and by label
	passed        map[check.Word]int // claims left out, by verdict
	unlisted      int                // sources left out
}

func listingOf(b Briefing) listing {
	l := listing{claims: b.Claims, sources: b.Sources, claim: map[string]bool{}, source: map[string]bool{}, passed: map[check.Word]int{}}
	if b.long() {
		l.shorten(b)
	}
	for _, c := range l.claims {
		l.claim[c.ID] = true
	}
	for _, s := range l.sources {
		l.source[s.Label] = true
	}
	return l
}

// shorten leaves out the claims of which nothing is to be said, and the sources
// without finding where there are many.
func (l *listing) shorten(b Briefing) {
	l.claims = claimsWith(b.Claims, func(c Claim) bool { return c.Word != check.DateUnknown && c.Word != check.Uncited })
	if len(l.claims) > mostClaims {
		l.claims = claimsWith(b.Claims, func(c Claim) bool { return wordsOf(c.Word).Tone > ToneUnknown && c.Word != check.Consistent })
	}
	for _, c := range b.Claims {
		l.passed[c.Word]++
	}
	for _, c := range l.claims {
		l.passed[c.Word]--
	}
	if len(b.Sources) <= mostSources {
		return
	}
	l.sources = nil
	for _, s := range b.Sources {
		if len(s.Flags) > 0 {
			l.sources = append(l.sources, s)
		}
	}
	l.unlisted = len(b.Sources) - len(l.sources)
}

// claimsWith returns the claims with a finding and those that are wanted.
func claimsWith(claims []Claim, wanted func(Claim) bool) []Claim {
	return slices.DeleteFunc(slices.Clone(claims), func(c Claim) bool { return len(c.Findings) == 0 && !wanted(c) })
}

// claimWords says which claims the table leaves out, empty where it has all.
func (l listing) claimWords() string {
	var kinds []string
	sum := 0
	for _, v := range Verdicts {
		if n := l.passed[v.Word]; n > 0 {
			kinds = append(kinds, fmt.Sprintf("%d %s", n, v.Name))
			sum += n
		}
	}
	if sum == 0 {
		return ""
	}
	return fmt.Sprintf("Not listed: %s without finding (%s). The Markdown form of this briefing has all.", plural(sum, "claim"), strings.Join(kinds, ", "))
}

// sourceWords says how many sources the table leaves out, empty where it has all.
func (l listing) sourceWords() string {
	if l.unlisted == 0 {
		return ""
	}
	return fmt.Sprintf("Not listed: %s without finding. The Markdown form of this briefing has all.", plural(l.unlisted, "source"))
}

// shownPassages leaves out what has its place elsewhere in the briefing, and of
// a long article all that no finding speaks of; of many, those with the gravest
// findings are shown.
func shownPassages(b Briefing) []Passage {
	grave := map[string]check.Severity{} // by finding and by claim
	for _, f := range b.Findings {
		grave[f.ID] = f.Severity + 1
	}
	for _, c := range b.Claims {
		for _, f := range c.Findings {
			grave[c.ID] = max(grave[c.ID], grave[f])
		}
	}
	type weighed struct {
		Passage
		at     int
		weight check.Severity
	}
	var all []weighed
	long := b.long()
	for i, p := range b.Text {
		if p.Kind == article.Entry || p.Kind == article.Code || p.Kind == article.Furniture {
			continue
		}
		w := weighed{p, i, 0}
		for _, s := range p.Stretches {
			w.weight = max(w.weight, grave[s.Claim])
			for _, sign := range s.Signs {
				w.weight = max(w.weight, grave[sign.Finding])
			}
		}
		if !long || w.weight > 0 {
			all = append(all, w)
		}
	}
	if long && len(all) > mostPassages {
		slices.SortStableFunc(all, func(x, y weighed) int { return cmp.Compare(y.weight, x.weight) })
		all = all[:mostPassages]
		slices.SortFunc(all, func(x, y weighed) int { return cmp.Compare(x.at, y.at) })
	}
	shown := make([]Passage, len(all))
	for i, w := range all {
		shown[i] = w.Passage
	}
	return shown
}
