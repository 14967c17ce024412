package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

const (
	// longestWord is how many bytes a word may have and still be looked into; a
	// longer one (an address, a run without spaces) is one token as it stands.
	longestWord = 120
	// longestSentence is how many bytes a sentence may have and still be split
	// by prose; a longer one is split at white space alone.
	longestSentence = 32 << 10
	// longestSkip is how far ahead the place of a word is looked for where prose
	// has lost the text between.
	longestSkip = 64
	// innerApostrophe stands for one that belongs to its word, as in "O'Reilly",
	// while prose, which would lose "'Reilly", looks at it.
	innerApostrophe = "ʼ"
)

// tagTokens returns the tokens of all sentences, in order, each with its tag,
// and fills every sentence's Tokens. White space and citation markers are in no
// token; all other text is.
func tagTokens(doc *article.Document, sents []article.Sentence) []article.Token {
	tokens := make([]article.Token, 0, len(doc.Text)/5)
	for i := range sents {
		s := &sents[i]
		text := doc.Text[s.Span.Start:s.Span.End]
		from := len(tokens)
		words := wordsIn(text)
		tags := trained().tagWords(spelled(words))
		for j, w := range words {
			span := article.Span{Start: s.Span.Start + w.at.Start, End: s.Span.Start + w.at.End}
			tokens = append(tokens, article.Token{Span: span, Tag: tags[j]})
		}
		s.Tokens = article.Range{From: from, To: len(tokens)}
	}
	return tokens
}

// labelTokens returns the model's label of every token of one sentence, "O"
// outside of names.
func labelTokens(text string, tokens []article.Token) []string {
	words, tags := make([]string, len(tokens)), make([]string, len(tokens))
	for i, t := range tokens {
		words[i], tags[i] = text[t.Span.Start:t.Span.End], t.Tag
		switch {
		case t.Tag == "``" || t.Tag == "''":
			words[i] = t.Tag
		case t.Span.Len() > longestWord:
			words[i] = "X"
		default:
			words[i] = strings.ReplaceAll(words[i], "’", "'")
		}
	}
	return trained().labelWords(words, tags)
}

// placedWord is a word of a sentence: as the model reads it (quotation marks
// straightened), and where it stands.
type placedWord struct {
	text string
	at   article.Span // of the sentence
}

func spelled(words []placedWord) []string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.text
	}
	return texts
}

// wordsIn returns the words of one sentence.
func wordsIn(text string) []placedWord {
	c := cleaner{text: text}
	c.clean()
	var pieces []string
	if len(c.out) <= longestSentence {
		pieces = proseWords(string(c.out))
	}
	words := joinPoints(c.place(pieces))
	for i := range words {
		if words[i].text != `"` {
			continue
		}
		// The models know quotation marks as the Treebank writes them.
		words[i].text = "''"
		if i == 0 || words[i-1].at.End < words[i].at.Start {
			words[i].text = "``"
		}
	}
	return words
}

// place finds each piece in the cleaned text, from left to right. Prose loses
// text at times; what stands between two pieces becomes words of its own.
func (c *cleaner) place(pieces []string) []placedWord {
	words := make([]placedWord, 0, len(pieces))
	pos, out := 0, string(c.out)
	for _, p := range pieces {
		p = strings.TrimSpace(p)
		for pos < len(out) && out[pos] == ' ' {
			pos++
		}
		skipped := strings.Index(out[pos:min(len(out), pos+len(p)+longestSkip)], p)
		if p == "" || skipped < 0 {
			continue
		}
		words = c.fill(words, pos, pos+skipped)
		pos += skipped
		words = append(words, c.word(pos, pos+len(p)))
		pos += len(p)
	}
	return c.fill(words, pos, len(out))
}

// fill adds the words between white space in out[from:to].
func (c *cleaner) fill(words []placedWord, from, to int) []placedWord {
	for i := from; i < to; i++ {
		if c.out[i] == ' ' {
			continue
		}
		begin := i
		for i < to && c.out[i] != ' ' {
			i++
		}
		words = append(words, c.word(begin, i))
	}
	return words
}

func (c *cleaner) word(from, to int) placedWord {
	text := strings.ReplaceAll(string(c.out[from:to]), innerApostrophe, "'")
	return placedWord{text, article.Span{Start: c.from[from], End: c.from[to]}}
}

// joinPoints gives the point of an abbreviation within a sentence back to its
// word, as the model was trained: "Corp .", "J ." become "Corp.", "J.".
func joinPoints(words []placedWord) []placedWord {
	kept := words[:0]
	for i, w := range words {
		if n := len(kept); w.text == "." && n > 0 && kept[n-1].at.End == w.at.Start && i+1 < len(words) &&
			isDigitOrWord(words[i+1].text) && isAbbreviable(kept[n-1].text) {
			kept[n-1].text += "."
			kept[n-1].at.End = w.at.End
			continue
		}
		kept = append(kept, w)
	}
	return kept
}

func isAbbreviable(w string) bool {
	return len(w) <= 6 && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' && r != '-' }) < 0
}

func isDigitOrWord(w string) bool {
	r := firstRune(w)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == ',' || r == '&'
}

