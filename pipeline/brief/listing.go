package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/check"
)

// Of a long article a briefing's tables have what something is said of, and the
// other claims follow; on paper the other sources are counted.
const (
	mostRows    = 200
	mostOthers  = 2000 // claims that follow on paper
	mostClaims  = 80   // rows before claims that are consistent are left out
	mostSources = 60   // rows before sources without finding are left out
)

// listing is what the tables list; the rest is counted.
type listing struct {
	long          bool // the article is long
	claims        []Claim
	sources       []Source
	findings      []Finding
	claim, source map[string]bool // by ID and by label
	finding       map[string]bool // by ID
	others        []Claim         // claims that the table leaves out
	unlisted      int             // sources left out
}

func listingOf(b Briefing) listing {
	l := listing{
		claims: b.Claims, sources: b.Sources, findings: b.Findings,
		claim: map[string]bool{}, source: map[string]bool{}, finding: map[string]bool{},
	}
	if l.long = b.long(); l.long {
		l.shorten(b)
	}
	for _, c := range slices.Concat(l.claims, l.others[:min(mostOthers, len(l.others))]) {
		l.claim[c.ID] = true
	}
	for _, s := range l.sources {
		l.source[s.Label] = true
	}
	for _, f := range l.findings {
		l.finding[f.ID] = true
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
	rank := map[string]int{} // of findings; the gravest come first
	for i, f := range b.Findings {
		rank[f.ID] = i - len(b.Findings)
	}
	first := func(findings []string) int {
		if len(findings) == 0 {
			return 0
		}
		return rank[findings[0]]
	}
	l.findings = b.Findings[:min(keyFindings+mostRows, len(b.Findings))]
	l.claims = gravest(l.claims, func(c Claim) int { return first(c.Findings) })
	listed := map[string]bool{}
	for _, c := range l.claims {
		listed[c.ID] = true
	}
	l.others = slices.DeleteFunc(slices.Clone(b.Claims), func(c Claim) bool { return listed[c.ID] })
	if len(b.Sources) <= mostSources {
		return
	}
	l.sources = nil
	for _, s := range b.Sources {
		if len(s.Flags) > 0 {
			l.sources = append(l.sources, s)
		}
	}
	l.sources = gravest(l.sources, func(s Source) int { return first(s.Flags) })
	l.unlisted = len(b.Sources) - len(l.sources)
}

// gravest returns the rows of the lowest rank, no more than mostRows, in the
// order that they had.
func gravest[T any](rows []T, rank func(T) int) []T {
	if len(rows) <= mostRows {
		return rows
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(rank(rows[x]), rank(rows[y])) })
	order = order[:mostRows]
	slices.Sort(order)
	out := make([]T, len(order))
	for i, at := range order {
		out[i] = rows[at]
	}
	return out
}

// claimsWith returns the claims with a finding and those that are wanted.
func claimsWith(claims []Claim, wanted func(Claim) bool) []Claim {
	return slices.DeleteFunc(slices.Clone(claims), func(c Claim) bool { return len(c.Findings) == 0 && !wanted(c) })
}

// claimWords says where the claims are that the table leaves out, empty where it
// has all. Of those no more than most are shown.
func (l listing) claimWords(most int) string {
	if len(l.others) == 0 {
		return ""
	}
	count := map[check.Word]int{}
	for _, c := range l.others {
		count[c.Word]++
	}
	var kinds []string
	for _, v := range Verdicts {
		if n := count[v.Word]; n > 0 {
			kinds = append(kinds, fmt.Sprintf("%d %s", n, v.Name))
		}
	}
	where := "below the table"
	if len(l.others) > most {
		where += fmt.Sprintf(", the first %d of them", most)
	}
	return fmt.Sprintf("The table has the claims that most is said of; %s of lesser weight (%s) %s %s.", plural(len(l.others), "claim"), strings.Join(kinds, ", "), pluralWord(len(l.others), "follows", "follow"), where)
}

// sourceWords says how many sources the table leaves out, empty where it has all.
func (l listing) sourceWords() string {
	if l.unlisted == 0 {
		return ""
	}
	return fmt.Sprintf("Not listed: %s of lesser weight. The Markdown form of this briefing has all.", plural(l.unlisted, "source"))
}
