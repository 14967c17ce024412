package brief

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

func compiled(t *testing.T, schema map[string]any) *jsonschema.Schema {
	t.Helper()
	data, err := json.Marshal(schema)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("citevet.json", instance(t, data)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("citevet.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func instance(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// sealed returns a schema that refuses names it does not know: readers are to
// allow them, but a schema without a name that is written is out of date.
func sealed(schema map[string]any) map[string]any {
	for _, def := range schema["$defs"].(map[string]any) {
		def.(map[string]any)["additionalProperties"] = false
	}
	return schema
}

// everything is a batch in which every name of the JSON occurs.
func everything(t *testing.T) ([]check.Result, Run) {
	results, run := pair(t)
	results = append(results, mended(t))
	a := results[0].Article
	s := a.Claims[0].Span
	a.Quotations = []article.Quotation{{Span: s, Words: s, Speaker: 0}, {Span: s, Words: s, Speaker: -1}}
	a.Times = []article.Time{{Expression: when.Expression{Start: s.Start, End: s.End, Kind: "date", Value: "2024"}}}
	a.Citations[0].Reference = -1
	a.Problems = append(a.Problems, article.Problem{Message: "it is odd", Span: s})
	run.Exit = []int{1, 3}
	return results, run
}

func TestTheResultsFitTheirSchema(t *testing.T) {
	results, run := everything(t)
	data := must(JSON(results, run, JSONOptions{WithText: true}))
	for name, schema := range map[string]map[string]any{"open": ResultsSchema(), "sealed": sealed(ResultsSchema())} {
		if err := compiled(t, schema).Validate(instance(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	schema := compiled(t, ResultsSchema())
	for _, c := range []struct{ name, old, changed string }{
		{"a severity that is none", `"severity": "error"`, `"severity": "grave"`},
		{"a finding without a rule", `"rule": "role-conflict"`, `"ruel": "role-conflict"`},
		{"another schema", `"schema": 1`, `"schema": 2`},
		{"a day that is none", `"from": "2025-03-01"`, `"from": "2025-13-01"`},
		{"a line of words", `"line": 4`, `"line": "4"`},
	} {
		wrong := bytes.Replace(data, []byte(c.old), []byte(c.changed), 1)
		if bytes.Equal(wrong, data) {
			t.Fatalf("%s: nothing was changed", c.name)
		}
		if schema.Validate(instance(t, wrong)) == nil {
			t.Errorf("%s passes", c.name)
		}
	}
}

func TestTheRunResultsFitTheirSchema(t *testing.T) {
	results, run := everything(t)
	entries := []RunResult{Done(results[0], []string{"trial.md"}), Failed("bad.txt", errors.New("bad.txt is not UTF-8"))}
	for name, write := range map[string]func([]RunResult, Run) ([]byte, error){"run_results": RunResults, "index": IndexJSON} {
		if err := compiled(t, sealed(RunResultsSchema())).Validate(instance(t, must(write(entries, run)))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Each line of the JSON lines is an article of the schema but the last.
func TestTheLinesFitTheSchemaOfAnArticle(t *testing.T) {
	results, run := everything(t)
	schema := ResultsSchema()
	schema["$ref"] = "#/$defs/article"
	s := compiled(t, sealed(schema))
	lines := bytes.Split(bytes.TrimSpace(must(JSONL(results, run, JSONOptions{}))), []byte("\n"))
	for i, line := range lines[:len(lines)-1] {
		if err := s.Validate(instance(t, line)); err != nil {
			t.Errorf("line %d: %v", i+1, err)
		}
	}
}

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

func TestClaimReviewsAreOfDecisionsAlone(t *testing.T) {
	results, run := pair(t)
	o := ClaimReviewOptions{Site: "https://desk.example/b", Reviewer: "The Desk", Page: func(name string) string { return name + ".html" }}
	graph := list(decoded(t, must(ClaimReviews(results[:1], run, o))), "@graph")
	if len(graph) != 1 {
		t.Fatalf("got %d reviews", len(graph))
	}
	for path, want := range map[string]any{
		"@type": "ClaimReview", "url": "https://desk.example/b/corpus/trial.txt.html#C3", "datePublished": "2026-03-01",
		"author.name": "The Desk", "claimReviewed": "As of mid-2025 the harbour fund still had no chair, according to the council",
		"reviewRating.alternateName": "Source predates the event", "reviewRating.ratingValue": nil,
		"itemReviewed.@type": "Claim", "itemReviewed.appearance.name": "Harbour bill stalls as Ana Petrova waits",
		"citation.0.url": "https://www.gazette.example/2021/02/council-debates-the-harbour",
	} {
		if got := at(graph[0], path); got != want {
			t.Errorf("%s is %v, want %v", path, got, want)
		}
	}
}
