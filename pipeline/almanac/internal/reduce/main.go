// Command reduce writes the tables that package almanac embeds. Without flags it
// turns the YAML files under data into tables; given the original of a source
// named in data/README.md, it also reduces that to the columns citevet needs.
//
// Run it from pipeline/almanac: go generate, or
//
//	go run ./internal/reduce -executive executive.yaml -legislators legislators-current.yaml \
//		-reign reign.csv -leaders world-leaders.json -until 2026-08-31
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"citevet/pipeline/almanac"
	"citevet/pipeline/when"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("reduce: ")
	data := flag.String("data", "data", "the folder of the tables")
	executive := flag.String("executive", "", "executive.yaml of unitedstates/congress-legislators")
	legislators := flag.String("legislators", "", "legislators-current.yaml of unitedstates/congress-legislators")
	reign := flag.String("reign", "", "leader list of REIGN")
	leaders := flag.String("leaders", "", "world-leaders JSON")
	until := flag.String("until", "", "the day the American lists were made: terms that end later have an open end")
	flag.Parse()

	if err := compile(*data, *data); err != nil {
		log.Fatal(err)
	}
	originals := []struct {
		path, table string
		reduce      func(data []byte, until string) ([]almanac.Term, error)
	}{
		{*executive, "us-executive", reduceExecutive},
		{*legislators, "us-congress", reduceLegislators},
		{*reign, "reign", reduceReign},
		{*leaders, "share-alike/world-leaders", reduceLeaders},
	}
	for _, o := range originals {
		if o.path == "" {
			continue
		}
		if err := reduceFile(o.path, filepath.Join(*data, o.table+".tsv"), *until, o.reduce); err != nil {
			log.Fatal(err)
		}
	}
}

func reduceFile(from, to, until string, reduce func([]byte, string) ([]almanac.Term, error)) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	terms, err := reduce(data, until)
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	table := strings.TrimSuffix(filepath.Base(to), ".tsv")
	return writeTerms(to, table, terms)
}

// compile writes to the folder out a table for each list of the YAML files in dir.
func compile(dir, out string) error {
	for _, name := range []string{"us-secretaries", "us-congress-former", "leaders-unchecked", "countries", "offices", "outlets"} {
		path := filepath.Join(dir, name+".yaml")
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		a, err := new(almanac.Almanac).With(path, data)
		if err != nil {
			return err
		}
		if err := writeLists(out, name, a); err != nil {
			return err
		}
	}
	return nil
}

func writeLists(dir, name string, a *almanac.Almanac) error {
	if terms := a.Terms(); len(terms) > 0 {
		if err := writeTerms(filepath.Join(dir, name+".tsv"), name, terms); err != nil {
			return err
		}
	}
	for table, rows := range a.Tables() {
		if len(rows) < 2 {
			continue
		}
		if err := writeTable(filepath.Join(dir, table+".tsv"), rows); err != nil {
			return err
		}
	}
	return nil
}

func writeTable(path string, rows [][]string) error {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, "\t"))
		b.WriteByte('\n')
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

func writeTerms(path, table string, terms []almanac.Term) error {
	rows := [][]string{{"id", "person", "surname", "names", "office", "country", "from", "to", "flags"}}
	name(table, terms)
	for _, t := range terms {
		rows = append(rows, []string{
			t.ID, t.Person, t.Surname, strings.Join(t.Names, "|"), t.Office, t.Country, bound(t.When.From), bound(t.When.To), flags(t),
		})
	}
	return writeTable(path, rows)
}

func bound(d when.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func flags(t almanac.Term) string {
	var s string
	for _, f := range []struct {
		set  bool
		flag string
	}{{t.Checked, "c"}, {t.OpenEnd, "o"}, {t.Acting, "a"}} {
		if f.set {
			s += f.flag
		}
	}
	return s
}

// name gives an ID to every term that has none: the table, the surname and the
// first year, with more of the row where that is taken.
func name(table string, terms []almanac.Term) {
	taken := map[string]bool{}
	for i := range terms {
		t := &terms[i]
		if t.ID != "" {
			continue
		}
		short := fmt.Sprintf("%s/%s-%04d", table, almanac.Slug(t.Surname), t.When.From.Year)
		longer := []string{
			short,
			fmt.Sprintf("%s/%s-%s-%04d", table, almanac.Slug(t.Surname), strings.ToLower(t.Country), t.When.From.Year),
			fmt.Sprintf("%s/%s-%s-%04d", table, almanac.Slug(t.Person), strings.ToLower(t.Country), t.When.From.Year),
			fmt.Sprintf("%s/%s-%s-%s", table, almanac.Slug(t.Person), strings.ToLower(t.Country), t.When.From),
			fmt.Sprintf("%s/%s-%s-%s-%s", table, almanac.Slug(t.Person), strings.ToLower(t.Country), almanac.Slug(t.Office), t.When.From),
		}
		t.ID = cmp.Or(unused(longer, taken), short)
		taken[t.ID] = true
	}
}

func unused(ids []string, taken map[string]bool) string {
	i := slices.IndexFunc(ids, func(id string) bool { return !taken[id] })
	if i < 0 {
		return ""
	}
	return ids[i]
}
