package almanac

import "strings"

// Country returns the country, former country or American state that words
// name: by its name, another name, its code in capitals ("UK", "KZ", "KAZ"), or
// its people or adjective ("Kazakh", "French"), with or without "the". Where a
// state and a country share a name ("Georgia"), it is the country.
func (a *Almanac) Country(words string) (Country, bool) {
	if len(words) > maxPhrase {
		return Country{}, false
	}
	trimmed := strings.TrimSpace(words)
	if 2 <= len(trimmed) && len(trimmed) <= 3 && strings.ToUpper(trimmed) == trimmed {
		for _, c := range a.countries {
			if c.Parent == "" && (c.Code == trimmed || c.Alpha3 == trimmed) {
				return c, true
			}
		}
	}
	folded := strings.Join(officeWords(words), " ")
	if len(folded) <= 3 && strings.ToLower(trimmed) == trimmed {
		return Country{}, false // "us" is a pronoun
	}
	return a.country(folded)
}

// country finds a country by its folded name, or its folded demonym.
func (a *Almanac) country(folded string) (Country, bool) {
	i, ok := a.index.places[folded]
	if !ok {
		i, ok = a.index.demonyms[folded]
	}
	if !ok {
		return Country{}, false
	}
	return a.countries[i], true
}
