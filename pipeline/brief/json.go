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
	all := jsonResults{Schema: Schema, Tool: toolOf(results, run), Articles: []jsonArticle{}, Findings: []jsonFinding{}, Summary: summarize(results)}
	for _, r := range results {
		all.Articles = append(all.Articles, articleJSON(r, o))
	}
	data, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return append(data, '\n'), nil
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
		Schema   int           `json:"schema"`
		Tool     jsonTool      `json:"tool"`
		Findings []jsonFinding `json:"findings"`
		Summary  jsonSummary   `json:"summary"`
	}{Schema, toolOf(results, run), []jsonFinding{}, summarize(results)}
	if err := line.Encode(last); err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return out.Bytes(), nil
}

type jsonResults struct {
	Schema   int           `json:"schema"`
	Tool     jsonTool      `json:"tool"`
	Articles []jsonArticle `json:"articles"`
	Findings []jsonFinding `json:"findings"` // across articles
	Summary  jsonSummary   `json:"summary"`
}

type jsonTool struct {
	Name    string   `json:"name"`
	Version string   `json:"version,omitempty"`
	Config  string   `json:"config,omitempty"`
	Rules   []string `json:"rules,omitempty"`
	AsOf    string   `json:"as_of,omitempty"`
}

type jsonSummary struct {
	Articles   int `json:"articles"`
	Claims     int `json:"claims"`
	References int `json:"references"`
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Infos      int `json:"infos"`
	Decision   int `json:"decision"`
}

type jsonArticle struct {
	Name       string          `json:"name"`
	SHA256     string          `json:"sha256,omitempty"`
	Format     string          `json:"format,omitempty"`
	Language   string          `json:"language,omitempty"`
	Title      string          `json:"title,omitempty"`
	Text       string          `json:"text,omitempty"`
	Dated      *jsonTime       `json:"dated,omitempty"`
	Sentences  []jsonSpan      `json:"sentences"`
	Entities   []jsonEntity    `json:"entities"`
	Times      []jsonTimeWords `json:"times"`
	Citations  []jsonCitation  `json:"citations"`
	References []jsonReference `json:"references"`
	Claims     []jsonClaim     `json:"claims"`
	Findings   []jsonFinding   `json:"findings"`
	Problems   []jsonProblem   `json:"problems"`
}

type jsonSpan struct {
	Start  int        `json:"start"`
	End    int        `json:"end"`
	Source jsonSource `json:"source"`
}

type jsonSource struct {
	Start     int `json:"start"`
	End       int `json:"end"`
	Line      int `json:"line"`
	Column    int `json:"column"`
	EndLine   int `json:"end_line"`
	EndColumn int `json:"end_column"`
}

// jsonDay is a side of an interval: null where open.
type jsonDay when.Date

func (d jsonDay) MarshalJSON() ([]byte, error) {
	if when.Date(d).IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(when.Date(d).String())
}

type jsonInterval struct {
	From jsonDay `json:"from"`
	To   jsonDay `json:"to"`
}

// intervalJSON returns nil, which is left out, for an interval that says nothing.
func intervalJSON(i when.Interval) *jsonInterval {
	if i.IsZero() {
		return nil
	}
	return &jsonInterval{jsonDay(i.From), jsonDay(i.To)}
}

type jsonTime struct {
	*jsonInterval
	Because []jsonBecause `json:"because"`
}

type jsonBecause struct {
	What    string      `json:"what"`
	Words   string      `json:"words,omitempty"`
	Source  *jsonSource `json:"source,omitempty"`
	Almanac string      `json:"almanac,omitempty"`
	*jsonInterval
	How     string `json:"how,omitempty"`
	Doubt   string `json:"doubt,omitempty"`
	Dropped bool   `json:"dropped,omitempty"`
}

type jsonEntity struct {
	jsonSpan
	Kind article.EntityKind `json:"kind"`
	Name string             `json:"name"`
	ID   string             `json:"id,omitempty"`
	Role string             `json:"role,omitempty"`
}

type jsonTimeWords struct {
	jsonSpan
	*jsonInterval
	Kind     when.Kind     `json:"kind"`
	Words    string        `json:"words"`
	Relation when.Relation `json:"relation,omitempty"`
	Flaw     string        `json:"flaw,omitempty"`
}

type jsonCitation struct {
	jsonSpan
	Label     string `json:"label,omitempty"`
	Reference *int   `json:"reference"`
	Flaw      string `json:"flaw,omitempty"`
}

type jsonAuthor struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

