package main

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"github.com/rogpeppe/go-internal/diff"

	"citevet/pipeline"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/ingest"
)

// maxRounds bounds how often an article is mended again: a fix can make room for
// one that it overlapped.
const maxRounds = 10

// mendAll makes the safe fixes in each article's file or, with diffOnly, shows
// what they would change. What follows reads the files as they are then.
func (a *analysis) mendAll(ctx context.Context, diffOnly bool) error {
	for _, in := range a.inputs {
		if in.stdin != nil {
			return usagef("--fix mends files, and standard input is none; name the file")
		}
	}
	for _, in := range a.inputs {
		doc, err := read(ctx, in)
		if err != nil {
			continue // said when it is judged
		}
		before := doc.Source
		after, made, err := a.mend(ctx, in, doc)
		if err != nil {
			return err
		}
		if made == 0 {
			continue
		}
		if diffOnly {
			a.tool.end(findings)
			if _, err := a.tool.stdout.Write([]byte(visibleLines(string(diff.Diff(in.name, before, in.name, after))))); err != nil {
				return err
			}
			continue
		}
		if err := pipeline.WriteFile(in.path, after); err != nil {
			a.tool.failed(err)
			continue
		}
		if !a.tool.flags.quiet {
			a.tool.complain(fmt.Errorf("%s: %s made", in.name, counted(made, "mend")))
		}
	}
	return nil
}

// mend returns an article's file with its safe fixes made. A fix that would
// change what a claim's sources can carry, or bring a finding that was not
// there, is not safe after all and is left out.
func (a *analysis) mend(ctx context.Context, in input, doc article.Document) (source []byte, made int, err error) {
	judge := pipeline.Analyze(a.options)
	source = doc.Source
	result, err := judge(ctx, doc)
	if err != nil {
		return nil, 0, err
	}
	for range maxRounds {
		next, n, err := a.round(ctx, in, judge, &result)
		if err != nil || n == 0 {
			return source, made, err
		}
		source = next
		made += n
	}
	return source, made, nil
}

// round makes the fixes of one judgement, all of them if that is harmless, else
// one by one those that are; result becomes the judgement on what they leave.
func (a *analysis) round(ctx context.Context, in input, judge pipeline.Stage[article.Document, check.Result], result *check.Result) ([]byte, int, error) {
	try := func(fixes []check.Fix) ([]byte, int, *check.Result, error) {
		source, n := check.MendSource(&result.Article.Document, fixes)
		if n == 0 || bytes.Equal(source, result.Article.Source) {
			return nil, 0, nil, nil
		}
		doc, err := ingest.Parse(in.name, source, ingest.FormatOf(in.path))
		if err != nil {
			return nil, 0, nil, nil // what can no longer be read is no mend
		}
		mended, err := judge(ctx, doc)
		if err != nil || !harmless(result, &mended) {
			return nil, 0, nil, err
		}
		return source, n, &mended, nil
	}
	fixes := result.SafeFixes()
	for _, some := range append([][]check.Fix{fixes}, oneByOne(fixes)...) {
		source, n, mended, err := try(some)
		if err != nil {
			return nil, 0, err
		}
		if mended != nil {
			*result = *mended
			return source, n, nil
		}
	}
	return nil, 0, nil
}

// oneByOne returns each fix by itself.
func oneByOne(fixes []check.Fix) [][]check.Fix {
	var out [][]check.Fix
	for _, f := range fixes {
		out = append(out, []check.Fix{f})
	}
	return out
}

// harmless reports whether a mended article is judged as it was before, with
// fewer findings.
func harmless(before, after *check.Result) bool {
	words := func(r *check.Result) []check.Word {
		var w []check.Word
		for _, v := range r.Verdicts {
			w = append(w, v.Word)
		}
		return w
	}
	return slices.Equal(words(before), words(after)) && len(after.Findings) < len(before.Findings)
}
