package almanac

import "strings"

// Tables returns the rows of everything but terms as the embedded tables hold
// them, by table name, head line first. It is what internal/reduce writes and
// [Default] reads.
func (a *Almanac) Tables() map[string][][]string {
	countries := [][]string{{"code", "alpha3", "name", "aliases", "demonyms", "parent"}}
	for _, c := range a.countries {
		countries = append(countries, []string{c.Code, c.Alpha3, c.Name, bars(c.Aliases), bars(c.Demonyms), c.Parent})
	}
	offices := [][]string{{"name", "country", "aliases", "titles", "flag", "complete"}}
	for _, o := range a.offices {
		offices = append(offices, []string{o.name, o.country, bars(o.aliases), bars(o.titles), letter("l", o.leads), o.complete})
	}
	outlets := [][]string{{"id", "name", "aliases", "domains", "language", "flag"}}
	for _, o := range a.outlets {
		outlets = append(outlets, []string{o.ID, o.Name, bars(o.Aliases), bars(o.Domains), o.Language, letter("c", o.Checked)})
	}
	shared := [][]string{{"domain"}}
	for _, d := range a.shared {
		shared = append(shared, []string{d})
	}
	return map[string][][]string{"countries": countries, "offices": offices, "outlets": outlets, "shared-domains": shared}
}

func bars(list []string) string { return strings.Join(list, "|") }

func letter(s string, set bool) string {
	if !set {
		return ""
	}
	return s
}
