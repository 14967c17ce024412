package almanac

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"citevet/pipeline/when"
)

// mapping returns the values of a mapping by key; what names it in errors.
func (r *reader) mapping(n *yaml.Node, what string, known ...string) map[string]*yaml.Node {
	if n.Kind != yaml.MappingNode {
		r.fail(n, "%s must be \"key: value\" pairs with the keys %s", what, strings.Join(known, ", "))
		return nil
	}
	fields := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !slices.Contains(known, key.Value) {
			r.fail(key, "%s has no key %q; its keys are %s", what, key.Value, strings.Join(known, ", "))
		}
		if fields[key.Value] != nil {
			r.fail(key, "%q stands twice in %s; keep one", key.Value, what)
		}
		if value.Tag != "!!null" {
			fields[key.Value] = value
		}
	}
	return fields
}

func (r *reader) need(n *yaml.Node, fields map[string]*yaml.Node, keys ...string) {
	for _, k := range keys {
		if f := fields[k]; f == nil || f.Kind == yaml.ScalarNode && strings.TrimSpace(f.Value) == "" {
			r.fail(n, "%q is missing; add \"%s: …\" to this row", k, k)
		}
	}
}

func (r *reader) sequence(n *yaml.Node, key string) []*yaml.Node {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.fail(n, "%q must be a list; put each entry on a line of its own after \"- \"", key)
		return nil
	}
	return n.Content
}

func (r *reader) text(fields map[string]*yaml.Node, key string) string {
	n := fields[key]
	if n == nil {
		return ""
	}
	return r.scalar(n, key)
}

// scalar returns a plain value without surrounding space. Tabs, line ends and
// bars separate columns, rows and list entries in the tables.
func (r *reader) scalar(n *yaml.Node, key string) string {
	if n.Kind != yaml.ScalarNode {
		r.fail(n, "%q must be plain text; put it between quotes if it holds : or #", key)
		return ""
	}
	if strings.ContainsAny(n.Value, "\t\r\n|") {
		r.fail(n, "%q holds a tab, a line end or |; write it on one line without them", key)
	}
	return strings.TrimSpace(n.Value)
}

func (r *reader) texts(fields map[string]*yaml.Node, key string) []string {
	var out []string
	for _, n := range r.sequence(fields[key], key) {
		s := r.scalar(n, key)
		if s == "" {
			r.fail(n, "%q has an empty entry; fill it or take it out", key)
		}
		out = append(out, s)
	}
	return out
}

func (r *reader) flag(fields map[string]*yaml.Node, key string, absent bool) bool {
	switch s := r.text(fields, key); {
	case fields[key] == nil:
		return absent
	case s == "true":
		return true
	case s != "false":
		r.fail(fields[key], "%q must be true or false, not %q", key, s)
	}
	return false
}

func (r *reader) bound(fields map[string]*yaml.Node, key string) when.Interval {
	n := fields[key]
	if n == nil {
		return when.Interval{}
	}
	i, ok := parseBound(r.scalar(n, key))
	if !ok {
		r.fail(n, "%q is no date: %q; write YYYY-MM-DD, YYYY-MM or YYYY", key, n.Value)
	}
	return i
}

func (r *reader) domains(fields map[string]*yaml.Node, key string) []string {
	hosts := r.texts(fields, key)
	for i, h := range hosts {
		if d := Registrable(h); d != h {
			r.fail(fields[key].Content[i], "%q is not a registrable domain; write %q", h, d)
		}
	}
	return hosts
}
