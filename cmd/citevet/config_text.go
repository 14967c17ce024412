package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// commentWidth is where the comments of a written configuration wrap.
const commentWidth = 96

// schemaFile is where editors look for the schema of a written configuration: in
// its folder, by the line that the language server for YAML reads.
const schemaFile = "citevet.schema.json"

// configText returns a configuration that changes nothing and shows everything:
// each key with what it means and its default. pinned is a day of the run to
// set; the zero Date leaves it open.
func configText(all []*check.Rule, pinned when.Date) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# yaml-language-server: $schema=%s\n", schemaFile)
	comment(&b, "", "For editors: `citevet config schema > "+schemaFile+"` makes the file that this names, beside it.")
	b.WriteByte('\n')
	comment(&b, "", "The configuration of citevet, as it writes it itself: `citevet init`. Flags on the command line go before it. A line with # right before its first letter or dash is a setting that is not made: take the # away to make it.")
	fields, defaults := reflect.TypeFor[settings](), reflect.ValueOf(defaultSettings())
	for i := range fields.NumField() {
		field := fields.Field(i)
		key := field.Tag.Get("mapstructure")
		b.WriteByte('\n')
		comment(&b, "", field.Tag.Get("doc")+choices(field.Tag))
		switch {
		case key == "as_of" && !pinned.IsZero():
			comment(&b, "", "Pinned here, so that the reports made with this file stay the same whatever day it is.")
			fmt.Fprintf(&b, "%s: %s\n", key, pinned)
		case key == "rules":
			fmt.Fprintf(&b, "%s:\n", key)
			for _, rule := range all {
				b.WriteString(unmade(rule.YAML(2)))
			}
		case key == "dates", key == "overrides", key == "allow":
			fmt.Fprintf(&b, "%s:\n", key)
			writeItem(&b, field.Type.Elem())
		case field.Tag.Get("example") != "":
			fmt.Fprintf(&b, "#%s: %s\n", key, quoted(field.Tag.Get("example")))
		default:
			fmt.Fprintf(&b, "%s: %s\n", key, yamlValue(defaults.Field(i)))
		}
	}
	return b.String()
}

// writeItem writes an example of one item of a list, not made.
func writeItem(b *strings.Builder, t reflect.Type) {
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		sign := "  #"
		if i == 0 {
			sign = "#- "
		}
		comment(b, "  ", tag.Get("doc"))
		if tag.Get("example") == "" {
			fmt.Fprintf(b, "  %s%s: []\n", sign, tag.Get("mapstructure"))
			continue
		}
		fmt.Fprintf(b, "  %s%s: %s\n", sign, tag.Get("mapstructure"), quoted(tag.Get("example")))
	}
}

// unmade turns the lines of settings into lines that are not made, and leaves
// the comments among them.
func unmade(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		setting := strings.TrimLeft(line, " ")
		if !strings.HasPrefix(setting, "#") {
			line = line[:len(line)-len(setting)] + "#" + setting
		}
		b.WriteString(line)
	}
	return b.String()
}

func choices(tag reflect.StructTag) string {
	if enum := tag.Get("enum"); enum != "" {
		return " One of " + strings.ReplaceAll(enum, ",", ", ") + "."
	}
	return ""
}

// comment writes words as comment lines of at most commentWidth characters.
func comment(b *strings.Builder, indent, words string) {
	line := indent + "#"
	for word := range strings.FieldsSeq(words) {
		if len(line)+1+len(word) > commentWidth {
			fmt.Fprintln(b, line)
			line = indent + "#"
		}
		line += " " + word
	}
	fmt.Fprintln(b, line)
}

func yamlValue(v reflect.Value) string {
	switch x := v.Interface().(type) {
	case []string:
		words := make([]string, len(x))
		for i, w := range x {
			words[i] = quoted(w)
		}
		return "[" + strings.Join(words, ", ") + "]"
	case string:
		return quoted(x)
	}
	return fmt.Sprint(v.Interface())
}

// quoted returns a value as YAML reads it back as words: bare where that is
// sure, else in double quotes.
func quoted(s string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-"
	if s != "" && strings.Trim(s, plain) == "" && s[0] != '-' && !readsAsOther(s) {
		return s
	}
	return strconv.Quote(s)
}

