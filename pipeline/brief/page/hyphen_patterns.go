package page

import (
	"compress/gzip"
	"embed"
	"io"
	"regexp"
	"strings"
	"sync"
	"unicode"
)

//go:embed hyphens/*.gz
var hyphenFiles embed.FS

// hyphenNames are the files of patterns by the language they are for, as
// BCP 47 names it.
var hyphenNames = map[string]string{
	"be": "be", "bg": "bg", "da": "da", "de": "de-1996", "en": "en-us", "es": "es", "et": "et", "fi": "fi", "fr": "fr",
	"hr": "hr", "it": "it", "nb": "no", "nn": "no", "no": "no", "pl": "pl", "pt": "pt",
}

var hyphenLoaders = func() map[string]func() *patterns {
	load := map[string]func() *patterns{}
	for _, name := range hyphenNames {
		load[name] = sync.OnceValue(func() *patterns { return loadPatterns(name) })
	}
	return load
}()

// patternsOf returns the patterns for a language, nil where there are none.
func patternsOf(language string) *patterns {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	if name, known := hyphenNames[primary]; known {
		return hyphenLoaders[name]()
	}
	return nil
}

// patterns tell where the words of a language may be parted: F. M. Liang, Word
// Hy-phen-a-tion by Com-put-er, Stanford 1983.
type patterns struct {
	levels  map[string]string // by the letters of a pattern: one more digit than letters
	longest int               // in letters
	whole   map[string][]int  // words that the patterns would part wrongly
}

// loadPatterns reads an embedded file; only a wrong name can fail.
func loadPatterns(name string) *patterns {
	packed, err := hyphenFiles.Open("hyphens/hyph-" + name + ".tex.gz")
	if err != nil {
		panic(err)
	}
	z, err := gzip.NewReader(packed)
	if err != nil {
		panic(err)
	}
	tex, err := io.ReadAll(z)
	if err != nil {
		panic(err)
	}
	return readPatterns(string(tex))
}

var (
	texComment    = regexp.MustCompile(`(?m)%.*$`)
	texPatterns   = regexp.MustCompile(`\\patterns\s*\{([^}]*)\}`)
	texExceptions = regexp.MustCompile(`\\hyphenation\s*\{([^}]*)\}`)
)

// readPatterns reads patterns as TeX has them: \patterns holds them, and
// \hyphenation the words with all their hyphens.
func readPatterns(tex string) *patterns {
	tex = texComment.ReplaceAllLiteralString(tex, "")
	p := &patterns{levels: map[string]string{}, whole: map[string][]int{}}
	for _, block := range texPatterns.FindAllStringSubmatch(tex, -1) {
		for pattern := range strings.FieldsSeq(block[1]) {
			p.add(pattern)
		}
	}
	for _, block := range texExceptions.FindAllStringSubmatch(tex, -1) {
		for word := range strings.FieldsSeq(block[1]) {
			breaks, letters := []int{}, 0
			for _, r := range word {
				if r == '-' {
					breaks = append(breaks, letters)
					continue
				}
				letters++
			}
			p.whole[strings.ToLower(strings.ReplaceAll(word, "-", ""))] = breaks
		}
	}
	return p
}

// add takes in one pattern: letters, a dot for either end of a word, and before
// each of them a digit, left out for 0.
func (p *patterns) add(pattern string) {
	var letters, levels strings.Builder
	level, count := '0', 0
	for _, r := range pattern {
		if r >= '0' && r <= '9' {
			level = r
			continue
		}
		levels.WriteRune(level)
		letters.WriteRune(r)
		level = '0'
		count++
	}
	levels.WriteRune(level)
	p.levels[letters.String()] = levels.String()
	p.longest = max(p.longest, count)
}

// The least that stands before and after a hyphen, in letters. Few languages ask
// for more than two behind it, but three read better.
const (
	lettersBefore = 2
	lettersAfter  = 3
)

// breaks returns after how many letters a word may be parted, in ascending order.
func (p *patterns) breaks(word []rune) []int {
	folded := make([]rune, 0, len(word)+2)
	folded = append(folded, '.')
	for _, r := range word {
		folded = append(folded, unicode.ToLower(r))
	}
	folded = append(folded, '.')
	all, known := p.whole[string(folded[1:len(folded)-1])]
	if !known {
		all = p.odd(folded)
	}
	var breaks []int
	for _, at := range all {
		if at >= lettersBefore && at <= len(word)-lettersAfter {
			breaks = append(breaks, at)
		}
	}
	return breaks
}

// odd lays every pattern on a dotted word and returns where the highest level is
// odd, counted in letters from the word's beginning.
func (p *patterns) odd(dotted []rune) []int {
	highest := make([]byte, len(dotted)+1)
	text := string(dotted)
	starts := make([]int, 0, len(dotted)+1) // in bytes
	for at := range text {
		starts = append(starts, at)
	}
	starts = append(starts, len(text))
	for from := range dotted {
		for to := from + 1; to <= min(from+p.longest, len(dotted)); to++ {
			levels := p.levels[text[starts[from]:starts[to]]]
			for i := range len(levels) {
				highest[from+i] = max(highest[from+i], levels[i])
			}
		}
	}
	var at []int
	for i, level := range highest {
		if level%2 == 1 { // the digits' codes are as odd as they
			at = append(at, i-1)
		}
	}
	return at
}
