package brief

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
	"time"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// draft is an article put together by hand, judged by the real time engine.
type draft struct {
	t testing.TB
	a article.Article
	f []check.Finding
}

func newDraft(t testing.TB, text string) *draft {
	t.Helper()
	d := &draft{t: t}
	d.a.Name, d.a.Format, d.a.Language = "corpus/trial.txt", "text", "en"
	d.a.Text, d.a.Source = text, []byte(text)
	d.a.Origin = []article.Piece{{Text: 0, Len: len(text), Source: 0, SourceLen: len(text)}}
	return d
}

// at returns the first place of words in the text.
func (d *draft) at(words string) article.Span {
	d.t.Helper()
	i := strings.Index(d.a.Text, words)
	if i < 0 {
		d.t.Fatalf("%q is not in the text", words)
	}
	return article.Span{Start: i, End: i + len(words)}
}

func day(y, m, n int) when.Date { return when.Date{Year: y, Month: time.Month(m), Day: n} }

// reference adds an entry; zero dates are left out.
func (d *draft) reference(publisher, title, url string, published when.Interval, read when.Date) {
	label := fmt.Sprint(len(d.a.References) + 1)
	r := article.Reference{
		Label: article.Field{Text: label}, Type: "webpage", Publisher: article.Field{Text: publisher},
		Title: article.Field{Text: title}, URL: article.Field{Text: url},
		Authors: []article.Name{{Literal: publisher}},
	}
	if i := strings.Index(d.a.Text, title); title != "" && i >= 0 {
		r.Span = article.Span{Start: i, End: i + len(title)}
	}
	if !published.IsZero() {
		r.Published = article.DateField{Field: article.Field{Text: timeWords(published)}, When: published, Readings: []when.Interval{published}}
	}
	if !read.IsZero() {
		r.Accessed = article.DateField{Field: article.Field{Text: dayWords(read)}, When: when.Day(read), Readings: []when.Interval{when.Day(read)}}
	}
	d.a.References = append(d.a.References, r)
}

// claim adds a claim that speaks of a time, zero for none, behind entries by
// their numbers.
func (d *draft) claim(words string, of when.Interval, from string, entries ...int) {
	d.t.Helper()
	c := article.Claim{Span: d.at(words), Mood: article.Asserted, Worth: 0.8, Sentence: -1, Through: len(d.a.Claims)}
	if !of.IsZero() {
		because := article.Premise{What: "speaks of", Words: from, When: of, How: "stated"}
		if from != "" {
			because.Span = d.at(from)
		}
		c.Readings = []article.Reading{{When: of, Shape: article.Point, Basis: article.ByWords, Because: []article.Premise{because}}}
	}
	for _, n := range entries {
		marker := article.Span{Start: c.Span.End - 1, End: c.Span.End}
		c.Citations = append(c.Citations, len(d.a.Citations))
		d.a.Citations = append(d.a.Citations, article.Citation{Span: marker, Marker: marker, Label: fmt.Sprint(n), Reference: n - 1, Sentence: -1})
	}
	d.a.Claims = append(d.a.Claims, c)
}

func (d *draft) entity(words string, kind article.EntityKind, role string) {
	d.t.Helper()
	n := len(d.a.Entities)
	span := d.at(words)
	d.a.Entities = append(d.a.Entities, article.Entity{Span: span, Kind: kind, Name: words, ID: string(kind) + ":" + words, Role: article.Field{Text: role}})
	for i := range d.a.Claims {
		if d.a.Claims[i].Span.Contains(span) {
			d.a.Claims[i].Entities = append(d.a.Claims[i].Entities, n)
		}
	}
}

func (d *draft) finding(f check.Finding) { d.f = append(d.f, f) }

// judged returns the result as the driver would.
func (d *draft) judged() check.Result {
	sum := sha256.Sum256(d.a.Source)
	r := check.Result{Article: &d.a, SHA256: hex.EncodeToString(sum[:]), AsOf: day(2026, 3, 1), Findings: d.f}
	r.Sources, r.Verdicts = check.Judge(&d.a)
	r.Rules = []check.Meta{
		{Name: "as-of-after-access", Family: "temporal", Severity: check.Error, Decision: true},
		{Name: "role-conflict", Family: "consistency", Severity: check.Warning},
		{Name: "generic-title", Family: "reference", Severity: check.Error},
		{Name: "no-access-date", Family: "reference", Severity: check.Info},
	}
	return r
}

