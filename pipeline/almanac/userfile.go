package almanac

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"citevet/pipeline/when"
)

// maxFile bounds a user's file, in bytes.
const maxFile = 4 << 20

// With returns a copy of the almanac extended by the rows of one YAML file,
// called name in errors and row IDs. The file holds any of these lists:
//
//	checked: true                  # of all rows that do not say otherwise; false if left out
//	source: minutes of the council # where the rows were checked; needed for checked rows
//	terms:
//	  - person: Jane Q. Sample
//	    names: [Janey Sample]         # other forms of the name
//	    surname: Sample               # if it is not the last word (with "van", "de la" …)
//	    office: mayor
//	    country: US                # ISO 3166-1 alpha-2; left out for offices of no country
//	    from: 2019-01-07           # or 2019-01, or 2019
//	    to: 2023                   # left out while in office
//	    acting: true               # left out for false
//	outlets:
//	  - name: The Springfield Shopper
//	    aliases: [Shopper]
//	    domains: [springfieldshopper.example, shopper.example] # the current one first
//	    language: en
//	offices:
//	  - name: mayor
//	    country: US                # if the bare title means that country's
//	    aliases: [head of the city]
//	    titles: [Mayor, Hizzoner]  # forms that stand before a name
//	    leads: true                # "the Sample administration" can mean a term of it
//	    complete: US               # the terms list every holder there has been in this country
//	countries:
//	  - {code: XK, alpha3: XKX, name: Kosovo, aliases: [], demonyms: [Kosovar], parent: ""}
//	shared_domains: [library.example] # that carry the works of many publishers
//
// A row with the id of one that is there replaces it; ids are otherwise made of
// the file's name, the surname or name, and the first year. Errors name file
// and line and say what would be right: for unknown keys, missing or repeated
// ones, wrong kinds of value, dates the calendar lacks, terms that end before
// they begin, hosts that are not registrable domains, and checked rows of a
// file that names no source.
func (a *Almanac) With(name string, data []byte) (*Almanac, error) {
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s: %d bytes are too many for an almanac file; split it into files of at most %d", name, len(data), maxFile)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("%s: not YAML: %w", name, err)
	}
	r := &reader{file: name, base: strings.TrimSuffix(path.Base(name), path.Ext(name))}
	if len(doc.Content) > 0 {
		r.read(doc.Content[0])
	}
	if r.err != nil {
		return nil, r.err
	}
	return a.extended(r.rows), nil
}

// extended returns a copy of a with rows added or, where the ID is known, replaced.
func (a *Almanac) extended(rows Almanac) *Almanac {
	b := &Almanac{
		terms:     replace(a.terms, rows.terms, func(t Term) string { return t.ID }),
		outlets:   replace(a.outlets, rows.outlets, func(o Outlet) string { return o.ID }),
		countries: replace(a.countries, rows.countries, func(c Country) string { return c.Code }),
		offices:   replace(a.offices, rows.offices, func(o office) string { return o.name }),
		shared:    slices.Concat(a.shared, rows.shared),
	}
	b.buildIndex()
	return b
}

func replace[T any](old, rows []T, id func(T) string) []T {
	at := make(map[string]int, len(old))
	for i, row := range old {
		at[id(row)] = i
	}
	out := slices.Clone(old)
	for _, row := range rows {
		if i, ok := at[id(row)]; ok {
			out[i] = row
			continue
		}
		out = append(out, row)
	}
	return out
}

// reader makes rows of YAML nodes. It keeps the first error and does nothing
// after it.
type reader struct {
	file, base string
	checked    bool
	source     string
	rows       Almanac
	ids        map[string]int // line each ID was first used on
	err        error
}

func (r *reader) fail(n *yaml.Node, format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("%s:%d: %s", r.file, n.Line, fmt.Sprintf(format, args...))
	}
}

func (r *reader) read(n *yaml.Node) {
	r.ids = map[string]int{}
	top := r.mapping(n, "the file", "checked", "source", "terms", "outlets", "offices", "countries", "shared_domains")
	r.checked = r.flag(top, "checked", false)
	r.source = r.text(top, "source")
	for _, row := range r.sequence(top["terms"], "terms") {
		r.term(row)
	}
	for _, row := range r.sequence(top["outlets"], "outlets") {
		r.outlet(row)
	}
	for _, row := range r.sequence(top["offices"], "offices") {
		r.office(row)
	}
	for _, row := range r.sequence(top["countries"], "countries") {
		r.country(row)
	}
	r.rows.shared = r.domains(top, "shared_domains")
}

