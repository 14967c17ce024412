package brief

import (
	"fmt"
	"testing"

	"citevet/pipeline/check"
)

func filled(t *testing.T, form string, results []check.Result, run Run) (string, error) {
	t.Helper()
	parsed, err := ParseTemplate("desk/form.tmpl", []byte(form))
	if err != nil {
		return "", err
	}
	out, err := parsed.Execute(results, run, JSONOptions{})
	return string(out), err
}

func TestTemplates(t *testing.T) {
	results, run := pair(t)
	for _, c := range []struct{ name, form, want string }{
		{"findings with their places",
			"{{range .articles}}{{$name := .name}}{{range .findings}}{{if eq .severity \"error\"}}{{$name}}:{{.source.line}}: {{.message}}\n{{end}}{{end}}{{end}}",
			"corpus/trial.txt:4: every source was read before the time the claim speaks of\ncorpus/second.txt:4: every source was read before the time the claim speaks of\n"},
		{"numbers are compared and added up", "{{if gt .summary.errors 1}}{{.summary.errors}} errors{{end}}", "2 errors"},
		{"what is unknown is empty", "[{{(index .articles 0).text}}{{(index (index .articles 0).references 2).doi}}]", "[]"},
		{"an object that is unknown is passed over", "{{range .articles}}{{range .claims}}{{with .time}}{{.from}} {{else}}- {{end}}{{end}}{{end}}",
			"2025-03-01 2012-01-01 2025-05-01 - 2025-03-01 2012-01-01 2025-05-01 - "},
		{"across the articles", "{{range .findings}}{{.rule}}: {{len .places}}{{end}}", "source-told-differently: 2"},
		{"as JSON", "{{json (index .articles 0).name}}", `"corpus/trial.txt"`},
		{"a cell is no formula", `{{csv "=1+1"}},{{csv "say \"so\""}},{{csv 3}}`, `"'=1+1","say ""so""","3"`},
		{"nor with a wide sign", `{{csv "＝1+1"}},{{csv -3}},{{csv "-3"}}`, `"'＝1+1","-3","'-3"`},
		{"words for Markdown", `{{markdown "a | [b](c)"}}`, `a \| \[b\](c)`},
		{"one line", "{{oneline \"a\\n b\"}}", "a b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := filled(t, c.form, results, run); err != nil || got != c.want {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
		})
	}
}

func TestTemplateErrorsNameFileAndLine(t *testing.T) {
	results, run := pair(t)
	for _, c := range []struct{ form, want string }{
		{"a\n{{range}}", "desk/form.tmpl:2: missing value for range"},
		{"\n\n{{nosuch .}}", `desk/form.tmpl:3: function "nosuch" not defined`},
		{"x\n{{.artcles}}", `desk/form.tmpl:2: <.artcles>: map has no entry for key "artcles"`},
		{"{{range .articles}}\n{{range .claims}}{{.time.from}}{{end}}{{end}}", "desk/form.tmpl:2: <.time.from>: nil pointer evaluating interface {}.from"},
	} {
		_, err := filled(t, c.form, results, run)
		if fmt.Sprint(err) != c.want {
			t.Errorf("%q: got %v, want %s", c.form, err, c.want)
		}
	}
}
