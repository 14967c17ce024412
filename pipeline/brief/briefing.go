// Package brief says what was found: the briefing that people read, the
// diagnostics a terminal shows, and the results that programs read.
//
// The briefing is one model, [Briefing]; each of its formats is written from it
// alone, so that all show the same findings in the same order under the same
// IDs. Results for programs are written from [check.Result] as it is.
package brief

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// Run is what a report says of the run that made it.
type Run struct {
	Tool    string // "citevet"
	Version string
	Config  string    // hash of the configuration, hexadecimal
	AsOf    when.Date // the day of the run
	Command string    // the command that reproduces it
}

// Name returns the tool's name with its version.
func (r Run) Name() string { return strings.TrimSpace(cmp.Or(r.Tool, "citevet") + " " + r.Version) }

// Briefing is what a reader is told of one article.
type Briefing struct {
	Run      Run
	Name     string // the input, as the user named it
	Title    string // the article's, or its name where it has none
	Language string // BCP 47
	SHA256   string // of the input, hexadecimal
	AsOf     when.Date
	Dated    string // when the article was written and how that is known

	Cover    Cover
	Counts   Counts
	Findings []Finding
	Timeline Timeline
	Claims   []Claim
	Sources  []Source
	Entities []Entity
	Limits   []string // what could not be read or done
	Fired    []Fired
	Rules    []string // names of all that ran
}

// Fired is a rule that has findings in the article.
type Fired struct {
	Rule     string
	Findings int
	Measured string // its false alarms, as its page gives them; empty before they are measured
}

// Cover is the strip at the head of a briefing.
type Cover struct {
	Tone     Tone
	Verdict  string // in words
	Sentence string // what a reader has to know if nothing else is read
}

// Counts are the numbers of a briefing. Verdicts has one count a row of
// [Verdicts] and sums to Claims.
type Counts struct {
	Claims, Sources, Citations int
	Verdicts                   []int
	Decisions                  int // errors that leave a claim without possible support
	Errors, Warnings, Infos    int // findings as reported; decisions are among the errors
	Places                     int // their sum
}

// Claim is one row of the claim table.
type Claim struct {
	ID         string // "C5"
	Line       int    // of the input, from 1
	Quote      string
	Time       string // what it speaks of, empty where nothing says
	Found      string // how that was found: "words “mid-2025”"
	Sources    []SourceRef
	Word       check.Word
	Confidence check.Confidence
	Reason     string
	Proof      string // the inequality that decides, empty where none does
	Findings   []string
}

// confidence is empty where a verdict rests on no date.
func (c Claim) confidence() string {
	if c.Word == check.Uncited {
		return ""
	}
	return string(c.Confidence)
}

// SourceRef names a source and says what its dates can carry of one claim.
type SourceRef struct {
	Label   string
	Verdict check.PairVerdict
	Line    string
}

// Entity is one named thing with the claims that name it.
type Entity struct {
	Name     string
	Kind     article.EntityKind
	Roles    []string
	Mentions int
	Claims   []string
}

// New returns the briefing of a judged article.
func New(r check.Result, run Run) Briefing {
	a := r.Article
	b := Briefing{
		Run: run, Name: a.Name, SHA256: r.SHA256, AsOf: r.AsOf,
		Title:    titleOf(a),
		Language: cmp.Or(a.Language, "und"),
		Dated:    datedWords(a.Dated),
		Findings: findingsOf(r),
		Limits:   limitsOf(r),
		Entities: entitiesOf(a),
	}
	b.Claims = claimsOf(r, b.Findings)
	b.Sources = sourcesOf(r, b.Findings)
	b.Timeline = timelineOf(r)
	b.Counts = countsOf(r)
	b.Rules, b.Fired = rulesOf(r)
	b.Cover = coverOf(b.Counts, unsupported(r))
	return b
}

func titleOf(a *article.Article) string {
	return quoted(cmp.Or(a.Title, a.Meta.Title, a.Name), 200)
}

