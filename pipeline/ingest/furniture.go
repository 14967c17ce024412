package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// findFurniture sets aside what surrounds an article without being part of it:
// pointers to other articles with their lists, bylines and dates at the top,
// invitations to share, copyright lines.
func (d *draft) findFurniture() {
	inSection := 0 // level of the heading whose section is furniture, 0 for none
	for i := 0; i < len(d.parts); i++ {
		p := &d.parts[i]
		if p.Kind == article.Heading {
			if inSection == 0 || p.Level <= inSection {
				inSection = 0
				if p.opens == furnitureSection {
					inSection = p.Level
				}
			}
			continue
		}
		if !p.canHold() {
			continue
		}
		words := d.words(p.Span)
		switch {
		case inSection > 0:
			p.Kind = article.Furniture
		case p.Kind == article.Paragraph && sectionOf(words) == furnitureSection:
			p.Kind = article.Furniture
			i += d.pointers(i + 1)
		case isFurnitureCue(words) || isChatter(words):
			p.Kind = article.Furniture
		}
	}
	d.findByline()
}

// findByline makes furniture of the lines at the top that say who wrote the
// article and when; a bare name is one of them beside another.
func (d *draft) findByline() {
	top := d.parts[:d.topEnd()]
	for i := range top {
		if words := d.words(top[i].Span); top[i].canHold() && (isByline(words) || isDateLine(words)) {
			top[i].Kind = article.Furniture
		}
	}
	for i := range top {
		beside := i > 0 && top[i-1].Kind == article.Furniture || i+1 < len(top) && top[i+1].Kind == article.Furniture
		if beside && top[i].Kind == article.Paragraph && !top[i].marked && isName(d.words(top[i].Span)) {
			top[i].Kind = article.Furniture
		}
	}
}

// isName reports whether words are two to four that begin with capitals, and
// nothing else.
func isName(words string) bool {
	fields := strings.Fields(words)
	for _, f := range fields {
		first, _ := utf8.DecodeRuneInString(f)
		if !unicode.IsUpper(first) || strings.ContainsAny(f, ":;,!?[](){}0123456789|") {
			return false
		}
	}
	return len(fields) >= 2 && len(fields) <= 4 && !endsSentence(words)
}

// pointers makes furniture of the list, or the lines without a stop, that
// follow a pointer's name, and returns how many parts they are.
func (d *draft) pointers(from int) int {
	n := 0
	list := from < len(d.parts) && d.parts[from].Kind == article.ListItem
	for i := from; i < len(d.parts); i++ {
		p := &d.parts[i]
		words := d.words(p.Span)
		if !p.canHold() || holdsMarker(words) || sectionOf(words) != plainSection {
			break
		}
		if list != (p.Kind == article.ListItem) || !list && (d.gap(i) > 1 && n > 0 || endsSentence(words) || columns(words) > 2*wrapWidth) {
			break
		}
		p.Kind = article.Furniture
		n++
	}
	return n
}

// isFurnitureCue reports whether words are a pointer to another article: the
// name of one, a colon, and a title.
func isFurnitureCue(words string) bool {
	if columns(words) > 2*wrapWidth || holdsMarker(words) {
		return false
	}
	name, _, ok := strings.Cut(words, ":")
	return ok && sectionOf(name) == furnitureSection
}

// chatter are beginnings of lines that speak to the reader of the site rather
// than of the matter, in lower case.
var chatter = []string{
	"share this", "share on ", "share article", "share via", "follow us", "subscribe", "sign up for", "sign up to", "click here", "advertisement",
	"copyright ", "copyright:", "©", "(c) ", "all rights reserved", "listen to this article", "print this", "comments are closed", "leave a comment",
	"tags:", "topics:", "filed under", "photo:", "image:", "image credit", "photo credit", "поделиться", "подписывайтесь", "реклама",
}

// isChatter reports whether a short line is one of these.
func isChatter(words string) bool {
	if len(strings.Fields(words)) > 16 || holdsMarker(words) {
		return false
	}
	lower := strings.ToLower(words)
	for _, beginning := range chatter {
		if strings.HasPrefix(lower, beginning) {
			return true
		}
	}
	return strings.HasSuffix(lower, "all rights reserved.") || strings.HasSuffix(lower, "all rights reserved") || strings.HasSuffix(lower, " min read")
}

// topEnd returns how many parts stand before the article's own words begin:
// before its first paragraph of some length.
func (d *draft) topEnd() int {
	for i, p := range d.parts {
		if i >= 8 || p.Kind == article.Paragraph && columns(d.words(p.Span)) > wrapWidth {
			return i
		}
	}
	return len(d.parts)
}

// isByline reports whether words are a byline: "By Jane Roe", "By Jane Roe and
// John Doe, Astana", with a date after it or not.
func isByline(words string) bool {
	if strings.Contains(words, "\n") || strings.HasSuffix(words, ".") || len(strings.Fields(words)) > 16 {
		return false
	}
	for _, by := range []string{"By ", "BY ", "by ", "Written by ", "Reported by ", "Author: ", "Автор: "} {
		rest, ok := strings.CutPrefix(words, by)
		if r, _ := utf8.DecodeRuneInString(rest); ok && unicode.IsUpper(r) && !startsWithDate(rest) {
			return true
		}
	}
	return false
}
