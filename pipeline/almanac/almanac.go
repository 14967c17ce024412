// Package almanac holds dated background facts: who held which office when, and
// which outlets there are under which names and domains. Every row is data, in a
// file with its source and licence beside it, and carries whether it was checked
// against such a source; an unchecked row can warn, never accuse.
//
// The rows that come with citevet are under data, see data/README.md there;
// [Almanac.With] adds a user's own.
//
// Answers err on the side of more: where a name could be several people, or a
// person's terms are known from two lists, all of them are returned, since each
// further reading can only acquit.
package almanac

import "citevet/pipeline/when"

// Term is one person's time in one office.
type Term struct {
	ID      string   // "us-executive/trump-2025": names the file and the row
	Person  string   // "Donald Trump"; the surname alone where the source gives no more
	Surname string   // "Trump", "von der Leyen"
	Names   []string // other forms the person goes by: "Donald J. Trump"
	Office  string   // canonical, as [Almanac.Office] returns it: "president", "secretary of state", "leader"
	Country string   // ISO 3166-1 alpha-2: "US"; "EU" and "UN" for those bodies, empty where there is none
	// When holds every day the person may have held the office. A bound that
	// is known to the month or year alone lies at that stretch's outer day.
	When when.Interval
	// OpenEnd says that the row's end is not known: its source ended before
	// the term did. When is then open to the right.
	OpenEnd bool
	// Acting says that the person stood in for a holder.
	Acting  bool
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

// Country is a state, a former state or one of the United States.
type Country struct {
	Code     string // ISO 3166-1 alpha-2, of former states as withdrawn ("SU"); ISO 3166-2 for the United States' ("US-TX")
	Alpha3   string // ISO 3166-1 alpha-3, empty for the United States' states
	Name     string
	Aliases  []string
	Demonyms []string // adjectives and peoples: "Kazakh", "Kazakhstani"
	Parent   string   // Code of the state it is part of, else empty
}

// office is a kind of post, with the phrases that name it.
type office struct {
	name     string   // canonical: "secretary of state"
	country  string   // the country that the bare phrase means, empty for any
	aliases  []string // "u.s. secretary of state" needs none: countries are read off
	titles   []string // forms that stand before a holder's name: "Secretary of State"
	leads    bool     // its holder heads a state or government, so "the X administration" can mean the term
	complete string   // the country of which the rows list every holder there has been, else empty
}

// Almanac is a set of rows to ask. It does not change once made and may be
// asked from many goroutines at once.
type Almanac struct {
	terms     []Term
	outlets   []Outlet
	countries []Country
	offices   []office
	shared    []string // registrable domains that carry the works of many publishers
	index     index
}

// index finds rows by folded names. Its values are positions in the almanac's
// slices, in order.
type index struct {
	people      map[string][]int // full names
	surnames    map[string][]int
	outletNames map[string][]int
	domains     map[string][]int
	places      map[string]int // countries and states by name, alias and code
	demonyms    map[string]int
	offices     map[string]int
}

// Terms returns every term of office, in the order of the files.
func (a *Almanac) Terms() []Term { return append([]Term(nil), a.terms...) }

// Outlets returns every outlet, in the order of the files.
func (a *Almanac) Outlets() []Outlet { return append([]Outlet(nil), a.outlets...) }

// Countries returns every country, former ones and the United States' states
// last.
func (a *Almanac) Countries() []Country { return append([]Country(nil), a.countries...) }
