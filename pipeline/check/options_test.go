package check

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

type crateOptions struct {
	Crates int      `json:"crates" doc:"how many crates are many" min:"2" max:"50"`
	Share  float64  `json:"share" doc:"share of crates opened" min:"0" max:"1"`
	Order  string   `json:"order" doc:"order of opening" enum:"size,age"`
	Strict bool     `json:"strict" doc:"open every crate"`
	Skip   []string `json:"skip-marks" doc:"marks of crates left closed"`
}

var crateDefaults = crateOptions{Crates: 3, Share: 0.5, Order: "size", Skip: []string{"glass"}}

func crateRule(run func(crateOptions)) *Rule {
	return NewRule(Meta{Name: "open-crates", Family: "trial", Summary: "opens crates", Since: "0.1", Severity: Warning, Page: "# open-crates\n"},
		crateDefaults, func(_ *Pass, o crateOptions) { run(o) })
}

func configured(t *testing.T, options map[string]any) (crateOptions, error) {
	t.Helper()
	var got crateOptions
	rules, err := Configure([]*Rule{crateRule(func(o crateOptions) { got = o })}, []Setting{{Rule: "open-crates", Options: options}})
	if err == nil {
		judged(rules, "text")
	}
	return got, err
}

func TestOptionsReachTheRule(t *testing.T) {
	tests := map[string]struct {
		raw  map[string]any
		want func(*crateOptions)
	}{
		"none: the defaults":          {nil, func(*crateOptions) {}},
		"a whole number":              {map[string]any{"crates": 7}, func(o *crateOptions) { o.Crates = 7 }},
		"a whole number as JSON says": {map[string]any{"crates": 7.0}, func(o *crateOptions) { o.Crates = 7 }},
		"a number without a fraction": {map[string]any{"share": 1}, func(o *crateOptions) { o.Share = 1 }},
		"a word of the list":          {map[string]any{"order": "age"}, func(o *crateOptions) { o.Order = "age" }},
		"a truth":                     {map[string]any{"strict": true}, func(o *crateOptions) { o.Strict = true }},
		"a list":                      {map[string]any{"skip-marks": []any{"oil", "ink"}}, func(o *crateOptions) { o.Skip = []string{"oil", "ink"} }},
		"an empty list":               {map[string]any{"skip-marks": []any{}}, func(o *crateOptions) { o.Skip = []string{} }},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			want := crateDefaults
			tt.want(&want)
			got, err := configured(t, tt.raw)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOptionsAreRefused(t *testing.T) {
	tests := map[string]struct {
		raw  map[string]any
		want string
	}{
		"an unknown name":          {map[string]any{"crate": 7}, `rule open-crates has no option "crate": did you mean "crates"?`},
		"a name like no other":     {map[string]any{"zzzzzzzz": 7}, `there are crates, share, order, strict, skip-marks`},
		"a fraction":               {map[string]any{"crates": 2.5}, `want a whole number, got 2.5`},
		"too small":                {map[string]any{"crates": 1}, `want a number from 2 up to 50, got 1`},
		"words for a number":       {map[string]any{"crates": "many"}, `want a number, got "many"`},
		"nothing for a number":     {map[string]any{"crates": nil}, `want a number, got nothing`},
		"a word not of the list":   {map[string]any{"order": "siz"}, `want one of size, age, got "siz": did you mean "size"?`},
		"a word for a truth":       {map[string]any{"strict": "yes"}, `want true or false, got "yes"`},
		"a number within a list":   {map[string]any{"skip-marks": []any{"oil", 3}}, `want a list of words, got 3 in it`},
		"a word instead of a list": {map[string]any{"skip-marks": "oil"}, `want a list of words, got "oil"`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := configured(t, tt.raw)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want …%s…", err, tt.want)
			}
		})
	}
}

