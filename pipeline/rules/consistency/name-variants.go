package consistency

import (
	_ "embed"
	"fmt"

	"citevet/pipeline/check"
)

//go:embed name-variants.md
var nameVariantsPage string

var nameVariants = check.NewRule(check.Meta{
	Name:     "name-variants",
	Family:   "consistency",
	Summary:  "one name is spelled in two ways",
	Since:    "0.1",
	Severity: check.Info,
	Page:     nameVariantsPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	r := read(p.Article)
	alike := map[string][]*spelling{}
	for _, b := range spellings(r) {
		// A slip may change the sound, but seldom the first and the last letter.
		keys := []string{sound(b.word), b.word[:1] + "…" + b.word[len(b.word)-1:]}
		if a := variant(r, alike, keys, b); a != nil {
			reportSpellings(p, a, b)
			continue // one finding a name
		}
		for _, key := range keys {
			if len(alike[key]) < mostAlike {
				alike[key] = append(alike[key], b)
			}
		}
	}
})

// variant returns the other spelling of b's name among those met before, nil
// where there is none.
func variant(r *reading, alike map[string][]*spelling, keys []string, b *spelling) *spelling {
	for _, key := range keys {
		for _, a := range alike[key] {
			if oneName(a, b) && !told(r, a, b) {
				return a
			}
		}
	}
	return nil
}

// mostAlike is how many names of one sound are compared with each other.
const mostAlike = 16

// times is how often, in words.
func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// reportSpellings reports the rarer of two spellings at its first place, with
// all its other places and the first of the other's.
func reportSpellings(p *check.Pass, a, b *spelling) {
	rare, usual := b, a
	if len(a.at) < len(b.at) {
		rare, usual = a, b
	}
	f := check.Finding{
		Span:    rare.at[0],
		Message: fmt.Sprintf("one name is spelled “%s” here and “%s” elsewhere (%s and %s)", rare.word, usual.word, times(len(rare.at)), times(len(usual.at))),
		Help:    "keep one spelling in the article's own words; quotations and titles keep theirs",
		Label:   rare.word,
		Related: []check.Related{{Span: usual.at[0], Label: usual.word}},
	}
	fix := check.Fix{Message: fmt.Sprintf("write “%s”", usual.word)}
	for i, at := range rare.at {
		if i > 0 {
			f.Related = append(f.Related, check.Related{Span: at, Label: rare.word})
		}
		fix.Edits = append(fix.Edits, check.Edit{Span: at, Text: usual.word})
	}
	f.Fixes = []check.Fix{fix}
	p.Report(f)
}
