// Package attack tests what a check would notice in an article: it plants one
// fault at a time in a copy, judges the copy, and counts which faults were
// found. It is mutation testing, for citations.
//
// Where faults are planted follows from a seed alone: the same article, rules
// and seed give the same report. A place where the rules that should notice
// have spoken already is left out, since nothing could be learned there.
package attack

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/ingest"
)

// Options say how an article is attacked.
type Options struct {
	// Judge reads an article's judgement off its document.
	Judge   func(context.Context, article.Document) (check.Result, error)
	Almanac *almanac.Almanac
	Seed    uint64
	PerKind int      // faults of one kind, at most; 0 is as many as there are places
	Kinds   []string // their names; none is all
}

// Report is what became of one article's faults, kind by kind.
type Report struct {
	Article string    `json:"article"`
	Kinds   []Outcome `json:"kinds"`
}

// Outcome is what became of the faults of one kind.
type Outcome struct {
	Kind
	Places  int       `json:"places"` // where such a fault could stand
	Planted []Planted `json:"planted"`
}

// Planted is one fault and what became of it.
type Planted struct {
	Article string   `json:"-"`
	Line    int      `json:"line"`             // of the file, from 1, before the fault
	Words   string   `json:"words"`            // what was done
	Caught  []string `json:"caught,omitempty"` // the rules that noticed
	// Decided says that a decision rule spoke with an error.
	Decided bool `json:"decided"`
	// Elsewhere counts decisions that came up where nothing was planted.
	Elsewhere int `json:"elsewhere,omitempty"`
}

// Seen returns how many of the faults were noticed as their kind asks: those of
// a decision kind by a decision, the others at any level.
func (o *Outcome) Seen() int {
	n := 0
	for _, p := range o.Planted {
		if o.Noticed(p) {
			n++
		}
	}
	return n
}

// Noticed reports whether a fault of this kind was found as it should be.
func (o *Outcome) Noticed(p Planted) bool {
	if o.Decision {
		return p.Decided
	}
	return len(p.Caught) > 0
}

// Run attacks one article. Its error is that of Judge, or of ctx.
func Run(ctx context.Context, doc article.Document, o Options) (Report, error) {
	report := Report{Article: doc.Name}
	result, err := o.Judge(ctx, doc)
	if err != nil {
		return report, err
	}
	t := &target{result: &result, article: result.Article, almanac: o.Almanac, seed: o.Seed}
	for _, k := range kinds {
		if len(o.Kinds) > 0 && !slices.Contains(o.Kinds, k.Name) {
			continue
		}
		faults := k.plant(t)
		faults = slices.DeleteFunc(faults, func(f fault) bool { return !t.usable(k, f) })
		outcome := Outcome{Kind: k, Places: len(faults)}
		faults = chosen(faults, k.Name, o.Seed, o.PerKind)
		for _, f := range faults {
			planted, err := t.try(ctx, k, f, o.Judge)
			if err != nil {
				return report, err
			}
			outcome.Planted = append(outcome.Planted, planted)
		}
		report.Kinds = append(report.Kinds, outcome)
	}
	return report, nil
}

// fault is one change of the article, in the bytes of its file.
type fault struct {
	edits []check.Edit
	areas []article.Span // of the file as it was: a finding about the fault touches one
	words string
	// also are places whose judgement the fault changes without being meant: an
	// entry that stands behind other claims too.
	also []article.Span
}

// target is the article under attack.
type target struct {
	result  *check.Result
	article *article.Article
	almanac *almanac.Almanac
	seed    uint64
}

// source returns where a span of Text stands in the file.
func (t *target) source(s article.Span) article.Span {
	start, end := t.article.SourceSpan(s)
	return article.Span{Start: start, End: end}
}

// plain reports whether the words at a span of Text stand in the file as they are read.
func (t *target) plain(s article.Span) bool {
	at := t.source(s)
	return string(t.article.Source[at.Start:at.End]) == t.article.Words(s)
}

// usable reports whether a fault can be planted where nobody has spoken yet.
func (t *target) usable(k Kind, f fault) bool {
	if len(f.edits) == 0 {
		return false
	}
	for _, finding := range t.result.Findings {
		if slices.Contains(k.Rules, finding.Rule) && touches(t.result, finding, f.areas) {
			return false
		}
	}
	return true
}