func datedWords(d article.Dating) string {
	if d.When.IsZero() {
		return "The article gives no date of its own, and none could be inferred."
	}
	words := "The article's own date is taken to be " + timeWords(d.When)
	var from []string
	for _, p := range d.Because {
		if p.Words != "" && len(from) < 3 {
			from = append(from, "“"+quoted(p.Words, 60)+"”")
		}
	}
	switch {
	case d.Stated:
		return words + ", as stated."
	case len(from) > 0:
		return words + ", inferred from " + joinIDs(from) + "."
	}
	return words + ", as inferred."
}

func rulesOf(r check.Result) (names []string, fired []Fired) {
	for _, m := range r.Rules {
		names = append(names, m.Name)
		n := 0
		for _, f := range r.Findings {
			if f.Rule == m.Name {
				n++
			}
		}
		if n > 0 {
			fired = append(fired, Fired{m.Name, n, sentenceCase(pageSection(m.Page, "Measured"))})
		}
	}
	return names, fired
}

func claimID(i int) string { return fmt.Sprintf("C%d", i+1) }

// label names a reference as its entry and the table do: "[3]", and its place
// in a list without numbers.
func label(a *article.Article, ref int) string {
	if ref < 0 || ref >= len(a.References) {
		return "[?]"
	}
	return quoted(check.SourceLabel(&a.References[ref], ref), 40)
}

func claimsOf(r check.Result, findings []Finding) []Claim {
	a := r.Article
	index := article.NewIndex(&a.Document)
	byClaim := map[string][]string{}
	for _, f := range findings {
		for _, id := range f.Claims {
			byClaim[id] = append(byClaim[id], f.ID)
		}
	}
	claims := make([]Claim, 0, len(r.Verdicts))
	for _, v := range r.Verdicts {
		c := &a.Claims[v.Claim]
		out := Claim{
			ID: claimID(v.Claim), Line: index.Locate(c.Span.Start).Line,
			Quote: quoted(a.Words(c.Span), 900),
			Word:  v.Word, Confidence: v.Confidence, Reason: reasonOf(v), Proof: v.Line,
			Findings: byClaim[claimID(v.Claim)],
		}
		out.Time, out.Found = spokenOf(c, v.Reading)
		for _, p := range v.Pairs {
			out.Sources = append(out.Sources, SourceRef{label(a, p.Reference), p.Verdict, p.Line})
		}
		claims = append(claims, out)
	}
	return claims
}

// reasonOf leaves out a reason that says what the verdict says.
func reasonOf(v check.Verdict) string {
	if v.Word == check.Uncited {
		return ""
	}
	return v.Reason
}

// spokenOf returns the time a claim speaks of and how it was found.
func spokenOf(c *article.Claim, reading int) (time, found string) {
	if reading < 0 || reading >= len(c.Readings) {
		reading = 0
	}
	if len(c.Readings) == 0 {
		if c.Present {
			return "the time of writing", "“" + quoted(c.Cue.Text, 40) + "”"
		}
		return "", ""
	}
	r := c.Readings[reading]
	time = timeWords(r.When)
	if len(c.Readings) > 1 {
		var all []string
		for _, r := range c.Readings {
			all = append(all, timeWords(r.When))
		}
		time = strings.Join(all, ", or ")
	}
	found = string(r.Basis)
	for _, p := range r.Because {
		if p.Words != "" {
			if strings.HasPrefix(strings.ToLower(p.Words), found) {
				found = ""
			}
			return time, strings.TrimSpace(found + " “" + quoted(p.Words, 60) + "”")
		}
	}
	return time, found
}

func entitiesOf(a *article.Article) []Entity {
	byID := map[string]*Entity{}
	for i, e := range a.Entities {
		id := cmp.Or(e.ID, string(e.Kind)+":"+e.Name)
		known := byID[id]
		if known == nil {
			known = &Entity{Name: quoted(cmp.Or(e.Name, a.Words(e.Span)), 80), Kind: e.Kind}
			byID[id] = known
		}
		known.Mentions++
		if role := quoted(e.Role.Text, 80); role != "" && !slices.Contains(known.Roles, role) {
			known.Roles = append(known.Roles, role)
		}
		for c := range a.Claims {
			if slices.Contains(a.Claims[c].Entities, i) && !slices.Contains(known.Claims, claimID(c)) {
				known.Claims = append(known.Claims, claimID(c))
			}
		}
	}
	var list []Entity
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		list = append(list, *byID[id])
	}
	slices.SortStableFunc(list, func(x, y Entity) int {
		return cmp.Or(cmp.Compare(slices.Index(kindOrder, x.Kind), slices.Index(kindOrder, y.Kind)), cmp.Compare(y.Mentions, x.Mentions))
	})
	return list
}

