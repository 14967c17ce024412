package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Setting is what a configuration says of one rule.
type Setting struct {
	Rule     string
	Severity string         // "error", "warning", "info", "off"; empty leaves it
	Options  map[string]any // by the options' names; absent ones keep their default
}

// Configure returns the rules that run under the settings: those turned off are
// left out, the others carry their severity and options. Rules that are off by
// default run where a setting names them. With no settings it is the default
// configuration. An error is a *[SettingError].
func Configure(rules []*Rule, settings []Setting) ([]*Rule, error) {
	said := map[string]Setting{}
	for _, s := range settings {
		if err := known(rules, s); err != nil {
			return nil, err
		}
		if _, twice := said[s.Rule]; twice {
			return nil, &SettingError{Rule: s.Rule, Message: fmt.Sprintf("rule %s is set twice: keep one of the settings", s.Rule)}
		}
		said[s.Rule] = s
	}
	var out []*Rule
	names := namesOf(rules)
	for _, r := range rules {
		s, ok := said[r.Name]
		if s.Severity == "off" || r.Off && !ok {
			continue
		}
		configured := *r
		configured.listed = names
		options, err := r.decode(s.Options)
		if err != nil {
			return nil, err
		}
		configured.options = options
		if s.Severity != "" {
			if configured.severity, ok = ParseSeverity(s.Severity); !ok {
				return nil, &SettingError{Rule: r.Name, Key: "severity", Message: fmt.Sprintf("severity of rule %s: want one of %s, got %q%s",
					r.Name, strings.Join(severities, ", "), s.Severity, hint(s.Severity, severities))}
			}
		}
		out = append(out, &configured)
	}
	return out, nil
}

func namesOf(rules []*Rule) []string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = r.Name
	}
	return names
}

func known(rules []*Rule, s Setting) error {
	names := namesOf(rules)
	if slices.Contains(names, s.Rule) {
		return nil
	}
	return &SettingError{Key: s.Rule, Message: fmt.Sprintf("there is no rule %q%s", s.Rule, hint(s.Rule, names))}
}

// severities are the words a setting may hold.
var severities = []string{"error", "warning", "info", "off"}

// ParseSeverity returns the severity that a word names, and whether it names one.
func ParseSeverity(word string) (Severity, bool) {
	for _, s := range []Severity{Info, Warning, Error} {
		if s.String() == word {
			return s, true
		}
	}
	return 0, false
}

// Merge returns base with what over says of the same rules put over it: a
// severity replaces the one there was, an option the one of its name.
func Merge(base, over []Setting) []Setting {
	out := slices.Clone(base)
	for _, s := range over {
		i := slices.IndexFunc(out, func(b Setting) bool { return b.Rule == s.Rule })
		if i < 0 {
			out = append(out, s)
			continue
		}
		if s.Severity != "" {
			out[i].Severity = s.Severity
		}
		options := maps.Clone(out[i].Options)
		if options == nil {
			options = map[string]any{}
		}
		maps.Copy(options, s.Options)
		out[i].Options = options
	}
	return out
}
