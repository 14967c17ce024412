package measure

import (
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/extract"
)

// goldEntry is one entry of a reference list with its fields marked.
type goldEntry struct {
	text   string
	fields map[string]string // by the set's own names, several of a name joined
}

// readEntries reads AnyStyle's training format: sequences of named fields.
func readEntries(r io.Reader) ([]goldEntry, error) {
	var entries []goldEntry
	var field string
	var text strings.Builder
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if err == io.EOF {
			return entries, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "dataset":
			case "sequence":
				entries = append(entries, goldEntry{fields: map[string]string{}})
			default:
				field = t.Name.Local
				text.Reset()
			}
		case xml.CharData:
			text.Write(t)
		case xml.EndElement:
			if t.Name.Local == field && len(entries) > 0 {
				e := &entries[len(entries)-1]
				words := folded(text.String())
				e.text = strings.TrimSpace(e.text + " " + words)
				e.fields[field] = strings.TrimSpace(e.fields[field] + " " + words)
				field = ""
			}
		}
	}
}

// accessNote is a note that says how the work was got at: it is read as the
// address and its access date.
var accessNote = regexp.MustCompile(`(?i)^[(\[]?(accessed|retrieved|available|consulted|visited|viewed|disponible|online)\b`)

// settle moves what the set marks in another field than citevet does: a DOI
// written as an address, which is both, and notes on access. Addresses lose the
// spaces that broken lines left in them, which are no part of any.
func (e *goldEntry) settle() {
	if url := address(e.fields["url"]); url != "" {
		e.fields["url"] = url
		if e.fields["doi"] == "" && strings.Contains(url, "doi.org/10.") {
			e.fields["doi"] = doiOf(url)
		}
	}
	if doi := e.fields["doi"]; e.fields["url"] == "" && strings.Contains(doi, "://") {
		e.fields["url"] = address(doi)
	}
	if accessNote.MatchString(e.fields["note"]) {
		e.fields["note"] = ""
	}
}

// entryField is one field, as words of the gold entry and of the one read.
type entryField struct {
	name string
	gold []string // names of the set's fields
	read func(*article.Reference) string
	drop map[string]bool // words that mark the field and are no part of its value
	bag  bool            // the order of the words does not count
}

func dropping(list string) map[string]bool {
	drop := map[string]bool{}
	for _, w := range strings.Fields(list) {
		drop[w] = true
	}
	return drop
}

var entryFields = []entryField{
	{"author", []string{"author"}, func(r *article.Reference) string { return namesOf(r.Authors) }, dropping("and et al others by with und y e in ed eds editor editors hrsg"), true},
	{"date", []string{"date"}, func(r *article.Reference) string { return r.Published.Text }, dropping("published on in accessed"), false},
	{"title", []string{"title"}, func(r *article.Reference) string { return r.Title.Text }, dropping(""), false},
	{"container", []string{"journal", "container-title"}, func(r *article.Reference) string { return r.Container.Text }, dropping("in"), false},
	{"volume and issue", []string{"volume"}, func(r *article.Reference) string { return r.Volume.Text + " " + r.Issue.Text }, dropping("vol volume no nr number issue band bd vols v n"), false},
	{"pages", []string{"pages"}, func(r *article.Reference) string { return r.Pages.Text }, dropping("p pp page pages s"), false},
	{"publisher", []string{"publisher"}, func(r *article.Reference) string { return r.Publisher.Text }, dropping(""), false},
	{"place", []string{"location"}, func(r *article.Reference) string { return r.Place.Text }, dropping(""), false},
	{"editor", []string{"editor"}, func(r *article.Reference) string { return namesOf(r.Editors) }, dropping("and et al others by with und y e in ed eds edited editor editors hrsg"), true},
	{"edition", []string{"edition"}, func(r *article.Reference) string { return r.Edition.Text }, dropping("ed edn edition"), false},
	{"genre", []string{"genre"}, func(r *article.Reference) string { return r.Genre.Text }, dropping(""), false},
	{"note", []string{"note"}, func(r *article.Reference) string { return r.Note.Text }, dropping(""), false},
	{"URL", []string{"url"}, func(r *article.Reference) string { return r.URL.Text }, dropping("url available at"), false},
	{"DOI", []string{"doi"}, func(r *article.Reference) string { return r.DOI.Text }, dropping("doi https http dx org"), false},
	{"ISBN", []string{"isbn"}, func(r *article.Reference) string { return r.ISBN.Text }, dropping("isbn"), false},
	{"label", []string{"citation-number"}, func(r *article.Reference) string { return r.Label.Text }, dropping(""), false},
}

