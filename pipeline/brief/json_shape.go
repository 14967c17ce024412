package brief

import (
	"cmp"
	"reflect"
	"strings"

	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// The JSON's shape stands once, in the types of json_schema.go. From these are
// made the schema that validates it and the data that templates see.

// jsonField is a name of a JSON object.
type jsonField struct {
	name     string
	index    []int // of the Go field, through embedded ones
	kind     reflect.Type
	optional bool // left out where it is unknown
	open     bool // may be null
}

// jsonFields lists the names of the object that a struct is written as.
func jsonFields(t reflect.Type) []jsonField {
	var out []jsonField
	for i := range t.NumField() {
		f := t.Field(i)
		tag, ok := f.Tag.Lookup("json")
		switch {
		case f.Anonymous && !ok:
			pointer := f.Type.Kind() == reflect.Pointer
			inner := f.Type
			if pointer {
				inner = inner.Elem()
			}
			for _, g := range jsonFields(inner) {
				g.index = append([]int{i}, g.index...)
				g.optional = g.optional || pointer
				out = append(out, g)
			}
		case ok && f.IsExported():
			name, rest, _ := strings.Cut(tag, ",")
			optional := rest == "omitempty"
			out = append(out, jsonField{name, []int{i}, f.Type, optional, !optional && f.Type.Kind() == reflect.Pointer})
		}
	}
	return out
}

var dayType = reflect.TypeFor[jsonDay]()

// plainData returns a value as templates see it: objects by their JSON names, all
// of which are there, and strings in which nothing acts. What is unknown is "",
// zero, an empty list or nil.
func plainData(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return plainData(v.Elem())
	case reflect.Struct:
		if v.Type() == dayType {
			if day := when.Date(v.Interface().(jsonDay)); !day.IsZero() {
				return day.String()
			}
			return ""
		}
		object := map[string]any{}
		for _, f := range jsonFields(v.Type()) {
			at, err := v.FieldByIndexErr(f.index)
			if err != nil { // within an embedded nil
				at = reflect.Zero(f.kind)
			}
			object[f.name] = plainData(at)
		}
		return object
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = plainData(v.Index(i))
		}
		return list
	case reflect.String:
		return visibleLines(v.String())
	case reflect.Int:
		return int(v.Int())
	case reflect.Float64:
		return v.Float()
	case reflect.Bool:
		return v.Bool()
	}
	return nil
}

// visibleLines is visible for words that may have several lines.
func visibleLines(s string) string {
	if strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i, line := range lines {
		cells := strings.Split(line, "\t")
		for k, cell := range cells {
			cells[k] = visible(cell)
		}
		lines[i] = strings.Join(cells, "\t")
	}
	return strings.Join(lines, "\n")
}

// ResultsSchema returns the JSON Schema (draft 2020-12) of what [JSON] writes.
func ResultsSchema() map[string]any {
	return rootSchema(reflect.TypeFor[jsonResults](), "What citevet check --format json prints, and citevet run writes for each article.")
}

// RunResultsSchema returns the JSON Schema of run_results.json and index.json.
func RunResultsSchema() map[string]any {
	return rootSchema(reflect.TypeFor[batchFile](), "The run_results.json and index.json of citevet run: the inputs of a batch and what became of them.")
}

func rootSchema(t reflect.Type, description string) map[string]any {
	defs := map[string]any{}
	s := map[string]any{
		"$schema":     "https://json-schema.org/draft/2020-12/schema",
		"description": description,
		"$ref":        schemaOf(t, defs)["$ref"],
	}
	s["$defs"] = defs
	defs[defName(t)].(map[string]any)["properties"].(map[string]any)["schema"] = map[string]any{"const": Schema}
	return s
}

// enums are the strings that have few values.
var enums = map[string][]string{
	"severity":   {check.Info.String(), check.Warning.String(), check.Error.String()},
	"confidence": {string(check.High), string(check.Moderate), string(check.Low)},
	"status":     {"ok", "failed"},
	"how":        {"comment", "configuration", "baseline", "revision"},
}

// schemaOf returns the schema of a type; structs stand in defs, by name.
func schemaOf(t reflect.Type, defs map[string]any) map[string]any {
	switch t.Kind() {
	case reflect.Pointer:
		return schemaOf(t.Elem(), defs)
	case reflect.Slice:
		return map[string]any{"type": "array", "items": schemaOf(t.Elem(), defs)}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": schemaOf(t.Elem(), defs)}
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	}
	if t == dayType {
		return map[string]any{"type": []string{"string", "null"}, "format": "date"}
	}
	name := defName(t)
	ref := map[string]any{"$ref": "#/$defs/" + name}
	if defs[name] != nil {
		return ref
	}
	properties, required := map[string]any{}, []string{}
	object := map[string]any{"type": "object", "properties": properties}
	defs[name] = object
	for _, f := range jsonFields(t) {
		s := schemaOf(f.kind, defs)
		if values := enums[f.name]; values != nil && f.kind.Kind() == reflect.String && !(f.name == "how" && name == "because") {
			s["enum"] = values
		}
		if f.open {
			s = map[string]any{"anyOf": []any{s, map[string]any{"type": "null"}}}
		}
		properties[f.name] = s
		if !f.optional {
			required = append(required, f.name)
		}
	}
	object["required"] = required
	return ref
}

// defName names a struct in a schema: jsonFinding is "finding".
func defName(t reflect.Type) string {
	name := strings.TrimPrefix(t.Name(), "json")
	return strings.ToLower(cmp.Or(name, t.Name()))
}
