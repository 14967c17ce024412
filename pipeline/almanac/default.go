package almanac

import (
	"embed"
	"strings"
	"sync"
	"time"

	"citevet/pipeline/when"
)

//go:generate go run ./internal/reduce

// The tables are written by internal/reduce: flat, because reading the YAML
// they come from would take longer than vetting an article does.
//
//go:embed data/*.tsv data/share-alike/world-leaders.tsv
var files embed.FS

// Default returns the almanac that comes with citevet.
var Default = sync.OnceValue(load)

func load() *Almanac {
	a := &Almanac{terms: make([]Term, 0, 4000), outlets: make([]Outlet, 0, 1200)}
	for _, name := range []string{"us-executive", "us-congress", "us-congress-former", "reign", "share-alike/world-leaders", "us-secretaries", "leaders-unchecked"} {
		a.readTable(name, a.addTerm)
	}
	a.readTable("countries", a.addCountry)
	a.readTable("offices", a.addOffice)
	a.readTable("outlets", a.addOutlet)
	a.readTable("shared-domains", func(f []string) { a.shared = append(a.shared, f[0]) })
	a.buildIndex()
	return a
}

// readTable hands the rows of an embedded table to add, without its head line;
// add must not keep the slice.
// The tables are part of the program, so a row that does not fit is a fault of
// the build, found by every test.
func (a *Almanac) readTable(name string, add func(fields []string)) {
	data, err := files.ReadFile("data/" + name + ".tsv")
	if err != nil {
		panic(err)
	}
	_, rest, _ := strings.Cut(string(data), "\n")
	var fields []string
	for line := range strings.Lines(rest) {
		fields = fields[:0]
		for field := range strings.SplitSeq(strings.TrimSuffix(line, "\n"), "\t") {
			fields = append(fields, field)
		}
		add(fields)
	}
}

// addTerm reads: id, person, surname, other names, office, country, from, to,
// flags (c checked, o open end, a acting).
func (a *Almanac) addTerm(f []string) {
	a.terms = append(a.terms, Term{
		ID: f[0], Person: f[1], Surname: f[2], Names: list(f[3]), Office: f[4], Country: f[5],
		When:    when.Interval{From: day(f[6]), To: day(f[7])},
		Checked: strings.Contains(f[8], "c"), OpenEnd: strings.Contains(f[8], "o"), Acting: strings.Contains(f[8], "a"),
	})
}

// addCountry reads: code, alpha-3, name, aliases, demonyms, parent.
func (a *Almanac) addCountry(f []string) {
	a.countries = append(a.countries, Country{Code: f[0], Alpha3: f[1], Name: f[2], Aliases: list(f[3]), Demonyms: list(f[4]), Parent: f[5]})
}

// addOffice reads: name, country, aliases, titles, flag (l leads), complete.
func (a *Almanac) addOffice(f []string) {
	a.offices = append(a.offices, office{
		name: f[0], country: f[1], aliases: list(f[2]), titles: list(f[3]), leads: f[4] == "l", complete: f[5],
	})
}

// addOutlet reads: id, name, aliases, domains, language, flags (c checked).
func (a *Almanac) addOutlet(f []string) {
	a.outlets = append(a.outlets, Outlet{
		ID: f[0], Name: f[1], Aliases: list(f[2]), Domains: list(f[3]), Language: f[4], Checked: f[5] == "c",
	})
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// day reads YYYY-MM-DD, or nothing. A test reads the tables more strictly.
func day(s string) when.Date {
	if len(s) != len("2006-01-02") {
		return when.Date{}
	}
	two := func(at int) int { return 10*int(s[at]-'0') + int(s[at+1]-'0') }
	return when.Date{Year: 100*two(0) + two(2), Month: time.Month(two(5)), Day: two(8)}
}
