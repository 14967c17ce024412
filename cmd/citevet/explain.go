package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"citevet/pipeline/check"
	"citevet/pipeline/rules"
)

func (t *tool) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "Print a rule's page: what it flags, how it decides, examples",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &usageError{message: "explain takes the name of one rule", hint: `See "citevet rules" for the names.`}
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions(ruleNames(), cobra.ShellCompDirectiveNoFileComp),
		RunE: func(_ *cobra.Command, args []string) error {
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