// chosen returns at most n faults, spread over the article by the seed, in order.
func chosen(faults []fault, kind string, seed uint64, n int) []fault {
	if n <= 0 || len(faults) <= n {
		return faults
	}
	rank := func(f fault) uint64 { return hash(seed, kind, f.edits[0].Span.Start) }
	slices.SortStableFunc(faults, func(a, b fault) int { return cmp.Compare(rank(a), rank(b)) })
	faults = faults[:n]
	slices.SortStableFunc(faults, func(a, b fault) int { return cmp.Compare(a.edits[0].Span.Start, b.edits[0].Span.Start) })
	return faults
}

// hash spreads places evenly and the same on every machine.
func hash(seed uint64, kind string, at int) uint64 {
	data := binary.BigEndian.AppendUint64(nil, seed)
	data = binary.BigEndian.AppendUint64(data, uint64(at))
	sum := sha256.Sum256(append(data, kind...))
	return binary.BigEndian.Uint64(sum[:8])
}

// try plants one fault and judges what comes of it.
func (t *target) try(ctx context.Context, k Kind, f fault, judge func(context.Context, article.Document) (check.Result, error)) (Planted, error) {
	slices.SortStableFunc(f.edits, func(a, b check.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	planted := Planted{Article: t.article.Name, Words: f.words, Line: article.NewIndex(&t.article.Document).At(f.edits[0].Span.Start).Line}
	source := check.Mended(string(t.article.Source), f.edits)
	format := ingest.FormatText
	if t.article.Format == ingest.FormatMarkdown.String() {
		format = ingest.FormatMarkdown
	}
	doc, err := ingest.Parse(t.article.Name, []byte(source), format)
	if err != nil {
		return planted, err
	}
	result, err := judge(ctx, doc)
	if err != nil {
		return planted, err
	}
	areas, also := movedAll(f.edits, f.areas), movedAll(f.edits, f.also)
	for _, finding := range result.Findings {
		switch touched := touches(&result, finding, areas); {
		case touched && slices.Contains(k.Rules, finding.Rule):
			if !slices.Contains(planted.Caught, finding.Rule) {
				planted.Caught = append(planted.Caught, finding.Rule)
			}
			planted.Decided = planted.Decided || finding.Decision
		case !touched && finding.Decision && !touches(&result, finding, also) && !t.had(finding.Rule, &result, finding, f.edits):
			planted.Elsewhere++
		}
	}
	return planted, nil
}

// had reports whether the article without the fault had a finding of the rule at
// the same words.
func (t *target) had(rule string, after *check.Result, f check.Finding, edits []check.Edit) bool {
	start, _ := after.Article.SourceSpan(f.Span)
	for _, old := range t.result.Findings {
		if old.Rule == rule && moved(edits, t.source(old.Span)).Start == start {
			return true
		}
	}
	return false
}

func movedAll(edits []check.Edit, spans []article.Span) []article.Span {
	var out []article.Span
	for _, s := range spans {
		out = append(out, moved(edits, s))
	}
	return out
}

// moved returns where a span of the file stands after the edits, grown by what
// they put into it.
func moved(edits []check.Edit, s article.Span) article.Span {
	out := s
	for _, e := range edits {
		by := len(e.Text) - e.Span.Len()
		if e.Span.End <= s.Start && e.Span.Start < s.Start {
			out.Start += by
		}
		if e.Span.Start <= s.End {
			out.End += by
		}
	}
	return out
}

// touches reports whether a finding is about one of the areas of the file: by
// its own place, by those it relates to, by its claims or its references.
func touches(r *check.Result, f check.Finding, areas []article.Span) bool {
	spans := []article.Span{f.Span}
	for _, related := range f.Related {
		spans = append(spans, related.Span)
	}
	for _, c := range f.Claims {
		spans = append(spans, r.Article.Claims[c].Span)
	}
	for _, n := range f.References {
		spans = append(spans, r.Article.References[n].Span)
	}
	return slices.ContainsFunc(spans, func(s article.Span) bool {
		start, end := r.Article.SourceSpan(s)
		at := article.Span{Start: start, End: max(end, start+1)}
		return slices.ContainsFunc(areas, at.Overlaps)
	})
}
