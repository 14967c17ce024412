package main

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"citevet/pipeline"
	"citevet/pipeline/brief"
	"citevet/pipeline/check"
)

func (t *tool) runCommand() *cobra.Command {
	var flags analysisFlags
	cmd := &cobra.Command{
		Use:   "run [PATH…]",
		Short: "Judge a batch of articles and write a briefing for each",
		Long: `Judge the articles and write to the output folder, for each article NAME, the
briefing as NAME.md, NAME.pdf and NAME.html, its timeline as NAME.svg, and the
results as NAME.json; for the batch index.md, index.html, index.pdf, index.json
and run_results.json. A PATH is a file, a folder, a pattern, or - for standard
input; without one, what the configuration's paths say.

Every file is written whole or not at all. Findings are counted, and make no
exit code of their own unless --fail-on is given.`,
		Example: `  citevet run
  citevet run --out briefings --as-of 2025-09-01 drafts/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := t.analysis(cmd, flags, args)
			if err != nil {
				return err
			}
			return t.run(cmd.Context(), a)
		},
	}
	flags.add(cmd, "never", "")
	cmd.Flags().String("out", "", "write to `DIR` (default reports)")
	return cmd
}

// finished is an article with its outputs in place.
type finished struct {
	result check.Result
	entry  brief.RunResult
}

func (t *tool) run(ctx context.Context, a *analysis) error {
	if err := cmp.Or(a.clash(), a.batchClash()); err != nil {
		return err
	}
	folder, err := pipeline.OpenFolder(a.Out)
	if err != nil {
		return err
	}
	defer folder.Close()

	publish := func(ctx context.Context, in input) (finished, error) {
		result, err := a.judge(ctx, in)
		if err != nil {
			return finished{}, err
		}
		outputs, err := a.publish(folder, in, result)
		return finished{result, brief.Done(result, outputs)}, err
	}
	var (
		entries []brief.RunResult
		results []check.Result // kept only where they are to be printed or written
		traces  []check.Trace
		done    int
	)
	for article, err := range each(ctx, a, publish) {
		switch {
		case ctx.Err() != nil && (err != nil || len(entries) == len(a.inputs)):
			continue // stopped, or the end of a stopped run
		case err != nil:
			t.failed(err)
			entries = append(entries, brief.Failed(a.inputs[len(entries)].name, err))
			continue
		}
		done++
		a.note(&article.result)
		entries = append(entries, article.entry)
		traces = append(traces, article.result.Trace())
		if a.format.format != "" || len(a.outputs) > 0 {
			results = append(results, article.result)
		}
		t.report(a, article.entry)
	}
	if ctx.Err() != nil {
		t.interruptedAfter(done, len(a.inputs))
		return nil
	}
	run := a.run(a.reproduce("run", a.inputs...))
	run.Across, run.Unread = a.across(traces), t.unread
	a.writeBatch(folder, entries, run)
	a.deliver(results, run)
	return nil
}

// publish writes what is made of one article and returns the names of the files.
func (a *analysis) publish(folder *pipeline.Folder, in input, r check.Result) ([]string, error) {
	run := a.run(a.reproduce("run", in))
	briefing := brief.New(r, run)
	results, err := brief.JSON([]check.Result{r}, run, brief.JSONOptions{})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", in.name, err)
	}
	pdf, err := briefing.PDF(brief.PDFOptions{Paper: a.Paper, Results: results, Fonts: a.fonts})
	if err != nil {
		return nil, fmt.Errorf("%s: the PDF cannot be made: %w", in.name, err)
	}
	html, err := briefing.HTML()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", in.name, err)
	}
	svg, figure := briefing.SVG(), ""
	if svg != nil {
		figure = path.Base(in.stem) + ".svg"
	}
	var written []string
	for i, data := range [len(articleEndings)][]byte{briefing.Markdown(figure), pdf, results, html, svg} {
		name := in.stem + articleEndings[i]
		if data == nil { // nothing to draw, though there may have been
			if err := folder.Withdraw(name, brief.IsTimeline); err != nil {
				return written, err
			}
			continue
		}
		if err := folder.Write(name, data); err != nil {
			return written, err
		}
		written = append(written, name)
	}
	return written, nil
}

// articleEndings are those of what is written for an article, in order.
var articleEndings = [...]string{".md", ".pdf", ".json", ".html", ".svg"}

// batchFiles are what a batch says of itself, in order.
var batchFiles = [...]string{"index.md", "index.html", "index.pdf", "index.json", "run_results.json"}

// writeBatch writes what a batch says of itself. A file that cannot be made or
// written does not keep the others from it; those that come later tell the exit
// code that it leads to.
func (a *analysis) writeBatch(folder *pipeline.Folder, entries []brief.RunResult, run brief.Run) {
	for i, form := range [len(batchFiles)]func() ([]byte, error){
		func() ([]byte, error) { return brief.IndexMarkdown(entries, run), nil },
		func() ([]byte, error) { return brief.IndexHTML(entries, run) },
		func() ([]byte, error) {
			results, err := brief.RunResults(entries, run)
			if err != nil {
				return nil, err
			}
			return brief.IndexPDF(entries, run, brief.PDFOptions{Paper: a.Paper, Results: results, Fonts: a.fonts})
		},
		func() ([]byte, error) { return brief.IndexJSON(entries, run) },
		func() ([]byte, error) { return brief.RunResults(entries, run) },
	} {
		run.Exit = a.tool.exits()
		data, err := form()
		if err == nil {
			err = folder.Write(batchFiles[i], data)
		}
		a.tool.failed(err)
	}
}

// report says in one line what became of an article.
func (t *tool) report(a *analysis, entry brief.RunResult) {
	if t.flags.quiet || a.format.format != "" {
		return
	}
	n := entry.Counts
	_, err := fmt.Fprintf(t.stdout, "%s: %s, %s, %s in %s on %s → %s\n", visible(entry.Name),
		counted(n.Errors, "error"), counted(n.Warnings, "warning"), counted(n.Infos, "note"),
		counted(n.Claims, "claim"), counted(n.References, "source"),
		visible(filepath.Join(a.Out, filepath.FromSlash(entry.Outputs[1]))))
	t.failed(err)
}

// counted returns a number with its noun: "1 error", "2 errors".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// interruptedAfter says how far an interrupted run came.
func (t *tool) interruptedAfter(done, of int) {
	t.end(interrupted)
	t.complain(fmt.Errorf("interrupted: %d of %d articles were done, and what was written is whole; run again for the rest", done, of))
}
