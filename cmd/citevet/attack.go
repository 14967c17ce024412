package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"citevet/pipeline"
	"citevet/pipeline/article"
	"citevet/pipeline/attack"
)

// attackFlags are those of attack alone.
type attackFlags struct {
	seed    uint64
	perKind int
	kinds   []string
	unseen  int
	json    bool
	total   bool
}

func (t *tool) attackCommand() *cobra.Command {
	var flags analysisFlags
	var own attackFlags
	cmd := &cobra.Command{
		Use:   "attack PATH…",
		Short: "Plant faults in copies of your articles and count which a check would catch",
		Long: `Plant one fault after the other in a copy of each article (sources older than the
claim, readings before it, markers swapped or dropped, a broken identifier, a wrong
weekday, a contradicted number), judge the copy, and say for each kind how many
were caught and which went unseen: the coverage you can count on for this article.

The articles are only read. The same seed plants the same faults.`,
		Example: `  citevet attack draft.md
  citevet attack --per-kind 0 --kind aged-source,early-access draft.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			known := attackKinds()
			for _, k := range own.kinds {
				if !slices.Contains(known, k) {
					return usagef("there is no kind of fault %q%s", k, didYouMean(k, known))
				}
			}
			a, err := t.analysis(cmd, flags, args)
			if err != nil {
				return err
			}
			return t.attack(cmd.Context(), a, own)
		},
	}
	flags.addInputs(cmd)
	f := cmd.Flags()
	f.Uint64Var(&own.seed, "seed", 1, "choose the places by the number `N`")
	f.IntVar(&own.perKind, "per-kind", 5, "plant `N` faults of each kind at most; 0 is one at every place there is")
	f.StringSliceVar(&own.kinds, "kind", nil, "plant these `KINDS` of faults alone")
	f.IntVar(&own.unseen, "unseen", 3, "tell `N` unseen faults of each kind")
	f.BoolVar(&own.total, "total", false, "tell the sum over all articles alone")
	f.BoolVar(&own.json, "json", false, "print the reports as JSON")
	return cmd
}

func attackKinds() []string {
	var names []string
	for _, k := range attack.Kinds() {
		names = append(names, k.Name)
	}
	return names
}

// attack attacks every article and prints what was caught.
func (t *tool) attack(ctx context.Context, a *analysis, own attackFlags) error {
	options := attack.Options{
		Judge: pipeline.Analyze(a.options), Almanac: a.options.Almanac, Seed: own.seed, PerKind: own.perKind, Kinds: own.kinds,
	}
	under := func(ctx context.Context, doc article.Document) (attack.Report, error) {
		return attack.Run(ctx, doc, options)
	}
	reports := []attack.Report{}
	for report, err := range each(ctx, a, pipeline.Then(read, under)) {
		if err != nil {
			t.failed(err)
			continue
		}
		reports = append(reports, report)
	}
	if ctx.Err() != nil {
		t.interruptedAfter(len(reports), len(a.inputs))
		return nil
	}
	return t.tellAttack(reports, own)
}

func (t *tool) tellAttack(reports []attack.Report, own attackFlags) error {
	if len(reports) != 1 && own.total {
		reports = []attack.Report{attack.Total(reports)}
	}
	if own.json {
		data, err := json.MarshalIndent(reports, "", "  ")
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(t.stdout, "%s\n", data)
		return err
	}
	for i := range reports {
		if i > 0 {
			fmt.Fprintln(t.stdout)
		}
		if _, err := fmt.Fprint(t.stdout, visibleLines(reports[i].Text(own.unseen))); err != nil {
			return err
		}
	}
	return nil
}
