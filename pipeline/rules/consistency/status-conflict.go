package consistency

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed status-conflict.md
var statusConflictPage string

var statusConflict = check.NewRule(check.Meta{
	Name:     "status-conflict",
	Family:   "consistency",
	Summary:  "something is told as having come to pass and as not having",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     statusConflictPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	r := read(p.Article)
	var order []string
	told := map[string][]state{}
	for _, st := range r.states() {
		id := st.thing.id
		if told[id] == nil {
			order = append(order, id)
		}
		if len(told[id]) < mostStates {
			told[id] = append(told[id], st)
		}
	}
	for _, id := range order {
		reportStates(p, r, told[id])
	}
})

// mostStates is how many statements of one thing are compared with each other.
const mostStates = 60

// reportStates reports, once for each matter, two statements of one thing that
// exclude each other.
func reportStates(p *check.Pass, r *reading, told []state) {
	said := map[string]bool{}
	for j, b := range told {
		for _, a := range told[:j] {
			matter, ok := r.contradict(a, b, told)
			if !ok || said[matter] {
				continue
			}
			said[matter] = true
			p.Report(statesFinding(p.Article, a, b))
		}
	}
}

// contradict reports whether two statements of one thing cannot both hold, and
// what they are about.
func (r *reading) contradict(a, b state, told []state) (matter string, ok bool) {
	switch {
	case a.axis == b.axis && a.come != b.come && !lastingAxis[a.axis]:
		if a.object != b.object && !(a.object == "*" && oneObject(told, b)) && !(b.object == "*" && oneObject(told, a)) {
			return "", false
		}
		if a.object == "*" && b.object == "*" {
			return "", false // two columns of a table
		}
	case !lastingAxis[a.axis] && !lastingAxis[b.axis], lastingAxis[a.axis] && lastingAxis[b.axis]:
		return "", false
	case lastingAxis[b.axis]:
		a, b = b, a
		fallthrough
	default: // a lasts, b is what would have ended it
		if !b.come || b.object != "" && a.axis != "life" || endOf(b) != a.axis || r.revives(b.thing) {
			return "", false
		}
	}
	not, is := a, b
	if a.come {
		not, is = b, a
	}
	if !not.asOf.IsZero() && (is.dated.IsZero() || !is.dated.Before(not.asOf)) {
		return "", false
	}
	return not.axis + " " + not.object, true
}

var lastingAxis = wordSet(`force life use works`)

// endOf returns the state that an event ends: "was repealed" that of being in
// force. A killing is borne, a death is one's own.
func endOf(b state) string {
	stem, voice, _ := strings.Cut(b.axis, " ")
	axis := ends[stem]
	if axis == "" || voice == "done" && !intransitive[stem] || b.thing.person != (axis == "life") {
		return ""
	}
	return axis
}

// reviving words tell that what had ended began again.
var reviving = wordSet(`reopened reopens restored revived reinstated rebuilt reintroduced re-enacted resumed reactivated renewed reestablished re-established recommissioned`)

// revives reports whether a sentence that speaks of the thing, or of its kind,
// tells that it began again.
func (r *reading) revives(t thing) bool {
	if r.revived == nil {
		r.revived = map[string]bool{}
		for _, s := range r.Sentences {
			if !r.says(s.Tokens.From, s.Tokens.To, reviving) {
				continue
			}
			for i := s.Tokens.From; i < s.Tokens.To; i++ {
				r.revived[r.word(i)] = true
			}
		}
	}
	words := strings.Fields(strings.ToLower(t.name))
	return r.revived["it"] || r.revived[words[len(words)-1]]
}

// oneObject reports whether all that is told of the verb is told of one object.
func oneObject(told []state, of state) bool {
	return !slices.ContainsFunc(told, func(st state) bool { return st.axis == of.axis && st.object != of.object && st.object != "*" })
}

func statesFinding(a *article.Article, there, here state) check.Finding {
	name := here.thing.name
	h, t := oneLine(words(a, here.span)), oneLine(words(a, there.span))
	f := check.Finding{
		Span:    here.span,
		Message: fmt.Sprintf("the text says of %s “%s” here and “%s” elsewhere", name, h, t),
		Help:    "say when the one became the other, or keep the one that holds",
		Label:   h,
		Related: []check.Related{{Span: there.span, Label: t}},
	}
	for _, st := range []state{there, here} {
		iv := st.dated
		if iv.IsZero() {
			iv = st.asOf
		}
		if !iv.IsZero() {
			f.Proof = append(f.Proof, article.Premise{What: "speaks of", Words: oneLine(words(a, st.span)), Span: st.span, When: iv, How: "stated"})
		}
	}
	return f
}
