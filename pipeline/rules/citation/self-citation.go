package citation

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed self-citation.md
var selfCitationPage string

var selfCitation = check.NewRule(check.Meta{
	Name:     "self-citation",
	Family:   "citation",
	Summary:  "the article cites itself, or its own author",
	Since:    "0.1",
	Severity: check.Info,
	Page:     selfCitationPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	authors := bylines(a)
	own := map[string][]int{} // entries by the author they share, "" for the article itself
	for i, r := range a.References {
		if itself(a, r) {
			own[""] = append(own[""], i)
			continue
		}
		for _, n := range authors {
			if wrote(r, n) {
				own[n.full] = append(own[n.full], i)
				break
			}
		}
	}
	if len(own[""]) > 0 {
		p.Report(ownFinding(a, own[""], "the article is an entry of its own list", "this article", "cite what the article itself rests on"))
	}
	for _, n := range authors {
		if entries := own[n.full]; len(entries) > 0 {
			message := fmt.Sprintf("%d of %d entries are by the article's own author %s", len(entries), len(a.References), n.full)
			p.Report(ownFinding(a, entries, message, "by the same author", "say so where it matters, or cite somebody else beside it"))
			own[n.full] = nil
		}
	}
})

func ownFinding(a *article.Article, entries []int, message, label, help string) check.Finding {
	f := check.Finding{Span: a.References[entries[0]].Span, Message: message, Help: help, Label: label, References: entries}
	for _, i := range entries[1:] {
		f.Related = append(f.Related, check.Related{Span: a.References[i].Span, Label: label})
	}
	return f
}

// writer is an author of the article as its byline names them.
type writer struct{ full, given, family string }

// bylines returns the authors that the lines above the article's text name: "By
// Ida Holm and Per Lund, staff writers".
func bylines(a *article.Article) []writer {
	var found []writer
	for _, b := range a.Blocks {
		if b.Kind != article.Furniture && b.Kind != article.Heading {
			break // the text has begun
		}
		if b.Kind != article.Furniture {
			continue
		}
		words := a.Words(b.Span)
		for _, by := range []string{"By ", "BY ", "by ", "Written by ", "Reported by ", "Author: "} {
			if names, ok := strings.CutPrefix(words, by); ok {
				found = append(found, writersIn(names)...)
				break
			}
		}
	}
	return found
}

// writersIn splits names at commas and "and", and leaves out what is no name of
// two to four words.
func writersIn(names string) []writer {
	var found []writer
	for _, part := range strings.FieldsFunc(strings.NewReplacer(" and ", ",", " & ", ",", "|", ",", "•", ",").Replace(names), func(r rune) bool { return r == ',' || r == ';' }) {
		words := strings.Fields(part)
		if len(words) < 2 || len(words) > 4 || !capital(words[0]) || !capital(words[len(words)-1]) {
			continue
		}
		found = append(found, writer{strings.Join(words, " "), words[0], words[len(words)-1]})
	}
	return found
}

// wrote reports whether one of an entry's authors is the writer: the same family
// name, and the same given name or its initial.
func wrote(r article.Reference, w writer) bool {
	for _, n := range r.Authors {
		if strings.EqualFold(n.Literal, w.full) {
			return true
		}
		if n.Given == "" || !strings.EqualFold(n.Family, w.family) {
			continue
		}
		first, _, _ := strings.Cut(strings.TrimRight(n.Given, "."), " ")
		if strings.EqualFold(first, w.given) || initial(n.Given) == initial(w.given) && isInitials(first) {
			return true
		}
	}
	return false
}

func initial(name string) rune {
	r, _ := utf8.DecodeRuneInString(strings.ToUpper(name))
	return r
}

// isInitials reports whether a given name is shortened: "I", "I.M".
func isInitials(name string) bool {
	return utf8.RuneCountInString(strings.ReplaceAll(name, ".", "")) <= 2
}

// fewestTitleWords is how many words a title has that no second work will share.
const fewestTitleWords = 4

// itself reports whether an entry is the article: the same title, and a date that
// the article's own stated one allows.
func itself(a *article.Article, r article.Reference) bool {
	title := plainWords(a.Title)
	return len(strings.Fields(title)) >= fewestTitleWords && plainWords(r.Title.Text) == title &&
		a.Dated.Stated && !r.Published.When.IsZero() && !r.Published.When.Before(a.Dated.When) && !a.Dated.When.Before(r.Published.When)
}
