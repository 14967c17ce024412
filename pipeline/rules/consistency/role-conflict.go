package consistency

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed role-conflict.md
var roleConflictPage string

var roleConflict = check.NewRule(check.Meta{
	Name:     "role-conflict",
	Family:   "consistency",
	Summary:  "one person is told as holding an office and as not holding it",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     roleConflictPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	dated := datedSentences(a)
	var order []string
	people := map[string][]mention{}
	for i := range a.Entities {
		m, ok := mentionOf(p.Almanac, a, i, dated)
		if !ok || slices.ContainsFunc(people[a.Entities[i].ID], m.says) {
			continue
		}
		id := a.Entities[i].ID
		if people[id] == nil {
			order = append(order, id)
		}
		people[id] = append(people[id], m)
	}
	if len(order) == 0 {
		return
	}
	told := changed(a)
	for _, id := range order {
		if !told[id] {
			reportConflicts(p, people[id])
		}
	}
})

// status is how a mention ties a person to an office.
type status int

const (
	holds   status = iota // "Secretary of State X"
	aspires               // "X, a nominee for secretary of state"
	left                  // "former Secretary of State X"
)

// mention is one place where the text, in the present, ties a person to an office.
type mention struct {
	entity          int
	status          status
	office, country string
}

// says reports whether two mentions tie a person to one office in the same way.
func (m mention) says(n mention) bool {
	return m.status == n.status && m.office == n.office && m.country == n.country
}

// mentionOf reads the role that an entity's mention carries, if its sentence is
// told in the present and names no date.
func mentionOf(alm *almanac.Almanac, a *article.Article, i int, dated map[int]bool) (mention, bool) {
	e := &a.Entities[i]
	if e.Kind != article.Person || e.ID == "" || e.Role.IsZero() {
		return mention{}, false
	}
	m := mention{entity: i}
	var ok bool
	if m.status, m.office, m.country, ok = readRole(alm, e.Role.Text); !ok {
		return mention{}, false
	}
	s, ok := sentenceAt(a, e.Span)
	return m, ok && !dated[s] && toldAsPresent(a, s, e.Role.Span)
}

// reportConflicts reports the first pair of mentions, for each office, that
// exclude each other.
func reportConflicts(p *check.Pass, mentions []mention) {
	said := map[string]bool{}
	for _, m := range mentions {
		if m.status != holds || said[m.office] {
			continue
		}
		for _, n := range mentions {
			if n.status == holds || n.office != m.office || n.country != "" && m.country != "" && n.country != m.country {
				continue
			}
			if bothCanBe(p, m, n) {
				continue
			}
			said[m.office] = true
			p.Report(conflict(p, m, n))
			break
		}
	}
}

// elective are offices whose holder runs for them again while in office, and
// whose former holders keep the title.
var elective = map[string]bool{
	"president": true, "prime minister": true, "chancellor": true, "governor": true, "senator": true, "representative": true, "mayor": true,
	"leader": true, "first minister": true, "member of parliament": true, "speaker": true, "speaker of the house": true, "vice president": true,
	"deputy prime minister": true, "monarch": true, "pope": true, "ambassador": true, "justice": true, "chief justice": true, "crown prince": true,
	"patriarch": true, "cardinal": true,
}

// bothCanBe reports whether one person can be told both ways without a
// contradiction: by custom of the office, or because terms of it lie on both
// sides of today.
func bothCanBe(p *check.Pass, holder, other mention) bool {
	if elective[holder.office] {
		return true
	}
	name := p.Article.Entities[holder.entity].Name
	return len(p.Almanac.Holder(holder.office, holder.country, name)) > 1
}

func conflict(p *check.Pass, holder, other mention) check.Finding {
	a := p.Article
	e, o := a.Entities[holder.entity], a.Entities[other.entity]
	f := check.Finding{
		Span:    o.Span.Hull(o.Role.Span),
		Message: fmt.Sprintf("%s is told as “%s” here and as “%s” elsewhere, both in the present", e.Name, oneLine(o.Role.Text), oneLine(e.Role.Text)),
		Help:    "say when the one ended and the other began, or keep the one that holds",
		Label:   oneLine(o.Role.Text),
		Related: []check.Related{{Span: e.Span.Hull(e.Role.Span), Label: oneLine(e.Role.Text)}},
	}
	for _, t := range p.Almanac.Holder(holder.office, holder.country, e.Name) {
		premise := article.Premise{What: "in office", Words: oneLine(words(a, f.Related[0].Span)), Span: f.Related[0].Span, Almanac: t.ID, When: t.When, How: "almanac"}
		if !t.Checked {
			premise.Doubt = "the almanac row is unchecked"
		}
		f.Proof = append(f.Proof, premise)
	}
	return f
}

func words(a *article.Article, s article.Span) string { return a.Text[s.Start:s.End] }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
