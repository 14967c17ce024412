package check

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// TimeEngine names the judgement of dates in a [Fault], beside the rules' names.
const TimeEngine = "time engine"

// Run judges an article: the time engine once, then each rule. The rules are as
// [Configure] returned them, or any list that [Validate] accepts. asOf is the
// day of the run.
//
// A rule that panics loses its findings on this article and becomes a Fault; the
// others still speak. Findings come decisions first, then by severity, position
// and rule. The same arguments give the same Result.
func Run(rules []*Rule, a *article.Article, alm *almanac.Almanac, asOf when.Date) Result {
	sum := sha256.Sum256(a.Source)
	r := Result{Article: a, SHA256: hex.EncodeToString(sum[:]), AsOf: asOf}
	if fault := guard(TimeEngine, func() { r.Sources, r.Verdicts = Judge(a) }); fault != nil {
		r.Faults = append(r.Faults, *fault)
		r.Sources, r.Verdicts = unjudged(a)
	}
	pass := Pass{Article: a, Almanac: alm, AsOf: asOf, Verdicts: r.Verdicts, Sources: r.Sources}
	names := namesOf(rules)
	for _, rule := range rules {
		if rule.listed != nil {
			names = rule.listed
		}
		r.Rules = append(r.Rules, rule.Meta)
		if !rule.Last {
			r.apply(rule, pass)
		}
	}
	slices.SortStableFunc(r.Findings, byConsequence)
	fingerprint(a, r.Findings)
	pass.Suppressions = suppressions(a, names)
	r.Findings, r.Accepted = suppress(r.Findings, pass.Suppressions, namesOf(rules))
	said := len(r.Findings)
	for _, rule := range rules {
		if rule.Last {
			r.apply(rule, pass)
		}
	}
	fingerprint(a, r.Findings[said:])
	slices.SortStableFunc(r.Findings, byConsequence)
	return r
}

// apply runs a rule and takes in its findings, or its fault.
func (r *Result) apply(rule *Rule, pass Pass) {
	pass.rule = rule
	if rule.leave != nil {
		var left []any
		if fault := guard(rule.Name, func() { left = rule.leave(&pass, rule.effective()) }); fault != nil {
			r.Faults = append(r.Faults, *fault)
		}
		if len(left) > 0 {
			if r.left == nil {
				r.left = map[string][]any{}
			}
			r.left[rule.Name] = left
		}
		return
	}
	if fault := guard(rule.Name, func() { rule.run(&pass, rule.effective()) }); fault != nil {
		r.Faults = append(r.Faults, *fault)
		return
	}
	for _, f := range pass.findings {
		r.Findings = append(r.Findings, rule.settle(f))
	}
}

// guard runs f and returns its panic as a fault of the named part.
func guard(name string, f func()) (fault *Fault) {
	defer func() {
		if p := recover(); p != nil {
			fault = &Fault{Rule: name, Message: fmt.Sprint(p)}
		}
	}()
	f()
	return nil
}

// unjudged stands in for the time engine's word where it gave none, so that the
// rules that ask about other things can still index it.
func unjudged(a *article.Article) ([]Source, []Verdict) {
	sources := make([]Source, len(a.References))
	for i := range sources {
		sources[i].Reference = i
	}
	verdicts := make([]Verdict, len(a.Claims))
	for i := range verdicts {
		verdicts[i] = Verdict{Claim: i, Word: DateUnknown, Confidence: Low, Support: Supported, Reading: -1}
	}
	return sources, verdicts
}

func (r *Rule) effective() any {
	if r.options != nil {
		return r.options
	}
	return r.defaults
}

// settle gives a finding its final severity and says whether it is a decision.
//
// A configured severity replaces the rule's own. A finding that the rule itself
// held weaker than its own severity, for want of proof, is never raised.
func (r *Rule) settle(f Finding) Finding {
	f.Decision = r.Decision && f.Severity == Error && !f.Supported
	if r.severity != 0 {
		if f.Severity >= r.Meta.Severity {
			f.Severity = r.severity
		} else {
			f.Severity = min(f.Severity, r.severity)
		}
	}
	f.Decision = f.Decision && f.Severity == Error
	return f
}

func byConsequence(a, b Finding) int {
	if a.Decision != b.Decision {
		if a.Decision {
			return -1
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Span.End, b.Span.End),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message),
	)
}
