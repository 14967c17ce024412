package consistency

import (
	"strings"
	"unicode"

	"citevet/pipeline/article"
)

// quotedWord is a word of a quotation under the form that spelling,
// capitals and contractions do not change.
type quotedWord struct {
	form string
	span article.Span
}

// gap stands for what an editor put in brackets or left out at an ellipsis.
const gap = "…"

// longestCompared is how many words of a quotation are compared.
const longestCompared = 120

// wordsOf takes a quotation apart.
func wordsOf(a *article.Article, q article.Span) []quotedWord {
	text := a.Words(q)
	var out []quotedWord
	for i := 0; i < len(text) && len(out) < longestCompared; {
		start, form := i, ""
		if text[i] == '[' {
			i = len(text)
			if end := strings.IndexByte(text[start:], ']'); end >= 0 {
				i = start + end + 1
			}
			form = gap
			if strings.Trim(text[start:i], "[]0123456789,–- ") == "" {
				continue // a marker
			}
			out = append(out, quotedWord{form, article.Span{Start: q.Start + start, End: q.Start + i}})
			continue
		}
		for _, r := range text[i:] {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\'' && r != '’' {
				break
			}
			i += len(string(r))
		}
		at := article.Span{Start: q.Start + start, End: q.Start + i}
		if start < i {
			for _, f := range formsOf(text[start:i]) {
				out = append(out, quotedWord{f, at})
			}
			continue
		}
		switch rest := text[i:]; {
		case strings.HasPrefix(rest, "…"):
			out = append(out, quotedWord{gap, article.Span{Start: at.Start, End: at.Start + len("…")}})
			i += len("…")
		case strings.HasPrefix(rest, "..."), strings.HasPrefix(rest, ". . ."):
			out = append(out, quotedWord{gap, article.Span{Start: at.Start, End: at.Start + 3}})
			i += 3
		case rest[0] == '%':
			out = append(out, quotedWord{"percent", article.Span{Start: at.Start, End: at.Start + 1}})
			i++
		default:
			i++
			for i < len(text) && text[i]&0xC0 == 0x80 {
				i++
			}
		}
	}
	return out
}

// contractions are written out, so that writing them out changes nothing.
var contractions = []struct{ short, long string }{
	{"won't", "will not"}, {"can't", "can not"}, {"cannot", "can not"}, {"shan't", "shall not"},
	{"n't", " not"}, {"'re", " are"}, {"'ve", " have"}, {"'ll", " will"}, {"'m", " am"}, {"'s", " is"},
}

// formsOf returns the forms of one written word: two for a contraction.
func formsOf(word string) []string {
	w := strings.Trim(strings.ToLower(strings.ReplaceAll(word, "’", "'")), "'")
	for _, c := range contractions {
		if head, ok := strings.CutSuffix(w, c.short); ok && (head != "" || !strings.HasPrefix(c.long, " ")) {
			w = head + c.long
			break
		}
	}
	forms := strings.Fields(w)
	for i, f := range forms {
		forms[i] = spelled(f)
	}
	return forms
}

// spelled folds the spellings that differ by country.
func spelled(w string) string {
	if w == "per" || w == "cent" {
		return map[string]string{"per": "per", "cent": "percent"}[w]
	}
	if len(w) < 5 {
		return w
	}
	w = strings.NewReplacer("isation", "ization", "ising", "izing", "ised", "ized", "our", "or", "ll", "l").Replace(w)
	if head, ok := strings.CutSuffix(w, "ise"); ok {
		w = head + "ize"
	}
	if head, ok := strings.CutSuffix(w, "tre"); ok {
		w = head + "ter"
	}
	return w
}

// change is a run of words of one quotation that stands where another run, or
// nothing, stands in the other.
type change struct{ a, b []quotedWord }

// comparison is two wordings laid side by side.
type comparison struct {
	changes      []change
	changed      int          // words in them
	matched      int          // words in common
	lead, trail  int          // words in common before the first change and behind the last
	restA, restB []quotedWord // behind the last word in common
}

// compare lays two wordings side by side by their longest common run of words.
// What stands before the first word in common or behind the last was not quoted
// by the other, and is no change.
func compare(a, b []quotedWord) comparison {
	pairs := common(a, b)
	c := comparison{matched: len(pairs)}
	if len(pairs) == 0 {
		return c
	}
	run := 1
	for k := 1; k < len(pairs); k++ {
		p, q := pairs[k-1], pairs[k]
		if q[0] == p[0]+1 && q[1] == p[1]+1 {
			run++
			continue
		}
		ch := change{a[p[0]+1 : q[0]], b[p[1]+1 : q[1]]}
		if hasGap(ch.a) || hasGap(ch.b) {
			run++
			continue
		}
		if len(c.changes) == 0 {
			c.lead = run
		}
		c.changes = append(c.changes, ch)
		c.changed += max(len(ch.a), len(ch.b))
		run = 1
	}
	c.trail = run
	last := pairs[len(pairs)-1]
	c.restA, c.restB = a[last[0]+1:], b[last[1]+1:]
	return c
}

// held reports whether words in common stand on both sides of what differs: two,
// or one where both wordings end with it.
func (c *comparison) held() bool {
	ends := len(c.restA) == 0 && len(c.restB) == 0
	return c.lead >= 2 && (c.trail >= 2 || ends && c.trail == 1)
}

func hasGap(words []quotedWord) bool {
	for _, w := range words {
		if w.form == gap {
			return true
		}
	}
	return false
}

// common returns the longest common subsequence as pairs of indexes.
func common(a, b []quotedWord) [][2]int {
	lengths := make([][]int16, len(a)+1)
	for i := range lengths {
		lengths[i] = make([]int16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			lengths[i][j] = max(lengths[i+1][j], lengths[i][j+1])
			if a[i].form == b[j].form && a[i].form != gap {
				lengths[i][j] = max(lengths[i][j], lengths[i+1][j+1]+1)
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].form == b[j].form && a[i].form != gap && lengths[i][j] == lengths[i+1][j+1]+1:
			pairs = append(pairs, [2]int{i, j})
			i++
			j++
		case lengths[i+1][j] >= lengths[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