type jsonReference struct {
	jsonSpan
	Label      string        `json:"label,omitempty"`
	Type       string        `json:"type,omitempty"`
	Authors    []jsonAuthor  `json:"authors,omitempty"`
	Title      string        `json:"title,omitempty"`
	Container  string        `json:"container,omitempty"`
	Publisher  string        `json:"publisher,omitempty"`
	Published  *jsonInterval `json:"published,omitempty"`
	Accessed   *jsonInterval `json:"accessed,omitempty"`
	Updated    *jsonInterval `json:"updated,omitempty"`
	URL        string        `json:"url,omitempty"`
	URLDate    *jsonInterval `json:"url_date,omitempty"`
	DOI        string        `json:"doi,omitempty"`
	ISBN       string        `json:"isbn,omitempty"`
	ISSN       string        `json:"issn,omitempty"`
	Volume     string        `json:"volume,omitempty"`
	Issue      string        `json:"issue,omitempty"`
	Pages      string        `json:"pages,omitempty"`
	ArchiveURL string        `json:"archive_url,omitempty"`
	Archived   *jsonInterval `json:"archived,omitempty"`
}

type jsonClaim struct {
	ID string `json:"id"`
	jsonSpan
	Worthy     float64          `json:"worthy"`
	Mood       article.Mood     `json:"mood,omitempty"`
	Time       *jsonTime        `json:"time,omitempty"`
	Citations  []int            `json:"citations"`
	Entities   []int            `json:"entities"`
	Verdict    check.Word       `json:"verdict"`
	Confidence check.Confidence `json:"confidence"`
	Reason     string           `json:"reason,omitempty"`
	Sources    []jsonPair       `json:"sources"`
}

type jsonPair struct {
	Reference int               `json:"reference"`
	Verdict   check.PairVerdict `json:"verdict"`
	Proof     string            `json:"proof,omitempty"`
}

type jsonFinding struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Decision bool   `json:"decision"`
	jsonSpan
	Message     string        `json:"message"`
	Help        string        `json:"help,omitempty"`
	Claims      []string      `json:"claims"`
	References  []int         `json:"references"`
	Proof       []jsonPremise `json:"proof"`
	Inequality  string        `json:"inequality,omitempty"`
	Related     []jsonRelated `json:"related,omitempty"`
	Fixes       []jsonFix     `json:"fixes,omitempty"`
	Fingerprint string        `json:"fingerprint,omitempty"`
}

type jsonPremise struct {
	What string `json:"what"`
	*jsonInterval
	Because string      `json:"because,omitempty"`
	Source  *jsonSource `json:"source,omitempty"`
	Almanac string      `json:"almanac,omitempty"`
	Doubt   string      `json:"doubt,omitempty"`
	Dropped bool        `json:"dropped,omitempty"`
}

type jsonRelated struct {
	jsonSpan
	Label string `json:"label,omitempty"`
}

type jsonFix struct {
	Message string `json:"message"`
	jsonSpan
	Text string `json:"text"`
}

type jsonProblem struct {
	Message string      `json:"message"`
	Source  *jsonSource `json:"source,omitempty"`
}

func toolOf(results []check.Result, run Run) jsonTool {
	t := jsonTool{Name: cmp.Or(run.Tool, "citevet"), Version: run.Version, Config: run.Config}
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

func summarize(results []check.Result) jsonSummary {
	s := jsonSummary{Articles: len(results)}
	for _, r := range results {
		n := countsOf(r)
		s.Claims += n.Claims
		s.References += n.Sources
		s.Errors += n.Errors
		s.Warnings += n.Warnings
		s.Infos += n.Infos
		s.Decision += n.Decisions
	}
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
			w.span(t.Span()), intervalJSON(hull(t.Readings)), t.Kind, a.Words(t.Span()), t.Relation, t.Flaw,
		})
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
		out.Claims = append(out.Claims, w.claim(v))
	}
	for _, f := range inPosition(r.Findings) {
		out.Findings = append(out.Findings, w.finding(f))
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

func (w scribe) reference(r *article.Reference) jsonReference {
	out := jsonReference{
		jsonSpan: w.span(r.Span), Label: r.Label.Text, Type: r.Type, Title: r.Title.Text, Container: r.Container.Text,
		Publisher: r.Publisher.Text, Published: intervalJSON(r.Published.When), Accessed: intervalJSON(r.Accessed.When),
		Updated: intervalJSON(r.Updated.When), URL: r.URL.Text, URLDate: intervalJSON(r.URLDate.When),
		DOI: r.DOI.Text, ISBN: r.ISBN.Text, ISSN: r.ISSN.Text, Volume: r.Volume.Text, Issue: r.Issue.Text, Pages: r.Pages.Text,
		ArchiveURL: r.ArchiveURL.Text, Archived: intervalJSON(r.Archived.When),
	}
	for _, n := range r.Authors {
		out.Authors = append(out.Authors, jsonAuthor(n))
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
		out.Fixes = append(out.Fixes, jsonFix{x.Message, w.span(x.Span), x.Text})
	}
	return out
}
