package extract

import (
	_ "embed"
	"strings"
	"sync"
)

// Lists of names in small letters, one a line; names/README.md says where they
// are from.
var (
	//go:embed names/given.txt
	givenNames string
	//go:embed names/cities.txt
	cityNames string
)

var (
	givenNameSet = sync.OnceValue(func() map[string]bool { return lineSet(givenNames) })
	citySet      = sync.OnceValue(func() map[string]bool { return lineSet(cityNames) })
)

func lineSet(lines string) map[string]bool {
	set := make(map[string]bool, strings.Count(lines, "\n"))
	for line := range strings.Lines(lines) {
		set[strings.TrimSuffix(line, "\n")] = true
	}
	return set
}

// givenName reports whether w, capitalised, is a common given name.
func givenName(w string) bool {
	return startsUpper(w) && givenNameSet()[strings.ToLower(w)]
}

// isCity reports whether name is a large town's.
func isCity(name string) bool { return citySet()[strings.ToLower(name)] }
