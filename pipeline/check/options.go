package check

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/agnivade/levenshtein"
)

// option is one field of a rule's options struct, as its tags describe it:
//
//	Spread int `json:"spread" doc:"how many unlike claims make a finding" min:"2" max:"50"`
//
// The kinds are bool, int, float64, string and []string; `enum:"a,b"` lists what
// a string may be, `min` and `max` bound a number.
type option struct {
	name, doc string
	kind      reflect.Type
	enum      []string
	min, max  *float64
	value     reflect.Value // the default
}

// optionsOf lists the fields of an options struct. It panics where the struct
// breaks the rules above, which [Validate] turns into an error at the door.
func optionsOf(defaults any) []option {
	v := reflect.ValueOf(defaults)
	if v.Kind() != reflect.Struct {
		panic(fmt.Sprintf("options are a %T, not a struct", defaults))
	}
	var out []option
	for i := range v.NumField() {
		f := v.Type().Field(i)
		o := option{name: f.Tag.Get("json"), doc: f.Tag.Get("doc"), kind: f.Type, value: v.Field(i)}
		o.min, o.max = bound(f, "min"), bound(f, "max")
		if enum := f.Tag.Get("enum"); enum != "" {
			o.enum = strings.Split(enum, ",")
		}
		switch {
		case !isKebab(o.name):
			panic(fmt.Sprintf("option %s has no json name in lower case and hyphens", f.Name))
		case o.doc == "":
			panic(fmt.Sprintf("option %s has no doc text", o.name))
		case !slices.Contains(optionKinds, f.Type):
			panic(fmt.Sprintf("option %s is a %s", o.name, f.Type))
		}
		if _, err := o.convert(o.value.Interface()); err != nil {
			panic(fmt.Sprintf("the default of option %s: %v", o.name, err))
		}
		out = append(out, o)
	}
	return out
}

// OptionNames returns the names of the rule's options, in order.
func (r *Rule) OptionNames() []string {
	var names []string
	for _, o := range optionsOf(r.defaults) {
		names = append(names, o.name)
	}
	return names
}

var optionKinds = []reflect.Type{
	reflect.TypeFor[bool](), reflect.TypeFor[int](), reflect.TypeFor[float64](),
	reflect.TypeFor[string](), reflect.TypeFor[[]string](),
}

func bound(f reflect.StructField, tag string) *float64 {
	text, ok := f.Tag.Lookup(tag)
	if !ok {
		return nil
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(fmt.Sprintf("option %s: %s is %q", f.Name, tag, text))
	}
	return &n
}

// A SettingError is a configuration that asks for what is not there.
type SettingError struct {
	Rule    string // empty where the rule itself is unknown
	Key     string // the option, "severity", or the unknown rule's name
	Message string // one sentence, with the way out
}

func (e *SettingError) Error() string { return e.Message }

// decode returns the rule's options with the raw values put over the defaults.
// Values are as YAML or JSON decode them. An unknown name, a wrong kind and a
// number out of bounds are a *SettingError.
func (r *Rule) decode(raw map[string]any) (any, error) {
	options := optionsOf(r.defaults)
	out := reflect.New(reflect.TypeOf(r.defaults)).Elem()
	out.Set(reflect.ValueOf(r.defaults))
	names := r.OptionNames()
	for _, key := range sortedKeys(raw) {
		i := slices.Index(names, key)
		if i < 0 {
			return nil, &SettingError{Rule: r.Name, Key: key, Message: fmt.Sprintf("rule %s has no option %q%s", r.Name, key, hint(key, names))}
		}
		v, err := options[i].convert(raw[key])
		if err != nil {
			return nil, &SettingError{Rule: r.Name, Key: key, Message: fmt.Sprintf("option %s of rule %s: %v", key, r.Name, err)}
		}
		out.Field(i).Set(v)
	}
	return out.Interface(), nil
}

