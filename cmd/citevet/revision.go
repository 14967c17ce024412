package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"

	"citevet/pipeline"
	"citevet/pipeline/ingest"
)

// readRevision judges the articles as they were at a revision of git, so that
// only findings that came since are told. An article that was not there then
// has only new ones; standard input has no revision.
func (a *analysis) readRevision(ctx context.Context, revision string) error {
	if out, err := git(ctx, ".", "rev-parse", "--verify", "--quiet", revision+"^{commit}"); err != nil {
		return usagef("--new-from-rev %q is no revision of a git repository here%s", revision, said(out))
	}
	a.earlier = map[string]map[string]bool{}
	all := a.options
	all.Accept = nil
	judge := pipeline.Analyze(all)
	for _, in := range a.inputs {
		if in.stdin != nil {
			continue
		}
		source, err := git(ctx, filepath.Dir(in.path), "show", revision+":./"+filepath.Base(in.path))
		if err != nil {
			continue
		}
		doc, err := ingest.Parse(in.name, source, ingest.FormatOf(in.path))
		if err != nil {
			continue // what could not be read then has no findings to compare with
		}
		result, err := judge(ctx, doc)
		if err != nil {
			return err
		}
		seen := map[string]bool{}
		for _, f := range result.Findings {
			seen[f.Fingerprint] = true
		}
		a.earlier[in.name] = seen
	}
	a.newFrom = revision
	return nil
}

// git runs git in a folder and returns what it printed, of its trouble where it failed.
func git(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", dir}, args...)...)
	var out, trouble bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &trouble
	err := cmd.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return []byte("git is not installed"), err
	}
	if err != nil {
		return trouble.Bytes(), fmt.Errorf("git %s: %w", args[0], err)
	}
	return out.Bytes(), nil
}

func said(out []byte) string {
	first, _, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	if first == "" {
		return ""
	}
	return " (" + first + ")"
}
