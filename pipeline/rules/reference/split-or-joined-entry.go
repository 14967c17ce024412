package reference

import (
	_ "embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed split-or-joined-entry.md
var splitOrJoinedEntryPage string

var splitOrJoinedEntry = check.NewRule(check.Meta{
	Name:     "split-or-joined-entry",
	Family:   "reference",
	Summary:  "an entry reads like the rest of the one before it, or like two entries in one",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     splitOrJoinedEntryPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	labels := map[string]bool{}
	for _, r := range a.References {
		labels[r.Label.Text] = true
	}
	var split, joined []check.Finding
	for i := range a.References {
		r := &a.References[i]
		if i > 0 && sameList(a, i-1, i) && continues(a, &a.References[i-1], r) {
			split = append(split, check.Finding{
				Span:       r.Span,
				Message:    fmt.Sprintf("the entry begins in mid-sentence, as if it were the rest of %s", check.EntryName(a, i-1)),
				Help:       "join the two, and number those behind them anew",
				Label:      "the rest of the one above?",
				Related:    []check.Related{{Span: a.References[i-1].Span, Label: "goes on below?"}},
				References: []int{i - 1, i},
			})
		}
		if f, ok := joinedAt(a, r, labels); ok {
			f.References = []int{i}
			joined = append(joined, f)
		}
	}
	for _, found := range [][]check.Finding{split, joined} {
		if len(found) > fewMistakes {
			continue
		}
		for _, f := range found {
			p.Report(f)
		}
	}
})

// fewMistakes is how many entries of a list can be split, or joined, by mistake;
// where more begin in small letters or hold several works, it is the list's way.
const fewMistakes = 2

// continues reports whether entry r reads like the rest of entry before: that one
// breaks off, and r begins with a common word in small letters.
func continues(a *article.Article, before, r *article.Reference) bool {
	head := strings.TrimRight(textOf(a, before), " \n*_")
	if strings.HasSuffix(head, ",") && pagesFirst.MatchString(bodyOf(a, r)) {
		return true
	}
	if strings.Count(head, " ") < fewestBlanks || strings.Count(textOf(a, r), " ") < fewestBlanks {
		return false // a note: "[1] Ibid."
	}
	last, _ := utf8.DecodeLastRuneInString(head)
	word := head[strings.LastIndexByte(head, ' ')+1:]
	open := last == ',' || last == '-' || last == '&' || openWords[word]
	if !open && !(unicode.IsLetter(last) && !hasYear(head) && before.URL.IsZero() && before.DOI.IsZero()) {
		return false
	}
	return beginsInMidSentence(bodyOf(a, r))
}

// pagesFirst matches the pages that an entry cannot begin with.
var pagesFirst = regexp.MustCompile(`^(?:pp?\. ?)?\d+[-–]\d+[.,;]`)

// fewestBlanks is how many blanks the halves of an entry have at least.
const fewestBlanks = 3

// openWords are words that no entry ends with.
var openWords = map[string]bool{
	"and": true, "or": true, "of": true, "the": true, "a": true, "an": true, "in": true, "on": true, "for": true, "to": true, "with": true, "by": true, "from": true, "at": true, "between": true, "into": true, "its": true, "their": true,
	"und": true, "der": true, "die": true, "das": true, "et": true, "du": true, "des": true, "les": true, "y": true, "del": true,
}

// bodyOf returns an entry's words behind its label.
func bodyOf(a *article.Article, r *article.Reference) string {
	from := r.Span.Start
	if r.Label.Span.Len() > 0 {
		from = r.Label.Span.End
	}
	return strings.TrimLeft(a.Text[from:r.Span.End], " \n.:)]*_")
}

// beginsInMidSentence reports whether words begin with two in small letters, the
// first of which begins neither a name nor a note.
func beginsInMidSentence(words string) bool {
	first, rest, _ := strings.Cut(words, " ")
	if utf8.RuneCountInString(first) < 2 && first != "a" || strings.Trim(strings.ToLower(first), "abcdefghijklmnopqrstuvwxyzäöüéèàç-,") != "" || notMidSentence[strings.TrimRight(first, ",")] {
		return false
	}
	c, _ := utf8.DecodeRuneInString(first)
	d, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLower(c) && (unicode.IsLower(d) || strings.HasSuffix(first, ",") || openWords[first])
}

// notMidSentence are words in small letters that begin names, and those that begin
// notes.
var notMidSentence = map[string]bool{
	"van": true, "von": true, "vom": true, "de": true, "der": true, "den": true, "di": true, "du": true, "da": true, "dal": true, "del": true, "della": true, "des": true, "dos": true, "das": true, "do": true, "ten": true, "ter": true, "te": true, "le": true, "la": true, "el": true, "al": true, "bin": true, "ibn": true, "ben": true, "bint": true, "abu": true, "dit": true, "zu": true, "zum": true, "zur": true, "af": true, "av": true, "ap": true, "op": true, "bell": true, "danah": true,
	"see": true, "cf": true, "also": true, "p": true, "pp": true, "nb": true, "ibid": true, "idem": true, "edited": true, "quoted": true, "cited": true, "from": true, "according": true, "note": true, "as": true, "e.g": true, "i.e": true, "based": true, "including": true, "more": true, "originally": true, "translated": true, "sic": true, "pdf": true, "via": true, "an": true,
	"supra": true, "infra": true, "passim": true, "loc": true, "id": true, "op.cit": true, "personal": true, "private": true, "author": true, "interview": true, "email": true, "e-mail": true, "own": true, "unpublished": true, "various": true, "data": true, "archived": true, "retrieved": true, "accessed": true, "available": true, "http": true, "www": true,
}

// joinedAt returns the finding on an entry that holds the label of another, or
// ends twice.
func joinedAt(a *article.Article, r *article.Reference, labels map[string]bool) (check.Finding, bool) {
	f := check.Finding{Help: "give each work an entry of its own", Label: "another entry?"}
	if n, err := strconv.Atoi(r.Label.Text); err == nil && !labels[strconv.Itoa(n+1)] {
		next := fmt.Sprintf("[%d] ", n+1)
		if i := strings.Index(textOf(a, r), next); i > len("[10] ") && unicode.IsUpper(firstRune(textOf(a, r)[i+len(next):])) {
			f.Span = article.Span{Start: r.Span.Start + i, End: r.Span.Start + i + len(next) - 1}
			f.Message = fmt.Sprintf("entry %d holds the number of the next, which has no entry of its own", n)
			return f, true
		}
	}
	if at, ok := dottedNumber(a, r, labels); ok {
		f.Span = at
		f.Message = fmt.Sprintf("entry %s holds the number of the next, which has no entry of its own", r.Label.Text)
		return f, true
	}
	if first, second, ok := twice(a, r, accessPhrases(a, r)); ok {
		f.Span, f.Related = second, []check.Related{{Span: first, Label: "first here"}}
		f.Message = "the entry says twice when it was read, as if two entries were joined"
		return f, true
	}
	if first, second, ok := twice(a, r, ownDOIs(a, r)); ok {
		f.Span, f.Related = second, []check.Related{{Span: first, Label: "first here"}}
		f.Message = "the entry gives two DOIs, as if two entries were joined"
		return f, true
	}
	return f, false
}

// dottedNumber returns where an entry numbered "5." goes on with a "6." that the
// list leaves out, between two works that are both dated.
func dottedNumber(a *article.Article, r *article.Reference, labels map[string]bool) (article.Span, bool) {
	n, err := strconv.Atoi(r.Label.Text)
	if err != nil || n > 999 || labels[strconv.Itoa(n+1)] || !labels[strconv.Itoa(n+2)] {
		return article.Span{}, false
	}
	text, next := textOf(a, r), fmt.Sprintf(" %d. ", n+1)
	i := strings.Index(text, next)
	if i < 0 || !unicode.IsUpper(firstRune(text[i+len(next):])) || !hasYear(text[:i]) || !hasYear(text[i+len(next):]) {
		return article.Span{}, false
	}
	at := r.Span.Start + i + 1
	return article.Span{Start: at, End: at + len(next) - 2}, true
}

func firstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

// twice returns the first two of several places, unless what stands between them
// says that another work is named on purpose.
func twice(a *article.Article, r *article.Reference, places []article.Span) (first, second article.Span, ok bool) {
	if len(places) < 2 {
		return first, second, false
	}
	first, second = places[0], places[1]
	between := a.Text[first.End:second.Start]
	if strings.ContainsAny(between, ";•|\n") || strings.Contains(between, "* ") {
		return first, second, false
	}
	between = strings.TrimLeft(between, " .,)]")
	if !unicode.IsUpper(firstRune(between)) && !strings.HasPrefix(between, "\"") && !strings.HasPrefix(between, "“") {
		return first, second, false
	}
	low := " " + strings.ToLower(textOf(a, r))
	for _, w := range otherWorkWords {
		if strings.Contains(low, w) {
			return first, second, false
		}
	}
	return first, second, true
}

// otherWorkWords announce that an entry names another work, or another form of
// its own.
var otherWorkWords = []string{
	" see ", " see:", " also ", " also:", " cf.", "e.g.", "compare ", "erratum", "corrigend", "correction", "retract", "reprint", "comment on", "reply", "response", "review of", "preprint", "arxiv", "biorxiv", "medrxiv", "ssrn", "dataset", "data set", "zenodo", "figshare", "dryad", "supplement", "translat", "quoted", "cited", "version", "part ", " and doi", " archived ",
}

// accessPhrases returns where an entry says when it was read: "Retrieved 3 May
// 2013", outside its title and addresses.
func accessPhrases(a *article.Article, r *article.Reference) []article.Span {
	var found []article.Span
	for _, name := range []string{"RETRIEVED", "ACCESSED"} {
		for _, end := range namedAt(a, r, name) {
			at := article.Span{Start: end - len(name), End: end}
			words := a.Text[end:min(r.Span.End, end+len(" on the 30th of September, 2013"))]
			if i := strings.IndexAny(words, ")]\"”"); i >= 0 {
				words = words[:i]
			}
			if !hasYear(words) || r.Title.Span.Overlaps(at) {
				continue
			}
			at.End += yearEnd(words)
			found = append(found, at)
		}
	}
	if len(found) > 1 && found[1].Start < found[0].Start {
		found[0], found[1] = found[1], found[0]
	}
	return found
}

// yearEnd returns where the first four digits of words end.
func yearEnd(words string) int {
	for i := 0; i < len(words); {
		n := leadingDigits(words[i:])
		if n == 4 {
			return i + n
		}
		i += n + 1
	}
	return len(words)
}

// ownDOIs returns where the different DOIs of an entry stand, outside addresses
// that are not a resolver's.
func ownDOIs(a *article.Article, r *article.Reference) []article.Span {
	text := textOf(a, r)
	var found []article.Span
	seen := ""
	for i := 0; len(found) < 2; {
		n := strings.Index(text[i:], "10.")
		if n < 0 {
			break
		}
		i += n
		before := strings.ToLower(text[max(0, i-len("doi.org/")):i])
		if !strings.HasSuffix(before, "doi.org/") && !strings.HasSuffix(strings.TrimRight(before, " "), "doi:") {
			i += len("10.")
			continue
		}
		id := wordAt(a, r, r.Span.Start+i)
		doi := strings.ToLower(id.printed)
		if seen == "" || !strings.HasPrefix(doi, seen) && !strings.HasPrefix(seen, doi) {
			seen = doi
			found = append(found, id.span)
		}
		i += max(1, id.span.Len())
	}
	return found
}
