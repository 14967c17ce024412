package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"citevet/pipeline/brief"
	"citevet/pipeline/check"
	"citevet/pipeline/rules"
)

func (t *tool) explainCommand() *cobra.Command {
	var flags analysisFlags
	var finding string
	cmd := &cobra.Command{
		Use:   "explain RULE | --finding WHICH FILE",
		Short: "Print a rule's page, or the proof of one finding",
		Long: `Print a rule's page: what it flags, how it decides, examples. With --finding,
judge an article and print the proof of one of its findings: what it rests on,
where that was read, and the arithmetic, worked out anew from these alone.

WHICH is the finding's fingerprint, or how it begins, or LINE:COLUMN as the
diagnostics have it.`,
		Example: `  citevet explain as-of-after-access
  citevet explain --finding 3:491 corpus/jackson-vanik.txt`,
		Args: func(cmd *cobra.Command, args []string) error {
			if finding != "" && len(args) != 1 {
				return &usageError{message: "explain --finding takes one article"}
			}
			if len(args) != 1 {
				return &usageError{message: "explain takes the name of one rule", hint: `See "citevet rules" for the names.`}
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions(ruleNames(), cobra.ShellCompDirectiveNoFileComp),
		RunE: func(cmd *cobra.Command, args []string) error {
			if finding != "" {
				a, err := t.analysis(cmd, flags, args)
				if err != nil {
					return err
				}
				return t.explainFinding(cmd.Context(), a, finding)
			}
			for _, rule := range rules.All() {
				if rule.Name == args[0] {
					_, err := fmt.Fprintln(t.stdout, strings.TrimRight(rule.Page, "\n"))
					return err
				}
			}
			return &usageError{
				message: fmt.Sprintf("there is no rule %q%s", args[0], didYouMean(args[0], ruleNames())),
				hint:    `See "citevet rules" for the names.`,
			}
		},
	}
	flags.addInputs(cmd)
	cmd.Flags().StringVar(&finding, "finding", "", "print the proof of the finding `WHICH`")
	return cmd
}

// explainFinding prints the proof of the findings that words mean.
func (t *tool) explainFinding(ctx context.Context, a *analysis, which string) error {
	results := a.judgeAll(ctx)
	if len(results) == 0 {
		return nil
	}
	found := brief.FindingsAt(results[0], which)
	if len(found) == 0 {
		return &usageError{
			message: fmt.Sprintf("%s has no finding %q", a.inputs[0].name, which),
			hint:    "See the fingerprints in check --format json, or name its place as LINE:COLUMN.",
		}
	}
	for i, f := range found {
		if i > 0 {
			fmt.Fprintln(t.stdout)
		}
		if _, err := fmt.Fprint(t.stdout, brief.Explain(results[0], f, cmp.Or(t.width(), 80))); err != nil {
			return err
		}
	}
	return nil
}

func ruleNames() []string {
	var names []string
	for _, rule := range rules.All() {
		names = append(names, rule.Name)
	}
	return names
}

func (t *tool) rulesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "rules",
		Short: "List the rules with their default severity",
		Long: `List the rules by family, each with its default severity and what it flags.
A D marks a decision rule: its errors leave a claim without possible support.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprint(t.stdout, catalogue(rules.All()))
			return err
		},
	}
}

// catalogue lists rules in columns, under the names of their families.
func catalogue(all []*check.Rule) string {
	width := 0
	for _, rule := range all {
		width = max(width, len(rule.Name))
	}
	var b strings.Builder
	family := ""
	for _, rule := range all {
		if rule.Family != family {
			if family != "" {
				b.WriteByte('\n')
			}
			family = rule.Family
			fmt.Fprintf(&b, "%s\n", family)
		}
		severity := rule.Severity.String()
		if rule.Off {
			severity = "off"
		}
		mark := " "
		if rule.Decision {
			mark = "D"
		}
		fmt.Fprintf(&b, "  %-*s  %-7s %s  %s\n", width, rule.Name, severity, mark, rule.Summary)
	}
	return b.String()
}
