package consistency

import (
	"strings"

	"citevet/pipeline/article"
)

// tabledMeasures returns the numbers that tables give: under a column's head for
// the thing that heads the row, or beside the row's head for the article's topic.
func (r *reading) tabledMeasures() []measure {
	var all []measure
	for _, b := range r.Blocks {
		if b.Kind != article.Cell || b.RowHead < 0 {
			continue
		}
		head, who := b.RowHead, r.topic
		attribute, unit := tabledAttribute(r.blockWord(head))
		if attribute == "" && b.ColumnHead >= 0 {
			head = b.ColumnHead
			attribute, unit = tabledAttribute(r.blockWord(head))
			who = r.namedBy(r.Blocks[b.RowHead].Span)
		}
		q, ok := cellQuantity(r.Words(b.Span) + " " + unit)
		if attribute == "" || who < 0 || !ok || r.Entities[who].ID == "" {
			continue
		}
		q.span = r.trimmed(b.Span.Start, b.Span.End)
		m := measure{quantity: q, sentence: -1, name: r.Entities[who].Name, what: attribute}
		m.key = measured{thing: r.Entities[who].ID, attribute: attribute, unit: q.unit}
		if noun, ok := strings.CutPrefix(attribute, "have "); ok {
			m.key.attribute, m.key.unit, m.what = "have", noun, "number of "+r.blockWord(head)
		}
		all = append(all, m)
	}
	return all
}

// tabledAttribute returns the attribute that a table's head names, a measure or
// what the thing has a number of ("Rooms"), and the unit in its brackets.
func tabledAttribute(head string) (attribute, unit string) {
	name, rest, ok := strings.Cut(head, " (")
	if ok {
		unit = strings.TrimSuffix(rest, ")")
	}
	if a := attributes[name]; a != "" {
		return a, unit
	}
	if strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") && strings.IndexFunc(head, func(c rune) bool { return c < 'a' || c > 'z' }) < 0 {
		return "have " + singular(head), ""
	}
	return "", ""
}

// cellQuantity reads a cell that is a number with at most a unit: "158 m", "4,300".
func cellQuantity(said string) (quantity, bool) {
	fields := strings.Fields(said)
	if len(fields) == 0 || len(fields) > 2 {
		return quantity{}, false
	}
	value, half, ok := parseNumber(fields[0])
	if !ok {
		return quantity{}, false
	}
	q := quantity{low: value - half, high: value + half}
	if len(fields) == 2 {
		u, known := baseUnits[singular(strings.ToLower(fields[1]))]
		if !known {
			return quantity{}, false
		}
		q.unit, q.low, q.high = u.base, q.low*u.size, q.high*u.size
	}
	return q, true
}