func namesOf(names []article.Name) string {
	var b strings.Builder
	for _, n := range names {
		fmt.Fprintf(&b, "%s %s %s ", n.Family, n.Given, n.Literal)
	}
	return b.String()
}

// goldWords returns the words of the field in the gold entry.
func (f *entryField) goldWords(e *goldEntry) []string {
	var all []string
	for _, name := range f.gold {
		all = append(all, f.wordsOf(e.fields[name])...)
	}
	if f.bag {
		sort.Strings(all)
	}
	return all
}

// inlineMarkup are the tags that some lists are set with, which are no words.
var inlineMarkup = regexp.MustCompile(`</?(?:italic|bold|i|b|em|sub|sup)>`)

func (f *entryField) wordsOf(s string) []string {
	var kept []string
	for _, w := range words(inlineMarkup.ReplaceAllString(s, " ")) {
		if !f.drop[w] {
			kept = append(kept, w)
		}
	}
	if f.bag {
		sort.Strings(kept)
	}
	return kept
}

// accessDate finds the date behind "accessed" and its like.
var accessDate = regexp.MustCompile(`(?i)\b(?:accessed|retrieved|consulted|visited|viewed)\b[^0-9]{0,24}(\d{1,2}\s+\p{L}+\.?,?\s+\d{4}|\d{4}-\d\d-\d\d)|\b(?i:accessed|retrieved|consulted|visited|viewed)\b(?:\s+on)?:?\s+(\p{L}+\.?\s+\d{1,2},\s+\d{4})`)

// references scores entries of hand-marked lists: those that no model was
// trained on.
func references(b *bench) error {
	var all, apart, web []goldEntry
	for _, name := range []string{"references/anystyle-core.xml", "references/anystyle-good.xml"} {
		file, err := b.folder.Open(name)
		if err != nil {
			return err
		}
		entries, err := readEntries(file)
		file.Close()
		if err != nil {
			return err
		}
		for _, e := range entries {
			e.settle()
			all = append(all, e)
			if !extract.HeldApart(e.text) {
				continue
			}
			apart = append(apart, e)
			if e.fields["url"] != "" || accessDate.MatchString(e.text) {
				web = append(web, e)
			}
		}
	}
	b.entries("Entries of reference lists (references, the fifth held apart)", apart, true)
	b.entries("Entries with an address or an access date (references, of the fifth held apart)", web, false)
	b.facts("Addresses and identifiers of all entries (references)", all)
	return nil
}

// facts scores what rules read, and no model, on entries of which most have
// trained one.
func (b *bench) facts(title string, entries []goldEntry) {
	var facts exactFacts
	for i := range entries {
		read := extract.ReadReference(entries[i].text)
		facts.add(&entries[i], &read)
	}
	t := Table{
		Title: title,
		Note: "Rules read them and not the model, which four fifths of these entries trained. Compared without white space inside, " +
			"angle brackets around and marks behind, addresses without scheme, \"www.\" and a closing slash, DOIs in any case.",
		Head: []string{"field", "entries", "exact"},
	}
	t.row("URL", facts.url.gold, facts.url.recall())
	t.row("DOI", facts.doi.gold, facts.doi.recall())
	t.row("access date", facts.accessed.gold, facts.accessed.recall())
	b.table(t)
}

