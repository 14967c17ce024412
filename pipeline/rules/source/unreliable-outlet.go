package source

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/check"
)

//go:embed unreliable-outlet.md
var unreliableOutletPage string

var unreliableOutlet = check.NewRule(check.Meta{
	Name:     "unreliable-outlet",
	Family:   "source",
	Summary:  "a claim rests on an outlet that is listed as unreliable",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     unreliableOutletPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	s := supportOf(a)
	found := map[string][]address{}
	var order []string
	for _, x := range addressesOf(a) {
		o, ok := listedOutlet(&x)
		if !ok {
			continue
		}
		for _, c := range s.claimsOf[x.reference] {
			if s.states(c) && !s.mentions(c, &x) {
				if found[o.name] == nil {
					order = append(order, o.name)
				}
				found[o.name] = append(found[o.name], x)
				break
			}
		}
	}
	for _, name := range order {
		o, _ := listedOutlet(&found[name][0])
		p.Report(together(check.Finding{
			Message: fmt.Sprintf("%s %s, %s", counted(a, found[name], "is from", "are from"), name, o.why),
			Help:    "cite another source, or say that it is theirs",
			Label:   name,
			Line:    "listed by: " + o.source,
		}, found[name]))
	}
})

//go:embed outlets/unreliable.tsv
var unreliableTable string

// listing is one row of the list of outlets that are known for what is not so.
type listing struct{ name, why, source string }

// unreliable finds the rows by domain. The table is part of the program: a row
// that does not fit is a fault of the build, found by every test.
var unreliable = func() map[string]listing {
	m := map[string]listing{}
	for line := range strings.Lines(unreliableTable) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if cells[0] == "name" {
			continue
		}
		for d := range strings.SplitSeq(cells[1], "|") {
			m[d] = listing{cells[0], cells[2] + " " + cells[3], cells[4]}
		}
	}
	return m
}()

// listedOutlet returns the row of the outlet that an address belongs to.
func listedOutlet(x *address) (listing, bool) {
	o, ok := unreliable[x.domain]
	return o, ok
}
