package source

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed slug-title-mismatch.md
var slugTitleMismatchPage string

var slugTitleMismatch = check.NewRule(check.Meta{
	Name:     "slug-title-mismatch",
	Family:   "source",
	Summary:  "the words of the address share nothing with the title",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     slugTitleMismatchPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	s := supportOf(a)
	for _, x := range addressesOf(a) {
		r := &a.References[x.reference]
		if r.Title.IsZero() || !check.Own(r, r.Title) || p.Sources[x.reference].KeptUp != "" || x.file() || x.titledAs(r.Title.Text) {
			continue
		}
		slug := slugOf(&x)
		if len(telling(slug)) < fewestSlugWords || len(telling(wordsIn(r.Title.Text))) < fewestTitleWords {
			continue
		}
		if !english(slug) || !english(wordsIn(r.Title.Text)) || akin(slug, entryWords(a, r)) || s.speaksOf(x.reference, slug) {
			continue
		}
		p.Report(check.Finding{
			Span:       r.Title.Span,
			Message:    fmt.Sprintf("no word of the title stands in the address, which speaks of %q", strings.Join(slug, " ")),
			Help:       "open the address and see which of the two is meant",
			Label:      "another subject than the address's",
			Related:    []check.Related{{Span: r.URL.Span, Label: "the address"}},
			References: []int{x.reference},
		})
	}
})

// A slug and a title of fewer telling words can differ by a headline's rewriting.
const (
	fewestSlugWords  = 4
	fewestTitleWords = 3
	mostSlugWords    = 60 // more is no headline
)

// slugOf returns the words of the path's last part that is made of words.
func slugOf(x *address) []string {
	for i := len(x.segments) - 1; i >= max(0, len(x.segments)-2); i-- {
		part := address{segments: x.segments[i : i+1]}
		words := wordsIn(part.last())
		letters := 0
		for _, w := range words {
			if strings.Trim(w, "0123456789") == w {
				letters++
			}
		}
		if letters >= fewestSlugWords && len(words) <= mostSlugWords {
			return words
		}
	}
	return nil
}

// telling returns the words that say what a text is about.
func telling(words []string) []string {
	var out []string
	for _, w := range words {
		if len(w) >= 3 && strings.Trim(w, "0123456789") == w && !functionWords[w] {
			out = append(out, w)
		}
	}
	return out
}

// speaksOf reports whether a claim that an entry stands behind is about what the
// slug says: then the address is the one that was meant, and its headline was
// rewritten after it was given out.
func (s *support) speaksOf(entry int, slug []string) bool {
	stems := map[string]bool{}
	for _, w := range telling(slug) {
		stems[stem(w)] = true
	}
	for _, c := range s.claimsOf[entry] {
		words, _ := s.around(c)
		if slices.ContainsFunc(telling(words), func(w string) bool { return stems[stem(w)] }) {
			return true
		}
	}
	return false
}

// entryWords returns the words of an entry outside its addresses: a title may
// have been read from the wrong part of it.
func entryWords(a *article.Article, r *article.Reference) []string {
	text := a.Text[r.Span.Start:r.Span.End]
	for _, f := range []article.Field{r.URL, r.ArchiveURL} {
		if !f.IsZero() {
			text = strings.ReplaceAll(text, f.Text, " ")
		}
	}
	return wordsIn(text[:min(len(text), 20*mostSlugWords)])
}

// akin reports whether a slug and an entry share a stem, a number, a run of
// words written as one, or words and their initials; or the slug begins in the
// middle of a word of the entry's, as one cut short at its head does.
func akin(slug, entry []string) bool {
	return linked(slug, entry) || linked(entry, slug) || slices.ContainsFunc(entry, func(w string) bool {
		return len(slug[0]) >= 2 && !functionWords[slug[0]] && strings.HasSuffix(w, slug[0])
	})
}

// linked reports whether one of the words is another's kin, stands in what the
// others spell, or is made of their first letters.
func linked(words, others []string) bool {
	stems, spelled := map[string]bool{}, strings.Join(others, "")
	every, some := initialsOf(others)
	for _, w := range others {
		if !functionWords[w] {
			stems[stem(w)] = true
		}
	}
	return slices.ContainsFunc(words, func(w string) bool {
		initials := len(w) >= 3 && len(w) <= 5 && (strings.Contains(every, w) || strings.Contains(some, w))
		return !functionWords[w] && len(w) >= 2 && (stems[stem(w)] || initials || len(w) >= 4 && strings.Contains(spelled, w))
	})
}

// initialsOf returns the first letters of all words, and of those that tell.
func initialsOf(words []string) (every, some string) {
	for _, w := range words {
		every += firstLetter(w)
		if !functionWords[w] {
			some += firstLetter(w)
		}
	}
	return every, some
}

func firstLetter(w string) string {
	for _, r := range w {
		return string(r)
	}
	return ""
}

// stem returns what kindred forms of a word have in common: its beginning,
// without diacritics.
func stem(w string) string {
	letters := []rune(bareLetters.Replace(w))
	return string(letters[:min(len(letters), 4)])
}

// bareLetters takes the commoner diacritics off letters, as slugs do.
var bareLetters = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ç", "c", "č", "c", "ć", "c",
	"é", "e", "è", "e", "ê", "e", "ë", "e", "ě", "e", "í", "i", "î", "i", "ï", "i", "ñ", "n", "ó", "o", "ô", "o", "ö", "o", "õ", "o",
	"ø", "o", "š", "s", "ş", "s", "ú", "u", "û", "u", "ü", "u", "ý", "y", "ž", "z", "æ", "ae", "ß", "ss")
