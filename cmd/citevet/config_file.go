package main

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/bmatcuk/doublestar/v4"
	"go.yaml.in/yaml/v3"

	"citevet/pipeline/brief/page"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// configFile is a configuration as it was written. Viper keeps no positions and
// passes what it does not know, so the file is read strictly here first.
type configFile struct {
	name  string
	data  []byte
	root  *yaml.Node            // the group of all keys
	keys  map[string]*yaml.Node // top-level key → where it stands
	rules *yaml.Node            // the list of rule settings
	lists []*yaml.Node          // of rule settings, one an override; nil for one without
	fonts []*page.Font
	wrong []mistake
}

// mistake is one thing wrong in a configuration, at a line and column from 1.
type mistake struct {
	line, column, width int
	message             string
}

// configError is a configuration that cannot be used, with all its mistakes.
type configError struct {
	file *configFile
	hint string
}

func (e *configError) Error() string {
	m := e.file.wrong[0]
	return fmt.Sprintf("%s:%d:%d: %s", e.file.name, m.line, m.column, m.message)
}

// maxMistakes bounds how many mistakes are shown.
const maxMistakes = 10

// excerpts shows each mistake with its line and a caret under the place.
func (e *configError) excerpts() string {
	lines := strings.Split(string(e.file.data), "\n")
	var b strings.Builder
	for i, m := range e.file.wrong {
		if i == maxMistakes {
			fmt.Fprintf(&b, "citevet: %s: further mistakes: %d\n", visible(e.file.name), len(e.file.wrong)-i)
			break
		}
		fmt.Fprintf(&b, "citevet: %s\n", visible(fmt.Sprintf("%s:%d:%d: %s", e.file.name, m.line, m.column, m.message)))
		if m.line <= len(lines) {
			b.WriteString(pointAt(strings.TrimSuffix(lines[m.line-1], "\r"), m))
		}
	}
	if e.hint != "" {
		fmt.Fprintf(&b, "citevet: %s\n", e.hint)
	}
	return b.String()
}

// maxExcerpt is the longest line shown, in characters.
const maxExcerpt = 100

func pointAt(line string, m mistake) string {
	line = visible(strings.ReplaceAll(strings.ToValidUTF8(line, "\uFFFD"), "\t", " "))
	if runes := []rune(line); len(runes) > maxExcerpt {
		line = string(runes[:maxExcerpt]) + "…"
	}
	if m.column > maxExcerpt {
		return fmt.Sprintf("%5d | %s\n", m.line, line)
	}
	width := max(1, min(m.width, maxExcerpt-m.column))
	return fmt.Sprintf("%5d | %s\n      | %s%s\n", m.line, line, strings.Repeat(" ", m.column-1), strings.Repeat("^", width))
}

// verify reads the file against [settings] and returns a *configError that
// holds everything wrong in it.
func (f *configFile) verify() error {
	f.keys, f.rules, f.lists, f.fonts, f.wrong = map[string]*yaml.Node{}, nil, nil, nil, nil
	if !utf8.Valid(f.data) {
		f.wrong = append(f.wrong, mistake{1 + strings.Count(string(f.data[:invalidAt(f.data)]), "\n"), 1, 1, "the file is not UTF-8; save it as UTF-8"})
		return f.verdict()
	}
	var doc yaml.Node
	decoder := yaml.NewDecoder(strings.NewReader(string(f.data)))
	switch err := decoder.Decode(&doc); {
	case err != nil && err.Error() == "EOF":
		return nil // empty: all defaults
	case err != nil:
		f.syntax(err)
		return f.verdict()
	}
	f.root = doc.Content[0]
	f.walk(f.root, reflect.TypeFor[settings](), "", "")
	var second yaml.Node
	if err := decoder.Decode(&second); err == nil {
		f.at(&second, "a second document begins here; a configuration is one document")
	}
	return f.verdict()
}

