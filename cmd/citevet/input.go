package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"citevet/pipeline"
	"citevet/pipeline/article"
	"citevet/pipeline/ingest"
)

// input is one article to read.
type input struct {
	name  string    // its path with slashes, or what standard input is to be called
	path  string    // empty for standard input
	stdin io.Reader // nil for a file
	stem  string    // names its outputs: its path below the folder that was asked for, without ending
}

func (in input) String() string { return in.name }

func read(ctx context.Context, in input) (article.Document, error) {
	if in.stdin == nil {
		return pipeline.Read(ctx, in.path)
	}
	// Somebody may be typing: an interrupted run does not wait for them.
	type outcome struct {
		doc article.Document
		err error
	}
	typed := make(chan outcome, 1)
	go func() {
		doc, err := ingest.Reader(in.name, in.stdin)
		typed <- outcome{doc, err}
	}()
	select {
	case o := <-typed:
		return o.doc, o.err
	case <-ctx.Done():
		return article.Document{}, ctx.Err()
	}
}

// inputFlags say what is read, beside the arguments.
type inputFlags struct {
	stdinName string
	filesFrom string
}

// inputs returns the articles that the arguments name, each once, in the order
// they are named, with what is wrong with an argument. An error that ends the
// run is the last result.
func (t *tool) inputs(args []string, from inputFlags, fallback []string) ([]input, []error, error) {
	if from.filesFrom != "" {
		listed, err := t.listed(from.filesFrom)
		if err != nil {
			return nil, nil, err
		}
		args = append(args, listed...)
	} else if len(args) == 0 {
		args = fallback
	}
	var (
		out      []input
		troubles []error
	)
	seen := map[string]bool{}
	for _, arg := range args {
		if arg == "-" {
			if seen["-"] {
				continue
			}
			if from.filesFrom == "-" {
				return nil, nil, usagef("standard input cannot be both the list of files and an article; name a file for one of them")
			}
			seen["-"] = true
			out = append(out, input{name: filepath.ToSlash(from.stdinName), stdin: t.stdin, stem: stem(path.Base(filepath.ToSlash(from.stdinName)))})
			continue
		}
		paths, err := ingest.Expand([]string{arg})
		if err != nil {
			troubles = append(troubles, err)
		}
		for _, p := range paths {
			if name := filepath.ToSlash(filepath.Clean(p)); !seen[name] {
				seen[name] = true
				out = append(out, input{name: name, path: filepath.Clean(p), stem: stem(below(arg, p))})
			}
		}
	}
	tellApart(out)
	return out, troubles, nil
}

// listed reads a list of paths, one a line.
func (t *tool) listed(name string) ([]string, error) {
	in := t.stdin
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, usagef("the list of files cannot be read: %v", err)
		}
		defer file.Close()
		in = file
	}
	var paths []string
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		if line := strings.TrimSuffix(lines.Text(), "\r"); line != "" {
			paths = append(paths, line)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, usagef("the list of files cannot be read: %v", err)
	}
	return paths, nil
}

// below returns the path of a file relative to the folder that was asked for,
// the base name of one that was asked for itself or by a pattern.
func below(arg, file string) string {
	if info, err := os.Stat(arg); err == nil && info.IsDir() {
		if rel, err := filepath.Rel(arg, file); err == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel)
		}
	}
	return filepath.Base(file)
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// reserved are the stems of what a batch writes about itself.
var reserved = []string{"index", "run_results"}

// tellApart gives articles that would share the names of their outputs longer
// ones: the base name with its ending, "draft.md" beside "draft.txt", the whole
// path, or a number. File systems may not tell cases apart, so it does not either.
func tellApart(in []input) {
	ending := func(i input) string { return i.stem + path.Ext(i.name) }
	whole := func(i input) string {
		return strings.TrimLeft(strings.ReplaceAll(path.Clean(i.name), "..", ""), "/")
	}
	for _, longer := range []func(input) string{ending, whole} {
		holders := map[string]int{}
		for _, name := range reserved {
			holders[name] = 1
		}
		for _, i := range in {
			holders[strings.ToLower(i.stem)]++
		}
		for k, i := range in {
			if holders[strings.ToLower(i.stem)] > 1 {
				in[k].stem = longer(i)
			}
		}
	}
	taken := map[string]bool{}
	for k := range in {
		stem := in[k].stem
		for n := 2; taken[strings.ToLower(in[k].stem)]; n++ {
			in[k].stem = fmt.Sprintf("%s-%d", stem, n)
		}
		taken[strings.ToLower(in[k].stem)] = true
	}
}
