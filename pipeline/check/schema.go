package check

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Schema returns the JSON Schema (draft 2020-12) of the rule's [Setting] as an
// item of a list of settings: {"rule", "severity", "options"}.
func (r *Rule) Schema() map[string]any {
	properties := map[string]any{}
	for _, o := range optionsOf(r.defaults) {
		properties[o.name] = o.schema()
	}
	return map[string]any{
		"type":                 "object",
		"description":          r.Summary,
		"required":             []string{"rule"},
		"additionalProperties": false,
		"properties": map[string]any{
			"rule":     map[string]any{"const": r.Name},
			"severity": map[string]any{"enum": severities, "default": r.defaultSeverity()},
			"options":  map[string]any{"type": "object", "additionalProperties": false, "properties": properties},
		},
	}
}

func (r *Rule) defaultSeverity() string {
	if r.Off {
		return "off"
	}
	return r.Severity.String()
}

func (o option) schema() map[string]any {
	s := map[string]any{"description": o.doc, "default": o.value.Interface()}
	switch o.kind.Kind() {
	case reflect.Bool:
		s["type"] = "boolean"
	case reflect.Int:
		s["type"] = "integer"
	case reflect.Float64:
		s["type"] = "number"
	case reflect.String:
		s["type"] = "string"
	default:
		s["type"], s["items"] = "array", map[string]any{"type": "string"}
		if o.value.IsNil() {
			s["default"] = []string{}
		}
	}
	if o.min != nil {
		s["minimum"] = *o.min
	}
	if o.max != nil {
		s["maximum"] = *o.max
	}
	if len(o.enum) > 0 {
		s["enum"] = o.enum
	}
	return s
}

// YAML returns the rule's default [Setting] as one commented item of a YAML
// list, every line indented by the given number of blanks.
func (r *Rule) YAML(indent int) string {
	var b strings.Builder
	line := func(format string, args ...any) {
		fmt.Fprintf(&b, "%*s%s\n", indent, "", fmt.Sprintf(format, args...))
	}
	line("# %s", r.Summary)
	line("- rule: %s", r.Name)
	line("  severity: %s", quoteYAML(r.defaultSeverity()))
	options := optionsOf(r.defaults)
	if len(options) == 0 {
		return b.String()
	}
	line("  options:")
	for _, o := range options {
		line("    # %s%s", o.doc, o.choices())
		line("    %s: %s", o.name, o.yaml())
	}
	return b.String()
}

func (o option) choices() string {
	switch {
	case len(o.enum) > 0:
		return " (one of " + strings.Join(o.enum, ", ") + ")"
	case o.min != nil || o.max != nil:
		return " (" + strings.TrimSpace(o.bounds()) + ")"
	}
	return ""
}

func (o option) yaml() string {
	switch v := o.value.Interface().(type) {
	case string:
		return quoteYAML(v)
	case []string:
		words := make([]string, len(v))
		for i, w := range v {
			words[i] = strconv.Quote(w)
		}
		return "[" + strings.Join(words, ", ") + "]"
	default:
		return fmt.Sprint(v)
	}
}

// quoteYAML quotes what YAML 1.1 readers would not take as plain words: "off" is
// a boolean to them.
func quoteYAML(s string) string {
	if isKebab(s) && s != "off" && s != "on" && s != "yes" && s != "no" && s != "true" && s != "false" && s != "null" &&
		strings.Trim(s, "0123456789-") != "" {
		return s
	}
	return strconv.Quote(s)
}
