package extract

import (
	"regexp"
	"strings"

	"citevet/pipeline/article"
)

// "(Lane et al., 2018)" without an entry is a marker that leads nowhere, but
// "(Beijing, 2008)" is none. Such brackets are believed only where their form says
// that authors are meant, and where the article cites its list in this way.

// maxLost bounds how many such brackets are kept.
const maxLost = 200

// familyName is one name of a short form, with the particles that may lead to it.
const familyName = `(?:(?:van|von|de|der|den|du|la|le|al|el) ){0,2}(\p{Lu}[\p{L}'’-]+)`

// lostNames match one to three family names as a short form lists them; the first
// group is the first name, without its particles.
var lostNames = regexp.MustCompile(`^` + familyName + `(?:(?:, | & | and |, & |, and )` + familyName + `){0,2}$`)

// lose keeps a part of a bracket that names authors and a year no entry has.
func (s *markerScan) lose(words string, at, marker span) {
	if len(s.lost) >= maxLost || s.unlabelled == 0 {
		return
	}
	plain := withoutLead(words)
	before, year, behind := cutYear(plain)
	if year == "" || len(before) > 100 || !pagesLike(behind) {
		return
	}
	list, others := cutOthers(strings.Trim(before, " ,("))
	names := lostNames.FindStringSubmatch(list)
	if names == nil || isMonth(list) || s.works.byKey[workKey{foldNames(list), year}] != nil {
		return
	}
	several := strings.ContainsAny(list, "&,") || strings.Contains(list, " and ")
	paged := strings.Contains(behind, "p.") || strings.Contains(behind, "pp.")
	if others || several || paged || s.works.authors[foldNames(list)] {
		c := s.citation(at, marker, plain[:len(before)+len(year)], -1, schemeAuthorYear, "")
		s.lost = append(s.lost, lostCitation{c, foldLetters(names[1]), year[:4]})
	}
}

// lostCitation is a marker whose entry was not found, with what an entry would have
// that is meant: the first author's name, folded, and the year.
type lostCitation struct {
	article.Citation
	first, year string
}

// settleLost keeps the markers without entry where those with one use half of the
// list and are at least twice as many: a list may be a selection. An entry that
// names the first author and the year somewhere may be the one, read wrongly.
func (s *markerScan) settleLost() {
	if len(s.lost) == 0 {
		return
	}
	var found []article.Citation
	for _, c := range s.found {
		if c.Scheme == schemeAuthorYear {
			found = append(found, c)
		}
	}
	used := len(firstUses(found))
	if used < 3 || 2*used < s.unlabelled || len(found) < 2*len(s.lost) {
		return
	}
	named := s.namedInEntries()
	for _, c := range s.lost {
		if !named[c.first+c.year] {
			s.found = append(s.found, c.Citation)
		}
	}
}

// namedInEntries returns the words that stand first in each entry with each of its
// years.
func (s *markerScan) namedInEntries() map[string]bool {
	const reach, mostYears = 300, 4
	named := map[string]bool{}
	for i := range s.refs {
		r := s.refs[i].Span
		text := s.doc.Text[r.Start:r.End]
		years := reYear.FindAllString(text, mostYears)
		for _, w := range strings.FieldsFunc(text[:min(len(text), reach)], func(r rune) bool { return strings.ContainsRune(" ,.;:()[]&\n", r) }) {
			for _, y := range years {
				named[foldLetters(w)+y] = true
			}
		}
	}
	return named
}

// reYear matches the years an entry may be of.
var reYear = regexp.MustCompile(`\b(?:1[5-9]|20)\d\d`)
