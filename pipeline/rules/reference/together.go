package reference

import "citevet/pipeline/check"

// reportTogether reports findings of one cause as one: a single one as it
// stands, several at the first of them, with message and the others as places
// of their own.
func reportTogether(p *check.Pass, found []check.Finding, message string) {
	if len(found) == 0 {
		return
	}
	f := found[0]
	if len(found) > 1 {
		f.Message = message
	}
	for _, g := range found[1:] {
		f.Severity = max(f.Severity, g.Severity)
		f.Related = append(f.Related, check.Related{Span: g.Span, Label: g.Label})
		f.Related = append(f.Related, g.Related...)
		f.References = append(f.References, g.References...)
	}
	f.Fixes = joinFixes(found)
	p.Report(f)
}

// joinFixes makes one fix of the first of each finding, which stand in order. It
// is safe where all of them are; a finding without a fix leaves all without one.
func joinFixes(found []check.Finding) []check.Fix {
	var whole check.Fix
	for i, f := range found {
		if len(f.Fixes) == 0 {
			return nil
		}
		if i == 0 {
			whole.Message, whole.Safe = f.Fixes[0].Message, true
		}
		whole.Edits = append(whole.Edits, f.Fixes[0].Edits...)
		whole.Safe = whole.Safe && f.Fixes[0].Safe
	}
	return []check.Fix{whole}
}
