package reference

import "citevet/pipeline/check"

// reportTogether reports findings of one cause as one: a single one as it
// stands, several at the first of them, with message and the others as places
// of their own. Fixes of the parts become one fix, safe where all of them are;
// a part without a fix leaves the whole without one.
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
		f.Fixes = joinFixes(f.Fixes, g.Fixes)
	}
	p.Report(f)
}

// joinFixes makes one fix of the first of each side, which stand in this order.
func joinFixes(a, b []check.Fix) []check.Fix {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	edits := append(a[0].Edits[:len(a[0].Edits):len(a[0].Edits)], b[0].Edits...)
	return []check.Fix{{Message: a[0].Message, Edits: edits, Safe: a[0].Safe && b[0].Safe}}
}
