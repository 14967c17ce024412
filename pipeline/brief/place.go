package brief

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// Place is where a finding shows.
type Place struct {
	Line, Column         int // of the input, from 1; columns in code points
	Before, Words, After string
	Claim                string // ID of the claim it stands in, empty outside claims
}

// Quote returns the place's words with what stands around them.
func (p Place) Quote() string { return p.Before + p.Words + p.After }

// placeLimit is about how many characters of the article one place shows.
const placeLimit = 280

// place returns where a finding shows, with the words around it.
func (w findingWriter) place(f check.Finding) Place {
	claim, around := "", f.Span
	for _, c := range f.Claims {
		if span := w.a.Claims[c].Span; span.Overlaps(f.Span) {
			claim, around = claimID(c), span.Hull(f.Span)
			break
		}
	}
	if around == f.Span || !rowAround(w.a, around).IsZero() {
		around = w.sentence(f.Span).Hull(around)
	}
	p := w.quote(f.Span, around, placeLimit)
	p.Claim = claim
	return p
}

// quote returns the words of a span between those around it, of both together
// about limit characters.
func (w findingWriter) quote(s, around article.Span, limit int) Place {
	at := w.index.Locate(s.Start)
	p := Place{Line: at.Line, Column: at.Column, Words: quoted(w.a.Words(s), limit)}
	room := (limit - len(p.Words)) / 2
	p.Before = lastOf(cellsApart(w.a, near(w.a, article.Span{Start: max(around.Start, s.Start-16*limit), End: s.Start})), room)
	p.After = firstOf(cellsApart(w.a, near(w.a, article.Span{Start: s.End, End: min(around.End, s.End+16*limit)})), room)
	if row := rowAround(w.a, s); !row.IsZero() && strings.HasPrefix(p.Before, "…") {
		first := w.a.Blocks[blockAround(w.a, article.Span{Start: row.Start, End: row.Start})].Span
		p.Before = quoted(w.a.Words(first), 40) + " | " + p.Before
	}
	if strings.IndexFunc(p.Before+p.After, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		p.Before, p.Words, p.After = "", p.Quote(), ""
	}
	p.Before, p.Words, p.After = nested.Replace(p.Before), nested.Replace(p.Words), nested.Replace(p.After)
	return p
}

// near returns a span that begins and ends between two characters.
func near(a *article.Article, s article.Span) article.Span {
	for s.Start < s.End && !utf8.RuneStart(a.Text[s.Start]) {
		s.Start++
	}
	for s.Start < s.End && s.End < len(a.Text) && !utf8.RuneStart(a.Text[s.End]) {
		s.End--
	}
	return s
}

// nested are quotation marks within a quotation.
var nested = strings.NewReplacer("“", "‘", "”", "’")

// sentence returns the sentence, the heading or the entry that a span stands in,
// the span itself where it stands in none.
func (w findingWriter) sentence(s article.Span) article.Span {
	if row := rowAround(w.a, s); !row.IsZero() {
		return row
	}
	sentences := w.a.Sentences
	i := sort.Search(len(sentences), func(i int) bool { return sentences[i].Span.Start > s.Start }) - 1
	if i >= 0 && sentences[i].Span.Contains(s) {
		return sentences[i].Span
	}
	if ref := entryAround(w.a, s); ref >= 0 {
		return w.a.References[ref].Span
	}
	if b := blockAround(w.a, s); b >= 0 && w.a.Blocks[b].Kind == article.Heading {
		return w.a.Blocks[b].Span
	}
	return s
}

// blockAround returns the block that a span stands in, -1 where it stands in none.
func blockAround(a *article.Article, s article.Span) int {
	i := sort.Search(len(a.Blocks), func(i int) bool { return a.Blocks[i].Span.Start > s.Start }) - 1
	if i < 0 || !a.Blocks[i].Span.Contains(s) {
		return -1
	}
	return i
}

// longestRow is how many cells to each side of one stand in its row at most.
const longestRow = 40

// rowAround returns the row of the table that a span's cell stands in, zero where
// it stands in none.
func rowAround(a *article.Article, s article.Span) article.Span {
	at := blockAround(a, s)
	if at < 0 || a.Blocks[at].Table == 0 {
		return article.Span{}
	}
	same := func(i int) bool {
		return i >= 0 && i < len(a.Blocks) && a.Blocks[i].Table == a.Blocks[at].Table && a.Blocks[i].Row == a.Blocks[at].Row
	}
	first, last := at, at
	for same(first-1) && at-first < longestRow {
		first--
	}
	for same(last+1) && last-at < longestRow {
		last++
	}
	return a.Blocks[first].Span.Hull(a.Blocks[last].Span)
}

// cellsApart returns the words of a span, those of a table's cells with a line
// between them.
func cellsApart(a *article.Article, s article.Span) string {
	if s.Start >= s.End {
		return ""
	}
	i := sort.Search(len(a.Blocks), func(i int) bool { return a.Blocks[i].Span.End > s.Start })
	if i == len(a.Blocks) || a.Blocks[i].Table == 0 {
		return a.Text[s.Start:s.End]
	}
	var b strings.Builder
	from := s.Start
	for ; i < len(a.Blocks) && a.Blocks[i].Span.End < s.End; i++ {
		b.WriteString(strings.TrimRight(a.Text[from:a.Blocks[i].Span.End], " \n\t") + " | ")
		for from = a.Blocks[i].Span.End; from < s.End && strings.IndexByte(" \n\t|", a.Text[from]) >= 0; from++ {
		}
	}
	return b.String() + a.Text[min(from, s.End):s.End]
}

// firstOf returns the beginning of text, cut between words, with the space that
// parts it from what stands before.
func firstOf(text string, limit int) string {
	if limit < 12 || strings.TrimSpace(text) == "" {
		return ""
	}
	words := quoted(text, limit)
	if strings.ContainsAny(text[:1], " \n\t") {
		words = " " + words
	}
	return words
}

// lastOf returns the end of text in the same manner.
func lastOf(text string, limit int) string {
	if limit < 12 || strings.TrimSpace(text) == "" {
		return ""
	}
	cut := ""
	if over := len(text) - 16*limit; over > 0 {
		cut, text = headOf(text, over)
	}
	flat := []rune(strings.Join(strings.Fields(text), " "))
	words := string(flat)
	if from := max(0, len(flat)-limit); from > 0 || cut != "" {
		words = string(flat[from:])
		if _, rest, ok := strings.Cut(words, " "); ok {
			words = rest
		}
		words = "…" + words
	}
	if strings.ContainsAny(text[len(text)-1:], " \n\t") {
		words += " "
	}
	return words
}

// shownPlaces is how many places of one finding are quoted.
const shownPlaces = 3

// placesWords writes positions as line and column.
func placesWords(places []Place) string {
	var lines []string
	for i, p := range places {
		if i == 6 {
			lines = append(lines, "…")
			break
		}
		lines = append(lines, fmt.Sprintf("%d:%d", p.Line, p.Column))
	}
	return strings.Join(lines, " ")
}
