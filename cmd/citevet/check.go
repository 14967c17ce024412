package main

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"citevet/pipeline/check"
)

func (t *tool) checkCommand() *cobra.Command {
	var flags analysisFlags
	cmd := &cobra.Command{
		Use:   "check [PATH…|-]",
		Short: "Judge articles and print what is wrong; the exit code says whether anything is",
		Long: `Judge the articles and print diagnostics. A PATH is a file, a folder, a pattern,
or - for standard input. Nothing is written but the files named by --output.

Exit code: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or
configuration, 3 an input could not be read, 4 internal fault, 130 interrupted.
Where several hold, the highest.`,
		Example: `  citevet check drafts/
  citevet check --format json --output jsonl=results.jsonl 'news/**/*.md'
  pandoc -t markdown x.docx | citevet check - --stdin-filename x.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := t.analysis(cmd, flags, args)
			if err != nil {
				return err
			}
			a.failOn = cmp.Or(a.failOn, a.FailOn)
			return t.check(cmd.Context(), a)
		},
	}
	flags.add(cmd, "fail_on of the configuration", "terminal")
	return cmd
}

func (t *tool) check(ctx context.Context, a *analysis) error {
	var results []check.Result
	for result, err := range each(ctx, a, a.judge) {
		if err != nil {
			t.failed(err)
			continue
		}
		a.note(&result)
		results = append(results, result)
	}
	if ctx.Err() != nil {
		t.interruptedAfter(len(results), len(a.inputs))
		return nil
	}
	return a.deliver(results, a.run(a.reproduce("check", a.inputs...)))
}
