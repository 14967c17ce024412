package main

import (
	"os"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func (t *tool) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man [DIR]",
		Short: "Print the manual page, or write one a command to a folder",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			// A fixed day, so that the pages change only with what they say.
			day := time.Date(2025, time.September, 1, 0, 0, 0, 0, time.UTC)
			header := &doc.GenManHeader{Section: "1", Source: "citevet " + version, Manual: "citevet", Date: &day}
			root := cmd.Root()
			root.DisableAutoGenTag = true
			if len(args) == 0 {
				return doc.GenMan(root, header, t.stdout)
			}
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return unusable(args[0], err)
			}
			return doc.GenManTree(root, header, args[0])
		},
	}
}
