package page

import "golang.org/x/text/unicode/bidi"

// The order of right-to-left text follows the Unicode Bidirectional Algorithm
// (UAX #9), whose rules are named below. Its explicit embeddings, overrides and
// isolates (X1 to X8) do not occur: the gate writes such characters by their
// numbers. golang.org/x/text has the classes of characters; it does not tell the
// levels, without which a number within Hebrew cannot be told from Latin text.

// bidiLevels returns the embedding level of every character of a paragraph: odd
// levels run from right to left.
//
// A quotation may outweigh the sentence around it, and a name in another script
// may begin one: a paragraph runs from right to left only where its first letter
// says so (P2) and most others do (HL1).
func bidiLevels(text []rune) []uint8 {
	left, right, rightFirst := 0, 0, false
	for _, r := range text {
		switch classOf(r) {
		case bidi.L:
			left++
		case bidi.R, bidi.AL:
			right++
			rightFirst = rightFirst || left == 0
		}
	}
	if rightFirst && right > left {
		return levelsIn(text, bidi.R)
	}
	return levelsIn(text, bidi.L)
}

func classOf(r rune) bidi.Class {
	properties, _ := bidi.LookupRune(r)
	return properties.Class()
}

// levelsIn returns the levels in a paragraph of the direction base, L or R.
func levelsIn(text []rune, base bidi.Class) []uint8 {
	p := paragraphClasses{text: text, classes: make([]bidi.Class, len(text)), base: base}
	for i, r := range text {
		p.classes[i] = classOf(r)
	}
	p.resolveWeak()
	p.resolveBrackets()
	p.resolveNeutral()
	lowest := uint8(0)
	if base == bidi.R {
		lowest = 1
	}
	levels := make([]uint8, len(text))
	for i, class := range p.classes { // I1, I2
		switch levels[i] = lowest; {
		case class == bidi.EN || class == bidi.AN:
			levels[i] = 2
		case class != base:
			levels[i] = lowest + 1
		}
	}
	return levels
}

// paragraphClasses are the classes of a paragraph's characters while they are
// resolved; base is the paragraph's, L or R.
type paragraphClasses struct {
	text    []rune
	classes []bidi.Class
	base    bidi.Class
}

// resolveWeak resolves marks and numbers (W1 to W7).
func (p *paragraphClasses) resolveWeak() {
	c := p.classes
	previous, strong := p.base, p.base
	for i := range c {
		switch c[i] {
		case bidi.NSM:
			c[i] = previous // W1
		case bidi.L, bidi.R, bidi.AL:
			strong = c[i]
		}
		if previous = c[i]; c[i] == bidi.EN && strong == bidi.AL {
			c[i] = bidi.AN // W2
		}
	}
	for i := range c {
		if c[i] == bidi.AL {
			c[i] = bidi.R // W3
		}
		if i == 0 || i == len(c)-1 || c[i-1] != c[i+1] {
			continue
		}
		if c[i-1] == bidi.EN && (c[i] == bidi.ES || c[i] == bidi.CS) || c[i-1] == bidi.AN && c[i] == bidi.CS {
			c[i] = c[i-1] // W4
		}
	}
	for start := 0; start < len(c); {
		end := start
		for end < len(c) && c[end] == bidi.ET {
			end++
		}
		if start < end && (start > 0 && c[start-1] == bidi.EN || end < len(c) && c[end] == bidi.EN) {
			fill(c[start:end], bidi.EN) // W5
		}
		start = end + 1
	}
	strong = p.base
	for i := range c {
		switch c[i] {
		case bidi.L, bidi.R:
			strong = c[i]
		case bidi.AN:
		case bidi.EN:
			if strong == bidi.L {
				c[i] = bidi.L // W7
			}
		default:
			c[i] = bidi.ON // W6; space and all else is neutral from here on
		}
	}
}

