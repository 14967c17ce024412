// Package almanac holds dated background facts: who held which office when, and
// which outlets there are under which names and domains. Every row is data, in a
// file with its source and licence beside it, and carries whether it was checked
// against such a source; an unchecked row can warn, never accuse.
package almanac

import "citevet/pipeline/when"

// Term is one person's time in one office.
type Term struct {
	ID      string   // "us-executive/trump-2025": names the file and the row
	Person  string   // "Donald Trump"
	Names   []string // other forms the person goes by: "Donald J. Trump"
	Office  string   // canonical: "president", "vice president", "secretary of state", "senator", "prime minister", "head of state"
	Country string   // ISO 3166-1 alpha-2: "US"
	When    when.Interval
	// OpenEnd says that the row's end is "at least until then": its source
	// ended before the term did.
	OpenEnd bool
	Checked bool
}

// Outlet is a publisher of news or reference works.
type Outlet struct {
	ID       string
	Name     string
	Aliases  []string
	Domains  []string // registrable domains, the current one first
	Language string   // BCP 47 of its main edition, empty where unknown
	Checked  bool
}

// Almanac is a set of rows to ask.
type Almanac struct {
	terms   []Term
	outlets []Outlet
}
