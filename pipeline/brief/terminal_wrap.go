package brief

import (
	"regexp"
	"strings"

	"github.com/rivo/uniseg"
)

// wrapped breaks words into lines of at most width cells.
func wrapped(words string, width int) []string { return folded(words, width, width) }

// folded breaks words into a first line of at most first cells, empty where
// nothing fits, and others of at most rest; a word that is longer than rest is
// broken as well. GitHub Actions obeys a line of its log that begins with two
// colons after blanks, so what would has the first written out.
func folded(words string, first, rest int) []string {
	var lines []string
	line, used, room := "", 0, first
	for _, word := range strings.Fields(words) {
		for i, w := range broken(word, max(rest, 1)) {
			if strings.HasPrefix(w, "::") {
				w = "[U+003A]" + w[1:]
			}
			n, blank := uniseg.StringWidth(w), 0
			if i == 0 && line != "" {
				blank = 1
			}
			if used+blank+n > room && (line != "" || len(lines) == 0 && first < rest) {
				lines = append(lines, line)
				line, used, room, blank = "", 0, rest, 0
			}
			line += " "[:blank] + w
			used += blank + n
		}
	}
	return append(lines, line)
}

// broken divides a word into pieces of at most width cells. A path or an address
// stays whole, on a line of its own: terminals make links of them.
func broken(word string, width int) []string {
	if len(word) <= width || uniseg.StringWidth(word) <= width || clickable.MatchString(word) {
		return []string{word}
	}
	var pieces []string
	start, at, used := 0, 0, 0
	for rest, state := word, -1; rest != ""; {
		var cluster string
		var n int
		cluster, rest, n, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if used+n > width && at > start {
			pieces = append(pieces, word[start:at])
			start, used = at, 0
		}
		at += len(cluster)
		used += n
	}
	return append(pieces, word[start:])
}

// clickable is a path or an address without anything that a terminal would not
// take for part of it.
var clickable = regexp.MustCompile(`^[!-~]*/[!-~]*$`)
