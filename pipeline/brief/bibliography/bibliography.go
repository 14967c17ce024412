// Package bibliography writes references in the formats that reference managers
// read: CSL-JSON, BibTeX and RIS.
//
// The writers say what an entry was read to say and nothing else: an absent
// field is left out, a date is as exact as it was written, and the same
// references give the same bytes. A work has one key in all formats.
package bibliography

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// item is one reference with its key.
type item struct {
	article.Reference
	key string
}

// items gives references their keys: family name of the first author, year and
// first long word of the title, in small ASCII letters. Works that share one are
// told apart by letters, in order.
func items(refs []article.Reference) []item {
	out := make([]item, len(refs))
	used := make(map[string]int, len(refs)) // how often each key was wanted
	taken := make(map[string]bool, len(refs))
	for i, r := range refs {
		wanted := keyOf(&r)
		if wanted == "" {
			wanted = "entry"
		}
		n := used[wanted]
		key := wanted + letters(n)
		for taken[key] {
			n++
			key = wanted + letters(n)
		}
		used[wanted], taken[key] = n+1, true
		out[i] = item{r, key}
	}
	return out
}

// letters counts a, b, … z, aa, ab, …; the work that came first has none, so that
// 1 is "a".
func letters(n int) string {
	var s []byte
	for ; n > 0; n = (n - 1) / 26 {
		s = append([]byte{byte('a' + (n-1)%26)}, s...)
	}
	return string(s)
}

func keyOf(r *article.Reference) string {
	var key strings.Builder
	people := r.Authors
	if len(people) == 0 {
		people = r.Editors
	}
	if len(people) > 0 {
		name := plain(people[0].Family)
		if name == "" {
			name, _, _ = strings.Cut(strings.TrimPrefix(plainWords(people[0].Literal), "the "), " ")
		}
		key.WriteString(name)
	}
	if parts := dateParts(r.Published.When); len(parts) > 0 {
		key.WriteString(strconv.Itoa(parts[0][0]))
	}
	for _, word := range strings.Fields(plainWords(r.Title.Text)) {
		if len(word) > 3 && !unicode.IsDigit(rune(word[0])) {
			key.WriteString(word)
			break
		}
	}
	return key.String()
}

// strokes are letters that Unicode does not take apart into a base letter and a
// mark.
var strokes = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "ı", "i", "æ", "ae", "œ", "oe")

// plainWords returns the words of s in ASCII letters and digits, in lower case;
// what has no such form is left out. Bounded: a key needs no more.
func plainWords(s string) string {
	if len(s) > 400 {
		s = s[:400]
	}
	s = strokes.Replace(strings.ToLower(strings.ToValidUTF8(s, "")))
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			b.WriteRune(r)
		case r == '\'' || r == '’' || unicode.Is(unicode.Mn, r):
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func plain(s string) string { return strings.ReplaceAll(plainWords(s), " ", "") }

// dateParts returns an interval as CSL has it: one date as exact as it is known,
// or two for a run of months or years. It is empty for an open interval.
func dateParts(i when.Interval) [][]int {
	from, to := i.From, i.To
	if from.IsZero() || to.IsZero() {
		return nil
	}
	day := func(d when.Date) []int { return []int{d.Year, int(d.Month), d.Day} }
	month := func(d when.Date) []int { return []int{d.Year, int(d.Month)} }
	wholeMonths := from.Day == 1 && to.AddDays(1).Day == 1
	wholeYears := wholeMonths && from.Month == 1 && to.Month == 12
	switch {
	case from == to:
		return [][]int{day(from)}
	case wholeYears && from.Year == to.Year:
		return [][]int{{from.Year}}
	case wholeYears:
		return [][]int{{from.Year}, {to.Year}}
	case wholeMonths && from.Year == to.Year && from.Month == to.Month:
		return [][]int{month(from)}
	case wholeMonths:
		return [][]int{month(from), month(to)}
	}
	return [][]int{day(from), day(to)}
}

// person is a name in the parts that CSL and BibTeX know.
type person struct {
	Family, Given, Particle, Suffix, Literal string
}

// particles stand before a family name and belong to it.
var particles = map[string]bool{
	"van": true, "von": true, "de": true, "der": true, "den": true, "del": true, "della": true, "di": true, "da": true, "dos": true, "das": true,
	"do": true, "du": true, "des": true, "la": true, "le": true, "ter": true, "ten": true, "te": true, "zu": true, "zum": true, "zur": true,
	"af": true, "av": true, "vom": true, "'t": true, "bin": true, "ibn": true, "al": true, "el": true,
}

func personOf(n article.Name) person {
	p := person{Family: line(n.Family), Given: line(n.Given), Literal: line(n.Literal)}
	words := strings.Fields(p.Family)
	for len(words) > 1 && particles[words[0]] {
		p.Particle = strings.TrimSpace(p.Particle + " " + words[0])
		words = words[1:]
	}
	p.Family = strings.Join(words, " ")
	given := strings.Fields(p.Given)
	for len(given) > 1 && particles[given[len(given)-1]] { // "Vries, J. de"
		p.Particle = strings.TrimSpace(given[len(given)-1] + " " + p.Particle)
		given = given[:len(given)-1]
	}
	if n := len(given) - 1; n > 0 {
		switch strings.Trim(given[n], ".,") {
		case "Jr", "Sr", "II", "III", "IV":
			p.Suffix, given = given[n], given[:n]
		}
	}
	p.Given = strings.TrimRight(strings.Join(given, " "), ",")
	return p
}

// line returns s on one line, without control characters, broken bytes and the
// signs that turn the direction of what follows.
func line(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if unicode.IsControl(r) || r == unicode.ReplacementChar || unicode.Is(unicode.Bidi_Control, r) || r >= 0xE0000 && r <= 0xE007F {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// scheme is how an address says what to do with it.
var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+-]*:`)

// webAddress returns an address as reference managers may make a link of it: of
// one that a browser would run rather than open, nothing.
func webAddress(s string) string {
	s = line(s)
	switch strings.ToLower(scheme.FindString(s)) {
	case "", "http:", "https:", "ftp:":
		return strings.ReplaceAll(s, "##", "#%23") // a second # is none, and ##[…] a command to a log
	}
	return ""
}

// pagesOf parts the pages of a work from its extent: "634 s." counts its pages.
func pagesOf(r *article.Reference) (pages, extent string) {
	pages = line(r.Pages.Text)
	number, unit, ok := strings.Cut(pages, " ")
	if _, err := strconv.Atoi(number); ok && err == nil {
		switch unit {
		case "p", "pp", "s", "S", "с", "pages", "Seiten":
			return "", number
		}
	}
	return pages, ""
}

// isoDate returns a date as YYYY, YYYY-MM or YYYY-MM-DD with the given mark.
func isoDate(part []int, mark string) string {
	s := fmt.Sprintf("%04d", part[0])
	for _, n := range part[1:] {
		s += mark + fmt.Sprintf("%02d", n)
	}
	return s
}
