package main

import (
	"fmt"
	"strings"

	"github.com/agnivade/levenshtein"
)

// didYouMean returns `; did you mean "x"?` for the name nearest to the word, or
// the names themselves where they are few and none is near.
func didYouMean(word string, names []string) string {
	best, least := "", 1+max(1, min(3, len(word)/3))
	if len(word) <= 64 {
		for _, name := range names {
			d := levenshtein.ComputeDistance(strings.ToLower(word), name)
			if strings.HasPrefix(name, word) && len(word) >= 3 {
				d = min(d, 1)
			}
			if d < least {
				best, least = name, d
			}
		}
	}
	switch {
	case best != "":
		return fmt.Sprintf("; did you mean %q?", best)
	case len(names) <= 10:
		return "; there are " + strings.Join(names, ", ")
	}
	return ""
}