func TestConfigure(t *testing.T) {
	rules := []*Rule{at("first-rule", Error, 0, 1), at("second-rule", Warning, 0, 1), at("quiet-rule", Info, 0, 1)}
	rules[2].Off = true
	tests := map[string]struct {
		settings []Setting
		want     []string
		err      string
	}{
		"no settings":                 {nil, []string{"first-rule error", "second-rule warning"}, ""},
		"a rule off":                  {[]Setting{{Rule: "first-rule", Severity: "off"}}, []string{"second-rule warning"}, ""},
		"another severity":            {[]Setting{{Rule: "first-rule", Severity: "info"}}, []string{"second-rule warning", "first-rule info"}, ""},
		"a rule that is off, asked":   {[]Setting{{Rule: "quiet-rule"}}, []string{"first-rule error", "second-rule warning", "quiet-rule info"}, ""},
		"an unknown rule":             {[]Setting{{Rule: "frist-rule"}}, nil, `there is no rule "frist-rule": did you mean "first-rule"?`},
		"an unknown severity":         {[]Setting{{Rule: "first-rule", Severity: "warn"}}, nil, `want one of error, warning, info, off, got "warn"`},
		"one rule twice":              {[]Setting{{Rule: "first-rule"}, {Rule: "first-rule"}}, nil, "set twice"},
		"an option of a rule of none": {[]Setting{{Rule: "first-rule", Options: map[string]any{"x": 1}}}, nil, `has no option "x": it has none`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			configured, err := Configure(rules, tt.settings)
			if tt.err != "" {
				if err == nil || !strings.Contains(err.Error(), tt.err) {
					t.Fatalf("got %v, want …%s…", err, tt.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range judged(configured, "text").Findings {
				got = append(got, f.Rule+" "+f.Severity.String())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestYAMLReadsBackAsTheDefaults(t *testing.T) {
	rule := crateRule(func(crateOptions) {})
	var list []struct {
		Rule, Severity string
		Options        map[string]any
	}
	if err := yaml.Unmarshal([]byte(rule.YAML(2)), &list); err != nil {
		t.Fatalf("%v in\n%s", err, rule.YAML(2))
	}
	if len(list) != 1 || list[0].Rule != "open-crates" || list[0].Severity != "warning" {
		t.Fatalf("got %+v", list)
	}
	got, err := configured(t, list[0].Options)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(crateDefaults, got); diff != "" {
		t.Error(diff)
	}
}

func TestYAMLExplainsEachOption(t *testing.T) {
	want := `# opens crates
- rule: open-crates
  severity: warning
  options:
    # how many crates are many (from 2 up to 50)
    crates: 3
    # share of crates opened (from 0 up to 1)
    share: 0.5
    # order of opening (one of size, age)
    order: size
    # open every crate
    strict: false
    # marks of crates left closed
    skip-marks: ["glass"]
`
	if diff := cmp.Diff(want, crateRule(func(crateOptions) {}).YAML(0)); diff != "" {
		t.Error(diff)
	}
}

func TestSchemaBoundsEachOption(t *testing.T) {
	properties := crateRule(func(crateOptions) {}).Schema()["properties"].(map[string]any)
	options := properties["options"].(map[string]any)["properties"].(map[string]any)
	want := map[string]any{"type": "integer", "description": "how many crates are many", "default": 3, "minimum": 2.0, "maximum": 50.0}
	if diff := cmp.Diff(want, options["crates"]); diff != "" {
		t.Error(diff)
	}
}

func TestValidateNamesEachFault(t *testing.T) {
	tests := map[string]struct {
		spoil func(*Rule)
		want  string
	}{
		"no page":                 {func(r *Rule) { r.Page = "" }, "the page does not begin"},
		"another rule's page":     {func(r *Rule) { r.Page = "# other\n" }, "the page does not begin"},
		"no family":               {func(r *Rule) { r.Family = "" }, "the family is missing"},
		"a summary as a sentence": {func(r *Rule) { r.Summary = "opens crates." }, "ends in a full stop"},
		"a summary in capitals":   {func(r *Rule) { r.Summary = "Opens crates" }, "lower case"},
		"a name with blanks":      {func(r *Rule) { r.Name = "open crates" }, "the name is not"},
		"no version":              {func(r *Rule) { r.Since = "soon" }, "since is not a version"},
		"a decision that warns":   {func(r *Rule) { r.Decision = true }, "a decision rule reports errors"},
		"options without docs": {func(r *Rule) {
			r.defaults = struct {
				N int `json:"n"`
			}{}
		}, "option n has no doc text"},
		"a default out of bounds": {func(r *Rule) { r.defaults = crateOptions{Order: "size"} }, "the default of option crates"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			rule := crateRule(func(crateOptions) {})
			tt.spoil(rule)
			if err := Validate([]*Rule{rule}); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want …%s…", err, tt.want)
			}
		})
	}
	rule := crateRule(func(crateOptions) {})
	if err := Validate([]*Rule{rule}); err != nil {
		t.Errorf("a sound rule: %v", err)
	}
	if err := Validate([]*Rule{rule, rule}); err == nil || !strings.Contains(err.Error(), "twice") {
		t.Errorf("one rule twice: got %v", err)
	}
}
