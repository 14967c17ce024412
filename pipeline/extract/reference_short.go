package extract

import (
	"strings"

	"citevet/pipeline/article"
)

// resolveShort fills entries of author, year and pages alone from the one full
// entry they mean. Full entries are those of refs and the items of lists under a
// heading that names sources.
func resolveShort(doc *article.Document, refs []article.Reference) {
	var short []int
	var full []article.Reference
	for i := range refs {
		if len(shortParts(doc, &refs[i])) > 0 {
			short = append(short, i)
		} else if !refs[i].Title.IsZero() {
			full = append(full, refs[i])
		}
	}
	if len(short) == 0 {
		return
	}
	full = append(listedSources(doc), full...)
	var works workIndex
	for i := range full {
		works.add(i, &full[i])
	}
	for _, i := range short {
		fillShort(&refs[i], shortParts(doc, &refs[i]), full, &works)
	}
}

// fillShort gives a short entry the fields of the work it names. Where it names
// several works, each must be found, and their dates are alternatives.
func fillShort(r *article.Reference, parts []article.Field, full []article.Reference, works *workIndex) {
	var meant []*article.Reference
	for _, part := range parts {
		if i, ok := works.short(part.Text); ok {
			meant = append(meant, &full[i])
		}
	}
	if len(meant) == 0 {
		ownYear(r, parts)
		return
	}
	fillFrom(r, meant[0])
	for _, m := range meant[1:] {
		joinDates(r, m)
	}
	for range len(parts) - len(meant) {
		joinDates(r, &article.Reference{})
	}
}

// yearWords returns the year of a date as written, with its letter: "2010a".
func yearWords(date string) string {
	for i := 0; i+4 <= len(date); i++ {
		if isYearDigits(date[i:i+4]) && (i == 0 || !isWordByte(date[i-1])) && (i+4 == len(date) || !isDigitByte(date[i+4])) {
			end := i + 4
			if end < len(date) && 'a' <= date[end] && date[end] <= 'h' && (end+1 == len(date) || !isWordByte(date[end+1])) {
				end++
			}
			return date[i:end]
		}
	}
	return ""
}

// ownYear gives a short entry without a full one the author and year it states.
func ownYear(r *article.Reference, parts []article.Field) {
	before, year, behind := cutYear(parts[0].Text)
	date := readDate(year)
	if len(parts) > 1 || date.IsZero() || !pagesLike(behind) || isTold(parts[0].Text, span{len(before), len(before) + len(year)}) {
		return
	}
	from := parts[0].Span.Start + len(before)
	date.Text, date.Span = year, article.Span{Start: from, End: from + len(year)}
	r.Published, r.Title, r.Container = date, article.Field{}, article.Field{}
	before = strings.TrimRight(before, " (,")
	r.Authors = parseNames(before)
	r.AuthorsAt = article.Span{Start: parts[0].Span.Start, End: parts[0].Span.Start + len(before)}
}

// shortParts returns the works that an entry names by author and year alone
// ("Roe & Doe 2010a, pp. 3–4; Poe 1999"), none where it is a full entry.
func shortParts(doc *article.Document, r *article.Reference) []article.Field {
	if !r.URL.IsZero() || !r.DOI.IsZero() || !r.ISBN.IsZero() || r.Span.Len() > maxShort {
		return nil
	}
	from := r.Span.Start
	if !r.Label.IsZero() {
		from = r.Label.Span.End
	}
	for from < r.Span.End && strings.IndexByte("]).: *-", doc.Text[from]) >= 0 {
		from++
	}
	rest := doc.Text[from:r.Span.End]
	if i := strings.IndexAny(rest, "\"“«"); i >= 0 && strings.HasSuffix(strings.TrimRight(rest[:i], " >"), ":") {
		rest = rest[:i] // a remark names no work of the entry
	}
	var parts []article.Field
	for {
		part, behind, more := strings.Cut(rest, ";")
		text := strings.TrimSpace(part)
		at := from + strings.Index(part, text)
		if len(parts) == 0 || hasYear(text) {
			parts = append(parts, article.Field{Text: text, Span: article.Span{Start: at, End: at + len(text)}})
		}
		if !more {
			break
		}
		from += len(part) + 1
		rest = behind
	}
	if before, year, behind := cutYear(parts[0].Text); year == "" || !pagesAhead(behind) || len(before) > maxShortNames || strings.ContainsAny(before, "\"“:?!") || isWhole(r, parts[0].Span.Start+len(before)) {
		return nil
	}
	return parts
}

// isWhole reports whether a title and what holds, edits or publishes the work were
// told apart before the year, where a short entry has names alone.
func isWhole(r *article.Reference, year int) bool {
	return r.Type == "legal_case" || !r.Title.IsZero() && r.AuthorsAt.End <= r.Title.Span.Start && r.Title.Span.End <= year && strings.Contains(r.Title.Text, " ") &&
		(!r.Container.IsZero() && len(r.Authors) > 0 || !r.Place.IsZero() || !r.Publisher.IsZero() || len(r.Editors) > 0)
}

// maxShortNames bounds the names of a short entry, in bytes.
const maxShortNames = 120

// maxShort bounds a short entry, in bytes, with the remarks that may follow it.
const maxShort = 1200

// short returns the entry that "Roe 2010, p. 3: a remark" means.
func (x *workIndex) short(words string) (int, bool) {
	before, year, behind := cutYear(words)
	if year == "" || len(before) > maxShortNames || !pagesAhead(behind) {
		return 0, false
	}
	return x.named(before, year)
}

// pagesAhead reports whether words are pages alone, or pages and then a remark.
func pagesAhead(words string) bool {
	if strings.HasPrefix(words, "–") || strings.HasPrefix(words, "-") {
		return false // "1999–2002"
	}
	if pagesLike(words) {
		return true
	}
	for _, end := range []string{": ", ". ", " (", "\n"} {
		if before, _, ok := strings.Cut(words, end); ok && pagesLike(before) && (end != ". " || strings.Trim(before, " ),.") != "") {
			return true
		}
	}
	return false
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

// fillFrom gives a short entry what it leaves out.
func fillFrom(short, full *article.Reference) {
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
