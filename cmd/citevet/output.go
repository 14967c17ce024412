package main

import (
	"bytes"
	"strings"

	"citevet/pipeline"
	"citevet/pipeline/brief"
	"citevet/pipeline/check"
)

// formats are the ways to write the results of all articles.
var formats = []string{"terminal", "json", "jsonl"}

// output is one --output F=PATH.
type output struct{ format, path string }

func parseOutputs(flags []string) ([]output, error) {
	var out []output
	for _, f := range flags {
		format, path, ok := strings.Cut(f, "=")
		if !ok || path == "" {
			return nil, usagef("--output %q names no file; write it like json=results.json", f)
		}
		if err := knownFormat(format); err != nil {
			return nil, err
		}
		out = append(out, output{format, path})
	}
	return out, nil
}

func knownFormat(format string) error {
	for _, f := range formats {
		if f == format {
			return nil
		}
	}
	return usagef("there is no format %q%s", format, didYouMean(format, formats))
}

// rendering is how results are to be written.
type rendering struct {
	format string
	text   bool // with each article's reading text, in json and jsonl
	width  int  // of the terminal; 0 is none
	color  bool
}

// render writes the results of all articles in one format.
func render(results []check.Result, run brief.Run, r rendering) ([]byte, error) {
	switch r.format {
	case "json":
		return brief.JSON(results, run, brief.JSONOptions{WithText: r.text})
	case "jsonl":
		return brief.JSONL(results, run, brief.JSONOptions{WithText: r.text})
	}
	var b bytes.Buffer
	err := brief.Terminal(&b, results, run, brief.TerminalOptions{Width: r.width, Color: r.color})
	return b.Bytes(), err
}

// deliver prints the results and writes every --output; one that cannot be
// written does not keep the others from it.
func (a *analysis) deliver(results []check.Result, run brief.Run) error {
	t := a.tool
	run.Exit = t.exits()
	silent := t.flags.quiet && a.format == "terminal" && len(run.Across) == 0 && !anythingToSay(results)
	if a.format != "" && !silent {
		data, err := render(results, run, rendering{a.format, a.text, t.width(), t.colored()})
		if err != nil {
			return err
		}
		if _, err := t.stdout.Write(data); err != nil {
			t.failed(err)
		}
	}
	for _, o := range a.outputs {
		data, err := render(results, run, rendering{format: o.format, text: a.text})
		if err != nil {
			return err
		}
		if err := pipeline.WriteFile(o.path, data); err != nil {
			t.failed(err)
		}
	}
	return nil
}

func anythingToSay(results []check.Result) bool {
	for _, r := range results {
		if len(r.Findings) > 0 || len(r.Article.Problems) > 0 {
			return true
		}
	}
	return false
}
