package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"citevet/pipeline"
	"citevet/pipeline/check"
	"citevet/pipeline/measure"
	"citevet/pipeline/rules"
	"citevet/pipeline/rules/judged"
)

// measureFlags are those of measure alone.
type measureFlags struct {
	bench  string
	errors string
	sets   []string
	rules  []string
	unread string
	record string
	timing bool
	cpu    string
}

func (t *tool) measureCommand() *cobra.Command {
	var flags measureFlags
	cmd := &cobra.Command{
		Use:    "measure --bench DIR",
		Short:  "Score what is read against public sets with gold answers",
		Hidden: true, // for those who work on citevet: nobody else has the sets
		Long: `Score what citevet reads against the public sets in a folder: one table a set,
as Markdown. A set that is not there is named and skipped. The same sets give the
same output; --timing adds figures that differ from run to run.`,
		Example: `  citevet measure --bench ../bench --errors errors
  citevet measure --bench ../bench --set wiki,labels --timing`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			options, err := t.measureOptions(cmd, flags)
			if err != nil {
				return err
			}
			return t.measure(cmd.Context(), flags, options)
		},
	}
	addAsOf(cmd)
	f := cmd.Flags()
	f.StringVar(&flags.bench, "bench", "", "the `FOLDER` with the sets")
	f.StringVar(&flags.errors, "errors", "", "write what differs from the gold answers to `FOLDER`, one file a set")
	f.StringSliceVar(&flags.sets, "set", nil, "score these sets alone: "+strings.Join(measure.Names(), ", "))
	f.StringSliceVar(&flags.rules, "rule", nil, "run these rules alone")
	f.StringVar(&flags.unread, "unread", "", "write findings that nobody has judged to `FOLDER`, one file a rule")
	f.StringVar(&flags.record, "record", "", "write how often each rule speaks and is wrong to `FILE`")
	f.BoolVar(&flags.timing, "timing", false, "take times as well")
	f.StringVar(&flags.cpu, "cpuprofile", "", "write a profile of the processor's time to `FILE`")
	return cmd
}

// measureOptions reads the configuration and checks the flags.
func (t *tool) measureOptions(cmd *cobra.Command, flags measureFlags) (measure.Options, error) {
	if flags.bench == "" {
		return measure.Options{}, usagef("measure needs the folder of the sets: --bench FOLDER")
	}
	if info, err := os.Stat(flags.bench); err != nil || !info.IsDir() {
		return measure.Options{}, usagef("--bench %q is no folder", flags.bench)
	}
	for _, s := range flags.sets {
		if !slices.Contains(measure.Names(), s) {
			return measure.Options{}, usagef("there is no set %q%s", s, didYouMean(s, measure.Names()))
		}
	}
	c, err := t.loadConfig(cmd.Flags())
	if err != nil {
		return measure.Options{}, err
	}
	facts, err := c.background()
	if err != nil {
		return measure.Options{}, err
	}
	chosen, err := chosenRules(flags.rules)
	if err != nil {
		return measure.Options{}, err
	}
	o := measure.Options{Almanac: facts, Rules: chosen, AsOf: measure.Day, Only: flags.sets}
	if cmd.Flags().Changed("as-of") {
		o.AsOf = c.asOf
	}
	if flags.timing {
		start := time.Now()
		o.Clock = func() (wall, cpu time.Duration) { return time.Since(start), processorTime() }
	}
	return o, nil
}

// chosenRules returns the rules named, all of them where none is: with their
// default severities, and those that are off by default too.
func chosenRules(names []string) ([]*check.Rule, error) {
	var settings []check.Setting
	for _, r := range rules.All() {
		switch {
		case len(names) > 0 && !slices.Contains(names, r.Name):
			settings = append(settings, check.Setting{Rule: r.Name, Severity: "off"})
		case r.Off:
			settings = append(settings, check.Setting{Rule: r.Name})
		}
	}
	all := ruleNames()
	for _, n := range names {
		if !slices.Contains(all, n) {
			return nil, usagef("there is no rule %q%s", n, didYouMean(n, all))
		}
	}
	return check.Configure(rules.All(), settings)
}

// measure scores the sets, prints the tables and writes the misses.
func (t *tool) measure(ctx context.Context, flags measureFlags, o measure.Options) error {
	if flags.cpu != "" {
		file, err := os.Create(flags.cpu)
		if err != nil {
			return err
		}
		defer file.Close()
		if err := pprof.StartCPUProfile(file); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	report, err := measure.Run(ctx, os.DirFS(flags.bench), o)
	if err != nil {
		return fmt.Errorf("measuring: %w", err)
	}
	if err := report.Write(t.stdout); err != nil {
		return err
	}
	for _, rule := range report.UnreadRules() {
		if flags.unread == "" {
			break
		}
		if err := pipeline.WriteFile(filepath.Join(flags.unread, rule+".tsv"), report.UnreadSheet(rule)); err != nil {
			t.failed(err)
		}
	}
	if flags.record != "" {
		if err := pipeline.WriteFile(flags.record, judged.WriteCounts(report.Counts)); err != nil {
			t.failed(err)
		}
	}
	if flags.errors == "" {
		return nil
	}
	for _, set := range report.Sets() {
		if err := pipeline.WriteFile(filepath.Join(flags.errors, set+".tsv"), report.Sheet(set)); err != nil {
			t.failed(err)
		}
	}
	return nil
}
