package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"citevet/pipeline"
	"citevet/pipeline/brief"
	"citevet/pipeline/check"
)

func (t *tool) runCommand() *cobra.Command {
	var flags analysisFlags
	cmd := &cobra.Command{
		Use:   "run [PATH…]",
		Short: "Judge a batch of articles and write a briefing for each",
		Long: `Judge the articles and write to the output folder, for each article NAME, the
briefing as NAME.md and NAME.pdf and the results as NAME.json; for the batch
index.md, index.json and run_results.json. A PATH is a file, a folder, a pattern,
or - for standard input; without one, what the configuration's paths say.

Every file is written whole or not at all. Findings are counted, and make no
exit code of their own unless --fail-on is given.`,
		Example: `  citevet run
  citevet run --out briefings --as-of 2025-09-01 drafts/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := t.analysis(cmd, flags, args)
			if err != nil {
				return err
			}
			return t.run(cmd.Context(), a)
		},
	}
	flags.add(cmd, "never")
	cmd.Flags().String("out", "", "write to `DIR` (default reports)")
	return cmd
}

func (t *tool) run(ctx context.Context, a *analysis) error {
	folder, err := pipeline.OpenFolder(a.Out)
	if err != nil {
		return err
	}
	defer folder.Close()

	var (
		results  []check.Result
		articles []brief.RunResult
	)
	next := 0
	for result, err := range a.results(ctx, func(in input, r *check.Result) error { return a.publish(folder, in, r) }) {
		if ctx.Err() != nil && next >= len(a.inputs) {
			break
		}
		in := a.inputs[next]
		next++
		if err != nil {
			t.failed(err)
			articles = append(articles, brief.Failed(in.name, err))
			continue
		}
		a.note(&result)
		results = append(results, result)
	}
	if ctx.Err() != nil {
		t.interruptedAfter(len(results), len(a.inputs))
		return nil
	}
	_ = articles
	return nil
}

// publish writes what is made of one article.
func (a *analysis) publish(folder *pipeline.Folder, in input, r *check.Result) error {
	run := a.run(a.reproduce("run", in))
	briefing := brief.New(*r, run)
	pdf, err := briefing.PDF()
	if err != nil {
		return fmt.Errorf("%s: the PDF cannot be made: %w", in.name, err)
	}
	results, err := brief.JSON([]check.Result{*r}, run, brief.JSONOptions{})
	if err != nil {
		return fmt.Errorf("%s: the results cannot be written as JSON: %w", in.name, err)
	}
	for _, f := range []struct {
		ending string
		data   []byte
	}{{".md", briefing.Markdown()}, {".pdf", pdf}, {".json", results}} {
		if err := folder.Write(in.stem+f.ending, f.data); err != nil {
			return err
		}
	}
	return nil
}

// interruptedAfter says how far an interrupted run came.
func (t *tool) interruptedAfter(done, of int) {
	t.end(interrupted)
	t.complain(fmt.Errorf("interrupted: %d of %d articles were done, and what was written is whole; run again for the rest", done, of))
}
