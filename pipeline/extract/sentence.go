package extract

import (
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"

	"github.com/neurosnap/sentences"
	"github.com/neurosnap/sentences/english"
)

// longestAside is how many bytes a bracketed aside may span and still be kept
// whole. A longer one is more likely a bracket that was never meant to close.
const longestAside = 500

// longestLead is how many bytes of bullets and spaces may stand before the
// number of a list's item.
const longestLead = 16

// punkt loads the English sentence model, once a process. Its parameters are
// only read afterwards, so all workers share it.
var punkt = sync.OnceValue(func() *sentences.DefaultSentenceTokenizer {
	model, err := english.NewSentenceTokenizer(nil)
	if err != nil {
		panic("extract: the embedded sentence model does not load: " + err.Error())
	}
	return model
})

// splitSentences returns the sentences of the blocks that are read as prose:
// paragraphs, list items and quotes. They are in order, trimmed of white space,
// and cover every other byte of those blocks. Tokens are not filled.
func splitSentences(doc *article.Document) []article.Sentence {
	var all []article.Sentence
	for i, b := range doc.Blocks {
		switch b.Kind {
		case article.Paragraph, article.ListItem, article.Quote:
			for _, s := range sentencesIn(doc.Text, b.Span) {
				all = append(all, article.Sentence{Span: s, Block: i})
			}
		}
	}
	return all
}

// sentencesIn returns the sentences of one stretch of text, in order and
// trimmed; together they cover all of it but white space. Citation markers that
// follow a full stop belong to the sentence before it.
func sentencesIn(text string, span article.Span) []article.Span {
	s := splitter{text: text[span.Start:span.End]}
	s.asides = asidesIn(s.text)
	s.votes = votesOn(s.text)
	s.split()
	for i := range s.found {
		s.found[i].Start += span.Start
		s.found[i].End += span.Start
	}
	return s.found
}

// votesOn returns where the trained model would break text. It is shown text
// without markers and with white space made single, on runs of which it takes
// quadratic time.
func votesOn(text string) []int {
	masked := maskMarkers(text)
	single := make([]byte, 0, len(masked))
	from := make([]int, 0, len(masked)+1)
	spaced := false
	for i, r := range masked {
		space := unicode.IsSpace(r)
		if !space || !spaced {
			n := utf8.RuneLen(r)
			if r == utf8.RuneError {
				_, n = utf8.DecodeRuneInString(masked[i:])
			}
			for k := range n {
				single = append(single, masked[i+k])
				from = append(from, i+k)
			}
		}
		spaced = space
	}
	from = append(from, len(text))
	votes := punkt().SentencePositions(string(single))
	for i, v := range votes {
		votes[i] = from[v]
	}
	return votes
}

// splitter walks one stretch of text from left to right and decides at every
// place where a sentence may end.
type splitter struct {
	text   string
	asides []article.Span // matched brackets, by start
	votes  []int          // where the trained model would break, ascending

	start int // of the sentence being read
	until int // inside an aside up to here
	found []article.Span
}

func (s *splitter) split() {
	s.start = spaceEnd(s.text, 0)
	for i := 0; i < len(s.text); {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		for len(s.asides) > 0 && s.asides[0].Start <= i {
			s.until = max(s.until, s.asides[0].End)
			s.asides = s.asides[1:]
		}
		switch {
		case i < s.until:
		case r == '\n' && breaksLine(s.text[i+1:]), isBullet(r) && s.afterSpace(i):
			s.breakAt(i)
		case isTerminator(r):
			i = s.terminator(i)
			continue
		}
		i += n
	}
	s.breakAt(len(s.text))
}

// breakAt ends the sentence being read at byte i, unless it would be empty.
func (s *splitter) breakAt(i int) {
	if i <= s.start {
		return
	}
	if sentence := trimRight(s.text[s.start:i]); sentence != "" {
		s.found = append(s.found, article.Span{Start: s.start, End: s.start + len(sentence)})
	}
	s.start = spaceEnd(s.text, i)
}

