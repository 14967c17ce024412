package temporal

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed cluster-member-cannot-contribute.md
var clusterMemberPage string

var clusterMember = check.NewRule(check.Meta{
	Name:     "cluster-member-cannot-contribute",
	Family:   "temporal",
	Summary:  "one source of a cluster is older than the claim, while another is not",
	Since:    "0.1",
	Severity: check.Info,
	Page:     clusterMemberPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	type place struct {
		cluster   int
		reference int
	}
	seen := map[place]bool{}
	for i := range p.Article.Claims {
		c := &p.Article.Claims[i]
		for _, f := range idleMembers(p, i) {
			at := place{p.Article.Citations[c.Citations[0]].Cluster, f.References[0]}
			if !seen[at] {
				seen[at] = true
				p.Report(f)
			}
		}
	}
})

// preludeDays is how long before an event a member may be published and still
// carry what led up to it: the bid, the deal, the nomination.
const preludeDays = 400

// idleMembers returns a finding for each pair of claim i that fails by
// publication, which reading again cannot mend, where another member's
// publication does reach the claim.
func idleMembers(p *check.Pass, i int) []check.Finding {
	c, v := &p.Article.Claims[i], &p.Verdicts[i]
	if v.Reading < 0 || len(v.Pairs) < 2 || c.Loose && v.Support != check.Unsupportable {
		return nil
	}
	r := &c.Readings[v.Reading]
	var old []check.Finding
	reaches := false
	for _, pair := range v.Pairs {
		s := &p.Sources[pair.Reference]
		proof, steps, tooOld := check.PublishedBefore(s, r)
		switch {
		case !tooOld:
			// One that was read too early may still be of the right time.
			reaches = reaches || pair.Verdict == check.Possible || pair.Verdict != check.Unknown && s.Stated
		case carriesBeginning(s, r), carriesAnother(p.Article, c, s), carriesBeside(p, i, pair.Reference),
			learned(&p.Article.References[pair.Reference]):
		case pair.Verdict == check.Impossible, r.Basis == article.ByAsOf && r.Doubt == "":
			steps[0].Slack = preludeDays
			if check.Recompute(proof, steps).Holds {
				f := idle(p, i, s)
				f.Proof = proof
				prove(&f, steps...)
				old = append(old, f)
			}
		}
	}
	if !reaches {
		return nil
	}
	return old
}

// carriesBeginning reports whether s is from within a whole run, "between 2001
// and 2011", so that it may carry its beginning.
func carriesBeginning(s *check.Source, r *article.Reading) bool {
	return r.Shape == article.Whole && r.When.Overlaps(s.Published)
}

// carriesAnother reports whether the claim names another time beside the one it is
// held against, of which s may tell: "in 2012, and again in 2014", "was chosen in
// 2018 and put off in 2020".
func carriesAnother(a *article.Article, c *article.Claim, s *check.Source) bool {
	spoken := c.Readings[0].Because[0].Span
	for _, t := range timesWithin(a, carried(a, c)) {
		if t.Span() != spoken && len(t.Readings) > 0 && !s.Published.To.Before(t.Readings[0].From) {
			return true
		}
	}
	return false
}

// learned reports whether an entry is a paper or a book with its number, which
// later work rests on.
func learned(r *article.Reference) bool {
	return !r.DOI.IsZero() || !r.ISBN.IsZero() || !r.Volume.IsZero()
}

// clausesNear is how many claims before and behind one are taken for clauses of
// its own sentence.
const clausesNear = 8

// carriesBeside reports whether another claim of the sentence leans on the same
// reference and does not fail by it: "it was to be made there [1][2], but as of May
// it is made here".
func carriesBeside(p *check.Pass, i, reference int) bool {
	a := p.Article
	for _, step := range []int{-1, 1} {
		for j := i + step; j >= max(0, i-clausesNear) && j < min(len(a.Claims), i+clausesNear+1) && a.Claims[j].Sentence >= 0 && a.Claims[j].Sentence == a.Claims[i].Sentence; j += step {
			if pair := pairOf(&p.Verdicts[j], reference); pair != nil && pair.Verdict != check.Impossible {
				return true
			}
		}
	}
	return false
}

// carried returns the words that the cluster behind a claim may carry: those of its
// sentence from the marker before on.
func carried(a *article.Article, c *article.Claim) article.Span {
	if c.Sentence < 0 {
		return c.Span
	}
	words := article.Span{Start: a.Sentences[c.Sentence].Span.Start, End: c.Span.End}
	own := a.Citations[c.Citations[0]].Cluster
	for n := c.Citations[0] - 1; n >= 0 && a.Citations[n].Marker.Start >= words.Start; n-- {
		if m := a.Citations[n].Marker; a.Citations[n].Cluster != own {
			words.Start = min(m.End, c.Span.Start)
			break
		}
	}
	return words
}

func idle(p *check.Pass, i int, s *check.Source) check.Finding {
	a := p.Article
	c := &a.Claims[i]
	name := check.SourceLabel(&a.References[s.Reference], s.Reference)
	f := check.Finding{
		Span:       c.Span,
		Message:    fmt.Sprintf("source %s of the cluster is older than the claim", name),
		Help:       fmt.Sprintf("drop %s here, or move it to what it does support", name),
		Label:      "published " + s.Published.String(),
		Claims:     []int{i},
		References: []int{s.Reference},
		Related:    []check.Related{{Span: timeSpan(a, c), Label: "speaks of " + c.Readings[0].When.String()}},
	}
	for _, n := range c.Citations {
		if a.Citations[n].Reference == s.Reference {
			f.Span = a.Citations[n].Span
			f.Fixes = []check.Fix{{Message: "drop " + name, Edits: markerToDrop(a, n)}}
			break
		}
	}
	return f
}

// markerToDrop takes away the marker of citation n where it stands alone in its
// bracket; nothing where others would go along.
func markerToDrop(a *article.Article, n int) []check.Edit {
	m := a.Citations[n].Marker
	if n > 0 && a.Citations[n-1].Marker == m || n+1 < len(a.Citations) && a.Citations[n+1].Marker == m {
		return nil
	}
	return []check.Edit{{Span: m}}
}
