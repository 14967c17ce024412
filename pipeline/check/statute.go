package check

import (
	"regexp"
	"strings"

	"citevet/pipeline/article"
)

// A law, a decree or a treaty sets days ahead of the one it is made on, years ahead
// at times: what holds by it from such a day on it says itself. What came of it, it
// cannot tell.

// statuteLead is how many days ahead of its own a law may set the day that r speaks
// of: five years, and any time for what has been so since.
func statuteLead(r *article.Reading) int {
	if r.When.To.IsZero() {
		return 100 * 366
	}
	return 5 * 366
}

// numberedLaw finds the name of a law with its number or year, in the citation forms
// of the European Union, Britain, the United States, France, Spain, Italy, Portugal,
// Germany, the Nordic countries, Poland and Russia. It has to begin the entry or title.
var numberedLaw = regexp.MustCompile(`^(?:The |Commission |Council |Implementing |Delegated )*(?:` + strings.Join([]string{
	`(?:Regulation|Directive|Decision) (?:\((?:EU|EC|EEC|Euratom)[^)]{0,20}\) )?(?:No\.? ?)?\d{2,4}/\d{1,4}`,
	`(?:[\p{Lu}(][^\s.,"“:;]*,? |and |of |the |in |for |on |to )*(?:Act|Acts|Regulations|Order|Rules|Law|Code|Ordinance|Charter)(?: \(\p{L}+\))*,? (?:of )?(?:(?:\d{1,2} )?\p{Lu}\p{L}+ (?:\d{1,2}, )?)?\d{4}(?:[ ,.;]|$)`,
	`(?:Executive Order|Proclamation|Public Law|Pub\. ?L\.) (?:No\. ?)?\d+`,
	`(?:Real Decreto(?:[ -][Ll]e(?:y|gislativo))?|Ley(?: Orgánica)?|Lei(?: Complementar)?|Legge|Decreto(?:[ -][Ll]e(?:y|i|gge|gislativo))?|D\.Lgs\.) (?:n\.?[ºo°]? ?)?\d+[/.]`,
	`(?:Loi|Décret|Ordonnance|Arrêté) (?:n[°ºo]|du \d)`,
	`(?:Lov|Lag|Förordning|Ustawa|Bekendtgørelse) (?:nr\.? \d|\(\d{4}:\d|z dnia \d|av \d)`,
	`\p{Lu}\p{L}+lag(?:en)? \(\d{4}:\d+\)`,
	`(?:Федеральный закон|Закон|Указ|Постановление)[^"«]{0,60}№ ?\d`,
	`Treaty (?:of|on|establishing|between) `,
}, "|") + `)`)

// gazette finds the collections that laws are published in, with a number or a page.
var gazette = regexp.MustCompile(`\bS\.?I\.? (?:No\.? ?)?\d{4}/\d|\bBGBl|\bOJ [LC] ?\d|\bOJ L, \d|\bBOE núm|\bSFS \d{4}:\d|\b\d+ Stat\. \d|\bch\. \d+, \d{4} \p{L}+\.? Laws|\bJORF n`)

// statuteReach is how many bytes of an entry are looked at.
const statuteReach = 600

// isStatute reports whether r is of a law and not of something that was written
// about it, which has its title in quotation marks or its author before the law.
func isStatute(a *article.Article, r *article.Reference) bool {
	entry := a.Text[r.Span.Start:min(r.Span.End, r.Span.Start+statuteReach)]
	if strings.ContainsAny(entry, "\"“«") {
		return false
	}
	if !r.Label.IsZero() && r.Label.Span.End-r.Span.Start < len(entry) {
		entry = entry[max(0, r.Label.Span.End-r.Span.Start):]
	}
	return numberedLaw.MatchString(strings.TrimLeft(entry, " )].:*_")) || numberedLaw.MatchString(r.Title.Text) || gazette.MatchString(entry)
}