func invalidAt(data []byte) int {
	at := 0
	for at < len(data) {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}

func (f *configFile) verdict() error {
	if len(f.wrong) == 0 {
		return nil
	}
	slices.SortStableFunc(f.wrong, func(a, b mistake) int {
		return (a.line-b.line)*1_000_000 + a.column - b.column
	})
	e := &configError{file: f}
	if f.name == "config.yaml" && strings.Contains(f.wrong[0].message, "there is no key") {
		e.hint = "if config.yaml is another tool's, write citevet's settings to citevet.yaml, which is read instead"
	}
	return e
}

var yamlLine = regexp.MustCompile(`line (\d+): (.*)`)

// syntax notes what the YAML reader says, which knows lines only.
func (f *configFile) syntax(err error) {
	m := mistake{line: 1, column: 1, message: strings.TrimPrefix(err.Error(), "yaml: ")}
	if found := yamlLine.FindStringSubmatch(err.Error()); found != nil {
		m.line, _ = strconv.Atoi(found[1])
		m.message = found[2]
	}
	m.message = "this is not YAML: " + m.message
	f.wrong = append(f.wrong, m)
}

func (f *configFile) at(n *yaml.Node, format string, args ...any) {
	width := utf8.RuneCountInString(n.Value)
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		width += 2
	}
	f.wrong = append(f.wrong, mistake{max(n.Line, 1), max(n.Column, 1), width, fmt.Sprintf(format, args...)})
}

// walk compares a node with the Go type that it is to fill. key names the
// setting it belongs to; tag describes the value.
func (f *configFile) walk(n *yaml.Node, t reflect.Type, key string, tag reflect.StructTag) {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		f.at(n, "anchors and aliases are not read in a configuration; write the value out")
	case n.Tag == "!!null" && key != "":
		// "paths:" with nothing behind it leaves the default.
	case t.Kind() == reflect.Struct:
		f.walkStruct(n, t, key)
	case t.Kind() == reflect.Slice:
		if n.Kind != yaml.SequenceNode {
			f.at(n, "%s is a list: write each item on a line of its own, after %q", key, "- ")
			return
		}
		if most, err := strconv.Atoi(tag.Get("most")); err == nil && len(n.Content) > most {
			f.at(n, "%s are at most %d; leave out those that are not needed", key, most)
			return
		}
		switch {
		case key != "rules":
		case len(f.lists) > 0:
			f.lists[len(f.lists)-1] = n
		default:
			f.rules = n
		}
		for _, item := range n.Content {
			f.walk(item, t.Elem(), key, tag)
		}
	case t.Kind() == reflect.Map:
		f.walkOptions(n, key)
	case n.Kind != yaml.ScalarNode:
		f.at(n, "%s is a single value, not a list or a group of keys", key)
	default:
		f.scalar(n, t, key, tag)
	}
}

func (f *configFile) walkStruct(n *yaml.Node, t reflect.Type, key string) {
	if n.Kind != yaml.MappingNode {
		f.at(n, "here a group of %s is wanted, each as %q", strings.Join(keysOf(t), ", "), "key: value")
		return
	}
	if t == reflect.TypeFor[overrideSetting]() {
		f.lists = append(f.lists, nil)
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		field, ok := fieldOf(t, name.Value)
		switch {
		case !ok:
			f.at(name, "there is no key %q%s", name.Value, didYouMean(name.Value, keysOf(t)))
			continue
		case seen[name.Value]:
			f.at(name, "the key %q is here twice; keep one", name.Value)
			continue
		}
		seen[name.Value] = true
		if key == "" {
			f.keys[name.Value] = name
		}
		f.walk(value, field.Type, name.Value, field.Tag)
	}
	for _, needed := range required(t) {
		if !seen[needed] {
			f.at(n, "this item of %s has no %q", key, needed)
		}
	}
}

// required lists the keys without which an item of a list says nothing.
func required(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[dateSetting]():
		return []string{"path", "date"}
	case reflect.TypeFor[ruleSetting]():
		return []string{"rule"}
	case reflect.TypeFor[overrideSetting]():
		return []string{"path"}
	case reflect.TypeFor[allowSetting]():
		return []string{"path", "rule", "reason"}
	}
	return nil
}

// walkOptions reads a rule's options; the rule itself says what they may hold.
func (f *configFile) walkOptions(n *yaml.Node, key string) {
	if n.Kind != yaml.MappingNode {
		f.at(n, "%s is a group of keys, each as %q", key, "key: value")
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		switch {
		case seen[name.Value]:
			f.at(name, "the key %q is here twice; keep one", name.Value)
		case name.Value != strings.ToLower(name.Value):
			// Viper would lower it in silence.
			f.at(name, "keys are written in lower case: %q", strings.ToLower(name.Value))
		case value.Kind == yaml.AliasNode || value.Anchor != "":
			f.at(value, "anchors and aliases are not read in a configuration; write the value out")
		case value.Kind == yaml.MappingNode:
			f.at(value, "an option is a value or a list of values")
		case value.Tag == "!!float" && strings.HasPrefix(strings.TrimLeft(value.Value, "+-"), "."):
			f.at(value, "%s is no number that can be used here", value.Value)
		}
		seen[name.Value] = true
	}
}

