package brief

import (
	"bytes"
	"encoding/json"
	"errors"
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
