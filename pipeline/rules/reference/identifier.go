package reference

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// identifier is a number that an entry gives under a name.
type identifier struct {
	printed string // as it stands: "0-306-40615-2"
	bare    string // digits alone, with X in upper case: "0306406152"
	span    article.Span
}

// mostNamed bounds how many identifiers of a kind are looked for in an entry.
const mostNamed = 50

// namedAt returns where each name of an identifier ends that stands as a word of
// its own in text, whatever the letters' case, outside the entry's addresses.
// The name is in upper case.
func namedAt(a *article.Article, r *article.Reference, name string) []int {
	text := textOf(a, r)
	var ends []int
	for i := 0; i+len(name) <= len(text) && len(ends) < mostNamed; i++ {
		if text[i]|0x20 != name[0]|0x20 || !strings.EqualFold(text[i:i+len(name)], name) {
			continue
		}
		before := strings.TrimSuffix(strings.TrimSuffix(text[:i], "-"), "e") // "eISSN"
		last, _ := utf8.DecodeLastRuneInString(before)
		at := article.Span{Start: r.Span.Start + i, End: r.Span.Start + i + len(name)}
		if unicode.IsLetter(last) || unicode.IsDigit(last) || r.URL.Span.Overlaps(at) || r.ArchiveURL.Span.Overlaps(at) {
			continue
		}
		ends = append(ends, at.End)
		i += len(name) - 1
	}
	return ends
}

// run is the groups of digits that stand one behind the other, apart by hyphens
// or blanks.
type run struct {
	text  string
	start int   // in the article's text
	cuts  []cut // after each group, in order
	clean bool  // no letter, ellipsis or the like clings to the end
}

// cut is one place where a number may end within a run.
type cut struct {
	end    int  // in run.text
	digits int  // up to there
	space  bool // a blank follows, not a hyphen
}

// longestRun bounds the digits of a run: two identifiers side by side.
const longestRun = 26

// runAt reads the run of digits that begins at i in the article's text and ends
// before stop.
func runAt(text string, i, stop int) run {
	r := run{start: i}
	digits, j := 0, i
	for j < stop && digits < longestRun {
		from := j
		for j < stop && '0' <= text[j] && text[j] <= '9' {
			j++
		}
		digits += j - from
		if j < stop && digits > 0 && (text[j] == 'X' || text[j] == 'x') {
			j++
			digits++
			r.cuts = append(r.cuts, cut{j - i, digits, true})
			break
		}
		if j == from {
			break
		}
		n, space := separator(text[j:stop])
		r.cuts = append(r.cuts, cut{j - i, digits, space})
		if n == 0 || j+n >= stop || !isDigitOrX(text[j+n]) {
			break
		}
		j += n
	}
	if len(r.cuts) == 0 {
		return r
	}
	end := i + r.cuts[len(r.cuts)-1].end
	r.text = text[i:end]
	next, _ := utf8.DecodeRuneInString(text[end:stop])
	r.clean = end >= stop || !unicode.IsLetter(next) && !unicode.IsDigit(next) && !strings.ContainsRune("…?*_", next) && !strings.HasPrefix(text[end:stop], "..")
	return r
}

// separator returns the length of the hyphen or blanks that text begins with, and
// whether it is blanks alone.
func separator(text string) (n int, space bool) {
	space = true
	for i, c := range text {
		switch c {
		case ' ', '\n', '\u00a0', '\u2009', '\u202f':
		case '-', '\u2010', '\u2011', '\u2012', '–', '\u2212', '\u00ad':
			space = false
		default:
			return i, space
		}
		if i > 8 {
			return 0, true
		}
	}
	return len(text), space
}

func isDigitOrX(c byte) bool { return '0' <= c && c <= '9' || c == 'X' || c == 'x' }

// until returns the identifier that ends at the k-th cut.
func (r run) until(k int) identifier {
	printed := r.text[:r.cuts[k].end]
	bare := strings.Map(func(c rune) rune {
		if c >= utf8.RuneSelf || !isDigitOrX(byte(c)) {
			return -1
		}
		return unicode.ToUpper(c)
	}, printed)
	return identifier{printed, bare, article.Span{Start: r.start, End: r.start + len(printed)}}
}

// fewestDigits is how many a number has that was meant as an identifier.
const fewestDigits = 6

// pick returns the identifier that the run most likely prints: one that checks,
// else one of a length that fits, else all up to the first blank. It reports
// false where the words do not tell where the number ends.
func (r run) pick(checks func(string) bool, lengths ...int) (identifier, bool) {
	fits := -1
	for k := range r.cuts {
		id := r.until(k)
		// Nine digits that a hyphen carries on are the beginning of ten.
		if short := len(id.bare) == 9 && k+1 < len(r.cuts) && !r.cuts[k].space; checks(id.bare) && !short {
			return id, true
		}
		for _, n := range lengths {
			if len(id.bare) == n && (fits < 0 || !r.cuts[fits].space) {
				fits = k
			}
		}
	}
	if fits >= 0 {
		last := fits == len(r.cuts)-1
		if last && !r.clean || !last && !r.cuts[fits].space {
			return identifier{}, false
		}
		return r.until(fits), true
	}
	for k, c := range r.cuts {
		last := k == len(r.cuts)-1
		if c.space && !last {
			return identifier{}, false // blanks part the groups: no telling where it ends
		}
		if last && r.clean && c.digits >= fewestDigits {
			return r.until(k), true
		}
	}
	return identifier{}, false
}