func (f *configFile) scalar(n *yaml.Node, t reflect.Type, key string, tag reflect.StructTag) {
	if t.Kind() == reflect.Int {
		f.number(n, key, tag)
		return
	}
	if enum := tag.Get("enum"); enum != "" {
		if words := strings.Split(enum, ","); !slices.Contains(words, n.Value) {
			f.at(n, "%s is one of %s, not %q%s", key, strings.Join(words, ", "), n.Value, didYouMean(n.Value, words))
		}
	}
	switch tag.Get("form") {
	case "day":
		if _, err := time.Parse(time.DateOnly, n.Value); err != nil {
			f.at(n, "%s is a day of the calendar, like 2025-09-01, not %q", key, n.Value)
		}
	case "words":
		if strings.TrimSpace(n.Value) == "" {
			f.at(n, "%s is empty; say it in words", key)
		}
	case "date":
		if _, ok := when.Parse(n.Value, when.Interval{}); !ok {
			f.at(n, "%q cannot be read as a date; write it like 2025-09-01, 2025-09 or mid-2025", n.Value)
		}
	case "pattern":
		if !doublestar.ValidatePattern(n.Value) {
			f.at(n, "%q is no pattern; * stands for part of a name, ** for any folders", n.Value)
		}
	case "font":
		f.font(n)
	case "versions":
		switch ok, err := satisfies(version, n.Value); {
		case err != nil:
			f.at(n, "%v", err)
		case !ok:
			f.at(n, "this configuration requires citevet %s, and this is %s; install another version, or change the line", n.Value, version)
		}
	}
}

func (f *configFile) number(n *yaml.Node, key string, tag reflect.StructTag) {
	least, _ := strconv.Atoi(tag.Get("min"))
	most, _ := strconv.Atoi(tag.Get("max"))
	got, err := strconv.Atoi(n.Value)
	if err != nil || got < least || got > most {
		f.at(n, "%s is a whole number from %d to %d, not %q", key, least, most, n.Value)
	}
}

// wrongRule finds the place of what [check.Configure] refused: in the rules for
// all articles, list 0, or in those of an override, from 1.
func (f *configFile) wrongRule(list int, e *check.SettingError) error {
	place := f.rules
	if list > 0 {
		place = f.lists[list-1]
	}
	if place != nil {
		for _, item := range place.Content {
			if at := placeIn(item, e); at != nil {
				place = at // a rule set twice is pointed at where it is set again
			}
		}
	}
	if place == nil {
		return &usageError{message: e.Message}
	}
	f.at(place, "%s", e.Message)
	return f.verdict()
}

// wrongAllow finds the place of a rule that there is not in the list of what may stay.
func (f *configFile) wrongAllow(rule string) error {
	for _, item := range valueOf(f.root, "allow").Content {
		if name := valueOf(item, "rule"); name != nil && name.Value == rule {
			f.at(name, "there is no rule %q%s", rule, didYouMean(rule, ruleNames()))
			break
		}
	}
	return f.verdict()
}

// placeIn returns the node within one rule setting that an error speaks of, nil
// where it speaks of another rule.
func placeIn(item *yaml.Node, e *check.SettingError) *yaml.Node {
	name := valueOf(item, "rule")
	switch {
	case name == nil, e.Rule == "" && name.Value != e.Key, e.Rule != "" && name.Value != e.Rule:
		return nil
	case e.Key == "severity":
		if severity := valueOf(item, "severity"); severity != nil {
			return severity
		}
	case e.Rule != "" && e.Key != "":
		if options := valueOf(item, "options"); options != nil {
			for i := 0; i+1 < len(options.Content); i += 2 {
				if options.Content[i].Value == e.Key {
					return options.Content[i]
				}
			}
		}
	}
	return name
}

func valueOf(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	return nil
}

func keysOf(t reflect.Type) []string {
	var keys []string
	for i := range t.NumField() {
		keys = append(keys, t.Field(i).Tag.Get("mapstructure"))
	}
	return keys
}

func fieldOf(t reflect.Type, key string) (reflect.StructField, bool) {
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("mapstructure") == key {
			return t.Field(i), true
		}
	}
	return reflect.StructField{}, false
}
