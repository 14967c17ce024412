package brief

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// Schema is the version of the JSON that [JSON] and [JSONL] write. Fields are
// added within a version and never renamed.
const Schema = 1

// JSONOptions says what goes into the JSON besides what always does.
type JSONOptions struct {
	WithText bool // the reading text that start and end count in
}

// JSON returns the results of all articles as one indented object. Offsets
// start and end are bytes of the reading text, those in source bytes of the
// file, with lines and columns from 1 and columns in code points. What is
// unknown is left out; a list of nothing is empty.
func JSON(results []check.Result, run Run, o JSONOptions) ([]byte, error) {
	return indented(resultsJSON(results, run, o))
}

func resultsJSON(results []check.Result, run Run, o JSONOptions) jsonResults {
	all := jsonResults{Schema: Schema, Tool: toolOf(results, run), Articles: []jsonArticle{}, Findings: acrossJSON(run), Unread: unreadJSON(run), Summary: summarize(results, run)}
	for _, r := range results {
		all.Articles = append(all.Articles, articleJSON(r, o))
	}
	return all
}

// JSONL returns one line an article, as it stands among the articles of [JSON],
// and a last one with all the rest.
func JSONL(results []check.Result, run Run, o JSONOptions) ([]byte, error) {
	var out bytes.Buffer
	line := json.NewEncoder(&out)
	for _, r := range results {
		if err := line.Encode(articleJSON(r, o)); err != nil {
			return nil, fmt.Errorf("write JSON: %s: %w", r.Article.Name, err)
		}
	}
	last := struct {
		Schema   int          `json:"schema"`
		Tool     jsonTool     `json:"tool"`
		Findings []jsonAcross `json:"findings"`
		Unread   []jsonUnread `json:"unread,omitempty"`
		Summary  jsonSummary  `json:"summary"`
	}{Schema, toolOf(results, run), acrossJSON(run), unreadJSON(run), summarize(results, run)}
	if err := line.Encode(last); err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return inertJSON(out.Bytes()), nil
}

// intervalJSON returns nil, which is left out, for an interval that says nothing.
func intervalJSON(i when.Interval) *jsonInterval {
	if i.IsZero() {
		return nil
	}
	return &jsonInterval{jsonDay(i.From), jsonDay(i.To)}
}

func toolOf(results []check.Result, run Run) jsonTool {
	t := jsonTool{Name: toolName(run), Version: run.Version, Config: run.Config}
	if !run.AsOf.IsZero() {
		t.AsOf = run.AsOf.String()
	}
	seen := map[string]bool{}
	for _, r := range results {
		for _, m := range r.Rules {
			if !seen[m.Name] {
				seen[m.Name] = true
				t.Rules = append(t.Rules, m.Name)
			}
		}
	}
	return t
}

func summarize(results []check.Result, run Run) jsonSummary {
	s := jsonSummary{Articles: len(results), Exit: run.Exit}
	for _, r := range results {
		n := countsOf(r)
		s.Claims += n.Claims
		s.References += n.Sources
		s.Errors += n.Errors
		s.Warnings += n.Warnings
		s.Infos += n.Infos
		s.Decision += n.Decisions
		s.Accepted += len(r.Accepted)
	}
	errors, warnings, infos := acrossCounts(run)
	s.Errors, s.Warnings, s.Infos = s.Errors+errors, s.Warnings+warnings, s.Infos+infos
	return s
}

// scribe writes the parts of one article.
type scribe struct {
	a     *article.Article
	index *article.Index
}

func (w scribe) source(s article.Span) jsonSource {
	start, end := w.index.Range(s)
	return jsonSource{start.Offset, end.Offset, start.Line, start.Column, end.Line, end.Column}
}

// somewhere returns nil, which is left out, for no place at all.
func (w scribe) somewhere(s article.Span) *jsonSource {
	if s.IsZero() {
		return nil
	}
	at := w.source(s)
	return &at
}

func (w scribe) span(s article.Span) jsonSpan { return jsonSpan{s.Start, s.End, w.source(s)} }

