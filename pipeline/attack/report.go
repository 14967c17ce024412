package attack

import (
	"fmt"
	"strings"
)

// Total adds reports up, kind by kind.
func Total(reports []Report) Report {
	total := Report{Article: "all articles"}
	for _, r := range reports {
		for i, o := range r.Kinds {
			if i == len(total.Kinds) {
				total.Kinds = append(total.Kinds, Outcome{Kind: o.Kind})
			}
			total.Kinds[i].Places += o.Places
			total.Kinds[i].Planted = append(total.Kinds[i].Planted, o.Planted...)
		}
	}
	return total
}

// Text returns the report as a table of at most 80 columns, with the faults that
// went unseen below it, at most unseen of each kind.
func (r *Report) Text(unseen int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n  %-26s %-8s %7s %7s %7s\n", r.Article, "fault", "", "places", "planted", "caught")
	var sums [2]struct{ planted, seen int }
	elsewhere := 0
	for _, o := range r.Kinds {
		class, name := 1, ""
		if o.Decision {
			class, name = 0, "decision"
		}
		seen := "-"
		if n := len(o.Planted); n > 0 {
			seen = fmt.Sprintf("%.0f %%", 100*float64(o.Seen())/float64(n))
		}
		fmt.Fprintf(&b, "  %-26s %-8s %7d %7d %7s\n", o.Name, name, o.Places, len(o.Planted), seen)
		sums[class].planted += len(o.Planted)
		sums[class].seen += o.Seen()
		for _, p := range o.Planted {
			elsewhere += p.Elsewhere
		}
	}
	b.WriteByte('\n')
	for class, name := range []string{"decision kinds", "other kinds"} {
		if s := sums[class]; s.planted > 0 {
			fmt.Fprintf(&b, "  %s: %d of %d caught, %.1f %%\n", name, s.seen, s.planted, 100*float64(s.seen)/float64(s.planted))
		}
	}
	fmt.Fprintf(&b, "  decisions where nothing was planted: %d\n", elsewhere)
	b.WriteString(r.unseen(unseen))
	return b.String()
}

// unseen lists the faults that nothing noticed.
func (r *Report) unseen(most int) string {
	var b strings.Builder
	for _, o := range r.Kinds {
		told := 0
		for _, p := range o.Planted {
			if o.Noticed(p) {
				continue
			}
			if told++; told > most {
				continue
			}
			if b.Len() == 0 {
				b.WriteString("\nwent unseen\n")
			}
			weak := ""
			if len(p.Caught) > 0 {
				weak = " (" + strings.Join(p.Caught, ", ") + ", but no decision)"
			}
			fmt.Fprintf(&b, "  %s, %s:%d: %s%s\n", o.Name, p.Article, p.Line, p.Words, weak)
		}
		if told > most && most > 0 {
			fmt.Fprintf(&b, "  %s: %d more\n", o.Name, told-most)
		}
	}
	return b.String()
}