// readsAsOther reports whether plain letters would be taken for a truth value.
// Numbers and days may be: the reader wants them as they are written.
func readsAsOther(s string) bool {
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null":
		return true
	}
	return false
}

// shown returns the configuration in force as YAML, each key with where its
// value comes from.
func (c *config) shown() string {
	var b strings.Builder
	fields, values := reflect.TypeFor[settings](), reflect.ValueOf(c.settings)
	for i := range fields.NumField() {
		key := fields.Field(i).Tag.Get("mapstructure")
		var lines string
		switch key {
		case "as_of":
			lines = ": " + c.asOf.String()
		case "dates", "rules", "overrides", "allow":
			lines = listed(values.Field(i))
		default:
			lines = ": " + yamlValue(values.Field(i))
		}
		first, rest, _ := strings.Cut(lines, "\n")
		fmt.Fprintf(&b, "%s%s # %s\n", key, first, c.origin[key])
		if rest != "" {
			b.WriteString(rest + "\n")
		}
	}
	return b.String()
}

// listed writes a list of settings as YAML flow mappings, one a line, which JSON is.
func listed(v reflect.Value) string {
	if v.Len() == 0 {
		return ": []"
	}
	b := strings.Builder{}
	b.WriteString(":")
	for i := range v.Len() {
		item, err := json.Marshal(v.Index(i).Interface())
		if err != nil {
			panic(err) // only what YAML scalars decode to stands in it
		}
		fmt.Fprintf(&b, "\n  - %s", item)
	}
	return b.String()
}

// configSchema returns the JSON Schema (draft 2020-12) of the configuration.
func configSchema(all []*check.Rule) map[string]any {
	var settingsOf []any
	for _, rule := range all {
		settingsOf = append(settingsOf, rule.Schema())
	}
	schema := objectSchema(reflect.TypeFor[settings]())
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["title"] = "Configuration of citevet " + version
	properties := schema["properties"].(map[string]any)
	ruleItems := map[string]any{"oneOf": settingsOf}
	properties["rules"].(map[string]any)["items"] = ruleItems
	override := properties["overrides"].(map[string]any)["items"].(map[string]any)["properties"].(map[string]any)
	override["rules"].(map[string]any)["items"] = ruleItems
	defaults := reflect.ValueOf(defaultSettings())
	for i, key := range keysOf(reflect.TypeFor[settings]()) {
		if !defaults.Field(i).IsZero() {
			properties[key].(map[string]any)["default"] = defaults.Field(i).Interface()
		}
	}
	return schema
}

func objectSchema(t reflect.Type) map[string]any {
	properties := map[string]any{}
	for i := range t.NumField() {
		properties[t.Field(i).Tag.Get("mapstructure")] = valueSchema(t.Field(i).Type, t.Field(i).Tag)
	}
	schema := map[string]any{"type": "object", "additionalProperties": false, "properties": properties}
	if needed := required(t); needed != nil {
		schema["required"] = needed
	}
	return schema
}

func valueSchema(t reflect.Type, tag reflect.StructTag) map[string]any {
	schema := map[string]any{}
	switch t.Kind() {
	case reflect.Int:
		schema["type"] = "integer"
		for word, bound := range map[string]string{"minimum": "min", "maximum": "max"} {
			if n, err := strconv.Atoi(tag.Get(bound)); err == nil {
				schema[word] = n
			}
		}
	case reflect.Slice:
		schema["type"] = []string{"array", "null"} // null: every item is commented out
		schema["items"] = valueSchema(t.Elem(), "")
		if most, err := strconv.Atoi(tag.Get("most")); err == nil {
			schema["maxItems"] = most
		}
	case reflect.Struct:
		return objectSchema(t)
	case reflect.Map:
		schema["type"] = "object"
	default:
		schema["type"] = "string"
	}
	if words := tag.Get("doc"); words != "" {
		schema["description"] = words
	}
	if enum := tag.Get("enum"); enum != "" {
		schema["enum"] = strings.Split(enum, ",")
	}
	if tag.Get("form") == "day" {
		schema["format"] = "date"
	}
	return schema
}
