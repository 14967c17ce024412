package reference

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"citevet/pipeline/article"
)

// residue is a place in an entry where markup was left over, with what it stands
// for where that is sure. It is safe to write that where no reading differs.
type residue struct {
	at    article.Span
	what  string
	means string
	safe  bool
}

// residueIn finds the first residue in an entry's text. Works about markup are
// full of it rightly.
func residueIn(text string) (residue, bool) {
	if at, was := misread(text); at.Len() > 0 {
		return residue{at: at, what: "UTF-8 that was read as another encoding", means: was}, true
	}
	if i := strings.Index(text, "\ufffd"); i >= 0 {
		return residue{at: article.Span{Start: i, End: i + len("\ufffd")}, what: "a character that was lost"}, true
	}
	if aboutMarkup.MatchString(addressInWords.ReplaceAllString(text, " ")) {
		return residue{}, false
	}
	for _, find := range []func(string) (residue, bool){entityIn, escapeIn, tagIn, wikiIn, texIn} {
		if r, ok := find(text); ok {
			return r, true
		}
	}
	return residue{}, false
}

// aboutMarkup finds the words of a work whose subject is markup; many an address
// ends in one of them.
var aboutMarkup = regexp.MustCompile(`(?i)\b(?:x?html\d?|xml|sgml|markup|markdown|wikitext|la?tex|bibtex|entit(?:y|ies)|escaping|css|typesetting|mathml)\b`)

// entityIn finds a character reference that a program should have decoded. One
// that was encoded twice is taken as a whole. In an address only "&amp;" is sure:
// names of parameters follow an ampersand too.
func entityIn(text string) (residue, bool) {
	for _, m := range entity.FindAllStringIndex(text, -1) {
		written := text[m[0]:m[1]]
		means := written
		for range 3 {
			means = html.UnescapeString(means)
		}
		if means == written || strings.ContainsAny(means, "&;") && means != "&" || inAddress(text, m[0]) && means != "&" {
			continue
		}
		at := article.Span{Start: m[0], End: m[1]}
		return residue{at, "a character reference that was not decoded", means, !inAddress(text, m[0])}, true
	}
	return residue{}, false
}

var entity = regexp.MustCompile(`&(?:amp;)*(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-z]{2,8}\d?|[A-Z][a-z]{2,7});`)

// escapeIn finds a character as JSON and programs write it: "\u2013".
func escapeIn(text string) (residue, bool) {
	m := escape.FindStringSubmatchIndex(text)
	if m == nil || !strings.ContainsAny(text[m[2]:m[3]], "0123456789") {
		return residue{}, false // a folder's name: "C:\ufeed"
	}
	code, _ := strconv.ParseUint(text[m[2]:m[3]], 16, 16)
	r := residue{at: article.Span{Start: m[0], End: m[1]}, what: "an escape that was not decoded"}
	if c := rune(code); unicode.IsPrint(c) {
		r.means, r.safe = string(c), !inAddress(text, m[0])
	}
	return r, true
}

var escape = regexp.MustCompile(`\\u([0-9a-fA-F]{4})`)

// inAddress reports whether a place lies within an address.
func inAddress(text string, at int) bool {
	word := text[max(0, at-longestAddress):at]
	word = word[strings.LastIndexAny(word, " \t\n\"<(")+1:]
	return strings.Contains(word, "://") || strings.HasPrefix(word, "www.")
}

// longestAddress is how many bytes of an address are looked at.
const longestAddress = 2000

// tagIn finds an element with both its tags, or a line break.
func tagIn(text string) (residue, bool) {
	closed := map[string]int{} // where the last end tag of each name stands
	for _, m := range endTag.FindAllStringSubmatchIndex(text, -1) {
		closed[strings.ToLower(text[m[2]:m[3]])] = m[0]
	}
	for _, m := range tag.FindAllStringSubmatchIndex(text, -1) {
		name := strings.ToLower(text[m[2]:m[3]])
		if name == "br" || name == "p" || closed[name] >= m[1] {
			return residue{at: article.Span{Start: m[0], End: m[1]}, what: "a tag that was not rendered"}, true
		}
	}
	return residue{}, false
}

var tag = regexp.MustCompile(`(?i)<((?:jats:|mml:)?(?:i|b|u|em|strong|sub|sup|span|small|font|div|p|br|a|cite|nowiki|ref|scp|italic|bold|sc|title))(?: [^<>]{0,200})?/?>`)

var endTag = regexp.MustCompile(`</([A-Za-z:]{1,11})>`)

// wikiIn finds wiki markup: a template, a link, emphasis by apostrophes.
func wikiIn(text string) (residue, bool) {
	if m := wiki.FindStringIndex(text); m != nil {
		return residue{at: article.Span{Start: m[0], End: m[1]}, what: "wiki markup that was not rendered"}, true
	}
	return residue{}, false
}

var wiki = regexp.MustCompile(`\{\{\s*[A-Za-z][A-Za-z ]*\s*[|}]|\[\[[A-Z][^\[\]|\n]{1,80}(?:\|[^\[\]\n]{1,80})?\]\]|'''[^'\n]{1,120}'''|(?:^|[\s(])''\pL[^'\n]{0,120}''`)

// texIn finds commands of TeX for type and for accents. Formulas between dollar
// signs are how many titles are registered, and stay.
func texIn(text string) (residue, bool) {
	text = formula.ReplaceAllStringFunc(text, func(f string) string { return strings.Repeat(" ", len(f)) })
	if m := tex.FindStringIndex(text); m != nil {
		return residue{at: article.Span{Start: m[0], End: m[1]}, what: "a command of TeX that was not rendered"}, true
	}
	return residue{}, false
}

var formula = regexp.MustCompile(`\$[^$\n]{1,200}\$`)

var tex = regexp.MustCompile(`\\(?:textit|textbf|textsc|textrm|texttt|textsuperscript|textsubscript|emph|underline|enquote|href|url|uppercase)\s*\{|` +
	`\{?\\["'` + "`" + `^~=.][ ]?\{?\\?[A-Za-z]\}{1,2}|\{\\(?:it|bf|em|sc|rm|tt|ss|ae|oe|aa|o|l)\b[ }]|\\[cvHuk]\{[A-Za-z]\}`)
