package page

import (
	"strings"
	"unicode"
)

// Text is set ragged right, so words are parted sparingly: only where a line would
// stay conspicuously short without it, never in two lines that follow each other,
// never the last word of a paragraph nor before the end of a page, and before the
// last line only if that saves one. Names, numbers and addresses are not parted at all.

const (
	// A soft hyphen stands at the end of a line for nothing that is read (Unicode
	// 15.0, 6.2; ISO 32000-1, 14.8.2.2.3).
	softHyphen = '\u00AD'
	hyphen     = string(softHyphen)

	// shortestParted is the shortest word that is parted, in letters.
	shortestParted = 6

	// A line is conspicuously short if it lacks more than both: the first in the
	// text's size, the second in the line's width.
	shortInSizes = 4.0
	shortInWidth = 0.12
)

// lacking is how much a line may lack, in points, before a word is parted to fill it.
func lacking(size, width float64) float64 { return max(shortInSizes*size, shortInWidth*width) }

// hyphenated returns chunks with those words in pieces that may be parted, and
// whether there are any.
func hyphenated(all []chunk) ([]chunk, bool) {
	last := len(all) - 1
	for last >= 0 && all[last].space {
		last--
	}
	out := make([]chunk, 0, len(all))
	for i, c := range all {
		alone := i < last && all[i+1].space && (i == 0 || all[i-1].space) && len(c.pieces) == 1
		if alone && !c.space {
			out = append(out, fragments(c.pieces[0])...)
			continue
		}
		out = append(out, c)
	}
	return out, len(out) > len(all)
}

// fragments returns a word in the pieces that it may be parted in.
func fragments(p piece) []chunk {
	whole := []chunk{{pieces: []piece{p}, width: p.width}}
	if p.language == "" || p.level != 0 || !p.face.has(softHyphen) {
		return whole
	}
	breaks := wordBreaks(p.text, p.language)
	if breaks == nil {
		return whole
	}
	word := &part{role: Run, reads: p.text, parted: true}
	var all []chunk
	start := 0
	for _, end := range append(breaks, len(p.text)) {
		f := p
		f.text, f.word, f.glued = p.text[start:end], word, p.glued && start == 0
		f.width = f.face.width(f.text) * f.size
		all = append(all, chunk{pieces: []piece{f}, width: f.width, soft: end < len(p.text)})
		start = end
	}
	return all
}

// wordBreaks returns where a word with the signs around it may be parted, in
// bytes; nil where it may not.
func wordBreaks(text, language string) []int {
	begin, end := letters(text)
	word := []rune(text[begin:end])
	if len(word) < shortestParted || !isCommon(word, language) {
		return nil
	}
	p := patternsOf(language)
	if p == nil {
		return nil
	}
	var breaks []int
	for _, n := range p.breaks(word) {
		breaks = append(breaks, begin+len(string(word[:n])))
	}
	return breaks
}

// letters returns where the longest run of letters in a word lies. Signs may stand
// before and after it, and shorter runs at an apostrophe; if anything else does, as
// in an address, it returns an empty run.
func letters(text string) (begin, end int) {
	inner := strings.TrimFunc(text, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) })
	offset := strings.Index(text, inner)
	start := 0
	for i, r := range inner + "'" {
		switch {
		case r == '\'' || r == '’':
			if i-start > end-begin {
				begin, end = offset+start, offset+i
			}
			start = i + len(string(r))
		case !unicode.IsLetter(r):
			return 0, 0
		}
	}
	return begin, end
}

// isCommon reports whether a word is written as one that is no name: without
// capitals, or in German, whose nouns all have one, with a capital at its beginning.
func isCommon(word []rune, language string) bool {
	for i, r := range word {
		if !unicode.IsLower(r) && (i > 0 || !strings.HasPrefix(strings.ToLower(language), "de")) {
			return false
		}
	}
	return true
}

// partWord makes what ends a line and begins the next the one word that they are,
// if a line may part it there, and reports whether it did. A hyphen of the text's
// own is treated as one that is not: many programs take both for the end of a line
// alone, and would leave it out.
func partWord(line, next []piece, soft bool) bool {
	last := &line[len(line)-1]
	word := last.word
	switch {
	case soft:
		last.width += last.hyphenWidth()
		last.text += hyphen
	case strings.HasSuffix(last.text, "-") && last.level == 0 && next[0].joins(*last):
		word = &part{role: Run, reads: last.text + next[0].text, parted: true}
		last.word, next[0].word = word, word
	default:
		return false
	}
	for i := len(line) - 1; i >= 0 && line[i].word == word; i-- {
		line[i].parted = word
	}
	for i := 0; i < len(next) && next[i].word == word; i++ {
		next[i].parted = word
	}
	last.goesOn = true
	return true
}

func (p piece) hyphenWidth() float64 { return p.face.width(hyphen) * p.size }

// endsParted reports whether a line ends within a word that is read as one.
func endsParted(line []piece) bool { return len(line) > 0 && line[len(line)-1].goesOn }

// wholeWord moves the end of a parted word from the marks of its second line to
// those of the first, behind its beginning, and returns both. So the word is one
// stretch of the page's text, and programs read it as one. They give it the place
// from its first mark to its last, which is a space where its beginning ends.
func wholeWord(first, second []inked, leading float64) (joined, rest []inked) {
	var head glyphs
	var word *part
	for _, m := range first {
		if g, isText := m.mark.(glyphs); isText {
			head, word = g, m.of
		}
	}
	if word == nil || !word.parted {
		return first, second
	}
	for i, m := range second {
		if m.of != word {
			continue
		}
		end := head
		end.x, end.width, end.text = head.x+head.width, 0, " "
		return append(first, m.moved(0, leading), inked{end, word}), append(second[:i:i], second[i+1:]...)
	}
	return first, second
}
