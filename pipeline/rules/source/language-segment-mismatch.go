package source

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"citevet/pipeline/check"
)

//go:embed language-segment-mismatch.md
var languageSegmentMismatchPage string

var languageSegmentMismatch = check.NewRule(check.Meta{
	Name:     "language-segment-mismatch",
	Family:   "source",
	Summary:  "the address leads to another language than the title is given in",
	Since:    "0.1",
	Severity: check.Info,
	Page:     languageSegmentMismatchPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []address
	var told, led string // the languages of the first
	for _, x := range addressesOf(a) {
		r := &a.References[x.reference]
		segment := languageSegment(&x)
		if segment == "" || r.Title.IsZero() || !check.Own(r, r.Title) || saysLanguage(a.Text[r.Span.Start:r.Span.End]) {
			continue
		}
		title := titleLanguage(r.Title.Text)
		if title == "" || title == languageNames[segment[:2]] || speaksOf(title, segment[:2]) {
			continue
		}
		if x.span = r.Title.Span; len(found) == 0 {
			told, led = title, languageNames[segment[:2]]
		}
		found = append(found, x)
	}
	if len(found) == 0 {
		return
	}
	message := fmt.Sprintf("the title is in %s, the address leads to a page in %s", told, led)
	if len(found) > 1 {
		message = fmt.Sprintf("%d titles are in other languages than the pages their addresses lead to, the first in %s over a page in %s", len(found), told, led)
	}
	p.Report(together(check.Finding{
		Message: message,
		Help:    "give the title as the page has it with its language beside, or the address of the edition that was read",
		Label:   "not the address's language",
	}, found))
})

// languageNames are the languages whose codes stand in paths for nothing else;
// "it", "no", "id", "ar", "fa", "kz" and their like do.
var languageNames = map[string]string{
	"en": "English", "ru": "Russian", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "zh": "Chinese",
	"ja": "Japanese", "ko": "Korean", "kk": "Kazakh", "el": "Greek",
}

// regions are the countries that stand behind a language's code in paths; two
// letters more can as well be the rest of an alphabet's stretch, "Ja-Ma".
var regions = set("us gb uk ca au ie in de at ch fr be es mx ar co br pt cn tw hk jp kr ru kz ir il gr la")

// languageSegment returns the part of the path that names a language, "de" or
// "pt-br", among the first two; empty where there is none or more than one.
func languageSegment(x *address) string {
	found := ""
	for i, s := range x.segments {
		code, region, _ := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-")
		if languageNames[code] == "" || region != "" && !regions[region] {
			continue
		}
		if found != "" || i > 1 || i > 0 && code == "el" || i == len(x.segments)-1 {
			return ""
		}
		found = s
	}
	return found
}

// saysLanguage reports whether an entry says what language its work is in, or
// gives its title twice.
func saysLanguage(entry string) bool {
	low := strings.ToLower(entry)
	for _, name := range languageNames {
		if strings.Contains(low, "in "+strings.ToLower(name)) || strings.Contains(low, strings.ToLower(name)+")") || strings.Contains(low, strings.ToLower(name)+"]") {
			return true
		}
	}
	return strings.Contains(low, "transl") || strings.Contains(low, "trans.")
}

// titleLanguage names the language or the script of a title, empty where that
// is in doubt.
func titleLanguage(title string) string {
	latin, other := 0, 0
	var script string
	for _, r := range title {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.IsLetter(r):
			other++
			script = scriptName(r)
		}
	}
	switch {
	case other > 0 && latin > 0, latin+other < 12, strings.ContainsAny(title, "[]"):
		return ""
	case other > 0:
		return script
	}
	// Institutions, films and songs keep their names in every language's
	// edition: of titles in Latin letters only English ones are told.
	if surelyEnglish(wordsIn(title)) {
		return "English"
	}
	return ""
}

func scriptName(r rune) string {
	switch {
	case unicode.Is(unicode.Cyrillic, r):
		return "Cyrillic letters"
	case unicode.Is(unicode.Greek, r):
		return "Greek"
	case unicode.Is(unicode.Hebrew, r):
		return "Hebrew"
	case unicode.Is(unicode.Hangul, r):
		return "Korean"
	case unicode.Is(unicode.Arabic, r):
		return "Arabic letters"
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return "Chinese or Japanese"
	}
	return ""
}

// speaksOf reports whether a title's script can be that of a language.
func speaksOf(title, code string) bool {
	switch title {
	case "Cyrillic letters":
		return code == "ru" || code == "kk"
	case "Arabic letters":
		return code == "kk"
	case "Chinese or Japanese":
		return code == "zh" || code == "ja" || code == "ko"
	}
	return false
}
