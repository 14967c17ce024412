package main

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"citevet/pipeline/check"
)

func (t *tool) checkCommand() *cobra.Command {
	var flags analysisFlags
	var fix, diffOnly bool
	cmd := &cobra.Command{
		Use:   "check [PATH…|-]",
		Short: "Judge articles and print what is wrong; the exit code says whether anything is",
		Long: `Judge the articles and print diagnostics. A PATH is a file, a folder, a pattern,
or - for standard input. Nothing is written but the files named by --output, and
with --fix the articles: mends that cannot change what is said are made in them.

Exit code: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or
configuration, 3 an input could not be read, 4 internal fault, 130 interrupted.
Where several hold, the highest.`,
		Example: `  citevet check drafts/
  citevet check --format json --output jsonl=results.jsonl 'news/**/*.md'
  citevet check --new-from-rev main news/
  citevet check --fix --diff draft.md
  pandoc -t markdown x.docx | citevet check - --stdin-filename x.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := t.analysis(cmd, flags, args)
			if err != nil {
				return err
			}
			a.failOn = cmp.Or(a.failOn, a.FailOn)
			if err := a.clash(); err != nil {
				return err
			}
			switch {
			case diffOnly && !fix:
				return usagef("--diff shows what --fix would change; give both")
			case fix:
				if err := a.mendAll(cmd.Context(), diffOnly); err != nil || diffOnly {
					return err
				}
			}
			t.check(cmd.Context(), a)
			return nil
		},
	}
	flags.add(cmd, "fail_on of the configuration", "terminal")
	cmd.Flags().BoolVar(&fix, "fix", false, "make the mends that are safe in the articles, then judge them")
	cmd.Flags().BoolVar(&diffOnly, "diff", false, "with --fix, print what would change and leave the files")
	return cmd
}

func (t *tool) check(ctx context.Context, a *analysis) {
	results := a.judgeAll(ctx)
	if results == nil {
		return
	}
	for i := range results {
		a.note(&results[i])
	}
	a.tellBaseline(results)
	traces := make([]check.Trace, len(results))
	for i := range results {
		traces[i] = results[i].Trace()
	}
	run := a.run(a.reproduce("check", a.inputs...))
	run.Across, run.Unread = a.across(traces), t.unread
	a.deliver(results, run)
}
