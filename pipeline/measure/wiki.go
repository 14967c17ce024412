package measure

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

const wikiArticles = "wiki/*.md"

// goldArticle is what an encyclopedia article's own markup says of it.
type goldArticle struct {
	References []goldReference `json:"references"`
	Markers    []goldMarker    `json:"markers"`
}

type goldReference struct {
	Label, Kind, Title, Date, URL, Accessed string
	ArchiveURL                              string `json:"archive_url"`
	Archived, DOI, Text                     string
}

type goldMarker struct {
	Label  string
	Offset int // in code points
}

// wikiField is one field of an entry, scored among the entries that have it.
type wikiField struct {
	name    string
	gold    func(*goldReference) string
	read    func(*article.Reference) string
	strict  func(gold, read string) bool
	relaxed func(gold, read string) bool
	dated   bool // the gold value has to have a year
	written bool // the gold value has to stand in the entry
	floor   string
	aim     string
}

var wikiFields = []wikiField{
	{"year", func(g *goldReference) string { return g.Date }, func(r *article.Reference) string { return r.Published.Text }, sameYear, sameYear, true, false, "0.985", "0.995"},
	{"date", func(g *goldReference) string { return g.Date }, func(r *article.Reference) string { return r.Published.Text }, sameDate, sameYear, true, false, "", ""},
	{"title", func(g *goldReference) string { return g.Title }, func(r *article.Reference) string { return r.Title.Text }, sameTitle, sameWords, false, false, "0.95", "0.98"},
	{"URL", func(g *goldReference) string { return g.URL }, func(r *article.Reference) string { return r.URL.Text }, sameText, sameAddress, false, false, "0.985", "0.995"},
	{"DOI", func(g *goldReference) string { return g.DOI }, func(r *article.Reference) string { return r.DOI.Text }, sameFold, sameFold, false, false, "0.985", "0.995"},
	{"access date", func(g *goldReference) string { return g.Accessed }, func(r *article.Reference) string { return r.Accessed.Text }, sameDate, sameYear, true, false, "0.985", "0.995"},
	{"archive date", func(g *goldReference) string { return g.Archived }, func(r *article.Reference) string { return r.Archived.Text }, sameDate, sameYear, true, false, "0.95", "0.98"},
	{"archive URL", func(g *goldReference) string { return g.ArchiveURL }, func(r *article.Reference) string { return r.ArchiveURL.Text }, sameText, sameAddress, false, true, "0.95", "0.98"},
}

func sameText(gold, read string) bool  { return folded(gold) == folded(read) }
func sameFold(gold, read string) bool  { return strings.EqualFold(folded(gold), folded(read)) }
func sameWords(gold, read string) bool { return plain(gold) == plain(read) }

// sameTitle compares without emphasis, quotation marks around the whole and a
// closing full stop, which are how a title is set and no part of it.
func sameTitle(gold, read string) bool { return bareTitle(gold) == bareTitle(read) }

func bareTitle(s string) string {
	return strings.Trim(folded(strings.ReplaceAll(s, "*", "")), "\"“”‘’'.")
}

// sameAddress compares without scheme, "www." and a closing slash.
func sameAddress(gold, read string) bool { return bareAddress(gold) == bareAddress(read) }

func bareAddress(s string) string {
	_, rest, ok := strings.Cut(s, "://")
	if !ok {
		rest = s
	}
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}

func sameDate(gold, read string) bool {
	g, ok := when.Parse(gold, when.Interval{})
	r, also := when.Parse(read, when.Interval{})
	return ok && also && g == r
}

func sameYear(gold, read string) bool {
	r, ok := when.Parse(read, when.Interval{})
	return ok && firstYear(gold) != "" && firstYear(gold) == fmt.Sprint(r.From.Year)
}

// firstYear returns the first run of four digits, empty where there is none.
func firstYear(s string) string {
	digits := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	for _, d := range digits {
		if len(d) == 4 {
			return d
		}
	}
	return ""
}

// comparable reports whether a field's gold value can be compared at all: a date
// has to have a year.
func (f *wikiField) comparable(gold string) bool {
	return gold != "" && (!f.dated || firstYear(gold) != "")
}

