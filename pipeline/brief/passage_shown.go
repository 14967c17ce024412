package brief

import (
	"cmp"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// An article with more words than longArticle is not shown whole.
const (
	longArticle  = 3000   // words
	longText     = 24_000 // bytes, for scripts that put no space between words
	mostPassages = 40
	longPassage  = 600             // words, of a long article
	longRun      = 6 * longPassage // bytes
)

// long reports whether the article is too long to be shown whole.
func (b Briefing) long() bool {
	words, bytes := 0, 0
	for _, p := range b.Text {
		for _, s := range p.Stretches {
			bytes += len(s.Text)
			words += len(strings.Fields(s.Text))
		}
	}
	return words > longArticle || bytes > longText
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
		if p.Kind == article.Heading && headsEntries(b.Text, i) {
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
		if long {
			shown[i] = shortened(w.Passage)
		}
	}
	return shown
}

// headsEntries reports whether all that stands under the heading at an index is a
// list of references.
func headsEntries(text []Passage, at int) bool {
	entries := false
	for _, p := range text[at+1:] {
		switch p.Kind {
		case article.Heading:
			return entries
		case article.Entry:
			entries = true
		case article.Code, article.Furniture:
		default:
			return false
		}
	}
	return entries
}

// shortened returns the beginning of a passage, of about longPassage words.
func shortened(p Passage) Passage {
	words, bytes := 0, 0
	for i, s := range p.Stretches {
		bytes += len(s.Text)
		if words += len(strings.Fields(s.Text)); words > longPassage || bytes > longRun {
			p.Stretches = append(slices.Clone(p.Stretches[:i]), Stretch{Text: "[…]"})
			break
		}
	}
	return p
}

// rowEnd returns the end of the cells that stand in one row with the passage at i.
func rowEnd(passages []Passage, i int) int {
	end := i + 1
	for p := passages[i]; p.Table > 0 && end < len(passages) && passages[end].Table == p.Table && passages[end].Row == p.Row; {
		end++
	}
	return end
}