// entries scores a list of entries, and notes the misses where asked.
func (b *bench) entries(title string, entries []goldEntry, note bool) {
	byField := make([]tally, len(entryFields))
	exactly := make([]tally, len(entryFields))
	var all tally
	var facts exactFacts
	whole := 0
	for i := range entries {
		e := &entries[i]
		read := extract.ReadReference(e.text)
		facts.add(e, &read)
		exact := true
		for k := range entryFields {
			f := &entryFields[k]
			gold, got := f.goldWords(e), f.wordsOf(f.read(&read))
			t := overlap(gold, got)
			byField[k].add(t)
			all.add(t)
			if len(gold) > 0 {
				exactly[k].gold++
			}
			if strings.Join(gold, " ") == strings.Join(got, " ") {
				if len(gold) > 0 {
					exactly[k].right++
				}
				continue
			}
			exact = false
			if note {
				b.miss(f.name, strings.Join(gold, " "), strings.Join(got, " "), e.text)
			}
		}
		if exact {
			whole++
		}
	}
	t := Table{
		Title: title,
		Note:  fmt.Sprintf("%d entries, each read alone; words in small letters without marks and markup; notes on access are left out, spaces that broke an address joined. Strict: all words of the field, in order (authors in any), among the entries that have it; relaxed: F1 of its words.", len(entries)),
		Head:  []string{"field", "entries", "strict", "relaxed", "floor", "aim"},
	}
	for k, f := range entryFields {
		t.row(f.name, exactly[k].gold, exactly[k].recall(), byField[k].f1(), "", "")
	}
	t.row("all words", len(entries), "", all.f1(), "0.930", "0.960")
	t.row("whole entry", len(entries), share(whole, len(entries)), "", "0.550", "0.700")
	facts.rows(&t)
	b.table(t)
}

// exactFacts counts what a verdict rests on, among the entries that have it.
type exactFacts struct{ year, url, doi, accessed tally }

func (x *exactFacts) add(e *goldEntry, r *article.Reference) {
	count := func(t *tally, gold string, same bool) {
		if gold == "" {
			return
		}
		t.gold++
		if same {
			t.right++
		}
	}
	year := firstYear(e.fields["date"])
	count(&x.year, year, year == fmt.Sprint(r.Published.When.From.Year))
	url := address(e.fields["url"])
	count(&x.url, url, sameAddress(url, r.URL.Text))
	doi := doiOf(e.fields["doi"])
	count(&x.doi, doi, strings.EqualFold(doi, r.DOI.Text))
	if m := accessDate.FindStringSubmatch(e.text); m != nil {
		count(&x.accessed, m[1]+m[2], sameDate(m[1]+m[2], r.Accessed.Text))
	}
}

func (x *exactFacts) rows(t *Table) {
	for _, f := range []struct {
		name string
		tally
	}{{"year exact", x.year}, {"URL exact", x.url}, {"DOI exact", x.doi}, {"access date exact", x.accessed}} {
		t.row(f.name, f.gold, f.recall(), "", "0.985", "0.995")
	}
}

// address returns the address in a gold field, without the spaces that broken
// lines leave and the marks that close the entry.
func address(s string) string {
	at := strings.Index(s, "://")
	if at >= 0 {
		at = strings.LastIndexAny(s[:at], " <([\"'“:") + 1
	} else if at = strings.Index(s, "www."); at < 0 {
		return ""
	}
	joined := strings.Join(strings.Fields(s[at:]), "")
	return strings.TrimRight(strings.TrimLeft(joined, "“"), ".,;>)]\"'”")
}

// doiOf returns the DOI in a gold field, without the spaces that broken lines
// leave behind its marks and the marks that close the entry.
func doiOf(s string) string {
	at := strings.Index(s, "10.")
	if at < 0 {
		return ""
	}
	words := strings.Fields(s[at:])
	doi := words[0]
	for _, w := range words[1:] {
		if !strings.ContainsAny(doi[len(doi)-1:], "/.-_(") {
			break
		}
		doi += w
	}
	for doi = strings.TrimRight(doi, ".,;>]"); strings.HasSuffix(doi, ")") && !strings.Contains(doi, "("); {
		doi = strings.TrimRight(strings.TrimSuffix(doi, ")"), ".,;>]")
	}
	return doi
}
