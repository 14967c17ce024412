package consistency

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
)

// statusWords are the words of a role that deny the office or put it off.
var statusWords = map[string]status{
	"nominee": aspires, "candidate": aspires, "contender": aspires, "hopeful": aspires, "designate": aspires, "elect": aspires,
	"potential": aspires, "prospective": aspires, "presumptive": aspires, "would-be": aspires, "aspirant": aspires, "nominated": aspires,
	"incoming": aspires, "pick": aspires, "choice": aspires, "frontrunner": aspires, "front-runner": aspires, "favourite": aspires, "favorite": aspires,
	"former": left, "ex": left, "ex-": left, "onetime": left, "erstwhile": left, "past": left, "previous": left, "retired": left,
}

// linkWords stand between a status and the office it is about.
var linkWords = []string{"for", "to", "be", "become", "as", "a", "an", "the", "of", "possible", "likely", "leading", "top", "next", "post", "position", "job", "role"}

// readRole tells which office a role's words are about and how they tie the
// person to it. An office that the almanac does not know is its own words, if
// they are two at least ("Apple CEO"): one word alone could be anybody's.
func readRole(alm *almanac.Almanac, words string) (st status, office, country string, ok bool) {
	if office, country, ok = alm.Office(words); ok {
		return holds, office, country, true
	}
	st, rest := splitStatus(words)
	if len(rest) == 0 {
		return 0, "", "", false
	}
	if office, country, ok = alm.Office(strings.Join(rest, " ")); ok {
		return st, office, country, true
	}
	return st, strings.Join(rest, " "), "", len(rest) >= 2
}

// splitStatus takes the words of a role apart: what ties the person to the
// office, and the words of the office itself.
func splitStatus(words string) (status, []string) {
	fields := splitHyphens(strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return unicode.IsSpace(r) || r == ',' }))
	st, found := holds, false
	var rest []string
	for _, w := range fields {
		switch s, ok := statusWords[w]; {
		case ok && !found:
			st, found = s, true
		case !ok || s != st:
			rest = append(rest, w)
		}
	}
	if i := slices.Index(rest, "for"); found && i >= 0 {
		rest = rest[i+1:] // "the president's pick for …"
	}
	for len(rest) > 0 && slices.Contains(linkWords, rest[0]) {
		rest = rest[1:]
	}
	for len(rest) > 0 && slices.Contains(linkWords, rest[len(rest)-1]) {
		rest = rest[:len(rest)-1]
	}
	return st, rest
}

// splitHyphens takes "secretary-designate" and "ex-minister" apart.
func splitHyphens(fields []string) []string {
	var out []string
	for _, f := range fields {
		head, tail, ok := strings.Cut(f, "-")
		_, first := statusWords[head]
		_, last := statusWords[tail]
		if _, whole := statusWords[f]; ok && !whole && (first || last) {
			out = append(out, head, tail)
			continue
		}
		out = append(out, f)
	}
	return out
}

// sentenceAt returns the index of the sentence that holds a span.
func sentenceAt(a *article.Article, span article.Span) (int, bool) {
	i := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].Span.End > span.Start })
	return i, i < len(a.Sentences) && a.Sentences[i].Span.Contains(span)
}

// datedSentences marks the sentences that name a date other than now.
func datedSentences(a *article.Article) map[int]bool {
	out := map[int]bool{}
	for _, t := range a.Times {
		if !t.Now {
			out[t.Sentence] = true
		}
	}
	return out
}

// toldAsPresent reports whether a sentence speaks in the present of what its
// roles say: it has a verb in the present tense and no word that tells of a
// change or of another time. Words within the role itself do not count.
func toldAsPresent(a *article.Article, s int, role article.Span) bool {
	present := false
	for i := a.Sentences[s].Tokens.From; i < a.Sentences[s].Tokens.To; i++ {
		t := a.Tokens[i]
		if role.Contains(t.Span) {
			continue
		}
		if otherTimes[strings.ToLower(a.Text[t.Span.Start:t.Span.End])] {
			return false
		}
		present = present || t.Tag == "VBZ" || t.Tag == "VBP"
	}
	return present
}

// otherTimes are words that move a sentence, or a role in it, out of the present.
var otherTimes = map[string]bool{
	"then": true, "later": true, "previously": true, "formerly": true, "former": true, "until": true, "since": true, "once": true, "ago": true,
	"when": true, "while": true, "before": true, "after": true, "during": true, "became": true, "was": true, "were": true, "had": true,
	"would": true, "will": true, "if": true, "earlier": true, "now": true, "recalled": true, "served": true, "history": true,
}

// changeWords tell that somebody came into an office or left it.
var changeWords = map[string]bool{
	"became": true, "become": true, "becomes": true, "becoming": true, "confirmed": true, "sworn": true, "inaugurated": true, "appointed": true,
	"elected": true, "assumed": true, "succeeded": true, "replaced": true, "resigned": true, "stepped": true, "took": true, "takes": true, "won": true,
	"promoted": true, "reappointed": true, "reelected": true, "re-elected": true, "ousted": true, "fired": true, "sacked": true, "dismissed": true,
	"retired": true, "left": true, "named": true, "nominated": true, "until": true,
}

// changed marks the people of whom the article tells a change of office: their
// roles are of two times.
func changed(a *article.Article) map[string]bool {
	telling := make([]bool, len(a.Sentences))
	for i, s := range a.Sentences {
		for _, t := range a.Tokens[s.Tokens.From:s.Tokens.To] {
			telling[i] = telling[i] || changeWords[strings.ToLower(a.Text[t.Span.Start:t.Span.End])]
		}
	}
	out := map[string]bool{}
	for _, e := range a.Entities {
		if s, ok := sentenceAt(a, e.Span); ok && telling[s] {
			out[e.ID] = true
		}
	}
	return out
}