// terminator decides on the run of terminators that begins at byte i and
// returns where reading goes on.
func (s *splitter) terminator(i int) int {
	after := terminatorEnd(s.text, i)
	end := closersEnd(s.text, after)
	next := spaceEnd(s.text, end)
	if next == end && next < len(s.text) && !isWideStop(s.text[i:]) && !s.gluedMarker(after, end) {
		return after
	}
	if m := markersEnd(s.text, next); m > next {
		// "… [2] argues": the marker is the next sentence's subject.
		if behind := spaceEnd(s.text, m); !startsLower(s.text[behind:]) {
			end, next = m, behind
		}
	}
	if next == len(s.text) || s.ends(i, after, end, next) {
		s.breakAt(end)
		return end
	}
	return after
}

// gluedMarker reports whether [i, end) is a marker that a capital follows at
// once: "in 2012.[3]The next".
func (s *splitter) gluedMarker(i, end int) bool {
	return i < end && markersEnd(s.text, i) == end && startsUpper(s.text[end:])
}

// ends reports whether the terminators at [i, after) end a sentence whose text
// closes at end and is followed by the word at next.
func (s *splitter) ends(i, after, end, next int) bool {
	c := candidate{
		word:   strings.TrimLeftFunc(wordBefore(s.text[s.start:i]), isBullet),
		run:    s.text[i:after],
		next:   followingWord(s.text[next:]),
		opener: s.text[next:],
		quoted: end > after,
	}
	if lead := s.text[s.start : i-len(c.word)]; len(lead) < longestLead {
		c.first = strings.TrimLeftFunc(lead, isLead) == ""
	}
	c.before = wordBefore(trimRight(s.text[s.start : i-len(c.word)]))
	c.vote = s.voted(i, next)
	return c.ends()
}

// isLead reports whether r may stand before the first word of a sentence.
func isLead(r rune) bool { return unicode.IsSpace(r) || isBullet(r) }

// voted reports whether the trained model breaks within (i, j].
func (s *splitter) voted(i, j int) bool {
	k := sort.SearchInts(s.votes, i+1)
	return k < len(s.votes) && s.votes[k] <= j
}

func (s *splitter) afterSpace(i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s.text[:i])
	return i > 0 && unicode.IsSpace(r)
}

// asidesIn returns the bracketed stretches of text that close within
// longestAside bytes, by start. The two kinds of bracket are matched apart, so
// that a stray one of a kind does not disturb the other.
func asidesIn(text string) []article.Span {
	var round, square []int
	var found []article.Span
	shut := func(open []int, i int) []int {
		if len(open) == 0 {
			return open
		}
		from := open[len(open)-1]
		if i-from < longestAside {
			found = append(found, article.Span{Start: from, End: i + 1})
		}
		return open[:len(open)-1]
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(':
			round = append(round, i)
		case '[':
			square = append(square, i)
		case ')':
			round = shut(round, i)
		case ']':
			square = shut(square, i)
		}
	}
	sort.Slice(found, func(a, b int) bool { return found[a].Start < found[b].Start })
	return found
}

// breaksLine reports whether the line that begins rest stands for itself: it is
// blank, or it begins like an item of a list.
func breaksLine(rest string) bool {
	i := 0
	for i < len(rest) && (rest[i] == ' ' || rest[i] == '\t') {
		i++
	}
	if i == len(rest) || rest[i] == '\n' {
		return true
	}
	r, n := utf8.DecodeRuneInString(rest[i:])
	if isBullet(r) || r == '-' || r == '*' || r == '–' {
		return i+n < len(rest) && rest[i+n] == ' '
	}
	digits := i
	for digits < len(rest) && digits < i+3 && isDigit(rest[digits]) {
		digits++
	}
	return digits > i && digits+1 < len(rest) && (rest[digits] == '.' || rest[digits] == ')') && rest[digits+1] == ' '
}
