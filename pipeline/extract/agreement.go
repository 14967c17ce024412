package extract

import (
	"maps"
	"slices"
	"sort"
	"strings"
	"unicode"

	"citevet/pipeline/article"
)

// thing is what all mentions of one key name.
type thing struct {
	kind int
	name string // the fullest form
	sum  votes

	mentions []*mention // under the first of its keys
}

// resolution says what each name of a document names.
type resolution struct {
	things map[string]*thing // by key
	// surnames are the keys of persons named in full, by each of their endings
	// ("der leyen", "leyen"), in order of first mention.
	surnames map[string][]int
	full     []fullName
}

// fullName is a person named in full, and where first.
type fullName struct {
	at    int
	thing *thing
}

// agree lets the mentions of the document decide together what they name: one
// kind for one name, the fullest form for all of its forms.
func (n *namer) agree() *resolution {
	r := &resolution{things: map[string]*thing{}, surnames: map[string][]int{}}
	var order []string
	for i := range n.mentions {
		m := &n.mentions[i]
		key := nameKey(m.name)
		t := r.things[key]
		if t == nil {
			t = &thing{name: trimThe(m.name)}
			r.things[key] = t
			order = append(order, key)
		}
		t.sum.add(m.votes)
		t.mentions = append(t.mentions, m)
	}
	for _, key := range order {
		t := r.things[key]
		t.kind, _ = t.sum.best()
		n.doubtLonely(key, t)
	}
	r.join(n.acronyms)
	r.joinCountries(n, order)
	r.joinPersons(n.mentions)
	r.joinOrganizations(order)
	r.joinWorks(order)
	return r
}

// doubtLonely takes back what the model alone says of a name of one word: that
// it is a person's, whom news would name in full somewhere, a place's or, where
// it is but capitals, a body's.
func (n *namer) doubtLonely(key string, t *thing) {
	if strings.Contains(key, " ") || t.kind != votePerson && t.kind != votePlace && t.kind != voteOrganization {
		return
	}
	enough := strong
	if t.kind != votePerson {
		enough = modelVote + 1
	}
	for _, m := range t.mentions {
		if m.votes[t.kind] >= enough || m.located && t.kind == votePlace || !m.role.IsZero() {
			return
		}
	}
	if t.kind == votePerson && (givenName(t.name) || len(n.alm.People(t.name)) > 0) {
		return
	}
	t.kind = voteOther
	if t.sum[voteOrganization] >= modelVote || t.sum[voteOrganization] > 0 && len(t.mentions) > 1 {
		t.kind = voteOrganization
	}
}

// join gives acronyms what they stand for.
func (r *resolution) join(acronyms map[string]string) {
	for _, acronym := range slices.Sorted(maps.Keys(acronyms)) {
		t, ok := r.things[nameKey(acronyms[acronym])]
		if !ok {
			continue
		}
		if t.kind == votePerson || t.kind == voteOther {
			t.kind = voteOrganization
		}
		r.things[nameKey(acronym)] = t
	}
}

// joinCountries makes the names of one country one thing.
func (r *resolution) joinCountries(n *namer, order []string) {
	byCode := map[string]*thing{}
	for _, key := range order {
		t := r.things[key]
		c, ok := n.alm.Country(t.name)
		if !ok || t.kind != votePlace || !n.isCountry(t.name) {
			continue
		}
		first := byCode[c.Code]
		if first == nil {
			byCode[c.Code] = t
			continue
		}
		if len(t.name) > len(first.name) {
			first.name = t.name
		}
		r.things[key] = first
	}
}

// joinPersons lets the forms of a person's full name be one, and collects the
// endings that the person may be called by later.
func (r *resolution) joinPersons(mentions []mention) {
	byEnds := map[string]int{} // first and last word
	for _, m := range mentions {
		key := nameKey(m.name)
		t := r.things[key]
		words := strings.Fields(key)
		if t.kind != votePerson || len(words) < 2 {
			continue
		}
		last := len(words) - 1
		for last > 1 && personSuffix[strings.Trim(words[last], ".,")] {
			last--
		}
		ends := words[0] + " " + strings.Trim(words[last], ",")
		i, seen := byEnds[ends]
		if !seen {
			i = len(r.full)
			byEnds[ends] = i
			r.full = append(r.full, fullName{m.span.Start, t})
			for from := 1; from <= last; from++ {
				ending := strings.Trim(strings.Join(words[from:last+1], " "), ",")
				r.surnames[ending] = append(r.surnames[ending], i)
			}
			continue
		}
		if first := r.full[i].thing; first != t {
			if len(t.name) > len(first.name) {
				first.name = t.name
			}
			r.things[key] = first
		}
	}
}