func fill(classes []bidi.Class, with bidi.Class) {
	for i := range classes {
		classes[i] = with
	}
}

// resolveBrackets gives both brackets of a pair one direction (N0).
func (p *paragraphClasses) resolveBrackets() {
	before, met := p.base, 0 // the strong direction before a place, and that place
	for _, pair := range p.bracketPairs() {
		for ; met < pair.open; met++ {
			if s := strongOf(p.classes[met]); s != bidi.ON {
				before = s
			}
		}
		found := bidi.Class(bidi.ON)
		for _, class := range p.classes[pair.open+1 : pair.close] {
			if s := strongOf(class); s == p.base {
				found = s
				break
			} else if s != bidi.ON {
				found = s
			}
		}
		if found != bidi.ON && found != p.base {
			found = before // the opposite direction where it holds before, else the paragraph's
		}
		if found != bidi.ON {
			p.classes[pair.open], p.classes[pair.close] = found, found
		}
	}
}

// strongOf returns the direction of a class among neutrals: a number counts as
// text from right to left (N0, N1).
func strongOf(class bidi.Class) bidi.Class {
	if class == bidi.EN || class == bidi.AN {
		return bidi.R
	}
	return class
}

type bracketPair struct{ open, close int }

// bracketPairs returns the pairs of brackets by their openings (BD16).
func (p *paragraphClasses) bracketPairs() []bracketPair {
	const deepest = 63
	closing := make([]int, len(p.text)) // of the bracket that opens there
	var open []int
	found := false
	for i, r := range p.text {
		properties, _ := bidi.LookupRune(r)
		if p.classes[i] != bidi.ON || !properties.IsBracket() {
			continue
		}
		if properties.IsOpeningBracket() {
			if len(open) == deepest {
				break
			}
			open = append(open, i)
			continue
		}
		for n := len(open) - 1; n >= 0; n-- {
			if mirrored(p.text[open[n]]) == r {
				closing[open[n]], found = i, true
				open = open[:n]
				break
			}
		}
	}
	if !found {
		return nil
	}
	var pairs []bracketPair
	for at, end := range closing {
		if end > 0 {
			pairs = append(pairs, bracketPair{at, end})
		}
	}
	return pairs
}

// resolveNeutral gives neutrals the direction that both sides share, else the
// paragraph's (N1, N2).
func (p *paragraphClasses) resolveNeutral() {
	before := p.base
	for start := 0; start < len(p.classes); {
		if s := strongOf(p.classes[start]); s != bidi.ON {
			before = s
			start++
			continue
		}
		end := start
		for end < len(p.classes) && p.classes[end] == bidi.ON {
			end++
		}
		after := p.base
		if end < len(p.classes) {
			after = strongOf(p.classes[end])
		}
		if before != after {
			after = p.base
		}
		fill(p.classes[start:end], after)
		start = end
	}
}

// mirrored returns the character that stands for r from right to left (L4):
// brackets, and quotation marks that point.
func mirrored(r rune) rune {
	switch r {
	case '«':
		return '»'
	case '»':
		return '«'
	case '‹':
		return '›'
	case '›':
		return '‹'
	case '<':
		return '>'
	case '>':
		return '<'
	}
	for _, m := range bidi.ReverseString(string(r)) {
		return m
	}
	return r
}

// visualOrder returns the indices of things on one line from left to right, by
// their levels (L2).
func visualOrder(levels []uint8) []int {
	order := make([]int, len(levels))
	highest := uint8(0)
	for i, level := range levels {
		order[i] = i
		highest = max(highest, level)
	}
	for level := highest; level > 0; level-- {
		for start := 0; start < len(order); start++ {
			end := start
			for end < len(order) && levels[order[end]] >= level {
				end++
			}
			for i, j := start, end-1; i < j; i, j = i+1, j-1 {
				order[i], order[j] = order[j], order[i]
			}
			start = max(start, end-1)
		}
	}
	return order
}