var trialRun = Run{Tool: "citevet", Version: "0.1.0", Config: "c0ffee", AsOf: day(2026, 3, 1), Command: "citevet run --as-of 2026-03-01 corpus/trial.txt"}

const harbourText = `Harbour bill stalls as Ana Petrova waits
In March 2025 the city council of Northport passed the harbour bill, and Ana Petrova called it a victory [1][2].
The old quay was closed in 2012 after a storm [3].
As of mid-2025 the harbour fund still had no chair, according to the council [1][4].
Fishing families along the coast expect a better season.
`

// harbour is a small article with findings of all severities.
func harbour(t testing.TB) *draft {
	d := newDraft(t, harbourText)
	d.a.Title = "Harbour bill stalls as Ana Petrova waits"
	d.a.Dated = article.Dating{When: when.Years(2025, 2026), Because: []article.Premise{{What: "speaks of", Words: "mid-2025", When: when.Interval{From: day(2025, 5, 1), To: day(2025, 8, 31)}, How: "stated"}}}
	d.reference("Northport Gazette", "Council debates the harbour", "https://www.gazette.example/2021/02/council-debates-the-harbour", when.Year(2021), day(2025, 1, 15))
	d.reference("Harbour Weekly", "Harbour bill passes", "https://weekly.example/2025/03/20/harbour-bill-passes", when.Month(2025, 3), day(2026, 1, 10))
	d.reference("Coast Radio", "Storm closes quay", "https://coast.example/a/1", when.Year(2013), day(2025, 1, 15))
	d.reference("The Examiner", "A fund without a chair", "https://examiner.example/x", when.Year(2021), day(2025, 1, 15))
	d.a.References[0].URLDate = article.DateField{Field: article.Field{Text: "2021/02"}, When: when.Month(2021, 2)}
	march, mid := when.Month(2025, 3), when.Interval{From: day(2025, 5, 1), To: day(2025, 8, 31)}
	d.claim("In March 2025 the city council of Northport passed the harbour bill, and Ana Petrova called it a victory", march, "March 2025", 1, 2)
	d.claim("The old quay was closed in 2012 after a storm", when.Year(2012), "2012", 3)
	d.claim("As of mid-2025 the harbour fund still had no chair, according to the council", mid, "mid-2025", 1, 4)
	d.claim("Fishing families along the coast expect a better season", when.Interval{}, "")
	d.entity("Ana Petrova", article.Person, "mayor")
	d.entity("Northport", article.Place, "")
	d.finding(check.Finding{
		Rule: "as-of-after-access", Severity: check.Error, Decision: true, Span: d.at("As of mid-2025"), Label: "speaks of 2025-05-01..2025-08-31",
		Message: "every source was read before the time the claim speaks of", Help: `cite a source read on or after 2025-05-01, or say "as of January 2025"`,
		Line: "read 2025-01-15 < 2025-05-01", Claims: []int{2}, References: []int{0, 3}, Fingerprint: "aa11",
		Related: []check.Related{{Span: d.at("[1][4]"), Label: "last read 2025-01-15"}},
		Proof: []article.Premise{
			{What: "speaks of", Words: "mid-2025", Span: d.at("mid-2025"), When: mid, How: "stated"},
			{What: "accessed", Words: "15 Jan. 2025", When: when.Day(day(2025, 1, 15)), How: "stated"},
		},
	})
	d.finding(check.Finding{
		Rule: "role-conflict", Severity: check.Warning, Span: d.at("Ana Petrova called"), Message: "one person is given two offices at one time",
		Claims: []int{0}, Fingerprint: "bb22",
	})
	d.finding(check.Finding{Rule: "no-access-date", Severity: check.Info, Span: d.at("[3]"), Message: "the entry does not say when it was read", References: []int{2}, Fingerprint: "cc33"})
	return d
}
