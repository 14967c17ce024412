package source

import "strings"

// functionWords are the commonest words of English, which say nothing of a
// text's subject.
var functionWords = set(`a about after all also an and any are as at be been before between but by can could did do does during
	each for from had has have he her his how i if in into is it its just may might more most new no not now of on one or our out
	over own per she should since so some such than that the their them there these they this those through to under until up was
	we were what when where which while who whose why will with without would you your`)

// englishWords are those of them that no other language in Latin letters has.
var englishWords = set(`about after against and are because been before between by could did does during for from had has have
	his how into is its more most new of over says should since than that the their them there these they this those through to
	under until was were what when where which while who why will with without would year years you your world`)

// foreignWords are function words of other languages in Latin letters which
// English does not have, by the language's name.
var foreignWords = []struct {
	language string
	words    map[string]bool
}{
	{"German", set("der das und ist nicht mit für auf dem den des ein eine einer zur zum über wird nach bei sich auch wie")},
	{"French", set("le les des du une est pour dans sur avec aux et au ses leur cette qui sont plus chez entre")},
	{"Spanish", set("el los las del una con por para y su sus más sobre entre desde como que al")},
	{"Portuguese", set("o os da das dos do em uma com por para não mais são pela pelo no na e à ao que")},
}

// set returns the words of a list, to be asked for.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// english reports whether the words are English for certain: one of them is of
// no other language, and none is of another alone.
func english(words []string) bool {
	own, foreign := evidence(words)
	return own > 0 && foreign == ""
}

// surelyEnglish reports whether a title's words are English beyond a borrowed one.
func surelyEnglish(words []string) bool {
	own, foreign := evidence(words)
	return own >= 2 && foreign == ""
}

// evidence counts the words that only English has, and names the other language
// that most words are of, where two or more are.
func evidence(words []string) (own int, foreign string) {
	for _, w := range words {
		if englishWords[w] {
			own++
		}
	}
	most := 1
	for _, l := range foreignWords {
		n := 0
		for _, w := range words {
			if l.words[w] {
				n++
			}
		}
		if n > most {
			most, foreign = n, l.language
		}
	}
	return own, foreign
}