func articleJSON(r check.Result, o JSONOptions) jsonArticle {
	a := r.Article
	w := scribe{a, article.NewIndex(&a.Document)}
	out := jsonArticle{
		Name: a.Name, SHA256: r.SHA256, Format: a.Format, Title: a.Title,
		Sentences: []jsonSpan{}, Entities: []jsonEntity{}, Times: []jsonTimeWords{}, Citations: []jsonCitation{},
		References: []jsonReference{}, Claims: []jsonClaim{}, Findings: []jsonFinding{}, Problems: []jsonProblem{},
	}
	if a.Language != "und" {
		out.Language = a.Language
	}
	if o.WithText {
		out.Text = a.Text
	}
	if i := intervalJSON(a.Dated.When); i != nil {
		out.Dated = &jsonTime{i, w.because(a.Dated.Because)}
	}
	for _, s := range a.Sentences {
		out.Sentences = append(out.Sentences, w.span(s.Span))
	}
	for _, e := range a.Entities {
		out.Entities = append(out.Entities, jsonEntity{w.span(e.Span), e.Kind, e.Name, e.ID, e.Role.Text})
	}
	for _, t := range a.Times {
		out.Times = append(out.Times, jsonTimeWords{
			w.span(t.Span()), intervalJSON(hull(t.Readings)), t.Kind, a.Words(t.Span()), t.Relation, t.Value, t.Flaw,
		})
	}
	for _, q := range a.Quotations {
		one := jsonQuotation{jsonSpan: w.span(q.Span), Words: a.Words(q.Words)}
		if q.Speaker >= 0 {
			one.Speaker = &q.Speaker
		}
		out.Quotations = append(out.Quotations, one)
	}
	for _, c := range a.Citations {
		one := jsonCitation{jsonSpan: w.span(c.Span), Label: c.Label, Flaw: c.Flaw}
		if c.Reference >= 0 {
			one.Reference = &c.Reference
		}
		out.Citations = append(out.Citations, one)
	}
	for i := range a.References {
		out.References = append(out.References, w.reference(&a.References[i]))
	}
	for _, v := range r.Verdicts {
		claim := w.claim(v)
		if day := check.StaleBy(a, &v, r.Sources, check.StaleMonths); !day.IsZero() {
			claim.StaleBy = day.String()
		}
		out.Claims = append(out.Claims, claim)
	}
	for _, f := range inPosition(r.Findings) {
		out.Findings = append(out.Findings, w.finding(f))
	}
	for _, f := range r.Accepted {
		out.Accepted = append(out.Accepted, jsonAccepted{w.finding(f.Finding), f.How, f.Reason})
	}
	for _, p := range a.Problems {
		out.Problems = append(out.Problems, jsonProblem{p.Message, w.somewhere(p.Span)})
	}
	for _, f := range r.Faults {
		out.Problems = append(out.Problems, jsonProblem{Message: fmt.Sprintf("internal fault in %s: %s", f.Rule, f.Message)})
	}
	return out
}

func hull(readings []when.Interval) when.Interval {
	if len(readings) == 0 {
		return when.Interval{}
	}
	all := readings[0]
	for _, r := range readings[1:] {
		all = all.Hull(r)
	}
	return all
}

func inPosition(findings []check.Finding) []check.Finding {
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, func(x, y check.Finding) int {
		return cmp.Or(cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(x.Span.End, y.Span.End))
	})
	return sorted
}

func (w scribe) because(premises []article.Premise) []jsonBecause {
	out := make([]jsonBecause, 0, len(premises))
	for _, p := range premises {
		out = append(out, jsonBecause{p.What, p.Words, w.somewhere(p.Span), p.Almanac, intervalJSON(p.When), p.How, p.Doubt, p.Dropped})
	}
	return out
}

// fieldWords returns the words of a field as a list of references has them: they
// may have been wrapped in the article.
func fieldWords(s string) string { return strings.Join(strings.Fields(s), " ") }

