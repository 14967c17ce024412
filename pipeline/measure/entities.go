package measure

import (
	"sort"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/extract"
)

// thing is one distinct named thing of a document.
type thing struct {
	kind  article.EntityKind
	names map[string]bool // as [plainName] writes them
}

// plainName is a name for comparison: small words, without articles and the
// possessive.
func plainName(s string) string {
	list := words(strings.ReplaceAll(strings.ReplaceAll(s, "’", "'"), "'s ", " "))
	if n := len(list); n > 1 && list[n-1] == "s" {
		list = list[:n-1]
	}
	for len(list) > 1 && (list[0] == "the" || list[0] == "a") {
		list = list[1:]
	}
	return strings.Join(list, " ")
}

// named are the kinds that are scored.
var named = []article.EntityKind{article.Person, article.Place, article.Organization}

func isNamed(k article.EntityKind) bool {
	return k == article.Person || k == article.Place || k == article.Organization
}

// match pairs the gold things with those read, one to one: strict where kind and
// a name are the same, relaxed where a name is, or its words are among the other's.
func match(gold, read []thing, same func(g, r *thing) bool) (pairs []int, right int) {
	used := make([]bool, len(read))
	pairs = make([]int, len(gold))
	for i := range gold {
		pairs[i] = -1
		for k := range read {
			if !used[k] && same(&gold[i], &read[k]) {
				pairs[i], used[k] = k, true
				right++
				break
			}
		}
	}
	return pairs, right
}

func sameThing(g, r *thing) bool {
	if g.kind != r.kind {
		return false
	}
	for n := range g.names {
		if r.names[n] {
			return true
		}
	}
	return false
}

func likeThing(g, r *thing) bool {
	for n := range g.names {
		for m := range r.names {
			if n == m || within(n, m) || within(m, n) {
				return true
			}
		}
	}
	return false
}

// within reports whether the words of a stand together in b.
func within(a, b string) bool { return a != "" && strings.Contains(" "+b+" ", " "+a+" ") }

func (t *thing) String() string {
	names := make([]string, 0, len(t.names))
	for n := range t.names {
		names = append(names, n)
	}
	sort.Strings(names)
	return string(t.kind) + " " + strings.Join(names, " = ")
}

// thingsRead returns the distinct things that citevet read.
func thingsRead(a *article.Article) []thing {
	var all []thing
	byID := map[string]int{}
	for _, e := range a.Entities {
		if !isNamed(e.Kind) {
			continue
		}
		i, ok := byID[e.ID]
		if !ok {
			i = len(all)
			byID[e.ID] = i
			all = append(all, thing{e.Kind, map[string]bool{plainName(e.Name): true}})
		}
		all[i].names[plainName(a.Words(e.Span))] = true
	}
	return all
}

// proseKinds are prose's labels for what is scored.
var proseKinds = map[string]article.EntityKind{
	"PERSON": article.Person, "ORGANIZATION": article.Organization,
	"GPE": article.Place, "GSP": article.Place, "LOCATION": article.Place, "FACILITY": article.Place,
}

// thingsOfProse returns the distinct things that prose alone reads.
func thingsOfProse(prose *extract.Prose, text string) []thing {
	var all []thing
	seen := map[string]bool{}
	for _, name := range prose.Names(text) {
		kind, key := proseKinds[name.Label], plainName(name.Text)
		if kind == "" || key == "" || seen[string(kind)+key] {
			continue
		}
		seen[string(kind)+key] = true
		all = append(all, thing{kind, map[string]bool{key: true}})
	}
	return all
}

// entityScores are what distinct things come to.
type entityScores struct {
	strict, relaxed tally
	byKind          map[article.EntityKind]*tally
}

func newEntityScores() *entityScores {
	s := &entityScores{byKind: map[article.EntityKind]*tally{}}
	for _, k := range named {
		s.byKind[k] = &tally{}
	}
	return s
}

// add scores one document, and returns the pairs by index, -1 where a gold thing
// was not read.
func (s *entityScores) add(gold, read []thing) []int {
	pairs, right := match(gold, read, sameThing)
	_, like := match(gold, read, likeThing)
	s.strict.add(tally{right, len(gold), len(read)})
	s.relaxed.add(tally{like, len(gold), len(read)})
	for i := range gold {
		t := s.byKind[gold[i].kind]
		t.gold++
		if pairs[i] >= 0 {
			t.right++
		}
	}
	for k := range read {
		s.byKind[read[k].kind].read++
	}
	return pairs
}

// entitiesGUM scores the named things of GUM's news and interviews.
func entitiesGUM(b *bench) error {
	all, err := b.gum()
	if err != nil {
		return err
	}
	prose := extract.NewProse()
	ours, oursApart, theirs, theirsApart := newEntityScores(), newEntityScores(), newEntityScores(), newEntityScores()
	for _, g := range all {
		if g.kind != "news" && g.kind != "interview" {
			continue
		}
		data, err := b.read("gum/" + g.name + ".tsv")
		if err != nil {
			return err
		}
		gold := goldThings(g, string(data))
		a := b.extract(g.doc, g.written)
		read, alone := thingsRead(&a), thingsOfProse(prose, a.Text)
		b.missedThings(g.name, gold, read, ours.add(gold, read))
		theirs.add(gold, alone)
		if extract.HeldApart(g.name) {
			oursApart.add(gold, read)
			theirsApart.add(gold, alone)
		}
	}
	t := Table{
		Title: "Named things (gum, news and interviews)",
		Note: "Distinct persons, places and organizations a document: those linked, and those whose name is written with proper nouns. " +
			"Strict: kind and a name are the same; relaxed: a name holds the other.",
		Head: []string{"reading", "things", "strict F1", "relaxed F1", "precision", "recall", "floor (strict)", "aim"},
	}
	row := func(name string, s *entityScores, floor, aim string) {
		t.row(name, s.strict.gold, s.strict.f1(), s.relaxed.f1(), s.strict.precision(), s.strict.recall(), floor, aim)
	}
	row("texts held apart", oursApart, figure(theirsApart.strict.f1()+overProse), "0.850")
	row("texts held apart, prose alone", theirsApart, "", "")
	row("all texts", ours, figure(theirs.strict.f1()+overProse), "0.850")
	row("all texts, prose alone", theirs, "", "")
	for _, k := range named {
		s := ours.byKind[k]
		t.row("all texts, "+string(k), s.gold, s.f1(), "", s.precision(), s.recall(), "", "")
	}
	b.table(t)
	return nil
}

// overProse is by how much the reading of names is to be better than prose's own.
const overProse = 0.15

// missedThings notes what was not read, or read and is not there.
func (b *bench) missedThings(where string, gold, read []thing, pairs []int) {
	used := map[int]bool{}
	for i, k := range pairs {
		if k >= 0 {
			used[k] = true
			continue
		}
		near := ""
		for r := range read {
			if likeThing(&gold[i], &read[r]) {
				near = read[r].String()
				break
			}
		}
		b.miss(where, gold[i].String(), near, "not read")
	}
	for k := range read {
		if !used[k] {
			b.miss(where, "", read[k].String(), "not in the gold answers")
		}
	}
}
