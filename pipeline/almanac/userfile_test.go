package almanac

import (
	"slices"
	"strings"
	"testing"
)

const ownFile = `
source: minutes of the council
checked: true
terms:
  - person: Jane Q. Sample
    names: [Janey Sample]
    office: mayor
    country: US
    from: 2019-01-07
    to: 2023
  - {person: John Roe, office: mayor, country: US, from: 2024-02, acting: true, checked: false}
outlets:
  - {name: The Springfield Shopper, aliases: [Shopper], domains: [springfieldshopper.com, shopper.co.uk], language: en}
offices:
  - {name: mayor, titles: [Mayor, Hizzoner], leads: true}
`

func TestWithAddsRows(t *testing.T) {
	a, err := Default().With("dir/own.yaml", []byte(ownFile))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := show(a.Holder("Mayor", "US", "Janey Sample")), []string{"Jane Q. Sample 2019-01-07..2023-12-31 *"}; !slices.Equal(got, want) {
		t.Errorf("Holder: got %q, want %q", got, want)
	}
	if got := a.Holder("Hizzoner", "", "Roe"); len(got) != 1 || got[0].ID != "own/roe-2024" || !got[0].OpenEnd || !got[0].Acting || got[0].Checked {
		t.Errorf("Holder of the acting mayor: %+v", got)
	}
	if got, want := show(a.Administration("the Sample administration")), []string{"Jane Q. Sample 2019-01-07..2023-12-31"}; !slices.Equal(got, want) {
		t.Errorf("Administration: got %q, want %q", got, want)
	}
	if got, want := outletNames(a.OutletAt("www.shopper.co.uk")), []string{"The Springfield Shopper springfieldshopper.com"}; !slices.Equal(got, want) {
		t.Errorf("OutletAt: got %q, want %q", got, want)
	}
}

func TestWithLeavesTheOldAlmanacAlone(t *testing.T) {
	before := len(Default().Terms())
	if _, err := Default().With("own.yaml", []byte(ownFile)); err != nil {
		t.Fatal(err)
	}
	if len(Default().Terms()) != before || Default().Outlet("The Springfield Shopper") != nil {
		t.Error("the default almanac has the user's rows")
	}
}

func TestWithReplacesByID(t *testing.T) {
	a, err := Default().With("own.yaml", []byte(`
source: state.gov
terms:
  - {id: us-secretaries/rubio-2025, person: Marco Rubio, office: secretary of state, country: US, from: 2025-01-21, checked: true}
`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := show(a.Holder("Secretary of State", "US", "Marco Rubio")), []string{"Marco Rubio 2025-01-21.. *"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWithNothing(t *testing.T) {
	for _, data := range []string{"", "# nothing yet\n", "terms:\n"} {
		if _, err := Default().With("own.yaml", []byte(data)); err != nil {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestWithRefuses(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"unknown key", "terms:\n  - {person: A B, office: mayor, from: 2019, country: US, untill: 2020}", `own.yaml:2: a term has no key "untill"; its keys are`},
		{"unknown list", "term: []", `own.yaml:1: the file has no key "term"`},
		{"key twice", "checked: true\nchecked: false", `own.yaml:2: "checked" stands twice`},
		{"missing field", "terms:\n  - {person: A B, from: 2019}", `own.yaml:2: "office" is missing; add "office: …"`},
		{"empty field", "terms:\n  - {person: ' ', office: mayor, from: 2019}", `own.yaml:2: "person" is missing`},
		{"no such day", "terms:\n  - {person: A B, office: mayor, from: 2019-02-31}", `own.yaml:2: "from" is no date: "2019-02-31"; write YYYY-MM-DD`},
		{"date in words", "terms:\n  - person: A B\n    office: mayor\n    from: May 2019", `own.yaml:4: "from" is no date: "May 2019"`},
		{"ends before it begins", "terms:\n  - {person: A B, office: mayor, from: 2019, to: 2018}", `own.yaml:2: the term ends on 2018-12-31, before it begins on 2019-01-01`},
		{"country in words", "terms:\n  - {person: A B, office: mayor, from: 2019, country: France}", `own.yaml:2: "France" is no country code`},
		{"not a list", "terms: {person: A B}", `own.yaml:1: "terms" must be a list`},
		{"not a row", "terms: [A B]", `own.yaml:1: a term must be "key: value" pairs`},
		{"not a file", "- a", `own.yaml:1: the file must be "key: value" pairs`},
		{"not text", "terms:\n  - {person: [A, B], office: mayor, from: 2019}", `own.yaml:2: "person" must be plain text`},
		{"not a flag", "checked: maybe", `own.yaml:1: "checked" must be true or false, not "maybe"`},
		{"checked without source", "terms:\n  - {person: A B, office: mayor, from: 2019, checked: true}", `own.yaml:2: a checked row needs a source`},
		{"same id", "terms:\n  - {id: x, person: A B, office: mayor, from: 2019}\n  - {id: x, person: C D, office: mayor, from: 2020}", `own.yaml:3: the id "x" is that of the row on line 2`},
		{"host, not domain", "outlets:\n  - {name: X, domains: [www.x.com]}", `own.yaml:2: "www.x.com" is not a registrable domain; write "x.com"`},
		{"tab in a name", "outlets:\n  - {name: \"X\\tY\", domains: [x.com]}", `own.yaml:2: "name" holds a tab`},
		{"not YAML", "terms: [", "own.yaml: not YAML"},
		{"alias", "terms: &a [*a]", "own.yaml:1:"},
		{"too long", strings.Repeat("#", maxFile+1), "own.yaml: 4194305 bytes are too many"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Default().With("own.yaml", []byte(c.data))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func FuzzWith(f *testing.F) {
	f.Add([]byte(ownFile))
	f.Add([]byte("terms: &a [*a]"))
	f.Add([]byte("? [a]\n: b"))
	f.Add([]byte("a: !!binary x\n<<: *b"))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := new(Almanac).With("own.yaml", data)
		if err != nil {
			return
		}
		for _, term := range a.Terms() {
			a.Holder(term.Office, term.Country, term.Person)
			a.Administration(term.Surname)
		}
	})
}
