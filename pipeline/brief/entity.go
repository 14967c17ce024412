package brief

import (
	"cmp"
	"maps"
	"slices"

	"citevet/pipeline/article"
)

// Entity is one named thing with the claims that name it.
type Entity struct {
	Name     string
	Kind     article.EntityKind
	Roles    []string
	Mentions int
	Claims   []string
}

func entitiesOf(a *article.Article) []Entity {
	claims := make([][]string, len(a.Entities))
	for c := range a.Claims {
		for _, e := range a.Claims[c].Entities {
			claims[e] = append(claims[e], claimID(c))
		}
	}
	byID := map[string]*Entity{}
	for i, e := range a.Entities {
		id := cmp.Or(e.ID, string(e.Kind)+":"+e.Name)
		known := byID[id]
		if known == nil {
			known = &Entity{Name: quoted(cmp.Or(e.Name, a.Words(e.Span)), 80), Kind: e.Kind}
			byID[id] = known
		}
		known.Mentions++
		known.Claims = append(known.Claims, claims[i]...)
		if role := quoted(e.Role.Text, 80); role != "" {
			known.Roles = append(known.Roles, role)
		}
	}
	var list []Entity
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		e := *byID[id]
		e.Claims, e.Roles = distinct(e.Claims), distinct(e.Roles)
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(x, y Entity) int {
		return cmp.Or(cmp.Compare(slices.Index(kindOrder, x.Kind), slices.Index(kindOrder, y.Kind)), cmp.Compare(y.Mentions, x.Mentions))
	})
	return list
}

var kindOrder = []article.EntityKind{
	article.Person, article.Organization, article.Place, article.Group, article.Work, article.Event, article.Product, article.OtherEntity,
}
