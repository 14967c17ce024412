package extract

import (
	"fmt"
	"strings"

	"citevet/pipeline/article"
)

// undetermined is the BCP 47 tag of a text whose language could not be told.
const undetermined = "und"

// languages is what an article and each of its blocks are written in.
type languages struct {
	article string   // BCP 47
	blocks  []string // BCP 47, one a block; what is too short to tell has the article's
}

// languagesOf tells the language of a document and of its blocks. The front
// matter has the last word on the whole, each block on itself.
func languagesOf(doc *article.Document) languages {
	l := languages{article: undetermined, blocks: make([]string, len(doc.Blocks))}
	letters := map[string]int{}
	var order []string
	var whole evidence
	for i, b := range doc.Blocks {
		l.blocks[i] = undetermined
		if b.Kind == article.Code || b.Kind == article.Entry {
			continue
		}
		var e evidence
		e.read(doc.Text[b.Span.Start:b.Span.End])
		whole.add(&e)
		name := e.language()
		if l.blocks[i] = name; name != undetermined {
			if letters[name] == 0 {
				order = append(order, name)
			}
			letters[name] += e.letters
		}
	}
	for _, name := range order {
		if letters[name] > letters[l.article] {
			l.article = name
		}
	}
	if len(order) == 0 {
		l.article = whole.language()
	}
	if stated := languageTag(doc.Meta.Language); stated != "" {
		l.article = stated
	}
	for i, name := range l.blocks {
		if name == undetermined {
			l.blocks[i] = l.article
		}
	}
	return l
}

// foreign reports whether the i-th block is in a language whose grammar is not
// known here. What could not be told is taken for English.
func (l *languages) foreign(i int) bool { return isForeign(l.blocks[i]) }

func isForeign(tag string) bool {
	primary, _, _ := strings.Cut(tag, "-")
	return primary != "en" && primary != undetermined
}

// shortestPassage is how many bytes a foreign block of an English article must
// have to be worth a word: cells of foreign names make no claims.
const shortestPassage = 60

// foreignProblem says which of what would be read for claims is not, and why;
// false where all is.
func (l *languages) foreignProblem(doc *article.Document) (article.Problem, bool) {
	var first article.Span
	passages, read := 0, 0
	name := ""
	for i, b := range doc.Blocks {
		switch b.Kind {
		case article.Paragraph, article.ListItem, article.Quote, article.Cell:
		default:
			continue
		}
		if !l.foreign(i) {
			read++
			continue
		}
		if b.Span.Len() < shortestPassage && !isForeign(l.article) {
			continue
		}
		if passages++; passages == 1 {
			first, name = b.Span, languageName(l.blocks[i])
		} else if name != languageName(l.blocks[i]) {
			name = ""
		}
	}
	if passages == 0 {
		return article.Problem{}, false
	}
	in := "in languages other than English"
	if name != "" {
		in = "in " + name
	}
	const rest = "only markers, references and dates were checked there, no claims; read it yourself"
	switch {
	case read == 0:
		return article.Problem{Message: fmt.Sprintf("the article is written %s: %s", in, rest), Span: first}, true
	case passages == 1:
		return article.Problem{Message: fmt.Sprintf("this passage is written %s: %s", in, rest), Span: first}, true
	}
	return article.Problem{Message: fmt.Sprintf("%d passages are written %s, this one first: %s", passages, in, rest), Span: first}, true
}

// inForeign returns a function that reports whether a span, asked for in the
// order of position, begins in a foreign block.
func (l *languages) inForeign(doc *article.Document) func(article.Span) bool {
	b := 0
	return func(s article.Span) bool {
		for b < len(doc.Blocks) && doc.Blocks[b].Span.End <= s.Start {
			b++
		}
		return b < len(doc.Blocks) && doc.Blocks[b].Span.Start <= s.Start && l.foreign(b)
	}
}

// languageTag returns a BCP 47 tag in its usual case ("en-US"), empty where the
// words are none: a language of two or three letters, then subtags of one to
// eight letters and digits (RFC 5646, section 2.1).
func languageTag(words string) string {
	parts := strings.Split(strings.ReplaceAll(strings.TrimSpace(words), "_", "-"), "-")
	for i, part := range parts {
		if len(part) > 8 || part == "" || strings.ContainsFunc(part, func(r rune) bool { return !isASCIILetter(r) && (i == 0 || r < '0' || r > '9') }) {
			return ""
		}
		switch {
		case i > 0 && len(part) == 2:
			parts[i] = strings.ToUpper(part)
		case i > 0 && len(part) == 4 && isASCIILetter(rune(part[0])):
			parts[i] = strings.ToUpper(part[:1]) + strings.ToLower(part[1:])
		default:
			parts[i] = strings.ToLower(part)
		}
	}
	if n := len(parts[0]); n < 2 || n > 3 || parts[0] == undetermined {
		return ""
	}
	return strings.Join(parts, "-")
}

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }
