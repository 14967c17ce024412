package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// parseNames reads a list of authors. What is not a list of persons is one
// literal name, which is how outlets and offices stand.
func parseNames(list string) []article.Name {
	written := list
	list, others := cutOthers(list)
	if strings.HasPrefix(written[len(list):], ".") && endsInInitial(list) {
		list += "."
	}
	list = strings.TrimLeft(list, " \n\t\x00.,:;&-–—")
	if list == "" || !strings.ContainsFunc(list, unicode.IsLetter) {
		return nil
	}
	var names []article.Name
	if strings.Contains(list, ";") {
		for _, one := range strings.Split(list, ";") {
			one = strings.TrimSpace(one)
			one = strings.TrimPrefix(strings.TrimPrefix(one, "and "), "& ")
			if one != "" {
				names = append(names, oneName(one))
			}
		}
		return names
	}
	if names, ok := personList(list); ok {
		return names
	}
	if others {
		return []article.Name{oneName(list)}
	}
	return []article.Name{{Literal: oneLine(list)}}
}

// endsInInitial reports whether the full stop behind list belongs to the initial
// that ends it: other names show theirs, or the family name stands before a comma.
func endsInInitial(list string) bool {
	last := lastWord(list)
	return isInitials(last) && (strings.Contains(list, ".") || strings.HasSuffix(list[:len(list)-len(last)], ", "))
}

// cutOthers cuts "et al." and remarks such as "(eds.)" from the end of a list.
func cutOthers(list string) (string, bool) {
	list = strings.TrimRight(list, " \n,.:;")
	others := false
	for {
		low := strings.ToLower(list)
		cut := false
		for _, tail := range []string{"et al", "et. al", "and others", "u. a", "и др", "(ed", "(eds", "(ed.)", "(eds.)", "(ed)", "(eds)", "(hrsg.)", "(hg.)", "(editor)", "(editors)", "(dir.)", "(coord.)", ", ed", ", eds", ", editors", ", editor", "[ed.]", "[eds.]", "(org.)", "(comp.)", "(translator)", "a kol", "y otros"} {
			if len(low) == len(list) && strings.HasSuffix(low, tail) && (tail[0] == '(' || tail[0] == ',' || tail[0] == '[' || len(tail) == len(low) || !isWordByte(low[len(low)-len(tail)-1])) {
				list = strings.TrimRight(list[:len(list)-len(tail)], " \n,.:;(&")
				cut, others = true, others || tail[0] == 'e'
				break
			}
		}
		if !cut {
			return list, others
		}
	}
}

// oneName reads a single name.
func oneName(name string) article.Name {
	name = oneLine(strings.Trim(name, " ,"))
	if family, given, ok := strings.Cut(name, ","); ok {
		given = strings.TrimSpace(given)
		if familyLike(family) && givenLike(given) && !isOrganization(name) {
			return article.Name{Family: family, Given: given}
		}
		return article.Name{Literal: name}
	}
	if n, ok := uninverted(name); ok {
		return n
	}
	return article.Name{Literal: name}
}

// personList reads "Family, G., Family, G. & Family, G.", "Family GH, Family J",
// "G. Family, Given Family and G. Family" and their mixtures. It reports whether
// every part is a person.
func personList(list string) ([]article.Name, bool) {
	parts := nameParts(list)
	if len(parts) == 0 {
		return nil, false
	}
	if len(parts) == 2 && !strings.Contains(list, ",") && inverted(parts[0], parts[1:]) {
		return []article.Name{inOrder(parts[0]), inOrder(parts[1])}, true // "Ann Roe and Ben Doe"
	}
	var names []article.Name
	for i := 0; i < len(parts); i++ {
		part := parts[i]
		switch {
		case isSuffix(part):
			if len(names) == 0 {
				return nil, false
			}
			names[len(names)-1].Given = strings.TrimSpace(names[len(names)-1].Given + " " + part)
		case i+1 < len(parts) && familyLike(part) && (initialsLike(parts[i+1]) || i == 0 && inverted(part, parts[1:])):
			names = append(names, article.Name{Family: part, Given: parts[i+1]})
			i++
		default:
			n, ok := uninverted(part)
			if !ok {
				return nil, false
			}
			names = append(names, n)
		}
	}
	return names, true
}

// inOrder reads a name in its natural order, or a family name alone.
func inOrder(name string) article.Name {
	if n, ok := uninverted(name); ok {
		return n
	}
	return article.Name{Family: name}
}

// inverted reports whether the first name of a list is "Family, Given": the list
// is that name alone, or others in their natural order follow.
func inverted(family string, rest []string) bool {
	if !givenLike(rest[0]) || isOrganization(family) || isOrganization(rest[0]) {
		return false
	}
	if len(rest) == 1 || isSuffix(rest[1]) {
		return len(strings.Fields(family)) <= 2 || nameParticles[strings.ToLower(strings.Fields(family)[0])]
	}
	return len(strings.Fields(family)) == 1 && (len(strings.Fields(rest[1])) > 1 || len(rest) > 2 && givenLike(rest[2]) || strings.Contains(rest[0], "."))
}

// nameParts cuts a list at commas and at the words that join names.
func nameParts(list string) []string {
	var parts []string
	for _, piece := range strings.Split(oneLine(list), ",") {
		words := strings.Fields(strings.Trim(piece, "* …"))
		from := 0
		for i, w := range words {
			switch w {
			case "and", "&", "und", "et", "y", "a", "with", "och", "og", "en", "и", "&amp;":
				if i > from {
					parts = append(parts, strings.Join(words[from:i], " "))
				}
				from = i + 1
			}
		}
		if from < len(words) {
			parts = append(parts, strings.Join(words[from:], " "))
		}
	}
	return parts
}

func isSuffix(part string) bool {
	switch strings.TrimRight(part, ".") {
	case "Jr", "Sr", "II", "III", "IV", "Esq", "PhD", "Ph.D", "M.D", "MD":
		return true
	}
	return false
}

// uninverted reads "G. Family", "Given van Family" and "Family GH".
func uninverted(name string) (article.Name, bool) {
	words := strings.Fields(strings.TrimRight(name, ","))
	if len(words) < 2 || len(words) > 5 || isOrganization(name) {
		return article.Name{}, false
	}
	if last := words[len(words)-1]; vancouverInitials(last) && len(words) <= 4 && familyLike(strings.Join(words[:len(words)-1], " ")) {
		if len(words) == 2 && broadcastLetters[last] {
			return article.Name{}, false
		}
		return article.Name{Family: strings.Join(words[:len(words)-1], " "), Given: last}, true
	}
	if familyLike(words[0]) && initialsLike(strings.Join(words[1:], " ")) {
		return article.Name{Family: words[0], Given: strings.Join(words[1:], " ")}, true
	}
	if isInitials(words[1]) && unicode.Is(unicode.Cyrillic, firstRuneOf(words[0])) && !isInitials(words[0]) {
		return article.Name{}, false // the family name stands first in Cyrillic lists
	}
	family := len(words) - 1
	if isSuffix(words[family]) && family > 1 {
		family--
	}
	for family > 1 && nameParticles[strings.ToLower(words[family-1])] {
		family--
	}
	for _, w := range words[:family] {
		if !nameWordLike(w) && !nameParticles[w] {
			return article.Name{}, false
		}
	}
	if !nameWordLike(words[len(words)-1]) && !isSuffix(words[len(words)-1]) || isInitials(words[family]) {
		return article.Name{}, false
	}
	return article.Name{Family: strings.Join(words[family:], " "), Given: strings.Join(words[:family], " ")}, true
}

// broadcastLetters end the names of stations, companies and places, not of persons.
var broadcastLetters = map[string]bool{"TV": true, "FM": true, "AM": true, "UK": true, "US": true, "USA": true, "EU": true, "UN": true, "AI": true, "IT": true, "PR": true, "NZ": true, "UAE": true, "HQ": true, "AG": true, "PLC": true, "LLC": true, "DC": true}

// vancouverInitials reports whether word is one to three capitals without stops.
func vancouverInitials(word string) bool {
	n := 0
	for _, r := range word {
		if r == '-' {
			continue
		}
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return 1 <= n && n <= 3
}

// isInitials reports whether word is made of initials: "J.", "J.-C.", "J.R.R.".
func isInitials(word string) bool {
	letters := 0
	for i, r := range word {
		switch {
		case unicode.IsUpper(r):
			if letters++; letters > 4 {
				return false
			}
		case r == '.' && i > 0, r == '-' && i > 0, r == '‐' && i > 0:
		case unicode.IsLower(r) && strings.HasPrefix(word[i:], "h.") || strings.HasPrefix(word[i:], "u.") && i > 0:
		default:
			return false
		}
	}
	return letters > 0 && (strings.Contains(word, ".") || letters <= 3)
}

// initialsLike reports whether part holds initials alone: "J. M.", "JM", "J.-C. de".
func initialsLike(part string) bool {
	words := strings.Fields(part)
	for i, w := range words {
		if !isInitials(w) && (i == 0 || !nameParticles[strings.ToLower(w)] && !isSuffix(w)) {
			return false
		}
	}
	return len(words) > 0 && len(words) <= 5
}

// familyLike reports whether part can be a family name.
func familyLike(part string) bool {
	words := strings.Fields(part)
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	named := false
	for _, w := range words {
		if nameParticles[strings.ToLower(w)] {
			continue
		}
		if !nameWordLike(w) || isInitials(w) && (len(w) < 3 || strings.Contains(w, ".")) {
			return false
		}
		named = true
	}
	return named || len(words) == 1 && nameWordLike(words[0])
}

// givenLike reports whether part can be the given names of a person.
func givenLike(part string) bool {
	words := strings.Fields(part)
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	for i, w := range words {
		if !nameWordLike(w) && !isInitials(w) && (i == 0 || !nameParticles[strings.ToLower(w)]) {
			return false
		}
	}
	return true
}

// nameWordLike reports whether w looks like a part of a person's name.
func nameWordLike(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if r == '\'' || r == '’' || r == 'ʿ' || r == 'ʻ' || r == '‘' {
		r, _ = utf8.DecodeRuneInString(w[n:])
	}
	if low := strings.ToLower(w); strings.HasPrefix(low, "d'") || strings.HasPrefix(low, "d’") || strings.HasPrefix(low, "l'") || strings.HasPrefix(low, "al-") || strings.HasPrefix(low, "el-") || strings.HasPrefix(low, "o'") {
		return len(w) > 3
	}
	if unicode.Is(unicode.Lo, r) {
		return utf8.RuneCountInString(w) <= 5 && !strings.ContainsFunc(w, unicode.IsPunct)
	}
	if !unicode.IsUpper(r) {
		return false
	}
	if strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) > 4 && !isInitials(w) {
		return false // the end of a sentence
	}
	for _, r := range w {
		if unicode.IsDigit(r) || strings.ContainsRune("()[]/&:\"“”!?@#|+=<>", r) {
			return false
		}
	}
	return len(w) <= 40
}

