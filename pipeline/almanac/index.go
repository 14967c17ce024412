package almanac

import (
	"slices"
	"strings"
)

func (a *Almanac) buildIndex() {
	a.index = index{
		people:      make(map[string][]int, 2*len(a.terms)),
		surnames:    make(map[string][]int, len(a.terms)),
		outletNames: make(map[string][]int, 3*len(a.outlets)),
		domains:     make(map[string][]int, 2*len(a.outlets)),
		places:      make(map[string]int, 4*len(a.countries)),
		demonyms:    make(map[string]int, 2*len(a.countries)),
		offices:     make(map[string]int, 4*len(a.offices)),
	}
	for i, t := range a.terms {
		a.indexTerm(i, t)
	}
	a.shareNames()
	for i, o := range a.outlets {
		for _, n := range append([]string{o.Name}, o.Aliases...) {
			a.indexOutletName(i, n)
		}
		for _, d := range o.Domains {
			put(a.index.domains, d, i)
		}
	}
	for i, c := range a.countries {
		for _, n := range append([]string{c.Name}, c.Aliases...) {
			first(a.index.places, fold(n), i)
		}
		for _, n := range c.Demonyms {
			first(a.index.demonyms, fold(n), i)
		}
	}
	for i, o := range a.offices {
		for _, n := range slices.Concat([]string{o.name}, o.aliases, o.titles) {
			first(a.index.offices, fold(n), i)
		}
	}
}

func (a *Almanac) indexTerm(i int, t Term) {
	person := fold(t.Person)
	put(a.index.people, person, i)
	for _, n := range t.Names {
		a.indexName(i, n)
	}
	surname := person
	if t.Surname != t.Person {
		surname = fold(t.Surname)
	}
	put(a.index.surnames, surname, i)
	// Where the family name comes first, or people are called by their first
	// name, the other end of the name is used as one too.
	if at := strings.LastIndexByte(person, ' '); at >= 0 && slices.Contains(familyNameFirst, t.Country) {
		put(a.index.surnames, person[:strings.IndexByte(person, ' ')], i)
		put(a.index.surnames, person[at+1:], i)
	}
}

// paperWords are what newspapers are called for short, folded: "The Times" is
// any of dozens.
var paperWords = []string{
	"argus", "bulletin", "chronicle", "citizen", "courier", "dispatch", "examiner", "express", "gazette", "globe", "guardian", "herald",
	"independent", "inquirer", "journal", "leader", "mail", "mercury", "mirror", "monitor", "nation", "national", "observer", "post",
	"press", "record", "register", "republic", "review", "standard", "star", "sun", "telegraph", "times", "tribune",
}

// indexOutletName files an outlet under a name, and under its last word where
// that is all that many say.
func (a *Almanac) indexOutletName(i int, name string) {
	f := foldOutlet(name)
	put(a.index.outletNames, f, i)
	if at := strings.LastIndexByte(f, ' '); at >= 0 && slices.Contains(paperWords, f[at+1:]) {
		put(a.index.outletNames, f[at+1:], i)
	}
}

// shareNames lets every row of a person be found under the names of all the
// person's rows: tables know different forms.
func (a *Almanac) shareNames() {
	for i, t := range a.terms {
		if len(t.Names) == 0 {
			continue
		}
		same := a.index.people[fold(t.Person)]
		if len(same) < 2 {
			continue
		}
		for _, j := range slices.Clone(same) {
			other := a.terms[j]
			if i == j || other.Person != t.Person || other.Country != t.Country {
				continue
			}
			for _, n := range t.Names {
				a.indexName(j, n)
			}
		}
	}
}

// indexName files a row under another form of the person's name. "Lula" for
// "Lula da Silva": a name of one word is used like a surname.
func (a *Almanac) indexName(i int, name string) {
	f := fold(name)
	put(a.index.people, f, i)
	if !strings.Contains(f, " ") {
		put(a.index.surnames, f, i)
	}
}

// familyNameFirst lists countries where the first word of a name can stand for
// the person as the last does elsewhere.
var familyNameFirst = []string{
	"CN", "TW", "KR", "KP", "JP", "VN", "KH", "LA", "MM", "TH", "SG", "MY", "ID", "MN", "BT", "HU", "ET", "ER", "IS",
}

func put(m map[string][]int, key string, i int) {
	if at := m[key]; !slices.Contains(at, i) {
		m[key] = append(at, i)
	}
}

func first(m map[string]int, key string, i int) {
	if _, taken := m[key]; !taken {
		m[key] = i
	}
}