func (r *reader) term(n *yaml.Node) {
	f := r.mapping(n, "a term", "id", "person", "surname", "names", "office", "country", "from", "to", "acting", "checked")
	r.need(n, f, "person", "office", "from")
	t := Term{
		Person: r.text(f, "person"), Names: r.texts(f, "names"), Office: strings.ToLower(r.text(f, "office")),
		Country: r.text(f, "country"), Acting: r.flag(f, "acting", false), Checked: r.sourced(n, f),
		OpenEnd: f["to"] == nil,
	}
	t.Surname = cmp.Or(r.text(f, "surname"), SurnameOf(t.Person, t.Country))
	t.When = when.Interval{From: r.bound(f, "from").From, To: r.bound(f, "to").To}
	if !t.OpenEnd && t.When.To.Before(t.When.From) {
		r.fail(f["to"], "the term ends on %s, before it begins on %s; check both dates", t.When.To, t.When.From)
	}
	if t.Country != "" && !isCode(t.Country) {
		r.fail(f["country"], "%q is no country code; write two capital letters as in ISO 3166-1, for example US", t.Country)
	}
	t.ID = r.id(n, f, fmt.Sprintf("%s-%04d", Slug(t.Surname), t.When.From.Year), Slug(t.Person+" "+t.Office))
	r.rows.terms = append(r.rows.terms, t)
}

func (r *reader) outlet(n *yaml.Node) {
	f := r.mapping(n, "an outlet", "id", "name", "aliases", "domains", "language", "checked")
	r.need(n, f, "name", "domains")
	o := Outlet{
		Name: r.text(f, "name"), Aliases: r.texts(f, "aliases"), Domains: r.domains(f, "domains"),
		Language: r.text(f, "language"), Checked: r.sourced(n, f),
	}
	o.ID = r.id(n, f, Slug(o.Name), Slug(o.Name+" "+strings.Join(o.Domains, " ")))
	r.rows.outlets = append(r.rows.outlets, o)
}

func (r *reader) office(n *yaml.Node) {
	f := r.mapping(n, "an office", "name", "country", "aliases", "titles", "leads", "complete")
	r.need(n, f, "name")
	r.rows.offices = append(r.rows.offices, office{
		name: strings.ToLower(r.text(f, "name")), country: r.text(f, "country"), aliases: r.texts(f, "aliases"), titles: r.texts(f, "titles"),
		leads: r.flag(f, "leads", false), complete: r.text(f, "complete"),
	})
}

func (r *reader) country(n *yaml.Node) {
	f := r.mapping(n, "a country", "code", "alpha3", "name", "aliases", "demonyms", "parent")
	r.need(n, f, "code", "name")
	r.rows.countries = append(r.rows.countries, Country{
		Code: r.text(f, "code"), Alpha3: r.text(f, "alpha3"), Name: r.text(f, "name"), Aliases: r.texts(f, "aliases"),
		Demonyms: r.texts(f, "demonyms"), Parent: r.text(f, "parent"),
	})
}

// sourced reports whether a row is checked, and refuses one that is without a
// source to have been checked against.
func (r *reader) sourced(n *yaml.Node, f map[string]*yaml.Node) bool {
	checked := r.flag(f, "checked", r.checked)
	if checked && r.source == "" {
		r.fail(n, "a checked row needs a source; add \"source: …\" at the top of the file, or \"checked: false\" to the row")
	}
	return checked
}

// id returns the row's own id or one made of the file's name and short, of long
// where short is taken.
func (r *reader) id(n *yaml.Node, f map[string]*yaml.Node, short, long string) string {
	id := r.text(f, "id")
	if id == "" {
		id = r.base + "/" + short
		if _, taken := r.ids[id]; taken {
			id = r.base + "/" + long
		}
	}
	if line, taken := r.ids[id]; taken {
		r.fail(n, "the id %q is that of the row on line %d; give one of them another with \"id: …\"", id, line)
	}
	r.ids[id] = n.Line
	return id
}

// Slug returns s as it stands in an ID: "von-der-leyen".
func Slug(s string) string { return strings.Join(foldWords(s), "-") }

func isCode(s string) bool {
	s = strings.TrimPrefix(s, "US-")
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}
