package page

import "strings"

// chunk is a run of pieces that stands on one line, or the space between two.
type chunk struct {
	pieces []piece
	width  float64
	space  bool
	soft   bool // a line that ends with it needs a hyphen
}

// chunks joins the pieces that no line may part.
func chunks(pieces []piece, width float64) []chunk {
	var all []chunk
	for start := 0; start < len(pieces); {
		end := start + 1
		group := pieces[start].width
		for end < len(pieces) && pieces[end].glued && !pieces[end].space && !pieces[end-1].space && group+pieces[end].width <= width {
			group += pieces[end].width
			end++
		}
		all = append(all, chunk{pieces: pieces[start:end], width: group, space: pieces[start].space})
		start = end
	}
	return all
}

// isDay reports whether the chunk is a number of one or two digits.
func (c chunk) isDay() bool {
	text := strings.TrimLeft(c.pieces[0].text, "“‘(")
	return len(c.pieces) == 1 && (len(text) == 1 || len(text) == 2) && strings.Trim(text, "0123456789") == ""
}

// What makes one way to break a paragraph worse than another. A line more
// outweighs all else; within as many lines, their ends should lie near each
// other, no word should be parted nor a day from its month, and the last line
// should not be a word alone.
const (
	lineCost    = 1000.0
	partedCost  = 0.15 // a line's whole emptiness costs 1
	hyphenCost  = 0.01
	remnantCost = 0.5 // of a last line that begins within a word
	stackedCost = 1.0 // of a hyphen of the text's own below one that is not
	aloneCost   = 0.1
	alone       = 0.16 // of the width: a last line that is shorter looks lost
	tooFit      = 0.01 // points by which a line may be too wide, for rounding
)

// breakLines breaks a paragraph into lines. Words are parted only if it is
// conspicuously ragged otherwise.
func breakLines(pieces []piece, width float64) [][]piece {
	all := chunks(pieces, width)
	for len(all) > 0 && all[0].space {
		all = all[1:]
	}
	if len(all) == 0 {
		return [][]piece{nil}
	}
	b := broken(all, width)
	if b.ragged() {
		if parted, some := hyphenated(all); some {
			b = broken(parted, width)
		}
	}
	return b.lines()
}

// breaking is a paragraph with the lines that it is broken into.
type breaking struct {
	all   []chunk // the first is no space
	width float64
	next  []int     // where the line after the one that begins here begins
	cost  []float64 // of all lines from here on
}

// broken breaks a paragraph into as few lines as can be, as even as can be,
// choosing all breaks together (D. E. Knuth and M. F. Plass, Breaking Paragraphs
// into Lines, 1981, for lines that are not stretched). Each break looks at no
// more chunks than one line holds.
func broken(all []chunk, width float64) breaking {
	b := breaking{all, width, make([]int, len(all)), make([]float64, len(all)+1)}
	for first := len(all) - 1; first >= 0; first-- {
		if !all[first].space {
			b.begin(first)
		}
	}
	return b
}

// begin finds the best end of the line that begins with a chunk.
func (b *breaking) begin(first int) {
	b.cost[first], b.next[first] = -1, len(b.all)
	used := 0.0   // width with the spaces at its end
	inked := 0.0  // and without
	before := 0.0 // and without the word that the line may end in
	for end := first; end < len(b.all); end++ {
		c := b.all[end]
		if used += c.width; c.space {
			continue
		}
		if end > first && b.all[end-1].space {
			before = inked
		}
		if inked = used; end > first && inked > b.width+tooFit {
			break
		}
		after := b.after(end)
		cost := lineCost + b.cost[after]
		if c.soft {
			p := c.pieces[0]
			if inked += p.hyphenWidth(); inked > b.width+tooFit || before == 0 || b.within(first) || b.width-before <= lacking(p.size, b.width) {
				continue
			}
		}
		cost += b.shape(first, end, inked)
		if b.cost[first] < 0 || cost <= b.cost[first] {
			b.cost[first], b.next[first] = cost, after
		}
	}
}

// after returns where the line after one that ends with a chunk begins.
func (b *breaking) after(end int) int {
	end++
	for end < len(b.all) && b.all[end].space {
		end++
	}
	return end
}

// within reports whether a chunk goes on with the word of the one before it.
func (b *breaking) within(first int) bool { return first > 0 && !b.all[first-1].space }

// shape returns what the looks of a line cost.
func (b *breaking) shape(first, end int, inked float64) float64 {
	empty := max(0, b.width-inked) / b.width
	if b.after(end) == len(b.all) {
		if first > 0 && empty > 1-alone {
			return aloneCost
		}
		return 0
	}
	cost := empty * empty
	switch c := b.all[end]; {
	case c.soft:
		cost += hyphenCost
		if b.next[end+1] == len(b.all) {
			cost += remnantCost
		}
	case b.after(end) == end+1:
		cost += partedCost
		if first > 0 && b.all[first-1].soft {
			cost += stackedCost
		}
	case c.isDay():
		cost += partedCost
	}
	return cost
}

// ragged reports whether a line but the last is conspicuously short.
func (b *breaking) ragged() bool {
	for first := 0; b.next[first] < len(b.all); first = b.next[first] {
		inked, used := 0.0, 0.0
		for _, c := range b.all[first:b.next[first]] {
			if used += c.width; !c.space {
				inked = used
			}
		}
		if b.width-inked > lacking(b.all[first].pieces[0].size, b.width) {
			return true
		}
	}
	return false
}

// lines returns the pieces of each line.
func (b *breaking) lines() [][]piece {
	var lines [][]piece
	parted := false // the end of the line before parts a word
	for first := 0; first < len(b.all); first = b.next[first] {
		var line []piece
		for _, c := range b.all[first:b.next[first]] {
			line = append(line, c.pieces...)
		}
		if b.next[first] == len(b.all) {
			line = append(line, piece{space: true})
		}
		if first > 0 && !b.all[first-1].space && !parted {
			parted = partWord(lines[len(lines)-1], line, b.all[first-1].soft)
		} else {
			parted = false
		}
		lines = append(lines, ended(line))
	}
	return lines
}

// ended returns a line without the spaces at its end. They take no room, but
// one is written: a program that reads the page would join the words otherwise.
// From right to left it would stand before the words, so there is none.
func ended(line []piece) []piece {
	n := len(line)
	for n > 0 && line[n-1].space {
		n--
	}
	if n > 0 && n < len(line) && line[n-1].level == 0 && line[n-1].face.has(' ') {
		line[n-1].text += " "
	}
	return line[:n]
}
