package brief

import (
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/brief/page"
)

// words returns the article's title and text.
func (b Briefing) words() string {
	var text strings.Builder
	text.WriteString(b.Title)
	for _, p := range b.Text {
		for _, s := range p.Stretches {
			text.WriteString(s.Text)
		}
	}
	return text.String()
}

// characters tells which characters of the whole file stand there by their
// numbers, and why. All parts but the last are set by now.
func (s sheets) characters(b Briefing) {
	for _, p := range append(provenance(b), s.fontsUsed()...) {
		s.line(smallStyle, s.readWidth(), p.Text)
	}
	name := "characters"
	for _, words := range characterWords(s.Missing()) {
		s.named(name, words, 5)
		name = ""
	}
}

// characterWords says of characters without a glyph why they are not drawn, and
// what helps; nil where there are none.
func characterWords(missing []page.Missing) []string {
	if len(missing) == 0 {
		return nil
	}
	words := []string{"Some characters are written here by their numbers. The Markdown and HTML forms of this briefing have all of them that can be seen."}
	for _, kind := range []struct {
		reason page.Reason
		words  func(scripts, numbers string) string
	}{
		{page.NoFace, func(_, numbers string) string {
			return "No typeface of this file has " + numbers + ". A font that has them can be named in the configuration, under fonts."
		}},
		{page.Shaped, func(scripts, numbers string) string {
			return scripts + " need more than a typeface: they join, stack or change their order, and one by one they would be misspelt. Those here are " + numbers + "."
		}},
		{page.Beyond, func(_, numbers string) string {
			return "What lies above U+FFFF cannot be set in this file: " + numbers + "."
		}},
		{page.Unseen, func(_, numbers string) string {
			return "What acts on a text without being seen is shown: " + numbers + "."
		}},
	} {
		if of := because(missing, kind.reason); len(of) > 0 {
			words = append(words, kind.words(scriptWords(of), numberWords(of)))
		}
	}
	return words
}

func because(missing []page.Missing, reason page.Reason) []page.Missing {
	return slices.DeleteFunc(slices.Clone(missing), func(m page.Missing) bool { return m.Reason != reason })
}

// numberWords lists characters by their numbers, the first of many.
func numberWords(missing []page.Missing) string {
	const most = 60
	var list []string
	for _, m := range missing[:min(len(missing), most)] {
		list = append(list, fmt.Sprintf("U+%04X", m.Rune))
	}
	if more := len(missing) - most; more > 0 {
		list = append(list, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(list, ", ")
}

// scriptWords names the scripts of characters that need shaping, and what several
// scripts share as marks: "Arabic and Thai letters and combining marks".
func scriptWords(missing []page.Missing) string {
	var scripts []string
	marks := false
	for _, m := range missing {
		switch name := page.Script(m.Rune); name {
		case "Common", "Inherited":
			marks = true
		case "Hangul":
			scripts = append(scripts, "Jamo") // syllables need nothing
		default:
			scripts = append(scripts, name)
		}
	}
	slices.Sort(scripts)
	scripts = slices.Compact(scripts)
	switch {
	case len(scripts) == 0:
		return "Combining marks"
	case marks:
		return listWords(scripts) + " letters and combining marks"
	}
	return listWords(scripts) + " letters"
}

// fontsUsed names the configured fonts that something is set in.
func (s sheets) fontsUsed() []part {
	var fonts []string
	for _, f := range s.Used() {
		fonts = append(fonts, fmt.Sprintf("%s (SHA-256 %s…)", f.Family(), f.SHA256()[:12]))
	}
	if len(fonts) == 0 {
		return nil
	}
	return []part{{"Fonts", strings.Join(fonts, ", ") + ", named in the configuration, for what the built-in typefaces lack"}}
}