// person returns the person named in full that a mention's shorter form means:
// of several the one named last before it, or first after it.
func (r *resolution) person(m *mention, t *thing) *thing {
	candidates := r.surnames[nameKey(m.name)]
	if len(candidates) == 0 || m.votes[votePlace] >= certain || m.located && t.kind == votePlace {
		return nil
	}
	if k, count := t.sum.best(); k != votePerson && count >= certain && k != votePlace {
		return nil
	}
	after := sort.Search(len(candidates), func(i int) bool { return r.full[candidates[i]].at > m.span.Start })
	return r.full[candidates[max(after-1, 0)]].thing
}

// corporateForm are the words that a company's name is shortened by.
var corporateForm = wordSet(`inc corp corporation co company ltd limited llc plc gmbh ag sa nv spa group holdings holding`)

// joinOrganizations makes one of "Acme" and "Acme Inc.", of "Department of
// Trade" and "Trade Department".
func (r *resolution) joinOrganizations(order []string) {
	for _, key := range order {
		t := r.things[key]
		if t.kind != voteOrganization {
			continue
		}
		words := strings.Fields(key)
		last := len(words) - 1
		short := ""
		switch {
		case last > 0 && corporateForm[strings.Trim(words[last], ".,")]:
			short = strings.Trim(strings.Join(words[:last], " "), ",")
		case last > 1 && words[1] == "of" && organizationHeads[words[0]]:
			short = strings.TrimPrefix(strings.Join(words[2:], " "), "the ") + " " + words[0]
		}
		if other, ok := r.things[short]; ok && other.kind != votePlace && (other.kind != votePerson || other.sum[votePerson] < certain) {
			r.things[short] = t
		}
	}
}

// joinWorks makes one of "Smith-Jones" and "Smith-Jones Act", where only one
// work begins so and nothing else is known of the short form.
func (r *resolution) joinWorks(order []string) {
	works := map[string][]*thing{}
	for _, key := range order {
		if t := r.things[key]; t.kind == voteWork {
			words := strings.Fields(key)
			for len(words) > 1 && (workHeads[words[len(words)-1]] || isYear(words[len(words)-1])) {
				words = words[:len(words)-1]
			}
			short := strings.Join(words, " ")
			works[short] = append(works[short], t)
		}
	}
	for _, short := range slices.Sorted(maps.Keys(works)) {
		ts := works[short]
		t, ok := r.things[short]
		if !ok || t.kind == voteWork {
			continue
		}
		if _, count := t.sum.best(); len(ts) == 1 && count < certain && len(r.surnames[short]) == 0 && strings.ContainsAny(short, "- ") {
			r.things[short] = ts[0]
		}
	}
}

// entities returns the mentions as what they were agreed to be.
func (r *resolution) entities(mentions []mention) []article.Entity {
	var all []article.Entity
	for i := range mentions {
		m := &mentions[i]
		t := r.things[nameKey(m.name)]
		if p := r.person(m, t); p != nil {
			t = p
		}
		e := t.entity(m.span)
		if t.kind == votePerson {
			e.Role = m.role
		}
		all = append(all, e)
	}
	return all
}

func (t *thing) entity(span article.Span) article.Entity {
	kind := kinds[t.kind]
	return article.Entity{Span: span, Kind: kind, Name: t.name, ID: string(kind) + ":" + slugOf(t.name)}
}

// known finds names of the document again where capitals say nothing: in
// headlines and tables.
func (r *resolution) known(text string, ps []piece) []article.Entity {
	var found []article.Entity
	for i := 0; i < len(ps); i++ {
		if !ps[i].name || ps[i].text == "The" {
			continue
		}
		for j := min(len(ps), i+8); j > i; j-- {
			if !ps[j-1].name && !isYear(ps[j-1].text) && !smallWorkHeads[ps[j-1].text] {
				continue
			}
			key := nameKey(joined(text, ps, i, j))
			t := r.things[key]
			if t == nil && len(r.surnames[key]) > 0 {
				t = r.full[r.surnames[key][0]].thing
			}
			if t == nil || t.kind == voteOther || j == i+1 && t.kind != votePlace && t.kind != votePerson && !isAllUpper(ps[i].text) {
				continue
			}
			if p := r.surnames[key]; t.kind != votePlace && len(p) > 0 {
				t = r.full[p[0]].thing
			}
			found = append(found, t.entity(article.Span{Start: ps[i].span.Start, End: ps[j-1].span.End}))
			i = j - 1
			break
		}
	}
	return found
}

// nameKey returns name as it is compared: small, without "The".
func nameKey(name string) string {
	return strings.ToLower(strings.TrimRight(trimThe(name), "."))
}

func trimThe(name string) string { return strings.TrimPrefix(name, "The ") }

// slugOf returns name in small letters and digits, joined by hyphens.
func slugOf(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "-")
}
