package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"citevet/pipeline"
	"citevet/pipeline/brief"
	"citevet/pipeline/rules"
	"citevet/pipeline/when"
)

func (t *tool) configCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show, verify or describe the configuration, and describe results",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	show := &cobra.Command{
		Use:   "show",
		Short: "Print the configuration in force, and where each value comes from",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := t.loadConfig(cmd.Flags())
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(t.stdout, c.shown())
			return err
		},
	}
	addAsOf(show)
	cmd.AddCommand(show,
		&cobra.Command{
			Use:   "verify",
			Short: "Say whether the configuration can be used, and else what is wrong where",
			Args:  cobra.NoArgs,
			RunE:  func(cmd *cobra.Command, _ []string) error { return t.verifyConfig(cmd) },
		},
		t.schemaCommand())
	return cmd
}

// schemas are what config schema describes.
var schemas = []string{"config", "results", "run_results"}

func (t *tool) schemaCommand() *cobra.Command {
	var of string
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the configuration, for editors, or of results",
		Long: `Print a JSON Schema (draft 2020-12): of the configuration, for editors; of results,
what check --format json prints and run writes for each article, of which a line
of jsonl is $defs/article; or of run_results, the run_results.json and index.json
of a batch. Names may be added to results within a schema's number, so they allow
names that they do not know.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			var schema map[string]any
			switch of {
			case "config":
				schema = configSchema(rules.All())
			case "results":
				schema = brief.ResultsSchema()
			case "run_results":
				schema = brief.RunResultsSchema()
			default:
				return usagef("--for is one of %s, not %q%s", strings.Join(schemas, ", "), of, didYouMean(of, schemas))
			}
			encoder := json.NewEncoder(t.stdout)
			encoder.SetEscapeHTML(false)
			encoder.SetIndent("", "  ")
			return encoder.Encode(schema)
		},
	}
	cmd.Flags().StringVar(&of, "for", schemas[0], "describe `WHAT`: "+strings.Join(schemas, ", "))
	return cmd
}

func (t *tool) verifyConfig(cmd *cobra.Command) error {
	c, err := t.loadConfig(cmd.Flags())
	if err != nil {
		return err
	}
	if _, err := c.background(); err != nil {
		return err
	}
	switch {
	case t.flags.quiet:
	case c.file == nil:
		fmt.Fprintln(t.stdout, "there is no configuration file here; the defaults hold")
	default:
		fmt.Fprintf(t.stdout, "%s can be used\n", c.file.name)
	}
	return nil
}

func (t *tool) initCommand() *cobra.Command {
	var replace bool
	cmd := &cobra.Command{
		Use:   "init [DIR]",
		Short: "Write a commented config.yaml and make the corpus folder",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			return t.initialize(cmd, dir, replace)
		},
	}
	cmd.Flags().BoolVar(&replace, "force", false, "replace a config.yaml that is there")
	addAsOf(cmd)
	return cmd
}

func (t *tool) initialize(cmd *cobra.Command, dir string, replace bool) error {
	var pinned when.Date
	if day, _ := cmd.Flags().GetString("as-of"); day != "" {
		c := config{settings: settings{AsOf: day}}
		var err error
		if pinned, err = c.dayOfRun("", nil); err != nil {
			return err
		}
	}
	name := filepath.Join(dir, "config.yaml")
	if _, err := os.Stat(name); !errors.Is(err, fs.ErrNotExist) && !replace {
		return usagef("%s is there already; --force replaces it", name)
	}
	if err := pipeline.WriteFile(name, []byte(configText(rules.All(), pinned))); err != nil {
		return err
	}
	corpus := filepath.Join(dir, "corpus")
	if err := os.MkdirAll(corpus, 0o777); err != nil {
		return &pipeline.OutputError{Path: corpus, Err: err}
	}
	if !t.flags.quiet {
		fmt.Fprintf(t.stdout, "%s is written. Put articles into %s, then: citevet run\n", name, corpus)
	}
	return nil
}
