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
	"citevet/pipeline/measure"
)

// measureFlags are those of measure alone.
type measureFlags struct {
	bench  string
	errors string
	sets   []string
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
	o := measure.Options{Almanac: facts, Rules: c.rules, AsOf: c.asOf, Only: flags.sets}
	if flags.timing {
		start := time.Now()
		o.Clock = func() (wall, cpu time.Duration) { return time.Since(start), processorTime() }
	}
	return o, nil
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
