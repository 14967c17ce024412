package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"citevet/pipeline"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

func (t *tool) baselineCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "baseline",
		Short: "Keep the findings that are known and answered for",
		Long: `Keep the findings that are known and answered for until they are mended. check
and run do not tell those that stand in the file; each line has a reason, and may
have a last day.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(t.baselineUpdate(), t.baselinePrune())
	return cmd
}

func (t *tool) baselineUpdate() *cobra.Command {
	var flags analysisFlags
	var reason, until string
	cmd := &cobra.Command{
		Use:   "update --reason TEXT [PATH…]",
		Short: "Add the findings that the articles have now",
		Long: `Judge the articles and add what is found to the baseline, each line with the
reason. Lines that are there already stay as they are, but for the article's path.`,
		Example: `  citevet baseline update --reason "found when citevet came" corpus/
  citevet baseline update --reason "author asked" --until 2026-12-31 news/a.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := untilDay(until)
			if err != nil {
				return err
			}
			if strings.TrimSpace(reason) == "" {
				return usagef("baseline update needs a reason why the findings may stay: --reason TEXT")
			}
			return t.rewriteBaseline(cmd, flags, args, func(known check.Baseline, results []check.Result) check.Baseline {
				return withFindings(known, results, reason, day)
			})
		},
	}
	flags.addInputs(cmd)
	cmd.Flags().StringVar(&reason, "reason", "", "why the findings may stay, in `TEXT`")
	cmd.Flags().StringVar(&until, "until", "", "the last day on which they may, as `YYYY-MM-DD` (default no end)")
	return cmd
}

func (t *tool) baselinePrune() *cobra.Command {
	var flags analysisFlags
	cmd := &cobra.Command{
		Use:   "prune [PATH…]",
		Short: "Take out the lines that match no finding any more",
		Long:  `Judge the articles and take out of the baseline their lines that match nothing.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return t.rewriteBaseline(cmd, flags, args, func(known check.Baseline, results []check.Result) check.Baseline {
				stale := staleEntries(known, results)
				return check.Baseline{Entries: slices.DeleteFunc(slices.Clone(known.Entries), func(e check.BaselineEntry) bool {
					return slices.Contains(stale, e)
				})}
			})
		},
	}
	flags.addInputs(cmd)
	return cmd
}

func untilDay(words string) (when.Date, error) {
	if words == "" {
		return when.Date{}, nil
	}
	day, err := time.Parse(time.DateOnly, words)
	if err != nil {
		return when.Date{}, usagef("--until %q is no day of the calendar; write it like 2026-12-31", words)
	}
	return when.DayOf(day), nil
}

// rewriteBaseline judges the articles without a baseline and writes what change
// makes of it.
func (t *tool) rewriteBaseline(cmd *cobra.Command, flags analysisFlags, args []string, change func(check.Baseline, []check.Result) check.Baseline) error {
	a, err := t.analysis(cmd, flags, args)
	if err != nil {
		return err
	}
	if a.Baseline == "" {
		return usagef("no file is named for the baseline; name one with --baseline, or as baseline in the configuration")
	}
	known := a.known
	a.known = check.Baseline{}
	results := a.judgeAll(cmd.Context())
	if results == nil {
		return nil
	}
	changed := change(known, results)
	if err := pipeline.WriteFile(a.Baseline, changed.Bytes()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(t.stdout, "%s: %s, %d before\n", visible(a.Baseline), counted(len(changed.Entries), "finding"), len(known.Entries))
	return err
}

// judgeAll judges every article; nil where it was interrupted.
func (a *analysis) judgeAll(ctx context.Context) []check.Result {
	results := []check.Result{}
	for result, err := range each(ctx, a, a.judge) {
		if err != nil {
			a.tool.failed(err)
			continue
		}
		results = append(results, result)
	}
	if ctx.Err() != nil {
		a.tool.interruptedAfter(len(results), len(a.inputs))
		return nil
	}
	return results
}

// withFindings returns the baseline with every finding of the results in it.
func withFindings(known check.Baseline, results []check.Result, reason string, until when.Date) check.Baseline {
	out := check.Baseline{Entries: slices.Clone(known.Entries)}
	at := map[string]int{}
	for i, e := range out.Entries {
		at[e.Fingerprint] = i
	}
	for _, r := range results {
		for _, f := range r.Findings {
			if i, ok := at[f.Fingerprint]; ok {
				out.Entries[i].Article = r.Article.Name
				continue
			}
			at[f.Fingerprint] = len(out.Entries)
			out.Entries = append(out.Entries, check.BaselineEntry{
				Fingerprint: f.Fingerprint, Rule: f.Rule, Article: r.Article.Name, Until: until, Reason: reason,
			})
		}
	}
	return out
}
