package judged

import (
	"fmt"
	"strings"

	"citevet/pipeline/check"
)

// Budget is the share of a severity's findings that may be wrong; a rule above
// it is held weaker.
func Budget(s check.Severity) float64 {
	switch s {
	case check.Error:
		return 0.02
	case check.Warning:
		return 0.10
	}
	return 0.25
}

// corpusWords says what the sets are to those who do not know their names.
var corpusWords = map[string]string{
	"wiki":         "encyclopedia articles",
	"deepresearch": "reports written by a language model",
	"expertqa":     "answers written by language models",
}

// Sentence says how often a rule was found wrong, as its page has it: in short,
// and in a second paragraph set by set; nothing where nobody counted.
func Sentence(rule string, counts []Count) string {
	type corpus struct {
		name                       string
		articles, found, read, bad int
		unclear                    int
	}
	var order []*corpus
	by := map[string]*corpus{}
	day := ""
	for _, c := range counts {
		if c.Rule != rule {
			continue
		}
		k := by[c.Corpus]
		if k == nil {
			k = &corpus{name: c.Corpus, articles: c.Articles}
			by[c.Corpus] = k
			order = append(order, k)
		}
		k.found += c.Findings
		k.read += c.Right + c.Wrong + c.Unclear
		k.bad += c.Wrong
		k.unclear += c.Unclear
		day = max(day, c.Day)
	}
	if len(order) == 0 {
		return ""
	}
	var parts []string
	read, bad := 0, 0
	for _, k := range order {
		read += k.read
		bad += k.bad
		part := fmt.Sprintf("on %d %s ", k.articles, corpusWords[k.name])
		switch {
		case k.found == 0:
			part += "no finding"
		default:
			part += fmt.Sprintf("%s, %d read, %d wrong", plural(k.found), k.read, k.bad)
			if k.unclear > 0 {
				part += fmt.Sprintf(", %d unclear", k.unclear)
			}
		}
		parts = append(parts, part)
	}
	detail := fmt.Sprintf("%s%s: %s.", countedOn, day, strings.Join(parts, "; "))
	if read == 0 {
		return "No finding on real articles, so no rate can be stated.\n\n" + detail
	}
	rate := fmt.Sprintf("%d of %d findings read on real articles are wrong.", bad, read)
	if read == 1 {
		rate = fmt.Sprintf("1 finding was read on real articles, %d wrong.", bad)
	}
	return fmt.Sprintf("%s\n\n%s What was found wrong before is mended.", rate, detail)
}

// countedOn begins the second paragraph of [Sentence].
const countedOn = "Counted "

func plural(n int) string {
	if n == 1 {
		return "1 finding"
	}
	return fmt.Sprintf("%d findings", n)
}

// sectionHead begins the part of a page that [Stamped] writes.
const sectionHead = "\n## Measured\n\n"

// Stamped returns a rule's page with the sentence as the first two paragraphs of
// its section Measured. What stands below them stays, and so does the page where
// there is nothing to say.
func Stamped(page, sentence string) string {
	before, after, ok := strings.Cut(page, sectionHead)
	if !ok || sentence == "" {
		return page
	}
	_, rest, more := strings.Cut(after, "\n\n")
	if strings.HasPrefix(rest, countedOn) {
		_, rest, more = strings.Cut(rest, "\n\n")
	}
	var paragraphs []string
	for p := range strings.SplitSeq(sentence, "\n\n") {
		paragraphs = append(paragraphs, wrapped(p, 80))
	}
	page = before + sectionHead + strings.Join(paragraphs, "\n\n")
	if more {
		return page + "\n\n" + rest
	}
	return page + "\n"
}

// wrapped breaks words into lines of width bytes at most.
func wrapped(words string, width int) string {
	var b strings.Builder
	line := 0
	for _, w := range strings.Fields(words) {
		switch {
		case line > 0 && line+1+len(w) > width:
			b.WriteByte('\n')
			line = 0
		case line > 0:
			b.WriteByte(' ')
			line++
		}
		b.WriteString(w)
		line += len(w)
	}
	return b.String()
}
