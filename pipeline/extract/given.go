package extract

import (
	_ "embed"
	"strings"
	"sync"
)

// givenNames are given names in small letters, one a line; names/README.md says
// where they are from.
//
//go:embed names/given.txt
var givenNames string

var givenNameSet = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool, 9000)
	for name := range strings.Lines(givenNames) {
		set[strings.TrimSuffix(name, "\n")] = true
	}
	return set
})

// givenName reports whether w, capitalised, is a common given name.
func givenName(w string) bool {
	return startsUpper(w) && givenNameSet()[strings.ToLower(w)]
}