func (w scribe) reference(r *article.Reference) jsonReference {
	out := jsonReference{
		jsonSpan: w.span(r.Span), Label: r.Label.Text, Type: r.Type, Title: fieldWords(r.Title.Text), Container: fieldWords(r.Container.Text),
		Publisher: fieldWords(r.Publisher.Text), Published: intervalJSON(r.Published.When), Accessed: intervalJSON(r.Accessed.When),
		Updated: intervalJSON(r.Updated.When), URL: r.URL.Text, URLDate: intervalJSON(r.URLDate.When),
		DOI: r.DOI.Text, ISBN: r.ISBN.Text, ISSN: r.ISSN.Text, Volume: r.Volume.Text, Issue: r.Issue.Text, Pages: r.Pages.Text,
		ArchiveURL: r.ArchiveURL.Text, Archived: intervalJSON(r.Archived.When),
	}
	for _, n := range r.Authors {
		out.Authors = append(out.Authors, jsonAuthor{fieldWords(n.Family), fieldWords(n.Given), fieldWords(n.Literal)})
	}
	return out
}

func (w scribe) claim(v check.Verdict) jsonClaim {
	c := &w.a.Claims[v.Claim]
	out := jsonClaim{
		ID: claimID(v.Claim), jsonSpan: w.span(c.Span), Worthy: worthy(c.Worth), Mood: c.Mood,
		Citations: append([]int{}, c.Citations...), Entities: append([]int{}, c.Entities...),
		Verdict: v.Word, Confidence: v.Confidence, Reason: v.Reason, Sources: []jsonPair{},
	}
	if len(c.Readings) > 0 {
		out.Time = &jsonTime{intervalJSON(spokenTime(c)), w.because(spokenBecause(c))}
	}
	for _, p := range v.Pairs {
		out.Sources = append(out.Sources, jsonPair{p.Reference, p.Verdict, oneLine(p)})
	}
	return out
}

// spokenTime is the hull of all the times a claim may speak of.
func spokenTime(c *article.Claim) when.Interval {
	all := make([]when.Interval, len(c.Readings))
	for i, r := range c.Readings {
		all[i] = r.When
	}
	return hull(all)
}

// spokenBecause is what its times were read from, those left out at the end.
func spokenBecause(c *article.Claim) []article.Premise {
	var all []article.Premise
	for _, r := range c.Readings {
		all = append(all, r.Because...)
	}
	for _, r := range c.Dropped {
		for _, p := range r.Because {
			p.Dropped = true
			all = append(all, p)
		}
	}
	return all
}

// oneLine is a pair's inequality, with what makes it doubtful.
func oneLine(p check.Pair) string {
	return strings.Trim(p.Line+"; "+p.Doubt, "; ")
}

func worthy(w float64) float64 {
	if math.IsNaN(w) {
		return 0
	}
	return math.Round(min(max(w, 0), 1)*1000) / 1000
}

func (w scribe) finding(f check.Finding) jsonFinding {
	out := jsonFinding{
		Rule: f.Rule, Severity: f.Severity.String(), Decision: f.Decision, jsonSpan: w.span(f.Span),
		Message: f.Message, Help: f.Help, Inequality: f.Line, Fingerprint: f.Fingerprint,
		Claims: []string{}, References: append([]int{}, f.References...), Proof: []jsonPremise{},
	}
	for _, c := range f.Claims {
		out.Claims = append(out.Claims, claimID(c))
	}
	for _, p := range f.Proof {
		because := p.Words
		if because == "" {
			because = p.How
		}
		out.Proof = append(out.Proof, jsonPremise{p.What, intervalJSON(p.When), because, w.somewhere(p.Span), p.Almanac, p.Doubt, p.Dropped})
	}
	for _, r := range f.Related {
		out.Related = append(out.Related, jsonRelated{w.span(r.Span), r.Label})
	}
	for _, x := range f.Fixes {
		fix := jsonFix{Message: x.Message, Safe: x.Safe}
		for _, e := range x.Edits {
			fix.Edits = append(fix.Edits, jsonEdit{w.span(e.Span), e.Text})
		}
		out.Fixes = append(out.Fixes, fix)
	}
	return out
}
