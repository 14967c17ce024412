package extract

import (
	"strings"

	"citevet/pipeline/article"
)

// workIndex finds entries by authors and year.
type workIndex struct {
	byKey   map[workKey][]keyedWork
	authors map[string]bool // folded names of single and first authors
	size    int
}

// workKey is a folded list of family names with a year.
type workKey struct{ names, year string }

// keyedWork is an entry under one of its keys: with all authors or the first few,
// with the year as printed or without its letter.
type keyedWork struct {
	ref          int
	whole, exact bool
	title        string // folded: an entry listed twice is one work
}

// add files an entry.
func (x *workIndex) add(i int, r *article.Reference) {
	if x.byKey == nil {
		x.byKey, x.authors = make(map[workKey][]keyedWork), make(map[string]bool)
	}
	year := yearWords(r.Published.Text)
	if year == "" || len(r.Authors) == 0 {
		return
	}
	x.size++
	title := foldLetters(r.Title.Text)
	names := ""
	for k, a := range r.Authors[:min(len(r.Authors), maxKeyNames)] {
		names += foldLetters(strings.TrimPrefix(a.Family+a.Literal, "The "))
		whole := k == len(r.Authors)-1
		if k == 0 && a.Family != "" {
			x.authors[names] = true
		}
		x.file(workKey{names, year}, keyedWork{i, whole, true, title})
		if plain := year[:4]; plain != year {
			x.file(workKey{names, plain}, keyedWork{i, whole, false, title})
		}
	}
}

// maxKeyNames is how many authors a short form names at most.
const maxKeyNames = 5

// maxAlike bounds how many works are kept under one key: so many are not told apart.
const maxAlike = 32

func (x *workIndex) file(key workKey, w keyedWork) {
	works := x.byKey[key]
	if len(works) > maxAlike {
		return
	}
	for _, known := range works {
		if known.title == w.title && known.whole == w.whole && known.exact == w.exact {
			return
		}
	}
	x.byKey[key] = append(works, w)
}

// cited reads "Roe & Doe, 2020a, p. 3" and returns the entry it means.
func (x *workIndex) cited(words string) (int, bool) {
	words = withoutLead(words)
	before, year, behind := cutYear(words)
	if year == "" || len(before) > 160 || !pagesLike(behind) {
		return 0, false
	}
	return x.named(before, year)
}

// withoutLead drops what leads to a short form: "see also", "cf.".
func withoutLead(words string) string {
	for _, lead := range []string{"see also ", "see ", "e.g., ", "e.g. ", "cf. ", "See ", "as cited in ", "also "} {
		words = strings.TrimPrefix(words, lead)
	}
	return words
}

// named returns the one entry by these authors of that year. Where several fit,
// the one with no further authors, or with the year just so, is meant.
func (x *workIndex) named(names, year string) (int, bool) {
	list, others := cutOthers(strings.Trim(names, " ,("))
	key := workKey{foldNames(list), year}
	if key.names == "" {
		return 0, false
	}
	works := x.byKey[key]
	for _, keep := range []func(keyedWork) bool{
		func(keyedWork) bool { return true },
		func(w keyedWork) bool { return w.exact },
		func(w keyedWork) bool { return w.whole != others },
		func(w keyedWork) bool { return w.exact && w.whole != others },
	} {
		found, n := 0, 0
		for _, w := range works {
			if keep(w) {
				found, n = w.ref, n+1
			}
		}
		if n == 1 {
			return found, true
		}
	}
	return 0, false
}

// foldNames folds a short form's names: without the words that join them and
// without initials.
func foldNames(list string) string {
	var b strings.Builder
	for _, w := range strings.Fields(strings.NewReplacer(",", " ", "&", " ").Replace(list)) {
		if w == "and" || w == "und" || w == "et" || w == "y" || w == "The" || isInitials(w) && strings.Contains(w, ".") {
			continue
		}
		b.WriteString(foldLetters(w))
	}
	return b.String()
}
