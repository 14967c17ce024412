package page

import "strings"

// chunk is a run of pieces that stands on one line, or the space between two.
type chunk struct {
	pieces []piece
	width  float64
	space  bool
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
		all = append(all, chunk{pieces[start:end], group, pieces[start].space})
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
	lineCost   = 1000.0
	partedCost = 0.15 // a line's whole emptiness costs 1
	aloneCost  = 0.1
	alone      = 0.16 // of the width: a last line that is shorter looks lost
	tooFit     = 0.01 // points by which a line may be too wide, for rounding
)

// breakLines breaks a paragraph into as few lines as can be, as even as can be,
// choosing all breaks together (D. E. Knuth and M. F. Plass, Breaking Paragraphs
// into Lines, 1981, for lines that are not stretched). Each break looks at no
// more chunks than one line holds.
func breakLines(pieces []piece, width float64) [][]piece {
	all := chunks(pieces, width)
	for len(all) > 0 && all[0].space {
		all = all[1:]
	}
	if len(all) == 0 {
		return [][]piece{nil}
	}
	next := make([]int, len(all)) // where the line after the one that begins here begins
	cost := make([]float64, len(all)+1)
	for first := len(all) - 1; first >= 0; first-- {
		if all[first].space {
			continue
		}
		cost[first], next[first] = -1, len(all)
		used, inked := 0.0, 0.0 // widths with and without spaces at the end
		for end := first; end < len(all); end++ {
			if used += all[end].width; all[end].space {
				continue
			}
			if inked = used; end > first && inked > width+tooFit {
				break
			}
			after := end + 1
			for after < len(all) && all[after].space {
				after++
			}
			c := lineCost + cost[after]
			switch empty := max(0, width-inked) / width; {
			case after < len(all):
				c += empty * empty
				if after == end+1 || all[end].isDay() {
					c += partedCost
				}
			case first > 0 && empty > 1-alone:
				c += aloneCost
			}
			if cost[first] < 0 || c <= cost[first] {
				cost[first], next[first] = c, after
			}
		}
	}
	var lines [][]piece
	for first := 0; first < len(all); first = next[first] {
		var line []piece
		for _, c := range all[first:next[first]] {
			line = append(line, c.pieces...)
		}
		if next[first] == len(all) {
			line = append(line, piece{space: true})
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