// nameParticles belong to the family name before which they stand.
var nameParticles = map[string]bool{
	"van": true, "von": true, "de": true, "der": true, "den": true, "del": true, "della": true, "di": true, "da": true, "dos": true, "das": true, "do": true, "du": true, "des": true, "la": true, "le": true, "al": true, "el": true, "bin": true, "ibn": true, "ben": true, "bint": true, "ter": true, "ten": true, "te": true, "zu": true, "zum": true, "zur": true, "af": true, "av": true, "y": true, "e": true, "st.": true, "st": true, "'t": true, "op": true, "vom": true, "mac": true, "abu": true, "v.": true, "ould": true, "lo": true, "in": true, "degli": true, "dalla": true, "dal": true,
}

// organizationWords tell an outlet, office or company from a person.
var organizationWords = indexWords(`agency agencies bank university institute institut ministry department dept office council commission committee association society center centre group inc ltd llc corporation corp company co press news times post journal review magazine tv television radio network international watch organization organisation union party bureau service services government parliament congress court library museum school college church army navy trust fund forum federation federal national global world european american united states nations board authority administration research team staff editors editorial desk reporter correspondents correspondent wire daily weekly herald tribune telegraph guardian gazette chronicle observer mail mirror independent standard express star sun globe today media online digital press publishing publications books foundation alliance coalition campaign project initiative programme program lab laboratory laboratories hospital academy secretariat embassy mission delegation state city county province republic kingdom house senate cabinet treasury police force forces command intelligence statistics census survey archive archives encyclopedia encyclopaedia britannica dictionary wikipedia collective network systems technologies technology solutions software industries airlines motors energy oil gas power health medical science sciences academy economic economics finance financial business money stock market markets exchange securities capital partners holdings ventures consulting advisors insights analytics data policy politics rights amnesty greenpeace reuters bloomberg bbc cnn npr nbc abc cbs afp pbs msnbc fox al-jazeera aljazeera interfax tass xinhua anon anonymous various ministerio ministère ministerium bundesministerium universität université universidad università universidade instituto comisión comité gobierno banco banque agencia agence institution institutions schools officer officials minister ministers department's secretary president congressional parliamentary supreme district municipal regional bundestag bundesamt verband gesellschaft stiftung verlag zeitung zeitschrift museum museums theatre theater orchestra club fc league games studios studio pictures records entertainment films film productions airport railway railways transit transport transportation museum`)

func indexWords(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// isOrganization reports whether the name is of an outlet, office or company by
// one of its words, by "The" before it, or by a joining word within.
func isOrganization(name string) bool {
	words := strings.Fields(name)
	for i, w := range words {
		low := strings.ToLower(strings.Trim(w, ".,()'’"))
		low = strings.TrimSuffix(strings.TrimSuffix(low, "'s"), "’s")
		switch {
		case organizationWords[low], i == 0 && w == "The":
			return true
		case i > 0 && (w == "of" || w == "for" || w == "and" || w == "&" || w == "the" || w == "für" || w == "to" || w == "on"):
			return true
		case strings.Contains(w, ".com") || strings.Contains(w, ".org") || strings.Contains(w, ".net") || strings.Contains(w, "/"):
			return true
		}
	}
	return false
}

// namesLike reports whether head is a list of persons, and nothing else.
func namesLike(head string) bool {
	list, others := cutOthers(head)
	list = strings.Trim(list, " \n\t\x00.,:;&")
	if list == "" {
		return false
	}
	if strings.Contains(list, ";") {
		for _, one := range strings.Split(list, ";") {
			one = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(one), "and "), "& ")
			if n := oneName(one); n.Family == "" && one != "" {
				return false
			}
		}
		return true
	}
	if _, ok := personList(list); ok {
		return true
	}
	return others && familyLike(list)
}