// convert returns a decoded value as the option's kind.
func (o option) convert(raw any) (reflect.Value, error) {
	v := reflect.ValueOf(raw)
	switch o.kind.Kind() {
	case reflect.Bool:
		if b, ok := raw.(bool); ok {
			return reflect.ValueOf(b), nil
		}
		return v, fmt.Errorf("want true or false, got %s", shown(raw))
	case reflect.Int, reflect.Float64:
		return o.number(raw)
	case reflect.String:
		s, ok := raw.(string)
		if !ok {
			return v, fmt.Errorf("want words, got %s", shown(raw))
		}
		if len(o.enum) > 0 && !slices.Contains(o.enum, s) {
			return v, fmt.Errorf("want one of %s, got %q%s", strings.Join(o.enum, ", "), s, hint(s, o.enum))
		}
		return reflect.ValueOf(s), nil
	}
	return o.list(raw)
}

func (o option) number(raw any) (reflect.Value, error) {
	v := reflect.ValueOf(raw)
	var n float64
	switch {
	case v.IsValid() && v.CanInt():
		n = float64(v.Int())
	case v.IsValid() && v.CanUint():
		n = float64(v.Uint())
	case v.IsValid() && v.CanFloat():
		n = v.Float()
	default:
		return v, fmt.Errorf("want a number, got %s", shown(raw))
	}
	if o.min != nil && n < *o.min || o.max != nil && n > *o.max || math.IsNaN(n) {
		return v, fmt.Errorf("want a number%s, got %s", o.bounds(), shown(raw))
	}
	if o.kind.Kind() == reflect.Int {
		if n != math.Trunc(n) || math.Abs(n) > math.MaxInt32 {
			return v, fmt.Errorf("want a whole number, got %s", shown(raw))
		}
		return reflect.ValueOf(int(n)), nil
	}
	return reflect.ValueOf(n), nil
}

func (o option) bounds() string {
	var b strings.Builder
	if o.min != nil {
		fmt.Fprintf(&b, " from %v", *o.min)
	}
	if o.max != nil {
		fmt.Fprintf(&b, " up to %v", *o.max)
	}
	return b.String()
}

func (o option) list(raw any) (reflect.Value, error) {
	switch l := raw.(type) {
	case []string:
		return reflect.ValueOf(slices.Clone(l)), nil
	case nil:
		return reflect.ValueOf([]string(nil)), nil
	case []any:
		out := make([]string, 0, len(l))
		for _, e := range l {
			s, ok := e.(string)
			if !ok {
				return reflect.Value{}, fmt.Errorf("want a list of words, got %s in it", shown(e))
			}
			out = append(out, s)
		}
		return reflect.ValueOf(out), nil
	}
	return reflect.Value{}, fmt.Errorf("want a list of words, got %s", shown(raw))
}

// shown names a decoded value in an error, at most a line of it.
func shown(raw any) string {
	s := fmt.Sprintf("%v", raw)
	switch raw.(type) {
	case nil:
		return "nothing"
	case string:
		s = strconv.Quote(s)
	}
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

// hint returns `: did you mean "x"?` for the nearest of the names, else the list
// of them, else nothing.
func hint(word string, names []string) string {
	best, distance := "", 1+min(3, max(1, len(word)/3))
	if len(word) <= 64 {
		for _, n := range names {
			if d := levenshtein.ComputeDistance(strings.ToLower(word), n); d < distance {
				best, distance = n, d
			}
		}
	}
	switch {
	case best != "":
		return fmt.Sprintf(": did you mean %q?", best)
	case len(names) == 0:
		return ": it has none"
	case len(names) <= 8:
		return ": there are " + strings.Join(names, ", ")
	}
	return ""
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// isKebab reports whether s is words of lower-case letters and digits with
// single hyphens between.
func isKebab(s string) bool {
	for w := range strings.SplitSeq(s, "-") {
		if w == "" || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return true
}