// cleaner rewrites a sentence so that prose splits it well and quickly, and
// remembers where every byte came from.
//
// Marks are set apart by spaces, so that prose meets no runs of them (on which
// it takes quadratic time) and loses nothing after an apostrophe; typographic
// quotation marks are straightened, as the models know them; citation markers
// and controls are blanked; letters whose small form has another length, over
// which prose can panic, and words that are too long are replaced by an "X".
type cleaner struct {
	text string
	out  []byte
	from []int // from[i] is the byte of text that out[i] stands for; one more for the end
	gap  bool  // a space is due before what comes next
}

func (c *cleaner) clean() {
	c.out = make([]byte, 0, len(c.text)+len(c.text)/8+8)
	c.from = make([]int, 0, cap(c.out)+1)
	last := strings.TrimRight(c.text, " \"'”’»)]}")
	lastPoint := -1
	if strings.HasSuffix(last, ".") {
		lastPoint = len(last) - 1
	}
	wordEnd := 0
	for i := 0; i < len(c.text); {
		r, n := utf8.DecodeRuneInString(c.text[i:])
		if j := markerEnd(c.text, i); j > i {
			c.put(i, " ")
			i = j
			continue
		}
		if i >= wordEnd && !unicode.IsSpace(r) {
			if wordEnd = spaceAfter(c.text, i); wordEnd-i > longestWord {
				c.apart(i, "X")
				i = wordEnd
				continue
			}
		}
		if r == '.' && i == lastPoint && !c.closesPointed(i) {
			c.apart(i, ".")
		} else {
			c.rune(i, r, n)
		}
		i += n
	}
	c.from = append(c.from, len(c.text))
}

// put appends s, which stands for the text from byte i on.
func (c *cleaner) put(i int, s string) {
	if c.gap {
		c.gap = false
		c.put(i, " ")
	}
	for range len(s) {
		c.from = append(c.from, i)
	}
	c.out = append(c.out, s...)
}

// apart puts s between spaces.
func (c *cleaner) apart(i int, s string) {
	c.put(i, " "+s)
	c.gap = true
}

func (c *cleaner) rune(i int, r rune, n int) {
	prev, next := c.beside(i, n)
	switch r {
	case '"', '“', '”', '„', '«', '»':
		c.apart(i, `"`)
	case '\'', '‘', '’', 'ʼ':
		c.apostrophe(i, prev, c.text[i+n:])
	case '(', ')', '[', ']', '{', '}', ';', '!', '?', '|', '*':
		c.apart(i, string(r))
	case '…', '—', '―', '¿', '¡', '€', '£', '¥', '†', '‡':
		c.apart(i, string(r))
	case ',':
		c.unlessBetween(i, ",", unicode.IsDigit(prev) && unicode.IsDigit(next))
	case ':':
		c.unlessBetween(i, ":", unicode.IsDigit(prev) && unicode.IsDigit(next) || next == '/')
	case '%':
		c.apart(i, "%")
	case '.':
		c.unlessBetween(i, ".", prev != '.' && next != '.')
	default:
		c.letter(i, r, n)
	}
}

func (c *cleaner) unlessBetween(i int, mark string, between bool) {
	if between {
		c.put(i, mark)
	} else {
		c.apart(i, mark)
	}
}

func (c *cleaner) letter(i int, r rune, n int) {
	switch low := unicode.ToLower(r); {
	case unicode.IsSpace(r), unicode.IsControl(r), r == '\u200b', r == '\ufeff', r == '\u00ad' && n > 1:
		c.put(i, " ")
	case r == utf8.RuneError && n == 1:
		c.put(i, "?")
	case utf8.RuneLen(low) != n:
		c.put(i, "X")
	default:
		c.put(i, c.text[i:i+n])
	}
}

// beside returns the characters before and after the one at [i, i+n).
func (c *cleaner) beside(i, n int) (prev, next rune) {
	prev, _ = utf8.DecodeLastRuneInString(c.text[:i])
	next, _ = utf8.DecodeRuneInString(c.text[i+n:])
	return prev, next
}

// apostrophe sets a possessive or a shortened verb off from its word, and a
// single quotation mark from what it quotes; within a name it stays.
func (c *cleaner) apostrophe(i int, prev rune, rest string) {
	end := strings.IndexFunc(rest[:min(len(rest), 8)], func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = min(len(rest), 8)
	}
	within := unicode.IsLetter(prev) || unicode.IsDigit(prev)
	switch tail := strings.ToLower(rest[:end]); {
	case tail == "t" && (prev == 'n' || prev == 'N'): // "do n't"
		last := len(c.out) - 1
		c.out, c.from = append(c.out[:last], ' ', c.out[last], '\''), append(c.from[:last], i-1, i-1, i)
	case within && (tail == "s" || tail == "ve" || tail == "d" || tail == "ll" || tail == "re" || tail == "m"):
		c.put(i, " '")
	case within && end > 0, !within && rest != "" && isDigit(rest[0]):
		c.put(i, innerApostrophe)
	default:
		c.apart(i, "'")
	}
}

// closesPointed reports whether the point at byte i, the sentence's last, also
// belongs to letters with points between, as in "U.S.".
func (c *cleaner) closesPointed(i int) bool {
	return isPointed(strings.ToLower(wordBefore(c.text[:i])))
}

func spaceAfter(text string, i int) int {
	if j := strings.IndexFunc(text[i:], unicode.IsSpace); j >= 0 {
		return i + j
	}
	return len(text)
}