// wiki scores the entries and markers of encyclopedia articles.
func wiki(b *bench) error {
	all, err := b.judge(wikiArticles)
	if err != nil {
		return err
	}
	strict, relaxed := make([]tally, len(wikiFields)), make([]tally, len(wikiFields))
	var found, linked tally
	entries, missing := 0, 0
	for _, j := range all {
		data, err := b.read("wiki/" + j.name + ".gold.json")
		if err != nil {
			return err
		}
		var gold goldArticle
		if err := json.Unmarshal(data, &gold); err != nil {
			return err
		}
		byLabel := map[string]*article.Reference{}
		for i := range j.result.Article.References {
			r := &j.result.Article.References[i]
			if _, ok := byLabel[r.Label.Text]; !ok {
				byLabel[r.Label.Text] = r
			}
		}
		for i := range gold.References {
			entries++
			read := byLabel[gold.References[i].Label]
			if read == nil {
				missing++
				b.miss(j.name+" ["+gold.References[i].Label+"] entry", gold.References[i].Text, "", "")
				read = &article.Reference{}
			}
			for k := range wikiFields {
				b.compare(j.name, &wikiFields[k], &gold.References[i], read, &strict[k], &relaxed[k])
			}
		}
		b.markers(j, gold.Markers, &found, &linked)
	}
	t := Table{
		Title: "Entries of encyclopedia articles (wiki)",
		Note: fmt.Sprintf("Of %d entries in %d articles, %d were not found. Each field is scored among the entries that have one; "+
			"relaxed: dates by their year, titles by their words (strict: by their letters, without quotation marks around them), addresses without scheme and closing slash. "+
			"Archive addresses are scored where the entry's text has them.", entries, len(all), missing),
		Head: []string{"field", "entries", "strict", "relaxed", "floor", "aim"},
	}
	for k, f := range wikiFields {
		t.row(f.name, strict[k].gold, strict[k].recall(), relaxed[k].recall(), f.floor, f.aim)
	}
	b.table(t)
	b.table(Table{
		Title: "Markers of encyclopedia articles (wiki)",
		Note:  "A marker is found if it is read at its very place, and linked if it leads to the entry of its label.",
		Head:  []string{"markers", "gold", "read", "recall", "precision", "floor", "aim"},
		Rows: [][]string{
			{"found", fmt.Sprint(found.gold), fmt.Sprint(found.read), figure(found.recall()), figure(found.precision()), "0.990", "0.999"},
			{"linked", fmt.Sprint(linked.gold), fmt.Sprint(linked.read), figure(linked.recall()), figure(linked.precision()), "0.990", "0.999"},
		},
	})
	return nil
}

// compare scores one field of one entry.
func (b *bench) compare(where string, f *wikiField, gold *goldReference, read *article.Reference, strict, relaxed *tally) {
	g, r := f.gold(gold), f.read(read)
	if !f.comparable(g) || f.written && !strings.Contains(gold.Text, g) {
		return
	}
	strict.gold++
	relaxed.gold++
	if f.relaxed(g, r) {
		relaxed.right++
	}
	if f.strict(g, r) {
		strict.right++
		return
	}
	b.miss(where+" ["+gold.Label+"] "+f.name, g, r, gold.Text)
}

// markers scores the markers of one article.
func (b *bench) markers(j outcome, gold []goldMarker, found, linked *tally) {
	a := j.result.Article
	points := pointsOf(a.Source)
	type place struct {
		offset int
		label  string
	}
	read := map[place]bool{} // whether it is linked
	for _, c := range a.Citations {
		start, _ := a.SourceSpan(c.Marker)
		read[place{points[start], c.Label}] = c.Reference >= 0 && a.References[c.Reference].Label.Text == c.Label
	}
	found.read += len(read)
	for _, is := range read {
		if is {
			linked.read++
		}
	}
	offsets := make([]int, 0, utf8.RuneCount(a.Source)+1)
	for i := range string(a.Source) {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(a.Source))
	for _, m := range gold {
		found.gold++
		linked.gold++
		is, ok := read[place{m.Offset, m.Label}]
		if ok {
			found.right++
		}
		if is {
			linked.right++
			continue
		}
		at := offsets[min(m.Offset, len(offsets)-1)]
		b.miss(j.name+" marker", "["+m.Label+"]", map[bool]string{true: "not linked", false: "not found"}[ok], excerpt(string(a.Source), at, min(at+len(m.Label)+2, len(a.Source))))
	}
}

// pointsOf returns how many code points stand before each byte.
func pointsOf(source []byte) []int {
	points := make([]int, len(source)+1)
	n := 0
	for i := range source {
		points[i] = n
		if i+1 == len(source) || source[i+1]&0xc0 != 0x80 {
			n++
		}
	}
	points[len(source)] = n
	return points
}