var kindOrder = []article.EntityKind{
	article.Person, article.Organization, article.Place, article.Group, article.Work, article.Event, article.Product, article.OtherEntity,
}

func limitsOf(r check.Result) []string {
	var limits []string
	for i, p := range r.Article.Problems {
		if i == 30 {
			limits = append(limits, plural(len(r.Article.Problems)-i, "further problem")+" like these.")
			break
		}
		limits = append(limits, sentenceCase(quoted(p.Message, 400)))
	}
	for _, f := range r.Faults {
		limits = append(limits, fmt.Sprintf("The rule %s failed on this article and said nothing: %s.", f.Rule, quoted(f.Message, 160)))
	}
	return limits
}

func countsOf(r check.Result) Counts {
	c := Counts{
		Claims: len(r.Verdicts), Sources: len(r.Article.References), Citations: len(r.Article.Citations),
		Verdicts: make([]int, len(Verdicts)),
	}
	for _, v := range r.Verdicts {
		for i := range Verdicts {
			if Verdicts[i].Word == v.Word {
				c.Verdicts[i]++
			}
		}
	}
	for _, f := range r.Findings {
		switch f.Severity {
		case check.Error:
			c.Errors++
		case check.Warning:
			c.Warnings++
		case check.Info:
			c.Infos++
		}
		if f.Decision {
			c.Decisions++
		}
	}
	c.Places = c.Errors + c.Warnings + c.Infos
	return c
}

// unsupported returns the IDs of the claims that a decision is about, in order.
func unsupported(r check.Result) []string {
	var claims []int
	for _, f := range r.Findings {
		if f.Decision {
			claims = append(claims, f.Claims...)
		}
	}
	slices.Sort(claims)
	var ids []string
	for _, c := range slices.Compact(claims) {
		ids = append(ids, claimID(c))
	}
	return ids
}

// coverOf says the outcome in one line and one sentence, given the claims left
// without support.
func coverOf(n Counts, unsupported []string) Cover {
	compared := n.Claims - n.Verdicts[4] - n.Verdicts[5]
	switch {
	case len(unsupported) > 0:
		return Cover{ToneConflict, plural(len(unsupported), "claim") + " without possible support",
			"By their dates none of the sources cited for " + joinIDs(unsupported) + " could know of what is claimed."}
	case n.Errors > 0:
		return Cover{ToneConflict, plural(n.Errors, "error") + " to mend",
			"No claim was found to be left without possible support, but some citations cannot stand as they are."}
	case n.Warnings > 0:
		return Cover{ToneReview, plural(n.Warnings, "point") + " to review",
			"No date rules a citation out; what is listed here needs an editor's eye."}
	case n.Claims == 0:
		return Cover{ToneUnknown, "Nothing to compare", "No claim was found in the article's text."}
	case compared == 0:
		return Cover{ToneUnknown, "No dates to compare", "None of the " + plural(n.Claims, "claim") + " could be compared with a source by date."}
	}
	return Cover{ToneConsistent, "No conflict found",
		fmt.Sprintf("Of %s, %d could be compared with their sources by date, and no conflict was found.", plural(n.Claims, "claim"), compared)}
}

// joinIDs writes at most eight IDs as a list in words.
func joinIDs(ids []string) string {
	switch {
	case len(ids) == 0:
		return ""
	case len(ids) == 1:
		return ids[0]
	case len(ids) > 8:
		return strings.Join(ids[:8], ", ") + fmt.Sprintf(" and %d more", len(ids)-8)
	}
	return strings.Join(ids[:len(ids)-1], ", ") + " and " + ids[len(ids)-1]
}
