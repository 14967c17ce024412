package extract

import (
	"strings"

	"citevet/pipeline/article"
)

// workKey is what an author-year entry names its work by.
type workKey struct{ family, year string }

// resolveShort fills entries of author, year and pages alone from the one full
// entry with that author and year. Full entries are those of refs and the items
// of lists under a heading that names sources.
func resolveShort(doc *article.Document, refs []article.Reference) {
	full := make(map[workKey][]*article.Reference)
	short := make([]int, 0)
	for i := range refs {
		if key, ok := shortKey(doc, &refs[i]); ok {
			_ = key
			short = append(short, i)
		} else {
			addKeys(full, &refs[i])
		}
	}
	if len(short) == 0 {
		return
	}
	sources := listedSources(doc)
	for i := range sources {
		addKeys(full, &sources[i])
	}
	for _, i := range short {
		key, _ := shortKey(doc, &refs[i])
		if works := full[key]; len(works) == 1 {
			fill(&refs[i], works[0])
		}
	}
}

// addKeys files a full entry under the family names of its authors with its year.
func addKeys(full map[workKey][]*article.Reference, r *article.Reference) {
	if r.Title.IsZero() || r.Published.IsZero() {
		return
	}
	years := []string{yearWords(r.Published.Text)}
	if plain := strings.TrimRight(years[0], "abcdefgh"); plain != years[0] {
		years = append(years, plain)
	}
	seen := make(map[string]bool)
	for _, family := range keyNames(r.Authors) {
		if seen[family] {
			continue
		}
		seen[family] = true
		for _, y := range years {
			full[workKey{family, y}] = append(full[workKey{family, y}], r)
		}
	}
}

// keyNames are the folded names that short entries may use for these authors:
// the first family name alone, and two or more together.
func keyNames(authors []article.Name) []string {
	var keys []string
	joined := ""
	for i, a := range authors {
		name := foldLetters(a.Family + a.Literal)
		joined += name
		if i == 0 || i < 4 {
			keys = append(keys, joined)
		}
	}
	return keys
}

// yearWords returns the year of a date as written, with its letter: "2010a".
func yearWords(date string) string {
	for i := 0; i+4 <= len(date); i++ {
		if isYear(date[i:i+4]) && (i == 0 || !isWordByte(date[i-1])) {
			end := i + 4
			if end < len(date) && 'a' <= date[end] && date[end] <= 'h' && (end+1 == len(date) || !isWordByte(date[end+1])) {
				end++
			}
			return date[i:end]
		}
	}
	return ""
}

// shortKey reads an entry of the form "Roe & Doe 2010a, pp. 3–4".
func shortKey(doc *article.Document, r *article.Reference) (workKey, bool) {
	if !r.URL.IsZero() || !r.DOI.IsZero() || !r.ISBN.IsZero() {
		return workKey{}, false
	}
	text := doc.Text[r.Span.Start:r.Span.End]
	if !r.Label.IsZero() {
		text = strings.TrimLeft(doc.Text[r.Label.Span.End:r.Span.End], "]).: ")
	}
	if i := strings.IndexByte(text, ';'); i > 0 {
		text = text[:i]
	}
	names, year, behind := cutYear(text)
	if year == "" || len(names) > 120 || !pagesLike(behind) {
		return workKey{}, false
	}
	names, _ = cutOthers(strings.Trim(names, " (,"))
	names = strings.NewReplacer(" & ", " ", " and ", " ", ",", " ").Replace(names)
	key := foldLetters(names)
	return workKey{key, year}, key != ""
}

// cutYear cuts text at its first year.
func cutYear(text string) (before, year, behind string) {
	year = yearWords(text)
	if year == "" {
		return "", "", ""
	}
	before, behind, _ = strings.Cut(text, year)
	return before, year, behind
}

// pagesLike reports whether words are pages, parts or chapters alone.
func pagesLike(words string) bool {
	words = strings.Trim(words, " ).,:\n")
	if words == "" {
		return true
	}
	if len(words) > 60 {
		return false
	}
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(" .,–-—:;()&§\u00a0", r) }) {
		switch strings.ToLower(w) {
		case "p", "pp", "pg", "pgs", "page", "pages", "ch", "chapter", "chap", "pt", "part", "vol", "sec", "section", "s", "f", "ff", "n", "note", "fn", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "and", "fig", "figure", "table", "plate", "passim", "loc", "no", "col", "book", "map", "xiii", "xiv", "xv", "xvi":
			continue
		}
		if strings.Trim(w, "0123456789abc") != "" && strings.Trim(w, "ivxlc") != "" {
			return false
		}
	}
	return true
}

// fill gives a short entry what it leaves out.
func fill(short, full *article.Reference) {
	pages := short.Pages
	span, block, label := short.Span, short.Block, short.Label
	authors, at := short.Authors, short.AuthorsAt
	*short = *full
	short.Span, short.Block, short.Label = span, block, label
	if len(authors) > 0 {
		short.AuthorsAt = at
	}
	if !pages.IsZero() {
		short.Pages = pages
	}
}

// listedSources reads the items of lists under a heading that names sources.
func listedSources(doc *article.Document) []article.Reference {
	var sources []article.Reference
	for _, b := range doc.Blocks {
		if b.Kind == article.ListItem && underSources(doc, b) {
			sources = append(sources, parseReference(doc, b.Span))
		}
	}
	return sources
}

// underSources reports whether a heading over b names a list of sources.
func underSources(doc *article.Document, b article.Block) bool {
	for range 6 {
		if b.Section < 0 || b.Section >= len(doc.Blocks) {
			return false
		}
		b = doc.Blocks[b.Section]
		switch strings.ToLower(strings.Trim(doc.Text[b.Span.Start:b.Span.End], " #:*_\n")) {
		case "sources", "bibliography", "references", "works cited", "literature", "literature cited", "general references", "further reading", "cited texts", "cited works", "reference literature", "primary sources", "secondary sources", "references and further reading", "bibliography and further reading", "cited in footnotes", "website sources", "literatur", "quellen", "bibliographie", "bibliografía", "литература", "источники":
			return true
		}
	}
	return false
}
